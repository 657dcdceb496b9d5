"""`argue roles`: the roles a system may have, and the norms that go with each."""

from __future__ import annotations

import click

from argue.cli.output import as_json, write
from argue.cli.parameters import json_option


@click.command("roles", epilog="Example:  argue roles private-use")
@click.argument("names", metavar="[ROLE]...", nargs=-1)
@json_option
def command(*, names: tuple[str, ...], as_data: bool) -> None:
    """List the roles a system may have with their norms, or tell all about those named.

    A case takes a role with `context: {role: private-use}` and says for each norm which options
    breach it: `norms: {privacy: {breached_by: [tell]}}`. Letter, purpose, principles and source
    come from here where the case gives none of its own.
    """
    from argue.report.roles import (  # noqa: PLC0415  (not needed for --help)
        listed_roles,
        roles_named,
        roles_to_dict,
        told_role,
    )

    found = roles_named(names)
    if as_data:
        write(as_json(roles_to_dict(found)))
    elif names:
        write("\n\n\n".join(told_role(role) for role in found))
    else:
        write(listed_roles(found))
