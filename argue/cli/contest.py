"""`argue contest`: what of a case may be disputed, with ids and the YAML that does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argue.cli.analysed import analysed
from argue.cli.deprecated import renamed_option
from argue.cli.output import as_json, shown, write
from argue.cli.parameters import ContestableId, json_option, output_option
from argue.errors import ArgueError, UnknownId

if TYPE_CHECKING:
    from argue.explain.contestable import Contest
    from argue.verdict.result import Analysis


@click.command(
    "contest",
    epilog="Example:  argue contest mask-mandate --add veil --by Ana -o mine.yaml",
)
@analysed
@click.option(
    "--add",
    metavar="ID",
    type=ContestableId(),
    help="Instead, write the case with a challenge to this one added; comments are kept. Put the "
    "id in quotes, for a shell takes > for itself.",
)
@click.option("--by", metavar="NAME", help="With --add: who raises it.")
@click.option("--text", metavar="TEXT", help="With --add: why.")
@click.option("--question", metavar="ID", help="With --add: the critical question it presses.")
@renamed_option("--cq", "--question", since="0.1.0")
@json_option
@output_option
def command(  # noqa: PLR0913  (one parameter an option of the command)
    *,
    analysis: Analysis,
    add: str | None,
    by: str | None,
    text: str | None,
    question: str | None,
    as_data: bool,
    output: str | None,
) -> None:
    """List what of CASE may be disputed: facts, numbers, rankings, sources, arguments that stand.

    Every source and argument comes with a challenge that can be added to the case file as it is,
    and --add adds it.
    """
    from argue.explain.contestable import contest  # noqa: PLC0415  (not needed for --help)
    from argue.explain.data import data_of  # noqa: PLC0415  (not needed for --help)

    found = contest(analysis)
    if add is not None:
        said = {"by": by or "", "text": text or "", "question": question or ""}
        write(_added(analysis, found, add, said), output, color=False)
        return
    if by or text or question:
        raise click.UsageError("--by, --text and --question belong to --add; give it as well")
    if as_data or (output or "").lower().endswith(".json"):
        write(as_json(data_of(found, "argue/contest/v1"), output), output)
        return
    write("\n".join(map(shown, found.sentences)), output, color=False)


def _added(analysis: Analysis, found: Contest, name: str, said: dict[str, str]) -> str:
    """Answers the text of the case with a challenge to something in it."""
    from argue.explain.contestable import contested  # noqa: PLC0415  (only with --add)
    from argue.io.case import read_case  # noqa: PLC0415  (only with --add)

    entries = {entry.id: entry for entry in found.entries if entry.challenge}
    if name not in entries:
        others = [entry for entry in found.entries if entry.id == name]
        if others:
            raise ArgueError(f"{name} is not disputed by a challenge: {others[0].how}")
        raise UnknownId("thing that can be challenged", name, entries)
    text = contested(analysis.given, entries[name], **said)
    read_case(text, "the case with the challenge")
    return text
