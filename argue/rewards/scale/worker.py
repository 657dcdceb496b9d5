"""A process that does one chunk after another, over a pipe of its own.

Processes that answer through one pipe can keep one another waiting for ever: whichever is killed
in the middle of an answer leaves half of it there, and the lock of the pipe taken. From a pipe of
its own what is read ends when the process does, wherever that was.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import threading
import traceback
from collections.abc import Generator
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection

CONTEXT = multiprocessing.get_context("spawn")
ONE = threading.Lock()
"""Processes are started and waited for by one thread at a time: each of these looks at all."""
TAKEN = b"taken"


class WorkerDied(Exception):
    """A worker ended before it had finished a chunk."""


class Worker:
    """A process that waits for chunks, and ends when `ending` can be read to its end.

    It ends with this program too, if nobody closes it.
    """

    def __init__(self, ending: Connection) -> None:
        """Start it; only when it takes something it is known to have started."""
        self._pipe, theirs = CONTEXT.Pipe()
        self._process = CONTEXT.Process(target=_work, args=(theirs, ending), daemon=True)
        with theirs, ONE, _uninterrupted():
            self._process.start()

    def takes(self, asked: bytes) -> bool:
        """Hands over a job and a chunk, pickled; answers False if the process has ended."""
        try:
            self._pipe.send_bytes(asked)
            self._pipe.recv_bytes()
        except (EOFError, OSError):
            return False
        return True

    def answer(self) -> bytes:
        """Answers what the job came to, pickled: lines or an error.

        Raises: WorkerDied if the process has ended.
        """
        try:
            return self._pipe.recv_bytes()
        except (EOFError, OSError) as error:
            raise WorkerDied from error

    def close(self) -> int:
        """Waits until it has ended, as it does when it has nothing to do.

        Answers its exit code, which is below 0 if it was killed.
        """
        self._pipe.close()
        with ONE:
            self._process.join()
        code = self._process.exitcode
        assert code is not None  # it has been waited for
        return code


def _work(given: Connection, ending: Connection) -> None:
    """Does what comes, until nothing will come any more."""
    threading.Thread(target=_end_with, args=(ending,), daemon=True).start()
    with suppress(EOFError, OSError):
        while True:
            asked = given.recv_bytes()
            given.send_bytes(TAKEN)
            given.send_bytes(_answered(asked))


def _answered(asked: bytes) -> bytes:
    try:
        job, chunk = pickle.loads(asked)  # noqa: S301  (of our own)
        return pickle.dumps(job(chunk))
    except Exception as error:  # noqa: BLE001  (raised again by whoever asked)
        error.add_note(f"in a worker process:\n{traceback.format_exc()}")
        return pickle.dumps(error)


def _end_with(ending: Connection) -> None:
    """Ends this process when the other end of a pipe is closed, however that came about."""
    with suppress(EOFError, OSError):
        ending.recv_bytes()
    os._exit(1)


@contextmanager
def _uninterrupted() -> Generator[None]:
    """Starts processes that leave Ctrl-C, which reaches a whole group, to the one they work for.

    A process inherits which signals are blocked; here the signal is only put off. What keeps
    account of processes lets signals through again when it starts, so it is started before.
    """
    if not hasattr(signal, "pthread_sigmask"):  # there Ctrl-C ends workers, with what they say
        yield
        return
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
