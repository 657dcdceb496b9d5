"""`argue norm`: a norm over time followed step by step, or its monitor to be used elsewhere."""

from __future__ import annotations

import click

from argue.cli.output import apart, as_json, write
from argue.cli.parameters import CaseName, json_option, output_option
from argue.cli.watch import watch_option


@click.command("norm", epilog="Example:  argue norm my-case.yaml notice --follow skip")
@click.argument("case", type=CaseName())
@click.argument("name", metavar="[NORM]", required=False)
@watch_option
@click.option("--follow", metavar="OPTION", help="Follow only the trace of this option.")
@click.option("--dot", is_flag=True, help="Instead, write the monitor in DOT.")
@click.option(
    "--reward-machine",
    is_flag=True,
    help="Instead, write the monitor as a reward machine that pays -1 at a breach.",
)
@json_option
@output_option
def command(  # noqa: PLR0913  (one parameter an option of the command)
    *,
    case: str,
    name: str | None,
    follow: str | None,
    dot: bool,
    reward_machine: bool,
    as_data: bool,
    output: str | None,
) -> None:
    """Follow a norm of CASE over time: at each step what holds and how the norm stands.

    NORM may be left out where only one is about time (`ltl` or `pattern`). A norm is inactive,
    active (something is owed), violated or repaired.
    """
    from argue.io.case import load_case  # noqa: PLC0415  (not needed for --help)
    from argue.report import courses  # noqa: PLC0415  (not needed for --help)

    if dot + reward_machine + as_data + (follow is not None and (dot or reward_machine)) > 1:
        raise click.UsageError("give only one of --dot, --reward-machine, --json; --follow alone")
    apart(output, case)
    loaded = load_case(case)
    norm = courses.norm_over_time(loaded, name)
    if dot:
        write(courses.as_dot(norm), output, color=False)
        return
    if reward_machine:
        write(courses.as_reward_machine(norm), output, color=False)
        return
    from argue.construct.courses import with_courses  # noqa: PLC0415  (checks what it follows)

    with_courses(loaded)
    found = courses.courses(loaded, norm, follow)
    if as_data or (output or "").lower().endswith(".json"):
        write(as_json(courses.courses_data(norm, found), output), output)
    else:
        write(courses.courses_text(loaded, norm, found), output, color=False)
