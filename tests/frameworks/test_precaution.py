"""Precaution: credible catastrophe, how grave, how likely, and whether it can be undone."""

from dataclasses import replace
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.errors import FrameworkError
from argue.model.numbers import EXACT
from frameworks.precaution import EITHER, FRAMEWORK, threats
from tests.frameworks.seen import analysed, said_alone, sentence, statuses, view_for

RELEASE = """
title: A new organism
options:
  release: {text: Release it now, irreversible: true}
  trial: Try it in a closed field
  never: Leave it in the laboratory
standpoints: {public: {count: 1000}, farmers: {count: 10}}
payoffs:
  release: {public: {lottery: [[0.99, 5], [0.01, -200]]}, farmers: 20}
  trial: {public: {lottery: [[0.9, 1], [0.1, -20]]}, farmers: 5}
  never: {public: 0, farmers: 0}
frameworks: [{id: precaution, catastrophe: -100%s}, welfare]
"""


def test_a_catastrophe_that_an_average_hides_rules_an_option_out():
    """On average releasing is worth 2.95 to each of the public, more than anything else."""
    assert said_alone(RELEASE % "", "welfare")["release"] == "required"
    assert said_alone(RELEASE % "", "precaution") == {
        "release": "forbidden",
        "trial": "allowed",
        "never": "allowed",
    }


@pytest.mark.parametrize(
    ("credible", "verdict"),
    [("0", "forbidden"), ("1/100", "forbidden"), ("0.0101", "allowed"), ("1", "allowed")],
)
def test_a_chance_below_the_credible_one_does_not_count(credible, verdict):
    assert said_alone(RELEASE % f", credible: {credible}", "precaution")["release"] == verdict


def test_the_margin_is_the_loss_in_the_worst_case():
    source = analysed(RELEASE % "").sources[0]
    assert {(r.better, r.worse, r.voice) for r in source.reasons} == {
        ("trial", "release", "public"),
        ("never", "release", "public"),
    }
    assert {m for r in source.reasons for m in r.margins.values()} == {F(200)}


def test_only_what_cannot_be_undone_where_that_is_asked():
    undone = (RELEASE % ", damage: serious_and_irreversible").replace(", irreversible: true", "")
    assert said_alone(undone, "precaution")["release"] == "allowed"
    lasting = RELEASE % ", damage: serious_and_irreversible"
    assert said_alone(lasting, "precaution")["release"] == "forbidden"


def test_any_lasting_harm_counts_where_either_is_enough():
    mild = (RELEASE % ", damage: serious_or_irreversible").replace("-200", "-2")
    assert said_alone(mild, "precaution") == {
        "release": "forbidden",
        "trial": "allowed",
        "never": "allowed",
    }
    assert (
        said_alone(mild.replace(", irreversible: true", ""), "precaution")["release"] == "allowed"
    )


@pytest.mark.parametrize(
    ("damage", "number", "verdict"),
    [
        ("serious_or_irreversible", "-1/100", "forbidden"),
        ("serious_or_irreversible", "0", "allowed"),
        ("serious_and_irreversible", "-100", "forbidden"),
        ("serious_and_irreversible", "-99", "allowed"),
        ("serious", "-100", "forbidden"),
        ("serious", "-99", "allowed"),
    ],
)
def test_what_counts_as_damage_is_exact_to_the_border(damage: str, number: str, verdict: str):
    text = (RELEASE % f", damage: {damage}").replace("-200", number)
    assert said_alone(text, "precaution")["release"] == verdict


@pytest.mark.parametrize(("credible", "verdict"), [("1/100", "forbidden"), ("1/50", "allowed")])
def test_a_lasting_harm_too_must_be_likely_enough(credible: str, verdict: str):
    given = f", damage: serious_or_irreversible, credible: {credible}"
    assert (
        said_alone((RELEASE % given).replace("-200", "-1/100"), "precaution")["release"] == verdict
    )


def test_what_can_be_undone_is_no_threat_beside_what_cannot():
    """Trial and never are alike where only lasting damage counts, though trial may do harm."""
    text = (RELEASE % ", damage: serious_and_irreversible").replace("-20]", "-200]")
    (source,) = (s for s in analysed(text).sources if s.id == "precaution")
    assert {(r.better, r.worse) for r in source.reasons} == {
        ("trial", "release"),
        ("never", "release"),
    }
    assert {margin for r in source.reasons for margin in r.margins.values()} == {200}


def test_where_everything_threatens_catastrophe_it_is_silent():
    doomed = (RELEASE % "").replace("-20]", "-101]").replace("public: 0,", "public: -100,")
    assert set(said_alone(doomed, "precaution").values()) == {"silent"}


def test_a_disputed_catastrophe_leaves_the_option_contested():
    """A chance belongs in a lottery; a dispute about what is so is not averaged away."""
    disputed = (RELEASE % "").replace(
        "{lottery: [[0.99, 5], [0.01, -200]]}", "{if: toxic, then: -200, else: 5}"
    )
    disputed += "facts: {toxic: {text: It is toxic, status: disputed, credence: 0.01}}\n"
    assert said_alone(disputed, "precaution")["release"] == "contested"


def test_numbers_within_bounds_are_told_apart_at_the_catastrophe():
    wide = (RELEASE % "").replace("{lottery: [[0.99, 5], [0.01, -200]]}", "[-150, 5]")
    assert said_alone(wide, "precaution")["release"] == "contested"
    assert said_alone(wide.replace("[-150, 5]", "[-99, 5]"), "precaution")["release"] == "allowed"


@pytest.mark.parametrize("written", ["", ", catastrophe: 0", ", catastrophe: 3"])
def test_without_a_bound_below_zero_there_is_no_catastrophe_to_speak_of(written):
    with pytest.raises(FrameworkError, match="precaution needs `catastrophe`"):
        statuses((RELEASE % "").replace(", catastrophe: -100", written))


@given(st.integers(1, 99), st.integers(1, 99))
def test_a_lottery_within_a_lottery_has_the_chances_multiplied(first, second):
    nested = (
        f"{{lottery: [[{first}/100, {{lottery: [[{second}/100, -200], [{100 - second}/100, 0]]}}], "
        f"[{100 - first}/100, 1]]}}"
    )
    text = (RELEASE % ", credible: 0.25").replace("{lottery: [[0.99, 5], [0.01, -200]]}", nested)
    expected = "forbidden" if first * second >= 2500 else "allowed"
    assert said_alone(text, "precaution")["release"] == expected


@pytest.mark.parametrize(("chance", "worst"), [("0", 0), ("1/100", 200), ("1", 200)])
@pytest.mark.parametrize("damage", ["serious", "serious_or_irreversible"])
def test_what_has_no_chance_threatens_nobody(chance: str, worst: int, damage: str):
    view = replace(
        view_for(FRAMEWORK, {"a": [0]}, catastrophe=-100, damage=damage),
        prospects=[[((F(chance), F(-200)), (1 - F(chance), F(5)))]],
        irreversible=[True],
    )
    assert threats(view, EXACT) == [[worst]]


@pytest.mark.parametrize(("credible", "worst"), [(F(1, 100), F(1, 5)), (F(1, 50), 0)])
def test_a_slight_gain_is_no_harm_however_likely(credible: F, worst: F):
    view = replace(
        view_for(FRAMEWORK, {"a": [0]}, catastrophe=-9, damage=EITHER, credible=credible),
        prospects=[[((F(1, 100), F(-1, 5)), (F(1, 2), F(1, 2)), (F(49, 100), F(0)))]],
        irreversible=[True],
    )
    assert threats(view, EXACT) == [[worst]]


def test_who_does_not_exist_is_not_threatened():
    view = replace(
        view_for(FRAMEWORK, {"a": [0, 0]}, catastrophe=-100), prospects=[[(), ((F(1), F(-150)),)]]
    )
    assert threats(view, EXACT) == [[0, 150]]


def test_its_sentence():
    assert "a credible catastrophe, a loss of 2.5 points" in sentence(FRAMEWORK)
