"""Changes of a case, and what they make of its statuses.

A change is one that a person could make in the file: never an edit of the graph that no case
produces.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType

from argue.construct.words import written
from argue.errors import UnknownId
from argue.explain.figures import with_cell
from argue.model.case import Case, Challenge, ChallengeStatus, Target
from argue.model.record import record
from argue.verdict.result import Setup

KINDS = ("fact", "challenge", "priority", "framework", "number")
"""Kinds of change, those easiest to agree on first."""


@record
class Change:
    """One change of a case: something settled, added, dropped, or another number.

    `name` is the id of a fact, challenge or framework, `higher>lower` of a priority, the path of a
    number; `holds` says how a fact or challenge is settled. A challenge with a target is a new one,
    upheld: its name is the id of the argument it is aimed at. A number becomes `value`, which is
    at, or just beyond, the nearest one that changes anything, `edge`; `share` is the change up to
    there as a share of the range of its table.
    """

    kind: str
    name: str
    holds: bool = True
    against: Target | None = None
    value: Fraction | None = None
    edge: Fraction | None = None
    share: Fraction | None = None

    def __str__(self) -> str:
        return _TOLD[self.kind](self)


def _told_fact(change: Change) -> str:
    return f"{change.name}={'true' if change.holds else 'false'}"


def _told_challenge(change: Change) -> str:
    if change.against is not None:
        return f"a challenge to {change.name} upheld"
    return f"challenge {change.name} {'accepted' if change.holds else 'refuted'}"


def _told_number(change: Change) -> str:
    edge, value = change.edge, change.value
    if edge is None or value is None:
        return f"{change.name} set"
    where = "at" if edge == value else ("below" if value < edge else "above")
    return f"{change.name} {where} {written(edge)}"


_TOLD: Mapping[str, Callable[[Change], str]] = {
    "fact": _told_fact,
    "challenge": _told_challenge,
    "priority": lambda change: f"priority {change.name}",
    "framework": lambda change: f"{change.name} set aside",
    "number": _told_number,
}
"""Kind of change -> how it is told."""

PROPOSED = "proposed"
"""What a new challenge is called in a changed case, with as many x behind it as it takes."""


def changed(case: Case, setup: Setup, changes: Sequence[Change]) -> tuple[Case, Setup]:
    """Answers a case and setup with changes applied; raises UnknownId for what is not there."""
    for change in changes:
        if change.kind == "fact":
            facts = {**setup.facts, change.name: change.holds}
            setup = replace(setup, facts=MappingProxyType(facts))
        elif change.kind == "priority":
            higher, _, lower = change.name.partition(">")
            setup = replace(setup, priorities=(*setup.priorities, (higher, lower)))
        elif change.kind == "framework":
            kept = _frameworks(case, setup)
            if change.name not in kept:
                raise UnknownId("framework of this case", change.name, kept)
            ranked = tuple(pair for pair in setup.priorities if change.name not in pair)
            left = tuple(f for f in kept if f != change.name)
            setup = replace(setup, frameworks=left, priorities=ranked)
        elif change.kind == "number":
            case = with_cell(case, change.name, change.value or Fraction(0))
        elif change.against is not None:
            case = _challenged(case, change.against)
        else:
            case = _ruled_on(case, change)
    return case, setup


def _challenged(case: Case, against: Target) -> Case:
    name = PROPOSED
    while name in case.challenges:
        name += "x"
    added = Challenge(name, against, status=ChallengeStatus.ACCEPTED)
    return replace(case, challenges=MappingProxyType({**case.challenges, name: added}))


def _frameworks(case: Case, setup: Setup) -> tuple[str, ...]:
    ids = tuple(use.id for use in case.frameworks)
    return ids if setup.frameworks is None else setup.frameworks


def _ruled_on(case: Case, change: Change) -> Case:
    if change.name not in case.challenges:
        raise UnknownId("challenge", change.name, case.challenges)
    status = ChallengeStatus.ACCEPTED if change.holds else ChallengeStatus.REFUTED
    ruled = replace(case.challenges[change.name], status=status)
    return replace(case, challenges=MappingProxyType({**case.challenges, change.name: ruled}))
