"""`argue sensitivity`: how firm a verdict is against its numbers, facts and rankings."""

from __future__ import annotations

import time
from pathlib import PurePath
from typing import TYPE_CHECKING

import click

from argue.cli.analysed import case_argument, facts_option, frameworks_option, prioritize_option
from argue.cli.exits import Exit
from argue.cli.output import apart, as_json, write
from argue.cli.parameters import OptionId, format_output_option, json_option, settled
from argue.cli.progress import progress_of
from argue.cli.sentences import filled
from argue.cli.watch import timeout_option_of
from argue.errors import UnknownId

if TYPE_CHECKING:
    from argue.explain.sensitivity import Sensitivity
    from argue.model.case import Case
    from argue.verdict.result import Setup

FORMATS = ("text", "json", "svg")
SUFFIXES = {".txt": "text", ".json": "json", ".svg": "svg"}


@click.command(
    "sensitivity",
    epilog="Example:  argue sensitivity mask-mandate --option end -o numbers.svg",
)
@case_argument
@facts_option
@prioritize_option
@frameworks_option
@click.option(
    "--option",
    "option",
    metavar="OPTION",
    type=OptionId(),
    help="Whose status counts. Default: any.",
)
@click.option(
    "--number",
    "numbers",
    metavar="PATH",
    multiple=True,
    help="Of the numbers only this one, such as payoffs.end.driver. May be given twice.",
)
@timeout_option_of("End the search after so many seconds, and tell what was found (exit code 124).")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="Default: what the suffix of FILE says, else text.",
)
@json_option
@format_output_option
def command(  # noqa: PLR0913  (one parameter an option of the command)
    *,
    case: str,
    facts: tuple[tuple[tuple[str, bool], ...], ...],
    prioritize: tuple[tuple[tuple[str, str], ...], ...],
    frameworks: tuple[str, ...] | None,
    option: str | None,
    numbers: tuple[str, ...],
    timeout: float | None,
    form: str | None,
    as_data: bool,
    output: str | None,
) -> int:
    """Say how firm the verdict of CASE is.

    For every number the nearest values that change a status, with the room as a share of the range
    of its table; how large an error of all numbers at once is proved harmless, and one that is
    not; how probable each status is by the credences of disputed facts; what holds wherever
    numbers known only within bounds lie; which priorities would decide what is left open.

    As a picture (svg): how far each number can move; with one --number the statuses along it; with
    two the map of both.
    """
    from argue.explain.sensitivity import sensitivity_or_bound  # noqa: PLC0415  (not for --help)
    from argue.io.case import load_case  # noqa: PLC0415  (not needed for --help)
    from argue.verdict.result import Setup  # noqa: PLC0415  (not needed for --help)

    apart(output, case)
    wanted = _format(form, output, as_data=as_data)
    pairs = tuple(pair for ranking in prioritize for pair in ranking)
    setup = Setup(settled(facts), pairs, frameworks)
    if wanted == "svg":
        write(_picture(load_case(case), setup, option, numbers, timeout), output, color=False)
        return Exit.DONE
    with progress_of("numbers tried") as progress:
        found = sensitivity_or_bound(
            load_case(case),
            setup,
            option=option,
            paths=numbers or None,
            timeout=timeout,
            progress=progress,
        )
    if wanted == "json":
        from argue.explain.data import data_of  # noqa: PLC0415  (not needed for text)

        write(as_json(data_of(found, "argue/sensitivity/v1"), output), output)
    else:
        write(_told(found), output, color=False)
    return Exit.DONE if found.complete else Exit.OUT_OF_TIME


def _format(form: str | None, output: str | None, *, as_data: bool) -> str:
    suffix = PurePath(output or "").suffix.lower()
    if as_data and form not in (None, "json"):
        raise click.UsageError(f"--json and --format {form} contradict each other; give one")
    if as_data or form is not None:
        return "json" if as_data else str(form)
    if suffix and suffix not in SUFFIXES:
        raise UnknownId("suffix of an answer", suffix, SUFFIXES)
    return SUFFIXES.get(suffix, "text")


def _told(found: Sensitivity) -> str:
    lines: list[str] = []
    for title, sentences in found.parts:
        lines += [title, "─" * len(title), *filled(sentences), ""]
    return "\n".join(lines[:-1])


def _picture(
    case: Case,
    setup: Setup,
    option: str | None,
    numbers: tuple[str, ...],
    timeout: float | None,
) -> str:
    from argue.analysis import analyze_under  # noqa: PLC0415  (not needed for --help)
    from argue.explain.break_even import break_evens  # noqa: PLC0415  (not needed for --help)
    from argue.explain.flip_map import course, flip_map  # noqa: PLC0415  (not needed for --help)
    from argue.report.pictures import chart_data  # noqa: PLC0415  (not needed for --help)
    from argue.report.pictures.charts import chart_svg  # noqa: PLC0415  (not needed for --help)

    if len(numbers) > 2:
        raise click.UsageError("a picture shows all numbers, or those of --number, two at most")
    if numbers and option:
        raise click.UsageError("--option narrows the picture of all numbers: leave out --number")
    analysis = analyze_under(case, setup, timeout=timeout)
    end = None if timeout is None else time.monotonic() + timeout
    if len(numbers) == 2:
        found = flip_map(analysis, (numbers[0], numbers[1]), deadline=end)
        return chart_svg(chart_data.areas(found))
    if numbers:
        return chart_svg(chart_data.strip(course(analysis, numbers[0], deadline=end)))
    return chart_svg(chart_data.tornado(break_evens(analysis, option=option, timeout=timeout)))
