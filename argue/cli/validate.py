"""`argue validate`: how well models of moral judgement predict what people judged."""

from __future__ import annotations

import sys

import click

from argue.cli.output import as_json, distinct, write
from argue.cli.parameters import OutputFile, json_option, output_option


@click.command("validate", epilog="Example:  argue validate --plot universalization.png")
@json_option
@output_option
@click.option(
    "--plot",
    "picture",
    metavar="FILE",
    type=OutputFile(),
    help="Also draw the shares and the predictions (needs the extra plots).",
)
def command(*, as_data: bool, output: str | None, picture: str | None) -> None:
    """Hold universalization and its rivals against the judgements of Levine et al. 2020.

    Every fit is made anew from the published counts; where a simpler model does better, it says
    so.
    """
    from argue.norms.human import validate  # noqa: PLC0415  (not needed for --help)
    from argue.norms.human.table import as_text  # noqa: PLC0415  (not needed for --help)

    distinct(picture, output)
    found = validate()
    if picture is not None:
        from argue.norms.human.plots import plot  # noqa: PLC0415  (only to draw)

        plot(found, picture)
    data = as_data or (output or "").endswith(".json")
    encoding = sys.stdout.encoding if output in (None, "-") else "utf-8"
    write(as_json(found.to_dict(), encoding) if data else as_text(found), output)
