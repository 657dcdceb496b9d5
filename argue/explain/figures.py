"""The numbers written in a case's tables, by path, and the case with one of them set.

A path names the cell as a case file does, `payoffs.end.driver`, with `.then` and `.else` for the
two sides of a condition and `.lottery.2` for the second prize of a lottery. Numbers that a game
comes to are not written anywhere, and so are none of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType

from argue import registry
from argue.construct.views import table_of
from argue.errors import ArgueError, UnknownId
from argue.model.case import Case, Cell, Choice, Interval, Lottery, Table, Universal, Unknown
from argue.model.record import record

_PLACE = re.compile("[0-9]{1,9}")

TABLES = ("payoffs", "general", "universal", "levels")
"""The tables of a case; `levels` are the levels of its standpoints."""


@record
class Figure:
    """One number of a case: where it is written, which table it belongs to, and its value.

    `span` is the distance between the least and the greatest number of that table.
    """

    path: str
    table: str
    value: Fraction
    span: Fraction

    def share(self, value: Fraction) -> Fraction | None:
        """Answers a change to this value as a share of the span of the table; None without one."""
        return abs(value - self.value) / self.span if self.span else None


def figures_of(case: Case, given: Case | None = None) -> tuple[Figure, ...]:
    """Answers every number of a case's tables that some framework or cap reads, in file order.

    Cells of `general` that follow `payoffs` are one number with them. `given` is the case as it was
    before its game was played: tables that hold what that came to are left out.
    """
    written = list(_written(case, given or case))
    read = tables_read(case)
    spans = {table: _span([value for _, of, value in written if of == table]) for table in TABLES}
    return tuple(
        Figure(path, table, value, spans[table])
        for path, table, value in written
        if table in read or (table == "payoffs" and "general" in read and _follows(case, path))
    )


def _span(values: Iterable[Fraction]) -> Fraction:
    known = list(values)
    return max(known) - min(known) if known else Fraction(0)


def tables_read(case: Case) -> frozenset[str]:
    """Answers the tables that the frameworks and caps of a case read."""
    found: set[str] = set()
    for use in case.frameworks:
        kind = registry.framework(use.type)
        found.add(table_of(case, use, kind))
        if kind.levels:
            found.add("levels")
    if any(person.agent and person.cap for person in case.standpoints.values()):
        found.add("payoffs")
    return frozenset(found)


def _written(case: Case, given: Case) -> Iterator[tuple[str, str, Fraction]]:
    if not given.game:
        yield from _in_table(case.payoffs, "payoffs")
        general = {
            o: {k: cell for k, cell in row.items() if not follows(case, o, k)}
            for o, row in case.general.items()
        }
        yield from _in_table(general, "general")
    for option, entry in case.universal.items() if given.universal or not given.game else ():
        if isinstance(entry, Universal) and not entry.refrain:
            for key, cell in (("all", entry.everyone), ("nobody", entry.nobody)):
                yield from _in_cell(cell, f"universal.{option}.{key}", "universal")
    for person in case.standpoints.values():
        if person.level is not None:
            yield f"standpoints.{person.id}.level", "levels", person.level


def follows(case: Case, option: str, person: str) -> bool:
    """Answers whether a cell of `general` is read from `payoffs`."""
    payoffs = case.payoffs.get(option, {})
    return person in payoffs and case.general[option][person] is payoffs[person]


def _follows(case: Case, path: str) -> bool:
    _, option, person, *_ = path.split(".")
    return bool(case.general) and follows(case, option, person)


def _in_table(table: Table, name: str) -> Iterator[tuple[str, str, Fraction]]:
    for option, row in table.items():
        for person, cell in row.items():
            yield from _in_cell(cell, f"{name}.{option}.{person}", name)


def _in_cell(cell: Cell, path: str, table: str) -> Iterator[tuple[str, str, Fraction]]:
    if isinstance(cell, Fraction):
        yield path, table, cell
    elif isinstance(cell, Choice):
        yield from _in_cell(cell.then, f"{path}.then", table)
        yield from _in_cell(cell.otherwise, f"{path}.else", table)
    elif isinstance(cell, Lottery):
        for number, (_, branch) in enumerate(cell.branches, 1):
            yield from _in_cell(branch, f"{path}.lottery.{number}", table)


def has_open_numbers(case: Case) -> bool:
    """Answers whether some number is known only within bounds, under a name or not."""
    return bool(case.regions) or any(
        _is_open(cell)
        for table in (case.payoffs, case.general)
        for row in table.values()
        for cell in row.values()
    )


def _is_open(cell: Cell) -> bool:
    if isinstance(cell, Choice):
        return _is_open(cell.then) or _is_open(cell.otherwise)
    if isinstance(cell, Lottery):
        return any(_is_open(branch) for _, branch in cell.branches)
    return isinstance(cell, Interval | Unknown)


def with_cell(case: Case, path: str, cell: Cell) -> Case:
    """Answers a case with one cell or number replaced; `general` follows where it reads `payoffs`.

    Raises: ArgueError for a path that is none; UnknownId for an option or person not there.
    """
    parts = path.split(".")
    table, rest = parts[0], parts[3:]
    if len(parts) < 3 or table not in ("payoffs", "general", "universal", "standpoints", "options"):
        raise _no_cell(path)
    if table == "standpoints":
        return _with_level(case, path, cell)
    _known("option", parts[1], case.options)
    if table in ("universal", "options"):
        return (_with_universal if table == "universal" else _with_feature)(case, path, cell)
    _known("standpoint", parts[2], case.standpoints)
    if not case.payoffs:
        raise _no_cell(path)
    here = (case.general if table == "general" else case.payoffs)[parts[1]][parts[2]]
    changed = _replaced(here, rest, cell, path)
    together = bool(case.general) and follows(case, parts[1], parts[2])
    for name in {table, "general"} if together else {table}:
        rows = case.general if name == "general" else case.payoffs
        row = MappingProxyType({**rows[parts[1]], parts[2]: changed})
        whole = MappingProxyType({**rows, parts[1]: row})
        case = replace(case, general=whole) if name == "general" else replace(case, payoffs=whole)
    return case


def with_cells(case: Case, cells: Mapping[str, Cell]) -> Case:
    """Answers a case with several cells or numbers replaced."""
    for path, cell in cells.items():
        case = with_cell(case, path, cell)
    return case


def _no_cell(path: str) -> ArgueError:
    return ArgueError(
        f"{path!r} is no number of this case: write payoffs.option.standpoint, "
        "universal.option.all, universal.option.nobody, standpoints.standpoint.level or "
        "options.option.features.feature, with .then or .else where a cell turns on a fact"
    )


def _known(kind: str, name: str, known: Iterable[str]) -> None:
    names = tuple(known)
    if name not in names:
        raise UnknownId(kind, name, names)


def _with_level(case: Case, path: str, cell: Cell) -> Case:
    _, person, key, *rest = path.split(".")
    _known("standpoint", person, case.standpoints)
    if key != "level" or rest or not isinstance(cell, Fraction):
        raise _no_cell(path)
    moved = replace(case.standpoints[person], level=cell)
    return replace(case, standpoints=MappingProxyType({**case.standpoints, person: moved}))


def _with_feature(case: Case, path: str, cell: Cell) -> Case:
    _, name, key, *feature = path.split(".", 3)
    option = case.options[name]
    if key != "features" or not feature or not isinstance(cell, Fraction):
        raise _no_cell(path)
    _known("feature", feature[0], option.features)
    moved = replace(option, features=MappingProxyType({**option.features, feature[0]: cell}))
    return replace(case, options=MappingProxyType({**case.options, name: moved}))


def _with_universal(case: Case, path: str, cell: Cell) -> Case:
    _, option, key, *rest = path.split(".")
    entry = case.universal.get(option)
    if not isinstance(entry, Universal) or key not in ("all", "nobody"):
        raise _no_cell(path)
    here = entry.everyone if key == "all" else entry.nobody
    changed = _replaced(here, rest, cell, path)
    moved = replace(
        entry,
        everyone=changed if key == "all" else entry.everyone,
        nobody=changed if key == "nobody" else entry.nobody,
        refrain=False,
    )
    return replace(case, universal=MappingProxyType({**case.universal, option: moved}))


def _replaced(cell: Cell, rest: list[str], by: Cell, path: str) -> Cell:
    """Answers a cell in which the part at the end of a path is replaced."""
    if not rest:
        return by
    key, *below = rest
    if isinstance(cell, Choice) and key in ("then", "else"):
        if key == "then":
            return replace(cell, then=_replaced(cell.then, below, by, path))
        return replace(cell, otherwise=_replaced(cell.otherwise, below, by, path))
    if isinstance(cell, Lottery) and key == "lottery" and below and _PLACE.fullmatch(below[0]):
        place = int(below[0]) - 1
        if 0 <= place < len(cell.branches):
            branches = list(cell.branches)
            chance, prize = branches[place]
            branches[place] = (chance, _replaced(prize, below[1:], by, path))
            return Lottery(tuple(branches))
    raise _no_cell(path)
