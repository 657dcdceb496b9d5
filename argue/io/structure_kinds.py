"""Readers of what holds other values: lists, pairs, mappings, records, and alternatives."""

from __future__ import annotations

from typing import Any

from argue.io.kinds import Kind, described
from argue.io.nodes import FALSE, TRUE, ListNode, MapNode, Node, ScalarNode
from argue.io.reading import HERE, MISSING, Reader, ReadKind


def read_list(reader: Reader, node: Node, kind: Kind, path: str) -> Any:
    """Reads a list; entries that cannot be read are left out, unless its length is fixed."""
    assert kind.of is not None
    if not isinstance(node, ListNode):
        return reader.wrong(node, path, described(kind), "write it in brackets: [...]")
    if len(node.items) < kind.least or (kind.most is not None and len(node.items) > kind.most):
        wanted = f"at least {kind.least}" if kind.most is None else kind.most
        message = f"{path} must have {wanted} entries, not {len(node.items)}"
        return reader.problem("C015", message, path, mark=node.mark)
    values: list[Any] = []
    for index, item in enumerate(node.items):
        place = f"{path}[{index}]"
        reader.marks[place] = item.mark
        values.append(reader.read(item, kind.of, place))
    found = tuple(value for value in values if value is not MISSING)
    return MISSING if kind.most is not None and len(found) < len(values) else found


def read_pair(reader: Reader, node: Node, kind: Kind, path: str) -> Any:
    """Reads a list of two as the record it abbreviates."""
    if not isinstance(node, ListNode) or len(node.items) != len(kind.fields):
        return reader.wrong(node, path, described(kind))
    values: dict[str, Any] = {HERE: path}
    for index, (item, field) in enumerate(zip(node.items, kind.fields, strict=True)):
        value = reader.read(item, field.kind, f"{path}[{index}]")
        if value is not MISSING:
            values[field.name] = value
    return values


def read_map(reader: Reader, node: Node, kind: Kind, path: str) -> Any:
    """Reads a mapping by id; entries that cannot be read are left out."""
    assert kind.of is not None
    assert kind.keys is not None
    if not isinstance(node, MapNode):
        return reader.wrong(node, path, described(kind), "write one id a line, id: value")
    if kind.keys.group:
        reader.declared.setdefault(kind.keys.group, {})
    if len(node.entries) < kind.least:
        message, advice = f"{path} is empty", f"give at least {kind.least}, id: value"
        return reader.problem("C042", message, path, mark=node.mark, advice=advice)
    values: dict[str, Any] = {}
    for key, inner in node.entries.items():
        place = f"{path}.{key}"
        mark = reader.marks[place] = node.keys[key]
        name = reader.read(ScalarNode(key, False, mark), kind.keys, place)
        value = reader.read(inner, kind.of, place)
        if name is not MISSING and value is not MISSING:
            values[name] = value
    return values


def read_record(reader: Reader, node: Node, kind: Kind, path: str) -> Any:
    """Reads a mapping with known keys."""
    if not isinstance(node, MapNode):
        return reader.wrong(node, path, described(kind))
    return reader.record(node, kind.fields, path, kind.title)


def read_either(reader: Reader, node: Node, kind: Kind, path: str) -> Any:
    """Reads the alternative that the value has the shape of; of records, the one it is nearest."""
    fitting = [each for each in kind.kinds if _shape_of(each) == _shape(node)]
    if isinstance(node, MapNode):
        fitting.sort(key=lambda each: _overlap(each, node), reverse=True)
    if not fitting:
        return reader.wrong(node, path, described(kind))
    return reader.read(node, fitting[0], path)


def _overlap(kind: Kind, node: MapNode) -> tuple[int, int]:
    """Answers how well a mapping fits a record: keys known to it, required keys given."""
    given = node.entries.keys()
    known = sum(field.name in given for field in kind.fields)
    return known, -sum(field.required and field.name not in given for field in kind.fields)


def _shape(node: Node) -> str:
    if isinstance(node, ScalarNode):
        return "flag" if node.plain and node.text in TRUE | FALSE else "scalar"
    return "list" if isinstance(node, ListNode) else "map"


def _shape_of(kind: Kind) -> str:
    shapes = {"list": "list", "pair": "list", "map": "map", "record": "map", "flag": "flag"}
    return shapes.get(kind.name, "scalar")


STRUCTURE_READERS: dict[str, ReadKind] = {
    "list": read_list,
    "pair": read_pair,
    "map": read_map,
    "record": read_record,
    "either": read_either,
}
