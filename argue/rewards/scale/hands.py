"""Who does the work: this process, processes of its own, or an executor that was handed in."""

from __future__ import annotations

import errno
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Generator
from concurrent.futures import (
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    ProcessPoolExecutor,
)
from contextlib import contextmanager, suppress
from importlib import import_module
from multiprocessing.connection import Connection
from typing import Any, Protocol

from argue.errors import ArgueError
from argue.rewards.scale.lines import Chunk, Done, Job

MOST_STARTS = 20
"""So often processes are started for one chunk if they end before they have it."""
UNBEGUN = (
    "worker processes end as soon as they start: in a script, call this from below "
    "`if __name__ == '__main__':`, or use one job"
)
ENDING = (
    "worker processes end again and again before they are given any work; what is written stands: "
    "run it again to go on, with fewer jobs if memory is short"
)


class WorkerDied(Exception):
    """A worker ended before it had finished a chunk."""


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
    """Processes of our own, started anew when one of them dies."""

    def __init__(self, jobs: int) -> None:
        """Start so many when the first chunk comes."""
        self.jobs, self.window = jobs, 4 * jobs + 1
        self._pool: Pool | None = None
        self._aside: Pool | None = None
        self._begun = False

    def submit(self, job: Job, chunk: Chunk) -> Future[Done]:
        """Answers what will hold the lines of a chunk."""
        self._pool, future = self._handed(self._pool, self.jobs, job, chunk)
        return future

    def result(self, future: Future[Done]) -> Done:
        """Answers the lines of a chunk once they are there."""
        try:
            return future.result()
        except BrokenExecutor as error:
            raise WorkerDied from error

    def alone(self, job: Job, chunk: Chunk) -> Done:
        """Answers the lines of a chunk from a process that does nothing else."""
        self._aside, future = self._handed(self._aside, 1, job, chunk)
        try:
            return self.result(future)
        except WorkerDied:
            self._aside.close(wait=False)
            self._aside = None
            raise

    def _handed(
        self, pool: Pool | None, jobs: int, job: Job, chunk: Chunk
    ) -> tuple[Pool, Future[Done]]:
        """Hands a chunk to a pool, or to a new one where that broke since it was last used.

        It did by a chunk that is still waited for, which will be run alone, or by nothing of ours.
        Raises: ArgueError if processes end before they have the chunk, and that again and again.
        """
        for _ in range(MOST_STARTS if self._begun else 1):
            try:
                pool = pool or Pool(jobs)
                future = pool.submit(job, chunk)
            except BrokenExecutor:
                if pool is not None:
                    pool.close(wait=False)
                pool = None
            else:
                self._begun = True
                return pool, future
        raise ArgueError(ENDING if self._begun else UNBEGUN)

    def close(self, *, wait: bool) -> None:
        """End the processes, in the middle of what they are doing if they are not waited for."""
        for pool in (self._pool, self._aside):
            if pool is not None:
                pool.close(wait=wait)


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


class Pool:
    """Processes that end when they are told to, or when the one they work for is gone."""

    def __init__(self, jobs: int) -> None:
        """Start processes, and see that they have.

        Raises: BrokenExecutor if one of them has ended already.
        """
        context = multiprocessing.get_context("spawn")
        # What every process waits for, and nothing is ever written to: the end of its other end.
        ending, self._held = context.Pipe(duplex=False)
        self._pool = ProcessPoolExecutor(
            jobs, mp_context=context, initializer=_end_with, initargs=(ending,)
        )
        try:
            self._submitted(os.getpid).result()
        except BrokenExecutor:
            self.close(wait=False)
            raise

    def submit(self, job: Job, chunk: Chunk) -> Future[Done]:
        """Answers what will hold the lines of a chunk."""
        return self._submitted(job, chunk)

    def _submitted(self, work: Callable[..., Any], *given: Any) -> Future[Any]:
        try:
            with _uninterrupted():
                return self._pool.submit(work, *given)
        except (OSError, ValueError) as error:  # it breaks at this moment: its pipes are closed
            if isinstance(error, OSError) and error.errno not in (None, errno.EBADF, errno.EPIPE):
                raise
            raise BrokenExecutor(str(error)) from error

    def close(self, *, wait: bool) -> None:
        """End the processes, at once unless they are waited for."""
        if not wait:
            self._held.close()
        self._pool.shutdown(cancel_futures=True)
        self._held.close()


@contextmanager
def _uninterrupted() -> Generator[None]:
    """Starts processes that leave Ctrl-C, which reaches a whole group, to the one they work for.

    A process inherits which signals are blocked; here the signal is only put off.
    """
    if not hasattr(signal, "pthread_sigmask"):  # there Ctrl-C ends workers, with what they say
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with(ending: Connection) -> None:
    """Ends this process when the other end of a pipe is closed, however that came about."""

    def watch() -> None:
        with suppress(EOFError, OSError):
            ending.recv_bytes()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


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
