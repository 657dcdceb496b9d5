"""A case with parts left to a batch: which columns it reads, and the concrete case of a row.

A standpoint may be a crowd: many individuals with numbers and weights of their own, whom the
frameworks treat as so many standpoints.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from argue import registry
from argue.analysis import prepared
from argue.construct.given import as_given
from argue.construct.worlds import has_intervals
from argue.errors import ArgueError, LimitExceeded, UnknownId
from argue.model.case import Case, FactStatus, Table, Universal
from argue.model.record import record
from argue.rewards.crowds import TABLES, with_individuals
from argue.rewards.features import (
    Affine,
    Binding,
    Row,
    Threshold,
    number_of,
    read_features,
    value_of,
)
from argue.rewards.forms import sign_bit
from argue.verdict.result import Setup


@record
class Template:
    """A case, what its paths are bound to, and its crowds: the weight of every individual.

    `columns` are in the order in which they are first named; `sizes` says how many numbers a
    column holds in a row where it holds one for each individual; `flags` hold only 0 and 1.
    """

    case: Case
    bindings: Mapping[str, Binding]
    columns: tuple[str, ...]
    sizes: Mapping[str, int]
    flags: frozenset[str]
    crowds: Mapping[str, tuple[Fraction, ...]]

    def concrete(self, row: Row) -> Case:
        """Answers the case of one row, every number exact and every crowd written out."""
        case = self.settled({name: self._holds(name, row) for name in self.facts})
        levels = {
            name: replace(person, level=self._number(path, row))
            if (path := f"standpoints.{name}.level") in self.bindings
            else person
            for name, person in case.standpoints.items()
        }
        universal = {
            name: self._universal(name, entry, row) if isinstance(entry, Universal) else entry
            for name, entry in case.universal.items()
        }
        numbers = {c: row[c] for c in self.columns if c not in self.sizes}
        case = replace(
            case,
            payoffs=self._table("payoffs", case.payoffs, numbers),
            general=self._table("general", case.general, numbers),
            influence=self._table("influence", case.influence, numbers),
            universal=MappingProxyType(universal),
            written="",
            sha256=sha256(f"{case.sha256} {sorted(row.items())}".encode()).hexdigest(),
            standpoints=MappingProxyType(levels),
        )
        for standpoint in self.crowds:
            case = with_individuals(case, self, standpoint, row)
        return case

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that every row settles."""
        return tuple(path[6:] for path in self.bindings if path.startswith("facts."))

    def settled(self, holds: Mapping[str, bool]) -> Case:
        """Answers the case with its bound facts settled."""
        facts = {
            name: replace(fact, status=_STATUS[holds[name]]) if name in holds else fact
            for name, fact in self.case.facts.items()
        }
        return replace(self.case, facts=MappingProxyType(facts))

    def with_agents(self, case: Case, row: Callable[[], Row]) -> Case:
        """Answers a settled case with the payoffs of agents that have a cap as in a row."""
        agents = [name for name, k in case.standpoints.items() if k.agent and k.cap]
        paths = [f"payoffs.{option}.{name}" for option in case.options for name in agents]
        if not any(path in self.bindings for path in paths):
            return case
        shown = row()
        numbers = {c: shown[c] for c in self.columns if c not in self.sizes}
        return replace(case, payoffs=self._table("payoffs", case.payoffs, numbers))

    def binding_of(self, table: str, option: str, standpoint: str) -> Affine | None:
        """Answers what a cell is bound to, None if it is as the case says."""
        found = self.bindings.get(f"{table}.{option}.{standpoint}")
        return found if isinstance(found, Affine) else None

    def _table(self, name: str, table: Table, numbers: Row) -> Table:
        rows: dict[str, Mapping[str, Any]] = {}
        for option, row in table.items():
            cells = dict(row)
            for standpoint in row:
                bound = self.binding_of(name, option, standpoint)
                if bound is not None and standpoint not in self.crowds:
                    cells[standpoint] = value_of(bound, numbers)
            rows[option] = MappingProxyType(cells)
        return MappingProxyType(rows)

    def _number(self, path: str, row: Row) -> Fraction:
        bound = self.bindings[path]
        return value_of(bound if isinstance(bound, Affine) else bound.difference, row)

    def _universal(self, option: str, entry: Universal, row: Row) -> Universal:
        ends = {
            key: self._number(path, row)
            for key, end in (("everyone", "all"), ("nobody", "nobody"))
            if (path := f"universal.{option}.{end}") in self.bindings
        }
        return replace(entry, **ends)

    def _holds(self, fact: str, row: Row) -> bool:
        bound = self.bindings[f"facts.{fact}"]
        signs = bound.signs if isinstance(bound, Threshold) else 0
        return bool(sign_bit(self._number(f"facts.{fact}", row)) & signs)


_STATUS = {True: FactStatus.AGREED, False: FactStatus.DENIED}


def template_of(
    case: Case, features: Mapping[str, Any], individuals: Mapping[str, Any]
) -> Template:
    """Answers the template that a case and its features make.

    Raises: ArgueError, UnknownId or LimitExceeded for what cannot be bound or compiled.
    """
    _refuse(case)
    case = as_given(case)
    bindings = _inherited(case, read_features(case, features))
    if case.rules and any(isinstance(bound, Threshold) for bound in bindings.values()):
        raise LimitExceeded(
            "rules derive facts from facts, so a row cannot settle them: leave out `rules` and "
            "bind the facts that they derive"
        )
    case = prepared(_emptied(case, bindings), Setup())
    crowds = {name: _weights(case, name, given) for name, given in individuals.items()}
    _check_crowds(case, crowds)
    columns: dict[str, int] = {}
    for path, bound in bindings.items():
        terms = bound.terms if isinstance(bound, Affine) else bound.difference.terms
        for column in terms:
            size = _size(path, column.name, crowds) if column.each else 0
            if columns.setdefault(column.name, size) != size:
                raise ArgueError(
                    f"features: {path}: column {column.name!r} is used for single numbers and for "
                    "individuals, or for crowds of different sizes: give each its own column"
                )
    return Template(
        case=case,
        bindings=bindings,
        columns=tuple(columns),
        sizes=MappingProxyType({name: size for name, size in columns.items() if size}),
        flags=frozenset(b.flag for b in bindings.values() if isinstance(b, Threshold) and b.flag),
        crowds=MappingProxyType(crowds),
    )


def _refuse(case: Case) -> None:
    """Raises LimitExceeded for what turns on a row's numbers in ways that no sign tells."""
    for use in case.frameworks:
        if registry.framework(use.type).chooses:
            raise LimitExceeded(
                f"{use.id} chooses how to judge by the stakes, which change from row to row: "
                "name the frameworks themselves"
            )
    for person in case.standpoints.values():
        if person.agent and person.prerogative:
            raise LimitExceeded(
                f"standpoints.{person.id}.prerogative turns on who else gains, which a compiled "
                "judge does not read: give a cap, or leave it out"
            )


def _inherited(case: Case, bindings: Mapping[str, Binding]) -> Mapping[str, Binding]:
    """Answers the bindings, with a cell of `general` bound where it is the same as in `payoffs`."""
    found = dict(bindings)
    for option, row in case.payoffs.items():
        for standpoint, cell in row.items():
            path = f"payoffs.{option}.{standpoint}"
            if path in bindings and case.general.get(option, {}).get(standpoint) == cell:
                found.setdefault(f"general.{option}.{standpoint}", bindings[path])
    return MappingProxyType(found)


def _emptied(case: Case, bindings: Mapping[str, Binding]) -> Case:
    """Answers the case with 0 in bound cells, where rows will have their own number.

    Raises: LimitExceeded if a cell that is not bound is an interval.
    """

    def table(name: str, rows: Table) -> Table:
        return {
            o: {k: ZERO if f"{name}.{o}.{k}" in bindings else c for k, c in row.items()}
            for o, row in rows.items()
        }

    universal = {
        o: replace(
            entry,
            everyone=ZERO if f"universal.{o}.all" in bindings else entry.everyone,
            nobody=ZERO if f"universal.{o}.nobody" in bindings else entry.nobody,
        )
        if isinstance(entry, Universal)
        else entry
        for o, entry in case.universal.items()
    }
    case = replace(
        case,
        payoffs=table("payoffs", case.payoffs),
        general=table("general", case.general),
        influence=table("influence", case.influence),
        universal=MappingProxyType(universal),
    )
    if has_intervals(case):
        raise LimitExceeded("a compiled judge reads no intervals: write numbers, or bind the cells")
    return case


ZERO = Fraction(0)


def _size(path: str, column: str, crowds: Mapping[str, Sequence[Fraction]]) -> int:
    parts = path.split(".")
    if parts[0] not in TABLES or parts[2] not in crowds:
        raise ArgueError(
            f"features: {path}: {column}[] holds a number for every individual, which only the "
            "payoffs of a crowd can read: name the standpoint in `individuals`"
        )
    return len(crowds[parts[2]])


def _weights(case: Case, standpoint: str, given: Any) -> tuple[Fraction, ...]:
    if standpoint not in case.standpoints:
        raise UnknownId("standpoint in individuals", standpoint, case.standpoints)
    person = case.standpoints[standpoint]
    try:
        if isinstance(given, int):
            weights = (person.count,) * given
        else:
            weights = tuple(number_of(weight) for weight in given)
    except (TypeError, ValueError) as error:
        what = f"individuals: {standpoint}: {error}; write how many, or a weight each"
        raise ArgueError(what) from error
    if not weights or min(weights) <= 0:
        raise ArgueError(f"individuals: {standpoint}: write at least one, each weight above 0")
    return weights


def _check_crowds(case: Case, crowds: Mapping[str, object]) -> None:
    for name in crowds:
        person = case.standpoints[name]
        if person.agent and person.cap:
            raise LimitExceeded(f"individuals: {name} has a cap as an agent, which a crowd has not")
        for challenge in case.challenges.values():
            if name in (challenge.against.voice, challenge.against.by):
                raise LimitExceeded(
                    f"challenges.{challenge.id} is about {name}, who are a crowd here: name one "
                    "individual as a standpoint"
                )
