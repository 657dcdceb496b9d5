"""A graph that changes while it is asked: what a change does not touch is not worked out again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from argue.asp.program import Deadline
from argue.errors import ArgueError, UnknownId
from argue.model.af import AF, Attack
from argue.semantics.definitions import Extension
from argue.semantics.grounded import GroundedSolver
from argue.semantics.solving.finders import Finder
from argue.semantics.solving.solver import Solver
from argue.semantics.table import Semantics
from argue.semantics.tasks import Acceptance, Mode, in_order

KEPT = 1000
"""So many programs are kept at most; beyond that all are forgotten and built anew when needed."""


class GraphSession:
    """Answers questions about one graph, and about what it becomes by changes.

    Every answer equals that of a fresh solver on the graph as it is then. Programs are kept by
    component, and serve again for every component that a change leaves as it was. The deadline,
    an instant of `time.monotonic`, may be moved at any time.
    """

    def __init__(self, af: AF, *, deadline: float | None = None) -> None:
        """Start from a graph."""
        self._deadline = Deadline(deadline)
        self._shared: dict[tuple[str, tuple[tuple[int, ...], ...]], Finder] = {}
        self.become(af)

    @property
    def af(self) -> AF:
        """The graph as it is now."""
        return self._af

    @property
    def deadline(self) -> float | None:
        """The instant of `time.monotonic` at which searches give up."""
        return self._deadline.at

    @deadline.setter
    def deadline(self, instant: float | None) -> None:
        self._deadline.at = instant

    def add_argument(self, argument: str, attacks: Iterable[Attack] = ()) -> None:
        """Adds an argument, and attacks from it or on it.

        Raises: ArgueError if it is there already; UnknownId for an attack on a stranger.
        """
        if argument in self._af:
            raise ArgueError(f"the argument {argument!r} is there already")
        self.become(self._af.with_argument(argument, attacks))

    def remove_argument(self, argument: str) -> None:
        """Removes an argument and its attacks; raises UnknownId."""
        self.become(self._af.without_argument(argument))

    def add_attack(self, source: str, target: str) -> None:
        """Adds an attack, if it is not there; raises UnknownId."""
        self.become(AF.of(self._af.arguments, [*self._af.attacks, (source, target)]))

    def remove_attack(self, source: str, target: str) -> None:
        """Removes an attack.

        Raises: UnknownId if it is not there.
        """
        rest = [attack for attack in self._af.attacks if attack != (source, target)]
        if len(rest) == len(self._af.attacks):
            known = [f"{target} by {attacker}" for attacker in self._af.attackers_of(target)]
            raise UnknownId("attack", f"{target} by {source}", known)
        self.become(AF.of(self._af.arguments, rest))

    def become(self, af: AF) -> None:
        """Turns to another graph, in which components alike need not be worked out again."""
        self._af = af
        self._solvers: dict[Semantics, Solver | GroundedSolver] = {}
        if len(self._shared) > KEPT:
            self._shared.clear()

    def extensions(self, semantics: str | Semantics) -> tuple[Extension, ...]:
        """Answers every extension, in the order of `tasks.extensions` and no more than these."""
        found = in_order(self._solver(semantics).all())
        return tuple(self._named(members) for members in found)

    def count(self, semantics: str | Semantics) -> int:
        """Answers how many extensions there are."""
        return self._solver(semantics).count()

    def one(
        self, semantics: str | Semantics, assume: Mapping[str, bool] | None = None
    ) -> Extension | None:
        """Answers an extension with the assumed arguments in or not in; None if there is none.

        Raises: UnknownId for an assumption about a stranger.
        """
        wanted = [(self._af.index_of(a), value) for a, value in (assume or {}).items()]
        solver = self._solver(semantics)
        if isinstance(solver, GroundedSolver):
            members = solver.one()
            fits = all((i in members) == value for i, value in wanted)
            return self._named(members) if fits else None
        found = solver.having(wanted)
        return None if found is None else self._named(found)

    def accepted(
        self, semantics: str | Semantics, argument: str, mode: str | Mode = Mode.CREDULOUS
    ) -> Acceptance:
        """Answers as `tasks.accepted` does."""
        asked = Mode(mode)
        credulous = asked is Mode.CREDULOUS
        members = self._solver(semantics).find(self._af.index_of(argument), credulous)
        found = None if members is None else self._named(members)
        if credulous:
            return Acceptance(argument, asked, accepted=found is not None, witness=found)
        return Acceptance(argument, asked, accepted=found is None, counterexample=found)

    def _solver(self, semantics: str) -> Solver | GroundedSolver:
        try:
            asked = Semantics(semantics)
        except ValueError as error:
            raise UnknownId("semantics", semantics, list(Semantics)) from error
        if asked not in self._solvers:
            self._solvers[asked] = (
                GroundedSolver(self._af)
                if asked is Semantics.GROUNDED
                else Solver(self._af, asked, self._deadline, shared=self._shared)
            )
        return self._solvers[asked]

    def _named(self, members: frozenset[int]) -> Extension:
        return frozenset([self._af.arguments[i] for i in members])
