"""Counting along a tree decomposition counts what is defined."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.asp.program import Deadline
from argue.errors import OutOfBudget
from argue.model.af import AF
from argue.semantics import TABLE, Semantics, count
from argue.semantics.definitions import preferred, stable
from argue.semantics.solving import Solver
from argue.semantics.solving.parts import has_odd_cycle, whole
from argue.semantics.solving.sweeping import WIDTH, elimination, slots_of, swept
from tests.strategies import CORNER_CASES, af, graphs

SWEPT = pytest.mark.parametrize("semantics", WIDTH)


def ladder(rungs: int) -> AF:
    """Two rows of choices: one strong component in which no two arguments are alike."""
    ids = [f"{side}{i}" for i in range(rungs) for side in "ab"]
    attacks = [(f"{s}{i}", f"{t}{i}") for i in range(rungs) for s, t in ("ab", "ba")]
    for i in range(rungs - 1):
        attacks += [(f"a{i}", f"a{i + 1}"), (f"b{i + 1}", f"b{i}")]
    return AF.of(ids, attacks)


@SWEPT
@given(graph=graphs(max_size=7))
def test_a_sweep_counts_what_is_defined(semantics: str, graph: AF):
    defined = TABLE[Semantics(semantics)].definition(graph)
    # Seven arguments are never wider than six.
    found = swept(whole(graph), semantics, Deadline())
    assert found == len(defined)


@SWEPT
@pytest.mark.parametrize("text", CORNER_CASES.values(), ids=CORNER_CASES)
def test_corner_cases_are_counted(semantics: str, text: str):
    defined = TABLE[Semantics(semantics)].definition(af(text))
    assert swept(whole(af(text)), semantics, Deadline()) == len(defined)


@SWEPT
def test_one_long_component_is_counted_without_being_listed(semantics: str):
    for rungs in (2, 3, 4):
        defined = TABLE[Semantics(semantics)].definition(ladder(rungs))
        assert swept(whole(ladder(rungs)), semantics, Deadline()) == len(defined)
    assert count(ladder(60), semantics) == swept(whole(ladder(60)), semantics, Deadline())


def test_a_path_has_fibonacci_many_conflict_free_sets():
    path = AF.parse("->".join(f"x{i}" for i in range(100)))
    before, now = 1, 2
    for _ in range(99):
        before, now = now, before + now
    assert count(path, "conflict-free") == now > 10**20


@given(graph=graphs(), width=st.integers(0, 8))
def test_an_elimination_leaves_open_who_is_still_to_come(graph: AF, width: int):
    steps = elimination(whole(graph), width)
    if steps is None:
        assert width < len(graph) - 1
        return
    assert sorted(step.argument for step in steps) == list(range(len(graph)))
    slots = slots_of(steps)
    place = {step.argument: number for number, step in enumerate(steps)}
    near = set(zip(graph.sources, graph.targets, strict=True))
    for number, (argument, left) in enumerate(steps):
        assert len(left) <= width
        assert all(place[other] > number for other in left)
        assert len({slots[i] for i in (argument, *left)}) == 1 + len(left)
        later = {i for pair in near if argument in pair for i in pair if place[i] > number}
        assert later <= left


def test_who_has_got_more_neighbours_waits_for_another_turn():
    """Every x has three neighbours and keeps them; every y has four once an x is taken out."""
    graph = af(" ".join(f"{x}->{y}" for x in ("x0", "x1", "x2") for y in ("y0", "y1", "y2")))
    steps = elimination(whole(graph), 3)
    assert steps is not None
    assert max(len(step.left) for step in steps) == 3
    assert elimination(whole(graph), 2) is None


@given(graphs())
def test_odd_cycles_are_those_of_networkx(graph: AF):
    from networkx import simple_cycles

    odd = any(len(cycle) % 2 for cycle in simple_cycles(graph.to_networkx()))
    assert has_odd_cycle(whole(graph)) == odd


@given(graphs())
def test_without_odd_cycles_preferred_is_stable(graph: AF):
    if not has_odd_cycle(whole(graph)):
        assert preferred(graph) == stable(graph)


def choice(size: int) -> AF:
    """Arguments of which each two attack one another."""
    ids = [f"x{i}" for i in range(size)]
    return AF.of(ids, [(a, b) for a in ids for b in ids if a != b])


@SWEPT
def test_what_is_too_wide_is_counted_otherwise(semantics: str):
    size = WIDTH[semantics] + 2
    assert swept(whole(choice(size)), semantics, Deadline()) is None
    empty = semantics not in ("naive", "preferred", "stable")
    assert Solver(choice(size), semantics, Deadline()).count() == size + empty


@pytest.mark.parametrize("semantics", ["semi-stable", "stage"])
@pytest.mark.parametrize("beyond", [0, 2])
def test_those_of_maximal_range_are_the_stable_ones_however_wide(semantics: str, beyond: int):
    size = WIDTH["stable"] + beyond
    assert Solver(choice(size), semantics, Deadline()).count() == size


def test_a_sweep_ends_with_its_time():
    with pytest.raises(OutOfBudget):
        swept(whole(ladder(10)), "complete", Deadline(time.monotonic() - 1))
