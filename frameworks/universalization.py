"""Universalization: what if everyone who wants to felt free to do it?

Source: Levine, Kleiman-Weiner, Schulz, Tenenbaum, Cushman 2020. A test: an option fails when all
who are interested doing it is worse than nobody doing it. It does not rank what passes, since a
harmless act is no worse for being less useful than another.
"""

from __future__ import annotations

from argue.model.case import Mode
from argue.model.framework import Claim, CriticalQuestion, Findings, Framework, Parameter, View
from argue.model.numbers import Number, Ops


def surplus(view: View, ops: Ops) -> list[Number]:
    """Answers for each option how much better all doing it is than nobody doing it."""
    return [everyone - nobody for everyone, nobody in view.universal]


def compare(view: View, ops: Ops) -> Findings:
    """Finds what passes, and for each pair the harm by which the second alone fails.

    With `rule: best` the options are ranked by the utility of everyone's doing them.
    """
    if view.parameters["rule"] == "best":
        everyone = [utility for utility, _ in view.universal]
        return Findings({(None, a, b): everyone[a] - everyone[b] for a, b in view.pairs})
    gain = surplus(view, ops)
    passes = [ops.at_least(value, 0) for value in gain]
    return Findings(
        {(None, a, b): ops.when_more(passes[a], passes[b], -gain[b]) for a, b in view.pairs},
        passes=passes,
    )


def word(claim: Claim) -> str:
    """Puts one failed test, or one ranking by it, into a sentence."""
    if claim.parameters["rule"] == "best":
        return (
            f'if everyone who wants to did it, "{claim.better}" would go better than '
            f'"{claim.worse}", by {claim.margin}'
        )
    return (
        f'if everyone who wants to did "{claim.worse}", things would go worse than if nobody did, '
        f'by {claim.margin}; "{claim.better}" passes this test'
    )


FRAMEWORK = Framework(
    id="universalization",
    title="Universalization",
    scheme="An act is wrong if everyone's feeling free to do it is worse than nobody's doing it.",
    source="Levine et al. 2020",
    compare=compare,
    word=word,
    value=surplus,
    reads="universal",
    mode=Mode.TEST,
    persons=False,
    parameters=(
        Parameter(
            "rule",
            "test (an option passes or fails) or best (options are ranked by what happens if "
            "everyone does them).",
            kind="choice",
            default="test",
            choices=("test", "best"),
        ),
    ),
    critical_questions=(
        CriticalQuestion("interested", "Would so many really want to do it?"),
        CriticalQuestion("gerrymandered", "Is the act described so narrowly that few could do it?"),
        CriticalQuestion("assurance", "Do others restrain themselves, or is this one exploited?"),
        CriticalQuestion("no_threshold", "Does harm begin only when many do it?"),
    ),
)
