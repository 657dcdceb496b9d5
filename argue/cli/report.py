"""`argue report`: the whole justification of a verdict, for a reader, in a format."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argue.cli.analysed import analysed
from argue.cli.output import write
from argue.cli.parameters import json_option

if TYPE_CHECKING:
    from argue.verdict.result import Analysis

FORMATS = ("text", "markdown", "html", "json")
AUDIENCES = ("analyst", "student", "engineer")


@click.command("report", epilog="Example:  argue report mask-mandate -o mask-mandate.html")
@analysed
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="Default: what the suffix of FILE says (.md, .html, .json), else text.",
)
@json_option
@click.option(
    "--audience",
    type=click.Choice(AUDIENCES),
    default="analyst",
    show_default=True,
    help="Whom it is for: this decides what is unfolded, never what comes out.",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(dir_okay=False, allow_dash=True),
    help="Write to FILE instead of stdout; its suffix chooses the format.",
)
@click.option("--color/--no-color", default=None, help="Default: colour on a terminal only.")
def command(  # noqa: PLR0913  (one parameter an option of the command)
    *,
    analysis: Analysis,
    form: str | None,
    as_data: bool,
    audience: str,
    output: str | None,
    color: bool | None,
) -> None:
    """Write the report on CASE: a file, - for stdin, or the id of a bundled case.

    It answers the question, says why and what would change the answer, shows every position, what
    each principle says alone, the map of arguments and each reason, and how to contest them.
    """
    from argue.report.formats import format_of, render  # noqa: PLC0415  (not needed for --help)

    wanted = "json" if as_data else form or format_of(output)
    plain = None if wanted == "text" else False
    write(render(analysis, wanted, audience), output, color=plain if color is None else color)
