"""Why and why not: explanations hold, name arguments that exist, and say what is contested."""

import re
from itertools import combinations

import pytest
from hypothesis import given

from argue.analysis import analyze
from argue.errors import ArgueError, UnknownId
from argue.explain.circumstances import ground_of
from argue.explain.explanation import Why
from argue.explain.sufficient import Claim, suffices
from argue.explain.why import why
from argue.io.case import load_case
from argue.model.verdict import Label
from argue.verdict.result import Analysis
from tests.bundled import analysis_of, some_cases
from tests.laws.cases import ALL, SOME, documents

MOST_TRIED = 8
"""Arguments in a set up to which all of its subsets are tried."""
NAMED = re.compile(r"\[([^\]]+)\]")


def is_sound(analysis: Analysis, found: Why) -> None:
    known = set(analysis.graph.arguments)
    for support in found.supports:
        ground = ground_of(analysis.graph, support.given)
        accepted = support.label is Label.IN
        claim = Claim((support.target,)) if accepted else Claim(defeated=(support.target,))
        if found.rather_than is not None:
            claim = Claim((support.target,), (f"permission:{found.rather_than}",))
        held = frozenset(support.arguments)
        assert suffices(ground, claim, held)
        fewest = 0 if len(held) <= MOST_TRIED else len(held) - 1
        for size in range(fewest, len(held)):
            assert not any(suffices(ground, claim, frozenset(c)) for c in combinations(held, size))
        assert set(support.necessary) <= held
        assert support.label in analysis.labels[support.target]
    for failure in found.failures:
        assert failure.defeated_by
        assert {failure.argument, *failure.defeated_by} <= known
    assert {name for s in found.sentences for name in NAMED.findall(s)} <= known


@pytest.mark.parametrize("name", some_cases())
def test_every_option_of_a_bundled_case_is_explained(name: str):
    analysis = analysis_of(name)
    for option in analysis.graph.options:
        found = why(analysis, option)
        is_sound(analysis, found)
        assert found.supports
        assert not found.unexplained
        labels = analysis.labels[f"permission:{option}"]
        assert {s.label for s in found.supports} == labels


@SOME
@given(documents(ALL, options=(2, 3), people=(1, 3), sources=3))
def test_what_is_said_of_any_argument_is_sound_and_never_nothing(document: dict[str, object]):
    analysis = analyze(load_case(document))
    for name in (*analysis.graph.options, *list(analysis.graph.arguments)[-3:]):
        for negated in (False, True):
            is_sound(analysis, why(analysis, name, negated=negated))
        found = why(analysis, name)
        assert found.supports or found.unexplained or not analysis.positions


@SOME
@given(documents(ALL, options=(2, 3), people=(1, 3), sources=3))
def test_a_contrast_is_found_exactly_where_some_position_bears_it_out(document: dict[str, object]):
    analysis = analyze(load_case(document))
    one, other = analysis.graph.options[:2]
    found = why(analysis, one, rather_than=other)
    is_sound(analysis, found)
    borne = any(
        p.label(one) is Label.IN and p.label(other) is Label.OUT for p in analysis.positions
    )
    assert bool(found.supports) <= borne
    assert bool(found.unexplained) == (not found.supports)
    if not borne:
        assert "In no position" in found.unexplained[0]


def test_a_reason_is_preferred_that_other_arguments_rest_on_anyway():
    """Of two that do the same the one is spared on which an objection rests that is needed too."""
    case = {
        "title": "A choice that is presumed forbidden",
        "options": {"a": {"text": "A", "presume": "forbidden"}, "b": "B", "c": "C"},
        "standpoints": {"p": {"agent": True, "cap": 1, "prerogative": True}, "q": {}},
        "payoffs": {"a": {"p": 0, "q": 0}, "b": {"p": 0, "q": 0}, "c": {"p": 0, "q": 0}},
        "general": {"a": {"p": 1, "q": 0}, "b": {"p": 0, "q": -1}, "c": {"p": 0, "q": 0}},
        "frameworks": ["rejection"],
        "reasons": [{"id": "r1", "by": "critic", "favours": "c", "over": "b"}],
    }
    (support,) = why(analyze(load_case(case)), "a", rather_than="b").supports
    assert support.arguments == (
        "objection:rejection:q:a>b",
        "reason:rejection:p:a>c",
        "reason:rejection:q:a>b",
        "permission:a",
    )


@pytest.fixture
def mask() -> Analysis:
    return analyze(load_case("mask-mandate"))


def test_two_objections_either_of_which_suffices_are_called_over_determined(mask: Analysis):
    (support,) = why(mask, "end").supports
    assert support.over_determined
    assert support.necessary == ("permission:continue",)
    assert "No one of these is needed" in support.text


def test_the_best_argument_of_the_losing_side_is_told_with_what_defeats_it(mask: Analysis):
    (failure,) = why(mask, "continue").failures
    assert failure.argument == "objection:rejection:sensory_disabled:end>continue"
    assert failure.defeated_by
    assert "On the other side" in failure.text


def test_why_not_a_permitted_option_tells_the_objection_that_fails(mask: Analysis):
    found = why(mask, "continue", negated=True)
    assert not found.supports
    assert found.failures


def test_a_contrast_both_permits_one_option_and_rules_out_the_other(mask: Analysis):
    (support,) = why(mask, "continue", rather_than="end").supports
    ground = ground_of(mask.graph, support.given)
    claim = Claim(("permission:continue",), ("permission:end",))
    assert suffices(ground, claim, frozenset(support.arguments))


def test_a_contrast_that_no_position_bears_out_is_said_to_be_so(mask: Analysis):
    found = why(mask, "end", rather_than="continue")
    assert not found.supports
    assert found.unexplained == ('In no position is "end" permitted and "continue" ruled out.',)


def test_a_floating_conclusion_is_named():
    analysis = analyze(load_case("mask-mandate-exemptions"))
    found = why(analysis, "mandate")
    assert found.floating
    assert len({s.arguments for s in found.supports}) > 1
    assert any("not for one and the same reason" in s for s in found.sentences)


def test_a_cycle_is_told_as_a_tie():
    reasons = [
        {"id": f"r{a}", "by": "us", "favours": a, "over": b, "text": "so"}
        for a, b in ("ab", "bc", "ca")
    ]
    case = {"title": "Cycle", "options": {o: o for o in "abc"}, "reasons": reasons}
    found = why(analyze(load_case(case)), "a")
    assert not found.supports
    assert "nothing here breaks the tie" in found.unexplained[0]


def test_what_cannot_be_explained_is_an_error(mask: Analysis):
    with pytest.raises(UnknownId):
        why(mask, "nowhere")
    with pytest.raises(UnknownId):
        why(mask, "continue", rather_than="nowhere")
    with pytest.raises(ArgueError):
        why(mask, "continue", rather_than="continue")
    with pytest.raises(ArgueError):
        why(analyze(load_case("mask-mandate"), semantics="grounded"), "continue")
