"""A case compiled into a judge of rows: verdicts by the million, reasons for any of them.

compile -> Template -> Signs (formulas run over forms) -> patterns of signs, each solved once
a batch -> Fast (rows without ties) -> Doubtful (bounds a row, then fractions) -> Verdicts
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from importlib import import_module
from typing import Any

import numpy as np

from argue.analysis import source_ids
from argue.model.case import Case, must_be_case
from argue.model.observing import KEPT_ROWS, ROWS, count
from argue.rewards.batch import Batch, Reader, Rows
from argue.rewards.doubtful import Doubtful, Taken
from argue.rewards.fast import Fast
from argue.rewards.patterns import MOST_PATTERNS, Patterns
from argue.rewards.ranks import Array
from argue.rewards.signs import signs_of
from argue.rewards.template import template_of
from argue.rewards.verdicts import Measured, Verdicts, margins_of
from argue.rewards.workspace import Workspace
from argue.verdict.result import Analysis

CHUNK = 4096
"""Rows computed at a time, so that what is computed stays near the processor."""
MOST_NUMBERS = 1 << 20
"""Individuals times rows computed at a time."""
KEPT = 4096
"""Rows judged one by one whose verdict is kept for when they repeat."""


class Judge:
    """Gives verdicts on rows of numbers, the same as analysing the case of every row would.

    `columns` are what a batch holds; `options` and `sources` are in the order of the results.
    `worlds` names, for each framework, the answers to open questions its margins are told apart
    by. A judge keeps arrays between calls, so that threads need judges of their own.
    """

    def __init__(
        self,
        case: Case,
        features: Mapping[str, Any],
        *,
        individuals: Mapping[str, int | Iterable[float]],
        most_patterns: int,
        timeout: float | None = None,
    ) -> None:
        """Compile a case; see `compile`."""
        self.template = template_of(case, features, individuals)
        self._signs = signs_of(self.template)
        self.case = self.template.case
        self.options = tuple(self.case.options)
        self.sources = source_ids(self.case)
        self._reader = Reader(self.template)
        self.columns = self._reader.columns
        people = tuple(self.case.standpoints)
        self._weights = {people.index(name): w for name, w in self.template.crowds.items()}
        self._patterns = Patterns(
            self.template, self._signs, self.sources, most=most_patterns, timeout=timeout
        )
        own = {use.id for use in self.case.frameworks}
        heard = [s for s in self._signs.sources if s.use.id in own and not s.missing]
        self.worlds = {s.use.id: tuple(_said(w) for w in s.worlds) for s in heard}
        self._measured = tuple(
            Measured(s.use.id, len(s.worlds), tuple(at for at, _ in s.margins), s.leads)
            for s in heard
        )
        self._results = [form for s in heard for _, form in s.margins]
        self._kept: dict[tuple[Any, ...], tuple[Array, int, Array]] = {}

    @property
    def patterns(self) -> int:
        """How many patterns of signs have been met and solved."""
        return len(self._patterns)

    @cached_property
    def _doubtful(self) -> Doubtful:
        return Doubtful(self._patterns, self._reader, self._results, weights=self._weights)

    @cached_property
    def _fast(self) -> Fast:
        return Fast(self._signs, self._reader, self._results, weights=self._weights)

    @cached_property
    def _bare(self) -> Fast:
        return Fast(self._signs, self._reader, (), weights=self._weights)

    @cached_property
    def _measuring(self) -> Fast:
        return Fast(self._signs, self._reader, self._results, weights=self._weights, judging=False)

    def __call__(self, rows: Rows, *, margins: bool = True) -> Verdicts:
        """Answers the verdicts on a batch: a mapping of columns, or an array of rows by columns.

        Without `margins` they are not kept, which saves memory and some time.

        Raises: BatchError naming the column, or the row for whose numbers a framework is not
        defined; LimitExceeded past the number of patterns.
        """
        key = self._key(rows, margins)
        if key in self._kept:
            places, redone, results = self._kept[key]
            count(KEPT_ROWS)
        else:
            places, redone, results = self._judged(self._reader.batch(rows), margins)
            if key:
                if len(self._kept) == KEPT:
                    self._kept.clear()
                self._kept[key] = places, redone, results
        return Verdicts(
            self._patterns.tables,
            places,
            redone,
            measured=self._measured,
            results=results if margins else None,
        )

    def _key(self, rows: Any, margins: bool) -> tuple[Any, ...]:
        """Answers what tells a single row from others, empty for anything else."""
        try:
            key = (margins, *[rows[name] for name in self.columns])
            hash(key)
        except (TypeError, IndexError, KeyError):
            return ()
        return key if len(rows) == len(self.columns) else ()

    def _judged(self, batch: Batch, margins: bool) -> tuple[Array, int, Array]:
        count(ROWS, batch.rows)
        places = np.empty(batch.rows, dtype=np.intp)
        results = np.empty((len(self._results) if margins else 0, batch.rows))
        fast = self._fast if margins else self._bare
        redone = 0
        for start, stop in self._chunks(batch.rows):
            here = slice(start, stop)
            if not fast.possible:
                taken = self._chunk(batch, start, stop)
            else:
                work = fast.loaded(batch, start, stop)
                places[here], doubtful = fast.places(work, self._resolver(batch, start))
                results[:, here] = work.results
                if not len(doubtful):
                    continue
                taken = self._taken(batch, doubtful + start)
            found, measured, exact = self._doubtful.judged(taken, margins=margins)
            places[taken.numbers], results[:, taken.numbers] = found, measured
            redone += exact
        return places, redone, results

    def _resolver(self, batch: Batch, start: int) -> Any:
        def place(pattern: bytes, row: int) -> int:
            shown = self._taken(batch, np.array([start + row]))
            return self._patterns.place(pattern, lambda: shown.row(self._reader, 0))

        return place

    def _chunk(self, batch: Batch, start: int, stop: int) -> Taken:
        """Answers all rows of a chunk; BatchError if one holds no number."""
        taken = self._taken(batch, np.arange(start, stop))
        self._reader.check(taken.single, start)
        return taken

    def _taken(self, batch: Batch, numbers: Array) -> Taken:
        single = np.empty((len(batch.single), len(numbers)))
        for line, column in zip(single, batch.single, strict=True):
            line[:] = column[numbers]
        crowds = [np.asarray(column[numbers], dtype=float) for column in batch.crowds]
        return Taken(single, crowds, numbers)

    def _chunks(self, rows: int) -> Iterator[tuple[int, int]]:
        people = max(self.template.sizes.values(), default=1)
        size = max(1, min(CHUNK, MOST_NUMBERS // people))
        for start in range(0, rows, size):
            yield start, min(start + size, rows)

    def margins(self, rows: Rows) -> Mapping[str, Array]:
        """Answers the margins of a batch alone, as `Verdicts.margins` holds them.

        Raises: BatchError as judging the batch does.
        """
        return margins_of(self._measured, self.measured(rows), len(self.options))

    def measured(self, rows: Rows) -> Array:
        """Answers the margins of a batch as they are computed: a line each, and a column a row.

        Rows on a tie may show a margin of the size of a rounding error; `Verdicts.margins` do not.

        Raises: BatchError as judging the batch does.
        """
        batch = self._reader.batch(rows)
        results = np.empty((len(self._results), batch.rows))
        for start, stop in self._chunks(batch.rows):
            if self._measuring.possible:
                work: Workspace = self._measuring.loaded(batch, start, stop)
                results[:, start:stop] = work.results
            else:
                taken = self._chunk(batch, start, stop)
                results[:, start:stop] = self._doubtful.measured(taken)
        return results

    def case_of(self, row: Rows) -> Case:
        """Answers the concrete case of one row, its numbers exactly those of the row's doubles."""
        return self.template.concrete(self._reader.row(row))

    def explain(self, row: Rows) -> Analysis:
        """Answers the full analysis of one row: that of its concrete case."""
        # Asked of the package, which gives an analysis the methods of the layers above it.
        return import_module("argue").analyze(self.case_of(row))


def _said(world: Mapping[Any, Any]) -> str:
    """Answers a world in words: `surge, not waived`; empty where nothing is open."""
    return ", ".join(f"{'' if holds else 'not '}{q.name}" for q, holds in world.items())


def compile(
    case: Case,
    features: Mapping[str, Any],
    *,
    individuals: Mapping[str, int | Iterable[float]] | None = None,
    most_patterns: int = MOST_PATTERNS,
    timeout: float | None = None,
) -> Judge:
    """Answers a judge of rows for a case some of whose numbers and facts come from a batch.

    `features` maps paths of the case (`payoffs.harvest.others`, `general...`,
    `universal.harvest.all`, `standpoints.others.level`, `facts.hungry`) to a number, a column, a
    mapping of columns to weights with `const`, or for a fact a column of 0 and 1 or a comparison
    such as `stock < 3`. A cell of `general` that is the same as in `payoffs` is bound with it.

    `individuals` makes standpoints crowds: how many individuals, each standing for as many
    persons as the standpoint's count, or a weight for each. A column of theirs is written
    `harvest[]` and holds one number for each individual: an array of rows by individuals.

    `timeout` is how many seconds the verdict of one pattern of signs may take. Rows of one that
    takes longer have none: `Verdicts.late` tells them.

    Raises: UnknownId for a path or name the case does not have; ArgueError for what cannot be
    bound; LimitExceeded for a case that cannot be compiled; TypeError for what is no case.
    """
    must_be_case(case, "compile")
    return Judge(
        case,
        features,
        individuals=individuals or {},
        most_patterns=most_patterns,
        timeout=timeout,
    )
