"""Families of games from the literature on Kantian equilibrium, with their closed forms.

Letters are those of the literature: `n` players, `a` the gain from the first unit, `b` how much
every unit taken lowers the gain of all, `c` cost. What a player chooses is called x, the sum X.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from argue.construct.games.data import (
    MOST_PLAYERS,
    Concept,
    Game,
    GameError,
    Profile,
    UnboundedOptimum,
)
from argue.construct.games.dilemmas import prisoners_dilemma, volunteer
from argue.construct.games.letters import PLAYERS, Letter, Values, read_letters
from argue.construct.games.shared_lake import govsim
from argue.errors import UnknownId
from argue.model.numbers import Number

ZERO, ONE = Fraction(0), Fraction(1)


@dataclass(frozen=True, slots=True)
class Family:
    """A kind of game with parameters: what it models, where it comes from, how it is built.

    `outsiders` are those its games affect though they do not play.
    """

    id: str
    title: str
    source: str
    letters: tuple[Letter, ...]
    build: Callable[[Values], Game]
    outsiders: tuple[str, ...] = ()


def family_game(family: str, /, **letters: Any) -> Game:
    """Answers a game of a family with these letters.

    Raises: UnknownId for a family there is none of; GameError for a letter that is missing,
    unknown or outside its domain.
    """
    if family not in FAMILIES:
        raise UnknownId("family of games", family, FAMILIES)
    found = FAMILIES[family]
    return found.build(read_letters(found.letters, letters))


def _same(strategy: Callable[[], Number], n: int) -> Callable[[], Profile]:
    return lambda: (strategy(),) * n


def _commons(v: Values, name: str = "commons") -> Game:
    """Each x earns a - bX and costs c; `m` is the most that one can take."""
    a, b, c, n = v["a"], v["b"], v["c"], int(v["n"])

    def payoff(i: int, profile: Sequence[Number]) -> Number:
        return profile[i] * (a - b * sum(profile)) - c * profile[i]

    alike = _same(lambda: _taken(v, Fraction(1, 2 * n)), n)
    closed = {
        Concept.NASH: _same(lambda: _taken(v, Fraction(1, n + 1)), n),
        **dict.fromkeys(
            (Concept.MULTIPLICATIVE, Concept.ADDITIVE, Concept.SIMPLE, Concept.PLANNER), alike
        ),
    }
    if a <= c:
        del closed[Concept.MULTIPLICATIVE]
    kind = Concept.MULTIPLICATIVE
    return Game(name, n, ZERO, v["m"], payoff, "units taken", kantian=kind, closed=closed)


def _taken(v: Values, share: Fraction) -> Fraction:
    """Answers a share of what would leave no gain to anyone, or what one can take if less.

    Raises: UnboundedOptimum without rivalry and without a bound on what one can take.
    """
    a, b, c, m = v["a"], v["b"], v["c"], v["m"]
    if a <= c:
        return ZERO
    if b > 0:
        return (a - c) * share / b if m is None else min(m, (a - c) * share / b)
    if m is None:
        raise UnboundedOptimum(
            "b",
            "is 0, so that nobody's taking lowers what others get and more is always better; "
            "write b more than 0, or m, the most that one player can take",
        )
    return m


def _cournot(v: Values) -> Game:
    """The commons whose units are goods sold at a - bX; buyers keep the surplus, bX²/2."""
    game = _commons({**v, "m": None}, "cournot")
    half = v["b"] / 2
    return Game(
        game.name,
        game.players,
        ZERO,
        None,
        game.payoff,
        "units sold",
        kantian=game.kantian,
        closed=game.closed,
        outsiders={"consumers": lambda profile: half * sum(profile) ** 2},
    )


def _commons_quadratic(v: Values) -> Game:
    """Each x earns a - bX and costs cx²/2."""
    a, b, c, n = v["a"], v["b"], v["c"], int(v["n"])

    def payoff(i: int, profile: Sequence[Number]) -> Number:
        return profile[i] * (a - b * sum(profile)) - c * profile[i] ** 2 / 2

    alike = _same(lambda: a / (2 * b * n + c), n)
    closed = {
        Concept.NASH: _same(lambda: a / (b * n + b + c), n),
        **dict.fromkeys(
            (Concept.MULTIPLICATIVE, Concept.ADDITIVE, Concept.SIMPLE, Concept.PLANNER), alike
        ),
    }
    kind = Concept.MULTIPLICATIVE
    return Game("commons-quadratic", n, ZERO, None, payoff, "effort", kantian=kind, closed=closed)


def _public_good(v: Values) -> Game:
    """Each x builds a good G = X, worth θ ln G to a player; players differ in θ."""
    theta: tuple[Fraction, ...] = v["theta"]
    n = len(theta)
    if not 2 <= n <= MOST_PLAYERS:
        raise GameError("theta", f"needs 2 to {MOST_PLAYERS} numbers, one a player")
    most = max(theta)
    keen = [t == most for t in theta]
    nash = tuple(t / sum(keen) if k else ZERO for t, k in zip(theta, keen, strict=True))

    def payoff(i: int, profile: Sequence[Number]) -> Number:
        return float(theta[i]) * math.log(sum(profile)) - profile[i]

    kinds = [Concept.MULTIPLICATIVE, Concept.PLANNER]
    if all(keen):
        kinds += [Concept.SIMPLE, Concept.ADDITIVE]
    return Game(
        "public-good",
        n,
        ZERO,
        None,
        payoff,
        "units given",
        symmetric=all(keen),
        kantian=Concept.MULTIPLICATIVE,
        closed={Concept.NASH: lambda: nash, **dict.fromkeys(kinds, lambda: theta)},
    )


def _team(v: Values) -> Game:
    """Each x yields a, shared equally by all, and costs the one who does it x²/2."""
    a, n = v["a"], int(v["n"])

    def payoff(i: int, profile: Sequence[Number]) -> Number:
        return a * sum(profile) / n - profile[i] ** 2 / 2

    kinds = (Concept.MULTIPLICATIVE, Concept.ADDITIVE, Concept.SIMPLE, Concept.PLANNER)
    closed = {Concept.NASH: _same(lambda: a / n, n), **dict.fromkeys(kinds, _same(lambda: a, n))}
    return Game("team", n, ZERO, None, payoff, "effort", kantian=Concept.ADDITIVE, closed=closed)


_A = Letter("a", "gain from the first unit, in payoff a unit", low=0, above=True)
_B = Letter("b", "fall of that gain with each unit anyone takes", low=0, above=True)
_C = Letter("c", "cost of a unit, in payoff a unit", ZERO, low=0)
_M = Letter("m", "most units that one player can take", optional=True, low=0, above=True)

FAMILIES: Mapping[str, Family] = MappingProxyType(
    {
        family.id: family
        for family in (
            Family(
                "commons",
                "A resource that yields less to everyone the more anyone takes",
                "Roemer 2019",
                (PLAYERS, _A, Letter("b", _B.doc, low=0), _C, _M),
                _commons,
            ),
            Family(
                "commons-quadratic",
                "A commons in which effort costs more the more of it one makes",
                "Roemer 2019",
                (PLAYERS, _A, _B, Letter("c", "cost: a player pays cx²/2", ONE, low=0)),
                _commons_quadratic,
            ),
            Family(
                "public-good",
                "A good that all enjoy and anyone may pay for",
                "Roemer 2010",
                (Letter("theta", "what ln G is worth to each", low=0, above=True, many=True),),
                _public_good,
            ),
            Family(
                "team",
                "A team that shares equally what its members produce",
                "Roemer 2019",
                (PLAYERS, Letter("a", "yield of a unit of effort", low=0, above=True)),
                _team,
            ),
            Family(
                "cournot",
                "Firms that sell at a price falling in what all of them sell",
                "Cournot 1838",
                (PLAYERS, _A, _B, _C),
                _cournot,
                ("consumers",),
            ),
            Family(
                "volunteer",
                "A dilemma in which one volunteer is enough for all",
                "Diekmann 1985",
                (
                    PLAYERS,
                    Letter("b", "benefit to each if anyone volunteers", ONE, low=0, above=True),
                    Letter("c", "cost of volunteering, at most b", low=0, above=True),
                ),
                volunteer,
            ),
            Family(
                "prisoners-dilemma",
                "A dilemma in which each gains by defecting whatever the other does",
                "Rapoport and Chammah 1965",
                (
                    Letter("T", "payoff of the one who alone defects"),
                    Letter("R", "payoff of each if both cooperate"),
                    Letter("P", "payoff of each if both defect"),
                    Letter("S", "payoff of the one who alone cooperates"),
                ),
                prisoners_dilemma,
            ),
            Family(
                "govsim",
                "A lake whose fish multiply every month up to what it can hold",
                "Piatti et al. 2024",
                (
                    Letter("n", PLAYERS.doc, Fraction(5), low=2, high=20, whole=True),
                    Letter("cap", "tonnes the lake holds", Fraction(100), low=1, high=200),
                    Letter("g", "factor of growth a month", Fraction(2), low=1, above=True),
                    Letter("months", "months fished", Fraction(12), low=1, high=60, whole=True),
                ),
                govsim,
            ),
        )
    }
)
"""Every family by its id."""
