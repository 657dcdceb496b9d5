"""Formulas with negation at the propositions alone, which is how they are followed step by step.

What is left is true, false, literals, `&`, `|`, `X`, `WX`, `U`, `R`, `F<=n` and `G<=n`. A part that
speaks of the past stands as one literal, decided at each step by what was remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TypeAlias

from argue.logic.formulas import FormulaError
from argue.logic.temporal.formulas import (
    FALSE,
    FUTURE,
    PAST,
    TRUE,
    Formula,
    both,
    either,
    negation,
    nodes,
)

Parts: TypeAlias = "tuple[Formula, ...]"
Rewriting: TypeAlias = "Callable[[Parts], Formula]"
"""Makes an equal formula of the parts of one."""

_DUAL = {
    "&": "|",
    "|": "&",
    "X": "WX",
    "WX": "X",
    "F<=": "G<=",
    "G<=": "F<=",
    "U": "R",
    "R": "U",
}


MOST_PARTS = 10_000
"""How many parts a formula may have in normal form, where `<->` doubles those below it."""

_TWICE = {"<->": 2, "W": 2}
"""Operators of which parts come twice."""


def normal_form(formula: Formula, *, text: str = "") -> Formula:
    """Answers an equal formula in negation normal form.

    Raises: FormulaError where a past operator looks back on a future one, or past MOST_PARTS.
    """
    if _written_out(formula) > MOST_PARTS:
        message = f"written without <-> and W it has more than {MOST_PARTS} parts: split the norm"
        raise FormulaError(message, text or str(formula), 1)
    for node in nodes(formula):
        if node.operator in PAST:
            _refuse_future_within(node, text or str(formula))
    return _positive(formula)


def _written_out(formula: Formula) -> int:
    """Answers how many parts a formula has at most in negation normal form."""
    parts = [_written_out(part) for part in formula.parts]
    return 3 + _TWICE.get(formula.operator, 1) * sum(parts)


def is_literal(formula: Formula) -> bool:
    """Answers whether a step alone, with what is remembered, decides a formula."""
    return formula.operator in ("true", "false", "proposition", "!") or formula.operator in PAST


def core_past(formula: Formula) -> Formula:
    """Answers a formula of the past in `!`, `&`, `Y` and `S` alone."""
    parts = tuple(core_past(part) for part in formula.parts)
    if formula.operator in _CORE:
        return _CORE[formula.operator](parts)
    return Formula(formula.operator, parts, formula.name)


_CORE: Mapping[str, Rewriting] = {
    "|": lambda p: negation(both(negation(p[0]), negation(p[1]))),
    "->": lambda p: negation(both(p[0], negation(p[1]))),
    "<->": lambda p: both(
        negation(both(p[0], negation(p[1]))), negation(both(negation(p[0]), p[1]))
    ),
    "WY": lambda p: negation(Formula("Y", (negation(p[0]),))),
    "O": lambda p: Formula("S", (TRUE, p[0])),
    "H": lambda p: negation(Formula("S", (TRUE, negation(p[0])))),
}


def _refuse_future_within(node: Formula, text: str) -> None:
    for inner in nodes(node):
        if inner.operator in FUTURE:
            message = (
                f"{node.operator} looks back and {inner.operator} ahead from there; write it from"
                " the other end, for example G(b -> O a) for O(a & F b)"
            )
            raise FormulaError(message, text, inner.position or 1)


# What is equal is one object: comparing copies would take as long as the formula written out.
@lru_cache(MOST_PARTS)
def _positive(formula: Formula) -> Formula:
    if is_literal(formula) and formula.operator != "!":
        return formula
    if formula.operator in _EQUAL:
        return _EQUAL[formula.operator](formula.parts)
    parts = tuple(_positive(part) for part in formula.parts)
    return Formula(formula.operator, parts, "", formula.bound)


@lru_cache(MOST_PARTS)
def _negative(formula: Formula) -> Formula:
    if formula.operator in _OPPOSITE:
        return _OPPOSITE[formula.operator](formula.parts)
    if formula.operator in _DUAL:
        parts = tuple(_negative(part) for part in formula.parts)
        return Formula(_DUAL[formula.operator], parts, "", formula.bound)
    return negation(formula)


def _iff(p: Parts) -> Formula:
    one = both(_positive(p[0]), _positive(p[1]))
    return either(one, both(_negative(p[0]), _negative(p[1])))


def _not_iff(p: Parts) -> Formula:
    one = both(_positive(p[0]), _negative(p[1]))
    return either(one, both(_negative(p[0]), _positive(p[1])))


def _weak_until(p: Parts) -> Formula:
    held, released = _positive(p[0]), _positive(p[1])
    return Formula("R", (released, either(held, released)))


def _no_weak_until(p: Parts) -> Formula:
    failed, unreleased = _negative(p[0]), _negative(p[1])
    return Formula("U", (unreleased, both(failed, unreleased)))


_EQUAL: Mapping[str, Rewriting] = {
    "!": lambda p: _negative(p[0]),
    "->": lambda p: either(_negative(p[0]), _positive(p[1])),
    "<->": _iff,
    "F": lambda p: Formula("U", (TRUE, _positive(p[0]))),
    "G": lambda p: Formula("R", (FALSE, _positive(p[0]))),
    "W": _weak_until,
}
_OPPOSITE: Mapping[str, Rewriting] = {
    "true": lambda p: FALSE,
    "false": lambda p: TRUE,
    "!": lambda p: _positive(p[0]),
    "->": lambda p: both(_positive(p[0]), _negative(p[1])),
    "<->": _not_iff,
    "F": lambda p: Formula("R", (FALSE, _negative(p[0]))),
    "G": lambda p: Formula("U", (TRUE, _negative(p[0]))),
    "W": _no_weak_until,
}
