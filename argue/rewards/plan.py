"""Forms as a list of array operations, for rows without ties: what the processor really does.

Sums of columns become rows of one matrix product; everything else is one numpy operation a step,
into buffers that are used again as soon as nobody needs what they hold.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import partial
from typing import Any, NamedTuple, TypeAlias

import numpy as np

from argue.rewards.conditions import NEGATIVE, POSITIVE, ZERO, Condition, atoms_of
from argue.rewards.forms import ONE, Base, Form, Tape, content, double
from argue.rewards.ranks import Array

MOST_SEPARATE = 2
"""Sums of more operands than this are rows of the matrix product."""
UNPLANNED = frozenset({"rank_sum", "settled"})
"""Kinds of bases left to the careful way, as `Tape.partial`: one bound says nothing of them."""

Operand: TypeAlias = "int | float"
"""The number of a value, or a constant."""


class Step(NamedTuple):
    """One operation: `run(*inputs, out=...)`."""

    run: Callable[..., Any]
    inputs: tuple[Operand, ...]
    output: int


class Value(NamedTuple):
    """Where a value is kept: a place in a named array, or a buffer of so many individuals.

    `kind` is column, crowd, sum, atom, result, fixed, buffer or truth (a buffer of booleans).
    """

    kind: str
    place: Any = 0


class Plan:
    """Steps that compute atoms (their differences) and other forms (results) of a tape."""

    def __init__(self, tape: Tape, atoms: Sequence[int], results: Sequence[Form]) -> None:
        """Plan the steps for these atoms and results."""
        self.tape, self.atoms, self.results = tape, list(atoms), list(results)
        self.values: list[Value] = []
        self.steps: list[Step] = []
        self.sums: list[Form] = []
        self._bases: dict[int, Operand] = {}
        self._forms: dict[Any, Operand] = {}
        self._places = {atom: place for place, atom in enumerate(self.atoms)}
        self._atoms: dict[int, int] = {}
        self._truths: dict[Condition, int] = {}
        for atom in self.atoms:
            self._atom(atom)
        for place, form in enumerate(self.results):
            self._result(place, form)

    def _new(self, kind: str, place: Any = 0) -> int:
        self.values.append(Value(kind, place))
        return len(self.values) - 1

    def _step(
        self,
        run: Callable[..., Any],
        inputs: tuple[Operand, ...],
        *,
        crowd: int = 0,
        into: int = -1,
    ) -> int:
        output = self._new("buffer", crowd) if into < 0 else into
        self.steps.append(Step(run, inputs, output))
        return output

    def _atom(self, atom: int) -> int:
        if atom not in self._atoms:
            form = self.tape.atoms[atom]
            place = self._places.get(atom)
            if place is None:
                value = self._form(form)
                self._atoms[atom] = value if isinstance(value, int) else self._new("buffer")
            else:
                self._atoms[atom] = self._written(form, self._new("atom", place))
        return self._atoms[atom]

    def _result(self, place: int, form: Form) -> None:
        into = self._new("result", place)
        if form.terms:
            factor = content([form])
            primitive = form.scaled(ONE / factor)
            for sign in (ONE, -ONE):
                key = primitive.scaled(sign).key
                for atom, value in self._atoms.items():
                    if self.tape.atoms[atom].key == key:
                        self._step(np.multiply, (value, double(sign * factor)), into=into)
                        return
        self._written(form, into)

    def _written(self, form: Form, into: int) -> int:
        """Writes a form's steps so that it ends up in a place of its own."""
        operand = self._form(form, into)
        if operand != into:
            self._step(np.add, (operand, 0.0), into=into)
        return into

    def _form(self, form: Form, into: int = -1) -> Operand:
        if not form.terms:
            return double(form.constant)
        if form.key not in self._forms:
            self._forms[form.key] = self._summed(form, into)
        return self._forms[form.key]

    def _summed(self, form: Form, into: int) -> Operand:
        terms = form.bases
        operands = len(terms) + (form.constant != 0)
        plain = all(base.kind == "column" and base.data[1] == "all" for base, _ in terms)
        if plain and operands > MOST_SEPARATE:
            self.sums.append(form)
            return self._new("sum", len(self.sums) - 1)
        terms.sort(key=lambda term: term[1] != 1)
        parts: list[tuple[Operand, Fraction]] = [(self._base(b), f) for b, f in terms]
        if form.constant:
            parts.append((double(form.constant), ONE))
        return self._added(parts, form.crowd, into)

    def _added(self, parts: list[tuple[Operand, Fraction]], crowd: int, into: int) -> Operand:
        (first, factor), *rest = parts
        last = len(rest) - 1
        found = first
        if factor == -1 and rest and rest[0][1] == 1:
            found, rest[0] = rest[0][0], (first, factor)
        elif factor != 1:
            end = into if not rest else -1
            found = self._step(np.multiply, (first, double(factor)), crowd=crowd, into=end)
        for place, (operand, weight) in enumerate(rest):
            run = np.subtract if weight == -1 else np.add
            part = operand
            if abs(weight) != 1:
                part = self._step(np.multiply, (operand, double(weight)), crowd=crowd)
            end = into if place == last else -1
            found = self._step(run, (found, part), crowd=crowd, into=end)
        return found

    def _base(self, base: Base) -> Operand:
        if base.index not in self._bases:
            self._bases[base.index] = self._computed(base)
        return self._bases[base.index]

    def _computed(self, base: Base) -> Operand:
        if base.kind == "column":
            return self._new("crowd" if base.data[1] != "all" else "column", base.data)
        if base.kind == "weights":
            return self._new("fixed", base.data)
        if base.kind == "choice":
            truth = self.truth(base.data)
            then, otherwise = (self._form(arg) for arg in base.args)
            if otherwise == 0.0 and not base.crowd:
                return self._step(np.multiply, (then, truth))
            return self._step(_select, (truth, then, otherwise), crowd=base.crowd)
        args = [self._form(arg) for arg in base.args]
        if base.kind.startswith("crowd_"):
            return self._step(_REDUCED[base.kind], (args[0],))
        run = _PAIRWISE[base.kind]
        found = args[0]
        for arg in args[1:]:
            found = self._step(run, (found, arg), crowd=base.crowd)
        return found

    def truth(self, condition: Condition) -> int:
        """Answers the value that says in which rows a condition holds."""
        if condition not in self._truths:
            self._truths[condition] = self._true_where(condition)
        return self._truths[condition]

    def _true_where(self, condition: Condition) -> int:
        if condition[0] == "sign":
            atom = self._atom(condition[1])
            return self._step(_COMPARED[condition[2]], (atom, 0.0), into=self._new("truth"))
        run = np.logical_and if condition[0] == "all" else np.logical_or
        first, *rest = (self.truth(part) for part in condition[1])
        for part in rest:
            first = self._step(run, (first, part), into=self._new("truth"))
        return first


def _select(truth: Array, then: Any, otherwise: Any, out: Array) -> None:
    out[...] = np.where(truth, then, otherwise)


_PAIRWISE: Mapping[str, Callable[..., Any]] = {
    "max": np.maximum,
    "min": np.minimum,
    "times": np.multiply,
}
_REDUCED: Mapping[str, Callable[..., Any]] = {
    "crowd_sum": partial(np.add.reduce, axis=0),
    "crowd_max": partial(np.maximum.reduce, axis=0),
    "crowd_min": partial(np.minimum.reduce, axis=0),
}
_COMPARED: Mapping[int, Callable[..., Any]] = {
    POSITIVE: np.greater,
    NEGATIVE: np.less,
    ZERO: np.equal,
    POSITIVE | ZERO: np.greater_equal,
    NEGATIVE | ZERO: np.less_equal,
    POSITIVE | NEGATIVE: np.not_equal,
}


def atoms_within(tape: Tape, forms: Sequence[Form]) -> set[int]:
    """Answers the atoms whose signs choose among values of these forms."""
    found: set[int] = set()
    seen: set[int] = set()
    stack = [base for form in forms for base, _ in form.bases]
    while stack:
        base = stack.pop()
        if base.index in seen:
            continue
        seen.add(base.index)
        stack += [inner for arg in base.args for inner, _ in arg.bases]
        if base.kind == "choice":
            for atom in atoms_of(base.data) - found:
                found.add(atom)
                stack += [inner for inner, _ in tape.atoms[atom].bases]
    return found


def kinds_within(tape: Tape, forms: Sequence[Form]) -> set[str]:
    """Answers the kinds of bases that these forms are made of."""
    found: set[str] = set()
    seen: set[int] = set()
    stack = [base for form in forms for base, _ in form.bases]
    while stack:
        base = stack.pop()
        if base.index not in seen:
            seen.add(base.index)
            found.add(base.kind)
            stack += [inner for arg in base.args for inner, _ in arg.bases]
    return found
