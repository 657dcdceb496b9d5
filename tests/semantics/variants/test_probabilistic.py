import time
from fractions import Fraction
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.errors import ArgueError, OutOfBudget, UnknownId
from argue.model.af import AF
from argue.model.patience import working_until
from argue.semantics import Mode, Semantics, accepted
from argue.semantics.variants import probabilistic
from argue.semantics.variants.branching import DIRECTIONAL
from argue.semantics.variants.probabilistic import (
    ProbabilisticAF,
    Sampling,
    acceptance_probability,
)
from tests.strategies import af, graphs

HALF = Fraction(1, 2)


@given(graph=graphs(max_size=4), data=st.data())
def test_the_cases_sum_to_one_and_certainty_changes_nothing(graph: AF, data: st.DataObject):
    chance = st.fractions(0, 1, max_denominator=5)
    some = st.sampled_from(graph.arguments) if len(graph) else st.nothing()
    arguments = data.draw(st.dictionaries(some, chance, max_size=3)) if len(graph) else {}
    worlds = list(ProbabilisticAF.of(graph, arguments).worlds())
    assert sum(weight for _, weight in worlds) == 1
    certain = ProbabilisticAF.of(graph, dict.fromkeys(arguments, Fraction(1)))
    assert list(certain.worlds()) == [(graph, Fraction(1))]


def test_an_attack_that_may_not_be_there():
    graph = ProbabilisticAF.of(af("a->b"), {"a": Fraction(1, 3)}, {("a", "b"): HALF})
    assert acceptance_probability(graph, "grounded", "b").value == Fraction(5, 6)
    assert acceptance_probability(graph, "grounded", "a").value == Fraction(1, 3)
    assert acceptance_probability(graph, "grounded", "b").error == 0


@given(graph=graphs(max_size=4), data=st.data())
def test_deciding_only_what_matters_gives_the_sum_over_all_cases(graph: AF, data: st.DataObject):
    chance = st.fractions(0, 1, max_denominator=4)
    nodes = st.sampled_from(graph.arguments) if len(graph) else st.nothing()
    edges = st.sampled_from(graph.attacks) if graph.attacks else st.nothing()
    arguments = data.draw(st.dictionaries(nodes, chance, max_size=3)) if len(graph) else {}
    attacks = data.draw(st.dictionaries(edges, chance, max_size=3)) if graph.attacks else {}
    uncertain = ProbabilisticAF.of(graph, arguments, attacks)
    semantics = data.draw(st.sampled_from(sorted(DIRECTIONAL)))
    mode = data.draw(st.sampled_from(Mode))
    for argument in graph.arguments:
        expected = sum(
            weight
            for world, weight in uncertain.worlds()
            if argument in world and accepted(world, semantics, argument, mode)
        )
        assert acceptance_probability(uncertain, semantics, argument, mode).value == expected


def test_what_is_never_there_releases_nobody():
    """The attack of v on r does not count, as v is not there; r still has w against it."""
    graph = ProbabilisticAF.of(af("s->v v->r w->r r->t"), {"v": Fraction(0), "w": HALF})
    assert acceptance_probability(graph, "grounded", "t").value == HALF
    assert acceptance_probability(graph, "grounded", "r").value == HALF
    assert acceptance_probability(graph, "grounded", "v").value == 0


@pytest.mark.parametrize(
    ("text", "never"), [("s->v v->r w->r r->t", ("v", "r")), ("s->v u->v v->r w->r r->t", None)]
)
def test_an_attacker_that_is_surely_out_leaves_the_others(text: str, never: tuple[str, str] | None):
    """However often v is beaten, and whether or not it attacks r: r has w against it."""
    attacks = {} if never is None else {never: Fraction(0)}
    graph = ProbabilisticAF.of(af(text), {"w": HALF}, attacks)
    for argument in "rt":
        assert acceptance_probability(graph, "grounded", argument).value == HALF


def test_an_attack_that_is_never_there_beats_nobody():
    graph = ProbabilisticAF.of(af("s->v v->t"), attacks={("s", "v"): Fraction(0)})
    assert acceptance_probability(graph, "grounded", "v").value == 1
    assert acceptance_probability(graph, "grounded", "t").value == 0


def test_what_leads_round_in_a_circle_is_met_once():
    graph = ProbabilisticAF.of(af("a->b b<->c c->d"), {"a": HALF})
    values = [acceptance_probability(graph, "grounded", argument).value for argument in "abcd"]
    assert values == [HALF, 0, HALF, 0]


def test_twenty_uncertain_attacks_in_a_row():
    ids = [f"x{i}" for i in range(21)]
    row = AF.of(ids, pairwise(ids))
    graph = ProbabilisticAF.of(row, attacks=dict.fromkeys(row.attacks, HALF))
    expected = Fraction(1)
    for _ in row.attacks:
        # An argument is in if it is not attacked, or if what attacks it is not in.
        expected = HALF + HALF * (1 - expected)
    assert acceptance_probability(graph, "preferred", "x20").value == expected


@pytest.mark.parametrize("semantics", sorted(set(Semantics) - DIRECTIONAL))
def test_what_leads_nowhere_counts_under_a_semantics_that_is_not_directional(
    semantics: Semantics,
):
    chances = {"b": Fraction(1, 4), "d": HALF}
    uncertain = ProbabilisticAF.of(af("a b->b b->c c<->d"), chances)
    for argument, mode in product("abcd", Mode):
        expected = sum(
            weight
            for world, weight in uncertain.worlds()
            if argument in world and accepted(world, semantics, argument, mode)
        )
        assert acceptance_probability(uncertain, semantics, argument, mode).value == expected


def test_a_self_attacker_that_may_not_be_there_leaves_a_stable_extension_where_it_is_not():
    graph = ProbabilisticAF.of(af("a b->b"), {"b": Fraction(1, 4)})
    assert acceptance_probability(graph, "stable", "a").value == Fraction(3, 4)
    assert acceptance_probability(graph, "semi-stable", "a").value == 1


def test_credulous_and_sceptical_acceptance_differ():
    graph = ProbabilisticAF.of(af("a<->b"), {"b": HALF})
    assert acceptance_probability(graph, "preferred", "a").value == 1
    assert acceptance_probability(graph, "preferred", "a", "sceptical").value == HALF


@pytest.mark.parametrize("chance", [HALF, Fraction(1, 5), Fraction(9, 10)])
def test_beyond_the_exact_size_the_error_holds_the_truth(chance: Fraction):
    ids = [f"x{i}" for i in range(30)]
    graph = ProbabilisticAF.of(
        AF.of([*ids, "y"], [("x0", "y"), ("x1", "y")]), dict.fromkeys(ids, chance)
    )
    found = acceptance_probability(graph, "grounded", "y", sampling=Sampling(2000, seed=7))
    assert found.samples == 2000
    # Hoeffding: the root of ln(2 / 0.05) / (2 · 2000).
    assert found.error == pytest.approx(0.030368, abs=1e-6)
    assert abs(found.value - (1 - chance) ** 2) <= found.error
    again = acceptance_probability(graph, "grounded", "y", sampling=Sampling(2000, seed=7))
    assert again == found


def test_what_is_no_probability_is_an_error():
    for number in (Fraction(3, 2), Fraction(-1, 2)):
        with pytest.raises(ArgueError, match="give 0 to 1"):
            ProbabilisticAF.of(af("a"), {"a": number})
        with pytest.raises(ArgueError, match="give 0 to 1"):
            ProbabilisticAF.of(af("a->b"), attacks={("a", "b"): number})
    with pytest.raises(UnknownId):
        ProbabilisticAF.of(af("a"), {"z": HALF})
    with pytest.raises(UnknownId):
        acceptance_probability(ProbabilisticAF.of(af("a")), "grounded", "z")


@pytest.mark.parametrize("most", [20, 0])
def test_the_cases_are_gone_through_as_long_as_there_is_time(
    monkeypatch: pytest.MonkeyPatch, most: int
):
    monkeypatch.setattr(probabilistic, "MAX_UNCERTAIN", most)
    graph = ProbabilisticAF.of(af("a->b"), {"a": HALF})
    with working_until(time.monotonic() - 1), pytest.raises(OutOfBudget):
        acceptance_probability(graph, "grounded", "b", sampling=Sampling(200))
    with working_until(time.monotonic() + 1000):
        found = acceptance_probability(graph, "grounded", "b", sampling=Sampling(200))
    assert abs(found.value - HALF) <= found.error


@pytest.mark.parametrize(("most", "samples"), [(4, 0), (3, 0), (2, 50), (1, 50)])
def test_uncertain_arguments_and_attacks_together_decide_whether_samples_are_drawn(
    monkeypatch: pytest.MonkeyPatch, most: int, samples: int
):
    monkeypatch.setattr(probabilistic, "MAX_UNCERTAIN", most)
    chances = {("a", "b"): HALF, ("b", "c"): HALF}
    graph = ProbabilisticAF.of(af("a->b b->c"), {"a": HALF}, chances)
    found = acceptance_probability(graph, "grounded", "c", sampling=Sampling(50, seed=1))
    assert found.samples == samples
