"""Who does the work: this process, processes of its own, or an executor that was handed in."""

from __future__ import annotations

import os
import pickle
from concurrent.futures import (
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    ThreadPoolExecutor,
)
from importlib import import_module
from typing import Protocol

from argue.errors import ArgueError
from argue.rewards.scale.lines import Chunk, Done, Job
from argue.rewards.scale.worker import CONTEXT, Worker, WorkerDied

MOST_STARTS = 20
"""So many processes are tried for one chunk if they end before they have it."""
UNBEGUN = (
    "worker processes end as soon as they start: in a script, call this from below "
    "`if __name__ == '__main__':`, or use one job"
)
ENDING = (
    "worker processes end again and again before they are given any work; what is written stands: "
    "run it again to go on, with fewer jobs if memory is short"
)


class Hands(Protocol):
    """Whoever runs chunks; as many as `window` are handed over before one is waited for."""

    window: int

    def submit(self, job: Job, chunk: Chunk) -> Future[Done]:
        """Answers what will hold the lines of a chunk."""
        ...

    def result(self, future: Future[Done]) -> Done:
        """Answers the lines of a chunk once they are there.

        Raises: WorkerDied if its worker has ended.
        """
        ...

    def alone(self, job: Job, chunk: Chunk) -> Done:
        """Answers the lines of a chunk that is run while nothing else is at stake.

        Raises: WorkerDied if its worker has ended.
        """
        ...

    def close(self, *, wait: bool) -> None:
        """End, after what is being run, or without waiting for it."""
        ...


class Here:
    """Work in this process, one chunk after another."""

    window = 1

    def submit(self, job: Job, chunk: Chunk) -> Future[Done]:
        """Answers the lines of a chunk, which are there already."""
        future: Future[Done] = Future()
        future.set_result(job(chunk))
        return future

    def result(self, future: Future[Done]) -> Done:
        """Answers the lines of a chunk."""
        return future.result()

    def alone(self, job: Job, chunk: Chunk) -> Done:
        """Answers the lines of a chunk."""
        return job(chunk)

    def close(self, *, wait: bool) -> None:
        """Nothing has to end."""


class Processes:
    """Processes of our own, one more started whenever one has died."""

    def __init__(self, jobs: int) -> None:
        """Start so many, each when there is a chunk for it."""
        self.jobs, self.window = jobs, 4 * jobs + 1
        # Each thread waits for one process.
        self._threads = ThreadPoolExecutor(jobs)
        self._idle: list[Worker] = []
        # What every process waits for, and nothing is ever written to: the end of its other end.
        self._ending, self._held = CONTEXT.Pipe(duplex=False)
        self._begun = False

    def submit(self, job: Job, chunk: Chunk) -> Future[Done]:
        """Answers what will hold the lines of a chunk."""
        return self._threads.submit(self.alone, job, chunk)

    def result(self, future: Future[Done]) -> Done:
        """Answers the lines of a chunk once they are there."""
        return future.result()

    def alone(self, job: Job, chunk: Chunk) -> Done:
        """Answers the lines of a chunk from a process that does nothing else meanwhile."""
        worker = self._taken(pickle.dumps((job, chunk)))
        try:
            found = worker.answer()
        except WorkerDied:
            worker.close()
            raise
        self._idle.append(worker)
        answer: Done | Exception = pickle.loads(found)  # noqa: S301  (of a process of our own)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def _taken(self, asked: bytes) -> Worker:
        """Answers a process that has taken a chunk: one that has nothing to do, or a new one.

        Raises: ArgueError if processes end before they have the chunk, and that again and again.
        """
        for _ in range(MOST_STARTS):
            if self._held.closed:
                break
            try:
                worker = self._idle.pop()
            except IndexError:
                worker = Worker(self._ending)
            if worker.takes(asked):
                self._begun = True
                return worker
            if worker.close() > 0 and not self._begun:
                raise ArgueError(UNBEGUN)
        raise ArgueError(ENDING)

    def close(self, *, wait: bool) -> None:
        """End the processes, in the middle of what they are doing if they are not waited for."""
        if not wait:
            self._held.close()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._idle:
            worker.close()
        self._held.close()
        self._ending.close()


class Given:
    """An executor that was handed in, which is left as it is."""

    def __init__(
        self, executor: Executor, *, width: int = 0, deaths: tuple[type[Exception], ...] = ()
    ) -> None:
        """Hand chunks to an executor; `deaths` are the errors that tell of a dead worker."""
        self.executor, self.deaths = executor, deaths
        self.window = 4 * (width or getattr(executor, "_max_workers", 0) or _cores()) + 1

    def submit(self, job: Job, chunk: Chunk) -> Future[Done]:
        """Answers what will hold the lines of a chunk."""
        try:
            return self.executor.submit(_run, job, chunk)
        except (BrokenExecutor, RuntimeError) as error:
            raise _lost(error) from error

    def result(self, future: Future[Done]) -> Done:
        """Answers the lines of a chunk once they are there.

        Raises: ArgueError if the executor itself is lost.
        """
        try:
            return future.result()
        except self.deaths as error:
            raise WorkerDied from error
        except (BrokenExecutor, CancelledError, OSError) as error:
            raise _lost(error) from error

    def alone(self, job: Job, chunk: Chunk) -> Done:
        """Answers the lines of a chunk."""
        return self.result(self.submit(job, chunk))

    def close(self, *, wait: bool) -> None:
        """The executor belongs to whoever handed it in."""


def _lost(error: Exception) -> ArgueError:
    return ArgueError(
        f"the executor takes no more work ({type(error).__name__}: {error}); what is written "
        "stands: run it again with a new one to go on"
    )


def _run(job: Job, chunk: Chunk) -> Done:
    return job(chunk)


def _cores() -> int:
    return os.cpu_count() or 1


def default_jobs() -> int:
    """Answers how many processes are started unless told otherwise: as many as may be used."""
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable else _cores()


def hands_for(executor: Executor | None = None, jobs: int | None = None) -> Hands:
    """Answers who does the work: an executor, or else so many processes; for one job this one."""
    if executor is not None:
        return Given(executor, deaths=deaths_of(executor))
    if jobs is None:
        return Processes(default_jobs())
    if jobs < 1:
        raise ArgueError(f"{jobs} jobs do no work; give at least 1")
    return Here() if jobs == 1 else Processes(jobs)


def deaths_of(executor: Executor) -> tuple[type[Exception], ...]:
    """Answers the errors by which an executor of Dask says that workers died over a chunk."""
    if not type(executor).__module__.startswith("distributed."):
        return ()
    return (import_module("distributed").KilledWorker,)
