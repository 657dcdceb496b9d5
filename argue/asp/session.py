"""One ground program that answers many questions: the only way from here to the solver."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Literal, TypeAlias

from clingo.control import Control
from clingo.solving import Model, SolveHandle
from clingo.symbol import Symbol

from argue.asp.facts import Atom, add_facts, atom_of, symbol_of
from argue.errors import OutOfBudget, SolverError, UnknownId
from argue.model.observing import CALLS, MODELS, PROGRAMS, count, debug
from argue.model.patience import due

ENCODINGS = Path(__file__).parent / "encodings"
"""The folder of the packaged programs."""

Assumption: TypeAlias = tuple[Atom, bool]
"""An atom and whether it is taken to be true."""


class Session:
    """A program of packaged encodings and given facts, grounded once and asked many times.

    `options` are clingo's own (`--config=trendy`). `deadline` is an instant of `time.monotonic`,
    None for none; it may be moved at any time, and a question that is not answered by then raises
    OutOfBudget and leaves the session usable. Grounding itself cannot be interrupted.
    """

    def __init__(
        self,
        encodings: tuple[str, ...],
        facts: Iterable[Atom],
        *,
        options: tuple[str, ...] = (),
        deadline: float | None = None,
    ) -> None:
        """Load the encodings, add the facts, ground.

        Raises: UnknownId for an encoding that is not packaged; SolverError with the solver's own
        text for anything it says.
        """
        self.deadline = deadline
        self._messages: list[str] = []
        self._literals: dict[Atom, int | bool] = {}
        self._atoms: dict[Symbol, Atom] = {}
        self._busy = False
        paths = [_path_of(name) for name in encodings]
        with self._listening():
            self._control = Control(options, logger=lambda _, text: self._messages.append(text))
            # Before the programs: clingo checks what was loaded when facts are added.
            add_facts(self._control, facts)
            for path in paths:
                self._control.load(str(path))
            self._control.ground()
        count(PROGRAMS)
        debug("argue.asp", "grounded %s", ", ".join(encodings))
        solve = self._control.configuration.solve
        self._own = {key: str(getattr(solve, key)) for key in ("enum_mode", "project")}
        self._settings = dict(self._own)

    def models(
        self,
        assume: Iterable[Assumption] = (),
        *,
        limit: int = 0,
        project: bool = False,
        also: Iterable[Atom] = (),
    ) -> Iterator[frozenset[Atom]]:
        """Answers the answer sets in which the assumptions hold, each as its shown atoms.

        At most `limit` of them, 0 for all; with `project`, one for every set of shown atoms.
        Those of the atoms `also` that are true are told too, without adding answers. An atom the
        program cannot derive is false, a fact is true, whatever is assumed. Closing the iterator
        ends the search; until it is closed or exhausted no other question may be asked.
        """
        settings = self._own | {"models": str(limit)}
        if project:
            settings["project"] = "show"
        return self._search(self._assumed(assume), settings, tuple(also))

    def satisfiable(self, assume: Iterable[Assumption] = ()) -> bool:
        """Answers whether there is an answer set in which the assumptions hold."""
        assumed = self._assumed(assume)
        settings = self._own | {"models": "1"}
        if assumed is None or due(self.deadline) is not None:
            return any(True for _ in self._search(assumed, settings))
        self._begin(settings)
        try:
            with self._listening():
                return bool(self._control.solve(assumed).satisfiable)
        finally:
            self._busy = False

    def consequences(
        self, mode: Literal["brave", "cautious"], assume: Iterable[Assumption] = ()
    ) -> frozenset[Atom] | None:
        """Answers the shown atoms of some (brave) or of all (cautious) answer sets.

        None where there is no answer set. All answer sets of the program count, also those that
        an enumeration by domain heuristic would leave out.
        """
        settings = {"enum_mode": mode, "project": "no", "models": "0"}
        # The solver approaches the answer model by model; the last one is it.
        last = deque(self._search(self._assumed(assume), settings), maxlen=1)
        return last[0] if last else None

    def _search(
        self,
        assumed: list[int] | None,
        settings: Mapping[str, str],
        also: tuple[Atom, ...] = (),
    ) -> Iterator[frozenset[Atom]]:
        if assumed is None:
            return
        self._begin(settings)
        try:
            with self._open(assumed) as handle:
                while (model := self._next(handle)) is not None:
                    count(MODELS)
                    yield self._read(model) | self._true_of(also, model)
        finally:
            self._busy = False

    def _begin(self, settings: Mapping[str, str]) -> None:
        instant = due(self.deadline)
        if instant is not None and time.monotonic() >= instant:
            raise OutOfBudget("time ran out before the solver was asked; allow more")
        if self._busy:
            raise SolverError("close the running enumeration of models before asking again")
        for key, value in settings.items():
            if self._settings.get(key) != value:
                setattr(self._control.configuration.solve, key, value)
                self._settings[key] = value
        self._busy = True
        count(CALLS)

    def _open(self, assumed: list[int]) -> SolveHandle:
        with self._listening():
            return self._control.solve(assumed, yield_=True, async_=due(self.deadline) is not None)

    def _next(self, handle: SolveHandle) -> Model | None:
        with self._listening():
            handle.resume()
            instant = due(self.deadline)
            if instant is not None and not handle.wait(_seconds_until(instant)):
                raise OutOfBudget("the solver did not answer in time; allow more or ask for less")
            return handle.model()

    def _read(self, model: Model) -> frozenset[Atom]:
        atoms = self._atoms
        shown = model.symbols(shown=True)
        for symbol in shown:
            if symbol not in atoms:
                atoms[symbol] = atom_of(symbol)
        return frozenset([atoms[symbol] for symbol in shown])

    def _true_of(self, also: tuple[Atom, ...], model: Model) -> frozenset[Atom]:
        literals = [(atom, self._literal(atom)) for atom in also]
        return frozenset(
            [
                atom
                for atom, literal in literals
                if literal is True or (literal is not False and model.is_true(literal))
            ]
        )

    def _literal(self, atom: Atom) -> int | bool:
        literal = self._literals.get(atom)
        if literal is None:
            literal = self._literals[atom] = self._literal_of(atom)
        return literal

    def _assumed(self, assume: Iterable[Assumption]) -> list[int] | None:
        """Answers the literals to assume; None where an assumption cannot hold."""
        literals: list[int] = []
        for atom, wanted in assume:
            literal = self._literal(atom)
            if literal is True or literal is False:
                if literal is not wanted:
                    return None
            else:
                literals.append(literal if wanted else -literal)
        return literals

    def _literal_of(self, atom: Atom) -> int | bool:
        """Answers the solver's literal, or the truth value of an atom settled when grounding."""
        found = self._control.symbolic_atoms[symbol_of(atom)]
        if found is None:
            return False
        return True if found.is_fact else found.literal

    def _listening(self) -> AbstractContextManager[None]:
        return listening(self._messages)


@contextmanager
def listening(messages: list[str]) -> Generator[None]:
    """Turns what the solver's logger collects meanwhile, and what it raises, into a SolverError."""
    try:
        yield
    except RuntimeError as error:
        raise SolverError("\n".join([*_said(messages), str(error)])) from error
    if said := _said(messages):
        raise SolverError("\n".join(said))


def _said(messages: list[str]) -> list[str]:
    said = [text.strip() for text in messages]
    messages.clear()
    return said


def _seconds_until(instant: float) -> float:
    # A negative number would make the solver wait for ever.
    return max(0.0, instant - time.monotonic())


def _path_of(name: str) -> Path:
    path = ENCODINGS / f"{name}.lp"
    if not name.isidentifier() or not path.is_file():
        raise UnknownId("encoding", name, sorted(file.stem for file in ENCODINGS.glob("*.lp")))
    return path
