"""`argue contest`: what of a case may be disputed, with ids and the YAML that does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argue.cli.analysed import analysed
from argue.cli.output import as_json, write
from argue.cli.parameters import json_option, output_option

if TYPE_CHECKING:
    from argue.verdict.result import Analysis


@click.command("contest", epilog="Example:  argue contest mask-mandate")
@analysed
@json_option
@output_option
def command(*, analysis: Analysis, as_data: bool, output: str | None) -> None:
    """List what of CASE may be disputed: facts, numbers, and arguments that stand.

    Every argument comes with a challenge that can be added to the case file as it is.
    """
    from argue.explain.contestable import contest  # noqa: PLC0415  (not needed for --help)
    from argue.explain.data import data_of  # noqa: PLC0415  (not needed for --help)

    found = contest(analysis)
    if as_data or (output or "").lower().endswith(".json"):
        write(as_json(data_of(found, "argue/contest/v1"), output), output)
        return
    write("\n".join(found.sentences), output, color=False)
