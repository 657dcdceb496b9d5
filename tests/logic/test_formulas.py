"""Formulas: what they mean, that they stay exact, and how they fail."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.logic.arithmetic import MOST_BITS
from argue.logic.formulas import MOST_CHARACTERS, MOST_DEPTH, FormulaError, parse_formula


def value(text, **values):
    return parse_formula(text).value(values)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 + 2*3", 7),
        ("(1 + 2)*3", 9),
        ("8 - 3 - 2", 3),
        ("8/4/2", 1),
        ("2^3^2", 512),
        ("-2^2", -4),
        ("(-2)^2", 4),
        ("2^-1", Fraction(1, 2)),
        ("--3", 3),
        ("+3 - -2", 5),
        ("1/3 + 1/6", Fraction(1, 2)),
        ("0.1 + 0.2", Fraction(3, 10)),
        ("1.5e-3", Fraction(3, 2000)),
        ("min(3, 1/2, 2)", Fraction(1, 2)),
        ("max(3, 1/2)", 3),
        ("sum(1, 2, 3/2)", Fraction(9, 2)),
        ("abs(-2/3)", Fraction(2, 3)),
    ],
)
def test_numbers_are_exact_and_signs_bind_as_in_print(text, expected):
    found = value(text)
    assert found == expected
    assert isinstance(found, Fraction)
    assert parse_formula(text).exact


@pytest.mark.parametrize(
    ("text", "expected"),
    [("sqrt(2)", math.sqrt(2)), ("ln(exp(3))", 3.0), ("2^0.5", math.sqrt(2)), ("2^x", 8.0)],
)
def test_roots_logarithms_and_open_powers_say_that_they_are_not_exact(text, expected):
    assert not parse_formula(text).exact
    assert value(text, x=Fraction(3)) == pytest.approx(expected)


def test_names_are_those_of_the_text_in_its_order():
    assert parse_formula("b*x + a*ln(x) - min(c, b)").names == ("b", "x", "a", "c")


@given(
    a=st.fractions(min_value=-99, max_value=99, max_denominator=50),
    b=st.fractions(min_value=1, max_value=99, max_denominator=50),
    x=st.fractions(min_value=-99, max_value=99, max_denominator=50),
)
def test_fractions_agree_with_python(a, b, x):
    found = value("(a - x)^2/b - 3*(x + a)*b + max(a, x)", a=a, b=b, x=x)
    assert found == (a - x) ** 2 / b - 3 * (x + a) * b + max(a, x)
    assert isinstance(found, Fraction)


@given(st.lists(st.floats(min_value=0.1, max_value=50), min_size=1, max_size=6))
def test_arrays_agree_with_single_numbers(xs):
    text = "3*ln(x) - x^2/4 + min(x, 2, a) - sqrt(x)/x + sum(x, a) + abs(a - x)"
    found = parse_formula(text).value({"x": np.array(xs), "a": Fraction(7, 2)})
    one_by_one = [value(text, x=x, a=Fraction(7, 2)) for x in xs]
    assert found == pytest.approx(np.array(one_by_one))


def test_an_array_holds_inf_or_nan_where_a_number_has_no_value():
    found = parse_formula("ln(x) + 1/x").value({"x": np.array([1.0, 0.0, -1.0])})
    assert found[0] == 1.0
    assert np.isnan(found[1:]).all()


@pytest.mark.parametrize(
    ("text", "position", "word"),
    [
        ("2 +", 3, "ends too early"),
        ("2 $ 3", 3, "'$' cannot stand here"),
        ("2 3", 3, "'3' cannot stand here"),
        ("(1 + 2", 6, "ends too early"),
        ("1 + foo(2)", 5, "no function 'foo'"),
        ("ln(1, 2)", 1, "ln takes one number, not 2"),
        ("x + y", 5, "'y' has no value"),
        ("4 + x/(x - 1)", 6, "divides by zero"),
        ("1 + ln(0 - x)", 5, "logarithm"),
        ("2 * exp(9999)", 5, "too large"),
        ("(0-2)^0.5", 6, "root"),
        ("9^9^9", 2, "too large"),
        ("1e999", 2, "cannot stand here"),
        ("1.2.3", 1, "cannot stand here"),
        ("", 1, "a formula is needed"),
        ("__import__('os')", 1, "cannot stand here"),
        ("x.real", 2, "cannot stand here"),
    ],
)
def test_an_error_says_what_and_where(text, position, word):
    with pytest.raises(FormulaError) as caught:
        value(text, x=Fraction(1))
    assert caught.value.position == position
    assert word in str(caught.value)


def test_size_and_depth_are_bounded():
    with pytest.raises(FormulaError, match="at most"):
        parse_formula("1+" * MOST_CHARACTERS + "1")
    for deep in ("-" * (MOST_DEPTH + 1) + "1", "1" + "+1" * MOST_DEPTH):
        with pytest.raises(FormulaError, match="deep"):
            parse_formula(deep)
    assert value("(" * 500 + "7" + ")" * 500) == 7
    assert value("1" + "+1" * (MOST_DEPTH - 2)) == MOST_DEPTH - 1


def test_numbers_cannot_be_made_to_grow_without_bound():
    with pytest.raises(FormulaError, match="too large"):
        value("*".join([f"2^{MOST_BITS // 4}"] * 4))
