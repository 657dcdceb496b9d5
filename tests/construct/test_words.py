"""Numbers and names as people write them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from argue.construct.linear import Region
from argue.construct.region_words import texts_of
from argue.construct.words import listed, measured, plain, written

F = Fraction


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (F(0), "0"),
        (F(7), "7"),
        (F(-7), "-7"),
        (F(1, 2), "0.5"),
        (F(-1, 2), "-0.5"),
        (F(3, 4), "0.75"),
        (F(-1, 10000), "-0.0001"),
        (F(12345, 10000), "1.2345"),
        (F(1, 3), "about 0.3333"),
        (F(-2, 3), "about -0.6667"),
        (F(9999), "9999"),
        (F(10000), "10,000"),
        (F(-1234567, 10), "-123,456.7"),
        (F(100000, 3), "about 33,333"),
        (F(10000) + F(1, 10**20), "about 10,000"),
        (F(-20000, 3), "about -6667"),
        (F(1, 30000), "about 3.333e-05"),
    ],
)
def test_a_number_is_written_as_people_write_it(number: Fraction, text: str):
    assert written(number) == text


@pytest.mark.parametrize(
    ("numbers", "unit", "text"),
    [
        ([F(2)], "points", "2 points"),
        ([F(1)], "points", "1 point"),
        ([F(1), F(1)], "points", "1 point"),
        ([F(-1)], "points", "-1 points"),
        ([F(3), F(1)], "points", "1 to 3 points"),
        ([F(2), F(5), F(1)], "points", "1 to 5 points"),
        ([F(1, 3), F(2, 3)], "", "about 0.3333 to 0.6667"),
        ([F(1)], None, "1"),
        ([F(1)], "euro", "1 euro"),
    ],
)
def test_an_amount_has_its_range_and_its_unit(numbers: list[Fraction], unit: str, text: str):
    assert measured(numbers, unit) == text


def test_names_are_listed_as_a_phrase():
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b"]) == "a and b"
    assert listed(iter("abc"), "or") == "a, b or c"
    assert plain("rule_of_two") == "rule of two"


def test_several_regions_together_are_told_by_the_bounds_within_which_they_lie():
    def region(*x: int) -> Region:
        return Region({"x": (F(x[0]), F(x[1])), "y": (F(0), F(1))})

    box = {"x": (F(0), F(9)), "y": (F(0), F(1))}
    upper = Region({"x": (F(0), F(9)), "y": (F(1, 2), F(1))})
    groups = [[region(4, 6), region(1, 2)], [region(7, 7)], [upper], [region(0, 9)]]
    assert texts_of(groups, box) == (
        "x lies between 1 and 6",
        "x is 7",
        "y lies between 0.5 and 1",
        "the numbers lie anywhere within their bounds",
    )
    again = texts_of([[region(4, 6), region(1, 2)], [region(1, 6)]], box)
    assert again == (
        "x lies between 1 and 6, for example x = 5 and y = 0.5",
        "x lies between 1 and 6, for example x = 3.5 and y = 0.5",
    )
