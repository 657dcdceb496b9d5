"""The smallest change of two numbers together that gives an option another status.

Within the range of their tables the plane of two numbers is cut into the areas in which every
comparison comes out alike, and the nearest corner of an area with another status is the answer: the
sum of both changes counts, each as a share of the range of its table. What happens on a border
alone is not looked at, nor two numbers that a formula is not linear in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, product

from argue.construct.affine import Corner, NotLinear
from argue.construct.spans import SPANS, Span, Unbounded
from argue.errors import LimitExceeded
from argue.explain.branchwise import Hearing
from argue.explain.changes import Change
from argue.explain.figures import Figure
from argue.explain.flip_map import Area, Bounds, areas_of
from argue.explain.judge import Judge, Statuses, Values
from argue.explain.moving import Heard, moving
from argue.explain.statuses import certain_statuses
from argue.model.record import record

INSIDE = Fraction(1, 100)
"""How far a witness lies inside its area, as a share of the way from the corner to the middle."""


@record
class PairFlip:
    """Two changes of numbers after which an option has another status, and all statuses then."""

    changes: tuple[Change, Change]
    statuses: Statuses

    @property
    def share(self) -> Fraction:
        """Both changes as shares of their tables' ranges, together."""
        return sum((change.share or Fraction(0) for change in self.changes), Fraction(0))


class _Within:
    """Two numbers known only within bounds, by path."""

    def __init__(self, bounds: Mapping[str, Bounds]) -> None:
        self.bounds = bounds

    def unknown(self, name: str) -> Span:
        return Span(*self.bounds[name])


def nearer_pairs(
    judge: Judge, figures: Sequence[Figure], option: str, *, count: Callable[[], None]
) -> Iterator[PairFlip]:
    """Yields changes of two numbers after which an option has another status, ever smaller ones.

    The last one is the smallest. `count` is called before each pair is tried. Raises: OutOfBudget
    past the judge's deadline.
    """
    least: Fraction | None = None
    if judge.hearing is None:
        return
    for pair in combinations([figure for figure in figures if figure.span], 2):
        count()
        try:
            for found in _of_pair(judge, judge.hearing, (pair[0], pair[1]), option, least):
                if least is None or found.share < least:
                    least = found.share
                    yield found
        except (NotLinear, LimitExceeded, TypeError):  # TypeError: a root asks for a value
            continue


def _of_pair(
    judge: Judge,
    hearing: Hearing,
    pair: tuple[Figure, Figure],
    option: str,
    least: Fraction | None,
) -> Iterator[PairFlip]:
    """Yields the nearest flips in each of the four directions two numbers can move in.

    Not those known to be larger than the `least` found so far.
    """
    across, up = pair
    most = min(least or Fraction(1), Fraction(1))
    if _is_firm(judge, hearing, _box(pair, most, (-1, 1), (-1, 1)), option):
        return
    for wide, high in product(((-1, 0), (0, 1)), repeat=2):
        bounds = _box(pair, most, wide, high)
        if _is_firm(judge, hearing, bounds, option):
            continue
        box = (bounds[across.path], bounds[up.path])
        ends = [
            (_share(pair, corner), corner, area)
            for area in areas_of(judge, across, up, box)
            if area.statuses[option] is not judge.now[option]
            for corner in area.corners
        ]
        if ends:
            _, corner, area = min(ends, key=lambda end: end[:2])
            yield _flip(judge, pair, option, corner, area)


def _box(
    pair: tuple[Figure, Figure], most: Fraction, *ways: tuple[int, int]
) -> Mapping[str, Bounds]:
    """Answers the bounds of both numbers, moving at most so large a share of their ranges."""
    return {
        f.path: (f.value + low * most * f.span, f.value + high * most * f.span)
        for f, (low, high) in zip(pair, ways, strict=True)
    }


def _is_firm(judge: Judge, hearing: Hearing, bounds: Mapping[str, Bounds], option: str) -> bool:
    """Answers whether an option surely keeps its status wherever both numbers lie in bounds."""
    judge.check_time()
    within = _Within(bounds)
    case = moving(judge.case, bounds, within)
    try:
        heard = Heard.of(hearing, case, within, SPANS)
    except Unbounded:
        return False
    found = certain_statuses(tuple(judge.case.options), heard.standings(hearing))
    return found.get(option) is judge.now[option]


def _share(pair: tuple[Figure, Figure], corner: Corner) -> Fraction:
    shares = (f.share(at) for f, at in zip(pair, corner, strict=True))
    return sum((share or Fraction(0) for share in shares), Fraction(0))


def _flip(
    judge: Judge, pair: tuple[Figure, Figure], option: str, corner: Corner, area: Area
) -> PairFlip:
    """Answers the flip at the corner of an area, or just inside it where the corner does not do."""
    at, statuses = corner, judge.at(_values(pair, corner))
    if statuses[option] is judge.now[option]:
        middle = _middle(area.corners)
        at = tuple(c + INSIDE * (m - c) for c, m in zip(corner, middle, strict=True))
        statuses = judge.at(_values(pair, at))
    changes = [
        Change("number", f.path, value=value, edge=edge, share=f.share(edge))
        for f, value, edge in zip(pair, at, corner, strict=True)
    ]
    return PairFlip((changes[0], changes[1]), statuses)


def _values(pair: tuple[Figure, Figure], at: Sequence[Fraction]) -> Values:
    return {f.path: value for f, value in zip(pair, at, strict=True)}


def _middle(corners: Sequence[Corner]) -> Corner:
    across, up = zip(*corners, strict=True)
    return sum(across, Fraction(0)) / len(corners), sum(up, Fraction(0)) / len(corners)
