"""Pages of the seminar: one file each, without a network, escaped, under a strict policy.

Style sheets and scripts are files beside the templates, put into the page and known to its
security policy by their digests.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from argue.report.inert_html import environment

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

CONTENT_LANGUAGE = "en"
"""The language of what the engine and the bundled cases say, whatever the interface speaks."""


def page(template: str, *, style: str, script: str = "", **content: Any) -> str:
    """Answers a template of the seminar filled in, with a style sheet and perhaps a script."""
    from markupsafe import Markup  # noqa: PLC0415  (only pages need it)

    styles = packaged("common.css") + packaged(style)
    scripts = packaged(script) if script else ""
    made = _environment().get_template(template)
    # Both are files of this package and hold nothing of a case.
    return made.render(style=Markup(styles), script=Markup(scripts), **content).rstrip() + "\n"


def picture(svg: str) -> Markup:
    """Answers a drawing as markup, which has escaped its own text."""
    from markupsafe import Markup  # noqa: PLC0415  (only pages need it)

    return Markup(svg)


@cache
def packaged(name: str) -> str:
    """Answers a file that lies beside the templates."""
    folder = resources.files("argue.seminar").joinpath("templates")
    return folder.joinpath(name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    return environment(packaged)
