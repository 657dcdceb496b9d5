"""What the engine does, for programs that embed it: counts of its work, and log messages.

Counting costs next to nothing and is always on; nothing is written anywhere. Messages go to the
standard loggers `argue.*` at the level DEBUG, so that nothing is seen of them unless a program
asks for it. There is no telemetry.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

PROGRAMS = "programs grounded"
CALLS = "solver calls"
MODELS = "answer sets read"
PATTERNS = "patterns solved"
ROWS = "rows judged"
KEPT_ROWS = "rows remembered"

COUNTED: Mapping[str, str] = MappingProxyType(
    {
        PROGRAMS: "logic programs handed to the solver and grounded",
        CALLS: "searches the solver was asked for",
        MODELS: "answer sets that were read from it",
        PATTERNS: "new patterns of signs that a judge of rows had solved",
        ROWS: "rows whose margins a judge worked out; all but the new patterns took no solving",
        KEPT_ROWS: "single rows that a judge was asked again and had kept whole",
    }
)
"""What is counted -> what it is, for the whole process since it began."""

_so_far: Counter[str] = Counter()


def count(name: str, times: int = 1) -> None:
    """Adds to a count."""
    _so_far[name] += times


class Counts:
    """What was counted since a block was entered, up to its end or so far."""

    def __init__(self) -> None:
        """Remember what stood."""
        self._before = dict(_so_far)
        self._after: Mapping[str, int] | None = None

    def stop(self) -> None:
        """Counts no further."""
        self._after = dict(_so_far)

    def __getitem__(self, name: str) -> int:
        """Answers how often something happened; raises KeyError for a name not in COUNTED."""
        if name not in COUNTED:
            raise KeyError(f"{name!r} is not counted; one of: {', '.join(COUNTED)}")
        now = _so_far if self._after is None else self._after
        return now.get(name, 0) - self._before.get(name, 0)

    def as_dict(self) -> dict[str, int]:
        """Answers all counts by name."""
        return {name: self[name] for name in COUNTED}


@contextmanager
def counted() -> Generator[Counts]:
    """Counts what the engine does in a block, by all threads of this process but not others.

    Where several threads count at the same instant, one of them may be missed.

        with counted() as counts:
            analyze(case)
        counts["solver calls"]
    """
    counts = Counts()
    try:
        yield counts
    finally:
        counts.stop()


def debug(logger: str, message: str, *values: object) -> None:
    """Logs a message as one line that prints, whatever names are among the values.

    Does nothing in a program that has not imported `logging`.
    """
    logging = sys.modules.get("logging")
    if logging is not None and (told := logging.getLogger(logger)).isEnabledFor(logging.DEBUG):
        told.debug(message, *map(_one_line, values))


def _one_line(value: object) -> object:
    """Answers a value as it is logged: a text with anything in it that does not print, escaped.

    Such a text could begin a line of its own, as if another program had written it.
    """
    if not isinstance(value, str) or value.isprintable():
        return value
    return value.encode("unicode_escape").decode()
