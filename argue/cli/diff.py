"""`argue diff`: what differs between the verdicts on two cases, and through which arguments."""

from __future__ import annotations

import click

from argue.cli.output import as_json, write
from argue.cli.parameters import CaseName, json_option, output_option


@click.command("diff", epilog="Example:  argue diff fishing-hook-below fishing-hook-above")
@click.argument("first", type=CaseName())
@click.argument("second", type=CaseName())
@json_option
@output_option
def command(*, first: str, second: str, as_data: bool, output: str | None) -> None:
    """Compare the analyses of two cases, or of two versions of one: FIRST, then SECOND.

    Told are statuses that differ, arguments whose standing differs, those that came (+) and those
    that went (-).
    """
    from argue.analysis import analyze  # noqa: PLC0415  (not needed for --help)
    from argue.explain.data import data_of  # noqa: PLC0415  (not needed for --help)
    from argue.explain.difference import difference  # noqa: PLC0415  (not needed for --help)
    from argue.io.case import load_case  # noqa: PLC0415  (not needed for --help)

    found = difference(analyze(load_case(first)), analyze(load_case(second)))
    if as_data or (output or "").lower().endswith(".json"):
        write(as_json(data_of(found, "argue/difference/v1"), output), output)
        return
    write("\n".join(found.sentences), output, color=False)
