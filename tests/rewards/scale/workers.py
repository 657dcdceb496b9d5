"""Jobs that count, and that end the process they run in, where other processes can import them."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

from argue.rewards.scale.items import Cases, Item, in_chunks
from argue.rewards.scale.lines import Done, encoded, line_of


class Echo:
    """Says every text again."""

    def __call__(self, chunk: Cases) -> Done:
        lines: list[str] = []
        for item, start in zip(chunk.items, chunk.openings(), strict=True):
            self.before(item)
            lines.append(line_of(start, {"said": item.text}))
        return Done(encoded(lines), len(lines))

    def before(self, item: Item) -> None:
        """Nothing comes before."""


class Slow(Echo):
    """Takes its time over some texts, or over all."""

    def __init__(self, seconds: float, *over: str) -> None:
        self.seconds, self.over = seconds, over

    def before(self, item: Item) -> None:
        if not self.over or item.text in self.over:
            time.sleep(self.seconds)


class Dying(Echo):
    """Ends its process over some texts: always, or only the first time."""

    def __init__(self, *deadly: str, once: Path | None = None) -> None:
        self.deadly, self.once = deadly, once

    def before(self, item: Item) -> None:
        if item.text in self.deadly and not (self.once and self.once.exists()):
            if self.once:
                self.once.touch()
            os._exit(9)


class Torn(Dying):
    """Ends its process in the middle of the answer that holds some texts."""

    def before(self, item: Item) -> None:
        if item.text in self.deadly and not (self.once and self.once.exists()):
            if self.once:
                self.once.touch()
            Connection._send = _half  # type: ignore[attr-defined]  # every message goes through it


def _half(pipe: Connection, message: bytes) -> None:
    os.write(pipe.fileno(), bytes(message)[: len(message) // 2])
    os._exit(9)


class Interrupted(Echo):
    """Is reached by Ctrl-C over every text."""

    def before(self, item: Item) -> None:
        os.kill(os.getpid(), signal.SIGINT)


class Telling(Echo):
    """Notes how many inputs have been begun."""

    def __init__(self) -> None:
        self.begun = 0
        self.lock = threading.Lock()

    def before(self, item: Item) -> None:
        with self.lock:
            self.begun += 1


def inputs(texts: list[str], size: int = 4) -> Iterator[Cases]:
    items = (Item(number, f"input {number}", text) for number, text in enumerate(texts, 1))
    return in_chunks(items, {}, salt=b"salt", size=size)
