from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.errors import ArgueError, UnknownId
from argue.semantics import extensions
from argue.semantics.variants.collective import SETAF

Sets = set[frozenset[str]]


@st.composite
def setafs(draw: st.DrawFn) -> SETAF:
    ids = ["a", "b", "c", "d"][: draw(st.integers(1, 4))]
    sources = st.frozensets(st.sampled_from(ids), min_size=1, max_size=3)
    attacks = st.lists(st.tuples(sources, st.sampled_from(ids)), max_size=5)
    return SETAF.of(ids, draw(attacks))


def complete(graph: SETAF) -> Sets:
    sizes = range(len(graph.arguments) + 1)
    sets = chain.from_iterable(combinations(graph.arguments, size) for size in sizes)
    return {s for s in map(frozenset, sets) if graph.is_complete(s)}


def stable(graph: SETAF) -> Sets:
    def beaten(members: frozenset[str]) -> frozenset[str]:
        return frozenset(target for sources, target in graph.attacks if sources <= members)

    return {s for s in complete(graph) if s | beaten(s) == frozenset(graph.arguments)}


def flat(graph: SETAF, semantics: str) -> Sets:
    found = extensions(graph.flatten(), semantics)
    cut = {s & frozenset(graph.arguments) for s in found}
    assert len(cut) == len(found)
    return cut


@given(setafs())
def test_the_plain_graph_has_the_same_extensions(graph: SETAF):
    defined = complete(graph)
    assert flat(graph, "complete") == defined
    assert flat(graph, "preferred") == {s for s in defined if not any(s < t for t in defined)}
    assert flat(graph, "grounded") == {s for s in defined if all(s <= t for t in defined)}
    assert flat(graph, "stable") == stable(graph)


def test_only_together_do_they_attack():
    graph = SETAF.of("abc", [(["a", "b"], "c")])
    assert flat(graph, "grounded") == {frozenset("ab")}
    assert flat(SETAF.of("abcd", [(["a", "b"], "c"), ("d", "a")]), "grounded") == {frozenset("bcd")}


def test_what_is_no_setaf_is_an_error():
    with pytest.raises(UnknownId, match="'z'"):
        SETAF.of("ab", [(["a", "z"], "b")])
    with pytest.raises(ArgueError, match="nobody"):
        SETAF.of("ab", [([], "b")])
    with pytest.raises(ArgueError, match="rename"):
        SETAF.of(["a", "b", "not a"], [(["a", "b"], "a")]).flatten()
