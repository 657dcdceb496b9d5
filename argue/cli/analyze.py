"""`argue analyze`: a case goes in, a verdict with its reasons comes out."""

from __future__ import annotations

from os.path import splitext
from typing import TYPE_CHECKING, Any

import click

from argue.cli.analysed import analysis_of, with_options
from argue.cli.exits import Exit
from argue.cli.output import apart, as_json, write
from argue.cli.parameters import OptionId, json_option, output_option
from argue.cli.sentences import filled
from argue.errors import UnknownId

if TYPE_CHECKING:
    from argue.verdict.partial import Partial
    from argue.verdict.result import Analysis

PERMITTED = ("permissible", "obligatory")
SUFFIXES = {"": "text", ".txt": "text", ".json": "json"}


@click.command(
    "analyze",
    epilog="Example:  argue analyze mask-mandate --facts surge=false --prioritize rejection:veil",
)
@with_options
@click.option("--format", "form", type=click.Choice(("text", "json")), help="Default: text.")
@json_option
@output_option
@click.option(
    "--exit-verdict",
    type=OptionId(),
    metavar="OPTION",
    help="End with exit code 1 unless this option is permissible.",
)
@click.option("-q", "--quiet", is_flag=True, help="Write no report: the exit code is the answer.")
@click.option("--color/--no-color", default=None, help="Default: colour on a terminal only.")
def command(  # noqa: PLR0913  (one parameter an option of the command)
    *,
    form: str | None,
    as_data: bool,
    output: str | None,
    exit_verdict: str | None,
    quiet: bool,
    color: bool | None,
    **given: Any,
) -> int:
    """Judge every option of CASE: a file, - for stdin, or the id of a bundled case.

    The verdict says what the moral frameworks, norms and reasons of the case together permit, how
    widely they agree, and what would settle what they leave open. Where --timeout ends it early
    what is known by then is told, and called partial.
    """
    from argue.verdict.partial import OutOfTime  # noqa: PLC0415  (not needed for --help)

    apart(output, given["case"])
    wanted = "json" if as_data else form or format_of(output)
    try:
        analysis = analysis_of(given)
    except OutOfTime as error:
        if not quiet:
            write(_told(error.partial, wanted, output), output, color=False)
        return Exit.OUT_OF_TIME
    code = exit_code(analysis, exit_verdict)
    if not quiet:
        write(rendered(analysis, wanted, output), output, color=color)
    return code


def _told(partial: Partial, form: str, output: str | None) -> str:
    """Answers what was known when time ran out, in a format."""
    if form == "json":
        return as_json(partial.to_dict(), output)
    return "\n".join(filled(partial.sentences))


def format_of(output: str | None) -> str:
    """Answers the format that a file's suffix chooses.

    Raises: UnknownId for a suffix that promises something else; `argue report` writes more.
    """
    suffix = splitext(output or "")[1].lower()
    if suffix not in SUFFIXES:
        raise UnknownId("suffix (argue report writes more)", suffix, [s for s in SUFFIXES if s])
    return SUFFIXES[suffix]


def rendered(analysis: Analysis, form: str, output: str | None) -> str:
    """Answers the report in a format, fit for where it is written to."""
    if form == "json":
        return as_json(analysis.to_dict(), output)
    from argue.report.summary import summary  # noqa: PLC0415  (not needed for JSON)
    from argue.report.text import render  # noqa: PLC0415  (not needed for JSON)

    return render(summary(analysis))


def exit_code(analysis: Analysis, option: str | None) -> Exit:
    """Answers how the command ends: 1 if an option was asked about and is not permitted.

    Where no source had anything to say nothing is permitted, only unopposed.
    """
    if option is None:
        return Exit.DONE
    if analysis.status(option) not in PERMITTED or analysis.outcome == "silent":
        return Exit.NOT_PERMITTED
    return Exit.DONE
