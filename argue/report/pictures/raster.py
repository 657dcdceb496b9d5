"""An SVG as PNG or PDF, by a library that comes with an extra."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from argue.errors import ArgueError

SCALE = 2.0
"""Pixels of a PNG for one of the SVG, so that it is sharp on paper."""


def converted(source: str, form: str) -> bytes:
    """Answers an SVG as `png` or `pdf`; raises ArgueError naming the extra where it is missing."""
    library = _library(form)
    if form == "png":
        return library.svg2png(bytestring=source.encode("utf-8"), scale=SCALE)
    return _undated(library).convert(bytestring=source.encode("utf-8"))


def _undated(library: Any) -> Any:
    """Answers what writes PDF without the time of day, so that files can be compared."""
    cairo = library.surface.cairo

    def begun(*given: Any) -> Any:
        surface = cairo.PDFSurface(*given)
        surface.set_metadata(cairo.PDF_METADATA_CREATE_DATE, "")
        return surface

    return type("Undated", (library.surface.PDFSurface,), {"surface_class": staticmethod(begun)})


def _library(form: str) -> Any:
    try:
        return import_module("cairosvg")
    except (ImportError, OSError) as error:  # OSError: it is installed, but Cairo itself is not
        raise ArgueError(
            f"a picture in {form} needs cairosvg and the Cairo library: "
            "pip install 'argue-norms[pictures]'; svg needs neither"
        ) from error
