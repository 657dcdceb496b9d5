"""A graph that changes is answered for as a fresh one would be."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.errors import ArgueError, OutOfBudget, UnknownId
from argue.model.af import AF
from argue.semantics import Semantics, accepted, count, extensions
from argue.semantics.session import GraphSession
from tests.strategies import af, graphs


def change(session: GraphSession, data: st.DataObject) -> None:
    """Some change that the graph as it is allows."""
    ids = session.af.arguments
    kinds = ["add argument", "become", *(["remove argument", "add attack"] if ids else [])]
    kind = data.draw(st.sampled_from([*kinds, *(["remove attack"] if session.af.attacks else [])]))
    if kind == "add argument":
        name = next(f"y{i}" for i in range(99) if f"y{i}" not in session.af)
        ends = [(name, other) for other in ids] + [(other, name) for other in (*ids, name)]
        session.add_argument(name, data.draw(st.lists(st.sampled_from(ends), max_size=3)))
    elif kind == "become":
        session.become(data.draw(graphs(max_size=6)))
    elif kind == "remove argument":
        session.remove_argument(data.draw(st.sampled_from(ids)))
    elif kind == "add attack":
        session.add_attack(data.draw(st.sampled_from(ids)), data.draw(st.sampled_from(ids)))
    else:
        session.remove_attack(*data.draw(st.sampled_from(session.af.attacks)))


@given(graph=graphs(max_size=6), data=st.data())
def test_after_every_change_answers_are_those_of_a_fresh_solver(graph: AF, data: st.DataObject):
    session = GraphSession(graph)
    for _ in range(4):
        for semantics in data.draw(st.lists(st.sampled_from(Semantics), min_size=1, max_size=3)):
            expected = extensions(session.af, semantics)
            assert session.extensions(semantics) == expected
            assert session.count(semantics) == count(session.af, semantics)
            for argument in session.af.arguments:
                for mode in ("credulous", "sceptical"):
                    fresh = accepted(session.af, semantics, argument, mode)
                    assert bool(session.accepted(semantics, argument, mode)) == bool(fresh)
            some = st.sampled_from([*session.af.arguments, "none"])
            assume = data.draw(st.dictionaries(some, st.booleans(), max_size=3))
            assume.pop("none", None)
            fits = [s for s in expected if all((a in s) == v for a, v in assume.items())]
            found = session.one(semantics, assume)
            assert found in fits if fits else found is None
        change(session, data)


def test_a_change_is_seen():
    session = GraphSession(af("a->b"))
    assert session.extensions("preferred") == (frozenset({"a"}),)
    session.add_attack("b", "a")
    assert session.count("preferred") == 2
    session.remove_attack("a", "b")
    assert session.extensions("preferred") == (frozenset({"b"}),)
    session.add_argument("c", [("c", "b")])
    assert session.one("grounded") == {"a", "c"}
    session.remove_argument("c")
    assert session.af == af("b->a")


def test_what_cannot_be_changed_is_an_error():
    session = GraphSession(af("a->b"))
    with pytest.raises(ArgueError, match="already"):
        session.add_argument("a")
    with pytest.raises(UnknownId):
        session.remove_argument("z")
    with pytest.raises(UnknownId, match="unknown attack 'a by b'"):
        session.remove_attack("b", "a")
    with pytest.raises(UnknownId):
        session.add_attack("a", "z")
    with pytest.raises(UnknownId):
        session.one("stable", {"z": True})
    with pytest.raises(UnknownId):
        session.count("prefered")
    assert session.af == af("a->b")


def test_the_deadline_can_be_moved():
    session = GraphSession(af("a<->b"), deadline=time.monotonic() - 1)
    with pytest.raises(OutOfBudget):
        session.count("preferred")
    session.deadline = None
    assert session.count("preferred") == 2


def test_every_kind_of_change_is_seen():
    session = GraphSession(af("a->b b->c"))
    assert session.one("preferred") == {"a", "c"}
    assert session.one("grounded") == {"a", "c"}
    assert session.one("grounded", {"b": True}) is None
    session.remove_attack("a", "b")
    assert session.af == af("a b->c")
    assert session.one("preferred") == {"a", "b"}
    session.remove_argument("b")
    assert session.af == af("a c")
    assert session.extensions("stable") == (frozenset({"a", "c"}),)
    session.add_argument("d", [("d", "a"), ("c", "d")])
    assert session.extensions("complete") == (frozenset({"a", "c"}),)
    session.add_attack("d", "c")
    assert set(session.extensions("preferred")) == {frozenset({"a", "c"}), frozenset({"d"})}
    assert session.one("preferred", {"d": True}) == {"d"}
    assert session.one("preferred", {"d": False, "a": False}) is None
