"""Finite games: what each player gets for every way all of them can play, and their equilibria.

Source: Nash 1951; Roemer 2019 for simple Kantian equilibrium in pure and in mixed strategies.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, product
from math import prod
from types import MappingProxyType

from argue.construct.games.data import Game, GameError, NoEquilibrium
from argue.errors import LimitExceeded
from argue.model.numbers import Number

MOST_PROFILES = 20_000
"""How many ways of playing a table may list."""

MOST_MIXED = 8
"""How many strategies a game may have whose mixtures are found by listing supports."""

ZERO, ONE = Fraction(0), Fraction(1)

Play = tuple[str, ...]
"""A strategy a player, in the order of the players."""


@dataclass(frozen=True, slots=True)
class FiniteGame:
    """Players with their strategies, and the payoffs of all for each way of playing."""

    players: tuple[str, ...]
    strategies: tuple[tuple[str, ...], ...]
    table: Mapping[Play, tuple[Fraction, ...]]

    @property
    def plays(self) -> tuple[Play, ...]:
        """Every way of playing, in the order of the strategies."""
        return tuple(product(*self.strategies))

    @property
    def common(self) -> tuple[str, ...]:
        """The strategies, where all players have the same; empty where they do not."""
        return self.strategies[0] if len(set(self.strategies)) == 1 else ()

    @property
    def symmetric(self) -> bool:
        """Whether what one gets depends only on what it does and on how many do what else."""
        if not self.common:
            return False
        paid: dict[tuple[str, Play], Fraction] = {}
        for play, payoffs in self.table.items():
            for i, payoff in enumerate(payoffs):
                others = tuple(sorted((*play[:i], *play[i + 1 :])))
                if paid.setdefault((play[i], others), payoff) != payoff:
                    return False
        return True


def finite_game(
    players: Sequence[str],
    strategies: Sequence[Sequence[str]],
    table: Mapping[Play, Sequence[Fraction]],
) -> FiniteGame:
    """Answers a finite game, every way of playing present once.

    Raises: GameError for a row that is missing, unknown or of the wrong length; LimitExceeded
    past MOST_PROFILES.
    """
    size = prod(len(own) for own in strategies)
    if size > MOST_PROFILES:
        raise LimitExceeded(
            f"the game has {size} ways of playing; a table lists at most {MOST_PROFILES}: "
            "use a family of games or a payoff formula"
        )
    possible = tuple(product(*strategies))
    _check_rows(possible, table, len(players))
    rows = {play: tuple(table[play]) for play in possible}
    return FiniteGame(tuple(players), tuple(map(tuple, strategies)), MappingProxyType(rows))


def _check_rows(
    possible: Sequence[Play], table: Mapping[Play, Sequence[Fraction]], players: int
) -> None:
    known = frozenset(possible)
    strange = next((play for play in table if play not in known), None)
    if strange is not None:
        own = (", ".join(dict.fromkeys(names)) for names in zip(*possible, strict=True))
        message = f"{_said(strange)} is no way of playing; strategies: {'; '.join(own)}"
        raise GameError("payoffs", message)
    for play in possible:
        if play not in table:
            message = f"{_said(play)} is missing; every way of playing needs a row"
            raise GameError("payoffs", message)
        if len(table[play]) != players:
            raise GameError("payoffs", f"{_said(play)} needs {players} numbers, one a player")


def _said(play: Play) -> str:
    return f"`{', '.join(play)}`"


def pure_nash(game: FiniteGame) -> tuple[Play, ...]:
    """Answers the ways of playing in which nobody gains by doing something else alone."""
    return tuple(play for play in game.plays if _nobody_gains(game, play))


def _nobody_gains(game: FiniteGame, play: Play) -> bool:
    return all(
        game.table[(*play[:i], other, *play[i + 1 :])][i] <= game.table[play][i]
        for i, own in enumerate(game.strategies)
        for other in own
    )


def pure_planner(game: FiniteGame) -> Play:
    """Answers the first of the ways of playing with the largest total."""
    return max(game.plays, key=lambda play: sum(game.table[play]))


def pure_kantian(game: FiniteGame) -> Play:
    """Answers the first way for all to play the same that each player likes best.

    Raises: NoEquilibrium if players differ in their strategies, or in which they like best.
    """
    if not game.common:
        raise NoEquilibrium("the players' strategies differ, so they cannot all play the same")
    alike: list[Play] = [(strategy,) * len(game.players) for strategy in game.common]
    for play in alike:
        rows = [game.table[other] for other in alike]
        if all(row[i] <= paid for row in rows for i, paid in enumerate(game.table[play])):
            return play
    raise NoEquilibrium("players differ in what they would have all of them play")


@dataclass(frozen=True, slots=True)
class Mixture:
    """A probability for each strategy, and what each player gets if all play so."""

    shares: tuple[Fraction, ...]
    value: Fraction


def mixed_nash(game: FiniteGame) -> tuple[Mixture, ...]:
    """Answers the symmetric mixed equilibria of a symmetric game of two players, exactly.

    Pure ones included; of a continuum of equilibria its corners. Cost: exponential in the
    strategies.

    Raises: NoEquilibrium if the game is not symmetric; LimitExceeded past two players or
    MOST_MIXED strategies (`mixed_extension` serves two strategies and more players).
    """
    paid = _matrix(game)
    found: list[Mixture] = []
    for shares, value in _level(paid):
        against = [sum(a * p for a, p in zip(row, shares, strict=True)) for row in paid]
        if max(against) <= value:
            found.append(Mixture(shares, value))
    return tuple(found)


def mixed_kantian(game: FiniteGame) -> Mixture:
    """Answers the mixture that is best if all play it, for a symmetric game of two players.

    Exact: what all get is quadratic in the mixture, so that it is level along the support of the
    best one. Cost and errors as `mixed_nash`.
    """
    paid = _matrix(game)
    size = range(len(paid))
    mean = [[(paid[i][j] + paid[j][i]) / 2 for j in size] for i in size]
    return max((Mixture(shares, v) for shares, v in _level(mean)), key=lambda m: m.value)


def _matrix(game: FiniteGame) -> list[list[Fraction]]:
    """Answers what the first player gets, by its own and the other's strategy."""
    if not game.symmetric:
        raise NoEquilibrium("players differ, so that there is no one mixture for all of them")
    if len(game.players) != 2 or len(game.common) > MOST_MIXED:
        raise LimitExceeded(
            f"mixtures are found for two players and at most {MOST_MIXED} strategies, or for two "
            "strategies and any number of players"
        )
    return [[game.table[own, other][0] for other in game.common] for own in game.common]


def _level(paid: Sequence[Sequence[Fraction]]) -> Iterator[tuple[tuple[Fraction, ...], Fraction]]:
    """Yields mixtures against which all that they mix pays the same, and how much it pays."""
    size = len(paid)
    for length in range(1, size + 1):
        for support in combinations(range(size), length):
            rows = [[*(paid[i][j] for j in support), -ONE, ZERO] for i in support]
            solved = _solution([*rows, [*(ONE,) * length, ZERO, ONE]])
            if solved and min(solved[:-1]) >= 0:
                shares = dict(zip(support, solved, strict=False))
                yield tuple(shares.get(i, ZERO) for i in range(size)), solved[-1]


def _solution(rows: Sequence[Sequence[Fraction]]) -> list[Fraction]:
    """Answers the one solution of linear equations, the right side last; empty if not one."""
    table = [list(row) for row in rows]
    for column in range(len(table)):
        pivot = next((r for r in range(column, len(table)) if table[r][column]), None)
        if pivot is None:
            return []
        table[column], table[pivot] = table[pivot], table[column]
        scale = table[column][column]
        table[column] = [entry / scale for entry in table[column]]
        for r, row in enumerate(table):
            if r != column and row[column]:
                factor = row[column]
                pairs = zip(row, table[column], strict=True)
                table[r] = [entry - factor * base for entry, base in pairs]
    return [row[-1] for row in table]


def mixed_extension(game: FiniteGame) -> Game:
    """Answers the game in which each player chooses the probability of its first strategy.

    Raises: NoEquilibrium unless the game is symmetric with two strategies.
    """
    if not game.symmetric or len(game.common) != 2:
        raise NoEquilibrium("a game of probabilities needs two strategies and players alike")
    count = len(game.players)

    def payoff(i: int, profile: Sequence[Number]) -> Number:
        return sum(
            prod(_chance(game, s, p) for s, p in zip(play, profile, strict=True)) * row[i]
            for play, row in game.table.items()
        )

    return Game("table", count, ZERO, ONE, payoff, f"probability of {game.common[0]}")


def _chance(game: FiniteGame, strategy: str, first: Number) -> Number:
    return first if strategy == game.common[0] else 1 - first
