"""The tasks and answers of the ICCMA competitions: the only place that knows their codes.

Source: ICCMA 2023, rules for solvers; EE and CE as in the competitions before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from argue.errors import OutOfBudget, SolverError, UnknownId
from argue.model.af import AF
from argue.semantics.definitions import Extension
from argue.semantics.table import TABLE, Semantics
from argue.semantics.tasks import Mode, accepted, count, enumerated, one

FEW = 8
"""One in so many arguments is few: of more, all arguments are gone through, and not sorted."""


class Question(StrEnum):
    """What is asked."""

    ALL = "EE"
    SOME = "SE"
    COUNT = "CE"
    CREDULOUS = "DC"
    SCEPTICAL = "DS"


@dataclass(frozen=True, slots=True)
class Task:
    """A question about a semantics, and the argument it is about if it is about one."""

    question: Question
    semantics: Semantics
    query: str | None = None

    @property
    def code(self) -> str:
        """The task's code, such as DS-PR."""
        return f"{self.question}-{TABLE[self.semantics].code}"

    @property
    def needs_query(self) -> bool:
        """Whether the question is about one argument."""
        return self.question in (Question.CREDULOUS, Question.SCEPTICAL)


def tasks() -> tuple[str, ...]:
    """Answers the code of every task."""
    return tuple(Task(question, semantics).code for question in Question for semantics in Semantics)


def task_of(code: str, query: str | None = None) -> Task:
    """Answers the task of a code; a semantics may also be given by its name, as in EE-naive.

    Raises: UnknownId.
    """
    question, _, name = code.partition("-")
    codes = {row.code: semantics for semantics, row in TABLE.items()}
    semantics = codes.get(name.upper()) or _by_name(name)
    if question.upper() not in list(Question) or semantics is None:
        raise UnknownId("task", code, tasks())
    return Task(Question(question.upper()), semantics, query)


def answer(
    af: AF,
    task: Task,
    *,
    limit: int | None = None,
    verify: bool = False,
    deadline: float | None = None,
) -> Iterator[str]:
    """Answers the lines of the answer to a task, the extensions of EE one by one.

    `limit` bounds the extensions of EE. With `verify` every extension is checked before its line.
    Raises: UnknownId for the query; SolverError for an answer that fails the check; OutOfBudget,
    for EE after the extensions that were found until then.
    """
    if task.question is Question.ALL:
        found = enumerated(af, task.semantics, limit=limit, deadline=deadline)
        return _lines(af, task, _listed(found), verify)
    if task.question is Question.COUNT:
        return iter([str(_counted(af, task, deadline))])
    if task.question is Question.SOME:
        some = one(af, task.semantics, deadline=deadline)
        return iter(["NO"]) if some is None else _lines(af, task, [some], verify)
    return _decided(af, task, verify=verify, deadline=deadline)


def _decided(af: AF, task: Task, *, verify: bool, deadline: float | None) -> Iterator[str]:
    query = task.query or ""
    mode = Mode.CREDULOUS if task.question is Question.CREDULOUS else Mode.SCEPTICAL
    found = accepted(af, task.semantics, query, mode, deadline=deadline)
    shown = found.witness if found else found.counterexample
    lines = [] if shown is None else list(_lines(af, task, [shown], verify))
    if shown is not None and verify and (query in shown) != (mode is Mode.CREDULOUS):
        raise SolverError(f"the certificate says the opposite about {query!r}")
    yield "YES" if found else "NO"
    yield from lines


def _listed(found: Iterator[Extension]) -> Iterator[Extension]:
    """Answers the extensions one by one; says so where time runs out before the last."""
    listed = 0
    try:
        for members in found:
            listed += 1
            yield members
    except OutOfBudget as error:
        raise OutOfBudget(
            f"partial answer: time ran out after {listed} extensions; there may be more: "
            "--limit N lists the first, CE counts them"
        ) from error


def _counted(af: AF, task: Task, deadline: float | None) -> int:
    try:
        return count(af, task.semantics, deadline=deadline)
    except OutOfBudget as error:
        raise OutOfBudget(
            "time ran out before all extensions were counted; allow more, or ask for one (SE) or "
            "about one argument (DC, DS)"
        ) from error


def _lines(af: AF, task: Task, found: Iterable[Extension], verify: bool) -> Iterator[str]:
    for members in found:
        if verify:
            _verify(af, task, members)
        if len(members) * FEW < len(af):
            yield " ".join(["w", *sorted(members, key=af.index_of)])
        else:
            yield " ".join(["w", *(each for each in af.arguments if each in members)])


def _verify(af: AF, task: Task, members: Extension) -> None:
    from argue.semantics.certificates import objection  # noqa: PLC0415  (only to verify)

    wrong = objection(af, task.semantics, members)
    if wrong is not None:
        raise SolverError(f"this answer is wrong, which is a bug: {wrong}")


def _by_name(name: str) -> Semantics | None:
    return Semantics(name) if name in list(Semantics) else None
