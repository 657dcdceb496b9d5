"""Linear programs, held against elimination and against figures that can be drawn."""

from __future__ import annotations

import time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.construct.simplex import Constraint, NoBound, Row, farthest
from argue.errors import OutOfBudget
from argue.model.patience import working_until
from tests.construct.elimination import (
    AT_MOST,
    BELOW,
    EQUAL,
    Coefficients,
    System,
    bounds,
    satisfied,
    solution,
)

NAMES = ("w", "x", "y", "z")

number = st.builds(Fraction, st.integers(-4, 4), st.sampled_from([1, 1, 1, 2, 3]))
terms = st.dictionaries(st.sampled_from(NAMES), number.filter(bool), min_size=1, max_size=3)
systems = st.lists(st.tuples(terms, number, st.sampled_from([EQUAL, AT_MOST])), max_size=6)


def rows(system: System) -> list[Constraint]:
    return [(Row.of(terms, constant), kind) for terms, constant, kind in system]


def extremes(system: System, name: str) -> tuple[Fraction | None, Fraction | None]:
    """The least and largest value of an unknown by two linear programs; None where none is."""
    found: list[Fraction | None] = []
    for way in (-1, 1):
        start = {**dict.fromkeys((*NAMES, name), Fraction(0)), **(solution(system) or {})}
        try:
            end = farthest(Row(((name, way),), 0), rows(system), start)
        except NoBound:
            found.append(None)
            continue
        assert satisfied(end, system)
        found.append(end[name])
    return found[0], found[1]


@given(systems, st.sampled_from(NAMES))
def test_ends_are_those_of_elimination_and_are_reached(system: System, name: str):
    if solution(system) is None:
        return
    assert extremes(system, name) == bounds(system, name)


@given(systems, terms)
def test_a_form_is_as_large_as_an_unknown_that_is_held_equal_to_it(
    system: System, goal: Coefficients
):
    start = solution(system)
    if start is None:
        return
    start = {**dict.fromkeys(NAMES, Fraction(0)), **start}
    _, most = bounds([*system, ({**goal, "goal": Fraction(-1)}, Fraction(0), EQUAL)], "goal")
    try:
        end = farthest(Row.of(goal, Fraction(0)), rows(system), start)
    except NoBound:
        assert most is None
    else:
        assert satisfied(end, system)
        assert sum(factor * end[name] for name, factor in goal.items()) == most


def limits(**factors: int) -> Coefficients:
    return {name: Fraction(factor) for name, factor in factors.items()}


TRIANGLE: System = [
    (limits(x=1, y=1), Fraction(-4), AT_MOST),
    (limits(x=-1), Fraction(1), AT_MOST),
    (limits(y=-1), Fraction(0), AT_MOST),
]
DOUBLE = (limits(x=1, y=-2), Fraction(0), EQUAL)
LEVEL = (limits(y=3), Fraction(-2), EQUAL)


@pytest.mark.parametrize(
    ("system", "name", "least", "most"),
    [
        (TRIANGLE, "x", 1, 4),
        (TRIANGLE, "y", 0, 3),
        ([*TRIANGLE, DOUBLE], "x", 1, Fraction(8, 3)),
        ([*TRIANGLE, DOUBLE], "y", Fraction(1, 2), Fraction(4, 3)),
        ([*TRIANGLE, LEVEL], "y", Fraction(2, 3), Fraction(2, 3)),
        ([*TRIANGLE, LEVEL], "x", 1, Fraction(10, 3)),
        ([*TRIANGLE, (limits(z=1, x=-1), Fraction(0), EQUAL)], "z", 1, 4),
        ([*TRIANGLE, (limits(z=1, x=-1), Fraction(0), AT_MOST)], "z", None, 4),
        (TRIANGLE[1:2], "x", 1, None),
        ([(limits(x=1), Fraction(0), AT_MOST)], "x", None, 0),
        (TRIANGLE[2:], "x", None, None),
    ],
)
def test_ends_are_those_of_the_figure(
    system: System, name: str, least: Fraction | None, most: Fraction | None
):
    assert extremes(system, name) == (least, most)


def test_a_border_counts_as_inside():
    start = {"x": Fraction(1), "y": Fraction(1)}
    cut = (Row.of(limits(x=1), Fraction(-2)), BELOW)
    assert farthest(Row((("x", 1),), 0), [*rows(TRIANGLE), cut], start)["x"] == 2


def test_what_is_not_tied_to_the_form_stays_where_it_is():
    start = {"x": Fraction(1), "y": Fraction(1), "z": Fraction(5, 7)}
    apart = (Row.of(limits(z=1), Fraction(-1)), AT_MOST)
    assert farthest(Row((("y", 1),), 0), [*rows(TRIANGLE), apart], start) == {**start, "y": 3}


CIRCLING = [
    ({"a": Fraction(1, 2), "b": Fraction(-11, 2), "c": Fraction(-5, 2), "d": Fraction(9)}, 0),
    ({"a": Fraction(1, 2), "b": Fraction(-3, 2), "c": Fraction(-1, 2), "d": Fraction(1)}, 0),
    ({"a": Fraction(1)}, -1),
    *(({name: Fraction(-1)}, 0) for name in "abcd"),
]
"""Where many borders meet in one corner; taking the largest gain first goes round it for ever.

The example of V. Chvátal, Linear Programming, 1983, chapter 3.
"""


def test_where_many_borders_meet_it_comes_to_an_end():
    system = [(terms, Fraction(constant), AT_MOST) for terms, constant in CIRCLING]
    goal = Row.of(limits(a=10, b=-57, c=-9, d=-24), Fraction(0))
    end = farthest(goal, rows(system), dict.fromkeys("abcd", Fraction(0)))
    assert goal.at(end) == 1
    assert end == {"a": 1, "b": 0, "c": 1, "d": 0}


def test_a_row_is_a_form_in_whole_numbers_without_a_common_divisor():
    row = Row.of({"y": Fraction(3, 2), "x": Fraction(-9, 4), "z": Fraction(0)}, Fraction(3))
    assert row == Row((("x", -3), ("y", 2)), 4)
    assert -row == Row((("x", 3), ("y", -2)), -4)
    assert Row.of({}, Fraction(0)) == Row((), 0)
    assert row.at({"x": Fraction(2), "y": Fraction(1, 2)}) == -1


def test_it_ends_with_the_time_for_it():
    start = {"x": Fraction(1), "y": Fraction(0)}
    with working_until(time.monotonic() - 1), pytest.raises(OutOfBudget):
        farthest(Row((("x", 1),), 0), rows(TRIANGLE), start)
