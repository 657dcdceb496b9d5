"""`argue fit`: norms inferred from judgements, behaviour or examples; nothing is adopted."""

from __future__ import annotations

import time

import click

from argue.cli.exits import Exit
from argue.cli.output import apart, as_json, write
from argue.cli.parameters import json_option, output_option
from argue.cli.watch import timeout_option_of
from argue.errors import FileError


@click.command("fit", epilog="Example:  argue fit judgements.yaml")
@click.argument("study")
@click.option(
    "--learner",
    type=click.Choice(["argue", "xhail"]),
    default="argue",
    show_default=True,
    help="What learns rules from examples. xhail allows for no mistakes (extra ilp).",
)
@timeout_option_of(
    "End after so many seconds, and tell what was found (exit code 124).",
    "allow more, or take fewer judgements, examples or rivals, or a coarser grid",
)
@json_option
@output_option
def command(
    *, study: str, learner: str, timeout: float | None, as_data: bool, output: str | None
) -> int:
    """Infer norms from the judgements, choices or examples in STUDY, or a role from signals.

    From judgements (`norm`, `judgements`): the posterior over threshold, exceptions and ranking,
    how well judgements left out are predicted, and what is best asked next. From choices (`rules`,
    `choices`): which rules are held, told apart from what is desired. From `examples`: the simplest
    rules with exceptions, some examples being mistaken. From what was `observed`: which of several
    `roles` a system is in, and the verdict on a `case` in each. No case is changed.
    """
    from argue.io.study import load_study  # noqa: PLC0415  (not needed for --help)
    from argue.report.fit import fitted  # noqa: PLC0415  (not needed for --help)

    apart(output, study)
    deadline = None if timeout is None else time.monotonic() + timeout
    try:
        found = load_study(study)
        apart(output, found.case)
        data, text = fitted(found, deadline=deadline, learner=learner)
    except FileError as error:
        raise FileError(f"{study}: {error}") from error
    if as_data or (output or "").lower().endswith(".json"):
        write(as_json(data, output), output)
    else:
        write(text, output)
    return Exit.OUT_OF_TIME if data["late"] else Exit.DONE
