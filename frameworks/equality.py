"""Equality: the option that leaves people less unequal is better in that respect.

Sources: Temkin 1993, for inequality as what people can complain of; Gini 1912 and Kolm 1976, for
the measures; Parfit 1997, for the objection from levelling down, built in as a critical question:
that some are made worse off and nobody better is answered by saying so. Measures are in the unit
of positions, so that adding the same to every position changes nothing.
"""

from __future__ import annotations

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
from frameworks.pareto import gains
from frameworks.positions import profiles
from frameworks.welfare import same_people
from frameworks.welfare_functionals import Profile

ANSWERED, COUNTS = "answered", "counts"


def mean_gap(profile: Profile, ops: Ops) -> Number:
    """Answers half the average gap between two persons: the Gini index times the average."""
    return functionals.average(profile, ops) - functionals.gini_welfare(profile, ops)


def to_the_best(profile: Profile, ops: Ops) -> Number:
    """Answers how far below the best-off person people are on average."""
    return ops.largest(profile.values) - functionals.average(profile, ops)


MEASURES = {"mean_gap": mean_gap, "range": functionals.spread, "to_the_best": to_the_best}


def inequalities(view: View, ops: Ops) -> list[Number]:
    """Answers how unequal people are under each option."""
    same_people(view)
    measure = MEASURES[view.parameters["measure"]]
    return [measure(profile, ops) for profile in profiles(view)]


def compare(view: View, ops: Ops) -> Findings:
    """Finds by how much people are less unequal, and where that is only levelling down."""
    found = inequalities(view, ops)
    margins: dict[tuple[Voice, int, int], Number] = {
        (None, a, b): found[b] - found[a] for a, b in view.pairs
    }
    if view.parameters["levelling_down"] == COUNTS:
        return Findings(margins)
    answered: dict[tuple[Voice, int, int], Number] = {
        (None, a, b): ops.at_least(0, ops.largest(gains(view, better=a, worse=b)))
        for a, b in view.pairs
    }
    return Findings(margins, answered=answered)


def word(claim: Claim) -> str:
    """Puts one comparison of inequalities into a sentence."""
    return f'"{claim.better}" leaves people less unequal than "{claim.worse}", by {claim.margin}'


FRAMEWORK = Framework(
    id="equality",
    title="Equality",
    scheme="An option is better in one respect if it leaves people less unequal.",
    source="Temkin 1993",
    compare=compare,
    word=word,
    value=inequalities,
    value_is_burden=True,
    levels=True,
    unit="of inequality",
    parameters=(
        Parameter(
            "measure",
            "mean_gap (half the average gap between two persons, the Gini index times the "
            "average), range (from the worst off to the best off) or to_the_best (the average "
            "distance from the best off).",
            kind="choice",
            default="mean_gap",
            choices=tuple(MEASURES),
        ),
        Parameter(
            "levelling_down",
            "answered (making some worse off and nobody better off is no reason) or counts "
            "(it is better in one respect all the same).",
            kind="choice",
            default=ANSWERED,
            choices=(ANSWERED, COUNTS),
        ),
    ),
    built_in=CriticalQuestion(
        "levelling_down", '"{better}" gives nobody more than "{worse}": it only levels down'
    ),
    critical_questions=(
        CriticalQuestion("levelling_down", "Is anyone better off for being less unequal?"),
        CriticalQuestion("chosen", "Does the inequality come of what people chose themselves?"),
        CriticalQuestion("equality_of_what", "Is it these goods in which people should be equal?"),
        CriticalQuestion("scope", "Do these people stand in a relation that calls for equality?"),
    ),
)
