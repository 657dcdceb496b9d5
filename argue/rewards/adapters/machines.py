"""Norms over time followed together, step by step, as the machine behind rewards and shields.

A step is what holds after an action: the state in which an episode begins is none. Source:
[ToroIcarte22] for rewards that a machine over events pays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from argue.construct.courses import monitor_of
from argue.errors import ArgueError
from argue.logic.temporal.monitor import Monitor, Standing
from argue.model.case import Case

States = tuple[int, ...]
"""Where each monitor is, in the order of the norms."""


@dataclass(frozen=True)
class Change:
    """What one step does: where the monitors are then, and which norms it breaches or repairs."""

    states: States
    breached: tuple[str, ...] = ()
    repaired: tuple[str, ...] = ()


@dataclass(frozen=True)
class Norms:
    """Norms by name, each with its monitor."""

    monitors: Mapping[str, Monitor]

    def __post_init__(self) -> None:
        if not self.monitors:
            raise ArgueError("no norm is about time: give one with ltl or a pattern")

    @property
    def start(self) -> States:
        """Where the monitors are before the first step."""
        return (0,) * len(self.monitors)

    def step(self, states: States, holding: Iterable[str], *, last: bool = False) -> Change:
        """Answers what a step at which this holds does; the `last` breaches what is still owed."""
        held = frozenset(holding)
        after, breached, repaired = list[int](), list[str](), list[str]()
        for (name, monitor), before in zip(self.monitors.items(), states, strict=True):
            state = monitor.step(before, held)
            standing = monitor.standings[state]
            after.append(state)
            owed = last and standing is Standing.ACTIVE
            if monitor.breaches(before, state) or owed:
                breached.append(name)
            if standing is Standing.REPAIRED and monitor.standings[before] is not standing:
                repaired.append(name)
        return Change(tuple(after), tuple(breached), tuple(repaired))

    def standings(self, states: States) -> Mapping[str, Standing]:
        """Answers how each norm stands."""
        pairs = zip(self.monitors.items(), states, strict=True)
        return {name: monitor.standings[state] for (name, monitor), state in pairs}

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many states each monitor has."""
        return tuple(len(monitor.table) for monitor in self.monitors.values())


def norms_of(case: Case) -> Norms:
    """Answers the norms of a case that are about time.

    Raises: ArgueError if none is; FormulaError for one that cannot be read.
    """
    timed = {n.id: n for n in case.norms.values() if n.ltl or n.pattern}
    return Norms({i: monitor_of(n.ltl, n.pattern, n.reparation) for i, n in timed.items()})
