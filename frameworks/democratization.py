"""Democratization: the more evenly people share the say over what is decided, the better.

Sources: Dahl 1989, for an equal say of those who are subject to a decision; Gini 1912 and
Herfindahl 1950, for the measures. The case gives the say that each person of a kind has under an
option (`influence`: votes, seats a head, chances to be heard), in any unit; only shares are read.
"""

from __future__ import annotations

from argue.errors import FrameworkError
from argue.model.framework import Claim, CriticalQuestion, Findings, Framework, Parameter, View
from argue.model.numbers import Number, Ops
from frameworks import welfare_functionals as functionals
from frameworks.welfare_functionals import Profile


def largest_share(say: Profile, ops: Ops) -> Number:
    """Answers the share of the whole say that the most influential person has."""
    return ops.largest(say.values) / functionals.total(say, ops)


def concentration(say: Profile, ops: Ops) -> Number:
    """Answers the chance that two units of say drawn at random belong to one person."""
    whole = functionals.total(say, ops)
    squares = [n * (v / whole) ** 2 for v, n in zip(say.values, say.counts, strict=True)]
    return ops.total(squares)


MEASURES = {
    "gini": functionals.gini_index,
    "largest": largest_share,
    "concentration": concentration,
}


def unevenness(view: View, ops: Ops) -> list[Number]:
    """Answers how unevenly the say is shared under each option, from 0 to 1.

    Raises: FrameworkError where nobody has any say under an option.
    """
    measure = MEASURES[view.parameters["measure"]]
    found: list[Number] = []
    for option, row in zip(view.options, view.cells, strict=True):
        say = functionals.held(row, view.counts)
        silent = f"influence.{option} leaves nobody any say: give somebody more than 0"
        if not say.values:
            raise FrameworkError(silent)
        try:
            found.append(measure(say, ops))
        except ZeroDivisionError as error:
            raise FrameworkError(silent) from error
    return found


def compare(view: View, ops: Ops) -> Findings:
    """Finds by how much more evenly the first option of a pair shares the say."""
    found = unevenness(view, ops)
    return Findings({(None, a, b): found[b] - found[a] for a, b in view.pairs})


def word(claim: Claim) -> str:
    """Puts one comparison into a sentence; its margin is in no unit of the case."""
    if claim.parameters["measure"] == "largest":
        return f'"{claim.better}" leaves nobody as large a share of the say as "{claim.worse}" does'
    return f'"{claim.better}" shares the say over what is decided more evenly than "{claim.worse}"'


FRAMEWORK = Framework(
    id="democratization",
    title="Democratization",
    scheme="An option is better in one respect if people share the say over what is decided more "
    "evenly.",
    source="Dahl 1989",
    compare=compare,
    word=word,
    reads="influence",
    value=unevenness,
    value_is_burden=True,
    persons=False,
    unit="of unevenness",
    parameters=(
        Parameter(
            "measure",
            "gini (the Gini index of the say), largest (the share of the most influential person) "
            "or concentration (the sum of squared shares).",
            kind="choice",
            default="gini",
            choices=tuple(MEASURES),
        ),
    ),
    critical_questions=(
        CriticalQuestion(
            "affected",
            "Are all who have a say affected, and all who are affected counted?",
            "it gives a say to people whom the decision does not affect, or leaves some out",
        ),
        CriticalQuestion(
            "power",
            "Does an equal share of votes give equal power to decide?",
            "equal votes do not give equal power to decide here",
        ),
        CriticalQuestion(
            "competence",
            "Does the decision need knowledge that few have?",
            "the decision needs knowledge that few have",
        ),
        CriticalQuestion(
            "rights",
            "Would a majority decide over what is a minority's own?",
            "it would let a majority decide over what is a minority's own",
        ),
    ),
)
