"""`argue graph`: the arguments of a case and their attacks, as a picture or for other programs."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

import click

from argue.cli.analysed import analysed
from argue.cli.output import write
from argue.errors import UnknownId

if TYPE_CHECKING:
    from argue.verdict.result import Analysis

FORMATS = ("svg", "dot", "graphml")
SUFFIXES = {".svg": "svg", ".dot": "dot", ".gv": "dot", ".graphml": "graphml"}


@click.command("graph", epilog="Example:  argue graph mask-mandate -o mask-mandate.svg")
@analysed
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="Default: what the suffix of FILE says, else svg.",
)
@click.option(
    "--full", is_flag=True, help="Show every argument, not only what the verdict hangs on."
)
@click.option("--focus", metavar="ID", help="Show only what is near this argument.")
@click.option(
    "--radius",
    type=click.IntRange(min=0, max=100),
    metavar="N",
    help="With --focus: so many arrows away, either way. Default: 1.",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(dir_okay=False, allow_dash=True),
    help="Write to FILE instead of stdout; its suffix chooses the format.",
)
def command(  # noqa: PLR0913  (one parameter an option of the command)
    *,
    analysis: Analysis,
    form: str | None,
    full: bool,
    focus: str | None,
    radius: int | None,
    output: str | None,
) -> None:
    """Draw the graph of CASE: a file, - for stdin, or the id of a bundled case.

    Arrows point at what they attack. A reason and the objection it grounds are one box, and only
    attacks that can succeed are drawn, unless --full is given.
    """
    from argue.report.pictures.formats import draw  # noqa: PLC0415  (not needed for --help)

    if radius is not None and focus is None:
        raise click.UsageError("--radius says how far around --focus; give both")
    suffix = PurePath(output or "").suffix.lower()
    if form is None and suffix and suffix not in SUFFIXES:
        raise UnknownId("suffix of a picture", suffix, SUFFIXES)
    wanted = form or SUFFIXES.get(suffix, "svg")
    near = 1 if radius is None else radius
    write(draw(analysis, wanted, full=full, focus=focus, radius=near), output, color=False)
