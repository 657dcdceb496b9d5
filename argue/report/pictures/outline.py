"""A picture as a nested list: every box, and below it what attacks it."""

from __future__ import annotations

from argue.model.argument import Kind
from argue.report.content import Item, Items
from argue.report.pictures.drawing import Arrow, Drawing, Node
from argue.report.words import plain_source


def outline(drawing: Drawing) -> Items:
    """Answers the options, below each what attacks it, and so on; then what attacks none.

    Every box is told once, right below an option if it attacks one; elsewhere it is named.
    """
    return _Outline(drawing).items()


class _Outline:
    """The telling of one drawing, which remembers what has been told."""

    def __init__(self, drawing: Drawing) -> None:
        self.nodes = {node.id: node for node in drawing.nodes}
        self.arrows = drawing.arrows
        self.tops = [node for node in drawing.nodes if node.kind is Kind.PERMISSION]
        top_ids = {node.id for node in self.tops}
        self.direct = {a.tail for a in self.arrows if a.head in top_ids}
        self.told: set[str] = set()

    def items(self) -> Items:
        found = [self.item(node) for node in self.tops]
        rest = (node for node in self.nodes.values() if node.kind is not Kind.PERMISSION)
        for node in rest:
            if node.id not in self.told:
                found.append(self.item(node))
        return Items(tuple(found))

    def item(self, node: Node, how: str = "") -> Item:
        """Answers a box told in full, with what attacks it below."""
        self.told.add(node.id)
        top = node.kind is Kind.PERMISSION
        below = tuple(
            self.item(other, given) if self._is_told_here(other, top) else _named(other, given)
            for other, given in self._attackers(node)
        )
        return Item(f"{how}{said(node)}", below)

    def _is_told_here(self, node: Node, top: bool) -> bool:
        return node.id not in self.told and (top or node.id not in self.direct)

    def _attackers(self, node: Node) -> list[tuple[Node, str]]:
        """Answers what attacks or supports a box, each with the condition to be said before it."""
        found: list[tuple[Node, str]] = []
        for arrow in self.arrows:
            if arrow.head == node.id:
                found.append((self.nodes[arrow.tail], _how(arrow, forward=True)))
            if arrow.mutual and arrow.tail == node.id:
                found.append((self.nodes[arrow.head], _how(arrow, forward=False)))
        return found


def said(node: Node) -> str:
    """Answers a box in one line: glyph, standing, who says it, what, and under what condition."""
    condition = f" ({node.condition})" if node.condition else ""
    return f"{node.glyph} {node.standing}. {node.heading}: {node.text}{condition}"


def _named(node: Node, how: str) -> Item:
    return Item(f"{how}{node.glyph} {node.standing}. {node.heading}: {node.id}")


def _how(arrow: Arrow, *, forward: bool) -> str:
    if arrow.support:
        return "(supports it) "
    if arrow.ranking is None:
        return ""
    higher, lower = arrow.ranking if forward else arrow.ranking[::-1]
    if arrow.declared:
        return f"(declared: {plain_source(higher)} above {plain_source(lower)}) "
    return f"(if {plain_source(higher)} ranks above {plain_source(lower)}) "
