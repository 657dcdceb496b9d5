"""`argue batch`: analyses of very many cases, a line each."""

from __future__ import annotations

import click

from argue.cli.analysed import facts_option, frameworks_option, prioritize_option
from argue.cli.exits import Exit
from argue.cli.output import apart
from argue.cli.parameters import Names, Seconds, SemanticsName, output_option_of, settled
from argue.cli.scaled import carry_out, hands, scaled


@click.command("batch", epilog="Example:  argue batch cases/ -o verdicts.jsonl --columns outcome")
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@output_option_of("Write to FILE (.jsonl), and go on with it after an interruption.")
@click.option(
    "--columns",
    type=Names(),
    help="Only these parts of each analysis: outcome, statuses, shared.leading, ...",
)
@facts_option
@prioritize_option
@frameworks_option
@click.option(
    "--semantics",
    type=SemanticsName(),
    default="preferred",
    metavar="NAME",
    help="The semantics of Dung graphs within each ranking. Default: preferred.",
)
@click.option(
    "--timeout",
    type=Seconds(),
    metavar="SECONDS",
    help="Give up a case after so many seconds; its row says so.",
)
@scaled
def command(  # noqa: PLR0913  (one parameter an option of the command)
    *,
    inputs: tuple[str, ...],
    output: str | None,
    columns: tuple[str, ...] | None,
    facts: tuple[tuple[tuple[str, bool], ...], ...],
    prioritize: tuple[tuple[tuple[str, str], ...], ...],
    frameworks: tuple[str, ...] | None,
    semantics: str,
    timeout: float | None,
    overwrite: bool,
    jobs: int | None,
    scheduler: str | None,
    quiet: bool,
) -> Exit:
    """Judge every INPUT, and write a line of JSON for each, in order.

    An input is a case file, a bundled id, a folder, a pattern such as 'cases/**/*.yaml', or a file
    of JSON lines (.jsonl, - for stdin). Each of these lines is a case, or a row that changes one:
    {"case": "mask-mandate", "set": {path: number}, "facts": {"surge": true}}.

    A case that cannot be judged has a line as well, with its error; the exit code is then 65. Run
    again with the same FILE, the command goes on where it was interrupted.
    """
    from argue.rewards.scale.inputs import files_of  # noqa: PLC0415  (not needed for --help)
    from argue.rewards.scale.many_cases import batched_files  # noqa: PLC0415  (not needed for --help)
    from argue.rewards.scale.output import output_for  # noqa: PLC0415  (not needed for --help)

    target = output_for(output, overwrite=overwrite)
    files = files_of(inputs)
    apart(output, *files)
    run = batched_files(
        files,
        columns=columns or (),
        facts=settled(facts),
        priorities=tuple(pair for ranking in prioritize for pair in ranking),
        frameworks=frameworks,
        semantics=semantics,
        timeout=timeout,
    )
    with hands(jobs, scheduler) as workers:
        return carry_out(run, target, workers, what="cases", quiet=quiet)
