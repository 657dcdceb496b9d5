"""The justification report in full: sections in a fixed order, unfolded for a reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum
from types import MappingProxyType

from argue.errors import UnknownId
from argue.report.content import Report, Section
from argue.report.sections import (
    alone,
    answer,
    brief,
    cards,
    change,
    contest,
    data,
    map,
    method,
    norms,
    objections,
    open_points,
    positions,
    sensitivity,
    standards,
    uncertainty,
)
from argue.verdict.result import Analysis


class Audience(StrEnum):
    """Whom a report is for: it decides what is unfolded, never what comes out."""

    ANALYST = "analyst"
    STUDENT = "student"
    ENGINEER = "engineer"


Making = Callable[[Analysis], Section]

SECTIONS: Mapping[Audience, tuple[Making, ...]] = MappingProxyType(
    {
        Audience.ANALYST: (
            answer.full_section,
            brief.section,
            sensitivity.section,
            positions.full_section,
            alone.full_section,
            norms.section,
            map.section,
            cards.section,
            objections.section,
            standards.section,
            uncertainty.section,
            open_points.full_section,
            contest.section,
            method.section,
        ),
        Audience.STUDENT: (
            answer.full_section,
            brief.section,
            sensitivity.short_section,
            positions.section,
            alone.section,
            norms.section,
            map.section,
            uncertainty.section,
            open_points.section,
            contest.section,
            method.short_section,
        ),
        Audience.ENGINEER: (answer.section, change.section, method.reproduction, data.section),
    }
)
"""Whom a report is for -> its sections, in order."""


def full_report(analysis: Analysis, audience: Audience | str = Audience.ANALYST) -> Report:
    """Answers the report for an audience, its sections numbered.

    Raises: UnknownId for an audience there is none of.
    """
    if audience not in tuple(Audience):
        raise UnknownId("audience", str(audience), tuple(Audience))
    made = [make(analysis) for make in SECTIONS[Audience(audience)]]
    made = [section for section in made if section.blocks]
    numbered = [replace(s, title=f"{n}. {s.title}") for n, s in enumerate(made, 1)]
    return Report(analysis.case.title, analysis.case.question, tuple(numbered))
