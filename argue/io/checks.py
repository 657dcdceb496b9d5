"""What must hold between the parts of a case: complete tables, coherent priorities, sane shapes."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from argue.io.cells import DEFAULT
from argue.io.cycles import Edge, priority_cycle
from argue.io.data_checks import credences_add_up, influence_is_complete, readings_fit
from argue.io.deed_checks import (
    caps_are_agents,
    harm_is_done_or_allowed,
    one_kind,
    patterns_demand_one_thing,
)
from argue.io.entry_fields import REPLY_KINDS, TARGET_KINDS
from argue.io.not_used import permitting
from argue.io.phrasing import listed, quoted
from argue.io.reading import HERE, Reader
from argue.io.value_kinds import parse_literal
from argue.model.case import Literal

MAX_CELLS = 1_000_000
"""Most options times standpoints in one case."""

Values = Mapping[str, Any]


def check(reader: Reader, values: Values) -> None:
    """Note everything that does not fit together in what has been read."""
    for each in CHECKS:
        each(reader, values)


def default_ids(reader: Reader, values: Values) -> None:
    """Give reasons, priorities and challenges without an id theirs, and enter it."""
    for key, group in (
        ("reasons", "reason"),
        ("priorities", "priority"),
        ("challenges", "challenge"),
    ):
        for entry in values.get(key, ()):
            if "id" in entry or f"{entry[HERE]}.id" in reader.marks:
                continue
            number = int(entry[HERE].rpartition("[")[2][:-1]) + 1
            name = f"{group}{number}"
            if group == "priority":
                name = f"{entry.get('higher', '?')}>{entry.get('lower', '?')}"
            mark = reader.marks[entry[HERE]]
            entry["id"] = name
            reader.enter(name, group, entry[HERE], mark)


def sources_are_distinct(reader: Reader, values: Values) -> None:
    """Whoever states a reason is a source, and may not share the name of a framework."""
    frameworks = reader.declared.get("framework", {})
    for name, path in reader.declared.get("by", {}).items():
        if name in frameworks:
            message = f"{path} names the framework {quoted(name)} as the source of a stated reason"
            advice = "name whoever states the reason; a framework speaks for itself"
            reader.problem("C022", message, path, advice=advice)


def size_is_bounded(reader: Reader, values: Values) -> None:
    """Tables hold a cell for every option and standpoint, so their product is bounded."""
    cells = len(values.get("options", ())) * len(values.get("standpoints", ()))
    if cells > MAX_CELLS:
        message = f"{cells:_} options times standpoints; at most {MAX_CELLS:_} are read"
        reader.problem("C013", message, "standpoints", advice="merge standpoints with a count")


def payoffs_are_complete(reader: Reader, values: Values) -> None:
    """Every cell of payoffs is given or has a default; without payoffs, every cell of general."""
    name = "payoffs" if "payoffs" in reader.marks else "general"
    table = values.get(name)
    if table is None or not values.get("standpoints") or f"{name}.{DEFAULT}" in reader.marks:
        return
    for option in values.get("options", ()):
        row = f"{name}.{option}"
        if row not in reader.marks:
            advice = f"give {{standpoint: number}} for {option}, or state a default"
            mark = reader.marks[name]
            reader.problem("C036", f"{row} is missing", row, mark=mark, advice=advice)
        elif f"{row}.{DEFAULT}" not in reader.marks:
            _cells_are_complete(reader, row, values.get("standpoints", ()))


def _cells_are_complete(reader: Reader, row: str, standpoints: Any) -> None:
    for standpoint in standpoints:
        cell = f"{row}.{standpoint}"
        if cell not in reader.marks:
            advice = "give a number (0 if there is no effect), or state a default"
            mark = reader.marks[row]
            reader.problem("C036", f"{cell} is missing", cell, mark=mark, advice=advice)


def universal_is_complete(reader: Reader, values: Values) -> None:
    """What if everyone did it is said of all options or of none."""
    if not values.get("universal"):
        return
    lacking = [o for o in values.get("options", ()) if f"universal.{o}" not in reader.marks]
    if lacking:
        message = f"universal: data for some options only: {listed(lacking)} missing"
        advice = "give {all, nobody} for every option (refrain for an omission), or for none"
        reader.problem("C037", message, "universal", advice=advice)


def shapes_fit(reader: Reader, values: Values) -> None:
    """Numbers of people lie within the population, and a threshold belongs to its shape."""
    readings = [c["universal"] for c in values.get("challenges", ()) if "universal" in c]
    for entry in (*values.get("universal", {}).values(), *readings):
        if isinstance(entry, str) or "shape" not in entry:
            continue
        shape: Values = entry
        given = f"{shape[HERE]}.threshold" in reader.marks
        message = _people_misfit(shape)
        if shape["shape"] == "threshold" and not given:
            message = "shape: threshold needs threshold: [first harm, collapse]"
        elif shape["shape"] != "threshold" and given:
            message = "threshold belongs to shape: threshold"
        if message:
            reader.problem("C038", f"{shape[HERE]}: {message}", shape[HERE])


def _people_misfit(shape: Mapping[str, Any]) -> str:
    """Answers in words which numbers of people cannot be, empty if all can."""
    people: Fraction | None = shape.get("population")
    interested: Fraction = shape.get("interested", Fraction(0))
    low, high = shape.get("threshold", (Fraction(0), Fraction(1, 2)))
    if low >= high:
        return f"harm begins at {low} and is complete at {high}, not later"
    if people is not None and interested > people:
        return f"interested is {interested}, more than the population of {people}"
    if people is not None and "threshold" in shape and high > people:
        return f"harm is complete at {high}, beyond the population of {people}"
    return ""


def something_is_presumed(reader: Reader, values: Values) -> None:
    """Where every option bears the burden of proof there is nothing to fall back on."""
    options: Values = values.get("options", {})
    forbidden = [
        not isinstance(option, str) and option.get("presume") == "forbidden"
        for option in options.values()
    ]
    if forbidden and all(forbidden) and len(forbidden) == len(reader.declared["option"]):
        message = "presume: forbidden on every option leaves no default"
        advice = "leave at least one option presumed permitted"
        reader.problem("C040", message, "options", advice=advice)


def comparisons_compare(reader: Reader, values: Values) -> None:
    """A reason, a reply and a challenged reason are about two different options."""
    for entry in values.get("reasons", ()):
        _differ(reader, entry, "favours", "over")
    for challenge in values.get("challenges", ()):
        target = challenge.get("against", {})
        _differ(reader, target, "better", "worse")
        _differ(reader, target.get("reply", {}), "better", "worse")
        if target.get("challenge") == challenge.get("id") and "challenge" in target:
            path = f"{target[HERE]}.challenge"
            message = f"challenge {quoted(challenge['id'])} is directed against itself"
            reader.problem("C041", message, path, advice="name another challenge")


def _differ(reader: Reader, entry: Mapping[str, Any], one: str, other: str) -> None:
    if one in entry and entry[one] == entry.get(other):
        path = f"{entry[HERE]}.{other}"
        message = f"{one} and {other} are both {quoted(entry[one])}"
        reader.problem("C041", message, path, advice="name two different options")


def targets_are_one(reader: Reader, values: Values) -> None:
    """A challenge is directed against exactly one thing."""
    for challenge in values.get("challenges", ()):
        target = challenge.get("against")
        if target is None:
            continue
        path = target[HERE]
        kind = one_kind(reader, path, TARGET_KINDS, ("C044", "name one thing"))
        narrowed = [k for k in ("better", "worse", "voice") if k in target]
        if narrowed and kind in ("reply", "priority", "reason", "challenge"):
            message = f"{path}: {', '.join(narrowed)} cannot narrow a {kind}"
            reader.problem("C044", message, path, advice="they narrow the reasons of a source")


def replies_are_one(reader: Reader, values: Values) -> None:
    """A challenged reply belongs to one framework, agent or norm."""
    for challenge in values.get("challenges", ()):
        reply = challenge.get("against", {}).get("reply")
        if reply is None:
            continue
        path = reply[HERE]
        kind = one_kind(reader, path, REPLY_KINDS, ("C044", "belong to one thing"))
        of_agent = kind in ("cap", "prerogative")
        for key in ("by",) if of_agent else ("by", "better") if kind == "norm" else ():
            if key in reply:
                message = f"{path}: {key} cannot narrow the reply of a {kind}"
                reader.problem("C044", message, f"{path}.{key}", advice=f"leave {key} out")


def priorities_are_coherent(reader: Reader, values: Values) -> None:
    """Priorities and the ranks of norms are a strict order under all ways facts may fall."""
    facts = values.get("facts", {})
    settled = {
        name: fact.get("status") != "denied"
        for name, fact in facts.items()
        if fact.get("status") != "disputed"
    }
    gone, permits = _set_aside(values), permitting(values)
    edges: list[Edge] = [
        (p["higher"], p["lower"], priority_condition(p.get("because"), facts))
        for p in values.get("priorities", ())
        if "higher" in p and "lower" in p and p.get("id") not in gone
        if not permits & {p["higher"], p["lower"]}
    ]
    ranks = {
        f"norm:{name}": norm.get("rank", Fraction(0))
        for name, norm in values.get("norms", {}).items()
        if f"norm:{name}" not in permits
    }
    cycle = priority_cycle(edges, ranks, settled)
    if cycle:
        path = next(
            (p[HERE] for p in values["priorities"] if p.get("higher") in (*cycle, "norms")),
            "priorities",
        )
        message = f"priorities form a cycle: {' > '.join((*cycle, cycle[0]))}"
        advice = "leave one of them out; norms stands for every norm, and rank orders norms too"
        reader.problem("C039", message, path, advice=advice)


def _set_aside(values: Values) -> frozenset[str]:
    """Answers the priorities that an accepted, unconditional, unchallenged challenge removes."""
    challenges = values.get("challenges", ())
    doubted = {c.get("against", {}).get("challenge") for c in challenges}
    return frozenset(
        c["against"]["priority"]
        for c in challenges
        if "priority" in c.get("against", {})
        and c.get("status") == "accepted"
        and c.get("id") not in doubted
        and "if" not in c
        and not priority_condition(c.get("because"), values.get("facts", {}))
    )


def priority_condition(because: Any, facts: Mapping[str, Any]) -> tuple[Literal, ...]:
    """Answers the condition that `because` states where it names declared facts, else none."""
    if not isinstance(because, str):
        return because or ()
    literal = parse_literal(because)
    return (literal,) if literal is not None and literal.fact in facts else ()


CHECKS = (
    credences_add_up,
    readings_fit,
    influence_is_complete,
    sources_are_distinct,
    size_is_bounded,
    payoffs_are_complete,
    universal_is_complete,
    shapes_fit,
    something_is_presumed,
    comparisons_compare,
    targets_are_one,
    replies_are_one,
    caps_are_agents,
    harm_is_done_or_allowed,
    patterns_demand_one_thing,
    priorities_are_coherent,
)
