"""Democratization: who has how much say over what is decided."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.errors import CaseError, FrameworkError
from argue.model.numbers import EXACT
from frameworks.democratization import FRAMEWORK, MEASURES, unevenness
from tests.frameworks.seen import analysed, said_alone, sentence, view_for

GOVERNANCE = """
title: Who decides about the model
options: {lab: The lab alone, board: A board with users, vote: A vote of all users}
standpoints: {staff: {count: 10}, users: {count: 990}}
influence:
  lab: {staff: 1, users: 0}
  board: {staff: 50, users: 1/2}
  vote: {staff: 1, users: 1}
frameworks: [{id: democratization%s}]
"""
SAY = st.lists(st.integers(0, 9), min_size=3, max_size=3).filter(any)


@pytest.mark.parametrize("measure", MEASURES)
def test_the_more_even_the_say_the_better(measure):
    said = said_alone(GOVERNANCE % f", measure: {measure}", "democratization")
    assert said == {"lab": "forbidden", "board": "forbidden", "vote": "required"}


def test_the_figures_of_the_example():
    """A tenth of a hundredth each for ten people; 500 of 995 units; an equal say."""
    rows = {"lab": [1, 0], "vote": [1, 1]}
    figures = {
        measure: unevenness(view_for(FRAMEWORK, rows, counts=[10, 990], measure=measure), EXACT)
        for measure in MEASURES
    }
    assert figures == {
        "gini": [Fraction(99, 100), 0],
        "largest": [Fraction(1, 10), Fraction(1, 1000)],
        "concentration": [Fraction(1, 10), Fraction(1, 1000)],
    }


@given(SAY, st.integers(1, 7), st.sampled_from(sorted(MEASURES)))
def test_only_shares_of_the_say_count(say, unit, measure):
    rows = {"one": say, "scaled": [unit * each for each in say]}
    first, second = unevenness(view_for(FRAMEWORK, rows, measure=measure), EXACT)
    assert first == second
    assert 0 <= first <= 1


@given(SAY, st.sampled_from(sorted(MEASURES)))
def test_nothing_is_more_even_than_an_equal_say(say, measure):
    rows = {"equal": [1, 1, 1], "given": say}
    equal, other = unevenness(view_for(FRAMEWORK, rows, measure=measure), EXACT)
    assert equal <= other


def test_without_influence_it_is_silent_and_an_incomparable_scale_does_not_matter():
    text = "\n".join(line for line in (GOVERNANCE % "").splitlines() if "staff: 5" not in line)
    with pytest.raises(CaseError, match=r"influence\.board\.staff is missing"):
        analysed(text)
    bare = (GOVERNANCE % "").replace("influence:", "x-influence:")
    assert set(said_alone(bare, "democratization").values()) == {"silent"}
    scaled = GOVERNANCE % "" + "scale: {comparable: false}\n"
    assert said_alone(scaled, "democratization")["vote"] == "required"


def test_a_say_of_nobody_and_less_than_none_are_refused_where_they_stand():
    with pytest.raises(CaseError, match=r"case:6:3: error\[C057\]"):
        analysed((GOVERNANCE % "").replace("{staff: 1, users: 0}", "{staff: 0, users: 0}"))
    with pytest.raises(CaseError, match=r"case:6:26: .*influence\.lab\.users is -1"):
        analysed((GOVERNANCE % "").replace("users: 0}", "users: -1}"))


@pytest.mark.parametrize("measure", MEASURES)
def test_a_say_of_nobody_has_no_shares(measure):
    view = view_for(FRAMEWORK, {"some": [1, 0], "none": [0, 0]}, measure=measure)
    with pytest.raises(FrameworkError, match=r"influence\.none leaves nobody any say"):
        unevenness(view, EXACT)


@pytest.mark.parametrize(
    ("measure", "said"),
    [
        ("gini", '"keep" shares the say over what is decided more evenly than "sell"'),
        ("concentration", '"keep" shares the say over what is decided more evenly than "sell"'),
        ("largest", '"keep" leaves nobody as large a share of the say as "sell" does'),
    ],
)
def test_sentence(measure, said):
    assert sentence(FRAMEWORK, measure=measure) == said
