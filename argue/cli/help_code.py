"""`argue help-code`: what an error code means, with a wrong and a right example."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from argue.cli.output import write
from argue.errors import UnknownId

if TYPE_CHECKING:
    from argue.io.codes.code import Code


def all_codes() -> dict[str, Code]:
    """Answers every code with its entry: of cases, games, rules, graphs, reports and merging."""
    from argue.construct.codes import CONSTRUCT_CODES  # noqa: PLC0415  (not needed for --help)
    from argue.construct.games.codes import GAME_CODES  # noqa: PLC0415  (not needed for --help)
    from argue.construct.rules.codes import RULE_CODES  # noqa: PLC0415  (not needed for --help)
    from argue.explain.codes import EXPLAIN_CODES  # noqa: PLC0415  (not needed for --help)
    from argue.io.codes import CODES  # noqa: PLC0415  (not needed for --help)
    from argue.io.graphs.codes import GRAPH_CODES  # noqa: PLC0415  (not needed for --help)
    from argue.io.upgrade.codes import UPGRADE_CODES  # noqa: PLC0415  (not needed for --help)

    more = (EXPLAIN_CODES, GRAPH_CODES, UPGRADE_CODES)
    tables = (CODES, CONSTRUCT_CODES, GAME_CODES, RULE_CODES, *more)
    return {name: code for table in tables for name, code in table.items()}


class CodeName(click.ParamType[str]):
    """An error code, in capitals or not."""

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


@click.command("help-code", epilog="Example:  argue help-code C012")
@click.argument("code", type=CodeName(), required=False)
def command(*, code: str | None) -> None:
    """Explain the error CODE of a case, its game or rules, or a graph, or list all codes."""
    from argue.io.problems import explained  # noqa: PLC0415  (not needed for --help)

    known = all_codes()
    if code is None:
        write("\n".join(f"{name}  {entry.title}" for name, entry in known.items()))
        return
    if code.upper() not in known:
        raise UnknownId("code", code.upper(), known)
    write(explained(code.upper(), known[code.upper()]))
