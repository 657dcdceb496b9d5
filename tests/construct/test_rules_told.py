"""What is told of rules: what is wrong with them, arguments as text, and why a statement stands."""

from __future__ import annotations

from typing import Any

import pytest

from argue.construct.rules import (
    Standing,
    closed_under_transposition,
    derivations,
    rule_base,
    rule_graph,
    solve_rules,
    solving,
    strict,
    strict_closure,
    unmet_conditions,
)
from argue.construct.rules.entries import MAX_PROBLEMS
from argue.errors import ArgueError, CaseError, LimitExceeded, Problem
from argue.model.case import Literal
from argue.model.rules import Premise, PremiseKind, RuleBase


def problems(**rules: Any) -> list[Problem]:
    with pytest.raises(CaseError) as caught:
        rule_base(rules)
    return list(caught.value.problems)


def why(statement: str, semantics: str = "preferred", **rules: Any) -> str:
    return solve_rules(rule_base(rules), semantics).conclusion(Literal(statement)).why


@pytest.mark.parametrize(
    ("rules", "paths"),
    [
        ({"axioms": ["a", "b"], "premises": ["a", "c", "b"]}, ["premises[0]", "premises[2]"]),
        ({"preferences": [["a"], ["b"], "c"]}, [f"preferences[{k}]" for k in range(3)]),
        ({"contraries": [["a"], ["b", "b"]]}, ["contraries[0]", "contraries[1]"]),
    ],
)
def test_of_the_same_mistake_every_place_is_listed(rules: dict[str, Any], paths: list[str]):
    assert [problem.path for problem in problems(**rules)] == [f"rules.{path}" for path in paths]


@pytest.mark.parametrize("key", ["id", "by", "text", "kind"])
def test_words_of_a_rule_that_are_numbers_are_refused(key: str):
    (problem,) = problems(defeasible=[{"if": "a", "then": "b", key: 5}])
    assert (problem.code, problem.message) == ("R002", f"{key} must be text")


def test_so_many_problems_are_listed_each_once():
    assert len(problems(axioms=["a b"] * 90)) == 90
    assert len(problems(axioms=["a b"] * 190)) == MAX_PROBLEMS
    assert len(problems(defeasible=["d: a b, a b => c"])) == 1


def test_of_two_texts_that_are_no_statements_nothing_is_said_but_that():
    found = problems(contraries=[["a b", "c d"]])
    assert [problem.code for problem in found] == ["R003", "R003"]


@pytest.mark.parametrize(
    ("key", "rule", "elsewhere"),
    [("strict", "a => b", "defeasible"), ("defeasible", "a -> b", "strict")],
)
def test_a_rule_whose_arrow_belongs_elsewhere_is_told_what_it_is_not(
    key: str, rule: str, elsewhere: str
):
    (problem,) = problems(**{key: [rule]})
    assert problem.message == f"this is not a {key} rule by its arrow"
    arrow = problem.help.removeprefix("write ")[:2]
    assert problem.help.endswith(f"or put it under {elsewhere}")
    assert rule_base({key: [f"a {arrow} b"]}).rules
    assert rule_base({elsewhere: [rule]}).rules


@pytest.mark.parametrize("key", ["strict", "defeasible"])
def test_what_is_advised_to_be_written_as_a_rule_is_one(key: str):
    (problem,) = problems(**{key: ["bird"]})
    (rule,) = rule_base({key: [problem.help.removeprefix("write ").split(", or {")[0]]}).rules
    assert rule.id == "d1"


@pytest.mark.parametrize("chain", [["x", "d"], ["d", "x"]])
def test_of_a_preference_only_what_is_unknown_is_wrong(chain: list[str]):
    (problem,) = problems(defeasible=["d: => c"], preferences=[chain])
    assert '"x"' in problem.message


def test_what_is_not_compared_is_told_by_the_two_that_stand_side_by_side():
    (problem,) = problems(premises=["b"], defeasible=["d: => c", "e: => c"], preferences=["d>e>b"])
    assert problem.message == '"e" and "b" are a rule and a premise'
    found = problems(premises=["b"], defeasible=["d: => c", "e: => c"], preferences=["d>b>e"])
    assert [problem.message[:11] for problem in found] == ['"d" and "b"', '"b" and "e"']


def test_what_can_be_preferred_is_listed_as_far_as_it_has_a_name():
    (problem,) = problems(premises=["b"], defeasible=["=> c", "d: b => c"], preferences=["x > b"])
    assert problem.help == "one of: d, b"
    *_, problem = problems(defeasible=["=> c"], preferences=["x > y"])
    assert problem.help == "one of: none has an id yet"


def test_the_text_of_a_rule_is_told_with_its_argument():
    rules = {"d": {"if": "a", "then": "b", "text": "As a rule"}, "e": {"if": "b", "then": "c"}}
    base = rule_base({"axioms": ["a"], "defeasible": rules})
    assert [rule.text for rule in base.rules] == ["As a rule", ""]
    told = [each.text for each in derivations(base)]
    assert told[1:] == [
        "presumably b, since a, by rule d: As a rule",
        "presumably c, since b, by rule e",
    ]


def test_a_transposed_rule_is_told_by_the_one_it_comes_from():
    graph = rule_graph(rule_base({"axioms": ["not b"], "strict": ["s: a -> b"]}))
    assert graph.derivation("s~1(not b)").text == "not a, since not b, by rule s transposed"


def test_in_a_tree_what_was_shown_is_named_and_not_shown_again():
    rules = ["d: a => b", "e: b => c", "f: b, c, a => x"]
    graph = rule_graph(rule_base({"axioms": ["a"], "defeasible": rules}))
    assert [line.split(", since")[0] for line in graph.tree("f(d(a), e(d(a)), a)")] == [
        "presumably x",
        "  presumably b",
        "    a, an axiom",
        "  presumably c",
        "    presumably b",
        "  a, an axiom",
    ]
    assert graph.tree("f(d(a), e(d(a)), a)")[4].endswith(" (as above)")
    assert sum("(as above)" in line for line in graph.tree("f(d(a), e(d(a)), a)")) == 1


def test_of_defeats_those_of_the_whole_come_before_those_of_its_parts():
    rules = ["d: a => b", "z: b => c", "e: => not b", "f: => not c"]
    given = {"premises": ["a", "not a"], "defeasible": rules}
    graph = rule_graph(rule_base(given))
    targets = [attack.target for attack in graph.defeats_of("z(d(a))")]
    assert targets == ["z(d(a))", "a", "d(a)"]


def test_axioms_that_contradict_one_another_give_no_graph():
    pair = (Literal("a"), Literal("a", False))
    with pytest.raises(ArgueError, match="axioms contradict"):
        rule_graph(RuleBase(tuple(Premise(str(x), x, PremiseKind.AXIOM) for x in pair)))


def test_as_many_arguments_as_the_limit_are_built():
    base = rule_base({"axioms": ["a"], "defeasible": ["d: a => b", "e: b => c", "f: a => c"]})
    assert len(derivations(base, limit=4)) == 4
    for limit in (3, 1):
        with pytest.raises(LimitExceeded, match=f"more than {limit} arguments"):
            derivations(base, limit=limit)


def test_extensions_are_gone_through_up_to_a_number_of_them(monkeypatch: pytest.MonkeyPatch):
    base = rule_base({"premises": ["a", "not a", "b", "not b"]})
    monkeypatch.setattr(solving, "MAX_EXTENSIONS", 4)
    assert len(solve_rules(base).extensions) == 4
    for most in (3, 1):
        monkeypatch.setattr(solving, "MAX_EXTENSIONS", most)
        with pytest.raises(LimitExceeded, match=f"more than {most} preferred extensions"):
            solve_rules(base)


def test_rules_are_bounded_with_their_transpositions(monkeypatch: pytest.MonkeyPatch):
    given = {"strict": ["s: a, b -> c"], "defeasible": ["d: => a", "e: => b"]}
    base = rule_base(given)
    monkeypatch.setattr(strict, "MAX_RULES", 5)
    assert len(closed_under_transposition(base).rules) == 5
    monkeypatch.setattr(strict, "MAX_RULES", 4)
    with pytest.raises(LimitExceeded, match="more than 4 rules with transpositions"):
        closed_under_transposition(base)


EITHER_WAY = {
    "axioms": ["quaker", "republican"],
    "defeasible": [
        "d1: quaker => pacifist",
        "d2: republican => not pacifist",
        "d3: => hawk",
        "d4: pacifist => not d3",
        "d5: not pacifist => not d3",
    ],
}


def test_only_what_is_defeated_in_every_extension_is_overruled():
    """Complete extensions leave it open whether Nixon is a pacifist, preferred ones do not."""
    standings = {
        semantics: solve_rules(rule_base(EITHER_WAY), semantics)
        .conclusion(Literal("hawk"))
        .standing
        for semantics in ("preferred", "complete", "grounded")
    }
    assert standings == {
        "preferred": Standing.OVERRULED,
        "complete": Standing.UNRESOLVED,
        "grounded": Standing.UNRESOLVED,
    }


def test_only_what_different_arguments_justify_is_floating():
    rules = rule_base({**EITHER_WAY, "premises": ["odd", "not odd"], "contraries": [["x", "y"]]})
    for semantics, floating in (("preferred", ["not d3"]), ("grounded", [])):
        found = solve_rules(rules, semantics).conclusions.values()
        assert [str(each.literal) for each in found if each.floating] == floating
    undefined = solve_rules(rule_base({"defeasible": ["d: => not d"]}), "stable")
    assert [each.floating for each in undefined.conclusions.values()] == [False]


def test_what_defeats_is_told_by_those_that_stand_somewhere_and_where_it_strikes():
    rules = ["d: a => b", "e: c => not d", "f: g => not d"]
    given: dict[str, Any] = {"axioms": ["c"], "premises": ["a"], "assumptions": ["g"]}
    fallen = {**given, "defeasible": rules, "contraries": {"g": ["c"]}}
    assert why("b", **fallen) == "d(a) is undercut by e(c)"
    deep = {**fallen, "defeasible": [*rules, "h: b => x"]}
    assert why("x", **deep) == "h(d(a)) is undercut by e(c) at d(a)"


def test_where_no_attacker_stands_all_are_told():
    """Three that attack one another in a circle, and what each of two of them attacks."""
    circle = [{"a": ["c"]}, {"b": ["a"]}, {"c": ["b"]}, {"x": ["a", "b"]}]
    told = why("x", assumptions=["a", "b", "c", "x"], contraries=circle)
    assert told == "x is undermined by a and undermined by b"


@pytest.mark.parametrize("rule", ["s: a, not a -> c", "s: a, b, not b -> a", "s: a -> a"])
def test_no_transposition_concludes_what_it_starts_from(rule: str):
    closed = closed_under_transposition(rule_base({"strict": [rule]}))
    assert not any(added.conclusion in added.antecedents for added in closed.rules[1:])


def test_a_transposition_that_is_written_does_not_hide_the_others():
    base = rule_base({"strict": ["s: a, b -> c", "t: not c, b -> not a"]})
    (added,) = closed_under_transposition(base).rules[2:]
    assert {str(literal) for literal in added.antecedents} == {"a", "not c"}
    assert str(added.conclusion) == "not b"


@pytest.mark.parametrize("order", [1, -1])
def test_what_follows_does_not_depend_on_the_order_of_the_rules(order: int):
    rules = ["s1: a -> b", "s2: b -> c", "s3: b, c -> d"][::order]
    closed = strict_closure(rule_base({"strict": rules}), [Literal("a")])
    assert closed == {Literal(fact) for fact in "abcd"}


def test_without_strict_rules_neither_rebut_nor_transposition_matters():
    rules = {"defeasible": ["d: => a", "e: => not a"], "rebut": "unrestricted"}
    assert unmet_conditions(rule_base(rules)) == ()
    assert unmet_conditions(rule_base({**rules, "transposition": False})) == ()
