"""`argue rules`: what follows from norms and arguments that are written as rules."""

from __future__ import annotations

import click

from argue.cli.output import apart, as_json, write
from argue.cli.parameters import Names, SemanticsName, output_option_of
from argue.cli.watch import watch_option


@click.command(
    "rules",
    epilog="Example:  argue rules speaker.jiminy.yaml --facts w1,w2 --semantics grounded",
)
@click.argument("source", metavar="SOURCE")
@click.option(
    "-fo", "--from", "form", metavar="FORMAT", help="Default: by the suffix of SOURCE, or a case."
)
@click.option("--facts", type=Names(), help="Of a scenario: the facts that hold. Default: all.")
@click.option(
    "--semantics",
    type=SemanticsName(),
    default="preferred",
    metavar="NAME",
    help="grounded, preferred, stable or another of Dung's. Default: preferred.",
)
@watch_option
@click.option("--format", "shown", type=click.Choice(("text", "json")), default="text")
@output_option_of("Write to FILE instead of stdout.")
def command(  # noqa: PLR0913  (one parameter an option of the command)
    *,
    source: str,
    form: str | None,
    facts: tuple[str, ...] | None,
    semantics: str,
    shown: str,
    output: str | None,
) -> None:
    """Say what follows from SOURCE, and why: which norms hold, and which are defeated by which.

    SOURCE is a case with rules, a scenario of the Jiminy engine, an argument graph in the manner
    of Carneades, or a map of arguments in AIF, Argdown or node-link JSON.
    """
    from argue.construct.rules import solve_rules  # noqa: PLC0415  (not needed for --help)
    from argue.construct.rules.files import load_base  # noqa: PLC0415  (as above)
    from argue.report.concluding import (  # noqa: PLC0415  (as above)
        conclusions_data,
        conclusions_text,
    )

    apart(output, source)
    base, texts, notes = load_base(source, form, facts)
    solution = solve_rules(base, semantics)
    if shown == "json":
        write(as_json(conclusions_data(solution, texts, notes), output), output, color=False)
    else:
        write(conclusions_text(solution, texts, notes), output, color=False)
