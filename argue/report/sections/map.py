"""Section 6: the arguments as a picture, and the same as a nested outline."""

from __future__ import annotations

from argue.report.content import Block, Paragraph, Picture, Section, Table
from argue.report.pictures.drawing import Drawing
from argue.report.pictures.outline import outline
from argue.report.pictures.selection import folded
from argue.report.words import plural
from argue.verdict.result import Analysis

LEGEND = (
    "What an arrow points at, it attacks. ✓ accepted, ✗ rejected, ○ undecided, ◐ accepted in "
    "some positions only. An attack that needs a ranking names it; ⇄ stands where either "
    "defeats the other if its principle ranks higher."
)

MOST_BOXES = 60
"""Boxes up to which the whole map is drawn; of a larger one the part about one option."""


def section(analysis: Analysis) -> Section:
    """Answers the picture of what the verdict hangs on; of a large one a part, and a table."""
    drawing = folded(analysis)
    if len(drawing.nodes) <= MOST_BOXES:
        blocks: tuple[Block, ...] = (Paragraph(LEGEND), Picture(drawing, outline(drawing)))
        return Section("map", "Map", blocks)
    near = drawing.around(drawing.nodes[0].id, 1)
    said = (
        f"The map has {plural(len(drawing.nodes), 'box', 'boxes')}, too many to be read as one "
        "picture. Drawn is what is one arrow away from the first option; the table has them all, "
        "and `argue graph CASE --focus ID` draws what is near any of them."
    )
    blocks = (Paragraph(said), Paragraph(LEGEND), Picture(near, outline(near)), _table(drawing))
    return Section("map", "Map", blocks)


def _table(drawing: Drawing) -> Table:
    """Answers every box with its standing and what attacks it."""
    rows = tuple(
        (
            node.id,
            f"{node.glyph} {node.standing}",
            f"{node.heading}: {node.text}",
            "; ".join(_attackers(drawing, node.id)) or "nothing",
        )
        for node in drawing.nodes
    )
    return Table(("id", "standing", "what it says", "attacked by"), rows, "Every box of the map")


def _attackers(drawing: Drawing, head: str) -> list[str]:
    one_way = [a.tail for a in drawing.arrows if a.head == head and not a.support]
    return [*one_way, *(a.head for a in drawing.arrows if a.mutual and a.tail == head)]
