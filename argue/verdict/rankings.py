"""The rankings that differ in what stands under them: enough to tell how the options come out.

Below objections everything is well founded once a ranking is given, so that rankings under which
the same reasons stand, branch by branch, treat the options alike. Where three sources are split
against four there are a thousand rankings, and two things that can come of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from argue.construct.plain import conflicting, ranking_of, rankings, violated
from argue.model.argument import Graph
from argue.verdict.standing import (
    Standing,
    branches,
    has_circling_challenges,
    without_idle_conflicts,
)

Ranking = tuple[str, ...]


def telling_rankings(graph: Graph) -> tuple[Ranking, ...]:
    """Answers rankings of which one treats the options as any other ranking would.

    Of two sources that conflict, also where that is idle, each goes first in one of them if it
    can, so that nothing is taken for settled on the flat graph that the full list leaves open. All
    that differ are answered where branches cannot be listed, or are not well founded.

    Raises: LimitExceeded as `rankings` does.
    Cost: rankings times branches times reasons.
    """
    listed = () if has_circling_challenges(graph) else branches(graph)
    if not listed:
        return tuple(rankings(graph))
    live = without_idle_conflicts(graph, listed)
    firsts: dict[object, Ranking] = {}
    covering: dict[tuple[str, str], Ranking] = {}
    pairs = _both_ways(conflicting(live))
    for ranking in rankings(live):
        key = (violated(live, ranking), *(_standing(branch, ranking) for branch in listed))
        firsts.setdefault(key, ranking)
        place = _places(ranking)
        for high, low in pairs:
            if place[high] < place[low]:
                covering.setdefault((high, low), ranking)
    for high, low in _both_ways(conflicting(graph)):
        ranking = None if (high, low) in pairs else ranking_of(graph, high, low)
        if ranking is not None:
            covering[high, low] = ranking
    return _covering(tuple(firsts.values()), covering)


def _both_ways(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return [pair for one, other in pairs for pair in ((one, other), (other, one))]


def _covering(
    chosen: tuple[Ranking, ...], covering: Mapping[tuple[str, str], Ranking]
) -> tuple[Ranking, ...]:
    """Answers the chosen rankings with others that order pairs as none of them does."""
    for (high, low), ranking in covering.items():
        if not any(one.index(high) < one.index(low) for one in chosen):
            chosen = (*chosen, ranking)
    return chosen


def _standing(branch: Standing, ranking: Sequence[str]) -> frozenset[str]:
    """Answers the reasons of a branch that no standing reason of a higher source opposes."""
    place = _places(ranking)
    opposing: dict[str, list[str]] = {}
    source = {reason.id: str(reason.source) for reason in branch.reasons}
    for mine, theirs in branch.opposed:
        opposing.setdefault(mine, []).append(theirs)
    standing: set[str] = set()
    for reason in sorted(source, key=lambda r: place[source[r]]):
        above = [o for o in opposing.get(reason, ()) if place[source[o]] < place[source[reason]]]
        if standing.isdisjoint(above):
            standing.add(reason)
    return frozenset(standing)


def _places(ranking: Iterable[str]) -> dict[str, int]:
    return {source: index for index, source in enumerate(ranking)}
