"""Equality, priority and sufficiency: what each says of who has how much, against the others."""

from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.errors import FrameworkError
from argue.model.numbers import EXACT
from frameworks.equality import FRAMEWORK as EQUALITY
from frameworks.equality import MEASURES, inequalities
from frameworks.priority import FRAMEWORK as PRIORITY
from frameworks.sufficiency import FRAMEWORK as SUFFICIENCY
from frameworks.veil import FRAMEWORK as VEIL
from tests.frameworks.seen import analysed, favoured, found, said_alone, sentence, view_for

INCOMES = {
    "D1": [32, 27, 24, 13, 12],
    "D2": [28, 22, 20, 17, 13],
    "D3": [31, 24, 21, 16, 14],
    "D4": [21, 20, 19, 16, 15],
}
"""Frohlich and Oppenheimer 1992: four distributions of income over five classes, in 1000 $."""

ROWS = st.lists(st.lists(st.integers(1, 6), min_size=3, max_size=3), min_size=2, max_size=4)

LEVELLING = """
title: Blinding the sighted
options: {blind: Blind the sighted, leave: Leave them their sight}
standpoints: {sighted: {count: 9, level: 10}, blind_people: {level: 5}}
payoffs: {blind: {sighted: -5, blind_people: 0}, leave: {sighted: 0, blind_people: 0}}
frameworks: [{id: equality%s}]
"""
"""Parfit 1997: is it in one respect better if the sighted lose their sight?"""


def named(rows):
    return {f"o{i}": row for i, row in enumerate(rows)}


def first(pairs, rows):
    """The options to which no other is preferred."""
    return set(rows) - {worse for _, worse in pairs}


# Equality.


def test_inequality_of_the_four_distributions():
    gaps = inequalities(view_for(EQUALITY, INCOMES), EXACT)
    means = [F(sum(row), 5) for row in INCOMES.values()]
    indices = [float(gap / mean) for gap, mean in zip(gaps, means, strict=True)]
    assert indices == pytest.approx([0.2000, 0.1400, 0.1585, 0.0703], abs=5e-5)
    assert inequalities(view_for(EQUALITY, INCOMES, measure="range"), EXACT) == [20, 15, 17, 6]
    distances = inequalities(view_for(EQUALITY, INCOMES, measure="to_the_best"), EXACT)
    assert distances == [32 - F("21.6"), 28 - 20, 31 - F("21.2"), 21 - F("18.2")]


@pytest.mark.parametrize("measure", MEASURES)
@given(rows=ROWS, more=st.integers(-3, 3))
def test_adding_the_same_to_all_changes_no_inequality(measure, rows, more):
    moved = [[cell + more for cell in row] for row in rows]
    one, other = (
        inequalities(view_for(EQUALITY, named(r), measure=measure), EXACT) for r in (rows, moved)
    )
    assert one == other


@pytest.mark.parametrize("measure", MEASURES)
@given(rows=ROWS)
def test_who_has_what_does_not_matter_and_equals_are_equal(measure, rows):
    turned = [row[1:] + row[:1] for row in rows]
    one, other = (
        inequalities(view_for(EQUALITY, named(r), measure=measure), EXACT) for r in (rows, turned)
    )
    assert one == other
    for row, inequality in zip(rows, one, strict=True):
        assert (inequality == 0) == (len(set(row)) == 1)
        assert inequality >= 0


@given(ROWS)
def test_a_transfer_from_richer_to_poorer_lessens_the_mean_gap(rows):
    row = [2 * cell for cell in rows[0]]
    low, high = min(row), max(row)
    moved = sorted(row)
    moved[0], moved[-1] = low + 1, high - 1
    one, other = inequalities(view_for(EQUALITY, {"before": row, "after": moved}), EXACT)
    assert other < one or low == high


def test_levelling_down_is_answered_by_the_numbers_themselves():
    assert said_alone(LEVELLING % "", "equality") == {"blind": "allowed", "leave": "allowed"}
    analysis = analysed(LEVELLING % "")
    (reply,) = [a for a in analysis.graph.arguments.values() if a.id.startswith("reply:equality")]
    assert reply.id == "reply:equality:levelling_down:blind>leave"
    assert reply.text == '"blind" gives nobody more than "leave": it only levels down'


def test_levelling_down_counts_where_that_is_asked():
    text = LEVELLING % ", levelling_down: counts"
    assert said_alone(text, "equality") == {"blind": "required", "leave": "forbidden"}


def test_one_who_gains_is_enough_that_it_does_not_only_level_down():
    text = (LEVELLING % "").replace(
        "blind: {sighted: -5, blind_people: 0}", "blind: {sighted: -5, blind_people: 0.1}"
    )
    assert said_alone(text, "equality") == {"blind": "required", "leave": "forbidden"}


def test_levelling_down_can_hang_on_a_disputed_fact():
    text = (LEVELLING % "").replace(
        "blind: {sighted: -5, blind_people: 0}",
        "blind: {sighted: -5, blind_people: {if: comforted, then: 1, else: 0}}",
    ) + "facts: {comforted: {text: It comforts the blind, status: disputed}}\n"
    assert said_alone(text, "equality") == {"blind": "allowed", "leave": "contested"}


def test_an_interval_is_told_apart_where_levelling_down_begins():
    text = (LEVELLING % "").replace(
        "blind: {sighted: -5, blind_people: 0}", "blind: {sighted: -5, blind_people: [-1, 1]}"
    )
    assert said_alone(text, "equality")["leave"] == "contested"


# Priority.


@pytest.mark.parametrize(
    ("priority", "chosen"),
    [(0, "D1"), (F("0.57"), "D1"), (F("0.58"), "D3"), (1, "D3"), (6, "D3"), (F("6.1"), "D4")],
)
def test_priority_moves_the_choice_as_aversion_to_inequality_does(priority, chosen):
    """The power form orders as Atkinson 1970 does, whose choice changes at .5767 and 6.058."""
    pairs = favoured(PRIORITY, INCOMES, priority=priority)
    assert first(pairs, INCOMES) == {chosen}


@given(ROWS, st.sampled_from(["power", "exponential"]))
def test_priority_says_as_the_veil_does_that_adds_up_weighted_positions(rows, curve):
    ours = favoured(PRIORITY, named(rows), curve=curve, priority=2)
    veil = favoured(VEIL, named(rows), rule="prioritarian", curve=curve, priority=2)
    assert ours == veil


@given(ROWS)
def test_priority_never_favours_levelling_down(rows):
    row = rows[0]
    levelled = [min(row)] * len(row)
    pairs = favoured(PRIORITY, {"as_is": row, "levelled": levelled})
    assert ("levelled", "as_is") not in pairs


def test_priority_0_counts_with_welfare():
    assert PRIORITY.family_of({**PRIORITY.defaults(), "priority": 0}) == "welfare"
    assert PRIORITY.family_of(PRIORITY.defaults()) == "priority"


def test_positions_at_or_below_zero_have_no_power():
    with pytest.raises(FrameworkError, match="needs positions above 0"):
        found(PRIORITY, {"a": [0, 1], "b": [1, 1]})
    assert favoured(PRIORITY, {"a": [0, 1], "b": [1, 1]}, curve="exponential") == {("b", "a")}


# Sufficiency.


def test_how_far_below_and_how_many_below_come_apart():
    """Bringing two nearly at enough up to it, or one who is far below it nearer."""
    rows = {"nearly": [2, 10, 10], "far": [6, 9, 9]}
    assert favoured(SUFFICIENCY, rows, sufficiency=10) == {("far", "nearly")}
    assert favoured(SUFFICIENCY, rows, sufficiency=10, measure="headcount") == {("nearly", "far")}


def test_above_enough_the_average_decides_or_nothing_does():
    rows = {"rich": [10, 90], "even": [20, 20]}
    assert favoured(SUFFICIENCY, rows, sufficiency=10) == {("rich", "even")}
    assert favoured(SUFFICIENCY, rows, sufficiency=10, beyond="nothing") == set()
    margins = found(SUFFICIENCY, rows, sufficiency=10).margins
    assert margins["above", 0, 1] == 30


@given(ROWS, st.integers(1, 6))
def test_sufficiency_says_as_the_veil_with_that_rule_does(rows, enough):
    ours = favoured(SUFFICIENCY, named(rows), sufficiency=enough)
    assert ours == favoured(VEIL, named(rows), rule="sufficientarian", sufficiency=enough)


@pytest.mark.parametrize("measure", ["shortfall", "headcount"])
@given(rows=ROWS, enough=st.integers(1, 6))
def test_sufficiency_orders_options_without_circles(measure, rows, enough):
    pairs = favoured(SUFFICIENCY, named(rows), sufficiency=enough, measure=measure)
    assert not any((b, a) in pairs for a, b in pairs)
    assert all((a, d) in pairs for a, b in pairs for c, d in pairs if b == c)


def test_what_is_enough_must_be_said():
    with pytest.raises(FrameworkError, match="sufficiency needs `sufficiency`"):
        found(SUFFICIENCY, {"a": [1], "b": [2]})


# Words.


@pytest.mark.parametrize(
    ("kind", "given", "said"),
    [
        (EQUALITY, {}, "less unequal"),
        (PRIORITY, {}, "where people are worse off"),
        (SUFFICIENCY, {}, "further below enough"),
        (SUFFICIENCY, {"measure": "headcount"}, "more people with less than enough"),
    ],
)
def test_sentences(kind, given, said):
    assert said in sentence(kind, **given)
