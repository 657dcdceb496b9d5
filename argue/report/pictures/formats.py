"""The formats a picture is written in, and the one function that draws it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any

from argue.errors import ArgueError, UnknownId
from argue.report.pictures.drawing import Drawing
from argue.report.pictures.selection import complete, folded
from argue.verdict.result import Analysis

FORMATS: Mapping[str, str] = MappingProxyType(
    {"svg": "svg", "dot": "dot", "graphml": "graphml", "tikz": "tikz", "gv": "dot"}
)
"""Format or suffix -> the module of this package, and its function, that writes it."""

CONVERTED = ("png", "pdf")
"""Formats that are made of the SVG, by an extra; not text."""


def draw(  # noqa: PLR0913  (one keyword a choice of the command line)
    analysis: Analysis,
    form: str = "svg",
    *,
    full: bool = False,
    focus: str | None = None,
    radius: int = 1,
    position: int | None = None,
) -> str:
    """Answers the graph of an analysis as a picture, ending in a newline.

    `full` shows every argument instead of those the verdict hangs on; `focus` only what lies
    within `radius` arrows of one; `position`, for SVG, one position in three bands instead.
    Raises: UnknownId for a format, a focus or a position there is none of.
    """
    if form not in FORMATS:
        raise UnknownId("format of a picture", form, (*FORMATS, *CONVERTED))
    if position is not None:
        return _bands(analysis, position, form)
    drawing = complete(analysis) if full else folded(analysis)
    if focus is not None:
        drawing = drawing.around(focus, radius)
    write: Callable[[Drawing], str] = getattr(
        import_module(f"argue.report.pictures.{FORMATS[form]}"), FORMATS[form]
    )
    return write(drawing)


def picture(analysis: Analysis, form: str, **choices: Any) -> bytes:
    """Answers the same as `draw`, in a format that is not text.

    Raises: UnknownId for another format; ArgueError naming the extra that it needs.
    """
    if form not in CONVERTED:
        raise UnknownId("format of a picture that is not text", form, CONVERTED)
    from argue.report.pictures.raster import converted  # noqa: PLC0415  (only these need it)

    return converted(draw(analysis, "svg", **choices), form)


def _bands(analysis: Analysis, position: int, form: str) -> str:
    from argue.report.pictures.bands import bands_of  # noqa: PLC0415  (rarely asked for)
    from argue.report.pictures.svg import bands_svg  # noqa: PLC0415  (rarely asked for)

    if form != "svg":
        raise ArgueError(f"a position in bands is drawn as svg, png or pdf, not as {form}")
    return bands_svg(bands_of(analysis, position))
