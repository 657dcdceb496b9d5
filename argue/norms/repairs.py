"""Edits of case files that a revision may make: of norms, priorities and disputed facts.

An edit changes the file as a person would, comments kept, so that what is judged is what would
stand there. A norm of one id is one norm wherever it stands; a fact belongs to its case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from argue.io.document import as_json, text_document
from argue.io.editing import edited
from argue.io.nodes import NOWHERE, ListNode, MapNode, Node, ScalarNode
from argue.io.plain_tree import plain_tree
from argue.io.writing import block
from argue.model.case import Case, FactStatus


@dataclass(frozen=True, slots=True, order=True)
class Repair:
    """One edit: what is done to what; `case` is the only case it touches, empty for all."""

    kind: str
    name: str
    other: str = ""
    case: str = ""

    def __str__(self) -> str:
        """The edit in words."""
        where = f" in {self.case}" if self.case else ""
        return _WORDS[self.kind].format(self.name, self.other) + where


_WORDS = {
    "drop": "drop the norm {0}",
    "except": "let {1} be an exception to the norm {0}",
    "swap": "rank {1} above {0} instead of below",
    "hold": "agree that {0} holds",
    "deny": "agree that {0} does not hold",
}


def repairs_of(case: Case) -> Iterator[Repair]:
    """Yields the edits that can be made to a case; interpretations go with their norm."""
    readings = {norm.id for norm in case.norms.values() if norm.reading_of}
    written = {norm.reading_of or norm.id: norm for norm in case.norms.values()}
    for name, norm in written.items():
        yield Repair("drop", name)
        if norm.binds:
            free = (f for f in case.facts if f not in norm.exceptions and f not in readings)
            yield from (Repair("except", name, fact) for fact in free)
    for priority in case.priorities:
        if not priority.id.startswith(("specialis:", "posterior:")):
            yield Repair("swap", priority.higher, priority.lower)
    for fact in case.facts.values():
        if fact.status is FactStatus.DISPUTED:
            yield Repair("hold", fact.id, case=case.id)
            yield Repair("deny", fact.id, case=case.id)


def repaired(text: str, repair: Repair) -> str:
    """Answers the text of a case with an edit made to it."""
    root = text_document(text, "case").root
    assert root is not None
    new = _EDITS[repair.kind](root, repair)
    if text.lstrip().startswith("{"):
        return as_json(new)
    return edited(text, new) or block(new)


def _drop(root: MapNode, repair: Repair) -> MapNode:
    """The norm goes, and with it what speaks only of it."""
    norms = root.entries["norms"]
    assert isinstance(norms, MapNode)
    left = {key: node for key, node in norms.entries.items() if key != repair.name}
    new = _with(root, "norms", norms._replace(entries=left)) if left else _without(root, "norms")
    for key in ("priorities", "challenges", "considered"):
        entries = new.entries.get(key)
        if not isinstance(entries, ListNode):
            continue
        kept = tuple(item for item in entries.items if not _mentions(item, repair.name))
        if len(kept) != len(entries.items):
            new = _with(new, key, entries._replace(items=kept)) if kept else _without(new, key)
    return new


def _mentions(node: Node, norm: str) -> bool:
    if isinstance(node, MapNode):
        named = node.entries.get("norm")
        if isinstance(named, ScalarNode) and named.text == norm:
            return True
        return any(_mentions(inner, norm) for inner in node.entries.values())
    if isinstance(node, ListNode):
        return any(_mentions(item, norm) for item in node.items)
    return node.text == f"norm:{norm}"


def _except(root: MapNode, repair: Repair) -> MapNode:
    norms = root.entries["norms"]
    assert isinstance(norms, MapNode)
    norm = norms.entries[repair.name]
    assert isinstance(norm, MapNode)
    old = norm.entries.get("exceptions", ListNode(()))
    assert isinstance(old, ListNode)
    more = old._replace(items=(*old.items, ScalarNode(repair.other, plain=True)))
    return _with(root, "norms", _with(norms, repair.name, _with(norm, "exceptions", more)))


def _swap(root: MapNode, repair: Repair) -> MapNode:
    entries = root.entries["priorities"]
    assert isinstance(entries, ListNode)
    items = tuple(_swapped(item, repair) for item in entries.items)
    return _with(root, "priorities", entries._replace(items=items))


def _swapped(node: Node, repair: Repair) -> Node:
    wanted = [repair.name, repair.other]
    if isinstance(node, ListNode) and [_text(item) for item in node.items] == wanted:
        return node._replace(items=node.items[::-1])
    if isinstance(node, MapNode):
        sides = [node.entries.get("higher"), node.entries.get("lower")]
        if [_text(side) for side in sides] == wanted:
            high, low = sides
            assert high is not None
            assert low is not None
            return _with(_with(node, "higher", low), "lower", high)
    return node


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, ScalarNode) else ""


def _settle(root: MapNode, repair: Repair) -> MapNode:
    nothing = MapNode({}, {})
    facts = root.entries.get("facts", nothing)
    assert isinstance(facts, MapNode)
    # That an interpretation is right is a fact that need not stand in the file.
    fact = facts.entries.get(repair.name, nothing)
    assert isinstance(fact, MapNode)
    status, _ = plain_tree("agreed" if repair.kind == "hold" else "denied")
    assert isinstance(status, ScalarNode)
    settled = _with(fact, "status", status._replace(plain=True))
    return _with(root, "facts", _with(facts, repair.name, settled))


_EDITS: Mapping[str, Callable[[MapNode, Repair], MapNode]] = {
    "drop": _drop,
    "except": _except,
    "swap": _swap,
    "hold": _settle,
    "deny": _settle,
}


def _with(node: MapNode, key: str, value: Node) -> MapNode:
    entries = {**node.entries, key: value}
    return node._replace(entries=entries, keys={**dict.fromkeys(entries, NOWHERE), **node.keys})


def _without(node: MapNode, key: str) -> MapNode:
    return node._replace(entries={k: v for k, v in node.entries.items() if k != key})
