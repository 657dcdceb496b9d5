"""Flips and differences: a reported flip flips, nothing smaller does, and a diff tells it."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings

from argue.analysis import analyze, judged
from argue.errors import ArgueError, UnknownId
from argue.explain import flips as module
from argue.explain.candidates import candidate_changes
from argue.explain.changes import KINDS, Change, changed
from argue.explain.difference import difference
from argue.explain.figures import figures_of, with_cell
from argue.explain.flips import flips
from argue.io.case import load_case
from argue.verdict.result import Setup
from tests.bundled import analysis_of, some_cases
from tests.laws.cases import ALL, documents

FEW = settings(max_examples=4)


@FEW
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


@pytest.mark.parametrize("name", some_cases())
def test_judging_again_is_what_the_analysis_says(name: str):
    assert judged(load_case(name), Setup()) == analysis_of(name).statuses


@pytest.mark.parametrize(
    ("calm", "rules", "facts"),
    [
        ("agreed", {"strict": ["s1: storm -> not calm"]}, {"calm"}),
        ("disputed", {"premises": ["not storm"]}, {"storm"}),
    ],
)
def test_what_contradicts_the_rules_is_left_out_and_what_is_only_against_them_is_not(
    calm: str, rules: dict[str, list[str]], facts: set[str]
):
    document = {
        "title": "A storm",
        "options": {"a": "a", "b": "b"},
        "standpoints": {"x": {}},
        "facts": {"storm": {"status": "disputed"}, "calm": {"status": calm}},
        "payoffs": {"a": {"x": {"if": "storm", "then": -3, "else": 1}}, "b": {"x": 0}},
        "frameworks": ["welfare"],
        "rules": rules,
    }
    case = load_case(document)
    analysis = analyze(case)
    assert analysis.status("a") == "obligatory"
    found = flips(case, analysis, "a")
    changes = [change for flip in found.found for change in flip.changes]
    assert found.complete
    assert {change.name for change in changes if change.kind == "fact"} == facts
    again = flips(case, analysis, "b", most=2)
    assert again.found


def test_what_a_game_comes_to_is_no_number_of_the_case():
    document = {
        "title": "Two prisoners",
        "options": {"keep": {"text": "k", "plays": 1}, "tell": {"text": "t", "plays": 0}},
        "standpoints": {"x": {"level": 1}, "y": {}},
        "game": {
            **{"family": "prisoners-dilemma", "T": 5, "R": 3, "P": 1, "S": 0},
            **{"players": ["x", "y"], "others": "nash"},
        },
        "frameworks": ["universalization", "veil"],
    }
    written = {"keep": {"all": 3, "nobody": 1}, "tell": {"all": 1, "nobody": 3}}
    for more, paths in (
        ({}, ["standpoints.x.level"]),
        (
            {"universal": written},
            [f"universal.{option}.{key}" for option in written for key in ("all", "nobody")]
            + ["standpoints.x.level"],
        ),
    ):
        case = load_case({**document, **more})
        analysis = analyze(case)
        found = figures_of(analysis.case, analysis.given)
        assert [figure.path for figure in found] == paths == [f.path for f in figures_of(case)]
        for flip in flips(case, analysis, "tell", most=1).found:
            assert judged(*changed(case, Setup(), flip.changes)) == flip.statuses


def test_facts_come_before_frameworks():
    case = load_case("mask-mandate-exemptions")
    found = flips(case, analyze(case), "voluntary")
    assert found.complete
    assert found.found[0].changes[0] == Change("fact", "surge", holds=True)
    kinds = [flip.changes[0].kind for flip in found.found]
    assert kinds == sorted(kinds, key=KINDS.index)


def test_numbers_come_last_the_smallest_share_of_their_table_first():
    case = load_case("mask-mandate-exemptions")
    found = flips(case, analyze(case), "exempt").found
    numbers = [flip.changes[0] for flip in found if flip.changes[0].kind == "number"]
    assert found[: len(found) - len(numbers)]
    assert numbers == [flip.changes[0] for flip in found][-len(numbers) :]
    shares = [change.share for change in numbers]
    assert shares == sorted(shares)
    assert str(numbers[0]) == "payoffs.mandate.sensory_disabled at -1"


def test_a_number_just_short_of_a_flip_does_not_flip():
    case = load_case("mask-mandate")
    analysis = analyze(case)
    for flip in flips(case, analysis, "end").found:
        change = flip.changes[0]
        if change.kind == "number":
            now = next(f.value for f in figures_of(case) if f.path == change.name)
            short = now + (change.edge - now) * Fraction(999, 1000)
            again = with_cell(case, change.name, short)
            assert judged(again, Setup())["end"] is analysis.status("end")


def test_a_challenge_that_nobody_has_raised_is_proposed_and_told_by_its_argument():
    case = load_case("tax")
    analysis = analyze(case)
    proposed = [
        c for flip in flips(case, analysis, "tax_rich").found for c in flip.changes if c.against
    ]
    assert [c.name for c in proposed] == ["reason:veil:tax_rich>tax_poor"]
    assert all(c.name in analysis.graph.arguments for c in proposed)


def test_a_number_is_tried_with_another_change_where_no_single_change_flips():
    document = {
        "title": "Two doubts",
        "options": {"a": "a", "b": "b"},
        "standpoints": {"p": {}},
        "facts": {"f": {"status": "denied"}, "g": {"status": "denied"}},
        "payoffs": {
            "a": {"p": {"if": ["f", "g"], "then": 0, "else": 2}},
            "b": {"p": {"if": ["f", "g"], "then": 1, "else": 0}},
        },
        "frameworks": ["welfare"],
        "norms": {"n": {"breached_by": ["b"], "when": "not f"}},
        "priorities": [["norms", "welfare"]],
    }
    case = load_case(document)
    analysis = analyze(case)
    found = flips(case, analysis, "b")
    assert found.complete
    assert {len(flip.changes) for flip in found.found} == {2}
    kinds = {tuple(change.kind for change in flip.changes) for flip in found.found}
    assert ("fact", "fact") in kinds or ("fact", "number") in kinds


def test_a_search_out_of_time_says_that_it_is_partial():
    case = load_case("mask-mandate-exemptions")
    found = flips(case, analyze(case), "voluntary", timeout=0)
    assert not found.complete
    assert "partial" in found.sentences[-1]


def test_what_may_be_many_is_tried_last_so_that_a_search_cut_short_knows_the_rest(
    monkeypatch: pytest.MonkeyPatch,
):
    case = load_case("transmitter-room")
    analysis = analyze(case)
    few = [c for c in candidate_changes(case, analysis) if c.against is None]
    whole = flips(case, analysis, "rescue")
    monkeypatch.setattr(module, "MOST_TRIALS", len(few))
    found = flips(case, analysis, "rescue")
    assert (found.complete, found.tried) == (False, len(few))
    expected = [f for f in whole.found if f.changes[0] in few]
    assert list(found.found) == expected != []


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
    for path in ("payoffs.continue", "payofs.continue.driver", "payoffs.continue.driver.then"):
        with pytest.raises(ArgueError):
            with_cell(case, path, Fraction(0))
    for path in ("payoffs.nowhere.driver", "payoffs.continue.nobody"):
        with pytest.raises(UnknownId):
            with_cell(case, path, Fraction(0))
    for kind in ("challenge", "framework"):
        with pytest.raises(UnknownId):
            changed(case, Setup(), [Change(kind, "nowhere")])
