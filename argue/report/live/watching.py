"""What is to be shown of a file that people are editing: its report, or what is wrong with it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from secrets import token_hex
from threading import Condition, Event

from argue.errors import ArgueError, NoSuchInput
from argue.io.document import read_bytes
from argue.model.record import record

PAUSE = 0.1
"""Seconds between two looks at the file; it counts as saved once two in a row find the same."""


@record
class Shown:
    """What a page shows at one time.

    `version` differs whenever anything else does, also from that of another run. `report` is the
    last page that could be made, `number` counts these, `at` is the time of day when the file was
    last read; `problem` says why the file as it now stands has none, and is empty if it has.
    """

    version: str = ""
    report: str = ""
    number: int = 0
    at: str = ""
    problem: str = ""
    busy: bool = False


class Live:
    """A file and what is to be shown of it; `watch` keeps this up to date until `close`.

    `make` answers the page for what the file holds, `told` what is said of an error.
    """

    def __init__(
        self, file: Path, *, make: Callable[[bytes], str], told: Callable[[Exception], str]
    ) -> None:
        """Show nothing yet."""
        self.file = file
        self._make, self._told = make, told
        self._run, self._changes = token_hex(4), 0
        self._shown = Shown()
        self._changed = Condition()
        self._closed = Event()

    def watch(self) -> None:
        """Look at the file again and again, and judge it whenever it has changed and is settled.

        An editor may empty a file before it writes, or put another in its place, so that a single
        look can find half a case or none.
        """
        settled = seen = self._content()
        self._judge(settled)
        while not self._closed.wait(PAUSE):
            content = self._content()
            if content == seen and content != settled:
                settled = content
                self._judge(settled)
            seen = content

    def close(self) -> None:
        """End `watch`, and let nobody wait any longer."""
        self._closed.set()
        with self._changed:
            self._changed.notify_all()

    def is_closed(self) -> bool:
        """Answers whether nothing will come about any more."""
        return self._closed.is_set()

    def shown(self) -> Shown:
        """Answers what is to be shown now."""
        with self._changed:
            return self._shown

    def after(self, version: str, seconds: float) -> Shown:
        """Answers what is to be shown once it is no longer that version, or after so long."""
        with self._changed:
            self._changed.wait_for(
                lambda: self._shown.version != version or self._closed.is_set(), seconds
            )
            return self._shown

    def _content(self) -> bytes | str:
        """Answers what the file holds, or what is said if it cannot be read."""
        try:
            if self.file.is_fifo() or self.file.is_char_device():  # which would be waited for
                raise NoSuchInput(f"cannot read {str(self.file)!r}: it is no file")
            return read_bytes(self.file)
        except ArgueError as error:
            return self._told(error)

    def _judge(self, content: bytes | str) -> None:
        at = time.strftime("%H:%M:%S")
        if isinstance(content, str):
            self._show(replace(self._shown, at=at, problem=content, busy=False))
            return
        self._show(replace(self._shown, busy=True))
        try:
            report = self._make(content)
        except Exception as error:  # a bug must end neither the thread nor the lesson: it is shown
            found = replace(self._shown, at=at, problem=self._told(error), busy=False)
        else:
            number = self._shown.number + 1
            found = Shown(report=report, number=number, at=at)
        self._show(found)

    def _show(self, found: Shown) -> None:
        with self._changed:
            self._changes += 1
            self._shown = replace(found, version=f"{self._run}-{self._changes}")
            self._changed.notify_all()
