"""`argue schema`: the JSON Schema of what goes in and of what comes out."""

from __future__ import annotations

import click

from argue.cli.output import as_json, write
from argue.cli.parameters import output_option


@click.command("schema", epilog="Example:  argue schema -o case.schema.json")
@click.option("--analysis", is_flag=True, help="The schema of analyze --json instead.")
@output_option
def command(*, analysis: bool, output: str | None) -> None:
    """Print the JSON Schema of a case file, for editors and other programs.

    An editor with a YAML language server checks and completes a case that begins with the line
    "# yaml-language-server: $schema=case.schema.json".
    """
    from argue.io.schema import case_schema  # noqa: PLC0415  (not needed for --help)
    from argue.verdict.schema import analysis_schema  # noqa: PLC0415  (not needed for --help)

    write(as_json(analysis_schema() if analysis else case_schema(), output), output)
