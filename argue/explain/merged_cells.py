"""Cells on which voices differ, made into one: an interval, or what a disputed fact decides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from argue.construct.words import listed
from argue.io.editing import same
from argue.io.nodes import ListNode, MapNode, Node, ScalarNode
from argue.io.value_kinds import parse_number
from argue.io.writing import flow

INTERVAL, FACT = "interval", "fact"
CHOICE = frozenset({"if", "then", "else"})


class CellMerge:
    """Merges cells one by one, and keeps the facts that it had to make for them.

    `numbers` says what numbers that differ become: `interval` or `fact`. What is no number can
    only be told apart by a fact.
    """

    def __init__(self, numbers: str, taken: set[str]) -> None:
        """Take the way of merging, and the ids of facts that are taken."""
        self.numbers, self.taken = numbers, taken
        self.facts: dict[str, Node] = {}

    def merged(self, path: str, held: Mapping[str, Node]) -> Node:
        """Answers one cell for those that voices hold at a path."""
        distinct = held_by(held)
        if len(distinct) == 1:
            return distinct[0][1]
        nodes = [node for _, node in distinct]
        bounds = [_bounds(node) for node in nodes]
        if self.numbers == INTERVAL and all(bounds):
            low = min((b for b in bounds if b), key=lambda b: b[0][0])[0]
            high = max((b for b in bounds if b), key=lambda b: b[1][0])[1]
            return ListNode((ScalarNode(low[1], True), ScalarNode(high[1], True)))
        maps = [
            node for node in nodes if isinstance(node, MapNode) and not CHOICE ^ node.entries.keys()
        ]
        if len(maps) == len(nodes) and all(
            same(m.entries["if"], maps[0].entries["if"]) for m in maps
        ):
            return self._alike(path, held, maps[0])
        return self._by_facts(path, distinct)

    def _alike(self, path: str, held: Mapping[str, Node], first: MapNode) -> Node:
        """Answers a choice for choices that depend on the same condition."""
        sides = {
            key: self.merged(
                f"{path}.{key}",
                {v: node.entries[key] for v, node in held.items() if isinstance(node, MapNode)},
            )
            for key in ("then", "else")
        }
        return MapNode({"if": first.entries["if"], **sides}, {})

    def _by_facts(self, path: str, distinct: Sequence[tuple[tuple[str, ...], Node]]) -> Node:
        """Answers a cell that depends on whose numbers hold."""
        (names, node), *rest = distinct
        if not rest:
            return node
        fact = self._fact(path, names, [node for _, node in distinct])
        chosen = {"if": ScalarNode(fact, True), "then": node}
        return MapNode({**chosen, "else": self._by_facts(path, rest)}, {})

    def _fact(self, path: str, names: tuple[str, ...], nodes: Sequence[Node]) -> str:
        """Answers the id of a new disputed fact that these voices are right about a cell."""
        words = path.replace(".", "_")
        made = (f"{words}_as_{'_'.join(names)}{end}" for end in _endings())
        name = next(name for name in made if name not in self.taken)
        self.taken.add(name)
        others = " or ".join(flow(node) for node in nodes[1:])
        text = f"At {path} it is {flow(nodes[0])}, {as_held(names)}, not {others}"
        entries: dict[str, Node] = {
            "text": ScalarNode(text, False),
            "status": ScalarNode("disputed", True),
        }
        self.facts[name] = MapNode(entries, {})
        return name


def as_held(names: Sequence[str]) -> str:
    """Answers whose view something is: `as ana has it`, `as ana and ben have it`."""
    return f"as {listed(names)} {'has' if len(names) == 1 else 'have'} it"


def _endings() -> Iterator[str]:
    yield ""
    number = 2
    while True:
        yield f"_{number}"
        number += 1


def held_by(held: Mapping[str, Node]) -> list[tuple[tuple[str, ...], Node]]:
    """Answers the different nodes that voices hold, each with those who hold it."""
    found: list[tuple[tuple[str, ...], Node]] = []
    for voice, node in held.items():
        for place, (names, other) in enumerate(found):
            if same(node, other):
                found[place] = ((*names, voice), other)
                break
        else:
            found.append(((voice,), node))
    return found


Bound = tuple[Fraction, str]


def _bounds(node: Node) -> tuple[Bound, Bound] | None:
    """Answers the least and the largest number of a cell, as written; None if it is no number."""
    if isinstance(node, ListNode) and len(node.items) == 2:
        low, high = (_bounds(item) for item in node.items)
        return (low[0], high[1]) if low and high else None
    number = parse_number(node.text) if isinstance(node, ScalarNode) else None
    if number is None or not isinstance(node, ScalarNode):
        return None
    return (number, node.text), (number, node.text)
