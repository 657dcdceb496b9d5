"""`argue label`: verdicts on very many rows of numbers by one compiled case."""

from __future__ import annotations

import click

from argue.cli.analysed import case_argument
from argue.cli.exits import Exit
from argue.cli.output import apart
from argue.cli.parameters import Names, Seconds, output_option_of
from argue.cli.scaled import carry_out, hands, scaled
from argue.cli.watch import watching


@click.command(
    "label",
    epilog="Example:  argue label commons.yaml --features features.yaml --rows rows.csv",
)
@case_argument
@click.option(
    "--features",
    metavar="FILE",
    required=True,
    help="What of the case is bound to which columns (YAML or JSON).",
)
@click.option(
    "--rows",
    metavar="FILE",
    required=True,
    help="The rows: .jsonl, .csv, or .parquet (extra parquet).",
)
@output_option_of("Write to FILE: lines of JSON, gone on with after an interruption, or .parquet.")
@click.option("--keep", type=Names(), help="Copy these columns of the rows to the output.")
@click.option("--pairs", is_flag=True, help="Add preferences between the options.")
@click.option("--alone", is_flag=True, help="Add what each source says by itself.")
@click.option(
    "--most-patterns",
    type=click.IntRange(min=1),
    default=4096,
    show_default=True,
    metavar="N",
    help="Stop at rows that show more different patterns of signs.",
)
@click.option(
    "--timeout",
    type=Seconds(),
    metavar="SECONDS",
    help="Give up a row whose verdict takes longer; its line says so.",
)
@scaled
def command(  # noqa: PLR0913  (one parameter an option of the command)
    *,
    case: str,
    features: str,
    rows: str,
    output: str | None,
    keep: tuple[str, ...] | None,
    pairs: bool,
    alone: bool,
    most_patterns: int,
    timeout: float | None,
    overwrite: bool,
    jobs: int | None,
    scheduler: str | None,
    quiet: bool,
) -> Exit:
    """Judge every row of numbers by CASE, and write status and score of every option for each.

    FILE of --features maps paths of the case, such as payoffs.take.others or facts.scarce, to
    columns of the rows; with the keys features and individuals it says who is a crowd as well.

    With --pairs a line holds [one, other, p] for every pair of options: 1 if one may be done and
    the other is ruled out, 0 if it is the other way round, else 0.5. A row that cannot be judged
    has a line with its error; the exit code is then 65.
    """
    from argue.io.case import load_case  # noqa: PLC0415  (not needed for --help)
    from argue.rewards.scale.bindings import load_bindings  # noqa: PLC0415  (not for --help)
    from argue.rewards.scale.many_rows import labelled, output_for  # noqa: PLC0415  (not for --help)

    apart(output, case, features, rows)
    bound = load_bindings(features)
    with watching(timeout):
        run, judge = labelled(
            load_case(case),
            bound.features,
            rows,
            individuals=bound.individuals,
            keep=keep or (),
            shown=[name for name, on in (("pairs", pairs), ("alone", alone)) if on],
            most_patterns=most_patterns,
            timeout=timeout,
            bindings=features,
        )
    target = output_for(run, judge, output, overwrite=overwrite)
    with hands(jobs, scheduler) as workers:
        return carry_out(run, target, workers, what="rows", quiet=quiet)
