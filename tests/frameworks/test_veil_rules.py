"""The rules behind the veil as a framework: sentences, families, errors, enough, absence."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.analysis import analyze
from argue.errors import FrameworkError
from argue.io.case import load_case
from argue.model.framework import Claim
from argue.model.numbers import EXACT
from frameworks.positions import positions
from frameworks.veil import FRAMEWORK, compare, family, is_exact, word
from frameworks.veil_rules import RULES
from tests.frameworks.veil_views import chosen, lead, values, veil_view

NEEDED = {"floor": {"floor": 3}, "range": {"range": 4}, "sufficientarian": {"sufficiency": 4}}
NEEDED["kolm_pollak"] = {"kappa": Fraction(1, 3)}
ROWS = st.lists(st.lists(st.integers(1, 12), min_size=3, max_size=3), min_size=2, max_size=4).map(
    lambda rows: {f"o{index}": row for index, row in enumerate(rows)}
)


def using(rule, **given):
    return {**FRAMEWORK.defaults(), "rule": rule, **NEEDED.get(rule, {}), **given}


@pytest.mark.parametrize("rule", RULES)
@given(rows=ROWS, counts=st.lists(st.integers(1, 9), min_size=3, max_size=3))
def test_every_rule_orders_the_options_without_cycles(rule, rows, counts):
    margins = compare(veil_view(rows, counts=counts, **using(rule)), EXACT).margins
    size = range(len(rows))
    for a in size:
        for b in size:
            assert a == b or margins[None, a, b] == -margins[None, b, a]
            for c in size:
                if len({a, b, c}) == 3 and margins[None, a, b] >= 0 and margins[None, b, c] >= 0:
                    strict = margins[None, a, b] > 0 or margins[None, b, c] > 0
                    assert margins[None, a, c] > 0 if strict else margins[None, a, c] == 0


@pytest.mark.parametrize("rule", RULES)
def test_every_reason_says_the_rule_in_at_most_25_words(rule):
    claim = Claim("continue", "end", None, "2.5 burden points", using(rule))
    text = word(claim)
    assert '"continue"' in text
    assert '"end"' in text
    assert "2.5 burden points" in text
    assert len(text.split()) <= 25
    others = {word(Claim("continue", "end", None, "2.5 burden points", using(r))) for r in RULES}
    assert len(others) == len(RULES)


@pytest.mark.parametrize(
    ("rule", "setting"),
    [
        ("atkinson", {"epsilon": Fraction(5, 2)}),
        ("kolm_pollak", {"kappa": Fraction(5, 2)}),
        ("expected_utility", {"risk_aversion": Fraction(5, 2)}),
        ("prioritarian", {"priority": Fraction(5, 2)}),
        ("generalised_gini", {"rank_power": Fraction(5, 2)}),
        ("rank_discounted", {"discount": Fraction(5, 2)}),
        ("floor", {"floor": Fraction(5, 2)}),
        ("range", {"range": Fraction(5, 2)}),
        ("sufficientarian", {"sufficiency": Fraction(5, 2)}),
    ],
)
def test_a_reason_names_the_number_its_rule_goes_by(rule, setting):
    assert "2.5" in word(Claim("a", "b", None, "1", using(rule, **setting)))


def test_a_third_is_written_as_a_fraction():
    claim = Claim("a", "b", None, "1", using("atkinson", epsilon=Fraction(1, 3)))
    assert "epsilon 1/3" in word(claim)


@pytest.mark.parametrize("rule", RULES)
@given(rows=ROWS)
def test_a_rule_counts_with_welfare_only_where_it_orders_as_the_average(rule, rows):
    name, neutral = RULES[rule].neutral or ("rule", rule)
    given = {**using(rule), name: neutral}
    if RULES[rule].neutral:
        assert family(given) == "welfare"
        for (_, a, b), margin in compare(veil_view(rows, **given), EXACT).margins.items():
            average = lead(rows[f"o{a}"], rows[f"o{b}"], rule="average")
            assert (margin > 0) == (average > 0)
    else:
        assert family(given) == "veil"


@pytest.mark.parametrize(
    ("rule", "parameter", "neutral", "next_to_it"),
    [
        ("expected_utility", "risk_aversion", 0, Fraction(1, 9)),
        ("prioritarian", "priority", 0, Fraction(1, 9)),
        ("atkinson", "epsilon", 0, Fraction(1, 9)),
        ("kolm_pollak", "kappa", 0, Fraction(1, 9)),
        ("generalised_gini", "rank_power", 1, Fraction(10, 9)),
        ("rank_discounted", "discount", 1, Fraction(8, 9)),
    ],
)
def test_an_aversion_of_nothing_counts_with_welfare_and_the_slightest_does_not(
    rule, parameter, neutral, next_to_it
):
    assert family(using(rule, **{parameter: neutral})) == "welfare"
    assert family(using(rule, **{parameter: next_to_it})) == "veil"


def test_a_rule_that_is_averse_is_a_veil_of_its_own():
    averse = {rule for rule in RULES if family(using(rule)) == "veil"}
    assert averse == set(RULES) - {"average", "total"}


def test_risk_aversion_behind_the_veil_is_inequality_aversion():
    rows = {"a": (3, 9, 4), "b": (5, 5, 5)}
    for aversion in (Fraction(1, 2), 1, 3):
        power = {"curve": "power", "risk_aversion": aversion}
        exponential = {"curve": "exponential", "risk_aversion": aversion}
        assert values(rows, rule="expected_utility", **power) == values(
            rows, rule="atkinson", epsilon=aversion
        )
        assert values(rows, rule="expected_utility", **exponential) == values(
            rows, rule="kolm_pollak", kappa=aversion
        )


@given(ROWS, st.sampled_from((Fraction(1, 2), Fraction(1), Fraction(3))))
def test_priority_orders_the_same_people_as_inequality_aversion_does(rows, priority):
    for curve in ("power", "exponential"):
        priced = chosen(rows, rule="prioritarian", curve=curve, priority=priority)
        assert priced == chosen(rows, rule="expected_utility", curve=curve, risk_aversion=priority)


@given(ROWS)
def test_nash_orders_as_atkinson_at_one_when_the_gains_are_the_positions(rows):
    assert chosen(rows, rule="nash") == chosen(rows, rule="atkinson", epsilon=1)


def test_nash_measures_gains_from_the_option_people_fall_back_on():
    rows = {"stay": (1, 5), "deal": (3, 6), "grab": (8, 5)}
    found = values(rows, rule="nash", disagreement="stay")
    assert found["stay"] == found["grab"] == 0
    assert EXACT.settled(found["deal"] ** 2) == pytest.approx(2, rel=1e-28)
    seen = veil_view(rows, levels=(10, 20), rule="nash")
    assert compare(seen, EXACT).margins == compare(veil_view(rows, rule="nash"), EXACT).margins


def test_exactness_is_stated_rule_by_rule():
    exact = {rule for rule in RULES if is_exact(using(rule))}
    assert exact == {
        "leximin",
        "maximin",
        "average",
        "total",
        "gini",
        "floor",
        "range",
        "sufficientarian",
    }


def test_values_that_differ_after_thirty_digits_count_as_equal_and_before_do_not():
    rule = {"rule": "atkinson", "epsilon": 1}
    for digits, equal in ((35, True), (25, False)):
        near = Fraction(6) + Fraction(1, 10**digits)
        assert (lead((near, near), (4, 9), **rule) == 0) is equal


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"rule": "floor"}, "write floor:"),
        ({"rule": "range"}, "write range:"),
        ({"rule": "sufficientarian"}, "write sufficiency:"),
        ({"rule": "kolm_pollak"}, "write kappa:"),
        ({"rule": "atkinson"}, "needs every position above 0.*under sink, -2"),
        ({"rule": "expected_utility"}, "curve: exponential.*under sink, -2"),
        ({"rule": "prioritarian"}, "needs every position above 0"),
        ({"rule": "nash"}, "nobody to lose.*under sink, -2"),
        ({"rule": "nash", "disagreement": "home"}, "write one of: before, swim, sink"),
    ],
)
def test_what_a_rule_lacks_is_said(given, message):
    with pytest.raises(FrameworkError, match=message):
        lead_of = veil_view({"swim": (1, 2), "sink": (-2, 9)}, **given)
        compare(lead_of, EXACT)


def test_rules_for_the_same_people_refuse_absence_and_a_world_without_people():
    rows = {"a": (1, None), "b": (2, 3)}
    for rule in ("leximin", "nash"):
        with pytest.raises(FrameworkError, match="somebody is absent"):
            chosen(rows, rule=rule)
    assert chosen(rows, rule="average") == {"b"}
    with pytest.raises(FrameworkError, match="nobody exists under a"):
        chosen({"a": (None, None), "b": (2, 3)}, rule="average")


def test_positions_are_levels_plus_effects():
    seen = veil_view({"a": (1, 2)}, levels=(10, 20))
    assert positions(seen) == [[11, 22]]


@pytest.mark.parametrize(
    ("given", "first", "second", "ahead"),
    [
        ({"rule": "floor", "floor": 3}, (4, 6), (3, 9), -1),
        ({"rule": "floor", "floor": 3}, (3, 6), (1, 99), 2),
        ({"rule": "floor", "floor": 3}, (1, 99), (4, 5), -2),
        ({"rule": "floor", "floor": 3}, (2, 2), ("1/2", 99), Fraction(3, 2)),
        ({"rule": "range", "range": 4}, (1, 5), (2, 3), Fraction(1, 2)),
        ({"rule": "range", "range": 4}, (1, 5), (2, 9), 3),
        ({"rule": "range", "range": 4}, (2, 9), (1, 2), -3),
        ({"rule": "range", "range": 4}, (0, 5), (0, 7), 2),
        ({"rule": "sufficientarian", "sufficiency": 4}, (3, 9), (1, 99), 2),
        ({"rule": "sufficientarian", "sufficiency": 4}, (3, 9), (3, 4), Fraction(5, 2)),
        ({"rule": "leximin"}, (5, 1, 2), (1, 3, 2), 2),
        ({"rule": "leximin"}, (5, 1, 2), (2, 5, 1), 0),
    ],
)
def test_how_far_an_option_is_ahead_of_another(given, first, second, ahead):
    assert lead(first, second, **given) == ahead
    assert lead(second, first, **given) == -ahead


@pytest.mark.parametrize(
    ("rule", "worth"),
    [
        ("leximin", 1),
        ("maximin", 1),
        ("average", 4),
        ("total", 12),
        ("gini", Fraction(1 * 5 + 2 * 3 + 9 * 1, 9)),
        ("floor", 1),
        ("range", -8),
        ("sufficientarian", -5),
    ],
)
def test_what_a_rule_measures_first(rule, worth):
    for states in ("worst", "expected"):
        given = using(rule, states=states)
        assert values({"a": (9, 1, 2)}, **given) == {"a": worth}
        assert compare(veil_view({"a": (9, 1, 2), "b": (1, 2, 9)}, **given), EXACT).margins == {
            (None, 0, 1): 0,
            (None, 1, 0): 0,
        }


CASE = """
title: Two ways to share
options: {even: Share evenly, steep: Share steeply}
standpoints: {rich: {count: 2, level: 20}, poor: {count: 3, level: 4}}
scale: {unit: points}
payoffs:
  even: {rich: 1, poor: 1}
  steep: {rich: 9, poor: -1}
frameworks: [{id: veil, type: veil, %s}]
"""


@pytest.mark.parametrize(
    ("setting", "obligatory"),
    [
        ("rule: average", "steep"),
        ("rule: atkinson, epsilon: 0", "steep"),
        ("rule: atkinson, epsilon: 1", "even"),
        ("rule: kolm_pollak, kappa: 1/10", "even"),
        ("rule: floor, floor: 5", "even"),
        ("rule: floor, floor: 3", "steep"),
        ("rule: nash, disagreement: steep", "nothing"),
        ("rule: sufficientarian, sufficiency: 4", "even"),
        ("rule: floor, floor: 5, mode: {enough: 4}", "even"),
    ],
)
def test_a_case_is_decided_by_the_rule_it_names(setting, obligatory):
    case = load_case(CASE % setting)
    if obligatory == "nothing":
        with pytest.raises(FrameworkError, match="nobody to lose"):
            analyze(case)
        return
    assert analyze(case).status(obligatory).value == "obligatory"
