"""What norms make of each option, and how norms over time fare along its trace, step by step."""

from __future__ import annotations

from collections.abc import Iterator

from argue.logic.temporal.monitor import Course, Reading, Standing
from argue.model.case import Case, Norm
from argue.report.content import Block, Item, Items, Paragraph, Section, Table
from argue.report.words import listed, plain, plural, quoted, verb
from argue.verdict.permission import Permission, Permitted, permissions
from argue.verdict.result import Analysis

MOST_STEPS = 40
"""So many steps of one trace are shown; `argue norm` shows all."""


def section(analysis: Analysis) -> Section:
    """Answers how norms stand to each option, and a table of steps for each norm over time."""
    items = tuple(Item(_told(o, p)) for o, p in permissions(analysis).items())
    blocks: list[Block] = [Items(items)] if items else []
    for norm in analysis.case.norms.values():
        if norm.ltl or norm.pattern:
            blocks += _over_time(analysis.case, norm)
    return Section("norms", "What the norms say", tuple(blocks))


def _told(option: str, found: Permission) -> str:
    against, by = _names(found.against), _names(found.by)
    stands = verb(len(found.against), "prohibits", "prohibit")
    name = quoted(option)
    if found.word is Permitted.PROHIBITED:
        yields = f"; the express permission of {by} yields to it" if found.by else ""
        return f"{name} is prohibited: {against} {stands} it{yields}."
    if found.word is Permitted.OPEN:
        return f"{name} is prohibited in some position at least, where {against} {stands} it."
    if found.word is Permitted.WEAK:
        return f"{name} is weakly permitted: no norm that stands prohibits it."
    defeats = f", which defeats {_names(found.defeated)}" if found.defeated else ""
    permits = verb(len(found.by), "permits", "permit")
    return f"{name} is strongly permitted: {by} expressly {permits} it{defeats}."


def _names(norms: tuple[str, ...]) -> str:
    return f"the {'norm' if len(norms) == 1 else 'norms'} {listed(plain(norm) for norm in norms)}"


def _over_time(case: Case, norm: Norm) -> Iterator[Block]:
    from argue.report.courses import courses  # noqa: PLC0415  (rare, loads the automata)

    found = courses(case, norm)
    yield Paragraph(f"{plain(norm.id).capitalize()}, step by step: {norm.text}.")
    rows = [row for option, course in found.items() for row in _rows(option, course)]
    yield Table(("option", "step", "what holds", "standing", "why"), tuple(rows))


def _rows(option: str, course: Course) -> Iterator[tuple[str, ...]]:
    before = Standing.INACTIVE
    for reading in course.readings[:MOST_STEPS]:
        holding = ", ".join(plain(name) for name in reading.holding) or "nothing"
        why = _why(reading, before)
        yield option, str(reading.step), holding, str(reading.standing), why
        before = reading.standing
    more = len(course.readings) - MOST_STEPS
    if more > 0:
        yield option, "...", f"{plural(more, 'more step')} not shown", "", ""
    yield option, "end", "", *_ending(course)


def _why(reading: Reading, before: Standing) -> str:
    if reading.standing is Standing.ACTIVE:
        return "still owed" if before is Standing.ACTIVE else "from here on something is owed"
    if reading.standing is Standing.INACTIVE:
        return "what was owed is done" if before is Standing.ACTIVE else "nothing is owed"
    if reading.standing is Standing.REPAIRED:
        here = "breached and repaired" if reading.breach else "repaired"
        return f"{here} at this step" if before is not Standing.REPAIRED else "repaired before"
    return "breached at this step" if reading.breach else "breached before, not repaired"


def _ending(course: Course) -> tuple[str, str]:
    if course.ending is Standing.INACTIVE:
        return "kept", "never breached"
    steps = listed([str(step) for step in course.breaches])
    at = f"breached at {'step' if len(course.breaches) == 1 else 'steps'} {steps}" if steps else ""
    owed = "something was owed to the end" if course.owed else ""
    mended = "and made good" if course.ending is Standing.REPAIRED else ""
    said = "; ".join(part for part in (at, owed) if part)
    return str(course.ending), f"{said}, {mended}" if mended else said
