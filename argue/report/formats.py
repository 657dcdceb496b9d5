"""The formats a report is written in, and the one function that writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import PurePath
from types import MappingProxyType

from argue.errors import UnknownId
from argue.report.content import Report
from argue.report.full import Audience, full_report
from argue.verdict.result import Analysis

FORMATS: Mapping[str, str] = MappingProxyType(
    {"text": ".txt", "markdown": ".md", "html": ".html", "latex": ".tex", "json": ".json"}
)
"""The formats and the suffix that chooses each; a module of the same name renders the first."""

OTHER_SUFFIXES: Mapping[str, str] = MappingProxyType({".markdown": "markdown", ".htm": "html"})


def render(analysis: Analysis, form: str = "text", audience: Audience | str = "analyst") -> str:
    """Answers the full report of an analysis in a format, ending in a newline.

    Raises: UnknownId for a format or an audience there is none of.
    """
    if form not in FORMATS:
        raise UnknownId("format", form, tuple(FORMATS))
    report = full_report(analysis, audience)
    if form == "json":
        from argue.report import plain_data  # noqa: PLC0415  (only JSON needs it)

        return plain_data.render(report, analysis, str(audience))
    if form == "html":
        from argue.report import html  # noqa: PLC0415  (only pages need it)

        return html.render(report, analysis)
    rendered: Callable[[Report], str] = import_module(f"argue.report.{form}").render
    return rendered(report)


def format_of(file: str | None) -> str:
    """Answers the format that a file's suffix chooses; text without a file or suffix.

    Raises: UnknownId for a suffix that no format has.
    """
    suffix = PurePath(file or "").suffix.lower()
    chosen = {**{known: name for name, known in FORMATS.items()}, **OTHER_SUFFIXES, "": "text"}
    if suffix not in chosen:
        raise UnknownId("suffix of a report", suffix, [name for name in chosen if name])
    return chosen[suffix]
