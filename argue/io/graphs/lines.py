"""What the formats of bare graphs share: numbered lines, and errors that name theirs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NoReturn

from argue.errors import ArgueError, CaseError, LimitExceeded, Problem
from argue.model.af import AF

MALFORMED = "G001"
"""The code of every problem of a graph file; `codes` explains it."""

MAX_ARGUMENTS = 10_000_000
"""Most arguments a file may announce; each costs about ninety bytes to be read, and as many more
or twice that to be solved, before any attack."""


class Line:
    """One line of a graph file that holds something."""

    __slots__ = ("file", "number", "text")

    def __init__(self, file: str, number: int, text: str) -> None:
        """Keep where the line stands and what it says."""
        self.file, self.number, self.text = file, number, text

    def wrong(self, message: str, advice: str, part: str = "") -> NoReturn:
        """Raises: CaseError that points at `part` of this line, by default at all of it."""
        place = self.text.find(part) if part else 0
        column = max(place, 0) + 1
        length = max(len(part or self.text), 1)
        problem = Problem(
            MALFORMED, message, "", self.number, column, length, help=advice, text=self.text
        )
        raise CaseError([problem], self.file)


def lines_of(data: bytes, file: str, *, comment: str = "") -> Iterator[Line]:
    """Answers the lines of a file that are neither empty nor, if there are any, comments.

    Raises: CaseError with the line that is not UTF-8.
    """
    for number, raw in enumerate(data.replace(b"\r\n", b"\n").split(b"\n"), start=1):
        try:
            text = raw.decode("utf-8-sig" if number == 1 else "utf-8").strip()
        except UnicodeDecodeError:
            shown = raw.decode("utf-8", "backslashreplace")
            Line(file, number, shown).wrong("the line is not UTF-8", "save the file as UTF-8")
        if text and not (comment and text.startswith(comment)):
            yield Line(file, number, text)


def missing(file: str, message: str, advice: str) -> NoReturn:
    """Raises: CaseError about something a file lacks, which has no line."""
    raise CaseError([Problem(MALFORMED, message, help=advice)], file)


def bounded(count: int) -> int:
    """Answers a number of arguments; raises LimitExceeded beyond MAX_ARGUMENTS."""
    if count > MAX_ARGUMENTS:
        raise LimitExceeded(f"more than {MAX_ARGUMENTS} arguments; a graph file may have so many")
    return count


def writable(af: AF, forbidden: str, form: str) -> AF:
    """Answers the graph if its ids can be written in a format.

    Raises: ArgueError for an id that is empty, begins with a byte order mark, which is no part of
    a file that begins with it, or has whitespace or one of the `forbidden` characters in it.
    """
    for argument in af.arguments:
        unfit = argument.split() != [argument] or argument[0] == "\ufeff"
        if unfit or any(mark in argument for mark in forbidden):
            raise ArgueError(
                f"{form} cannot hold the argument id {argument!r}; "
                f"use ids without spaces{''.join(f', {mark}' for mark in forbidden)}"
            )
    return af
