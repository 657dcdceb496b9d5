"""The operations frameworks compute with, and their exact form over fractions.

A formula written over `Ops` never branches on a number: it asks the operations to choose. So one
formula serves exact analysis (`EXACT`) and, with another set of operations, arrays of rows.

Roots, logarithms and exponentials have no exact fraction. Over fractions they are computed to
`WORKING_DIGITS`, and a formula that uses them ends in `settled`, which rounds to
`SETTLED_DIGITS`: values that agree so far count as equal. Rounding keeps the order, so equality
stays transitive, as it would not with a tolerance on differences.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal, InvalidOperation, Overflow
from fractions import Fraction
from typing import Any, Protocol, TypeAlias

Number: TypeAlias = Any
"""A Fraction in exact analysis, an array over rows in a batch."""

WORKING_DIGITS = 60
"""Significant digits to which roots, logarithms and exponentials are computed."""

SETTLED_DIGITS = 30
"""Significant digits after which two values of a formula with roots or logarithms are equal."""

TOLERANCE = (
    f"roots and logarithms are computed to {WORKING_DIGITS} digits; values that agree in the "
    f"first {SETTLED_DIGITS} count as equal"
)

LARGEST_EXPONENT = 2000
"""A root or exponential of 10 to this power or more is refused; its inverse and less is 0."""

MOST_EXACT_EXPONENT = 64
"""Whole exponents up to this size are raised exactly."""

TRAPS = [InvalidOperation, Overflow]
WORKING = Context(prec=WORKING_DIGITS, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=TRAPS)
SETTLED = Context(prec=SETTLED_DIGITS, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=TRAPS)


class OutsideDomain(ArithmeticError):
    """A number for which an operation is not defined, such as the logarithm of -1."""


class TooLarge(OutsideDomain):
    """A result of more digits than are written down."""


class Ops(Protocol):
    """What a formula may do with numbers beside + - * and division by a constant."""

    def total(self, values: Sequence[Number]) -> Number:
        """The sum; 0 for none."""
        ...

    def largest(self, values: Sequence[Number]) -> Number:
        """The largest of at least one value."""
        ...

    def smallest(self, values: Sequence[Number]) -> Number:
        """The smallest of at least one value."""
        ...

    def positive(self, value: Number) -> Number:
        """The value, or 0 where it is negative."""
        ...

    def when_more(self, left: Number, right: Number, then: Number) -> Number:
        """`then` where left > right, else 0."""
        ...

    def when_equal(self, left: Number, right: Number, then: Number) -> Number:
        """`then` where left = right, else 0."""
        ...

    def at_least(self, left: Number, right: Number) -> Number:
        """1 where left >= right, else -1."""
        ...

    def first_rank_difference(
        self, left: Sequence[Number], right: Sequence[Number], counts: Sequence[Number]
    ) -> Number:
        """Left minus right at the lowest rank where the two sorted sequences differ.

        Both sequences are sorted ascending, each value standing for `counts` persons; 0 where
        they are the same person by person.
        """
        ...

    def first_count_difference(
        self, left: Sequence[Number], right: Sequence[Number], counts: Sequence[Number]
    ) -> Number:
        """The highest positive value that more persons hold on the right than on the left.

        At the highest value where the numbers of holders differ: that value if the right has
        more holders, minus it if the left has; 0 where no positive value differs.
        """
        ...

    def either(self, left: Number, right: Number, then: Number, otherwise: Number) -> Number:
        """`then` where left >= right, else `otherwise`."""
        ...

    def rank_sum(
        self,
        values: Sequence[Number],
        counts: Sequence[Number],
        weight: Callable[[Number], Number],
    ) -> Number:
        """The sum of the values, each times the weight of the ranks that its holders fill.

        Values are sorted ascending. `weight(m)` is the weight of the worst-off m persons
        together, with `weight(0)` = 0; a value held by persons a+1 to b weighs
        `weight(b) - weight(a)`.
        """
        ...

    def power(self, value: Number, exponent: Number) -> Number:
        """The value to a constant exponent, which need not be whole."""
        ...

    def logarithm(self, value: Number) -> Number:
        """The natural logarithm of a positive value."""
        ...

    def exponential(self, value: Number) -> Number:
        """The number e to the value."""
        ...

    def settled(self, value: Number) -> Number:
        """The value rounded so far that differences of computation vanish; it keeps the order."""
        ...


class ExactOps:
    """The operations over `Fraction`: no rounding and no tolerance up to `first_count_difference`.

    `power` is exact for whole exponents; the roots, logarithms and exponentials are good to
    nearly `WORKING_DIGITS` digits and `settled` keeps `SETTLED_DIGITS` of them.
    """

    def total(self, values: Sequence[Number]) -> Number:
        """The sum; 0 for none."""
        return sum(values) * Fraction(1)

    def largest(self, values: Sequence[Number]) -> Number:
        """The largest of at least one value."""
        return max(values)

    def smallest(self, values: Sequence[Number]) -> Number:
        """The smallest of at least one value."""
        return min(values)

    def positive(self, value: Number) -> Number:
        """The value, or 0 where it is negative."""
        return value if value > 0 else value * 0

    def when_more(self, left: Number, right: Number, then: Number) -> Number:
        """`then` where left > right, else 0."""
        return then if left > right else then * 0

    def when_equal(self, left: Number, right: Number, then: Number) -> Number:
        """`then` where left = right, else 0."""
        return then if left == right else then * 0

    def at_least(self, left: Number, right: Number) -> Number:
        """1 where left >= right, else -1."""
        return 1 if left >= right else -1

    def first_rank_difference(
        self, left: Sequence[Number], right: Sequence[Number], counts: Sequence[Number]
    ) -> Number:
        """Left minus right at the lowest rank where the two sorted sequences differ.

        Cost: O(k log k) in the number of standpoints.
        """
        first, second = (
            sorted((e for e in zip(side, counts, strict=True) if e[1]), key=lambda entry: entry[0])
            for side in (left, right)
        )
        i = j = 0
        done_first = done_second = Fraction(0)
        while i < len(first):  # and so j, since both count the same persons
            if first[i][0] != second[j][0]:
                return first[i][0] - second[j][0]
            end_first = done_first + first[i][1]
            end_second = done_second + second[j][1]
            if end_first <= end_second:
                i, done_first = i + 1, end_first
            if end_second <= end_first:
                j, done_second = j + 1, end_second
        return Fraction(0)

    def first_count_difference(
        self, left: Sequence[Number], right: Sequence[Number], counts: Sequence[Number]
    ) -> Number:
        """The highest positive value that more persons hold on the right than on the left.

        Cost: O(k log k) in the number of standpoints.
        """
        balance: dict[Number, Number] = {}
        for value, other, count in zip(left, right, counts, strict=True):
            balance[value] = balance.get(value, 0) - count
            balance[other] = balance.get(other, 0) + count
        for value in sorted(balance, reverse=True):
            if value <= 0:
                break
            if balance[value]:
                return value if balance[value] > 0 else -value
        return Fraction(0)

    def either(self, left: Number, right: Number, then: Number, otherwise: Number) -> Number:
        """`then` where left >= right, else `otherwise`."""
        return then if left >= right else otherwise

    def rank_sum(
        self,
        values: Sequence[Number],
        counts: Sequence[Number],
        weight: Callable[[Number], Number],
    ) -> Number:
        """The sum of the values, each times the weight of the ranks that its holders fill.

        Cost: O(k log k) in the number of standpoints.
        """
        found = persons = below = Fraction(0)
        for value, count in sorted(zip(values, counts, strict=True), key=lambda entry: entry[0]):
            persons += count
            up_to = weight(persons)
            found += value * (up_to - below)
            below = up_to
        return found

    def power(self, value: Number, exponent: Number) -> Number:
        """The value to a constant exponent, exact for whole ones up to `MOST_EXACT_EXPONENT`.

        Raises: OutsideDomain for a negative value with an exponent that is not whole, and for 0
        with a negative one.
        """
        base, power = Fraction(value), Fraction(exponent)
        if base < 0 and power.denominator != 1 or base == 0 and power < 0:
            raise OutsideDomain(f"{base} cannot be raised to the power {power}")
        if power.denominator == 1 and abs(power) <= MOST_EXACT_EXPONENT:
            return base**power.numerator
        if base == 0:
            return Fraction(0)
        size = _computed(WORKING.power, _decimal(abs(base)), _decimal(power))
        return -size if base < 0 and power.numerator % 2 else size

    def logarithm(self, value: Number) -> Number:
        """The natural logarithm of a positive value.

        Raises: OutsideDomain for 0 and less.
        """
        if value <= 0:
            raise OutsideDomain(f"{value} has no logarithm")
        return _computed(WORKING.ln, _decimal(Fraction(value)))

    def exponential(self, value: Number) -> Number:
        """The number e to the value.

        Raises: OutsideDomain where it has thousands of digits.
        """
        return _computed(WORKING.exp, _decimal(Fraction(value)))

    def settled(self, value: Number) -> Number:
        """The value rounded to `SETTLED_DIGITS` significant digits; it keeps the order."""
        return Fraction(SETTLED.plus(_decimal(Fraction(value))))


def _decimal(number: Fraction) -> Decimal:
    return WORKING.divide(Decimal(number.numerator), Decimal(number.denominator))


def _computed(operation: Callable[..., Decimal], *numbers: Decimal) -> Fraction:
    """Answers a result as a fraction, 0 where it is too small to write down."""
    try:
        found = operation(*numbers)
    except Overflow as error:
        raise TooLarge("the number is too large to write down: take smaller parameters") from error
    if found.adjusted() >= LARGEST_EXPONENT:
        raise TooLarge(
            f"the number has more than {LARGEST_EXPONENT} digits: take smaller parameters, or "
            "another unit"
        )
    return Fraction(found) if found.adjusted() > -LARGEST_EXPONENT else Fraction(0)


EXACT: Ops = ExactOps()
