"""Lines of JSON, one an input: how each begins, and what it says of an input that failed.

A line begins with its number and a digest of what it was made from: the input, and the settings and
version it was judged with. So a file that was left half-way says by itself what it belongs to.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from math import isfinite
from typing import Any, Protocol, SupportsFloat, cast

from argue.errors import CaseError
from argue.io.phrasing import visible_json
from argue.model.record import record
from argue.model.version import VERSION

DIGEST_BYTES = 8


@record
class Done:
    """Lines that a chunk came to, with how many of them say that their input failed.

    `first` is the number of the first of these, and what it says.
    """

    text: bytes
    rows: int
    failed: int = 0
    first: tuple[int, str] = (0, "")


@record
class Summary:
    """How far a run came: all rows, those that stood before, those that failed and the first."""

    rows: int = 0
    stood: int = 0
    failed: int = 0
    first: tuple[int, str] = (0, "")


class Chunk(Protocol):
    """Some inputs in a row, sent to a worker together."""

    def __len__(self) -> int:
        """How many inputs there are."""
        ...

    def part(self, start: int, stop: int) -> Chunk:
        """Answers the inputs from one place to another."""
        ...

    def openings(self) -> Sequence[str]:
        """Answers how the line of every input begins."""
        ...

    def names(self) -> Sequence[str]:
        """Answers where every input comes from."""
        ...

    def numbers(self) -> Sequence[int]:
        """Answers the number of every input, from 1."""
        ...


class Job(Protocol):
    """What a worker does with a chunk; it can be sent to another process."""

    def __call__(self, chunk: Any) -> Done:
        """Answers the lines of a chunk."""
        ...


def salt_of(*parts: Any) -> bytes:
    """Answers what makes digests differ with the settings, and with the version of argue."""
    return blake2b(repr((VERSION, *parts)).encode(), digest_size=16).digest()


def openings_of(
    salt: bytes, inputs: Iterable[Sequence[bytes]], numbers: Iterable[int]
) -> list[str]:
    """Answers how the lines of inputs begin, each given as parts; the brace is not closed."""
    begun = blake2b(key=salt, digest_size=DIGEST_BYTES)
    found: list[str] = []
    for parts, number in zip(inputs, numbers, strict=True):
        digest = begun.copy()
        for part in parts:
            if len(parts) > 1:  # so that a part cannot pass for two
                digest.update(len(part).to_bytes(8, "big"))
            digest.update(part)
        found.append(f'{{"row":{number},"digest":"{digest.hexdigest()}"')
    return found


def as_text(value: Any) -> str:
    """Answers a value as JSON on one line.

    Raises: ValueError for numbers that JSON does not have.
    """
    return _JSON.encode(value)


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def copied(value: Any) -> Any:
    """Answers a value of an input as JSON can hold it; what it cannot is written as text."""
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, Mapping):
        entries = cast("Mapping[Any, Any]", value).items()
        return {str(key): copied(inner) for key, inner in entries}
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray):
        return [copied(inner) for inner in cast("Sequence[Any]", value)]
    return _copied_one(value)


def _copied_one(value: Any) -> Any:
    if isinstance(value, bytes | bytearray):
        return value.decode("utf-8", "backslashreplace")
    if hasattr(value, "tolist"):  # an array, or a number of one
        return copied(value.tolist())
    if not isinstance(value, SupportsFloat):
        return str(value)
    number = float(value)
    return number if isfinite(number) else str(number)


def line_of(start: str, entries: Mapping[str, Any]) -> str:
    """Answers a line that begins in this way and goes on with some entries."""
    rest = as_text(entries)[1:]
    return f"{start},{rest}\n" if entries else f"{start}}}\n"


def problem_of(error: Exception) -> dict[str, Any]:
    """Answers an error as plain data: its kind, its message, and what is wrong in a case file."""
    found: dict[str, Any] = {"kind": type(error).__name__, "message": str(error)}
    if isinstance(error, CaseError):
        found["problems"] = [
            {
                "code": p.code,
                "message": p.message,
                "path": p.path,
                "line": p.line,
                "column": p.column,
                "help": p.help,
            }
            for p in error.problems
        ]
    return found


def encoded(lines: Iterable[str]) -> bytes:
    """Answers lines as bytes, in which what does not print is an escape that JSON reads.

    So no program finds a line break inside a line (some break at U+2028 too), no terminal a
    command, and half of a surrogate pair can stand in UTF-8.
    """
    return visible_json("".join(lines)).encode()


def failed(chunk: Chunk, problem: Mapping[str, Any]) -> Done:
    """Answers lines that say of every input of a chunk that it failed, and why."""
    entries = [{"input": name, "error": dict(problem)} for name in chunk.names()]
    lines = [line_of(s, e) for s, e in zip(chunk.openings(), entries, strict=True)]
    first = (chunk.numbers()[0], f"{chunk.names()[0]}: {problem['message']}")
    return Done(encoded(lines), len(lines), len(lines), first)
