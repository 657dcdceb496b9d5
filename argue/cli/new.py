"""`argue new`: a commented case file to start from."""

from __future__ import annotations

import click

from argue.cli.output import tell, write
from argue.cli.parameters import Names, OutputFile


@click.command("new", epilog="Example:  argue new gate.yaml --options drive,wait")
@click.argument("file", type=OutputFile(), default="-")
@click.option("--title", metavar="TEXT", help="What the case is called.")
@click.option("--options", type=Names(), help="The ids of what can be done, two or more.")
@click.option("--full", is_flag=True, help="Show every key that a case may have.")
@click.option("--force", is_flag=True, help="Overwrite FILE if it exists.")
def command(
    *, file: str, title: str | None, options: tuple[str, ...] | None, full: bool, force: bool
) -> None:
    """Write a commented case to FILE, or to stdout, to be filled in.

    The file is in order and can be analyzed as it is; its numbers are placeholders. A file that
    exists is left alone without --force.
    """
    from argue.io.saving import save  # noqa: PLC0415  (not needed for --help)
    from argue.io.shell import command_line, file_word  # noqa: PLC0415  (not needed for --help)
    from argue.io.template import OPTIONS, TITLE, case_template  # noqa: PLC0415  (not for --help)

    text = case_template(
        TITLE if title is None else title, OPTIONS if options is None else options, full=full
    )
    if file == "-":
        write(text)
        return
    try:
        save(file, text.encode("utf-8"), new=not force)
    except FileExistsError as error:
        raise click.UsageError(f"{file} exists; --force overwrites it") from error
    word = file_word(file)
    now = f"; now: {command_line(('argue', 'analyze', word))}" if word else ""
    tell(f"{file}: written{now}")
