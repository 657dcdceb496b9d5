"""What every drawn picture shares: the lines of its boxes and labels, and where they go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import wrap

from argue.model.argument import Kind
from argue.report.inert import inert
from argue.report.pictures.drawing import Drawing, Node
from argue.report.pictures.layout import Layout, Size, placed

COLUMNS = 26
"""Characters in a line of a box."""
LABEL_COLUMNS = 20
"""Characters in a line of an arrow's label."""
MOST_LINES = 9
"""Lines of a box's text; what is longer ends in dots and stands in full in the outline."""
LINE = 15
LABEL_LINE = 13
CHARACTER = 7
PADDING = 9
BASELINE = 11
"""From the top of a line to the foot of its letters."""


def laid_out(drawing: Drawing) -> tuple[Mapping[str, Size], Layout]:
    """Answers the size of every box, and where everything goes."""
    boxes = {node.id: size_of(node) for node in drawing.nodes}
    layout = placed(
        boxes,
        [(a.tail, a.head, label_size(a.label) if a.label else None) for a in drawing.arrows],
        top=[node.id for node in drawing.nodes if node.kind is Kind.PERMISSION],
    )
    return boxes, layout


def lines_of(node: Node) -> list[tuple[str, str]]:
    """Answers the lines of a box, each `bold`, `plain` or `slanted`.

    They are its standing, who says it, what, and under what condition.
    """
    found = [(line, "bold") for line in _wrapped(f"{node.glyph} {node.standing}")]
    found += [(line, "bold") for line in _wrapped(node.heading)]
    said = _wrapped(node.text)
    if len(said) > MOST_LINES:
        said = [*said[: MOST_LINES - 1], f"{said[MOST_LINES - 1][: COLUMNS - 1]}…"]
    found += [(line, "plain") for line in said]
    return found + [
        (line, "slanted") for line in _wrapped(f"({node.condition})" if node.condition else "")
    ]


def size_of(node: Node) -> Size:
    """Answers the size of a box."""
    return (COLUMNS * CHARACTER + 2 * PADDING, len(lines_of(node)) * LINE + 2 * PADDING)


def label_lines(text: str) -> list[str]:
    """Answers the lines in which an arrow's label is written."""
    return wrap(inert(text), LABEL_COLUMNS, break_on_hyphens=False)


def label_size(text: str) -> Size:
    """Answers the size of an arrow's label, its ground included."""
    lines = label_lines(text)
    return (max(map(len, lines)) * CHARACTER + 4, LABEL_LINE * len(lines) + 4)


def _wrapped(text: str) -> Sequence[str]:
    return wrap(inert(text), COLUMNS, break_on_hyphens=False)
