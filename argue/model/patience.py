"""Until when work may go on: an instant set around it, asked after by whatever can take long."""

from __future__ import annotations

import time
from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar

from argue.errors import OutOfBudget

_until: ContextVar[float | None] = ContextVar("until", default=None)


@contextmanager
def working_until(instant: float | None) -> Generator[None]:
    """Lets the work of a block go on until an instant of `time.monotonic`, None for any time.

    An earlier instant set around the block still counts.
    """
    token = _until.set(due(instant))
    try:
        yield
    finally:
        _until.reset(token)


def without_end() -> None:
    """Lets the rest of a block go on for any time, as where a person is waited for."""
    _until.set(None)


def due(own: float | None = None) -> float | None:
    """Answers until when work may go on here that has a deadline of its own; None for ever."""
    around = _until.get()
    if own is None or around is None:
        return around if own is None else own
    return min(own, around)


def go_on() -> None:
    """Lets work go on if its time is not over yet. Raises: OutOfBudget if it is."""
    instant = _until.get()
    if instant is not None and time.monotonic() >= instant:
        raise OutOfBudget("time ran out; allow more or ask for less")
