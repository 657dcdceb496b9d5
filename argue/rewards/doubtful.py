"""Rows near a tie: decided with a bound for every number, and what that leaves in fractions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import partial
from typing import TypeAlias

import numpy as np

from argue.construct.sources import sources_of
from argue.errors import ArgueError, BatchError
from argue.model.numbers import OutsideDomain
from argue.model.record import record
from argue.rewards.batch import Reader
from argue.rewards.careful import CarefulRows
from argue.rewards.exact import ExactRow
from argue.rewards.features import Row
from argue.rewards.forms import Form
from argue.rewards.patterns import Patterns, packed
from argue.rewards.ranks import Array

KEPT = 4096
"""Rows decided in fractions that are kept for when they repeat."""

Weights: TypeAlias = Mapping[int, Sequence[Fraction]]


@record
class Taken:
    """Some rows of a chunk, by their numbers in the batch: single columns, and crowds' numbers."""

    single: Array
    crowds: Sequence[Array]
    numbers: Array

    def row(self, reader: Reader, place: int) -> Row:
        """Answers one of the rows in exact fractions."""
        return reader.exact(self.single[:, place], [crowd[place] for crowd in self.crowds])

    def individuals(self, place: int) -> list[bytes]:
        """Answers what tells the numbers of individuals in a row from others."""
        return [crowd[place].tobytes() for crowd in self.crowds]


class Doubtful:
    """Judges rows whatever ties they hold."""

    def __init__(
        self, patterns: Patterns, reader: Reader, results: Sequence[Form], *, weights: Weights
    ) -> None:
        """Judge rows of the template that these patterns are of."""
        self.patterns, self.reader, self.results = patterns, reader, results
        self.weights, self.signs = weights, patterns.signs
        self.conditions = self.signs.all
        self._known: dict[tuple[object, ...], tuple[bytes, list[float]]] = {}

    def judged(self, taken: Taken, *, margins: bool) -> tuple[Array, Array, int]:
        """Answers the places of the rows' patterns, their results, and how many took fractions.

        Raises: BatchError for a row in which a formula is not defined.
        """
        size = len(taken.numbers)
        rows = CarefulRows(self.signs.tape, self._parts(taken), self.weights, size)
        with np.errstate(all="ignore"):
            defined = rows.defined()
            found = [rows.holds(condition) for condition in self.conditions]
            results = self._measured(rows, size) if margins else np.empty((0, size))
        truth = np.array([holding for holding, _ in found]).reshape(len(found), size)
        certain = np.array([sure for _, sure in found]).reshape(len(found), size).all(axis=0)
        certain &= defined
        shown = packed(truth)
        exact = np.flatnonzero(~certain)
        for place in exact.tolist():
            shown[place] = self._exactly(taken, place, results)
        places = [
            self.patterns.place(pattern, partial(taken.row, self.reader, place))
            for place, pattern in enumerate(shown)
        ]
        return np.array(places, dtype=np.intp), results, len(exact)

    def measured(self, taken: Taken) -> Array:
        """Answers the results of rows alone.

        Raises: BatchError for a row in which a formula is not defined.
        """
        size = len(taken.numbers)
        rows = CarefulRows(self.signs.tape, self._parts(taken), self.weights, size)
        with np.errstate(all="ignore"):
            results, defined = self._measured(rows, size), rows.defined()
        for place in np.flatnonzero(~defined).tolist():
            self._exactly(taken, place, results)
        return results

    def _measured(self, rows: CarefulRows, size: int) -> Array:
        lines = [np.broadcast_to(rows.value(form).value, (size,)) for form in self.results]
        return np.array(lines).reshape(len(lines), size)

    def _parts(self, taken: Taken) -> dict[tuple[str, str], Array]:
        parts = {
            (name, "all"): line for name, line in zip(self.reader.single, taken.single, strict=True)
        }
        for name, numbers in zip(self.reader.crowds, taken.crowds, strict=True):
            parts[name, "others"] = np.ascontiguousarray(numbers.T[:-1])
            parts[name, "last"] = np.ascontiguousarray(numbers.T[-1])
        return parts

    def _exactly(self, taken: Taken, place: int, results: Array) -> bytes:
        key = (len(results), taken.single[:, place].tobytes(), *taken.individuals(place))
        if key not in self._known:
            if len(self._known) == KEPT:
                self._known.clear()
            self._known[key] = self._in_fractions(taken, place, bool(len(results)))
        shown, results[:, place] = self._known[key]
        return shown

    def _in_fractions(self, taken: Taken, place: int, margins: bool) -> tuple[bytes, list[float]]:
        row = taken.row(self.reader, place)
        exact = ExactRow(self.signs.tape, row, self.weights)
        try:
            for base in self.signs.tape.partial:
                exact.base(base)
            results = [float(exact.value(form)) for form in self.results] if margins else []
            return bytes(exact.holds(condition) for condition in self.conditions), results
        except OutsideDomain as error:
            raise self._outside(row, int(taken.numbers[place])) from error

    def _outside(self, row: Row, number: int) -> BatchError:
        """Answers the error of a row for which a framework's formula is not defined."""
        try:
            sources_of(self.patterns.template.concrete(row))
        except ArgueError as error:
            return BatchError(f"row {number}: {error}")
        return BatchError(f"row {number}: a formula is not defined for its numbers")
