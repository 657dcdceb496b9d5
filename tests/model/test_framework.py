"""What a framework is that says no more of itself than its formula, and what views derive."""

from itertools import permutations

import pytest

from argue.model.case import Mode
from argue.model.framework import Claim, Findings, Framework, Parameter, View
from argue.model.numbers import EXACT

PLAIN = Framework(
    id="plain",
    title="Plain",
    scheme="Whatever comes first is better.",
    source="Nobody 2000",
    compare=lambda view, ops: Findings({(None, a, b): b - a for a, b in view.pairs}),
    word=lambda claim: f"{claim.better} comes before {claim.worse}",
    parameters=(Parameter("first", "A number."), Parameter("second", "Another.", default=3)),
)


def test_a_framework_compares_effects_on_persons_for_the_best_unless_it_says_otherwise():
    assert (PLAIN.reads, PLAIN.mode, PLAIN.persons) == ("payoffs", Mode.BEST, True)
    said = ("levels", "complaints", "value_is_burden", "prospects", "rests", "norms")
    assert not any(getattr(PLAIN, name) for name in said)


def test_a_framework_is_a_family_of_its_own_and_exact_unless_it_says_otherwise():
    assert PLAIN.family_of({}) == "plain"
    assert PLAIN.is_exact({})
    assert PLAIN.defaults() == {"first": None, "second": 3}


def test_a_claim_is_worded_by_the_framework():
    assert PLAIN.word(Claim("a", "b", None, "1")) == "a comes before b"


@pytest.mark.parametrize("size", [0, 1, 2, 4])
def test_the_pairs_of_a_view_are_those_of_different_options_in_order(size: int):
    view = View(options=tuple("abcd"[:size]))
    assert view.pairs == tuple(permutations(range(size), 2))
    assert list(PLAIN.compare(view, EXACT).margins) == [(None, a, b) for a, b in view.pairs]
