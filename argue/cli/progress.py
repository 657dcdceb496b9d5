"""Progress of long work: one line on a terminal's stderr that is overwritten, nothing in a pipe."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager

AFTER = 0.5
"""Seconds before anything is shown: short work shows nothing."""
EVERY = 0.1
"""Seconds between two changes of the line."""
CLEAR = "\r\x1b[2K"


@contextmanager
def progress_of(what: str) -> Generator[Callable[..., None] | None]:
    """Gives what is to be called with the number of things done and, if known, of all of them.

    None where stderr is no terminal.
    """
    stream = sys.stderr
    if not stream.isatty():
        yield None
        return
    started = shown = time.monotonic()

    def progress(done: int, of: int | None = None) -> None:
        nonlocal shown
        now = time.monotonic()
        if now - started < AFTER or now - shown < EVERY:
            return
        shown = now
        total = "" if of is None else f" of {of}"
        stream.write(f"{CLEAR}{done}{total} {what}, {now - started:.0f} s")
        stream.flush()

    try:
        yield progress
    finally:
        if shown > started:
            stream.write(CLEAR)
            stream.flush()
