"""Where the boxes and arrows of a picture go; the only module that knows the layout library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from argue.model.record import record

Point = tuple[int, int]
Size = tuple[int, int]


@record
class Route:
    """The way of one arrow from its tail to its head, and the middle of its label."""

    points: tuple[Point, ...]
    label: Point | None


@record
class Layout:
    """The size of a picture, the middle of every box, and the way of every arrow in order."""

    size: Size
    middles: Mapping[str, Point]
    routes: tuple[Route, ...]


def placed(
    boxes: Mapping[str, Size],
    arrows: Sequence[tuple[str, str, Size | None]],
    *,
    top: Sequence[str] = (),
    margin: int = 16,
) -> Layout:
    """Answers a layered layout from top to bottom, in whole pixels, heads above tails.

    `arrows` are (tail, head, size of the label or None); the boxes in `top` come first. The same
    input gives the same layout.
    """
    import graphlay  # noqa: PLC0415  (a compiled library that only pictures need)

    graph = graphlay.Graph()
    first = frozenset(top)
    for name, (width, height) in boxes.items():
        rank = {"rank": "first"} if name in first else {}
        graph.node(name, width=width, height=height, **rank)
    for tail, head, label in arrows:
        sized: dict[str, Any] = {}
        if label is not None:
            sized["label_size"] = {"width": label[0], "height": label[1]}
        graph.edge(head, tail, **sized)
    found = cast("Any", graphlay.layout(graph, preset="layered", options=OPTIONS)).raw
    low, high = found["bounds"]["min"], found["bounds"]["max"]

    def at(point: Mapping[str, float]) -> Point:
        return (round(point["x"] - low["x"]) + margin, round(point["y"] - low["y"]) + margin)

    routes = tuple(
        Route(
            tuple(at(point) for point in reversed(edge["points"])),
            at(edge["label_anchor"]) if edge["label_anchor"] else None,
        )
        for edge in found["edges"]
    )
    size = (
        round(high["x"] - low["x"]) + 2 * margin,
        round(high["y"] - low["y"]) + 2 * margin,
    )
    middles = {n: at(node["center"]) for n, node in zip(boxes, found["nodes"], strict=True)}
    return Layout(size, middles, routes)


OPTIONS = {
    "direction": "topbottom",
    "routing": {"style": "diagonal"},
    "spacing": {"layer_gap": 46.0, "node_gap": 18.0, "isolated_gap": 18.0},
}
"""What differs from the library's own settings: downwards, slanting lines, narrow gaps."""
