"""The operations of formulas over linear forms: running a formula once writes it down for all rows.

What a formula asks of the numbers of all persons (a sum, a largest complaint) and what it asks of
one person's numbers under several options looks alike; whose numbers they are tells them apart, so
that a crowd of individuals behind one standpoint can be reduced in one step.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any, TypeAlias

from argue.errors import LimitExceeded
from argue.model.numbers import EXACT, Number
from argue.model.record import record
from argue.rewards.conditions import POSITIVE, ZERO
from argue.rewards.forms import ONE, SEVERAL, Form, Tape, content

Weight: TypeAlias = "Fraction | int"
"""How many persons one number stands for; a whole number names a crowd with weights of its own."""
NOT_CONSTANT = "a count or an exponent varies from row to row, which a compiled judge cannot read"


@record
class Ranked:
    """What a base that sorts needs beside its values: who stands for how many, and how to weigh.

    The first `left` weights are of values on the left, the others of values on the right.
    """

    left: int
    weights: tuple[Weight, ...]
    weight: Callable[[Number], Number] | None = None


class TracingOps:
    """`Ops` whose numbers are forms; what involves no form is computed exactly at once."""

    def __init__(self, tape: Tape) -> None:
        """Write on this tape."""
        self.tape = tape

    def _traced(self, values: Sequence[Number]) -> bool:
        return any(isinstance(value, Form) for value in values)

    def _forms(self, values: Sequence[Number]) -> list[Form]:
        return [self.tape.form(value) for value in values]

    def _of_all_persons(self, forms: Sequence[Form]) -> bool:
        return len({form.of for form in forms if form.of is not None}) > 1

    def total(self, values: Sequence[Number]) -> Number:
        """The sum; over everybody where the values are of different standpoints."""
        if not self._traced(values):
            return EXACT.total(values)
        forms = self._forms(values)
        if self._of_all_persons(forms):
            forms = [self._summed(form) for form in forms]
        return plain(sum(forms[1:], forms[0]))

    def _summed(self, form: Form) -> Form:
        persons = len(self.tape.crowds.get(SEVERAL if form.of is None else form.of, (ONE,)))
        found = self.tape.form(form.constant * persons)
        for base, factor in form.bases:
            alone = Form(self.tape, Fraction(0), {base.index: ONE}, None)
            if base.kind == "weights":
                one = self.tape.form(EXACT.total(self.tape.crowds[base.data]))
            elif base.crowd:
                one = self.tape.base("crowd_sum", [alone], crowd=0)
            else:
                one = alone * persons
            found = found + one.scaled(factor)
        return found

    def largest(self, values: Sequence[Number]) -> Number:
        """The largest; of everybody's where the values are of different standpoints."""
        return self._extreme("max", values) if self._traced(values) else EXACT.largest(values)

    def smallest(self, values: Sequence[Number]) -> Number:
        """The smallest; of everybody's where the values are of different standpoints."""
        return self._extreme("min", values) if self._traced(values) else EXACT.smallest(values)

    def _extreme(self, kind: str, values: Sequence[Number]) -> Number:
        forms = self._forms(values)
        of = self.tape.whose(*forms) if not self._of_all_persons(forms) else None
        if self._of_all_persons(forms):
            forms = [
                self.tape.base(f"crowd_{kind}", [form], crowd=0) if form.crowd else form
                for form in forms
            ]
        distinct = {form.key: form for form in forms if form.terms}
        constants = [form.constant for form in forms if not form.terms]
        if constants:
            end = (max if kind == "max" else min)(constants)
            distinct[(end,)] = self.tape.form(end)
        args = [distinct[key] for key in sorted(distinct)]
        if len(args) == 1:
            return plain(Form(self.tape, args[0].constant, args[0].terms, of))
        unit = content(args)
        return self.tape.base(kind, [arg.scaled(ONE / unit) for arg in args], of=of).scaled(unit)

    def positive(self, value: Number) -> Number:
        """The value, or 0 where it is negative."""
        if not self._traced([value]):
            return EXACT.positive(value)
        return value if value.never_negative() else self._extreme("max", [value, 0])

    def _choice(self, left: Number, right: Number, signs: int, ends: tuple[Number, Number]) -> Any:
        condition = self.tape.sign(self.tape.form(left) - right, signs)
        return plain(self.tape.choice(condition, *ends))

    def when_more(self, left: Number, right: Number, then: Number) -> Number:
        """`then` where left > right, else 0."""
        if not self._traced([left, right, then]):
            return EXACT.when_more(left, right, then)
        return self._choice(left, right, POSITIVE, (then, 0))

    def when_equal(self, left: Number, right: Number, then: Number) -> Number:
        """`then` where left = right, else 0."""
        if not self._traced([left, right, then]):
            return EXACT.when_equal(left, right, then)
        return self._choice(left, right, ZERO, (then, 0))

    def at_least(self, left: Number, right: Number) -> Number:
        """1 where left >= right, else -1."""
        return self.either(left, right, 1, -1)

    def either(self, left: Number, right: Number, then: Number, otherwise: Number) -> Number:
        """`then` where left >= right, else `otherwise`."""
        if not self._traced([left, right, then, otherwise]):
            return EXACT.either(left, right, then, otherwise)
        return self._choice(left, right, POSITIVE | ZERO, (then, otherwise))

    def first_rank_difference(
        self, left: Sequence[Number], right: Sequence[Number], counts: Sequence[Number]
    ) -> Number:
        """Left minus right at the lowest rank where the two sorted sequences differ."""
        if not self._traced([*left, *right, *counts]):
            return EXACT.first_rank_difference(left, right, counts)
        return self._sorted("rank_difference", (left, right), counts)

    def first_count_difference(
        self, left: Sequence[Number], right: Sequence[Number], counts: Sequence[Number]
    ) -> Number:
        """The highest positive value that more persons hold on the right than on the left."""
        if not self._traced([*left, *right, *counts]):
            return EXACT.first_count_difference(left, right, counts)
        return self._sorted("count_difference", (left, right), counts)

    def rank_sum(
        self,
        values: Sequence[Number],
        counts: Sequence[Number],
        weight: Callable[[Number], Number],
    ) -> Number:
        """The sum of the values, each times the weight of the ranks that its holders fill."""
        if not self._traced([*values, *counts]):
            return EXACT.rank_sum(values, counts, weight)
        return self._sorted("rank_sum", (values, ()), counts, weight=weight)

    def _sorted(
        self,
        kind: str,
        sides: tuple[Sequence[Number], Sequence[Number]],
        counts: Sequence[Number],
        *,
        weight: Callable[[Number], Number] | None = None,
    ) -> Number:
        forms = [self._forms(side) for side in sides]
        swapped = kind != "rank_sum" and _order(forms[1]) < _order(forms[0])
        if swapped:
            forms.reverse()
        weights = tuple(
            self._persons(form, self.tape.form(count))
            for side in forms
            for form, count in zip(side, counts, strict=bool(side))
        )
        args = [form for side in forms for form in side]
        unit = content(args)
        scaled = [form.scaled(ONE / unit) for form in args]
        data = Ranked(len(sides[0]), weights, weight)
        found = self.tape.base(kind, scaled, data, crowd=0).scaled(unit)
        return -found if swapped else found

    def _persons(self, value: Form, count: Form) -> Weight:
        """Answers how many persons hold a value, or whose weights say so for each individual."""
        of = value.of if value.of is not None else count.of
        if not value.crowd:
            total = self._summed(Form(self.tape, count.constant, count.terms, of))
            return constant(plain(total))
        if not count.terms:
            return count.constant
        return int(of or 0)

    def power(self, value: Number, exponent: Number) -> Number:
        """The value to a constant exponent."""
        fixed = constant(exponent)
        if not self._traced([value]):
            return EXACT.power(value, fixed)
        return self._function("power", value, fixed)

    def logarithm(self, value: Number) -> Number:
        """The natural logarithm of a positive value."""
        if not self._traced([value]):
            return EXACT.logarithm(value)
        return self._function("logarithm", value)

    def exponential(self, value: Number) -> Number:
        """The number e to the value."""
        if not self._traced([value]):
            return EXACT.exponential(value)
        return self._function("exponential", value)

    def settled(self, value: Number) -> Number:
        """The value rounded so far that differences of computation vanish."""
        return self._function("settled", value) if self._traced([value]) else EXACT.settled(value)

    def _function(self, name: str, value: Number, data: Any = None) -> Number:
        form = self.tape.form(value)
        if form.terms:
            return self.tape.base(name, [form], data, of=form.of)
        operation = getattr(EXACT, name)
        known = operation(form.constant) if data is None else operation(form.constant, data)
        return plain(self.tape.form(known, form.of))


def _order(forms: Sequence[Form]) -> list[tuple[Any, ...]]:
    """Answers what puts two sides of a comparison into one order, whichever came first."""
    return [form.key for form in forms]


def plain(form: Form) -> Number:
    """Answers a number as such where a form does not vary and is nobody's in particular."""
    return form.constant if not form.terms and form.of is None else form


def constant(value: Number) -> Fraction:
    """Answers a number that must not vary from row to row.

    Raises: LimitExceeded if it does.
    """
    if not isinstance(value, Form):
        return Fraction(value)
    if value.terms:
        raise LimitExceeded(NOT_CONSTANT)
    return value.constant
