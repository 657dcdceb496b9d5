"""What the rules behind the veil choose in the distributions of the literature."""

from fractions import Fraction

import pytest

from tests.frameworks.veil_views import chosen, lead, values

# Frohlich and Oppenheimer 1992: incomes of five classes, thousands of dollars a year.
TABLE = {
    "D1": (32, 27, 24, 13, 12),
    "D2": (28, 22, 20, 17, 13),
    "D3": (31, 24, 21, 16, 14),
    "D4": (21, 20, 19, 16, 15),
}
SHARES = (5, 10, 50, 25, 10)


def rounded(figures, digits):
    return [round(float(figure), digits) for figure in figures.values()]


@pytest.mark.parametrize(
    ("given", "digits", "printed"),
    [
        ({"rule": "average"}, 1, [21.6, 20.0, 21.2, 18.2]),
        ({"rule": "maximin"}, 0, [12, 13, 14, 15]),
        ({"rule": "range", "range": 0}, 0, [-20, -15, -17, -6]),
        ({"rule": "gini"}, 2, [17.28, 17.20, 17.84, 16.92]),
        ({"rule": "atkinson", "epsilon": 1}, 2, [20.04, 19.36, 20.36, 18.05]),
        ({"rule": "atkinson", "epsilon": 2}, 2, [18.50, 18.73, 19.57, 17.89]),
        ({"rule": "atkinson", "epsilon": 5}, 2, [15.39, 17.05, 17.74, 17.44]),
    ],
)
def test_the_income_table_measures_as_printed(given, digits, printed):
    assert rounded(values(TABLE, **given), digits) == printed


def test_the_income_table_measures_as_printed_by_shares_and_by_gini_index():
    assert rounded(values(TABLE, counts=SHARES, rule="average"), 2) == [20.75, 19.15, 19.85, 18.05]
    mean, gini = values(TABLE, rule="average"), values(TABLE, rule="gini")
    index = {name: 1 - gini[name] / mean[name] for name in TABLE}
    assert rounded(index, 4) == [0.2, 0.14, 0.1585, 0.0703]


@pytest.mark.parametrize(
    ("given", "choice"),
    [
        ({"rule": "average"}, "D1"),
        ({"rule": "maximin"}, "D4"),
        ({"rule": "leximin"}, "D4"),
        ({"rule": "floor", "floor": 12}, "D1"),
        ({"rule": "floor", "floor": 13}, "D3"),
        ({"rule": "floor", "floor": 14}, "D3"),
        ({"rule": "floor", "floor": 15}, "D4"),
        ({"rule": "floor", "floor": 16}, "D4"),
        ({"rule": "range", "range": 20}, "D1"),
        ({"rule": "range", "range": 17}, "D3"),
        ({"rule": "range", "range": 15}, "D2"),
        ({"rule": "range", "range": 6}, "D4"),
        ({"rule": "range", "range": 5}, "D4"),
        ({"rule": "gini"}, "D3"),
        ({"rule": "atkinson", "epsilon": 1}, "D3"),
        ({"rule": "atkinson", "epsilon": 5}, "D3"),
        ({"rule": "atkinson", "epsilon": 7}, "D4"),
        ({"rule": "sufficientarian", "sufficiency": 13}, "D3"),
    ],
)
def test_the_income_table_is_chosen_from_as_printed(given, choice):
    assert chosen(TABLE, **given) == {choice}


@pytest.mark.parametrize(
    ("first", "second", "low", "high", "switch"),
    [
        ("D1", "D3", "0.57665", "0.57675", "0.5767"),
        ("D3", "D4", "6.0575", "6.0585", "6.058"),
        ("D1", "D4", "2.485", "2.495", "2.49"),
    ],
)
def test_inequality_aversion_switches_between_distributions_where_printed(
    first, second, low, high, switch
):
    pair = {name: TABLE[name] for name in (first, second)}
    for epsilon, choice in ((low, first), (high, second)):
        assert chosen(pair, rule="atkinson", epsilon=Fraction(epsilon)) == {choice}
    places = len(switch.partition(".")[2])
    middle = (Fraction(low) + Fraction(high)) / 2
    assert abs(middle - Fraction(switch)) <= Fraction(1, 2 * 10**places)


@pytest.mark.parametrize(
    ("epsilon", "choice"), [(1, "D1"), (2, "D3"), (4, "D3"), (8, "D3"), (10, "D4"), (30, "D4")]
)
def test_class_shares_move_the_switches(epsilon, choice):
    assert chosen(TABLE, counts=SHARES, rule="atkinson", epsilon=epsilon) == {choice}


def test_the_second_distribution_is_chosen_under_a_range_constraint_only():
    rules = [{"rule": rule} for rule in ("average", "total", "maximin", "leximin", "gini", "nash")]
    rules += [{"rule": "floor", "floor": Fraction(floor, 2)} for floor in range(20, 34)]
    rules += [{"rule": "atkinson", "epsilon": Fraction(e, 4)} for e in range(60)]
    rules += [{"rule": "generalised_gini", "rank_power": Fraction(p, 2)} for p in range(2, 30)]
    assert all("D2" not in chosen(TABLE, **given) for given in rules)


def test_rawls_and_harsanyi_disagree_about_a_hundred_against_nine():
    societies = {"A": (10, 9), "B": (100, 8)}
    counts = (9, 1)
    assert values(societies, counts=counts, rule="average") == {
        "A": Fraction(99, 10),
        "B": Fraction(908, 10),
    }
    assert chosen(societies, counts=counts, rule="maximin") == {"A"}
    assert chosen(societies, counts=counts, rule="average") == {"B"}
    for epsilon, choice in (("12.225", "B"), ("12.235", "A")):
        rule = {"rule": "atkinson", "epsilon": Fraction(epsilon)}
        assert chosen(societies, counts=counts, **rule) == {choice}


def test_the_average_and_the_worst_off_agree_on_rawls_own_table():
    # Rawls 1971, section 26: three decisions under three circumstances.
    table = {"d1": (-7, 8, 12), "d2": (-8, 7, 14), "d3": (5, 6, 8)}
    assert chosen(table, rule="maximin") == chosen(table, rule="average") == {"d3"}
    average = values(table, rule="average")
    assert rounded(average, 2) == [4.33, 4.33, 6.33]


def test_only_the_total_draws_the_repugnant_conclusion():
    # Parfit 1984, chapter 17: ten billion well off, or a million billion lives barely worth it.
    worlds = {"A": (100, None), "Z": (None, "0.01")}
    counts = (10**10, 10**15)
    assert values(worlds, counts=counts, rule="total") == {"A": 10**12, "Z": 10**13}
    assert chosen(worlds, counts=counts, rule="total") == {"Z"}
    for rule in ("average", "maximin", "gini", "atkinson"):
        assert chosen(worlds, counts=counts, rule=rule) == {"A"}


def test_a_lottery_counts_as_what_each_can_expect():
    # Diamond 1967: the coin leaves each with an expectation of one half.
    assert lead(("1/2", "1/2"), (1, 0), rule="average") == 0
    assert lead(("1/2", "1/2"), (1, 0), rule="maximin") == Fraction(1, 2)
    assert lead(("1/2", "1/2"), (1, 0), rule="gini") == Fraction(1, 4)
