"""Finite games: equilibria against their definitions, and mixtures against each other."""

from fractions import Fraction as F
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.construct.games.data import Concept, GameError, NoEquilibrium
from argue.construct.games.equilibria import equilibrium
from argue.construct.games.families import family_game
from argue.construct.games.tables import (
    finite_game,
    mixed_extension,
    mixed_kantian,
    mixed_nash,
    pure_kantian,
    pure_nash,
    pure_planner,
)
from argue.errors import LimitExceeded


def square(rows, names="abcdefgh"):
    """The symmetric game of two players in which the first gets rows[own][other]."""
    own = names[: len(rows)]
    table = {
        (own[i], own[j]): (F(rows[i][j]), F(rows[j][i]))
        for i, j in product(range(len(rows)), repeat=2)
    }
    return finite_game(("row", "column"), (own, own), table)


DILEMMA = square([[3, 0], [10, 1]])
CHICKEN = square([[0, 7], [2, 6]])
SCISSORS = square([[0, -1, 1], [1, 0, -1], [-1, 1, 0]])


def test_pure_concepts_of_the_dilemma():
    assert pure_nash(DILEMMA) == (("b", "b"),)
    assert pure_kantian(DILEMMA) == ("a", "a")
    assert sum(DILEMMA.table[pure_planner(DILEMMA)]) == 10


def test_a_game_may_have_no_equilibrium_or_several():
    pennies = finite_game(
        ("even", "odd"),
        (("h", "t"), ("h", "t")),
        {(x, y): (F(1), F(-1)) if x == y else (F(-1), F(1)) for x in "ht" for y in "ht"},
    )
    assert pure_nash(pennies) == ()
    assert not pennies.symmetric
    assert pure_nash(CHICKEN) == (("a", "b"), ("b", "a"))


def test_a_corner_of_many_equilibria_is_found_where_its_own_support_does_not_single_it_out():
    """a and b pay the same against each other; b may be played by half, or more."""
    shares = {m.shares for m in mixed_nash(square([[1, 1, 0], [1, 1, 3], [2, 0, 0]]))}
    assert {(F(1, 2), F(1, 2), F(0)), (F(0), F(1), F(0))} <= shares
    assert (F(1), F(0), F(0)) not in shares


def test_one_alone_plays_what_it_likes_best():
    alone = finite_game(("one",), (("a", "b"),), {("a",): (F(1),), ("b",): (F(2),)})
    assert pure_nash(alone) == (("b",),)
    assert pure_kantian(alone) == pure_planner(alone) == ("b",)


def test_only_two_strategies_make_a_game_of_probabilities():
    assert mixed_extension(CHICKEN).high == 1
    for other in (SCISSORS, square([[1]])):
        with pytest.raises(NoEquilibrium, match="two strategies"):
            mixed_extension(other)


def test_mixtures_are_exact():
    assert mixed_kantian(DILEMMA).shares == (F(2, 3), F(1, 3))
    assert mixed_kantian(DILEMMA).value == F(11, 3)
    assert {m.shares for m in mixed_nash(CHICKEN)} == {(F(1, 3), F(2, 3))}
    assert [m.shares for m in mixed_nash(SCISSORS)] == [(F(1, 3),) * 3]
    assert mixed_kantian(SCISSORS).value == 0


@pytest.mark.parametrize("payoffs", [(5, 3, 1, 0), (10, 3, 1, 0), (8, 3, 2, -1), (7, 4, 1, 0)])
def test_three_ways_to_the_kantian_dilemma_agree(payoffs):
    t, r, p, s = payoffs
    table = square([[r, s], [t, p]])
    family = family_game("prisoners-dilemma", T=t, R=r, P=p, S=s)
    exact = mixed_kantian(table)
    assert equilibrium(family, Concept.SIMPLE).profile[0] == exact.shares[0]
    assert equilibrium(family, Concept.SIMPLE).payoffs[0] == exact.value
    searched = equilibrium(mixed_extension(table), Concept.SIMPLE)
    assert searched.profile[0] == pytest.approx(float(exact.shares[0]), abs=1e-6)


def test_the_mixed_extension_of_a_table_is_the_family_for_many_players_too():
    acts, players = ("volunteer", "wait"), 4
    table = {
        play: tuple(F("volunteer" in play) - (act == "volunteer") * F(1, 5) for act in play)
        for play in product(acts, repeat=players)
    }
    game = mixed_extension(finite_game("abcd", (acts,) * players, table))
    family = family_game("volunteer", n=players, c="0.2")
    for concept in (Concept.NASH, Concept.SIMPLE):
        expected = equilibrium(family, concept)
        found = equilibrium(game, concept)
        assert found.profile == pytest.approx(expected.profile, abs=1e-6)
        assert found.payoffs == pytest.approx(expected.payoffs)


MATRIX = st.integers(2, 4).flatmap(
    lambda size: st.lists(
        st.lists(st.integers(-5, 5), min_size=size, max_size=size), min_size=size, max_size=size
    )
)


def paid(rows, mine, theirs):
    return sum(p * q * rows[i][j] for (i, p), (j, q) in product(enumerate(mine), enumerate(theirs)))


def simplex(size):
    """Every mixture of sixths."""
    for parts in product(range(7), repeat=size):
        if sum(parts) == 6:
            yield tuple(F(part, 6) for part in parts)


@given(MATRIX)
def test_no_mixture_pays_all_more_than_the_kantian_one(rows):
    best = mixed_kantian(square(rows))
    assert sum(best.shares) == 1
    assert paid(rows, best.shares, best.shares) == best.value
    assert all(paid(rows, mix, mix) <= best.value for mix in simplex(len(rows)))


@given(MATRIX)
def test_every_symmetric_game_has_a_symmetric_equilibrium_and_none_gains_by_leaving_it(rows):
    found = mixed_nash(square(rows))
    assert found
    for mixture in found:
        pure = [tuple(F(i == k) for i in range(len(rows))) for k in range(len(rows))]
        assert paid(rows, mixture.shares, mixture.shares) == mixture.value
        assert all(paid(rows, deviation, mixture.shares) <= mixture.value for deviation in pure)


@given(MATRIX)
def test_pure_nash_is_its_definition(rows):
    game = square(rows)
    size = range(len(rows))
    names = game.common
    expected = {
        (names[i], names[j])
        for i, j in product(size, size)
        if rows[i][j] == max(rows[k][j] for k in size)
        and rows[j][i] == max(rows[k][i] for k in size)
    }
    assert set(pure_nash(game)) == expected


def test_a_mixture_of_two_strategies_is_told_by_the_probability_of_the_first():
    mixed = mixed_extension(DILEMMA)
    assert mixed.unit == "probability of a"
    assert mixed.payoffs((F(1), F(0))) == (0, 10)
    assert mixed.payoffs((F(1, 2), F(1, 2))) == (F(7, 2), F(7, 2))


def test_players_who_differ_have_no_common_mixture():
    rows = {("l", "l"): (F(1), F(2)), ("l", "r"): (F(0), F(0))}
    rows |= {("r", "l"): (F(0), F(0)), ("r", "r"): (F(2), F(1))}
    battle = finite_game(("he", "she"), (("l", "r"), ("l", "r")), rows)
    for solve in (pure_kantian, mixed_kantian, mixed_nash, mixed_extension):
        with pytest.raises(NoEquilibrium):
            solve(battle)


def test_players_who_cannot_do_the_same_are_not_alike():
    paid = {play: (F(1), F(1)) for play in product("ab", "ac")}
    game = finite_game(("he", "she"), (("a", "b"), ("a", "c")), paid)
    assert not game.common
    assert not game.symmetric
    for solve in (pure_kantian, mixed_kantian, mixed_nash):
        with pytest.raises(NoEquilibrium):
            solve(game)


def test_tables_must_be_complete_and_bounded():
    one = {("a", "a"): (F(1), F(1))}
    with pytest.raises(GameError, match="`a, b` is missing"):
        finite_game("xy", ("ab", "ab"), one)
    with pytest.raises(GameError, match="`c, a` is no way of playing"):
        finite_game("xy", ("a", "a"), {**one, ("c", "a"): (F(0), F(0))})
    with pytest.raises(GameError, match="needs 2 numbers"):
        finite_game("xy", ("a", "a"), {("a", "a"): (F(1),)})
    with pytest.raises(LimitExceeded, match="at most"):
        finite_game("x" * 20, ("ab",) * 20, {})
    with pytest.raises(LimitExceeded, match="two players"):
        mixed_kantian(square([[i + j for j in range(9)] for i in range(9)], "abcdefghi"))
    three = finite_game("xyz", ("ab",) * 3, dict.fromkeys(product("ab", repeat=3), (F(1),) * 3))
    for solve in (mixed_kantian, mixed_nash):
        with pytest.raises(LimitExceeded, match="two players"):
            solve(three)
