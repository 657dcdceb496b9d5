"""Individuals written out: a case in which a crowd's standpoint is many standpoints.

Individuals alike in every number become one standpoint with their persons added up, as no
framework tells a group from its halves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from argue import registry
from argue.model.case import Case, FrameworkUse, Option, Standpoint
from argue.rewards.features import Row, value_of

if TYPE_CHECKING:
    from argue.rewards.template import Template

TABLES = ("payoffs", "general", "influence")
_LISTS = (
    "uses_as_means",
    "breaches_right_of",
    "deceives",
    "coerces",
    "does_harm_to",
    "allows_harm_to",
)
"""The keys of an option that name standpoints."""


def with_individuals(case: Case, template: Template, standpoint: str, row: Row) -> Case:
    """Answers the case with one crowd written out as its individuals in a row."""
    groups = _groups(template, standpoint, row)
    names = _names(case, standpoint, len(groups))
    persons: dict[str, Standpoint] = {}
    for name, person in case.standpoints.items():
        if name != standpoint:
            persons[name] = person
            continue
        for one, (_, count) in zip(names, groups, strict=True):
            persons[one] = replace(person, id=one, count=count, general_count=count)

    def table(kind: str, rows: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any]:
        found: dict[str, Any] = {}
        for option, cells in rows.items():
            bound = template.binding_of(kind, option, standpoint)
            own = {
                name: cells[standpoint] if bound is None else value_of(bound, row, first)
                for name, (first, _) in zip(names, groups, strict=True)
            }
            rest = {k: cell for k, cell in cells.items() if k != standpoint}
            found[option] = MappingProxyType({k: {**rest, **own}[k] for k in persons})
        return MappingProxyType(found)

    return replace(
        case,
        standpoints=MappingProxyType(persons),
        payoffs=table("payoffs", case.payoffs),
        general=table("general", case.general),
        influence=table("influence", case.influence),
        options=MappingProxyType(
            {k: renamed(option, standpoint, names) for k, option in case.options.items()}
        ),
        frameworks=tuple(renamed_in(use, standpoint, names) for use in case.frameworks),
    )


def _groups(template: Template, standpoint: str, row: Row) -> list[tuple[int, Fraction]]:
    """Answers the first of each group of like individuals, with the persons in the group."""
    weights = template.crowds[standpoint]
    columns = _columns(template, standpoint)
    alike: dict[tuple[Any, ...], tuple[int, Fraction]] = {}
    for individual, weight in enumerate(weights):
        key = tuple(_at(row[column], individual) for column in columns)
        first, count = alike.get(key, (individual, Fraction(0)))
        alike[key] = (first, count + weight)
    return list(alike.values())


def _at(numbers: Any, individual: int) -> Any:
    return numbers[individual]


def _columns(template: Template, standpoint: str) -> list[str]:
    found: dict[str, None] = {}
    for option in template.case.options:
        for table in TABLES:
            bound = template.binding_of(table, option, standpoint)
            for column in bound.terms if bound else ():
                if column.each:
                    found[column.name] = None
    return list(found)


def _names(case: Case, standpoint: str, size: int) -> list[str]:
    if size == 1:
        return [standpoint]
    joint = "_"
    while any(name.startswith(f"{standpoint}{joint}") for name in case.standpoints):
        joint += "_"
    return [f"{standpoint}{joint}{number + 1}" for number in range(size)]


def _listed(names: Sequence[str], standpoint: str, members: Sequence[str]) -> tuple[str, ...]:
    return tuple(one for name in names for one in (members if name == standpoint else [name]))


def renamed(option: Option, standpoint: str, members: Sequence[str]) -> Option:
    """Answers an option whose lists of standpoints name a crowd's members."""
    if not any(standpoint in getattr(option, name) for name in _LISTS):
        return option
    lists = {name: _listed(getattr(option, name), standpoint, members) for name in _LISTS}
    return replace(option, **lists)


def renamed_in(use: FrameworkUse, standpoint: str, members: Sequence[str]) -> FrameworkUse:
    """Answers a use of a framework whose lists of standpoints name a crowd's members."""
    kinds = {p.name: p.kind for p in registry.framework(use.type).parameters}
    changed = {
        name: _listed(value, standpoint, members)
        for name, value in use.parameters.items()
        if kinds.get(name) == "names" and standpoint in value
    }
    if not changed:
        return use
    return replace(use, parameters=MappingProxyType({**use.parameters, **changed}))
