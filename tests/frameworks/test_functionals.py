"""The functionals against the figures and limits of their literature."""

from fractions import Fraction
from math import exp, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.model.numbers import EXACT, LARGEST_EXPONENT, OutsideDomain
from frameworks import welfare_functionals as functionals
from frameworks.welfare_functionals import Profile

POSITIONS = st.lists(st.integers(1, 40), min_size=1, max_size=6)
COUNTS = st.lists(st.integers(1, 5), min_size=6, max_size=6)


def equal(*positions: int) -> Profile:
    """One person in each of these positions."""
    return Profile([Fraction(p) for p in positions], [Fraction(1)] * len(positions))


@pytest.mark.parametrize(
    ("counts", "empty"),
    [
        ([], True),
        ([0, Fraction(0)], True),
        ([Fraction(1, 2)], False),
        ([0, 1], False),
        ([-1], False),
        ([np.zeros(2)], False),
    ],
)
def test_nobody_is_there_where_every_count_is_known_to_be_0(counts, empty: bool):
    assert functionals.nobody(counts) is empty


def test_positions_that_nobody_holds_are_left_out():
    found = functionals.held([Fraction(3), Fraction(0), Fraction(4)], [0, 1, 2])
    assert found == Profile([Fraction(0), Fraction(4)], [1, 2])


@given(POSITIONS, COUNTS)
def test_a_kind_of_person_counts_as_often_as_it_has_persons(positions, counts):
    grouped = Profile(
        [Fraction(p) for p in positions], [Fraction(c) for c in counts[: len(positions)]]
    )
    single = equal(*(p for p, c in zip(positions, counts, strict=False) for _ in range(c)))
    for functional in (
        functionals.total,
        functionals.average,
        functionals.worst,
        functionals.spread,
        functionals.gini_welfare,
        functionals.gini_index,
        functionals.nash,
        lambda p, ops: functionals.shortfall(p, ops, enough=20),
        lambda p, ops: functionals.atkinson(p, ops, epsilon=2),
        lambda p, ops: functionals.kolm_pollak(p, ops, kappa=Fraction(1, 7)),
        lambda p, ops: functionals.prioritarian(p, ops, curve="power", priority=3),
        lambda p, ops: functionals.rank_power(p, ops, power=3),
        lambda p, ops: functionals.rank_discounted(p, ops, discount=Fraction(2, 3)),
    ):
        assert functional(grouped, EXACT) == functional(single, EXACT)


@given(st.integers(1, 40), COUNTS)
def test_an_equal_distribution_is_worth_its_own_position(position, counts):
    alike = Profile([Fraction(position)] * 6, [Fraction(c) for c in counts])
    for worth in (
        functionals.average(alike, EXACT),
        functionals.worst(alike, EXACT),
        functionals.gini_welfare(alike, EXACT),
        functionals.nash(alike, EXACT),
        functionals.atkinson(alike, EXACT, epsilon=Fraction(5, 3)),
        functionals.atkinson(alike, EXACT, epsilon=1),
        functionals.kolm_pollak(alike, EXACT, kappa=2),
        functionals.rank_power(alike, EXACT, power=Fraction(7, 2)),
        functionals.rank_discounted(alike, EXACT, discount=Fraction(1, 3)),
    ):
        assert worth == position


@given(POSITIONS)
def test_the_gini_rule_weighs_ranks_by_two_times_n_less_i_plus_one(positions):
    profile, n = equal(*positions), len(positions)
    weights = [Fraction(2 * (n - rank) + 1, n * n) for rank in range(1, n + 1)]
    assert functionals.gini_welfare(profile, EXACT) == functionals.rank_weighted(
        profile, EXACT, weights=weights
    )
    index = Fraction(
        sum((2 * i - n - 1) * u for i, u in enumerate(sorted(positions), 1)), n * sum(positions)
    )
    assert functionals.gini_index(profile, EXACT) == index


@given(POSITIONS)
def test_rank_discounting_weighs_ranks_by_powers_of_the_discount(positions):
    profile, half = equal(*positions), Fraction(1, 2)
    powers = [half**rank for rank in range(len(positions))]
    weights = [power / sum(powers) for power in powers]
    exact = functionals.rank_weighted(profile, EXACT, weights=weights)
    found = functionals.rank_discounted(profile, EXACT, discount=half)
    assert found == EXACT.settled(exact)


@given(POSITIONS)
def test_averages_and_worst_positions_are_the_limits_of_the_averse_functionals(positions):
    profile = equal(*positions)
    mean, low = functionals.average(profile, EXACT), functionals.worst(profile, EXACT)
    assert functionals.atkinson(profile, EXACT, epsilon=0) == mean
    assert functionals.kolm_pollak(profile, EXACT, kappa=0) == mean
    assert functionals.rank_power(profile, EXACT, power=1) == mean
    assert functionals.rank_discounted(profile, EXACT, discount=1) == mean
    assert functionals.rank_discounted(profile, EXACT, discount=0) == low
    near = Fraction(1, 100)
    assert abs(functionals.atkinson(profile, EXACT, epsilon=100_000) - low) < near
    assert abs(functionals.kolm_pollak(profile, EXACT, kappa=1000) - low) < near
    assert abs(functionals.rank_power(profile, EXACT, power=10_000) - low) < near


@given(POSITIONS, st.fractions(Fraction(1, 10), 6))
def test_the_equivalents_agree_with_their_formulas_in_floats(positions, aversion):
    profile, n, a = equal(*positions), len(positions), float(aversion)
    power = (
        exp(sum(map(log, positions)) / n)
        if a == 1
        else (sum(u ** (1 - a) for u in positions) / n) ** (1 / (1 - a))
    )
    if abs(a - 1) > 0.01 or a == 1:
        found = functionals.atkinson(profile, EXACT, epsilon=aversion)
        assert float(found) == pytest.approx(power, rel=1e-9)
    translated = -log(sum(exp(-a * u) for u in positions) / n) / a
    found = functionals.kolm_pollak(profile, EXACT, kappa=aversion)
    assert float(found) == pytest.approx(translated, rel=1e-9)


@pytest.mark.parametrize("priority", [Fraction(1, 2), 1, Fraction(3), Fraction(7, 3)])
def test_the_sum_of_what_positions_are_worth_agrees_with_its_formula_in_floats(priority):
    positions, counts, p = (2, 5, 9), (3, 1, 2), float(priority)
    profile = Profile([Fraction(u) for u in positions], [Fraction(n) for n in counts])
    shapes = {
        "power": lambda u: log(u) if p == 1 else u ** (1 - p) / (1 - p),
        "exponential": lambda u: -exp(-p * u) / p,
    }
    for curve, worth in shapes.items():
        expected = sum(n * worth(u) for u, n in zip(positions, counts, strict=True))
        found = functionals.prioritarian(profile, EXACT, curve=curve, priority=priority)
        assert float(found) == pytest.approx(expected, rel=1e-12)
    below = Profile([Fraction(-2), Fraction(5)], [Fraction(3), Fraction(1)])
    for curve in shapes:
        assert functionals.prioritarian(profile, EXACT, curve=curve, priority=0) == 29
        assert functionals.prioritarian(below, EXACT, curve=curve, priority=0) == -1


@given(POSITIONS, st.sampled_from((Fraction(2, 3), Fraction(5, 2))))
def test_what_roots_and_logarithms_give_is_settled_and_what_fractions_give_is_not(row, given_):
    """Two ways of computing one number agree to the last digit kept; a third is no such number."""
    profile = equal(*row)
    for found in (
        functionals.atkinson(profile, EXACT, epsilon=given_),
        functionals.atkinson(profile, EXACT, epsilon=1),
        functionals.kolm_pollak(profile, EXACT, kappa=given_),
        functionals.prioritarian(profile, EXACT, curve="power", priority=given_),
        functionals.prioritarian(profile, EXACT, curve="exponential", priority=given_),
        functionals.rank_power(profile, EXACT, power=given_),
        functionals.rank_discounted(profile, EXACT, discount=given_ / 3),
        functionals.nash(profile, EXACT),
    ):
        assert EXACT.settled(found) == found
    assert functionals.rank_power(equal(1, 2, 2), EXACT, power=2) == Fraction(13, 9)


def test_a_rank_power_that_is_not_whole_weighs_as_its_formula_says():
    """Of three persons the lowest weighs 1 - (2/3)^(5/2), and so on up."""
    weights = [1 - (2 / 3) ** 2.5, (2 / 3) ** 2.5 - (1 / 3) ** 2.5, (1 / 3) ** 2.5]
    found = functionals.rank_power(equal(9, 1, 4), EXACT, power=Fraction(5, 2))
    expected = sum(w * u for w, u in zip(weights, (1, 4, 9), strict=True))
    assert float(found) == pytest.approx(expected, rel=1e-12)


@given(POSITIONS)
def test_the_nash_rule_is_the_root_of_the_product(positions):
    product = 1
    for gain in positions:
        product *= gain
    found = functionals.nash(equal(*positions), EXACT) ** len(positions)
    assert EXACT.settled(found) == pytest.approx(product, rel=1e-28)


def test_the_nash_rule_gives_nothing_where_somebody_gains_nothing():
    assert functionals.nash(equal(0, 5, 9), EXACT) == 0


def test_harmonic_and_geometric_means_are_what_epsilon_two_and_one_come_to():
    assert functionals.atkinson(equal(2, 6), EXACT, epsilon=2) == 3
    assert functionals.atkinson(equal(4, 9), EXACT, epsilon=1) == 6


def test_positions_of_zero_have_no_atkinson_equivalent():
    for epsilon in (Fraction(1, 2), 1, 2):
        with pytest.raises(OutsideDomain):
            functionals.atkinson(equal(0, 4), EXACT, epsilon=epsilon)
    with pytest.raises(OutsideDomain):
        functionals.prioritarian(equal(-1, 4), EXACT, curve="power", priority=2)


def test_as_many_weights_as_persons_are_needed():
    with pytest.raises(OutsideDomain):
        functionals.rank_weighted(equal(1, 2), EXACT, weights=(1,))
    half = Profile([Fraction(1), Fraction(2)], [Fraction(1, 2), Fraction(3, 2)])
    mixed = Profile([Fraction(1), Fraction(2), Fraction(3)], [1, Fraction(1, 2), Fraction(1, 2)])
    for profile in (half, mixed):
        with pytest.raises(OutsideDomain):
            functionals.rank_weighted(profile, EXACT, weights=(1, 2))


def test_numbers_of_thousands_of_digits_are_refused_or_vanish():
    assert EXACT.exponential(Fraction(-10_000)) == 0
    assert EXACT.exponential(Fraction(-(10**30))) == 0
    for exponent in (10_000, 10**30):
        with pytest.raises(OutsideDomain, match=f"{LARGEST_EXPONENT}|too large"):
            EXACT.exponential(Fraction(exponent))


def test_powers_are_exact_for_whole_exponents_and_roots_where_defined():
    assert EXACT.power(Fraction(-2, 3), 3) == Fraction(-8, 27)
    assert EXACT.power(Fraction(-2), 101) == -(2**101)
    assert EXACT.settled(EXACT.power(Fraction(27, 8), Fraction(1, 3))) == Fraction(3, 2)
    for base, exponent in ((Fraction(0), -1), (Fraction(-4), Fraction(1, 2))):
        with pytest.raises(OutsideDomain):
            EXACT.power(base, exponent)


@given(st.fractions(), st.fractions())
def test_settling_keeps_the_order(left, right):
    low, high = sorted((left, right))
    assert EXACT.settled(low) <= EXACT.settled(high)
    assert abs(EXACT.settled(low) - low) <= abs(low) * Fraction(1, 10**29)


def test_a_lottery_comes_to_what_each_can_expect_or_to_what_welfare_can_be_expected():
    lottery = ((Fraction(1, 4), equal(2, 6)), (Fraction(3, 4), equal(4, 8)))
    assert functionals.ex_ante(lottery, EXACT) == Profile([Fraction(7, 2), Fraction(15, 2)], [1, 1])
    assert functionals.ex_post(lottery, EXACT, welfare=functionals.total) == 11
    assert functionals.ex_post(lottery, EXACT, welfare=functionals.worst) == Fraction(7, 2)


def test_diamonds_lottery_is_fairer_before_the_draw_and_no_better_after_it():
    # Diamond 1967: a fair coin decides who gets the good, against giving it to the first.
    one, other = equal(1, 0), equal(0, 1)
    coin, sure = ((Fraction(1, 2), one), (Fraction(1, 2), other)), ((Fraction(1), one),)
    for egalitarian in (
        functionals.worst,
        functionals.gini_welfare,
        lambda p, ops: functionals.kolm_pollak(p, ops, kappa=1),
    ):
        before = [
            egalitarian(functionals.ex_ante(lottery, EXACT), EXACT) for lottery in (coin, sure)
        ]
        after = [
            functionals.ex_post(lottery, EXACT, welfare=egalitarian) for lottery in (coin, sure)
        ]
        assert before[0] > before[1]
        assert after[0] == after[1]
    total = functionals.total
    assert total(functionals.ex_ante(coin, EXACT), EXACT) == total(one, EXACT)
    assert functionals.ex_post(coin, EXACT, welfare=total) == total(one, EXACT)
