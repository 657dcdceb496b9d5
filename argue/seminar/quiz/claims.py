"""What may be said against a set of arguments, when that is so, and which condition it bears on.

A claim speaks against a property if its truth alone makes the set lack it. Source: [Dung95].
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType

from argue.model.af import AF
from argue.model.record import record
from argue.semantics import definitions
from argue.semantics.definitions import Extension
from argue.semantics.table import Semantics


class Against(StrEnum):
    """A way in which something may be amiss with a set."""

    CONFLICT = "conflict"
    UNANSWERED = "unanswered"
    LEFT_OUT = "left_out"
    UNTOUCHED = "untouched"
    ATTACKED = "attacked"


@record
class Claim:
    """One thing said against a set: `one` attacks `other`, `one` is left out, or is untouched.

    Of a conflict both are members; of what is unanswered, or merely attacks, the second is one.
    """

    against: Against
    one: str
    other: str = ""


REFUTES: Mapping[Semantics, frozenset[Against]] = MappingProxyType(
    {
        Semantics.CONFLICT_FREE: frozenset({Against.CONFLICT}),
        Semantics.ADMISSIBLE: frozenset({Against.CONFLICT, Against.UNANSWERED}),
        Semantics.COMPLETE: frozenset({Against.CONFLICT, Against.UNANSWERED, Against.LEFT_OUT}),
        Semantics.STABLE: frozenset(Against) - {Against.ATTACKED},
    }
)
"""Property of a set -> what suffices to refute it. That something is attacked never does."""

PROPERTIES = tuple(REFUTES)


def has(af: AF, members: Extension, wanted: Semantics) -> bool:
    """Answers whether a set has a property, by the definition of it."""
    admissible = definitions.is_admissible(af, members)
    if wanted is Semantics.ADMISSIBLE:
        return admissible
    if wanted is Semantics.COMPLETE:
        return admissible and definitions.characteristic(af, members) <= members
    free = definitions.is_conflict_free(af, members)
    if wanted is Semantics.STABLE:
        return free and definitions.range_of(af, members) == frozenset(af.arguments)
    return free


def is_true(af: AF, members: Extension, claim: Claim) -> bool:
    """Answers whether what is said against a set is so."""
    one, other, kind = claim.one, claim.other, claim.against
    if kind is Against.LEFT_OUT:
        return one not in members and definitions.defends(af, members, one)
    if kind is Against.UNTOUCHED:
        return one not in definitions.range_of(af, members)
    attacks = other in members and other in af.attacked_by(one)
    if kind is Against.CONFLICT:
        return attacks and one in members
    if kind is Against.UNANSWERED:
        return attacks and not members & set(af.attackers_of(one))
    return attacks and one not in members


def possible(af: AF, members: Extension) -> Iterator[Claim]:
    """Yields everything that can be said against a set, true or false, but not absurd."""
    for one in af.arguments:
        if one not in members:
            yield Claim(Against.LEFT_OUT, one)
            yield Claim(Against.UNTOUCHED, one)
    for one, other in sorted((a, b) for a in af.arguments for b in sorted(members)):
        if one in members and one != other:
            yield Claim(Against.CONFLICT, one, other)
        if other in af.attacked_by(one):
            if one == other:
                yield Claim(Against.CONFLICT, one, other)
            elif one not in members:
                yield Claim(Against.UNANSWERED, one, other)
                yield Claim(Against.ATTACKED, one, other)


def refutations(af: AF, members: Extension, wanted: Semantics) -> tuple[Claim, ...]:
    """Answers every true claim that refutes a property of a set, the most basic ones first."""
    order = {kind: place for place, kind in enumerate(Against)}
    found = (c for c in possible(af, members) if c.against in REFUTES[wanted])
    true = [c for c in found if is_true(af, members, c)]
    return tuple(sorted(true, key=lambda c: (order[c.against], c.one, c.other)))
