"""Which axioms of social choice each rule behind the veil keeps, and how the others break them.

Every `+` of the table is tested on drawn distributions; every `-` has a counterexample, which is
shown to be one. Sources: Hammond 1976 and Sen 1970 for leximin; Atkinson 1970; Weymark 1981.
"""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.frameworks.veil_views import lead

RULES = {
    "average": {"rule": "average"},
    "maximin": {"rule": "maximin"},
    "leximin": {"rule": "leximin"},
    "atkinson": {"rule": "atkinson", "epsilon": 2},
    "gini": {"rule": "gini"},
    "floor": {"rule": "floor", "floor": 3},
    "range": {"rule": "range", "range": 4},
    "kolm_pollak": {"rule": "kolm_pollak", "kappa": Fraction(1, 2)},
    "nash": {"rule": "nash"},
    "rank_discounted": {"rule": "rank_discounted", "discount": Fraction(1, 2)},
    "sufficientarian": {"rule": "sufficientarian", "sufficiency": 4},
}

#                 average
#                 |   maximin
#                 |   |   leximin
#                 |   |   |   atkinson
#                 |   |   |   |   gini
#                 |   |   |   |   |   floor
#                 |   |   |   |   |   |   range
#                 |   |   |   |   |   |   |   kolm_pollak
#                 |   |   |   |   |   |   |   |   nash
#                 |   |   |   |   |   |   |   |   |   rank_discounted
#                 |   |   |   |   |   |   |   |   |   |   sufficientarian
TABLE = """
anonymity         +   +   +   +   +   +   +   +   +   +   +
weak_pareto       +   +   +   +   +   +   -   +   +   +   +
strong_pareto     +   -   +   +   +   -   -   +   +   +   +
pigou_dalton      -   -   +   +   +   -   -   +   +   +   -
weak_pigou_dalton +   +   +   +   +   +   +   +   +   +   +
hammond           -   +   +   -   -   -   -   -   -   -   -
separability      +   -   +   +   -   -   -   +   +   -   +
continuity        +   +   -   +   +   -   -   +   +   +   -
scale             +   +   +   +   +   -   -   -   +   +   -
translation       +   +   +   -   +   -   +   +   -   +   -
replication       +   +   +   +   +   +   +   +   +   -   +
"""

CELLS = {
    (axiom, rule): mark == "+"
    for axiom, *marks in map(str.split, TABLE.split("\n")[1:-1])
    for rule, mark in zip(RULES, marks, strict=True)
}

SIZE = 4
ROW = st.lists(st.integers(1, 9), min_size=SIZE, max_size=SIZE).map(tuple)
PLACES = st.lists(st.integers(0, SIZE - 1), min_size=2, max_size=2, unique=True)


def sign(number):
    return (number > 0) - (number < 0)


def replaced(row, changes):
    return tuple(changes.get(place, value) for place, value in enumerate(row))


def anonymity(rule, row, order):
    """To swap who holds which position changes nothing."""
    return lead(row, [row[place] for place in order], **rule) == 0


def weak_pareto(rule, row, gains):
    """What is better for everyone is better."""
    return lead([u + g for u, g in zip(row, gains, strict=True)], row, **rule) > 0


strong_pareto = weak_pareto
"""What is better for somebody and worse for nobody is better: the gains may hold zeros."""


def pigou_dalton(rule, row, poor, rich):
    """To give one unit from the richer to the poorer, who stays no richer than that, is better."""
    return lead(replaced(row, {poor: row[poor] + 1, rich: row[rich] - 1}), row, **rule) > 0


def weak_pigou_dalton(rule, row, poor, rich):
    """To give one unit from the richer to the poorer is no worse."""
    return lead(replaced(row, {poor: row[poor] + 1, rich: row[rich] - 1}), row, **rule) >= 0


def hammond(rule, row, inner, places):
    """Of two persons in conflict, what is better for the one always worse off is no worse."""
    poor, rich = places
    return lead(replaced(row, {poor: inner[0], rich: inner[1]}), row, **rule) >= 0


def separability(rule, first, second, here, there):
    """How well off those are whom the choice does not touch makes no difference to it."""
    with_here = lead((*first, here), (*second, here), **rule)
    with_there = lead((*first, there), (*second, there), **rule)
    return sign(with_here) == sign(with_there)


def continuity(rule, row, step, other):
    """What is worse or better than another stays so when changed little enough."""
    before = sign(lead(row, other, **rule))
    return before == 0 or any(
        sign(lead([u + d / Fraction(k) for u, d in zip(row, step, strict=True)], other, **rule))
        == before
        for k in (10, 1000, 10**6)
    )


def scale(rule, first, second, factor):
    """To multiply all positions by the same changes no choice."""
    multiplied = [[u * factor for u in row] for row in (first, second)]
    return sign(lead(first, second, **rule)) == sign(lead(*multiplied, **rule))


def translation(rule, first, second, more):
    """To add the same to all positions changes no choice."""
    moved = [[u + more for u in row] for row in (first, second)]
    return sign(lead(first, second, **rule)) == sign(lead(*moved, **rule))


def replication(rule, first, second, times):
    """To have everybody several times over changes no choice."""
    many = lead(first * times, second * times, **rule)
    return sign(lead(first, second, **rule)) == sign(many)


@st.composite
def transfers(draw):
    poor, rich = draw(PLACES)
    row = list(draw(ROW))
    row[poor] = draw(st.integers(1, 7))
    row[rich] = row[poor] + draw(st.integers(2, 9))
    return tuple(row), poor, rich


@st.composite
def conflicts(draw):
    poor, rich = draw(PLACES)
    row = list(draw(ROW))
    row[poor], low, high, row[rich] = sorted(
        draw(st.lists(st.integers(1, 12), min_size=4, max_size=4, unique=True))
    )
    return tuple(row), (low, draw(st.sampled_from((low, high)))), (poor, rich)


GAINS = st.lists(st.integers(0, 5), min_size=SIZE, max_size=SIZE)
STEPS = st.lists(st.integers(-1, 1), min_size=SIZE, max_size=SIZE)
SHORT = ROW.map(lambda row: row[1:])
UNTOUCHED = st.integers(1, 15)
AXIOMS = {
    "anonymity": (anonymity, st.tuples(ROW, st.permutations(range(SIZE)))),
    "weak_pareto": (weak_pareto, st.tuples(ROW, GAINS.map(lambda g: [x + 1 for x in g]))),
    "strong_pareto": (strong_pareto, st.tuples(ROW, GAINS.filter(any))),
    "pigou_dalton": (pigou_dalton, transfers()),
    "weak_pigou_dalton": (weak_pigou_dalton, transfers()),
    "hammond": (hammond, conflicts()),
    "separability": (separability, st.tuples(SHORT, SHORT, UNTOUCHED, UNTOUCHED)),
    "continuity": (continuity, st.tuples(ROW, STEPS, ROW)),
    "scale": (scale, st.tuples(ROW, ROW, st.fractions(Fraction(1, 9), 9, max_denominator=9))),
    "translation": (translation, st.tuples(ROW, ROW, st.integers(1, 30))),
    "replication": (replication, st.tuples(ROW, ROW, st.integers(2, 4))),
}

COUNTEREXAMPLES = {
    ("weak_pareto", "range"): ((1, 1, 1, 1), [1, 1, 1, 6]),
    ("strong_pareto", "maximin"): ((1, 1, 1, 1), [0, 0, 0, 1]),
    ("strong_pareto", "floor"): ((1, 1, 1, 1), [0, 0, 0, 1]),
    ("strong_pareto", "range"): ((1, 1, 1, 1), [0, 0, 0, 5]),
    ("pigou_dalton", "average"): ((1, 3, 1, 1), 0, 1),
    ("pigou_dalton", "maximin"): ((1, 3, 1, 1), 0, 1),
    ("pigou_dalton", "floor"): ((1, 3, 1, 1), 0, 1),
    ("pigou_dalton", "range"): ((1, 3, 1, 1), 0, 1),
    ("pigou_dalton", "sufficientarian"): ((1, 3, 1, 1), 0, 1),
    ("hammond", "average"): ((1, 4, 1, 1), (2, 2), (0, 1)),
    ("hammond", "atkinson"): ((2, 7, 1, 1), (3, 3), (0, 1)),
    ("hammond", "gini"): ((1, 6, 1, 1), (2, 2), (0, 1)),
    ("hammond", "floor"): ((3, 6, 3, 3), (4, 4), (0, 1)),
    ("hammond", "range"): ((1, 4, 1, 1), (2, 2), (0, 1)),
    ("hammond", "kolm_pollak"): ((1, 5, 1, 1), (2, 2), (0, 1)),
    ("hammond", "nash"): ((1, 5, 1, 1), (2, 2), (0, 1)),
    ("hammond", "rank_discounted"): ((1, 5, 1, 1), (2, 2), (0, 1)),
    ("hammond", "sufficientarian"): ((1, 4, 1, 1), (2, 2), (0, 1)),
    ("separability", "maximin"): ((1, 1, 1), (2, 2, 2), 1, 2),
    ("separability", "gini"): ((1, 1, 4), (1, 2, 2), 1, 4),
    ("separability", "floor"): ((1, 1, 1), (2, 2, 2), 1, 2),
    ("separability", "range"): ((1, 1, 1), (1, 1, 2), 1, 6),
    ("separability", "rank_discounted"): ((1, 3, 4), (2, 2, 2), 1, 2),
    ("continuity", "leximin"): ((1, 1, 1, 1), [0, 0, 1, 1], (1, 1, 1, 2)),
    ("continuity", "floor"): ((3, 9, 9, 9), [-1, 0, 0, 0], (4, 4, 4, 4)),
    ("continuity", "range"): ((1, 1, 1, 5), [0, 0, 0, 1], (1, 1, 1, 2)),
    ("continuity", "sufficientarian"): ((1, 1, 1, 4), [0, 0, 1, 0], (1, 1, 1, 5)),
    ("scale", "floor"): ((1, 1, 1, 1), (1, 1, 1, 2), 3),
    ("scale", "range"): ((1, 1, 1, 1), (1, 1, 1, 6), Fraction(1, 9)),
    ("scale", "kolm_pollak"): ((1, 1, 1, 5), (1, 1, 2, 3), Fraction(1, 9)),
    ("scale", "sufficientarian"): ((1, 1, 1, 5), (1, 1, 2, 4), Fraction(1, 9)),
    ("translation", "atkinson"): ((1, 1, 1, 5), (1, 1, 2, 2), 1),
    ("translation", "floor"): ((1, 1, 1, 1), (1, 1, 1, 2), 2),
    ("translation", "nash"): ((1, 1, 2, 7), (1, 1, 3, 5), 1),
    ("translation", "sufficientarian"): ((1, 1, 1, 3), (1, 1, 2, 2), 2),
    ("replication", "rank_discounted"): ((1, 1, 3, 4), (1, 2, 2, 2), 2),
}
"""What each instance holds is what the axiom takes after the rule."""


@pytest.mark.parametrize(("axiom", "rule"), [cell for cell, holds in CELLS.items() if holds])
@given(data=st.data())
def test_an_axiom_that_a_rule_keeps_holds_of_all_distributions(axiom, rule, data):
    holds, instances = AXIOMS[axiom]
    assert holds(RULES[rule], *data.draw(instances))


@pytest.mark.parametrize(("axiom", "rule"), [cell for cell, holds in CELLS.items() if not holds])
def test_an_axiom_that_a_rule_breaks_has_a_counterexample(axiom, rule):
    holds, _ = AXIOMS[axiom]
    assert not holds(RULES[rule], *COUNTEREXAMPLES[axiom, rule])


def test_every_axiom_and_rule_is_in_the_table():
    assert set(CELLS) == {(axiom, rule) for axiom in AXIOMS for rule in RULES}
    assert set(COUNTEREXAMPLES) == {cell for cell, holds in CELLS.items() if not holds}
