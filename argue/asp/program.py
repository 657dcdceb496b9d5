"""A ground program built rule by rule, without text and without grounding.

For graphs of many thousand attacks grounding costs more than solving. Here atoms are numbers, a
literal is an atom or its negative, and a rule is a pair of heads and body. What the atoms mean
the caller knows.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, TypeAlias, cast

from clingo.backend import HeuristicType
from clingo.control import Control
from clingo.solving import Model, SolveHandle

from argue.asp.session import listening
from argue.errors import OutOfBudget
from argue.model.observing import CALLS, MODELS, PROGRAMS, count, debug

Rule: TypeAlias = "tuple[Sequence[int], Sequence[int]]"
"""The atoms of the head, none for a constraint, and the literals of the body."""

Clause: TypeAlias = "Sequence[int]"
"""Literals of which one must hold."""

SLICE = 0.1
"""Longest wait, in seconds, before an interrupt from the keyboard is noticed."""

SMALL = 32
"""A program of no more atoms is searched at once, without a thread that could be interrupted."""


@dataclass(slots=True)
class Deadline:
    """An instant of `time.monotonic`, None for never, which can be moved for all that share it."""

    at: float | None = None

    def left(self) -> float:
        """Answers how many seconds are left, at most SLICE."""
        return SLICE if self.at is None else max(0.0, min(SLICE, self.at - time.monotonic()))

    def is_over(self) -> bool:
        """Answers whether the instant has passed."""
        return self.at is not None and time.monotonic() >= self.at

    def check(self) -> None:
        """Raises: OutOfBudget once the instant has passed."""
        if self.is_over():
            raise OutOfBudget("there was no answer in time; allow more or ask for less")


class Answer:
    """An answer set, readable until the next one is asked for."""

    __slots__ = ("_model",)

    def __init__(self, model: Model) -> None:
        """Keep the solver's model."""
        self._model = model

    def holds(self, literals: Iterable[int]) -> list[bool]:
        """Answers which of the literals are true."""
        is_true = self._model.is_true
        return [is_true(literal) for literal in literals]

    def require(self, clauses: Iterable[Clause]) -> None:
        """Demands one literal of every clause of all further answers of this search only."""
        context = self._model.context
        for clause in clauses:
            context.add_clause(clause)


class Program:
    """Ground rules that grow, and the answers to them under assumptions.

    A search that is not done by the deadline raises OutOfBudget and leaves the program usable.
    """

    def __init__(self, options: Sequence[str], deadline: Deadline) -> None:
        """Start without rules; `options` are clingo's own."""
        self.deadline = deadline
        self._messages: list[str] = []
        self._size = 0
        self._control = Control([*options, "0"], logger=lambda _, text: self._messages.append(text))
        count(PROGRAMS)
        debug("argue.asp", "a program of ground rules, with %s", " ".join(options) or "no options")

    def atoms(self, count: int) -> list[int]:
        """Answers so many new atoms."""
        self._size += count
        with self._listening(), self._control.backend() as backend:
            return [backend.add_atom() for _ in range(count)]

    def add(self, rules: Iterable[Rule], *, choice: bool = False) -> None:
        """Adds rules; with `choice`, their heads may hold where the body does."""
        with self._listening(), self._control.backend() as backend:
            add_rule = backend.add_rule
            for head, body in rules:
                add_rule(head, body, choice)

    def prefer(self, atoms: Iterable[int], *, first: bool = False) -> None:
        """Lets the search try these atoms as true; with `first`, before all others."""
        kind = HeuristicType.True_ if first else HeuristicType.Sign
        with self._listening(), self._control.backend() as backend:
            for atom in atoms:
                backend.add_heuristic(atom, kind, 1, 1, [])

    def avoid(self, atoms: Iterable[int]) -> None:
        """Lets the search try these atoms as false, whatever else is preferred."""
        with self._listening(), self._control.backend() as backend:
            for atom in atoms:
                backend.add_heuristic(atom, HeuristicType.Sign, -1, 2, [])

    def answers(self, assume: Sequence[int] = ()) -> Iterator[Answer]:
        """Answers the answer sets in which the assumed literals hold, one at a time.

        Closing the iterator ends the search; until then nothing may be added or asked.
        """
        count(CALLS)
        with self._listening():
            handle = self._control.solve(list(assume), yield_=True, async_=not self._is_small)
        with handle:
            while (model := self._next(handle)) is not None:
                count(MODELS)
                yield Answer(model)

    def count(self, assume: Sequence[int] = ()) -> int:
        """Answers how many answer sets there are, without reading any."""
        count(CALLS)
        self.deadline.check()
        if self._is_small:
            with self._listening():
                self._control.solve(list(assume))
        else:
            self._count_apart(assume)
        # clingo's statistics are untyped.
        statistics = cast(
            "dict[str, Any]",
            self._control.statistics,  # pyright: ignore[reportUnknownMemberType]  (as said)
        )
        return int(statistics["summary"]["models"]["enumerated"])

    def _count_apart(self, assume: Sequence[int]) -> None:
        with self._listening():
            handle = self._control.solve(list(assume), async_=True)
        with handle:
            self._wait(handle)
            with self._listening():
                handle.get()

    def _next(self, handle: SolveHandle) -> Model | None:
        with self._listening():
            handle.resume()
            self._wait(handle)
            return handle.model()

    @property
    def _is_small(self) -> bool:
        return self._size <= SMALL

    def _wait(self, handle: SolveHandle) -> None:
        done = False
        while not done:
            if self.deadline.is_over():
                handle.cancel()
                raise OutOfBudget("the solver did not answer in time; allow more or ask for less")
            done = self._is_small or handle.wait(self.deadline.left())

    def _listening(self) -> AbstractContextManager[None]:
        return listening(self._messages)
