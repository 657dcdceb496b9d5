"""Counting without enumerating: strongly connected components one after the other.

Complete, preferred and stable semantics are SCC-recursive: once it is known which of the earlier
arguments are in and which undecided, a component can be solved alone. What earlier components
tell later ones is kept as a state, with the number of ways to reach it; components that share
few attacks share few states. Source: [BaroniGuida05] (SCC-recursiveness).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from argue.asp.program import Deadline
from argue.semantics.solving.finders import Finder
from argue.semantics.solving.parts import Part, strong_components
from argue.semantics.solving.sweeping import swept

State: TypeAlias = "frozenset[tuple[int, bool]]"
"""Arguments, by their places, that are in (True) or undecided (False); who is out is not told."""

NOTHING: State = frozenset()

GADGET = -1
"""The place of a self-attacker that stands for undecided attackers from outside."""


class Counting:
    """Counts the extensions of parts under one SCC-recursive semantics."""

    def __init__(
        self, semantics: str, make: Callable[[Part, Deadline], Finder], deadline: Deadline
    ) -> None:
        """Take the semantics, and what finds the extensions of a strongly connected part."""
        self._semantics, self._make, self._deadline = semantics, make, deadline
        self._known: dict[tuple[tuple[int, ...], frozenset[int], frozenset[int]], Counter[State]]
        self._known = {}

    def count(self, part: Part) -> int:
        """Answers how many extensions the part has. Equals: counting those found."""
        return sum(self._states(part, frozenset(), frozenset()).values())

    def _states(
        self, part: Part, barred: frozenset[int], watched: frozenset[int]
    ) -> Counter[State]:
        """Answers how many extensions label the watched arguments how.

        Barred arguments have an undecided attacker outside, so that they cannot be in.
        """
        key = tuple(part.places), barred, watched
        if key not in self._known:
            groups = strong_components(part)
            if len(groups) == 1:
                self._known[key] = self._leaf(part, barred, watched)
            else:
                self._known[key] = self._chained(part, groups, (barred, watched))
        return self._known[key]

    def _chained(
        self,
        part: Part,
        groups: Sequence[Sequence[int]],
        about: tuple[frozenset[int], frozenset[int]],
    ) -> Counter[State]:
        """Answers the states after all components, each solved under every state before it."""
        barred, watched = about
        states = Counter({NOTHING: 1})
        done: set[int] = set()
        for group in narrow_order(part, groups):
            done.update(group)
            # Who still attacks something unsolved, or is asked about, stays in the state.
            telling = watched.union(
                part.places[i] for i in done if any(j not in done for j in part.attacked[i])
            )
            reached: Counter[State] = Counter()
            for state, ways in states.items():
                self._deadline.check()
                rest, stopped = _under(part, group, state)
                inner = barred.intersection(rest.places) | stopped
                asked = telling.intersection(rest.places)
                for labels, more in self._states(rest, inner, asked).items():
                    kept = frozenset([said for said in state if said[0] in telling])
                    reached[kept | labels] += ways * more
            states = reached
        return states

    def _leaf(self, part: Part, barred: frozenset[int], watched: frozenset[int]) -> Counter[State]:
        """Answers the states of a strongly connected part by finding its extensions."""
        whole = _with_gadget(part, barred)
        # In a strong component only an argument that stands alone is attacked by nobody.
        if not whole.attackers[0]:
            return Counter({frozenset((i, True) for i in watched): 1})
        if not watched and (number := swept(whole, self._semantics, self._deadline)) is not None:
            return Counter({NOTHING: number})
        finder = self._make(whole, self._deadline)
        if not watched:
            return Counter({NOTHING: finder.count()})
        return Counter(_labels(whole, members, watched) for members in finder.all())


def narrow_order(part: Part, groups: Sequence[Sequence[int]]) -> Iterable[Sequence[int]]:
    """Answers strong components in an order in which each comes after those that attack it.

    Among those that may come next, one that leaves the fewest arguments telling, greedily.
    """
    home = {i: number for number, group in enumerate(groups) for i in group}
    before = [
        {home[j] for i in group for j in part.attackers[i]} - {number}
        for number, group in enumerate(groups)
    ]
    ready = {number for number, needed in enumerate(before) if not needed}
    done: set[int] = set()
    while ready:
        best = min(ready, key=lambda number: (_cost(part, groups[number], done, home), number))
        ready.remove(best)
        done.add(best)
        ready |= {
            home[j]
            for i in groups[best]
            for j in part.attacked[i]
            if home[j] not in done and before[home[j]] <= done
        }
        yield groups[best]


def _cost(part: Part, group: Sequence[int], done: set[int], home: dict[int, int]) -> int:
    """Answers how many more arguments will tell something once a component is solved."""
    members = set(group)
    opened = sum(1 for i in group if any(j not in members for j in part.attacked[i]))
    sources = {j for i in group for j in part.attackers[i] if home[j] in done}
    closed = sum(
        1 for j in sources if all(k in members or home[k] in done for k in part.attacked[j])
    )
    return opened - closed


def _under(part: Part, group: Sequence[int], state: State) -> tuple[Part, frozenset[int]]:
    """Answers what a state leaves of a component, and which of that it bars."""
    said = {part.local(place): label for place, label in state}
    members = set(group)
    out = {i for i in group if any(said.get(j) is True for j in part.attackers[i])}
    stopped = {i for i in group if any(said.get(j) is False for j in part.attackers[i])} - out
    return part.restricted_to(members - out), frozenset(part.places[i] for i in stopped)


def _with_gadget(part: Part, barred: frozenset[int]) -> Part:
    """Answers the part with a self-attacker that attacks the barred arguments."""
    if not barred:
        return part
    new = len(part)
    hit = [part.local(place) for place in sorted(barred)]
    attackers = [[*found, *([new] if i in hit else [])] for i, found in enumerate(part.attackers)]
    return Part([*part.places, GADGET], [*attackers, [new]], [*part.attacked, [*hit, new]])


def _labels(part: Part, members: frozenset[int], watched: frozenset[int]) -> State:
    """Answers who of the watched is in, and who is neither in nor attacked by a member."""
    said: list[tuple[int, bool]] = []
    for place in watched:
        i = part.local(place)
        if i in members:
            said.append((place, True))
        elif members.isdisjoint(part.attackers[i]):
            said.append((place, False))
    return frozenset(said)
