"""Conditions decided in exact fractions: the last word on a row too close to a tie for floats."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import partial
from operator import mul
from typing import Any, TypeAlias, cast

from argue.model.numbers import EXACT, Number
from argue.rewards import conditions
from argue.rewards.conditions import Condition
from argue.rewards.features import Row
from argue.rewards.forms import Base, Form, Tape, sign_bit
from argue.rewards.tracing import Ranked

Value: TypeAlias = Any
"""A fraction, or a tuple of one for each individual."""


class ExactRow:
    """One row of a template in exact fractions; values are computed when first asked for."""

    def __init__(self, tape: Tape, row: Row, weights: Mapping[int, Sequence[Fraction]]) -> None:
        """Take a row, and the weights of individuals by standpoint."""
        self.tape, self.row, self.weights = tape, row, weights
        self._values: dict[int, Value] = {}
        self._signs: dict[int, int] = {}

    def holds(self, condition: Condition) -> bool:
        """Answers whether a condition holds of the row."""
        return conditions.holds(condition, self._sign)

    def _sign(self, atom: int) -> int:
        if atom not in self._signs:
            self._signs[atom] = sign_bit(self.value(self.tape.atoms[atom]))
        return self._signs[atom]

    def value(self, form: Form) -> Value:
        """Answers what a form comes to."""
        found: Value = form.constant
        for base, factor in form.bases:
            found = _each(partial(_plus, factor), found, self.base(base))
        return found

    def base(self, base: Base) -> Value:
        """Answers what a base comes to.

        Raises: OutsideDomain where it is not defined in this row.
        """
        if base.index not in self._values:
            self._values[base.index] = self._computed(base)
        return self._values[base.index]

    def _computed(self, base: Base) -> Value:
        if base.kind == "column":
            name, part = base.data
            number: Any = self.row[name]
            if part == "all":
                return number
            return number[-1] if part == "last" else tuple(number[:-1])
        if base.kind == "weights":
            return tuple(self.weights[base.data][:-1])
        if base.kind == "choice":
            return self.value(base.args[0 if self.holds(base.data) else 1])
        values = [self.value(arg) for arg in base.args]
        if isinstance(base.data, Ranked):
            return _ranked(base, values, self._persons)
        return _COMPUTED[base.kind](base, *values)

    def _persons(self, weight: Any, value: Value) -> Sequence[Fraction]:
        if isinstance(weight, Fraction):
            return [weight] * len(_individuals(value))
        return self.weights[weight][:-1]


def _plus(factor: Fraction, so_far: Number, number: Number) -> Number:
    return so_far + factor * number


def _individuals(value: Value) -> tuple[Number, ...]:
    """Answers each individual's number; one number is that of one."""
    return cast("tuple[Number, ...]", value) if isinstance(value, tuple) else (value,)


def _each(operation: Callable[..., Number], *values: Value) -> Value:
    """Answers an operation on numbers, or on each individual's."""
    if not any(isinstance(value, tuple) for value in values):
        return operation(*values)
    columns = [_individuals(value) for value in values]
    size = max(len(column) for column in columns)
    columns = [
        column if isinstance(v, tuple) else column * size
        for v, column in zip(values, columns, strict=True)
    ]
    return tuple(operation(*entry) for entry in zip(*columns, strict=True))


def _ranked(base: Base, values: Sequence[Value], persons: Callable[..., Any]) -> Number:
    """Answers a comparison of sorted numbers, everyone with the persons they stand for."""
    sides: tuple[list[Number], list[Number]] = ([], [])
    counts: tuple[list[Number], list[Number]] = ([], [])
    for place, (value, weight) in enumerate(zip(values, base.data.weights, strict=True)):
        side = 0 if place < base.data.left else 1
        sides[side].extend(_individuals(value))
        counts[side].extend(persons(weight, value))
    if base.kind == "rank_sum":
        return EXACT.rank_sum(sides[0], counts[0], base.data.weight)
    if base.kind == "count_difference":
        return _count_difference(sides, counts)
    return _rank_difference(sides, counts)


def _balances(
    sides: tuple[list[Number], list[Number]], counts: tuple[list[Number], list[Number]]
) -> dict[Number, Number]:
    """Answers for every value how many more persons hold it on the right than on the left."""
    found: dict[Number, Number] = {}
    for sign, values, persons in ((-1, sides[0], counts[0]), (1, sides[1], counts[1])):
        for value, count in zip(values, persons, strict=True):
            found[value] = found.get(value, 0) + sign * count
    return found


def _count_difference(sides: Any, counts: Any) -> Number:
    balances = _balances(sides, counts)
    for value in sorted(balances, reverse=True):
        if value <= 0:
            break
        if balances[value]:
            return value if balances[value] > 0 else -value
    return Fraction(0)


def _rank_difference(sides: Any, counts: Any) -> Number:
    """Answers left minus right where the sorted sides, as long as each other, first differ."""
    balances = _balances(sides, counts)
    for value in sorted(balances):
        if balances[value]:
            behind = 0 if balances[value] > 0 else 1
            held = zip(sides[behind], counts[behind], strict=True)
            following = min(other for other, count in held if count and other > value)
            return value - following if behind == 1 else following - value
    return Fraction(0)


def _max(base: Base, *values: Value) -> Value:
    return _each(_largest, *values)


def _min(base: Base, *values: Value) -> Value:
    return _each(_smallest, *values)


def _largest(*numbers: Number) -> Number:
    return max(numbers)


def _smallest(*numbers: Number) -> Number:
    return min(numbers)


def _times(base: Base, one: Value, other: Value) -> Value:
    return _each(mul, one, other)


def _crowd(reduced: Callable[[Sequence[Number]], Number], base: Base, value: Value) -> Value:
    return reduced(_individuals(value))


def _power(base: Base, value: Value) -> Value:
    return _each(EXACT.power, value, base.data)


def _function(operation: Callable[[Number], Number], base: Base, value: Value) -> Value:
    return _each(operation, value)


_COMPUTED: Mapping[str, Callable[..., Value]] = {
    "max": _max,
    "min": _min,
    "times": _times,
    "crowd_max": partial(_crowd, EXACT.largest),
    "crowd_min": partial(_crowd, EXACT.smallest),
    "crowd_sum": partial(_crowd, EXACT.total),
    "power": _power,
    "logarithm": partial(_function, EXACT.logarithm),
    "exponential": partial(_function, EXACT.exponential),
    "settled": partial(_function, EXACT.settled),
}
"""Kind of base -> what it comes to."""
