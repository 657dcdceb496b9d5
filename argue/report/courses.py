"""A norm over time as a reader sees it: its standing step by step along an option's trace."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from argue.construct.courses import monitor_of
from argue.errors import ArgueError, UnknownId
from argue.logic.temporal.machines import monitor_dot, reward_machine
from argue.logic.temporal.monitor import Course, Monitor, Standing
from argue.model.case import Case, Norm
from argue.report.inert import inert_lines

PENALTY = {Standing.VIOLATED: Fraction(-1)}
"""What a reward machine pays: -1 at a breach."""


def norm_over_time(case: Case, name: str | None) -> Norm:
    """Answers the norm of a case that is about time; the only one if no name is given.

    Raises: UnknownId for a name that is no such norm; ArgueError where there is none, or a name is
    needed to tell several apart.
    """
    timed = {norm.id: norm for norm in case.norms.values() if norm.ltl or norm.pattern}
    if name is not None:
        name = name.removeprefix("norm:")
        if name not in timed:
            raise UnknownId("norm over time", name, timed)
        return timed[name]
    if not timed:
        raise ArgueError(
            "no norm of this case is about time; give one ltl, such as G(asked -> F answered), or "
            "a pattern, such as {achieve: answered, after: asked}"
        )
    if len(timed) > 1:
        raise ArgueError(f"several norms are about time: name one of {', '.join(timed)}")
    return next(iter(timed.values()))


def watching(norm: Norm) -> Monitor:
    """Answers the monitor of a norm over time."""
    return monitor_of(norm.ltl, norm.pattern, norm.reparation)


def as_dot(norm: Norm) -> str:
    """Answers the monitor of a norm in DOT."""
    return monitor_dot(watching(norm)).rstrip("\n")


def as_reward_machine(norm: Norm) -> str:
    """Answers the monitor of a norm as a reward machine that pays -1 at a breach."""
    return reward_machine(watching(norm), PENALTY).rstrip("\n")


def courses(case: Case, norm: Norm, option: str | None = None) -> Mapping[str, Course]:
    """Answers how the norm fares along the trace of each option, or of one.

    Raises: UnknownId for an option the case does not have.
    """
    if option is not None and option not in case.options:
        raise UnknownId("option", option, case.options)
    chosen = case.options if option is None else {option: case.options[option]}
    monitor = watching(norm)
    return {
        name: monitor.follow([frozenset(step) for step in of.trace]) for name, of in chosen.items()
    }


def courses_text(case: Case, norm: Norm, found: Mapping[str, Course]) -> str:
    """Answers courses as plain text, a small table for each option."""
    blocks = ["\n".join(_table(case, name, course)) for name, course in found.items()]
    return inert_lines("\n\n".join([f"{norm.id}: {norm.text}", *blocks]))


def _table(case: Case, name: str, course: Course) -> Iterator[str]:
    yield f"{name} ({case.options[name].text}): {_ending(course)}"
    rows = [("step", "what holds", "standing")]
    for reading in course.readings:
        standing = f"{reading.standing}{' (breach)' if reading.breach else ''}"
        rows.append((str(reading.step), ", ".join(reading.holding) or "nothing", standing))
    width = max(len(row[1]) for row in rows)
    for step, holding, standing in rows:
        yield f"  {step:>4}  {holding:{width}}  {standing}"


def _ending(course: Course) -> str:
    if course.ending is Standing.INACTIVE:
        return "kept"
    return f"{course.ending}{', with something still owed at the end' if course.owed else ''}"


def courses_data(norm: Norm, found: Mapping[str, Course]) -> dict[str, Any]:
    """Answers courses as plain data, schema `argue/courses/v1`."""
    return {
        "schema": "argue/courses/v1",
        "norm": norm.id,
        "options": {
            name: {
                "ending": str(course.ending),
                "owed": course.owed,
                "steps": [
                    {
                        "step": reading.step,
                        "holds": list(reading.holding),
                        "standing": str(reading.standing),
                        "breach": reading.breach,
                    }
                    for reading in course.readings
                ],
            }
            for name, course in found.items()
        },
    }
