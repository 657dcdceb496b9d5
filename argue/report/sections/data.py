"""The verdict as a program reads it: the part of the analysis that fits on a screen."""

from __future__ import annotations

import json

from argue.report.content import Code, Paragraph, Section
from argue.report.sections.method import command
from argue.verdict.result import Analysis

KEYS = ("schema", "version", "outcome", "dilemma", "positions", "partial")
"""The keys of the analysis that are shown as they are."""


def section(analysis: Analysis) -> Section:
    """Answers the status of every option and the positions as JSON, and how to get the rest."""
    whole = analysis.to_dict()
    shown = {key: whole[key] for key in KEYS}
    shown["options"] = {option: str(status) for option, status in analysis.statuses.items()}
    lines = [f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in shown.items()]
    text = "{\n" + ",\n".join(lines) + "\n}"
    said = Paragraph("The graph, the table of principles and the rest are in the whole:")
    whole_of_it = Code(command(analysis, "analyze", "--json"), "sh")
    return Section("data", "Data", (Code(text, "json"), said, whole_of_it))
