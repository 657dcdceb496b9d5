"""Power in weighted votes: closed counts against all coalitions and all orders, and known votes."""

from fractions import Fraction
from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.construct.games.data import GameError
from argue.construct.games.power import banzhaf, shapley_shubik, shifts_power

VOTES = st.lists(st.integers(0, 9), min_size=1, max_size=5).filter(any)


def all_swings(weights: list[int], quota: int) -> list[int]:
    """How often each voter is a swing, over every coalition there is."""
    voters = range(len(weights))
    found = [0 for _ in voters]
    for size in voters:
        for coalition in combinations(voters, size + 1):
            total = sum(weights[v] for v in coalition)
            for voter in coalition:
                found[voter] += total >= quota > total - weights[voter]
    return found


def all_pivots(weights: list[int], quota: int) -> list[int]:
    """How often each voter is the one who makes those before win, over every order there is."""
    found = [0 for _ in weights]
    for order in permutations(range(len(weights))):
        total = 0
        for voter in order:
            if total < quota <= total + weights[voter]:
                found[voter] += 1
            total += weights[voter]
    return found


@given(VOTES, st.data())
def test_both_indices_are_shares_of_what_enumeration_counts(
    weights: list[int], data: st.DataObject
):
    quota = data.draw(st.integers(1, sum(weights)))
    swings, pivots = all_swings(weights, quota), all_pivots(weights, quota)
    assert banzhaf(weights, quota=quota) == tuple(Fraction(s, sum(swings)) for s in swings)
    assert shapley_shubik(weights, quota=quota) == tuple(Fraction(p, sum(pivots)) for p in pivots)


@given(VOTES, st.data())
def test_shares_add_up_to_one_and_do_not_fall_with_weight(weights: list[int], data: st.DataObject):
    quota = data.draw(st.integers(1, sum(weights)))
    for index in (banzhaf, shapley_shubik):
        shares = index(weights, quota=quota)
        assert sum(shares) == 1
        ordered = sorted(zip(weights, shares, strict=True))
        assert [share for _, share in ordered] == sorted(shares)


def test_the_council_of_the_six_gave_luxembourg_a_vote_and_no_power():
    """The six of 1958, quota 12 of 17: France, Germany, Italy; the Netherlands, Belgium; one."""
    votes, small = [4, 4, 4, 2, 2, 1], Fraction(0)
    assert banzhaf(votes, quota=12) == (*[Fraction(5, 21)] * 3, *[Fraction(1, 7)] * 2, small)
    assert shapley_shubik(votes, quota=12) == (
        *[Fraction(7, 30)] * 3,
        *[Fraction(3, 20)] * 2,
        small,
    )


def test_many_voters_are_counted_without_listing_coalitions():
    shares = banzhaf([1] * 60, quota=31)
    assert set(shares) == {Fraction(1, 60)}


def test_fractions_of_a_vote_count_as_they_are():
    half = Fraction(1, 2)
    assert banzhaf([half, half], quota=1) == (half, half)


def test_only_a_change_beyond_the_tolerance_shifts_power():
    before = banzhaf([7, 1, 1, 1], quota=6)
    after = banzhaf([5, 2, 2, 2], quota=6)
    assert (before[0], after[0]) == (1, Fraction(1, 2))
    assert shifts_power(before, after, tolerance=Fraction(1, 20))
    assert not shifts_power(before, after, tolerance=Fraction(1, 2))
    assert not shifts_power(before, before, tolerance=Fraction(0))
    between_two = (after[0], after[1] + Fraction(1, 6), Fraction(0), after[3])
    assert shifts_power(after, between_two, tolerance=Fraction(1, 20))  # though not of everybody


@pytest.mark.parametrize(
    ("weights", "quota", "key"), [([3, -1], 1, "weights"), ([1, 1], 0, "quota"), ([1], 2, "quota")]
)
def test_a_vote_that_makes_no_sense_is_refused(weights: list[int], quota: int, key: str):
    for index in (banzhaf, shapley_shubik):
        with pytest.raises(GameError, match=key):
            index(weights, quota=quota)
