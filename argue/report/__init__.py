"""From an analysis to something people read: sections of typed content, and renderers of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argue.verdict.result import Analysis


def render(analysis: Analysis, form: str = "text", audience: str = "analyst") -> str:
    """Answers the full report of an analysis as `text`, `markdown`, `html` or `json`.

    `audience` is `analyst`, `student` or `engineer`: it decides what is unfolded, not what comes
    out. Raises: UnknownId for a format or an audience there is none of.
    """
    from argue.report import formats  # noqa: PLC0415  (importing a section needs none of them)

    return formats.render(analysis, form, audience)
