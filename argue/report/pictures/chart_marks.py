"""What all charts are drawn with: an opening, text, coordinates and axes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from argue.report.inert import inert
from argue.report.pictures.chart_data import Chart

WIDTH = 880
INK, FAINT = "#222222", "#767676"


def opening(chart: Chart, height: int) -> Iterator[str]:
    """Yields the beginning of a document: what it shows, in words, and a white ground."""
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
        f'viewBox="0 0 {WIDTH} {height}" role="img" font-family="DejaVu Sans, Verdana, sans-serif" '
        f'font-size="12" aria-label={quoteattr(inert(f"{chart.title}. {chart.description}"))}>'
    )
    yield f"<title>{shown(chart.title)}</title>"
    yield f"<desc>{shown(chart.description)}</desc>"
    yield f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>'


def text_at(at: tuple[float, float], text: str, *, anchor: str = "start", style: str = "") -> str:
    """Answers a text at a place; `style` holds further attributes."""
    x, y = at
    ink = "" if "fill=" in style else f' fill="{INK}"'
    return f'<text x="{n(x)}" y="{n(y)}" text-anchor="{anchor}"{ink}{style}>{shown(text)}</text>'


def n(number: float) -> str:
    """Answers a coordinate, to a tenth."""
    return f"{round(number, 1):g}"


def axis(ends: tuple[float, float], y: float, numbers: tuple[float, float]) -> Iterator[str]:
    """Yields an axis from left to right, from one number to another."""
    left, right = ends
    yield f'<path d="M{n(left)} {n(y)} H{n(right)}" stroke="{INK}" stroke-width="1"/>'
    for number in _ticks(*numbers):
        x = left + (number - numbers[0]) / ((numbers[1] - numbers[0]) or 1) * (right - left)
        yield f'<path d="M{n(x)} {n(y)} v5" stroke="{INK}" stroke-width="1"/>'
        yield text_at((x, y + 18), _tick(number), anchor="middle", style=' font-size="11"')


def _tick(number: float) -> str:
    return f"{number:g}".replace("-", "−")


def _ticks(low: float, high: float) -> Sequence[float]:
    """Answers about six round numbers between two."""
    if high <= low:
        return (low,)
    rough = (high - low) / 6
    power = 10 ** len(f"{int(rough)}"[1:]) if rough >= 1 else 10 ** -_decimals(rough)
    step = next(power * m for m in (1, 2, 5, 10, 20) if power * m >= rough)
    first = -(-low // step)
    return [round((first + i) * step, 9) for i in range(int((high - first * step) / step) + 1)]


def _decimals(number: float) -> int:
    """Answers how many places behind the point the first figure of a small number is."""
    places = 0
    while number < 1 and places < 12:
        number, places = number * 10, places + 1
    return places


def upright(x: float, ends: tuple[float, float], numbers: tuple[float, float]) -> Iterator[str]:
    """Yields the marks of an axis from top to bottom, its low number at the bottom."""
    top, bottom = ends
    for number in _ticks(*numbers):
        share = (number - numbers[0]) / ((numbers[1] - numbers[0]) or 1)
        y = bottom - share * (bottom - top)
        yield f'<path d="M{n(x - 5)} {n(y)} H{n(x)}" stroke="{INK}" stroke-width="1"/>'
        yield text_at((x - 8, y + 4), _tick(number), anchor="end", style=' font-size="11"')


def shown(text: str) -> str:
    """Answers a text as it stands in markup, inert and escaped."""
    return escape(inert(text))
