"""The models of [Levine20]: how likely people are to find an act acceptable.

Each is a logistic curve in one quantity; n counts those who act. In all of them `tau` says how
strongly the quantity counts and `beta` (or `theta`) shifts the curve.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import exp
from types import MappingProxyType

from argue.construct.universal import utility_of_use
from argue.model.case import Shape, UniversalShape
from argue.norms.human.levine_2020 import POPULATION, UTILITY, Group, Threshold

HARMLESS: Threshold = (2 * POPULATION, 2 * POPULATION + 1)
"""A threshold that is out of reach, where any number may act without harm."""

Utility = Callable[[int], float]
"""U(n): how good it is for all together if n people act."""


def logistic(z: float) -> float:
    """Answers 1 / (1 + exp(-z)), without overflow."""
    if z >= 0:
        return 1 / (1 + exp(-z))
    return exp(z) / (1 + exp(z))


@dataclass(frozen=True, slots=True)
class Situation:
    """What the models read of a vignette: the utility of use, and how many would, do and object."""

    utility: Utility
    interested: int
    actors: int = 0
    prohibitive: int = 0
    population: int = POPULATION


def universalization(situation: Situation, *, tau: float, beta: float) -> float:
    """Answers P(acceptable) from what would happen if all who are interested did it.

    1 / (1 + exp(tau (U(0) - U(n_i)) + beta)). Source: [Levine20], model 1.
    """
    utility = situation.utility
    return logistic(-(tau * (utility(0) - utility(situation.interested)) + beta))


def outcome(situation: Situation, *, tau: float, beta: float) -> float:
    """Answers P(acceptable) from what one more actor changes, given those who do act.

    1 / (1 + exp(tau (U(n_a) - U(n_a + 1)) + beta)). Source: [Levine20], model 2.
    """
    utility, actors = situation.utility, situation.actors
    return logistic(-(tau * (utility(actors) - utility(actors + 1)) + beta))


def pessimistic_outcome(situation: Situation, *, tau: float, beta: float) -> float:
    """Answers P(acceptable) from what one more actor changes, if all interested act as well.

    The outcome model with n_a := n_i. Source: [Levine20], model 3.
    """
    utility, actors = situation.utility, situation.interested
    return logistic(-(tau * (utility(actors) - utility(actors + 1)) + beta))


def rule(situation: Situation, *, p: float) -> float:
    """Answers P(acceptable) from whether a rule forbids it: 1 - p if so, else p.

    A rule is there if anybody holds a norm against the act. Source: [Levine20], model 4.
    """
    return 1 - p if situation.prohibitive else p


def norm(situation: Situation, *, tau: float, theta: float) -> float:
    """Answers P(acceptable) from the share of people who hold a norm against it.

    1 / (1 + exp(tau n_p / n + theta)). Source: [Levine20], model 5.
    """
    return logistic(-(tau * situation.prohibitive / situation.population + theta))


MODELS: Mapping[str, Callable[[Situation], float]] = MappingProxyType(
    {
        "universalization": lambda s: universalization(s, tau=1, beta=0),
        "outcome": lambda s: outcome(s, tau=1, beta=0),
        "pessimistic outcome": lambda s: pessimistic_outcome(s, tau=1, beta=0),
        "rule": lambda s: rule(s, p=0.75),
        "norm": lambda s: norm(s, tau=1, theta=0.5),
    }
)
"""The five models at nominal parameters, for what they say is more acceptable than what."""


def ideal_utility(threshold: Threshold | None) -> Utility:
    """Answers the idealised U: 0 if nobody acts, 1 below the threshold, 0 from it on."""
    return lambda n: 1.0 if n > 0 and (threshold is None or n < threshold[0]) else 0.0


def measured_utility(threshold: Threshold) -> Utility:
    """Answers the U that other participants stated, known for the numbers asked about and 0."""
    stated = UTILITY[threshold]
    return lambda n: stated[n] if n else 0.0


def shape_of(group: Group) -> UniversalShape:
    """Answers a vignette as the engine reads it: one gained, one lost where harm is complete.

    Raises: ValueError for a study whose figures do not say how many are interested.
    """
    if group.interested is None:
        raise ValueError(f"study {group.study} does not say how many are interested")
    first, complete = group.threshold or HARMLESS
    return UniversalShape(
        shape=Shape.THRESHOLD,
        population=Fraction(POPULATION),
        interested=Fraction(group.interested),
        gain=Fraction(1),
        loss=Fraction(1),
        threshold=(Fraction(first), Fraction(complete)),
    )


def engine_utility(group: Group) -> Utility:
    """Answers the U by which the engine's universalization test judges a vignette."""
    shape = shape_of(group)
    return lambda n: float(utility_of_use(shape, Fraction(n)))


def situation_of(group: Group) -> Situation:
    """Answers what the models read of a vignette, with the engine's utility of use."""
    shape = shape_of(group)
    return Situation(
        utility=engine_utility(group),
        interested=int(shape.interested),
        prohibitive=group.prohibitive,
    )


def passes(group: Group) -> bool:
    """Answers whether the act passes the engine's test: all interested acting is no worse."""
    shape = shape_of(group)
    return utility_of_use(shape, shape.interested) >= 0
