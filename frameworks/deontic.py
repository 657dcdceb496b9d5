"""Constraints: some things may not be done to a person, however much good comes of it, or enough.

Sources: Nozick 1974, chapter 3, for constraints on what one does, as against goals to further;
Kagan 1998 and Alexander 2000, for thresholds. An option that wrongs somebody fails unless a
threshold is given and the good it does, above the best option that wrongs nobody, reaches the
threshold for every person wronged. Where every option wrongs somebody, constraints do not say
which to take. Someone who has consented to an option is not wronged by it. Constraints are on what
one does: harm an option does is one of the wrongs, harm it only allows is none (Foot 1967; Quinn
1989).
"""

from __future__ import annotations

from collections.abc import Sequence

from argue.model.case import Mode
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
from frameworks.humanity import verbs_of, wronged_by
from frameworks.welfare import same_people

WRONGS = ("uses_as_means", "breaches_right_of", "deceives", "coerces", "does_harm_to")


def totals(view: View, ops: Ops) -> list[Number]:
    """Answers the sum of effects on all, for each option."""
    same_people(view)
    return [
        ops.total([count * cell for count, cell in zip(view.counts, row, strict=True)])
        for row in view.cells
    ]


def shortfalls(view: View, ops: Ops, wronged: Sequence[Sequence[bool]]) -> list[Number]:
    """Answers by how much the good of each option falls short of what would excuse its wrongs.

    0 for an option that wrongs nobody; without a threshold, or where no option is free of
    wrongs, 1 for all others.
    """
    clean = [not any(row) for row in wronged]
    threshold = view.parameters["threshold"]
    if threshold is None or not any(clean):
        return [0 if innocent else 1 for innocent in clean]
    good = totals(view, ops)
    best = ops.largest([sum_ for sum_, innocent in zip(good, clean, strict=True) if innocent])
    persons = [
        ops.total([count for count, done in zip(view.counts, row, strict=True) if done])
        for row in wronged
    ]
    return [
        0 if innocent else ops.positive(threshold * many - (sum_ - best))
        for innocent, many, sum_ in zip(clean, persons, good, strict=True)
    ]


def compare(view: View, ops: Ops) -> Findings:
    """Finds which options break no constraint, or do good enough, and who is wronged by the rest.

    Each person wronged speaks against the option, for every one that passes.
    """
    wronged = [wronged_by(view, option) for option, _ in enumerate(view.options)]
    short = shortfalls(view, ops, wronged)
    passes = [ops.at_least(0, amount) for amount in short]
    found: dict[tuple[Voice, int, int], Number] = {
        (person, a, b): ops.when_more(passes[a], passes[b], short[b])
        for a, b in view.pairs
        for person, done in zip(view.standpoints, wronged[b], strict=True)
        if done
    }
    return Findings(found, passes=passes)


def word(claim: Claim) -> str:
    """Puts one constraint broken without excuse into a sentence."""
    done = f'"{claim.worse}" {verbs_of(tuple(claim.parameters["wrongs"]))} {claim.voice}'
    if claim.parameters["threshold"] is None:
        return f'{done}, which no good may be weighed against; "{claim.better}" does not'
    return f'{done}, doing {claim.margin} too little good to excuse it; "{claim.better}" passes'


FRAMEWORK = Framework(
    id="deontic",
    title="Constraints",
    scheme="An act is wrong if it wrongs someone and the good it does is not enough to excuse it.",
    source="Nozick 1974; Kagan 1998",
    compare=compare,
    word=word,
    mode=Mode.TEST,
    family=lambda parameters: "constraints",
    wrongs=WRONGS,
    numbers=lambda parameters: parameters["threshold"] is not None,
    parameters=(
        Parameter(
            "wrongs",
            f"What may not be done to a person without consent: some of {', '.join(WRONGS)}.",
            kind="names",
            default=WRONGS,
            choices=WRONGS,
        ),
        Parameter(
            "threshold",
            "How much good, added up over all and above the best option that wrongs nobody, "
            "excuses wronging one person; none: nothing does.",
            low=0,
        ),
    ),
    critical_questions=(
        CriticalQuestion("consent", "Has the person waived the right, or agreed to the act?"),
        CriticalQuestion("forfeited", "Has the person lost the right by what they did?"),
        CriticalQuestion("intended", "Is the harm intended, or foreseen and not a means?"),
        CriticalQuestion("doing", "Is it done, or is it only allowed to happen?"),
        CriticalQuestion("threshold", "Is the good at stake so great that it overrides the right?"),
    ),
)
