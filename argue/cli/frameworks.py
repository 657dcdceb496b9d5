"""`argue frameworks`: the moral frameworks there are, and everything about one of them."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from argue.cli.output import as_json, write
from argue.cli.parameters import json_option


class FrameworkType(click.ParamType[str]):
    """The name of a moral framework."""

    name = "name"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The frameworks that begin like this."""
        from argue.registry import known_types  # noqa: PLC0415  (only while completing)

        return [CompletionItem(name) for name in known_types() if name.startswith(incomplete)]


@click.command("frameworks", epilog="Example:  argue frameworks rejection")
@click.argument("names", metavar="[NAME]...", type=FrameworkType(), nargs=-1)
@json_option
def command(*, names: tuple[str, ...], as_data: bool) -> None:
    """List the moral frameworks with what each says, or tell all about those named.

    Told are where a framework comes from, what it reads, its parameters and critical questions.
    Plug-ins are among them.
    """
    from argue.report.catalogue import (  # noqa: PLC0415  (not needed for --help)
        catalogue,
        listed_frameworks,
        told_framework,
    )

    found = catalogue(names)
    if as_data:
        write(as_json({"schema": "argue/frameworks/v1", "frameworks": list(found)}))
    elif names:
        write("\n\n\n".join(told_framework(entry) for entry in found))
    else:
        write(listed_frameworks(found))
