"""The trivial graph format: an argument a line, a line with #, then one attack `a b` a line.

What stands behind the id of an argument, or behind an attack, is a label and is not read.
"""

from __future__ import annotations

from argue.io.graphs.lines import Line, bounded, lines_of, missing, writable
from argue.model.af import AF

ATTACK = "write two argument ids, such as: b a"


def load(data: bytes, file: str = "graph") -> AF:
    """Answers the graph of a file.

    Raises: CaseError that names the first line that is wrong; LimitExceeded.
    """
    index: dict[str, int] = {}
    sources: list[int] = []
    targets: list[int] = []
    parted = False
    for line in lines_of(data, file):
        if line.text == "#":
            if parted:
                line.wrong("a second # line", "arguments come first, then one #, then attacks")
            parted = True
        elif parted:
            source, target = _attack(line, index)
            sources.append(source)
            targets.append(target)
        else:
            name = line.text.split(maxsplit=1)[0]
            if name not in index:
                index[name] = bounded(len(index) + 1) - 1
    if not parted:
        missing(file, "no # line", "put a line with # between the arguments and the attacks")
    return AF.from_indices(list(index), sources, targets)


def dump(af: AF) -> str:
    """Answers the file of a graph; raises ArgueError for an id the format cannot hold."""
    ids = writable(af, "#", "tgf").arguments
    attacks = [f"{ids[s]} {ids[t]}" for s, t in zip(af.sources, af.targets, strict=True)]
    return "\n".join([*ids, "#", *attacks, ""])


def _attack(line: Line, index: dict[str, int]) -> tuple[int, int]:
    words = line.text.split(maxsplit=2)
    if len(words) < 2:
        line.wrong("this is not an attack", ATTACK)
    for word in words[:2]:
        if word not in index:
            line.wrong(f"there is no argument {word!r}", "list it above the # line", word)
    return index[words[0]], index[words[1]]
