"""Numerical search finds what is known of functions whose best places are known."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest

from argue.construct.games.data import UnboundedOptimum
from argue.construct.games.search import (
    climb,
    common_root,
    falling_roots,
    largest,
    negligible,
    rounded,
    safe,
    slope,
)
from argue.errors import ArgueError

pytest.importorskip("scipy", reason="scipy is an extra")


def near(value: float, within: float = 1e-6):
    return pytest.approx(value, abs=within)


@pytest.mark.parametrize("top", [0, 1e-3, Fraction(1, 3), 1, 1.9999, 2])
@pytest.mark.parametrize("high", [2, None])
def test_the_top_of_a_parabola_is_found_wherever_it_is(top: float, high: int | None):
    found = largest(lambda x: 7 - (x - float(top)) ** 2, 0, high)
    assert (found.place, found.value) == (near(float(top), 1e-5), near(7))


def test_of_two_tops_the_higher_is_found_however_narrow():
    def hills(x: float) -> float:
        return max(3 - (x - 1) ** 2, 4 - (20 * (x - Fraction(317, 100))) ** 2)

    found = largest(hills, 0, 5)
    assert (found.place, found.value) == (near(3.17, 1e-5), near(4))


@pytest.mark.parametrize("top", [1e-4, 0.3, 77, 1e6])
def test_without_an_upper_bound_a_top_is_found_at_every_scale(top: float):
    found = largest(lambda x: -((x / top - 1) ** 2), 0, None)
    assert (found.place / top, found.value) == (near(1, 1e-5), near(0))


def test_a_function_that_is_best_at_a_bound_is_best_there():
    rising, falling = largest(lambda x: 3 * x, 1, 2), largest(lambda x: -x, 1, 2)
    assert (rising.place, rising.value) == (2, 6)
    assert (falling.place, falling.value) == (1, -1)


def test_where_there_is_one_place_it_is_the_best():
    found = largest(lambda x: 5 * x, 3, 3)
    assert (found.place, found.value) == (3, 15)


def test_what_grows_without_an_upper_bound_names_the_key_to_change():
    with pytest.raises(UnboundedOptimum) as caught:
        largest(lambda x: x, 0, None, "strategy")
    assert caught.value.key == "strategy"
    level = largest(lambda x: 1, 0, None)  # no more is better, if not worse either
    assert (level.place, level.value) == (0, 1)


def test_where_a_function_has_no_value_it_is_not_best():
    def gap(x: float) -> float:
        if x < 1:
            raise ZeroDivisionError
        return math.nan if x > 3 else -((x - 2) ** 2)

    assert largest(gap, 0, 4).place == near(2, 1e-5)
    assert [safe(gap)(x) for x in (0, 2, 4)] == [-math.inf, 0, -math.inf]
    for error in (ValueError, ArgueError, OverflowError):
        assert safe(lambda x, error=error: math.log(x) if x else _raised(error))(0) == -math.inf
    with pytest.raises(KeyError):
        safe(lambda x: _raised(KeyError))(0)


def _raised(error: type[Exception]) -> float:
    raise error("no value")


@pytest.mark.parametrize(
    ("gain", "value", "is_none"),
    [(0, 5, True), (-1, 5, True), (5e-7, 5, True), (7e-7, 5, False), (7e-7, -9, True)],
)
def test_a_gain_is_measured_against_what_is_at_stake(gain: float, value: float, is_none: bool):
    assert negligible(gain, value) == is_none


@pytest.mark.parametrize("place", [0.0, -2.0, 1000.0])
def test_a_slope_is_that_of_the_tangent(place: float):
    assert slope(lambda x: x * x / 2 - 3 * x, place) == near(place - 3, 1e-4)


def test_only_where_a_function_falls_through_0_there_is_a_falling_root():
    def wave(x: float) -> float:
        return (1 - x) * (x - 2) * (x - 3.5)

    assert list(falling_roots(wave, 0, 5)) == [near(1), near(3.5)]
    assert list(falling_roots(wave, 0, None)) == [near(1), near(3.5)]
    assert list(falling_roots(wave, Fraction(3, 2), 3)) == []
    assert list(falling_roots(lambda x: math.inf if x < 1 else -1.0, 0, 2)) == []
    assert list(falling_roots(lambda x: 1.0 - x, 0, 2)) == [near(1)]


@pytest.mark.parametrize("root", [0.01, 1, 4, 500, 999, 999.99])
def test_a_falling_root_is_found_close_to_either_bound(root: float):
    assert list(falling_roots(lambda x: root - x, 0, 1000)) == [near(root)]
    inside = slope_without_ends(root)
    assert list(falling_roots(inside, 0, 1000)) == [near(root)] * (root < 999.9)


def slope_without_ends(root: float):
    """A slope of what has no value outside 0 and 1000."""

    def valued(x: float) -> float:
        return -((x - root) ** 2) if 0 <= x <= 1000 else _raised(ValueError)

    return lambda x: slope(safe(valued), x)


def test_a_root_at_a_bound_is_not_inside():
    assert list(falling_roots(lambda x: 2.0 - x, 0, 2)) == []
    assert list(falling_roots(lambda x: 2.0 - x, 2, 4)) == []
    for outside in (-5e-6, 1.5e-5):
        assert list(falling_roots(lambda x, root=outside: root - x, 0, 1e-5)) == []


def test_residuals_vanish_at_the_places_found_one_from_each_start_that_leads_to_one():
    def residuals(place):
        x, y = place
        return [x * y - 6, x + y - 5] if x < 90 else [math.nan, math.nan]

    starts = [(1.0, 4.0), (99.0, 1.0), (4.0, 1.0)]
    found = list(common_root(residuals, starts, (0.0, 100.0)))
    assert found == [(near(2, 1e-4), near(3, 1e-4)), (near(3, 1e-4), near(2, 1e-4))]
    assert list(common_root(residuals, starts, (5.0, 100.0))) == []
    assert list(common_root(lambda place: [place[0] ** 2 + 0.01], [(1.0,)], (-9.0, 9.0))) == []


def test_a_climb_ends_at_the_highest_place_inside_the_bounds():
    def hill(place):
        return 9 - (place[0] - 1) ** 2 - (place[1] - 7) ** 2

    place, height = climb(hill, [(0.5, 0.5), (3.0, 3.0)], [(0, 4), (0, 4)])
    assert (place, height) == ((near(1, 1e-4), near(4, 1e-4)), near(0, 1e-4))
    place, height = climb(hill, [(0.5, 0.5)], [(0, None), (0, None)])
    assert (place, height) == ((near(1, 1e-4), near(7, 1e-4)), near(9, 1e-4))


def test_of_places_as_good_as_one_another_the_one_from_the_earliest_start_is_taken():
    def twins(place):
        return -((place[0] ** 2 - 1) ** 2)

    for start in (-1.1, 1.1):
        place, height = climb(twins, [(start,), (-start,)], [(-3, 3)])
        assert (place[0], height) == (near(start / 1.1, 1e-3), near(0))


def test_a_later_start_that_leads_higher_is_followed():
    def hills(place):
        x = place[0]
        return max(1 - (x - 1) ** 2, 5 - (x - 8) ** 2)

    place, height = climb(hills, [(0.5,), (7.5,), (1.5,)], [(0, 10)])
    assert (place[0], height) == (near(8, 1e-3), near(5))


def test_a_climb_passes_by_where_there_is_no_value_and_tells_one_without_end():
    def partly(place):
        return math.log(place[0]) - place[0] if place[0] else _raised(ValueError)

    place, height = climb(partly, [(0.0,), (0.5,)], [(0, 4)])
    assert (place[0], height) == (near(1, 1e-3), near(-1))
    place, height = climb(lambda x: 5 - x[0] if x[0] > 1 else math.inf, [(0.5,), (3.0,)], [(0, 4)])
    assert height < 5  # what is infinite is no height
    with pytest.raises(UnboundedOptimum):
        climb(lambda place: place[0] * 1e6, [(1.0,)], [(0, None)])
    with pytest.raises(UnboundedOptimum):
        climb(lambda place: place[0] * 1e6 - place[1] ** 2, [(1.0, 1.0)], [(0, None)] * 2)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (3, Fraction(3)),
        (Fraction(1, 3), Fraction(1, 3)),
        (0.1, Fraction(1, 10)),
        (2 / 3, Fraction(6666666667, 10**10)),
        (math.sqrt(2) * 1e6, Fraction(1414213562, 1000)),
    ],
)
def test_a_float_is_rounded_to_ten_digits_and_what_is_exact_stays(value, expected: Fraction):
    assert rounded(value) == expected
