"""Universalization: what if everyone who wants to felt free to do it? A test, not a ranking."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from argue.model.case import Maxim
from argue.model.framework import Claim, View
from argue.model.numbers import EXACT
from argue.model.verdict import Outcome, Status
from argue.verdict.statuses import outcome_of
from frameworks.universalization import FRAMEWORK, compare, surplus
from tests.laws.drawing import Document
from tests.laws.enumeration import argued


def seen(*pairs: tuple[int, int], rule: str = "test") -> View:
    return View(
        options=tuple("abcd"[: len(pairs)]),
        universal=[(Fraction(everyone), Fraction(nobody)) for everyone, nobody in pairs],
        parameters={**FRAMEWORK.defaults(), "rule": rule},
    )


def test_an_option_passes_if_all_doing_it_is_no_worse_than_nobody_doing_it():
    view = seen((0, 0), (-1, 0), (2, 3), (5, 1))
    assert surplus(view, EXACT) == [0, -1, -1, 4]
    assert compare(view, EXACT).passes == [1, -1, -1, 1]


def test_what_passes_is_favoured_over_what_fails_by_the_harm_and_over_nothing_else():
    found = {k: m for k, m in compare(seen((0, 0), (-3, 0), (1, 0)), EXACT).margins.items() if m}
    assert found == {(None, 0, 1): 3, (None, 2, 1): 3}


def test_a_maxim_that_contradicts_itself_fails_as_one_that_harms_does():
    """Broken in conception, frustrated in its end, harmful, and harmless."""
    maxims = [
        Maxim(conceivable=False),
        Maxim(means=(Fraction(1, 20), Fraction(9, 10))),
        Maxim(),
        Maxim(means=(Fraction(1, 2), Fraction(1))),
    ]
    view = replace(seen((0, 0), (0, 0), (-3, 0), (0, 0)), maxims=maxims)
    found = compare(view, EXACT)
    assert found.passes == [-1, -1, -1, 1]
    speaking = {key: margin for key, margin in found.margins.items() if margin}
    assert speaking == {
        ("conception", 3, 0): 1,
        ("means", 3, 1): Fraction(17, 20),
        (None, 3, 2): 3,
    }
    ignoring = replace(view, parameters={**view.parameters, "conception": "ignored"})
    assert compare(ignoring, EXACT).passes == [1, 1, -1, 1]


def test_by_ones_own_will_it_is_the_agents_own_gain_that_counts():
    view = replace(
        seen((-9, 0), (5, 0)),
        maxims=[
            Maxim(own=(Fraction(-1), Fraction(-3))),
            Maxim(own=(Fraction(1), Fraction(3, 2))),
        ],
    )
    assert surplus(view, EXACT) == [-9, 5]
    own = replace(view, parameters={**view.parameters, "will": "own"})
    assert surplus(own, EXACT) == [2, Fraction(-1, 2)]


def test_as_a_ranking_it_compares_what_happens_if_everyone_does_it():
    found = compare(seen((1, 0), (3, 9), rule="best"), EXACT).margins
    assert found == {(None, 0, 1): -2, (None, 1, 0): 2}


def pond(interested: int, **more: Any) -> Document:
    """The fishing vignette of Levine et al. 2020: a hook that would empty the pond if many used it.

    Of twenty families up to three may use it without harm; with seven the fish are gone.
    """
    shape = {"shape": "threshold", "population": 20, "interested": interested}
    hook = {**shape, "threshold": [4, 7], "gain": 1, "loss": 10, **more}
    return {
        "title": "The new hook",
        "options": {"hook": "use the new hook", "none": "use the old one"},
        "universal": {"hook": hook, "none": "refrain"},
        "frameworks": ["universalization"],
    }


@pytest.mark.parametrize("interested", [1, 3, 4])
def test_the_hook_is_allowed_where_few_want_it(interested: int):
    assert argued(pond(interested)).having(Status.PERMISSIBLE) == {"hook", "none"}


@pytest.mark.parametrize("interested", [5, 7, 20])
def test_the_hook_is_wrong_where_many_want_it(interested: int):
    drawn = argued(pond(interested))
    assert drawn.statuses == {"hook": Status.IMPERMISSIBLE, "none": Status.OBLIGATORY}


def test_without_a_threshold_what_does_good_to_each_does_good_to_all():
    case = pond(20)
    case["universal"]["hook"] = {
        "shape": "aggregation",
        "population": 20,
        "interested": 20,
        "gain": 2,
        "loss": 1,
    }
    assert argued(case).having(Status.PERMISSIBLE) == {"hook", "none"}


def test_if_everything_fails_the_test_says_nothing():
    universal = {o: {"all": -1, "nobody": 0} for o in ("hook", "none")}
    drawn = argued({**pond(20), "universal": universal})
    assert drawn.sources[0].missing == "no option passes its test"
    assert outcome_of(drawn.case, drawn.sources, drawn.statuses) is Outcome.SILENT


def test_a_disputed_fact_may_decide_whether_an_option_passes():
    case = pond(20) | {"facts": {"many": {"status": "disputed"}}}
    case["universal"]["hook"] = {"all": {"if": "many", "then": -10, "else": 1}, "nobody": 0}
    drawn = argued(case)
    assert drawn.positions == {
        (frozenset({"none"}), frozenset()),
        (frozenset({"hook", "none"}), frozenset()),
    }


def test_a_failed_test_is_worded_as_what_if_all_did_it():
    claim = Claim("none", "hook", None, "10", FRAMEWORK.defaults())
    failed = FRAMEWORK.word(claim)
    assert all(part in failed for part in ("everyone who wants to", '"hook"', "by 10"))
    best = FRAMEWORK.word(
        Claim("none", "hook", None, "10", {**FRAMEWORK.defaults(), "rule": "best"})
    )
    assert best != failed
    assert best.index('"none"') < best.index('"hook"')
