"""The rationality postulates, and what becomes of them when a condition is dropped."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from argue.construct.rules import (
    RuleSolution,
    check_axioms,
    closed_under_transposition,
    rule_base,
    solve_rules,
    strict_closure,
    unmet_conditions,
)
from argue.construct.rules.orderings import ordering_of
from argue.errors import ArgueError, LimitExceeded
from argue.model.case import Literal
from argue.model.rules import (
    Comparison,
    Premise,
    PremiseKind,
    Principle,
    Rebut,
    Rule,
    RuleBase,
    conflict_in,
)

ARGUMENTS = 150
LITERALS = [Literal(atom, holds) for atom in "pqrs" for holds in (True, False)]


@st.composite
def rule_bases(draw: st.DrawFn) -> RuleBase:
    """Bases that meet the conditions of the theorems: consistent axioms, transposition on."""
    literals = draw(st.lists(st.sampled_from(LITERALS), max_size=5, unique=True))
    kinds = st.sampled_from(PremiseKind)
    premises = tuple(Premise(str(literal), literal, draw(kinds)) for literal in literals)
    strict = tuple(draw(_rules(f"s{i}", strict=True)) for i in range(draw(st.integers(0, 3))))
    count = draw(st.integers(0, 4))
    undercut = [Literal(f"d{i}", False) for i in range(count)]
    defeasible = tuple(draw(_rules(f"d{i}", strict=False, also=undercut)) for i in range(count))
    contradictory = draw(st.lists(st.tuples(*[st.sampled_from(LITERALS)] * 2), max_size=2))
    base = RuleBase(
        premises=premises,
        rules=(*strict, *defeasible),
        contraries=frozenset(pair for a, b in contradictory if a != b for pair in ((a, b), (b, a))),
        preferences=(
            *draw(_preferences([p.id for p in premises if p.fallible])),
            *draw(_preferences([rule.id for rule in defeasible])),
        ),
        principle=draw(st.sampled_from(Principle)),
        comparison=draw(st.sampled_from(Comparison)),
    )
    try:
        check_axioms(base)
    except ArgueError:
        assume(False)
    return base


def _rules(name: str, *, strict: bool, also: list[Literal] | None = None) -> st.SearchStrategy:
    antecedents = st.lists(st.sampled_from(LITERALS), min_size=int(strict), max_size=2, unique=True)
    conclusions = st.sampled_from([*LITERALS, *(also or [])])
    return st.builds(
        lambda given, then: Rule(name, tuple(given), then, strict), antecedents, conclusions
    )


def _preferences(names: list[str]) -> st.SearchStrategy:
    """Any strict partial order: some of the pairs of a linear one."""
    return st.permutations(names).flatmap(
        lambda order: st.lists(
            st.sampled_from(
                [(a, b) for i, a in enumerate(order) for b in order[i + 1 :]] or [("", "")]
            ),
            unique=True,
        ).map(lambda pairs: tuple(pair for pair in pairs if pair[0]))
    )


def solved(base: RuleBase, semantics: str) -> RuleSolution:
    try:
        return solve_rules(base, semantics, limit=ARGUMENTS)
    except LimitExceeded:
        assume(False)
        raise


@pytest.mark.parametrize("semantics", ["grounded", "complete"])
@given(base=rule_bases())
def test_extensions_are_closed_and_consistent_where_the_conditions_hold(semantics, base):
    assert unmet_conditions(base) == ()
    solution = solved(base, semantics)
    whole = solution.graph.base
    for extension in solution.extensions:
        for id_ in extension:
            assert solution.graph.derivation(id_).parts <= extension
        held = solution.held_in(extension)
        closure = strict_closure(whole, held)
        assert closure == held
        assert conflict_in(whole, closure) is None


WEDDING = {
    "axioms": ["wears_ring", "goes_out"],
    "strict": ["s1: married -> has_wife", "s2: bachelor -> not has_wife"],
    "defeasible": ["d1: wears_ring => married", "d2: goes_out => bachelor"],
}
"""The married bachelor. Source: [CaminadaAmgoud07]."""

TANDEM = {
    "defeasible": ["a: => anna_rides", "b: => bo_rides", "c: => cleo_rides"],
    "strict": ["s: anna_rides, bo_rides -> not cleo_rides"],
}
"""Three want to ride a tandem that carries two."""


def conclusions(solution: RuleSolution) -> list[set[str]]:
    return [{str(each) for each in solution.held_in(e)} for e in solution.extensions]


def test_without_transposition_the_married_bachelor_is_accepted():
    base = rule_base({**WEDDING, "transposition": False})
    assert unmet_conditions(base) == ("the strict rules are not closed under transposition",)
    (held,) = conclusions(solve_rules(base, "grounded"))
    assert {"married", "bachelor", "has_wife", "not has_wife"} <= held


def test_with_transposition_nobody_is_a_married_bachelor():
    base = rule_base(WEDDING)
    assert unmet_conditions(base) == ()
    assert conclusions(solve_rules(base, "grounded")) == [{"wears_ring", "goes_out"}]
    first, second = conclusions(solve_rules(base, "preferred"))
    assert {"married", "has_wife", "not bachelor"} <= first
    assert {"bachelor", "not has_wife", "not married"} <= second


def test_under_unrestricted_rebut_all_three_ride_the_tandem_for_two():
    base = rule_base({**TANDEM, "rebut": "unrestricted"})
    assert unmet_conditions(base) == ("conclusions of strict rules can be rebutted",)
    solution = solve_rules(base, "preferred")
    assert {"anna_rides", "bo_rides", "cleo_rides"} in conclusions(solution)
    restricted = solve_rules(replace(base, rebut=Rebut.RESTRICTED), "preferred")
    assert len(restricted.extensions) == 3
    for held in conclusions(restricted):
        assert len({"anna_rides", "bo_rides", "cleo_rides"} & held) == 2


def test_a_one_way_contrary_of_a_strict_conclusion_breaks_consistency():
    base = rule_base(
        {
            "defeasible": ["d1: => pays", "d2: => exempt"],
            "strict": ["s1: pays -> owes"],
            "contraries": {"owes": ["exempt"]},
        }
    )
    (unmet,) = unmet_conditions(base)
    assert '"exempt" attacks "owes" one way' in unmet
    (held,) = conclusions(solve_rules(base, "grounded"))
    assert {"owes", "exempt"} <= held


def test_a_transposition_concludes_a_negation_but_never_another_contradictory():
    base = rule_base(
        {"strict": ["s: red -> warm"], "contraries": [["red", "green"], ["warm", "icy"]]}
    )
    added = closed_under_transposition(base).rules[1:]
    expected = {"not warm -> not red", "icy -> not red", "red -> not icy"}
    assert {str(rule) for rule in added} == expected
    assert all(rule.origin == "s" and rule.id.startswith("s~") for rule in added)


@given(base=rule_bases())
def test_transposition_is_a_closure(base):
    closed = closed_under_transposition(base)
    assert closed_under_transposition(closed) == closed
    assert set(base.rules) <= set(closed.rules)
    assert len({rule.id for rule in closed.rules}) == len(closed.rules)


@given(base=rule_bases())
def test_every_argument_is_well_formed_and_none_is_circular(base):
    graph = solved(base, "grounded").graph
    for each in graph.derivations:
        direct = [graph.derivation(id_) for id_ in each.subarguments]
        assert each.parts == {each.id}.union(*(part.parts for part in direct))
        if each.rule is not None:
            assert tuple(part.conclusion for part in direct) == each.rule.antecedents
            assert all(each.conclusion not in part.conclusions for part in direct)
    assert len(graph.by_id) == len(graph.derivations)


def _trees(base: RuleBase, literal: Literal, above: frozenset[Literal]) -> list[str]:
    """Every argument for a statement, top-down: none may repeat what stands above it."""
    if literal in above:
        return []
    found = [premise.id for premise in base.premises if premise.literal == literal]
    for rule in base.rules:
        if rule.conclusion == literal:
            below = [_trees(base, each, above | {literal}) for each in rule.antecedents]
            found += [f"{rule.id}({', '.join(parts)})" for parts in product(*below)]
    return found


@given(base=rule_bases())
def test_built_bottom_up_the_arguments_are_those_built_top_down(base):
    graph = solved(base, "grounded").graph
    assume(all("#" not in id_ for id_ in graph.by_id))
    literals = dict.fromkeys(rule.conclusion for rule in graph.base.rules)
    literals |= dict.fromkeys(premise.literal for premise in base.premises)
    expected = [tree for each in literals for tree in _trees(graph.base, each, frozenset())]
    assert sorted(graph.by_id) == sorted(expected)


@given(base=rule_bases())
def test_the_ordering_is_asymmetric_and_what_is_strict_and_firm_is_above_all_else(base):
    arguments = solved(base, "grounded").graph.derivations
    weaker = ordering_of(base)
    for first, second in product(arguments, repeat=2):
        assert not (weaker(first, second) and weaker(second, first))
        if first.strict and first.firm:
            assert weaker(second, first) != (second.strict and second.firm)


@given(base=rule_bases())
def test_a_defeat_of_a_part_is_a_defeat_of_the_whole(base):
    graph = solved(base, "grounded").graph
    inherited = {
        (attack.attacker, each.id)
        for attack in graph.attacks
        if attack.defeats
        for each in graph.derivations
        if attack.target in each.parts
    }
    assert set(graph.af.attacks) == inherited


@given(base=rule_bases())
def test_what_is_strict_and_firm_is_never_attacked(base):
    graph = solved(base, "grounded").graph
    firm = {each.id for each in graph.derivations if each.strict and each.firm}
    assert not any(attack.target in firm for attack in graph.attacks)


@pytest.mark.parametrize(
    ("rules", "named"),
    [
        ({"defeasible": ["d: a => b"], "axioms": ["a"], "premises": ["c"]}, False),
        ({"strict": ["s: a -> b"], "axioms": ["a"], "premises": ["c"]}, True),
        ({"axioms": ["b"], "premises": ["c"]}, True),
        ({"premises": ["b"], "axioms": ["c"]}, False),
    ],
)
def test_only_what_is_certain_must_not_be_attacked_one_way(rules: dict, named: bool):
    unmet = unmet_conditions(rule_base({**rules, "contraries": [{"b": ["c"]}]}))
    assert any('"c" attacks "b" one way' in text for text in unmet) == named
    mutual = {**rules, "contraries": [["c", "b"]]}
    assert not any("one way" in text for text in unmet_conditions(rule_base(mutual)))
