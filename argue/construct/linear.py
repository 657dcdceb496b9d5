"""Exact linear forms over unknown numbers, and the regions in which they are compared.

A form compares with another by the sign of their difference in a region. Where both signs are
possible the region is split, so that running a formula over forms finds every cell of numbers on
which all its comparisons come out alike. Regions are convex: where a form is positive at one point
and negative at another it is 0 between them, so that a linear program or two decide a comparison.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, TypeAlias

from argue.construct.simplex import AT_MOST, BELOW, EQUAL, Constraint, Point, Row, farthest
from argue.errors import LimitExceeded

NOT_LINEAR = (
    "an interval enters this framework in a way that is not linear: write one number instead, or "
    "choose another rule"
)

Coefficients: TypeAlias = dict[str, Fraction]
Bounds: TypeAlias = tuple[Fraction, Fraction]
Box: TypeAlias = Mapping[str, Bounds]
ZERO = Fraction(0)
ROOM = ""
"""The unknown that says how much room all strict inequalities leave; no number has this name."""
SHORT = 1 << 64
"""A point with larger denominators, as they grow from cut to cut, is exchanged for another."""


class Form:
    """A constant plus multiples of unknowns; comparing two asks the region it belongs to."""

    __slots__ = ("constant", "region", "terms")

    def __init__(self, region: Region, constant: Fraction, terms: Coefficients | None = None):
        """Keep the region that answers comparisons."""
        self.region, self.constant, self.terms = region, constant, terms or {}

    def _with(self, other: Any, sign: int) -> Form:
        if not isinstance(other, Form):
            return Form(self.region, self.constant + sign * Fraction(other), dict(self.terms))
        terms = dict(self.terms)
        for name, factor in other.terms.items():
            terms[name] = terms.get(name, ZERO) + sign * factor
        kept = {name: factor for name, factor in terms.items() if factor}
        return Form(self.region, self.constant + sign * other.constant, kept)

    def __add__(self, other: Any) -> Form:
        return self._with(other, 1)

    __radd__ = __add__

    def __sub__(self, other: Any) -> Form:
        return self._with(other, -1)

    def __rsub__(self, other: Any) -> Form:
        return (-self)._with(other, 1)

    def __neg__(self) -> Form:
        return self * -1

    def __mul__(self, other: Any) -> Form:
        if isinstance(other, Form):
            if self.terms and other.terms:
                raise LimitExceeded(NOT_LINEAR)
            if self.terms:
                return self * other.constant
            return other * self.constant
        factor = Fraction(other)
        terms = {name: old * factor for name, old in self.terms.items() if factor}
        return Form(self.region, self.constant * factor, terms)

    __rmul__ = __mul__

    def __truediv__(self, other: Any) -> Form:
        if isinstance(other, Form):
            if other.terms:
                raise LimitExceeded("an interval cannot be divided by: write one number instead")
            return self * (1 / other.constant)
        return self * (1 / Fraction(other))

    def __str__(self) -> str:
        parts = [name if factor == 1 else f"{factor}*{name}" for name, factor in self.terms.items()]
        if self.constant or not parts:
            parts.append(str(self.constant))
        return " + ".join(parts)

    def sign(self) -> int:
        """Answers -1, 0 or 1: the sign in the region, which is split where it is open."""
        return self.region.sign(self)

    def __lt__(self, other: Any) -> bool:
        return (self - other).sign() < 0

    def __le__(self, other: Any) -> bool:
        return (self - other).sign() <= 0

    def __gt__(self, other: Any) -> bool:
        return (self - other).sign() > 0

    def __ge__(self, other: Any) -> bool:
        return (self - other).sign() >= 0

    def __eq__(self, other: object) -> bool:
        return (self - other).sign() == 0

    # Equal numbers must share a hash, and which forms are equal is known only when asked.
    def __hash__(self) -> int:
        return 0


class Region:
    """A box of unknowns cut by the signs decided so far, with a point inside.

    A comparison that is open is decided for the first possible sign; the regions in which it has
    another one are kept in `others`, to be explored. They know what was decided before, so that
    the same formula comes to the same comparison in them.
    """

    def __init__(self, box: Box) -> None:
        """Start with the whole box."""
        self.box = box
        self.others: list[Region] = []
        self.constraints: list[Constraint] = []
        self.inside: Point = {name: sum(ends, ZERO) / 2 for name, ends in box.items()}
        self._known: dict[Row, int] = {}
        for name, (low, high) in box.items():
            self.constraints.append((Row.of({name: Fraction(1)}, -high), AT_MOST))
            self.constraints.append((Row.of({name: Fraction(-1)}, low), AT_MOST))

    def number(self, value: Fraction) -> Form:
        """Answers a known number as a form of this region."""
        return Form(self, value)

    def unknown(self, name: str) -> Form:
        """Answers an unknown of this region."""
        return Form(self, ZERO, {name: Fraction(1)})

    def sign(self, form: Form) -> int:
        """Answers the sign of a form here, splitting the region where more than one is possible."""
        if not form.terms:
            return (form.constant > 0) - (form.constant < 0)
        low, high = self._range(form)
        if low > 0 or high < 0:
            return 1 if low > 0 else -1
        row = Row.of(form.terms, form.constant)
        if row not in self._known:
            self._decide(row)
        return self._known[row]

    def _range(self, form: Form) -> Bounds:
        low = high = form.constant
        for name, factor in form.terms.items():
            ends = sorted(factor * end for end in self.box[name])
            low, high = low + ends[0], high + ends[1]
        return low, high

    def _decide(self, row: Row) -> None:
        """Take the first of the possible signs, and keep the others for later."""
        first, *others = sorted(self._possible(row).items())
        for sign, point in others:
            region = Region(self.box)
            region.constraints, region._known = list(self.constraints), dict(self._known)
            region._take(row, sign, point)
            self.others.append(region)
        if others:
            self._take(row, *first)
        else:
            self._learn(row, first[0])

    def _take(self, row: Row, sign: int, point: Point) -> None:
        self.constraints.append((row if sign <= 0 else -row, BELOW if sign else EQUAL))
        if any(value.denominator > SHORT for value in point.values()):
            point = self._roomiest(point) or point
        self.inside = point
        self._learn(row, sign)

    def _learn(self, row: Row, sign: int) -> None:
        self._known[row], self._known[-row] = sign, -sign

    def _possible(self, row: Row) -> dict[int, Point]:
        """Answers every sign that is possible here, with a point inside where it is the sign."""
        value = row.at(self.inside)
        here = (value > 0) - (value < 0)
        found = {here: self.inside}
        for way in {-1, 1} - {here}:
            end = farthest(row if way > 0 else -row, self.constraints, self.inside)
            beyond = row.at(end)
            if way * beyond > 0:
                # Every point on the way to the end is inside, though the end itself may be none.
                border = value / (value - beyond)
                found[way] = _between(self.inside, end, (1 + border) / 2)
                found.setdefault(0, _between(self.inside, end, border))
            elif here and not beyond and (point := self._roomiest(end, (row, EQUAL))):
                found[0] = point
        return found

    def _roomiest(self, start: Point, *more: Constraint) -> Point | None:
        """Answers the point inside that leaves most room in all strict inequalities; None if none.

        The start may lie on the border, and so may be none itself.
        """
        system = [(_with_room(r) if kind == BELOW else r, kind) for r, kind in self.constraints]
        room = Row(((ROOM, 1),), 0)
        system += [*more, (Row(((ROOM, 1),), -1), AT_MOST)]
        point = farthest(room, system, {**start, ROOM: ZERO})
        left = point.pop(ROOM)
        return point if left > 0 else None

    def bounds(self, name: str) -> Bounds:
        """Answers the least and largest value an unknown can have here or come near to."""
        row = Row(((name, 1),), 0)
        least, most = (farthest(r, self.constraints, self.inside) for r in (-row, row))
        return least[name], most[name]

    def point(self) -> dict[str, Fraction]:
        """Answers numbers inside the region, one for every unknown.

        Each is midway between the bounds that those after it leave it.
        """
        system, point = list(self.constraints), self.inside
        for name in reversed(list(self.box)):
            row = Row(((name, 1),), 0)
            least, most = (farthest(r, system, point) for r in (-row, row))
            point = _between(least, most, Fraction(1, 2))
            system.append((Row.of({name: Fraction(1)}, -point[name]), EQUAL))
        return dict(point)


def _between(one: Point, other: Point, share: Fraction) -> dict[str, Fraction]:
    return {name: value + share * (other[name] - value) for name, value in one.items()}


def _with_room(row: Row) -> Row:
    return Row((*row.terms, (ROOM, 1)), row.constant)


def form(number: Any, region: Region) -> Any:
    """Answers a number as a form of the region; a form stays what it is, as does nothing."""
    return number if number is None or isinstance(number, Form) else region.number(number)


def forms(rows: Sequence[Sequence[Any]], region: Region) -> list[list[Any]]:
    """Answers a table of numbers as forms of the region."""
    return [[form(number, region) for number in row] for row in rows]
