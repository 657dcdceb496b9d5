"""Rules with exceptions from examples: known answers, noise, and a search of its own."""

from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argue.errors import LimitExceeded
from argue.model.study import Example
from argue.norms.rules import Learnt, Theory, learn

LABELLED = {
    "harm": True,
    "harm consent": False,
    "universal_collapse": True,
    "universal_collapse need": False,
    "": False,
    "harm need": True,
    "universal_collapse consent": True,
    "need": False,
}


def examples(labels: dict[str, bool]) -> list[Example]:
    return [
        Example(f"e{i}", frozenset(text.split()), forbidden)
        for i, (text, forbidden) in enumerate(labels.items())
    ]


def test_default_and_exception_are_found_as_in_the_literature():
    found = learn(examples(LABELLED))
    rules = (Learnt(("harm",), ("consent",)), Learnt(("universal_collapse",), ("need",)))
    assert found.found == (Theory(rules, ()),)
    assert found.cost == 4


def test_a_mistaken_example_is_left_unexplained():
    mistaken = Example("wrong", frozenset({"harm"}), False)
    found = learn([*examples(LABELLED), mistaken], price=3)
    assert [theory.missed for theory in found.found if len(theory.rules) == 2][0] == ("wrong",)


def test_without_anything_forbidden_there_is_no_rule():
    assert learn(examples({"harm": False})).found == (Theory((), ()),)


@st.composite
def drawn(draw: st.DrawFn) -> list[Example]:
    sets = [frozenset(s) for n in range(4) for s in combinations("abc", n)]
    some = draw(st.lists(st.sampled_from(sets), min_size=1, max_size=5))
    return [Example(f"e{i}", s, draw(st.booleans())) for i, s in enumerate(some)]


def cheapest(some: list[Example], price: int) -> int:
    """The least cost, by trying all sets of at most two rules over three features."""
    signs = [s for s in product((1, 0, -1), repeat=3) if 1 in s]
    best = price * sum(example.forbidden for example in some)
    for rules in [(r,) for r in signs] + list(combinations(signs, 2)):
        size = sum(map(abs, (x for rule in rules for x in rule)))
        missed = sum(
            any(
                all((f in ex.features) is (s > 0) for f, s in zip("abc", r, strict=True) if s)
                for r in rules
            )
            is not ex.forbidden
            for ex in some
        )
        best = min(best, size + price * missed)
    return best


@settings(max_examples=15, deadline=None)
@given(drawn())
def test_no_theory_is_cheaper(some: list[Example]):
    assert learn(some).cost == cheapest(some, 2)


def test_too_many_features_are_refused():
    with pytest.raises(LimitExceeded, match="21 features"):
        learn([Example("e", frozenset(f"f{i}" for i in range(21)), True)])
