"""How far the differences of a chunk of rows may be off, given the largest number in it.

Rounding error bounds after [Higham02], chapter 3: n roundings in a row are off by at most
n u / (1 - n u) of the sizes added up, whatever the order. The bound is one number a difference,
for all rows of a chunk; a power of two above the largest number stands for it, so that bounds are
computed once for each order of magnitude.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from argue.rewards.careful import is_sharp
from argue.rewards.forms import Base, Form, Tape, double, is_double
from argue.rewards.ranks import TINY, UNIT, Array

Size = tuple[float, float]
"""How large a number may be, and how far off."""


class Bounds:
    """Error bounds of some atoms, by the order of magnitude of the numbers they are made of."""

    def __init__(self, tape: Tape, atoms: Sequence[int], weights: float) -> None:
        """Bound these atoms; `weights` is the largest weight of an individual."""
        self.tape, self.atoms, self.weights = tape, atoms, weights
        self._known: dict[int, Array] = {}

    def of(self, largest: float) -> Array:
        """Answers a bound for each atom, for numbers up to some size: one column."""
        order = math.frexp(largest)[1]
        if order not in self._known:
            sizes = _Sizes(
                self.tape, math.ldexp(1.0, order) if order < 1024 else math.inf, self.weights
            )
            bounds = [sizes.off(self.tape.atoms[atom]) for atom in self.atoms]
            self._known[order] = np.array(bounds).reshape(-1, 1)
        return self._known[order]


class _Sizes:
    """Sizes and errors of forms whose columns hold numbers up to a size."""

    def __init__(self, tape: Tape, largest: float, weights: float) -> None:
        self.tape, self.largest, self.weights = tape, largest, weights
        self._bases: dict[int, Size] = {}

    def off(self, atom: Form) -> float:
        """Answers how far a difference may be off before its sign is in doubt."""
        if is_sharp(atom):
            return sum(self._base(base)[1] for base, _ in atom.bases) * (1 + 8 * UNIT)
        return self.form(atom)[1]

    def form(self, form: Form) -> Size:
        parts = [(self._base(base), abs(double(factor))) for base, factor in form.bases]
        size = sum(f * part[0] for part, f in parts) + abs(double(form.constant))
        error = sum(f * part[1] for part, f in parts)
        alone = len(parts) == 1 and not form.constant and parts[0][1] == 1.0
        exact = is_double(form.constant)
        if alone or (not parts and exact):
            return size, error
        roundings = (2 * len(parts) + 4) * UNIT
        return size, (error + roundings * size) * (1 + 16 * UNIT) + TINY

    def _base(self, base: Base) -> Size:
        if base.index not in self._bases:
            self._bases[base.index] = self._computed(base)
        return self._bases[base.index]

    def _computed(self, base: Base) -> Size:
        if base.kind == "column":
            return self.largest, 0.0
        if base.kind == "weights":
            return self.weights, self.weights * UNIT
        parts = [self.form(arg) for arg in base.args]
        if base.kind == "times":
            (one, off), (other, away) = parts
            size = one * other
            return size, (one * away + other * off + off * away + size * UNIT) * (
                1 + 16 * UNIT
            ) + TINY
        if base.kind == "crowd_sum":
            people = base.args[0].crowd
            size, error = parts[0]
            return people * size, people * (error + 2 * people * UNIT * size)
        return max(size for size, _ in parts), max(error for _, error in parts)
