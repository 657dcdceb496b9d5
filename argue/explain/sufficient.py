"""The smallest set of arguments that suffices for a claim, and which of them it cannot spare.

A set suffices if it is free of conflict, answers whatever attacks it, holds what its members
rest on, and makes the claim: accepts some arguments and defeats others.
Source: admissible sets as explanations, after [Fan15] related admissibility; [Dung95] for
admissible sets.
"""

from __future__ import annotations

from collections.abc import Iterator

from argue.explain.circumstances import Ground
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
    suffice; `smallest` is False where the search stopped before it knew of no smaller set.
    """

    arguments: tuple[str, ...]
    necessary: tuple[str, ...] = ()
    smallest: bool = True


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
    necessary = tuple(a for a in best if _Search(ground, claim, without=a).any() is None)
    return Sufficient(best, necessary, search.complete)


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

    def __init__(self, ground: Ground, claim: Claim, *, without: str = "") -> None:
        self.ground, self.claim, self.without = ground, claim, without
        self.steps = 0
        self.complete = True
        self._effects: dict[frozenset[str], _Effect] = {}

    def smallest(self) -> frozenset[str] | None:
        """Answers the preferred one of the smallest sets, or of sets that no subset replaces."""
        some = self.any()
        if some is None:
            return None
        for size in range(len(self.claim.accepted), len(some) + 1):
            self.steps, self._seen = 0, set[frozenset[str]]()
            found = list(self._grown(self._start(), size))
            if self.steps >= MOST_STEPS:
                break
            if found:
                return min(found, key=self._preference)
        self.complete = False
        return self._reduced(some)

    def any(self) -> frozenset[str] | None:
        """Answers some set that suffices, None if none was found."""
        self.steps, self._seen = 0, set[frozenset[str]]()
        return next(self._grown(self._start(), len(self.ground.graph.arguments)), None)

    def _start(self) -> frozenset[str] | None:
        chosen = frozenset[str]()
        for name in self.claim.accepted:
            chosen |= self.ground.rests_on(name)
        return chosen if self._allowed(chosen) else None

    def _allowed(self, chosen: frozenset[str]) -> bool:
        return (
            self.without not in chosen
            and chosen <= self.ground.usable
            and not any(self.ground.possible.get(t, frozenset()) & chosen for t in chosen)
        )

    def _grown(self, chosen: frozenset[str] | None, most: int) -> Iterator[frozenset[str]]:
        if chosen is None or len(chosen) > most or self.steps >= MOST_STEPS:
            return
        if chosen in self._seen:
            return
        self._seen.add(chosen)
        self.steps += 1
        ways = self._ways(chosen, most)
        if ways is None:
            yield chosen
            return
        for way in ways:
            yield from self._grown(way, most)

    def _ways(self, chosen: frozenset[str], most: int) -> list[frozenset[str]] | None:
        """Answers how to answer one attack, that with the fewest answers; None if none is left."""
        ground = self.ground
        bits, against = ground.masks(chosen)
        hardest = ground.first_unanswered(chosen, against, self.claim.defeated)
        if hardest is None:
            return None
        if len(chosen) >= most:
            return []
        # Comparing the ways is what costs: only those of one attack are compared.
        ways: list[frozenset[str]] = []
        for answer in ground.answers_to(hardest):
            added, attackers = ground.masks_of(answer)
            peaceful = not (bits | added) & (against | attackers)
            if peaceful and self.without not in ground.rests_on(answer):
                ways.append(chosen | ground.rests_on(answer))
        return self._undominated(ways, chosen)

    def _undominated(
        self, ways: list[frozenset[str]], chosen: frozenset[str]
    ) -> list[frozenset[str]]:
        """Answers the ways of which none comes earlier, is no larger, and does all they do."""
        kept: list[tuple[frozenset[str], _Effect]] = []
        for way in sorted(ways, key=len):
            effect = self._effect(way - chosen)
            if not any(other.covers(effect) for _, other in kept):
                kept.append((way, effect))
        return [way for way, _ in kept]

    def _effect(self, added: frozenset[str]) -> _Effect:
        if added not in self._effects:
            self._effects[added] = self._worked_out(added)
        return self._effects[added]

    def _worked_out(self, added: frozenset[str]) -> _Effect:
        shared = frozenset(a for a in added if not a.startswith(("reason:", "objection:")))
        hit = {t for a in added for t in self.ground.certainly_attacked.get(a, ())}
        harmed = {t for a in added for t in self.ground.possibly_attacked.get(a, ())}
        against = {a for t in added for a in self.ground.possible.get(t, ())}
        return _Effect(shared, frozenset(hit), frozenset(harmed), frozenset(against))

    def _preference(self, chosen: frozenset[str]) -> list[tuple[int, tuple[object, ...], str]]:
        return sorted(self.ground.preference(name) for name in chosen)

    def _reduced(self, some: frozenset[str]) -> frozenset[str]:
        """Answers a set within another of which no proper subset suffices."""
        for name in sorted(some, key=self.ground.preference, reverse=True):
            if name in some:
                usable = self.ground.usable & (some - {name})
                within = _Search(_limited(self.ground, usable), self.claim).any()
                some = within or some
        return some


@record
class _Effect:
    """What adding some arguments does: what it shares with others, attacks, and must answer."""

    shared: frozenset[str]
    hit: frozenset[str]
    harmed: frozenset[str]
    against: frozenset[str]

    def covers(self, other: _Effect) -> bool:
        """Answers whether this does all that another does, and asks for no more."""
        return (
            self.shared <= other.shared
            and self.hit >= other.hit
            and self.harmed <= other.harmed
            and self.against <= other.against
        )


def _limited(ground: Ground, usable: frozenset[str]) -> Ground:
    return Ground(ground.graph, ground.given, ground.certain, ground.possible, usable)
