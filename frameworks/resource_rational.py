"""Resource-rational contractualism: judge by the mechanism that is worth its cost of thought.

Source: Levine, Chater, Tenenbaum and Cushman 2024, for agreement as the standard and for rules,
universalization and imagined bargaining as cheaper and dearer ways towards it. A mechanism is worth
the stakes times its accuracy (the share of them that its agreements secure), less the cost of the
thought it takes. One is chosen and speaks alone: mechanisms are never averaged. The accuracies
and efforts taken by default are ours, to show the trade-off; no study measures them. Bargaining
in fact, the dearest way of all, is for people and not for a program.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from argue.model.framework import Choice, CriticalQuestion, Findings, Framework, Parameter, View
from argue.model.framework import Claim as Claim
from argue.model.numbers import Number, Ops

DEFAULTS: Mapping[str, tuple[Fraction, Fraction]] = {
    "rules": (Fraction(1, 2), Fraction(1)),
    "universalization": (Fraction(3, 4), Fraction(2)),
    "welfare": (Fraction(17, 20), Fraction(4)),
    "virtual_bargaining": (Fraction(19, 20), Fraction(8)),
}
"""Mechanism -> its accuracy, and its effort in units of thought; the cheapest first."""


def worth(parameters: Mapping[str, Any], mechanism: str, stakes: Number) -> Number:
    """Answers what a mechanism is worth: stakes times accuracy, less its effort times the cost."""
    accuracy, effort = parameters[f"accuracy_{mechanism}"], parameters[f"effort_{mechanism}"]
    return stakes * accuracy - parameters["cost"] * effort


def choose(parameters: Mapping[str, Any], stakes: Number, available: Sequence[str]) -> Choice:
    """Answers which of the mechanisms that can judge the case is worth most, and what each is.

    Of those worth the same the one that takes least effort, then the first.
    """
    stated = parameters["stakes"]
    at_issue = stakes if stated is None else stated
    found = {m: worth(parameters, m, at_issue) for m in DEFAULTS if m in available}
    best = max(found, key=lambda m: (found[m], -parameters[f"effort_{m}"]))
    return Choice(best, at_issue, found)


def compare(view: View, ops: Ops) -> Findings:
    """Finds nothing by itself: the mechanism chosen speaks in its place."""
    return Findings({})


def word(claim: Claim) -> str:
    """Puts a reason into words that only the mechanism chosen can give."""
    return f'"{claim.better}" rather than "{claim.worse}"'


FRAMEWORK = Framework(
    id="resource_rational",
    title="Resource-rational choice",
    scheme="Judge by the mechanism that comes nearest to agreement for what it costs to think.",
    source="Levine, Chater, Tenenbaum and Cushman 2024",
    compare=compare,
    word=word,
    persons=False,
    mechanisms=tuple(DEFAULTS),
    chooses=choose,
    parameters=(
        Parameter(
            "stakes",
            "How much is at issue, in the unit of the case; if left out, the largest difference "
            "that the choice makes to one person.",
            low=0,
        ),
        Parameter(
            "cost",
            "The cost of a unit of thought, in the unit of the case. The default is ours.",
            default=1,
            low=0,
        ),
        *(
            Parameter(
                f"accuracy_{mechanism}",
                f"The share of the stakes that agreement by {mechanism} secures. The default is "
                "ours.",
                default=accuracy,
                low=0,
                high=1,
            )
            for mechanism, (accuracy, _) in DEFAULTS.items()
        ),
        *(
            Parameter(
                f"effort_{mechanism}",
                f"The units of thought that {mechanism} takes. The default is ours.",
                default=effort,
                low=0,
            )
            for mechanism, (_, effort) in DEFAULTS.items()
        ),
    ),
    critical_questions=(
        CriticalQuestion(
            "stakes",
            "Is more at issue than the stakes say?",
            "more is at issue than the stakes say",
        ),
        CriticalQuestion(
            "time",
            "Is there time enough to think it through?",
            "there is time enough to think it through",
        ),
        CriticalQuestion("accuracy", "Is this mechanism as accurate in a case such as this?"),
        CriticalQuestion(
            "ask",
            "Could those concerned simply be asked?",
            "those concerned could simply be asked",
        ),
    ),
)
