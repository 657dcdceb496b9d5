"""Cases drawn at random, as the mappings that case files hold.

Numbers are small and whole, so that ties are common. What a case may contain is named in words:
`documents("facts norms")` draws cases with disputed facts and norms, `documents(ALL)` anything.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from hypothesis import settings
from hypothesis import strategies as st

Document = dict[str, Any]
Item = TypeVar("Item")

DEFAULTS = "levels counts general universal"
"""What lets the frameworks, with the parameters they have by default, say all they can."""
ALL = (
    "levels counts general universal facts lotteries rights consent parameters modes norms permits "
    "reasons priorities challenges counters presume cap incomparable"
)
MANY = settings(max_examples=5 * settings().max_examples)
"""For the laws on which everything else rests: five times as many cases as elsewhere."""
SOME = settings(max_examples=max(20, 3 * settings().max_examples // 5))
"""For laws whose every case needs several analyses."""

PLAIN = ("welfare", "rule_utilitarian", "veil", "rejection")
SMALL = st.integers(-3, 3)
LEVELS = st.integers(0, 4)
COUNTS = st.integers(1, 3)
FACT_STATUS = ("disputed", "disputed", "agreed", "assumed", "denied")


class Drawing:
    """One case being drawn: what it may contain, and what has been drawn of it."""

    def __init__(self, draw: st.DrawFn, features: str) -> None:
        self.draw = draw
        self.features = frozenset(features.split())
        self.options: list[str] = []
        self.people: list[str] = []
        self.facts: list[str] = []
        self.challenges: list[str] = []
        self.most_sources = 0

    def may(self, feature: str, *, once_in: int = 2) -> bool:
        return feature in self.features and self.draw(st.integers(1, once_in)) == once_in

    def one(self, items: Sequence[Item]) -> Item:
        return self.draw(st.sampled_from(items))

    def some(self, items: Sequence[Item], most: int | None = None) -> list[Item]:
        return self.draw(st.lists(st.sampled_from(items), unique_by=str, max_size=most))

    def pair(self) -> list[str]:
        return self.draw(st.permutations(self.options))[:2]

    def condition(self) -> str | list[str]:
        facts = self.some(self.facts, 2) or [self.one(self.facts)]
        literals = [fact if self.draw(st.booleans()) else f"not {fact}" for fact in facts]
        return literals[0] if len(literals) == 1 else literals

    def cell(self) -> Any:
        kind = self.draw(st.integers(0, 9))
        if kind == 0 and self.facts:
            return {"if": self.condition(), "then": self.draw(SMALL), "else": self.draw(SMALL)}
        if kind == 1 and "lotteries" in self.features:
            return {"lottery": [["1/3", self.draw(SMALL)], ["2/3", self.draw(SMALL)]]}
        return self.draw(SMALL)

    def table(self) -> Document:
        return {o: {k: self.cell() for k in self.people} for o in self.options}


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


def names_of(case: Document) -> list[str]:
    uses = [use if isinstance(use, str) else use["id"] for use in case["frameworks"]]
    speaking = [n for n, norm in case.get("norms", {}).items() if norm.get("modality") != "permit"]
    stated = [reason["by"] for reason in case.get("reasons", ())]
    return list(dict.fromkeys([*uses, *(f"norm:{name}" for name in speaking), *stated]))


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


def add_challenges(to: Drawing, case: Document) -> None:
    case["challenges"] = []
    to.challenges = ["c1", "c2", "c3"][: to.draw(st.integers(1, 3))]
    for name in to.challenges:
        kinds = [aim for aim in AIMS if aim(to, case) is not None]
        target = to.one(kinds)(to, case)
        status = to.one(("raised", "raised", "accepted", "refuted"))
        challenge: Document = {"id": name, "status": status, "against": target}
        if status == "accepted":
            challenge["because"] = "it was so decided"
        if to.facts and to.draw(st.integers(0, 2)) == 0:
            challenge["if"] = to.condition()
        if "voice" in target and to.draw(st.booleans()):
            challenge["factor"] = "1/2"
        case["challenges"].append(challenge)


def rejects(case: Document) -> bool:
    return "rejection" in names_of(case)


def at_complaint(to: Drawing, case: Document) -> Document | None:
    if not rejects(case):
        return None
    target: Document = {"framework": "rejection", "voice": to.one([*to.people, "numbers"])}
    return target | ({"worse": to.one(to.options)} if to.draw(st.booleans()) else {})


def at_pair(to: Drawing, case: Document) -> Document:
    better, worse = to.pair()
    use = case["frameworks"][0]
    name = use if isinstance(use, str) else use["id"]
    return {"framework": name, "better": better, "worse": worse}


def at_source(to: Drawing, case: Document) -> Document:
    return {"source": to.one(names_of(case))}


def at_reason(to: Drawing, case: Document) -> Document | None:
    reasons = case.get("reasons")
    return {"reason": to.one(reasons)["id"]} if reasons else None


def at_reply(to: Drawing, case: Document) -> Document | None:
    if not rejects(case):
        return None
    better, worse = to.pair()
    reply = {"framework": "rejection", "by": to.one(to.people), "better": better, "worse": worse}
    return {"reply": reply}


def at_priority(to: Drawing, case: Document) -> Document | None:
    priorities = case.get("priorities")
    return {"priority": to.one(priorities)["id"]} if priorities else None


def at_challenge(to: Drawing, case: Document) -> Document | None:
    others = [name for name in to.challenges if name != to.challenges[len(case["challenges"])]]
    return {"challenge": to.one(others)} if others and "counters" in to.features else None


Aim = Callable[[Drawing, Document], "Document | None"]
AIMS: tuple[Aim, ...] = (
    at_complaint,
    at_pair,
    at_source,
    at_reason,
    at_reply,
    at_priority,
    at_challenge,
)
PARTS = (
    ("norms", add_norms),
    ("permits", add_permit),
    ("reasons", add_reasons),
    ("priorities", add_priorities),
    ("challenges", add_challenges),
)
