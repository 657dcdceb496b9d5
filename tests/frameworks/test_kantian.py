"""Kantian optimization as a moral framework: who speaks, for what, and who is not heard."""

from dataclasses import replace
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue import registry
from argue.analysis import analyze
from argue.construct.games.payoffs import with_game
from argue.io.case import load_case
from argue.model.case import FrameworkUse
from argue.model.framework import Claim, View
from argue.model.numbers import EXACT
from frameworks.kantian import FRAMEWORK, compare, word

COMMONS = """
title: Power
options:
  unlimited: {text: Seek what pays, plays: nash}
  restrained: {text: Seek what all may seek, plays: kantian}
  none: {text: Seek none, plays: "0"}
standpoints: {agent: {agent: true}, others: {count: 9}, bystanders: {count: 30}}
game: {family: commons, a: 10, b: 1, c: 1, outsiders: {bystanders: "-X/10"}, status_quo: "0"}
frameworks: [rejection]
"""

COLLUSION = """
title: Two firms
options:
  compete: {text: Sell what pays, plays: nash}
  collude: {text: Sell what both would have both sell, plays: kantian}
standpoints: {firm: {agent: true}, rival: {}, consumers: {}}
game: {family: cournot, a: 1, b: 1}
frameworks: [rejection]
"""


@pytest.fixture(autouse=True)
def _registered(monkeypatch):
    """Make the framework known by entry point too, so that only its own doing is tested."""
    monkeypatch.setattr(registry, "_plugins", lambda: {"kantian": "frameworks.kantian"})


def kantian_view(rows, players=(), rule="each"):
    return View(
        options=tuple(rows),
        standpoints=tuple(f"p{k}" for k in range(len(next(iter(rows.values()))))),
        cells=[[None if cell is None else F(cell) for cell in row] for row in rows.values()],
        parameters={**FRAMEWORK.defaults(), "players": players, "rule": rule},
    )


def judged(text, *more, **parameters):
    use = FrameworkUse("kantian", "kantian", parameters=parameters)
    case = load_case(text)
    return analyze(with_game(replace(case, frameworks=(use, *more))))


def test_each_player_says_what_it_would_have_all_do():
    found = compare(kantian_view({"race": [1, 1], "share": [3, 2]}), EXACT)
    assert found.margins["p0", 1, 0] == 2
    assert found.margins["p1", 1, 0] == 1
    assert found.margins["p0", 0, 1] == -2


def test_outsiders_have_no_voice():
    rows = {"compete": [1, 9], "collude": [2, 0]}
    found = compare(kantian_view(rows, players=("p0",)), EXACT)
    assert {voice for voice, _, _ in found.margins} == {"p0"}
    tested = compare(kantian_view(rows, players=("p0",), rule="equilibrium"), EXACT)
    assert tested.passes == [-1, 1]
    assert compare(kantian_view(rows, rule="equilibrium"), EXACT).passes == [-1, -1]


def test_players_who_differ_may_leave_nothing_that_all_would_keep():
    rows = {"left": [2, 1], "right": [1, 2]}
    found = compare(kantian_view(rows, rule="equilibrium"), EXACT)
    assert found.passes == [-1, -1]
    assert set(found.margins.values()) == {0}


def test_the_equilibrium_rule_favours_what_no_player_would_leave():
    rows = {"race": [1, 1], "share": [3, 2], "stay": [0, 0]}
    found = compare(kantian_view(rows, rule="equilibrium"), EXACT)
    assert found.margins[None, 1, 0] == 2
    assert found.margins[None, 1, 2] == 3
    assert found.margins[None, 0, 2] == 0


def test_who_does_not_exist_under_an_option_would_not_have_all_leave_or_take_it():
    rows = {"a": [1, None], "b": [2, 5], "c": [None, None]}
    found = compare(kantian_view(rows, rule="equilibrium"), EXACT)
    assert found.passes == [-1, 1, 1]
    assert found.margins[None, 1, 0] == 1


def test_nobody_speaks_for_an_option_under_which_they_do_not_exist():
    found = compare(kantian_view({"a": [1, None], "b": [2, 5]}), EXACT)
    assert {voice for voice, _, _ in found.margins} == {"p0"}


ROWS = st.lists(st.lists(st.integers(-9, 9), min_size=3, max_size=3), min_size=2, max_size=4)


@given(ROWS, st.integers(2, 5), st.integers(-5, 5))
def test_each_players_scale_is_its_own(rows, factor, shift):
    before = compare(kantian_view(dict(enumerate(rows))), EXACT)
    moved = [[row[0] * factor + shift, *row[1:]] for row in rows]
    after = compare(kantian_view(dict(enumerate(moved))), EXACT)
    assert {k for k, m in before.margins.items() if m > 0} == {
        k for k, m in after.margins.items() if m > 0
    }


@given(ROWS)
def test_an_option_passes_exactly_if_no_player_would_have_all_leave_it(rows):
    found = compare(kantian_view(dict(enumerate(rows)), rule="equilibrium"), EXACT)
    for here, row in enumerate(rows):
        left = any(other[k] > row[k] for other in rows for k in range(3))
        assert (found.passes[here] > 0) is not left


def test_it_requires_restraint_where_power_is_rival():
    found = judged(COMMONS)
    assert [found.statuses[o].value for o in ("unlimited", "restrained", "none")] == [
        "impermissible",
        "obligatory",
        "impermissible",
    ]


def test_it_restrains_nobody_where_power_is_not_rival():
    text = COMMONS.replace("b: 1,", "b: 0, m: 5,")
    found = judged(text)
    assert found.statuses["unlimited"].value == "permissible"
    assert found.statuses["restrained"].value == "permissible"
    assert found.statuses["none"].value == "impermissible"


def test_kantian_firms_collude_and_rejection_hears_the_consumers():
    assert judged(COLLUSION).statuses["collude"].value == "obligatory"
    both = judged(COLLUSION, FrameworkUse("rejection", "rejection"))
    assert both.statuses["collude"].value == "contested"


def test_it_needs_no_comparison_between_persons():
    found = judged(COMMONS + "scale: {comparable: false}\n", rule="equilibrium")
    assert found.statuses["restrained"].value == "obligatory"


def test_reasons_are_short_sentences():
    parts = {"better": "share", "worse": "race", "margin": "2 fish"}
    said = word(Claim(voice="other fishers", **parts))
    assert said == 'other fishers would rather have all choose "share" than "race", by 2 fish'
    assert len(word(Claim(voice=None, **parts)).split()) <= 25
