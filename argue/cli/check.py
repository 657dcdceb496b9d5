"""`argue check`: which case files can be read, and everything that is wrong with the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from argue.cli.exits import Exit, code_of, explain
from argue.cli.output import as_json, write
from argue.cli.parameters import CaseName, json_option
from argue.cli.watch import watch_option
from argue.errors import ArgueError, CaseError, Problem

if TYPE_CHECKING:
    from argue.model.case import Case

SHOWN = ("code", "message", "path", "line", "column", "length", "help")
"""The fields of a problem that are given as data."""


@click.command("check", epilog="Example:  argue check my-case.yaml transmitter-room")
@click.argument("cases", type=CaseName(), nargs=-1, required=True, metavar="CASE...")
@watch_option
@json_option
@click.option("-q", "--quiet", is_flag=True, help="Say nothing about cases that are in order.")
def command(*, cases: tuple[str, ...], as_data: bool, quiet: bool) -> int:
    """Read each CASE and report all problems at once, with line, column and what to write.

    Keys by names they had before are warned of; argue upgrade renames them. Ends with exit code 65
    if a case has problems, 66 if one is not there.
    """
    from argue.io.problems import render  # noqa: PLC0415  (not needed for --help)
    from argue.report.inert import inert  # noqa: PLC0415  (not needed for --help)

    worst = Exit.DONE
    found: list[dict[str, Any]] = []
    warned: list[dict[str, Any]] = []
    for name in cases:
        try:
            old = read_through(name).old_keys
        except ArgueError as error:
            worst = max(worst, code_of(error) if as_data else explain(error))
            found += problems(name, error)
            continue
        warned += [{"file": name, **shown(key)} for key in old]
        if old and not as_data:
            click.echo(render(old, file=name), err=True)
        if not quiet and not as_data:
            write(f"{inert(name)}: in order")
    if as_data:
        write(as_json({"problems": found, "warnings": warned}))
    return worst


def read_through(name: str) -> Case:
    """Answers a case, read with its rules, its game and what its frameworks make of its numbers.

    Raises: ArgueError if anything in it is wrong.
    """
    from argue.construct.given import as_given  # noqa: PLC0415  (not needed for --help)
    from argue.construct.hearing import framework_source  # noqa: PLC0415  (not needed for --help)
    from argue.construct.worlds import has_intervals  # noqa: PLC0415  (not needed for --help)
    from argue.io.case import load_case  # noqa: PLC0415  (not needed for --help)

    case = load_case(name)
    if case.rules:
        from argue.construct.rules import rules_with_facts  # noqa: PLC0415  (rare, slow)

        rules_with_facts(case)
    case = as_given(case)
    for use in case.frameworks if not has_intervals(case) else ():
        framework_source(case, use, complete=False)
    return case


def problems(name: str, error: ArgueError) -> list[dict[str, Any]]:
    """Answers what is wrong with one case, as data."""
    if not isinstance(error, CaseError):
        return [{"file": name, "message": str(error)}]
    return [{"file": error.file, **shown(problem)} for problem in error.problems]


def shown(problem: Problem) -> dict[str, Any]:
    """Answers one problem as data."""
    return {name: getattr(problem, name) for name in SHOWN}
