"""A file of rows that survives interruption: whole lines only, gone on with where it ends."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import BinaryIO, Protocol, Self

from argue.errors import ArgueError, UnknownId
from argue.io.json_depth import parsed
from argue.io.saving import check_place
from argue.rewards.scale.lines import Chunk, Done, Summary

AGAIN = "run the same command again to go on from there"


class Walk:
    """Goes through the inputs that rows should have been made from, and keeps what is left."""

    def __init__(self, chunks: Iterator[Chunk]) -> None:
        """Begin with the first input."""
        self._chunks = chunks
        self._chunk: Chunk | None = None
        self._openings: Sequence[str] = ()
        self._place = 0

    def opening(self) -> bytes | None:
        """Answers how the next row should begin, None if there is no next."""
        while self._place == len(self._openings):
            self._chunk = next(self._chunks, None)
            if self._chunk is None:
                self._openings, self._place = (), 0
                return None
            self._openings, self._place = self._chunk.openings(), 0
        return self._openings[self._place].encode()

    def step(self) -> None:
        """Go on to the row after the next."""
        self._place += 1

    def rest(self) -> Iterator[Chunk]:
        """Yields the inputs that are left."""
        if self._chunk is not None and self._place < len(self._chunk):
            yield self._chunk.part(self._place, len(self._chunk))
        yield from self._chunks


class Output(Protocol):
    """Where rows go."""

    def __enter__(self) -> Self:
        """Open it."""
        ...

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Close it, with whole rows only."""
        ...

    def standing(self, walk: Walk) -> Summary:
        """Answers what stands there already, made from the first of these inputs."""
        ...

    def add(self, done: Done) -> None:
        """Add rows."""
        ...

    def finish(self) -> None:
        """Say that all rows are there."""
        ...


class Stream:
    """An open stream such as stdout, which nothing can be read back from."""

    def __init__(self, stream: BinaryIO | None = None) -> None:
        """Write to a stream, by default to stdout."""
        self._stream = stream or sys.stdout.buffer

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """The stream stays open."""

    def standing(self, walk: Walk) -> Summary:
        """Answers nothing."""
        return Summary()

    def add(self, done: Done) -> None:
        """Write rows."""
        self._stream.write(done.text)

    def finish(self) -> None:
        """Write out what is buffered."""
        self._stream.flush()


def lock(file: int, path: str) -> None:
    """Keeps other runs from an open file until it is closed.

    Raises: ArgueError, with the file closed, if another run is writing to it.
    """
    try:
        import fcntl  # noqa: PLC0415  (not on Windows, where runs must be kept apart by hand)
    except ModuleNotFoundError:
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(file)
        raise ArgueError(f"another run is writing to {path}: wait for it") from error


class Lines:
    """A file of lines, one a row, which a later run goes on with.

    Whatever ends a run, its lines are whole but perhaps the last, which the next run cuts; all
    lines must begin as those of the inputs do, else nothing is touched.
    """

    def __init__(self, path: str, *, overwrite: bool = False) -> None:
        """Write to a file; with `overwrite` from its beginning."""
        self.path, self.overwrite = path, overwrite
        self._rows = 0
        self._end = 0
        self._regular = True
        self._checked = False

    def __enter__(self) -> Self:
        try:
            self._file = os.open(
                self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666
            )
        except OSError as error:
            check_place(self.path)
            raise OSError(error.errno, f"{self.path}: {error.strerror}") from error
        self._regular = stat.S_ISREG(os.fstat(self._file).st_mode)
        if self._regular:
            lock(self._file, self.path)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        *_: object,
    ) -> None:
        if kind is not None and self._checked:
            with suppress(OSError):  # the next run cuts it as well
                os.ftruncate(self._file, self._end)
        os.close(self._file)

    def standing(self, walk: Walk) -> Summary:
        """Answers what stands in the file; half a row at its end is cut.

        Raises: ArgueError if it holds something else than the rows of these inputs.
        """
        if not self._regular:
            return Summary()
        if self.overwrite:
            os.ftruncate(self._file, 0)
        failed, first = 0, (0, "")
        with open(os.dup(self._file), "rb") as file:
            file.seek(0)
            for line in file:
                self._check(line, walk.opening())
                if line.endswith(b"\n"):
                    walk.step()
                    self._rows += 1
                    error = _error_in(line)
                    first = first if failed or not error else (self._rows, error)
                    failed += bool(error)
                    self._end += len(line)
        os.ftruncate(self._file, self._end)
        os.lseek(self._file, self._end, os.SEEK_SET)
        self._checked = True
        return Summary(self._rows, self._rows, failed, first)

    def _check(self, line: bytes, start: bytes | None) -> None:
        place = f"{self.path}, line {self._rows + 1}"
        if start is None:
            raise ArgueError(f"{place}: there are fewer inputs than rows; {_OTHERWISE}")
        length = min(len(start), len(line)) if not line.endswith(b"\n") else len(start)
        if line[:length] != start[:length]:
            raise ArgueError(
                f"{place} was not made from this input with these settings by this version; "
                f"{_OTHERWISE}"
            )

    def add(self, done: Done) -> None:
        """Write rows.

        Raises: OSError saying how many rows stand, if they cannot be written.
        """
        try:
            left = memoryview(done.text)
            while left:
                left = left[os.write(self._file, left) :]
        except OSError as error:
            stand = f"{self.path}: {error.strerror}; {self._rows} rows stand: "
            raise OSError(error.errno, stand + f"mend that and {AGAIN}") from error
        self._rows += done.rows
        self._end += len(done.text)
        self._check_is_there()

    def _check_is_there(self) -> None:
        """Raises OSError if the file is no longer where it was: what is written would be lost."""
        if not self._regular:
            return
        gone = "was removed or replaced while rows were written to it: run it again"
        try:
            there = os.stat(self.path)
        except OSError as error:
            raise OSError(error.errno, f"{self.path} {gone}") from error
        if not os.path.samestat(there, os.fstat(self._file)):
            raise OSError(errno.ENOENT, f"{self.path} {gone}")

    def finish(self) -> None:
        """Have the rows written to the disk."""
        if self._regular:
            os.fsync(self._file)


def _error_in(line: bytes) -> str:
    """Answers what went wrong with the input of a row, empty if nothing did."""
    if b',"error":{' not in line:  # as it cannot be within quotes
        return ""
    try:
        row = parsed(line.decode())
        return f"{row['input']}: {row['error']['message']}" if "error" in row else ""
    except (ValueError, KeyError, TypeError) as error:
        raise ArgueError(f"{line[:60]!r}... is no row as it was written; {_OTHERWISE}") from error


_OTHERWISE = "write to another file, or begin anew with --overwrite"


SUFFIXES = ("", ".jsonl", ".ndjson")


def output_for(file: str | None, *, overwrite: bool = False) -> Output:
    """Answers where lines go: to a file, or without one (or for `-`) to stdout.

    Raises: UnknownId for a suffix that promises something else.
    """
    if file is None or file == "-":
        return Stream()
    suffix = os.path.splitext(file)[1].lower()
    if suffix not in SUFFIXES:
        raise UnknownId("suffix", suffix, [s for s in SUFFIXES if s])
    return Lines(file, overwrite=overwrite)
