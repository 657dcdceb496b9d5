"""A picture as GraphML, for yEd, Gephi, Cytoscape and networkx itself."""

from __future__ import annotations

from typing import Any, cast

from argue.report.inert import inert
from argue.report.pictures.drawing import Drawing


def graphml(drawing: Drawing) -> str:
    """Answers a picture as GraphML, ending in a newline.

    Nodes carry kind, standing, heading, text and condition; edges lead from the attacker to what
    it attacks and carry `relation` (attack or support) and `if`, the ranking they need. Two
    reasons that attack each other are joined by two edges.
    """
    import networkx  # noqa: PLC0415  (only this format needs it)

    library = cast("Any", networkx)
    graph = library.MultiDiGraph(title=inert(drawing.title))
    for node in drawing.nodes:
        graph.add_node(
            inert(node.id),
            kind=str(node.kind),
            standing=str(node.standing),
            heading=inert(node.heading),
            text=inert(node.text),
            condition=inert(node.condition),
        )
    for arrow in drawing.arrows:
        relation = "support" if arrow.support else "attack"
        ends = (inert(arrow.tail), inert(arrow.head))
        pair = arrow.ranking or ()
        graph.add_edge(*ends, relation=relation, **{"if": inert(">".join(pair))})
        if arrow.mutual:
            back = inert(">".join(pair[::-1]))
            graph.add_edge(*ends[::-1], relation=relation, **{"if": back})
    return "\n".join(library.generate_graphml(graph, named_key_ids=True)) + "\n"
