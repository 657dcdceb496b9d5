"""Every search must equal the paper's definition, for every question."""

import time
from itertools import product

import pytest
from hypothesis import given

import argue.semantics
from argue.asp import Session, facts_of
from argue.errors import OutOfBudget, UnknownId
from argue.model.af import AF
from argue.semantics import (
    TABLE,
    Mode,
    Semantics,
    accepted,
    count,
    enumerated,
    extensions,
    grounded_labelling,
    labelling_of,
    labellings,
    one,
)
from argue.semantics.searches import SEARCHES
from tests.strategies import CORNER_CASES, af, graphs

EACH = pytest.mark.parametrize("semantics", Semantics)


def check_sets(graph: AF, semantics: Semantics) -> None:
    defined = TABLE[semantics].definition(graph)
    found = extensions(graph, semantics)
    assert len(found) == len(set(found))
    assert set(found) == defined
    assert count(graph, semantics) == len(defined)
    witness = one(graph, semantics)
    assert witness in defined if defined else witness is None


def check_acceptance(graph: AF, semantics: Semantics) -> None:
    defined = TABLE[semantics].definition(graph)
    for argument in graph.arguments:
        some = accepted(graph, semantics, argument, Mode.CREDULOUS)
        assert bool(some) == any(argument in members for members in defined)
        assert some.counterexample is None
        assert (some.witness in defined and argument in some.witness) if some else not some.witness
        every = accepted(graph, semantics, argument, Mode.SCEPTICAL)
        assert bool(every) == all(argument in members for members in defined)
        assert every.witness is None
        assert every.counterexample is None if every else every.counterexample in defined
        assert argument not in (every.counterexample or ())


@EACH
@given(graph=graphs())
def test_extensions_are_the_defined_ones(semantics: Semantics, graph: AF):
    check_sets(graph, semantics)


@EACH
@given(graph=graphs(max_size=6))
def test_acceptance_is_the_defined_one_and_shows_why(semantics: Semantics, graph: AF):
    check_acceptance(graph, semantics)


@EACH
@pytest.mark.parametrize("text", CORNER_CASES.values(), ids=CORNER_CASES)
def test_corner_cases_are_as_defined(semantics: Semantics, text: str):
    check_sets(af(text), semantics)
    check_acceptance(af(text), semantics)


@EACH
@pytest.mark.parametrize("text", ["a<->b c<->d", "a->a b", ""])
def test_a_limit_takes_the_first_of_all(semantics: Semantics, text: str):
    every = list(enumerated(af(text), semantics))
    for limit in range(len(every) + 2):
        assert list(enumerated(af(text), semantics, limit=limit)) == every[:limit]


def test_the_package_has_the_names_it_lists_and_no_others():
    assert dir(argue.semantics) == sorted(argue.semantics.__all__)
    assert all(hasattr(argue.semantics, name) for name in argue.semantics.__all__)
    with pytest.raises(AttributeError, match="'argue.semantics' has no attribute 'unheard_of'"):
        argue.semantics.unheard_of  # noqa: B018  (the access is what is tested)


@given(graphs())
def test_the_encoding_of_grounded_agrees_with_counting(graph: AF):
    (model,) = Session(("grounded",), facts_of(graph)).models()
    assert {terms[0] for _, terms in model} == grounded_labelling(graph).extension


@given(graphs())
def test_the_grounded_labelling_is_the_labelling_of_the_grounded_extension(graph: AF):
    counted = grounded_labelling(graph)
    assert counted == labelling_of(graph, counted.extension)


@EACH
@given(graph=graphs(max_size=6))
def test_extensions_come_in_the_order_of_arguments(semantics: Semantics, graph: AF):
    found = extensions(graph, semantics)
    keys = [[i for i, a in enumerate(graph.arguments) if a in members] for members in found]
    assert keys == sorted(keys)
    assert found == extensions(AF.of(graph.arguments, reversed(graph.attacks)), semantics)
    assert [labelling.extension for labelling in labellings(graph, semantics)] == list(found)


def test_without_a_stable_extension_all_is_sceptically_and_nothing_credulously_accepted():
    graph = af("a->b->c->a d")
    assert extensions(graph, "stable") == ()
    assert one(graph, "stable") is None
    assert count(graph, "stable") == 0
    for argument in graph.arguments:
        assert accepted(graph, "stable", argument, "sceptical")
        assert not accepted(graph, "stable", argument, "credulous")


def test_unknown_names_are_errors():
    graph = af("a->b")
    with pytest.raises(UnknownId, match="unknown semantics 'prefered'; known: .*preferred"):
        extensions(graph, "prefered")
    with pytest.raises(UnknownId, match="unknown argument 'z'"):
        accepted(graph, "grounded", "z")
    with pytest.raises(UnknownId, match="unknown mode 'sometimes'"):
        accepted(graph, "grounded", "a", "sometimes")


@pytest.mark.parametrize("semantics", [s for s in Semantics if s is not Semantics.GROUNDED])
def test_a_past_deadline_is_an_error_and_no_answer(semantics: Semantics):
    with pytest.raises(OutOfBudget):
        extensions(af("a<->b"), semantics, deadline=time.monotonic() - 1)


def test_grounded_needs_no_time():
    assert one(af("a->b"), "grounded", deadline=time.monotonic() - 1) == {"a"}


@pytest.mark.parametrize("text", ["a<->b c", "a->b->c->a d->a", "a<->b a->c b->c c->d"])
@pytest.mark.parametrize("semantics", Semantics)
def test_what_is_wanted_is_in_or_out_of_what_is_found(semantics: Semantics, text: str):
    graph = af(text)
    defined = TABLE[semantics].definition(graph)
    for argument, wanted in product(graph.arguments, (True, False)):
        found = list(SEARCHES[semantics](graph, ((argument, wanted),), None))
        assert sorted(map(sorted, found)) == sorted(
            sorted(members) for members in defined if (argument in members) == wanted
        )
