"""Wellbeing from means that count for less the more one has: income, goods, resources.

Sources: Bernoulli 1738, for the logarithm; Arrow 1965 and Pratt 1964, for constant relative
aversion; Layard, Mayraz and Nickell 2008, who find an elasticity of about 1.26 in what people say
of their lives. Cells and levels are means here, not wellbeing. Their sum of wellbeing is measured
by the equal means that would be worth as much to everyone, so that margins are in the case's unit.
Unlike `priority` this gives the worse off no weight of their own: it is welfare, with the sum taken
after means have been turned into wellbeing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from argue.errors import FrameworkError
from argue.model.framework import Claim, CriticalQuestion, Findings, Framework, Parameter, View
from argue.model.numbers import TOLERANCE, Number, Ops, OutsideDomain, TooLarge
from frameworks import welfare_functionals as functionals
from frameworks.positions import profiles
from frameworks.welfare import same_people


def equal_means(view: View, ops: Ops) -> list[Number]:
    """Answers the means that, held by everyone, would give as much wellbeing, for each option.

    Raises: FrameworkError where somebody is left with means of 0 or less.
    """
    same_people(view)
    elasticity = view.parameters["elasticity"]
    found: list[Number] = []
    for option, profile in zip(view.options, profiles(view), strict=True):
        try:
            found.append(functionals.atkinson(profile, ops, epsilon=elasticity))
        except TooLarge as error:
            raise FrameworkError(f"wellbeing under {option}: {error}") from error
        except OutsideDomain as error:
            raise FrameworkError(
                f"wellbeing needs everyone to have means above 0, but under {option} somebody "
                f"does not ({error}): give each standpoint as level what it has before, or take "
                "elasticity: 0"
            ) from error
    return found


def compare(view: View, ops: Ops) -> Findings:
    """Finds for each pair by how much more equal means the first is worth."""
    means = equal_means(view, ops)
    return Findings({(None, a, b): means[a] - means[b] for a, b in view.pairs})


def word(claim: Claim) -> str:
    """Puts one comparison into a sentence."""
    return (
        f'as means count for less the more one has, "{claim.better}" gives more wellbeing than '
        f'"{claim.worse}": worth {claim.margin} more to everyone'
    )


def family(parameters: Mapping[str, Any]) -> str:
    """Without diminishing returns it orders options as welfare does, and counts with it."""
    return "welfare" if parameters["elasticity"] == 0 else "wellbeing"


FRAMEWORK = Framework(
    id="wellbeing",
    title="Wellbeing with diminishing returns",
    scheme="The option whose means give people more wellbeing in all, each unit counting for less "
    "the more one has.",
    source="Bernoulli 1738; Layard, Mayraz and Nickell 2008",
    compare=compare,
    word=word,
    value=equal_means,
    levels=True,
    family=family,
    unit="of equal means",
    exact=lambda parameters: parameters["elasticity"] == 0,
    parameters=(
        Parameter(
            "elasticity",
            "How fast a further unit counts for less: 0 not at all, 1 in inverse proportion to "
            f"what one has (the logarithm), above 1 faster; {TOLERANCE}.",
            default=1,
            low=0,
            assumed_with=("payoffs",),
        ),
    ),
    critical_questions=(
        CriticalQuestion(
            "means",
            "Are the numbers means, or wellbeing already?",
            "the numbers are wellbeing already, which does not count for less twice",
        ),
        CriticalQuestion(
            "needs",
            "Do some need more means than others to fare as well?",
            "some need more means than others to fare as well",
        ),
        CriticalQuestion("elasticity", "Is it known how fast means come to count for less here?"),
        CriticalQuestion("uncounted", "Is somebody affected who is not counted?"),
    ),
)
