"""Linear forms over what varies from row to row, kept in one normal form each.

A form is a constant plus multiples of bases: columns of a batch, and what a formula makes of forms
in a way that is not linear (a maximum, a choice). Equal expressions become one form, so that what
they share is computed once and what cancels is gone before any number is rounded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import gcd, isfinite, lcm, nan
from typing import Any, TypeAlias

from argue.errors import LimitExceeded
from argue.rewards import conditions
from argue.rewards.conditions import Condition

ZERO, ONE = Fraction(0), Fraction(1)
MOST_CHOICES = 3
"""Choices in a difference up to this many are told apart by its sign's conditions."""
SMALLEST = 2.0**-1022
"""The smallest double that has all its digits."""
SEVERAL = -1
"""In place of a standpoint: a number that several of them enter."""
PARTIAL = frozenset({"power", "logarithm", "exponential"})
"""Kinds of bases that are not defined for every number."""

BRANCHES = (
    "a formula asks which of two numbers is larger in plain Python, which works for one row "
    "only: write it with the operations it is given (`Ops`)"
)
Key: TypeAlias = tuple[Any, ...]


class Base:
    """Something that varies: a column, or what a formula makes of forms.

    `crowd` is the number of individuals where it holds one number for each, else 0. `of` is the
    standpoint whose number it is.
    """

    __slots__ = ("args", "crowd", "data", "index", "kind")

    def __init__(self, index: int, kind: str, args: tuple[Form, ...], data: Any, crowd: int):
        """Keep what it is made of."""
        self.index, self.kind, self.args, self.data, self.crowd = index, kind, args, data, crowd


class Form:
    """A constant plus multiples of bases; `of` is the standpoint whose number it is, if one's."""

    __slots__ = ("constant", "of", "tape", "terms")

    def __init__(
        self, tape: Tape, constant: Fraction, terms: Mapping[int, Fraction], of: int | None
    ):
        """Keep the terms, bases by their place on the tape."""
        self.tape, self.constant, self.of = tape, constant, of
        self.terms = {base: factor for base, factor in sorted(terms.items()) if factor}

    @property
    def key(self) -> Key:
        """What two forms that are always equal have in common."""
        return (self.constant, *self.terms.items())

    @property
    def crowd(self) -> int:
        """The number of individuals it holds a number for, 0 where it is one number."""
        return max((self.tape.bases[base].crowd for base in self.terms), default=0)

    @property
    def bases(self) -> list[tuple[Base, Fraction]]:
        """The bases with their factors."""
        return [(self.tape.bases[base], factor) for base, factor in self.terms.items()]

    def scaled(self, factor: Fraction) -> Form:
        """Answers a multiple of the form."""
        terms = {base: old * factor for base, old in self.terms.items()}
        return Form(self.tape, self.constant * factor, terms, self.of)

    def never_negative(self) -> bool:
        """Answers whether it is the largest of some numbers less one of them, whatever the row."""
        for base, factor in self.bases:
            if base.kind != "max" or factor < 0:
                continue
            rest = {index: f for index, f in self.terms.items() if index != base.index}
            without = Form(self.tape, self.constant, rest, None)
            for arg in base.args:
                left = without + Form(self.tape, arg.constant, arg.terms, None).scaled(factor)
                if not left.terms and left.constant >= 0:
                    return True
        return False

    def _plus(self, other: Any, sign: int) -> Form:
        right = self.tape.form(other)
        terms = dict(self.terms)
        for base, factor in right.terms.items():
            terms[base] = terms.get(base, ZERO) + sign * factor
        of = self.tape.whose(self, right)
        return Form(self.tape, self.constant + sign * right.constant, terms, of)

    def __add__(self, other: Any) -> Form:
        return self._plus(other, 1)

    __radd__ = __add__

    def __sub__(self, other: Any) -> Form:
        return self._plus(other, -1)

    def __rsub__(self, other: Any) -> Form:
        return self.scaled(-ONE)._plus(other, 1)

    def __neg__(self) -> Form:
        return self.scaled(-ONE)

    def __mul__(self, other: Any) -> Form:
        right = self.tape.form(other)
        of = self.tape.whose(self, right)
        if not right.terms or not self.terms:
            one, factor = (self, right.constant) if not right.terms else (right, self.constant)
            found = one.scaled(factor)
            return Form(self.tape, found.constant, found.terms, of)
        return self.tape.base("times", sorted((self, right), key=lambda f: f.key), of=of)

    __rmul__ = __mul__

    def __truediv__(self, other: Any) -> Form:
        right = self.tape.form(other)
        if right.terms:
            raise LimitExceeded("a formula divides by a number that varies from row to row")
        return self * (ONE / right.constant)

    def __rtruediv__(self, other: Any) -> Form:
        return self.tape.form(other) / self

    def _refuse(self, other: Any) -> bool:
        raise LimitExceeded(BRANCHES)

    __lt__ = __le__ = __gt__ = __ge__ = _refuse

    def __eq__(self, other: object) -> bool:
        return self._refuse(other)

    __hash__ = None  # type: ignore[assignment]  (forms are compared by their keys)


class Tape:
    """All bases and atoms of a template, each once; `crowds` are individuals' weights by place."""

    def __init__(self, crowds: Mapping[int, Sequence[Fraction]]) -> None:
        """Start empty."""
        self.crowds = crowds
        self.bases: list[Base] = []
        self.atoms: list[Form] = []
        self._known: dict[Key, int] = {}
        self._atoms: dict[Key, int] = {}

    @property
    def partial(self) -> list[Base]:
        """The bases that must be defined in a row, also where they cancel in every comparison."""
        return [base for base in self.bases if base.kind in PARTIAL]

    def form(self, value: Any, of: int | None = None) -> Form:
        """Answers a number as a form."""
        return value if isinstance(value, Form) else Form(self, Fraction(value), {}, of)

    def whose(self, *forms: Form) -> int | None:
        """Answers whose number a combination of forms is.

        Raises: LimitExceeded where individuals of one crowd would meet those of another.
        """
        owners = {form.of for form in forms if form.of is not None}
        if len(owners) < 2:
            return next(iter(owners), None)
        if any(form.crowd for form in forms):
            raise LimitExceeded(
                "a formula sets a crowd's individuals against another standpoint one by one: "
                "name the individuals as standpoints instead"
            )
        return SEVERAL

    def base(
        self,
        kind: str,
        args: Sequence[Form] = (),
        data: Any = None,
        *,
        of: int | None = None,
        crowd: int | None = None,
    ) -> Form:
        """Answers the form that is this base, made once for the same arguments and data."""
        key = (kind, tuple(arg.key for arg in args), data)
        if key not in self._known:
            size = max((arg.crowd for arg in args), default=0) if crowd is None else crowd
            self._known[key] = len(self.bases)
            self.bases.append(Base(len(self.bases), kind, tuple(args), data, size))
        return Form(self, ZERO, {self._known[key]: ONE}, of)

    def choice(self, condition: Condition, then: Any, otherwise: Any) -> Form:
        """Answers one form where a condition holds, else another."""
        first, second = self.form(then), self.form(otherwise)
        if condition == conditions.TRUE or first.key == second.key:
            return first
        if condition == conditions.FALSE:
            return second
        return self.base("choice", (first, second), condition, of=self.whose(first, second))

    def sign(self, difference: Any, signs: int) -> Condition:
        """Answers the condition that a difference has one of some signs (as bits)."""
        form = self.form(difference)
        if not form.terms:
            return conditions.TRUE if sign_bit(form.constant) & signs else conditions.FALSE
        if form.never_negative():
            if signs & conditions.UPWARD == conditions.UPWARD or signs == conditions.NEGATIVE:
                return conditions.FALSE if signs == conditions.NEGATIVE else conditions.TRUE
            signs &= conditions.UPWARD
        choices = [base for base, _ in form.bases if base.kind == "choice"]
        if 0 < len(choices) <= MOST_CHOICES:
            return self._told_apart(form, choices[0], signs)
        if form.crowd:
            raise LimitExceeded(
                "a formula asks of each individual of a crowd what it must ask of all together: "
                "name the individuals as standpoints instead"
            )
        return self._atom(form, signs)

    def _told_apart(self, form: Form, choice: Base, signs: int) -> Condition:
        factor = form.terms[choice.index]
        rest = {base: f for base, f in form.terms.items() if base != choice.index}
        without = Form(self, form.constant, rest, form.of)
        then, otherwise = (self.sign(without + arg.scaled(factor), signs) for arg in choice.args)
        return conditions.some(
            (
                conditions.every((choice.data, then)),
                conditions.every((conditions.negated(choice.data), otherwise)),
            )
        )

    def _atom(self, form: Form, signs: int) -> Condition:
        primitive = form.scaled(ONE / content([form]))
        if next(iter(primitive.terms.values())) < 0:
            primitive = primitive.scaled(-ONE)
            signs = (signs & conditions.ZERO) | (signs & 1) << 2 | signs >> 2
        index = self._atoms.setdefault(primitive.key, len(self.atoms))
        if index == len(self.atoms):
            self.atoms.append(primitive)
        return conditions.sign(index, signs)


def sign_bit(number: Any) -> int:
    """Answers the sign of a number, as a bit."""
    if number > 0:
        return conditions.POSITIVE
    return conditions.NEGATIVE if number < 0 else conditions.ZERO


def double(number: Fraction) -> float:
    """Answers the double nearest to a number, none (nan) where doubles come nowhere near it."""
    try:
        near = float(number)
    except OverflowError:
        return nan
    return nan if number and abs(near) < SMALLEST else near


def is_double(number: Fraction) -> bool:
    """Answers whether a number is exactly a double."""
    near = double(number)
    return isfinite(near) and Fraction(near) == number


def content(forms: Sequence[Form]) -> Fraction:
    """Answers the largest number by which all forms can be divided leaving whole factors."""
    numbers = [n for form in forms for n in (form.constant, *form.terms.values()) if n]
    if not numbers:
        return ONE
    above = gcd(*(n.numerator for n in numbers))
    return Fraction(above, lcm(*(n.denominator for n in numbers)))
