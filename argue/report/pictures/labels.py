"""Where the labels of arrows go: on their own arrow, as clear of boxes and each other as can be."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from argue.model.record import record

Point = tuple[float, float]
Size = tuple[int, int]

PLACES = tuple(sorted((n / 40 for n in range(1, 40)), key=lambda part: (abs(part - 0.5), part)))
"""Parts of the way along an arrow at which its label may stand, the middle first."""
ROUNDS = 4
HEAD = (16, 16)
"""Space kept round the head of an arrow."""
ROOM = 3
"""Space kept round a label."""


@record
class Area:
    """An upright rectangle, by its middle and its size."""

    middle: Point
    size: Size

    def overlap(self, other: Area) -> float:
        """Answers how much of another area this one covers."""
        sides = (
            (self.size[axis] + other.size[axis]) / 2 - abs(self.middle[axis] - other.middle[axis])
            for axis in (0, 1)
        )
        width, height = (max(0.0, side) for side in sides)
        return width * height


def middles_of_labels(
    routes: Sequence[Sequence[Point]], labels: Sequence[Size | None], boxes: Sequence[Area]
) -> list[Point | None]:
    """Answers the middle of each label, None for an arrow without one.

    Each stands where it covers least of boxes, heads and other labels, the middle of its arrow
    being preferred among equals; every one is looked at again once the others have been placed.
    """
    choices = {
        number: [Area(at, (size[0] + 2 * ROOM, size[1] + 2 * ROOM)) for at in _along(route)]
        for number, (route, size) in enumerate(zip(routes, labels, strict=True))
        if size is not None
    }
    kept = [*boxes, *(Area(end, HEAD) for route in routes for end in (route[0], route[-1]))]
    fixed = {
        number: [sum(area.overlap(box) for box in kept) for area in areas]
        for number, areas in choices.items()
    }
    placed: dict[int, Area] = {}
    for _ in range(ROUNDS):
        for number, areas in choices.items():
            others = [area for other, area in placed.items() if other != number]
            covered = [
                hidden + sum(area.overlap(other) for other in others)
                for area, hidden in zip(areas, fixed[number], strict=True)
            ]
            placed[number] = areas[covered.index(min(covered))]
    return [placed[n].middle if n in placed else None for n in range(len(labels))]


def _along(route: Sequence[Point]) -> Iterator[Point]:
    """Yields the points of an arrow at the places, measured by its length."""
    lengths = [math.dist(a, b) for a, b in pairwise(route)]
    for part in PLACES:
        left = part * sum(lengths)
        for (start, end), length in zip(pairwise(route), lengths, strict=True):
            if left <= length and length:
                share = left / length
                yield (
                    start[0] + (end[0] - start[0]) * share,
                    start[1] + (end[1] - start[1]) * share,
                )
                break
            left -= length
