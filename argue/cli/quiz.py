"""`argue quiz`: items about a case or a graph, a variant for every student, with their key."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argue.cli.output import apart, as_json, distinct, tell, write
from argue.cli.parameters import CaseName, Names, OutputFile, output_option_of
from argue.cli.watch import let_go, watch_option

if TYPE_CHECKING:
    from argue.seminar.language import Language
    from argue.seminar.quiz.papers import Order, Paper

FORMATS = ("html", "json", "gift")


@click.command(
    "quiz",
    epilog="Example:  argue quiz fishing-commons --student Ana --student Ben --seed spring "
    "-o quiz.html --key key.json",
)
@click.argument("sources", metavar="CASE|GRAPH...", type=CaseName(), nargs=-1)
@click.option("--student", "students", metavar="NAME", multiple=True, help="A variant for NAME.")
@click.option(
    "--seed", metavar="TEXT", default="1", show_default=True, help="Decides what is drawn."
)
@click.option(
    "--items", type=Names(), help="Kinds of items, each with a number if need be: label,stable:2."
)
@click.option("--bare", is_flag=True, help="Ask about small graphs drawn at random as well.")
@click.option("--practice", is_flag=True, help="Put the key into the page, to check answers in it.")
@click.option(
    "--key",
    metavar="FILE",
    type=OutputFile(),
    help="Write what is right, with all feedback, to FILE.",
)
@click.option("--format", "form", type=click.Choice(FORMATS), help="Default: by the suffix of -o.")
@click.option("--language", "code", default="en", show_default=True, help="Of all texts.")
@watch_option
@click.option("--kinds", is_flag=True, help="List the kinds of items, and end.")
@output_option_of("Write the quiz to FILE (.html, .json, .gift); of pages one for every student.")
def command(  # noqa: PLR0913  (one parameter an option of the command)
    *,
    sources: tuple[str, ...],
    students: tuple[str, ...],
    seed: str,
    items: tuple[str, ...] | None,
    bare: bool,
    practice: bool,
    key: str | None,
    form: str | None,
    code: str,
    kinds: bool,
    output: str | None,
) -> None:
    """Ask about the arguments of CASE, or about a bare graph (.apx, .tgf, .af).

    The same seed and name give the same variant everywhere. What is right is found by the engine,
    and there is feedback on every wrong answer. With no file to write, the quiz is asked here if
    this is a terminal. Answers that a page saved are graded with argue grade.
    """
    from argue.seminar.language import language  # noqa: PLC0415  (not needed for --help)
    from argue.seminar.quiz.kinds import KINDS  # noqa: PLC0415  (as above)
    from argue.seminar.quiz.papers import left_out, papers  # noqa: PLC0415  (as above)

    words = language(code)
    if kinds:
        write("\n".join(f"{kind:15}{words.say(f'quiz.kinds.{kind}')}" for kind in KINDS))
        return
    if not sources and not bare:
        raise click.UsageError("say what to ask about: argue quiz fishing-commons, or --bare")
    distinct(output, key)
    for file in (output, key):
        apart(file, *sources)
    order = _order(sources, items, seed, words, bare=bare)
    made = papers(order, students)
    missing = left_out(order, made)
    if missing:
        tell(words.say("quiz.left_out", kinds=", ".join(missing)))
    _written(made, words, form or _format(output), output, practice=practice, key=key)


def _order(
    sources: tuple[str, ...],
    items: tuple[str, ...] | None,
    seed: str,
    words: Language,
    *,
    bare: bool,
) -> Order:
    from argue.seminar.quiz.kinds import KINDS  # noqa: PLC0415  (not needed for --help)
    from argue.seminar.quiz.papers import Order, kinds_of  # noqa: PLC0415  (as above)
    from argue.seminar.quiz.sources import DrawnSource, source_of  # noqa: PLC0415  (as above)

    kinds = kinds_of(items) if items is not None else tuple(KINDS)
    found = (*(source_of(name) for name in sources), *((DrawnSource(),) if bare else ()))
    return Order(found, kinds, seed, words)


def _format(output: str | None) -> str | None:
    """Answers the format that a file's suffix means, None where there is no file."""
    if output in (None, "-"):
        return None
    form = Path(output).suffix.lower().removeprefix(".")
    form = {"htm": "html", "txt": "gift"}.get(form, form)
    if form not in FORMATS:
        raise click.UsageError(f"-o {output}: write .html, .json or .gift, or say --format")
    return form


def _written(  # noqa: PLR0913  (what to write, in which words, how and where, and the key)
    made: tuple[Paper, ...],
    words: Language,
    form: str | None,
    output: str | None,
    *,
    practice: bool,
    key: str | None,
) -> None:
    """Write a quiz and its key, or ask it on a terminal where no format is given."""
    from argue.seminar.quiz.data import key_data, quiz_data  # noqa: PLC0415  (not for --help)
    from argue.seminar.quiz.gift import gift  # noqa: PLC0415  (as above)

    if practice and form != "html":
        raise click.UsageError("--practice is of pages: add -o quiz.html")
    names = _names(made, output) if form == "html" else []
    for name in names:
        distinct(name, key)
    if key:
        write(as_json(key_data(made), key), key)
    if form == "html":
        _pages(made, words, names, practice=practice)
    elif form == "json":
        write(as_json(quiz_data(made), output), output, color=False)
    elif form == "gift":
        write(gift(made, words), output, color=False)
    elif not key:
        _asked(made, words)


def _names(made: tuple[Paper, ...], output: str | None) -> list[str | None]:
    """Answers where the page of each student goes."""
    from argue.seminar.quiz.files import file_names  # noqa: PLC0415  (not needed for --help)

    if output in (None, "-"):
        if len(made) > 1:
            raise click.UsageError("pages for several students need a file: -o quiz.html")
        return [output]
    return [*file_names(output, [paper.student for paper in made])]


def _pages(
    made: tuple[Paper, ...], words: Language, names: list[str | None], *, practice: bool
) -> None:
    from argue.seminar.quiz.html import quiz_page  # noqa: PLC0415  (not needed for --help)

    for paper, name in zip(made, names, strict=True):
        write(quiz_page(paper, words, practice=practice), name, color=False)
    if len(made) > 1:
        tell(words.say("quiz.written_to", files=", ".join(map(str, names))))


def _asked(made: tuple[Paper, ...], words: Language) -> None:
    from argue.seminar.quiz.asking import ask_paper  # noqa: PLC0415  (not needed for --help)

    if not sys.stdin.isatty():
        raise click.UsageError(
            "to be asked here needs a terminal; write the quiz with -o quiz.html, .json or .gift"
        )
    let_go()
    for paper in made:
        ask_paper(paper, words, input, click.echo)
