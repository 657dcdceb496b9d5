"""`argue pack`: all that a class on a case needs, as a folder; and a syllabus of ten weeks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from argue.cli.analysed import analysis_of, with_options
from argue.cli.exits import Exit
from argue.cli.interface import language_option
from argue.cli.output import apart, tell, write, write_bytes

if TYPE_CHECKING:
    from argue.seminar.language import Language
    from argue.seminar.packs.folder import Folder
    from argue.verdict.result import Analysis


@click.command("pack", epilog="Example:  argue pack mask-mandate -o mask-pack")
@with_options
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    type=click.Path(allow_dash=True),
    help="The folder to write; of a syllabus the file.",
)
@click.option(
    "--with",
    "written",
    metavar="FILE",
    help="What you have written about the case: introduction, what-ifs, remarks, in TOML.",
)
@click.option("--force", is_flag=True, help="Write into DIR though it is not empty.")
@click.option("--list", "listed", is_flag=True, help="Instead, list the cases written about.")
@click.option("--syllabus", is_flag=True, help="Instead, write a syllabus of ten weeks.")
@language_option
@click.pass_context
def command(  # noqa: PLR0913  (one parameter an option of the command)
    context: click.Context,
    *,
    output: str | None,
    written: str | None,
    force: bool,
    listed: bool,
    syllabus: bool,
    language: str,
    **given: Any,
) -> int:
    """Write all that a class on CASE needs into a folder: a file, -, or the id of a bundled case.

    A handout of one page, slides, the report with its what-if controls, three what-ifs with their
    answers folded, a quiz with its key, a blank case for the students' own, and teacher's notes.
    Open DIR/index.html. Of a case that nobody has written about, what can be computed is made,
    and what is missing is said.
    """
    from argue.seminar.language import language as words_of  # noqa: PLC0415  (not for --help)

    words = words_of(language)
    if listed or syllabus:
        if given["case"] is not None:
            raise click.UsageError("--list and --syllabus are about all packs; leave out CASE")
        write(_told(words, syllabus=syllabus), output, color=False)
        return Exit.DONE
    if given["case"] is None:
        raise click.UsageError("name a CASE, or give --list or --syllabus", context)
    if output is None or output == "-":
        raise click.UsageError("a pack is a folder: say where with -o DIR", context)
    _make(analysis_of(given), words, Path(output), written=written, force=force)
    return Exit.DONE


next(param for param in command.params if param.name == "case").required = False


def _told(words: Language, *, syllabus: bool) -> str:
    if syllabus:
        from argue.seminar.packs.syllabus import syllabus_text  # noqa: PLC0415  (only with it)

        return syllabus_text(words)
    from argue.io.case import load_case  # noqa: PLC0415  (only with --list)
    from argue.seminar.packs.teaching import shipped  # noqa: PLC0415  (only with --list)

    width = max(map(len, shipped()))
    return "\n".join(f"{name:{width}}  {load_case(name).title}" for name in shipped())


def _make(
    analysis: Analysis, words: Language, folder: Path, *, written: str | None, force: bool
) -> None:
    """Write a pack; the folder must be new or empty unless forced."""
    from argue.io.document import blaming  # noqa: PLC0415  (not needed for --help)
    from argue.seminar.packs.folder import folder_of  # noqa: PLC0415  (not needed for --help)
    from argue.seminar.packs.pack import Pack  # noqa: PLC0415  (not needed for --help)
    from argue.seminar.packs.teaching import load_teaching, teaching_for  # noqa: PLC0415  (same)

    if folder.is_dir() and any(folder.iterdir()) and not force:
        raise click.UsageError(f"{folder} is not empty; --force writes into it all the same")
    teaching = (
        teaching_for(analysis.given.id, words.code)
        if written is None
        else load_teaching(written, words.code)
    )
    with blaming(written):
        made = folder_of(Pack(analysis, teaching, words))
    for file in made.files:
        apart(folder / file.name, analysis.given.file or None, written)
    _save(made, folder)
    for line in made.lacks:
        tell(line)
    tell(f"{folder}: {len(made.files)} files; open {folder / 'index.html'}")


def _save(made: Folder, folder: Path) -> None:
    from argue.io.saving import make_folder  # noqa: PLC0415  (not needed for --help)

    make_folder(folder)
    for file in made.files:
        path = str(folder / file.name)
        if isinstance(file.content, bytes):
            write_bytes(file.content, path)
        else:
            write(file.content, path, color=False)
