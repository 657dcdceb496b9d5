"""Sufficient sets: what is reported suffices, nothing less does, and nothing smaller exists."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.analysis import analyze
from argue.construct.plain import under
from argue.explain import sufficient as module
from argue.explain.circumstances import ALWAYS, Ground, completions, ground_of
from argue.explain.sufficient import Claim, suffices, sufficient
from argue.io.case import load_case
from argue.model.af import AF
from argue.model.argument import Argument, Graph, Kind
from argue.semantics.tasks import extensions
from argue.verdict.standing import open_questions, settled_by
from tests.laws.cases import ALL, SOME, documents
from tests.strategies import af, graphs


def plain_ground(graph: AF) -> Ground:
    """An attack graph without rankings as the ground of an explanation."""
    arguments = {a: Argument(a, Kind.REPLY, a) for a in graph.arguments}
    against = {a: frozenset(graph.attackers_of(a)) for a in graph.arguments}
    whole = Graph((), (), arguments, (), frozenset())
    return Ground(whole, ALWAYS, against, against, frozenset(arguments))


def subsets(arguments: tuple[str, ...]) -> list[frozenset[str]]:
    sizes = range(len(arguments) + 1)
    return [frozenset(c) for n in sizes for c in combinations(arguments, n)]


@given(graphs(max_size=6), st.data(), st.booleans())
def test_it_is_a_smallest_set_that_suffices_and_names_what_all_share(
    graph: AF, data: st.DataObject, accepts: bool
):
    if not graph.arguments:
        return
    target = data.draw(st.sampled_from(graph.arguments))
    claim = Claim((target,)) if accepts else Claim(defeated=(target,))
    ground = plain_ground(graph)
    will_do = [s for s in subsets(graph.arguments) if suffices(ground, claim, s)]
    found = sufficient(ground, claim)
    if not will_do:
        assert found is None
        return
    assert found is not None
    assert found.smallest
    assert frozenset(found.arguments) in will_do
    assert len(found.arguments) == len(min(will_do, key=len))
    assert set(found.necessary) == set.intersection(*(set(s) for s in will_do))


@given(graphs(max_size=6), st.data())
def test_an_argument_has_a_sufficient_set_if_and_only_if_some_preferred_extension_holds_it(
    graph: AF, data: st.DataObject
):
    if not graph.arguments:
        return
    target = data.draw(st.sampled_from(graph.arguments))
    held = any(target in e for e in extensions(graph, "preferred"))
    assert (sufficient(plain_ground(graph), Claim((target,))) is not None) == held


def test_a_search_cut_short_calls_nothing_necessary_that_it_has_not_examined(
    monkeypatch: pytest.MonkeyPatch,
):
    graph = af("d1->b e1->b b->a d2->c e2->c c->a a->d1")
    whole = sufficient(plain_ground(graph), Claim(("a",)))
    assert whole is not None
    assert whole.examined
    monkeypatch.setattr(module, "MOST_STEPS", 1)
    assert sufficient(plain_ground(graph), Claim(("a",))) is None
    search = module._Search(plain_ground(graph), Claim(("a",)))
    assert not search.needs("d2")
    assert not search.examined


def test_two_defenders_are_told_by_id_and_neither_is_necessary():
    found = sufficient(plain_ground(af("d->b e->b b->a")), Claim(("a",)))
    assert found is not None
    assert found.arguments == ("a", "d")
    assert found.necessary == ("a",)


@SOME
@given(documents(ALL, options=(2, 3), people=(1, 3), sources=3))
def test_what_suffices_whatever_is_open_is_admissible_under_every_ranking_and_branch(
    document: dict[str, object],
):
    analysis = analyze(load_case(document))
    graph = analysis.graph
    ground = ground_of(graph, ALWAYS)
    for option in graph.options:
        found = sufficient(ground, Claim((f"permission:{option}",)))
        for full in completions(graph, ALWAYS) if found else ():
            order = [full.priorities[0][0]] if full.priorities else list(graph.sources)
            order += [low for _, low in full.priorities]
            questions = [q for q in open_questions(graph) if set(q.answers) & set(full.answers)]
            chosen = [next(a for a in q.answers if a in full.answers) for q in questions]
            plain = under(graph, order, settled=settled_by(questions, chosen))
            held = set(found.arguments) if found else set[str]()
            attackers = {a for x in held for a in plain.attackers_of(x)}
            assert not attackers & held
            assert all(set(plain.attackers_of(a)) & held for a in attackers)
