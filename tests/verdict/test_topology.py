"""What a circle of options leaves: what could be permitted together, and what is on top."""

from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.model.af import AF
from argue.semantics.definitions import is_admissible
from argue.verdict.topology import defensible, top_cycle

Pairs = frozenset[tuple[str, str]]


def relations(size: int = 5) -> st.SearchStrategy[tuple[frozenset[str], Pairs]]:
    options = frozenset("abcde"[:size])
    each = sorted((a, b) for a in options for b in options if a < b)
    sides = st.lists(st.sampled_from("<>- "), min_size=len(each), max_size=len(each))

    def pairs(drawn: list[str]) -> Pairs:
        found: set[tuple[str, str]] = set()
        for (a, b), side in zip(each, drawn, strict=True):
            found |= {(a, b)} if side == ">" else {(b, a)} if side == "<" else set()
        return frozenset(found)

    return st.tuples(st.just(options), sides.map(pairs))


def subsets(options: frozenset[str]) -> list[frozenset[str]]:
    names = sorted(options)
    sizes = range(1, len(names) + 1)
    return [frozenset(s) for s in chain.from_iterable(combinations(names, n) for n in sizes)]


@given(relations(), st.frozensets(st.sampled_from("abcde")))
def test_undecided_options_are_defensible_if_some_of_them_are_admissible_alone(
    relation: tuple[frozenset[str], Pairs], undecided: frozenset[str]
):
    _, favoured = relation
    among = AF.of(sorted(undecided), [p for p in favoured if set(p) <= undecided])
    expected = any(is_admissible(among, chosen) for chosen in subsets(undecided))
    assert defensible(undecided, favoured) == expected


@given(relations())
def test_the_top_cycle_is_the_smallest_set_that_defeats_all_outsiders(
    relation: tuple[frozenset[str], Pairs],
):
    options, favoured = relation
    dominant = [
        inside
        for inside in subsets(options)
        if all((a, b) in favoured for a in inside for b in options - inside)
    ]
    assert top_cycle(options, favoured) == min(dominant, key=len)
    assert [len(inside) for inside in dominant].count(len(min(dominant, key=len))) == 1


@pytest.mark.parametrize(
    ("favoured", "top"),
    [
        ({"ab", "bc", "ca"}, "abcd"),
        ({"ab", "bc", "ca", "ad", "bd", "cd"}, "abc"),
        ({"ab", "bc", "ca", "ad", "bd"}, "abcd"),
        ({"ab", "ac", "ad"}, "a"),
        (set(), "abcd"),
    ],
)
def test_examples_of_top_cycles(favoured: set[str], top: str):
    pairs = frozenset((better, worse) for better, worse in favoured)
    assert top_cycle(frozenset("abcd"), pairs) == set(top)
