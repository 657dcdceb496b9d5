"""Arithmetic that stays exact as long as it can: over fractions, floats and numpy arrays.

Fractions stay fractions under + - * / and whole powers; roots, logarithms and exponentials turn
them into floats. An array anywhere makes the result an array, element by element, with `nan` or
`inf` where a number has no answer; a single number without an answer is an error.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from importlib import import_module
from types import MappingProxyType
from typing import Any

from argue.model.numbers import Number

MOST_BITS = 20_000
"""How long an exact number may become; a power that would be longer is an error."""


class TooLong(OverflowError):
    """An exact number of more bits than it may have."""

    def __init__(self) -> None:
        """Say how many it may have."""
        super().__init__(
            f"this becomes too large: an exact number has at most {MOST_BITS} bits; take smaller "
            "exponents"
        )


def exact_or_float(value: Number) -> Number:
    """Answers an int as a fraction, and anything else as it is."""
    return Fraction(value) if isinstance(value, int) else value


def plus(left: Number, right: Number) -> Number:
    """The sum."""
    return bounded(left + right)


def minus(left: Number, right: Number) -> Number:
    """The difference."""
    return bounded(left - right)


def times(left: Number, right: Number) -> Number:
    """The product."""
    return bounded(left * right)


def over(left: Number, right: Number) -> Number:
    """The quotient.

    Raises: ZeroDivisionError for single numbers; arrays hold inf or nan there.
    """
    if is_array(left) or is_array(right):
        return _as_floats(left) / _as_floats(right)
    return bounded(left / right)


def power(base: Number, exponent: Number) -> Number:
    """The power; exact for a fraction to a whole number.

    Raises: TooLong past MOST_BITS; ValueError for a root of a negative number.
    """
    if is_array(base) or is_array(exponent):
        return _as_floats(base) ** _as_floats(exponent)
    if not isinstance(exponent, Fraction) or exponent.denominator != 1:
        return math.pow(base, exponent)
    if not isinstance(base, Fraction):
        return math.pow(base, exponent.numerator)
    length = max(base.numerator.bit_length(), base.denominator.bit_length())
    if length * abs(exponent.numerator) > MOST_BITS:
        raise TooLong
    return base**exponent.numerator


def bounded(value: Number) -> Number:
    """Answers the value.

    Raises: TooLong for a fraction past MOST_BITS; OverflowError for a float that is not finite.
    """
    if isinstance(value, Fraction):
        if max(value.numerator.bit_length(), value.denominator.bit_length()) > MOST_BITS:
            raise TooLong
    elif isinstance(value, float) and not math.isfinite(value):
        raise OverflowError("the number becomes too large")
    return value


def is_array(value: Number) -> bool:
    """Answers whether a number is really an array of them."""
    return hasattr(value, "shape")


def _numpy() -> Any:
    return import_module("numpy")


def _as_floats(value: Number) -> Any:
    return _numpy().asarray(value, dtype=float)


def _extreme(single: Callable[..., Number], elementwise: str) -> Callable[..., Number]:
    def chosen(*values: Number) -> Number:
        if not any(is_array(value) for value in values):
            return single(values)
        found = _as_floats(values[0])
        for value in values[1:]:
            found = getattr(_numpy(), elementwise)(found, _as_floats(value))
        return found

    return chosen


def _transcendental(single: Callable[[float], float], elementwise: str) -> Callable[..., Number]:
    def elementwise_or_single(value: Number) -> Number:
        if is_array(value):
            return getattr(_numpy(), elementwise)(_as_floats(value))
        return single(float(value))

    return elementwise_or_single


def total(*values: Number) -> Number:
    """The sum of all."""
    return bounded(sum(values[1:], values[0]))


FUNCTIONS: Mapping[str, tuple[int, int, Callable[..., Number]]] = MappingProxyType(
    {
        "min": (1, 32, _extreme(min, "minimum")),
        "max": (1, 32, _extreme(max, "maximum")),
        "sum": (1, 32, total),
        "abs": (1, 1, abs),
        "sqrt": (1, 1, _transcendental(math.sqrt, "sqrt")),
        "ln": (1, 1, _transcendental(math.log, "log")),
        "exp": (1, 1, _transcendental(math.exp, "exp")),
    }
)
"""Name -> fewest arguments, most arguments, what it does."""

INEXACT = frozenset({"sqrt", "ln", "exp"})
"""The functions that turn a fraction into a float."""

BINARY: Mapping[str, Callable[[Number, Number], Number]] = MappingProxyType(
    {"+": plus, "-": minus, "*": times, "/": over, "^": power}
)


def applied(name: str, values: Sequence[Number]) -> Number:
    """Answers an operator or function applied to its arguments."""
    operation = BINARY[name] if name in BINARY else FUNCTIONS[name][2]
    if not any(is_array(value) for value in values):
        return operation(*values)
    with _numpy().errstate(all="ignore"):
        return operation(*values)
