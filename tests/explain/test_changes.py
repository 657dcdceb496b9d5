"""Flips and differences: a reported flip flips, nothing smaller does, and a diff tells it."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given

from argue.analysis import analyze
from argue.errors import ArgueError, UnknownId
from argue.explain.changes import Change, candidate_changes, changed, flips, judged, with_cell
from argue.explain.difference import difference
from argue.io.bundled import bundled_ids
from argue.io.case import load_case
from argue.verdict.result import Setup
from tests.laws.cases import ALL, SOME, documents


@SOME
@given(documents(ALL, options=(2, 3), people=(1, 2), sources=2))
def test_a_flip_flips_and_no_single_change_does_if_two_are_reported(document: dict[str, object]):
    case = load_case(document)
    analysis = analyze(case)
    option = analysis.graph.options[0]
    found = flips(case, analysis, option)
    for flip in found.found:
        now, setup = changed(case, Setup(), flip.changes)
        again = analyze(
            now, facts=setup.facts, priorities=setup.priorities, frameworks=setup.frameworks
        )
        assert again.statuses == flip.statuses
        assert again.status(option) is not analysis.status(option)
        for less in combinations(flip.changes, len(flip.changes) - 1):
            assert judged(*changed(case, Setup(), less))[option] is analysis.status(option)
    sizes = {len(flip.changes) for flip in found.found}
    assert len(sizes) <= 1
    if sizes != {1} and found.complete:
        for change in candidate_changes(case, analysis):
            assert judged(*changed(case, Setup(), [change]))[option] is analysis.status(option)


@pytest.mark.parametrize("name", bundled_ids())
def test_judging_again_is_what_the_analysis_says(name: str):
    case = load_case(name)
    assert judged(case, Setup()) == analyze(case).statuses


def test_facts_come_before_frameworks():
    case = load_case("mask-mandate-exemptions")
    found = flips(case, analyze(case), "voluntary")
    assert found.complete
    assert found.found[0].changes[0] == Change("fact", "surge", holds=True)
    kinds = [flip.changes[0].kind for flip in found.found]
    assert kinds == sorted(kinds, key=("fact", "challenge", "priority", "framework").index)


def test_a_search_out_of_time_says_that_it_is_partial():
    case = load_case("mask-mandate-exemptions")
    found = flips(case, analyze(case), "voluntary", timeout=0)
    assert not found.complete
    assert "partial" in found.sentences[-1]


def test_a_number_can_be_set_and_the_difference_told():
    case = load_case("mask-mandate")
    before = analyze(case)
    after = analyze(with_cell(case, "payoffs.continue.high_risk", Fraction(-50)))
    assert after.case.general["continue"]["high_risk"] == -50
    told = difference(before, after)
    assert {moved.name for moved in told.statuses} == {"continue", "end"}
    assert set(told.added) <= set(after.graph.arguments) - set(before.graph.arguments)
    assert set(told.removed) == set(before.graph.arguments) - set(after.graph.arguments)
    assert told.sentences[0] != "Nothing differs."
    assert difference(before, before).sentences == ("Nothing differs.",)


def test_general_numbers_that_are_written_do_not_follow_payoffs():
    case = load_case(
        {
            "title": "Two tables",
            "options": {"a": "a", "b": "b"},
            "standpoints": {"p": {}},
            "payoffs": {"a": {"p": 1}, "b": {"p": 1}},
            "general": {"a": {"p": 1}},
            "frameworks": ["welfare"],
        }
    )
    changed_ = with_cell(with_cell(case, "payoffs.a.p", Fraction(2)), "payoffs.b.p", Fraction(3))
    assert changed_.general["a"]["p"] == 1
    assert changed_.general["b"]["p"] == 3


def test_a_path_or_change_that_is_not_there_is_an_error():
    case = load_case("mask-mandate")
    for path in ("payoffs.continue", "payofs.continue.driver"):
        with pytest.raises(ArgueError):
            with_cell(case, path, Fraction(0))
    for path in ("payoffs.nowhere.driver", "payoffs.continue.nobody"):
        with pytest.raises(UnknownId):
            with_cell(case, path, Fraction(0))
    for kind in ("challenge", "framework"):
        with pytest.raises(UnknownId):
            changed(case, Setup(), [Change(kind, "nowhere")])
