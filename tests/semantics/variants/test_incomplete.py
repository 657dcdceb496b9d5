import time
from itertools import product
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.errors import LimitExceeded, OutOfBudget, UnknownId
from argue.model.af import AF
from argue.semantics import TABLE, Semantics
from argue.semantics.variants import incomplete
from argue.semantics.variants.incomplete import GUESSED, IncompleteAF, necessary, possible
from tests.strategies import af, graphs

EACH = pytest.mark.parametrize("semantics", [*GUESSED, "preferred", "grounded"])


@st.composite
def incompletes(draw: st.DrawFn) -> IncompleteAF:
    graph = draw(graphs(max_size=4))
    arguments = draw(st.sets(st.sampled_from(graph.arguments), max_size=2)) if len(graph) else ()
    attacks = draw(st.sets(st.sampled_from(graph.attacks), max_size=2)) if graph.attacks else ()
    return IncompleteAF.of(graph, arguments, attacks)


def verdicts(graph: IncompleteAF, semantics: str, argument: str, mode: str) -> list[bool]:
    """Acceptance in every completion, by definition."""
    found: list[bool] = []
    for completion in graph.completions():
        sets = TABLE[Semantics(semantics)].definition(completion)
        holds = any if mode == "credulous" else all
        there = argument in completion
        found.append(there and holds(argument in members for members in sets))
    return found


@EACH
@given(graph=incompletes())
def test_possible_and_necessary_are_some_and_every_completion(semantics: str, graph: IncompleteAF):
    for argument in graph.af.arguments:
        for mode in ("credulous", "sceptical"):
            expected = verdicts(graph, semantics, argument, mode)
            assert possible(graph, semantics, argument, mode) == any(expected)
            assert necessary(graph, semantics, argument, mode) == all(expected)


def test_completions_of_an_uncertain_attack_and_argument():
    graph = IncompleteAF.of(af("a->b c"), ["c"], [("a", "b")])
    assert set(graph.completions()) == {af("a->b c"), af("a->b"), af("a b c"), af("a b")}
    assert possible(graph, "complete", "b")
    assert not necessary(graph, "complete", "b")
    assert necessary(graph, "complete", "a")
    assert not necessary(graph, "complete", "c")


def test_many_uncertain_elements_are_guessed_by_the_solver_or_refused():
    big = AF.of([f"x{i}" for i in range(60)], [(f"x{i}", f"x{i + 1}") for i in range(59)])
    graph = IncompleteAF.of(big, big.arguments)
    assert possible(graph, "stable", "x59")
    with pytest.raises(LimitExceeded, match="60 uncertain"):
        necessary(graph, "stable", "x59")


def test_strangers_are_errors():
    with pytest.raises(UnknownId):
        IncompleteAF.of(af("a->b"), ["z"])
    with pytest.raises(UnknownId, match="unknown attack 'b->a'"):
        IncompleteAF.of(af("a->b"), [], [("b", "a")])
    for ask, semantics in product((possible, necessary), ("stable", "preferred")):
        with pytest.raises(UnknownId, match="'z'"):
            ask(IncompleteAF.of(af("a->b")), semantics, "z")


def test_uncertain_elements_are_named_by_texts():
    graph = af("a->b b->c")
    assert IncompleteAF.named(graph, ["a", "b->c"]) == IncompleteAF.of(graph, ["a"], [("b", "c")])
    arrow = AF.of(["a->b", "c"], [("c", "a->b")])
    assert IncompleteAF.named(arrow, ["a->b"]).uncertain_arguments == {"a->b"}
    for stranger, kind in (("d", "argument"), ("a->c", "attack")):
        with pytest.raises(UnknownId, match=f"unknown {kind} '{stranger}'; known"):
            IncompleteAF.named(graph, [stranger])


def test_so_many_elements_may_be_uncertain_and_no_more(monkeypatch: pytest.MonkeyPatch):
    graph = IncompleteAF.of(af("a->b b->c"), ["a"], [("b", "c")])
    monkeypatch.setattr(incomplete, "MAX_UNCERTAIN", 2)
    assert len(list(graph.completions())) == 4
    monkeypatch.setattr(incomplete, "MAX_UNCERTAIN", 1)
    with pytest.raises(LimitExceeded, match="2 uncertain elements; settle all but 1"):
        list(graph.completions())


def test_where_time_runs_out_it_is_said_how_many_completions_were_seen():
    graph = IncompleteAF.of(af("a->b c"), ["c"], [("a", "b")])
    with pytest.raises(OutOfBudget, match="after 0 of 4 completions; .* the 2 uncertain elements"):
        necessary(graph, "grounded", "a", deadline=time.monotonic())
    assert necessary(graph, "grounded", "a", deadline=time.monotonic() + 1000)
    assert possible(graph, "grounded", "b", deadline=time.monotonic() + 1000)


@pytest.mark.parametrize("seen", [0, 1, 3])
def test_completions_that_were_seen_in_time_are_counted(seen: int, monkeypatch: pytest.MonkeyPatch):
    graph = IncompleteAF.of(af("a->b c"), ["c"], [("a", "b")])
    clock = iter([*[0.0] * seen, float("inf")])
    monkeypatch.setattr(incomplete, "time", SimpleNamespace(monotonic=lambda: next(clock)))
    with pytest.raises(OutOfBudget, match=f"after {seen} of 4 completions"):
        necessary(graph, "grounded", "a", deadline=time.monotonic() + 1000)
