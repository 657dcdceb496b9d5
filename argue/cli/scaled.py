"""What `argue batch` and `argue label` share: who does the work, progress, how it ended."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from argue.cli.exits import Exit
from argue.cli.output import tell
from argue.cli.progress import paced

if TYPE_CHECKING:
    from argue.rewards.scale.hands import Hands
    from argue.rewards.scale.output import Output
    from argue.rewards.scale.run import Run

OPTIONS = (
    click.option("--overwrite", is_flag=True, help="Begin FILE anew instead of going on with it."),
    click.option(
        "--jobs",
        type=click.IntRange(min=1),
        metavar="N",
        help="So many processes. Default: one a core; 1 works in this process.",
    ),
    click.option(
        "--scheduler",
        metavar="ADDRESS",
        help="Work on a cluster of Dask, as tcp://host:8786 (extra cluster).",
    ),
    click.option("-q", "--quiet", is_flag=True, help="Show no progress and no summary."),
)


def scaled(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that say who does the work, and what is shown meanwhile."""
    for option in reversed(OPTIONS):
        function = option(function)
    return function


@contextmanager
def hands(jobs: int | None, scheduler: str | None) -> Generator[Callable[[], Hands]]:
    """Gives what makes whoever does the work.

    Raises: click.UsageError if both processes and a cluster are asked for.
    """
    if scheduler is None:
        from argue.rewards.scale.hands import hands_for  # noqa: PLC0415  (not for --help)

        yield lambda: hands_for(jobs=jobs)
        return
    if jobs is not None:
        raise click.UsageError(
            "--jobs starts processes here, --scheduler names a cluster: give one"
        )
    from argue.rewards.scale.cluster import cluster  # noqa: PLC0415  (an extra)

    with cluster(scheduler) as workers:
        yield lambda: workers


def carry_out(
    run: Run, output: Output, workers: Callable[[], Hands], *, what: str, quiet: bool
) -> Exit:
    """Write the rows of a run, and tell on stderr how it went; 65 if some failed."""
    from argue.rewards.scale.run import written  # noqa: PLC0415  (not needed for --help)

    with paced(what, run.total, quiet=quiet) as progress:
        found = written(run, output, workers, progress=progress)
    if found.failed:
        number, message = found.first
        said = message.split("\n", 1)[0]
        tell(
            f"argue: {found.failed:,} of {found.rows:,} {what} failed; the first in "
            f"row {number}: {said}"
        )
    elif found.stood and not quiet:
        made = found.rows - found.stood
        tell(f"argue: {found.stood:,} {what} stood already, {made:,} were added")
    return Exit.BAD_CASE if found.failed else Exit.DONE
