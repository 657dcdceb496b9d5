"""Cases drawn at random, as the mappings that case files hold.

Numbers are small and whole, so that ties are common. What a case may contain is named in words:
`documents("facts norms")` draws cases with disputed facts and norms, `documents(ALL)` anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from tests.laws.doubts import add_challenges
from tests.laws.drawing import SMALL, Document, Drawing, names_of

DEFAULTS = "levels counts general universal"
"""What lets the frameworks, with the parameters they have by default, say all they can."""
ALL = (
    "levels counts general universal facts lotteries rights consent parameters modes norms permits "
    "reasons priorities challenges counters presume cap prerogative incomparable"
)
MANY = settings(max_examples=10 * settings().max_examples)
"""For the laws on which everything else rests: ten times as many cases as elsewhere."""
SOME = settings(max_examples=max(20, 3 * settings().max_examples // 5))
"""For laws whose every case needs several analyses."""

PLAIN = ("welfare", "rule_utilitarian", "veil", "rejection")
LEVELS = st.integers(0, 4)
COUNTS = st.integers(1, 3)
FACT_STATUS = ("disputed", "disputed", "agreed", "assumed", "denied")


@st.composite
def documents(
    draw: st.DrawFn,
    features: str = DEFAULTS,
    *,
    options: tuple[int, int] = (2, 4),
    people: tuple[int, int] = (1, 4),
    frameworks: Sequence[Any] = PLAIN,
    sources: int = 5,
) -> Document:
    """Draws the mapping of a case that can be read, with at most `sources` sources of reasons."""
    to = Drawing(draw, features)
    to.most_sources = sources
    to.options = list("abcd"[: draw(st.integers(*options))])
    to.people = list("pqrst"[: draw(st.integers(*people))])
    to.facts = list("fg"[: draw(st.integers(0, 2))]) if to.may("facts") else []
    case: Document = {"title": "Drawn", "options": {o: option(to) for o in to.options}}
    if all(isinstance(o, dict) and "presume" in o for o in case["options"].values()):
        case["options"]["a"] = "a"
    case["standpoints"] = {k: standpoint(to) for k in to.people}
    if "cap" in to.features:
        case["standpoints"]["p"] |= {"agent": True, "cap": draw(st.integers(1, 4))}
    if to.may("prerogative"):
        case["standpoints"]["p"] |= {"agent": True, "prerogative": True}
    if to.facts:
        case["facts"] = {f: {"status": to.one(FACT_STATUS)} for f in to.facts}
    case["payoffs"] = to.table()
    if to.may("general"):
        case["general"] = to.table()
    if to.may("incomparable", once_in=10):
        case["scale"] = {"comparable": False}
    pool = list(frameworks)
    if to.may("universal"):
        pool.append("universalization")
        case["universal"] = {o: universal(to) for o in to.options}
    chosen = to.some(pool, min(3, sources)) or [to.one(pool)]
    case["frameworks"] = [framework(to, use) for use in chosen]
    for feature, add in PARTS:
        if to.may(feature):
            add(to, case)
    return case


def option(to: Drawing) -> Any:
    plan: Document = {"text": "an option"}
    if to.may("presume", once_in=8):
        plan["presume"] = "forbidden"
    if to.may("rights") and to.draw(st.booleans()):
        plan[to.one(("uses_as_means", "breaches_right_of"))] = to.some(to.people, 2)
    return plan if len(plan) > 1 else "an option"


def standpoint(to: Drawing) -> Document:
    person: Document = {}
    if "counts" in to.features:
        person["count"] = to.draw(COUNTS)
    if to.may("general"):
        person["count"] = {"payoffs": to.draw(COUNTS), "general": to.draw(COUNTS)}
    if "levels" in to.features:
        person["level"] = to.draw(LEVELS)
    if to.may("consent", once_in=4):
        person["consent"] = to.some(to.options, 2)
    if to.may("consent", once_in=4):
        person["responsible"] = to.one(("1/2", 1, {to.one(to.options): "1/2"}))
    return person


def universal(to: Drawing) -> Any:
    kind = to.draw(st.integers(0, 5))
    if kind == 0:
        return "refrain"
    if kind > 2:
        return {"all": to.cell(), "nobody": to.cell()}
    shape = to.one(("threshold", "aggregation", "coordination"))
    entry: Document = {
        "shape": shape,
        "population": 10,
        "interested": to.draw(st.integers(0, 10)),
        "gain": to.draw(SMALL),
        "loss": to.draw(st.integers(0, 3)),
    }
    return entry | ({"threshold": [3, 7]} if shape == "threshold" else {})


CHOICES: dict[str, list[tuple[str, tuple[Any, ...]]]] = {
    "welfare": [("table", ("payoffs", "general"))],
    "rule_utilitarian": [("table", ("payoffs", "general"))],
    "veil": [("rule", ("leximin", "maximin", "average"))],
    "rejection": [
        ("complaint", ("menu", "pairwise", "level")),
        ("ties", ("numbers", "none")),
        ("rights_weight", (1, 2, 3)),
        ("residue_above", (0, 1)),
    ],
    "universalization": [("rule", ("test", "best"))],
}


def framework(to: Drawing, use: Any) -> Any:
    if not isinstance(use, str):
        return use
    found: Document = {"id": use}
    if to.may("parameters"):
        for name, values in CHOICES[use]:
            if to.draw(st.booleans()):
                found[name] = to.one(values)
    if to.may("modes", once_in=5):
        found["mode"] = {"enough": to.draw(st.integers(-1, 2))}
    return found if len(found) > 1 else use


def add_norms(to: Drawing, case: Document) -> None:
    room = min(2, to.most_sources - len(names_of(case)))
    if not room:
        return
    case["norms"] = {
        name: {"breached_by": to.some(to.options), "rank": to.draw(st.integers(0, 1))}
        for name in ("n", "m")[: to.draw(st.integers(1, room))]
    }
    for norm in case["norms"].values():
        if to.facts and to.draw(st.booleans()):
            norm["when"] = to.condition()
        if to.facts and to.draw(st.booleans()):
            norm["exceptions"] = [to.one(to.facts)]
        if to.draw(st.booleans()):
            norm["frustrates_purpose"] = to.some(to.options, 2)
            norm["purpose_exempts"] = to.some(to.options, 1)
    case["compliance"] = to.one(("mere", "wilful"))


def add_permit(to: Drawing, case: Document) -> None:
    permit: Document = {"modality": "permit", "permits": to.some(to.options, 2)}
    if to.facts and to.draw(st.booleans()):
        permit["when"] = to.condition()
    case.setdefault("norms", {})["leave"] = permit


def add_reasons(to: Drawing, case: Document) -> None:
    people = ("critic", "other")[: to.most_sources - len(names_of(case))]
    if not people:
        return
    case["reasons"] = []
    for name in ("r1", "r2", "r3")[: to.draw(st.integers(1, 3))]:
        favours, over = to.pair()
        reason: Document = {"id": name, "by": to.one(people)}
        reason |= {"favours": favours, "over": over}
        if to.facts and to.draw(st.booleans()):
            reason["because"] = to.condition()
        case["reasons"].append(reason)


def add_priorities(to: Drawing, case: Document) -> None:
    """Priorities follow one order of the sources, so that they cannot form a cycle."""
    names = to.draw(st.permutations(names_of(case)))
    ranks = {f"norm:{name}": norm.get("rank", 0) for name, norm in case.get("norms", {}).items()}
    names = (
        sorted(names, key=lambda name: -ranks.get(name, 0))
        if len(set(ranks.values())) > 1
        else names
    )
    case["priorities"] = []
    for low in range(1, len(names)):
        if to.draw(st.booleans()):
            high = to.draw(st.integers(0, low - 1))
            priority: Document = {"id": f"p{low}", "higher": names[high], "lower": names[low]}
            if to.facts and to.draw(st.integers(0, 3)) == 0:
                priority["because"] = to.one(to.facts)
            case["priorities"].append(priority)


PARTS = (
    ("norms", add_norms),
    ("permits", add_permit),
    ("reasons", add_reasons),
    ("priorities", add_priorities),
    ("challenges", add_challenges),
)
