"""Reports as one self-contained HTML page: no network, readable on paper in grey.

The page runs its own script and no other, and is whole without it: the script adds the what-if
and the slides.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from argue.report.content import Chart, Picture, Report
from argue.report.inert_html import embedded, environment
from argue.report.page.model import whatif_data
from argue.report.pictures.charts import chart_svg
from argue.report.pictures.svg import svg
from argue.report.words import GLYPHS, STANDING
from argue.verdict.result import Analysis

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

SOLVER = ("solver", "labels", "words", "sufficient", "pictures")
SCRIPTS = (*SOLVER, "state", "controls", "slides", "start")
"""The parts of the page's script, in order; they share one scope and nothing outside it.

Those of SOLVER need no page.
"""


def render(report: Report, analysis: Analysis) -> str:
    """Answers a report as an HTML page, ending in a newline; all text in it is escaped."""
    from markupsafe import Markup  # noqa: PLC0415  (only pages need it)

    data = whatif_data(analysis)
    page = _template().render(
        report=report,
        glyphs=GLYPHS,
        standings=STANDING,
        style=Markup(_packaged("page/page.css")),
        script=Markup(script()),
        refusal=data if isinstance(data, str) else "",
        data=Markup("" if isinstance(data, str) else embedded(data)),
    )
    return page + "\n"


@cache
def script() -> str:
    """Answers the script of a page."""
    return '(() => {\n"use strict";\n' + joined(*SCRIPTS) + "})();\n"


def joined(*names: str) -> str:
    """Answers parts of the script one after the other."""
    return "".join(_packaged(f"page/{name}.js").replace('"use strict";\n', "") for name in names)


def _packaged(name: str) -> str:
    return resources.files("argue.report").joinpath(name).read_text(encoding="utf-8")


@cache
def _template() -> Template:
    """The packaged page, compiled once; it escapes whatever it is given."""
    made = environment()
    made.filters["picture"] = _picture
    made.filters["chart"] = _chart
    made.tests["kind"] = _is_kind
    return made.from_string(_packaged("templates/report.html.j2"))


def _picture(block: Picture) -> Markup:
    """Answers a drawing as markup, which escapes its own text."""
    from markupsafe import Markup  # noqa: PLC0415  (only pages need it)

    return Markup(svg(block.drawing))


def _chart(block: Chart) -> Markup:
    """Answers a chart as markup, which escapes its own text."""
    from markupsafe import Markup  # noqa: PLC0415  (only pages need it)

    return Markup(chart_svg(block.chart))


def _is_kind(value: Any, other: Any) -> bool:
    return type(value).__name__ == other
