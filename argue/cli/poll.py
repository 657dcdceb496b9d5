"""`argue poll`: a class's rankings, facts and judgements on a case, and what would unite them."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argue.cli.exits import Exit
from argue.cli.output import apart, as_json, distinct, files_in, tell, write
from argue.cli.parameters import CaseName, OutputFile, output_option_of
from argue.cli.progress import progress_of
from argue.cli.watch import timeout_option_of
from argue.errors import FileError

if TYPE_CHECKING:
    from argue.model.case import Case
    from argue.seminar.language import Language
    from argue.seminar.poll import Poll

FORMATS = ("text", "markdown", "html", "json")


@click.command(
    "poll",
    epilog="Example:  argue poll mask-mandate-exemptions --form form.html; then, with what came "
    "back:  argue poll mask-mandate-exemptions ballots -o class.html",
)
@click.argument("case", type=CaseName())
@click.argument("ballots", metavar="FOLDER|FILE...", type=click.Path(path_type=Path), nargs=-1)
@click.option(
    "--form",
    metavar="FILE",
    type=OutputFile(),
    help="Write a page to fill in, which saves a ballot.",
)
@click.option(
    "--merged",
    metavar="FILE",
    type=OutputFile(),
    help="Write the merged case, to analyse it further.",
)
@timeout_option_of("End the search for what unites after so many seconds, and tell what was found.")
@click.option("--language", "code", default="en", show_default=True, help="Of all texts.")
@output_option_of("Write to FILE (.html, .md, .json, .txt), else stdout.")
def command(  # noqa: PLR0913  (one parameter an option of the command)
    *,
    case: str,
    ballots: tuple[Path, ...],
    form: str | None,
    merged: str | None,
    timeout: float | None,
    code: str,
    output: str | None,
) -> int:
    """Say what a class holds about CASE, and what would unite it.

    Everybody fills in the form (it needs no server and sends nothing) and hands in a file. From
    these come the verdicts held, with counts; what all agree on; and the crux: the fact or ranking
    whose settlement would make most pairs of people agree. A file that cannot be used is named;
    where none can be, nothing is written, and the exit code is 65.
    """
    from argue.io.case import load_case  # noqa: PLC0415  (not needed for --help)
    from argue.seminar.language import language  # noqa: PLC0415  (as above)

    words = language(code)
    kind = _format(output)
    distinct(output, form, merged)
    for file in (output, form, merged):
        apart(file, case, *files_in(*ballots))
    loaded = load_case(case)
    if form is not None:
        _form(loaded, words, form, timeout)
        if not ballots:
            return Exit.DONE
    if not ballots:
        raise click.UsageError("give the ballots, a folder or files, or write a form with --form")
    from argue.seminar.poll import poll  # noqa: PLC0415  (not needed for the form)

    with progress_of("disagreements settled") as progress:
        found = poll(loaded, ballots, timeout=timeout, progress=progress)
    refused = [words.say("poll.refused", file=file, why=why) for file, why in found.box.refused]
    if not found.box.cast:
        for line in refused:
            tell(line)
        raise FileError("none of the ballots can be counted, and nothing is written")
    if merged is not None:
        _merged(found, merged)
    write(_rendered(found, words, kind, output), output, color=False)
    for line in refused:
        tell(line)
    return Exit.DONE if found.complete else Exit.OUT_OF_TIME


def _form(case: Case, words: Language, file: str, timeout: float | None) -> None:
    from argue.analysis import analyze  # noqa: PLC0415  (not needed for --help)
    from argue.seminar.poll_pages import poll_form  # noqa: PLC0415  (as above)

    write(poll_form(analyze(case, timeout=timeout), words), file, color=False)


def _merged(found: Poll, file: str) -> None:
    if found.chorus is None:
        raise click.UsageError("--merged: there is nothing to merge, for all hold one view")
    write(found.chorus.merged.text, file, color=False)


def _format(output: str | None) -> str:
    if output in (None, "-"):
        return "text"
    suffix = Path(output).suffix.lower().removeprefix(".")
    kind = {"htm": "html", "txt": "text", "md": "markdown"}.get(suffix, suffix)
    if kind not in FORMATS:
        raise click.UsageError(f"-o {output}: write .html, .md, .json or .txt")
    return kind


def _rendered(found: Poll, words: Language, kind: str, output: str | None) -> str:
    from argue.seminar.poll_report import poll_data, poll_report  # noqa: PLC0415  (not for --help)

    if kind == "json":
        return as_json(poll_data(found), output)
    report = poll_report(found, words)
    if kind == "html":
        from argue.seminar.poll_pages import poll_page  # noqa: PLC0415  (only pages need it)

        return poll_page(report, words)
    return str(import_module(f"argue.report.{kind}").render(report))
