"""Conditions for rows without ties: shorter, and all that most rows need.

Where no two numbers that are compared are equal, sorted sequences first differ at their lowest
rank, equality never holds, and a sign is one bit. Each comparison so simplified is a guard: a row
in which it comes too close to a tie is none of those rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from argue.rewards import conditions
from argue.rewards.careful import is_sharp
from argue.rewards.conditions import ANY, NEGATIVE, POSITIVE, ZERO, Condition
from argue.rewards.forms import ONE, Base, Form, Tape
from argue.rewards.tracing import Ranked, TracingOps

ONE_SIDED = (POSITIVE, POSITIVE | ZERO, NEGATIVE, NEGATIVE | ZERO)


class Generic:
    """Rewrites conditions and forms for rows without ties.

    `guarded` are the atoms that must not be 0; other atoms keep all their signs, as a difference
    of two columns or of a column and a bound does, whose sign is never in doubt. `possible` is
    False where some comparison is a tie whatever the row.
    """

    def __init__(self, tape: Tape) -> None:
        """Write new bases and atoms on the same tape."""
        self.tape, self.ops = tape, TracingOps(tape)
        self.guarded: set[int] = set()
        self.possible = True
        self._bases: dict[int, Form] = {}
        self._atoms: dict[tuple[int, int], Condition] = {}

    def condition(self, condition: Condition) -> Condition:
        """Answers what a condition comes to without ties."""
        return conditions.rewritten(condition, self._sign)

    def _sign(self, atom: int, signs: int) -> Condition:
        if (atom, signs) not in self._atoms:
            form = self.form(self.tape.atoms[atom])
            found = self.tape.sign(form, signs)
            self._atoms[atom, signs] = conditions.rewritten(found, self._without_tie)
        return self._atoms[atom, signs]

    def _without_tie(self, atom: int, signs: int) -> Condition:
        if signs in ONE_SIDED and atom not in self.guarded and self._never_in_doubt(atom):
            return conditions.sign(atom, signs)
        self.guarded.add(atom)
        kept = signs & ~ZERO
        return conditions.TRUE if kept == ANY & ~ZERO else conditions.sign(atom, kept)

    def _never_in_doubt(self, atom: int) -> bool:
        form = self.tape.atoms[atom]
        return is_sharp(form) and all(base.kind == "column" for base, _ in form.bases)

    def form(self, form: Form) -> Form:
        """Answers what a form comes to without ties."""
        found = self.tape.form(form.constant, form.of)
        for base, factor in form.bases:
            part = self._base(base).scaled(factor)
            found = found + Form(self.tape, part.constant, part.terms, form.of)
        return found

    def _base(self, base: Base) -> Form:
        if base.index not in self._bases:
            self._bases[base.index] = self.tape.form(self._rewritten(base))
        return self._bases[base.index]

    def _rewritten(self, base: Base) -> Form:
        if base.kind in ("column", "weights"):
            return Form(self.tape, Fraction(0), {base.index: ONE}, None)
        if base.kind == "choice":
            return self._chosen(base)
        if base.kind == "rank_difference":
            return self._lowest(*self._sides(base), low=True)
        if base.kind == "count_difference":
            return self._highest(base)
        args = [self.form(arg) for arg in base.args]
        if base.kind in ("max", "min"):
            return self.tape.form(
                (self.ops.largest if base.kind == "max" else self.ops.smallest)(args)
            )
        return self.tape.base(base.kind, args, base.data, crowd=base.crowd)

    def _chosen(self, base: Base) -> Form:
        condition = self.condition(base.data)
        if condition in (conditions.TRUE, conditions.FALSE):
            return self.form(base.args[0 if condition == conditions.TRUE else 1])
        then, otherwise = (self.form(arg) for arg in base.args)
        return self.tape.choice(condition, then, otherwise)

    def _sides(self, base: Base) -> tuple[list[Form], list[Form]]:
        data: Ranked = base.data
        args = [self.form(arg) for arg in base.args]
        return args[: data.left], args[data.left :]

    def _end(self, forms: Sequence[Form], low: bool) -> Form:
        kind = "min" if low else "max"
        ends = [
            self.tape.base(f"crowd_{kind}", [form], crowd=0)
            if form.crowd
            else Form(self.tape, form.constant, form.terms, None)
            for form in forms
        ]
        return self.tape.form((self.ops.smallest if low else self.ops.largest)(ends))

    def _lowest(self, left: Sequence[Form], right: Sequence[Form], *, low: bool) -> Form:
        difference = self._end(left, low) - self._end(right, low)
        if not difference.terms and not difference.constant:
            self.possible = False
        if difference.terms:
            conditions.rewritten(self.tape.sign(difference, POSITIVE), self._guard)
        return difference

    def _guard(self, atom: int, signs: int) -> Condition:
        self.guarded.add(atom)
        return conditions.sign(atom, signs)

    def _highest(self, base: Base) -> Form:
        """The highest value is positive and on one side only, or no value is positive."""
        left, right = self._sides(base)
        ahead = self._lowest(right, left, low=False)
        ours, theirs = self._end(left, low=False), self._end(right, low=False)
        more = conditions.rewritten(self.tape.sign(ahead, POSITIVE), self._without_tie)
        top = self.tape.choice(more, theirs, -ours)
        above = [self.tape.sign(end, POSITIVE) for end in (ours, theirs)]
        some = conditions.rewritten(conditions.some(above), self._without_tie)
        return self.tape.choice(some, top, 0)
