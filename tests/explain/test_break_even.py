"""Break-even values: at or beyond one the status differs, just short of it does not."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from argue.analysis import analyze, judged
from argue.errors import UnknownId
from argue.explain.break_even import BreakEven, break_evens
from argue.explain.figures import Figure, figures_of, with_cell
from argue.io.case import load_case
from argue.model.case import Case
from argue.model.verdict import Status
from argue.verdict.result import Setup
from tests.laws.cases import ALL, SOME, documents

SHORT = Fraction(999_999, 1_000_000)


def holds(case: Case, figure: Figure, side: BreakEven, option: str | None) -> None:
    """Checks one break-even value against cases that have the numbers in question."""
    now = judged(case, Setup())
    then = judged(with_cell(case, figure.path, side.beyond), Setup())
    assert then == side.statuses
    short = figure.value + (side.value - figure.value) * SHORT
    still = judged(with_cell(case, figure.path, short), Setup())
    at = judged(with_cell(case, figure.path, side.value), Setup())
    if option is None:
        assert (then != now, still == now, (at != now) == side.at) == (True, True, True)
    else:
        assert then[option] is not now[option]
        assert still[option] is now[option]
        assert (at[option] is not now[option]) == side.at


@SOME
@given(documents(ALL, options=(2, 3), people=(1, 3), sources=4), st.data())
def test_a_value_beyond_flips_and_one_just_short_does_not(
    document: dict[str, object], data: st.DataObject
):
    case = load_case(document)
    analysis = analyze(case)
    figures = figures_of(analysis.case)
    assume(figures)
    option = data.draw(st.sampled_from((None, *case.options)))
    path = data.draw(st.sampled_from(figures)).path
    for turning in break_evens(analysis, option=option, paths=[path]).turnings:
        for side in (turning.below, turning.above):
            if side is not None and side.exact:
                holds(case, turning.figure, side, option)


@SOME
@given(documents(ALL, options=(2, 3), people=(1, 2), sources=3), st.data())
def test_where_no_value_is_told_none_that_is_tried_flips(
    document: dict[str, object], data: st.DataObject
):
    case = load_case(document)
    analysis = analyze(case)
    figures = figures_of(analysis.case)
    assume(figures)
    figure = data.draw(st.sampled_from(figures))
    turning = break_evens(analysis, paths=[figure.path]).turnings[0]
    for value in (-1000, -7, -2, 0, Fraction(1, 2), 3, 5, 1000):
        inside = (turning.below is None or value > turning.below.value) and (
            turning.above is None or value < turning.above.value
        )
        if turning.exact and inside:
            again = judged(with_cell(case, figure.path, Fraction(value)), Setup())
            assert again == analysis.statuses


def test_the_talk_would_need_a_burden_of_25_less_for_high_risk_riders():
    """Worked by hand: welfare first in a surge, 127.5 points over five riders."""
    case = load_case("mask-mandate-exemptions")
    first = [("welfare", s) for s in ("veil", "rejection", "universalization")]
    analysis = analyze(case, facts={"surge": True}, priorities=first)
    path = "payoffs.voluntary.high_risk.then"
    found = break_evens(analysis, option="exempt", paths=[path]).turnings[0]
    assert found.above is not None
    assert found.above.value - found.figure.value == Fraction("25.5")
    assert found.below is None


def test_a_formula_with_roots_is_searched_and_says_so():
    document = {
        "title": "Roots",
        "options": {"a": "a", "b": "b"},
        "standpoints": {"p": {"level": 5}, "q": {"level": 5}},
        "payoffs": {"a": {"p": 4, "q": -1}, "b": {"p": 1, "q": 1}},
        "frameworks": [{"id": "veil", "rule": "atkinson", "epsilon": 1}],
    }
    case = load_case(document)
    analysis = analyze(case)
    assert analysis.status("a") is Status.PERMISSIBLE or analysis.status("b") is Status.OBLIGATORY
    found = break_evens(analysis, paths=["payoffs.b.p", "standpoints.p.level"])
    turning = next(t for t in found.turnings if t.figure.path == "payoffs.b.p")
    assert not turning.exact
    side = turning.nearest
    assert side is not None
    # 9 * 4 = 36 = u * 6, so that b's 5 + 1 for p is just as good.
    assert abs(side.value - 1) < Fraction(1, 1000)
    assert not side.exact
    assert "by search" in " ".join(found.sentences)


def test_numbers_are_found_where_they_are_written_and_nowhere_else():
    case = load_case("mask-mandate-exemptions")
    paths = [figure.path for figure in figures_of(case)]
    assert "payoffs.voluntary.high_risk.then" in paths
    assert "universal.exempt.nobody.else" in paths
    assert "standpoints.driver.level" in paths
    assert not any(path.startswith("general") for path in paths)
    with pytest.raises(UnknownId, match="number of this case"):
        break_evens(analyze(case), paths=["payoffs.nowhere.driver"])
    with pytest.raises(UnknownId, match="option"):
        break_evens(analyze(case), option="nowhere")


def test_a_search_out_of_time_tells_what_it_has():
    analysis = analyze(load_case("mask-mandate-exemptions"))
    found = break_evens(analysis, timeout=1e-9)
    assert not found.complete
    assert "Time ran out" in found.sentences[-1]


@pytest.mark.parametrize("name", ["twin-dilemma", "power-seeking", "alignment-as-public-good"])
def test_what_a_game_comes_to_is_no_number_of_its_case(name: str):
    analysis = analyze(load_case(name))
    assert any(analysis.case.payoffs.values())
    found = {turning.figure.table for turning in break_evens(analysis).turnings}
    assert found.isdisjoint({"payoffs", "general"})
