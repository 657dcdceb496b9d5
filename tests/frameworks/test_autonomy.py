"""Autonomy: how many are interfered with, and whether their own good is an excuse."""

import pytest

from frameworks.autonomy import FRAMEWORK
from tests.frameworks.seen import analysed, said_alone, sentence

BRIDGE = """
title: Someone about to step on an unsafe bridge
options:
  hold: {text: Hold them back, coerces: [walker]}
  lie: {text: Tell them it is closed, deceives: [walker, keeper]}
  shout: {text: Shout a warning}
standpoints: {walker: {}, keeper: {count: 3}}
payoffs:
  hold: {walker: 5, keeper: 0}
  lie: {walker: 5, keeper: -1}
  shout: {walker: 4, keeper: 0}
frameworks: [{id: autonomy%s}]
"""
"""After Mill 1859, chapter 5."""


def margins(text):
    reasons = analysed(text).sources[0].reasons
    return {(r.better, r.worse): int(m) for r in reasons for m in r.margins.values()}


def test_persons_interfered_with_are_counted():
    assert margins(BRIDGE % "") == {
        ("shout", "hold"): 1,
        ("shout", "lie"): 4,
        ("hold", "lie"): 3,
    }
    assert said_alone(BRIDGE % "", "autonomy")["shout"] == "required"


def test_their_own_good_excuses_where_that_is_asked():
    """Whoever is held back is the better for it; the keeper who is lied to is not."""
    text = BRIDGE % ", own_good: excused"
    assert margins(text) == {("shout", "lie"): 3, ("hold", "lie"): 3}
    assert said_alone(text, "autonomy")["hold"] == "allowed"


@pytest.mark.parametrize(("effect", "counted"), [("0", 0), ("1/2", 0), ("-1/100", 1)])
def test_who_is_no_worse_off_is_excused_exactly_to_the_border(effect: str, counted: int):
    text = (BRIDGE % ", own_good: excused").replace("hold: {walker: 5", f"hold: {{walker: {effect}")
    assert margins(text).get(("shout", "hold"), 0) == counted


def test_what_counts_as_interfering_can_be_narrowed():
    assert margins(BRIDGE % ", wrongs: [coerces]") == {("shout", "hold"): 1, ("lie", "hold"): 1}


def test_consent_is_no_interference():
    agreed = (BRIDGE % "").replace("walker: {}", "walker: {consent: true}")
    assert margins(agreed) == {("shout", "lie"): 3, ("hold", "lie"): 3}


def test_it_needs_no_numbers_unless_their_good_is_an_excuse():
    start, end = (BRIDGE % "").index("payoffs:"), (BRIDGE % "").index("frameworks:")
    bare = (BRIDGE % "")[:start] + (BRIDGE % "")[end:]
    assert said_alone(bare, "autonomy")["shout"] == "required"
    excused = bare.replace("{id: autonomy}", "{id: autonomy, own_good: excused}")
    assert said_alone(excused, "autonomy")["shout"] == "silent"


@pytest.mark.parametrize("given", ["", ", own_good: excused"])
def test_persons_are_counted_and_never_weighed_against_each_other(given: str):
    apart = "scale: {comparable: false}\n" + BRIDGE % given
    assert said_alone(apart, "autonomy") == said_alone(BRIDGE % given, "autonomy")
    assert said_alone(apart, "autonomy")["lie"] == "forbidden"


@pytest.mark.parametrize(("enough", "verdict"), [(0, "forbidden"), (1, "allowed")])
def test_few_enough_interfered_with_can_be_enough(enough, verdict):
    text = BRIDGE % f", mode: {{enough: {enough}}}"
    assert said_alone(text, "autonomy")["hold"] == verdict


def test_sentence():
    assert sentence(FRAMEWORK) == (
        '"sell" coerces or deceives more people without their consent than "keep"'
    )
