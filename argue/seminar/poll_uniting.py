"""What would unite a class: a fact or ranking on which it differs, settled for everybody.

Two people are united if every option comes out the same for both by their own lights. Settling a
fact lets it hold, or not, for all; settling a ranking puts one source right above another in
everybody's ranking and leaves the rest of it. What is gained are the pairs of people that are
united after it and were not before, less those that were and no longer are; a thing is worth what
it gains whichever way it is settled, and of two worth the same, the one that may gain more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from argue.construct.plain import conflicting
from argue.errors import ArgueError, OutOfBudget
from argue.model.argument import Graph
from argue.model.record import record
from argue.model.verdict import Status
from argue.seminar.poll_ballots import Ballot, Tiers
from argue.seminar.poll_views import Judge, View

Settle = Callable[[Ballot], Ballot]


@record
class Way:
    """One way to settle something: a fact that holds or not, or one source above another.

    `united` pairs of people would be united; `holders` hold it already.
    """

    name: str
    holds: bool
    united: int
    holders: int


@record
class Uniting:
    """A fact, or a pair of sources, on which a class differs, and each way to settle it.

    `ways` are empty where it cannot be settled by itself: somebody's ranking would go against what
    the case itself ranks.
    """

    kind: str
    names: tuple[str, ...]
    ways: tuple[Way, ...]

    def gains(self, now: int) -> tuple[int, int]:
        """Answers how many more pairs are united, at least and at most."""
        gained = [way.united - now for way in self.ways] or [0]
        return min(gained), max(gained)


def united(outcomes: Sequence[tuple[Mapping[str, Status], int]]) -> int:
    """Answers how many pairs of people agree on every option; each outcome with its holders."""
    groups = Counter[tuple[tuple[str, Status], ...]]()
    for statuses, holders in outcomes:
        groups[tuple(statuses.items())] += holders
    return sum(number * (number - 1) // 2 for number in groups.values())


def united_now(views: Sequence[View]) -> int:
    """Answers how many pairs of people agree on every option as things are."""
    return united([(view.statuses, len(view.holders)) for view in views])


def uniting(views: Sequence[View], judge: Judge, graph: Graph) -> tuple[tuple[Uniting, ...], bool]:
    """Answers what a class differs on, what unites most first, and whether all was tried."""
    found: list[Uniting] = []
    whole = True
    for kind, names, ways in (*_facts(views), *_rankings(views, graph)):
        try:
            settled = tuple(_way(views, judge, way) for way in ways)
        except OutOfBudget:
            whole = False
            break
        except ArgueError:
            settled = ()
        found.append(Uniting(kind, names, settled))
    now = united_now(views)
    return tuple(sorted(found, key=lambda u: u.gains(now), reverse=True)), whole


Named = tuple[str, bool, Settle, int]


def _way(views: Sequence[View], judge: Judge, way: Named) -> Way:
    name, holds, settle, holders = way
    outcomes = [(judge.statuses(settle(view.ballot)), len(view.holders)) for view in views]
    return Way(name, holds, united(outcomes), holders)


def _facts(views: Sequence[View]) -> Iterator[tuple[str, tuple[str, ...], tuple[Named, ...]]]:
    for name in dict.fromkeys(n for view in views for n in view.ballot.facts):
        held = {view.ballot.facts.get(name) for view in views}
        if len(held) < 2:
            continue
        ways = tuple((name, h, _fact(name, h), _holders(views, name, h)) for h in (True, False))
        yield "fact", (name,), ways


def _holders(views: Sequence[View], name: str, holds: bool) -> int:
    return sum(len(v.holders) for v in views if v.ballot.facts.get(name) is holds)


def _fact(name: str, holds: bool) -> Settle:
    return lambda ballot: replace(ballot, facts={**ballot.facts, name: holds})


def _rankings(
    views: Sequence[View], graph: Graph
) -> Iterator[tuple[str, tuple[str, ...], tuple[Named, ...]]]:
    """Yields the pairs of sources that oppose each other here and that views order differently."""
    for one, other in conflicting(graph):
        if {(one, other), (other, one)} & graph.order:
            continue
        held = {(v.ballot.above(one, other), v.ballot.above(other, one)) for v in views}
        if len(held) < 2:
            continue
        ways = tuple(
            (f"{high}>{low}", True, _above(high, low), _ranking(views, high, low))
            for high, low in ((one, other), (other, one))
        )
        yield "ranking", (one, other), ways


def _ranking(views: Sequence[View], high: str, low: str) -> int:
    return sum(len(v.holders) for v in views if v.ballot.above(high, low))


def _above(high: str, low: str) -> Settle:
    return lambda ballot: lifted(ballot, high, low)


def lifted(ballot: Ballot, high: str, low: str) -> Ballot:
    """Answers a ballot in which one source stands right above another, if it was not above it."""
    if ballot.above(high, low):
        return ballot
    ranked = {name for tier in ballot.ranking for name in tier}
    if low in ranked:
        tiers = _without(ballot.ranking, high)
        place = next(number for number, tier in enumerate(tiers) if low in tier)
        return replace(ballot, ranking=(*tiers[:place], (high,), *tiers[place:]))
    if high in ranked:
        place = next(number for number, tier in enumerate(ballot.ranking) if high in tier) + 1
        tiers = ballot.ranking
        return replace(ballot, ranking=(*tiers[:place], (low,), *tiers[place:]))
    return replace(ballot, also=(*ballot.also, (high, low)))


def _without(tiers: Tiers, name: str) -> Tiers:
    left = (tuple(n for n in tier if n != name) for tier in tiers)
    return tuple(tier for tier in left if tier)
