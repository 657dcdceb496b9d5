"""Linear systems, against a grid of points; forms, against the numbers they stand for."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.construct.linear import AT_MOST, BELOW, EQUAL, Constraint, Region, bounds, solve
from argue.errors import LimitExceeded

NAMES = ("x", "y")
GRID = [Fraction(n, 2) for n in range(-6, 7)]
HOLDS = {
    BELOW: lambda value: value < 0,
    EQUAL: lambda value: value == 0,
    AT_MOST: lambda value: value <= 0,
}

small = st.integers(-3, 3).map(Fraction)
constraints = st.lists(
    st.tuples(
        st.dictionaries(st.sampled_from(NAMES), small.filter(bool), min_size=1),
        small,
        st.sampled_from([BELOW, EQUAL, AT_MOST]),
    ),
    max_size=4,
)


def boxed(found: list[Constraint]) -> list[Constraint]:
    box: list[Constraint] = []
    for name in NAMES:
        box.append(({name: Fraction(1)}, Fraction(-3), AT_MOST))
        box.append(({name: Fraction(-1)}, Fraction(-3), AT_MOST))
    return box + found


def satisfied(point: dict[str, Fraction], found: list[Constraint]) -> bool:
    return all(
        HOLDS[kind](sum((f * point[n] for n, f in terms.items()), constant))
        for terms, constant, kind in found
    )


@given(constraints)
def test_a_solution_satisfies_and_no_point_does_where_there_is_none(found: list[Constraint]):
    system = boxed(found)
    solution = solve(system)
    points = [dict(zip(NAMES, values, strict=True)) for values in product(GRID, repeat=2)]
    if solution is None:
        assert not any(satisfied(point, system) for point in points)
    else:
        assert satisfied(solution, system)


@given(constraints)
def test_every_point_lies_within_the_bounds(found: list[Constraint]):
    system = boxed(found)
    if solve(system) is None:
        return
    low, high = bounds(system, "x")
    for values in product(GRID, repeat=2):
        point = dict(zip(NAMES, values, strict=True))
        if satisfied(point, system):
            assert low <= point["x"] <= high


def test_a_region_is_split_at_an_open_comparison_and_not_again():
    region = Region({"x": (Fraction(0), Fraction(2))})
    x = region.unknown("x")
    assert x < 1
    assert x - 1 < 0
    assert x < 5
    assert region.others == [(0,), (1,)]
    assert region.point()["x"] < 1


def test_a_script_takes_another_side():
    region = Region({"x": (Fraction(0), Fraction(2))}, script=(1,))
    assert region.unknown("x") > 1
    assert 1 < region.point()["x"] <= 2


def test_forms_calculate_like_the_numbers_they_stand_for():
    region = Region({"x": (Fraction(4), Fraction(4))})
    x = region.unknown("x")
    assert (2 * x - 3) / 5 == 1
    assert 1 - x == -3
    assert x + x == 8
    assert max([x, Fraction(7)]) == 7


def test_a_product_of_unknowns_is_refused():
    region = Region({"x": (Fraction(0), Fraction(2)), "y": (Fraction(0), Fraction(2))})
    with pytest.raises(LimitExceeded, match="not linear"):
        region.unknown("x") * region.unknown("y")
