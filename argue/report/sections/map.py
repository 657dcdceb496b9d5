"""Section 6: the arguments as a picture, and the same as a nested outline."""

from __future__ import annotations

from argue.report.content import Paragraph, Picture, Section
from argue.report.pictures.outline import outline
from argue.report.pictures.selection import folded
from argue.verdict.result import Analysis


def section(analysis: Analysis) -> Section:
    """Answers the picture of what the verdict hangs on."""
    drawing = folded(analysis)
    said = (
        "What an arrow points at, it attacks. ✓ accepted, ✗ rejected, ○ undecided, ◐ accepted in "
        "some positions only. An attack that needs a ranking names it; ⇄ stands where either "
        "defeats the other if its principle ranks higher."
    )
    return Section("map", "Map", (Paragraph(said), Picture(drawing, outline(drawing))))
