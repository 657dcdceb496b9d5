"""Tasks about maps, drawn: which map, which set, which round, which claims to choose from."""

from __future__ import annotations

from itertools import chain, combinations

from argue.model.af import AF
from argue.semantics.definitions import is_admissible
from argue.semantics.table import Semantics
from argue.seminar.quiz.claims import (
    Against,
    Claim,
    has,
    is_true,
    possible,
    refutations,
)
from argue.seminar.quiz.draw import Draw
from argue.seminar.quiz.maps import Map, anything
from argue.seminar.quiz.rounds import rounds_of
from argue.seminar.quiz.sources import Source
from argue.seminar.quiz.tasks import LabelTask, RescueTask, RoundTask, SetTask

MOST_CLAIMS = 4
MOST_OFFERED = 4
LARGEST_SET = 4

OWN = {
    Semantics.CONFLICT_FREE: Against.CONFLICT,
    Semantics.ADMISSIBLE: Against.UNANSWERED,
    Semantics.COMPLETE: Against.LEFT_OUT,
    Semantics.STABLE: Against.UNTOUCHED,
}
"""Property of a set -> the fault that it adds to those of easier properties."""
BEFORE = {
    Semantics.CONFLICT_FREE: frozenset[Against](),
    Semantics.ADMISSIBLE: frozenset({Against.CONFLICT}),
    Semantics.COMPLETE: frozenset({Against.CONFLICT, Against.UNANSWERED}),
    Semantics.STABLE: frozenset({Against.CONFLICT}),
}
"""Property of a set -> the faults that are asked about with easier properties."""


def label_task(source: Source, draw: Draw) -> LabelTask | None:
    """Answers a map to label, None if the source has none worth it."""
    found = source.map(anything, draw)
    return None if found is None else LabelTask(found)


def round_task(source: Source, draw: Draw) -> RoundTask | None:
    """Answers a map and a number of rounds, sometimes so many that nothing is left to accept."""
    found = source.map(lambda m: anything(m) and rounds_of(m.af) >= 1, draw)
    if found is None:
        return None
    last = rounds_of(found.af)
    return RoundTask(found, last if draw.chance(4) else draw.below(last))


def rescue_task(source: Source, draw: Draw) -> RescueTask | None:
    """Answers a map and an argument that exactly one other rescues, and a few to choose from."""
    found = source.map(lambda m: bool(_rescuable(m.af)), draw)
    if found is None:
        return None
    target, reply = draw.one(_rescuable(found.af))
    others = [a for a in found.af.arguments if a not in (target, reply)]
    offered = (reply, *draw.some(others, MOST_OFFERED - 1))
    return RescueTask(found, target, tuple(sorted(offered)))


def _rescuable(af: AF) -> list[tuple[str, str]]:
    """Answers arguments that need rescue and have exactly one rescuer, with it."""
    found: list[tuple[str, str]] = []
    for target in af.arguments:
        replies = [a for a in af.arguments if is_admissible(af, frozenset({target, a}))]
        if len(replies) == 1 and replies[0] != target:
            found.append((target, replies[0]))
    return found


def set_task(wanted: Semantics, source: Source, draw: Draw) -> SetTask | None:
    """Answers a set to judge, with claims against it of which at most one is the reason.

    One time in three the set has the property.
    """
    holds = draw.chance(3)
    found = source.map(lambda m: anything(m) and bool(_sets(m, wanted, holds=holds)), draw)
    if found is None:
        return None
    sets = _sets(found, wanted, holds=holds)
    # Sets that break the condition that is this property's own come first: the others ask again
    # for what an easier property asks.
    own = [s for s in sets if holds or _own_fault(found.af, s, wanted)]
    return _with_claims(found, draw.one(own or sets), wanted, draw)


def _own_fault(af: AF, members: frozenset[str], wanted: Semantics) -> bool:
    """Answers whether the condition fails that this property adds, and no more basic one does."""
    kinds = {claim.against for claim in refutations(af, members, wanted)}
    return OWN[wanted] in kinds and not kinds & BEFORE[wanted]


def _sets(found: Map, wanted: Semantics, *, holds: bool) -> list[frozenset[str]]:
    arguments = sorted(found.af.arguments)
    sizes = range(2 if holds else 1, LARGEST_SET + 1)
    sets = map(frozenset, chain.from_iterable(combinations(arguments, n) for n in sizes))
    return [s for s in sets if has(found.af, s, wanted) is holds]


def _with_claims(found: Map, members: frozenset[str], wanted: Semantics, draw: Draw) -> SetTask:
    """Answers the task with claims to choose from: one reason if there is any, and no reasons."""
    refuting = refutations(found.af, members, wanted)
    own = [c for c in refuting if c.against is OWN[wanted]]
    basic = own or [c for c in refuting if c.against is refuting[0].against]
    reason = (draw.one(basic),) if refuting else ()
    rest = [c for c in possible(found.af, members) if c not in refuting and c not in reason]
    wrong = _varied(found, members, draw.shuffled(rest), MOST_CLAIMS - len(reason))
    return SetTask(found, members, wanted, draw.shuffled((*reason, *wrong)))


def _varied(
    found: Map, members: frozenset[str], rest: tuple[Claim, ...], most: int
) -> tuple[Claim, ...]:
    """Answers claims that are no reasons, as many different faults as there are."""
    kinds: dict[tuple[Against, bool], Claim] = {}
    for claim in rest:
        kinds.setdefault((claim.against, is_true(found.af, members, claim)), claim)
    chosen = tuple(kinds.values())[:most]
    more = tuple(c for c in rest if c not in chosen)
    return (*chosen, *more[: most - len(chosen)])
