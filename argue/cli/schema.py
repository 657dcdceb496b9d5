"""`argue schema`: the JSON Schema of what goes in and of what comes out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from argue.cli.output import as_json, write
from argue.cli.parameters import output_option

OF = ("case", "study", "analysis", "quiz", "quiz-key", "quiz-answers", "poll")


@click.command(
    "schema",
    epilog="Example:  argue schema -o case.schema.json",
)
@click.argument("of", metavar="[WHAT]", type=click.Choice(OF), default="case")
@click.option("--analysis", is_flag=True, help="The same as WHAT analysis.")
@output_option
def command(*, of: str, analysis: bool, output: str | None) -> None:
    """Print the JSON Schema of WHAT: a case file if nothing is said, for editors and programs.

    WHAT is case, study (what argue fit reads), analysis (what analyze --json writes),
    quiz, quiz-key, quiz-answers (what a student hands in to argue grade) or poll (what a person
    hands in to argue poll).

    An editor with a YAML language server checks and completes a case that begins with the line
    "# yaml-language-server: $schema=case.schema.json".
    """
    if analysis and of not in ("case", "analysis"):
        raise click.UsageError(f"--analysis is another schema than {of}; leave out one of the two")
    write(as_json(_schema("analysis" if analysis else of), output), output)


def _schema(of: str) -> Mapping[str, Any]:
    from argue.io.schema import case_schema, study_schema  # noqa: PLC0415  (not needed for --help)
    from argue.seminar.schemas import SCHEMAS  # noqa: PLC0415  (as above)
    from argue.verdict.schema import analysis_schema  # noqa: PLC0415  (as above)

    schemas = {"case": case_schema, "study": study_schema, "analysis": analysis_schema, **SCHEMAS}
    return schemas[of]()
