"""Wellbeing with diminishing returns: what people get counts for less the more they have."""

from fractions import Fraction
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.errors import UnfitCase
from argue.model.numbers import EXACT
from frameworks import wellbeing
from frameworks.wellbeing import FRAMEWORK, equal_means
from tests.frameworks.seen import analysed, favoured, found, said_alone, sentence, view_for

GIFT = """
title: A thousand to one of two
options: {poor: To the poor one, rich: "Twice as much, to the rich one"}
standpoints: {poor: {level: %s}, rich: {level: 100}}
payoffs: {poor: {poor: 1, rich: 0}, rich: {poor: 0, rich: 2}}
frameworks: [welfare, {id: wellbeing%s}]
"""


@pytest.mark.parametrize(
    ("level", "given", "winner"),
    [
        (10, "", "poor"),
        (10, ", elasticity: 0", "rich"),
        (10, ", elasticity: 0.2", "rich"),
        (10, ", elasticity: 1.26", "poor"),
        (90, "", "rich"),
    ],
)
def test_a_unit_does_more_for_those_who_have_less(level, given, winner):
    """Bernoulli: by the logarithm 1 on top of 10 is worth more than 2 on top of 100."""
    text = GIFT % (level, given)
    assert said_alone(text, "wellbeing")[winner] == "required"
    assert said_alone(text, "welfare")["rich"] == "required"


def test_margins_are_means_that_everyone_would_have_to_get():
    """Two people with 1 and 4: the logarithm is worth 2 each, the harmonic mean 1.6 each."""
    view = view_for(FRAMEWORK, {"even": [2, 2], "uneven": [1, 4]}, elasticity=Fraction(1))
    assert equal_means(view, EXACT) == [2, 2]
    view = view_for(FRAMEWORK, {"even": [2, 2], "uneven": [1, 4]}, elasticity=Fraction(2))
    assert equal_means(view, EXACT)[1] == pytest.approx(1.6)


POSITIVE = st.lists(st.integers(1, 30), min_size=3, max_size=3)


@given(POSITIVE, POSITIVE)
def test_by_default_it_orders_as_the_sum_of_logarithms(one, other):
    pairs = favoured(FRAMEWORK, {"a": one, "b": other})
    gain = sum(map(log, one)) - sum(map(log, other))
    if abs(gain) > 1e-9:
        assert pairs == {("a", "b") if gain > 0 else ("b", "a")}
    else:
        assert pairs == set()


@given(POSITIVE, st.integers(2, 9))
def test_equal_shares_are_never_worse_than_unequal_ones_of_the_same_sum(row, elasticity):
    mean = Fraction(sum(row), len(row))
    rows = {"even": [mean] * 3, "given": row}
    margins = found(FRAMEWORK, rows, elasticity=Fraction(elasticity)).margins
    assert margins[None, 0, 1] >= 0
    assert (margins[None, 0, 1] > 0) == (len(set(row)) > 1)


def test_it_counts_with_welfare_only_where_it_is_welfare():
    assert FRAMEWORK.family_of({"elasticity": 0}) == "welfare"
    assert FRAMEWORK.family_of({"elasticity": 1}) == "wellbeing"


def test_means_of_nothing_are_refused_with_the_line():
    with pytest.raises(UnfitCase, match=r"case:6:\d+: .*means above 0, but under rich"):
        analysed(GIFT % (0, ""))


def test_sentence():
    assert "worth 2.5 points more to everyone" in sentence(wellbeing.FRAMEWORK)
