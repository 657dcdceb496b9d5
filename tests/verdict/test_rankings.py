"""The rankings that tell how options come out, against the list of all."""

import pytest
from hypothesis import given

from argue.construct.plain import rankings, violated
from argue.report.comparison import SEMANTICS
from argue.verdict.enumerated import Enumerated
from argue.verdict.rankings import telling_rankings
from tests.laws.drawing import Document
from tests.laws.enumeration import argued, outcomes
from tests.verdict.test_engines import DRAWN, MUTUAL, SOME, many_sources


@pytest.mark.parametrize("flat", [False, True])
@pytest.mark.parametrize("semantics", SEMANTICS)
@SOME
@given(case=DRAWN)
def test_they_give_what_all_rankings_give(semantics: str, flat: bool, case: Document):
    graph = argued(case).graph
    telling = Enumerated(graph, semantics, flat=flat, orders=telling_rankings(graph))
    assert outcomes(telling.found()) == outcomes(Enumerated(graph, semantics, flat=flat).found())


IDLE: Document = {
    "title": "Complaints that answer each other",
    "options": {"a": "A", "b": "B"},
    "standpoints": {"r": {}, "s": {}},
    "payoffs": {"a": {"r": 0, "s": 0}, "b": {"r": 2, "s": -1}},
    "frameworks": ["welfare", {"id": "rejection", "complaint": "pairwise"}, "veil"],
    "priorities": [
        {"id": "p1", "higher": "veil", "lower": "rejection"},
        {"id": "p2", "higher": "veil", "lower": "welfare"},
    ],
}
"""Welfare and rejection conflict only about a complaint that a stronger one answers."""


@pytest.mark.parametrize("semantics", SEMANTICS)
def test_sources_whose_conflict_is_idle_are_ordered_both_ways(semantics: str):
    graph = argued(IDLE).graph
    orders = telling_rankings(graph)
    assert set(orders) == set(rankings(graph))
    assert len(orders) == 2
    telling = Enumerated(graph, semantics, flat=True, orders=orders)
    assert outcomes(telling.found()) == outcomes(Enumerated(graph, semantics, flat=True).found())


def test_of_sources_in_two_camps_only_the_camp_that_is_first_counts():
    graph = argued(many_sources(7)).graph
    assert len(list(rankings(graph))) == 1066
    telling = telling_rankings(graph)
    assert {ranking[0] in ("s0", "s2", "s4", "s6") for ranking in telling} == {True, False}
    assert len(telling) < 20


def test_a_doubted_priority_keeps_apart_the_rankings_that_violate_it():
    doubt: Document = {"id": "c", "status": "raised", "against": {"priority": "p"}}
    priority = {"id": "p", "higher": "s0", "lower": "s1"}
    graph = argued({**many_sources(2), "priorities": [priority], "challenges": [doubt]}).graph
    assert {len(violated(graph, ranking)) for ranking in telling_rankings(graph)} == {0, 1}


def test_where_challenges_go_in_a_circle_no_ranking_is_left_out():
    graph = argued({**many_sources(4), "challenges": MUTUAL["challenges"]}).graph
    assert telling_rankings(graph) == tuple(rankings(graph))
