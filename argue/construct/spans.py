"""Numbers known only to lie between two ends, and the operations of formulas over them.

Every operation answers ends that enclose whatever any numbers inside the given ends could come to.
What is compared first is compared by its ends; where they overlap both outcomes are enclosed. That
one number may enter a formula twice is forgotten, so that the ends are sound but not the best.
Source: [Moore66].
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

from argue.errors import LimitExceeded
from argue.model.numbers import EXACT, Number


class Unbounded(LimitExceeded):
    """A formula whose outcome cannot be enclosed."""

    def __init__(self, why: str) -> None:
        """Say what cannot be enclosed."""
        super().__init__(f"no bounds can be given: {why}")


class Span:
    """A number between two ends, both included; it is never compared itself."""

    __slots__ = ("high", "low")

    def __init__(self, low: Any, high: Any) -> None:
        """Keep the ends, the lower first."""
        self.low, self.high = low, high

    def __add__(self, other: Any) -> Span:
        return Span(self.low + low(other), self.high + high(other))

    __radd__ = __add__

    def __sub__(self, other: Any) -> Span:
        return Span(self.low - high(other), self.high - low(other))

    def __rsub__(self, other: Any) -> Span:
        return Span(other - self.high, other - self.low)

    def __neg__(self) -> Span:
        return Span(-self.high, -self.low)

    def __mul__(self, other: Any) -> Span:
        if isinstance(other, Span):
            ends = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
            return Span(min(ends), max(ends))
        if other >= 0:
            return Span(self.low * other, self.high * other)
        return Span(self.high * other, self.low * other)

    __rmul__ = __mul__

    def __truediv__(self, other: Any) -> Span:
        if not isinstance(other, Span):
            return self * (Fraction(1) / Fraction(other))
        if other.low <= 0 <= other.high:
            raise Unbounded("it divides by what may be 0")
        return self * Span(Fraction(1) / other.high, Fraction(1) / other.low)

    def __rtruediv__(self, other: Any) -> Span:
        return Span(other, other) / self

    def _refused(self, other: object) -> bool:
        raise Unbounded("a formula compares numbers itself")

    __lt__ = __le__ = __gt__ = __ge__ = _refused


def low(number: Any) -> Any:
    """Answers the least a number can be."""
    return number.low if isinstance(number, Span) else number


def high(number: Any) -> Any:
    """Answers the most a number can be."""
    return number.high if isinstance(number, Span) else number


def _enclosing(*numbers: Any) -> Span:
    return Span(min(low(n) for n in numbers), max(high(n) for n in numbers))


class SpanOps:
    """The operations of `argue.model.numbers.Ops` over spans."""

    def total(self, values: Sequence[Number]) -> Number:
        """The sum; 0 for none."""
        return sum(values) if values else Fraction(0)

    def largest(self, values: Sequence[Number]) -> Number:
        """The largest of at least one value."""
        return Span(max(low(v) for v in values), max(high(v) for v in values))

    def smallest(self, values: Sequence[Number]) -> Number:
        """The smallest of at least one value."""
        return Span(min(low(v) for v in values), min(high(v) for v in values))

    def positive(self, value: Number) -> Number:
        """The value, or 0 where it is negative."""
        return self.largest([value, 0])

    def when_more(self, left: Number, right: Number, then: Number) -> Number:
        """`then` where left > right, else 0."""
        if low(left) > high(right):
            return then
        return 0 if high(left) <= low(right) else _enclosing(then, 0)

    def when_equal(self, left: Number, right: Number, then: Number) -> Number:
        """`then` where left = right, else 0."""
        if low(left) > high(right) or high(left) < low(right):
            return 0
        if low(left) == high(right) and high(left) == low(right):
            return then
        return _enclosing(then, 0)

    def at_least(self, left: Number, right: Number) -> Number:
        """1 where left >= right, else -1."""
        return self.either(left, right, 1, -1)

    def either(self, left: Number, right: Number, then: Number, otherwise: Number) -> Number:
        """`then` where left >= right, else `otherwise`."""
        if low(left) >= high(right):
            return then
        return otherwise if high(left) < low(right) else _enclosing(then, otherwise)

    def first_rank_difference(
        self, left: Sequence[Number], right: Sequence[Number], counts: Sequence[Number]
    ) -> Number:
        """Left minus right at the lowest rank where the two sorted sequences differ.

        The number at a rank lies between that of the low ends and that of the high ends.
        """
        ranked = _by_rank(left, right, counts)
        met: list[Span] = []
        for least, most in ranked:
            if least == 0 and most == 0:
                continue
            met.append(Span(least, most))
            if least > 0 or most < 0:
                return _enclosing(*met)
        return _enclosing(*met) if met else Fraction(0)

    def first_count_difference(
        self, left: Sequence[Number], right: Sequence[Number], counts: Sequence[Number]
    ) -> Number:
        """The highest positive value that more persons hold on the right than on the left.

        Exact where all values are; else nothing is said but how large it can be.
        """
        both = [*left, *right]
        if all(low(v) == high(v) for v in both):
            return EXACT.first_count_difference(
                [low(v) for v in left], [low(v) for v in right], counts
            )
        most = EXACT.positive(max(high(v) for v in both))
        return Span(-most, most)

    def rank_sum(
        self,
        values: Sequence[Number],
        counts: Sequence[Number],
        weight: Callable[[Number], Number],
    ) -> Number:
        """The sum of the values, each times the weight of the ranks that its holders fill.

        It grows with every value if no rank weighs less than nothing.
        """
        steps = sorted({Fraction(0), *_partial_sums(values, counts)})
        weights = [weight(step) for step in steps]
        if any(after < before for before, after in zip(weights, weights[1:], strict=False)):
            raise Unbounded("a rank has a negative weight")
        return Span(
            EXACT.rank_sum([low(v) for v in values], counts, weight),
            EXACT.rank_sum([high(v) for v in values], counts, weight),
        )

    def power(self, value: Number, exponent: Number) -> Number:
        """The value, which must not be negative, to a constant exponent."""
        if isinstance(exponent, Span) or low(value) < 0 or (exponent < 0 and low(value) == 0):
            raise Unbounded("a power of what may be negative")
        ends = [EXACT.power(end, exponent) for end in (low(value), high(value))]
        return Span(min(ends), max(ends))

    def logarithm(self, value: Number) -> Number:
        """The natural logarithm of a positive value."""
        return Span(EXACT.logarithm(low(value)), EXACT.logarithm(high(value)))

    def exponential(self, value: Number) -> Number:
        """The number e to the value."""
        return Span(EXACT.exponential(low(value)), EXACT.exponential(high(value)))

    def settled(self, value: Number) -> Number:
        """The value rounded so far that differences of computation vanish; it keeps the order."""
        return Span(EXACT.settled(low(value)), EXACT.settled(high(value)))


def _partial_sums(values: Sequence[Number], counts: Sequence[Number]) -> list[Fraction]:
    """Answers how many persons there are up to each value, sorted by either end."""
    found: list[Fraction] = []
    for end in (low, high):
        below = Fraction(0)
        for _, count in sorted(
            zip([end(v) for v in values], counts, strict=True), key=lambda e: e[0]
        ):
            below += count
            found.append(below)
    return found


def _by_rank(
    left: Sequence[Number], right: Sequence[Number], counts: Sequence[Number]
) -> list[tuple[Number, Number]]:
    """Answers for every rank the least and the most by which left can be above right there."""
    sides: list[list[tuple[Number, Number]]] = []
    for values, end in ((left, low), (right, high), (left, high), (right, low)):
        ends = [(end(v), count) for v, count in zip(values, counts, strict=True) if count]
        sides.append(sorted(ends, key=lambda entry: entry[0]))
    steps: set[Number] = set()
    for side in sides:
        below = Fraction(0)
        for _, count in side:
            below += count
            steps.add(below)
    ranks = sorted(steps)
    least = [_at_ranks(side, ranks) for side in sides]
    return [(a - b, c - d) for a, b, c, d in zip(*least, strict=True)]


def _at_ranks(side: Sequence[tuple[Number, Number]], ranks: Sequence[Number]) -> list[Number]:
    """Answers the values that fill the ranks up to each of these numbers of persons."""
    found: list[Number] = []
    place, below = 0, side[0][1] if side else 0
    for rank in ranks:
        while below < rank:
            place += 1
            below += side[place][1]
        found.append(side[place][0])
    return found


SPANS = SpanOps()
"""The operations over spans."""
