"""What a complaint is multiplied by: consent, responsibility, rights, allowing, challenges."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from argue.construct.worlds import Question, World, open_answers
from argue.model.case import Case, ChallengeStatus, FrameworkUse, TargetKind
from argue.model.framework import Framework

ZERO, ONE = Fraction(0), Fraction(1)


def factors(case: Case, use: FrameworkUse, kind: Framework, world: World) -> list[list[Fraction]]:
    """Answers by option and standpoint what a complaint is multiplied by in a world."""
    parameters = {**kind.defaults(), **use.parameters}
    standing = [
        case.challenges[name]
        for name in complaint_challenges(case, use, kind)
        if world[Question("challenge", name)]
    ]
    rows: list[list[Fraction]] = []
    for option in case.options:
        row = [_factor(case, option, k, parameters) for k in case.standpoints]
        for challenge in standing:
            if challenge.against.worse in (None, option):
                index = list(case.standpoints).index(str(challenge.against.voice))
                row[index] *= challenge.factor
        rows.append(row)
    return rows


def _factor(case: Case, option: str, standpoint: str, parameters: Mapping[str, Any]) -> Fraction:
    person, plan = case.standpoints[standpoint], case.options[option]
    if option in person.consent:
        return ZERO
    wronged = standpoint in plan.uses_as_means or standpoint in plan.breaches_right_of
    weight = Fraction(parameters["rights_weight"]) if wronged else ONE
    if standpoint in plan.allows_harm_to:
        weight *= Fraction(parameters["allowed_weight"])
    if option not in person.responsible:
        return weight
    return (ONE - person.responsible[option]) * weight


def complaint_challenges(case: Case, use: FrameworkUse, kind: Framework) -> tuple[str, ...]:
    """Answers the challenges that change a complaint, rather than undercut one reason.

    They name a standpoint and no single comparison, and can stand: neither refuted nor resting
    on a fact that is settled otherwise.
    """
    if not kind.complaints:
        return ()
    return tuple(
        c.id
        for c in case.challenges.values()
        if c.status is not ChallengeStatus.REFUTED
        and c.against.kind is TargetKind.SOURCE
        and c.against.name == use.id
        and c.against.voice in case.standpoints
        and c.against.better is None
        and open_answers(case, c.condition) is not None
    )
