"""`argue why`: why an option or argument stands as it does, and why not otherwise."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING

import click

from argue.cli.analysed import analysed
from argue.cli.output import as_json, write
from argue.cli.parameters import OptionId, json_option, output_option

if TYPE_CHECKING:
    from argue.verdict.result import Analysis

WIDTH = 80


@click.command("why", epilog="Example:  argue why mask-mandate continue --rather-than end")
@analysed
@click.argument("target", metavar="OPTION|ARGUMENT", type=OptionId())
@click.option("--not", "negated", is_flag=True, help="Why is it not accepted?")
@click.option(
    "--rather-than", metavar="OPTION", type=OptionId(), help="Why it, and not this other option?"
)
@json_option
@output_option
@click.option("--color/--no-color", default=None, help="Default: colour on a terminal only.")
def command(  # noqa: PLR0913  (one parameter an option of the command)
    *,
    analysis: Analysis,
    target: str,
    negated: bool,
    rather_than: str | None,
    as_data: bool,
    output: str | None,
    color: bool | None,
) -> None:
    """Say why OPTION or ARGUMENT of CASE stands as it does.

    Told are the fewest arguments that suffice, which of them are necessary, and why the best
    argument of the losing side loses. ARGUMENT is an id such as those in brackets.
    """
    from argue.explain.data import data_of  # noqa: PLC0415  (not needed for --help)
    from argue.explain.why import why  # noqa: PLC0415  (not needed for --help)

    if negated and rather_than is not None:
        raise click.UsageError("--not and --rather-than ask two questions; give one of them")
    found = why(analysis, target, negated=negated, rather_than=rather_than)
    if as_data or (output or "").lower().endswith(".json"):
        write(as_json(data_of(found, "argue/why/v1"), output), output)
        return
    told = [fill(sentence, WIDTH, subsequent_indent="  ") for sentence in found.sentences]
    write("\n".join(told), output, color=color)
