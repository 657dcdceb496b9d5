import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.errors import UnknownId
from argue.model.af import AF
from argue.semantics import extensions
from argue.semantics.variants.bipolar import flatten
from tests.strategies import af, graphs


@given(graph=graphs(max_size=6), data=st.data())
def test_complete_extensions_are_closed_under_support(graph: AF, data: st.DataObject):
    if not len(graph):
        return
    ends = st.sampled_from(graph.arguments)
    supports = data.draw(st.lists(st.tuples(ends, ends), max_size=5))
    for kind in ("deductive", "necessary"):
        flat = flatten(graph, supports, kind)
        assert set(graph.attacks) <= set(flat.attacks)
        for members in extensions(flat, "complete"):
            for supporter, supported in supports:
                cause, effect = (
                    (supporter, supported) if kind == "deductive" else (supported, supporter)
                )
                assert cause not in members or effect in members


def test_without_support_nothing_is_added():
    assert flatten(af("a->b"), []) == af("a->b")


def test_deductive_support_hands_attacks_on_both_ways():
    assert flatten(af("b->c d->b a"), [("a", "b")]) == af("b->c d->b d->a a->c")


def test_necessary_support_hands_attacks_to_what_needs_it():
    assert flatten(af("d->a b"), [("a", "b")], "necessary") == af("d->a d->b")


def test_support_reaches_through_others():
    assert ("a", "d") in flatten(af("c->d a b"), [("a", "b"), ("b", "c")]).attacks


def test_strangers_and_other_kinds_are_errors():
    with pytest.raises(UnknownId):
        flatten(af("a->b"), [("a", "z")])
    for kind in ("deductive", "necessary"):
        for stranger in (("z", "a"), ("a", "z")):
            with pytest.raises(UnknownId, match="'z'"):
                flatten(af("a b"), [stranger], kind)
    with pytest.raises(UnknownId, match="deductive, necessary"):
        flatten(af("a->b"), [], "evidential")
