"""The ASPARTIX format: facts `arg(a).` and `att(a,b).`, in any order; % begins a comment."""

from __future__ import annotations

import re
from itertools import repeat

from argue.io.graphs.lines import Line, bounded, lines_of, writable
from argue.model.af import AF

ADVICE = "write arg(a). for an argument and att(a,b). for an attack"

_PLAIN_ID = re.compile(r"[^\s%(),.\"]+")
_FACT = re.compile(
    r"\s*(?:(?P<kind>arg|att)\s*\(\s*(?P<first>[^\s%(),\"]+|\"[^\"\\]*\")"
    r"\s*(?:,\s*(?P<second>[^\s%(),\"]+|\"[^\"\\]*\")\s*)?\)\s*\.|(?P<comment>%.*))"
)


def load(data: bytes, file: str = "graph") -> AF:
    """Answers the graph of a file; quotes around an id are not part of it.

    Raises: CaseError that names the first line that is wrong; LimitExceeded.
    """
    found = _load_plain(data)
    return found if found is not None else _load_lines(data, file)


def dump(af: AF) -> str:
    """Answers the file of a graph; raises ArgueError for an id the format cannot hold."""
    ids = writable(af, '%(),."', "apx").arguments
    arguments = [f"arg({argument})." for argument in ids]
    attacks = [f"att({ids[s]},{ids[t]})." for s, t in zip(af.sources, af.targets, strict=True)]
    return "\n".join([*arguments, *attacks, ""])


def _load_plain(data: bytes) -> AF | None:
    """Answers the graph of a file in the plainest form, in a few passes over all of it; else None.

    Plain is: one fact a line without spaces, all arguments first, each line once.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    head, found, tail = text.partition("att(")
    names = _between(head, "arg(")
    rows = _between(found + tail, "att(")
    if names is None or rows is None or not all(map(_PLAIN_ID.fullmatch, names)):
        return None
    index = dict(zip(names, range(len(names)), strict=True))
    if len(index) != len(names) or len(set(rows)) != len(rows):
        return None
    bounded(len(names))
    try:
        pairs = [
            (index[source], index[target]) for source, target in map(str.split, rows, repeat(","))
        ]
    except (KeyError, ValueError):
        return None
    sources, targets = zip(*pairs, strict=True) if pairs else ((), ())
    return AF(tuple(names), sources, targets)


def _between(text: str, opening: str) -> list[str] | None:
    """Answers what stands in the brackets of lines of one kind of fact, None if others occur."""
    if not text:
        return []
    text = text if text.endswith("\n") else text + "\n"
    if not (text.startswith(opening) and text.endswith(").\n")):
        return None
    return text[len(opening) : -len(").\n")].split(f").\n{opening}")


def _load_lines(data: bytes, file: str) -> AF:
    """Answers the graph fact by fact; an attack may stand above its arguments."""
    index: dict[str, int] = {}
    attacks: list[tuple[Line, str, str]] = []
    for line in lines_of(data, file):
        for fact in _facts_of(line):
            first, second = _bare(fact["first"]), _bare(fact["second"] or "")
            if (fact["kind"] == "att") != (fact["second"] is not None):
                line.wrong("this fact has the wrong number of arguments", ADVICE, fact[0].strip())
            if fact["kind"] == "arg":
                if first not in index:
                    index[first] = bounded(len(index) + 1) - 1
            else:
                attacks.append((line, first, second))
    for line, *ends in attacks:
        for end in ends:
            if end not in index:
                line.wrong(f"there is no argument {end!r}", f"declare it: arg({end}).", end)
    sources = [index[source] for _, source, _ in attacks]
    return AF.from_indices(list(index), sources, [index[target] for _, _, target in attacks])


def _facts_of(line: Line) -> list[re.Match[str]]:
    """Answers the facts of a line, whose rest must be a comment or nothing."""
    found: list[re.Match[str]] = []
    place = 0
    while place < len(line.text):
        fact = _FACT.match(line.text, place)
        if fact is None:
            line.wrong("this is no fact of a graph", ADVICE, line.text[place:].strip())
        place = fact.end()
        if fact["comment"] is None:
            found.append(fact)
    return found


def _bare(name: str) -> str:
    return name[1:-1] if name.startswith('"') else name
