"""Precaution: an option with a credible chance of catastrophe gives way to one with none.

Sources: Rio Declaration 1992, principle 15 (serious or irreversible damage; lack of certainty is
no excuse); Gardiner 2006, for the core of the principle; Manson 2002, for its parts: the damage,
how well founded the possibility, and what is then to be done. How grave, how credible and whether
it must be irreversible are left open there, so they are parameters. It reads what a lottery may
come to, where other frameworks read what it comes to on average.
"""

from __future__ import annotations

from argue.errors import FrameworkError
from argue.model.case import Mode
from argue.model.framework import (
    Claim,
    CriticalQuestion,
    Findings,
    Framework,
    Parameter,
    Prospect,
    View,
    Voice,
)
from argue.model.numbers import Number, Ops

SERIOUS, BOTH, EITHER = "serious", "serious_and_irreversible", "serious_or_irreversible"


def threats(view: View, ops: Ops) -> list[list[Number]]:
    """Answers how bad the worst credible catastrophe is, by option and standpoint; 0 if none.

    Raises: FrameworkError if no number is given from which on a loss is a catastrophe.
    """
    catastrophe = view.parameters["catastrophe"]
    if catastrophe is None or catastrophe >= 0:
        raise FrameworkError(
            "precaution needs `catastrophe`, the number below 0 from which on an effect on "
            "somebody is a catastrophe, such as catastrophe: -100"
        )
    rows: list[list[Number]] = []
    for lasting, row in zip(view.irreversible, view.prospects, strict=True):
        if view.parameters["damage"] == BOTH and not lasting:
            rows.append([0 for _ in row])
            continue
        any_harm = view.parameters["damage"] == EITHER and lasting
        rows.append([threat(view, ops, prospect, any_harm=any_harm) for prospect in row])
    return rows


def threat(view: View, ops: Ops, prospect: Prospect, *, any_harm: bool) -> Number:
    """Answers how bad the worst catastrophe of a prospect is, 0 where its chance is not credible.

    With `any_harm` every loss counts as one, for what cannot be undone.
    """
    if not prospect:
        return 0
    bound = view.parameters["catastrophe"]
    chance = ops.total(
        [
            ops.when_more(0, number, p) if any_harm else ops.either(bound, number, p, 0)
            for p, number in prospect
        ]
    )
    depths = [
        ops.positive(-number) if any_harm else ops.either(bound, number, -number, 0)
        for _, number in prospect
    ]
    worst = ops.largest(
        [ops.when_more(p, 0, d) for (p, _), d in zip(prospect, depths, strict=True)]
    )
    return ops.either(chance, view.parameters["credible"], worst, 0)


def compare(view: View, ops: Ops) -> Findings:
    """Finds which options threaten nobody with catastrophe, and who is threatened by the rest."""
    found = threats(view, ops)
    passes = [ops.at_least(0, ops.largest(row)) for row in found]
    margins: dict[tuple[Voice, int, int], Number] = {
        (person, a, b): ops.when_more(passes[a], passes[b], depth)
        for a, b in view.pairs
        for person, depth in zip(view.standpoints, found[b], strict=True)
    }
    return Findings(margins, passes=passes)


def word(claim: Claim) -> str:
    """Puts one threat of catastrophe that another option avoids into a sentence."""
    return (
        f'"{claim.worse}" threatens {claim.voice} with a credible catastrophe, a loss of '
        f'{claim.margin}; "{claim.better}" threatens nobody with one'
    )


FRAMEWORK = Framework(
    id="precaution",
    title="Precaution",
    scheme="Do nothing with a credible chance of catastrophe where something without one is open.",
    source="Rio Declaration 1992; Gardiner 2006",
    compare=compare,
    word=word,
    mode=Mode.TEST,
    prospects=True,
    parameters=(
        Parameter(
            "catastrophe",
            "The effect on somebody, below 0, from which on it is a catastrophe; needed, since no "
            "value suits every unit.",
        ),
        Parameter(
            "credible",
            "The least chance of it, from 0 to 1, that counts; 0: any chance that the case states.",
            default=0,
            low=0,
            high=1,
        ),
        Parameter(
            "damage",
            "serious (any catastrophe), serious_and_irreversible (only under options marked "
            "irreversible) or serious_or_irreversible (under those also any harm).",
            kind="choice",
            default=SERIOUS,
            choices=(SERIOUS, BOTH, EITHER),
        ),
    ),
    critical_questions=(
        CriticalQuestion("credible", "Is there more for the catastrophe than its being possible?"),
        CriticalQuestion("proportion", "Is what is given up out of proportion to the threat?"),
        CriticalQuestion("other_threat", "Does the safe option have catastrophes of its own?"),
        CriticalQuestion("reversible", "Could it be stopped or undone in time?"),
        CriticalQuestion("learning", "Would waiting or trying tell us how likely it is?"),
    ),
)
