"""Equilibria of games in which each player chooses a number: by closed form, list, or search.

Source: Roemer 2010, 2019 (Kantian); Alger and Weibull 2013, and 2016 for more than two players
(Homo moralis); Nash 1951. A profile in which nobody does anything is multiplied into itself
whatever the factor, so that every such game would have it as a multiplicative Kantian equilibrium:
it is left out, as is every profile in which some player does nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from math import comb
from types import MappingProxyType

from argue.construct.games.checks import is_additive, is_multiplicative, is_nash, is_symmetric_best
from argue.construct.games.data import (
    WEIGHTED,
    Concept,
    Equilibrium,
    Game,
    GameError,
    NoEquilibrium,
    Profile,
    UnboundedOptimum,
)
from argue.construct.games.search import (
    climb,
    common_root,
    falling_roots,
    largest,
    negligible,
    safe,
    slope,
)
from argue.errors import LimitExceeded
from argue.model.numbers import Number

ZERO = Fraction(0)
MOST_SEARCHED = 50
"""How many players a game may have where profiles of all of them are searched."""

_LITTLE = 1e-3
"""How much is next to nothing where doing it makes no difference either."""

Judged = Callable[[Number, Number], Number]
"""What a player who does the first thinks of it when each of the others does the second."""


def equilibrium(
    game: Game, concept: Concept, *, weight: Number | None = None, search: bool = False
) -> Equilibrium:
    """Answers the equilibrium of this kind; of several the one with the smallest total.

    `weight` in [0, 1] is the degree of morality or altruism, for the concepts that have one.
    `search` leaves closed forms aside.

    Raises: NoEquilibrium if there is none; UnboundedOptimum if more is always better; GameError
    for a weight that is missing, out of place or outside [0, 1]; LimitExceeded past a bound.
    """
    found = equilibria(game, concept, weight=weight, search=search)
    if not found:
        raise NoEquilibrium(f"no {concept} equilibrium of the game {game.name} was found")
    return min(found, key=lambda e: (e.total, e.profile))


def equilibria(
    game: Game, concept: Concept, *, weight: Number | None = None, search: bool = False
) -> tuple[Equilibrium, ...]:
    """Answers the equilibria of this kind that were found; the symmetric ones where it has any.

    Raises: as `equilibrium`, save NoEquilibrium.
    """
    _check_weight(concept, weight)
    if not search and concept in game.closed:
        return (_found(game, concept, game.closed[concept](), "closed form"),)
    how = "enumeration" if game.step is not None else "search"
    profiles = _METHODS[concept](game, weight)
    return tuple(_found(game, concept, p, how, weight) for p in dict.fromkeys(profiles))


def _found(
    game: Game, concept: Concept, profile: Profile, how: str, weight: Number | None = None
) -> Equilibrium:
    return Equilibrium(concept, profile, game.payoffs(profile), how, weight)


def _check_weight(concept: Concept, weight: Number | None) -> None:
    if concept not in WEIGHTED:
        if weight is not None:
            raise GameError("weight", f"has no meaning for {concept}; leave it out")
    elif weight is None or not 0 <= weight <= 1:
        given = "missing" if weight is None else f"{weight}"
        raise GameError("weight", f"is {given}, but {concept} needs a number from 0 to 1")


def _symmetric(game: Game, judged: Judged) -> Iterator[Profile]:
    """Yields the profiles in which what all do is best for each, given the others."""
    if game.step is not None:
        for strategy in game.grid():
            own = judged(strategy, strategy)
            if all(judged(other, strategy) <= own for other in game.grid()):
                yield game.all_play(strategy)
        return

    def gain(x: float) -> float:
        return slope(safe(lambda z: judged(z, x)), x)

    ends = [float(e) for e in (game.low, game.high) if e is not None]
    found = False
    for candidate in (*ends, *falling_roots(gain, game.low, game.high)):
        if is_symmetric_best(game, judged, candidate):
            found = True
            yield game.all_play(candidate)
    if not found and game.high is None and gain(2.0**30) > 0:
        raise UnboundedOptimum("", "more is always better, so there is no equilibrium")


def _nash(game: Game, weight: Number | None) -> Iterator[Profile]:
    if game.symmetric:
        yield from _symmetric(game, game.against)
        return
    _searchable(game)
    for start in _starts(game):
        profile = list(start)
        for _ in range(200):
            before = tuple(profile)
            for i in range(game.players):
                profile[i] = largest(_alone(game, profile, i), game.low, game.high).place
            if max(abs(x - y) for x, y in zip(before, profile, strict=True)) < 1e-9:
                break
        if is_nash(game, profile):
            yield tuple(round(x, 9) for x in profile)
            return


def _alone(game: Game, profile: Sequence[float], i: int) -> Callable[[float], Number]:
    rest = list(profile)

    def paid(own: float) -> Number:
        return game.payoff(i, [*rest[:i], own, *rest[i + 1 :]])

    return paid


def _simple(game: Game, weight: Number | None) -> Iterator[Profile]:
    """Yields the best of the profiles in which all do the same, for a symmetric game."""
    if not game.symmetric:
        raise NoEquilibrium(
            f"players of {game.name} differ, so that no one profile of equals is best for all: "
            "ask for the multiplicative or the additive Kantian equilibrium"
        )
    if game.step is not None:
        yield game.all_play(max(game.grid(), key=lambda x: game.against(x, x)))
        return
    yield game.all_play(largest(lambda x: game.against(x, x), game.low, game.high).place)


def _multiplicative(game: Game, weight: Number | None) -> Iterator[Profile]:
    if game.symmetric:
        yield from (p for p in _simple(game, None) if p[0] > 1e-9)
        return

    def residuals(profile: Sequence[float]) -> list[float]:
        return [
            slope(safe(lambda f, i=i: game.payoff(i, [f * x for x in profile])), 1.0)
            for i in range(game.players)
        ]

    found = _confirmed(game, residuals, is_multiplicative)
    yield from (p for p in found if not _idle(game, p))


def _idle(game: Game, profile: Profile) -> bool:
    """Answers whether next to nothing is done, and all get as much by doing nothing at all."""
    if max(profile) > _LITTLE:
        return False
    nothing = game.all_play(ZERO)

    def gain(i: int) -> float:
        return float(game.payoff(i, profile)) - safe(lambda _: game.payoff(i, nothing))(0.0)

    return all(negligible(gain(i), float(game.payoff(i, profile))) for i in range(game.players))


def _additive(game: Game, weight: Number | None) -> Iterator[Profile]:
    if game.symmetric:
        yield from _simple(game, None)
        return

    def residuals(profile: Sequence[float]) -> list[float]:
        return [
            slope(safe(lambda r, i=i: game.payoff(i, [x + r for x in profile])), 0.0)
            for i in range(game.players)
        ]

    yield from _confirmed(game, residuals, is_additive)


def _confirmed(
    game: Game,
    residuals: Callable[[Sequence[float]], Sequence[float]],
    check: Callable[[Game, Sequence[Number]], bool],
) -> Iterator[Profile]:
    """Yields the first profile that is found and that a check confirms."""
    _searchable(game)
    high = float("inf") if game.high is None else float(game.high)
    for profile in common_root(residuals, _starts(game), (float(game.low), high)):
        if check(game, profile):
            yield profile
            return


def _homo_moralis(game: Game, weight: Number | None) -> Iterator[Profile]:
    """Yields what is best if each of the others does as oneself with probability `weight`."""
    kappa, others = weight or ZERO, game.players - 1

    def judged(own: Number, theirs: Number) -> Number:
        return sum(
            comb(others, k)
            * kappa**k
            * (1 - kappa) ** (others - k)
            * game.payoff(0, (*(own,) * (k + 1), *(theirs,) * (others - k)))
            for k in range(others + 1)
        )

    yield from _symmetric(_alike(game), judged)


def _altruist(game: Game, weight: Number | None) -> Iterator[Profile]:
    """Yields what is best when another's payoff has the weight, and one's own the rest."""
    care = weight or ZERO

    def judged(own: Number, theirs: Number) -> Number:
        profile = (own, *(theirs,) * (game.players - 1))
        return (1 - care) * game.payoff(0, profile) + care * game.payoff(1, profile)

    yield from _symmetric(_alike(game), judged)


def _alike(game: Game) -> Game:
    if not game.symmetric:
        raise NoEquilibrium(f"players of {game.name} differ: this concept is for players alike")
    return game


def _planner(game: Game, weight: Number | None) -> Iterator[Profile]:
    """Yields a profile with the largest total; with a step, of those in which all do the same."""
    if game.step is not None:
        yield game.all_play(max(game.grid(), key=lambda x: game.total(game.all_play(x))))
        return
    _searchable(game)
    starts = _starts(game)
    alike = largest(lambda x: game.total(game.all_play(x)), game.low, game.high).place
    top = 2 * alike + 1 if game.high is None else float(game.high)
    low = float(game.low)
    corners = [[*(top,) * k, *(low,) * (game.players - k)] for k in range(1, min(game.players, 6))]
    bounds = [(low, None if game.high is None else float(game.high))] * game.players
    place, _ = climb(game.total, [[alike] * game.players, *corners, *starts], bounds)
    yield place


def _starts(game: Game) -> list[list[float]]:
    low = float(game.low)
    room = 2.0 if game.high is None else float(game.high) - low
    uneven = [low + room * (i + 1) / (game.players + 1) for i in range(game.players)]
    return [[low + room * part] * game.players for part in (0.5, 0.1)] + [uneven]


def _searchable(game: Game) -> None:
    if game.players > MOST_SEARCHED:
        raise LimitExceeded(
            f"a game of {game.players} players without a closed form cannot be searched; at most "
            f"{MOST_SEARCHED} players, or use a family of games"
        )


_METHODS: Mapping[Concept, Callable[[Game, Number | None], Iterator[Profile]]] = MappingProxyType(
    {
        Concept.NASH: _nash,
        Concept.MULTIPLICATIVE: _multiplicative,
        Concept.ADDITIVE: _additive,
        Concept.SIMPLE: _simple,
        Concept.HOMO_MORALIS: _homo_moralis,
        Concept.ALTRUIST: _altruist,
        Concept.PLANNER: _planner,
    }
)
