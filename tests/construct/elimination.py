"""Systems of linear inequalities the slow way: unknowns are eliminated one after another.

What the exact linear programs of `argue.construct` are held against. Source: elimination after
Fourier and Motzkin; see [Schrijver86].
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TypeAlias

BELOW, EQUAL, AT_MOST = -1, 0, -2
ZERO = Fraction(0)

Coefficients: TypeAlias = dict[str, Fraction]
System: TypeAlias = Sequence[tuple[Coefficients, Fraction, int]]
"""Forms, as terms and constant, each below 0, equal to 0, or at most 0."""


def holds(value: Fraction, kind: int) -> bool:
    return {BELOW: value < 0, EQUAL: value == 0, AT_MOST: value <= 0}[kind]


def satisfied(point: Mapping[str, Fraction], system: System) -> bool:
    """Whether a point meets every constraint."""
    return all(
        holds(sum((f * point[n] for n, f in terms.items()), constant), kind)
        for terms, constant, kind in system
    )


def solution(system: System) -> dict[str, Fraction] | None:
    """A point that meets every constraint, midway between its bounds; None if there is none.

    Cost: the number of inequalities may square with every unknown.
    """
    if not all(holds(constant, kind) for terms, constant, kind in system if not terms):
        return None
    rest = [c for c in system if c[0]]
    if not rest:
        return {}
    name = min(rest[0][0])
    found = solution(_without(rest, name))
    if found is None:
        return None
    for other in {n for terms, _, _ in rest for n in terms} - {name}:
        found.setdefault(other, ZERO)
    found[name] = _midway(rest, name, found)
    return found


def bounds(system: System, name: str) -> tuple[Fraction | None, Fraction | None]:
    """The least and largest value an unknown can come near to; None on a side without a bound."""
    rest = [c for c in system if c[0]]
    for other in sorted({n for terms, _, _ in rest for n in terms} - {name}):
        rest = [c for c in _without(rest, other) if c[0]]
    lows = [-c / t[name] for t, c, kind in rest if kind == EQUAL or t[name] < 0]
    highs = [-c / t[name] for t, c, kind in rest if kind == EQUAL or t[name] > 0]
    return max(lows, default=None), min(highs, default=None)


def _without(rest: System, name: str) -> System:
    """What constraints imply of the other unknowns."""
    inside = [c for c in rest if name in c[0]]
    kept = [c for c in rest if name not in c[0]]
    if equal := next((c for c in inside if c[2] == EQUAL), None):
        return [*(_combined(c, equal, name) for c in inside if c is not equal), *kept]
    above = [c for c in inside if c[0][name] > 0]
    below = [c for c in inside if c[0][name] < 0]
    pairs = [_combined(one, other, name) for one in above for other in below]
    alike = {(tuple(sorted(t.items())), c, k): (t, c, k) for t, c, k in [*kept, *pairs]}
    return list(alike.values())


def _combined(
    one: tuple[Coefficients, Fraction, int], other: tuple[Coefficients, Fraction, int], name: str
) -> tuple[Coefficients, Fraction, int]:
    ratio = -one[0][name] / other[0][name]
    terms = dict(one[0])
    for unknown, factor in other[0].items():
        terms[unknown] = terms.get(unknown, ZERO) + ratio * factor
    kept = {unknown: factor for unknown, factor in terms.items() if factor}
    kind = one[2]
    if other[2] != EQUAL:
        kind = BELOW if BELOW in (one[2], other[2]) else AT_MOST
    return kept, one[1] + ratio * other[1], kind


def _midway(rest: System, name: str, found: Mapping[str, Fraction]) -> Fraction:
    """Midway between the bounds that what was found of the others leaves."""
    left = [
        ({name: t[name]}, sum((f * found[n] for n, f in t.items() if n != name), c), kind)
        for t, c, kind in rest
        if name in t
    ]
    low, high = bounds(left, name)
    ends = [end for end in (low, high) if end is not None]
    return sum(ends, ZERO) / len(ends) if ends else ZERO
