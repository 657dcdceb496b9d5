"""Modesty: how much options take for granted that is in dispute."""

import pytest

from argue.errors import CaseError
from frameworks.modesty import FRAMEWORK
from tests.frameworks.seen import analysed, said_alone, sentence

PLANS = """
title: Three plans for a region
options:
  dam: {text: Build the dam, irreversible: %s, rests_on: [rain, taste]}
  wells: {text: Dig wells, rests_on: [rain, water, known]}
  wait: {text: Wait, rests_on: [known]}
facts:
  rain: {text: It will rain as much as before, status: %s, credence: 0.9}
  water: {text: There is water below, status: disputed, credence: 0.8}
  taste: {text: Lights at night are worth a valley, status: disputed}
  known: {text: The valley floods, status: agreed}
frameworks: [{id: modesty%s}]
"""


def said(irreversible="false", rain="disputed", given=""):
    return said_alone(PLANS % (irreversible, rain, given), "modesty")


def test_what_rests_on_less_that_is_disputed_is_the_more_modest():
    """Two disputed premises each for dam and wells; what is agreed does not count."""
    assert said() == {"dam": "forbidden", "wells": "forbidden", "wait": "required"}
    found = analysed(PLANS % ("false", "disputed", ""))
    assert {(r.better, r.worse) for r in found.sources[0].reasons} == {
        ("wait", "dam"),
        ("wait", "wells"),
    }


@pytest.mark.parametrize(
    ("irreversible", "given", "less_modest"),
    [
        ("true", "", "dam"),
        ("false", ", counts: doubt", "dam"),
        ("false", "", None),
        ("true", ", irreversible: 1", None),
    ],
)
def test_what_cannot_be_undone_counts_more_and_doubt_may_be_weighed(
    irreversible, given, less_modest
):
    """Doubt: 0.1 + 0.5 for the dam against 0.1 + 0.2 for the wells."""
    found = analysed(PLANS % (irreversible, "disputed", given))
    pairs = {(r.better, r.worse) for r in found.sources[0].reasons} - {
        ("wait", "dam"),
        ("wait", "wells"),
    }
    assert pairs == ({("wells", "dam")} if less_modest else set())


def test_a_premise_that_is_settled_counts_no_more_however_it_falls():
    for status in ("agreed", "assumed", "denied"):
        found = analysed(PLANS % ("false", status, ""))
        margins = {(r.worse, m) for r in found.sources[0].reasons for m in r.margins.values()}
        assert margins == {("dam", 1), ("wells", 1)}


def test_it_is_silent_where_nothing_is_said_of_premises():
    text = (PLANS % ("false", "disputed", "")).replace("rests_on", "x-rests")
    assert set(said_alone(text, "modesty").values()) == {"silent"}
    assert "rests_on" in analysed(text).sources[0].missing


def test_an_unknown_premise_is_refused_where_it_stands():
    with pytest.raises(CaseError, match=r"case:4:\d+: .*snow"):
        analysed((PLANS % ("false", "disputed", "")).replace("[rain, taste]", "[rain, snow]"))


def test_a_fact_that_options_rest_on_is_not_reported_as_idle():
    assert "W004" not in {n.code for n in analysed(PLANS % ("false", "disputed", "")).notices}


def test_sentence():
    assert sentence(FRAMEWORK).startswith('"keep" takes less for granted')


def test_a_doubt_is_what_the_credence_leaves_and_a_half_without_one():
    """Dam: 0.1 and 0.5; wells: 0.1 and 0.2."""
    found = analysed(PLANS % ("false", "disputed", ", counts: doubt")).sources[0]
    margins = {(r.better, r.worse): float(m) for r in found.reasons for m in r.margins.values()}
    assert margins == pytest.approx(
        {("wells", "dam"): 0.3, ("wait", "dam"): 0.6, ("wait", "wells"): 0.3}
    )
