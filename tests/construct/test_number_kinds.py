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
from argue.construct.spans import SPANS, Span, Unbounded, high, low
from argue.errors import LimitExceeded
from argue.model.numbers import EXACT

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


SPANNED = [Span(*ends) for ends in ((-3, -1), (-2, 1), (F(1, 2), 2), (0, 3), (2, 2))]


@CALCULATED
def test_ends_are_the_least_and_the_most_where_a_number_enters_once(does: Any):
    for left, right in product([*SPANNED, *KNOWN], repeat=2):
        if not (isinstance(left, Span) or isinstance(right, Span)):
            continue
        if does is operator.truediv and isinstance(right, Span) and right.low <= 0 <= right.high:
            with pytest.raises(Unbounded):
                does(left, right)
            continue
        ends = product({F(low(left)), F(high(left))}, {F(low(right)), F(high(right))})
        met = [does(one, other) for one, other in ends]
        found = does(left, right)
        assert (found.low, found.high) == (min(met), max(met))


@pytest.mark.parametrize("bound", [(0, 2), (-2, 0), (-1, 1)])
def test_dividing_by_what_may_be_0_has_no_ends(bound: tuple[int, int]):
    with pytest.raises(Unbounded):
        1 / Span(*bound)


def test_the_opposite_of_a_span_has_the_opposite_ends():
    opposite = -Span(-1, 3)
    assert (opposite.low, opposite.high) == (-3, 1)


OPERATIONS = {
    "total": lambda o, a, b: o.total(a),
    "largest": lambda o, a, b: o.largest(a),
    "smallest": lambda o, a, b: o.smallest(a),
    "positive": lambda o, a, b: o.positive(a[0]),
    "when_more": lambda o, a, b: o.when_more(a[0], b[0], a[1]),
    "when_equal": lambda o, a, b: o.when_equal(a[0], b[0], a[1]),
    "at_least": lambda o, a, b: o.at_least(a[0], b[0]),
    "either": lambda o, a, b: o.either(a[0], b[0], 3, 5),
    "first_rank_difference": lambda o, a, b: o.first_rank_difference(a, b, [1, 2]),
    "first_count_difference": lambda o, a, b: o.first_count_difference(a, b, [1, 2]),
    "rank_sum": lambda o, a, b: o.rank_sum(a, [1, 2], lambda m: m * m),
    "power": lambda o, a, b: o.power(o.positive(a[0]), 2),
    "exponential": lambda o, a, b: o.exponential(a[0]),
    "settled": lambda o, a, b: o.settled(a[0]),
}


@pytest.mark.parametrize("name", OPERATIONS)
def test_spans_of_one_number_come_to_what_the_numbers_come_to(name: str):
    does = OPERATIONS[name]
    for one, two, three, four in product((F(-1), F(1, 2), F(2)), repeat=4):
        exact = does(EXACT, [one, two], [three, four])
        found = does(SPANS, [Span(one, one), Span(two, two)], [Span(three, three), four])
        assert (low(found), high(found)) == (exact, exact)


OPEN = Span(F(0), F(2))


@pytest.mark.parametrize(
    ("found", "least", "most"),
    [
        (SPANS.largest([OPEN, Span(1, 5), -7]), 1, 5),
        (SPANS.smallest([OPEN, Span(1, 5), 9]), 0, 2),
        (SPANS.positive(Span(-2, 3)), 0, 3),
        (SPANS.when_more(OPEN, 0, 7), 0, 7),
        (SPANS.when_more(OPEN, 2, 7), 0, 0),
        (SPANS.when_more(OPEN, -1, 7), 7, 7),
        (SPANS.when_more(3, OPEN, Span(-1, 7)), -1, 7),
        (SPANS.when_equal(OPEN, 2, -7), -7, 0),
        (SPANS.when_equal(OPEN, 3, 7), 0, 0),
        (SPANS.when_equal(-1, OPEN, 7), 0, 0),
        (SPANS.when_equal(OPEN, OPEN, 7), 0, 7),
        (SPANS.either(OPEN, 0, 3, 5), 3, 3),
        (SPANS.either(OPEN, 1, 3, 5), 3, 5),
        (SPANS.either(OPEN, 2, Span(2, 3), 5), 2, 5),
        (SPANS.either(OPEN, 3, 3, 5), 5, 5),
        (SPANS.at_least(OPEN, 1), -1, 1),
        (SPANS.at_least(OPEN, 3), -1, -1),
        (SPANS.total([]), 0, 0),
        (SPANS.power(Span(2, 3), 2), 4, 9),
        (SPANS.power(Span(F(1, 2), 2), -1), F(1, 2), 2),
        (SPANS.rank_sum([OPEN, Span(5, 6)], [1, 1], lambda m: m), 5, 8),
        (SPANS.first_rank_difference([OPEN, 9], [1, 3], [1, 1]), -1, 6),
        (SPANS.first_rank_difference([OPEN, 9], [OPEN, 9], [1, 1]), -2, 2),
        (SPANS.first_rank_difference([OPEN, 3], [3, 3], [1, 1]), -3, -1),
        (SPANS.first_rank_difference([Span(4, 5), 4], [1, OPEN], [1, 1]), 3, 4),
        (SPANS.first_rank_difference([1, Span(7, 8)], [1, 3], [2, 1]), 4, 5),
        (SPANS.first_count_difference([OPEN, 1], [1, 1], [1, 1]), -2, 2),
        (SPANS.first_count_difference([Span(-2, -1)], [-3], [1]), 0, 0),
    ],
)
def test_what_is_open_is_enclosed_by_what_it_may_come_to_and_no_more(
    found: Any, least: Fraction, most: Fraction
):
    assert (low(found), high(found)) == (least, most)


def test_ends_of_powers_and_logarithms_are_those_of_the_numbers():
    for does in (EXACT.logarithm, EXACT.exponential):
        found = getattr(SPANS, does.__name__)(Span(F(1), F(2)))
        assert (found.low, found.high) == (does(F(1)), does(F(2)))


@pytest.mark.parametrize(("value", "exponent"), [(Span(-1, 1), 2), (Span(0, 1), -1)])
def test_a_power_without_ends_is_refused(value: Span, exponent: int):
    with pytest.raises(Unbounded, match="may be negative"):
        SPANS.power(value, exponent)
    with pytest.raises(Unbounded, match="may be negative"):
        SPANS.power(F(2), Span(1, 2))


def test_a_root_of_what_may_be_0_has_ends():
    found = SPANS.power(Span(0, 4), F(1, 2))
    assert (float(found.low), float(found.high)) == (0, 2)


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


def test_a_plane_is_cut_where_the_number_is_0():
    plane = Plane(("x", "y"), CORNERS)
    plane.begin((-1,))
    assert plane.unknown("x") * 3 + plane.unknown("y") * 4 < F(1)
    expected = {(-1, -1), (F(5, 3), -1), (-1, 1)}
    assert set(plane.corners) == expected
    assert plane.middle == (F(-1, 9), F(-1, 3))
    assert not plane.others
    assert all(one != other for one, other in pairwise(plane.corners))


@pytest.mark.parametrize(("name", "kept"), [("x", {(1, -1), (3, -1)}), ("y", {(-1, 1), (3, 1)})])
def test_a_plane_is_cut_by_one_of_its_numbers_alone(name: str, kept: set[tuple[int, int]]):
    plane = Plane(("x", "y"), CORNERS)
    assert plane.unknown(name) > 1
    assert plane.others == [(-1,)]
    assert kept <= set(plane.corners)
    assert len(plane.corners) == 4
