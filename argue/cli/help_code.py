"""`argue help-code`: what the code of an error or a warning means, and examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from argue.cli.output import write
from argue.errors import UnknownId

if TYPE_CHECKING:
    from argue.io.codes.code import Code


def all_codes() -> dict[str, Code]:
    """Answers every code with its entry: those of errors, whatever is read, then warnings."""
    from argue.construct.codes import CONSTRUCT_CODES  # noqa: PLC0415  (not needed for --help)
    from argue.construct.games.codes import GAME_CODES  # noqa: PLC0415  (not needed for --help)
    from argue.construct.rules.codes import RULE_CODES  # noqa: PLC0415  (not needed for --help)
    from argue.explain.codes import EXPLAIN_CODES  # noqa: PLC0415  (not needed for --help)
    from argue.io.codes import CODES  # noqa: PLC0415  (not needed for --help)
    from argue.io.graphs.codes import GRAPH_CODES  # noqa: PLC0415  (not needed for --help)
    from argue.io.upgrade.codes import UPGRADE_CODES  # noqa: PLC0415  (not needed for --help)
    from argue.verdict.codes import WARNING_CODES  # noqa: PLC0415  (not needed for --help)

    more = (EXPLAIN_CODES, GRAPH_CODES, UPGRADE_CODES, WARNING_CODES)
    tables = (CODES, CONSTRUCT_CODES, GAME_CODES, RULE_CODES, *more)
    return {name: code for table in tables for name, code in table.items()}


class CodeName(click.ParamType[str]):
    """A code of an error or a warning, in capitals or not."""

    name = "code"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The codes that begin like this, each with its title."""
        return [
            CompletionItem(name, help=code.title)
            for name, code in all_codes().items()
            if name.startswith(incomplete.upper())
        ]


@click.command("help-code", epilog="Example:  argue help-code W004")
@click.argument("code", type=CodeName(), required=False)
def command(*, code: str | None) -> None:
    """Explain the CODE of an error or a warning, or list all codes.

    Codes that begin with W are warnings: the verdict stands, and the text says what to make of it.
    Codes of errors begin with C (a case), R (its rules), G (graphs), M (merging) or S (reports).
    """
    from argue.io.problems import explained  # noqa: PLC0415  (not needed for --help)

    known = all_codes()
    if code is None:
        write("\n".join(f"{name}  {entry.title}" for name, entry in known.items()))
        return
    if code.upper() not in known:
        raise UnknownId("code", code.upper(), known)
    write(explained(code.upper(), known[code.upper()]))
