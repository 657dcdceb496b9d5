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


@contextmanager
def paced(
    what: str, of: Callable[[], int | None], *, quiet: bool = False
) -> Generator[Callable[[int], None] | None]:
    """Gives what is to be called with the number of things done; it shows rate and time left.

    The first call says how many were done before. `of` counts all of them, and is asked only where
    stderr is a terminal; None where it is not, or `quiet`.
    """
    stream = sys.stderr
    if quiet or not stream.isatty():
        yield None
        return
    total = of()
    started = shown = time.monotonic()
    before: int | None = None

    def progress(done: int) -> None:
        nonlocal before, started, shown
        now = time.monotonic()
        if before is None:
            before, started = done, now
        if now - started < AFTER or now - shown < EVERY:
            return
        shown = now
        rate = (done - before) / (now - started)
        stream.write(f"{CLEAR}{done:,} {_of(total)}{what}, {_rate(rate)}{_left(done, total, rate)}")
        stream.flush()

    try:
        yield progress
    finally:
        stream.write(CLEAR)
        stream.flush()


def _of(total: int | None) -> str:
    return "" if total is None else f"of {total:,} "


def _rate(rate: float) -> str:
    return f"{rate:,.0f} a second" if rate >= 10 else f"{rate:.1f} a second"


def _left(done: int, total: int | None, rate: float) -> str:
    """Answers how long it will take at this rate, in words."""
    if total is None or rate <= 0:
        return ""
    seconds = max(0, total - done) / rate
    if seconds < 90:
        return f", {seconds:.0f} s left"
    minutes = seconds / 60
    return f", {minutes:.0f} min left" if minutes < 90 else f", {minutes / 60:.1f} h left"
