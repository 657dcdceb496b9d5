"""`argue solve`: the tasks, formats and answers of the ICCMA competitions on bare graphs."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from argue.cli.output import shown
from argue.cli.watch import timeout_option_of

if TYPE_CHECKING:
    from argue.model.af import AF
    from argue.semantics.competition import Task

CHUNK = 4000
"""Characters written at once, whole lines only: a pipe takes as many in one piece."""


@click.command("solve", epilog="Example:  argue solve -p DS-PR -f graph.af -a 5")
@click.option("-p", "--problem", metavar="TASK", help="The task, such as EE-PR, SE-ST or DS-PR.")
@click.option("-f", "--file", metavar="FILE", help="The graph; - for stdin, with -fo.")
@click.option("-a", "--argument", metavar="ID", help="The query of a DC or DS task.")
@click.option("-fo", "--format", "form", metavar="FORMAT", help="Default: by the suffix of FILE.")
@click.option("--limit", type=click.IntRange(min=0), help="At most so many extensions (EE).")
@click.option("--verify", is_flag=True, help="Check every extension by other means.")
@timeout_option_of(
    "Give up after so many seconds (exit code 124).",
    "allow more, or ask for one extension (SE), the first (--limit) or one argument (DC, DS)",
)
@click.option(
    "--uncertain",
    metavar="ID or ID->ID",
    multiple=True,
    help="An argument or attack that may not be there (DC, DS); may be repeated.",
)
@click.option("--problems", is_flag=True, help="List the tasks, and end.")
@click.option("--formats", is_flag=True, help="List the formats, and end.")
def command(  # noqa: PLR0913  (one parameter an option of the command)
    *,
    problem: str | None,
    file: str | None,
    argument: str | None,
    form: str | None,
    limit: int | None,
    verify: bool,
    timeout: float | None,
    uncertain: tuple[str, ...],
    problems: bool,
    formats: bool,
) -> None:
    """Answer one task about a graph, as solvers in the ICCMA 2023 competition do.

    A task is a question (EE all extensions, SE one, CE how many, DC or DS whether some or every
    extension has the argument) and a semantics (CO PR ST SST STG GR ID, and CF NA AD EA).

    With --uncertain the graph is incomplete: said is whether the argument is so accepted in some
    completion (possible) and in all of them (necessary).
    """
    from argue.io.graphs import FORMATS, load_af  # noqa: PLC0415  (not needed for --help)
    from argue.semantics.competition import answer, task_of, tasks  # noqa: PLC0415  (as above)

    started = time.monotonic()
    if problems or formats:
        write_lines([f"[{','.join(tasks() if problems else FORMATS)}]"])
        return
    if problem is None or file is None:
        raise click.UsageError("a task and a graph are needed: argue solve -p SE-PR -f graph.af")
    task = task_of(problem, argument)
    check_query(task)
    deadline = None if timeout is None else started + timeout
    af = load_af(file, form)
    if uncertain:
        write_lines(over_completions(af, task, uncertain, deadline))
        return
    write_lines(answer(af, task, limit=limit, verify=verify, deadline=deadline))


def check_query(task: Task) -> None:
    """Raises: click.UsageError where a query is lacking, or given and not wanted."""
    if task.needs_query and task.query is None:
        raise click.UsageError(f"{task.code} is about an argument: add -a ID")
    if task.query is not None and not task.needs_query:
        raise click.UsageError(f"{task.code} is not about one argument: leave -a out")


def over_completions(
    af: AF, task: Task, uncertain: Iterable[str], deadline: float | None
) -> Iterator[str]:
    """Answers whether a query is accepted in some and in every completion of a graph.

    Raises: click.UsageError for a task that is not about one argument.
    """
    from argue.semantics.tasks import Mode  # noqa: PLC0415  (only for incomplete graphs)
    from argue.semantics.variants.incomplete import (  # noqa: PLC0415  (as above)
        IncompleteAF,
        necessary,
        possible,
    )

    if task.query is None:
        raise click.UsageError(f"--uncertain goes with DC and DS; {task.code} asks something else")
    incomplete = IncompleteAF.named(af, uncertain)
    mode = Mode.CREDULOUS if task.code.startswith("DC") else Mode.SCEPTICAL
    for word, asked in (("possible", possible), ("necessary", necessary)):
        holds = asked(incomplete, task.semantics, task.query, mode, deadline=deadline)
        yield f"{word} {'YES' if holds else 'NO'}"


def write_lines(lines: Iterable[str]) -> None:
    """Write lines to stdout as they come, so that no end of the process leaves half of one."""
    for chunk in chunks(lines):
        sys.stdout.write(shown(chunk) if sys.stdout.isatty() else chunk)
        sys.stdout.flush()


def chunks(lines: Iterable[str]) -> Iterator[str]:
    """Answers lines put together to texts of about CHUNK characters; what is there before an error.

    Whatever ends the lines early, an error or an interrupt, comes after the lines before it.
    """
    waiting: list[str] = []
    size = 0
    try:
        for line in lines:
            if size + len(line) >= CHUNK and waiting:
                yield "".join(waiting)
                waiting, size = [], 0
            waiting.append(f"{line}\n")
            size += len(line) + 1
    except Exception:
        if waiting:
            yield "".join(waiting)
        raise
    if waiting:
        yield "".join(waiting)
