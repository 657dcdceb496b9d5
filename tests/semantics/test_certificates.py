"""A certificate is accepted exactly if the set is an extension by definition."""

from itertools import chain, combinations

import pytest
from hypothesis import given

from argue.errors import UnknownId
from argue.model.af import AF
from argue.semantics import TABLE, Semantics
from argue.semantics.certificates import CHECKS, objection
from tests.strategies import af, graphs


@pytest.mark.parametrize("semantics", Semantics)
@given(graph=graphs(max_size=4))
def test_exactly_the_extensions_pass(semantics: Semantics, graph: AF):
    defined = TABLE[semantics].definition(graph)
    sizes = range(len(graph) + 1)
    for members in chain.from_iterable(combinations(graph.arguments, size) for size in sizes):
        said = objection(graph, semantics, frozenset(members))
        assert (said is None) == (frozenset(members) in defined), said


def test_every_semantics_can_be_checked():
    assert set(CHECKS) == set(Semantics)


def test_an_objection_names_what_is_wrong():
    graph = af("a<->b c->d")
    assert objection(graph, "complete", frozenset({"a", "b", "c"})) == (
        "a member attacks 'a', a member"
    )
    assert objection(graph, "admissible", frozenset({"d"})) == "'d' is not defended"
    assert objection(graph, "complete", frozenset({"a"})) == "'c' is defended but no member"
    assert "'a'" in str(objection(graph, "preferred", frozenset({"c"})))
    with pytest.raises(UnknownId):
        objection(graph, "stable", frozenset({"z"}))


CYCLES = ("a<->b", "a->b->c->a", "a->b->c->a d->a", "a<->b a->c b->c c->d", "a->a a->b c<->b")


@pytest.mark.parametrize("text", CYCLES)
@pytest.mark.parametrize("semantics", Semantics)
def test_of_every_set_it_is_known_whether_it_is_an_extension(semantics: Semantics, text: str):
    graph = af(text)
    defined = TABLE[semantics].definition(graph)
    sizes = range(len(graph) + 1)
    for members in chain.from_iterable(combinations(graph.arguments, size) for size in sizes):
        assert (objection(graph, semantics, frozenset(members)) is None) == (
            frozenset(members) in defined
        )
