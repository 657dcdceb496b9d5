"""How rules are written down, what is wrong with them, and how large they may be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.construct.rules import TITLES, derivations, rule_base, rule_graph, solve_rules
from argue.construct.rules.derivations import MAX_ID
from argue.errors import ArgueError, CaseError, LimitExceeded, UnknownId
from argue.model.case import Literal
from argue.model.rules import Comparison, PremiseKind, Principle, Rebut, RuleBase, RuleKind


def problems(rules: dict) -> list[tuple[str, str]]:
    with pytest.raises(CaseError) as caught:
        rule_base(rules)
    assert all(p.message and p.path.startswith("rules") for p in caught.value.problems)
    return [(p.code, p.path) for p in caught.value.problems]


@pytest.mark.parametrize(
    "written",
    [
        ["d1: bird, not penguin => flies"],
        ["d1: bird and not penguin ⇒ flies"],
        [{"d1": "bird, not penguin => flies"}],
        {"d1": "bird, not penguin => flies"},
        {"d1": {"if": ["bird", "not penguin"], "then": "flies"}},
        {"d1": {"if": "bird, not penguin", "then": "flies"}},
        [{"id": "d1", "if": ["bird", "not penguin"], "then": "flies"}],
        ({"id": "d1", "if": ("bird", "not  penguin"), "then": " flies "},),
    ],
)
def test_a_rule_can_be_written_in_several_ways(written):
    (rule,) = rule_base({"defeasible": written}).rules
    assert rule.id == "d1"
    assert rule.antecedents == (Literal("bird"), Literal("penguin", False))
    assert rule.conclusion == Literal("flies")
    assert not rule.strict


def test_a_rule_without_an_id_is_called_by_its_text():
    base = rule_base({"strict": ["penguin->bird"], "defeasible": ["=> p"]})
    assert [rule.id for rule in base.rules] == ["penguin -> bird", "=> p"]


def test_every_setting_is_read():
    base = rule_base(
        {
            "axioms": ["a"],
            "premises": {"p1": "not b"},
            "assumptions": ["c"],
            "defeasible": {"d1": {"if": "a", "then": "d", "by": "x", "kind": "permissive"}},
            "contraries": [["d", "e"], {"c": "f"}],
            "principle": "weakest-link",
            "comparison": "democratic",
            "rebut": "unrestricted",
            "transposition": False,
            "x-note": "free",
        }
    )
    assert [(p.id, p.kind) for p in base.premises] == [
        ("a", PremiseKind.AXIOM),
        ("p1", PremiseKind.ORDINARY),
        ("c", PremiseKind.ASSUMPTION),
    ]
    assert base.rules[0].by == "x"
    assert base.rules[0].kind is RuleKind.PERMISSIVE
    assert Literal("e") in base.contradictories_of(Literal("d"))
    assert Literal("f") in base.contraries_of(Literal("c"))
    assert Literal("c") not in base.contraries_of(Literal("f"))
    settings = (base.principle, base.comparison, base.rebut, base.transposition)
    assert settings == (
        Principle.WEAKEST_LINK,
        Comparison.DEMOCRATIC,
        Rebut.UNRESTRICTED,
        False,
    )


def test_nothing_is_an_empty_base():
    assert rule_base({}) == RuleBase()
    assert solve_rules(rule_base({})).extensions == (frozenset(),)


@pytest.mark.parametrize("written", [["d3", "d2", "d1"], "d3 > d2 > d1"])
def test_a_chain_of_preferences_goes_from_high_to_low(written):
    rules = {"d1": "=> a", "d2": "=> b", "d3": "=> c"}
    base = rule_base({"defeasible": rules, "preferences": [written]})
    assert base.preferences == (("d3", "d2"), ("d2", "d1"))


@pytest.mark.parametrize(
    ("rules", "code", "path"),
    [
        ({"axiom": ["a"]}, "R001", "rules.axiom"),
        ({"defeasible": [{"if": "a", "then": "b", "unless": "c"}]}, "R001", None),
        ({"axioms": "a"}, "R002", "rules.axioms"),
        ({"principle": "first"}, "R002", "rules.principle"),
        ({"transposition": "yes"}, "R002", "rules.transposition"),
        ({"contraries": [["a"]]}, "R002", "rules.contraries[0]"),
        ({"contraries": [["a", "a"]]}, "R002", "rules.contraries[0]"),
        ({"preferences": [["a"]]}, "R002", "rules.preferences[0]"),
        ({"defeasible": [{"if": "a", "then": "b", "kind": "x"}]}, "R002", "rules.defeasible[0]"),
        ({"defeasible": [{"if": "a", "then": "b", "by": 3}]}, "R002", "rules.defeasible[0]"),
        ({"defeasible": [{"if": 3, "then": "b"}]}, "R002", "rules.defeasible[0].if"),
        ({"defeasible": [{"if": ["a", 3], "then": "b"}]}, "R003", "rules.defeasible[0].if[1]"),
        ({"axioms": ["a b"]}, "R003", "rules.axioms[0]"),
        ({"axioms": [True]}, "R003", "rules.axioms[0]"),
        ({"axioms": ["not"]}, "R003", "rules.axioms[0]"),
        ({"axioms": {"a": "b c"}}, "R003", "rules.axioms.a"),
        ({"defeasible": ["d1: a,, b => c"]}, "R003", "rules.defeasible[0]"),
        ({"defeasible": ["d1: a => b and c"]}, "R003", "rules.defeasible[0]"),
        ({"defeasible": ["a"]}, "R004", "rules.defeasible[0]"),
        ({"defeasible": ["a => b => c"]}, "R004", "rules.defeasible[0]"),
        ({"defeasible": ["a -> b"]}, "R004", "rules.defeasible[0]"),
        ({"strict": ["a => b"]}, "R004", "rules.strict[0]"),
        ({"defeasible": [{"if": "a"}]}, "R004", "rules.defeasible[0]"),
        ({"axioms": ["a"], "premises": ["a"]}, "R005", "rules.premises[0]"),
        ({"axioms": {"1a": "a"}}, "R005", "rules.axioms.1a"),
        ({"defeasible": {"and": "a => b"}}, "R005", "rules.defeasible.and"),
        ({"defeasible": ["d: => a", "d: => b"]}, "R005", "rules.defeasible[1]"),
        ({"defeasible": {"d": {"id": "e", "then": "a"}}}, "R005", "rules.defeasible.d"),
        ({"defeasible": ["d: a => d"]}, "R005", "rules.defeasible[0]"),
        ({"axioms": {"a": "b"}, "premises": ["a"]}, "R005", "rules.premises[0]"),
        ({"preferences": [["a", "b"]]}, "R006", "rules.preferences[0]"),
        ({"axioms": ["a"], "premises": ["b"], "preferences": ["b > a"]}, "R006", None),
        ({"premises": ["b"], "defeasible": ["d: => c"], "preferences": ["b > d"]}, "R006", None),
        ({"premises": ["a", "b"], "preferences": ["a>b", "b>a"]}, "R007", "rules.preferences"),
        ({"premises": ["a"], "preferences": ["a>a"]}, "R007", "rules.preferences"),
        ({"axioms": ["a", "not a"]}, "R008", "rules.axioms"),
        ({"strict": ["s: a -> b"], "defeasible": ["d: => not s"]}, "R009", "rules.strict[0]"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(rules, code, path):
    found = problems(rules)
    assert code in TITLES
    assert code in [c for c, _ in found]
    if path is not None:
        assert (code, path) in found


def test_all_problems_are_listed_at_once():
    found = problems({"axioms": ["a b"], "strict": ["a"], "preferences": [["x", "y"]], "z": 1})
    assert [code for code, _ in found] == ["R001", "R003", "R004", "R006", "R006"]


def test_contradicting_axioms_are_named_with_the_rule_that_leads_there():
    with pytest.raises(CaseError, match=r'"not b" \(an axiom\) against "b" \(by s1: a -> b\)'):
        rule_base({"axioms": ["a", "not b"], "strict": ["s1: a -> b"], "transposition": False})


def test_a_cycle_of_preferences_is_named():
    rules = {"premises": ["a", "b", "c"], "preferences": ["a > b", "b > c > a"]}
    with pytest.raises(CaseError, match="a > b > c > a"):
        rule_base(rules)


def test_rules_in_a_circle_give_finitely_many_arguments():
    base = rule_base(
        {"premises": ["a"], "defeasible": ["d1: a => b", "d2: b => c", "d3: c => a", "d4: c => b"]}
    )
    assert {each.id for each in derivations(base)} == {"a", "d1(a)", "d2(d1(a))"}


def test_rules_that_support_only_each_other_give_no_argument():
    base = rule_base({"defeasible": ["d1: a => b", "d2: b => a"]})
    assert derivations(base) == ()
    assert solve_rules(base).conclusion(Literal("a")).why == "no argument concludes it"


def test_every_way_to_support_a_rule_is_an_argument_once():
    base = rule_base(
        {
            "premises": ["a", "b", "c"],
            "defeasible": ["d1: a => x", "d2: b => x", "d3: c => y", "d4: x => y", "d5: x, y => z"],
        }
    )
    ids = [each.id for each in derivations(base) if each.conclusion == Literal("z")]
    ys = ["d3(c)", "d4(d1(a))", "d4(d2(b))"]
    assert sorted(ids) == sorted(f"d5({x}, {y})" for x in ("d1(a)", "d2(b)") for y in ys)


def test_too_many_arguments_are_refused_with_advice():
    rules = [f"d{i}{j}: p{i} => p{i + 1}" for i in range(9) for j in range(3)]
    base = rule_base({"premises": ["p0"], "defeasible": rules})
    with pytest.raises(LimitExceeded, match="more than 2000 arguments"):
        rule_graph(base)
    with pytest.raises(LimitExceeded, match="more than 5 arguments"):
        derivations(base, limit=5)


def test_too_many_transpositions_are_refused():
    wide = ", ".join(f"p{i}" for i in range(20))
    rules = [f"s{k}: {wide} -> q{k}" for k in range(150)]
    with pytest.raises(LimitExceeded, match="transpositions"):
        rule_base({"strict": rules})


def test_large_bases_are_refused_before_they_cost_much():
    many = [f"p{i}" for i in range(1001)]
    for key in ("axioms", "strict", "preferences", "contraries"):
        with pytest.raises(LimitExceeded, match=f"rules.{key} has more than 1000 entries"):
            rule_base({key: many})
    assert problems({"defeasible": [f"{', '.join(many[:51])} => q"]}) == [
        ("R004", "rules.defeasible[0]")
    ]
    rules = [{"id": f"d{i}", "then": f"q{i}", "by": "ab"[i % 2]} for i in range(200)]
    with pytest.raises(LimitExceeded, match="more than 5000 pairs"):
        rule_base({"defeasible": rules, "preferences": ["a > b"]})


def test_too_many_attacks_are_refused():
    sides = [f"d{i}: => c" for i in range(320)] + [f"e{i}: => not c" for i in range(320)]
    with pytest.raises(LimitExceeded, match="attack one another more than 200000 times"):
        rule_graph(rule_base({"defeasible": sides}))


def test_an_argument_that_doubles_at_every_step_keeps_a_short_id_of_its_own():
    rules = [f"a{i}: x{i} => y{i}" for i in range(60)]
    rules += [f"b{i}: x{i}, y{i} => x{i + 1}" for i in range(60)]
    built = derivations(rule_base({"premises": ["x0"], "defeasible": rules}))
    assert len({each.id for each in built}) == len(built) == 121
    assert max(len(each.id) for each in built) <= MAX_ID


def test_ids_do_not_depend_on_the_order_of_other_rules():
    rules = ["d1: a => b", "d2: b => c", "d3: a => c"]
    one = derivations(rule_base({"axioms": ["a"], "defeasible": rules}))
    other = derivations(rule_base({"axioms": ["a"], "defeasible": rules[::-1]}))
    assert {each.id for each in one} == {each.id for each in other}


def test_the_tree_of_an_argument_reads_from_its_conclusion():
    base = rule_base(
        {
            "axioms": ["penguin"],
            "strict": ["s1: penguin -> bird"],
            "defeasible": ["d1: bird => flies"],
        }
    )
    assert rule_graph(base).tree("d1(s1(penguin))") == (
        "presumably flies, since bird, by rule d1",
        "  bird, since penguin, by rule s1",
        "    penguin, an axiom",
    )


def test_unknown_names_are_said():
    graph = rule_graph(rule_base({"axioms": ["a"]}))
    with pytest.raises(UnknownId, match="argument"):
        graph.derivation("b")
    with pytest.raises(UnknownId, match="statement"):
        solve_rules(rule_base({"axioms": ["a"]})).conclusion(Literal("b"))


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=8)
    | st.sampled_from(["a", "not a", "d: a => b", "s: a -> b", "d", "x > y", "d > d"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=8,
)
KEYS = ["axioms", "premises", "assumptions", "strict", "defeasible", "contraries", "preferences"]


@given(st.dictionaries(st.sampled_from([*KEYS, "principle", "rebut"]), VALUES, max_size=5))
def test_whatever_is_written_is_read_or_refused_in_words(rules):
    try:
        solve_rules(rule_base(rules), "grounded")
    except ArgueError as error:
        assert str(error)


def test_a_long_text_is_quoted_from_its_beginning():
    for text, shown in (("2" * 60, '"' + "2" * 60 + '"'), ("2" * 61, '"' + "2" * 57 + '..."')):
        with pytest.raises(CaseError) as caught:
            rule_base({"defeasible": [{"id": text, "if": "a", "then": "b"}]})
        assert shown in caught.value.problems[0].message


@pytest.mark.parametrize("chain", [["d1"], ["d1", 2], [], [["d1"], "d2"]])
def test_a_preference_has_two_or_more_names(chain: object):
    given = {"defeasible": ["d1: a => b", "d2: a => c"], "preferences": [chain]}
    assert problems(given)[0][0] == "R002"


@pytest.mark.parametrize(
    ("name", "says"),
    [("s1", "is an axiom or a strict rule"), ("a", "is an axiom or a strict rule")]
    + [("d9", "no defeasible rule or premise is called")],
)
def test_what_cannot_be_preferred_is_told_from_what_is_not_there(name: str, says: str):
    given = {"axioms": ["a"], "strict": ["s1: a -> b"], "defeasible": ["d1: a => c"]}
    with pytest.raises(CaseError, match=says):
        rule_base({**given, "preferences": [["d1", name]]})
