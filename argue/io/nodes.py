"""The tree a case file is read into: text, lists and mappings, each with its place.

Scalars keep the characters that were written, so that `1/3`, `0.1` and `1e-3` are read exactly
and `no` stays a word; what they mean is decided by the field they stand in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

MAX_BYTES = 10_000_000
"""Largest case file that is read, in bytes."""

MAX_NODES = 2_000_000
"""Most values a case file may hold, keys included."""

MAX_DEPTH = 64
"""Deepest nesting of lists and mappings in a case file."""

MAX_PROBLEMS = 100
"""Most problems that are listed for one case; reading ends there."""


class Mark(NamedTuple):
    """A place in the text: line and column count from 1, 0 where the input has no lines."""

    line: int = 0
    column: int = 0
    length: int = 1


NOWHERE = Mark()


class ScalarNode(NamedTuple):
    """Some text; `plain` if it was written without quotes, so that it may be a number or a flag."""

    text: str
    plain: bool
    mark: Mark = NOWHERE


class ListNode(NamedTuple):
    """Values in order."""

    items: tuple[Node, ...]
    mark: Mark = NOWHERE


class MapNode(NamedTuple):
    """Values by key, in the order of the file; `keys` holds the place of each key."""

    entries: Mapping[str, Node]
    keys: Mapping[str, Mark]
    mark: Mark = NOWHERE


Node: TypeAlias = "ScalarNode | ListNode | MapNode"

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
"""Characters that no text in a case may hold; tab and line feed are allowed."""

LINE_END = re.compile(r"\r\n|\r|\n")

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
TRUE = frozenset({"true", "True", "TRUE"})
FALSE = frozenset({"false", "False", "FALSE"})

_CORE_NUMBER = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
    r"|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)


def sort_of(node: Node) -> str:
    """Answers what a value is in the core schema of YAML 1.2, in words for a message."""
    if isinstance(node, ListNode):
        return "a list"
    if isinstance(node, MapNode):
        return "a mapping"
    if not node.plain:
        return "text"
    if node.text in NULLS:
        return "nothing"
    if node.text in TRUE or node.text in FALSE:
        return "true or false"
    return "a number" if _CORE_NUMBER.fullmatch(node.text) else "text"
