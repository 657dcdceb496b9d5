"""What the benchmarks measure is what they say it is."""

from argue.asp.program import Deadline
from argue.semantics.solving import Solver
from tests.benchmarks.drawn import drawn
from tests.benchmarks.graphs import many_preferred


def test_counting_what_nobody_could_list():
    assert Solver(many_preferred(), "preferred", Deadline()).count() == 110_592


def test_drawn_graphs_depend_on_the_seed_alone():
    assert dict(drawn((30,), 5)) == dict(drawn((30,), 5))
    assert dict(drawn((30,), 5)) != dict(drawn((30,), 6))
