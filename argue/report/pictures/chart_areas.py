"""The map of two numbers as SVG: fields told apart by pattern and letter, and their legend."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from argue.report.pictures.chart_data import Areas, Field, area_of
from argue.report.pictures.chart_marks import FAINT, INK, axis, n, opening, shown, text_at, upright

FILLS = ("#ffffff", "#dbe7f6", "#f6e3cf", "#e6ddf0", "#e4e4e4", "#cfe0d8", "#f3d9d9", "#d5d5ea")
"""Grounds of the fields of a map; the pattern on each tells it apart without colour."""
PATTERNS = (
    "",
    "M0 8 L8 0",
    "M0 0 L8 8",
    "M0 4 H8",
    "M4 0 V8",
    "M0 4 H8 M4 0 V8",
    "M0 0 L8 8 M0 8 L8 0",
    "M3 4 h2",
)

_Place = Callable[[tuple[float, float]], tuple[float, float]]
"""From two numbers to a place in the picture."""


def areas_svg(chart: Areas) -> Iterator[str]:
    """Yields the lines of a map."""
    size, left, top = 420, 90, 24
    legend = left + size + 30
    height = max(top + size + 56, 70 + 50 * len(chart.fields))
    (low, high), (bottom, upper) = chart.ends

    def place(at: tuple[float, float]) -> tuple[float, float]:
        x = left + (at[0] - low) / ((high - low) or 1) * size
        return x, top + size - (at[1] - bottom) / ((upper - bottom) or 1) * size

    yield from opening(chart, height)
    yield from _patterns(chart.fields)
    for number, part in enumerate(chart.fields):
        yield from _field(part, number, place)
    yield f'<rect x="{left}" y="{top}" width="{size}" height="{size}" fill="none" stroke="{INK}"/>'
    yield from _letters(chart.fields, place)
    yield from axis((left, left + size), top + size, chart.ends[0])
    yield from upright(left, (top, top + size), chart.ends[1])
    yield text_at((left + size / 2, top + size + 40), chart.axes[0], anchor="middle")
    turned = f' transform="rotate(-90 16 {top + size // 2})"'
    yield text_at((16, top + size / 2), chart.axes[1], anchor="middle", style=turned)
    x, y = place(chart.now)
    yield f'<circle cx="{n(x)}" cy="{n(y)}" r="6" fill="#ffffff" stroke="{INK}" stroke-width="3"/>'
    yield from _legend(chart.fields, legend)
    yield "</svg>"


def _patterns(fields: Sequence[Field]) -> Iterator[str]:
    yield "<defs>"
    for number, _ in enumerate(fields):
        marks = PATTERNS[number % len(PATTERNS)]
        yield (
            f'<pattern id="argue-field-{number}" width="8" height="8" '
            f'patternUnits="userSpaceOnUse"><rect width="8" height="8" '
            f'fill="{FILLS[number % len(FILLS)]}"/><path d="{marks or "M0 0"}" fill="none" '
            f'stroke="#8a8a8a" stroke-width="1"/></pattern>'
        )
    yield "</defs>"


def _field(part: Field, number: int, place: _Place) -> Iterator[str]:
    yield "<g>"
    yield f"<title>{shown(f'{part.letter}: {part.text}')}</title>"
    for polygon in part.polygons:
        points = " ".join(f"{n(x)},{n(y)}" for x, y in map(place, polygon))
        fill = f"url(#argue-field-{number})"
        # A line of the same pattern keeps neighbours of one field from showing a seam.
        yield f'<polygon points="{points}" fill="{fill}" stroke="{fill}" stroke-width="1"/>'
    yield "</g>"


def _letters(fields: Sequence[Field], place: _Place) -> Iterator[str]:
    """Writes each letter into the widest polygon of its field."""
    for part in fields:
        polygon = max(part.polygons, key=area_of)
        x, y = place((_middle(p[0] for p in polygon), _middle(p[1] for p in polygon)))
        yield f'<circle cx="{n(x)}" cy="{n(y)}" r="11" fill="#ffffff" stroke="{FAINT}"/>'
        yield text_at((x, y + 4.5), part.letter, anchor="middle", style=' font-weight="bold"')


def _middle(numbers: Iterator[float]) -> float:
    found = list(numbers)
    return sum(found) / len(found)


def _legend(fields: Sequence[Field], left: float) -> Iterator[str]:
    yield text_at((left, 36), "○ now", style=' font-weight="bold"')
    y = 62.0
    for number, part in enumerate(fields):
        yield (
            f'<rect x="{left}" y="{n(y - 12)}" width="22" height="16" '
            f'fill="url(#argue-field-{number})" stroke="{FAINT}"/>'
        )
        yield text_at((left + 30, y), part.letter, style=' font-weight="bold"')
        for place, line in enumerate(part.text.split(", ")):
            yield text_at((left + 46, y + 15 * place), line, style=' font-size="11"')
        y += 15 * (part.text.count(", ") + 1) + 10
