"""Patterns of signs that rows have shown, each solved once and kept in tables."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import numpy as np

from argue.errors import LimitExceeded, OutOfBudget
from argue.model.observing import PATTERNS, count, debug
from argue.model.patience import due, go_on, working_until
from argue.rewards.codes import CODE_OF_STATUS, CODE_OF_WORD
from argue.rewards.features import Row
from argue.rewards.ranks import Array
from argue.rewards.signs import Signs
from argue.rewards.solving import Solved, settled_facts, solved
from argue.rewards.template import Template

MOST_PATTERNS = 4096
"""Patterns are solved and remembered up to this many, unless a judge is told otherwise."""


class Tables:
    """What every pattern comes to, one line each: codes, scores, counts of families."""

    def __init__(self, options: Sequence[str], sources: Sequence[str]) -> None:
        """Start without patterns."""
        self.options, self.sources = tuple(options), tuple(sources)
        self.size = 0
        shape = len(self.options)
        self.statuses: Array = np.zeros((64, shape), dtype=np.int8)
        self.alone: Array = np.zeros((64, len(self.sources), shape), dtype=np.int8)
        self.scores: Array = np.zeros((64, shape), dtype=np.float64)
        self.allowing: Array = np.zeros((64, shape), dtype=np.int16)
        self.speaking: Array = np.zeros(64, dtype=np.int16)
        self.mask: Array = np.zeros((64, shape), dtype=np.bool_)

    def skip(self) -> int:
        """Answers a new line for what has no verdict: all of it is 0."""
        if self.size == len(self.statuses):
            for name in ("statuses", "alone", "scores", "allowing", "speaking", "mask"):
                old: Array = getattr(self, name)
                setattr(self, name, np.concatenate([old, np.zeros_like(old)]))
        self.size += 1
        return self.size - 1

    def add(self, verdict: Solved) -> int:
        """Answers the line of a verdict that is new."""
        line = self.skip()
        self.statuses[line] = [CODE_OF_STATUS[verdict.statuses[o]] for o in self.options]
        for place, source in enumerate(self.sources):
            self.alone[line, place] = [CODE_OF_WORD[verdict.alone[source][o]] for o in self.options]
        self.scores[line] = [float(verdict.scores[o]) for o in self.options]
        self.allowing[line] = [verdict.allowed_by[o][0] for o in self.options]
        self.speaking[line] = verdict.allowed_by[self.options[0]][1]
        self.mask[line] = self.statuses[line] > 0
        return line


class Patterns:
    """The patterns met so far; a pattern is the truth of every condition, as bytes."""

    def __init__(
        self,
        template: Template,
        signs: Signs,
        sources: Sequence[str],
        *,
        most: int,
        timeout: float | None = None,
    ) -> None:
        """Start without patterns: to keep so many at most, each given up after so many seconds."""
        self.template, self.signs, self.most, self.timeout = template, signs, most, timeout
        self.tables = Tables(tuple(template.case.options), sources)
        self._places: dict[bytes, int] = {}

    def __len__(self) -> int:
        return len(self._places)

    def place(self, pattern: bytes, row: Callable[[], Row]) -> int:
        """Answers the line of a pattern in the tables; `row` gives one that shows it.

        Raises: LimitExceeded past the number of patterns kept.
        """
        if pattern not in self._places:
            count(PATTERNS)
            debug("argue.rewards", "pattern %d", len(self._places) + 1)
            if len(self._places) >= self.most:
                raise LimitExceeded(self._too_many())
            self._places[pattern] = self._added(pattern, row)
        return self._places[pattern]

    def _added(self, pattern: bytes, row: Callable[[], Row]) -> int:
        bits = tuple(bool(byte) for byte in pattern)
        case = self.template.settled(dict(settled_facts(self.signs, bits)))
        agents = self.template.with_agents(case, row)
        until = None if self.timeout is None else time.monotonic() + self.timeout
        try:
            with working_until(until):
                return self.tables.add(solved(self.signs, agents, bits))
        except OutOfBudget:
            go_on()  # unless the time of whoever asks is over too
            if until is None or due(until) != until:  # theirs ends first: a solver may wake early
                raise
            return self.tables.skip()

    def _too_many(self) -> str:
        found = sorted(self._by_part().items(), key=lambda entry: -entry[1])
        listed = ", ".join(f"{name} {count}" for name, count in found[:4])
        columns = ", ".join(self.template.columns)
        return (
            f"the rows show more than {self.most} patterns of signs; told apart by source: "
            f"{listed}. Simplify: leave out a framework or option, settle a disputed fact, bind "
            f"fewer cells to columns of their own ({columns}), round them, or raise `most_patterns`"
        )

    def _by_part(self) -> dict[str, int]:
        """Answers how many patterns each source, and the facts, show by themselves."""
        patterns = list(self._places)
        end = len(self.signs.facts)
        found = {"facts": len({pattern[:end] for pattern in patterns})}
        for source in self.signs.sources:
            start, end = end, end + len(source.said)
            found[source.use.id] = len({pattern[start:end] for pattern in patterns})
        return found


def packed(truth: Array) -> list[bytes]:
    """Answers the pattern of every column of an array with a line for each condition."""
    return [line.tobytes() for line in np.ascontiguousarray(truth.T, dtype=np.uint8)]
