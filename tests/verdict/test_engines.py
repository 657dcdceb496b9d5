"""Three ways to find positions, one of them the definition, and what each is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.analysis import analyze, positions_of
from argue.construct.plain import rankings, under
from argue.errors import LimitExceeded, OutOfBudget
from argue.io.case import load_case
from argue.model.argument import Graph
from argue.model.verdict import Label
from argue.semantics import Semantics, extensions, labelling_of
from argue.verdict.enumerated import Enumerated
from argue.verdict.positions import Positions
from argue.verdict.ranked import Ranked
from argue.verdict.result import Setup
from argue.verdict.settings import PositionsOf
from argue.verdict.standing import branches, open_questions
from tests.laws.cases import ALL, SOME, documents
from tests.laws.drawing import Document
from tests.laws.enumeration import Outcome, argued, by_flat_graph, outcome, outcomes, settlements

CIRCLES = documents(
    "counts facts challenges reasons priorities",
    options=(3, 4),
    people=(3, 4),
    frameworks=("welfare", "veil", {"id": "rejection", "complaint": "pairwise"}),
    sources=3,
)
DRAWN = st.one_of(documents(ALL, sources=4), CIRCLES)


def engines(graph: Graph) -> list[PositionsOf]:
    whole = positions_of(graph, Setup(), None)
    return [Enumerated(graph, "preferred"), Positions(graph), whole]


@SOME
@given(DRAWN)
def test_all_find_the_same_positions(case: Document):
    graph = argued(case).graph
    first, *others = [outcomes(engine.found()) for engine in engines(graph)]
    assert all(found == first for found in others)
    assert outcomes(Enumerated(graph, "preferred", flat=True).found()) == by_flat_graph(graph)


@SOME
@given(DRAWN)
def test_all_give_every_argument_the_same_labels(case: Document):
    first, *others = [engine.labels() for engine in engines(argued(case).graph)]
    assert all(dict(labels) == dict(first) for labels in others)


@SOME
@given(DRAWN)
def test_all_agree_on_what_can_differ(case: Document):
    graph = argued(case).graph
    found = engines(graph)
    for option in graph.options:
        for question in (None, *open_questions(graph)):
            answers = {e.differ(option, question=question, ranked=False) for e in found}
            assert len(answers) == 1
        assert len({e.differ(option, ranked=True) for e in found}) == 1


@SOME
@given(DRAWN)
def test_all_find_the_same_eclipses(case: Document):
    first, *others = [set(engine.eclipses()) for engine in engines(argued(case).graph)]
    assert all(found == first for found in others)


@pytest.mark.parametrize("semantics", ["grounded", "stable", "semi-stable", "complete", "ideal"])
@SOME
@given(case=CIRCLES)
def test_another_semantics_is_that_of_every_ranking_and_branch(semantics: str, case: Document):
    graph = argued(case).graph
    expected: set[Outcome] = set()
    for ranking in rankings(graph):
        for settled in settlements(graph):
            af = under(graph, ranking, settled=settled)
            labelled = (labelling_of(af, members) for members in extensions(af, semantics))
            expected |= {outcome(graph, labelling) for labelling in labelled}
    if not any("priority" in name for name in graph.arguments):
        assert outcomes(Enumerated(graph, semantics).found()) == expected


def test_every_semantics_of_the_table_can_be_asked_for():
    case = load_case("transmitter-room")
    for semantics in Semantics:
        if semantics not in (Semantics.CONFLICT_FREE, Semantics.NAIVE, Semantics.ADMISSIBLE):
            assert set(analyze(case, semantics=semantics).statuses) == {"rescue", "wait"}


MUTUAL: Document = {
    "title": "Two doubts about each other",
    "options": {"a": "a", "b": "b"},
    "reasons": [{"by": "critic", "favours": "a", "over": "b"}],
    "challenges": [
        {"id": "x", "status": "accepted", "because": "so", "against": {"challenge": "y"}},
        {"id": "y", "status": "accepted", "because": "so", "against": {"challenge": "x"}},
    ],
}


def test_of_two_challenges_to_each_other_either_can_stand():
    """A branch is not well founded then, so that branches cannot be listed one by one."""
    labels = analyze(load_case(MUTUAL)).labels
    assert labels["challenge:x"] == labels["challenge:y"] == {Label.IN, Label.OUT}
    assert labels["permission:b"] == {Label.OUT}


def test_challenges_in_an_odd_circle_stay_undecided():
    third = {"id": "z", "status": "accepted", "because": "so", "against": {"challenge": "x"}}
    circle = [{**MUTUAL["challenges"][1], "against": {"challenge": "z"}}, third]
    labels = analyze(load_case({**MUTUAL, "challenges": [MUTUAL["challenges"][0], *circle]})).labels
    assert labels["challenge:x"] == labels["challenge:z"] == {Label.UNDEC}
    assert labels["permission:a"] == {Label.IN}


def many_sources(number: int) -> Document:
    pairs = [("a", "b"), ("b", "a")]
    reasons = [
        {"by": f"s{i}", "favours": pairs[i % 2][0], "over": pairs[i % 2][1]} for i in range(number)
    ]
    return {"title": "Many", "options": {"a": "a", "b": "b"}, "reasons": reasons}


def test_the_programs_need_no_list_of_rankings():
    graph = argued(many_sources(12)).graph
    expected = {(frozenset("a"), frozenset()), (frozenset("b"), frozenset())}
    assert outcomes(Positions(graph).found()) == expected
    assert outcomes(Ranked(graph, branches(graph)).found()) == expected
    with pytest.raises(LimitExceeded, match="declare priorities"):
        list(Enumerated(graph, "preferred").found())


def test_time_that_has_run_out_is_an_error_in_every_engine():
    graph = argued(many_sources(4)).graph
    engines = (
        Positions(graph, deadline=0.0),
        Ranked(graph, branches(graph), deadline=0.0),
        Enumerated(graph, "preferred", deadline=0.0),
    )
    for engine in engines:
        with pytest.raises(OutOfBudget):
            list(engine.found())
