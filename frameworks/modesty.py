"""Modesty: the less an option rests on what is in dispute, the better.

Sources: Rawls 1993, for grounds that those concerned can share rather than a contested view of the
good; Scott 1998, for plans that fail because they claim to foresee what a complex system will do.
The case says of options which facts they rest on (`rests_on`): predictions, or the values behind
them. What counts is that a fact is disputed, not how it falls; once settled it counts no more.
"""

from __future__ import annotations

from fractions import Fraction

from argue.model.framework import Claim, CriticalQuestion, Findings, Framework, Parameter, View
from argue.model.numbers import Number, Ops

PREMISES, DOUBT = "premises", "doubt"

HALF = Fraction(1, 2)


def presumption(view: View, ops: Ops) -> list[Number]:
    """Answers how much each option takes for granted that is in dispute."""
    alike = view.parameters["counts"] == PREMISES
    undone = view.parameters["irreversible"]
    found: list[Number] = []
    for premises, final in zip(view.doubts, view.irreversible, strict=True):
        doubts = [1 if alike else 1 - (HALF if c is None else c) for c in premises]
        found.append(ops.total(doubts) * (undone if final else 1))
    return found


def compare(view: View, ops: Ops) -> Findings:
    """Finds how much less the first option of a pair takes for granted."""
    found = presumption(view, ops)
    return Findings({(None, a, b): found[b] - found[a] for a, b in view.pairs})


def word(claim: Claim) -> str:
    """Puts one comparison into a sentence."""
    return f'"{claim.better}" takes less for granted that is in dispute than "{claim.worse}" does'


FRAMEWORK = Framework(
    id="modesty",
    title="Modesty",
    scheme="An option is better in one respect if it rests on less that is in dispute.",
    source="Rawls 1993; Scott 1998",
    compare=compare,
    word=word,
    reads="options",
    value=presumption,
    value_is_burden=True,
    persons=False,
    rests=True,
    unit="disputed premises",
    parameters=(
        Parameter(
            "counts",
            "premises (each disputed fact that an option rests on counts as one) or doubt (as "
            "much as it is held unlikely; half without a credence).",
            kind="choice",
            default=PREMISES,
            choices=(PREMISES, DOUBT),
        ),
        Parameter(
            "irreversible",
            "How many times a premise counts under an option that cannot be undone. The default "
            "is ours.",
            default=2,
            low=1,
            assumed_with=("irreversible",),
        ),
    ),
    critical_questions=(
        CriticalQuestion(
            "inaction",
            "Does doing nothing rest on predictions as well?",
            "doing nothing rests on predictions as well, which the case leaves out",
        ),
        CriticalQuestion(
            "reasonable",
            "Is it disputed by people who have looked into it?",
            "nobody who has looked into it disputes it",
        ),
        CriticalQuestion(
            "shared",
            "Is there another ground for it, which everyone shares?",
            "there is another ground for it, which everyone shares",
        ),
        CriticalQuestion("correctable", "Can it be tried on a small scale and corrected?"),
    ),
)
