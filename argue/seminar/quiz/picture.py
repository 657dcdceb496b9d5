"""A few arguments drawn as letters on a circle, arrows pointing at what they attack."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from math import cos, hypot, pi, sin

RADIUS = 88
NODE = 19
SIZE = 2 * (RADIUS + NODE + 22)
MIDDLE = SIZE / 2
BEND = 16
Point = tuple[float, float]


def picture(names: Sequence[str], attacks: Sequence[tuple[str, str]]) -> str:
    """Answers the drawing as SVG; the list of attacks beside it says the same in words."""
    place = {name: _place(number, len(names)) for number, name in enumerate(names)}
    both = set(attacks)
    paths = [
        _loop(place[one])
        if one == other
        else _arrow(place[one], place[other], (other, one) in both)
        for one, other in attacks
    ]
    nodes = [_node(name, place[name]) for name in names]
    head = (
        '<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" '
        'markerHeight="7" orient="auto-start-reverse"><path d="M0 0 10 5 0 10z"/></marker></defs>'
    )
    return (
        f'<svg viewBox="0 0 {SIZE} {SIZE}" width="{SIZE}" height="{SIZE}" aria-hidden="true" '
        f'focusable="false">{head}{"".join(paths)}{"".join(nodes)}</svg>'
    )


def _place(number: int, of: int) -> Point:
    angle = 2 * pi * number / of - pi / 2
    return MIDDLE + RADIUS * cos(angle), MIDDLE + RADIUS * sin(angle)


def _node(name: str, at: Point) -> str:
    x, y = at
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{NODE}" fill="#fff" stroke="#111" '
        f'stroke-width="1.5"/><text x="{x:.1f}" y="{y + 5:.1f}" text-anchor="middle" '
        f'font-size="15">{escape(name)}</text>'
    )


def _arrow(start: Point, end: Point, mutual: bool) -> str:
    """Answers an arrow from rim to rim, bent to its left where another comes the other way."""
    across, down = end[0] - start[0], end[1] - start[1]
    length = hypot(across, down)
    bend = BEND if mutual else 0
    mid = (
        (start[0] + end[0]) / 2 + bend * down / length,
        (start[1] + end[1]) / 2 - (bend * across / length),
    )
    from_, to = _towards(start, mid), _towards(end, mid)
    return _path(f"M{_at(from_)}Q{_at(mid)} {_at(to)}")


def _loop(at: Point) -> str:
    """Answers an arrow from an argument to itself, on the outer side of the circle."""
    x, y = at
    out = hypot(x - MIDDLE, y - MIDDLE)
    ux, uy = (x - MIDDLE) / out, (y - MIDDLE) / out
    ends = [
        (x + NODE * (0.8 * ux + s * uy * 0.6), y + NODE * (0.8 * uy - s * ux * 0.6))
        for s in (1, -1)
    ]
    far = [(x + 44 * ux + s * 22 * uy, y + 44 * uy - s * 22 * ux) for s in (1, -1)]
    return _path(f"M{_at(ends[0])}C{_at(far[0])} {_at(far[1])} {_at(ends[1])}")


def _towards(start: Point, end: Point) -> Point:
    """Answers where the rim of a node lies in a direction."""
    across, down = end[0] - start[0], end[1] - start[1]
    share = (NODE + 2) / hypot(across, down)
    return start[0] + share * across, start[1] + share * down


def _at(point: Point) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}"


def _path(line: str) -> str:
    return f'<path d="{line}" fill="none" stroke="#111" stroke-width="1.5" marker-end="url(#tip)"/>'
