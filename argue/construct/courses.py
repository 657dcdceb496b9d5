"""Norms over time: which options breach them along their traces, at which step, and who repairs.

A norm may state what has to hold of the course of things, as a temporal formula (`ltl`) or as a
pattern; whatever its modality, that is what it demands. Each option's trace is followed once, and
what is found becomes part of the norm: `breached_by`, `repaired_by`, and `courses`, in words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

from argue.construct.places import case_error
from argue.construct.words import listed
from argue.errors import Problem
from argue.logic.formulas import FormulaError
from argue.logic.temporal.compiling import MOST_KEPT
from argue.logic.temporal.formulas import Formula, both
from argue.logic.temporal.monitor import Course, Monitor, Standing, monitor
from argue.logic.temporal.patterns import formula_of
from argue.logic.temporal.reading import parse_temporal
from argue.model.case import Case, Norm, Pattern

CODE = "C062"
"""The code of a norm over time that cannot be followed."""


def with_courses(case: Case) -> Case:
    """Answers the case with every norm over time held against the traces of the options.

    Raises: CaseError for a formula or pattern that cannot be read, that names a proposition no
    trace has, or where an option has no trace.
    """
    problems = list[Problem]()
    norms = {name: _followed(case, norm, problems) for name, norm in case.norms.items()}
    if problems:
        raise case_error(case, problems)
    return replace(case, norms=MappingProxyType(norms))


@lru_cache(MOST_KEPT)
def monitor_of(ltl: str | None, pattern: Pattern | None, reparation: str | None) -> Monitor:
    """Answers the monitor of what a norm demands over time.

    Raises: FormulaError for what cannot be read.
    """
    duties = [parse_temporal(ltl)] if ltl is not None else list[Formula]()
    if pattern is not None:
        duties.append(formula_of(pattern))
    duty = duties[0] if len(duties) == 1 else both(*duties)
    return monitor(duty, parse_temporal(reparation) if reparation is not None else None)


def _followed(case: Case, norm: Norm, problems: list[Problem]) -> Norm:
    if not (norm.ltl or norm.pattern):
        return norm
    found = _problems(case, norm)
    if found:
        problems += found
        return norm
    watching = monitor_of(norm.ltl, norm.pattern, norm.reparation)
    courses = {
        name: watching.follow([frozenset(step) for step in option.trace])
        for name, option in case.options.items()
    }
    breached = [n for n, course in courses.items() if course.ending is not Standing.INACTIVE]
    repaired = [n for n, course in courses.items() if course.ending is Standing.REPAIRED]
    return replace(
        norm,
        breached_by=tuple(dict.fromkeys((*norm.breached_by, *breached))),
        repaired_by=tuple(name for name in repaired if name not in norm.breached_by),
        courses=MappingProxyType({name: _in_words(courses[name]) for name in breached}),
    )


def _in_words(course: Course) -> str:
    """How a duty was breached: at which steps, and whether that was repaired."""
    ways = list[str]()
    if course.breaches:
        first = course.readings[course.breaches[0] - 1]
        held = f" ({listed(first.holding, 'and')})" if first.holding else ""
        steps = [str(step) for step in course.breaches]
        ways.append(f"at step {steps[0]}{held}" if len(steps) == 1 else f"at steps {listed(steps)}")
    if course.owed:
        ways.append("with something still owed at the end")
    if course.ending is Standing.REPAIRED:
        last = [r.step for r in course.readings if r.standing is Standing.REPAIRED][-1:]
        ways.append(f"repaired at step {last[0]}" if last else "repaired by the end")
    return ", ".join(ways)


def _problems(case: Case, norm: Norm) -> list[Problem]:
    where = f"norms.{norm.id}"
    if not norm.binds:
        message = f"the norm {norm.id!r} permits, so nothing over time can breach it"
        return [Problem(CODE, message, where, help="leave ltl and pattern out, or forbid")]
    try:
        names = monitor_of(norm.ltl, norm.pattern, norm.reparation).propositions
    except FormulaError as error:
        return [Problem(CODE, str(error), _place(norm, error), help=_HELP)]
    without = [name for name, option in case.options.items() if not option.trace]
    if without:
        message = f"the norm {norm.id!r} is about time, but {listed(without)} has no trace"
        return [Problem(CODE, message, where, help="give every option a trace")]
    known = {p for option in case.options.values() for step in option.trace for p in step}
    return [_unknown(norm, name, known) for name in names if name not in known]


_HELP = "for example ltl: G(asked -> F answered), or pattern: {achieve: answered, after: asked}"


def _unknown(norm: Norm, name: str, known: set[str]) -> Problem:
    message = f"the norm {norm.id!r} names {name!r}, which holds at no step of any trace"
    named = f"the traces name {listed(sorted(known))}" if known else "the traces name nothing"
    return Problem(CODE, message, f"norms.{norm.id}", help=named)


def _place(norm: Norm, error: FormulaError) -> str:
    texts: Mapping[str, str | None] = {"ltl": norm.ltl, "reparation": norm.reparation}
    keys = [key for key, text in texts.items() if text == error.text]
    return f"norms.{norm.id}.{keys[0] if keys else 'pattern' if norm.pattern else 'ltl'}"
