"""A picture as SVG: self-contained, without script or style sheet, readable in grey.

Standing is told by a glyph, a word and the line of the box; colour only repeats it. All text is
escaped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from argue.model.argument import Kind
from argue.model.record import record
from argue.report.inert import inert
from argue.report.pictures.boxes import (
    BASELINE,
    CHARACTER,
    COLUMNS,
    LABEL_LINE,
    LINE,
    PADDING,
    label_lines,
    label_size,
    laid_out,
    lines_of,
    size_of,
)
from argue.report.pictures.drawing import Arrow, Drawing, Node
from argue.report.pictures.layout import Layout, Point, Route, Size

if TYPE_CHECKING:
    from argue.report.pictures.bands import Bands


@record
class Line:
    """How a box is drawn: the width and dashes of its border, its colour and its ground."""

    width: str
    dashes: str
    colour: str
    ground: str


ACCEPTED = Line("3", "", "#1d4f91", "#eef4fc")
REJECTED = Line("1.5", "6 4", "#9a4a00", "#fdf6ee")
VARIES = Line("2", "12 3 2 3", "#5b3a86", "#f7f3fb")
UNDECIDED = Line("2", "2 3", "#4a4a4a", "#f7f7f7")

LINES = {
    "accepted": ACCEPTED,
    "obligatory": ACCEPTED,
    "permissible": ACCEPTED,
    "rejected": REJECTED,
    "impermissible": REJECTED,
    "varies": VARIES,
    "contested": VARIES,
}
"""Word of standing -> how its box is drawn; any other word is drawn as undecided."""


def svg(drawing: Drawing, name: str = "argue") -> str:
    """Answers a picture as an SVG document, ending in a newline.

    `name` keeps the ids inside apart where one page holds several. Boxes carry the id of their
    argument, arrows and their labels the number of the arrow, for scripts and style sheets.
    """
    boxes, layout = laid_out(drawing)
    return svg_at(drawing, layout, boxes, name)


def svg_at(drawing: Drawing, layout: Layout, boxes: Mapping[str, Size], name: str = "argue") -> str:
    """Answers a picture as an SVG document whose boxes and arrows go where they are told to."""
    return "\n".join(_document(drawing, layout, boxes, name)) + "\n"


def _document(
    drawing: Drawing, layout: Layout, boxes: Mapping[str, Size], name: str
) -> Iterator[str]:
    width, height = layout.size
    yield _opening(width, height, drawing.title)
    yield f"<title>{_text(drawing.title)}</title>"
    yield f"<desc>{_text(drawing.description)}</desc>"
    yield MARKERS.replace("argue-head", f"{name}-head")
    yield f'<rect width="{width}" height="{height}" fill="#ffffff"/>'
    routed = list(enumerate(zip(drawing.arrows, layout.routes, strict=True)))
    for number, (arrow, route) in routed:
        yield _line(arrow, route, head=f"url(#{name}-head)", number=number)
    labels = [
        (arrow.label, route.label, number)
        for number, (arrow, route) in routed
        if arrow.label and route.label is not None
    ]
    # All grounds before any text, so that no label covers a letter of its neighbour's.
    yield from (_ground(text, middle) for text, middle, _ in labels)
    yield from (_label(text, middle, number) for text, middle, number in labels)
    for node in drawing.nodes:
        yield from _box(node, layout.middles[node.id], boxes[node.id])
    yield "</svg>"


def bands_svg(bands: Bands) -> str:
    """Answers the bands of a position as an SVG document, ending in a newline."""
    width = 2 * MARGIN + IN_A_ROW * (BOX_WIDTH + GAP) - GAP
    drawn: list[str] = []
    top = MARGIN + HEADING
    drawn.append(_heading(bands.title, top, 16))
    for heading, nodes in bands.bands:
        top += HEADING
        drawn.append(_heading(f"{heading} ({len(nodes)})", top, 14))
        top += GAP
        for start in range(0, len(nodes), IN_A_ROW):
            row = nodes[start : start + IN_A_ROW]
            height = max(size_of(node)[1] for node in row)
            for place, node in enumerate(row):
                left = MARGIN + place * (BOX_WIDTH + GAP)
                size = size_of(node)
                middle = (left + size[0] // 2, top + size[1] // 2)
                drawn += _box(node, middle, size)
            top += height + GAP
    height = top + MARGIN
    return "\n".join(
        (
            _opening(width, height, bands.title),
            f"<title>{_text(bands.title)}</title>",
            f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
            *drawn,
            "</svg>\n",
        )
    )


IN_A_ROW = 5
MARGIN, GAP, HEADING = 16, 14, 30
BOX_WIDTH = COLUMNS * CHARACTER + 2 * PADDING


def _heading(text: str, foot: int, size: int) -> str:
    return (
        f'<text x="{MARGIN}" y="{foot}" font-size="{size}" font-weight="bold" fill="#111111">'
        f"{_text(text)}</text>"
    )


def _opening(width: int, height: int, label: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="img" font-family="DejaVu Sans, Verdana, sans-serif" '
        f'font-size="12" aria-label={_quoted(label)}>'
    )


MARKERS = (
    '<defs><marker id="argue-head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" '
    'markerHeight="9" markerUnits="userSpaceOnUse" orient="auto-start-reverse">'
    '<path d="M0 0 L10 5 L0 10 z" fill="#333333"/></marker></defs>'
)


def _line(arrow: Arrow, route: Route, *, head: str, number: int) -> str:
    way = " ".join(f"{'M' if not i else 'L'}{x} {y}" for i, (x, y) in enumerate(route.points))
    dashes = ' stroke-dasharray="1 4"' if arrow.support else ""
    if arrow.ranking is not None and not arrow.declared:
        dashes = ' stroke-dasharray="7 4"'
    ends = "" if arrow.support else f' marker-end="{head}"'
    ends += f' marker-start="{head}"' if arrow.mutual else ""
    return (
        f'<path d="{way}" fill="none" stroke="#333333" stroke-width="1.3"{dashes}{ends} '
        f'data-arrow="{number}"/>'
    )


def _ground(text: str, middle: Point) -> str:
    width, height = label_size(text)
    x, y = middle[0] - width // 2, middle[1] - height // 2
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="#ffffff"/>'


def _label(text: str, middle: Point, number: int) -> str:
    y = middle[1] - label_size(text)[1] // 2 + BASELINE
    return "".join(
        f'<text x="{middle[0]}" y="{y + LABEL_LINE * i}" text-anchor="middle" font-size="11" '
        f'fill="#222222" data-arrow="{number}">{_text(line)}</text>'
        for i, line in enumerate(label_lines(text))
    )


def _box(node: Node, middle: Point, size: tuple[int, int]) -> Iterator[str]:
    line = LINES.get(node.standing, UNDECIDED)
    x, y = middle[0] - size[0] // 2, middle[1] - size[1] // 2
    dashes = f' stroke-dasharray="{line.dashes}"' if line.dashes else ""
    said = f"{node.heading}, {node.standing}: {node.text}"
    said += f" ({node.condition})" if node.condition else ""
    round_ = 16 if node.kind is Kind.PERMISSION else 4
    yield f"<g data-id={_quoted(node.id)}>"
    yield f"<title>{_text(said)}</title>"
    yield (
        f'<rect x="{x}" y="{y}" width="{size[0]}" height="{size[1]}" rx="{round_}" '
        f'fill="{line.ground}" stroke="{line.colour}" stroke-width="{line.width}"{dashes}/>'
    )
    for number, (text, style) in enumerate(lines_of(node)):
        yield (
            f'<text x="{x + PADDING}" y="{y + PADDING + BASELINE + number * LINE}" '
            f"{STYLES[style]}>{_text(text)}</text>"
        )
    yield "</g>"


STYLES = {
    "bold": 'font-weight="bold" fill="#111111"',
    "plain": 'fill="#111111"',
    "slanted": 'font-style="italic" fill="#333333"',
}


def _text(text: str) -> str:
    return escape(inert(text))


def _quoted(text: str) -> str:
    return quoteattr(inert(text))
