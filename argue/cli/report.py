"""`argue report`: the whole justification of a verdict, for a reader, in a format."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from argue.cli.analysed import analysis_of, with_options
from argue.cli.exits import Exit
from argue.cli.output import apart, as_json, write
from argue.cli.parameters import format_output_option, json_option

if TYPE_CHECKING:
    from argue.verdict.result import Analysis

FORMATS = ("text", "markdown", "html", "latex", "json")
AUDIENCES = ("analyst", "student", "engineer")
audience_option = click.option(
    "--audience",
    type=click.Choice(AUDIENCES),
    default="analyst",
    show_default=True,
    help="Whom the report is for: this decides what is unfolded, never what comes out.",
)


@click.command(
    "report",
    epilog="Example:  argue report mask-mandate -o mask-mandate.html",
)
@with_options
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="Default: what the suffix of FILE says (.md, .html, .tex, .json), else text.",
)
@json_option
@audience_option
@format_output_option
@click.option("--color/--no-color", default=None, help="Default: colour on a terminal only.")
@click.option(
    "--verify",
    metavar="REPORT",
    type=click.Path(allow_dash=True),
    help="Instead, run a report that was saved as JSON again, under its own settings, and say "
    "whether it still holds (exit code 1 if not). With CASE: whether it holds of that case.",
)
@click.pass_context
def command(context: click.Context, *, verify: str | None, **given: Any) -> int:
    """Write the report on CASE: a file, - for stdin, or the id of a bundled case.

    It answers the question, says why and what would change the answer, shows every position, what
    each principle says alone, the map of arguments and each reason, and how to contest them. A
    report in JSON holds the case as well, so that this needs nothing else: argue report --verify
    mask-mandate.json
    """
    if verify is not None:
        return _verified(context, verify, given)
    if given["case"] is None:  # --verify needs none
        raise click.UsageError("name a CASE to report on, or give --verify REPORT", context)
    analysis = analysis_of(given)
    _write(analysis, **given)
    return Exit.DONE


next(param for param in command.params if param.name == "case").required = False


def _write(  # noqa: PLR0913  (one parameter an option of the command)
    analysis: Analysis,
    *,
    form: str | None,
    as_data: bool,
    audience: str,
    output: str | None,
    color: bool | None,
) -> None:
    from argue.report.formats import format_of, render  # noqa: PLC0415  (not needed for --help)

    wanted = "json" if as_data else form or format_of(output)
    plain = None if wanted == "text" else False
    write(render(analysis, wanted, audience), output, color=plain if color is None else color)


def _verified(context: click.Context, verify: str, given: Mapping[str, Any]) -> Exit:
    from argue.explain.data import data_of  # noqa: PLC0415  (not needed for --help)
    from argue.explain.saved import load_saved  # noqa: PLC0415  (not needed for --help)
    from argue.io.case import load_case  # noqa: PLC0415  (not needed for --help)
    from argue.report.audit import audit  # noqa: PLC0415  (not needed for --help)

    kept = ("facts", "prioritize", "frameworks", "semantics", "flat", "compliance", "audience")
    for name in kept:
        if context.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            raise click.UsageError(f"--verify takes the report's own settings; leave out --{name}")
    apart(given["output"], verify, given["case"])
    case = None if given["case"] is None else load_case(given["case"])
    found = audit(load_saved(verify), case, timeout=given["timeout"])
    if given["as_data"] or (given["output"] or "").lower().endswith(".json"):
        data = {"holds": found.holds, **data_of(found, "argue/audit/v1")}
        write(as_json(data, given["output"]), given["output"])
    else:
        write("\n".join(found.sentences), given["output"], color=given["color"])
    return Exit.DONE if found.holds else Exit.NOT_PERMITTED
