"""Humanity and constraints: what may not be done to a person, by Kant, Foot, Thomson and Moore."""

from dataclasses import replace
from fractions import Fraction as F

import pytest

from argue.errors import CaseError, FrameworkError
from argue.model.numbers import EXACT
from frameworks.deontic import FRAMEWORK as DEONTIC
from frameworks.deontic import shortfalls
from frameworks.humanity import FRAMEWORK as HUMANITY
from tests.frameworks.seen import analysed, said_alone, sentence, statuses, view_for

SWITCH = """
title: The trolley and the switch
options: {turn: Turn the trolley onto the one, wait: Let it run into the five}
standpoints: {one: {}, five: {count: 5}}
payoffs: {turn: {one: -100, five: 0}, wait: {one: 0, five: -100}}
frameworks: [humanity, deontic, welfare]
"""
FOOTBRIDGE = SWITCH.replace(
    "turn: Turn the trolley onto the one", "turn: {text: Push the one, uses_as_means: [one]}"
)
TRANSPLANT = FOOTBRIDGE.replace("uses_as_means", "breaches_right_of")
PROMISE = """
title: A lying promise
options: {lie: {text: Borrow with a lying promise, deceives: [lender]}, ask: Ask for a gift}
standpoints: {lender: {}, borrower: {agent: true}}
frameworks: [humanity]
"""


def test_turning_the_trolley_uses_nobody_so_that_neither_test_has_a_word_on_it():
    analysis = analysed(SWITCH)
    assert {str(word) for word in analysis.alone["humanity"].values()} == {"silent"}
    assert {str(word) for word in analysis.alone["deontic"].values()} == {"silent"}
    missing = {source.id: source.missing for source in analysis.sources}
    assert missing["humanity"] == (
        "the case says of no option whom it uses merely as a means, deceives or coerces"
    )


@pytest.mark.parametrize("source", ["humanity", "deontic"])
def test_pushing_the_one_off_the_footbridge_uses_him(source):
    assert said_alone(FOOTBRIDGE, source) == {"turn": "forbidden", "wait": "required"}
    assert said_alone(FOOTBRIDGE, "welfare") == {"turn": "required", "wait": "forbidden"}


def test_the_surgeon_breaches_a_right_which_is_a_constraint_but_no_case_of_using_as_stated():
    assert said_alone(TRANSPLANT, "deontic") == {"turn": "forbidden", "wait": "required"}
    assert said_alone(TRANSPLANT, "humanity") == {"turn": "silent", "wait": "silent"}


def test_a_lying_promise_fails_without_any_numbers():
    assert statuses(PROMISE) == {"lie": "impermissible", "ask": "obligatory"}


def test_consent_undoes_the_wrong():
    agreed = FOOTBRIDGE.replace("one: {},", "one: {consent: [turn]},")
    assert said_alone(agreed, "humanity") == {"turn": "allowed", "wait": "allowed"}
    elsewhere = FOOTBRIDGE.replace("one: {},", "one: {consent: [wait]},")
    assert said_alone(elsewhere, "humanity") == {"turn": "forbidden", "wait": "required"}


def test_a_challenge_by_the_person_used_is_heard():
    raised = FOOTBRIDGE + (
        "challenges: [{id: aggressor, question: aggressor, status: accepted, because: he did it, "
        "against: {framework: humanity, voice: one}}]\n"
    )
    assert said_alone(raised, "humanity") == {"turn": "allowed", "wait": "allowed"}


def test_where_every_option_wrongs_somebody_the_tests_are_silent():
    both = FOOTBRIDGE.replace(
        "wait: Let it run into the five", "wait: {text: Trap the five, uses_as_means: [five]}"
    )
    assert said_alone(both, "humanity") == {"turn": "silent", "wait": "silent"}
    assert said_alone(both, "deontic") == {"turn": "silent", "wait": "silent"}


@pytest.mark.parametrize(
    ("threshold", "verdict"),
    [(399, "allowed"), (400, "allowed"), (401, "forbidden"), ("400.5", "forbidden")],
)
def test_the_threshold_is_met_exactly_by_the_good_above_the_best_clean_option(threshold, verdict):
    """Five lives against one: 400 above waiting, for one person wronged."""
    given = FOOTBRIDGE.replace(
        "[humanity, deontic, welfare]", f"[{{id: deontic, threshold: {threshold}}}]"
    )
    assert said_alone(given, "deontic")["turn"] == verdict
    if verdict == "forbidden":
        (reason,) = analysed(given).sources[0].reasons
        assert list(reason.margins.values()) == [F(str(threshold)) - 400]


@pytest.mark.parametrize(
    ("given", "short"), [({"threshold": 450}, [50, 0]), ({"threshold": 400}, [0, 0]), ({}, [1, 0])]
)
def test_what_is_lacking_from_an_excuse_is_told_in_units_of_the_good(given, short):
    view = view_for(DEONTIC, {"turn": [-100, 0], "wait": [0, -100]}, counts=[1, 5], **given)
    assert shortfalls(view, EXACT, [[True, False], [False, False]]) == short


@pytest.mark.parametrize("name", ["humanity", "deontic"])
def test_without_a_threshold_every_wrong_counts_once(name: str):
    (source,) = (s for s in analysed(FOOTBRIDGE).sources if s.id == name)
    assert {margin for reason in source.reasons for margin in reason.margins.values()} == {1}


def test_each_person_wronged_speaks_for_every_option_that_wrongs_nobody():
    view = replace(
        view_for(HUMANITY, {"use": [0, 0], "lie": [0, 0], "ask": [0, 0]}),
        wrongs={
            "uses_as_means": [[True, False], [False, False], [False, False]],
            "deceives": [[False, False], [True, True], [False, False]],
        },
    )
    found = HUMANITY.compare(view, EXACT)
    assert found.passes == [-1, -1, 1]
    assert found.margins == {("p0", 2, 0): 1, ("p0", 2, 1): 1, ("p1", 2, 1): 1}


def test_a_threshold_is_met_by_nothing_where_every_option_wrongs_somebody():
    both = FOOTBRIDGE.replace(
        "wait: Let it run into the five", "wait: {text: Trap the five, uses_as_means: [five]}"
    ).replace("[humanity, deontic, welfare]", "[{id: deontic, threshold: 1}]")
    assert said_alone(both, "deontic") == {"turn": "silent", "wait": "silent"}


def test_the_threshold_grows_with_the_number_of_persons_wronged():
    two = FOOTBRIDGE.replace("one: {},", "one: {count: 2},")
    for threshold, verdict in ((150, "allowed"), (151, "forbidden")):
        given = two.replace(
            "[humanity, deontic, welfare]", f"[{{id: deontic, threshold: {threshold}}}]"
        )
        assert said_alone(given, "deontic")["turn"] == verdict


def test_absolute_constraints_need_no_comparison_of_persons_and_thresholds_do():
    apart = FOOTBRIDGE + "scale: {comparable: false}\n"
    assert said_alone(apart, "deontic")["turn"] == "forbidden"
    summed = apart.replace("[humanity, deontic, welfare]", "[{id: deontic, threshold: 10}]")
    assert said_alone(summed, "deontic")["turn"] == "silent"


def test_the_wrongs_that_count_can_be_chosen_among_those_known():
    given = PROMISE.replace("[humanity]", "[{id: humanity, wrongs: [coerces]}]")
    assert said_alone(given, "humanity") == {"lie": "silent", "ask": "silent"}
    with pytest.raises(CaseError, match=r"5:38.*wrongs\[0\] cannot be \"insults\""):
        analysed(PROMISE.replace("[humanity]", "[{id: humanity, wrongs: [insults]}]"))
    with pytest.raises(FrameworkError, match="not none"):
        analysed(PROMISE.replace("[humanity]", "[{id: humanity, wrongs: []}]"))


def test_the_two_tests_count_as_one_family():
    shared = analysed(FOOTBRIDGE).shared
    assert shared.allowed_by == {"turn": (1, 2), "wait": (1, 2)}


def test_sentences_name_the_wrongs_that_count():
    assert sentence(HUMANITY) == (
        '"sell" uses, deceives or coerces the tenants without consent; "keep" does so to nobody'
    )
    assert sentence(HUMANITY, wrongs=("coerces",)) == (
        '"sell" coerces the tenants without consent; "keep" does so to nobody'
    )
    assert "doing 2.5 points too little good" in sentence(DEONTIC, threshold=1)
    assert "breaches a right of" in sentence(DEONTIC)
