"""Rows of numbers in files or from Python, sent to workers some thousands at a time.

A record is a row as it was read: bytes of JSON, the fields of a CSV file, values of a Parquet file,
or a mapping; or what is wrong with a row that could not be read.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from io import TextIOWrapper
from itertools import islice
from os.path import isdir, isfile
from pathlib import Path
from typing import Any, TextIO, TypeAlias, cast

from argue.errors import ArgueError, BatchError, NoSuchInput
from argue.io.json_depth import parsed
from argue.io.nodes import MAX_BYTES
from argue.model.record import record
from argue.rewards.scale.inputs import BOM, opened
from argue.rewards.scale.lines import openings_of

SIZE = 4096
"""Rows sent to a worker together."""
MOST_VALUES = 1 << 20
"""Single numbers sent to a worker together, where rows hold one for every individual."""


class Unread(str):
    """What is wrong with a row that could not be read; those after it can be."""

    __slots__ = ()


Record: TypeAlias = "bytes | list[Any] | tuple[Any, ...] | Mapping[str, Any] | Unread"
Numbered: TypeAlias = "tuple[int, Record]"
"""A record with the line it ends on, or with its number where there are no lines."""


@record
class Rows:
    """Records in a row; `header` names the fields of those that do not name them themselves."""

    file: str
    first: int
    places: tuple[int, ...]
    records: tuple[Record, ...]
    salt: bytes
    header: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.records)

    def part(self, start: int, stop: int) -> Rows:
        """Answers the rows from one place to another."""
        places, records = self.places[start:stop], self.records[start:stop]
        return Rows(self.file, self.first + start, places, records, self.salt, self.header)

    def openings(self) -> Sequence[str]:
        """Answers how the line of every row begins."""
        inputs = ((_as_bytes(one),) for one in self.records)
        return openings_of(self.salt, inputs, self.numbers())

    def names(self) -> Sequence[str]:
        """Answers where every row comes from."""
        return [self.name(place) for place in range(len(self.places))]

    def name(self, place: int) -> str:
        """Answers where the row at a place comes from."""
        return f"{self.file or 'row'}:{self.places[place]}"

    def numbers(self) -> Sequence[int]:
        """Answers the number of every row."""
        return range(self.first, self.first + len(self.records))


def _unknown() -> None:
    return None


def _as_bytes(one: Record) -> bytes:
    if isinstance(one, bytes):
        return one
    if isinstance(one, Unread):
        return one.encode()
    if not isinstance(one, list | tuple):  # the text of an array leaves out its middle
        one = {k: v.tolist() if hasattr(v, "tolist") else v for k, v in one.items()}
    return repr(one).encode("utf-8", "surrogatepass")


@record
class Table:
    """Rows with what is known of them before: the names of their columns, if anything says them."""

    file: str
    records: Iterator[Numbered]
    header: tuple[str, ...] = ()
    total: Callable[[], int | None] = _unknown

    def chunks(self, salt: bytes, size: int = SIZE) -> Iterator[Rows]:
        """Yields the rows some at a time.

        Raises: BatchError if there are none.
        """
        first = 1
        while few := tuple(islice(self.records, size)):
            places, records = zip(*few, strict=True)
            yield Rows(self.file, first, places, records, salt, self.header)
            first += len(few)
        if first == 1:
            raise BatchError(f"{self.file or 'rows'}: there are no rows: there is nothing to judge")


def table_of(rows: str | Path | Iterable[Mapping[str, Any]], needed: Sequence[str]) -> Table:
    """Answers the rows of a file (.jsonl, .csv, .parquet), or of mappings.

    Raises: NoSuchInput if there is no such file; ArgueError for a file of another kind;
    BatchError if it lacks a column that is `needed`.
    """
    if not isinstance(rows, str | Path):
        return Table("", enumerate(_mappings(rows), 1))
    path = Path(rows)
    suffix = path.suffix.lower()
    if isdir(path):
        raise NoSuchInput(f"{str(rows)!r} is a folder; give a file of rows")
    if suffix not in _TABLES:
        known = ", ".join(_TABLES)
        raise ArgueError(f"{str(rows)!r}: rows are read from {known}; give a file called so")
    if not isfile(path):  # which, unlike Path, is false of a name too long
        raise NoSuchInput(f"there is no file {str(rows)!r}")
    return _TABLES[suffix](path, needed)


def _mappings(rows: Iterable[Any]) -> Iterator[Mapping[str, Any]]:
    for number, row in enumerate(rows, 1):
        if not isinstance(row, Mapping):
            raise BatchError(f"row {number} is a {type(row).__name__}; give a mapping of columns")
        yield cast("Mapping[str, Any]", row)


def check_header(file: str, header: Iterable[str], needed: Iterable[str]) -> None:
    """Raises BatchError if rows lack a column, or have one twice."""
    columns = list(header)
    for name in needed:
        if name not in columns:
            raise BatchError(f"{file} has no column {name!r}; it has {', '.join(columns)}")
        if columns.count(name) > 1:
            raise BatchError(f"{file} has the column {name!r} twice; leave one out")


def _csv(path: Path, needed: Sequence[str]) -> Table:
    records = _csv_records(path)
    _, header = next(records, (0, ()))
    if not header:
        raise BatchError(f"{path}: there are no rows: there is nothing to judge")
    names = tuple(str(name).strip() for name in header)
    check_header(str(path), names, needed)
    return Table(str(path), records, names, lambda: lines_in(path) - 1)


def _csv_records(path: Path) -> Iterator[tuple[int, list[str]]]:
    # Bytes that are no UTF-8 become characters of no number, so that a row's error says where.
    text = TextIOWrapper(opened(path), "utf-8-sig", errors="surrogateescape", newline="")
    with text as file:
        reader = csv.reader(_bounded(file))
        # What is no CSV ends the run: where the next row would begin, nobody can tell.
        try:
            for fields in reader:
                if fields:
                    yield reader.line_num, fields
        except csv.Error as error:
            raise BatchError(f"{path}:{reader.line_num}: this is no CSV: {error}") from error


def _bounded(file: TextIO) -> Iterator[str]:
    """Yields the lines of a text file; raises csv.Error at one that is too long to be kept."""
    while line := file.readline(MAX_BYTES):
        if len(line) == MAX_BYTES and not line.endswith(("\n", "\r")):
            raise csv.Error(f"the next line has {MAX_BYTES:_} characters or more")
        yield line


def _jsonl(path: Path, needed: Sequence[str]) -> Table:
    with opened(path) as file:
        first = file.readline(MAX_BYTES).removeprefix(BOM)
    try:
        row = parsed(first.decode())
    except ValueError:
        row = None  # said in its row
    if isinstance(row, dict):
        check_header(f"{path}:1", cast("dict[str, Any]", row), needed)
    return Table(str(path), _jsonl_records(path), total=lambda: lines_in(path))


def _jsonl_records(path: Path) -> Iterator[tuple[int, bytes | Unread]]:
    with opened(path) as file:
        place = 0
        while line := file.readline(MAX_BYTES):
            place += 1
            line = line.removeprefix(BOM) if place == 1 else line
            if len(line) == MAX_BYTES and not line.endswith(b"\n"):
                while line and not line.endswith(b"\n"):
                    line = file.readline(MAX_BYTES)
                yield place, Unread(f"the line has {MAX_BYTES:_} bytes or more")
            elif not line.isspace():
                yield place, line


def _parquet(path: Path, needed: Sequence[str]) -> Table:
    from argue.rewards.scale.parquet import parquet_records  # noqa: PLC0415  (an extra)

    header, records, count = parquet_records(path, needed)
    return Table(str(path), records, header, lambda: count)


def lines_in(path: str | Path) -> int:
    """Answers how many lines a file has."""
    with opened(path) as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))


_TABLES = {".jsonl": _jsonl, ".ndjson": _jsonl, ".csv": _csv, ".parquet": _parquet}
