"""`argue debate`: a discussion about an option against the engine, line by line."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from textwrap import fill
from typing import TYPE_CHECKING

import click

from argue.cli.analysed import analysed
from argue.cli.interface import language_option
from argue.cli.output import shown, write
from argue.cli.parameters import OptionId, output_option_of
from argue.cli.watch import let_go
from argue.errors import LimitExceeded

if TYPE_CHECKING:
    from argue.seminar.debate.debate import Debate
    from argue.verdict.result import Analysis

WIDTH = 80
MOST_CHARACTERS = 100_000


@click.command(
    "debate",
    epilog="Example:  argue debate mask-mandate --side attack --option continue -o debate.md",
)
@analysed
@click.option(
    "--side",
    type=click.Choice(("defend", "attack")),
    default="defend",
    show_default=True,
    help="Answer the engine's objections, or make them.",
)
@click.option("--option", metavar="OPTION", type=OptionId(), help="Which option it is about.")
@click.option(
    "--game",
    type=click.Choice(("preferred", "grounded")),
    default="preferred",
    show_default=True,
    help="Whether the claim is to be held together with what else is said (preferred), or on "
    "grounds beyond doubt (grounded).",
)
@click.option("--position", metavar="N", type=click.IntRange(min=1), help="Debate in position N.")
@click.option(
    "--say",
    "moves",
    metavar="LINE",
    multiple=True,
    help="Say this first, as if it were typed; may be repeated.",
)
@language_option
@output_option_of("Write the record of the debate to FILE, in Markdown.")
def command(  # noqa: PLR0913  (one parameter an option of the command)
    *,
    analysis: Analysis,
    side: str,
    option: str | None,
    game: str,
    position: int | None,
    moves: tuple[str, ...],
    language: str,
    output: str | None,
) -> None:
    """Debate an option of CASE with the engine: a file, or the id of a bundled case.

    You type the number of a sentence, words of it, or a command: hint, undo, own TEXT for an
    argument of your own, pass, concede, again, help, quit. In a pipe every line is a move, and
    nothing is asked.
    """
    from argue.seminar.debate.debate import Debate  # noqa: PLC0415  (not needed for --help)
    from argue.seminar.debate.scene import scene_of  # noqa: PLC0415  (not needed for --help)
    from argue.seminar.language import language as words_of  # noqa: PLC0415  (as above)

    scene = scene_of(analysis, side=side, option=option, game=game, position=position)
    debate = Debate(scene, words_of(language))
    _show(debate.opening())
    lines = _lines(debate, moves)
    while not debate.over and (line := next(lines, None)) is not None:
        _show(debate.answer(line))
    if output is not None:
        write(debate.transcript(), output, color=False)


def _lines(debate: Debate, moves: Iterable[str]) -> Iterator[str]:
    """Yields what is said: what the command line says first, then what is typed or piped in."""
    for line in moves:
        click.echo(f"\n> {shown(line)}")
        yield line
    if sys.stdin.isatty():
        let_go()
        while True:
            try:
                yield click.prompt("\n", prompt_suffix="> ", default="", show_default=False)
            except click.Abort:
                return
    while line := _line():
        click.echo(f"\n> {shown(line.rstrip())}")
        yield line


def _line() -> str:
    """Answers the next line of stdin, nothing at its end; raises LimitExceeded."""
    line = sys.stdin.readline(MOST_CHARACTERS + 1)
    if len(line) > MOST_CHARACTERS and not line.endswith("\n"):
        raise LimitExceeded(
            f"a line of the debate has more than {MOST_CHARACTERS} characters; say it shorter"
        )
    return line


def _show(lines: Iterable[str]) -> None:
    for line in map(shown, lines):
        inside = " " * (len(line) - len(line.lstrip()))
        text = fill(line.strip(), WIDTH, initial_indent=inside, subsequent_indent=f"{inside}   ")
        click.echo(text)
