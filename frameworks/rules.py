"""Rules: an option fails if it breaks a rule that is in force, whatever comes of it.

Source: Levine et al. 2020, whose rule model this is: what a rule forbids is wrong, what none
forbids is not. A test over the norms of the case, all alike and at its level of compliance. Beside
norms that speak for themselves it says nothing new; it is there for judging by rules as such.
"""

from __future__ import annotations

from argue.model.case import Mode
from argue.model.framework import Claim, CriticalQuestion, Findings, Framework, View
from argue.model.numbers import Ops


def compare(view: View, ops: Ops) -> Findings:
    """Finds which options break no rule, and favours them over those that break one."""
    passes = [-1 if broken else 1 for broken in view.breaches]
    return Findings(
        {(None, a, b): 1 for a, b in view.pairs if passes[a] > passes[b]}, passes=passes
    )


def word(claim: Claim) -> str:
    """Puts one broken rule into a sentence."""
    return f'"{claim.worse}" breaks a rule that is in force; "{claim.better}" breaks none'


FRAMEWORK = Framework(
    id="rules",
    title="Rules",
    scheme="An option is wrong if it breaks a rule that is in force.",
    source="Levine et al. 2020",
    compare=compare,
    word=word,
    reads="options",
    mode=Mode.TEST,
    persons=False,
    norms=True,
    critical_questions=(
        CriticalQuestion(
            "exception",
            "Is this a case for which the rule was not made?",
            "this is a case for which the rule was not made",
        ),
        CriticalQuestion("clash", "Do the rules conflict here, so that one must give way?"),
        CriticalQuestion("authority", "Does the rule come from somebody entitled to make it?"),
        CriticalQuestion("purpose", "Does keeping the rule serve what the rule is for?"),
    ),
)
