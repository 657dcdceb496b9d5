"""Looks up every id that a case refers to among those it declares."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from argue import registry
from argue.errors import UnknownId
from argue.io.phrasing import did_you_mean, quoted
from argue.io.reading import Reader, Reference

CODES: dict[str, str] = {
    "option": "C023",
    "standpoint": "C024",
    "fact": "C025",
    "source": "C026",
    "framework": "C026",
    "norm": "C027",
    "priority": "C028",
    "reason": "C029",
    "challenge": "C030",
    "type": "C012",
    "replier": "C024",
}
"""Group of ids -> the code for one that is not known."""


def look_up(reader: Reader) -> None:
    """Note every reference to something that the case does not declare."""
    known: dict[str, frozenset[str]] = {}
    for reference in reader.references:
        group = reference.group
        if group not in known:
            known[group] = frozenset(declared_ids(reader, group))
        if reference.name in known[group] or reference.name in reference.words:
            continue
        if _OTHERWISE.get(group, _never)(reference.name):
            continue
        _unknown(reader, reference, declared_ids(reader, group))
        if reader.full:
            break


def declared_ids(reader: Reader, group: str) -> tuple[str, ...]:
    """Answers the ids that may be referred to as one of a group, in the order of the file."""
    if group == "source":
        norms = (f"norm:{name}" for name in reader.declared.get("norm", ()))
        others = (*reader.declared.get("framework", ()), *norms, *reader.declared.get("by", ()))
        return tuple(dict.fromkeys(others))
    if group == "type":
        return tuple(reader.declared.get("framework", ()))
    if group == "replier":
        return (*reader.declared.get("standpoint", ()), *reader.declared.get("built_in", ()))
    return tuple(reader.declared.get(group, ()))


def _unknown(reader: Reader, reference: Reference, known: Iterable[str]) -> None:
    group, name = reference.group, reference.name
    names = [*known, *reference.words]
    if group == "type":
        group, names = "framework", list(registry.known_types())
    where = "" if reference.group == "type" else " of this case"
    if group == "replier":
        group = "standpoint"
    advice = did_you_mean(name, names) if names else f"this case declares no {group}"
    message = f"{quoted(name)} is no {group}{where}"
    if reference.group == "type":
        message = f"unknown framework {quoted(name)}"
    reader.problem(
        CODES[reference.group], message, reference.path, mark=reference.mark, advice=advice
    )


def _never(_: str) -> bool:
    return False


def _is_type(name: str) -> bool:
    try:
        registry.framework(name)
    except UnknownId:
        return False
    return True


_OTHERWISE: dict[str, Callable[[str], bool]] = {"type": _is_type}
