"""Answer sets in which as much as possible is reached, under conditions that may stand in the way.

For preferred extensions the goals are the members, for semi-stable and stage extensions the
arguments in range.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from argue.semantics.solving.programs import Encoded


class Found(NamedTuple):
    """The members in an answer set, and which of the goals hold in it."""

    members: frozenset[int]
    reached: frozenset[int]


def maximal(encoded: Encoded, goals: Sequence[int], wanted: Sequence[int] = ()) -> Iterator[Found]:
    """Answers one answer set for every maximal set of goals with which the wanted literals hold.

    Maximal is meant among all answer sets, whether or not the wanted hold there. So a candidate
    that is maximal with them is tested without them; where more can be reached, everything
    within that is closed to later candidates. For a sceptical question (wanted: the query is no
    member) this is the reduction of preferred to complete sets. Source: [Fudge21].
    """
    closed: list[int] = []
    while (candidate := grow(encoded, goals, [*wanted, *closed])) is not None:
        top = candidate
        if not candidate.reached.issuperset(wanted):
            top = _beyond(encoded, goals, candidate) or candidate
        if top is candidate:
            yield candidate
        rest = [goal for goal in goals if goal not in top.reached]
        if not rest:
            return
        closed.append(encoded.one_of(rest))


def grow(encoded: Encoded, goals: Sequence[int], assume: Sequence[int]) -> Found | None:
    """Answers an answer set with the assumed literals, such that none with them reaches more.

    None where there is no answer set. Every search assumes all that the one before it reached,
    and something more. Searching anew leaps further than demanding more of a running search,
    which stays near its last answer.
    """
    best: Found | None = None
    asked = list(assume)
    while (found := _first(encoded, goals, asked)) is not None:
        best = found
        rest = [goal for goal in goals if goal not in found.reached]
        if not rest:
            break
        asked = [*assume, *(goal for goal in goals if goal in found.reached)]
        asked.append(encoded.one_of(rest))
    return best


def _first(encoded: Encoded, goals: Sequence[int], assume: Sequence[int]) -> Found | None:
    for answer in encoded.answers(assume):
        held = answer.holds(goals)
        reached = frozenset([goal for goal, value in zip(goals, held, strict=True) if value])
        return Found(encoded.members(answer), reached)
    return None


def _beyond(encoded: Encoded, goals: Sequence[int], found: Found) -> Found | None:
    """Answers a maximal answer set that reaches more than this one, None if there is none."""
    rest = [goal for goal in goals if goal not in found.reached]
    if not rest:
        return None
    return grow(encoded, goals, [*found.reached, encoded.one_of(rest)])
