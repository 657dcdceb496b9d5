"""`argue lab`: a page in which a class edits a case, with the solver inside."""

from __future__ import annotations

import click

from argue.cli.output import apart, tell, write
from argue.cli.parameters import CaseName, OutputFile
from argue.cli.watch import watch_option


@click.command("lab", epilog="Example:  argue lab -o lab.html mask-mandate-exemptions")
@click.argument("case", type=CaseName(), required=False)
@watch_option
@click.option(
    "-o",
    "--output",
    type=OutputFile(),
    default="lab.html",
    show_default=True,
    help="The file to write; - for stdout.",
)
def command(*, case: str | None, output: str) -> None:
    """Write a page that judges a case while it is edited, with nothing to install.

    The page begins with CASE, a file or a bundled case's id, and offers the bundled cases that it
    can judge. It is one file that opens in a browser from a folder and loads nothing: the solver
    is inside. What it cannot do it refuses by name; its own last section lists that.
    """
    from argue.io.case import load_case  # noqa: PLC0415  (not needed for --help)
    from argue.report.lab.page import lab_page  # noqa: PLC0415  (not needed for --help)

    apart(output, case)
    write(lab_page(None if case is None else load_case(case)), output)
    if output != "-":
        tell(f"wrote {output}; open it in a browser")
