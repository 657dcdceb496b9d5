"""Which arguments from rules are weaker, which are safe, and which are named for what follows."""

import pytest

from argue.construct.rules import attacks as rule_attacks
from argue.construct.rules import derivations, rule_base, rule_graph, solve_rules
from argue.construct.rules.orderings import SetOrdering, ordering_of
from argue.errors import LimitExceeded
from argue.model.case import Literal
from argue.model.rules import Comparison


@pytest.mark.parametrize(
    ("first", "second", "elitist", "democratic"),
    [
        ("", "", False, False),
        ("", "a", False, False),
        ("a", "", True, True),
        ("c", "a", True, True),
        ("a", "c", False, False),
        ("c", "ab", False, True),
        ("c", "ad", False, True),
        ("ce", "a", True, False),
        ("cf", "ab", True, True),
        ("cf", "ae", False, True),
        ("ef", "ab", True, False),
        ("d", "a", False, False),
    ],
)
def test_sets_are_compared_by_some_worst_element_or_by_every_element(
    first: str, second: str, elitist: bool, democratic: bool
):
    """a is above c and f, b is above f; [ModgilPrakken13]."""
    preferred = frozenset({("a", "c"), ("a", "f"), ("b", "f")})
    sets = frozenset(first), frozenset(second)
    assert SetOrdering(preferred, Comparison.ELITIST).weaker(*sets) == elitist
    assert SetOrdering(preferred, Comparison.DEMOCRATIC).weaker(*sets) == democratic


def test_what_concludes_a_statement_everywhere_is_named_alone():
    rules = ["d1: p => x", "d2: q => x", "d3: r => y", "d4: q => y"]
    given = {"axioms": ["p"], "premises": ["q", "r"], "contraries": [["q", "r"]]}
    base = rule_base({**given, "defeasible": rules})
    found = {literal.fact: said for literal, said in solve_rules(base).conclusions.items()}
    assert found["x"].why == "in every preferred extension: d1(p)"
    assert not found["x"].floating
    assert found["y"].why.endswith("not always by the same argument: d3(r) and d4(q)")
    assert found["y"].floating


def test_defeats_are_bounded(monkeypatch: pytest.MonkeyPatch):
    base = rule_base({"premises": ["a", "not a"], "defeasible": ["d: a => b", "e: b => c"]})
    defeats = len(rule_graph(base).af.attacks)
    monkeypatch.setattr(rule_attacks, "MAX_DEFEATS", defeats)
    assert len(rule_graph(base).af.attacks) == defeats
    monkeypatch.setattr(rule_attacks, "MAX_DEFEATS", defeats - 1)
    with pytest.raises(LimitExceeded, match=f"more than {defeats - 1} times"):
        rule_graph(base)


def test_attacks_are_bounded_whether_they_succeed_or_not(monkeypatch: pytest.MonkeyPatch):
    given = {"premises": ["a", "not a"], "preferences": [["a", "not a"]]}
    base = rule_base({**given, "defeasible": ["d: a => b", "e: => not b"]})
    attacks = rule_graph(base).attacks
    assert 0 < sum(attack.defeats for attack in attacks) < len(attacks)
    monkeypatch.setattr(rule_attacks, "MAX_ATTACKS", len(attacks))
    assert rule_graph(base).attacks == attacks
    monkeypatch.setattr(rule_attacks, "MAX_ATTACKS", len(attacks) - 1)
    with pytest.raises(LimitExceeded, match=f"more than {len(attacks) - 1} times"):
        rule_graph(base)


@pytest.mark.parametrize(
    ("given", "attacked"),
    [
        ({"axioms": ["a", "c"], "strict": ["s: a -> b"]}, False),
        ({"premises": ["a"], "axioms": ["c"], "strict": ["s: a -> b"]}, True),
        ({"axioms": ["a", "c"], "defeasible": ["s: a => b"]}, True),
    ],
)
def test_under_unrestricted_rebut_only_what_is_strict_and_firm_is_safe(given: dict, attacked: bool):
    rules = {**given, "defeasible": [*given.get("defeasible", ()), "d: c => not b"]}
    graph = rule_graph(rule_base({**rules, "rebut": "unrestricted", "transposition": False}))
    assert any(attack.target == "s(a)" for attack in graph.attacks) == attacked


def test_by_the_weakest_link_what_rests_on_no_premise_that_may_fall_is_not_weaker():
    base = rule_base(
        {
            "axioms": ["a"],
            "premises": ["p"],
            "strict": ["s1: a -> c", "s2: p -> d"],
            "defeasible": ["d1: a => x", "d2: p => y", "d3: a => z"],
            "preferences": [["d2", "d1"], ["d3", "d1"], ["d2", "d3"]],
            "principle": "weakest-link",
        }
    )
    weaker = ordering_of(base)
    built = {each.id: each for each in derivations(base)}
    firm, fallible, other = built["d1(a)"], built["d2(p)"], built["d3(a)"]
    assert weaker(firm, other)
    assert not weaker(other, firm)
    assert not weaker(firm, fallible)  # its rule is weaker, but not its premises: it has none
    assert not weaker(fallible, firm)
    assert not weaker(other, fallible)
    assert weaker(built["s2(p)"], built["s1(a)"])
    assert not weaker(built["s1(a)"], built["s2(p)"])


def test_what_is_held_somewhere_is_named_by_the_arguments_that_hold_there():
    pairs = [["q", "r"], ["r", "t"], ["q", "t"], {"u": ["z"]}]
    rules = ["d1: q => x", "d2: r => x", "d3: u => x"]
    given = {"axioms": ["z"], "premises": ["q", "r", "t"], "assumptions": ["u"]}
    base = rule_base({**given, "contraries": pairs, "defeasible": rules})
    why = solve_rules(base).conclusion(Literal("x")).why
    assert why.startswith("in some preferred extension but not in all: d1(q) and d2(r); ")


@pytest.mark.parametrize(
    ("number", "named"),
    [
        (2, "d0(p) and d1(p)"),
        (3, "d0(p), d1(p) and d2(p)"),
        (4, "d0(p), d1(p), d2(p) and 1 more"),
        (6, "d0(p), d1(p), d2(p) and 3 more"),
    ],
)
def test_some_arguments_are_named_and_the_others_counted(number: int, named: str):
    rules = [f"d{i}: p => x" for i in range(number)]
    solution = solve_rules(rule_base({"axioms": ["p"], "defeasible": rules}))
    assert solution.conclusion(Literal("x")).why == f"in every preferred extension: {named}"


@pytest.mark.parametrize(
    ("number", "more"), [(3, ""), (4, "and 1 more arg"), (5, "and 2 more arg")]
)
def test_of_what_is_overruled_some_fates_are_told_and_the_others_counted(number: int, more: str):
    rules = [f"d{i}: q{i} => x" for i in range(number)]
    premises = {"assumptions": [f"q{i}" for i in range(number)], "axioms": ["z"]}
    contraries = [{f"q{i}": ["z"]} for i in range(number)]
    base = rule_base({**premises, "defeasible": rules, "contraries": contraries})
    why = solve_rules(base).conclusion(Literal("x")).why
    assert why.count("undermined by z") == 3
    assert ("more arg" in why) == bool(more)
    assert more in why
