"""Charts as SVG: self-contained, without script or style sheet, readable in grey.

Status is told by a glyph, a word, a pattern and the line of a box; colour only repeats it. All text
is escaped.
"""

from __future__ import annotations

from collections.abc import Iterator

from argue.model.verdict import Status
from argue.report.pictures.chart_areas import areas_svg
from argue.report.pictures.chart_data import Bar, Chart, End, Piece, Strip, Tornado
from argue.report.pictures.chart_marks import (
    FAINT,
    INK,
    WIDTH,
    axis,
    n,
    opening,
    shown,
    text_at,
)
from argue.report.pictures.svg import LINES, UNDECIDED
from argue.report.words import GLYPHS

NAMES = 290
"""Width of the column of names."""
ROW = 46
TOP = 34


def chart_svg(chart: Chart) -> str:
    """Answers a chart as an SVG document, ending in a newline."""
    if isinstance(chart, Tornado):
        lines = _tornado(chart)
    elif isinstance(chart, Strip):
        lines = _strip(chart)
    else:
        lines = areas_svg(chart)
    return "\n".join(lines) + "\n"


def _tornado(chart: Tornado) -> Iterator[str]:
    height = TOP + ROW * max(len(chart.bars), 1) + 34
    left, right = NAMES + 10, WIDTH - 12
    middle = (left + right) / 2
    bottom = height - 30
    yield from opening(chart, height)
    for share in (-1, -0.5, 0, 0.5, 1):
        x = middle + share * (right - left) / 2
        line = INK if share == 0 else "#d0d0d0"
        yield f'<path d="M{n(x)} {TOP - 8} V{bottom}" stroke="{line}" stroke-width="1"/>'
        said = "now" if share == 0 else f"{share:+.0%}".replace("-", "−")
        yield text_at((x, TOP - 14), said, anchor=_anchor(share), style=' font-size="11"')
    for number, bar in enumerate(chart.bars):
        yield from _bar(bar, TOP + ROW * number, (left, right))
    yield text_at(
        (10, height - 10),
        "Change as a share of the range of the number's table. Dashed: nothing changes that way. "
        "Arrow: further.",
        style=' font-size="11"',
    )
    yield "</svg>"


def _anchor(share: float) -> str:
    if abs(share) < 1:
        return "middle"
    return "start" if share < 0 else "end"


def _bar(bar: Bar, top: float, ends: tuple[float, float]) -> Iterator[str]:
    left, right = ends
    middle, half = (left + right) / 2, (right - left) / 2
    yield "<g>"
    said = ", ".join(end.text for end in (bar.below, bar.above) if end is not None)
    yield f"<title>{shown(f'{bar.name}, now {bar.now}; {said}')}</title>"
    yield text_at((10, top + 16), bar.name, style=' font-weight="bold"')
    yield text_at((10, top + 32), f"now {bar.now}", style=' font-size="11"')
    for end, way in ((bar.below, -1), (bar.above, 1)):
        yield from _side(end, way, (middle, top + 4), half)
    for end, x, anchor in ((bar.below, left, "start"), (bar.above, right, "end")):
        if end is not None:
            yield text_at((x, top + 33), end.text, anchor=anchor, style=' font-size="11"')
    yield "</g>"


def _side(end: End | None, way: int, start: tuple[float, float], half: float) -> Iterator[str]:
    """Draws one side of a bar: solid to where it ends, dashed where it never does."""
    x, y = start
    if end is None:
        yield (
            f'<path d="M{n(x)} {n(y + 8)} H{n(x + way * half)}" stroke="{FAINT}" '
            'stroke-width="1.5" stroke-dasharray="5 4"/>'
        )
        return
    length = min(end.share, 1) * half
    from_ = x if way > 0 else x - length
    yield (
        f'<rect x="{n(from_)}" y="{n(y)}" width="{n(max(length, 1))}" height="15" '
        f'fill="#c9d9ee" stroke="#1d4f91" stroke-width="1.5"/>'
    )
    tip = x + way * length
    if end.share > 1:
        yield (
            f'<path d="M{n(tip - way * 9)} {n(y)} L{n(tip)} {n(y + 7.5)} '
            f'L{n(tip - way * 9)} {n(y + 15)}" fill="none" stroke="{INK}" stroke-width="2"/>'
        )
    else:
        yield f'<path d="M{n(tip)} {n(y - 3)} v21" stroke="{INK}" stroke-width="3"/>'


def _strip(chart: Strip) -> Iterator[str]:
    height = TOP + ROW * max(len(chart.rows), 1) + 44
    left, right = NAMES - 90, WIDTH - 24
    bottom = height - 40
    low, high = chart.ends

    def place(value: float) -> float:
        return left + (value - low) / ((high - low) or 1) * (right - left)

    yield from opening(chart, height)
    for number, (option, pieces) in enumerate(chart.rows):
        top = TOP + ROW * number
        yield text_at((10, top + 21), option, style=' font-weight="bold"')
        for piece in pieces:
            yield from _piece(piece, (place(piece.low), place(piece.high)), top)
    yield from axis((left, right), bottom, chart.ends)
    x = place(chart.now)
    yield f'<path d="M{n(x)} {TOP - 8} V{bottom}" stroke="{INK}" stroke-width="2.5"/>'
    yield text_at((x, TOP - 13), f"now {chart.now:g}", anchor="middle", style=' font-weight="bold"')
    for number, (_, pieces) in enumerate(chart.rows):
        for piece in pieces:
            yield from _word(piece, (place(piece.low), place(piece.high)), TOP + ROW * number, x)
    yield text_at(((left + right) / 2, height - 6), chart.axis, anchor="middle")
    yield "</svg>"


def _piece(piece: Piece, ends: tuple[float, float], top: float) -> Iterator[str]:
    line = LINES.get(piece.status, UNDECIDED)
    width = ends[1] - ends[0]
    dashes = f' stroke-dasharray="{line.dashes}"' if line.dashes else ""
    yield "<g>"
    where = f"{piece.low:g}" if piece.low == piece.high else f"{piece.low:g} to {piece.high:g}"
    yield f"<title>{shown(f'{where}: {piece.status}')}</title>"
    if width < 1:
        yield (
            f'<path d="M{n(ends[0])} {n(top - 2)} v38" stroke="{line.colour}" '
            f'stroke-width="2"{dashes}/>'
        )
    else:
        yield (
            f'<rect x="{n(ends[0] + 1)}" y="{n(top)}" width="{n(max(width - 2, 1))}" '
            f'height="34" fill="{line.ground}" stroke="{line.colour}" '
            f'stroke-width="{line.width}"{dashes}/>'
        )
    yield "</g>"


def _word(piece: Piece, ends: tuple[float, float], top: float, now: float) -> Iterator[str]:
    """Writes the status into a part of a strip, beside the line that says where things stand."""
    said = f"{GLYPHS[Status(piece.status)]} {piece.status}"
    left, right = ends
    if left < now < right:
        left, right = (left, now) if now - left > right - now else (now, right)
    wide = right - left
    if wide > 14:
        text = said if wide > 7.4 * len(said) else said[0]
        yield text_at(((left + right) / 2, top + 21), text, anchor="middle")
