"""Reports as JSON: the sections with their blocks, and the analysis they were written from."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any, cast

from argue.report.content import Report
from argue.verdict.result import Analysis

SCHEMA = "argue/report/v1"


def data_of(report: Report, analysis: Analysis, audience: str) -> dict[str, Any]:
    """Answers a report as nested dictionaries and lists, every block with its `type`."""
    return {
        "schema": SCHEMA,
        "audience": audience,
        "title": report.title,
        "question": report.question,
        "sections": [
            {"key": s.key, "title": s.title, "blocks": [_typed(block) for block in s.blocks]}
            for s in report.sections
        ],
        "analysis": analysis.to_dict(),
    }


def render(report: Report, analysis: Analysis, audience: str) -> str:
    """Answers the same as JSON text, all in ASCII, ending in a newline."""
    return json.dumps(data_of(report, analysis, audience), indent=2) + "\n"


def _typed(block: Any) -> dict[str, Any]:
    return {"type": type(block).__name__.lower(), **_data(block)}


def _data(value: Any) -> Any:
    if is_dataclass(value):
        return {entry.name: _data(getattr(value, entry.name)) for entry in fields(value)}
    if isinstance(value, tuple):
        return [_data(each) for each in cast("tuple[Any, ...]", value)]
    return str(value) if isinstance(value, str) else value
