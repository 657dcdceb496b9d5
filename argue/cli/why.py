"""`argue why`: why an option, argument or position stands as it does, and why not otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from argue.cli.analysed import analysed
from argue.cli.output import as_json, write
from argue.cli.parameters import OptionId, TargetId, json_option, output_option
from argue.cli.sentences import filled

if TYPE_CHECKING:
    from argue.verdict.result import Analysis


@click.command("why", epilog="Example:  argue why mask-mandate continue --rather-than end")
@analysed
@click.argument("target", metavar="OPTION|ARGUMENT|POSITION", type=TargetId())
@click.option("--not", "negated", is_flag=True, help="Why is it not accepted?")
@click.option(
    "--rather-than", metavar="OPTION", type=OptionId(), help="Why it, and not this other option?"
)
@click.option(
    "--discussion",
    is_flag=True,
    help="Instead, tell it as a discussion: a claim, every objection to it, a reply to each.",
)
@click.option(
    "--game",
    type=click.Choice(("preferred", "grounded")),
    help="Of a discussion: won if some set that defends itself holds the claim (preferred, the "
    "default), or only if nothing has to be chosen for it (grounded).",
)
@click.option("--position", metavar="N", type=click.IntRange(min=1), help="Discuss in position N.")
@json_option
@output_option
@click.option("--color/--no-color", default=None, help="Default: colour on a terminal only.")
def command(  # noqa: PLR0913  (one parameter an option of the command)
    *,
    analysis: Analysis,
    target: str,
    negated: bool,
    rather_than: str | None,
    discussion: bool,
    game: str | None,
    position: int | None,
    as_data: bool,
    output: str | None,
    color: bool | None,
) -> None:
    """Say why an option, argument or position of CASE stands as it does.

    Told are the fewest arguments that suffice, which of them are necessary, and why the best
    argument of the losing side loses. An argument is named by an id such as those in brackets, a
    position by its number in the list: position:1.
    """
    if negated and rather_than is not None:
        raise click.UsageError("--not and --rather-than ask two questions; give one of them")
    if discussion and (negated or rather_than is not None):
        raise click.UsageError("a discussion has both sides: leave out --not and --rather-than")
    if not discussion and (game is not None or position is not None):
        raise click.UsageError("--game and --position are about a --discussion; give it as well")
    if discussion:
        found, schema = _discussed(analysis, target, game, position), "argue/discussion/v1"
    else:
        from argue.explain.why import why  # noqa: PLC0415  (not needed for --help)

        found = why(analysis, target, negated=negated, rather_than=rather_than)
        schema = "argue/why/v1"
    if as_data or (output or "").lower().endswith(".json"):
        from argue.explain.data import data_of  # noqa: PLC0415  (only for JSON)

        write(as_json(data_of(found, schema), output), output)
        return
    write("\n".join(filled(found.sentences)), output, color=color)


def _discussed(analysis: Analysis, target: str, game: str | None, position: int | None) -> Any:
    from argue.explain.discussion import discuss  # noqa: PLC0415  (not needed for --help)

    chosen = None if position is None else f"position:{position}"
    return discuss(analysis, target, game=game or "preferred", position=chosen)
