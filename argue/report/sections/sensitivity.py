"""Section 3 with numbers: what would change the verdict, and how firm it is against each number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from argue.explain.break_even import BreakEvens, Turning, break_evens
from argue.explain.figures import figures_of
from argue.explain.flip_map import course, flip_map, range_near
from argue.explain.judge import Judge
from argue.explain.radius import radius
from argue.explain.sensitivity import MOST_FIGURES
from argue.model.verdict import Outcome
from argue.report.content import Block, Chart, Code, Paragraph, Section
from argue.report.pictures import chart_data, chart_tables
from argue.report.sections import change
from argue.report.sections.likely import bounds_of, chances_of
from argue.report.sections.method import command
from argue.report.words import plural
from argue.verdict.result import Analysis


def section(analysis: Analysis) -> Section:
    """Answers what would change the verdict, its numbers with three charts."""
    return _with(analysis, _numbers(analysis, maps=True))


def short_section(analysis: Analysis) -> Section:
    """Answers the same with the one chart of how far numbers can move."""
    return _with(analysis, _numbers(analysis, maps=False))


def _with(analysis: Analysis, numbers: Iterator[Block]) -> Section:
    before = change.section(analysis)
    if analysis.outcome in (Outcome.SILENT, Outcome.UNDEFINED):
        return before
    blocks = (*before.blocks, *numbers, *chances_of(analysis), *bounds_of(analysis))
    return replace(before, blocks=blocks)


def _numbers(analysis: Analysis, *, maps: bool) -> Iterator[Block]:
    """Yields how firm the verdict is against its numbers, where they can be gone through here."""
    number = len(figures_of(analysis.case, analysis.given))
    if not number:
        return
    if number > MOST_FIGURES or Judge.of(analysis).hearing is None:
        yield from _elsewhere(analysis, number)
        return
    found = break_evens(analysis)
    yield Paragraph(_summary(found))
    if any(turning.figure.table != "levels" for turning in found.turnings):
        yield Paragraph(radius(analysis, search=False).sentences[0])
    turning = [t for t in found.turnings if t.nearest is not None]
    if turning:
        yield Chart(chart_data.tornado(found), chart_tables.of_tornado(found))
    if turning and maps:
        yield from _maps(analysis, turning[:2])


def _elsewhere(analysis: Analysis, number: int) -> Iterator[Block]:
    """Yields the command that goes through the numbers, and how it differs from this analysis."""
    setup = analysis.setup
    told = replace(setup, semantics="preferred", flat=False, compliance=None)
    parts = [] if setup.compliance is None else ["at the case's own level of compliance"]
    if setup.flat or setup.semantics != told.semantics:
        parts.append("under the preferred semantics, within each ranking")
    where = "".join(f", {part}" for part in parts)
    yield Paragraph(f"How far its {plural(number, 'number')} can move{where}, this tells:")
    yield Code(command(replace(analysis, setup=told), "sensitivity"), "sh")


def _summary(found: BreakEvens) -> str:
    """Answers how many numbers can change a status by themselves, and which one soonest."""
    turning = tuple(t for t in found.turnings if t.nearest is not None)
    if not turning:
        return found.sentences[0]
    whole = plural(len(found.turnings), "number")
    can = (
        "can change a status by itself"
        if len(turning) == 1
        else "can change a status, each by itself"
    )
    first = replace(found, turnings=turning[:1]).sentences
    return f"Of the {whole} of the case {len(turning)} {can}. The least room: {' '.join(first)}"


def _maps(analysis: Analysis, turning: Sequence[Turning]) -> Iterator[Block]:
    paths = [t.figure.path for t in turning]
    bounds = [range_near(t) for t in turning]
    along = course(analysis, paths[0], bounds=bounds[0])
    yield Chart(chart_data.strip(along), chart_tables.of_strip(chart_data.strip(along)))
    if len(paths) == 2 and all(t.exact for t in turning):
        found = flip_map(analysis, (paths[0], paths[1]), bounds=(bounds[0], bounds[1]))
        areas = chart_data.areas(found)
        yield Chart(areas, chart_tables.of_areas(areas))
