"""The shared lake: everyone catches the same whole number of tonnes every month, if there are any.

Source: Piatti et al. 2024 (GovSim), with its growth and its cap; that a player's catch is the same
in every month, and that a lake too small for all is shared in proportion, is ours.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from argue.construct.games.data import Concept, Game, Profile
from argue.construct.games.letters import Values
from argue.model.numbers import Number

ZERO, ONE = Fraction(0), Fraction(1)


def govsim(v: Values) -> Game:
    """Answers the game in which each player's payoff is all it catches in the months fished."""
    n, cap = int(v["n"]), v["cap"]

    def payoff(i: int, profile: Sequence[Number]) -> Number:
        share = Fraction(profile[i]) / sum(profile) if profile[i] else ZERO
        return share * total_catch(sum(profile), v)

    return Game(
        "govsim",
        n,
        ZERO,
        Fraction(cap // n),
        payoff,
        "tonnes a month",
        step=ONE,
        closed={Concept.PLANNER: _planner(v)},
    )


def total_catch(wanted: Number, v: Values) -> Number:
    """Answers how much all catch together over the months, wanting so much each month."""
    lake, caught = v["cap"], ZERO
    for left in range(int(v["months"]), 0, -1):
        now = min(lake, wanted)
        after = min(v["cap"], v["g"] * (lake - now))
        if after == lake:
            return caught + left * now  # every later month is like this one
        lake, caught = after, caught + now
    return caught


def sustainable_catch(cap: Fraction, growth: Fraction, players: int) -> Fraction:
    """Answers the most each can take every month so that the lake fills up again.

    With 100 tonnes that double, and five players: 10.
    """
    return cap * (1 - 1 / growth) / players


def _planner(v: Values) -> Callable[[], Profile]:
    """Answers the catches with the largest total, as equal as whole tonnes allow."""

    def best() -> Profile:
        n = int(v["n"])
        most = int(v["cap"] // n) * n
        wanted = max(range(most + 1), key=lambda tonnes: total_catch(Fraction(tonnes), v))
        return tuple(Fraction((wanted + i) // n) for i in reversed(range(n)))

    return best
