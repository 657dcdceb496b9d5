"""The definitions of equilibria and of efficiency, on games small enough to see through."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import pytest

from argue.construct.games.checks import (
    gain_over,
    is_additive,
    is_multiplicative,
    is_nash,
    pareto_better,
    share_of_optimum,
)
from argue.construct.games.data import Game, GameError
from argue.model.numbers import Number

F = Fraction


def game(payoff: Any, *, players: int = 2, **more: Any) -> Game:
    bounds = {"low": F(0), "high": F(4)} | more
    return Game("small", players, payoff=payoff, **bounds)


def commons(i: int, profile: Sequence[Number]) -> Number:
    """Each gets 4 - X for every unit: Nash at 4/3 each, Kantian at 1, alone best at 2."""
    return profile[i] * (4 - sum(profile))


LAKE = game(commons)


@pytest.mark.parametrize("share", [F(1), F(4, 3), F(1, 2), F(2), F(0)])
def test_each_equilibrium_of_the_commons_is_where_the_formula_has_it(share: Fraction):
    alike = (share, share)
    assert is_nash(LAKE, alike) == (share == F(4, 3))
    assert is_multiplicative(LAKE, alike) == (share == 1)
    assert is_additive(LAKE, alike) == (share == 1)


@pytest.mark.parametrize(
    ("profile", "nash", "multiplicative"),
    [((F(1, 2), F(7, 4)), False, False), ((F(1, 2), F(3, 2)), False, True)]
    + [((F(0), F(2)), False, False), ((F(2), F(0)), False, False), ((F(4), F(4)), False, False)],
)
def test_players_who_do_not_do_the_same_are_each_asked(
    profile: tuple[Fraction, Fraction], nash: bool, multiplicative: bool
):
    assert is_nash(LAKE, profile) == nash
    assert is_multiplicative(LAKE, profile) == multiplicative


def test_where_players_are_not_alike_every_one_of_them_is_asked():
    def mine_alone(i: int, profile: Sequence[Number]) -> Number:
        return -((profile[i] - (1 if i == 0 else 3)) ** 2)

    two = game(mine_alone, symmetric=False)
    assert is_nash(two, (F(1), F(3)))
    assert not is_nash(two, (F(1), F(1)))
    assert not is_nash(two, (F(3), F(3)))


def test_in_a_game_of_steps_only_what_can_be_chosen_counts():
    stepped = game(commons, step=F(1))
    assert is_nash(stepped, (F(1), F(1)))  # 3/2 would pay more, and cannot be chosen
    assert is_nash(stepped, (F(1), F(2)))
    assert not is_nash(stepped, (F(2), F(2)))
    assert not is_nash(stepped, (F(3), F(0)))
    assert is_multiplicative(stepped, (F(1), F(1)))
    assert not is_multiplicative(stepped, (F(2), F(2)))  # half as much pays more


def test_on_steps_nobody_moves_to_where_one_of_them_cannot_stand():
    rising = game(lambda i, profile: sum(profile), step=F(1))
    assert is_additive(rising, (F(1), F(4)))
    assert not is_additive(rising, (F(1), F(3)))
    assert is_multiplicative(rising, (F(1), F(3)))  # twice as much would be 2 and 6
    assert not is_multiplicative(rising, (F(1), F(2)))
    falling = game(lambda i, profile: -sum(profile), step=F(1))
    assert is_additive(falling, (F(0), F(3)))
    assert not is_additive(falling, (F(1), F(3)))


@pytest.mark.parametrize("low", [0, -4])
def test_nobody_multiplies_by_less_than_nothing(low: int):
    """x²(3 - 2x) is best at 1 of all there is to do, though it is more below 0."""
    backwards = game(lambda i, profile: profile[i] ** 2 * (3 - 2 * profile[i]), low=F(low))
    assert is_multiplicative(backwards, (1, 1))


def test_nobody_goes_below_the_lower_bound_by_doing_less():
    costly = game(lambda i, profile: -sum(profile), low=F(1))
    assert is_multiplicative(costly, (F(1), F(1)))
    assert is_multiplicative(costly, (F(2), F(1)))
    assert not is_multiplicative(costly, (F(2), F(2)))


def test_where_more_is_always_better_nothing_is_an_equilibrium():
    greedy = game(lambda i, profile: profile[i], high=None)
    assert not is_nash(greedy, (F(1), F(1)))
    assert not is_multiplicative(greedy, (F(1), F(1)))
    assert not is_additive(greedy, (F(1), F(1)))


def test_what_pays_nothing_definite_is_no_equilibrium():
    def nowhere(i: int, profile: Sequence[Number]) -> Number:
        raise ZeroDivisionError

    assert not is_nash(game(nowhere), (F(1), F(1)))


def test_additive_moves_are_bounded_by_who_has_least_and_who_has_most():
    rising = game(lambda i, profile: sum(profile))
    assert is_additive(rising, (F(1), F(4)))
    assert not is_additive(rising, (F(1), F(3)))
    falling = game(lambda i, profile: -sum(profile))
    assert is_additive(falling, (F(0), F(3)))
    assert not is_additive(falling, (F(1), F(3)))


@pytest.mark.parametrize(
    ("one", "other", "better"),
    [((1, 1), (F(4, 3), F(4, 3)), True), ((F(4, 3), F(4, 3)), (1, 1), False)]
    + [((1, 1), (1, 1), False), ((2, 0), (2, 2), True), ((2, 0), (0, 2), False)],
)
def test_better_for_some_and_worse_for_nobody(one: Any, other: Any, better: bool):
    assert pareto_better(LAKE, one, other) == better


def test_shares_and_multiples_are_of_totals_above_nothing():
    assert share_of_optimum(LAKE, (F(4, 3), F(4, 3)), (F(1), F(1))) == F(8, 9)
    assert gain_over(LAKE, (F(1), F(1)), (F(4, 3), F(4, 3))) == F(9, 8)
    small = (F(1, 10), F(1, 10))
    assert share_of_optimum(LAKE, small, small) == gain_over(LAKE, small, small) == 1
    for nothing in ((F(2), F(2)), (F(0), F(0)), (F(4), F(4))):
        with pytest.raises(GameError, match="means nothing"):
            share_of_optimum(LAKE, (F(1), F(1)), nothing)
        with pytest.raises(GameError, match="means nothing"):
            gain_over(LAKE, (F(1), F(1)), nothing)


@pytest.mark.parametrize(
    ("low", "high", "step"), [(0, 4, F(3, 4)), (2, 7, F(1)), (F(1, 2), 9, F(5, 2)), (3, 4, F(2))]
)
def test_the_grid_is_all_that_can_be_chosen(low: Fraction, high: int, step: Fraction):
    stepped = game(commons, low=F(low), high=F(high), step=step)
    quarters = (F(k, 4) for k in range(-4, 44))
    assert stepped.grid() == tuple(x for x in quarters if stepped.allows(x))


def test_what_can_be_chosen():
    assert [LAKE.allows(F(x)) for x in (-1, 0, F(1, 3), 4, 5)] == [False, True, True, True, False]
    stepped = game(commons, low=F(1), step=F(3, 2))
    assert stepped.grid() == (1, F(5, 2), 4)
    assert [stepped.allows(F(x)) for x in (0, 1, 2, F(5, 2), 4)] == [False, True, False, True, True]
    assert LAKE.grid() == ()
    assert game(commons, high=None, step=F(1)).grid() == ()
    assert game(commons, high=None).allows(F(10**9))
    assert LAKE.all_play(F(3)) == (3, 3)
    assert LAKE.against(F(1), F(2)) == 1
    assert LAKE.payoffs((F(1), F(2))) == (1, 2)
    assert LAKE.total((F(1), F(2))) == 3
