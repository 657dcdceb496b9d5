"""The watch that ends a command whose time is over, whatever it is doing then.

Searches ask for the time themselves and tell what they found. The watch is for all else: a little
later it interrupts what has not asked, and later still ends the process, since grounding by the
solver cannot be interrupted.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import wraps
from typing import Any

import click

from argue.cli.parameters import Seconds
from argue.errors import OutOfBudget

ADVICE = (
    "allow more, or ask for less: settle disputed facts, rank sources, leave out frameworks, "
    "narrow intervals, or merge options and standpoints"
)
"""What helps where a case asks for too much; the documentation says how much is too much."""

SHARE, GRACE = 1.2, 5.0
"""Whatever asks for the time is ended after so much of it and so many seconds beyond."""

LAST = 15.0
"""Seconds beyond twice the time after which the process ends itself."""


class _Watch:
    """Counts the seconds of one command."""

    def __init__(self, seconds: float, advice: str) -> None:
        """Start counting; what asks for the time itself is given more to come to an end."""
        import signal  # noqa: PLC0415  (only where time is limited)
        import threading  # noqa: PLC0415  (as above)

        self.started = time.monotonic()
        self.late = f"time ran out: {seconds:g} s were allowed; {advice}"
        self._before: Any = None
        self._interrupts = threading.current_thread() is threading.main_thread() and hasattr(
            signal, "setitimer"
        )
        if self._interrupts:
            self._before = signal.signal(signal.SIGALRM, self._interrupt)
            signal.setitimer(signal.ITIMER_REAL, SHARE * seconds + GRACE + 1)
        self._end = threading.Timer(2 * seconds + LAST, self._leave)
        self._end.daemon = True
        self._end.start()

    def stop(self) -> None:
        """Stop counting."""
        import signal  # noqa: PLC0415  (only where time is limited)

        self._end.cancel()
        if self._interrupts:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, self._before)

    def _interrupt(self, *_: object) -> None:
        raise OutOfBudget(self.late)

    def _leave(self) -> None:
        from argue.cli.exits import Exit  # noqa: PLC0415  (only when all else failed)

        sys.stderr.write(f"argue: {self.late}\n")
        sys.stderr.flush()
        os._exit(Exit.OUT_OF_TIME)


@contextmanager
def watching(seconds: float | None, advice: str = ADVICE) -> Generator[None]:
    """Watches over a block for so many seconds, None for any number; until `let_go`.

    `advice` says what helps where they are too few.
    """
    if seconds is None:
        yield
        return
    from argue.model.patience import working_until  # noqa: PLC0415  (only where time is limited)

    watch = _Watch(seconds, advice)
    _running.append(watch)
    try:
        with working_until(watch.started + SHARE * seconds + GRACE):
            yield
    finally:
        _running.remove(watch)
        watch.stop()


_running: list[_Watch] = []


def let_go() -> None:
    """Stop watching: from here on a person is waited for."""
    from argue.model.patience import without_end  # noqa: PLC0415  (only where time is limited)

    without_end()
    for watch in _running:
        watch.stop()


def timeout_option_of(
    help_text: str, advice: str = ADVICE
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Answers what gives a command `--timeout`, told to it and watched while it runs."""

    def decorated(function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def called(*, timeout: float | None, **given: Any) -> Any:
            with watching(timeout, advice):
                return function(timeout=timeout, **given)

        return _option(help_text)(called)

    return decorated


def watch_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command that has nothing to tell before it ends `--timeout`, which is watched."""

    @wraps(function)
    def called(*, timeout: float | None, **given: Any) -> Any:
        with watching(timeout):
            return function(**given)

    return _option("Give up after so many seconds (exit code 124).")(called)


def patience_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command that goes on for ever `--timeout` for each of the things it does."""
    return _option("Give up each time after so many seconds, and say so.")(function)


def _option(help_text: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    return click.option(
        "--timeout",
        type=Seconds(),
        metavar="SECONDS",
        help=help_text,
    )
