"""What a case takes from a batch: paths of the case bound to columns.

A path such as `payoffs.harvest.others` is bound to a number, a column, a sum of columns with
weights, or for a fact to a comparison. Numbers written here are exact decimals (0.1 is 1/10); the
numbers in the columns are binary doubles, read exactly.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Any, TypeAlias, cast

from argue.errors import ArgueError, UnknownId
from argue.io.value_kinds import parse_number
from argue.model.case import Case, Universal
from argue.model.record import field, record
from argue.rewards.conditions import NEGATIVE, POSITIVE, ZERO

HALF = Fraction(1, 2)
NAME = r"[A-Za-z_][\w.-]*"
_COLUMN = re.compile(rf"({NAME})(\[\])?")
_COMPARISON = re.compile(rf"({NAME})\s*(<=|>=|<|>|==|!=)\s*(\S+)")
_SIGNS = {
    "<": NEGATIVE,
    "<=": NEGATIVE | ZERO,
    ">": POSITIVE,
    ">=": POSITIVE | ZERO,
    "==": ZERO,
    "!=": NEGATIVE | POSITIVE,
}
WHAT = (
    "write a number, the name of a column, {name: weight, ..., const: number}, or for a fact a "
    "column of 0 and 1 or a comparison such as 'stock < 3'"
)
PLACES = (
    "payoffs.<option>.<standpoint> (or general, or influence, in place of payoffs), "
    "universal.<option>.all, universal.<option>.nobody, standpoints.<standpoint>.level or "
    "facts.<fact>"
)


@record
class Column:
    """A column of a batch; `each`: it holds one number for every individual of a crowd."""

    name: str
    each: bool = False


@record
class Affine:
    """A constant plus columns times weights."""

    constant: Fraction
    terms: Mapping[Column, Fraction]


@record
class Threshold:
    """A fact holds where an affine number has one of some signs (as bits)."""

    difference: Affine
    signs: int
    flag: str = field(default="")


Binding: TypeAlias = "Affine | Threshold"
Row: TypeAlias = "Mapping[str, Fraction | Sequence[Fraction]]"
"""A row's number in every column, or one for each individual."""


def read_features(case: Case, features: Mapping[str, Any]) -> Mapping[str, Binding]:
    """Answers what every path is bound to.

    Raises: UnknownId for a path the case does not have; ArgueError for what cannot be bound.
    """
    found: dict[str, Binding] = {}
    for path, value in features.items():
        _check_path(case, path)
        try:
            is_fact = path.startswith("facts.")
            found[path] = _threshold(value) if is_fact else affine(value)
        except ValueError as error:
            raise ArgueError(f"features: {path}: {error}; {WHAT}") from error
    return MappingProxyType(found)


def _check_path(case: Case, path: str) -> None:
    parts = path.split(".")
    match parts:
        case ["payoffs" | "general" | "influence" as table, option, standpoint]:
            rows = getattr(case, table)
            _known("option", option, list(case.options), path)
            _known("standpoint", standpoint, list(rows.get(option, ())), path)
        case ["universal", option, "all" | "nobody"]:
            _known("option", option, list(case.universal), path)
            if not isinstance(case.universal[option], Universal):
                raise ArgueError(
                    f"features: {path}: the case gives a shape there; write all and nobody"
                )
        case ["standpoints", standpoint, "level"]:
            _known("standpoint", standpoint, list(case.standpoints), path)
        case ["facts", fact]:
            _known("fact", fact, list(case.facts), path)
        case _:
            raise ArgueError(f"features: {path!r} cannot be bound; write {PLACES}")


def _known(kind: str, name: str, known: Sequence[str], path: str) -> None:
    if name not in known:
        raise UnknownId(f"{kind} in the path {path}:", name, known)


def affine(value: Any) -> Affine:
    """Answers what a number, a column or a weighted sum of columns says.

    Raises: ValueError if it is none of these.
    """
    if isinstance(value, str):
        number = parse_number(value)
        if number is not None:
            return Affine(number, {})
        return Affine(Fraction(0), {_column(value): Fraction(1)})
    if not isinstance(value, Mapping):
        return Affine(number_of(value), {})
    constant = Fraction(0)
    terms: dict[Column, Fraction] = {}
    for name, weight in cast("Mapping[Any, Any]", value).items():
        if name == "const":
            constant = number_of(weight)
        else:
            terms[_column(name)] = number_of(weight)
    return Affine(constant, terms)


def _column(name: Any) -> Column:
    found = _COLUMN.fullmatch(name) if isinstance(name, str) else None
    if found is None:
        raise ValueError(f"{name!r} is no name of a column")
    return Column(found[1], bool(found[2]))


def number_of(value: Any) -> Fraction:
    """Answers a number as it is written, a float as its shortest decimal.

    Raises: ValueError if it is none, or not finite.
    """
    if isinstance(value, str) and (number := parse_number(value)) is not None:
        return number
    if isinstance(value, bool) or not isinstance(value, int | float | Fraction):
        raise ValueError(f"{value!r} is no number")
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ValueError(f"{value} is not finite")
        return Fraction(str(float(value)))
    return Fraction(value)


def _threshold(value: Any) -> Threshold:
    if isinstance(value, bool):
        return Threshold(Affine(Fraction(1 if value else -1), {}), POSITIVE)
    if not isinstance(value, str):
        raise ValueError(f"{value!r} says of no row whether the fact holds")
    found = _COMPARISON.fullmatch(value.strip())
    if found is None:
        column = _column(value.strip())
        return Threshold(Affine(-HALF, {column: Fraction(1)}), POSITIVE, column.name)
    left, right = _column(found[1]), affine(found[3])
    terms = {column: -weight for column, weight in right.terms.items()}
    terms[left] = terms.get(left, Fraction(0)) + 1
    return Threshold(Affine(-right.constant, terms), _SIGNS[found[2]])


def value_of(bound: Affine, row: Row, individual: int = 0) -> Fraction:
    """Answers what a binding comes to in a row, for one individual where it tells them apart."""
    found = bound.constant
    for column, weight in bound.terms.items():
        number = row[column.name]
        found += weight * (number if isinstance(number, Fraction) else number[individual])
    return found
