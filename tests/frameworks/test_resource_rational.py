"""Rules as a test, and the choice of the mechanism that is worth its cost of thought."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.model.framework import View
from argue.model.numbers import EXACT
from argue.report import render
from frameworks import resource_rational
from frameworks.resource_rational import DEFAULTS, choose
from frameworks.rules import FRAMEWORK as RULES
from tests.frameworks.seen import analysed, said_alone, sentence, statuses

HOUSE = """
title: A house painted blue
options: {paint: Paint it and share the sum, leave: Leave it as it is}
standpoints: {worker: {agent: true, cap: 1e9}, neighbour: {}, passers_by: {count: 100}}
scale: {unit: dollars}
facts: {summer: {status: disputed}}
payoffs:
  paint: {worker: 500, neighbour: %s, passers_by: 0}
  leave: {worker: 0, neighbour: 0, passers_by: 0}
norms: {property: {text: nobody's house is painted unasked, breached_by: [paint]%s}}
frameworks: [{id: thrifty, type: resource_rational%s}]
"""
UNIVERSAL = "universal: {paint: {all: 1, nobody: 0}, leave: refrain}\n"
PARAMETERS = resource_rational.FRAMEWORK.defaults()
ALL = tuple(DEFAULTS)


@pytest.mark.parametrize(
    ("stakes", "mechanism"),
    [
        (0, "rules"),
        (4, "rules"),
        (5, "universalization"),
        (20, "universalization"),
        (21, "welfare"),
        (40, "welfare"),
        (41, "virtual_bargaining"),
    ],
)
def test_the_more_is_at_stake_the_more_thought_is_worth_it(stakes, mechanism):
    """With the defaults each dearer mechanism pays from stakes of 4, 20 and 40; ties go cheap."""
    assert choose(PARAMETERS, Fraction(stakes), ALL).mechanism == mechanism


@given(
    st.integers(0, 200),
    st.integers(0, 9),
    st.lists(st.sampled_from(ALL), min_size=1, unique=True),
)
def test_the_choice_is_worth_at_least_as_much_as_any_other_that_has_its_data(
    stakes, cost, available
):
    given_ = {**PARAMETERS, "cost": cost}
    found = choose(given_, Fraction(stakes), available)
    assert found.mechanism in available
    assert set(found.worth) == set(available)
    for name in available:
        accuracy, effort = DEFAULTS[name]
        assert found.worth[name] == stakes * accuracy - cost * effort
        assert found.worth[found.mechanism] >= found.worth[name]


@given(st.integers(0, 60), st.integers(0, 60))
def test_dearer_thought_or_lower_stakes_never_call_for_more_effort(stakes, more):
    efforts = [
        DEFAULTS[choose({**PARAMETERS, "cost": cost}, Fraction(at), ALL).mechanism][1]
        for at, cost in ((stakes + more, 1), (stakes, 1), (stakes, 2))
    ]
    assert efforts == sorted(efforts, reverse=True)


def test_of_what_is_worth_the_same_the_least_effort_is_taken_then_the_first():
    alike = {f"accuracy_{name}": Fraction(1) for name in ALL}
    for cheapest in ALL:
        given_ = {**PARAMETERS, **alike, "cost": 0, f"effort_{cheapest}": Fraction(1, 2)}
        assert choose(given_, Fraction(9), ALL).mechanism == cheapest
    given_ = {**PARAMETERS, **alike, "cost": 0, **{f"effort_{name}": 1 for name in ALL}}
    assert choose(given_, Fraction(9), ALL[::-1]).mechanism == ALL[0]


def account(text):
    return analysed(text).case.frameworks[0].chosen


def test_the_chosen_mechanism_speaks_alone_and_says_what_it_would_say_itself():
    """Never an average: reasons, family and verdict are those of the one mechanism."""
    for stakes, mechanism in ((500, "virtual_bargaining"), (25, "welfare"), (1, "rules")):
        text = HOUSE % (-12, "", f", stakes: {stakes}")
        chosen = analysed(text)
        own = analysed(
            text.replace(f"type: resource_rational, stakes: {stakes}", f"type: {mechanism}")
        )
        assert chosen.case.frameworks[0].type == mechanism
        assert chosen.alone == own.alone
        assert chosen.statuses == own.statuses
        assert chosen.sources[0].family == own.sources[0].family
        said = [r.text([Fraction(1)]) for r in chosen.sources[0].reasons]
        assert said == [
            f"by {mechanism.replace('_', ' ')}: {r.text([Fraction(1)])}"
            for r in own.sources[0].reasons
        ]


def test_stakes_are_the_largest_difference_to_one_person_unless_stated():
    assert account(HOUSE % (-12, "", "")) == (
        "judges by virtual bargaining: at stakes of 500 dollars it is worth 467 after the cost of "
        "thought, against rules 249 and welfare 421; universalization lacks data here"
    )
    uncertain = HOUSE % ("{if: summer, then: -900, else: [-3, 4]}", "", "")
    assert "stakes of 904 dollars" in account(uncertain)
    lottery = HOUSE % ("{lottery: [[0.5, -600], [0.5, 0]]}", "", "")
    assert "stakes of 600 dollars" in account(lottery)


def test_only_mechanisms_with_their_data_are_considered():
    text = HOUSE % (-12, "", ", stakes: 10")
    assert account(text).startswith("judges by welfare")
    assert account(text + UNIVERSAL).startswith("judges by universalization")
    bare = "title: t\noptions: {a: A, b: B}\nframeworks: [resource_rational]\n"
    assert set(said_alone(bare, "resource_rational").values()) == {"silent"}
    assert "rules, universalization, welfare and virtual bargaining" in (
        analysed(bare).sources[0].missing
    )


def test_costs_and_accuracies_are_parameters():
    text = HOUSE % (-12, "", ", cost: 0")
    assert account(text).startswith("judges by virtual bargaining")
    assert account(HOUSE % (-12, "", ", cost: 1000")).startswith("judges by rules")
    assert account(HOUSE % (-12, "", ", accuracy_welfare: 1")).startswith("judges by welfare")
    assert account(HOUSE % (-12, "", ", effort_virtual_bargaining: 90")).startswith(
        "judges by welfare"
    )


def test_reports_and_data_say_what_was_chosen_and_why():
    found = analysed(HOUSE % (-12, "", ""))
    text = " ".join(render(found).split())
    assert "thrifty (virtual bargaining)" in text
    assert "Thrifty judges by virtual bargaining: at stakes of 500 dollars" in text
    (first, _) = found.to_dict()["sources"]
    assert first["chosen"] == found.case.frameworks[0].chosen
    assert first["title"] == "Virtual bargaining (chosen by thrifty)"


def test_rules_forbid_what_breaches_any_norm_that_applies():
    text = HOUSE.replace("type: resource_rational", "type: rules") % (-12, "", "")
    assert said_alone(text, "thrifty") == {"paint": "forbidden", "leave": "required"}
    seasonal = text.replace("breached_by: [paint]", "breached_by: [paint], when: summer")
    assert said_alone(seasonal, "thrifty")["paint"] == "contested"
    assert statuses(seasonal)["paint"] == "contested"
    permits = text.replace("breached_by: [paint]", "modality: permit, permits: [paint]")
    assert set(said_alone(permits, "thrifty").values()) == {"silent"}


def test_every_broken_rule_counts_alike():
    found = RULES.compare(View(options=("a", "b", "c"), breaches=[True, False, True]), EXACT)
    assert found.passes == [-1, 1, -1]
    assert found.margins == {(None, 1, 0): 1, (None, 1, 2): 1}


def test_rules_that_every_option_breaks_are_silent():
    text = HOUSE.replace("type: resource_rational", "type: rules") % (-12, "", "")
    text = text.replace("breached_by: [paint]", "breached_by: [paint, leave]")
    assert set(said_alone(text, "thrifty").values()) == {"silent"}


def test_sentence():
    assert sentence(RULES) == '"sell" breaks a rule that is in force; "keep" breaks none'
