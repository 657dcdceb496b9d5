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
    return library.svg2pdf(bytestring=source.encode("utf-8"))


def _library(form: str) -> Any:
    try:
        return import_module("cairosvg")
    except (ImportError, OSError) as error:  # OSError: it is installed, but Cairo itself is not
        raise ArgueError(
            f"a picture in {form} needs cairosvg and the Cairo library: "
            "pip install 'argue-norms[pictures]'; svg needs neither"
        ) from error
