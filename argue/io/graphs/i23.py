"""The ICCMA 2023 format: `p af N`, then one attack `i j` a line; arguments are 1 to N.

Lines that begin with # are comments. The empty lines some tools write are skipped.
"""

from __future__ import annotations

import json
from operator import add

from argue.io.graphs.lines import Line, bounded, lines_of, missing
from argue.model.af import AF

HEAD = "begin the file with a line such as: p af 5"

MAX_DIGITS = 20
"""Most digits of the number of an argument; longer ones would be slow to read."""

COMMAS = bytes.maketrans(b" \n", b",,")


def load(data: bytes, file: str = "graph") -> AF:
    """Answers the graph of a file; its argument ids are the numbers "1" to "N".

    Raises: CaseError that names the first line that is wrong; LimitExceeded.
    """
    found = _load_plain(data)
    return found if found is not None else _load_lines(data, file)


def dump(af: AF) -> str:
    """Answers the file of a graph; ids other than 1 to N become comments above the attacks."""
    numbered = all(argument == str(i) for i, argument in enumerate(af.arguments, start=1))
    head = [f"p af {len(af)}"]
    if not numbered:
        head += [f"# {i} {name!r}" for i, name in enumerate(af.arguments, start=1)]
    attacks = [f"{s + 1} {t + 1}" for s, t in zip(af.sources, af.targets, strict=True)]
    return "\n".join([*head, *attacks, ""])


def _load_plain(data: bytes) -> AF | None:
    """Answers the graph of a file in the plainest form, in a few passes over all of it; else None.

    Plain is: the head, then nothing but lines of two numbers with one space between them.
    """
    head, _, body = data.partition(b"\n")
    words = head.split(b" ")
    if len(words) != 3 or words[:2] != [b"p", b"af"] or not _is_number(words[2].decode("latin-1")):
        return None
    size = bounded(int(words[2]))
    numbers = _pairs(body)
    if numbers is None or (numbers and not (min(numbers) >= 1 and max(numbers) <= size)):
        return None
    ids = tuple(map(str, range(1, size + 1)))
    sources = tuple([number - 1 for number in numbers[::2]])
    targets = tuple([number - 1 for number in numbers[1::2]])
    if len(set(map(add, map(size.__mul__, sources), targets))) < len(sources):
        return AF.from_indices(ids, sources, targets)
    return AF(ids, sources, targets)


def _pairs(body: bytes) -> list[int] | None:
    """Answers the numbers of a plain body one after the other, None if it is not plain.

    Without its digits a plain body is a space and a line end in turn; whether a number stands
    between them, and without leading zeros, the JSON reader sees.
    """
    body = body if body.endswith(b"\n") or not body else body + b"\n"
    if body.translate(None, b"0123456789") != b" \n" * body.count(b"\n"):
        return None
    try:
        return json.loads(b"[%b]" % body[:-1].translate(COMMAS))
    except ValueError:
        return None


def _load_lines(data: bytes, file: str) -> AF:
    """Answers the graph line by line."""
    lines = lines_of(data, file, comment="#")
    first = next(lines, None)
    if first is None:
        missing(file, "the file holds no graph", HEAD)
    size = _announced(first)
    sources: list[int] = []
    targets: list[int] = []
    for line in lines:
        words = line.text.split()
        if len(words) != 2:
            line.wrong("this is not an attack", "write two numbers, such as: 2 1")
        sources.append(_place(line, words[0], size))
        targets.append(_place(line, words[1], size))
    return AF.from_indices([str(i) for i in range(1, size + 1)], sources, targets)


def _announced(line: Line) -> int:
    words = line.text.split()
    if len(words) != 3 or words[:2] != ["p", "af"] or not _is_number(words[2]):
        line.wrong("the head is missing", HEAD)
    return bounded(int(words[2]))


def _place(line: Line, word: str, size: int) -> int:
    if not _is_number(word):
        advice = f"write two numbers of at most {MAX_DIGITS} digits, such as: 2 1"
        line.wrong(f"{word!r:.60} is not a number", advice, word)
    if not 1 <= int(word) <= size:
        line.wrong(f"there is no argument {word}", f"the head announces 1 to {size}", word)
    return int(word) - 1


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) <= MAX_DIGITS
