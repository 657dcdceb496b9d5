"""The exact operations over moving numbers, with what may not be needed put off until it is.

A formula hands over what would break a tie before anybody knows whether there is one. To work that
out asks for many signs, and each sign asked for cuts a line or a plane once more.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from argue.model.numbers import ExactOps, Number


class Deferred:
    """A number that is worked out when it is first used."""

    __slots__ = ("_found", "_work")

    def __init__(self, work: Callable[[], Number]) -> None:
        """Keep how it is worked out."""
        self._work: Callable[[], Number] | None = work
        self._found: Number = None

    @property
    def value(self) -> Number:
        """The number."""
        if self._work is not None:
            self._found, self._work = self._work(), None
        return self._found

    def __add__(self, other: Any) -> Number:
        return self.value + at_once(other)

    __radd__ = __add__

    def __sub__(self, other: Any) -> Number:
        return self.value - at_once(other)

    def __rsub__(self, other: Any) -> Number:
        return other - self.value

    def __neg__(self) -> Number:
        return -self.value

    def __mul__(self, other: Any) -> Number:
        return self.value * at_once(other)

    __rmul__ = __mul__

    def __truediv__(self, other: Any) -> Number:
        return self.value / at_once(other)

    def __lt__(self, other: Any) -> bool:
        return self.value < at_once(other)

    def __le__(self, other: Any) -> bool:
        return self.value <= at_once(other)

    def __gt__(self, other: Any) -> bool:
        return self.value > at_once(other)

    def __ge__(self, other: Any) -> bool:
        return self.value >= at_once(other)

    def __eq__(self, other: object) -> bool:
        return bool(self.value == at_once(other))

    def __hash__(self) -> int:
        return hash(self.value)


def at_once(number: Any) -> Number:
    """Answers a number, worked out if it was put off."""
    return number.value if isinstance(number, Deferred) else number


class MovingOps(ExactOps):
    """The exact operations, differences of whole distributions put off until they are needed."""

    def when_more(self, left: Number, right: Number, then: Number) -> Number:
        """`then` where left > right, else 0."""
        return at_once(then) if left > right else 0

    def when_equal(self, left: Number, right: Number, then: Number) -> Number:
        """`then` where left = right, else 0."""
        return at_once(then) if left == right else 0

    def first_rank_difference(
        self, left: Sequence[Number], right: Sequence[Number], counts: Sequence[Number]
    ) -> Number:
        """Left minus right at the lowest rank where the two sorted sequences differ."""
        exact = super().first_rank_difference
        return Deferred(lambda: exact(left, right, counts))

    def first_count_difference(
        self, left: Sequence[Number], right: Sequence[Number], counts: Sequence[Number]
    ) -> Number:
        """The highest positive value that more persons hold on the right than on the left."""
        exact = super().first_count_difference
        return Deferred(lambda: exact(left, right, counts))


MOVING = MovingOps()
"""The operations over moving numbers."""
