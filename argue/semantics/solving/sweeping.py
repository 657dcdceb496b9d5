"""Counting along a tree decomposition: what matters of a labelling is how it labels a few at once.

Arguments are taken out one by one, those with the fewest open neighbours first. Whatever was taken
out matters further on only by the labels of the neighbours it left open, so rows are kept of
these alone, each with the number of ways to come to it. Source: [DPW12]
(argumentation and tree decompositions). Cost: linear in arguments, exponential in the width.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from math import prod
from types import MappingProxyType
from typing import Generic, NamedTuple

from argue.asp.program import Deadline
from argue.semantics.solving.parts import Part, has_odd_cycle
from argue.semantics.solving.rows import BITS, KINDS, LABEL, Certified, Kind, RowType

WIDTH: Mapping[str, int] = MappingProxyType(
    {
        "conflict-free": 20,
        "naive": 16,
        "admissible": 10,
        "complete": 10,
        "preferred": 7,
        "stable": 16,
    }
)
"""Semantics that are counted so, and how many neighbours an argument may leave open at most."""


class Step(NamedTuple):
    """An argument that is taken out, and the neighbours that it leaves open."""

    argument: int
    left: frozenset[int]


def swept(part: Part, semantics: str, deadline: Deadline) -> int | None:
    """Answers how many extensions a part has, None where it is too wide to be counted so.

    Equals: the number of extensions by definition.
    """
    if semantics not in WIDTH:
        return None
    if semantics == "preferred" and not has_odd_cycle(part):
        semantics = "stable"
    graph = mutual(part) if semantics == "naive" else part
    steps = elimination(graph, WIDTH[semantics])
    if steps is None:
        return None
    slots = slots_of(steps)
    if semantics == "preferred":
        kind = Certified(1 + max(slots.values(), default=0))
        return Sweep(graph, slots, kind, deadline).count(steps)
    plain = KINDS["stable" if semantics == "naive" else semantics]
    return Sweep(graph, slots, plain, deadline).count(steps)


def mutual(part: Part) -> Part:
    """Answers the part in which attacks go both ways, without what attacks itself.

    Its stable extensions are the naive ones of the part.
    """
    sober = [i for i in range(len(part)) if i not in part.attackers[i]]
    rest = part.restricted_to(sober)
    both = [sorted({*a, *b}) for a, b in zip(rest.attackers, rest.attacked, strict=True)]
    return Part(rest.places, both, both)


def elimination(part: Part, width: int) -> list[Step] | None:
    """Answers an order in which at most `width` neighbours stay open, None if none is found.

    Always the argument with the fewest open neighbours comes next, whose neighbours then become
    neighbours of one another. Source: the rule of minimal degree ([Markowitz57]).
    """
    around = [
        {*before, *after} - {i}
        for i, (before, after) in enumerate(zip(part.attackers, part.attacked, strict=True))
    ]
    waiting = [(len(others), i) for i, others in enumerate(around)]
    heapify(waiting)
    gone = bytearray(len(part))
    steps: list[Step] = []
    while waiting:
        degree, argument = heappop(waiting)
        if gone[argument] or degree != len(around[argument]):
            continue
        if degree > width:
            return None
        gone[argument] = 1
        left = around[argument]
        steps.append(Step(argument, frozenset(left)))
        for other in left:
            around[other] |= left
            around[other] -= {argument, other}
            heappush(waiting, (len(around[other]), other))
    return steps


def slots_of(steps: Sequence[Step]) -> dict[int, int]:
    """Answers for every argument a slot that none has who is open at the same time."""
    slots: dict[int, int] = {}
    for argument, left in reversed(steps):
        taken = {slots[i] for i in left}
        slots[argument] = next(slot for slot in range(len(taken) + 1) if slot not in taken)
    return slots


class Sweep(Generic[RowType]):
    """One way through a part in one manner of labelling."""

    def __init__(
        self, part: Part, slots: Mapping[int, int], kind: Kind[RowType], deadline: Deadline
    ) -> None:
        """Take the part, where each argument stands in a row, and what rows are."""
        self._slots, self._kind, self._deadline = slots, kind, deadline
        self._attacked = [frozenset(victims) for victims in part.attacked]

    def count(self, steps: Sequence[Step]) -> int:
        """Answers how many labellings there are; raises OutOfBudget."""
        turn = {step.argument: number for number, step in enumerate(steps)}
        told: dict[int, list[tuple[frozenset[int], Counter[RowType]]]] = defaultdict(list)
        totals: list[int] = []
        for argument, left in steps:
            scope, rows = self._gathered(told.pop(argument, []))
            rows = self._met(rows, scope, argument, sorted(left))
            slot = self._slots[argument]
            rows = self._each(rows, lambda row, at=slot: self._kind.closed(row, at))
            if left:
                told[min(left, key=turn.__getitem__)].append((left, rows))
            else:
                totals.append(sum(rows.values()))
        return prod(totals)

    def _gathered(
        self, messages: Sequence[tuple[frozenset[int], Counter[RowType]]]
    ) -> tuple[set[int], Counter[RowType]]:
        """Answers the arguments that some rows are about, and the rows joined."""
        scope: set[int] = set()
        rows = Counter({self._kind.empty: 1})
        for others, more in messages:
            rows = self._joined(rows, more, scope & others)
            scope |= others
        return scope, rows

    def _met(
        self, rows: Counter[RowType], scope: set[int], argument: int, others: Sequence[int]
    ) -> Counter[RowType]:
        """Answers the rows once the argument and the others are open and its attacks known."""
        for other in (argument, *others):
            if other not in scope:
                slot = self._slots[other]
                rows = Counter(
                    {new: n for row, n in rows.items() for new in self._kind.opened(row, slot)}
                )
            # A pair of an argument with itself is one pair, not two.
            for source, target in dict.fromkeys([(argument, other), (other, argument)]):
                if target in self._attacked[source]:
                    ends = self._slots[source], self._slots[target]
                    rows = self._each(rows, lambda row, at=ends: self._kind.attacked(row, *at))
        return rows

    def _each(
        self, rows: Counter[RowType], change: Callable[[RowType], RowType | None]
    ) -> Counter[RowType]:
        """Answers the rows after a change, added up where they become equal."""
        self._deadline.check()
        found: Counter[RowType] = Counter()
        for row, ways in rows.items():
            new = change(row)
            if new is not None:
                found[new] += ways
        return found

    def _joined(
        self, rows: Counter[RowType], others: Counter[RowType], shared: Iterable[int]
    ) -> Counter[RowType]:
        """Answers every two rows that agree about what they share, put together."""
        mask = sum(LABEL << BITS * self._slots[i] for i in shared)
        groups: dict[int, list[tuple[RowType, int]]] = defaultdict(list)
        for row, ways in others.items():
            groups[self._kind.labels(row, mask)].append((row, ways))
        found: Counter[RowType] = Counter()
        for row, ways in rows.items():
            self._deadline.check()
            for other, more in groups.get(self._kind.labels(row, mask), ()):
                new = self._kind.joined(row, other, mask)
                if new is not None:
                    found[new] += ways * more
        return found
