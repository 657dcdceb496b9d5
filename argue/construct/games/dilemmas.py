"""Dilemmas of two acts, played with probabilities: the volunteer's and the prisoners'.

Source: Diekmann 1985; Rapoport and Chammah 1965; Roemer 2019 for their simple Kantian equilibria.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from argue.construct.games.data import Concept, Game, GameError
from argue.construct.games.letters import Values
from argue.model.numbers import Number

ZERO, ONE = Fraction(0), Fraction(1)


def volunteer(v: Values) -> Game:
    """All get b if anyone volunteers, which costs c; x is the probability of volunteering."""
    b, c, n = v["b"], v["c"], int(v["n"])
    if c > b:
        raise GameError("c", f"is {c}, more than b = {b}: nobody gains by volunteering; lower c")

    def payoff(i: int, profile: Sequence[Number]) -> Number:
        nobody = ONE
        for x in profile:
            nobody = nobody * (1 - x)
        return b * (1 - nobody) - c * profile[i]

    closed = {
        Concept.NASH: lambda: (1 - _root(c / b, n - 1),) * n,
        Concept.SIMPLE: lambda: (1 - _root(c / (n * b), n - 1),) * n,
        Concept.PLANNER: lambda: (ONE, *(ZERO,) * (n - 1)),
    }
    return Game("volunteer", n, ZERO, ONE, payoff, "probability of volunteering", closed=closed)


def _root(value: Fraction, degree: int) -> Number:
    return value if degree == 1 else float(value) ** (1 / degree)


def prisoners_dilemma(v: Values) -> Game:
    """Two players cooperate or defect; x is the probability of cooperating."""
    t, r, p, s = (v[letter] for letter in "TRPS")
    if not t > r > p >= s:
        raise GameError("T", f"T > R > P >= S must hold, but they are {t}, {r}, {p}, {s}")

    def payoff(i: int, profile: Sequence[Number]) -> Number:
        x, y = profile[i], profile[1 - i]
        return x * (y * r + (1 - y) * s) + (1 - x) * (y * t + (1 - y) * p)

    def simple() -> Number:
        return ONE if s + t <= 2 * r else (s + t - 2 * p) / (2 * (s + t - r - p))

    closed = {
        Concept.NASH: lambda: (ZERO, ZERO),
        Concept.SIMPLE: lambda: (simple(),) * 2,
        Concept.PLANNER: lambda: (ONE, ONE) if s + t <= 2 * r else (ONE, ZERO),
    }
    name, unit = "prisoners-dilemma", "probability of cooperating"
    return Game(name, 2, ZERO, ONE, payoff, unit, closed=closed)
