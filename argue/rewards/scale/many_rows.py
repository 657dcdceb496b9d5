"""Verdicts on very many rows of one case: `label` from Python, `labelled` for writing them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Executor
from pathlib import Path
from typing import Any, cast

from argue.errors import ArgueError
from argue.io.document import blaming
from argue.model.case import Case, must_be_case
from argue.rewards.judge import MOST_PATTERNS, Judge
from argue.rewards.scale.hands import hands_for
from argue.rewards.scale.labels import Labels, judge_of, sample_of
from argue.rewards.scale.output import Output
from argue.rewards.scale.output import output_for as lines_for
from argue.rewards.scale.rows import MOST_VALUES, SIZE, table_of
from argue.rewards.scale.run import Run, rows_of

SHOWN = ("alone", "pairs")


def label(
    case: Case,
    features: Mapping[str, Any],
    rows: str | Path | Iterable[Mapping[str, Any]],
    *,
    executor: Executor | None = None,
    jobs: int | None = None,
    **given: Any,
) -> Iterator[dict[str, Any]]:
    """Yields a row for every row, in order: the status and score of every option, or its error.

    `rows` is a file (.jsonl, .csv, .parquet) or mappings of columns; `features` is what
    `argue.rewards.compile` binds to them. The work is done by an `executor` of
    `concurrent.futures` or, without one, by `jobs` processes, as many as there are cores; with
    `jobs=1` by this one. `given` goes to `labelled`.

    Raises: as `compile` does; BatchError for a missing column, or without rows; LimitExceeded past
    the number of patterns.
    """
    run, _ = labelled(case, features, rows, **given)
    return rows_of(run, lambda: hands_for(executor, jobs))


def labelled(  # noqa: PLR0913  (one keyword a choice of the command line)
    case: Case,
    features: Mapping[str, Any],
    rows: str | Path | Iterable[Mapping[str, Any]],
    *,
    individuals: Mapping[str, Any] | None = None,
    keep: Iterable[str] = (),
    shown: Iterable[str] = (),
    most_patterns: int = MOST_PATTERNS,
    timeout: float | None = None,
    bindings: str | None = None,
) -> tuple[Run, Judge]:
    """Answers the run that `label` makes, for `written`, and the judge that it asks.

    `keep` are columns to copy to the output; `shown` may name `alone` (what each source says by
    itself) and `pairs` (how probable it is that one option is to be preferred to another). A row
    whose verdict takes more than `timeout` seconds has an error. `bindings` is the file that the
    features are from, if any: what is wrong with them is then a FileError that names it.
    """
    must_be_case(case, "label")
    if not case.written:
        raise ArgueError("this case was made from another and has no text: load it from one")
    shown = sorted(set(shown))
    for name in shown:
        if name not in SHOWN:
            raise ArgueError(f"{name!r} cannot be shown; known: {', '.join(SHOWN)}")
    job = Labels(
        case.file or "case",
        case.written,
        dict(features),
        dict(individuals or {}),
        tuple(dict.fromkeys(keep)),
        tuple(shown),
        most_patterns,
        timeout,
    )
    with blaming(bindings):
        judge = judge_of(job, case)
    _check_kept(job.keep)
    table = table_of(rows, tuple(dict.fromkeys((*judge.columns, *job.keep))))
    people = sum(judge.template.sizes.values())
    size = max(1, min(SIZE, MOST_VALUES // people)) if people else SIZE
    return Run(job, table.chunks(job.salt, size), table.total, light=True), judge


def _check_kept(keep: Iterable[str]) -> None:
    for name in keep:
        if name in ("row", "digest", "input", "error", "statuses", "scores", *SHOWN):
            raise ArgueError(f"{name!r} cannot be kept: rows have an entry of that name")


def output_for(run: Run, judge: Judge, file: str | None, *, overwrite: bool) -> Output:
    """Answers where the labels of a run go: to lines of JSON, or a Parquet file by its suffix."""
    if file is None or not file.lower().endswith(".parquet"):
        return lines_for(file, overwrite=overwrite)
    from argue.rewards.scale.parquet import Parquet  # noqa: PLC0415  (an extra)

    job = cast("Labels", run.job)
    return Parquet(file, sample_of(judge, job.shown), keep=job.keep, overwrite=overwrite)
