"""Who has how much power in a weighted vote, and whether a transfer shifts it.

Sources: [Banzhaf65]; [ShapleyShubik54]. A coalition wins if its weights reach the quota. A voter
is a swing in a winning coalition that loses without them; Banzhaf counts coalitions, Shapley and
Shubik orders in which voters join. Both are exact, in time that grows with voters times sums of
weights that occur, not with the number of coalitions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from math import factorial

from argue.construct.games.data import GameError

Weight = int | Fraction
Coalitions = Counter[tuple[int, Weight]]
"""How many coalitions there are of a size and a sum of weights."""


def banzhaf(weights: Sequence[Weight], *, quota: Weight) -> tuple[Fraction, ...]:
    """Answers each voter's share of all swings; the shares add up to 1.

    >>> [str(share) for share in banzhaf([50, 49, 1], quota=51)]
    ['3/5', '1/5', '1/5']

    Raises: GameError for a negative weight, or a quota that no weights or that none can reach.
    """
    swings = [sum(_swings(weights, voter, quota).values()) for voter in _voters(weights, quota)]
    return tuple(Fraction(own, sum(swings)) for own in swings)


def shapley_shubik(weights: Sequence[Weight], *, quota: Weight) -> tuple[Fraction, ...]:
    """Answers in which share of all orders each voter turns those before into a winning coalition.

    >>> [str(share) for share in shapley_shubik([50, 49, 1], quota=51)]
    ['2/3', '1/6', '1/6']

    Raises: GameError as for `banzhaf`.
    """
    last = len(weights) - 1
    orders = factorial(last + 1)
    return tuple(
        Fraction(
            sum(
                many * factorial(size) * factorial(last - size)
                for (size, _), many in _swings(weights, voter, quota).items()
            ),
            orders,
        )
        for voter in _voters(weights, quota)
    )


def shifts_power(
    before: Sequence[Fraction], after: Sequence[Fraction], *, tolerance: Fraction
) -> bool:
    """Answers whether somebody's share of power changes by more than a tolerance.

    So a transfer shares power, and not benefits alone.
    """
    return any(abs(b - a) > tolerance for b, a in zip(before, after, strict=True))


def _voters(weights: Sequence[Weight], quota: Weight) -> range:
    if any(weight < 0 for weight in weights):
        raise GameError("weights", "must not be negative; write 0 for who has no vote")
    if not 0 < quota <= sum(weights):
        raise GameError(
            "quota", f"is {quota}; write more than 0 and at most the sum of weights, {sum(weights)}"
        )
    return range(len(weights))


def _swings(weights: Sequence[Weight], voter: int, quota: Weight) -> Coalitions:
    """Answers the coalitions of others that win with this voter and lose without."""
    found: Coalitions = Counter({(0, 0): 1})
    for other, weight in enumerate(weights):
        if other != voter:
            joined = {(size + 1, total + weight): many for (size, total), many in found.items()}
            found.update(joined)
    own = weights[voter]
    return Counter({k: many for k, many in found.items() if quota - own <= k[1] < quota})
