"""What all ways of finding equilibria keep to, beside the numbers of the literature."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction as F

import pytest

from argue.construct.games.checks import is_multiplicative
from argue.construct.games.data import Concept, Game, NoEquilibrium, UnboundedOptimum
from argue.construct.games.equilibria import equilibria, equilibrium
from argue.construct.games.families import family_game
from argue.construct.games.shared_lake import total_catch
from argue.errors import LimitExceeded
from argue.model.numbers import Number
from tests.construct.test_games_literature import CHECKS, NASH, PLANNER, PLUS, TIMES, formula_game

pytest.importorskip("scipy", reason="scipy is an extra")


def test_how_an_equilibrium_was_found_is_said():
    commons, lake = family_game("commons", n=2, a=10, b=1, c=1), family_game("govsim")
    assert equilibrium(commons, NASH).how == "closed form"
    assert [found.how for found in equilibria(commons, TIMES)] == ["closed form"]
    assert equilibrium(commons, NASH, search=True).how == "search"
    assert equilibrium(lake, NASH).how == "enumeration"


@pytest.mark.parametrize("high", [3.01, 20, 1000, 10**6, "unbounded"])
def test_an_equilibrium_is_found_wherever_between_the_bounds_it_lies(high: object):
    near_low = formula_game("x*(9 - X)", [0, high])
    assert equilibrium(near_low, NASH).profile == pytest.approx((3, 3), abs=1e-4)
    if isinstance(high, int):
        near_high = formula_game("(m - x)*(9 - (2*m - X))", [0, high], where={"m": high})
        assert equilibrium(near_high, NASH).profile == pytest.approx((high - 3,) * 2, abs=1e-4)


@pytest.mark.parametrize("low", [0, 90])
@pytest.mark.parametrize(
    ("concept", "expected"),
    [(NASH, (10 / 3, 7 / 3)), (PLUS, (2.375, 1.875)), (PLANNER, (4.5, 0))],
)
def test_from_where_one_starts_to_count_changes_nothing(
    low: int, concept: Concept, expected: tuple[float, float]
):
    """A commons in which the second player also pays 1 a unit; (A - X)/2 each by adding."""

    def payoff(i: int, profile: Sequence[Number]) -> Number:
        return (profile[i] - low) * (9 - i - (sum(profile) - 2 * low))

    game = Game("moved", 2, F(low), F(low + 5), payoff, symmetric=False)
    found = equilibrium(game, concept).profile
    assert found == pytest.approx([low + x for x in expected], abs=1e-4)


@pytest.mark.parametrize(
    ("payoff", "high"), [("(x - y)^2/(1 + (x - y)^2)", "unbounded"), ("(x - y)^2 + x/9", 4)]
)
def test_where_each_would_be_far_from_the_others_there_is_no_equilibrium_of_equals(
    payoff: str, high: object
):
    """Being further away pays ever less, or has an end: it is not said that more is better."""
    with pytest.raises(NoEquilibrium):
        equilibrium(formula_game(payoff, [0, high]), NASH)


def test_a_race_that_need_not_begin_ends_where_it_has_not_begun():
    """Each would have twice the arms of the other: the more there are, the more are wanted."""
    game = formula_game("-(x - 2*y)^2", [0, "unbounded"])
    assert equilibrium(game, NASH).profile == (0, 0)


def test_however_little_more_is_worth_without_end_it_has_no_equilibrium():
    with pytest.raises(UnboundedOptimum):
        equilibrium(formula_game("x/2", [0, "unbounded"]), NASH)


@pytest.mark.parametrize("letters", [{"b": 0}, {"b": 1}, {"b": 0, "m": 5}])
def test_nobody_takes_what_costs_as_much_as_it_yields(letters: dict[str, int]):
    game = family_game("commons", n=2, a=1, c=1, **letters)
    assert equilibrium(game, NASH).profile == equilibrium(game, PLANNER).profile == (0, 0)


def test_one_who_never_moves_does_not_end_the_search_for_the_others():
    def payoff(i: int, profile: Sequence[Number]) -> Number:
        return profile[i] * (9 - profile[0] - profile[1]) if i < 2 else -profile[2]

    game = Game("idle", 3, F(0), F(9), payoff, symmetric=False)
    assert equilibrium(game, NASH).profile == pytest.approx((3, 3, 0), abs=1e-5)


@pytest.mark.parametrize("n", [2, 3, 5])
@pytest.mark.parametrize("weight", [F(0), F(1, 4), F(1, 2)])
def test_morality_and_altruism_follow_their_formulas_for_any_number_of_players(n: int, weight: F):
    """Where the own gain is level: a/n for each of the 1 + (n - 1) weight who do as oneself."""
    team = equilibrium(family_game("team", a=6, n=n), Concept.HOMO_MORALIS, weight=weight)
    assert team.profile == pytest.approx((6 * (1 + (n - 1) * weight) / n,) * n, abs=1e-5)
    commons = family_game("commons", a=10, b=2, c=1, n=n)
    kind = equilibrium(commons, Concept.ALTRUIST, weight=weight)
    taken = (1 - weight) * 9 / (2 * ((1 - weight) * (n + 1) + weight))
    assert kind.profile == pytest.approx((taken,) * n, abs=1e-5)


@pytest.mark.parametrize("concept", [NASH, TIMES, PLUS, PLANNER])
def test_players_who_differ_are_searched_up_to_a_number_of_them(concept: Concept):
    game = family_game("public-good", theta=[k + 1 for k in range(51)])
    with pytest.raises(LimitExceeded, match="51 players"):
        equilibrium(game, concept, search=True)


def test_as_many_as_may_be_searched_are():
    def payoff(i: int, profile: Sequence[Number]) -> Number:
        return -(i + 1) * profile[i]

    game = Game("idle", 50, F(0), F(1), payoff, symmetric=False)
    assert equilibrium(game, PLANNER).profile == (0,) * 50


def test_where_all_doing_the_same_has_no_value_one_looks_where_they_do_not():
    """Each gains ln(x1 - x0) and pays x0, or x1/2: scaled by f, ln f - f at (1, 2), best at 1."""

    def payoff(i: int, profile: Sequence[Number]) -> Number:
        return math.log(profile[1] - profile[0]) - profile[i] / (i + 1)

    game = Game("ahead", 2, F(0), F(4), payoff, symmetric=False)
    assert equilibrium(game, TIMES).profile == pytest.approx((1, 2), abs=1e-4)


@pytest.mark.parametrize("wage", [0, 5])
def test_where_all_that_is_done_only_costs_nobody_multiplies(wage: int):
    """All are best off with next to nothing, and nothing is no multiplicative equilibrium."""

    def payoff(i: int, profile: Sequence[Number]) -> Number:
        return wage - (i + 1) * profile[i]

    game = Game("cost", 2, F(0), F(4), payoff, symmetric=False)
    assert equilibrium(game, NASH).profile == (0, 0)
    with pytest.raises(NoEquilibrium):
        equilibrium(game, TIMES)


@pytest.mark.parametrize("share", [1, 1e-4])
def test_what_pays_no_more_than_nothing_is_an_equilibrium_all_the_same(share: float):
    """All are content if the first does such a share of what the second does, however much."""

    def payoff(i: int, profile: Sequence[Number]) -> Number:
        return -(i + 1) * (profile[0] - share * profile[1]) ** 2

    game = Game("alike", 2, F(0), F(4), payoff, symmetric=False)
    first, second = equilibrium(game, TIMES).profile
    assert first == pytest.approx(share * second, abs=1e-3)
    assert second > 0.1


def test_little_may_be_much_to_one_though_it_is_nothing_to_another():
    def payoff(i: int, profile: Sequence[Number]) -> Number:
        return i * 1e6 * profile[i] * (F(1, 10**4) - profile[i])

    game = Game("small", 2, F(0), F(1, 1000), payoff, symmetric=False)
    assert equilibrium(game, TIMES).profile[1] == pytest.approx(5e-5, abs=1e-6)


@pytest.mark.parametrize("concept", [TIMES, PLUS])
def test_what_is_worst_for_all_is_no_equilibrium_though_no_small_change_matters(concept: Concept):
    def payoff(i: int, profile: Sequence[Number]) -> Number:
        return (i + 1) * (profile[i] - 1) ** 2

    game = Game("valley", 2, F(0), F(4), payoff, symmetric=False)
    assert all(CHECKS[concept](game, found.profile) for found in equilibria(game, concept))


@pytest.mark.parametrize("low", [0, F(1, 2)])
def test_all_give_what_the_good_is_worth_to_them_above_any_lower_bound(low: F):
    """Each gains theta ln X and gives x: theta each, Roemer 2010."""

    def payoff(i: int, profile: Sequence[Number]) -> Number:
        return (i + 1) * math.log(sum(profile)) - profile[i]

    game = Game("good", 3, F(low), None, payoff, symmetric=False)
    assert equilibrium(game, TIMES).profile == pytest.approx((1, 2, 3), abs=1e-4)


@pytest.mark.parametrize("theta", [(F(1), F(2)), (F(3), F(1)), (F(2), F(2))])
def test_a_bound_on_what_one_can_give_bounds_the_factor_of_all(theta: tuple[F, F]):
    """Everyone would have all give more, up to theta each, but who gives most cannot."""

    def payoff(i: int, profile: Sequence[Number]) -> Number:
        return float(theta[i]) * math.log(sum(profile)) - profile[i]

    high = F(3, 2)
    given = tuple(t * high / max(theta) for t in theta)
    for bound, content in ((high, True), (high + 1, False), (None, False)):
        game = Game("bounded", 2, F(0), bound, payoff, symmetric=False)
        assert is_multiplicative(game, given) == content


@pytest.mark.parametrize("letters", [(7, 4, 1, 0), (8, 4, 1, 0), (9, 4, 1, 0), (30, 10, 1, -20)])
def test_the_planner_of_a_dilemma_has_both_cooperate_or_one_if_that_pays_more(letters):
    game = family_game("prisoners-dilemma", **dict(zip("TRPS", letters, strict=True)))
    t, r, _, s = letters
    assert equilibrium(game, PLANNER).total == max(2 * r, t + s)


def test_the_planner_has_one_do_all_where_that_yields_more_than_what_all_do_together():
    """One unit by each yields 2 to both, and 3 by one alone 4: two hills with a valley between."""

    def payoff(i: int, profile: Sequence[Number]) -> Number:
        together = 2 - sum((x - 1) ** 2 for x in profile)
        alone = 4 - (max(profile) - 3) ** 2 - 9 * min(profile) ** 2
        return max(together, alone)

    planned = equilibrium(Game("alone", 2, F(0), None, payoff), PLANNER)
    assert sorted(planned.profile) == pytest.approx([0, 3], abs=1e-4)
    assert planned.total == pytest.approx(8)


@pytest.mark.parametrize(("cap", "n"), [(100, 5), (100, 3), (7, 2), (11, 4)])
@pytest.mark.parametrize("months", [1, 2, 12])
def test_the_planner_of_a_lake_shares_the_largest_catch_as_whole_tonnes_allow(
    cap: int, n: int, months: int
):
    game = family_game("govsim", cap=cap, n=n, months=months)
    planned = equilibrium(game, PLANNER).profile
    assert all(game.allows(catch) and catch.denominator == 1 for catch in planned)
    assert max(planned) - min(planned) <= 1
    letters = {"cap": F(cap), "g": F(2), "months": F(months)}
    catches = [total_catch(F(wanted), letters) for wanted in range(cap // n * n + 1)]
    assert game.total(planned) == max(catches)


def test_a_lake_is_fished_month_by_month():
    letters = {"cap": F(100), "g": F(2)}
    caught = [total_catch(F(60), {**letters, "months": F(months)}) for months in (1, 2, 3, 4)]
    assert caught == [60, 120, 160, 160]  # 40 of 100 double to 80, and 20 of these to 40
    assert total_catch(F(50), {**letters, "months": F(7)}) == 350
    assert family_game("govsim", cap=100, n=5).grid() == tuple(range(21))
