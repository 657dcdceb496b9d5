"""Kantian optimization: do what you would have all of you do, by your own lights.

Source: Roemer 2010, 2019. Where Nash asks what I gain by moving alone, this asks what I gain if
all move alike; nobody needs to care for the others, and no numbers of different persons are
compared. Only those who play have a voice: what the players' common choice does to outsiders is
for other frameworks to say. That players may do the same thing in different amounts is in the
data: an option is what everyone would do if all scaled alike.
"""

from __future__ import annotations

from collections.abc import Sequence

from argue.model.framework import Claim, CriticalQuestion, Findings, Framework, Parameter, View
from argue.model.numbers import Number, Ops

EACH, EQUILIBRIUM = "each", "equilibrium"


def players_of(view: View) -> list[int]:
    """Answers the standpoints that play, as indices: all of them where none is named."""
    named = view.parameters["players"]
    return [k for k, name in enumerate(view.standpoints) if not named or name in named]


def gain(view: View, player: int, *, better: int, worse: int) -> Number | None:
    """Answers what a player gains if all do the one instead of the other.

    None where the player does not exist under one of them.
    """
    there, here = view.cells[better][player], view.cells[worse][player]
    return None if there is None or here is None else there - here


def greatest_regrets(view: View, ops: Ops) -> list[Number]:
    """Answers for each option the most that any player would gain if all did something else."""
    regrets: list[Number] = []
    for here, _ in enumerate(view.options):
        gains = [
            gain(view, k, better=there, worse=here)
            for k in players_of(view)
            for there, _ in enumerate(view.options)
        ]
        known: Sequence[Number] = [0, *(g for g in gains if g is not None)]
        regrets.append(ops.largest(known))
    return regrets


def compare(view: View, ops: Ops) -> Findings:
    """Finds what each player would rather have all do, or what no player would have all leave.

    With `rule: equilibrium` an option passes if no player would rather have all do another; what
    passes is favoured over what does not, by the greatest gain missed.
    """
    if view.parameters["rule"] == EQUILIBRIUM:
        regrets = greatest_regrets(view, ops)
        passes = [ops.at_least(0, regret) for regret in regrets]
        return Findings(
            {(None, a, b): ops.when_more(passes[a], passes[b], regrets[b]) for a, b in view.pairs},
            passes=passes,
        )
    gains = [
        ((view.standpoints[k], a, b), gain(view, k, better=a, worse=b))
        for k in players_of(view)
        for a, b in view.pairs
    ]
    return Findings({key: margin for key, margin in gains if margin is not None})


def word(claim: Claim) -> str:
    """Puts one wish about what all should do into a sentence."""
    if claim.voice is None:
        return (
            f'someone would gain {claim.margin} if all left "{claim.worse}"; '
            f'no one would have all leave "{claim.better}"'
        )
    return (
        f'{claim.voice} would rather have all choose "{claim.better}" than "{claim.worse}", '
        f"by {claim.margin}"
    )


FRAMEWORK = Framework(
    id="kantian",
    title="Kantian optimization",
    scheme="Do only what you would, for your own ends, have everyone do alike.",
    source="Roemer 2019",
    compare=compare,
    word=word,
    reads="general",
    persons=False,
    parameters=(
        Parameter(
            "players",
            "The standpoints that act and whose wishes count; those of the case's game, or all.",
            kind="names",
            default=(),
            group="standpoint",
        ),
        Parameter(
            "rule",
            "each (every player says what it would rather have all do) or equilibrium (an option "
            "is favoured if no player would have all leave it).",
            kind="choice",
            default=EACH,
            choices=(EACH, EQUILIBRIUM),
        ),
    ),
    critical_questions=(
        CriticalQuestion("scalable", "Is it one thing that all do, only more or less of it?"),
        CriticalQuestion("outsiders", "Does what suits all who act harm those who do not?"),
        CriticalQuestion("assurance", "Will the others do alike, or is this one exploited?"),
        CriticalQuestion("rivalry", "Does one player's taking leave the others less?"),
        CriticalQuestion("unequal_start", "Does scaling alike freeze an unfair division?"),
    ),
)
