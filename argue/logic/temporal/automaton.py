"""Deterministic automata over steps of a trace: what a compiled formula is.

A letter is a set of propositions, numbered by bits: bit `i` is set where the automaton's i-th
proposition holds. `table[state][letter]` is the next state; state 0 is the start.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Automaton:
    """A complete deterministic automaton; `accepting` are the states at which a trace may end."""

    propositions: tuple[str, ...]
    table: tuple[tuple[int, ...], ...]
    accepting: frozenset[int]

    @property
    def states(self) -> range:
        """The states, the start first."""
        return range(len(self.table))

    @property
    def initial(self) -> int:
        """The state before the first step."""
        return 0

    def letter(self, holding: AbstractSet[str]) -> int:
        """Answers the number of a step; what the automaton does not read is let be."""
        return sum(1 << i for i, name in enumerate(self.propositions) if name in holding)

    def step(self, state: int, holding: AbstractSet[str]) -> int:
        """Answers the state after one more step."""
        return self.table[state][self.letter(holding)]

    def run(self, trace: Iterable[AbstractSet[str]]) -> Iterator[int]:
        """Yields the state before the first step and after every step."""
        state = self.initial
        yield state
        for holding in trace:
            state = self.step(state, holding)
            yield state

    def accepts(self, trace: Sequence[AbstractSet[str]]) -> bool:
        """Answers whether the formula holds of a whole trace; of the empty one it never does."""
        *_, last = self.run(trace)
        return last in self.accepting

    @cached_property
    def lost(self) -> frozenset[int]:
        """The states from which no way leads to acceptance: violated for good."""
        return frozenset(self.states) - self._reaching(self.accepting)

    @cached_property
    def won(self) -> frozenset[int]:
        """The states from which only accepting ones are reached: fulfilled for good."""
        return self.accepting - self._reaching(frozenset(self.states) - self.accepting)

    def _reaching(self, goal: AbstractSet[int]) -> frozenset[int]:
        found = set(goal)
        while True:
            more = {s for s in self.states if s not in found and found & set(self.table[s])}
            if not more:
                return frozenset(found)
            found |= more


def minimal(automaton: Automaton) -> Automaton:
    """Answers the smallest equal automaton, its states numbered as they are first reached."""
    kept, table = merged(automaton.table, [s in automaton.accepting for s in automaton.states])
    accepting = frozenset(new for new, old in enumerate(kept) if old in automaton.accepting)
    return Automaton(automaton.propositions, table, accepting)


def merged(
    table: Sequence[tuple[int, ...]], labels: Sequence[Hashable]
) -> tuple[tuple[int, ...], tuple[tuple[int, ...], ...]]:
    """Answers one old state for each new one, and the table of the new ones, start first.

    States are merged that no course of letters tells apart by its labels, by refining a partition;
    quadratic in the number of states, linear in the letters. Source: [Moore56].
    """
    known = {label: n for n, label in enumerate(dict.fromkeys(labels))}
    classes, count = [known[label] for label in labels], len(known)
    while True:
        signatures = [(classes[s], tuple(classes[t] for t in row)) for s, row in enumerate(table)]
        numbers = {signature: n for n, signature in enumerate(dict.fromkeys(signatures))}
        classes = [numbers[signature] for signature in signatures]
        if len(numbers) == count:
            return _quotient(table, classes)
        count = len(numbers)


def _quotient(
    table: Sequence[tuple[int, ...]], classes: Sequence[int]
) -> tuple[tuple[int, ...], tuple[tuple[int, ...], ...]]:
    number = {classes[0]: 0}
    kept, rows = [0], list[tuple[int, ...]]()
    for state in kept:
        row = list[int]()
        for target in table[state]:
            if classes[target] not in number:
                number[classes[target]] = len(number)
                kept.append(target)
            row.append(number[classes[target]])
        rows.append(tuple(row))
    return tuple(kept), tuple(rows)
