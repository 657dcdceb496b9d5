"""Rows and labels as Parquet files, by the optional library pyarrow."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Any, Self, cast

from argue.errors import ArgueError, BatchError
from argue.io.saving import check_place
from argue.rewards.scale.lines import Done, Summary
from argue.rewards.scale.output import Walk, lock

BATCH = 4096
GROUP = 1 << 16
"""Rows kept before they are written as a group."""


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise ArgueError(
            "Parquet files need pyarrow: pip install 'argue-norms[parquet]'"
        ) from error


def parquet_records(
    path: Path, needed: Sequence[str]
) -> tuple[tuple[str, ...], Iterator[tuple[int, tuple[Any, ...]]], int]:
    """Answers the columns that are needed of a file, its rows with their numbers, and how many.

    Raises: BatchError if it is no Parquet file, or lacks a column; ArgueError without pyarrow.
    """
    parquet = _library("pyarrow.parquet")
    with _told(path):
        file = parquet.ParquetFile(path, buffer_size=1 << 20)
    from argue.rewards.scale.rows import check_header  # noqa: PLC0415  (it reads this module)

    check_header(str(path), file.schema_arrow.names, needed)
    return tuple(needed), _records(path, file, needed), file.metadata.num_rows


@contextmanager
def _told(path: Path) -> Generator[None]:
    """Raises BatchError for what pyarrow says of a file that is damaged, or none of its own."""
    try:
        yield
    except (_library("pyarrow").ArrowException, OSError, ValueError) as error:
        raise BatchError(f"{path}: this Parquet file cannot be read: {error}") from error


def _records(path: Path, file: Any, needed: Sequence[str]) -> Iterator[tuple[int, tuple[Any, ...]]]:
    number = 0
    with file:
        batches = file.iter_batches(batch_size=BATCH, columns=list(needed))
        while True:
            with _told(path):
                batch = next(batches, None)
                columns = [_values(batch.column(name)) for name in needed] if batch else []
            if batch is None:
                return
            for row in zip(*columns, strict=True):
                number += 1
                yield number, row


def _values(column: Any) -> list[Any]:
    try:
        return column.to_pylist()
    except ValueError:
        return [_value(one) for one in column]


def _value(one: Any) -> Any:
    """Answers a value; a time finer than those of Python as text."""
    try:
        return one.as_py()
    except ValueError:
        unit = getattr(one.type, "unit", "")
        exact = type(one).__name__ == "DurationScalar"
        return f"{one.value} {unit}" if exact else one.cast("string").as_py()


class Parquet:
    """A Parquet file of labels, which takes its name when all rows are there.

    `sample` has the entries that every row has: an entry `scores` of two options becomes two
    columns, `scores.wait` and `scores.end`. A pair becomes a column `pairs.wait>end`. Texts stand
    as they are, but for half a surrogate pair: Parquet cannot hold it, so that it is an escape.
    """

    def __init__(
        self, path: str, sample: Mapping[str, Any], *, keep: Sequence[str] = (), overwrite: bool
    ) -> None:
        """Write to a file.

        Raises: ArgueError if what is kept has the name of a column that labels have.
        """
        self.path, self.overwrite = path, overwrite
        self._part = f"{path}.part"
        self._keep = tuple(keep)
        arrow = _library("pyarrow")
        kinds = {str: arrow.string(), float: arrow.float64()}
        fields = [("row", arrow.int64()), *((_stored(name), arrow.string()) for name in keep)]
        fields += [(name, kinds[type(value)]) for name, value in _flat(sample).items()]
        for name, times in Counter(name for name, _ in fields).items():
            if times > 1:
                raise ArgueError(f"{name!r} cannot be kept: labels have a column of that name")
        self._schema = arrow.schema([*fields, ("error", arrow.string())])
        self._rows: list[dict[str, Any]] = []
        self._writer: Any = None
        self._finished = False

    def __enter__(self) -> Self:
        library = _library("pyarrow.parquet")
        self._check_free()
        check_place(self.path)
        file = os.open(self._part, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
        lock(file, self.path)
        self._check_free(file)  # by a run that has just ended
        os.ftruncate(file, 0)
        self._file = os.fdopen(file, "wb")
        self._writer = library.ParquetWriter(self._file, self._schema)
        return self

    def _check_free(self, file: int | None = None) -> None:
        """Raises ArgueError, with the file closed, if there is something that is to stay."""
        if os.path.exists(self.path) and not self.overwrite:
            if file is not None:
                os.unlink(self._part)
                os.close(file)
            raise ArgueError(f"{self.path} is there already: write to another, or give --overwrite")

    def __exit__(
        self,
        kind: type[BaseException] | None,
        *_: object,
    ) -> None:
        with suppress(OSError):
            self._writer.close()
        if not self._finished:
            with suppress(FileNotFoundError):
                os.unlink(self._part)
        with suppress(OSError):
            self._file.close()

    def standing(self, walk: Walk) -> Summary:
        """Answers nothing: a Parquet file cannot be gone on with."""
        return Summary()

    def add(self, done: Done) -> None:
        """Add rows, and write them when there are enough."""
        self._rows += [self._row(json.loads(line)) for line in done.text.splitlines()]
        if len(self._rows) >= GROUP:
            self._write()

    def _row(self, line: Mapping[str, Any]) -> dict[str, Any]:
        error = line.get("error")
        kept = {_stored(name): _as_text(line.get(name)) for name in self._keep}
        rest = {k: v for k, v in line.items() if k in ("statuses", "scores", "alone", "pairs")}
        said = None if error is None else _stored(f"{line['input']}: {error['message']}")
        return {"row": line["row"], **kept, **_flat(rest), "error": said}

    def _write(self) -> None:
        arrow = _library("pyarrow")
        self._writer.write_table(arrow.Table.from_pylist(self._rows, schema=self._schema))
        self._rows = []

    def finish(self) -> None:
        """Write what is left, and give the file its name."""
        self._write()
        self._writer.close()
        self._file.flush()
        os.fsync(self._file.fileno())
        if sys.platform == "win32":  # where what is open cannot be given a name
            self._file.close()
        os.replace(self._part, self.path)
        self._finished = True


def _flat(entries: Mapping[str, Any]) -> dict[str, Any]:
    """Answers entries of entries as entries with dotted names."""
    found: dict[str, Any] = {}
    for name, value in entries.items():
        if isinstance(value, Mapping):
            inner = _flat(value)  # pyright: ignore[reportUnknownArgumentType]  (JSON has any keys)
            found |= {f"{name}.{key}": one for key, one in inner.items()}
        elif isinstance(value, list):
            pairs = cast("list[tuple[str, str, float]]", value)
            found |= {f"{name}.{one}>{other}": preferred for one, other, preferred in pairs}
        else:
            found[name] = value
    return found


def _as_text(value: Any) -> str | None:
    if value is None:
        return None
    return _stored(value) if isinstance(value, str) else json.dumps(value)


def _stored(text: str) -> str:
    """Answers a text as UTF-8 can hold it."""
    return text.encode("utf-8", "backslashreplace").decode()
