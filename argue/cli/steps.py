"""`argue steps`: a case step by step, in the terminal or as slides."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from argue.cli.analysed import analysed
from argue.cli.interface import language_option
from argue.cli.output import shown, write
from argue.cli.parameters import output_option_of
from argue.cli.watch import let_go

if TYPE_CHECKING:
    from argue.seminar.steps.step import Telling
    from argue.verdict.result import Analysis


@click.command("steps", epilog="Example:  argue steps mask-mandate -o mask-steps.html")
@analysed
@click.option(
    "--of",
    "what",
    type=click.Choice(("labelling", "building")),
    default="labelling",
    show_default=True,
    help="Who is accepted round by round, or how the arguments come together.",
)
@click.option(
    "--position",
    metavar="N",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="In which of the positions of the case.",
)
@language_option
@output_option_of("Write to FILE: as slides if it ends in .html, else as text.")
def command(
    *, analysis: Analysis, what: str, position: int, language: str, output: str | None
) -> None:
    """Go through CASE step by step: a file, - for stdin, or the id of a bundled case.

    The labelling shows in rounds which arguments are accepted and rejected, and why; the building
    adds one argument at a time and says how the options then stand. In a terminal every step
    waits for Enter; in a pipe all are written at once.
    """
    from argue.seminar.language import language as words_of  # noqa: PLC0415  (not for --help)
    from argue.seminar.steps.telling import blocks, steps_page, told  # noqa: PLC0415  (as above)

    telling = told(analysis, what, words_of(language), position=position)
    if (output or "").lower().endswith((".html", ".htm")):
        write(steps_page(telling), output, color=False)
    elif output is None and sys.stdin.isatty() and sys.stdout.isatty():
        _shown(telling)
    else:
        write("\n\n".join(map(shown, blocks(telling))), output, color=False)


def _shown(telling: Telling) -> None:
    """Show one step after the other, each when Enter is pressed."""
    let_go()
    from argue.seminar.steps.telling import blocks  # noqa: PLC0415  (not needed for --help)

    for number, block in enumerate(blocks(telling)):
        if number > 1:
            pressed = click.prompt(
                telling.words.say("steps.press"), default="", show_default=False, prompt_suffix=""
            )
            if pressed.strip().lower().startswith("q"):
                return
        click.echo(f"{shown(block)}\n")
