"""The definitions themselves, applied to one profile: is it an equilibrium, is it efficient?

Each looks for a better choice along the one line the definition speaks of, and says no if the
gain is more than the search's own error.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from argue.construct.games.data import Game, GameError, UnboundedOptimum
from argue.construct.games.search import largest, negligible, safe
from argue.model.numbers import Number


def is_nash(game: Game, profile: Sequence[Number]) -> bool:
    """Answers whether no player gains by changing what it alone does."""
    bounds = (game.low, game.high)
    for i in _different(game, profile):
        rest = list(profile)

        def paid(own: Number, i: int = i, rest: Sequence[Number] = rest) -> Number:
            return game.payoff(i, [*rest[:i], own, *rest[i + 1 :]])

        if not _best_at(paid, profile[i], bounds, game.grid()):
            return False
    return True


def is_multiplicative(game: Game, profile: Sequence[Number]) -> bool:
    """Answers whether no player would rather have everyone multiply by one factor.

    No profile in which somebody does nothing counts (`argue.construct.games.equilibria`).
    """
    if min(profile) <= 0:
        return False
    least = max(game.low, Fraction(0)) / min(profile)
    most = None if game.high is None else game.high / max(profile)

    def scaled(factor: Number) -> list[Number]:
        return [factor * x for x in profile]

    return _all_content(game, scaled, [x / profile[0] for x in game.grid()], (1, least, most))


def is_additive(game: Game, profile: Sequence[Number]) -> bool:
    """Answers whether no player would rather have everyone add the same amount, or take it off."""
    least = game.low - min(profile)
    most = None if game.high is None else game.high - max(profile)

    def moved(amount: Number) -> list[Number]:
        return [x + amount for x in profile]

    return _all_content(game, moved, [x - profile[0] for x in game.grid()], (0, least, most))


def _all_content(
    game: Game,
    changed: Callable[[Number], Sequence[Number]],
    grid: Sequence[Number],
    line: tuple[Number, Number, Number | None],
) -> bool:
    """Answers whether each player likes the change best that stands first on the line.

    The line is where one stands, and its ends; on a grid only the changes that lead to the grid.
    """
    now, *bounds = line
    here = changed(now)
    steps = [change for change in grid if all(game.allows(x) for x in changed(change))]

    def content(i: int) -> bool:
        ends = (bounds[0], bounds[1])
        return _best_at(lambda change: game.payoff(i, changed(change)), now, ends, steps)

    return all(content(i) for i in _different(game, here))


def is_symmetric_best(
    game: Game, judged: Callable[[Number, Number], Number], strategy: Number
) -> bool:
    """Answers whether a strategy is judged best when each of the others plays it."""
    bounds = (game.low, game.high)
    return _best_at(lambda own: judged(own, strategy), strategy, bounds, game.grid())


def _best_at(
    paid: Callable[[Number], Number],
    now: Number,
    bounds: tuple[Number, Number | None],
    grid: Sequence[Number],
) -> bool:
    value = safe(paid)(now)
    if grid:
        return all(safe(paid)(x) <= value for x in grid)
    if value == float("-inf"):
        return False
    try:
        best = largest(paid, *bounds)
    except UnboundedOptimum:
        return False
    return negligible(best.value - value, value)


def _different(game: Game, profile: Sequence[Number]) -> tuple[int, ...]:
    """Answers one player of each kind: of those alike who do the same, the first."""
    if not game.symmetric:
        return tuple(range(game.players))
    return tuple({x: i for i, x in reversed(list(enumerate(profile)))}.values())


def pareto_better(game: Game, better: Sequence[Number], worse: Sequence[Number]) -> bool:
    """Answers whether no player is worse off, and one better off, under the first profile."""
    pairs = list(zip(game.payoffs(better), game.payoffs(worse), strict=True))
    return all(x >= y for x, y in pairs) and any(x > y for x, y in pairs)


def share_of_optimum(game: Game, profile: Sequence[Number], optimum: Sequence[Number]) -> Number:
    """Answers which share of the largest total a profile reaches, 1 being all of it.

    Raises: GameError if the largest total is not positive, so that shares mean nothing.
    """
    most = game.total(optimum)
    if most <= 0:
        raise GameError("payoff", f"sums to {most} at best: a share of it means nothing")
    return game.total(profile) / most


def gain_over(game: Game, profile: Sequence[Number], other: Sequence[Number]) -> Number:
    """Answers how many times the total of the other profile this one reaches.

    Raises: GameError if the other's total is not positive.
    """
    base = game.total(other)
    if base <= 0:
        raise GameError("payoff", f"sums to {base}: a multiple of it means nothing")
    return game.total(profile) / base
