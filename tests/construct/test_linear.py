"""Regions of numbers, held against elimination and grids; forms, against what they stand for."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.construct import linear
from argue.construct.linear import Box, Form, Region, forms
from argue.errors import LimitExceeded
from tests.construct.elimination import (
    AT_MOST,
    BELOW,
    EQUAL,
    ZERO,
    Coefficients,
    System,
    bounds,
    holds,
    satisfied,
    solution,
)

NAMES = ("x", "y", "z")

number = st.builds(Fraction, st.integers(-4, 4), st.sampled_from([1, 1, 1, 2, 3]))
terms = st.dictionaries(st.sampled_from(NAMES), number.filter(bool), max_size=3)
systems = st.lists(st.tuples(terms, number, st.sampled_from([BELOW, EQUAL, AT_MOST])), max_size=5)
ends = st.tuples(number, number).map(lambda pair: (min(pair), max(pair)))
boxes = st.fixed_dictionaries(dict.fromkeys(NAMES, ends))


def walls(box: Box) -> System:
    """A box as constraints."""
    return [
        wall
        for name, (low, high) in box.items()
        for wall in (
            ({name: Fraction(1)}, -high, AT_MOST),
            ({name: Fraction(-1)}, low, AT_MOST),
        )
    ]


def decided(region: Region) -> System:
    """What a region says of its numbers, in the terms of the slow way."""
    return [
        ({name: Fraction(factor) for name, factor in row.terms}, Fraction(row.constant), kind)
        for row, kind in region.constraints
    ]


def formed(region: Region, terms: Coefficients, constant: Fraction) -> Form:
    start = region.number(constant)
    return sum((factor * region.unknown(name) for name, factor in terms.items()), start)


def reached(box: Box, system: System) -> Region | None:
    """A region of a box in which a system holds; None if it holds in none."""
    waiting = [Region(box)]
    while waiting:
        region = waiting.pop()
        if all(holds(formed(region, t, c).sign(), kind) for t, c, kind in system):
            return region
        waiting += region.others
    return None


@given(boxes, systems)
def test_a_region_is_reached_just_where_elimination_finds_a_solution(box: Box, system: System):
    region = reached(box, system)
    whole = [*walls(box), *system]
    assert (region is not None) == (solution(whole) is not None)
    if region is not None:
        for point in (region.inside, region.point()):
            assert satisfied(point, whole)
            assert satisfied(point, decided(region))


@given(boxes, systems)
def test_every_possible_sign_is_found_at_every_comparison_and_no_other(box: Box, system: System):
    region = Region(box)
    for terms, constant, _ in system:
        before = [*decided(region)]
        already = len(region.others)
        found = [formed(region, terms, constant).sign()]
        found += [formed(o, terms, constant).sign() for o in region.others[already:]]
        at_most_0 = [(terms, constant), ({n: -f for n, f in terms.items()}, -constant)]
        signed = {-1: (*at_most_0[0], BELOW), 0: (*at_most_0[0], EQUAL), 1: (*at_most_0[1], BELOW)}
        possible = [sign for sign in signed if solution([*before, signed[sign]]) is not None]
        assert found == possible


@given(boxes, systems)
def test_bounds_and_points_in_between_are_those_of_elimination(box: Box, system: System):
    region = reached(box, system)
    if region is None:
        return
    known = list(decided(region))
    for name in box:
        assert region.bounds(name) == bounds(known, name)
    point = region.point()
    for name in reversed(list(box)):
        low, high = bounds(known, name)
        assert low is not None
        assert high is not None
        assert point[name] == (low + high) / 2
        known.append(({name: Fraction(1)}, -point[name], EQUAL))


def test_a_region_is_split_at_an_open_comparison_and_not_again():
    region = Region({"x": (Fraction(0), Fraction(2))})
    x = region.unknown("x")
    assert x < 1
    assert x - 1 < 0
    assert x < 5
    assert [other.point()["x"] for other in region.others] == [1, Fraction(3, 2)]
    assert region.point()["x"] < 1


def test_another_region_takes_another_side_and_knows_what_came_before():
    region = Region({"x": (Fraction(0), Fraction(2))})
    assert region.unknown("x") < 1
    assert region.unknown("x") < Fraction(1, 2)
    above = region.others[1]
    assert above.unknown("x") > 1
    assert above.unknown("x") > Fraction(1, 2)
    assert above.others == []
    assert 1 < above.point()["x"] <= 2


def test_points_inside_stay_short_however_often_a_region_is_cut():
    drawn = random.Random(1)
    names = "stuvwxyz"
    region = Region({name: (Fraction(0), Fraction(1)) for name in names})
    for _ in range(60):
        factors = [drawn.randint(-99, 99) for _ in names]
        middle = sum((f * region.inside[n] for f, n in zip(factors, names, strict=True)), ZERO)
        cut = Fraction(round(middle * 100) - 1, 100)
        moving = sum((f * region.unknown(n) for f, n in zip(factors, names, strict=True)), -cut)
        moving.sign()
    assert len(region.constraints) > 2 * len(names) + 20
    assert satisfied(region.inside, decided(region))
    assert all(value.denominator < 10**150 for value in region.inside.values())


def test_a_comparison_made_before_is_not_looked_at_again(monkeypatch: pytest.MonkeyPatch):
    region = Region({"x": (Fraction(0), Fraction(2)), "y": (Fraction(0), Fraction(2))})
    x, y = region.unknown("x"), region.unknown("y")
    assert x - y < 0
    monkeypatch.setattr(linear, "farthest", None)
    assert 2 * y > x * 2
    assert (x - y) / 3 < 0
    # What the bounds decide is not looked at either.
    assert -1 < x < 3
    assert x / 4 < Fraction(3, 4)


def test_forms_calculate_like_the_numbers_they_stand_for():
    region = Region({"x": (Fraction(4), Fraction(4))})
    x = region.unknown("x")
    assert (2 * x - 3) / 5 == 1
    assert 1 - x == -3
    assert x + x == 8
    assert max([x, Fraction(7)]) == 7


def test_a_form_is_told_by_the_unknowns_in_it():
    region = Region({"x": (Fraction(-1, 2), Fraction(2)), "y": (Fraction(0), Fraction(1))})
    x, y = region.unknown("x"), region.unknown("y")
    assert [str(form) for form in (x, 1 - x / 2 + y, region.number(Fraction(2, 3)), x - x)] == [
        "x",
        "-1/2*x + y + 1",
        "2/3",
        "0",
    ]


def test_a_product_of_unknowns_is_refused():
    region = Region({"x": (Fraction(0), Fraction(2)), "y": (Fraction(0), Fraction(2))})
    with pytest.raises(LimitExceeded, match="not linear"):
        region.unknown("x") * region.unknown("y")
    assert region.unknown("x") * 0 * region.unknown("y") == 0


def explored(box: Box, forms: Any) -> list[tuple[Any, Region]]:
    """Every region in which the signs of some forms are alike, with the signs."""
    waiting = [Region(box)]
    found: list[tuple[Any, Region]] = []
    while waiting:
        region = waiting.pop()
        signs = tuple(number.sign() for number in forms(*map(region.unknown, box)))
        found.append((signs, region))
        waiting += region.others
    return found


@pytest.mark.parametrize(
    "forms",
    [
        lambda x, y: (x - 1, y - x),
        lambda x, y: (2 * x + y - 3, x - y, x + y - 9),
        lambda x, y: (x - y, x - y, y - x, x + 1),
        lambda x, y: (y / 2 - Fraction(1, 4), 2 - x, x * 0 + 1),
    ],
)
def test_every_point_of_a_box_lies_in_the_one_region_with_its_signs(forms: Any):
    box = {"x": (Fraction(0), Fraction(2)), "y": (Fraction(-1), Fraction(3, 2))}
    regions = explored(box, forms)
    assert len({signs for signs, _ in regions}) == len(regions)
    for x, y in product([Fraction(n, 4) for n in range(9)], [Fraction(n, 4) for n in range(-4, 7)]):
        point = {"x": x, "y": y}
        values = [Fraction(value) for value in forms(x, y)]
        signs = tuple((value > 0) - (value < 0) for value in values)
        inside = [found for found, region in regions if satisfied(point, decided(region))]
        assert inside == [signs]
    for signs, region in regions:
        for point in (region.inside, region.point()):
            assert satisfied(point, decided(region))
            values = forms(point["x"], point["y"])
            assert tuple((value > 0) - (value < 0) for value in values) == signs


def limits(**factors: int) -> Coefficients:
    return {name: Fraction(factor) for name, factor in factors.items()}


SQUARE = {"x": (Fraction(1), Fraction(4)), "y": (Fraction(0), Fraction(4))}
UNDER = (limits(x=1, y=1), Fraction(-4), AT_MOST)
"""Within the square that is a triangle with its corners at (1, 0), (4, 0) and (1, 3)."""


@pytest.mark.parametrize(
    ("constraint", "possible"),
    [
        ((limits(x=1), Fraction(-1), BELOW), False),
        ((limits(x=1), Fraction(-1), AT_MOST), True),
        ((limits(x=1), Fraction(-1), EQUAL), True),
        ((limits(x=-1), Fraction(4), EQUAL), True),
        ((limits(x=-1), Fraction(4), BELOW), False),
        ((limits(x=1, y=1), Fraction(-1), AT_MOST), True),
        ((limits(x=1, y=1), Fraction(-1), BELOW), False),
        ((limits(y=1), Fraction(1), EQUAL), False),
        ((limits(x=1, y=2), Fraction(-7), EQUAL), True),
        ((limits(x=1, y=2), Fraction(-8), EQUAL), False),
        ((limits(x=1, y=2), Fraction(-8), BELOW), True),
        ((limits(), Fraction(0), EQUAL), True),
        ((limits(), Fraction(0), AT_MOST), True),
        ((limits(), Fraction(0), BELOW), False),
        ((limits(), Fraction(-1), BELOW), True),
        ((limits(), Fraction(-1), EQUAL), False),
        ((limits(), Fraction(1), AT_MOST), False),
    ],
)
def test_at_a_corner_it_matters_whether_the_border_belongs_to_it(
    constraint: tuple[Coefficients, Fraction, int], possible: bool
):
    region = reached(SQUARE, [UNDER, constraint])
    assert (region is not None) == possible
    if region is not None:
        assert satisfied(region.point(), [*walls(SQUARE), UNDER, constraint])


@pytest.mark.parametrize("strict", [("x",), ("x", "y")])
def test_where_borders_meet_that_do_not_belong_to_it_nothing_is_0(strict: tuple[str, ...]):
    square = dict.fromkeys("xy", (Fraction(0), Fraction(1)))
    corner = (limits(x=1, y=1), Fraction(-2), EQUAL)
    assert reached(square, [corner]) is not None
    below = [(limits(**{name: 1}), Fraction(-1), BELOW) for name in strict]
    assert reached(square, [*below, corner]) is None


def test_a_table_of_numbers_is_read_as_forms_and_nothing_stays_nothing():
    region = Region({"x": (Fraction(0), Fraction(2))})
    x = region.unknown("x")
    ((one, same, none),) = forms([[Fraction(3), x, None]], region)
    assert (one.constant, one.terms) == (3, {})
    assert same is x
    assert none is None
