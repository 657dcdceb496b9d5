"""Reports as one self-contained HTML page: no network, readable on paper in grey.

The page runs its own script and no other, and is whole without it: the script adds the what-if
and the slides.
"""

from __future__ import annotations

import json
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib import resources
from typing import TYPE_CHECKING, Any

from argue.report.content import Chart, Picture, Report
from argue.report.inert import inert
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


def embedded(data: Any) -> str:
    """Answers data as JSON that can stand inside an element of a page and never ends it."""
    text = json.dumps(data, separators=(",", ":"), ensure_ascii=False)
    return "".join(f"\\u{ord(c):04x}" if c in "<>&\u2028\u2029" else c for c in text)


def digest(text: str) -> str:
    """Answers what a security policy knows a script or style sheet of a page by."""
    return f"sha256-{b64encode(sha256(str(text).encode('utf-8')).digest()).decode()}"


def _packaged(name: str) -> str:
    return resources.files("argue.report").joinpath(name).read_text(encoding="utf-8")


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
    environment.filters["chart"] = _chart
    environment.filters["digest"] = _digest
    environment.tests["kind"] = _is_kind
    return environment.from_string(_packaged("templates/report.html.j2"))


def _shown(value: object) -> object:
    """Answers what a template writes for a value: text inert, all else as it is."""
    if not isinstance(value, str) or hasattr(value, "__html__"):
        return value
    return "\n".join(inert(line) for line in value.split("\n"))


def _picture(block: Picture) -> Markup:
    """Answers a drawing as markup, which escapes its own text."""
    from markupsafe import Markup  # noqa: PLC0415  (only pages need it)

    return Markup(svg(block.drawing))


def _digest(text: str) -> Markup:
    """Answers a digest as markup, since a policy is no text to be escaped."""
    from markupsafe import Markup  # noqa: PLC0415  (only pages need it)

    return Markup(digest(text))


def _chart(block: Chart) -> Markup:
    """Answers a chart as markup, which escapes its own text."""
    from markupsafe import Markup  # noqa: PLC0415  (only pages need it)

    return Markup(chart_svg(block.chart))


def _is_kind(value: Any, other: Any) -> bool:
    return type(value).__name__ == other
