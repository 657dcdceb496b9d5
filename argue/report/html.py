"""Reports as one self-contained HTML page: no script, no network, readable on paper in grey."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from argue.report.content import Picture, Report
from argue.report.inert import inert
from argue.report.pictures.svg import svg
from argue.report.words import GLYPHS, STANDING

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup


def render(report: Report) -> str:
    """Answers a report as an HTML page, ending in a newline; all text in it is escaped."""
    return _template().render(report=report, glyphs=GLYPHS, standings=STANDING) + "\n"


@cache
def _template() -> Template:
    """The packaged page, compiled once; it escapes whatever it is given."""
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415  (only pages need it)

    environment = Environment(
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_shown,
    )
    environment.filters["picture"] = _picture
    environment.tests["kind"] = _is_kind
    text = resources.files("argue.report").joinpath("templates/report.html.j2")
    return environment.from_string(text.read_text(encoding="utf-8"))


def _shown(value: object) -> object:
    """Answers what a template writes for a value: text inert, all else as it is."""
    if not isinstance(value, str) or hasattr(value, "__html__"):
        return value
    return "\n".join(inert(line) for line in value.split("\n"))


def _picture(block: Picture) -> Markup:
    """Answers a drawing as markup, which escapes its own text."""
    from markupsafe import Markup  # noqa: PLC0415  (only pages need it)

    return Markup(svg(block.drawing))


def _is_kind(value: Any, other: Any) -> bool:
    return type(value).__name__ == other
