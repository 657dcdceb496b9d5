"""Reports as JSON: the sections with their blocks, the analysis, and what it takes to run it again.

The text of the case stands in the report, so that a report can be checked years later by whoever
has only the report: whether it still holds, and whether anybody changed it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import PurePath
from typing import Any, cast

from argue import registry
from argue.model.case import Case
from argue.model.version import VERSION
from argue.report.content import Report
from argue.report.sections.method import command
from argue.verdict.result import Analysis

SCHEMA = "argue/report/v1"


def data_of(report: Report, analysis: Analysis, audience: str) -> dict[str, Any]:
    """Answers a report as nested dictionaries and lists, every block with its `type`."""
    return {
        "schema": SCHEMA,
        "audience": audience,
        "title": report.title,
        "question": report.question,
        "sections": sections_of(report),
        "reproduce": _reproduce(analysis),
        "analysis": analysis.to_dict(),
    }


def sections_of(report: Report) -> list[dict[str, Any]]:
    """Answers the sections of a report as plain data."""
    return [
        {"key": s.key, "title": s.title, "blocks": [_typed(block) for block in s.blocks]}
        for s in report.sections
    ]


def render(report: Report, analysis: Analysis, audience: str) -> str:
    """Answers the same as JSON text, all in ASCII, ending in a newline."""
    return json.dumps(data_of(report, analysis, audience), indent=2) + "\n"


def _reproduce(analysis: Analysis) -> dict[str, Any]:
    """Answers what it takes to run an analysis again: programs by version, command, case, settings.

    The settings stand with the analysis.
    """
    case = analysis.case
    return {
        "command": command(analysis),
        "versions": {"argue": VERSION, **_versions(case)},
        "case": {
            "file": PurePath(case.file or case.id).name,
            "sha256": case.sha256,
            "text": case.written,
        },
    }


def _versions(case: Case) -> Mapping[str, str]:
    """Answers the versions of what decides beside this program: the solver, and plug-ins."""
    from importlib.metadata import version  # noqa: PLC0415  (40 ms)

    plugins = (registry.distribution_of(use.type) for use in case.frameworks)
    return {"clingo": version("clingo"), **{n: v for n, v in plugins if n}}


def _typed(block: Any) -> dict[str, Any]:
    return {"type": type(block).__name__.lower(), **_data(block)}


def _data(value: Any) -> Any:
    if is_dataclass(value):
        return {entry.name: _data(getattr(value, entry.name)) for entry in fields(value)}
    if isinstance(value, tuple):
        return [_data(each) for each in cast("tuple[Any, ...]", value)]
    return str(value) if isinstance(value, str) else value
