"""Cells of a case's tables: numbers, and what may stand for one; conditions over facts."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Any, TypeAlias

from argue.model.record import field, record

_NOTHING: Mapping[Any, Any] = MappingProxyType({})


def nothing() -> Mapping[Any, Any]:
    """Answers the empty read-only mapping: the default of a field that maps something."""
    return _NOTHING


@record
class Literal:
    """A fact or its negation, as a condition names it: `surge`, `not surge`."""

    fact: str
    holds: bool = True

    def __str__(self) -> str:
        return self.fact if self.holds else f"not {self.fact}"


Condition: TypeAlias = tuple[Literal, ...]
"""All of these literals hold; the empty condition always holds."""


@record
class Absent:
    """This standpoint does not exist under this option."""


@record
class Interval:
    """A number known only to lie between two bounds, both included."""

    low: Fraction
    high: Fraction


@record
class Unknown:
    """An interval that has been given a name, and numbers for each region told apart.

    `values` maps a question about numbers (see `Case.regions`) to one number a region.
    """

    name: str
    low: Fraction
    high: Fraction
    values: Mapping[str, tuple[Fraction, ...]] = field(default_factory=nothing)


@record
class Choice:
    """One cell if a condition holds, another if it does not."""

    condition: Condition
    then: Cell
    otherwise: Cell


@record
class Lottery:
    """Cells with the probabilities of getting them; the probabilities sum to one."""

    branches: tuple[tuple[Fraction, Cell], ...]


Cell: TypeAlias = "Fraction | Absent | Interval | Unknown | Choice | Lottery"
