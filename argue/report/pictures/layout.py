"""Where the boxes and arrows of a picture go; the only module that knows the layout library."""

from __future__ import annotations

import math
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
    shift = _shift(found, arrows, margin)

    def at(point: Mapping[str, float]) -> Point:
        return (round(point["x"]) + shift[0], round(point["y"]) + shift[1])

    routes = tuple(
        Route(
            tuple(at(point) for point in reversed(edge["points"])),
            at(_anchor(edge)) if edge["label_anchor"] else None,
        )
        for edge in found["edges"]
    )
    middles = {n: at(node["center"]) for n, node in zip(boxes, found["nodes"], strict=True)}
    return Layout((shift[2], shift[3]), middles, routes)


def _anchor(edge: Any) -> Mapping[str, float]:
    """Answers the middle of an arrow's label: halfway down an upright one, clear of both heads."""
    start, end = edge["points"][0], edge["points"][-1]
    if len(edge["points"]) != 2 or round(start["x"]) != round(end["x"]):
        return edge["label_anchor"]
    return {"x": start["x"], "y": (start["y"] + end["y"]) / 2}


def _shift(
    found: Any, arrows: Sequence[tuple[str, str, Size | None]], margin: int
) -> tuple[int, int, int, int]:
    """Answers how far all is moved right and down, and how wide and high it then is.

    The library's own bounds leave out the labels of arrows, which may stick out.
    """
    low, high = found["bounds"]["min"], found["bounds"]["max"]
    left, right, top, bottom = [low["x"]], [high["x"]], [low["y"]], [high["y"]]
    for edge, (_, _, label) in zip(found["edges"], arrows, strict=True):
        if edge["label_anchor"] and label is not None:
            anchor = _anchor(edge)
            left.append(anchor["x"] - label[0] / 2)
            right.append(anchor["x"] + label[0] / 2)
            top.append(anchor["y"] - label[1] / 2)
            bottom.append(anchor["y"] + label[1] / 2)
    width, height = max(right) - min(left), max(bottom) - min(top)
    return (
        margin - math.floor(min(left)),
        margin - math.floor(min(top)),
        math.ceil(width) + 2 * margin,
        math.ceil(height) + 2 * margin,
    )


OPTIONS = {
    "direction": "topbottom",
    "routing": {"style": "diagonal"},
    "cycles": {"strategy": "follow_flow"},
    "spacing": {"layer_gap": 64.0, "node_gap": 18.0, "isolated_gap": 18.0},
}
"""What differs from the library's own settings: downwards, slanting lines, narrow gaps.

Its own way of breaking cycles looks for the fewest arrows to turn round, which does not end in a
reasonable time on the densest graphs.
"""
