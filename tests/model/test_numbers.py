"""The exact operations against what they are said to be, person by person and to the border."""

from collections import Counter
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.model import numbers
from argue.model.numbers import EXACT, OutsideDomain

SMALL = st.sampled_from([F(-2), F(-1), F(-1, 2), F(0), F(1, 2), F(1), F(2)])
ROW = st.lists(SMALL, min_size=3, max_size=3)
COUNTS = st.lists(st.sampled_from([F(0), F(1, 2), F(1), F(3, 2), F(2)]), min_size=3, max_size=3)


def halves(values: list[F], counts: list[F]) -> list[F]:
    """Each value once for every half person who holds it, from the lowest up."""
    return sorted(v for v, n in zip(values, counts, strict=True) for _ in range(int(2 * n)))


@given(st.lists(SMALL, min_size=1, max_size=4))
def test_sums_and_extremes_are_those_of_the_values(values: list[F]):
    assert EXACT.total(values) == sum(values)
    assert EXACT.largest(values) == max(values)
    assert EXACT.smallest(values) == min(values)


def test_a_sum_is_a_fraction_whatever_is_added_up():
    for values, total in (((), 0), ((1, 2), 3), ((F(1, 2), 1), F(3, 2))):
        found = EXACT.total(values)
        assert isinstance(found, F)
        assert found == total


@pytest.mark.parametrize("left", [F(-1), F(0), F(1, 10)])
@pytest.mark.parametrize("right", [F(-1), F(0), F(1, 10)])
def test_choices_are_exact_to_the_border(left: F, right: F):
    for then in (F(7), F(-7)):
        assert EXACT.when_more(left, right, then) == (then if left > right else 0)
        assert EXACT.when_equal(left, right, then) == (then if left == right else 0)
        assert EXACT.either(left, right, then, F(3)) == (then if left >= right else 3)
    assert EXACT.at_least(left, right) == (1 if left >= right else -1)
    assert EXACT.positive(left) == max(left, 0)


@given(ROW, ROW, COUNTS)
def test_ranks_are_compared_person_by_person_from_the_lowest(one, other, counts):
    pairs = zip(halves(one, counts), halves(other, counts), strict=True)
    expected = next((a - b for a, b in pairs if a != b), 0)
    assert EXACT.first_rank_difference(one, other, counts) == expected


@given(ROW, ROW, COUNTS)
def test_holders_are_compared_value_by_value_from_the_highest(one, other, counts):
    here, there = Counter(halves(one, counts)), Counter(halves(other, counts))
    differing = [v for v in {*one, *other} if v > 0 and here[v] != there[v]]
    top = max(differing, default=F(0))
    expected = top if there[top] > here[top] else -top
    assert EXACT.first_count_difference(one, other, counts) == expected


def test_what_nobody_loses_is_no_value_that_more_of_them_hold():
    """At 0 and below nothing is held against anybody."""
    for low in (F(-1), F(-1, 2)):
        one, other = [F(3), F(0), low], [F(3), low, low]
        assert EXACT.first_count_difference(one, other, [F(1)] * 3) == 0
        assert EXACT.first_count_difference([low], [F(-2)], [F(1)]) == 0


@given(ROW, COUNTS, st.sampled_from([1, 2, 3]))
def test_a_sum_by_rank_weighs_each_person_by_what_one_more_adds(row, counts, power):
    def weight(persons: F) -> F:
        return persons**power

    each = halves(row, counts)
    steps = [weight(F(k + 1, 2)) - weight(F(k, 2)) for k in range(len(each))]
    expected = sum(step * value for step, value in zip(steps, each, strict=True))
    assert EXACT.rank_sum(row, counts, weight) == expected


@pytest.mark.parametrize("base", [F(1, 3), F(-7, 3)])
@pytest.mark.parametrize("exponent", [-64, -63, -1, 0, 1, 63, 64])
def test_whole_powers_are_exact_up_to_the_sixty_fourth(base: F, exponent: int):
    assert EXACT.power(base, exponent) == base**exponent


@pytest.mark.parametrize("base", [F(1, 3), F(-1, 3), F(-7, 3)])
@pytest.mark.parametrize("exponent", [-100, -65, 65, 100])
def test_powers_beyond_are_good_to_nearly_all_their_digits(base: F, exponent: int):
    found, exact = EXACT.power(base, exponent), base**exponent
    assert abs(found - exact) < abs(exact) / 10**57


def test_powers_of_one_are_one_and_of_its_negative_one_or_the_other():
    for exponent in (0, 1, 2, 65, 66, 1001):
        assert EXACT.power(1, exponent) == EXACT.power(1, -exponent) == 1
        assert EXACT.power(-1, exponent) == EXACT.power(-1, -exponent) == (-1) ** exponent


def test_zero_has_powers_of_zero_and_more():
    assert EXACT.power(0, 0) == 1
    for exponent in (F(1, 2), 1, 64, 65, 100):
        assert EXACT.power(0, exponent) == 0
    for exponent in (-1, -100, F(-1, 2)):
        with pytest.raises(OutsideDomain, match="0 cannot be raised"):
            EXACT.power(0, exponent)


def test_a_negative_number_has_whole_powers_only():
    for number in (-4, -1, F(-1, 4)):
        with pytest.raises(OutsideDomain, match=f"{number} cannot be raised to the power 1/2"):
            EXACT.power(number, F(1, 2))
    assert EXACT.power(-4, -2) == F(1, 16)


def test_a_root_of_a_square_is_what_was_squared():
    for number in (F(1, 7), F(22, 7), F(10**9)):
        root = EXACT.power(number * number, F(1, 2))
        assert abs(root - number) < number / 10**58


@pytest.mark.parametrize("number", [F(-3), F(-1, 7), F(0), F(1, 7), F(3)])
def test_logarithm_and_exponential_undo_one_another(number: F):
    assert abs(EXACT.logarithm(EXACT.exponential(number)) - number) < F(1, 10**57)


def test_only_what_is_above_zero_has_a_logarithm():
    assert EXACT.logarithm(1) == 0
    assert EXACT.logarithm(F(1, 1000)) < 0
    for number in (0, F(-1, 1000)):
        with pytest.raises(OutsideDomain, match="has no logarithm"):
            EXACT.logarithm(number)


def test_numbers_of_two_thousand_digits_are_too_large_and_their_inverses_nothing():
    assert EXACT.power(10, 1999) > 0
    assert EXACT.power(10, -1999) > 0
    assert EXACT.power(10, -2000) == 0
    with pytest.raises(OutsideDomain, match="more than 2000 digits"):
        EXACT.power(10, 2000)


def test_digits_are_computed_and_kept_as_the_reference_says():
    assert (numbers.WORKING_DIGITS, numbers.SETTLED_DIGITS) == (60, 30)
    third = EXACT.settled(F(1, 3))
    assert third == F(int("3" * 30), 10**30)
    assert EXACT.settled(-F(1, 3)) == -third
    assert EXACT.settled(F(2, 3)) == F(int("6" * 29 + "7"), 10**30)
    root = EXACT.power(2, F(1, 2))
    assert 10**59 % root.denominator == 0
    assert abs(root * root - 2) < F(4, 10**59)
