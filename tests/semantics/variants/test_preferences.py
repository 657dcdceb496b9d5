from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.errors import ArgueError, LimitExceeded, UnknownId
from argue.model.af import AF
from argue.semantics import extensions
from argue.semantics.definitions import is_conflict_free
from argue.semantics.variants import preferences
from argue.semantics.variants.preferences import (
    Reduction,
    defeats,
    for_audience,
    objectively_accepted,
    subjectively_accepted,
)
from tests.strategies import af, graphs


@pytest.mark.parametrize(
    ("reduction", "one_way", "mutual"),
    [("fails", "a b", "b->a"), ("reversed", "b->a", "b->a"),
     ("kept", "a->b", "b->a"), ("both", "a<->b", "b->a")],
)  # fmt: skip
def test_four_readings_of_an_attack_on_a_preferred_argument(
    reduction: str, one_way: str, mutual: str
):
    assert defeats(af("a->b"), [("b", "a")], reduction) == af(one_way)
    assert defeats(af("a<->b"), [("b", "a")], reduction) == af(mutual)
    assert defeats(af("a->b"), [("a", "b")], reduction) == af("a->b")
    assert defeats(af("a->b"), [], reduction) == af("a->b")


@st.composite
def preferred(draw: st.DrawFn, graph: AF) -> list[tuple[str, str]]:
    if len(graph) < 2:
        return []
    pair = st.lists(st.sampled_from(graph.arguments), min_size=2, max_size=2, unique=True)
    return [(min(p), max(p)) for p in draw(st.lists(pair, max_size=5))]


@given(graph=graphs(max_size=6), data=st.data())
def test_the_four_readings_are_as_they_are_defined(graph: AF, data: st.DataObject):
    """Source: [Kaci18]. A pair is of an attacker and what it attacks."""
    pairs = [(a, b) for a, b in combinations(graph.arguments, 2) if data.draw(st.booleans())]
    better = {(a, b) for a, b in product(graph.arguments, repeat=2) if leads(pairs, a, b)}
    given = set(graph.attacks)
    won = {(a, b) for a, b in given if (b, a) not in better}
    turned = {(b, a) for a, b in given if (b, a) not in given and (b, a) in better}
    one_way = {(a, b) for a, b in given if (b, a) not in given}
    defined = {
        Reduction.FAILS: won,
        Reduction.REVERSED: won | turned,
        Reduction.KEPT: won | one_way,
        Reduction.BOTH: won | turned | one_way,
    }
    for reduction in Reduction:
        assert set(defeats(graph, pairs, reduction).attacks) == defined[reduction]


def leads(pairs: list[tuple[str, str]], top: str, bottom: str) -> bool:
    below = {worse for better, worse in pairs if better == top}
    return bottom in below or any(leads(pairs, argument, bottom) for argument in below)


@given(graph=graphs(max_size=6), data=st.data())
def test_all_but_the_first_reading_keep_conflicts(graph: AF, data: st.DataObject):
    pairs = data.draw(preferred(graph))
    for reduction in Reduction:
        if reduction is Reduction.FAILS:
            continue
        for members in extensions(defeats(graph, pairs, reduction), "preferred"):
            assert is_conflict_free(graph, members)


@given(graph=graphs(max_size=6), data=st.data())
def test_values_are_preferences_between_their_arguments(graph: AF, data: st.DataObject):
    values = {a: data.draw(st.sampled_from("uvw")) for a in graph.arguments}
    order = data.draw(st.permutations("uvw"))
    pairs = [
        (a, b)
        for a in graph.arguments
        for b in graph.arguments
        if order.index(values[a]) < order.index(values[b])
    ]
    assert for_audience(graph, values, order) == defeats(graph, pairs, "fails")


def test_preference_is_transitive_and_never_of_a_thing_to_itself():
    assert defeats(af("c->a b"), [("a", "b"), ("b", "c")]) == af("c a b")
    with pytest.raises(ArgueError, match="preferred to itself"):
        defeats(af("a->b"), [("a", "b"), ("b", "a")])
    for stranger in (("a", "z"), ("z", "a")):
        with pytest.raises(UnknownId, match="'z'"):
            defeats(af("a->b"), [stranger])
    with pytest.raises(UnknownId, match="reduction"):
        defeats(af("a->b"), [], "fifth")


def test_an_audience_decides_which_attacks_succeed():
    graph = af("c->a b->c d->b")
    values = {"a": "life", "b": "life", "c": "property", "d": "life"}
    assert subjectively_accepted(graph, values, "a")
    assert not objectively_accepted(graph, values, "b")
    assert objectively_accepted(graph, values, "d")
    assert subjectively_accepted(graph, values, "c")
    with pytest.raises(UnknownId, match="value"):
        for_audience(graph, values, ["life"])


def test_who_has_no_value_is_neither_above_nor_below():
    graph = af("a<->b b<->c")
    assert for_audience(graph, {"a": "life", "c": "property"}, ["life", "property"]) == graph
    assert for_audience(graph, {"a": "life", "b": "property"}, ["life", "property"]) == (
        af("a->b b<->c")
    )
    with pytest.raises(UnknownId, match="'z'"):
        for_audience(graph, {"z": "life"}, ["life"])


def test_too_many_values_are_refused():
    graph = af("a b c d e f g h")
    with pytest.raises(LimitExceeded):
        objectively_accepted(graph, {name: f"value {name}" for name in "abcdefgh"}, "a")


def test_so_many_values_may_be_ranked_and_no_more(monkeypatch: pytest.MonkeyPatch):
    graph, values = af("a->b"), {"a": "life", "b": "property"}
    monkeypatch.setattr(preferences, "MAX_VALUES", 2)
    assert subjectively_accepted(graph, values, "b")
    monkeypatch.setattr(preferences, "MAX_VALUES", 1)
    with pytest.raises(LimitExceeded, match="2 values; audiences of at most 1 can be tried"):
        subjectively_accepted(graph, values, "b")


def test_what_some_audience_accepts_another_may_not():
    graph, values = af("a->b"), {"a": "life", "b": "property"}
    assert for_audience(graph, values, ["property", "life"]) == af("a b")
    assert for_audience(graph, values, ["life", "property"]) == graph
    assert subjectively_accepted(graph, values, "b")
    assert not objectively_accepted(graph, values, "b")
    assert objectively_accepted(graph, values, "a")
