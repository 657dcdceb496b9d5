"""The tables that say in words what charts show: their equals for whoever cannot see them."""

from __future__ import annotations

from argue.construct.words import plain
from argue.explain.break_even import BreakEven, BreakEvens
from argue.report.content import Table
from argue.report.pictures.chart_data import (
    MOST_BARS,
    Areas,
    Field,
    Strip,
    area_of,
    becoming,
    in_place,
    rounded,
)


def of_tornado(found: BreakEvens) -> Table:
    """Answers the numbers whose change changes a status, with where and what."""
    turning = [t for t in found.turnings if t.nearest is not None]
    rows = tuple(
        (
            f"{t.figure.path} (now {rounded(t.figure.value)})",
            "; ".join(
                _side(side, found, word)
                for side, word in ((t.below, "below"), (t.above, "above"))
                if side is not None
            ),
        )
        for t in turning[:MOST_BARS]
    )
    rest = len(turning) - len(rows)
    more = f" ({rest} more have more room)" if rest else ""
    caption = f"How far numbers can move, the least room first{more}"
    return Table(("number", "and what changes where"), rows, caption)


def _side(side: BreakEven, found: BreakEvens, word: str) -> str:
    share = "" if side.share is None else f" ({float(side.share):.0%} of the range)"
    return f"{in_place(side, word)}{share} {becoming(found, side.statuses)}"


def of_strip(chart: Strip) -> Table:
    """Answers the parts of an axis with the status of each option there."""
    rows = tuple(
        (plain(option), _between(piece.low, piece.high, chart.ends), piece.status)
        for option, pieces in chart.rows
        for piece in pieces
    )
    return Table(("option", chart.axis, "status"), rows, chart.title)


def _between(low: float, high: float, ends: tuple[float, float]) -> str:
    if low == high:
        return f"at {low:g}"
    if (low, high) == ends:
        return f"anywhere from {low:g} to {high:g}"
    if low == ends[0]:
        return f"below {high:g}"
    return f"above {low:g}" if high == ends[1] else f"from {low:g} to {high:g}"


def of_areas(chart: Areas) -> Table:
    """Answers the fields of a map with their statuses and their shares of what is shown."""
    (left, right), (bottom, top) = chart.ends
    whole = (right - left) * (top - bottom)
    rows = tuple(
        (part.letter, f"{part.text} ({_size(part) / whole:.0%} of the map{_here(part, chart)})")
        for part in chart.fields
    )
    across, up = chart.axes
    caption = f"{chart.title}: {across} from {left:g} to {right:g}, {up} from {bottom:g} to {top:g}"
    return Table(("field", "statuses"), rows, caption)


def _size(part: Field) -> float:
    return sum(area_of(polygon) for polygon in part.polygons)


def _here(part: Field, chart: Areas) -> str:
    inside = any(_inside(chart.now, polygon) for polygon in part.polygons)
    return ", where the numbers are now" if inside else ""


def _inside(point: tuple[float, float], polygon: tuple[tuple[float, float], ...]) -> bool:
    """Answers whether a point lies within a convex polygon whose corners run one way round."""
    x, y = point
    ends = zip(polygon, [*polygon[1:], polygon[0]], strict=True)
    turns = [(u - a) * (y - b) - (v - b) * (x - a) for (a, b), (u, v) in ends]
    return all(t >= 0 for t in turns) or all(t <= 0 for t in turns)
