"""`argue graph`: the arguments of a case and their attacks, as a picture or for other programs."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any

import click

from argue.cli.analysed import analysed
from argue.cli.output import tell, write, write_bytes
from argue.cli.parameters import format_output_option
from argue.errors import UnknownId

if TYPE_CHECKING:
    from argue.verdict.result import Analysis

FORMATS = ("svg", "dot", "graphml", "tikz", "png", "pdf")
SUFFIXES = {**{f".{form}": form for form in FORMATS}, ".gv": "dot", ".tex": "tikz"}
MOST_READABLE = 200
"""Boxes in one picture above which a reader is told of other ways to look."""


@click.command(
    "graph",
    epilog="Example:  argue graph mask-mandate -o mask-mandate.svg; "
    "argue graph kidney --position 1 -o kidney.png",
)
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
    "--position",
    type=click.IntRange(min=1),
    metavar="N",
    help="Instead, one position in three bands: what it accepts, what that defeats, the rest.",
)
@format_output_option
def command(  # noqa: PLR0913  (one parameter an option of the command)
    *,
    analysis: Analysis,
    form: str | None,
    full: bool,
    focus: str | None,
    radius: int | None,
    position: int | None,
    output: str | None,
) -> None:
    """Draw the graph of CASE: a file, - for stdin, or the id of a bundled case.

    Arrows point at what they attack. A reason and the objection it grounds are one box, and only
    attacks that can succeed are drawn, unless --full is given.
    """
    from argue.report.pictures import formats  # noqa: PLC0415  (not needed for --help)

    if radius is not None and focus is None:
        raise click.UsageError("--radius says how far around --focus; give both")
    if position is not None and (full or focus is not None):
        raise click.UsageError("--position shows bands of every argument; leave out the others")
    suffix = PurePath(output or "").suffix.lower()
    if form is None and suffix and suffix not in SUFFIXES:
        raise UnknownId("suffix of a picture", suffix, SUFFIXES)
    wanted = form or SUFFIXES.get(suffix, "svg")
    boxes = len(analysis.graph.arguments)
    if full and focus is None and boxes > MOST_READABLE and wanted not in ("dot", "graphml"):
        tell(
            f"argue: {boxes} boxes in one picture are hard to read; --focus ID shows what is near "
            "an argument, --position N one position in bands"
        )
    near = 1 if radius is None else radius
    chosen: dict[str, Any] = {"full": full, "focus": focus, "radius": near, "position": position}
    if wanted not in formats.CONVERTED:
        write(formats.draw(analysis, wanted, **chosen), output, color=False)
    elif output is None:
        raise click.UsageError(f"{wanted} is no text: give -o FILE, or -o - for stdout")
    else:
        write_bytes(formats.picture(analysis, wanted, **chosen), output)
