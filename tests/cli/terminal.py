"""What stands in for a terminal, and a clock for what is shown there after a while."""

from io import StringIO
from itertools import count
from types import SimpleNamespace

import pytest

from argue.cli import progress


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def tick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a second pass between two looks at the clock, however fast the work is."""
    monkeypatch.setattr(progress, "time", SimpleNamespace(monotonic=count().__next__))
