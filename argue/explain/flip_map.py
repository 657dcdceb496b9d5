"""Where statuses change as one number moves, or two: exact stretches, and exact areas of a plane.

Where a formula is not linear in the numbers a grid of points is judged instead, and what is
answered says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from argue.construct.affine import Corner, NotLinear, Plane
from argue.errors import ArgueError, LimitExceeded, OutOfBudget, UnknownId
from argue.explain.break_even import Turning, chosen
from argue.explain.figures import Figure
from argue.explain.judge import Judge, Statuses
from argue.explain.moving import moving, tracks_of
from argue.explain.statuses import settled_statuses
from argue.model.record import record
from argue.verdict.result import Analysis

POINTS = 200
"""Points judged along a line where a formula is not linear."""
GRID = 24
"""Points judged each way over a plane where a formula is not linear."""
MOST_AREAS = 2_000
"""Areas of a plane told apart exactly."""

Bounds = tuple[Fraction, Fraction]


@record
class Interval:
    """A part of a number's range, both ends included, in which all statuses are the same."""

    low: Fraction
    high: Fraction
    statuses: Statuses


@record
class Course:
    """The statuses along one number, from the low end of a range to the high end.

    Single points at which alone a status differs are parts of their own, low and high alike. Not
    `exact`: points were judged, each standing for what lies around it.
    """

    figure: Figure
    bounds: Bounds
    parts: tuple[Interval, ...]
    exact: bool = True


@record
class Area:
    """A convex part of the plane of two numbers with the same statuses inside, by its corners.

    Without statuses where a framework is not defined for its numbers.
    """

    corners: tuple[Corner, ...]
    statuses: Statuses


@record
class FlipMap:
    """The statuses over the plane of two numbers: areas, told apart by lines.

    Not `exact`: points of a grid were judged, each standing for the square around it.
    """

    across: Figure
    up: Figure
    bounds: tuple[Bounds, Bounds]
    areas: tuple[Area, ...]
    exact: bool = True


def range_of(figure: Figure, *others: Fraction) -> Bounds:
    """Answers the range shown of a number: as wide as its table on either side, and a bit beyond.

    Further values, such as break-even ones, are included.
    """
    span = figure.span or Fraction(1)
    ends = (figure.value - span, figure.value + span, *others)
    margin = (max(ends) - min(ends)) / 20 if others else Fraction(0)
    return min(ends) - margin, max(ends) + margin


def range_near(turning: Turning) -> Bounds:
    """Answers a range that shows a number's nearest break-even value well, no wider than usual."""
    figure, side = turning.figure, turning.nearest
    low, high = range_of(figure)
    if side is None or side.value == figure.value:
        return low, high
    half = min(4 * abs(side.value - figure.value), figure.value - low)
    if half < abs(side.value - figure.value):
        half = abs(side.value - figure.value) * 5 / 4
    return figure.value - half, figure.value + half


def course(
    analysis: Analysis, path: str, *, bounds: Bounds | None = None, deadline: float | None = None
) -> Course:
    """Answers the statuses along one number within bounds (by default those of `range_of`).

    Raises: UnknownId for a path the case does not have; OutOfBudget past the deadline.
    """
    figure = chosen(analysis, [path])[0]
    judge = Judge.of(analysis, deadline)
    low, high = bounds or range_of(figure)
    try:
        parts = tuple(_joined(_stretches(judge, figure, low, high)))
        return Course(figure, (low, high), parts)
    except (NotLinear, LimitExceeded):
        parts = tuple(_joined(_points(judge, figure, low, high)))
        return Course(figure, (low, high), parts, exact=False)


def _stretches(judge: Judge, figure: Figure, low: Fraction, high: Fraction) -> Iterator[Interval]:
    for stretch in judge.along({figure.path: low}, {figure.path: 1}):
        start = low + stretch.start
        if start > high or (start == high and not stretch.is_point):
            return
        end = high if stretch.end is None else min(low + stretch.end, high)
        yield Interval(start, end, stretch.statuses)


def _points(judge: Judge, figure: Figure, low: Fraction, high: Fraction) -> Iterator[Interval]:
    step = (high - low) / POINTS
    for number in range(POINTS):
        start = low + number * step
        found = _tried(judge, {figure.path: start + step / 2})
        if found is not None:
            yield Interval(start, start + step, found)


def _tried(judge: Judge, values: dict[str, Fraction]) -> Statuses | None:
    """Answers the statuses; None for numbers outside what a formula is defined for."""
    try:
        return judge.at(values)
    except OutOfBudget:
        raise
    except ArgueError:
        return None


def _joined(parts: Iterator[Interval]) -> Iterator[Interval]:
    """Yields neighbouring parts with the same statuses as one; a point stays if it differs."""
    held: Interval | None = None
    for part in parts:
        if held is not None and held.statuses == part.statuses and held.high == part.low:
            held = replace(held, high=part.high)
            continue
        if held is not None:
            yield held
        held = part
    if held is not None:
        yield held


def flip_map(
    analysis: Analysis,
    paths: tuple[str, str],
    *,
    bounds: tuple[Bounds, Bounds] | None = None,
    deadline: float | None = None,
) -> FlipMap:
    """Answers the statuses over the plane of two numbers within bounds.

    Raises: UnknownId for a path the case does not have, or twice the same; OutOfBudget past the
    deadline.
    """
    across, up = chosen(analysis, paths)
    if across == up:
        raise UnknownId("second number", up.path, [f.path for f in chosen(analysis) if f != up])
    judge = Judge.of(analysis, deadline)
    box = bounds or (range_of(across), range_of(up))
    try:
        return FlipMap(across, up, box, tuple(areas_of(judge, across, up, box)))
    except (NotLinear, LimitExceeded, TypeError):  # TypeError: a root asks a number for its value
        return FlipMap(across, up, box, tuple(_squares(judge, across, up, box)), exact=False)


def areas_of(
    judge: Judge, across: Figure, up: Figure, box: tuple[Bounds, Bounds]
) -> Iterator[Area]:
    """Yields the areas that a box of two numbers falls into, by what comes out inside each.

    Raises: NotLinear where branches cannot be heard or a formula is not linear in the numbers;
    LimitExceeded past MOST_AREAS; OutOfBudget past the judge's deadline.
    """
    if judge.hearing is None:
        raise NotLinear
    (left, right), (bottom, top) = box
    corners = ((left, bottom), (right, bottom), (right, top), (left, top))
    plane = Plane((across.path, up.path), corners)
    tracks = tuple(tracks_of(judge.hearing, moving(judge.case, plane.names, plane), plane))
    scripts: list[tuple[int, ...]] = [()]
    for _ in range(MOST_AREAS):
        if not scripts:
            return
        judge.check_time()
        plane.begin(scripts.pop())
        for track in tracks:
            track.listen()
        found = settled_statuses(
            tuple(judge.case.options),
            judge.heard_now().with_tracks(tracks).standings(judge.hearing),
        )
        if found is None:
            found = judge.anew(dict(zip(plane.names, plane.middle, strict=True)))
        scripts += plane.others
        yield Area(plane.corners, found)
    raise LimitExceeded(f"more than {MOST_AREAS} areas in the plane of two numbers")


def _squares(
    judge: Judge, across: Figure, up: Figure, box: tuple[Bounds, Bounds]
) -> Iterator[Area]:
    (left, right), (bottom, top) = box
    wide, tall = (right - left) / GRID, (top - bottom) / GRID
    for column in range(GRID):
        for row in range(GRID):
            x, y = left + column * wide, bottom + row * tall
            found = _tried(judge, {across.path: x + wide / 2, up.path: y + tall / 2})
            corners = ((x, y), (x + wide, y), (x + wide, y + tall), (x, y + tall))
            yield Area(corners, found or {})
