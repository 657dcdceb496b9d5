"""One program finds the positions; rankings, branches and the flat graph must give the same."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.construct.plain import conflicting, flatten, under, without_sources
from argue.model.argument import Graph, Kind
from argue.model.verdict import Status
from argue.semantics import grounded_labelling
from argue.verdict.positions import Positions
from argue.verdict.ranked import Ranked
from argue.verdict.settings import Settings, Settlement, settings_of
from argue.verdict.standing import branches, open_questions
from tests.laws.cases import ALL, DEFAULTS, MANY, documents
from tests.laws.drawing import Document
from tests.laws.enumeration import (
    argued,
    by_flat_graph,
    by_ranking,
    enumerated,
    outcome,
    outcomes,
    worlds_apart,
)

PAIRWISE = (
    "welfare",
    "veil",
    {"id": "rejection", "complaint": "pairwise"},
    {"id": "taurek", "type": "rejection", "complaint": "pairwise", "ties": "none"},
)
"""Complaints of which one option's, another's and a third's may go round in a circle."""
DOUBTS = "counts facts challenges counters reasons priorities norms"
CIRCLES = documents(
    "counts facts challenges counters reasons priorities",
    options=(3, 4),
    people=(3, 4),
    frameworks=PAIRWISE,
    sources=4,
)

IDS = ("anything", "circles", "doubts")
LAYERS = (
    {Kind.FACT, Kind.NUMBERS, Kind.CHALLENGE, Kind.ASIDE},
    {Kind.PRIORITY},
    {Kind.REASON, Kind.REPLY},
    {Kind.PRESUMPTION},
    {Kind.OBJECTION, Kind.PERMISSION},
)


@pytest.mark.parametrize("cases", [documents(ALL), CIRCLES, documents(DOUBTS)], ids=IDS)
@MANY
@given(data=st.data())
def test_both_programs_find_what_every_ranking_and_branch_gives(
    cases: st.SearchStrategy[Document], data: st.DataObject
):
    graph = argued(data.draw(cases)).graph
    expected = by_ranking(graph)
    assert outcomes(Positions(graph).found()) == expected
    assert outcomes(Ranked(graph, branches(graph)).found()) == expected


@pytest.mark.parametrize("cases", [documents(ALL), CIRCLES], ids=IDS[:2])
@given(data=st.data())
def test_both_programs_keep_to_what_is_taken_as_given(
    cases: st.SearchStrategy[Document], data: st.DataObject
):
    graph = argued(data.draw(cases)).graph
    given_ = data.draw(settings_for(graph))
    expected = by_ranking(without_sources(graph, given_.aside), given_)
    assert outcomes(Positions(graph).found(given_)) == expected
    assert outcomes(Ranked(graph, branches(graph)).found(given_)) == expected


@st.composite
def settings_for(draw: st.DrawFn, graph: Graph) -> Settings:
    """Draws something to be taken as given that this graph can grant."""
    settled = [s for q in open_questions(graph) for s in q.settlements[: draw(st.integers(0, 1))]]
    fixed = {*graph.order, *((low, high) for high, low in graph.order)}
    ranked = [pair for pair in Positions(graph).conflicts if pair not in fixed]
    if ranked and draw(st.booleans()):
        settled.append(Settlement("priority", pair=draw(st.sampled_from(ranked))))
    ranked_here = {source for one in settled for source in one.pair}
    free = [source for source in graph.sources if source not in ranked_here]
    aside = draw(st.frozensets(st.sampled_from(free), max_size=1)) if free else frozenset[str]()
    return replace(settings_of(settled), aside=aside)


@MANY
@given(documents(ALL, sources=4))
def test_the_flat_graph_has_the_same_preferred_outcomes(case: Document):
    drawn = argued(case)
    assert drawn.positions == by_flat_graph(drawn.graph)


@given(CIRCLES)
def test_the_flat_graph_has_the_same_undecided_options_in_a_circle(case: Document):
    drawn = argued(case)
    assert drawn.positions == by_flat_graph(drawn.graph)


@given(documents(ALL))
def test_leaving_weaker_complaints_out_decides_the_same(case: Document):
    assert argued(case, complete=False).positions == argued(case).positions


@given(CIRCLES)
def test_leaving_weaker_complaints_out_decides_the_same_in_a_circle(case: Document):
    assert argued(case, complete=False).positions == argued(case).positions


@given(documents(ALL))
def test_some_position_exists_and_none_rules_everything_out(case: Document):
    drawn = argued(case)
    assert drawn.positions
    assert all(permitted or undecided for permitted, undecided in drawn.positions)
    assert drawn.having(Status.IMPERMISSIBLE) != set(drawn.graph.options)


@given(documents(ALL))
def test_every_position_is_consistent_and_closed(case: Document):
    graph = argued(case).graph
    arguments = graph.arguments
    for _, labelling in enumerated(graph):
        accepted = [arguments[name] for name in labelling.in_]
        favoured = {(a.source, a.better, a.worse) for a in accepted if a.kind is Kind.REASON}
        for source, better, worse in favoured:
            assert not any((b, w) == (worse, better) and s != source for s, b, w in favoured)
        permitted = {a.better for a in accepted if a.kind is Kind.PERMISSION}
        assert permitted.isdisjoint(a.worse for a in accepted if a.kind is Kind.OBJECTION)
        assert all(premise in labelling.in_ for a in accepted for premise in a.premises)


@given(documents(ALL))
def test_no_argument_attacks_itself_and_attacks_never_lead_down(case: Document):
    drawn = argued(case)
    layer = {kind: height for height, kinds in enumerate(LAYERS) for kind in kinds}
    kinds = {name: layer[argument.kind] for name, argument in drawn.graph.arguments.items()}
    for attack in drawn.graph.attacks:
        assert kinds[attack.attacker] <= kinds[attack.target]
    flat, _ = flatten(drawn.graph)
    assert all(attacker != target for attacker, target in flat.attacks)


@given(documents(ALL))
def test_sources_attack_each_other_on_one_pair_of_options_or_not_at_all(case: Document):
    graph = argued(case).graph
    ranked = {(a.attacker, a.target, a.higher, a.lower) for a in graph.attacks if a.higher}
    for attacker, target, higher, lower in ranked:
        assert (target, attacker, lower, higher) in ranked
        one, other = graph.arguments[attacker], graph.arguments[target]
        assert (one.better, one.worse) == (other.worse, other.better)


@given(documents(ALL))
def test_what_is_grounded_under_a_ranking_is_in_all_its_positions(case: Document):
    graph = argued(case).graph
    for ranking, labelling in enumerated(graph):
        assert grounded_labelling(under(graph, ranking)).in_ <= labelling.in_


@given(documents(f"{DEFAULTS} facts norms lotteries priorities"))
def test_default_sources_decide_everything_under_every_ranking_and_branch(case: Document):
    drawn = argued(case)
    for _, af in worlds_apart(drawn.graph):
        assert not grounded_labelling(af).undec
    assert not drawn.having(Status.UNRESOLVED)


@given(documents(f"{DEFAULTS} norms"))
def test_default_sources_permit_the_lexicographic_maximum(case: Document):
    graph = argued(case).graph
    for ranking, af in worlds_apart(graph):
        grounded = grounded_labelling(af)
        expected = lexicographic_maximum(graph, ranking)
        assert outcome(graph, grounded) == (expected, frozenset())


def lexicographic_maximum(graph: Graph, ranking: tuple[str, ...]) -> frozenset[str]:
    """The options that no other beats by the first source that tells the two apart."""
    replied = {a.target for a in graph.attacks if graph.arguments[a.attacker].kind is Kind.REPLY}
    said = {
        (r.source, r.better, r.worse) for r in graph.of_kind(Kind.REASON) if r.id not in replied
    }

    def beats(a: str, b: str) -> bool:
        speaking = [s for s in ranking if (s, a, b) in said or (s, b, a) in said]
        return bool(speaking) and (speaking[0], a, b) in said

    options = graph.options
    return frozenset(b for b in options if not any(beats(a, b) for a in options if a != b))


@given(documents(f"{DEFAULTS} norms"))
def test_a_full_ranking_of_default_sources_leaves_one_position(case: Document):
    names = argued(case).graph.sources
    order = [list(pair) for pair in zip(names, names[1:], strict=False)]
    ranked = {**case, "norms": unranked(case), "priorities": order}
    drawn = argued(ranked)
    assert len(drawn.positions) == 1
    assert not drawn.having(Status.CONTESTED, Status.UNRESOLVED)


def unranked(case: Document) -> Document:
    return {name: {**norm, "rank": 0} for name, norm in case.get("norms", {}).items()}


def test_a_ranking_is_coherent_where_three_sources_conflict():
    case = {
        "title": "Three ways",
        "options": {"a": "a", "b": "b", "c": "c"},
        "reasons": [
            {"by": "x", "favours": "a", "over": "b"},
            {"by": "y", "favours": "b", "over": "a"},
            {"by": "y", "favours": "b", "over": "c"},
            {"by": "z", "favours": "c", "over": "b"},
            {"by": "z", "favours": "c", "over": "a"},
            {"by": "x", "favours": "a", "over": "c"},
        ],
    }
    graph = argued(case).graph
    assert set(conflicting(graph)) == {("x", "y"), ("x", "z"), ("y", "z")}
    found = {ranking for ranking, _ in worlds_apart(graph)}
    assert found == set(permutations("xyz"))


@pytest.mark.parametrize("length", [1, 2])
def test_a_priority_in_doubt_counts_even_between_sources_that_do_not_conflict(length: int):
    """Rankings must be listed apart by the priorities that may fall, not only by conflicts."""
    doubts = [{"id": "doubt", "status": "raised", "against": {"priority": "p1"}}]
    counter = {"id": "counter", "status": "raised", "against": {"challenge": "doubt"}}
    case = {
        "title": "A priority in doubt",
        "options": {"a": "a", "b": "b"},
        "reasons": [
            {"by": "critic", "favours": "a", "over": "b"},
            {"by": "other", "favours": "a", "over": "b"},
            {"by": "third", "favours": "b", "over": "a"},
        ],
        "priorities": [
            {"id": "p1", "higher": "other", "lower": "critic"},
            {"id": "p2", "higher": "critic", "lower": "third"},
        ],
        "challenges": [*doubts, counter][:length],
    }
    drawn = argued(case)
    expected = {(frozenset("a"), frozenset())}
    assert drawn.positions == by_ranking(drawn.graph) == by_flat_graph(drawn.graph) == expected
