"""Rules inferred from what people do: the update by hand, and what it converges to."""

import random
from dataclasses import replace
from fractions import Fraction as F
from math import e

import pytest

from argue.errors import ArgueError
from argue.model.study import Behaviour, Choice, Rule
from argue.norms.behaviour import beliefs, desired

PUSH = Rule("wait_turn", "push", False, frozenset({"queue"}), F(1, 10))


def choice(did: str, *holds: str) -> Choice:
    return Choice(frozenset(holds), {"push": F(1), "wait": F(0)}, did)


def after(*choices: Choice, rule: Rule = PUSH) -> float:
    return beliefs(Behaviour((rule,), choices))[0].probability


def test_desires_are_boltzmann_shares():
    shares = desired(choice("push"), F(1))
    assert shares["push"] == pytest.approx(e / (e + 1))
    assert desired(choice("push"), F(1, 100))["push"] == pytest.approx(1)


def test_a_rule_that_says_nothing_of_a_choice_is_believed_as_before():
    assert after(choice("push")) == pytest.approx(0.1)


def test_breaking_and_keeping_a_rule_move_belief_as_by_hand():
    share = e / (e + 1)
    broken = 0.1 * 0.1 / (0.1 * 0.1 + 0.9)
    assert after(choice("push", "queue")) == pytest.approx(broken)
    kept = 0.9 + 0.1 * (1 - share)
    assert after(choice("wait", "queue")) == pytest.approx(
        0.1 * kept / (0.1 * kept + 0.9 * (1 - share))
    )


def test_an_obligation_is_the_prohibition_of_the_other_act():
    duty = Rule("duty", "wait", True, PUSH.when, PUSH.prior)
    acts = [choice("wait", "queue"), choice("push", "queue"), choice("wait", "queue")]
    assert after(*acts, rule=duty) == pytest.approx(after(*acts))


def test_doing_what_one_desires_anyway_tells_less_of_a_norm():
    eager = choice("wait", "queue")
    idle = Choice(eager.holds, {"push": F(0), "wait": F(1)}, "wait")
    assert after(idle) < after(eager)


@pytest.mark.parametrize("holds", [True, False])
def test_enough_choices_show_whether_the_rule_is_held(holds: bool):
    draw = random.Random(5)
    acts = list[Choice]()
    for _ in range(60):
        obeying = holds and draw.random() < 0.9
        push = not obeying and draw.random() < e / (e + 1)
        acts.append(choice("push" if push else "wait", "queue"))
    found = after(*acts)
    assert found > 0.99 if holds else found < 0.01


def test_the_choices_against_a_rule_are_named():
    (found,) = beliefs(
        Behaviour((PUSH,), (choice("push", "queue"), choice("push"), choice("push", "queue")))
    )
    assert found.breaches == (1, 3)
    assert len(found.course) == 4


@pytest.mark.parametrize("far", [F(1), F(10) ** 3, F(10) ** 300])
def test_keeping_a_rule_against_any_desire_never_makes_it_less_probable(far: F):
    desires = {"push": far, "wait": F(0)}
    for temperature in (F(1), F(1, 10**300), F(10) ** 300):
        for did, higher in (("wait", True), ("push", False)):
            made = Behaviour((PUSH,), (Choice(PUSH.when, desires, did),), temperature=temperature)
            assert (beliefs(made)[0].probability > float(PUSH.prior)) is higher


def test_what_is_certain_beforehand_is_moved_by_nothing_or_said_to_be_impossible():
    for prior in (F(0), F(1)):
        rule = replace(PUSH, prior=prior)
        assert after(choice("wait", "queue"), choice("push"), rule=rule) == prior
    certain = Behaviour((replace(PUSH, prior=F(1)),), (choice("push", "queue"),), obedience=F(1))
    with pytest.raises(ArgueError, match="choice 1 is against the rule wait_turn"):
        beliefs(certain)
