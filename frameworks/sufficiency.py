"""Sufficiency: what matters first is that everyone has enough.

Sources: Frankfurt 1987, for enough and nothing beyond it; Crisp 2003, for the threshold at which
compassion ends; Casal 2007, for what they leave open: whether to count those below or how far they
are below, and what matters above. Those are parameters.
"""

from __future__ import annotations

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
from frameworks import welfare_functionals as functionals
from frameworks.positions import averages, profiles
from frameworks.welfare import same_people

ABOVE = "above"


def lacks(view: View, ops: Ops) -> list[Number]:
    """Answers what is lacking under each option: shortfalls added up, or persons below enough.

    Raises: FrameworkError if the position that is enough is not given.
    """
    enough = view.parameters["sufficiency"]
    if enough is None:
        raise FrameworkError("sufficiency needs `sufficiency`, the position that is enough")
    same_people(view)
    seen = profiles(view)
    if view.parameters["measure"] == "shortfall":
        return [functionals.shortfall(profile, ops, enough=enough) for profile in seen]
    return [
        ops.total(
            [
                ops.when_more(enough, value, count)
                for value, count in zip(profile.values, profile.counts, strict=True)
            ]
        )
        for profile in seen
    ]


def compare(view: View, ops: Ops) -> Findings:
    """Finds by how much less is lacking, and where as much is, which average is higher."""
    lacking = lacks(view, ops)
    margins: dict[tuple[Voice, int, int], Number] = {
        (None, a, b): lacking[b] - lacking[a] for a, b in view.pairs
    }
    if view.parameters["beyond"] == "average":
        average = averages(view, ops)
        for a, b in view.pairs:
            lead = average[a] - average[b]
            margins[ABOVE, a, b] = ops.when_equal(lacking[a], lacking[b], lead)
    return Findings(margins)


def word(claim: Claim) -> str:
    """Puts one comparison of what is lacking, or of averages, into a sentence."""
    if claim.voice == ABOVE:
        return (
            f'as much is lacking from enough either way, and "{claim.better}" gives '
            f'{claim.margin} more than "{claim.worse}" on average'
        )
    if claim.parameters["measure"] == "headcount":
        return f'"{claim.worse}" leaves more people with less than enough than "{claim.better}"'
    return (
        f'"{claim.worse}" leaves people further below enough than "{claim.better}", by '
        f"{claim.margin} in all"
    )


FRAMEWORK = Framework(
    id="sufficiency",
    title="Sufficiency",
    scheme="The option under which least is lacking from everyone's having enough.",
    source="Frankfurt 1987; Crisp 2003",
    compare=compare,
    word=word,
    value=lacks,
    value_is_burden=True,
    levels=True,
    unit="lacking",
    parameters=(
        Parameter(
            "sufficiency",
            "The position that is enough, level plus effect; needed, since no value suits every "
            "unit.",
        ),
        Parameter(
            "measure",
            "shortfall (how far below enough people are, added up) or headcount (how many are).",
            kind="choice",
            default="shortfall",
            choices=("shortfall", "headcount"),
        ),
        Parameter(
            "beyond",
            "What decides where as much is lacking: average (the higher one) or nothing.",
            kind="choice",
            default="average",
            choices=("average", "nothing"),
        ),
    ),
    critical_questions=(
        CriticalQuestion("threshold", "Why is just this enough, and a little less not?"),
        CriticalQuestion("above", "Do inequalities above enough matter as well?"),
        CriticalQuestion("triage", "Are the worst off passed over for those nearly at enough?"),
        CriticalQuestion("position_missing", "Is somebody below enough who is not counted?"),
    ),
)
