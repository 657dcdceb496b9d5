"""Components: what is asked across them, how they are told apart, and counted one by one."""

import time

import pytest

from argue.asp.program import Deadline
from argue.errors import LimitExceeded, OutOfBudget
from argue.model.af import AF
from argue.semantics import TABLE, Semantics, tasks
from argue.semantics.solving import Solver
from argue.semantics.solving import solver as solver_module
from argue.semantics.solving.counting import Counting
from argue.semantics.solving.parts import has_odd_cycle, strong_components, whole
from argue.semantics.solving.sweeping import swept
from argue.semantics.solving.ways import WAYS
from tests.semantics.test_solving import SOLVED, named
from tests.strategies import CORNER_CASES, af


def test_what_is_asked_about_may_lie_in_several_components():
    graph = af("a<->b c<->d e->e e->f")
    for semantics in ("preferred", "complete", "admissible", "semi-stable"):
        solver = Solver(graph, semantics, Deadline())
        found = solver.having([(graph.index_of("a"), True), (graph.index_of("c"), False)])
        assert found is not None
        assert "a" in named(graph, found)
        assert "c" not in named(graph, found)
        assert solver.having([(graph.index_of("d"), True), (graph.index_of("f"), True)]) is None


@pytest.mark.parametrize("size", [30, 31, 32, 33, 34, 35, 64, 65])
def test_a_long_ring_is_one_component_and_odd_if_its_length_is(size: int):
    ids = [f"x{i}" for i in range(size)]
    ring = [(ids[i], ids[(i + 1) % size]) for i in range(size)]
    tail = [(f"y{i}", f"y{i + 1}") for i in range(40)] + [("y40", "x0")]
    victim = [("x0", "z")]
    part = whole(AF.of(["z", *(f"y{i}" for i in range(41)), *ids], [*tail, *ring, *victim]))
    groups = [group for group in strong_components(part) if len(group) > 1]
    assert [len(group) for group in groups] == [size]
    assert len(strong_components(part)) == 43
    assert has_odd_cycle(part) == bool(size % 2)


def test_so_many_members_may_be_held_and_no_more(monkeypatch: pytest.MonkeyPatch):
    graph = af("a<->b a->d b->d c")
    monkeypatch.setattr(tasks, "MOST_MEMBERS", 4)
    assert len(tasks.extensions(graph, "preferred")) == 2
    monkeypatch.setattr(tasks, "MOST_MEMBERS", 3)
    with pytest.raises(LimitExceeded, match="more than 3 members"):
        tasks.extensions(graph, "preferred")


@pytest.mark.parametrize("text", CORNER_CASES.values(), ids=CORNER_CASES)
@SOLVED
def test_corner_cases_are_counted_as_defined_by_whichever_way_large_ones_are(
    semantics: str, text: str, monkeypatch: pytest.MonkeyPatch
):
    graph = af(text)
    defined = TABLE[Semantics(semantics)].definition(graph)
    monkeypatch.setattr(solver_module, "FEW", -1)
    assert Solver(graph, semantics, Deadline()).count() == len(defined)
    monkeypatch.setattr(solver_module, "swept", lambda part, semantics, deadline: None)
    assert Solver(graph, semantics, Deadline()).count() == len(defined)


def test_counting_ends_when_time_does():
    late = Deadline(time.monotonic() - 1)
    part = whole(af("a<->b b<->c c<->a d->a d<->e"))
    for semantics in ("stable", "complete", "preferred"):
        with pytest.raises(OutOfBudget):
            Counting(semantics, WAYS[semantics].make, late).count(part)
        with pytest.raises(OutOfBudget):
            swept(part, semantics, late)
