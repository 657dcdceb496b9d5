"""Open texture: rival interpretations of a norm, of which one holds.

Each interpretation becomes a norm of its own, `<norm>_<interpretation>`, that holds where no
interpretation before it does; that it is the right one is a disputed fact of the same name. So
interpretations are argued for and against like any fact: rules (`rules`) may conclude one, and
`--facts` settles one. One that another goes before (`over`) is ruled out, and the fact says why.
Source: [Hart61] for open texture.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from argue.io.kinds import ID_PATTERN
from argue.io.phrasing import did_you_mean, listed, quoted
from argue.io.reading import HERE, Reader
from argue.model.case import Literal

CODE = "C064"
"""The code of interpretations that cannot be read as rivals."""

_OWN = ("text", "breached_by", "interpretations")
"""Keys of a norm that its interpretations do not simply take over."""


def with_interpretations(reader: Reader, values: dict[str, Any]) -> None:
    """Puts the interpretations of norms, and the facts they turn on, in the place of the norms."""
    norms: Mapping[str, dict[str, Any]] = values.get("norms", {})
    open_ = {name: entry for name, entry in norms.items() if "interpretations" in entry}
    if not open_:
        return
    facts: dict[str, Any] = values.setdefault("facts", {})
    found: dict[str, dict[str, Any]] = {}
    for name, entry in norms.items():
        if name not in open_:
            found[name] = entry
            continue
        if not _is_sound(reader, values, name, entry):
            return
        for reading, norm in _norms(reader, facts, name, entry):
            found[reading] = norm
    values["norms"] = found
    _refer(reader, values, {name: _names(name, entry) for name, entry in open_.items()})


def _names(name: str, entry: Mapping[str, Any]) -> list[str]:
    return [f"{name}_{reading}" for reading in entry["interpretations"]]


def _is_sound(reader: Reader, values: Mapping[str, Any], name: str, entry: dict[str, Any]) -> bool:
    before = len(reader.problems)
    readings: Mapping[str, Mapping[str, Any]] = entry["interpretations"]
    path = f"norms.{name}.interpretations"

    def problem(message: str, advice: str | Callable[[], str], where: str = path) -> None:
        reader.problem(CODE, message, where, advice=advice)

    for reading in readings:
        if not re.fullmatch(ID_PATTERN, reading):
            advice = "use a letter, then letters, digits and _"
            problem(f"{quoted(reading)} is no id", advice, f"{path}.{reading}")
        if f"{name}_{reading}" in values["norms"]:
            message = f"{quoted(f'{name}_{reading}')} is a norm of its own"
            problem(message, "rename one of them", f"{path}.{reading}")
        for other in readings[reading].get("over", ()):
            if other not in readings or other == reading:
                message = f"{quoted(other)} is no rival of {quoted(reading)}"
                advice = partial(_rival_meant, other, reading, readings)
                problem(message, advice, f"{path}.{reading}.over")
    if len(readings) < 2:
        problem("one interpretation has no rival", "give two, or write breached_by alone")
    if entry.get("modality") == "permit" or "ltl" in entry or "pattern" in entry:
        problem(
            "a norm that permits, or is about time, has no interpretations",
            "leave them out, or give each interpretation as a norm of its own",
        )
    if len(reader.problems) == before and _is_circular(readings):
        problem("the interpretations go before one another in a circle", "leave one over out")
    return len(reader.problems) == before


def _rival_meant(other: str, reading: str, readings: Iterable[str]) -> str:
    return did_you_mean(other, [rival for rival in readings if rival != reading])


def _first(readings: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Answers the interpretations that no other goes before."""
    return [reading for reading in readings if not _above(readings, reading)]


def _is_circular(readings: Mapping[str, Mapping[str, Any]]) -> bool:
    left = dict(readings)
    while first := _first(left):
        for reading in first:
            del left[reading]
    return bool(left)


def _above(readings: Mapping[str, Mapping[str, Any]], reading: str) -> list[str]:
    return [other for other, entry in readings.items() if reading in entry.get("over", ())]


def _norms(
    reader: Reader, facts: dict[str, Any], name: str, entry: Mapping[str, Any]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yields the interpretations of a norm as norms; those ruled out first, then the rivals left.

    In this order each holds where none before it does, so that one holds however facts fall.
    """
    readings: Mapping[str, Mapping[str, Any]] = entry["interpretations"]
    left = _first(readings)
    order = [*(reading for reading in readings if reading not in left), *left]
    shared = {key: value for key, value in entry.items() if key not in _OWN}
    before = list[str]()
    for place, reading in enumerate(order):
        given, fact = readings[reading], f"{name}_{reading}"
        when = [*entry.get("when", ()), *_literals(before, holds=False)]
        if place < len(order) - 1:
            # A case may say itself how its dispute about the reading stands.
            stated = _fact(name, given, _above(readings, reading))
            facts[fact] = {**stated, **facts.get(fact, {})}
            reader.declared.setdefault("fact", {}).setdefault(fact, given[HERE])
            when += _literals([fact], holds=True)
        before.append(fact)
        breached = (*entry.get("breached_by", ()), *given.get("breached_by", ()))
        yield (
            fact,
            {
                **shared,
                HERE: given[HERE],
                "text": f"{entry.get('text', name)}, read as: {given['text']}",
                "breached_by": tuple(dict.fromkeys(breached)),
                "when": tuple(when),
                "reading_of": name,
                **({"source": given["source"]} if "source" in given else {}),
            },
        )


def _literals(facts: Sequence[str], *, holds: bool) -> list[Literal]:
    return [Literal(fact, holds) for fact in facts]


def _fact(name: str, given: Mapping[str, Any], above: Sequence[str]) -> dict[str, Any]:
    """Answers the fact that an interpretation is the right one; not if others go before it."""
    evidence = [given["because"]] if "because" in given else []
    if above:
        evidence.append(f"{listed(above)} {'goes' if len(above) == 1 else 'go'} before it")
    return {
        HERE: given[HERE],
        "text": f'"{name.replace("_", " ")}" means: {given["text"]}',
        "status": "denied" if above else "disputed",
        **({"evidence": "; ".join(evidence)} if evidence else {}),
    }


def _refer(reader: Reader, values: dict[str, Any], readings: Mapping[str, Sequence[str]]) -> None:
    """Lets what is said of a norm with interpretations be said of each of these."""
    for names in readings.values():
        for reading in names:
            reader.declared["norm"][reading] = values["norms"][reading][HERE]
    for norm in values["norms"].values():
        if "special_to" in norm:
            general = [readings.get(other, (other,)) for other in norm["special_to"]]
            norm["special_to"] = tuple(name for names in general for name in names)
    sources = {f"norm:{name}": [f"norm:{r}" for r in names] for name, names in readings.items()}
    if "priorities" in values:
        values["priorities"] = tuple(_priorities(values["priorities"], sources))
    for name, names in readings.items():
        for reference in reader.references:
            if reference.name in (name, f"norm:{name}") and not reference.path.startswith(
                ("priorities", "norms.")
            ):
                message = f"{quoted(reference.name)} has interpretations"
                advice = f"name one of them: {listed(names)}"
                reader.problem(CODE, message, reference.path, mark=reference.mark, advice=advice)


def _priorities(entries: Sequence[Any], sources: Mapping[str, list[str]]) -> Iterator[Any]:
    for entry in entries:
        higher = sources.get(entry["higher"], [entry["higher"]])
        lower = sources.get(entry["lower"], [entry["lower"]])
        for high in higher:
            for low in lower:
                single = len(higher) == len(lower) == 1
                name = entry["id"] if single else f"{entry['id']}:{high}>{low}"
                yield {**entry, "id": name, "higher": high, "lower": low}
