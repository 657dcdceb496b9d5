"""Linear systems, against a grid of points; forms, against the numbers they stand for."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.construct import linear
from argue.construct.linear import (
    AT_MOST,
    BELOW,
    EQUAL,
    Coefficients,
    Constraint,
    Region,
    TooTangled,
    bounds,
    forms,
    solve,
)
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


def explored(box: dict[str, tuple[Fraction, Fraction]], forms: Any) -> list[tuple[Any, Region]]:
    """Every region in which the signs of some forms are alike, with the signs."""
    scripts: list[tuple[int, ...]] = [()]
    found: list[tuple[Any, Region]] = []
    while scripts:
        region = Region(box, scripts.pop())
        signs = tuple(number.sign() for number in forms(*map(region.unknown, box)))
        found.append((signs, region))
        scripts += region.others
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
        inside = [found for found, region in regions if satisfied(point, region.constraints)]
        assert inside == [signs]
    for signs, region in regions:
        point = region.point()
        assert satisfied(point, region.constraints)
        values = forms(point["x"], point["y"])
        assert tuple((value > 0) - (value < 0) for value in values) == signs


def limits(**factors: int) -> Coefficients:
    return {name: Fraction(factor) for name, factor in factors.items()}


TRIANGLE: list[Constraint] = [
    (limits(x=1, y=1), Fraction(-4), AT_MOST),
    (limits(x=-1), Fraction(1), AT_MOST),
    (limits(y=-1), Fraction(0), AT_MOST),
]
DOUBLE: Constraint = (limits(x=1, y=-2), Fraction(0), EQUAL)


@pytest.mark.parametrize(
    ("system", "name", "least", "most"),
    [
        (TRIANGLE, "x", 1, 4),
        (TRIANGLE, "y", 0, 3),
        ([*TRIANGLE, DOUBLE], "x", 1, Fraction(8, 3)),
        ([*TRIANGLE, DOUBLE], "y", Fraction(1, 2), Fraction(4, 3)),
        ([*TRIANGLE, (limits(y=3), Fraction(-2), EQUAL)], "y", Fraction(2, 3), Fraction(2, 3)),
        ([*TRIANGLE, (limits(y=3), Fraction(-2), EQUAL)], "x", 1, Fraction(10, 3)),
        ([*TRIANGLE, (limits(x=1), Fraction(-2), BELOW)], "x", 1, 2),
        ([*TRIANGLE, (limits(z=1, x=-1), Fraction(0), EQUAL)], "z", 1, 4),
        (
            [
                *TRIANGLE,
                (limits(z=1, x=-1), Fraction(0), AT_MOST),
                (limits(z=-2), Fraction(-6), AT_MOST),
            ],
            "z",
            -3,
            4,
        ),
    ],
)
def test_bounds_are_those_of_the_figure(
    system: list[Constraint], name: str, least: Fraction, most: Fraction
):
    assert bounds(system, name) == (least, most)
    solution = solve(system)
    assert solution is not None
    assert satisfied(solution, system)
    assert least <= solution[name] <= most


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
        ((limits(), Fraction(0), EQUAL), True),
        ((limits(), Fraction(0), AT_MOST), True),
        ((limits(), Fraction(0), BELOW), False),
        ((limits(), Fraction(-1), BELOW), True),
        ((limits(), Fraction(-1), EQUAL), False),
        ((limits(), Fraction(1), AT_MOST), False),
    ],
)
def test_at_a_corner_it_matters_whether_the_border_belongs_to_it(
    constraint: Constraint, possible: bool
):
    solution = solve([*TRIANGLE, constraint])
    assert (solution is not None) == possible
    if solution is not None:
        assert satisfied(solution, [*TRIANGLE, constraint])


def test_what_has_no_bounds_has_none():
    for system in (TRIANGLE[1:2], [(limits(x=1), Fraction(0), AT_MOST)], TRIANGLE[2:]):
        with pytest.raises(LimitExceeded, match="x has no bounds"):
            bounds(system, "x")


def test_an_unknown_is_not_eliminated_from_too_many_pairs(monkeypatch: pytest.MonkeyPatch):
    above = [(limits(x=1, y=n), Fraction(-9), AT_MOST) for n in range(1, 4)]
    below = [(limits(x=-1, y=n), Fraction(-9), AT_MOST) for n in range(1, 5)]
    monkeypatch.setattr(linear, "MOST_PAIRS", 12)
    assert solve([*above, *below]) is not None
    monkeypatch.setattr(linear, "MOST_PAIRS", 11)
    with pytest.raises(TooTangled, match="narrow some intervals"):
        solve([*above, *below])


def test_a_table_of_numbers_is_read_as_forms_and_nothing_stays_nothing():
    region = Region({"x": (Fraction(0), Fraction(2))})
    x = region.unknown("x")
    ((one, same, none),) = forms([[Fraction(3), x, None]], region)
    assert (one.constant, one.terms) == (3, {})
    assert same is x
    assert none is None
