"""`argue whatif`: a case before and after changes, or the smallest changes that flip an option."""

from __future__ import annotations

from typing import Any

import click

from argue.cli.analysed import case_argument, facts_option, frameworks_option, prioritize_option
from argue.cli.exits import Exit
from argue.cli.output import apart, as_json, write
from argue.cli.parameters import OptionId, json_option, output_option, settled
from argue.cli.progress import progress_of
from argue.cli.sentences import filled
from argue.cli.watch import timeout_option_of


class Setting(click.ParamType[tuple[str, Any]]):
    """A number's path with what it is set to: `payoffs.end.driver=-3`."""

    name = "path=number"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, Any]:
        """The path and the exact number."""
        from argue.io.value_kinds import parse_number  # noqa: PLC0415  (not needed for --help)

        path, equals, written = (part.strip() for part in value.partition("="))
        number = parse_number(written)
        if number is None:
            said = equals and f": {written!r} is no number that can be read exactly"
            self.fail(f"{value!r}{said}; write payoffs.option.standpoint=number", param, ctx)
        return path, number


@click.command(
    "whatif",
    epilog="Example:  argue whatif mask-mandate --set payoffs.continue.high_risk=-9",
)
@case_argument
@click.option("--set", "cells", type=Setting(), multiple=True, help="Set a number of the case.")
@facts_option
@prioritize_option
@frameworks_option
@click.option(
    "--flip",
    metavar="OPTION",
    type=OptionId(),
    help="Instead, search for the smallest changes that give OPTION another status.",
)
@timeout_option_of("Give up after so many seconds; a search of --flip tells what it found.")
@json_option
@output_option
def command(  # noqa: PLR0913  (one parameter an option of the command)
    *,
    case: str,
    cells: tuple[tuple[str, Any], ...],
    facts: tuple[tuple[tuple[str, bool], ...], ...],
    prioritize: tuple[tuple[tuple[str, str], ...], ...],
    frameworks: tuple[str, ...] | None,
    flip: str | None,
    timeout: float | None,
    as_data: bool,
    output: str | None,
) -> int:
    """Judge CASE before and after changes, and tell what changed through which arguments.

    Told are statuses and where the change began, arguments whose standing differs, those that hold
    under other conditions (=), came (+), went (-), or say something else (~). An objection is left
    out beside its reason.

    With --flip the smallest changes are searched instead, fewer before more: facts, rulings on
    challenges and new challenges, added priorities, dropped frameworks, and the nearest value of
    every number, by its share of the range of its table. At most two are changed together, two
    numbers only where nothing else will do. The other options then hold from the start.
    """
    from argue.analysis import analyze  # noqa: PLC0415  (not needed for --help)
    from argue.explain.data import data_of  # noqa: PLC0415  (not needed for --help)
    from argue.explain.difference import difference  # noqa: PLC0415  (not needed for --help)
    from argue.explain.figures import with_cell  # noqa: PLC0415  (not needed for --help)
    from argue.explain.flips import flips  # noqa: PLC0415  (not needed for --help)
    from argue.io.case import load_case  # noqa: PLC0415  (not needed for --help)

    apart(output, case)
    read = altered = load_case(case)
    for path, number in cells:
        altered = with_cell(altered, path, number)
    after = analyze(
        altered,
        facts=settled(facts),
        priorities=tuple(pair for ranking in prioritize for pair in ranking),
        frameworks=frameworks,
        timeout=timeout if flip is None else None,
    )
    complete = True
    if flip is None:
        if not (cells or facts or prioritize or frameworks is not None):
            raise click.UsageError("say what to change: --set, --facts, --prioritize, ...")
        found, schema = difference(analyze(read, timeout=timeout), after), "argue/difference/v1"
    else:
        with progress_of("changes tried") as progress:
            found = flips(altered, after, flip, timeout=timeout, progress=progress)
        schema = "argue/flips/v1"
        complete = found.complete
    if as_data or (output or "").lower().endswith(".json"):
        write(as_json(data_of(found, schema), output), output)
    else:
        write("\n".join(filled(found.sentences)), output, color=False)
    return Exit.DONE if complete else Exit.OUT_OF_TIME
