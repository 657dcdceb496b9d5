"""Rows without ties, judged by one bit a comparison; rows near a tie are handed back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import partial

import numpy as np

from argue.rewards import conditions
from argue.rewards.batch import Batch, Reader
from argue.rewards.bounds import Bounds
from argue.rewards.conditions import NEGATIVE, POSITIVE, ZERO, atoms_of
from argue.rewards.forms import Form, Tape
from argue.rewards.generic import Generic
from argue.rewards.keys import Keys
from argue.rewards.plan import UNPLANNED, Plan, atoms_within, kinds_within
from argue.rewards.ranks import Array
from argue.rewards.signs import Signs
from argue.rewards.workspace import Workspace

MOST_WORKSPACES = 4
"""Arrays are kept ready for so many different numbers of rows."""

Resolve = Callable[[bytes, int], int]
"""Answers the place of a pattern that a row, by its number in the chunk, is the first to show."""


class Fast:
    """The shortcut for rows without ties; `possible` is False where a template has none.

    `results` are forms to be computed beside: margins. Without conditions it only computes them.
    """

    def __init__(
        self,
        signs: Signs,
        reader: Reader,
        results: Sequence[Form],
        *,
        weights: Mapping[int, Sequence[Fraction]],
        judging: bool = True,
    ) -> None:
        """Plan the steps."""
        self.reader, self.weights, tape = reader, weights, signs.tape
        generic = Generic(tape)
        self.conditions = [generic.condition(c) for c in signs.all] if judging else []
        forms = [generic.form(form) for form in results]
        atoms = {atom for condition in self.conditions for atom in atoms_of(condition)}
        atoms |= generic.guarded if judging else set()
        while more := atoms_within(tape, [*forms, *(tape.atoms[a] for a in atoms)]) - atoms:
            atoms |= more
        guarded = sorted(atoms & generic.guarded)
        self.atoms = [*guarded, *sorted(atoms - generic.guarded)]
        self.guarded = len(guarded)
        needed = [*forms, *(tape.atoms[atom] for atom in self.atoms)]
        unplanned = tape.partial or kinds_within(tape, needed) & UNPLANNED
        self.possible = generic.possible and not unplanned
        if self.possible:
            self._prepare(tape, forms)

    def _prepare(self, tape: Tape, forms: Sequence[Form]) -> None:
        self.plan = Plan(tape, self.atoms, forms)
        heaviest = max((float(max(w)) for w in self.weights.values()), default=1.0)
        self._bounds = Bounds(tape, self.atoms, heaviest)
        self._place = {atom: place for place, atom in enumerate(self.atoms)}
        self._keys = Keys(2 * len(self.atoms) - self.guarded)
        self._spaces: dict[int, Workspace] = {}

    def loaded(self, batch: Batch, start: int, stop: int) -> Workspace:
        """Answers a workspace with these rows computed; BatchError if one holds no number."""
        work = self._workspace(stop - start)
        for line, column in zip(work.columns, batch.single, strict=False):
            line[:] = column[start:stop]
        for name, column in zip(self.reader.crowds, batch.crowds, strict=True):
            if self.reader.sizes[name] > 1:
                work.crowds[name, "others"][:] = column[start:stop, :-1].T
            work.crowds[name, "last"][:] = column[start:stop, -1]
        np.abs(work.columns[:-1], out=work.sizes)
        work.largest = float(work.sizes.max(initial=0.0))
        if self.reader.flags or not work.largest < np.inf:
            self.reader.check(work.columns, start)
        for values in work.crowds.values():
            work.largest = max(work.largest, float(np.abs(values).max()))
        with np.errstate(all="ignore"):
            work.run()
        return work

    def _workspace(self, rows: int) -> Workspace:
        if rows not in self._spaces:
            if len(self._spaces) == MOST_WORKSPACES:
                self._spaces.pop(next(iter(self._spaces)))
            self._spaces[rows] = Workspace(
                self.plan, self.reader.single, self.reader.sizes, weights=self.weights, rows=rows
            )
        return self._spaces[rows]

    def places(self, work: Workspace, resolve: Resolve) -> tuple[Array, Array]:
        """Answers the place of every row's pattern, and the rows too close to a tie to say.

        The places of those rows are of no use.
        """
        bounds, atoms, guarded = self._bounds.of(work.largest), work.atoms, self.guarded
        bits = np.zeros((self._keys.lines, work.rows), dtype=np.bool_)
        total = len(atoms)
        above, below = bits[:total], bits[total : total + len(atoms) - guarded]
        np.greater(atoms, bounds, out=above)
        np.less(atoms[guarded:], 0.0, out=below)
        apart = np.less(atoms[:guarded], -bounds[:guarded])
        np.logical_or(apart, above[:guarded], out=apart)
        doubtful = np.flatnonzero(~np.logical_and.reduce(apart, axis=0))
        if len(doubtful):
            bits[:, doubtful] = False
            sure = np.setdiff1d(np.arange(work.rows), doubtful)
            found = np.zeros(work.rows, dtype=np.intp)
            chosen = np.ascontiguousarray(bits[:, sure])
            translate = partial(self._resolved, chosen, sure, resolve)
            found[sure] = self._keys.find(chosen, translate)
            return found, doubtful
        everybody = np.arange(work.rows)
        return self._keys.find(bits, partial(self._resolved, bits, everybody, resolve)), doubtful

    def _resolved(self, bits: Array, rows: Array, resolve: Resolve, row: int) -> int:
        column = bits[:, row].tolist()
        total, guarded = len(self.atoms), self.guarded

        def sign_of(atom: int) -> int:
            place = self._place[atom]
            if column[place]:
                return POSITIVE
            if place < guarded or column[total + place - guarded]:
                return NEGATIVE
            return ZERO

        pattern = bytes(conditions.holds(condition, sign_of) for condition in self.conditions)
        return resolve(pattern, int(rows[row]))
