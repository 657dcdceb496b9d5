"""Maxims that contradict themselves, doubts about a test, and how acceptable people find acts."""

from fractions import Fraction
from math import exp

import pytest

from argue.errors import CaseError, UnfitCase
from argue.model.framework import Claim, View
from argue.model.numbers import EXACT
from argue.norms.human.models import Situation, universalization
from argue.report import render
from argue.verdict.graded import graded
from frameworks.universalization import FRAMEWORK, acceptable
from tests.frameworks.seen import analysed, said_alone

MAXIMS = """
title: A loan
options: {lie: Promise falsely to pay back, ask: Ask for a gift, wait: Do without}
universal:
  lie: {all: %s, nobody: 0, conceivable: %s, means: {all: %s, alone: 0.9}, own: {all: 2, nobody: 0}}
  ask: {all: 1, nobody: 0, means: {all: 0.3, alone: 0.4}, own: {all: -3, nobody: 0}}
  wait: {all: 0, nobody: 0, own: {all: 0, nobody: 0}}
frameworks: [{id: universalization%s}]
"""


def alone_in(will=1, conceivable="true", success=0.5, given=""):
    return said_alone(MAXIMS % (will, conceivable, success, given), "universalization")


def test_what_cannot_be_conceived_of_all_fails_whatever_its_utility():
    assert alone_in()["lie"] == "allowed"
    found = analysed(MAXIMS % (1, "false", 0.5, ""))
    assert found.alone["universalization"] == {
        "lie": "forbidden",
        "ask": "allowed",
        "wait": "allowed",
    }
    reasons = found.sources[0].reasons
    assert {(r.better, r.worse, r.voice) for r in reasons} == {
        ("ask", "lie", "conception"),
        ("wait", "lie", "conception"),
    }
    assert alone_in(conceivable="false", given=", conception: ignored")["lie"] == "allowed"


@pytest.mark.parametrize(
    ("success", "given", "verdict"),
    [
        (0, "", "forbidden"),
        (0.05, "", "forbidden"),
        (0.06, "", "allowed"),
        (0.06, ", frustrated: 0.1", "forbidden"),
        (0, ", conception: ignored", "allowed"),
    ],
)
def test_an_end_that_everyones_doing_it_would_frustrate_fails_the_practical_test(
    success, given, verdict
):
    """Korsgaard 1996: who promises falsely makes use of what all doing so would destroy.

    An end that is out of reach anyway is not frustrated.
    """
    assert alone_in(success=success, given=given)["lie"] == verdict
    assert alone_in(success=success, given=given)["ask"] == "allowed"
    for alone in ("0.04", "0.05"):
        hopeless = (MAXIMS % (1, "true", success, given)).replace("alone: 0.9", f"alone: {alone}")
        assert said_alone(hopeless, "universalization")["lie"] == "allowed"


def test_conception_and_will_are_told_apart_and_both_are_told():
    found = analysed(MAXIMS % (-4, "false", 0, ""))
    voices = {r.voice: set(r.margins.values()) for r in found.sources[0].reasons}
    assert voices == {None: {4}, "conception": {1}, "means": {Fraction(9, 10)}}


def test_the_will_may_be_the_agents_own():
    """The social version is the default; the agent alone would not will to be asked by everyone."""
    assert alone_in()["ask"] == "allowed"
    assert alone_in(given=", will: own") == {
        "lie": "allowed",
        "ask": "forbidden",
        "wait": "allowed",
    }
    text = (MAXIMS % (1, "true", 0.5, ", will: own")).replace(", own: {all: 2, nobody: 0}", "")
    with pytest.raises(UnfitCase, match=r"case:8:\d+: .*universal\.lie\.own"):
        analysed(text)


HOOK = """
title: The new hook
options: {hook: Use the new hook, none: Keep to the old one}
universal:
  hook: {shape: threshold, population: 40, interested: 20, threshold: [4, 7], gain: 1, loss: 5}
  none: refrain
frameworks: [{id: universalization, tau: %s, beta: %s}]
challenges:
  - question: %s
    against: {framework: universalization, worse: hook}
    status: %s
"""

SHAPED = "{shape: threshold, population: 40, interested: %s, threshold: [4, 7], gain: 1, loss: 5}"
"""What a challenge puts forward: only so many would want to use the hook."""


@pytest.mark.parametrize("cq", ["interested", "restricted", "assurance", "no_threshold"])
def test_a_critical_question_upheld_takes_the_failure_away(cq):
    said = {s: analysed(HOOK % (1, 0, cq, s)).status("hook") for s in ("accepted", "refuted")}
    assert said == {"accepted": "permissible", "refuted": "impermissible"}
    raised = analysed(HOOK % (1, 0, cq, "raised"))
    assert raised.status("hook") == "contested"
    assert [a.name for a in raised.attribution["hook"]] == ["challenge1"]


@pytest.mark.parametrize(
    ("cq", "reading", "verdict"),
    [
        ("interested", SHAPED % 3, "permissible"),
        ("interested", SHAPED % 6, "impermissible"),
        ("restricted", "{all: 2, nobody: 0}", "permissible"),
        ("assurance", "{all: -5, nobody: -5}", "permissible"),
        ("assurance", "{all: -5, nobody: -4}", "impermissible"),
        (
            "no_threshold",
            "{shape: aggregation, population: 40, interested: 20, gain: 1, loss: 0}",
            "permissible",
        ),
        (
            "no_threshold",
            "{shape: aggregation, population: 40, interested: 20, gain: 1, loss: 2}",
            "impermissible",
        ),
    ],
)
def test_a_critical_question_with_data_of_its_own_is_tested_by_them(cq, reading, verdict):
    """A doubt about the data does not clear an act that fails on the data it puts forward."""
    text = HOOK % (1, 0, cq, "accepted") + f"    universal: {reading}\n"
    assert analysed(text).status("hook") == verdict
    refuted = HOOK % (1, 0, cq, "refuted") + f"    universal: {reading}\n"
    assert analysed(refuted).status("hook") == "impermissible"


def test_data_put_forward_can_make_a_narrow_description_fail():
    text = (HOOK % (1, 0, "gerrymandered", "raised")).replace("interested: 20", "interested: 1")
    text += f"    universal: {SHAPED % 20}\n"
    assert analysed(text).status("hook") == "contested"


@pytest.mark.parametrize(
    "target", ["{framework: universalization}", "{source: universalization, worse: hook}"]
)
def test_data_are_put_forward_against_one_option_only(target):
    text = HOOK % (1, 0, "interested", "raised") + "    universal: refrain\n"
    with pytest.raises(CaseError, match="C056"):
        analysed(text.replace("{framework: universalization, worse: hook}", target))


def test_the_graded_model_is_a_figure_beside_the_verdict():
    """It is the model of argue.norms.human, and moves no status."""
    text = HOOK % ("2.374", "0.847", "interested", "raised") + f"    universal: {SHAPED % 3}\n"
    found = analysed(text)
    figures = {f.challenges["challenge1"]: f.acceptable for f in graded(found.case)}
    for upheld, utility in ((True, 1), (False, -5)):
        situation = Situation(lambda n, u=utility: float(u) if n else 0.0, interested=20)
        expected = universalization(situation, tau=2.374, beta=0.847)
        assert float(figures[upheld]["hook"]) == pytest.approx(expected, rel=1e-12)
    assert float(figures[True]["none"]) == pytest.approx(0.30006, abs=1e-5)
    assert "expects this share of people to find it acceptable: 0.82 for" in " ".join(
        render(found).split()
    )
    plain = analysed(text.replace("tau: 2.374, beta: 0.847", "rule: test"))
    assert plain.statuses == found.statuses
    assert graded(plain.case) == ()
    assert plain.to_dict()["graded"] == []


@pytest.mark.parametrize("given", [{}, {"beta": Fraction(-1, 2)}, {"beta": 3}])
def test_the_graded_model_is_its_formula(given):
    beta = float(given.get("beta", 0))
    utilities = [Fraction(n, 4) for n in (-9, -3, -1, 0, 1, 3, 9)]
    view = View(
        options=tuple("abcdefg"),
        universal=[(utility, Fraction(1, 4)) for utility in utilities],
        parameters={**FRAMEWORK.defaults(), "tau": 2, **given},
    )
    expected = [1 / (1 + exp(2 * (0.25 - float(u)) + beta)) for u in utilities]
    assert [float(chance) for chance in acceptable(view, EXACT)] == pytest.approx(expected)


def test_the_graded_model_never_overflows():
    extreme = HOOK.replace("loss: 5", "loss: 1e9") % (1000, -5, "interested", "refuted")
    (figures,) = graded(analysed(extreme).case)
    assert figures.acceptable["hook"] == 0
    assert 0.99 < figures.acceptable["none"] <= 1


@pytest.mark.parametrize("voice", [None, "conception", "means"])
@pytest.mark.parametrize("given", [{}, {"will": "own"}, {"rule": "best"}])
def test_every_contradiction_has_a_sentence(voice, given):
    claim = Claim("keep", "sell", voice, "2.5 points", {**FRAMEWORK.defaults(), **given})
    text = FRAMEWORK.word(claim)
    assert len(text.split()) <= 25, text
    assert '"sell"' in text
    assert '"keep"' in text
