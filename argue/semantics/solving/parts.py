"""Parts of a graph that can be solved apart: the reduct, its components, the cone of a query.

Everything here takes time linear in arguments and attacks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from argue.model.af import AF, Neighbours
from argue.semantics.grounded import UNDECIDED, grounded_labels


@dataclass(frozen=True)
class Part:
    """Some arguments of a graph, numbered anew, with the attacks among them.

    `places[i]` is where argument i stands in the graph.
    """

    places: Sequence[int]
    attackers: Neighbours
    attacked: Neighbours

    def __len__(self) -> int:
        return len(self.places)

    def holds(self, place: int) -> bool:
        """Answers whether an argument of the graph, given by its place there, is in this part."""
        return place in self._local

    def local(self, place: int) -> int:
        """Answers the number here of an argument of the graph."""
        return self._local[place]

    @cached_property
    def _local(self) -> dict[int, int]:
        return {place: number for number, place in enumerate(self.places)}

    def restricted_to(self, members: Iterable[int]) -> Part:
        """Answers the part of only these arguments, given by their numbers here, in order."""
        kept = sorted(members)
        new = {old: number for number, old in enumerate(kept)}
        return Part(
            [self.places[i] for i in kept],
            [[new[j] for j in self.attackers[i] if j in new] for i in kept],
            [[new[j] for j in self.attacked[i] if j in new] for i in kept],
        )


def whole(af: AF) -> Part:
    """Answers the part that is all of a graph."""
    return Part(range(len(af)), af.attackers, af.attacked)


def reduct(af: AF) -> tuple[bytearray, Part]:
    """Answers the grounded labels, and the part of the arguments they leave undecided.

    A set is complete in the graph iff it is the grounded extension together with a complete set
    of the reduct; so also for preferred, stable, semi-stable, ideal and eager extensions.
    Source: [BBU20] (reducts and modularization).
    """
    labels = grounded_labels(af)
    return labels, whole(af).restricted_to(
        i for i, label in enumerate(labels) if label == UNDECIDED
    )


def components(part: Part) -> tuple[Part, ...]:
    """Answers the parts that no attack connects, in the order of their first arguments.

    The extensions of a part are the unions of one extension of each component, under every
    semantics of the table; there is none where some component has none.
    """
    seen = bytearray(len(part))
    found: list[Part] = []
    for start in range(len(part)):
        if not seen[start]:
            members = list(_reached(start, (part.attackers, part.attacked), seen))
            found.append(part.restricted_to(members))
    return tuple(found)


def together(part: Part, parts: Iterable[Part]) -> Part:
    """Answers several parts of a part as one."""
    return part.restricted_to(part.local(place) for other in parts for place in other.places)


def cone(part: Part, argument: int) -> Part:
    """Answers the part of an argument and everything from which attacks lead to it.

    Nothing outside attacks the cone, so that directional semantics (complete, preferred, ideal)
    accept in the cone what they accept in the whole. Source: [BaroniGiacomin07]
    (directionality).
    """
    return part.restricted_to(_reached(argument, (part.attackers,), bytearray(len(part))))


def strong_components(part: Part) -> list[list[int]]:
    """Answers the strongly connected components, each after all from which attacks lead to it.

    Source: [Tarjan72], without recursion.
    """
    order: dict[int, int] = {}
    low: dict[int, int] = {}
    path: list[int] = []
    done: list[list[int]] = []
    closed = bytearray(len(part))
    for root in range(len(part)):
        work = [] if root in order else [(root, iter(part.attackers[root]))]
        if work:
            order[root] = low[root] = len(order)
            path.append(root)
        while work:
            node, rest = work[-1]
            step = next((i for i in rest if not closed[i]), None)
            if step is None:
                work.pop()
                _close(node, (order, low), path, closed, done)
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
            elif step in order:
                low[node] = min(low[node], order[step])
            else:
                order[step] = low[step] = len(order)
                path.append(step)
                work.append((step, iter(part.attackers[step])))
    return done


def has_odd_cycle(part: Part) -> bool:
    """Answers whether attacks lead from some argument back to it in an odd number of steps.

    Where none do, preferred extensions are stable. Source: [Dung95], section 2.3 (limited
    controversial frameworks are coherent).
    """
    side: dict[int, int] = {}
    for group in strong_components(part):
        members = set(group)
        side[group[0]] = 0
        found = [group[0]]
        for node in found:
            for other in part.attacked[node]:
                if other not in members:
                    continue
                if other not in side:
                    side[other] = 1 - side[node]
                    found.append(other)
                elif side[other] == side[node]:
                    return True
    return False


def _close(
    node: int,
    numbers: tuple[dict[int, int], dict[int, int]],
    path: list[int],
    closed: bytearray,
    done: list[list[int]],
) -> None:
    """Takes the component of which `node` is the root off the path, if it is one."""
    order, low = numbers
    if low[node] != order[node]:
        return
    cut = path.index(node) if len(path) < 32 else len(path) - 1 - path[::-1].index(node)
    members = path[cut:]
    del path[cut:]
    for member in members:
        closed[member] = 1
    done.append(sorted(members))


def _reached(start: int, ways: Sequence[Neighbours], seen: bytearray) -> Iterator[int]:
    seen[start] = 1
    found = [start]
    for node in found:
        yield node
        for neighbours in ways:
            for other in neighbours[node]:
                if not seen[other]:
                    seen[other] = 1
                    found.append(other)
