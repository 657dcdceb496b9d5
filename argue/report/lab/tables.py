"""What the lab page ships of the engine: its fields, frameworks and encodings, as plain data.

The page reads cases by the same table of fields, finds frameworks with the same parameters and
critical questions, and asks clingo the same program; only the formulas are written anew for it.
"""

from __future__ import annotations

from fractions import Fraction
from importlib import resources
from typing import Any, cast

from argue import registry
from argue.io.case_fields import CASE
from argue.io.framework_uses import fields_of
from argue.io.kinds import CELL, CONDITION, RESERVED, Field, Kind, described
from argue.io.upgrade import formats
from argue.model.framework import Framework, Parameter
from argue.model.verdict import Status
from argue.model.version import VERSION
from argue.report.lab import fitting
from argue.report.words import GLYPHS

Data = dict[str, Any]


def tables() -> Data:
    """Answers everything that the script of the page takes from the engine."""
    return {
        "formats": _formats(),
        "case": kind_data(CASE),
        "cell": described(CELL),
        "anyCell": kind_data(CELL),
        "condition": kind_data(CONDITION),
        "reserved": {group: list(words) for group, words in RESERVED.items()},
        "frameworks": {
            name: _framework(registry.framework(name)) for name in registry.known_types()
        },
        "parameters": fitting.PARAMETERS,
        "generalParameters": list(fitting.GENERAL_PARAMETERS),
        "beyond": fitting.beyond_keys(),
        "intervals": fitting.INTERVALS,
        "most": {"options": fitting.MOST_OPTIONS, "sources": fitting.MOST_SOURCES},
        "positions": _encoding("argue.asp", "encodings/positions.lp"),
        "labels": _encoding("argue.report.lab", "labels.lp"),
        "words": {
            "statuses": [str(status) for status in Status],
            "glyphs": {str(status): glyph for status, glyph in GLYPHS.items()},
        },
    }


def kind_data(kind: Kind) -> Data:
    """Answers a kind of value as data, without what is as a kind has it by default."""
    plain = Kind(kind.name)
    data: Data = {"name": kind.name, "described": described(kind)}
    for key in ("words", "low", "high", "above", "group", "least", "most", "title"):
        value = getattr(kind, key)
        if value != getattr(plain, key):
            data[key] = list(cast("tuple[str, ...]", value)) if key == "words" else value
    data |= {key: kind_data(inner) for key in ("of", "keys") if (inner := getattr(kind, key))}
    if kind.fields:
        data["fields"] = [_field(field) for field in kind.fields]
    if kind.kinds:
        data["kinds"] = [kind_data(each) for each in kind.kinds]
    return data


def _formats() -> Data:
    """Answers which formats are read, what each spells otherwise, and up to which release."""
    return {
        "family": formats.FAMILY,
        "known": list(formats.FORMATS),
        "renamed": [{**entry._asdict(), "under": list(entry.under)} for entry in formats.RENAMED],
        "version": VERSION,
    }


def _field(field: Field) -> Data:
    data: Data = {"name": field.name, "kind": kind_data(field.kind)}
    return {**data, "required": True, "doc": field.doc} if field.required else data


def _framework(framework: Framework) -> Data:
    built_in = framework.built_in
    return {
        "title": framework.title,
        "reads": framework.reads,
        "mode": str(framework.mode),
        "persons": framework.persons,
        "complaints": framework.complaints,
        "valued": framework.value is not None,
        "burden": framework.value_is_burden,
        "wrongs": list(framework.wrongs),
        "builtIn": None if built_in is None else {"id": built_in.id, "text": built_in.text},
        "questions": [[question.id, question.doubt] for question in framework.critical_questions],
        "defaults": {parameter.name: _default(parameter) for parameter in framework.parameters},
        "fields": [_field(field) for field in fields_of(framework)],
    }


def _default(parameter: Parameter) -> Any:
    """Answers a default; a number is written out, since the page reads numbers exactly."""
    value = parameter.default
    if isinstance(value, int | Fraction) and parameter.kind == "number":
        return {"number": str(value)}
    return list(cast("tuple[str, ...]", value)) if isinstance(value, tuple) else value


def _encoding(package: str, name: str) -> str:
    return resources.files(package).joinpath(name).read_text(encoding="utf-8")
