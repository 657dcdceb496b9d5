"""The data of a rule base: contraries, preferences, and the words of rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.errors import ArgueError
from argue.model.case import Literal
from argue.model.rules import (
    Comparison,
    Premise,
    PremiseKind,
    Principle,
    Rebut,
    Rule,
    RuleBase,
    all_preferences,
    conflict_in,
    negated,
)

A, B = Literal("a"), Literal("b")


def test_negation_is_its_own_inverse_and_contradictory_both_ways():
    assert negated(negated(A)) == A
    assert str(negated(A)) == "not a"
    base = RuleBase()
    assert base.contraries_of(A) == base.contradictories_of(A) == {negated(A)}
    assert A in base.contraries_of(negated(A))


def test_a_contrary_attacks_one_way_and_a_contradictory_both():
    one_way = RuleBase(contraries=frozenset({(B, A)}))
    assert one_way.contraries_of(A) == {negated(A), B}
    assert one_way.contradictories_of(A) == {negated(A)}
    assert one_way.contraries_of(B) == {negated(B)}
    both = RuleBase(contraries=frozenset({(B, A), (A, B)}))
    assert both.contradictories_of(A) == {negated(A), B}


def test_a_conflict_is_named_attacker_first():
    assert conflict_in(RuleBase(), [A, B]) is None
    assert conflict_in(RuleBase(contraries=frozenset({(B, A)})), [A, B]) == (B, A)


def test_of_several_conflicts_the_first_by_name_is_told():
    c = Literal("c")
    base = RuleBase(contraries=frozenset({(c, B), (c, A), (B, A), (A, c)}))
    assert conflict_in(base, [c, B, A]) == (B, A)
    assert conflict_in(base, [c, B]) == (c, B)
    assert conflict_in(base, [A, negated(A)]) == (negated(A), A)


def test_only_an_axiom_is_beyond_attack():
    assert Premise("p", A).kind is PremiseKind.ORDINARY
    fallible = {kind: Premise("p", A, kind).fallible for kind in PremiseKind}
    assert [kind for kind, attacked in fallible.items() if not attacked] == [PremiseKind.AXIOM]


def test_rules_are_defeasible_and_compared_by_their_last_links_unless_said_otherwise():
    assert not Rule("d1", (A,), B).strict
    base = RuleBase()
    assert base.transposition
    assert (base.principle, base.comparison, base.rebut) == (
        Principle.LAST_LINK,
        Comparison.ELITIST,
        Rebut.RESTRICTED,
    )


def test_every_statement_of_a_base_is_listed_once_in_order():
    base = RuleBase(
        premises=(Premise("p", B),),
        rules=(Rule("d1", (A, negated(B)), B),),
        contraries=frozenset({(Literal("c"), A)}),
    )
    assert base.literals() == (B, A, negated(B), Literal("c"))


def test_rules_read_as_they_are_written():
    assert str(Rule("d1", (A, negated(B)), B)) == "a, not b => b"
    assert str(Rule("s1", (), B, strict=True)) == "-> b"
    assert Rule("d1", (A,), B).name == Literal("d1")


PAIRS = st.lists(st.tuples(*[st.sampled_from("abcde")] * 2), max_size=8)


@given(PAIRS)
def test_preferences_are_transitive_and_irreflexive_or_refused(pairs):
    try:
        found = all_preferences(pairs)
    except ArgueError as error:
        ends = str(error).removeprefix("preferences form a cycle: ").split(";")[0].split(" > ")
        assert ends[0] == ends[-1]
        assert all(step in pairs for step in zip(ends, ends[1:], strict=False))
        return
    assert set(pairs) <= found
    assert all(high != low for high, low in found)
    assert all((a, d) in found for a, b in found for c, d in found if b == c)


def test_a_cycle_is_named_as_it_runs():
    with pytest.raises(ArgueError, match="cycle: a > b > c > a; leave one of them out"):
        all_preferences([("x", "a"), ("a", "b"), ("b", "d"), ("b", "c"), ("c", "a")])


def test_a_preference_over_itself_is_a_cycle():
    with pytest.raises(ArgueError, match="a > a"):
        all_preferences([("a", "a")])
