"""What reading, labelling, building and counting may cost, in seconds of processor time.

Each bar is three times what a two-core machine of 2024 needs, so that a busy one passes too.
"""

import random
import time
from collections.abc import Callable

import pytest

from argue.asp.program import Deadline
from argue.io.graphs import FORMATS, dump_af
from argue.model.af import AF
from argue.semantics.grounded import grounded_labels
from argue.semantics.solving import Solver, programs
from argue.semantics.solving.parts import whole
from tests.benchmarks.drawn import drawn, erdos_renyi
from tests.strategies import af

RUNS = 3


def cheapest(work: Callable[[], object]) -> float:
    times: list[float] = []
    for _ in range(RUNS):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return min(times)


@pytest.fixture(scope="module")
def sparse() -> AF:
    return erdos_renyi(50_000, random.Random(1), degree=6.68)


@pytest.mark.parametrize(("form", "bar"), [("i23", 1.0), ("apx", 1.7)])
def test_reading_and_labelling_a_third_of_a_million_attacks(form: str, bar: float, sparse: AF):
    data = dump_af(sparse, form).encode()
    assert cheapest(lambda: grounded_labels(FORMATS[form].load(data, "graph"))) < bar


def test_building_the_program_of_a_third_of_a_million_attacks(sparse: AF):
    part = whole(sparse)
    assert cheapest(lambda: programs.complete(part, Deadline())) < 3.0


def test_counting_what_nobody_could_list():
    choices = " ".join(f"a{i}<->b{i}" for i in range(12))
    threes = " ".join(f"c{i}<->d{i} d{i}<->e{i} c{i}<->e{i}" for i in range(3))
    graph = af(f"{choices} {threes}")
    assert Solver(graph, "preferred", Deadline()).count() == 110_592
    assert cheapest(lambda: Solver(graph, "preferred", Deadline()).count()) < 0.15


def test_drawn_graphs_depend_on_the_seed_alone():
    assert dict(drawn((30,), 5)) == dict(drawn((30,), 5))
    assert dict(drawn((30,), 5)) != dict(drawn((30,), 6))
