"""A picture as GraphML, for yEd, Gephi, Cytoscape and networkx itself."""

from __future__ import annotations

from typing import Any, cast

from argue.report.inert import inert
from argue.report.pictures.drawing import Drawing


def graphml(drawing: Drawing) -> str:
    """Answers a picture as GraphML, ending in a newline.

    Nodes carry kind, standing, heading, text and condition; edges lead from the attacker to what
    it attacks and carry `relation` (attack or support), `if` and `mutual`. Two attacks of the
    same pair are two edges.
    """
    import networkx  # noqa: PLC0415  (only this format needs it)

    library = cast("Any", networkx)
    graph = library.MultiDiGraph(title=inert(drawing.title))
    for node in drawing.nodes:
        graph.add_node(
            inert(node.id),
            kind=str(node.kind),
            standing=node.standing,
            heading=inert(node.heading),
            text=inert(node.text),
            condition=inert(node.condition),
        )
    for arrow in drawing.arrows:
        graph.add_edge(
            inert(arrow.tail),
            inert(arrow.head),
            relation="support" if arrow.support else "attack",
            mutual=arrow.mutual,
            **{"if": inert(">".join(arrow.ranking)) if arrow.ranking else ""},
        )
    return "\n".join(library.generate_graphml(graph, named_key_ids=True)) + "\n"
