"""Fits of a logistic curve to counts of yes and no, by Fisher scoring.

For the plain logistic curve this is Newton's method. A curve may also run from a share that says
yes whatever the features are (`base`) over the share whose answer varies (`reach`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import erfc, exp, fsum, gamma, log, sqrt

from argue.errors import ArgueError
from argue.norms.human.models import logistic

MOST_STEPS = 100
PRECISION = 1e-10
"""A fit is found when no coefficient moves by more than this share of itself plus one."""


@dataclass(frozen=True, slots=True)
class Observation:
    """So many yes of so many people, where the features (a 1 for the intercept too) are these."""

    features: tuple[float, ...]
    yes: int
    people: int


@dataclass(frozen=True, slots=True)
class Curve:
    """P(yes) = base + reach * logistic(coefficients . features)."""

    coefficients: tuple[float, ...]
    base: float = 0.0
    reach: float = 1.0

    def at(self, features: Sequence[float]) -> float:
        """Answers the probability of yes."""
        return self.base + self.reach * self._share(features)

    def slope(self, features: Sequence[float]) -> float:
        """Answers how fast that probability grows with the weighted sum of the features."""
        share = self._share(features)
        return self.reach * share * (1 - share)

    def moved(self, step: Sequence[float]) -> Curve:
        """Answers the curve whose coefficients are changed by a step."""
        pairs = zip(self.coefficients, step, strict=True)
        return Curve(tuple(c + s for c, s in pairs), self.base, self.reach)

    def _share(self, features: Sequence[float]) -> float:
        pairs = zip(self.coefficients, features, strict=True)
        return logistic(fsum(c * x for c, x in pairs))


@dataclass(frozen=True, slots=True)
class Fit:
    """The most likely curve and how well it does; `nll` is of the single answers, in nats."""

    curve: Curve
    nll: float

    @property
    def aic(self) -> float:
        """Akaike's criterion, smaller being better: twice the parameters plus twice the NLL."""
        return aic(self.nll, len(self.curve.coefficients))


def aic(nll: float, parameters: int) -> float:
    """Answers Akaike's criterion of a model with so many fitted parameters."""
    return 2 * parameters + 2 * nll


def log_loss(observations: Sequence[Observation], predictions: Sequence[float]) -> float:
    """Answers the negative log likelihood of single answers, in nats."""
    return fsum(
        _surprise(entry.yes, p) + _surprise(entry.people - entry.yes, 1 - p)
        for entry, p in zip(observations, predictions, strict=True)
    )


def _surprise(count: int, probability: float) -> float:
    if count == 0:
        return 0.0
    return -count * log(probability) if probability > 0 else float("inf")


def fit(observations: Sequence[Observation], *, base: float = 0.0, reach: float = 1.0) -> Fit:
    """Answers the most likely curve.

    Raises: ArgueError if the features determine each other, or no finite curve is most likely.
    """
    curve = Curve((0.0,) * len(observations[0].features), base, reach)
    for _ in range(MOST_STEPS):
        step = _solved(*_scoring(observations, curve))
        curve, step = _descended(observations, curve, step)
        pairs = zip(step, curve.coefficients, strict=True)
        if all(abs(s) <= PRECISION * (1 + abs(c)) for s, c in pairs):
            return Fit(curve, _loss(observations, curve))
    raise ArgueError("no finite curve fits best: the features separate yes from no")


def _loss(observations: Sequence[Observation], curve: Curve) -> float:
    return log_loss(observations, [curve.at(entry.features) for entry in observations])


def _scoring(
    observations: Sequence[Observation], curve: Curve
) -> tuple[list[list[float]], list[float]]:
    """Answers the Fisher information and the gradient of the log likelihood."""
    size = range(len(curve.coefficients))
    information, gradient = [[0.0 for _ in size] for _ in size], [0.0 for _ in size]
    for entry in observations:
        p, slope, x = curve.at(entry.features), curve.slope(entry.features), entry.features
        # Where p is 0 or 1 to the last digit an answer says nothing about the curve.
        weight = slope / (p * (1 - p)) if 0 < p < 1 else 0.0
        for i in size:
            gradient[i] += weight * (entry.yes - entry.people * p) * x[i]
            for j in size:
                information[i][j] += weight * slope * entry.people * x[i] * x[j]
    return information, gradient


def _descended(
    observations: Sequence[Observation], curve: Curve, step: Sequence[float]
) -> tuple[Curve, Sequence[float]]:
    """Answers the curve after a step, halved until it fits no worse, and the step taken."""
    before = _loss(observations, curve)
    while _loss(observations, curve.moved(step)) > before and max(map(abs, step)) > PRECISION:
        step = [s / 2 for s in step]
    return curve.moved(step), step


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Answers x with matrix x = right, by elimination with the largest pivot first."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    largest = max(abs(value) for row in matrix for value in row)
    size = len(rows)
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(rows[row][column]))
        if abs(rows[pivot][column]) <= 1e-13 * largest:
            raise ArgueError("no single curve fits best: the features determine each other")
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for row in (row for row in range(size) if row != column):
            factor = rows[row][column] / rows[column][column]
            rows[row] = [a - factor * b for a, b in zip(rows[row], rows[column], strict=True)]
    return [rows[row][size] / rows[row][row] for row in range(size)]


def chi_square_tail(value: float, degrees: int) -> float:
    """Answers how likely a chi-square variable is to be at least this large.

    Cost: linear in the degrees of freedom.
    """
    half = value / 2
    odd = degrees % 2
    tail = erfc(sqrt(half)) if odd else exp(-half)
    for below in range(1 if odd else 2, degrees, 2):
        tail += half ** (below / 2) * exp(-half) / gamma(below / 2 + 1)
    return tail
