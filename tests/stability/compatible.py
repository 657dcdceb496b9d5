"""Whether what was called, read or caught before can still be, told from lines of api.txt."""

from collections.abc import Iterable, Iterator
from itertools import pairwise


def breaking(before: Iterable[str], now: Iterable[str]) -> set[str]:
    """The lines of before with which something goes that a program may rely on.

    A parameter with a default, or a type told otherwise, breaks nothing.
    """
    places = {name_of(line): line for line in now}
    return {
        line
        for line in before
        if name_of(line) not in places or not _goes_on(line, places[name_of(line)])
    }


def name_of(line: str) -> str:
    """What a line is about: `class argue.AF`, `argue.analyze()`, `argue.Status.CONTESTED`."""
    head, bracket, _ = line.partition("(")
    return f"{head}()" if bracket and ": " not in head else line.partition(": ")[0]


def _goes_on(old: str, new: str) -> bool:
    if old == new:
        return True
    if old.startswith("class ") or "(" not in name_of(old):
        return ": " in old and ": " in new
    return _can_be_called(dict(_parameters(old)), dict(_parameters(new)))


def _can_be_called(old: dict[str, tuple[bool, bool]], new: dict[str, tuple[bool, bool]]) -> bool:
    """Whether every call of before fits: each parameter where it was, no more of them needed."""
    shared = [name for name in new if name in old]
    if [name for name in old if name in new] != shared or len(shared) != len(old):
        return False
    first = [name for name, (by_place, _) in old.items() if by_place]
    if list(new)[: len(first)] != first or not all(new[name][0] for name in first):
        return False
    return all(not needed or (name in old and old[name][1]) for name, (_, needed) in new.items())


def _parameters(line: str) -> Iterator[tuple[str, tuple[bool, bool]]]:
    """Yields each parameter: whether it may be given by its place, and whether it is needed."""
    by_place = True
    for part in _parts(line[line.index("(") + 1 : line.rindex(")")]):
        bare = part.lstrip("*")
        name = bare.partition(":")[0].partition("=")[0].strip()
        if part.startswith("*"):
            by_place = False
        if name:
            yield part[: len(part) - len(bare)] + name, (by_place, _is_needed(part))


def _is_needed(part: str) -> bool:
    return "=" not in part and not part.startswith("*")


def _parts(text: str) -> Iterator[str]:
    """Yields what stands between the commas of a signature that are in no brackets."""
    depth, cuts = 0, [-1]
    for place, character in enumerate(text):
        depth += (character in "([{<") - (character in ")]}>")
        if character == "," and depth == 0:
            cuts.append(place)
    for start, end in pairwise([*cuts, len(text)]):
        if text[start + 1 : end].strip():
            yield text[start + 1 : end].strip()
