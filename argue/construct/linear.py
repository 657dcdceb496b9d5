"""Exact linear forms over unknown numbers, and systems of linear inequalities in them.

A form compares with another by the sign of their difference in a region. Where both signs are
possible the region is split, so that running a formula over forms finds every cell of numbers on
which all its comparisons come out alike. Source: elimination after Fourier and Motzkin; see
[Schrijver86].
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, TypeAlias

from argue.errors import LimitExceeded
from argue.model.patience import go_on

NOT_LINEAR = (
    "an interval enters this framework in a way that is not linear: write one number instead, or "
    "choose another rule"
)

TANGLED = (
    "the comparisons hang on so many intervals together that they cannot be told apart: narrow "
    "some intervals, or write numbers"
)

MOST_PAIRS = 10_000
"""Pairs of inequalities that one unknown may take part in when it is eliminated."""


class TooTangled(LimitExceeded):
    """Inequalities in so many unknowns that eliminating one would square their number again."""


Coefficients: TypeAlias = dict[str, Fraction]
ZERO = Fraction(0)


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


Constraint: TypeAlias = tuple[Coefficients, Fraction, int]
"""A form, as terms and constant, that is below 0, equal to 0, or at most 0."""
BELOW, EQUAL, AT_MOST = -1, 0, -2


class Region:
    """A box of unknowns cut by the signs decided so far; decisions beyond a script are open.

    `script` says which sign to take at each open comparison, in order; where it ends the first
    possible sign is taken, and the others are kept in `open` to be explored.
    """

    def __init__(self, box: Mapping[str, tuple[Fraction, Fraction]], script: Sequence[int] = ()):
        """Start with the whole box."""
        self.box = box
        self.script = tuple(script)
        self.taken: list[int] = []
        self.others: list[tuple[int, ...]] = []
        self.constraints: list[Constraint] = []
        for name, (low, high) in box.items():
            self.constraints.append(({name: Fraction(1)}, -high, AT_MOST))
            self.constraints.append(({name: Fraction(-1)}, low, AT_MOST))

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
        possible = [s for s in (-1, 0, 1) if self._possible(form, s)]
        if len(possible) == 1:
            return possible[0]
        place = len(self.taken)
        chosen = self.script[place] if place < len(self.script) else possible[0]
        if place >= len(self.script):
            self.others.extend((*self.taken, other) for other in possible[1:])
        self.taken.append(chosen)
        self.constraints.append(_signed(form, chosen))
        return chosen

    def _range(self, form: Form) -> tuple[Fraction, Fraction]:
        low = high = form.constant
        for name, factor in form.terms.items():
            ends = sorted(factor * end for end in self.box[name])
            low, high = low + ends[0], high + ends[1]
        return low, high

    def _possible(self, form: Form, sign: int) -> bool:
        return solve([*self.constraints, _signed(form, sign)]) is not None

    def point(self) -> dict[str, Fraction]:
        """Answers numbers inside the region, one for every unknown."""
        found = solve(self.constraints)
        if found is None:
            raise LimitExceeded("a region of numbers turned out empty; this is a bug")
        return {name: found.get(name, sum(ends, ZERO) / 2) for name, ends in self.box.items()}


def _signed(form: Form, sign: int) -> Constraint:
    if sign == 0:
        return form.terms, form.constant, EQUAL
    flipped = form if sign < 0 else -form
    return flipped.terms, flipped.constant, BELOW


def solve(constraints: Sequence[Constraint]) -> dict[str, Fraction] | None:
    """Answers a solution of linear constraints, midway between its bounds; None if there is none.

    Cost: exponential in the number of unknowns at worst.
    """
    known = [(terms, constant, kind) for terms, constant, kind in constraints if not terms]
    if any(not _holds(constant, kind) for _, constant, kind in known):
        return None
    rest = [c for c in constraints if c[0]]
    if not rest:
        return {}
    name = min(rest[0][0])
    equal = next((c for c in rest if c[2] == EQUAL and name in c[0]), None)
    reduced = _substituted(rest, name, equal) if equal else _eliminated(rest, name)
    found = solve(reduced)
    if found is None:
        return None
    for terms, _, _ in rest:
        for other in terms:
            if other != name:
                found.setdefault(other, ZERO)
    found[name] = _between(rest, name, found)
    return found


def _holds(constant: Fraction, kind: int) -> bool:
    return {BELOW: constant < 0, EQUAL: constant == 0, AT_MOST: constant <= 0}[kind]


def _substituted(rest: Sequence[Constraint], name: str, equal: Constraint) -> list[Constraint]:
    return [c if name not in c[0] else _combined(c, equal, name) for c in rest if c is not equal]


def _eliminated(rest: Sequence[Constraint], name: str) -> list[Constraint]:
    above = [c for c in rest if c[0].get(name, ZERO) > 0]
    below = [c for c in rest if c[0].get(name, ZERO) < 0]
    kept = [c for c in rest if name not in c[0]]
    if len(above) * len(below) > MOST_PAIRS:
        raise TooTangled(TANGLED)
    go_on()
    pairs = [_combined(one, other, name) for one in above for other in below]
    unique = {(tuple(sorted(t.items())), c, k): (t, c, k) for t, c, k in [*kept, *pairs]}
    return list(unique.values())


def _combined(one: Constraint, other: Constraint, name: str) -> Constraint:
    """Answers a constraint without `name` that two constraints imply."""
    ratio = -one[0][name] / other[0][name]
    terms = dict(one[0])
    for unknown, factor in other[0].items():
        terms[unknown] = terms.get(unknown, ZERO) + ratio * factor
    kept = {unknown: factor for unknown, factor in terms.items() if factor}
    kind = one[2] if other[2] == EQUAL else max(one[2], other[2])
    if EQUAL not in (one[2], other[2]):
        kind = BELOW if BELOW in (one[2], other[2]) else AT_MOST
    return kept, one[1] + ratio * other[1], kind


def _between(rest: Sequence[Constraint], name: str, found: Mapping[str, Fraction]) -> Fraction:
    low: Fraction | None = None
    high: Fraction | None = None
    for terms, constant, kind in rest:
        factor = terms.get(name, ZERO)
        if not factor:
            continue
        others = sum((f * found[n] for n, f in terms.items() if n != name), constant)
        bound = -others / factor
        if kind == EQUAL:
            return bound
        if factor > 0:
            high = bound if high is None else min(high, bound)
        else:
            low = bound if low is None else max(low, bound)
    if low is None or high is None:
        return low if low is not None else (high if high is not None else ZERO)
    return (low + high) / 2


def bounds(constraints: Sequence[Constraint], name: str) -> tuple[Fraction, Fraction]:
    """Answers the least and largest value an unknown can have or come near to.

    Raises: LimitExceeded if the constraints leave it without bounds, or contradict each other.
    """
    rest = [c for c in constraints if c[0]]
    for other in sorted({unknown for terms, _, _ in rest for unknown in terms} - {name}):
        inside = [c for c in rest if other in c[0]]
        equal = next((c for c in inside if c[2] == EQUAL), None)
        rest = _substituted(rest, other, equal) if equal else _eliminated(rest, other)
        rest = [c for c in rest if c[0]]
    lows = [-c / t[name] for t, c, kind in rest if kind == EQUAL or t[name] < 0]
    highs = [-c / t[name] for t, c, kind in rest if kind == EQUAL or t[name] > 0]
    if not lows or not highs:
        raise LimitExceeded(f"{name} has no bounds; this is a bug")
    return max(lows), min(highs)


def form(number: Any, region: Region) -> Any:
    """Answers a number as a form of the region; a form stays what it is, as does nothing."""
    return number if number is None or isinstance(number, Form) else region.number(number)


def forms(rows: Sequence[Sequence[Any]], region: Region) -> list[list[Any]]:
    """Answers a table of numbers as forms of the region."""
    return [[form(number, region) for number in row] for row in rows]
