"""Plain AFs out of a graph: under a ranking, or with the rankings as arguments."""

from itertools import combinations

import pytest

from argue.construct import plain
from argue.construct.plain import (
    before_ranking,
    conflicting,
    flatten,
    rankings,
    under,
    violated,
    without_sources,
)
from argue.errors import ArgueError, LimitExceeded
from argue.model.argument import Graph, Kind
from tests.laws.drawing import Document
from tests.laws.enumeration import argued, by_flat_graph, by_ranking
from tests.laws.tables import case_of

TWO = {"a": (0, 20), "b": (2, 3)}


def graph_with(**more: object) -> Graph:
    return argued(case_of(TWO, "welfare", "veil", "rejection", **more)).graph


def test_under_a_ranking_only_the_higher_of_two_opposed_reasons_attacks():
    graph = graph_with()
    af = under(graph, ("welfare", "veil", "rejection"))
    assert ("reason:welfare:a>b", "reason:veil:b>a") in af.attacks
    assert ("reason:veil:b>a", "reason:welfare:a>b") not in af.attacks
    turned = under(graph, ("veil", "rejection", "welfare"))
    assert ("reason:veil:b>a", "reason:welfare:a>b") in turned.attacks


def test_an_attack_on_an_argument_is_one_on_all_that_rest_on_it():
    af = under(graph_with(), ("welfare", "veil", "rejection"))
    assert ("reason:welfare:a>b", "objection:veil:b>a") in af.attacks
    assert ("objection:welfare:a>b", "objection:veil:b>a") in af.attacks


@pytest.mark.parametrize(
    "ranking",
    [
        (),
        ("welfare", "veil"),
        ("welfare", "veil", "veil"),
        ("welfare", "veil", "x"),
        ("welfare", "veil", "rejection", "veil"),
    ],
)
def test_a_ranking_names_every_source_once(ranking: tuple[str, ...]):
    with pytest.raises(ArgueError, match="rank every source once"):
        under(graph_with(), ranking)


def test_a_ranking_against_a_priority_is_refused():
    graph = graph_with(priorities=[["veil", "rejection"], ["rejection", "welfare"]])
    assert graph.order == {("veil", "rejection"), ("rejection", "welfare"), ("veil", "welfare")}
    with pytest.raises(ArgueError, match="puts welfare before rejection"):
        under(graph, ("welfare", "veil", "rejection"))


@pytest.mark.parametrize(
    "priority", [["norm:leave", "norm:n"], ["norm:n", "norm:leave"], ["welfare", "norm:leave"]]
)
def test_a_permission_is_not_ranked_as_it_gives_no_reasons(priority: list[str]):
    norms = {"n": {"breached_by": ["a"]}, "leave": {"modality": "permit", "permits": ["b"]}}
    graph = argued(case_of(TWO, "welfare", norms=norms, priorities=[priority])).graph
    assert graph.order == frozenset()
    assert set(rankings(graph)) == {("welfare", "norm:n"), ("norm:n", "welfare")}
    for ranking in rankings(graph):
        assert "permission:a" in under(graph, ranking).arguments
    assert by_flat_graph(graph) == by_ranking(graph)


def test_one_ranking_is_listed_for_each_way_conflicts_can_be_ordered():
    graph = graph_with()
    pairs = (("welfare", "veil"), ("welfare", "rejection"), ("veil", "rejection"))
    assert conflicting(graph) == pairs
    assert len(list(rankings(graph))) == 6
    declared = graph_with(priorities=[["veil", "welfare"]])
    assert len(list(rankings(declared))) == 3
    assert all(r.index("veil") < r.index("welfare") for r in rankings(declared))


def test_a_doubted_priority_is_an_argument_that_rankings_may_violate():
    doubt: Document = {"id": "c", "status": "raised", "against": {"priority": "p"}}
    priority = {"id": "p", "higher": "veil", "lower": "welfare"}
    graph = graph_with(priorities=[priority], challenges=[doubt])
    assert graph.order == frozenset()
    (named,) = graph.of_kind(Kind.PRIORITY)
    assert named.id == "priority:veil>welfare"
    assert violated(graph, ("welfare", "veil", "rejection")) == {named.id}
    assert violated(graph, ("veil", "welfare", "rejection")) == frozenset()


def test_settling_takes_the_attacks_of_the_side_that_falls():
    graph = argued(
        case_of(
            TWO,
            "welfare",
            challenges=[{"id": "c", "status": "raised", "against": {"framework": "welfare"}}],
        )
    ).graph
    af = under(graph, ("welfare",), settled={"challenge:c": True})
    assert af.attackers_of("challenge:c") == ()
    assert "challenge:c" in af.attackers_of("aside:c")
    af = under(graph, ("welfare",), settled={"challenge:c": False})
    assert af.attackers_of("aside:c") == ()
    assert "challenge:c" in af.attackers_of("reason:welfare:a>b")


def test_the_flat_graph_has_an_override_for_every_attack_that_needs_a_ranking():
    graph = graph_with()
    _, flat = flatten(graph)
    conditional = [a for a in graph.attacks if a.higher]
    assert len(flat.of_kind(Kind.OVERRIDE)) == len(conditional)
    assert all(attack.higher is None for attack in flat.attacks)
    override = flat.arguments["override:veil:welfare:a>b"]
    assert override.premises == ("reason:welfare:a>b", "ranked:welfare>veil")


def test_in_the_flat_graph_a_doubted_priority_attacks_the_rankings_that_violate_it():
    doubt: Document = {"id": "c", "status": "raised", "against": {"priority": "p"}}
    priority = {"id": "p", "higher": "veil", "lower": "welfare"}
    graph = graph_with(priorities=[priority], challenges=[doubt])
    _, flat = flatten(graph)
    against = {a.target for a in flat.attacks if a.attacker == "priority:veil>welfare"}
    violating = {f"ranking:{'>'.join(r)}" for r in rankings(graph) if violated(graph, r)}
    assert len(violating) == 3
    assert against == violating
    assert by_flat_graph(graph) == by_ranking(graph)


def test_too_many_sources_to_list_rankings_are_refused_with_a_way_out():
    reasons = [{"by": f"s{i}", "favours": "ab"[i % 2], "over": "ba"[i % 2]} for i in range(12)]
    case = {"title": "Many", "options": {"a": "a", "b": "b"}, "reasons": reasons}
    with pytest.raises(LimitExceeded, match="declare priorities or set sources aside"):
        list(rankings(argued(case).graph))


@pytest.mark.parametrize(("most", "fits"), [(2, True), (1, False)])
def test_as_many_rankings_are_listed_as_may_be(
    monkeypatch: pytest.MonkeyPatch, most: int, fits: bool
):
    monkeypatch.setattr(plain, "MOST_RANKINGS", most)
    graph = argued(case_of(TWO, "welfare", "veil")).graph
    if fits:
        assert list(rankings(graph)) == [("welfare", "veil"), ("veil", "welfare")]
    else:
        with pytest.raises(LimitExceeded, match="more than 1 ways"):
            list(rankings(graph))


@pytest.mark.parametrize("number", [1, 5, 9])
def test_one_source_against_many_can_be_ranked_in_as_many_ways_as_there_are_sets_of_them(
    number: int,
):
    against = [{"by": f"s{i}", "favours": "a", "over": "b"} for i in range(number)]
    reasons = [{"by": "one", "favours": "b", "over": "a"}, *against]
    graph = argued({"title": "Star", "options": {"a": "a", "b": "b"}, "reasons": reasons}).graph
    listed = list(rankings(graph))
    above = {frozenset(r[: r.index("one")]) for r in listed}
    assert len(listed) == len(above) == 2**number
    assert conflicting(graph) == tuple(("one", f"s{i}") for i in range(number))


def test_below_objections_there_is_nothing_that_a_ranking_decides():
    below = before_ranking(graph_with())
    kinds = {argument.kind for argument in below.arguments.values()}
    assert kinds == {Kind.REASON, Kind.REPLY}
    assert all(attack.higher is None for attack in below.attacks)


def test_sources_set_aside_give_no_reasons():
    graph = without_sources(graph_with(), frozenset({"veil", "rejection"}))
    assert {a.source for a in graph.of_kind(Kind.REASON)} == {"welfare"}


def test_what_is_left_keeps_its_attacks_however_little_it_is():
    doubt = {"id": "c", "status": "raised", "against": {"framework": "welfare"}}
    graph = argued(case_of(TWO, "welfare", challenges=[doubt])).graph
    left = without_sources(graph, frozenset({"welfare"}))
    assert {(a.attacker, a.target) for a in left.attacks} >= {
        ("challenge:c", "aside:c"),
        ("aside:c", "challenge:c"),
    }
    assert not left.of_kind(Kind.REASON, Kind.OBJECTION)


def test_very_many_conflicts_are_ordered_one_after_another():
    sources = [f"s{number}" for number in range(60)]
    pairs = tuple(combinations(sources, 2))
    first = next(plain._oriented(pairs, dict.fromkeys(sources, frozenset())))
    assert [len(first[source]) for source in sources] == list(reversed(range(60)))
