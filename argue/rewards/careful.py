"""Conditions of many rows at once in doubles, each number with the most it may be off in its row.

Running error analysis after [Higham02], section 3.3: every operation adds its own rounding to the
errors it inherits. Whole numbers that doubles hold exactly add none, so that ties of whole data
are decided here. What stays in doubt is marked, and left to exact fractions.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

import numpy as np

from argue.rewards import ranks
from argue.rewards.conditions import NEGATIVE, POSITIVE, ZERO, Condition
from argue.rewards.forms import Base, Form, Tape, double, is_double
from argue.rewards.ranks import MOST_WHOLE, TINY, UNIT, Array
from argue.rewards.tracing import Ranked


class Approximate(NamedTuple):
    """Numbers by row, or by individual and row; the most each is off; whether all are whole."""

    value: Array
    error: Array
    whole: bool = False


class CarefulRows:
    """Rows of a template with their errors; values are computed when first asked for."""

    def __init__(
        self,
        tape: Tape,
        columns: Mapping[tuple[str, str], Array],
        weights: Mapping[int, Sequence[Fraction]],
        rows: int,
    ) -> None:
        """Take columns by name and part, an array of one line an individual for a crowd's."""
        self.tape, self.columns, self.weights, self.rows = tape, columns, weights, rows
        self._values: dict[int, Approximate] = {}
        self._signs: dict[int, tuple[Array, Array, Array]] = {}

    def holds(self, condition: Condition) -> tuple[Array, Array]:
        """Answers in which rows a condition holds, and in which that is certain."""
        if condition[0] == "sign":
            return self._among(condition[1], condition[2])
        parts = [self.holds(part) for part in condition[1]]
        everything = condition[0] == "all"
        truth = np.full(self.rows, everything)
        certain = np.ones(self.rows, dtype=bool)
        decided = np.zeros(self.rows, dtype=bool)
        for holding, sure in parts:
            truth = truth & holding if everything else truth | holding
            certain &= sure
            decided |= sure & (~holding if everything else holding)
        truth = np.where(decided, not everything, truth)
        return truth, certain | decided

    def _among(self, atom: int, signs: int) -> tuple[Array, Array]:
        positive, negative, zero = self.sign(atom)
        truth = np.zeros(self.rows, dtype=bool)
        sides = ((POSITIVE, positive), (NEGATIVE, negative), (ZERO, zero))
        for side, holding in sides:
            if signs & side:
                truth |= holding
        return truth, positive | negative | zero

    def sign(self, atom: int) -> tuple[Array, Array, Array]:
        """Answers in which rows a difference is certainly above, below, or equal to 0."""
        if atom not in self._signs:
            form = self.tape.atoms[atom]
            found = self.value(form)
            error = self._inherited(form) if is_sharp(form) else found.error
            value = np.broadcast_to(found.value, (self.rows,))
            zero = (value == 0) & (error == 0)
            self._signs[atom] = (value > error, value < -error, zero)
        return self._signs[atom]

    def _inherited(self, form: Form) -> Array:
        errors = [self.base(base).error for base, _ in form.bases]
        return np.asarray(sum(errors[1:], errors[0]))

    def value(self, form: Form) -> Approximate:
        """Answers what a form comes to."""
        bases = [(self.base(base), factor) for base, factor in form.bases]
        if len(bases) == 1 and not form.constant and abs(bases[0][1]) == 1:
            only, factor = bases[0]
            return only if factor == 1 else only._replace(value=-only.value)
        value = np.asarray(double(form.constant))
        size, error = np.abs(value), np.asarray(0.0)
        for term, factor in bases:
            part = double(factor) * term.value
            value, size = value + part, size + np.abs(part)
            error = error + abs(double(factor)) * term.error
        numbers = (form.constant, *form.terms.values())
        whole = all(number.denominator == 1 for number in numbers)
        whole = whole and all(term.whole for term, _ in bases) and bool(np.max(size) < MOST_WHOLE)
        if not form.terms and is_double(form.constant):
            return Approximate(value, np.asarray(0.0), whole)
        if not whole:
            error = error * (1 + 8 * UNIT) + (2 * len(bases) + 4) * UNIT * size + TINY
        return Approximate(value, np.asarray(error), whole)

    def defined(self) -> Array:
        """Answers the rows in which everything that formulas compute is certainly defined."""
        found = np.ones(self.rows, dtype=bool)
        for base in self.tape.partial:
            found &= np.isfinite(np.atleast_2d(self.base(base).error)).all(axis=0)
        return found

    def base(self, base: Base) -> Approximate:
        """Answers what a base comes to."""
        if base.index not in self._values:
            self._values[base.index] = self._computed(base)
        return self._values[base.index]

    def _computed(self, base: Base) -> Approximate:
        if base.kind == "column":
            values = self.columns[base.data]
            return Approximate(values, np.asarray(0.0), is_whole(values))
        if base.kind == "weights":
            weights = self.weights[base.data][:-1]
            values = np.array([double(weight) for weight in weights])[:, None]
            whole = all(weight.denominator == 1 for weight in weights) and is_whole(values)
            return Approximate(values, np.asarray(0.0) if whole else UNIT * values, whole)
        if base.kind == "choice":
            return self._chosen(base)
        parts = [self.value(arg) for arg in base.args]
        if isinstance(base.data, Ranked):
            return self._ranked(base.kind, base.data, parts)
        return _COMPUTED[base.kind](base, *parts)

    def _chosen(self, base: Base) -> Approximate:
        truth, certain = self.holds(base.data)
        then, otherwise = (self.value(arg) for arg in base.args)
        value = np.where(truth, then.value, otherwise.value)
        error = np.where(truth, then.error, otherwise.error)
        either = np.abs(then.value - otherwise.value) + then.error + otherwise.error
        whole = then.whole and otherwise.whole
        return Approximate(value, np.where(certain, error, either * (1 + 8 * UNIT)), whole)

    def _ranked(self, kind: str, data: Ranked, parts: Sequence[Approximate]) -> Approximate:
        values: list[Array] = []
        errors: list[Array] = []
        counts: list[Fraction] = []
        for place, (part, weight) in enumerate(zip(parts, data.weights, strict=True)):
            lines = np.broadcast_to(np.atleast_2d(part.value), (_lines(part), self.rows))
            values.append(lines)
            errors.append(np.broadcast_to(np.atleast_2d(part.error), lines.shape))
            own = (
                [weight] * len(lines) if isinstance(weight, Fraction) else self.weights[weight][:-1]
            )
            left = place < data.left and kind != "rank_sum"
            counts += [-one if left else one for one in own]
        both = np.concatenate(values), np.concatenate(errors)
        if data.weight is not None:
            return Approximate(*ranks.rank_sum(*both, counts, data.weight))
        whole = ranks.whole_counts(counts)
        if whole is None:
            return Approximate(np.zeros(self.rows), np.full(self.rows, np.inf))
        compare = ranks.rank_difference if kind == "rank_difference" else ranks.count_difference
        return Approximate(*compare(*both, whole), all(part.whole for part in parts))


def _lines(part: Approximate) -> int:
    return len(part.value) if part.value.ndim == 2 else 1


def is_whole(values: Array) -> bool:
    """Answers whether all values are whole numbers that leave room for adding many."""
    return bool(np.all(np.rint(values) == values) and np.max(np.abs(values)) < MOST_WHOLE)


def is_sharp(form: Form) -> bool:
    """Answers whether a form is one number less another, so that doubles get its sign right."""
    operands = len(form.terms) + (form.constant != 0)
    exact = is_double(form.constant)
    return operands <= 2 and exact and all(abs(factor) == 1 for factor in form.terms.values())


def _extreme(largest: bool) -> Callable[..., Approximate]:
    def found(base: Base, *parts: Approximate) -> Approximate:
        best = parts[0]
        for part in parts[1:]:
            ahead = best.value - part.value if largest else part.value - best.value
            close = np.abs(ahead) <= (best.error + part.error) * (1 + 8 * UNIT)
            first = ahead >= 0
            error = np.where(first, best.error, part.error)
            error = np.where(close, np.maximum(best.error, part.error), error)
            value = np.where(first, best.value, part.value)
            best = Approximate(value, error, best.whole and part.whole)
        return best

    return found


def _times(base: Base, one: Approximate, other: Approximate) -> Approximate:
    value = one.value * other.value
    whole = one.whole and other.whole and bool(np.max(np.abs(value)) < MOST_WHOLE)
    inherited = np.abs(one.value) * other.error + (np.abs(other.value) + other.error) * one.error
    error = inherited * (1 + 8 * UNIT) + UNIT * np.abs(value) + TINY
    return Approximate(value, np.asarray(0.0) if whole else error, whole)


def _crowd_sum(base: Base, part: Approximate) -> Approximate:
    value, size = part.value.sum(axis=0), np.abs(part.value).sum(axis=0)
    error = np.broadcast_to(part.error, part.value.shape).sum(axis=0) * (1 + 8 * UNIT)
    people = len(part.value)
    whole = part.whole and bool(np.max(size) < MOST_WHOLE)
    return Approximate(value, error if whole else error + 2 * people * UNIT * size, whole)


def _crowd_extreme(name: str) -> Callable[..., Approximate]:
    def found(base: Base, part: Approximate) -> Approximate:
        error = np.broadcast_to(part.error, part.value.shape).max(axis=0)
        return Approximate(getattr(part.value, name)(axis=0), error, part.whole)

    return found


def _logarithm(base: Base, part: Approximate) -> Approximate:
    low = part.value - part.error
    with np.errstate(all="ignore"):
        value = np.log(part.value)
        error = part.error / low + 8 * UNIT * np.abs(value) + TINY
    safe = low > 0
    return Approximate(np.where(safe, value, 0.0), np.where(safe, error * (1 + 8 * UNIT), np.inf))


def _exponential(base: Base, part: Approximate) -> Approximate:
    with np.errstate(all="ignore"):
        value = np.exp(part.value)
        error = value * (np.expm1(part.error) * (1 + 16 * UNIT) + 8 * UNIT) + TINY
    safe = np.isfinite(value) & np.isfinite(error)
    return Approximate(np.where(safe, value, 0.0), np.where(safe, error, np.inf))


def _power(base: Base, part: Approximate) -> Approximate:
    exponent = float(base.data)
    low = part.value - part.error
    with np.errstate(all="ignore"):
        value = np.power(part.value, exponent)
        spread = np.expm1(abs(exponent) * part.error / low * (1 + 8 * UNIT))
        relative = abs(exponent * np.log(part.value))
        error = value * (spread * (1 + 16 * UNIT) + (8 + 2 * relative) * UNIT) + TINY
    nothing = (part.value == 0) & (part.error == 0) & (exponent > 0)
    safe = (low > 0) & np.isfinite(value) & np.isfinite(error)
    error = np.where(nothing, 0.0, np.where(safe, error, np.inf))
    return Approximate(np.where(safe, value, 0.0), error)


def _settled(base: Base, part: Approximate) -> Approximate:
    error = part.error * (1 + 8 * UNIT) + UNIT * np.abs(part.value)
    return Approximate(part.value, error)


_COMPUTED: Mapping[str, Callable[..., Approximate]] = {
    "max": _extreme(largest=True),
    "min": _extreme(largest=False),
    "times": _times,
    "crowd_sum": _crowd_sum,
    "crowd_max": _crowd_extreme("max"),
    "crowd_min": _crowd_extreme("min"),
    "logarithm": _logarithm,
    "exponential": _exponential,
    "power": _power,
    "settled": _settled,
}
"""Kind of base -> its values and errors."""
