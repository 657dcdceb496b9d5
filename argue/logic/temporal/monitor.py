"""A duty followed along a trace: inactive, active, violated or repaired, step by step.

A monitor joins the automaton of a duty with that of what repairs its breach. *Active* means that
something is owed: were the trace to end now, the duty would be unfulfilled. A breach starts the
reparation at the very step of the breach; once repaired, the duty starts afresh.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from argue.logic.formulas import FormulaError
from argue.logic.temporal.automaton import Automaton, merged
from argue.logic.temporal.compiling import MOST_PROPOSITIONS, compile_automaton
from argue.logic.temporal.formulas import Formula


class Standing(StrEnum):
    """How a duty stands at a step, or at the end of a trace (there never active)."""

    INACTIVE = "inactive"
    ACTIVE = "active"
    VIOLATED = "violated"
    REPAIRED = "repaired"


_BREACHED = (Standing.VIOLATED, Standing.REPAIRED)


@dataclass(frozen=True, slots=True)
class Reading:
    """How a duty stands after one step, counted from 1, and what holds there.

    `breach` says that the duty was breached at this very step, even if repaired at once.
    """

    step: int
    standing: Standing
    holding: tuple[str, ...]
    breach: bool = False


@dataclass(frozen=True, slots=True)
class Course:
    """How a duty fared along a whole trace.

    `ending` is inactive if it was kept, else repaired or violated; `breaches` are the steps at
    which it was breached; `owed` says that the trace ended with something due that never came.
    """

    readings: tuple[Reading, ...]
    ending: Standing
    owed: bool

    @property
    def breaches(self) -> tuple[int, ...]:
        """The steps at which the duty was breached, those repaired at once included."""
        return tuple(reading.step for reading in self.readings if reading.breach)


@dataclass(frozen=True)
class Monitor:
    """A complete deterministic machine over letters, as in an automaton, with its standings.

    `table[state][letter]` is the next state and 0 the start; `standings[state]` is how the duty
    stands there, `endings[state]` how it would have fared if the trace ended there; at the states
    `afresh` the duty starts over with the next step.
    """

    propositions: tuple[str, ...]
    table: tuple[tuple[int, ...], ...]
    standings: tuple[Standing, ...]
    endings: tuple[Standing, ...]
    afresh: frozenset[int] = frozenset()

    def letter(self, holding: AbstractSet[str]) -> int:
        """Answers the number of a step: bit i is set where the i-th proposition holds."""
        return sum(1 << i for i, name in enumerate(self.propositions) if name in holding)

    def step(self, state: int, holding: AbstractSet[str]) -> int:
        """Answers the state after one more step."""
        return self.table[state][self.letter(holding)]

    def breaches(self, before: int, after: int) -> bool:
        """Answers whether going from one state to another is a new breach."""
        if self.standings[after] not in _BREACHED:
            return False
        return self.standings[before] not in _BREACHED or before in self.afresh

    def follow(self, trace: Sequence[AbstractSet[str]]) -> Course:
        """Answers how the duty fares along a trace; the empty trace breaches nothing."""
        state, readings = 0, list[Reading]()
        for number, holding in enumerate(trace, 1):
            before, state = state, self.step(state, holding)
            breach = self.breaches(before, state)
            reading = Reading(number, self.standings[state], tuple(sorted(holding)), breach)
            readings.append(reading)
        if not readings:
            return Course((), Standing.INACTIVE, owed=False)
        owed = self.standings[state] is Standing.ACTIVE
        return Course(tuple(readings), self.endings[state], owed)


def monitor(duty: Formula, reparation: Formula | None = None, *, again: bool = False) -> Monitor:
    """Answers the monitor of a duty and of what repairs its breach.

    With `again` a breach that is not or cannot be repaired starts the duty afresh, so that every
    further breach is seen; without, such a breach is the end of the matter. Raises: FormulaError
    for formulas that cannot be compiled.
    """
    names = {*duty.propositions, *(reparation.propositions if reparation else ())}
    if len(names) > MOST_PROPOSITIONS:
        message = f"duty and reparation name more than {MOST_PROPOSITIONS} propositions together"
        raise FormulaError(message, str(duty), 1)
    repair = compile_automaton(reparation) if reparation else None
    return _Joining(compile_automaton(duty), repair, again).monitor(tuple(sorted(names)))


@dataclass(frozen=True, slots=True)
class _State:
    """Where duty and reparation stand; `scar` is the worst that happened before."""

    standing: Standing
    duty: int = 0
    repairing: int | None = None
    scar: Standing = Standing.INACTIVE

    @property
    def afresh(self) -> bool:
        """Whether the duty starts over with the next step."""
        return self.standing in _BREACHED and self.repairing is None and self.duty >= 0


_LOST = _State(Standing.VIOLATED, duty=-1, scar=Standing.VIOLATED)


class _Joining:
    """Follows duty and reparation together over every letter."""

    def __init__(self, duty: Automaton, repair: Automaton | None, again: bool) -> None:
        self.duty, self.repair, self.again = duty, repair, again

    def monitor(self, names: tuple[str, ...]) -> Monitor:
        letters = [
            frozenset(name for i, name in enumerate(names) if number >> i & 1)
            for number in range(1 << len(names))
        ]
        numbers = {_State(Standing.INACTIVE): 0}
        waiting, table = list(numbers), list[tuple[int, ...]]()
        for state in waiting:
            row = list[int]()
            for holding in letters:
                target = self._after(state, holding)
                if target not in numbers:
                    numbers[target] = len(numbers)
                    waiting.append(target)
                row.append(numbers[target])
            table.append(tuple(row))
        labels = [(s.standing, self._ending(s), s.afresh) for s in waiting]
        kept, smaller = merged(table, labels)
        standings = tuple(labels[old][0] for old in kept)
        endings = tuple(labels[old][1] for old in kept)
        afresh = frozenset(new for new, old in enumerate(kept) if labels[old][2])
        return Monitor(names, smaller, standings, endings, afresh)

    def _after(self, state: _State, holding: AbstractSet[str]) -> _State:
        if state == _LOST:
            return state
        if state.repairing is not None and self.repair is not None:
            return self._repairing(self.repair.step(state.repairing, holding), state.scar)
        duty = self.duty.step(state.duty, holding)
        if duty not in self.duty.lost:
            kept = duty in self.duty.accepting
            standing = Standing.INACTIVE if kept else Standing.ACTIVE
            return _State(standing, duty, None, state.scar)
        if self.repair is None:
            return self._beyond_repair()
        return self._repairing(self.repair.step(self.repair.initial, holding), state.scar)

    def _repairing(self, repairing: int, scar: Standing) -> _State:
        assert self.repair is not None
        if repairing in self.repair.won:
            worst = Standing.VIOLATED if scar is Standing.VIOLATED else Standing.REPAIRED
            return _State(Standing.REPAIRED, self.duty.initial, None, worst)
        if repairing in self.repair.lost:
            return self._beyond_repair()
        return _State(Standing.VIOLATED, 0, repairing, scar)

    def _beyond_repair(self) -> _State:
        if not self.again:
            return _LOST
        return _State(Standing.VIOLATED, self.duty.initial, None, Standing.VIOLATED)

    def _ending(self, state: _State) -> Standing:
        if state == _LOST or state.scar is Standing.VIOLATED:
            return Standing.VIOLATED
        if state.repairing is not None and self.repair is not None:
            mended = state.repairing in self.repair.accepting
            return Standing.REPAIRED if mended else Standing.VIOLATED
        if state.standing is Standing.ACTIVE:
            return Standing.VIOLATED
        return state.scar
