"""Standard streams that were closed before the start, as those of daemons and of cron may be."""

from __future__ import annotations

import errno
import io
import os
import sys
from typing import Any, NoReturn

from argue.errors import NoSuchInput


class _ClosedInput(io.RawIOBase):
    """An input that nothing can be read from, and says so."""

    def readable(self) -> bool:
        """It is to be read."""
        return True

    def readinto(self, buffer: Any, /) -> NoReturn:
        """Refuse to be read."""
        raise NoSuchInput("cannot read standard input: it is closed; name a file")


class _ClosedOutput(io.RawIOBase):
    """An output that nothing can be written to, and says so once: what ends later is silent."""

    said = False

    def writable(self) -> bool:
        """It is to be written."""
        return True

    def write(self, data: Any, /) -> int:
        """Refuse to be written."""
        if self.said:
            return len(data)
        self.said = True
        raise OSError(errno.EBADF, "standard output is closed; name a file, as in -o FILE")


def open_closed_streams() -> None:
    """Put what refuses in the place of stdin and stdout if they are closed, and of stderr nothing.

    Their numbers are taken: the next file to be opened would have them, and with them all that is
    written there by what knows of no Python.
    """
    if None not in (sys.stdin, sys.stdout, sys.stderr):
        return
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    if sys.stdin is None:  # pyright: ignore[reportUnnecessaryComparison] (typeshed leaves it out)
        sys.stdin = io.TextIOWrapper(io.BufferedReader(_ClosedInput()), "utf-8")
    if sys.stdout is None:  # pyright: ignore[reportUnnecessaryComparison] (as above)
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(_ClosedOutput()), "utf-8")
    if sys.stderr is None:  # pyright: ignore[reportUnnecessaryComparison] (as above)
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  (open to the end)
