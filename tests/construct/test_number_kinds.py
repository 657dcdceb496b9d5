"""Every kind of number a formula may run over calculates and compares like the fractions meant."""

from __future__ import annotations

import operator
from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise, product
from typing import Any

import pytest

from argue.construct.affine import Affine, Line, NotLinear, Plane
from argue.construct.deferred import MOVING, Deferred
from argue.construct.linear import Form, Region
from argue.errors import LimitExceeded

F = Fraction
KNOWN = (F(-3, 2), F(-1), F(2), F(5, 3))
CALCULATIONS = (operator.add, operator.sub, operator.mul, operator.truediv)
COMPARISONS = (operator.lt, operator.le, operator.gt, operator.ge, operator.eq, operator.ne)
CALCULATED = pytest.mark.parametrize("does", CALCULATIONS, ids=lambda does: does.__name__)
COMPARED = pytest.mark.parametrize("does", COMPARISONS, ids=lambda does: does.__name__)

START, WAY = {"x": F(-1, 2), "y": F(3)}, {"x": F(2), "y": F(-1, 3)}
POSITIONS = (F(0), F(1, 2), F(7, 4), F(4))


def on_line(number: Affine, at: Fraction) -> Fraction:
    return F(number.constant, number.denominator) + at * F(number.slopes[0], number.denominator)


def formed(number: Form, point: dict[str, Fraction]) -> Fraction:
    return number.constant + sum((f * point[n] for n, f in number.terms.items()), F(0))


def is_linear(does: Callable[..., Any], left: Any, right: Any) -> bool:
    """A product of two numbers that move is none, nor is what is divided by one."""
    moves = [isinstance(n, (Affine, Form)) for n in (left, right)]
    if does is operator.mul:
        return not all(moves)
    return does is not operator.truediv or not moves[1]


@CALCULATED
def test_numbers_along_a_line_calculate_like_the_numbers_at_every_position(does: Any):
    line = Line(START, WAY)
    numbers = [line.unknown("x"), line.unknown("y"), *KNOWN]
    for left, right in product(numbers, repeat=2):
        if not (isinstance(left, Affine) or isinstance(right, Affine)):
            continue
        if not is_linear(does, left, right):
            with pytest.raises(NotLinear):
                does(left, right)
            continue
        found = does(left, right)
        for at in POSITIONS:
            ends = [on_line(n, at) if isinstance(n, Affine) else n for n in (left, right)]
            assert on_line(found, at) == does(*ends)
            assert on_line(-found, at) == -does(*ends)


@CALCULATED
def test_what_stands_still_among_moving_numbers_calculates_with_all_of_them(does: Any):
    line, plane = Line(START, WAY), Plane(("x", "y"), [(F(0), F(0)), (F(1), F(0)), (F(0), F(1))])
    for place, left, right in product((line, plane), KNOWN, KNOWN):
        found = (
            does(place.known(left), place.known(right)),
            does(left, place.known(right)),
            does(place.known(left), right),
        )
        assert [F(n.constant, n.denominator) for n in found] == [does(left, right)] * 3
        assert not any(any(n.slopes) for n in found)
        assert [bool(n) for n in found] == [bool(does(left, right))] * 3
    moving = line.unknown("x")
    if does in (operator.mul, operator.truediv):
        found = does(moving, line.known(F(5, 3)))
        assert [on_line(found, at) for at in POSITIONS] == [
            does(on_line(moving, at), F(5, 3)) for at in POSITIONS
        ]


@COMPARED
def test_what_stands_still_among_moving_numbers_compares_like_the_numbers(does: Any):
    for place in (Line(START, WAY), Plane(("x", "y"), [(F(0), F(0)), (F(1), F(0)), (F(0), F(1))])):
        for left, right in product((*KNOWN, F(0)), repeat=2):
            assert does(place.known(left), right) == does(left, right)
            assert does(place.known(left), place.known(right)) == does(left, right)


@COMPARED
def test_numbers_along_a_line_compare_like_the_numbers_at_the_position(does: Any):
    line = Line(START, WAY)
    x, y = line.unknown("x"), line.unknown("y")
    for at, known in product((*POSITIONS, F(3, 2)), (*KNOWN, F(5, 2))):
        line.move(at, beyond=False)
        assert does(x, known) == does(on_line(x, at), known)
        assert does(x, y) == does(on_line(x, at), on_line(y, at))


def test_just_beyond_a_position_what_was_equal_there_is_not():
    line = Line({"rising": F(-3), "falling": F(4)}, {"rising": 1, "falling": -1})
    rising, falling = line.unknown("rising"), line.unknown("falling")
    line.move(F(3), beyond=True)
    assert (rising > 0, rising < 0, falling > 1, falling < 1) == (True, False, False, True)
    line.move(F(3), beyond=False)
    assert (rising == 0, falling == 1) == (True, True)


@pytest.mark.parametrize(
    ("at", "asked", "root"),
    [
        (0, ("rising", "falling"), 3),
        (0, ("falling", "rising"), 3),
        (0, ("falling", "gone"), 5),
        (0, ("gone",), None),
        (4, ("rising", "falling"), 5),
        (6, ("rising", "falling", "gone"), None),
    ],
)
def test_the_nearest_root_beyond_a_position_is_where_a_sign_that_was_asked_for_changes(
    at: int, asked: tuple[str, ...], root: int | None
):
    line = Line(
        {"rising": F(-6), "falling": F(5), "gone": F(1)}, {"rising": 2, "falling": -1, "gone": 1}
    )
    line.move(F(at), beyond=False)
    assert all(line.unknown(name) != 0 for name in asked)
    assert (line.root, line.touched) == (root, False)
    line.move(F(at), beyond=False)
    assert line.root is None


@CALCULATED
def test_forms_calculate_like_the_numbers_at_every_point(does: Any):
    region = Region({"x": (F(-2), F(2)), "y": (F(0), F(3))})
    numbers = [region.unknown("x"), region.unknown("x") * 2 + region.unknown("y"), *KNOWN]
    points = [{"x": F(x), "y": F(y)} for x, y in product((-2, F(1, 3), 2), (0, F(5, 2)))]
    for left, right in product(numbers, repeat=2):
        one_moves = isinstance(left, Form) or isinstance(right, Form)
        if not one_moves or (does is operator.truediv and not isinstance(left, Form)):
            continue
        if not is_linear(does, left, right):
            with pytest.raises(LimitExceeded):
                does(left, right)
            continue
        found = does(left, right)
        assert all(found.terms.values())
        for point in points:
            ends = [formed(n, point) if isinstance(n, Form) else n for n in (left, right)]
            assert formed(found, point) == does(*ends)


@CALCULATED
def test_a_known_number_in_the_form_of_unknown_ones_calculates_with_them(does: Any):
    region = Region({"x": (F(-2), F(2))})
    x = region.unknown("x")
    for known in KNOWN:
        assert formed(does(x, region.number(known)), {"x": F(1, 3)}) == does(F(1, 3), known)
        if does is not operator.truediv:
            assert formed(does(region.number(known), x), {"x": F(1, 3)}) == does(known, F(1, 3))


@COMPARED
def test_forms_compare_like_the_numbers_within_a_region_of_one_point(does: Any):
    for x, y in product((-1, F(1, 2), 2), repeat=2):
        region = Region({"x": (F(x), F(x)), "y": (F(y), F(y))})
        assert does(region.unknown("x"), region.unknown("y")) == does(x, y)
        assert does(region.unknown("x"), y) == does(x, y)
        assert not region.others


def test_a_number_put_off_is_worked_out_when_it_is_used_and_once():
    asked: list[str] = []

    def work() -> Fraction:
        asked.append("worked out")
        return F(3, 2)

    number = Deferred(work)
    assert not asked
    assert number + 1 == F(5, 2)
    assert number * 2 == 3
    assert hash(number) == hash(F(3, 2))
    assert asked == ["worked out"]
    unused = Deferred(work)
    assert MOVING.when_more(F(0), F(0), unused) == 0
    assert MOVING.when_equal(F(0), F(1), unused) == 0
    assert asked == ["worked out"]
    assert MOVING.when_more(F(1), F(0), unused) == MOVING.when_equal(F(1), F(1), unused) == F(3, 2)


@pytest.mark.parametrize("does", (*CALCULATIONS, *COMPARISONS), ids=lambda does: does.__name__)
def test_a_number_put_off_calculates_and_compares_like_the_number(does: Any):
    for left, right in product(KNOWN, repeat=2):
        late = Deferred(lambda left=left: left), Deferred(lambda right=right: right)
        assert does(late[0], right) == does(late[0], late[1]) == does(left, right)
        if does is not operator.truediv:
            assert does(left, late[1]) == does(left, right)
    assert -Deferred(lambda: F(2)) == -2


CORNERS = [(F(x), F(y)) for x, y in ((-1, -1), (3, -1), (3, F(5, 2)), (-1, F(5, 2)))]


@CALCULATED
def test_numbers_over_a_plane_calculate_like_the_numbers_at_its_points(does: Any):
    plane = Plane(("x", "y"), CORNERS)
    x, y = plane.unknown("x"), plane.unknown("y")
    linear = [x * 2 - y, does(x, F(5, 3)), does(y + 1, F(-3, 2))]
    for at, up in [*CORNERS, plane.middle]:
        found = [
            F(n.constant + n.slopes[0] * at + n.slopes[1] * up) / n.denominator for n in linear
        ]
        assert found == [2 * at - up, does(at, F(5, 3)), does(up + 1, F(-3, 2))]


def test_a_sign_that_holds_all_over_a_plane_cuts_nothing():
    plane = Plane(("x", "y"), CORNERS)
    x, y = plane.unknown("x"), plane.unknown("y")
    assert (x >= -1, x <= 3, y < 3, x + y < 6, x - x == 0) == (True,) * 5
    # On its border a number may be 0, within it is not.
    assert (x > -1, x < 3, y > -1, y < F(5, 2)) == (True,) * 4
    assert plane.corners == tuple(CORNERS)
    assert (plane.others, plane.taken) == ([], [])
    # Also where it is small.
    small = Plane(("x", "y"), [(F(0), F(0)), (F(1), F(0)), (F(0), F(1))])
    assert (small.unknown("x") > 0, small.unknown("x") < 1) == (True, True)


def test_a_plane_is_cut_where_the_number_is_0():
    plane = Plane(("x", "y"), CORNERS)
    plane.begin((-1,))
    assert plane.unknown("x") * 3 + plane.unknown("y") * 4 < F(1)
    expected = {(-1, -1), (F(5, 3), -1), (-1, 1)}
    assert set(plane.corners) == expected
    assert plane.middle == (F(-1, 9), F(-1, 3))
    assert not plane.others
    assert all(one != other for one, other in pairwise(plane.corners))


def test_a_cut_through_a_corner_takes_the_corner_once():
    around = ((0, 0), (2, 0), (2, 2), (0, 2))
    plane = Plane(("x", "y"), [(F(x), F(y)) for x, y in around])
    assert plane.unknown("x") > plane.unknown("y")
    assert sorted(plane.corners) == [(0, 0), (2, 0), (2, 2)]


@pytest.mark.parametrize(("name", "kept"), [("x", {(1, -1), (3, -1)}), ("y", {(-1, 1), (3, 1)})])
def test_a_plane_is_cut_by_one_of_its_numbers_alone(name: str, kept: set[tuple[int, int]]):
    plane = Plane(("x", "y"), CORNERS)
    assert plane.unknown(name) > 1
    assert plane.others == [(-1,)]
    assert kept <= set(plane.corners)
    assert len(plane.corners) == 4
