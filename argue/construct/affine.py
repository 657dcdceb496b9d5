"""Exact numbers that move along a line or over a plane, and the places they are compared in.

A formula run over such numbers asks only for the signs of their differences. Along a line every
difference has one root, so that the signs taken at a place, with the nearest root beyond it, say
how far they all stay as they are: to go from root to root is to see every case there is. Over a
plane a polygon is cut wherever a sign is open. Source: [Schrijver86], for systems of linear
inequalities; cutting along roots is ours.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import Any, Protocol

from argue.errors import LimitExceeded


class NotLinear(LimitExceeded):
    """A formula takes a root, a power or a product of numbers that move."""

    def __init__(self) -> None:
        """Say what such a formula needs instead."""
        super().__init__("a number enters a formula that is not linear in it: search instead")


class Place(Protocol):
    """Where moving numbers are compared: it answers the sign of a number that moves."""

    def unknown(self, name: str) -> Any:
        """Answers the number of this name."""
        ...

    def known(self, value: Fraction) -> Any:
        """Answers a number that stays as it is, in the form of those that move."""
        ...

    def sign(self, number: Any) -> int:
        """Answers -1, 0 or 1."""
        ...


class Affine:
    """A constant plus a slope for each direction of its place, all over one denominator.

    Integers over a denominator that is never reduced: fractions reduced at every step are slow.
    """

    __slots__ = ("constant", "denominator", "place", "slopes")

    def __init__(
        self, place: Place, constant: int, slopes: tuple[int, ...], denominator: int = 1
    ) -> None:
        """Keep the place that answers comparisons."""
        self.place, self.constant, self.slopes = place, constant, slopes
        self.denominator = denominator

    @classmethod
    def of(cls, place: Place, constant: Fraction, slopes: Sequence[Fraction | int]) -> Affine:
        """Answers a number that moves from its constant and slopes."""
        whole = lcm(constant.denominator, *(Fraction(slope).denominator for slope in slopes))
        return cls(place, int(constant * whole), tuple(int(s * whole) for s in slopes), whole)

    def times(self, factor: Fraction | int) -> Affine:
        """Answers a multiple."""
        top, bottom = factor.numerator, factor.denominator
        slopes = tuple([slope * top for slope in self.slopes])
        return Affine(self.place, self.constant * top, slopes, self.denominator * bottom)

    def _plus(self, other: Affine, sign: int) -> Affine:
        mine, theirs = other.denominator, sign * self.denominator
        if self.denominator == other.denominator:
            mine, theirs, whole = 1, sign, self.denominator
        else:
            whole = self.denominator * other.denominator
        slopes = tuple(
            [a * mine + b * theirs for a, b in zip(self.slopes, other.slopes, strict=True)]
        )
        return Affine(self.place, self.constant * mine + other.constant * theirs, slopes, whole)

    def _plus_known(self, other: Fraction | int) -> Affine:
        bottom = other.denominator
        if bottom == 1:
            constant = self.constant + other.numerator * self.denominator
            return Affine(self.place, constant, self.slopes, self.denominator)
        constant = self.constant * bottom + other.numerator * self.denominator
        slopes = tuple([slope * bottom for slope in self.slopes])
        return Affine(self.place, constant, slopes, self.denominator * bottom)

    def __add__(self, other: Any) -> Affine:
        return self._plus(other, 1) if isinstance(other, Affine) else self._plus_known(other)

    __radd__ = __add__

    def __sub__(self, other: Any) -> Affine:
        return self._plus(other, -1) if isinstance(other, Affine) else self._plus_known(-other)

    def __rsub__(self, other: Any) -> Affine:
        return self.times(-1)._plus_known(other)

    def __neg__(self) -> Affine:
        return self.times(-1)

    def __mul__(self, other: Any) -> Affine:
        if not isinstance(other, Affine):
            return self.times(other)
        if any(other.slopes) and any(self.slopes):
            raise NotLinear
        moving, still = (self, other) if any(self.slopes) else (other, self)
        return moving.times(Fraction(still.constant, still.denominator))

    __rmul__ = __mul__

    def __truediv__(self, other: Any) -> Affine:
        if isinstance(other, Affine):
            if any(other.slopes):
                raise NotLinear
            other = Fraction(other.constant, other.denominator)
        return self.times(Fraction(1) / other)

    def __rtruediv__(self, other: Any) -> Affine:
        if any(self.slopes):
            raise NotLinear
        whole = Fraction(self.constant, self.denominator)
        return Affine.of(self.place, other / whole, self.slopes)

    def __lt__(self, other: Any) -> bool:
        return self.place.sign(self - other) < 0

    def __le__(self, other: Any) -> bool:
        return self.place.sign(self - other) <= 0

    def __gt__(self, other: Any) -> bool:
        return self.place.sign(self - other) > 0

    def __ge__(self, other: Any) -> bool:
        return self.place.sign(self - other) >= 0

    def __eq__(self, other: object) -> bool:
        return self.place.sign(self - other) == 0

    # Equal numbers must share a hash, and which are equal is known only when asked.
    def __hash__(self) -> int:
        return 0

    def __bool__(self) -> bool:
        return self.place.sign(self) != 0


class Line:
    """A line through known numbers, and a position on it: at a point, or just beyond it.

    Numbers named in `start` are start + t · direction at position t, which only grows. `root` is
    the nearest position beyond at which a sign asked for since `move` changes (None: none does);
    `touched` says that one is 0 right at the position, so that beyond it may come out otherwise.
    """

    def __init__(
        self, start: Mapping[str, Fraction], direction: Mapping[str, Fraction | int]
    ) -> None:
        """Start at position 0."""
        self.start, self.direction = start, direction
        self.root: Fraction | None = None
        self.touched = False
        self.at, self.beyond = Fraction(0), False

    def move(self, at: Fraction, *, beyond: bool) -> None:
        """Take a position: at a point, or `beyond` it by less than anything that matters."""
        self.at, self.beyond = at, beyond
        self.root, self.touched = None, False

    def unknown(self, name: str) -> Affine:
        """Answers the number of this name."""
        return Affine.of(self, self.start[name], (self.direction[name],))

    def known(self, value: Fraction) -> Affine:
        """Answers a number that stays as it is."""
        return Affine(self, value.numerator, (0,), value.denominator)

    def sign(self, number: Affine) -> int:
        """Answers the sign of a number here, and takes note of where it changes."""
        constant, slope = number.constant, number.slopes[0]
        if not slope:
            return (constant > 0) - (constant < 0)
        here = constant * self.at.denominator + slope * self.at.numerator
        if here:
            if (here > 0) != (slope > 0):
                root = Fraction(-constant, slope)
                if self.root is None or root < self.root:
                    self.root = root
            return 1 if here > 0 else -1
        self.touched = True
        if not self.beyond:
            return 0
        return 1 if slope > 0 else -1


class Still:
    """Numbers that stand still: each name with its value."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        """Keep the values."""
        self.values = values

    def unknown(self, name: str) -> Any:
        """Answers the number of this name."""
        return self.values[name]


Corner = tuple[Fraction, Fraction]
_Scaled = tuple[int, int, int]
"""A corner times a common denominator, and that denominator: whole numbers are fast."""


class Plane:
    """A convex polygon in the plane of two numbers, cut by the signs decided so far.

    `script` says which side to take at each cut, in order; where it ends the positive side is
    taken, and the other is kept in `others` to be explored.
    """

    def __init__(self, names: tuple[str, str], corners: Sequence[Corner]) -> None:
        """Start with the whole polygon."""
        self.names = names
        self._whole = [_scaled(*corner) for corner in corners]
        self.begin(())

    def begin(self, script: Sequence[int]) -> None:
        """Start anew with the whole polygon, to be cut by a script."""
        self.script = tuple(script)
        self.taken: list[int] = []
        self.others: list[tuple[int, ...]] = []
        self._corners = self._whole

    @property
    def corners(self) -> tuple[Corner, ...]:
        """The corners of the polygon, in order."""
        return tuple((Fraction(x, w), Fraction(y, w)) for x, y, w in self._corners)

    @property
    def middle(self) -> Corner:
        """A point inside: the average of the corners."""
        size = len(self._corners)
        across, up = zip(*self.corners, strict=True)
        return sum(across, Fraction(0)) / size, sum(up, Fraction(0)) / size

    def unknown(self, name: str) -> Affine:
        """Answers the number of this name."""
        return Affine(self, 0, tuple(int(name == n) for n in self.names))

    def known(self, value: Fraction) -> Affine:
        """Answers a number that stays as it is."""
        return Affine(self, value.numerator, (0, 0), value.denominator)

    def sign(self, number: Affine) -> int:
        """Answers the sign inside the polygon, which is cut where both occur; 0 if always so."""
        (across, up), constant = number.slopes, number.constant
        if not across and not up:
            return (constant > 0) - (constant < 0)
        values = [constant * w + across * x + up * y for x, y, w in self._corners]
        if min(values) >= 0 or max(values) <= 0:
            return (max(values) > 0) - (min(values) < 0)
        place = len(self.taken)
        side = self.script[place] if place < len(self.script) else 1
        if place >= len(self.script):
            self.others.append((*self.taken, -1))
        self.taken.append(side)
        self._corners = _cut(self._corners, [side * value for value in values])
        return side


def _scaled(x: Fraction, y: Fraction) -> _Scaled:
    whole = lcm(x.denominator, y.denominator)
    return int(x * whole), int(y * whole), whole


def _cut(corners: Sequence[_Scaled], values: Sequence[Any]) -> list[_Scaled]:
    """Answers the part of a polygon on which a linear function is at least 0.

    Its value at each corner is given times the corner's denominator.
    """
    kept: list[_Scaled] = []
    ends = list(zip(corners, values, strict=True))
    for (corner, value), (following, after) in zip(ends, [*ends[1:], ends[0]], strict=True):
        if value >= 0:
            kept.append(corner)
        if value * after < 0:
            here = (Fraction(corner[0], corner[2]), Fraction(corner[1], corner[2]))
            there = (Fraction(following[0], following[2]), Fraction(following[1], following[2]))
            first, second = Fraction(value) / corner[2], Fraction(after) / following[2]
            share = first / (first - second)
            kept.append(
                _scaled(
                    here[0] + share * (there[0] - here[0]), here[1] + share * (there[1] - here[1])
                )
            )
    return kept
