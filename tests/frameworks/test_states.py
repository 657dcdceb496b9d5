"""One draw for all: complaints and distributions state by state, with figures worked by hand."""

from fractions import Fraction as F

import pytest

from argue.model.framework import View
from argue.model.numbers import EXACT
from frameworks.complaints import largest_complaints
from frameworks.rejection import FRAMEWORK as REJECTION
from frameworks.veil import FRAMEWORK as VEIL


def in_states(kind, *tables, **given):
    """The view of two persons under options a, b, ... in states of equal chance."""
    cells = [[[F(cell) for cell in row] for row in table] for table in tables]
    size, by_option = len(tables[0]), zip(*cells, strict=True)
    return View(
        options=tuple("abc"[:size]),
        standpoints=("p", "q"),
        cells=[[sum(c) / len(cells) for c in zip(*rows, strict=True)] for rows in by_option],
        counts=[F(1), F(1)],
        levels=[F(0), F(0)],
        factors=[[1, 1]] * size,
        states=[(F(1, len(cells)), table) for table in cells],
        parameters={**kind.defaults(), "when": "ex_post", "draw": "common", **given},
    )


def test_everyone_complains_of_the_state_that_is_worst_for_them():
    """The first has more to complain of in one state, the second in the other."""
    seen = in_states(REJECTION, [(0, 4), (3, 0)], [(5, 0), (0, 1)])
    assert REJECTION.compare(seen, EXACT).complaints == {
        (0, 1): ([3, 1], [5, 4]),
        (1, 0): ([5, 4], [3, 1]),
    }
    assert largest_complaints(seen, EXACT) == [3, 5]


def test_where_the_worst_states_tie_what_one_state_spares_still_speaks():
    """Against a and b the second loses 5 in any state; b costs the first 1 more in one of them."""
    one, other = [(-2, -5), (-2, -5), (0, 0)], [(0, -5), (-1, -5), (0, 0)]
    margins = REJECTION.compare(in_states(REJECTION, one, other), EXACT).margins
    assert margins["numbers", 0, 1] == margins["numbers", 1, 0] == 0
    assert margins["spared", 0, 1] == 1
    assert margins["spared", 1, 0] == 0


@pytest.mark.parametrize("order", [1, -1])
def test_behind_the_veil_an_option_is_what_it_is_in_its_worst_state(order):
    """Of (0, 9) and (1, 1) the first has the worse worst-off; of (2, 2) and (3/2, 9) the second."""
    states = [[(0, 9), (2, 2)], [(1, 1), ("3/2", 9)]][::order]
    for rule, lead in (("leximin", F(-3, 2)), ("maximin", F(-3, 2)), ("average", F(-1))):
        margins = VEIL.compare(in_states(VEIL, *states, rule=rule), EXACT).margins
        assert margins[None, 0, 1] == lead
        assert margins[None, 1, 0] == -lead
    averaged = in_states(VEIL, *states, rule="average", states="expected")
    assert VEIL.value(averaged, EXACT) == [F(11, 4), F(29, 8)]


def test_a_state_that_is_worse_by_less_than_one_is_worse():
    states = [(0, 1), (5, 5)], [(0, F(1, 2)), (5, 5)]
    for tables in (states, states[::-1]):
        seen = in_states(VEIL, *tables, rule="sufficientarian", sufficiency=2)
        assert VEIL.compare(seen, EXACT).margins[None, 1, 0] == F(7, 2)


@pytest.mark.parametrize(
    ("given", "family"),
    [
        ({}, "welfare"),
        ({"when": "ex_post"}, "welfare"),
        ({"when": "ex_post", "draw": "common"}, "veil"),
        ({"when": "ex_post", "draw": "common", "states": "expected"}, "welfare"),
        ({"draw": "common"}, "welfare"),
    ],
)
def test_the_average_counts_with_welfare_but_not_in_the_worst_state(given, family):
    assert VEIL.family_of({**VEIL.defaults(), "rule": "average", **given}) == family
    assert VEIL.family_of({**VEIL.defaults(), **given}) == "veil"
