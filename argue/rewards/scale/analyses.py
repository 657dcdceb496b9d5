"""What a worker makes of cases: their analyses, whole or in columns, and errors as rows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from hashlib import sha256
from importlib import import_module
from typing import Any, TypedDict, cast

from argue.errors import ArgueError, UnknownId
from argue.explain.figures import with_cell
from argue.io.case import read_case
from argue.io.plain_tree import exact
from argue.io.value_kinds import parse_number
from argue.model.case import Case
from argue.model.record import record
from argue.rewards.scale.items import Base, Cases, Item
from argue.rewards.scale.lines import Done, copied, encoded, line_of, problem_of, salt_of
from argue.semantics.table import Semantics


class Asked(TypedDict, total=False):
    """What may be asked of all analyses alike; see `argue.analyze`."""

    facts: Mapping[str, bool]
    priorities: Iterable[tuple[str, str]]
    frameworks: Sequence[str] | None
    semantics: str
    flat: bool
    timeout: float | None


KEYS = ("id", "set", "facts", "priorities", "frameworks")
"""What a row may hold beside its case; `x-...` is free."""
ASKED = tuple(Asked.__annotations__)
"""The names of what may be asked."""
STATUSES = "statuses"
"""A column that no analysis has: the status of every option."""


@record
class Analyses:
    """Analyses of cases, all asked for alike; with `columns` only these parts of them."""

    columns: tuple[str, ...]
    asked: Mapping[str, Any]

    @property
    def salt(self) -> bytes:
        """What makes digests differ with the settings."""
        asked = {key: value for key, value in self.asked.items() if key != "timeout"}
        return salt_of("analyses", self.columns, sorted(asked.items()))

    def __call__(self, chunk: Cases) -> Done:
        """Answers a line for every input."""
        lines: list[str] = []
        failures: list[tuple[int, str]] = []
        for item, start in zip(chunk.items, chunk.openings(), strict=True):
            entries: dict[str, Any] = {"input": item.name}
            try:
                line = line_of(start, {**entries, **self._row(item, chunk.bases)})
            except Exception as error:  # whatever is wrong with one input is said in its row
                problem = problem_of(error)
                failures.append((item.number, f"{item.name}: {problem['message']}"))
                line = line_of(start, {**entries, **_id_of(item), "error": problem})
            lines.append(line)
        first = failures[0] if failures else (0, "")
        return Done(encoded(lines), len(lines), len(failures), first)

    def _row(self, item: Item, bases: Mapping[str, Base]) -> dict[str, Any]:
        if item.problem:
            raise Unread(item.problem)
        if not item.changes:
            return self._analyzed(read_case(item.text, item.name), {})
        row: dict[str, Any] = json.loads(item.changes, parse_float=exact)
        _check(row)
        base = bases.get(item.base) or Base(item.name, item.text)
        case = _with_numbers(_read(base), row.get("set", {}))
        shown = {"id": copied(row["id"])} if "id" in row else {}
        return {**shown, **self._analyzed(case, row)}

    def _analyzed(self, case: Case, row: Mapping[str, Any]) -> dict[str, Any]:
        asked = dict(self.asked)
        asked["facts"] = {**asked.get("facts", {}), **row.get("facts", {})}
        pairs = (tuple(pair) for pair in row.get("priorities", ()))
        asked["priorities"] = (*asked.get("priorities", ()), *pairs)
        if "frameworks" in row:
            asked["frameworks"] = tuple(row["frameworks"])
        # Asked of the package, which gives an analysis the methods of the layers above it.
        analysis = import_module("argue").analyze(case, **asked)
        data = cast("dict[str, Any]", analysis.to_dict())
        if not self.columns:
            return {"analysis": data}
        data[STATUSES] = {option: str(status) for option, status in analysis.statuses.items()}
        return {column: _at(data, column) for column in self.columns}


class Unread(ArgueError):
    """An input that could not be read."""


def check_asked(asked: Mapping[str, Any]) -> Mapping[str, Any]:
    """Answers what is asked of all analyses.

    Raises: TypeError for what `analyze` does not take; UnknownId for a semantics that is none.
    """
    for name in asked:
        if name not in ASKED:
            raise TypeError(f"{name!r} is nothing that analyze takes; known: {', '.join(ASKED)}")
    if asked.get("semantics", "preferred") not in list(Semantics):
        raise UnknownId("semantics", asked["semantics"], [str(known) for known in Semantics])
    return asked


def check_columns(columns: Iterable[str]) -> tuple[str, ...]:
    """Answers columns once each; raises UnknownId for one that no analysis has."""
    from argue.verdict.schema import analysis_schema  # noqa: PLC0415  (only where columns are chosen)

    known = (STATUSES, *analysis_schema()["properties"])
    found = tuple(dict.fromkeys(columns))
    for column in found:
        if column.split(".")[0] not in known:
            raise UnknownId("column", column, known)
    return found


def _at(data: Any, path: str) -> Any:
    """Answers what stands at a dotted path, None where an analysis has no such entry.

    An id may hold dots itself, so longer keys are tried as well.
    """
    if not path:
        return data
    if not isinstance(data, Mapping):
        return None
    parts = path.split(".")
    for length in range(1, len(parts) + 1):
        key = ".".join(parts[:length])
        if key in data:
            return _at(data[key], ".".join(parts[length:]))
    return None


def _id_of(item: Item) -> dict[str, Any]:
    """Answers the id of a row that failed, if it can still be read."""
    try:
        row = json.loads(item.changes or "{}")
    except ValueError:
        return {}
    return {"id": copied(row["id"])} if "id" in row else {}


@lru_cache(maxsize=64)
def _read(base: Base) -> Case:
    return read_case(base.text, base.file)


def _check(row: Mapping[str, Any]) -> None:
    """Raises ArgueError for a row whose keys or their values are none that a row has."""
    for key in row:
        if key not in KEYS and not key.startswith("x-"):
            raise UnknownId("key of a row", key, ("case", *KEYS))
    facts = row.get("facts", {})
    if not isinstance(facts, dict) or not all(
        isinstance(v, bool) for v in cast("dict[str, Any]", facts).values()
    ):
        raise ArgueError('facts must be a mapping such as {"surge": true}')
    pairs = row.get("priorities", [])
    if not isinstance(pairs, list) or not all(
        _are_names(pair) and len(pair) == 2 for pair in cast("list[Any]", pairs)
    ):
        raise ArgueError('priorities must be a list of pairs such as [["rejection", "welfare"]]')
    if not _are_names(row.get("frameworks", [])):
        raise ArgueError('frameworks must be a list of names such as ["welfare", "veil"]')


def _are_names(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(v, str) for v in cast("list[Any]", value))


def _with_numbers(case: Case, changes: Any) -> Case:
    """Answers a case with the numbers at some paths set, under a hash of its own."""
    if not isinstance(changes, dict):
        raise ArgueError('set must be a mapping such as {"payoffs.end.driver": -3}')
    changed = case
    found: dict[str, Fraction] = {}
    for path, value in cast("dict[str, Any]", changes).items():
        number = None if isinstance(value, bool | dict | list) else parse_number(str(value))
        if number is None:
            raise ArgueError(f"set: {path}: {value!r} is no number; write one such as -3 or 1/3")
        found[path] = number
        changed = with_cell(changed, path, number)
    if changed is case:
        return case
    return replace(
        changed, sha256=sha256(f"{case.sha256} {sorted(found.items())}".encode()).hexdigest()
    )
