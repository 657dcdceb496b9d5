"""Where the boxes and arrows of a picture go; the only module that knows the layout library."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, cast

from argue.errors import LimitExceeded
from argue.model.record import record
from argue.report.pictures.labels import Area, middles_of_labels

MOST_BOXES = 400
"""Boxes that are placed in one picture; to place so many takes the library half a minute."""

MOST_ARROWS = 1_000
"""Arrows of one picture."""

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

    Raises: LimitExceeded past MOST_BOXES or MOST_ARROWS, since the library cannot be interrupted.
    """
    if len(boxes) > MOST_BOXES or len(arrows) > MOST_ARROWS:
        raise LimitExceeded(
            f"a picture of {len(boxes)} boxes and {len(arrows)} arrows; at most {MOST_BOXES} and "
            f"{MOST_ARROWS} are drawn: show what is near an argument (--focus ID) or one position "
            "(--position N), or write the graph for another program (.dot, .graphml)"
        )
    centres, ways = _found(boxes, arrows, frozenset(top))
    areas = [Area(centres[name], size) for name, size in boxes.items()]
    sizes = [label for _, _, label in arrows]
    labels = middles_of_labels(ways, sizes, areas)
    areas += [Area(m, s) for m, s in zip(labels, sizes, strict=True) if m and s]
    areas += [Area(point, (0, 0)) for way in ways for point in way]
    left, upper, width, height = _frame(areas)

    def at(point: tuple[float, float]) -> Point:
        return (round(point[0] - left) + margin, round(point[1] - upper) + margin)

    routes = tuple(
        Route(tuple(map(at, way)), at(label) if label else None)
        for way, label in zip(ways, labels, strict=True)
    )
    size = (math.ceil(width) + 2 * margin, math.ceil(height) + 2 * margin)
    return Layout(size, {name: at(centre) for name, centre in centres.items()}, routes)


Places = tuple[dict[str, tuple[float, float]], list[list[tuple[float, float]]]]


def _found(
    boxes: Mapping[str, Size],
    arrows: Sequence[tuple[str, str, Size | None]],
    first: frozenset[str],
) -> Places:
    """Answers the middles of the boxes and the ways of the arrows, as the library places them.

    It is not told of labels: those it puts far from their arrows where arrows turn round. Layers
    are kept far enough apart for the highest one instead.
    """
    import graphlay  # noqa: PLC0415  (a compiled library that only pictures need)

    graph = graphlay.Graph()
    for name, (width, height) in boxes.items():
        rank = {"rank": "first"} if name in first else {}
        graph.node(name, width=width, height=height, **rank)
    for tail, head, _ in arrows:
        graph.edge(head, tail)
    highest = max((label[1] for _, _, label in arrows if label), default=0)
    spacing = {**SPACING, "layer_gap": LAYER_GAP + 1.5 * highest}
    options = {**OPTIONS, "spacing": spacing}
    found = cast("Any", graphlay.layout(graph, preset="layered", options=options)).raw
    return (
        {n: _point(node["center"]) for n, node in zip(boxes, found["nodes"], strict=True)},
        [[_point(point) for point in reversed(edge["points"])] for edge in found["edges"]],
    )


def _point(raw: Mapping[str, float]) -> tuple[float, float]:
    return raw["x"], raw["y"]


def _frame(areas: Sequence[Area]) -> tuple[float, float, float, float]:
    """Answers left, top, width and height of what holds all areas."""
    left, top = (min((a.middle[i] - a.size[i] / 2 for a in areas), default=0) for i in (0, 1))
    right, foot = (max((a.middle[i] + a.size[i] / 2 for a in areas), default=0) for i in (0, 1))
    corner = (math.floor(left), math.floor(top))
    return *corner, right - corner[0], foot - corner[1]


LAYER_GAP = 64.0
SPACING = {"node_gap": 18.0, "isolated_gap": 18.0}
OPTIONS: Mapping[str, Any] = {
    "direction": "topbottom",
    "routing": {"style": "diagonal"},
    "cycles": {"strategy": "follow_flow"},
}
"""What differs from the library's own settings: downwards, slanting lines, narrow gaps.

Its own way of breaking cycles looks for the fewest arrows to turn round, which does not end in a
reasonable time on the densest graphs.
"""
