"""Python values (a mapping handed to the API, or TOML) into a tree of nodes, without places.

Numbers become the text that was written or the shortest that means the same: the float 0.1 is
read as 1/10, never as the binary fraction behind it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any, cast

from argue.errors import Problem
from argue.io.nodes import (
    CONTROL,
    MAX_DEPTH,
    MAX_NODES,
    MAX_PROBLEMS,
    NOWHERE,
    ListNode,
    MapNode,
    Node,
    ScalarNode,
)

_MAX_INTEGER = 10**100


def exact(text: str) -> Decimal:
    """Answers a number of JSON or TOML as it was written.

    Raises: ValueError for an exponent of so many digits that nothing can hold it.
    """
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise ValueError(f"{text:.40} is a number beyond all bounds") from error


def plain_tree(value: Any) -> tuple[Node, list[Problem]]:
    """Answers the root of a tree of Python values and what is wrong with it, never raising."""
    builder = _Builder()
    return builder.node(value, "", 0), builder.problems


class _Builder:
    """Turns values into nodes, and notes what no case file could hold."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._nodes = 0

    def node(self, value: Any, path: str, depth: int) -> Node:
        """Answers the node for one value."""
        self._nodes += 1
        deeper = isinstance(value, Mapping | list | tuple) and depth >= MAX_DEPTH
        if self._nodes > MAX_NODES or deeper:
            self._too_large(path, deeper=deeper)
            return ScalarNode("", True)
        if isinstance(value, Mapping):
            return self._mapping(cast("Mapping[Any, Any]", value), path, depth)
        if isinstance(value, list | tuple):
            items = cast("list[Any] | tuple[Any, ...]", value)
            return ListNode(
                tuple(self.node(v, f"{path}[{i}]", depth + 1) for i, v in enumerate(items))
            )
        return self._scalar(value, path)

    def _mapping(self, value: Mapping[Any, Any], path: str, depth: int) -> Node:
        entries: dict[str, Node] = {}
        for key, inner in value.items():
            if not isinstance(key, str):
                self._problem("C015", f"the key {key!r:.60} is not text", path, "write it as text")
                continue
            text = self._text(key, path)
            entries[text] = self.node(inner, f"{path}.{text}" if path else text, depth + 1)
        return MapNode(entries, dict.fromkeys(entries, NOWHERE))

    def _scalar(self, value: Any, path: str) -> Node:
        if isinstance(value, str):
            return ScalarNode(self._text(value, path), plain=False)
        if value is None or isinstance(value, bool):
            return ScalarNode("null" if value is None else str(value).lower(), plain=True)
        if isinstance(value, int | float | Fraction | Decimal):
            return self._number(value, path)
        self._problem(
            "C015",
            f"a {type(value).__name__} cannot stand in a case",
            path,
            "use text, numbers, true, false, lists and mappings; put a date in quotes",
        )
        return ScalarNode("", plain=True)

    def _number(self, value: float | Fraction | Decimal, path: str) -> Node:
        if isinstance(value, float | Decimal):
            if math.isfinite(value):
                return ScalarNode(str(value), plain=True)
            self._problem("C018", f"{value} is not a number", path, "write a finite number")
        elif max(abs(value.numerator), value.denominator) <= _MAX_INTEGER:
            return ScalarNode(str(value), plain=True)
        else:
            self._problem("C018", "a number of more than 100 digits", path, "round it")
        return ScalarNode("0", plain=True)

    def _text(self, text: str, path: str) -> str:
        found = CONTROL.search(text)
        if found is None:
            return text
        self._problem(
            "C005", f"control character U+{ord(found[0]):04X} in text", path, "leave it out"
        )
        return CONTROL.sub("", text)

    def _too_large(self, path: str, *, deeper: bool) -> None:
        if deeper:
            advice = "a case needs fewer levels"
            self._problem("C010", f"nested more than {MAX_DEPTH} levels deep", path[:200], advice)
        elif self._nodes == MAX_NODES + 1:
            self._problem("C013", f"more than {MAX_NODES:_} values in one case", "", "")

    def _problem(self, code: str, message: str, path: str, advice: str) -> None:
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(Problem(code, message, path, help=advice))
