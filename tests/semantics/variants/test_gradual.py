from itertools import pairwise

import pytest
from hypothesis import given

from argue.model.af import AF
from argue.semantics.variants.gradual import (
    discussion_counts,
    discussion_ranking,
    h_categoriser,
    max_based,
)
from tests.strategies import af, graphs


@given(graphs())
def test_strengths_solve_their_equations(graph: AF):
    for strengths, gathered in ((h_categoriser(graph), sum), (max_based(graph), max)):
        for argument in graph.arguments:
            against = [strengths[attacker] for attacker in graph.attackers_of(argument)]
            expected = 1 / (1 + (gathered(against) if against else 0))
            assert strengths[argument] == pytest.approx(expected, abs=1e-9)


def test_a_chain_and_a_self_attacker():
    strengths = h_categoriser(af("a->b->c d->d"))
    assert strengths["a"] == pytest.approx(1)
    assert strengths["b"] == pytest.approx(1 / 2)
    assert strengths["c"] == pytest.approx(2 / 3)
    assert strengths["d"] == pytest.approx((5**0.5 - 1) / 2)


def test_only_the_sum_counts_how_many_attack():
    graph = af("a->x b->x c->y")
    assert h_categoriser(graph)["x"] < h_categoriser(graph)["y"]
    assert max_based(graph)["x"] == pytest.approx(max_based(graph)["y"])


def walks(graph: AF, argument: str, length: int) -> int:
    ends = [argument]
    for _ in range(length):
        ends = [attacker for end in ends for attacker in graph.attackers_of(end)]
    return len(ends)


@given(graphs(max_size=4))
def test_discussion_counts_are_numbers_of_chains(graph: AF):
    for argument in graph.arguments:
        counts = discussion_counts(graph, argument, 4)
        assert [abs(n) for n in counts] == [walks(graph, argument, k) for k in (1, 2, 3, 4)]
        assert counts[0] >= 0 >= counts[1]


@given(graphs(max_size=5))
def test_the_ranking_is_by_counts_which_longer_chains_do_not_tell_apart(graph: AF):
    ranks = discussion_ranking(graph)
    assert sorted(a for rank in ranks for a in rank) == sorted(graph.arguments)
    long = 4 * len(graph)
    for rank in ranks:
        assert len({discussion_counts(graph, a, long) for a in rank}) == 1
    for better, worse in pairwise(ranks):
        first, second = (discussion_counts(graph, min(rank), long) for rank in (better, worse))
        assert first < second


def test_the_unattacked_rank_first():
    assert discussion_ranking(af("a->b->c")) == ({"a"}, {"c"}, {"b"})


def test_on_a_chain_no_two_are_alike_however_far_from_its_end_they_differ():
    """The last two differ only in the one chain that is as long as all arguments allow."""
    ranks = discussion_ranking(af("a->b->c->d->e->f"))
    assert ranks == ({"a"}, {"c"}, {"e"}, {"f"}, {"d"}, {"b"})
