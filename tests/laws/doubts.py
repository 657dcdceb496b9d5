"""Challenges drawn at random, of every kind that a case can hold."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from tests.laws.drawing import Document, Drawing, names_of


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
