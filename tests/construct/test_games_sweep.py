"""The conjecture on power-seeking: true where power is rival, false where it is not."""

from fractions import Fraction as F

import pytest

from argue.construct.games.data import GameError
from argue.construct.games.sweep import power_seeking

FALLING = [F(1), F(1, 10), F(1, 100), F(1, 1000)]


def test_kantian_restraint_is_in_proportion_and_ends_where_rivalry_does():
    *rows, last = power_seeking([*FALLING, 0], players=9)
    assert [row.restraint for row in rows] == [F(4, 9)] * 4
    assert [row.gain for row in rows] == [F(100, 36)] * 4
    assert [row.kantian for row in rows] == [F(1, 2) * 10**k for k in range(4)]
    assert last.unbounded
    assert (last.nash, last.kantian) == (None, None)


def test_there_is_a_row_for_every_degree_in_the_order_given():
    degrees = [F(1, 10), F(0), F(1), F(0), F(2)]
    rows = power_seeking(degrees, players=9)
    assert [row.rivalry for row in rows] == degrees
    assert [row.unbounded for row in rows] == [b == 0 for b in degrees]


def test_where_each_can_take_only_so_much_vanishing_rivalry_leaves_no_restraint():
    rows = power_seeking([*FALLING, 0], players=9, most=50)
    restraints = [row.restraint for row in rows]
    assert restraints == sorted(restraints, reverse=True)
    assert restraints[0] == F(4, 9)
    assert restraints[-1] == 0
    assert (rows[-1].nash, rows[-1].kantian, rows[-1].gain) == (50, 50, 1)


def test_with_more_seekers_nash_dissipates_all_and_kant_half_of_it():
    taken = [(n, power_seeking([1], players=n)[0]) for n in (2, 10, 100, 1000)]
    assert [n * row.kantian for n, row in taken] == [F(9, 2)] * 4
    totals = [n * row.nash for n, row in taken]
    assert totals == sorted(totals)
    assert 9 - totals[-1] < F(1, 100)


def test_power_must_be_worth_something():
    with pytest.raises(GameError, match="nobody would take any"):
        power_seeking([1], gain=1, cost=1)
