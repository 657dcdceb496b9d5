"""Explanations as plain data for JSON: every field under its own name, with the sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import is_dataclass
from fractions import Fraction
from typing import Any, cast

from argue.construct.words import written


def data_of(found: Any, schema: str) -> dict[str, Any]:
    """Answers an explanation as plain data: the schema's name, its fields, its sentences."""
    return {"schema": schema, **_fields(found), "sentences": list(found.sentences)}


def _fields(record: Any) -> dict[str, Any]:
    return {name: plain_of(getattr(record, name)) for name in record.__match_args__}


def plain_of(value: Any) -> Any:
    """Answers a value of an explanation as plain data."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, Mapping | tuple | list):
        return _collected(value)
    if isinstance(value, Fraction):
        return {"exact": str(value), "written": written(value)}
    if is_dataclass(value):
        return _fields(value)
    return str(value)


def _collected(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return [plain_of(entry) for entry in cast("tuple[Any, ...]", value)]
    return {str(key): plain_of(entry) for key, entry in value.items()}
