"""Bounded reading of another program's YAML in which every error says line and column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NoReturn

from argue.errors import CaseError, LimitExceeded, Problem
from argue.io.graphs.lines import MALFORMED
from argue.io.nodes import (
    CONTROL,
    LINE_END,
    MAX_BYTES,
    NOWHERE,
    NULLS,
    ListNode,
    MapNode,
    Mark,
    Node,
    ScalarNode,
    sort_of,
)
from argue.io.yaml_tree import yaml_tree

ID = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
"""What can be an id of the rules that such a file becomes."""

RESERVED = frozenset({"not", "and"})

MAX_ENTRIES = 1_000
"""Most norms, arguments or statements, each, that a file may list."""

_NUMBER = re.compile(r"[-+]?[0-9]{1,30}(?:\.[0-9]{1,30})?")


class YamlText:
    """A YAML file that holds one mapping; `file` is what it is called in messages."""

    def __init__(self, data: bytes, file: str) -> None:
        """Read it; raises CaseError if it is no mapping, LimitExceeded if it is too large."""
        self.file = file
        if len(data) > MAX_BYTES:
            raise LimitExceeded(f"{file} has more than {MAX_BYTES} bytes")
        text = self._text(data)
        self._lines = LINE_END.split(text)
        root, problems = yaml_tree(text)
        if problems:
            raise CaseError(problems, file)
        self.root = self.mapping(root or ScalarNode("", True, Mark(1, 1)))

    def _text(self, data: bytes) -> str:
        try:
            text = data.decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            advice = "save the file as UTF-8"
            problem = Problem(MALFORMED, "the line is not UTF-8", "", line, 1, help=advice)
            raise CaseError([problem], self.file) from error
        found = CONTROL.search(text)
        if found is not None:
            line = text.count("\n", 0, found.start()) + 1
            message = f"control character U+{ord(found[0]):04X}"
            problem = Problem(MALFORMED, message, "", line, 1, help="leave it out")
            raise CaseError([problem], self.file)
        return text

    def wrong(self, mark: Mark, message: str, advice: str) -> NoReturn:
        """Raises: CaseError about what stands at a place."""
        shown = self._lines[mark.line - 1] if 0 < mark.line <= len(self._lines) else ""
        problem = Problem(MALFORMED, message, "", *mark, help=advice, text=shown)
        raise CaseError([problem], self.file)

    def mapping(self, node: Node) -> MapNode:
        """Answers a node that is a mapping."""
        if not isinstance(node, MapNode):
            self.wrong(node.mark, f"this is {sort_of(node)}", "write a mapping: keys and values")
        return node

    def known(self, node: Node, keys: Sequence[str]) -> MapNode:
        """Answers a mapping all of whose keys are known."""
        found = self.mapping(node)
        for key, mark in found.keys.items():
            if key not in keys:
                self.wrong(mark, f"unknown key {key!r:.80}", f"one of: {', '.join(keys)}")
        return found

    def entries(self, node: Node | None) -> Iterator[tuple[str, Mark, Node]]:
        """Answers key, place and value of each entry of a mapping; of nothing, none.

        Raises: LimitExceeded past MAX_ENTRIES, as `items` does.
        """
        if node is None or _is_nothing(node):
            return
        found = self.mapping(node)
        self._bounded(found.mark, len(found.entries))
        for key, value in found.entries.items():
            yield key, found.keys[key], value

    def items(self, node: Node | None) -> tuple[Node, ...]:
        """Answers the values of a list; of nothing, none."""
        if node is None or _is_nothing(node):
            return ()
        if not isinstance(node, ListNode):
            self.wrong(node.mark, f"this is {sort_of(node)}", "write a list: [a, b]")
        self._bounded(node.mark, len(node.items))
        return node.items

    def _bounded(self, mark: Mark, count: int) -> None:
        if count > MAX_ENTRIES:
            where = f"{self.file}:{mark.line}"
            raise LimitExceeded(f"{where}: {count} entries; list {MAX_ENTRIES}, or split the file")

    def text(self, node: Node | None) -> str:
        """Answers a text in one line; of nothing, the empty one."""
        if node is None or _is_nothing(node):
            return ""
        if not isinstance(node, ScalarNode):
            self.wrong(node.mark, f"this is {sort_of(node)}", "write a text")
        return " ".join(node.text.split())

    def name(self, within: MapNode, key: str) -> str:
        """Answers the id under a key that must be there."""
        node = within.entries.get(key)
        if node is None:
            self.wrong(within.mark, f"{key} is missing", f"add {key}: and an id")
        return self.id(self.text(node), node.mark)

    def id(self, text: str, mark: Mark = NOWHERE) -> str:
        """Answers a text that is an id."""
        if ID.fullmatch(text) is None or text in RESERVED:
            advice = "an id is a letter, then letters, digits, underscores"
            self.wrong(mark, f"{text!r:.80} is no id", advice)
        return text

    def literal(self, node: Node) -> str:
        """Answers a statement: an id, or `not` and an id."""
        text = self.text(node)
        self.id(text.removeprefix("not ").strip(), node.mark)
        return text

    def number(self, node: Node) -> Fraction:
        """Answers a number."""
        text = self.text(node)
        if _NUMBER.fullmatch(text) is None:
            self.wrong(node.mark, f"{text!r:.80} is no number", "write a number such as 4")
        return Fraction(text)


def _is_nothing(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.plain and node.text in NULLS
