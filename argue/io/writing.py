"""Writes a tree of nodes as YAML: short things on one line, long ones a line an entry."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from argue.io.nodes import ListNode, MapNode, Node, ScalarNode, sort_of

WIDTH = 100
"""Columns a line is kept within where it can be broken."""

_WORDS = re.compile(r"[\w./+-]+(?: [\w./+-]+)*")


def flow(node: Node) -> str:
    """Answers a node on one line."""
    if isinstance(node, MapNode):
        inside = (f"{_key(key)}: {flow(inner)}" for key, inner in node.entries.items())
        return f"{{{', '.join(inside)}}}"
    if isinstance(node, ListNode):
        return f"[{', '.join(map(flow, node.items))}]"
    return _scalar(node)


def block(node: MapNode, indent: int = 0) -> str:
    """Answers a mapping with a line for every entry, ending in a line feed."""
    return "".join(f"{line}\n" for line in _map_lines(node, indent))


def items(nodes: Sequence[Node], indent: int = 0) -> str:
    """Answers entries of a list, each on a line of its own or several."""
    return "".join(f"{line}\n" for line in _item_lines(nodes, indent))


def _map_lines(node: MapNode, indent: int) -> list[str]:
    lines: list[str] = []
    for key, inner in node.entries.items():
        lines += _entry(f"{' ' * indent}{_key(key)}:", inner, indent)
    return lines


def _entry(opening: str, node: Node, indent: int) -> list[str]:
    """Answers the lines of one entry: after its key if that is short enough, else below it."""
    short = f"{opening} {flow(node)}"
    nested = isinstance(node, MapNode | ListNode) and bool(_parts(node))
    if not nested or (len(short) <= WIDTH and (indent > 0 or not _is_deep(node))):
        return [short]
    if isinstance(node, MapNode):
        return [opening, *_map_lines(node, indent + 2)]
    return [opening, *_item_lines(_parts(node), indent + 2)]


def _item_lines(nodes: Sequence[Node], indent: int) -> list[str]:
    lines: list[str] = []
    for node in nodes:
        written = f"{' ' * indent}- {flow(node)}"
        if len(written) > WIDTH and isinstance(node, MapNode):
            first, *rest = _map_lines(node, indent + 2)
            lines += [f"{' ' * indent}- {first.lstrip()}", *rest]
        else:
            lines.append(written)
    return lines


def _parts(node: Node) -> tuple[Node, ...]:
    if isinstance(node, MapNode):
        return tuple(node.entries.values())
    return node.items if isinstance(node, ListNode) else ()


def _is_deep(node: Node) -> bool:
    return isinstance(node, MapNode) or any(_parts(part) for part in _parts(node))


def _key(key: str) -> str:
    return _scalar(ScalarNode(key, plain=False))


def _scalar(node: ScalarNode) -> str:
    """Answers a scalar without quotes where it is then read as the same, else in double quotes."""
    bare = _WORDS.fullmatch(node.text) is not None and not node.text.startswith(("- ", "... "))
    if node.plain and (bare or not node.text):
        return node.text or "null"
    if bare and sort_of(ScalarNode(node.text, plain=True)) == "text" and node.text[0].isalpha():
        return node.text
    quoted = json.dumps(node.text, ensure_ascii=False)
    return "".join(c if c.isprintable() else _escaped(c) for c in quoted)


def _escaped(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
