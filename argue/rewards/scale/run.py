"""Runs a job over chunks with some hands: in order, bounded, and without losing an input."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future
from contextlib import closing
from itertools import chain, islice
from typing import Any

from argue.model.record import record
from argue.rewards.scale.hands import Hands, Here, WorkerDied
from argue.rewards.scale.lines import Chunk, Done, Job, Summary, failed
from argue.rewards.scale.output import Output, Walk

KILLS = 2
"""An input that ends so many workers that had nothing else to do is given up."""
KILLED = {
    "kind": "WorkerDied",
    "message": f"ended {KILLS} worker processes that had only this to do; it may need more memory",
}


def _unknown() -> None:
    return None


@record
class Run:
    """A job and its inputs, which are gone through once; `total` counts them, if that is quick.

    `light`: one chunk is sooner done here than other processes start.
    """

    job: Job
    chunks: Iterator[Chunk]
    total: Callable[[], int | None] = _unknown
    light: bool = False

    def finished(
        self, hands: Callable[[], Hands], chunks: Iterator[Chunk] | None = None
    ) -> Generator[Done]:
        """Yields the lines of all chunks, or of those that are left, in order."""
        chunks = self.chunks if chunks is None else chunks
        begun = tuple(islice(chunks, 2))
        if begun:
            workers = Here() if self.light and len(begun) == 1 else hands()
            yield from finished(self.job, chain(begun, chunks), workers)


def finished(job: Job, chunks: Iterable[Chunk], hands: Hands) -> Generator[Done]:
    """Yields the lines of all chunks in order, with no more in flight than the window."""
    waiting: deque[tuple[Chunk, Future[Done]]] = deque()
    calm = False
    try:
        for chunk in chunks:
            waiting.append((chunk, hands.submit(job, chunk)))
            if len(waiting) >= hands.window:
                yield from _next(job, waiting, hands)
        while waiting:
            yield from _next(job, waiting, hands)
        calm = True
    finally:
        for _, future in waiting:
            future.cancel()
        hands.close(wait=calm)


def _next(job: Job, waiting: deque[tuple[Chunk, Future[Done]]], hands: Hands) -> Generator[Done]:
    chunk, future = waiting.popleft()
    try:
        yield hands.result(future)
    except WorkerDied:
        yield from _isolated(job, chunk, hands)


def _isolated(job: Job, chunk: Chunk, hands: Hands) -> Generator[Done]:
    """Yields the lines of a chunk whose worker died.

    Together if it was not to blame; else one by one, and for an input that ends workers again a
    line that says so.
    """
    for _ in range(KILLS if len(chunk) == 1 else 1):
        try:
            found = hands.alone(job, chunk)
        except WorkerDied:
            continue
        yield found
        return
    if len(chunk) == 1:
        yield failed(chunk, KILLED)
        return
    for place in range(len(chunk)):
        yield from _isolated(job, chunk.part(place, place + 1), hands)


def rows_of(run: Run, hands: Callable[[], Hands]) -> Iterator[dict[str, Any]]:
    """Yields the row of every input in order, as plain data."""
    for done in run.finished(hands):
        for line in done.text.splitlines():
            yield json.loads(line)


def written(
    run: Run,
    output: Output,
    hands: Callable[[], Hands],
    *,
    progress: Callable[[int], None] | None = None,
) -> Summary:
    """Writes the rows that an output still lacks, and answers how it went.

    Raises: ArgueError if what stands there belongs to something else; OSError, with all whole
    rows kept, if it cannot be written.
    """
    with output:
        walk = Walk(run.chunks)
        stood = output.standing(walk)
        rows, failures, first = stood.rows, stood.failed, stood.first
        if progress:
            progress(rows)
        with closing(run.finished(hands, walk.rest())) as dones:
            for done in dones:
                output.add(done)
                rows += done.rows
                first = first if failures or not done.failed else done.first
                failures += done.failed
                if progress:
                    progress(rows)
        output.finish()
    return Summary(rows, stood.rows, failures, first)
