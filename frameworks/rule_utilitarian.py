"""Rule utilitarianism: the option whose permission, generally accepted, has the better effects.

Sources: [Hooker00]; Brandt 1979. It reads the table `general`, the burdens if a principle
permitting the option were generally accepted, where act welfare reads the effects of this act.

Rules are never accepted by all, so Hooker asks for the effects of acceptance by nine in ten. At a
`compliance` below 1 those who do not accept the rule leave things as this one act makes them: the
effects lie on the line between the two tables. What it costs to teach a rule belongs into
`general`. A rule worth accepting gives way where keeping to it would bring disaster; from which
loss on is the parameter `catastrophe`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

from argue.errors import FrameworkError
from argue.model.framework import (
    Claim,
    CriticalQuestion,
    Findings,
    Framework,
    Parameter,
    View,
    Voice,
)
from argue.model.numbers import Number, Ops
from frameworks import welfare

CATASTROPHE = "catastrophe"


def averages(view: View, ops: Ops) -> list[Number]:
    """Answers the average effect on a person, at the compliance that is to be expected."""
    accepted = welfare.averages(view, ops)
    share = view.parameters["compliance"]
    if share == 1:
        return accepted
    alone = welfare.averages(_of_the_act(view), ops)
    return [share * rule + (1 - share) * act for rule, act in zip(accepted, alone, strict=True)]


def _of_the_act(view: View) -> View:
    return replace(view, cells=view.acts, counts=view.act_counts)


def disasters(view: View, ops: Ops) -> list[Number]:
    """Answers how much each option, here and now, costs whom it hits worst; 0 if no catastrophe.

    Raises: FrameworkError if the loss from which on it is one is no loss.
    """
    bound = view.parameters["catastrophe"]
    if bound >= 0:
        raise FrameworkError(
            "catastrophe is the number below 0 from which on an effect on somebody is a "
            "catastrophe, such as catastrophe: -100"
        )
    act = _of_the_act(view)
    welfare.same_people(act)
    worst = [ops.smallest(row) for row in act.cells]
    return [ops.either(bound, number, -number, 0) for number in worst]


def compare(view: View, ops: Ops) -> Findings:
    """Finds for each pair which rule has the larger average, catastrophes to be prevented first."""
    average = averages(view, ops)
    leads: dict[tuple[Voice, int, int], Number] = {
        (None, a, b): average[a] - average[b] for a, b in view.pairs
    }
    if view.parameters["catastrophe"] is None:
        return Findings(leads)
    loss = disasters(view, ops)
    struck = [ops.when_more(each, 0, 1) for each in loss]
    for a, b in view.pairs:
        leads[None, a, b] = ops.when_equal(struck[a], struck[b], leads[None, a, b])
        leads[CATASTROPHE, a, b] = ops.when_more(struck[b], struck[a], loss[b])
    return Findings(leads)


def reads_acts(parameters: Mapping[str, Any]) -> bool:
    """Answers whether the effects of this one act matter beside those of the rule."""
    return parameters["compliance"] != 1 or parameters["catastrophe"] is not None


def word(claim: Claim) -> str:
    """Puts one comparison of rules into a sentence."""
    if claim.voice == CATASTROPHE:
        return (
            f'"{claim.worse}" would here bring a catastrophe on somebody, a loss of '
            f'{claim.margin}; rules give way to "{claim.better}", which brings none'
        )
    share = Fraction(claim.parameters["compliance"])
    kept = "" if share == 1 else f", kept by {float(100 * share):g} %,"
    return (
        f'a rule permitting "{claim.better}"{kept} does better than one permitting '
        f'"{claim.worse}", by {claim.margin} a person on average'
    )


FRAMEWORK = Framework(
    id="rule_utilitarian",
    title="Rule utilitarianism",
    scheme="The option whose permission, if generally accepted, has the better effects on all.",
    source="Hooker 2000",
    compare=compare,
    word=word,
    value=averages,
    reads="general",
    acts=reads_acts,
    voices=(CATASTROPHE,),
    unit="a person on average",
    family=lambda parameters: "welfare",
    parameters=(
        Parameter(
            "compliance",
            "The share of people, from 0 to 1, who accept the rule and keep it (9/10 in Hooker); "
            "the rest leave things as payoffs has them.",
            default=1,
            low=0,
            high=1,
            assumed_with=("general",),
        ),
        Parameter(
            "catastrophe",
            "The effect of this act on somebody, below 0, from which on rules give way to prevent "
            "it (a lottery counts by what it comes to on average). Not given: they never do.",
            high=0,
        ),
    ),
    critical_questions=(
        CriticalQuestion("not_general", "Is the rule stated in terms anybody could follow?"),
        CriticalQuestion("comparability", "Can gains to one be weighed against losses to another?"),
        CriticalQuestion("uncounted", "Is somebody affected who is not counted?"),
        CriticalQuestion("compliance", "What if the rule is only partly complied with?"),
        CriticalQuestion("disaster", "Would keeping to the rule bring disaster here?"),
        CriticalQuestion("teaching", "Do the numbers hold what it costs to have it accepted?"),
    ),
)
