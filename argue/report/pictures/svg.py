"""A picture as SVG: self-contained, without script or style sheet, readable in grey.

Standing is told by a glyph, a word and the line of the box; colour only repeats it. All text is
escaped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap
from xml.sax.saxutils import escape, quoteattr

from argue.model.argument import Kind
from argue.model.record import record
from argue.report.inert import inert
from argue.report.pictures.drawing import Arrow, Drawing, Node
from argue.report.pictures.layout import Layout, Point, Route, Size, placed

COLUMNS = 26
"""Characters in a line of a box."""
MOST_LINES = 9
"""Lines of a box's text; what is longer ends in dots and stands in full in the outline."""
LINE = 15
CHARACTER = 7
PADDING = 9


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


def svg(drawing: Drawing) -> str:
    """Answers a picture as an SVG document, ending in a newline."""
    boxes = {node.id: _size(node) for node in drawing.nodes}
    layout = placed(
        boxes,
        [(a.tail, a.head, label_size(a.label) if a.label else None) for a in drawing.arrows],
        top=[node.id for node in drawing.nodes if node.kind is Kind.PERMISSION],
    )
    return "\n".join(_document(drawing, layout, boxes)) + "\n"


def _document(drawing: Drawing, layout: Layout, boxes: dict[str, tuple[int, int]]) -> Iterator[str]:
    width, height = layout.size
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="img" font-family="DejaVu Sans, Verdana, sans-serif" '
        f'font-size="12" aria-label={_quoted(drawing.title)}>'
    )
    yield f"<title>{_text(drawing.title)}</title>"
    yield f"<desc>{_text(drawing.description)}</desc>"
    yield MARKERS
    yield f'<rect width="{width}" height="{height}" fill="#ffffff"/>'
    for arrow, route in zip(drawing.arrows, layout.routes, strict=True):
        yield _line(arrow, route)
    labels = [
        (arrow.label, route.label)
        for arrow, route in zip(drawing.arrows, layout.routes, strict=True)
        if arrow.label and route.label is not None
    ]
    # All grounds before any text, so that no label covers a letter of its neighbour's.
    yield from (_ground(text, middle) for text, middle in labels)
    yield from (_label(text, middle) for text, middle in labels)
    for node in drawing.nodes:
        yield from _box(node, layout.middles[node.id], boxes[node.id])
    yield "</svg>"


MARKERS = (
    '<defs><marker id="argue-head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" '
    'markerHeight="9" markerUnits="userSpaceOnUse" orient="auto-start-reverse">'
    '<path d="M0 0 L10 5 L0 10 z" fill="#333333"/></marker></defs>'
)


def _line(arrow: Arrow, route: Route) -> str:
    way = " ".join(f"{'M' if not i else 'L'}{x} {y}" for i, (x, y) in enumerate(route.points))
    dashes = ' stroke-dasharray="1 4"' if arrow.support else ""
    if arrow.ranking is not None and not arrow.declared:
        dashes = ' stroke-dasharray="7 4"'
    ends = "" if arrow.support else ' marker-end="url(#argue-head)"'
    ends += ' marker-start="url(#argue-head)"' if arrow.mutual else ""
    return f'<path d="{way}" fill="none" stroke="#333333" stroke-width="1.3"{dashes}{ends}/>'


def _ground(text: str, middle: Point) -> str:
    width, height = label_size(text)
    x, y = middle[0] - width // 2, middle[1] - height // 2
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="#ffffff"/>'


def _label(text: str, middle: Point) -> str:
    y = middle[1] - label_size(text)[1] // 2 + 11
    return "".join(
        f'<text x="{middle[0]}" y="{y + 13 * i}" text-anchor="middle" font-size="11" '
        f'fill="#222222">{_text(line)}</text>'
        for i, line in enumerate(label_lines(text))
    )


def label_lines(text: str) -> list[str]:
    """Answers the lines in which an arrow's label is written."""
    return wrap(inert(text), 20, break_on_hyphens=False)


def label_size(text: str) -> Size:
    """Answers the size of an arrow's label, its ground included."""
    lines = label_lines(text)
    return (max(map(len, lines)) * CHARACTER + 4, 13 * len(lines) + 4)


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
    for number, (text, style) in enumerate(_lines(node)):
        yield (
            f'<text x="{x + PADDING}" y="{y + PADDING + 11 + number * LINE}" '
            f"{style}>{_text(text)}</text>"
        )
    yield "</g>"


BOLD, PLAIN, SLANTED = (
    'font-weight="bold" fill="#111111"',
    'fill="#111111"',
    'font-style="italic" fill="#333333"',
)


def _lines(node: Node) -> list[tuple[str, str]]:
    """Answers the lines of a box with their styles: standing, who says it, what, under what."""
    found = [(line, BOLD) for line in _wrapped(f"{node.glyph} {node.standing}")]
    found += [(line, BOLD) for line in _wrapped(node.heading)]
    said = _wrapped(node.text)
    if len(said) > MOST_LINES:
        said = [*said[: MOST_LINES - 1], f"{said[MOST_LINES - 1][: COLUMNS - 1]}…"]
    found += [(line, PLAIN) for line in said]
    found += [(line, SLANTED) for line in _wrapped(f"({node.condition})" if node.condition else "")]
    return found


def _wrapped(text: str) -> Sequence[str]:
    return wrap(inert(text), COLUMNS, break_on_hyphens=False)


def _size(node: Node) -> tuple[int, int]:
    return (COLUMNS * CHARACTER + 2 * PADDING, len(_lines(node)) * LINE + 2 * PADDING)


def _text(text: str) -> str:
    return escape(inert(text))


def _quoted(text: str) -> str:
    return quoteattr(inert(text))
