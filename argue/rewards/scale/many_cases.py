"""Analyses of very many cases: `batch` from Python, `batched` for writing them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor
from typing import Any, Unpack

from argue.rewards.scale.analyses import Analyses, Asked, check_asked, check_columns
from argue.rewards.scale.hands import hands_for
from argue.rewards.scale.inputs import ROWS, Bases, Given, items_of, items_of_files
from argue.rewards.scale.items import in_chunks
from argue.rewards.scale.rows import lines_in
from argue.rewards.scale.run import Run, rows_of


def batch(
    cases: Iterable[Given],
    *,
    executor: Executor | None = None,
    jobs: int | None = None,
    columns: Iterable[str] = (),
    **asked: Unpack[Asked],
) -> Iterator[dict[str, Any]]:
    """Yields a row for every case, in order: its analysis, or `columns` of it, or its error.

    A case is the id of a bundled one, a file, a mapping, a `Case`, or a row that changes one:
    `{"case": name, "set": {path: number}, "facts": {...}, "priorities": [...]}`. The work is done
    by an `executor` of `concurrent.futures` or, without one, by `jobs` processes, as many as there
    are cores; with `jobs=1` by this one. `asked` goes to `argue.analyze`: `timeout` (for each
    case), `semantics` and so on. Few cases are held at a time, so that `cases` may be a generator.

    Raises: UnknownId for a column that no analysis has; ArgueError if an executor is lost.
    """
    return rows_of(batched(cases, columns=columns, **asked), lambda: hands_for(executor, jobs))


def batched(cases: Iterable[Given], *, columns: Iterable[str] = (), **asked: Unpack[Asked]) -> Run:
    """Answers the run that `batch` makes, for `written`."""
    job = Analyses(check_columns(columns), check_asked(asked))
    bases = Bases()
    return Run(job, in_chunks(items_of(cases, bases), bases, salt=job.salt))


def batched_files(
    files: Sequence[str], *, columns: Iterable[str] = (), **asked: Unpack[Asked]
) -> Run:
    """Answers the run over files, as `files_of` lists them: cases, and JSON lines of many."""
    job = Analyses(check_columns(columns), check_asked(asked))
    bases = Bases()
    chunks = in_chunks(items_of_files(files, bases), bases, salt=job.salt)
    return Run(job, chunks, lambda: _count(files))


def _count(files: Iterable[str]) -> int | None:
    """Answers how many inputs there are in files, None where it cannot be known."""
    if "-" in files:
        return None
    return sum(lines_in(file) if file.lower().endswith(ROWS) else 1 for file in files)
