"""Where in its file something stands that turns out wrong once the case is argued about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from argue.errors import CaseError, FrameworkError, Problem, UnfitCase
from argue.io.nodes import LINE_END
from argue.model.case import Case, FrameworkUse

UNFIT = "C061"
"""The code of what a framework cannot judge as it stands."""


def located(case: Case, problem: Problem) -> Problem:
    """Answers a problem with its line and column: those of its path, or of the nearest above it.

    Unchanged where the case has no lines, having been read from a mapping.
    """
    path = problem.path
    while path and path not in case.places:
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    if not path:
        return replace(problem, line=case.lines.get(problem.path, problem.line))
    line, column, length = case.places[path]
    lines = LINE_END.split(case.written)
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    return replace(problem, line=line, column=column, length=length, text=text)


def case_error(case: Case, problems: Iterable[Problem]) -> CaseError:
    """Answers an error of a case whose problems carry their lines."""
    return CaseError([located(case, p) for p in problems], case.file or case.id)


def unfit(case: Case, use: FrameworkUse, error: FrameworkError) -> FrameworkError:
    """Answers why a framework cannot judge a case, with the line where the framework stands."""
    if isinstance(error, UnfitCase):
        return error
    problem = Problem(UNFIT, f"{use.id}: {error}", f"frameworks.{use.id}")
    return UnfitCase([located(case, problem)], case.file or case.id)
