"""`argue compare`: semantics side by side, and frameworks side by side, for one case."""

from __future__ import annotations

import click

from argue.cli.analysed import (
    case_argument,
    facts_option,
    frameworks_option,
    prioritize_option,
    timeout_option,
)
from argue.cli.output import apart, as_json, write
from argue.cli.parameters import (
    SemanticsNames,
    json_option,
    output_option,
    settled,
)


@click.command(
    "compare", epilog="Example:  argue compare transmitter-room --semantics stable,ideal"
)
@case_argument
@click.option(
    "--semantics",
    type=SemanticsNames(),
    help="Compare these semantics. Default: all that are quick.",
)
@facts_option
@prioritize_option
@frameworks_option
@timeout_option
@json_option
@output_option
@click.option("--color/--no-color", default=None, help="Default: colour on a terminal only.")
def command(  # noqa: PLR0913  (one parameter an option of the command)
    *,
    case: str,
    semantics: tuple[str, ...] | None,
    facts: tuple[tuple[tuple[str, bool], ...], ...],
    prioritize: tuple[tuple[tuple[str, str], ...], ...],
    frameworks: tuple[str, ...] | None,
    timeout: float | None,
    as_data: bool,
    output: str | None,
    color: bool | None,
) -> None:
    """Set semantics and frameworks side by side for CASE.

    One table says how every option stands under each semantics, within each ranking of the
    sources and on the flat graph; another what each framework, norm or stated reason says alone.
    """
    from argue.io.case import load_case  # noqa: PLC0415  (not needed for --help)
    from argue.report.comparison import SEMANTICS, compare, comparison_report  # noqa: PLC0415  (same)
    from argue.report.text import render  # noqa: PLC0415  (not needed for --help)

    apart(output, case)
    found = compare(
        load_case(case),
        semantics=SEMANTICS if semantics is None else semantics,
        facts=settled(facts),
        priorities=tuple(pair for ranking in prioritize for pair in ranking),
        frameworks=frameworks,
        timeout=timeout,
    )
    if as_data or (output or "").lower().endswith(".json"):
        write(as_json(found.to_dict(), output), output)
        return
    write(render(comparison_report(found)), output, color=color)
