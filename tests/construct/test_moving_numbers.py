"""Numbers that move, and numbers within ends: they come out as plain numbers would."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.construct.affine import Line, NotLinear, Plane
from argue.construct.deferred import MOVING
from argue.construct.spans import SPANS, Span, Unbounded, high, low
from argue.model.numbers import EXACT

NUMBER = st.builds(Fraction, st.integers(-6, 6), st.sampled_from((1, 2)))
PEOPLE = st.integers(1, 4)


def within(number: Fraction, span: Any) -> bool:
    return low(span) <= number <= high(span)


@st.composite
def profiles(draw: st.DrawFn) -> tuple[list[Fraction], list[Fraction], list[int], Fraction]:
    size = draw(PEOPLE)
    left = [draw(NUMBER) for _ in range(size)]
    right = [draw(NUMBER) for _ in range(size)]
    counts = [draw(st.integers(0, 3)) for _ in range(size)]
    return left, right, counts, draw(st.sampled_from((Fraction(0), Fraction(1, 2), Fraction(2))))


@given(profiles(), st.data())
def test_ends_enclose_what_numbers_inside_them_come_to(drawn: Any, data: st.DataObject):
    left, right, counts, error = drawn
    spans = [[Span(v - error, v + error) for v in side] for side in (left, right)]
    moved = [
        [v + error * data.draw(st.sampled_from((-1, 0, Fraction(1, 3), 1))) for v in side]
        for side in (left, right)
    ]
    for ops in (
        lambda o, a, b: o.total([*a, *b]),
        lambda o, a, b: o.largest(a) - o.smallest(b),
        lambda o, a, b: o.positive(a[0] - b[0]) * 2 / 3 - a[-1],
        lambda o, a, b: o.when_more(a[0], b[0], a[-1]),
        lambda o, a, b: o.when_equal(a[0], b[0], b[-1]),
        lambda o, a, b: o.either(a[0], b[0], a[-1], b[-1]),
        lambda o, a, b: o.at_least(a[0], b[0]),
        lambda o, a, b: o.first_rank_difference(a, b, counts),
        lambda o, a, b: o.first_count_difference(a, b, counts),
        lambda o, a, b: o.rank_sum(a, counts, lambda m: m),
        lambda o, a, b: o.exponential(o.total(a) / 10),
    ):
        assert within(ops(EXACT, *moved), ops(SPANS, *spans))


def test_what_cannot_be_enclosed_is_refused():
    wide = Span(Fraction(-1), Fraction(1))
    with pytest.raises(Unbounded):
        SPANS.power(wide, Fraction(1, 2))
    with pytest.raises(Unbounded):
        wide / wide
    with pytest.raises(Unbounded):
        SPANS.rank_sum([wide, wide], [1, 1], lambda m: -m)
    with pytest.raises(Unbounded, match="no bounds can be given: a formula compares"):
        bool(wide < 0)


@given(profiles(), st.data())
def test_a_line_answers_signs_as_its_numbers_have_them(drawn: Any, data: st.DataObject):
    left, right, counts, _ = drawn
    way = {str(i): data.draw(st.integers(-2, 2)) for i, _ in enumerate(left)}
    line = Line({str(i): v for i, v in enumerate(left)}, way)
    position = data.draw(st.builds(Fraction, st.integers(0, 12), st.sampled_from((1, 2, 3))))
    line.move(position, beyond=False)
    moving = [line.unknown(str(i)) for i, _ in enumerate(left)]
    known = [line.known(v) for v in right]
    there = [v + position * way[str(i)] for i, v in enumerate(left)]
    for name in ("first_rank_difference", "first_count_difference"):
        here = getattr(MOVING, name)(moving, known, counts)
        exact = getattr(EXACT, name)(there, right, counts)
        assert (here > 0, here < 0) == (exact > 0, exact < 0)


def test_between_two_roots_nothing_changes_and_the_root_itself_is_told_apart():
    line = Line({"x": Fraction(0)}, {"x": 1})
    x = line.unknown("x")
    line.move(Fraction(0), beyond=False)
    assert x < 3
    assert (line.root, line.touched) == (3, False)
    line.move(Fraction(3), beyond=False)
    assert x == 3
    assert (line.root, line.touched) == (None, True)
    line.move(Fraction(3), beyond=True)
    assert x > 3
    assert x - 4 < 0
    assert line.root == 4


def test_a_line_begins_at_its_start():
    line = Line({"x": Fraction(0)}, {"x": 1})
    x = line.unknown("x")
    assert -1 < x < 1
    assert not line.touched
    assert x == 0
    assert line.touched


def test_products_of_moving_numbers_are_refused():
    line = Line({"x": Fraction(2)}, {"x": 1})
    x = line.unknown("x")
    with pytest.raises(NotLinear, match="not linear in it"):
        x * x
    with pytest.raises(NotLinear):
        1 / x
    line.move(Fraction(1), beyond=False)
    assert x / 3 == 1
    assert line.known(Fraction(2)) * x == 6


@pytest.mark.parametrize("other", ["x", "y"])
def test_products_of_numbers_that_move_in_a_plane_are_refused_also_along_its_axes(other: str):
    plane = Plane(("x", "y"), [(Fraction(0), Fraction(0)), (Fraction(1), Fraction(0))])
    x, along = plane.unknown("x"), plane.unknown(other)
    for does in (lambda: x * along, lambda: x / along, lambda: 1 / along):
        with pytest.raises(NotLinear):
            does()
    assert (x * plane.known(Fraction(1, 2))).slopes == (1, 0)


@pytest.mark.parametrize("side", [4, 1])
def test_a_plane_is_cut_into_areas_that_cover_it(side: int):
    around = ((0, 0), (side, 0), (side, side), (0, side))
    corners = tuple((Fraction(x), Fraction(y)) for x, y in around)
    plane = Plane(("x", "y"), corners)
    scripts: list[tuple[int, ...]] = [()]
    covered = Fraction(0)
    found: set[tuple[bool, bool]] = set()
    while scripts:
        plane.begin(scripts.pop())
        x, y = plane.unknown("x"), plane.unknown("y")
        outcome = (x > y, x + y > side)
        middle = plane.middle
        assert outcome == (middle[0] > middle[1], sum(middle) > side)
        found.add(outcome)
        covered += _size(plane.corners)
        scripts += plane.others
    assert covered == side**2
    assert len(found) == 4


def _size(corners: tuple[tuple[Fraction, Fraction], ...]) -> Fraction:
    ends = zip(corners, [*corners[1:], corners[0]], strict=True)
    return abs(sum((x * v - u * y for (x, y), (u, v) in ends), Fraction(0))) / 2
