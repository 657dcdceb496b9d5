"""Rewrites a case file into another that differs in some places, and keeps the rest as it was.

What stays the same keeps its bytes, comments included. A number or word is replaced in its place,
an entry is added to its list or mapping; a key whose changes go deeper is written anew, without
the comments in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from argue.io.document import text_document
from argue.io.nodes import LINE_END, ListNode, MapNode, Mark, Node, ScalarNode, sort_of
from argue.io.value_kinds import parse_number
from argue.io.writing import block, flow, items


class Splice(NamedTuple):
    """Characters of a text, from start to end, and what stands in their place."""

    start: int
    end: int
    text: str


class Place(NamedTuple):
    """The lines of a text that one key takes up, as positions; no blanks at the end."""

    start: int
    end: int


def same(one: Node, other: Node) -> bool:
    """Answers whether two nodes say the same, whatever the quotes, spaces and order of keys."""
    if isinstance(one, MapNode) and isinstance(other, MapNode):
        return one.entries.keys() == other.entries.keys() and all(
            same(inner, other.entries[key]) for key, inner in one.entries.items()
        )
    if isinstance(one, ListNode) and isinstance(other, ListNode):
        pairs = zip(one.items, other.items, strict=False)
        return len(one.items) == len(other.items) and all(same(a, b) for a, b in pairs)
    if isinstance(one, ScalarNode) and isinstance(other, ScalarNode):
        if sort_of(one) == sort_of(other) == "a number":
            return parse_number(one.text) == parse_number(other.text)
        return sort_of(one) == sort_of(other) and one.text == other.text
    return False


def edited(text: str, new: MapNode) -> str | None:
    """Answers a YAML text changed so that it holds the new mapping.

    None where it cannot be edited, as where all of it stands in braces.
    """
    root = text_document(text, "case").root
    if root is None or text.lstrip().startswith(("{", "---", "%")):
        return None
    splices = list(_Editor(text, root).splices(new))
    if any(one.end > other.start for one, other in pairwise(sorted(splices))):
        return None
    for splice in sorted(splices, reverse=True):
        text = text[: splice.start] + splice.text + text[splice.end :]
    again = text_document(text, "case").root
    return text if again is not None and same(again, new) else None


class _Editor:
    """Finds what to replace in a text."""

    def __init__(self, text: str, root: MapNode) -> None:
        self.text, self.root = text, root
        self.starts = [0, *(found.end() for found in LINE_END.finditer(text))]

    def splices(self, new: MapNode) -> Iterator[Splice]:
        """Yields the replacements that make the text hold a new mapping."""
        for key, old in self.root.entries.items():
            place = self._place(key)
            if key not in new.entries:
                yield Splice(place.start, place.end, "")
            elif not same(old, new.entries[key]):
                found = self._within(old, new.entries[key], place)
                if found is None:
                    written = block(MapNode({key: new.entries[key]}, {}))
                    found = [Splice(place.start, place.end, written)]
                yield from found
        more = {key: node for key, node in new.entries.items() if key not in self.root.entries}
        if more:
            end = len(self.text)
            opening = "" if self.text.endswith("\n") else "\n"
            yield Splice(end, end, opening + block(MapNode(more, {})))

    def _at(self, mark: Mark) -> int:
        return self.starts[mark.line - 1] + mark.column - 1

    def _place(self, key: str) -> Place:
        """Answers the lines of a key of the root, without comments and blanks at their end."""
        first = self.root.keys[key].line
        later = [mark.line for mark in self.root.keys.values() if mark.line > first]
        last = (min(later) if later else len(self.starts) + 1) - 1
        while last > first and self._is_idle(last):
            last -= 1
        end = self.starts[last] if last < len(self.starts) else len(self.text)
        return Place(self.starts[first - 1], end)

    def _is_idle(self, line: int) -> bool:
        end = self.starts[line] if line < len(self.starts) else len(self.text)
        said = self.text[self.starts[line - 1] : end].strip()
        return not said or said.startswith("#")

    def _within(self, old: Node, new: Node, place: Place) -> list[Splice] | None:
        """Answers the replacements within one key; None if it has to be written anew."""
        if isinstance(old, MapNode) and isinstance(new, MapNode):
            return self._in_map(old, new, place)
        if isinstance(old, ListNode) and isinstance(new, ListNode):
            return self._in_list(old, new, place)
        if isinstance(old, ScalarNode):
            start = self._at(old.mark)
            if self.text[start : start + len(old.text)] == old.text and old.text:
                return [Splice(start, start + len(old.text), flow(new))]
        return None

    def _in_map(self, old: MapNode, new: MapNode, place: Place) -> list[Splice] | None:
        if not old.entries.keys() <= new.entries.keys():
            return None
        found: list[Splice] = []
        for key, inner in old.entries.items():
            if not same(inner, new.entries[key]):
                inside = self._within(inner, new.entries[key], _NOWHERE)
                if inside is None:
                    return None
                found += inside
        more = {key: node for key, node in new.entries.items() if key not in old.entries}
        if more:
            added = self._added(old, MapNode(more, {}), place)
            return None if added is None else [*found, added]
        return found

    def _added(self, old: MapNode, more: MapNode, place: Place) -> Splice | None:
        """Answers what adds entries to a mapping; None to one in lines below the first level."""
        start = self._at(old.mark)
        if self.text[start : start + 1] == "{":
            ending = ", " if old.entries else ""
            return Splice(start + 1, start + 1, f"{flow(more)[1:-1]}{ending}")
        if place is _NOWHERE:
            return None
        written = block(more, old.mark.column - 1)
        return Splice(place.end, place.end, self._ended(place) + written)

    def _in_list(self, old: ListNode, new: ListNode, place: Place) -> list[Splice] | None:
        kept = len(old.items)
        if not old.items or place is _NOWHERE or len(new.items) < kept:
            return None
        found: list[Splice] = []
        for one, other in zip(old.items, new.items, strict=False):
            if not same(one, other):
                inside = self._within(one, other, _NOWHERE)
                if inside is None:
                    return None
                found += inside
        added = new.items[kept:]
        if added:
            start = self._at(old.mark)
            if self.text[start : start + 1] == "[":
                return None
            written = items(added, old.mark.column - 1)
            found.append(Splice(place.end, place.end, self._ended(place) + written))
        return found

    def _ended(self, place: Place) -> str:
        return "" if self.text[: place.end].endswith(("\n", "\r")) else "\n"


_NOWHERE = Place(-1, -1)
