"""`argue help-code`: what an error code means, with a wrong and a right example."""

from __future__ import annotations

import click

from argue.cli.output import write


@click.command("help-code", epilog="Example:  argue help-code C012")
@click.argument("code", required=False)
def command(*, code: str | None) -> None:
    """Explain the error CODE of a case file, or list all codes."""
    from argue.io.problems import codes, explanation  # noqa: PLC0415  (not needed for --help)

    if code is not None:
        write(explanation(code.upper()))
        return
    write("\n".join(f"{name}  {title}" for name, title in codes().items()))
