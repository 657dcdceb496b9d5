"""Worked numbers of the literature on Kantian equilibrium, closed form and search alike."""

from fractions import Fraction as F

import pytest

from argue.construct.games.checks import (
    gain_over,
    is_additive,
    is_multiplicative,
    is_nash,
    pareto_better,
    share_of_optimum,
)
from argue.construct.games.data import Concept, NoEquilibrium, UnboundedOptimum
from argue.construct.games.equilibria import equilibria, equilibrium
from argue.construct.games.families import FAMILIES, family_game
from argue.construct.games.reading import read_game
from argue.construct.games.shared_lake import sustainable_catch
from argue.model.case import Standpoint

NASH, PLANNER, SIMPLE = Concept.NASH, Concept.PLANNER, Concept.SIMPLE
TIMES, PLUS = Concept.MULTIPLICATIVE, Concept.ADDITIVE


def near(value):
    """Four decimals, as the literature prints them."""
    return pytest.approx(value, abs=5e-5)


def formula_game(payoff, strategy, players=2, **more):
    people = {"all": Standpoint("all", "all", count=F(players))}
    return read_game({"payoff": payoff, "strategy": strategy, **more}, people).game


@pytest.fixture(params=[False, True], ids=["closed", "search"])
def search(request):
    return request.param


@pytest.mark.parametrize(
    ("n", "taken", "total", "ratio"),
    [(2, 6, 18, 1.125), (9, 8.1, 7.29, 2.7778), (20, 8.5714, 3.6735, 5.5125)],
)
def test_commons(n, taken, total, ratio, search):
    game = family_game("commons", n=n, a=10, b=1, c=1)
    nash = equilibrium(game, NASH, search=search)
    kantian = equilibrium(game, TIMES, search=search)
    assert (sum(nash.profile), nash.total) == (near(taken), near(total))
    assert (sum(kantian.profile), kantian.total) == (near(4.5), near(20.25))
    assert gain_over(game, kantian.profile, nash.profile) == near(ratio)
    planner = equilibrium(game, PLANNER, search=search)
    assert share_of_optimum(game, kantian.profile, planner.profile) == near(1)
    assert pareto_better(game, kantian.profile, nash.profile)


@pytest.mark.parametrize("split", [(1, 3.5), (0.1, 4.4), (2.25, 2.25), (4, 0.5)])
def test_any_split_of_the_efficient_amount_is_a_kantian_equilibrium_of_the_commons(split):
    game = family_game("commons", n=2, a=10, b=1, c=1)
    assert is_multiplicative(game, split)
    assert not is_nash(game, split)
    assert not is_multiplicative(game, [2 * x for x in split])


def test_doing_nothing_is_no_kantian_equilibrium_though_scaling_it_changes_nothing():
    game = family_game("commons", n=2, a=10, b=1, c=1)
    assert not is_multiplicative(game, (0, 0))
    assert not is_multiplicative(game, (4.5, 0))
    for cost in (2, 1):
        idle = family_game("commons", n=2, a=1, b=1, c=cost)
        assert equilibrium(idle, NASH).profile == (0, 0)
        with pytest.raises(NoEquilibrium):
            equilibrium(idle, TIMES)


def test_commons_with_rising_cost(search):
    game = family_game("commons-quadratic", a=10, b=1, n=4)
    nash = equilibrium(game, NASH, search=search)
    assert (nash.profile[0], nash.payoffs[0]) == (near(1.6667), near(4.1667))
    for concept in (TIMES, PLUS, SIMPLE, PLANNER):
        best = equilibrium(game, concept, search=search)
        assert (best.profile[0], best.payoffs[0]) == (near(1.1111), near(5.5556))


def test_public_good(search):
    theta = (1, 2, 3)
    game = family_game("public-good", theta=theta)
    nash = equilibrium(game, NASH, search=search)
    kantian = equilibrium(game, TIMES, search=search)
    assert nash.profile == near((0, 0, 3))
    assert nash.payoffs == near((1.0986, 2.1972, 0.2958))
    assert nash.total == near(3.5917)
    assert kantian.profile == near(theta)
    assert kantian.payoffs == near((0.7918, 1.5835, 2.3753))
    assert kantian.total == near(4.7506)
    planner = equilibrium(game, PLANNER, search=search)
    assert share_of_optimum(game, kantian.profile, planner.profile) == near(1)
    assert sum(planner.profile) == pytest.approx(6, abs=1e-3)


def test_kantian_public_good_meets_samuelson_and_lindahl_but_not_everyone_gains():
    theta = (1, 2, 3)
    game = family_game("public-good", theta=theta)
    nash, kantian = equilibrium(game, NASH), equilibrium(game, TIMES)
    amount = sum(kantian.profile)
    assert sum(t / amount for t in theta) == 1
    assert all(paid == t / amount * amount for paid, t in zip(kantian.profile, theta, strict=True))
    assert [k > n for k, n in zip(kantian.payoffs, nash.payoffs, strict=True)] == [
        False,
        False,
        True,
    ]
    assert not pareto_better(game, kantian.profile, nash.profile)
    assert is_multiplicative(game, kantian.profile)
    assert not is_additive(game, kantian.profile)
    with pytest.raises(NoEquilibrium):
        equilibrium(game, PLUS)


@pytest.mark.parametrize("theta", [(3, 3, 3), (1, 3, 3)])
def test_those_to_whom_the_good_is_worth_most_give_it_in_equal_parts(theta):
    """And if all do, what each would have all give is the same by any Kantian rule."""
    game = family_game("public-good", theta=theta)
    nash = equilibrium(game, NASH)
    assert nash.profile == tuple(F(3, theta.count(3)) * (t == 3) for t in theta)
    assert is_nash(game, nash.profile)
    if game.symmetric:
        for concept in (TIMES, PLUS, SIMPLE):
            assert equilibrium(game, concept).profile == theta
            assert equilibrium(game, concept, search=True).profile == near(theta)


@pytest.mark.parametrize("n", [2, 1000])
def test_as_many_may_enjoy_a_good_as_may_play_a_game(n):
    assert sum(equilibrium(family_game("public-good", theta=[2] * n), NASH).profile) == 2


def test_team(search):
    game = family_game("team", a=8, n=4)
    nash = equilibrium(game, NASH, search=search)
    kantian = equilibrium(game, PLUS, search=search)
    assert (nash.profile[0], nash.payoffs[0]) == (near(2), near(14))
    assert (kantian.profile[0], kantian.payoffs[0]) == (near(8), near(32))
    assert is_additive(game, kantian.profile)
    planner = equilibrium(game, PLANNER, search=search)
    assert share_of_optimum(game, kantian.profile, planner.profile) == near(1)


def test_linear_public_good_as_a_formula():
    game = formula_game("20 - x + m*X", [0, 20], players=4, where={"m": F("0.4")})
    nash, kantian = equilibrium(game, NASH), equilibrium(game, SIMPLE)
    assert (nash.profile[0], nash.payoffs[0]) == (near(0), near(20))
    assert (kantian.profile[0], kantian.payoffs[0]) == (near(20), near(32))


@pytest.mark.parametrize(
    ("concept", "weight", "strategy", "payoff"),
    [
        (Concept.HOMO_MORALIS, 0, 0.3333, 1),
        (Concept.HOMO_MORALIS, F(1, 2), 0.3889, 1.0370),
        (Concept.HOMO_MORALIS, 1, 0.4167, 1.0417),
        (Concept.ALTRUIST, 1, 0.5, 1),
        (Concept.NASH, None, 0.3333, 1),
        (Concept.SIMPLE, None, 0.4167, 1.0417),
    ],
)
def test_alger_and_weibull(concept, weight, strategy, payoff):
    game = formula_game("3*X - 1.5*X^2 - x", [0, 1])
    found = equilibrium(game, concept, weight=weight)
    assert found.profile == near((strategy, strategy))
    assert found.payoffs[0] == near(payoff)


@pytest.mark.parametrize("kappa", [F(0), F(1, 5), F(1, 2), F(9, 10), F(1)])
def test_homo_moralis_follows_its_formula(kappa):
    game = formula_game("3*X - 1.5*X^2 - x", [0, "unbounded"])
    expected = (2 + 3 * kappa) / (6 + 6 * kappa)
    found = equilibrium(game, Concept.HOMO_MORALIS, weight=kappa).profile[0]
    assert found == pytest.approx(float(expected), abs=1e-6)


def test_homo_moralis_goes_from_nash_to_kantian_with_more_players_too():
    game = family_game("commons-quadratic", a=10, b=1, n=4)
    taken = [equilibrium(game, Concept.HOMO_MORALIS, weight=F(k, 4)).profile[0] for k in range(5)]
    assert taken[0] == near(1.6667)
    assert taken[-1] == near(1.1111)
    assert taken == sorted(taken, reverse=True)


def test_cournot_kantian_firms_collude_against_the_consumers(search):
    game = family_game("cournot", a=1, b=1, n=2)
    nash = equilibrium(game, NASH, search=search)
    kantian = equilibrium(game, TIMES, search=search)
    assert nash.profile == near((0.3333, 0.3333))
    assert nash.payoffs == near((0.1111, 0.1111))
    assert sum(kantian.profile) == near(0.5)
    assert kantian.payoffs == near((0.125, 0.125))
    assert is_multiplicative(game, (0.1, 0.4))
    surplus = game.outsiders["consumers"]
    assert surplus(nash.profile) == near(0.2222)
    assert surplus(kantian.profile) == near(0.125)


@pytest.mark.parametrize(
    ("payoffs", "share", "value"),
    [
        ((5, 3, 1, 0), 1, 3),
        ((10, 3, 1, 0), 0.6667, 3.6667),
        ((8, 3, 2, -1), 0.75, 3.125),
        ((7, 3, 0, 0), 0.875, 3.0625),
    ],
)
def test_prisoners_dilemma(payoffs, share, value, search):
    game = family_game("prisoners-dilemma", **dict(zip("TRPS", payoffs, strict=True)))
    nash = equilibrium(game, NASH, search=search)
    kantian = equilibrium(game, SIMPLE, search=search)
    assert nash.profile == near((0, 0))
    assert kantian.profile == near((share, share))
    assert kantian.payoffs == near((value, value))
    best = max(sum(pair) for pair in ([payoffs[1]] * 2, [payoffs[0], payoffs[3]]))
    assert equilibrium(game, PLANNER, search=search).total == near(best)


@pytest.mark.parametrize(
    ("n", "nash", "kantian", "value"),
    [(5, 0.3313, 0.5528, 0.8716), (10, 0.1637, 0.3525, 0.9165)],
)
def test_volunteer(n, nash, kantian, value, search):
    game = family_game("volunteer", n=n, c="0.2")
    selfish = equilibrium(game, NASH, search=search)
    moral = equilibrium(game, SIMPLE, search=search)
    assert (selfish.profile[0], selfish.payoffs[0]) == (near(nash), near(0.8))
    assert (moral.profile[0], moral.payoffs[0]) == (near(kantian), near(value))
    assert equilibrium(game, PLANNER, search=search).total == near(n - 0.2)


def test_govsim():
    game = family_game("govsim")
    assert equilibrium(game, SIMPLE).profile == (10,) * 5
    assert sustainable_catch(F(100), F(2), 5) == 10
    assert equilibrium(family_game("govsim", months=1), NASH).profile == (20,) * 5
    assert sum(equilibrium(family_game("govsim", months=1), PLANNER).profile) == 100
    assert [e.profile[0] for e in equilibria(game, NASH)] == [10, 20]
    assert equilibrium(game, NASH).profile == (20,) * 5
    assert equilibrium(game, SIMPLE).total == 600
    assert equilibrium(game, PLANNER).total == equilibrium(game, PLANNER, search=True).total == 600
    assert is_multiplicative(game, (10,) * 5)
    assert not is_multiplicative(game, (20,) * 5)
    assert is_additive(game, (10,) * 5)
    assert not is_additive(game, (9,) * 5)


EXAMPLES = {
    "commons": {"n": 3, "a": 7, "b": "1/2", "c": 1},
    "commons-quadratic": {"n": 3, "a": 7, "b": "1/2", "c": 2},
    "public-good": {"theta": [1, 1, 4]},
    "team": {"n": 3, "a": 5},
    "cournot": {"n": 3, "a": 4, "b": 2, "c": 1},
    "volunteer": {"n": 3, "b": 2, "c": 1},
    "prisoners-dilemma": {"T": 9, "R": 4, "P": 1, "S": 0},
    "govsim": {"n": 4, "cap": 60, "g": 3, "months": 6},
}

CHECKS = {NASH: is_nash, TIMES: is_multiplicative, PLUS: is_additive}


def test_every_family_has_an_example_here():
    assert set(EXAMPLES) == set(FAMILIES)


@pytest.mark.parametrize("family", FAMILIES)
def test_closed_forms_agree_with_search_and_meet_their_definitions(family):
    game = family_game(family, **EXAMPLES[family])
    for concept in game.closed:
        closed = equilibrium(game, concept)
        found = equilibrium(game, concept, search=True)
        assert closed.how == "closed form"
        assert found.total == pytest.approx(closed.total, rel=1e-6)
        if concept is not PLANNER:
            assert found.profile == pytest.approx(closed.profile, abs=1e-6)
        if concept in CHECKS:
            assert CHECKS[concept](game, closed.profile)
    assert equilibrium(game, game.kantian).total >= equilibrium(game, NASH).total


def test_closed_forms_without_roots_are_exact():
    game = family_game("commons", n=9, a=10, b="1/3", c=0.1)
    nash = equilibrium(game, NASH)
    assert nash.profile[0] == (10 - F(1, 10)) / (F(1, 3) * 10)
    assert isinstance(nash.total, F)
    dilemma = family_game("prisoners-dilemma", T=10, R=3, P=1, S=0)
    assert equilibrium(dilemma, SIMPLE).payoffs == (F(11, 3), F(11, 3))
    two = family_game("volunteer", n=2, c=F(1, 3))  # the root of the first degree is none
    assert equilibrium(two, NASH).profile == (F(2, 3),) * 2
    assert equilibrium(two, SIMPLE).profile == (F(5, 6),) * 2


@pytest.mark.parametrize("search_it", [False, True])
@pytest.mark.parametrize("concept", [NASH, TIMES, PLANNER])
def test_without_rivalry_more_is_always_better(concept, search_it):
    game = family_game("commons", n=3, a=10, b=0, c=1)
    with pytest.raises(UnboundedOptimum, match="more is always better"):
        equilibrium(game, concept, search=search_it)


@pytest.mark.parametrize("family", ["commons"])
def test_a_bound_that_nobody_reaches_changes_nothing(family):
    letters = {"n": 3, "a": 10, "c": 1, "b": F(1, 2)}
    free, bound = family_game(family, **letters), family_game(family, **letters, m=9)
    for concept in (NASH, SIMPLE, TIMES, PLANNER):
        assert equilibrium(free, concept).profile == equilibrium(bound, concept).profile
    assert equilibrium(bound, NASH).profile == (F(9, 2),) * 3


def test_a_bound_on_what_one_can_take_binds(search):
    game = family_game("commons", n=3, a=10, b=1, c=1, m=2)
    assert equilibrium(game, NASH, search=search).profile == near((2, 2, 2))
    assert equilibrium(game, TIMES, search=search).profile == near((1.5, 1.5, 1.5))


def test_players_who_differ_have_no_simple_kantian_equilibrium():
    game = family_game("public-good", theta=[1, 2])
    for concept, weight in ((SIMPLE, None), (Concept.HOMO_MORALIS, F(1, 2))):
        with pytest.raises(NoEquilibrium, match="differ"):
            equilibrium(game, concept, weight=weight)
