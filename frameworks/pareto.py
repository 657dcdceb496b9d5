"""Pareto: what is better for some and worse for nobody is to be preferred.

Source: Pareto 1906; Sen 1970 for the weak and the strong form, and for their quarrel with liberty.
Nobody's gain is weighed against anybody's loss, so that it speaks even where numbers of different
persons cannot be compared, and is silent of every pair in which someone would lose.
"""

from __future__ import annotations

from argue.model.framework import Claim, CriticalQuestion, Findings, Framework, Parameter, View
from argue.model.numbers import Number, Ops
from frameworks.welfare import same_people

STRONG, WEAK = "strong", "weak"


def gains(view: View, *, better: int, worse: int) -> list[Number]:
    """Answers what each standpoint gains by the one option instead of the other."""
    return [there - here for there, here in zip(view.cells[better], view.cells[worse], strict=True)]


def compare(view: View, ops: Ops) -> Findings:
    """Finds for each pair what everyone who gains has to say, provided that nobody loses.

    With `form: weak` they speak only if everyone gains.
    """
    same_people(view)
    found: dict[tuple[str | None, int, int], Number] = {}
    for a, b in view.pairs:
        gained = gains(view, better=a, worse=b)
        least = ops.smallest(gained)
        for person, gain in zip(view.standpoints, gained, strict=True):
            if view.parameters["form"] == WEAK:
                found[person, a, b] = ops.when_more(least, 0, gain)
            else:
                found[person, a, b] = ops.either(least, 0, gain, 0)
    return Findings(found)


def word(claim: Claim) -> str:
    """Puts one person's gain at nobody's cost into a sentence."""
    rest = "everyone gains" if claim.parameters["form"] == WEAK else "nobody loses"
    return (
        f'{claim.voice} would have {claim.margin} more from "{claim.better}" than from '
        f'"{claim.worse}", and {rest}'
    )


FRAMEWORK = Framework(
    id="pareto",
    title="Pareto",
    scheme="What is better for some and worse for nobody is to be preferred.",
    source="Sen 1970",
    compare=compare,
    word=word,
    persons=False,
    losses=True,
    whole=lambda parameters: True,
    parameters=(
        Parameter(
            "form",
            "strong (nobody loses and someone gains) or weak (everyone gains).",
            kind="choice",
            default=STRONG,
            choices=(STRONG, WEAK),
        ),
    ),
    critical_questions=(
        CriticalQuestion("uncounted", "Is somebody affected who is not counted?"),
        CriticalQuestion("liberty", "Does it overrule what is one person's own to decide?"),
        CriticalQuestion("adaptive", "Are the gains measured by preferences shaped by hardship?"),
        CriticalQuestion("distribution", "Does the gain widen a gap that matters in itself?"),
        CriticalQuestion("prospect", "Is it a gain in prospect that some will lose by in the end?"),
    ),
)
