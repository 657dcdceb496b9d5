"""YAML 1.2 (and so JSON) into a tree of nodes, event by event.

Only the parser of PyYAML is used: no tag is resolved and no object is constructed, so nothing in
a file can run, and a file that nests or grows past its bounds is left at the first event beyond
them. Anchors and aliases are refused altogether: what is not expanded cannot explode.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any

import yaml

from argue.errors import Problem
from argue.io.nodes import (
    CONTROL,
    LINE_END,
    MAX_DEPTH,
    MAX_NODES,
    MAX_PROBLEMS,
    ListNode,
    MapNode,
    Mark,
    Node,
    ScalarNode,
)

_YAML: Any = yaml  # its stubs leave the parser untyped
_LOADER = getattr(_YAML, "CBaseLoader", _YAML.BaseLoader)

_ESCAPE = re.compile(r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|.)")
_CORE = "tag:yaml.org,2002:"


class Places:
    """Where in a text a character stands; `shifts` are places after which two are missing."""

    def __init__(self, text: str, shifts: tuple[int, ...] = ()) -> None:
        """Find the beginnings of the lines."""
        self._starts = [0, *(match.end() for match in LINE_END.finditer(text))]
        self._ends = [*(match.start() for match in LINE_END.finditer(text)), len(text)]
        self._shifts = shifts

    def mark(self, start: int, end: int) -> Mark:
        """Answers the mark for the characters from start to end, as far as the line goes."""
        if self._shifts:
            start, end = (at + 2 * bisect_right(self._shifts, at) for at in (start, end))
        line = bisect_right(self._starts, start) - 1
        length = min(end, self._ends[line]) - start
        return Mark(line + 1, start - self._starts[line] + 1, max(length, 1))


def join_surrogates(text: str) -> tuple[str, tuple[int, ...]]:
    """Answers JSON text with each escaped surrogate pair as one escape, and where they end.

    JSON writes a character beyond U+FFFF as two escapes of 12 characters together, which YAML
    does not know; the one escape YAML knows has 10.
    """
    shifts: list[int] = []

    def joined(match: re.Match[str]) -> str:
        if match[1] is None:
            return match[0]
        high, low = int(match[1], 16), int(match[2], 16)
        shifts.append(match.start() + 10 - 2 * len(shifts))
        return f"\\U{0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00):08X}"

    return _ESCAPE.sub(joined, text), tuple(shifts)


def yaml_tree(text: str) -> tuple[Node | None, list[Problem]]:
    """Answers the root of a YAML or JSON text and what is wrong with it, never raising."""
    written, shifts = text, ()
    if text.lstrip()[:1] == "{":
        text, shifts = join_surrogates(text)
    builder = _Builder(Places(written, shifts))
    try:
        for event in _YAML.parse(text, Loader=_LOADER):
            builder.take(event)
            if builder.full:
                break
    except yaml.MarkedYAMLError as error:
        builder.syntax(error, text)
    except yaml.YAMLError as error:
        builder.problem("C003", f"this is not YAML: {error}", Mark(1, 1))
    return builder.root, builder.problems


class _Frame:
    """A list or mapping whose end has not been seen."""

    __slots__ = ("entries", "is_map", "items", "key", "keys", "mark")

    def __init__(self, is_map: bool, mark: Mark) -> None:
        self.is_map, self.mark = is_map, mark
        self.items: list[Node] = []
        self.entries: dict[str, Node] = {}
        self.keys: dict[str, Mark] = {}
        self.key: tuple[str, Mark] | None = None


class _Builder:
    """Puts events together into nodes, and notes every problem on the way."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.full = False
        self._frames: list[_Frame] = []
        self._documents = self._nodes = 0

    def problem(self, code: str, message: str, mark: Mark, advice: str = "") -> None:
        self.problems.append(Problem(code, message, "", *mark, help=advice))
        self.full = self.full or len(self.problems) >= MAX_PROBLEMS

    def syntax(self, error: yaml.MarkedYAMLError, text: str) -> None:
        """Note where the parser gave up, in words that say what to write instead."""
        unclosed = "quoted scalar" in (error.context or "") and "end of" in (error.problem or "")
        place: Any = error.context_mark if unclosed else error.problem_mark or error.context_mark
        index = min(place.index, len(text)) if place is not None else 0
        mark = self.places.mark(index, index + 1)
        if text[index : index + 1] == "\t":
            self.problem(
                "C004", "a tab where spaces are needed", mark, "indent with spaces, two a level"
            )
            return
        what = error.problem or "it ends in the middle of something"
        where = f" {error.context}" if error.context else ""
        self.problem(
            "C003",
            f"this is not YAML:{where}: {what}".replace("::", ":"),
            mark,
            _advice(what, text[index : index + 1]),
        )

    def take(self, event: Any) -> None:
        """Take the next event."""
        handler = _HANDLERS.get(event.__class__)
        if handler is not None:
            handler(self, event, self.places.mark(event.start_mark.index, event.end_mark.index))

    def document(self, _: Any, mark: Mark) -> None:
        self._documents += 1
        if self._documents > 1:
            self.problem(
                "C009", "a second document begins here", mark, "write one case a file, without ---"
            )
            self.full = True

    def scalar(self, event: Any, mark: Mark) -> None:
        plain, text = bool(event.implicit[0]), str(event.value)
        if event.tag is not None:
            plain = self._tagged(event.tag, mark, ("int", "float", "bool", "null"))
        found = CONTROL.search(text)
        if found is not None:
            self.problem(
                "C005",
                f"control character U+{ord(found[0]):04X} in text",
                mark,
                "leave it out; tab and line feed are the only ones a text may hold",
            )
            text = CONTROL.sub("", text)
        self._anchored(event, mark)
        self._add(ScalarNode(text, plain, mark))

    def alias(self, event: Any, mark: Mark) -> None:
        self.problem(
            "C008", f'alias "*{event.anchor}" is not read', mark, "write the value out once more"
        )
        self._add(ScalarNode("", True, mark))

    def begin(self, event: Any, mark: Mark) -> None:
        is_map = isinstance(event, yaml.MappingStartEvent)
        if event.tag is not None:
            self._tagged(event.tag, mark, ("map",) if is_map else ("seq",))
        self._anchored(event, mark)
        self._frames.append(_Frame(is_map, mark))
        if len(self._frames) > MAX_DEPTH:
            self.problem(
                "C010", f"nested more than {MAX_DEPTH} levels deep", mark, "a case needs fewer"
            )
            self.full = True

    def end(self, _: Any, __: Mark) -> None:
        frame = self._frames.pop()
        if frame.is_map:
            self._add(MapNode(frame.entries, frame.keys, frame.mark))
        else:
            self._add(ListNode(tuple(frame.items), frame.mark))

    def _tagged(self, tag: str, mark: Mark, fitting: tuple[str, ...]) -> bool:
        """Answers whether an explicit tag asks for one of these; refuses tags beyond the core."""
        name = tag.removeprefix(_CORE) if tag.startswith(_CORE) else tag
        if name not in (*fitting, "str", "!"):
            self.problem("C007", f'tag "{name}" is not read', mark, "write the plain value, no tag")
        return name in fitting

    def _anchored(self, event: Any, mark: Mark) -> None:
        if event.anchor is not None:
            self.problem(
                "C008",
                f'anchor "&{event.anchor}" is not read',
                mark,
                "leave it out, and write values out where they are needed",
            )

    def _add(self, node: Node) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self.problem("C013", f"more than {MAX_NODES:_} values in one case", node.mark)
            self.full = True
        elif not self._frames:
            self.root = node if self.root is None else self.root
        elif not self._frames[-1].is_map:
            self._frames[-1].items.append(node)
        else:
            self._add_entry(self._frames[-1], node)

    def _add_entry(self, frame: _Frame, node: Node) -> None:
        if frame.key is None:
            frame.key = (self._key(node), node.mark)
            return
        (key, mark), frame.key = frame.key, None
        if key not in frame.entries:
            frame.entries[key], frame.keys[key] = node, mark
            return
        self.problem(
            "C006",
            f'key "{key}" is given twice',
            mark,
            f"it is first given in line {frame.keys[key].line}; keep one",
        )

    def _key(self, node: Node) -> str:
        if isinstance(node, ScalarNode):
            return node.text
        self.problem("C015", "a key must be text", node.mark, "write key: value")
        return f"?{self._nodes}"


_HANDLERS: dict[type, Any] = {
    yaml.DocumentStartEvent: _Builder.document,
    yaml.ScalarEvent: _Builder.scalar,
    yaml.AliasEvent: _Builder.alias,
    yaml.SequenceStartEvent: _Builder.begin,
    yaml.MappingStartEvent: _Builder.begin,
    yaml.SequenceEndEvent: _Builder.end,
    yaml.MappingEndEvent: _Builder.end,
}


def _advice(what: str, character: str) -> str:
    if "mapping values" in what:
        return 'a text that holds ": " needs quotes: "like: this"'
    if character and character in "@`%":
        return f'a text that begins with {character} needs quotes: "{character}..."'
    if "end of stream" in what or "expected node content" in what:
        return "something is missing between two commas, or a bracket or quote is never closed"
    if "expected key" in what or "block end" in what:
        return "entries of one mapping begin in the same column"
    return "see the line and the one above: indentation, quotes, brackets, colons"
