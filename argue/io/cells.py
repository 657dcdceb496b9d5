"""Readers of cells and of the tables they stand in.

A cell is a number, `absent`, `[low, high]`, `{if, then, else}` or `{lottery: [[p, cell], ...]}`.
"""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import Any, TypeGuard

from argue.io.kinds import CELL, CONDITION, NUMBER, QUANTITY, SHARE, Kind, described
from argue.io.nodes import ListNode, MapNode, Node, ScalarNode, sort_of
from argue.io.phrasing import did_you_mean, quoted
from argue.io.reading import MISSING, Reader, ReadKind, Reference
from argue.io.value_kinds import read_condition, read_number
from argue.model.case import Absent, Choice, Interval, Lottery

MAX_CELL_DEPTH = 8
"""How many conditions and lotteries a cell may nest."""

DEFAULT = "default"
"""The key of payoffs, and of a row of them, for every cell that is not given."""

_CHOICE = ("if", "then", "else")


def read_cell(reader: Reader, node: Node, kind: Kind, path: str, *, depth: int = 0) -> Any:
    """Reads one cell; `absent` only where the kind allows the word."""
    if isinstance(node, ScalarNode):
        return _simple(reader, node, kind, path)
    if depth >= MAX_CELL_DEPTH:
        message = f"{path} nests conditions and lotteries more than {MAX_CELL_DEPTH} deep"
        advice = "use a list of facts in one if, or fewer branches"
        return reader.problem("C035", message, path, mark=node.mark, advice=advice)
    if isinstance(node, ListNode):
        return _interval(reader, node, path)
    if tuple(node.entries) == ("lottery",):
        return _lottery(reader, node.entries["lottery"], path, depth=depth)
    if not node.entries.keys() - set(_CHOICE):
        return _choice(reader, node, kind, path, depth=depth)
    return _not_a_cell(reader, node, path)


def _simple(reader: Reader, node: ScalarNode, kind: Kind, path: str) -> Any:
    if node.text != "absent":
        return read_number(reader, node, NUMBER, path)
    if "absent" in kind.words:
        return Absent()
    message = "absent can stand neither in a lottery nor for everyone"
    return reader.problem("C032", message, path, mark=node.mark, advice="give a number")


def _not_a_cell(reader: Reader, node: MapNode, path: str) -> Any:
    unknown = next(key for key in node.entries if key not in _CHOICE)
    message = f"{path} must be {described(CELL)}; {quoted(unknown)} does not belong there"
    advice = partial(did_you_mean, unknown, (*_CHOICE, "lottery"))
    mark = node.keys[unknown]
    return reader.problem("C032", message, path, mark=mark, advice=advice)


def _interval(reader: Reader, node: ListNode, path: str) -> Any:
    if len(node.items) != 2:
        message = f"{path} is a list of {len(node.items)}, not [low, high]"
        return reader.problem("C032", message, path, mark=node.mark)
    low, high = (
        read_number(reader, item, NUMBER, f"{path}[{i}]") for i, item in enumerate(node.items)
    )
    if low is MISSING or high is MISSING:
        return MISSING
    if low > high:
        message = f"{path} is an interval from {low} to {high}"
        advice = f"write the smaller number first: [{high}, {low}]"
        return reader.problem("C033", message, path, mark=node.mark, advice=advice)
    return Interval(low, high) if low < high else low


def _choice(reader: Reader, node: MapNode, kind: Kind, path: str, *, depth: int) -> Any:
    missing = [key for key in _CHOICE if key not in node.entries]
    if missing:
        message = f"{path} has no {' and no '.join(missing)}"
        advice = "write {if: fact, then: cell, else: cell}"
        return reader.problem("C032", message, path, mark=node.mark, advice=advice)
    condition = read_condition(reader, node.entries["if"], CONDITION, f"{path}.if")
    then = read_cell(reader, node.entries["then"], kind, f"{path}.then", depth=depth + 1)
    otherwise = read_cell(reader, node.entries["else"], kind, f"{path}.else", depth=depth + 1)
    parts = (condition, then, otherwise)
    return MISSING if any(part is MISSING for part in parts) else Choice(*parts)


def _lottery(reader: Reader, node: Node, path: str, *, depth: int) -> Any:
    if not isinstance(node, ListNode) or not node.items:
        message = f"{path}.lottery must be a list of [probability, cell]"
        advice = "for example [[1/3, 5], [2/3, 0]]"
        return reader.problem("C034", message, path, mark=node.mark, advice=advice)
    branches: list[tuple[Fraction, Any]] = []
    for index, item in enumerate(node.items):
        place = f"{path}.lottery[{index}]"
        if not isinstance(item, ListNode) or len(item.items) != 2:
            message = f"{place} must be [probability, cell]"
            reader.problem("C034", message, path, mark=item.mark)
            continue
        share = read_number(reader, item.items[0], SHARE, f"{place}[0]")
        cell = read_cell(reader, item.items[1], QUANTITY, f"{place}[1]", depth=depth + 1)
        if share is not MISSING and cell is not MISSING:
            branches.append((share, cell))
    if len(branches) < len(node.items):
        return MISSING
    total = sum(share for share, _ in branches)
    if total != 1:
        message = f"the probabilities of {path} sum to {total}, not to 1"
        advice = "probabilities are exact: write 1/3, not 0.33"
        return reader.problem("C034", message, path, mark=node.mark, advice=advice)
    return Lottery(tuple(branches))


def read_table(reader: Reader, node: Node, kind: Kind, path: str) -> Any:
    """Reads a table, option -> standpoint -> cell; `default` stands for what is not given.

    Answers {option: {standpoint: cell}} with the key `default` where one is given.
    """
    if not isinstance(node, MapNode):
        return reader.wrong(node, path, described(kind), "write option: {standpoint: number}")
    table: dict[str, Any] = {}
    for option, row in node.entries.items():
        place = f"{path}.{option}"
        mark = reader.marks[place] = node.keys[option]
        if option == DEFAULT and path == "payoffs":
            cell = read_cell(reader, row, CELL, place)
            table |= {} if cell is MISSING else {DEFAULT: cell}
            continue
        reader.references.append(Reference("option", option, place, mark))
        table[option] = _row(reader, row, place)
    return table


def _row(reader: Reader, node: Node, path: str) -> dict[str, Any]:
    if not isinstance(node, MapNode):
        reader.wrong(node, path, "a mapping of standpoints to cells", "write {standpoint: number}")
        return {}
    row: dict[str, Any] = {}
    before: Node | None = None
    for standpoint, inner in node.entries.items():
        place = f"{path}.{standpoint}"
        mark = reader.marks[place] = node.keys[standpoint]
        if standpoint.isdigit() and sort_of(inner) == "nothing" and _is_number(before):
            whole = f"{before.text},{standpoint}"
            message = f"{quoted(whole)} is read as two entries"
            advice = f"write {before.text}.{standpoint}: a point, not a comma"
            reader.problem("C018", message, place, mark=mark, advice=advice)
            continue
        before = inner
        if standpoint != DEFAULT or not path.startswith("payoffs."):
            reader.references.append(Reference("standpoint", standpoint, place, mark))
        cell = read_cell(reader, inner, CELL, place)
        if cell is not MISSING:
            row[standpoint] = cell
    return row


def _is_number(node: Node | None) -> TypeGuard[ScalarNode]:
    return isinstance(node, ScalarNode) and sort_of(node) == "a number"


CELL_READERS: dict[str, ReadKind] = {"cell": read_cell, "table": read_table}
