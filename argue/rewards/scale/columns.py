"""Rows as columns of numbers: what cannot be judged is told row by row, the rest becomes arrays."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from operator import index
from typing import Any, SupportsFloat, SupportsIndex, TypeGuard, cast

import numpy as np

from argue.io.json_depth import check_depth
from argue.rewards.judge import Judge
from argue.rewards.ranks import MOST_WHOLE, Array
from argue.rewards.scale.rows import Record, Rows, Unread


class Problems(dict[int, str]):
    """What is wrong with rows, by their place; only what is found first is kept."""

    def add(self, place: int, problem: str) -> None:
        """Keep what is wrong with a row."""
        self.setdefault(place, problem)


def entries_of(rows: Rows, problems: Problems) -> Sequence[Mapping[str, Any]]:
    """Answers every row as a mapping, empty where something is wrong with it."""
    return [
        _entries(place, one, header=rows.header, problems=problems)
        for place, one in enumerate(rows.records)
    ]


def _entries(
    place: int, one: Record, *, header: Sequence[str], problems: Problems
) -> Mapping[str, Any]:
    if isinstance(one, list | tuple):  # first, for the check of a mapping takes longer than this
        if len(one) == len(header):
            return dict(zip(header, one, strict=True))
        problems.add(place, f"it has {len(one)} fields, and the header {len(header)}{_open(one)}")
        return {}
    if isinstance(one, Mapping):
        return one
    try:
        row = _parsed(one)
    except ValueError as error:
        problems.add(place, one if isinstance(one, Unread) else f"this is not JSON: {error}")
        return {}
    if isinstance(row, dict):
        return cast("dict[str, Any]", row)
    problems.add(place, 'this is no row: write {"column": number, ...}')
    return {}


def _open(fields: Sequence[Any]) -> str:
    """Answers what may be wrong with fields of which one goes over lines: it has taken rows in."""
    lines = max((field.count("\n") for field in fields if isinstance(field, str)), default=0)
    return f"; a field goes over {lines + 1} lines: is a quote not closed?" if lines else ""


def _parsed(line: bytes | Unread) -> Any:
    """Answers what a line of JSON says; `json.loads` takes twice as long for a short one.

    Raises: ValueError if it says nothing.
    """
    if isinstance(line, Unread):
        raise ValueError(line)
    text = line.decode().strip(" \t\r\n")
    check_depth(text)
    found, end = _JSON.raw_decode(text)
    return found if end == len(text) else json.loads(text)  # which says what is wrong


_JSON = json.JSONDecoder()


def columns_of(
    judge: Judge, rows: Sequence[Mapping[str, Any]], problems: Problems, *, written: bool
) -> dict[str, Array]:
    """Answers the columns that a judge reads; any number stands where a row has a problem.

    `written`: numbers come as text.
    """
    found: dict[str, Array] = {}
    for name in judge.columns:
        values = [row.get(name, _MISSING) for row in rows]
        if written:
            values = _read(values)
        size = judge.template.sizes.get(name)
        column = _quickly(values, size)
        if column is None:
            column = _one_by_one(name, values, size=size, problems=problems)
        if name in judge.template.flags:
            for place in np.flatnonzero((column != 0) & (column != 1)):
                problems.add(
                    int(place),
                    f"column {name!r} says whether a fact holds, so it is 0 or 1; "
                    f"{values[place]!r:.40} is given",
                )
        found[name] = column
    return found


_MISSING: Any = object()


def _read(values: Sequence[Any]) -> list[Any]:
    """Answers written numbers and flags as what they are, and other text as it is."""
    try:
        return [float(value) for value in values]
    except (TypeError, ValueError):
        return [_read_one(value) for value in values]


def _read_one(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return _FLAGS[value] if value in _FLAGS else float(value)
    except ValueError:
        return value


_FLAGS = {"true": True, "false": False, "True": True, "False": False}


def _quickly(values: Sequence[Any], size: int | None) -> Array | None:
    """Answers a column with which nothing is wrong, None if that cannot be told quickly."""
    try:
        column = np.array(values)
    except (ValueError, OverflowError):
        return None
    if column.dtype.kind not in "biuf" or column.shape[1:] != (() if size is None else (size,)):
        return None
    column = column.astype(float)
    return column if (np.abs(column) < MOST_WHOLE).all() else None


def _one_by_one(name: str, values: Sequence[Any], *, size: int | None, problems: Problems) -> Array:
    column = np.zeros(len(values) if size is None else (len(values), size))
    for place, value in enumerate(values):
        try:
            column[place] = _number(value) if size is None else list(_numbers(value, size))
        except ValueError as error:
            said = "is missing" if value is _MISSING else f"holds {error}"
            problems.add(place, f"column {name!r} {said}")
    return column


def _numbers(value: Any, size: int) -> Iterator[float]:
    """Yields the number of every individual.

    Raises: ValueError if there is not one for each.
    """
    if not isinstance(value, list | tuple | np.ndarray):
        raise ValueError(f"{value!r:.40}; it needs a list of {size} numbers")
    listed = cast("Sequence[Any]", value)
    if len(listed) != size:
        raise ValueError(f"{len(listed)} numbers; it needs one for each of {size} individuals")
    for number in listed:
        yield _number(number)


def _number(value: Any) -> float:
    """Answers a value as a double.

    Raises: ValueError saying what the value is, if it is none.
    """
    if _is_number(value):
        if _is_whole(value) and abs(index(value)) > MOST_WHOLE:
            raise ValueError(
                f"{value!r:.40}, beyond 2**53, where doubles cannot tell numbers apart"
            )
        number = float(value)
    else:
        raise ValueError(f"{'nothing' if value is None else repr(value)[:40]}, which is no number")
    if not np.isfinite(number):
        raise ValueError(f"{number}, which is no number to judge by")
    return number


# Python 3.11 takes a hundred times as long to tell who meets a protocol as who is of a class.


def _is_number(value: Any) -> TypeGuard[SupportsFloat]:
    if isinstance(value, float | int):
        return True
    return not isinstance(value, _NO_NUMBERS) and isinstance(value, SupportsFloat)


def _is_whole(value: object) -> TypeGuard[SupportsIndex]:
    if isinstance(value, float | int):
        return isinstance(value, int)
    return isinstance(value, SupportsIndex)


_NO_NUMBERS = (str, list, dict, type(None))
"""What rows hold of JSON beside numbers."""
