"""The formats a picture is written in, and the one function that draws it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType

from argue.errors import UnknownId
from argue.report.pictures.drawing import Drawing
from argue.report.pictures.selection import complete, folded
from argue.verdict.result import Analysis

FORMATS: Mapping[str, str] = MappingProxyType(
    {"svg": "svg", "dot": "dot", "graphml": "graphml", "gv": "dot"}
)
"""Format or suffix -> the module of this package, and its function, that writes it."""


def draw(
    analysis: Analysis,
    form: str = "svg",
    *,
    full: bool = False,
    focus: str | None = None,
    radius: int = 1,
) -> str:
    """Answers the graph of an analysis as a picture, ending in a newline.

    `full` shows every argument instead of those the verdict hangs on; `focus` only what lies
    within `radius` arrows of one. Raises: UnknownId for a format or a focus there is none of.
    """
    if form not in FORMATS:
        raise UnknownId("format of a picture", form, tuple(FORMATS))
    drawing = complete(analysis) if full else folded(analysis)
    if focus is not None:
        drawing = drawing.around(focus, radius)
    write: Callable[[Drawing], str] = getattr(
        import_module(f"argue.report.pictures.{FORMATS[form]}"), FORMATS[form]
    )
    return write(drawing)
