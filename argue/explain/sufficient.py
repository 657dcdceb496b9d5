"""The smallest set of arguments that suffices for a claim, and which of them it cannot spare.

A set suffices if it is free of conflict, answers whatever attacks it, holds what its members
rest on, and makes the claim: accepts some arguments and defeats others.
Source: admissible sets as explanations, after [Fan15] related admissibility; [Dung95] for
admissible sets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import copy

from argue.explain.circumstances import Ground
from argue.explain.masks import Effect, Masks
from argue.model.record import record

MOST_STEPS = 20_000
"""Partial sets looked at in one search."""


@record
class Claim:
    """What a set of arguments is to make good: some accepted, others defeated."""

    accepted: tuple[str, ...] = ()
    defeated: tuple[str, ...] = ()


@record
class Sufficient:
    """A set that suffices for a claim, in the order of preference.

    `necessary` are the arguments in every set that suffices. Of no proper subset it is known to
    suffice; `smallest` is False where the search stopped before it knew of no smaller set,
    `examined` where it stopped before it knew of every argument whether it is necessary.
    """

    arguments: tuple[str, ...]
    necessary: tuple[str, ...] = ()
    smallest: bool = True
    examined: bool = True


def sufficient(ground: Ground, claim: Claim) -> Sufficient | None:
    """Answers the best smallest set that suffices; None if no set does, or none was found.

    Ties fall by rank of the sources, then margin within one source, then id.
    Cost: exponential at worst, cut off after MOST_STEPS partial sets.
    """
    search = _Search(ground, claim)
    found = search.smallest()
    if found is None:
        return None
    best = tuple(sorted(found, key=ground.preference))
    necessary = tuple(a for a in best if search.needs(a))
    return Sufficient(best, necessary, search.complete, search.examined)


def suffices(ground: Ground, claim: Claim, chosen: frozenset[str]) -> bool:
    """Answers whether a set suffices for a claim: the definition."""
    closed = all(ground.rests_on(a) <= chosen for a in chosen)
    attacked = {t for t in chosen if ground.possible.get(t, frozenset()) & chosen}
    against = {a for t in chosen for a in ground.possible.get(t, ())}
    defeated = {*against, *claim.defeated}
    return (
        closed
        and not attacked
        and chosen >= set(claim.accepted)
        and all(_answered(ground, a, chosen) for a in defeated)
    )


def _answered(ground: Ground, attacker: str, chosen: frozenset[str]) -> bool:
    return any(ground.certain.get(t, frozenset()) & chosen for t in ground.rests_on(attacker))


class _Search:
    """Adds answers to what is unanswered, in every way, smaller sets first."""

    def __init__(self, ground: Ground, claim: Claim) -> None:
        self.ground = ground
        self.masks = Masks(ground)
        accepted = {a for name in claim.accepted for a in ground.rests_on(name)}
        self.start = self.masks.effect_of(self.masks.of(accepted))
        self.defeated = self.masks.of(claim.defeated)
        apart = self.masks.of(ground.usable) & ~(self.start.against | self.start.harmed)
        self.free = self.masks.defensible(apart)
        self.steps = 0
        self.complete = self.examined = True

    def needs(self, name: str) -> bool:
        """Answers whether every set that suffices is known to hold an argument."""
        others = self._within(self.free & ~self.masks.of((name,)))
        found = others.any()
        cut = found is None and others.steps >= MOST_STEPS
        self.examined = self.examined and not cut
        return found is None and not cut

    def _within(self, free: int) -> _Search:
        found = copy(self)
        found.free = self.masks.defensible(free)
        return found

    def smallest(self) -> frozenset[str] | None:
        """Answers the preferred one of the smallest sets, or of sets that no subset replaces."""
        some = self.any()
        if some is None:
            return None
        for size in range(self.start.bits.bit_count(), len(some) + 1):
            found = list(self._found(size))
            if self.steps >= MOST_STEPS:
                break
            if found:
                return min(found, key=self._preference)
        self.complete = False
        return self._reduced(some)

    def any(self) -> frozenset[str] | None:
        """Answers some set that suffices, None if none was found."""
        return next(self._found(len(self.masks.names)), None)

    def _found(self, most: int) -> Iterator[frozenset[str]]:
        """Yields the sets found, of at most so many arguments."""
        self.steps, self._seen = 0, set[int]()
        start = self.start
        if not start.bits & ~self.free and start.bits.bit_count() <= most:
            for bits in self._grown(start.bits, start.against, start.answered, most):
                yield frozenset(self.masks.named(bits))

    def _grown(self, bits: int, against: int, answered: int, most: int) -> Iterator[int]:
        if self.steps >= MOST_STEPS or bits in self._seen:
            return
        self._seen.add(bits)
        self.steps += 1
        left = (against | self.defeated) & ~answered
        room = most - bits.bit_count()
        if not left:
            yield bits
        elif room:
            peaceful = self._ways(left & -left, bits, against)
            for way in self._undominated(w for w in peaceful if _fits(w, left, answered, room)):
                yield from self._grown(
                    bits | way.bits, against | way.against, answered | way.answered, most
                )

    def _ways(self, hardest: int, bits: int, against: int) -> Iterator[Effect]:
        """Yields the ways to answer one attack, that with the fewest answers.

        Comparing the ways is what costs: only those of one attack are compared.
        """
        free = self.free & ~against
        for whole in self.masks.ways_against(hardest):
            if not whole & ~free:
                effect = self.masks.effect_of(whole & ~bits)
                if not (bits | effect.bits) & effect.against:
                    yield effect

    def _undominated(self, ways: Iterable[Effect]) -> list[Effect]:
        """Answers the ways of which no other comes earlier, is no larger, and does all they do.

        Nor may more that is of use rest on them than on the other.
        """
        kept: list[Effect] = []
        for effect in sorted(ways, key=lambda way: way.bits.bit_count()):
            more = self.masks.followers_of(effect.bits) & self.free
            if not any(
                other.covers(effect) and not more & ~self.masks.followers_of(other.bits)
                for other in kept
            ):
                kept.append(effect)
        return kept

    def _preference(self, chosen: frozenset[str]) -> list[tuple[int, tuple[object, ...], str]]:
        return sorted(self.ground.preference(name) for name in chosen)

    def _reduced(self, some: frozenset[str]) -> frozenset[str]:
        """Answers a set within another of which no proper subset suffices."""
        for name in sorted(some, key=self.ground.preference, reverse=True):
            if name in some:
                some = self._within(self.masks.of(some - {name})).any() or some
        return some


def _fits(way: Effect, left: int, answered: int, room: int) -> bool:
    """Answers whether a way is small enough, and leaves nothing unanswered if it fills all room."""
    size = way.bits.bit_count()
    return size < room or (size == room and not (left | way.against) & ~(answered | way.answered))
