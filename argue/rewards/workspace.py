"""Arrays for so many rows, and a plan's steps bound to them: run again and again without asking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

import numpy as np

from argue.rewards.forms import double
from argue.rewards.plan import Plan, Value
from argue.rewards.ranks import Array


class Workspace:
    """A plan's arrays for a number of rows.

    `columns` has a line for each single column and one of ones; `crowds` an array by column, of
    one line an individual, for all but the last and for the last. After `run`, `atoms` and
    `results` hold a line for each atom and result.
    """

    def __init__(
        self,
        plan: Plan,
        single: Sequence[str],
        sizes: Mapping[str, int],
        *,
        weights: Mapping[int, Sequence[Fraction]],
        rows: int,
    ) -> None:
        """Make the arrays, and bind the steps to them."""
        self.rows, self.weights, self.largest = rows, weights, 0.0
        self.columns: Array = np.ones((len(single) + 1, rows))
        self.sizes: Array = np.empty((len(single), rows))
        self.crowds: dict[tuple[str, str], Array] = {}
        for name, size in sizes.items():
            if size > 1:
                self.crowds[name, "others"] = np.empty((size - 1, rows))
            self.crowds[name, "last"] = np.empty(rows)
        self.atoms: Array = np.empty((len(plan.atoms), rows))
        self.results: Array = np.empty((len(plan.results), rows))
        self.sums: Array = np.empty((len(plan.sums), rows))
        self._lines = {name: place for place, name in enumerate(single)}
        self._matrix = self._products(plan)
        self._buffers: dict[Any, list[Array]] = {}
        self._steps = self._bound(plan)

    def _products(self, plan: Plan) -> Array:
        matrix = np.zeros((len(plan.sums), len(self.columns)))
        for line, form in zip(matrix, plan.sums, strict=True):
            line[-1] = double(form.constant)
            for base, factor in form.bases:
                line[self._lines[base.data[0]]] += double(factor)
        return matrix

    def run(self) -> None:
        """Computes all atoms and results of the rows in the columns."""
        if len(self._matrix):
            np.matmul(self._matrix, self.columns, out=self.sums)
        for function, inputs, output in self._steps:
            function(*inputs, out=output)

    def _bound(self, plan: Plan) -> list[tuple[Any, tuple[Any, ...], Array]]:
        last = {o: n for n, step in enumerate(plan.steps) for o in step.inputs if type(o) is int}
        arrays: dict[int, Array] = {}
        found: list[tuple[Any, tuple[Any, ...], Array]] = []
        for number, step in enumerate(plan.steps):
            inputs = tuple(
                self._array(operand, plan.values[operand], arrays)
                if type(operand) is int
                else operand
                for operand in step.inputs
            )
            output = self._array(step.output, plan.values[step.output], arrays)
            found.append((step.run, inputs, output))
            for operand in set(step.inputs):
                if type(operand) is int and last[operand] == number:
                    self._give_back(plan.values[operand], arrays[operand])
        return found

    def _array(self, operand: int, value: Value, arrays: dict[int, Array]) -> Array:
        if operand not in arrays:
            arrays[operand] = self._made(value)
        return arrays[operand]

    def _made(self, value: Value) -> Array:
        if value.kind in ("buffer", "truth"):
            free = self._buffers.setdefault((value.kind, value.place), [])
            shape = (value.place, self.rows) if value.place else (self.rows,)
            kind = np.float64 if value.kind == "buffer" else np.bool_
            return free.pop() if free else np.empty(shape, dtype=kind)
        if value.kind == "column":
            return self.columns[self._lines[value.place[0]]]
        if value.kind == "crowd":
            return self.crowds[value.place]
        if value.kind == "fixed":
            weights = self.weights[value.place][:-1]
            return np.array([double(weight) for weight in weights])[:, None]
        lines = {"sum": self.sums, "atom": self.atoms, "result": self.results}[value.kind]
        return lines[value.place]

    def _give_back(self, value: Value, array: Array) -> None:
        if value.kind in ("buffer", "truth"):
            self._buffers.setdefault((value.kind, value.place), []).append(array)
