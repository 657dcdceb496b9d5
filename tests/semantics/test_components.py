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


@pytest.mark.parametrize("small", [1, 3])
@pytest.mark.parametrize(
    "text",
    [
        "a<->b c<->d e->e e->f",
        "c->a a<->b b<->c c<->a d<->e e<->f d->d",
        "a->b->c->d->a d<->e f<->g g<->h h->f",
    ],
)
@SOLVED
def test_whether_components_are_solved_apart_or_together_answers_are_those_defined(
    semantics: str, text: str, small: int, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(solver_module, "SMALL", small)
    graph = af(text)
    defined = TABLE[Semantics(semantics)].definition(graph)
    for place, argument in enumerate(graph.arguments):
        for wanted in (True, False):
            fitting = {s for s in defined if (argument in s) == wanted}
            found = Solver(graph, semantics, Deadline()).find(place, wanted)
            assert (named(graph, found) in fitting) if found is not None else not fitting
    some = Solver(graph, semantics, Deadline()).one()
    assert (named(graph, some) in defined) if some is not None else not defined


def test_so_many_members_may_be_held_and_no_more(monkeypatch: pytest.MonkeyPatch):
    graph = af("a<->b a->d b->d c")
    monkeypatch.setattr(tasks, "MOST_MEMBERS", 4)
    assert len(tasks.extensions(graph, "preferred")) == 2
    monkeypatch.setattr(tasks, "MOST_MEMBERS", 3)
    with pytest.raises(LimitExceeded, match="more than 3 members"):
        tasks.extensions(graph, "preferred")


def test_what_was_found_last_is_told_however_late_it_is(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(solver_module, "MOST_HELD", 3)
    deadline = Deadline()
    found = Solver(af("a<->b c<->d c<->e c<->f d<->e d<->f e<->f"), "preferred", deadline).all()
    told = [next(found)]
    deadline.at = time.monotonic() - 1
    with pytest.raises(OutOfBudget):
        told.extend(found)
    # Of the second component three were held, each beside the first extension of the first.
    assert len(told) == len(set(told)) == 3
    assert all(0 in members for members in told)


@pytest.mark.parametrize("text", CORNER_CASES.values(), ids=CORNER_CASES)
@SOLVED
def test_corner_cases_are_counted_as_defined_by_whichever_way_large_ones_are(
    semantics: str, text: str, monkeypatch: pytest.MonkeyPatch
):
    def too_wide(*_: object) -> None:
        """Answers what the sweep answers of a graph that is too wide for it."""

    graph = af(text)
    defined = TABLE[Semantics(semantics)].definition(graph)
    monkeypatch.setattr(solver_module, "FEW", -1)
    assert Solver(graph, semantics, Deadline()).count() == len(defined)
    monkeypatch.setattr(solver_module, "swept", too_wide)
    assert Solver(graph, semantics, Deadline()).count() == len(defined)


def test_counting_ends_when_time_does():
    late = Deadline(time.monotonic() - 1)
    part = whole(af("a<->b b<->c c<->a d->a d<->e"))
    for semantics in ("stable", "complete", "preferred"):
        with pytest.raises(OutOfBudget):
            Counting(semantics, WAYS[semantics].make, late).count(part)
        with pytest.raises(OutOfBudget):
            swept(part, semantics, late)
