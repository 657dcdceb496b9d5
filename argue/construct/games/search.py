"""Numerical search for best choices; needs scipy, the extra `games`.

Everything here works on floats and is good to about six digits. A function that raises or answers
nan at a place counts as minus infinity there.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from importlib import import_module
from typing import Any

from argue.construct.games.data import UnboundedOptimum
from argue.errors import ArgueError
from argue.model.numbers import Number

TOLERANCE = 1e-7
"""A gain smaller than this, relative to what is at stake, counts as none."""

_EVEN, _FINEST, _COARSEST = 200, -24, 40
_REFINED = 4

Function = Callable[[Number], Number]


@dataclass(frozen=True, slots=True)
class Optimum:
    """Where a function of one number is largest, and how large."""

    place: float
    value: float


def optimizer() -> Any:
    """Answers `scipy.optimize`.

    Raises: ArgueError naming the extra to install where it is missing.
    """
    try:
        return import_module("scipy.optimize")
    except ImportError as error:
        raise ArgueError(
            "this game has no closed form here, and searching needs scipy: "
            "pip install 'argue-norms[games]'"
        ) from error


def safe(function: Callable[[Number], Number]) -> Callable[[float], float]:
    """Answers a function that is minus infinity where the given one has no value."""

    def valued(place: float) -> float:
        try:
            value = float(function(place))
        except (ArithmeticError, ValueError, ArgueError):
            return -math.inf
        return -math.inf if math.isnan(value) else value

    return valued


def negligible(gain: float, value: float) -> bool:
    """Answers whether a gain is no more than the search's own error."""
    return gain <= TOLERANCE * (1 + abs(value))


def places(low: float, high: float | None) -> tuple[float, ...]:
    """Answers where to look first: evenly to an upper bound, else by factors of the root of two."""
    if high is not None:
        return tuple(low + (high - low) * k / _EVEN for k in range(_EVEN + 1))
    return (low, *(low + 2 ** (k / 2) for k in range(2 * _FINEST, 2 * _COARSEST + 1)))


def largest(function: Function, low: Number, high: Number | None, key: str = "") -> Optimum:
    """Answers where a function is largest between two bounds (None: no upper bound).

    Of places as good as one another, the lowest that was looked at.

    Raises: UnboundedOptimum, naming the key to change, if it grows as far as one looks.
    """
    valued = safe(function)
    looked = places(float(low), None if high is None else float(high))
    values = [valued(place) for place in looked]
    order = sorted(range(len(looked)), key=lambda k: -values[k])
    if high is None and order[0] == len(looked) - 1:
        raise UnboundedOptimum(
            key,
            "more is always better, so nothing is best; give an upper bound, or payoffs that "
            "fall in the end",
        )
    best = Optimum(looked[order[0]], values[order[0]])
    for k in order[:_REFINED]:
        near = (looked[max(k - 1, 0)], looked[min(k + 1, len(looked) - 1)])
        refined = _refined(valued, near)
        if refined.value > best.value:
            best = refined
    return best


def _refined(valued: Callable[[float], float], near: tuple[float, float]) -> Optimum:
    if near[0] >= near[1]:
        return Optimum(near[0], valued(near[0]))

    def depth(place: float) -> float:
        return -max(valued(place), -1e300)

    found = optimizer().minimize_scalar(
        depth,
        bounds=near,
        method="bounded",
        options={"xatol": 1e-12 * (1 + abs(near[1])), "maxiter": 200},
    )
    return Optimum(float(found.x), -float(found.fun))


def _margin(place: float) -> float:
    """Answers how far around a place its slope is read."""
    return 1e-5 * (1 + abs(place))


def slope(function: Callable[[float], float], place: float) -> float:
    """Answers how fast a function grows at a place, nan where it has no value nearby."""
    step = _margin(place)
    return (function(place + step) - function(place - step)) / (2 * step)


def falling_roots(
    function: Callable[[float], float], low: Number, high: Number | None
) -> Iterator[float]:
    """Yields places inside the bounds where a function falls through 0.

    It may be a slope, without a value at a bound: then one looks from as near as it has one.
    """
    looked = places(float(low), None if high is None else float(high))
    ends = looked[0], looked[-1]
    near = (ends[0] + 2 * _margin(ends[0]), ends[1] - 2 * _margin(ends[1]))
    looked = sorted({*looked, *(place for place in near if ends[0] < place < ends[1])})
    values = [function(place) for place in looked]
    for k, (here, then) in enumerate(zip(values, values[1:], strict=False)):
        if math.isfinite(here) and math.isfinite(then) and here > 0 >= then:
            root = float(optimizer().brentq(function, looked[k], looked[k + 1], xtol=1e-13))
            if root < ends[1]:
                yield root


def common_root(
    residuals: Callable[[Sequence[float]], Sequence[float]],
    starts: Sequence[Sequence[float]],
    bounds: tuple[float, float],
) -> Iterator[tuple[float, ...]]:
    """Yields places where all residuals vanish, one from each start that leads to one."""
    for start in starts:
        try:
            found = optimizer().least_squares(
                residuals, start, bounds=bounds, xtol=1e-14, ftol=1e-14, gtol=1e-14
            )
        except ValueError:
            continue  # the residuals have no value at this start
        if math.sqrt(2 * float(found.cost)) < 1e-5:
            yield tuple(float(x) for x in found.x)


def climb(
    function: Callable[[Sequence[float]], Number],
    starts: Sequence[Sequence[float]],
    bounds: Sequence[tuple[float, float | None]],
) -> tuple[tuple[float, ...], float]:
    """Answers the highest place reached from the starts, and how high; inside the bounds.

    Of places as good as one another the one reached from the earliest start.

    Raises: UnboundedOptimum if a climb does not end.
    """
    best: tuple[tuple[float, ...], float] = (tuple(starts[0]), -math.inf)

    def depth(place: Sequence[float]) -> float:
        return -_finite(function, place)

    for start in starts:
        found = optimizer().minimize(
            depth,
            start,
            method="L-BFGS-B",
            bounds=bounds,
            options={"maxiter": 2000, "ftol": 1e-15, "gtol": 1e-10},
        )
        place, height = tuple(float(x) for x in found.x), -float(found.fun)
        if max(place) > 2**_COARSEST:
            raise UnboundedOptimum("", "the total grows without bound; give an upper bound")
        if not negligible(height - best[1], height):
            best = (place, height)
    return best


def _finite(function: Callable[[Sequence[float]], Number], place: Sequence[float]) -> float:
    try:
        value = float(function([float(x) for x in place]))
    except (ArithmeticError, ValueError, ArgueError):
        return -1e12
    return value if math.isfinite(value) else -1e12


def rounded(value: Number) -> Fraction:
    """Answers a fraction for a number: itself, or a float to ten significant digits."""
    if isinstance(value, int | Fraction):
        return Fraction(value)
    return Fraction(f"{float(value):.10g}")
