"""Reads what a case takes from rows: a file that maps paths of the case to columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from argue.errors import CaseError, FileError
from argue.io.document import STDIN, decoded, read_bytes, text_document
from argue.io.nodes import TRUE, ListNode, MapNode, Node, sort_of
from argue.io.value_kinds import parse_number
from argue.model.record import record

KEYS = ("features", "individuals")


@record
class Bindings:
    """What is bound to which columns, and which standpoints are crowds; numbers are exact."""

    features: Mapping[str, Any]
    individuals: Mapping[str, Any]


def load_bindings(path: str) -> Bindings:
    """Answers the bindings in a file; all of it is features, unless it has that key.

    Raises: NoSuchInput if it is not there; CaseError if it cannot be read; FileError for keys
    beside `features` and `individuals`.
    """
    file = STDIN if path == "-" else path
    document = text_document(decoded(read_bytes(path), file), file)
    if document.root is None or document.problems:
        raise CaseError(document.problems, file)
    found: dict[str, Any] = _plain(document.root)
    if "features" not in found:
        return Bindings(found, {})
    for key in found:
        if key not in KEYS:
            raise FileError(f"{file}: unknown key {key!r} beside features; known: individuals")
    for key in KEYS:
        if not isinstance(found.get(key, {}), dict):
            raise FileError(f"{file}: {key} must be a mapping")
    return Bindings(found["features"], found.get("individuals", {}))


def _plain(node: Node) -> Any:
    """Answers a tree as mappings, lists, text, exact numbers, flags and None."""
    if isinstance(node, MapNode):
        return {key: _plain(inner) for key, inner in node.entries.items()}
    if isinstance(node, ListNode):
        return [_plain(inner) for inner in node.items]
    sort = sort_of(node)
    if sort == "nothing":
        return None
    if node.plain and node.text in TRUE | {"false", "False", "FALSE"}:
        return node.text in TRUE
    number = parse_number(node.text) if node.plain else None
    if number is None:
        return node.text
    return int(number) if number.denominator == 1 else number
