"""Changes to the mapping of a case that a law says must, or must not, change the verdict."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from fractions import Fraction
from typing import Any

from tests.laws.drawing import Document

Numbers = Callable[[Any], Any]


def renamed(case: Any, names: Mapping[str, str]) -> Any:
    """The same data with these ids replaced wherever they stand, and mappings in reverse order."""
    if isinstance(case, Mapping):
        entries = [(names.get(key, key), renamed(value, names)) for key, value in case.items()]
        return dict(reversed(entries))
    if isinstance(case, list):
        return [renamed(item, names) for item in case]
    return names.get(case, case) if isinstance(case, str) else case


def cell_with(change: Numbers, cell: Any) -> Any:
    """A cell with every number in it changed."""
    if not isinstance(cell, Mapping):
        return str(change(Fraction(cell)))
    if "lottery" in cell:
        return {"lottery": [[p, cell_with(change, inner)] for p, inner in cell["lottery"]]}
    sides = {key: cell_with(change, cell[key]) for key in ("then", "else")}
    return {"if": cell["if"], **sides}


def tables_of(case: Document) -> list[Document]:
    return [case[name] for name in ("payoffs", "general") if name in case]


def with_cells(case: Document, change: Callable[[str, str, Any], Any]) -> Document:
    """A copy of the case with every cell changed, given its option and standpoint."""
    changed = deepcopy(case)
    for table in tables_of(changed):
        for option, row in table.items():
            for standpoint, cell in row.items():
                row[standpoint] = change(option, standpoint, cell)
    return changed


def shifted(case: Document, by: Mapping[str, int]) -> Document:
    """The case with the same number added to everything that happens to a standpoint."""
    return with_cells(case, lambda _, k, cell: cell_with(lambda x: x + by.get(k, 0), cell))


def rescaled(case: Document, factor: int, shift: int) -> Document:
    """The case on another scale: cells by a common affine map, differences by its factor."""
    changed = with_cells(case, lambda *at: cell_with(lambda x: factor * x + shift, at[2]))
    for person in changed["standpoints"].values():
        for key in ("level", "cap"):
            if key in person:
                person[key] = str(factor * Fraction(person[key]))
    for entry in changed.get("universal", {}).values():
        if isinstance(entry, dict):
            for key in ("all", "nobody"):
                if key in entry:
                    entry[key] = cell_with(lambda x: factor * x + shift, entry[key])
            for key in ("gain", "loss"):
                if key in entry:
                    entry[key] *= factor
    return changed


def without_option(case: Document, option: str) -> Document:
    """The case with one option gone from every place where it is named."""
    changed = deepcopy(case)
    for key in ("options", "payoffs", "general", "universal"):
        if key in changed:
            del changed[key][option]
    for norm in changed.get("norms", {}).values():
        for key in ("breached_by", "permits", "frustrates_purpose", "purpose_exempts"):
            if option in norm.get(key, ()):
                norm[key].remove(option)
    return changed


def with_option(case: Document, option: str, like: str) -> Document:
    """The case with one more option, to which all that is said of another one applies."""
    changed = deepcopy(case)
    for key in ("options", "payoffs", "general", "universal"):
        if key in changed:
            changed[key][option] = deepcopy(changed[key][like])
    for norm in changed.get("norms", {}).values():
        for key in ("breached_by", "permits", "frustrates_purpose", "purpose_exempts"):
            if like in norm.get(key, ()):
                norm[key].append(option)
    for person in changed["standpoints"].values():
        if like in person.get("consent", ()):
            person["consent"].append(option)
        shares = person.get("responsible")
        if isinstance(shares, dict) and like in shares:
            shares[option] = shares[like]
    return changed


def without_standpoint(case: Document, standpoint: str) -> Document:
    changed = deepcopy(case)
    del changed["standpoints"][standpoint]
    for table in tables_of(changed):
        for row in table.values():
            del row[standpoint]
    return changed


def split(case: Document, standpoint: str, into: str) -> Document:
    """The case with a kind of person divided into two kinds that differ in name only."""
    changed = deepcopy(case)
    person = changed["standpoints"][standpoint]
    count = person.get("count", 1)
    if isinstance(count, Mapping):
        person["count"] = {table: str(Fraction(n, 2)) for table, n in count.items()}
    else:
        person["count"] = str(Fraction(count, 2))
    changed["standpoints"][into] = deepcopy(person)
    for table in tables_of(changed):
        for row in table.values():
            row[into] = deepcopy(row[standpoint])
    for option in changed["options"].values():
        if isinstance(option, dict):
            for key in ("uses_as_means", "breaches_right_of"):
                if standpoint in option.get(key, ()):
                    option[key].append(into)
    return changed


def with_nobody(case: Document, standpoint: str, like: str, by: Mapping[str, int]) -> Document:
    """The case with a kind of person whom nobody is, to whom each option does more than `like`."""
    changed = deepcopy(case)
    changed["standpoints"][standpoint] = {**changed["standpoints"][like], "count": 0}
    for table in tables_of(changed):
        for option, row in table.items():
            row[standpoint] = cell_with(lambda x, more=by[option]: x + more, row[like])
    return changed


def worsened(case: Document, option: str, standpoint: str, by: int) -> Document:
    """The case with one option worse for one kind of person."""
    return with_cells(
        case,
        lambda o, k, cell: (
            cell_with(lambda x: x - by, cell) if (o, k) == (option, standpoint) else cell
        ),
    )


def with_entry(case: Document, key: str, *entries: Document) -> Document:
    """The case with entries added to one of its lists."""
    return {**case, key: [*case.get(key, ()), *entries]}
