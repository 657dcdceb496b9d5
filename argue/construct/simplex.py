"""Linear programs in exact numbers: where within some constraints a linear form is largest.

The simplex method in whole numbers over one common denominator, which is that of the basis, so
that every division comes out even and nothing is rounded. It starts at a point that is known to
meet the constraints and needs no search for one. Source: [Schrijver86]; the pivot rule that always
comes to an end is that of [Bland77].
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import gcd, lcm
from typing import NamedTuple, TypeAlias

from argue.errors import LimitExceeded
from argue.model.patience import go_on

BELOW, EQUAL, AT_MOST = -1, 0, -2
"""What a constraint says of its row: that it is below 0, equal to 0, or at most 0."""

Point: TypeAlias = Mapping[str, Fraction]
Rows: TypeAlias = list[list[int]]


class Row(NamedTuple):
    """A constant plus multiples of unknowns, in whole numbers without a common divisor."""

    terms: tuple[tuple[str, int], ...]
    constant: int

    @classmethod
    def of(cls, terms: Mapping[str, Fraction], constant: Fraction) -> Row:
        """Answers the row that has the sign of a linear form wherever the form has one."""
        whole = lcm(constant.denominator, *(f.denominator for f in terms.values()))
        tops = {n: f.numerator * (whole // f.denominator) for n, f in terms.items() if f}
        top = constant.numerator * (whole // constant.denominator)
        shared = gcd(top, *tops.values()) or 1
        return cls(tuple(sorted((n, f // shared) for n, f in tops.items())), top // shared)

    def __neg__(self) -> Row:
        return Row(tuple((name, -factor) for name, factor in self.terms), -self.constant)

    def at(self, point: Point) -> Fraction:
        """Answers the value at a point."""
        return sum((factor * point[name] for name, factor in self.terms), Fraction(self.constant))


Constraint: TypeAlias = tuple[Row, int]
"""A row, and whether it is below 0, equal to 0, or at most 0."""


class NoBound(LimitExceeded):
    """A form that grows without end within its constraints."""


def farthest(goal: Row, constraints: Iterable[Constraint], start: Point) -> dict[str, Fraction]:
    """Answers a point where a form is largest, borders counted as inside; `start` is inside too.

    Unknowns that no chain of constraints ties to the form stay where they are. Raises: NoBound
    where it is largest nowhere.
    """
    names, rows = _tied(goal, constraints)
    return {**start, **_Tableau(names, rows, start).climbed(goal)}


def _tied(goal: Row, constraints: Iterable[Constraint]) -> tuple[list[str], list[Row]]:
    """Answers the unknowns that matter to a form, and what must be at most 0 in them."""
    names, waiting = {name for name, _ in goal.terms}, list(constraints)
    found: list[Row] = []
    while True:
        inside = [c for c in waiting if any(name in names for name, _ in c[0].terms)]
        if not inside:
            return sorted(names), found
        waiting = [c for c in waiting if not any(name in names for name, _ in c[0].terms)]
        for row, kind in inside:
            names.update(name for name, _ in row.terms)
            found += [row, -row] if kind == EQUAL else [row]


class _Tableau:
    """Slacks of constraints by what is free to move, as whole numbers over one denominator.

    A line stands for a constant (in front) plus multiples of what is written above its columns: at
    first the moves of the unknowns from the start, which may go either way. Line by line below
    them stand the slacks, which are never negative. Both are told apart by number: moves first.
    """

    def __init__(self, names: Sequence[str], rows: Sequence[Row], start: Point) -> None:
        """Write every slack at the start, where all moves are 0."""
        self.names = names
        self.scale = lcm(*(start[name].denominator for name in names))
        self.start = {n: int(start[n] * self.scale) for n in names}
        self.denominator = 1
        self.above = list(range(len(names)))
        self.beside = list(range(len(names), len(names) + len(rows)))
        self.lines: Rows = [[-x for x in self._line(row)] for row in rows]
        self.turned: set[int] = set()

    def _line(self, row: Row) -> list[int]:
        terms = dict(row.terms)
        here = row.constant * self.scale + sum(f * self.start[n] for n, f in row.terms)
        return [here, *(terms.get(name, 0) for name in self.names)]

    def climbed(self, goal: Row) -> dict[str, Fraction]:
        """Answers where the unknowns are when none of what is free to move makes the goal larger.

        Of what could enter, as of what could leave, the first by number is taken.
        """
        self.lines.append(self._line(goal))
        while (column := self._entering()) is not None:
            go_on()
            self._pivot(self._leaving(column), column)
        moved = {label: line[0] for label, line in zip(self.beside, self.lines, strict=False)}
        found: dict[str, Fraction] = {}
        for label, name in enumerate(self.names):
            move = moved.get(label, 0) * (-1 if label in self.turned else 1)
            whole = self.start[name] * self.denominator + move
            found[name] = Fraction(whole, self.scale * self.denominator)
        return found

    def _entering(self) -> int | None:
        gains = self.lines[-1]
        ways = sorted((label, place + 1) for place, label in enumerate(self.above))
        for label, column in ways:
            if gains[column] < 0 and label < len(self.names):
                self.turned.add(label)
                for line in self.lines:
                    line[column] = -line[column]
            if gains[column] > 0:
                return column
        return None

    def _leaving(self, column: int) -> int:
        """Answers the line of the slack that is used up first; unknowns may move for ever."""
        ends = [
            (Fraction(line[0], -line[column]), label, place)
            for place, (label, line) in enumerate(zip(self.beside, self.lines, strict=False))
            if label >= len(self.names) and line[column] < 0
        ]
        if not ends:
            raise NoBound(f"{', '.join(self.names)}: no bounds; this is a bug")
        return min(ends)[2]

    def _pivot(self, place: int, column: int) -> None:
        """Exchange what stands above a column with what stands beside a line."""
        line = self.lines[place]
        by, before = -line[column], self.denominator
        for other in self.lines:
            share = other[column]
            if other is line or (not share and by == before):
                continue
            other[:] = [(x * by + share * y) // before for x, y in zip(other, line, strict=True)]
            other[column] = -share
        line[column] = -before
        self.denominator = by
        self.above[column - 1], self.beside[place] = self.beside[place], self.above[column - 1]
