"""Conditions on signs: what holds of a row once it is known which differences are above 0.

An atom is a difference of numbers, known by its place in a list; a condition is a tree over signs
of atoms. Conditions on the same atom are merged, so that a condition says no more than it needs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

NEGATIVE, ZERO, POSITIVE = 1, 2, 4
UPWARD = ZERO | POSITIVE
ANY = NEGATIVE | ZERO | POSITIVE
"""Which signs of an atom satisfy a condition, as bits."""

Condition: TypeAlias = tuple[Any, ...]
"""`("sign", atom, signs)`, or `("all", conditions)`, or `("some", conditions)`."""

TRUE: Condition = ("all", ())
FALSE: Condition = ("some", ())


def sign(atom: int, signs: int) -> Condition:
    """The condition that the sign of an atom is among some."""
    if signs == ANY:
        return TRUE
    return ("sign", atom, signs) if signs else FALSE


def negated(condition: Condition) -> Condition:
    """The opposite condition."""
    if condition[0] == "sign":
        return sign(condition[1], ANY & ~condition[2])
    parts = [negated(part) for part in condition[1]]
    return some(parts) if condition[0] == "all" else every(parts)


def every(conditions: Iterable[Condition]) -> Condition:
    """The condition that all of these hold."""
    return _joined("all", conditions, lambda one, other: one & other)


def some(conditions: Iterable[Condition]) -> Condition:
    """The condition that at least one of these holds."""
    return _joined("some", conditions, lambda one, other: one | other)


def _joined(
    kind: str, conditions: Iterable[Condition], merge: Callable[[int, int], int]
) -> Condition:
    neutral, decisive = (TRUE, FALSE) if kind == "all" else (FALSE, TRUE)
    signs: dict[int, int] = {}
    rest: dict[Condition, None] = {}
    stack = list(conditions)[::-1]
    while stack:
        part = stack.pop()
        if part == decisive:
            return decisive
        if part == neutral:
            continue
        if part[0] == kind:
            stack.extend(reversed(part[1]))
        elif part[0] == "sign":
            signs[part[1]] = merge(signs[part[1]], part[2]) if part[1] in signs else part[2]
        else:
            rest[part] = None
    merged = [sign(atom, allowed) for atom, allowed in signs.items()]
    if decisive in merged:
        return decisive
    parts = (*(part for part in merged if part != neutral), *rest)
    return parts[0] if len(parts) == 1 else (kind, parts)


def atoms_of(condition: Condition) -> set[int]:
    """Answers the atoms a condition is about."""
    if condition[0] == "sign":
        return {condition[1]}
    return {atom for part in condition[1] for atom in atoms_of(part)}


def rewritten(condition: Condition, change: Callable[[int, int], Condition]) -> Condition:
    """Answers the condition with every sign of an atom replaced.

    Parts that no longer matter once others are replaced are left alone; ties come first, as they
    are what most changes decide.
    """
    if condition[0] == "sign":
        return change(condition[1], condition[2])
    decisive = FALSE if condition[0] == "all" else TRUE
    parts: list[Condition] = []
    for part in sorted(condition[1], key=_tie_first):
        parts.append(rewritten(part, change))
        if parts[-1] == decisive:
            return decisive
    return every(parts) if condition[0] == "all" else some(parts)


def _tie_first(condition: Condition) -> int:
    if condition[0] == "sign":
        return 0 if condition[2] in (ZERO, ANY & ~ZERO) else 1
    return 2


def holds(condition: Condition, sign_of: Callable[[int], int]) -> bool:
    """Answers whether a condition holds, asking for signs (as bits) only as far as needed."""
    if condition[0] == "sign":
        return bool(sign_of(condition[1]) & condition[2])
    parts = (holds(part, sign_of) for part in condition[1])
    return all(parts) if condition[0] == "all" else any(parts)
