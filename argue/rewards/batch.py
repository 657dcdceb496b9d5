"""Batches of rows as they are handed in: every column checked, and read a chunk at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, TypeAlias, cast

import numpy as np
from numpy.typing import ArrayLike

from argue.errors import BatchError
from argue.model.record import record
from argue.rewards.features import Row
from argue.rewards.ranks import MOST_WHOLE, Array
from argue.rewards.template import Template

Rows: TypeAlias = "Mapping[str, ArrayLike] | ArrayLike"
"""What a judge is asked about: columns by name, or an array of rows by columns."""


@record
class Batch:
    """Columns of equally many rows: single numbers, and numbers for each individual of a crowd."""

    single: tuple[Array, ...]
    crowds: tuple[Array, ...]
    rows: int


class Reader:
    """Reads batches for a template: `single` and `crowds` name its columns in order."""

    def __init__(self, template: Template) -> None:
        """Read this template's columns."""
        self.columns = template.columns
        self.sizes = template.sizes
        self.flags = template.flags
        self.single = tuple(c for c in template.columns if c not in template.sizes)
        self.crowds = tuple(template.sizes)

    def batch(self, given: Rows) -> Batch:
        """Answers a batch, its columns the right ones, of the right shape, and numbers.

        Raises: BatchError naming the column.
        """
        columns = self._columns(given)
        arrays = {name: self._array(name, columns[name]) for name in self.columns}
        rows = self._rows(arrays)
        single = tuple(arrays[name].reshape(rows) for name in self.single)
        crowds = tuple(arrays[name].reshape(rows, self.sizes[name]) for name in self.crowds)
        for name, column in zip(self.crowds, crowds, strict=True):
            self._check_finite(name, column)
        return Batch(single, crowds, rows)

    def _columns(self, given: Rows) -> Mapping[str, Any]:
        if isinstance(given, Mapping):
            columns = cast("Mapping[str, Any]", given)
            known = set(self.columns)
            if known != set(columns):
                self._misnamed(columns)
            return columns
        array = np.asarray(given)
        if self.crowds or array.ndim != 2 or array.shape[1] != len(self.columns):
            listed = ", ".join(self.columns)
            raise BatchError(
                f"an array of shape {array.shape} is no batch here: give one of shape "
                f"(rows, {len(self.columns)}) with the columns {listed}, or a mapping of columns"
            )
        return dict(zip(self.columns, array.T, strict=True))

    def _misnamed(self, columns: Mapping[str, Any]) -> None:
        known = ", ".join(self.columns)
        for name in self.columns:
            if name not in columns:
                raise BatchError(f"column {name!r} is missing; the columns are {known}")
        for name in columns:
            if name not in self.columns:
                raise BatchError(f"column {name!r} is no feature of this judge; they are {known}")

    def _array(self, name: str, values: Any) -> Array:
        try:
            array = np.asarray(values)
        except ValueError as error:
            raise BatchError(f"column {name!r} is no array of numbers: {error}") from error
        if array.dtype.kind not in "biuf":
            raise BatchError(f"column {name!r} holds {array.dtype}, not numbers")
        wide = array.dtype.kind in "iu" and array.dtype.itemsize == 8 and array.size
        if wide and max(int(array.max()), -int(array.min())) > MOST_WHOLE:
            raise BatchError(
                f"column {name!r} holds whole numbers beyond 2**53, which doubles cannot tell "
                "apart: use a larger unit"
            )
        if array.dtype.kind == "f" and array.dtype.itemsize > 8:
            raise BatchError(f"column {name!r} holds {array.dtype}; give float64")
        return array

    def _rows(self, arrays: Mapping[str, Array]) -> int:
        first, rows = "", -1
        for name, array in arrays.items():
            shape = array.shape
            size = self.sizes.get(name)
            if size is not None and (not shape or shape[-1] != size):
                raise BatchError(
                    f"column {name!r} has shape {shape}; it needs a number for each of {size} "
                    f"individuals: (rows, {size})"
                )
            outer = shape if size is None else shape[:-1]
            if len(outer) > 1:
                raise BatchError(f"column {name!r} has shape {shape}; give one number a row")
            here = outer[0] if outer else 1
            if here == 0:
                raise BatchError(f"column {name!r} has no rows: there is nothing to judge")
            if rows not in (-1, here):
                raise BatchError(
                    f"column {name!r} has {here} rows, but column {first!r} has {rows}"
                )
            first, rows = first or name, here
        return max(rows, 1)

    def _check_finite(self, name: str, values: Array) -> None:
        finite = np.isfinite(values)
        if not finite.all():
            place = tuple(int(i) for i in np.argwhere(~finite)[0])
            where = f"row {place[0]}" + (f", individual {place[1]}" if len(place) > 1 else "")
            raise BatchError(
                f"column {name!r} holds {values[place]} in {where}: not a number to judge by"
            )

    def check(self, numbers: Array, start: int = 0) -> None:
        """Raises BatchError naming the column and row of what is no number, or no 0 or 1.

        `numbers` has a line for each single column.
        """
        for name, line in zip(self.single, numbers, strict=False):
            finite = np.isfinite(line)
            if not finite.all():
                place = int(np.argmin(finite))
                raise BatchError(
                    f"column {name!r} holds {line[place]} in row {start + place}: "
                    "not a number to judge by"
                )
            if name in self.flags:
                flags = (line == 0) | (line == 1)
                if not flags.all():
                    place = int(np.argmin(flags))
                    raise BatchError(
                        f"column {name!r} says whether a fact holds, so it is 0 or 1; row "
                        f"{start + place} holds {line[place]}"
                    )

    def row(self, given: Rows) -> Row:
        """Answers one row in exact fractions.

        Raises: BatchError if it is not one row.
        """
        batch = self.batch(given)
        if batch.rows != 1:
            raise BatchError(f"one row is asked for, and {batch.rows} are given")
        lines = np.array([column for column in batch.single], dtype=float).reshape(-1, 1)
        self.check(lines)
        return self.exact(lines[:, 0], [column[0] for column in batch.crowds])

    def exact(self, single: Sequence[float] | Array, crowds: Sequence[Array]) -> Row:
        """Answers the numbers of a row, binary doubles, as the fractions that they are."""
        found: dict[str, Fraction | Sequence[Fraction]] = {
            name: Fraction(float(number)) for name, number in zip(self.single, single, strict=True)
        }
        for name, numbers in zip(self.crowds, crowds, strict=True):
            found[name] = [Fraction(float(number)) for number in numbers]
        return found
