"""What one input may cost: seconds of the processor, and memory; more is a failure of its reader.

A reader is left from Python where that is possible. Where it hangs in a library the kernel ends the
process a little later, and whoever started it says on which input.
"""

import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

MOST_SECONDS = 5.0
"""Seconds of the processor that one input may take."""
LAST_SECONDS = 4 * MOST_SECONDS
"""After so many the process ends, whatever it is doing."""
MOST_ADDRESSES = 8 << 30
"""Bytes that the process may map."""
MOST_RESIDENT = 1536
"""MiB that may ever have been in memory at once."""


class TooSlow(BaseException):
    """An input that took more than its time; no `except Exception` on the way swallows it."""


class TooLarge(Exception):
    """An input after which the process had used more memory than any input may need."""


def _late(_: int, __: FrameType | None) -> None:
    raise TooSlow(f"more than {MOST_SECONDS:g} seconds")


@contextmanager
def in_time() -> Iterator[None]:
    """Runs its body; raises TooSlow in it when its time is over.

    Outside `guarded` nothing ends a process that does not listen.
    """
    before = signal.signal(signal.SIGPROF, _late)
    signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def guard() -> None:
    """Bound this process for good: memory that it may map."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_ADDRESSES, MOST_ADDRESSES))
    signal.signal(signal.SIGPROF, _late)
    signal.signal(signal.SIGVTALRM, signal.SIG_DFL)


def start() -> None:
    """Begin the time of one input, in a process that is guarded."""
    signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)
    signal.setitimer(signal.ITIMER_VIRTUAL, LAST_SECONDS)


def stop() -> None:
    """End the time of one input."""
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def resident() -> int:
    """Answers the MiB that this process has had in memory at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


def check_memory() -> None:
    """Raises: TooLarge if the process has used more than any input may need."""
    if resident() > MOST_RESIDENT:
        raise TooLarge(f"{resident()} MiB in memory; {MOST_RESIDENT} are allowed")
