"""Examples of the papers on structured argumentation, with the answers given there."""

from dataclasses import replace

import pytest

from argue.construct.rules import Standing, rule_base, solve_rules
from argue.construct.rules.notation import literal_in
from argue.model.rules import Comparison, Principle


def standings(rules: dict, semantics: str = "preferred", **changes) -> dict[str, str]:
    solution = solve_rules(replace(rule_base(rules), **changes), semantics)
    return {str(literal): found.standing for literal, found in solution.conclusions.items()}


def why(rules: dict, statement: str, semantics: str = "preferred") -> str:
    return solve_rules(rule_base(rules), semantics).conclusion(literal_in(statement)).why


TWEETY = {
    "axioms": ["penguin"],
    "strict": ["s1: penguin -> bird"],
    "defeasible": ["d1: bird => flies", "d2: penguin => not flies"],
}


def test_tweety_the_penguin_does_not_fly_if_the_specific_rule_is_preferred():
    found = standings({**TWEETY, "preferences": [["d2", "d1"]]}, "grounded")
    assert found["not flies"] == found["bird"] == Standing.JUSTIFIED
    assert found["flies"] == Standing.OVERRULED


def test_tweety_without_a_preference_is_left_open():
    assert standings(TWEETY)["flies"] == standings(TWEETY)["not flies"] == Standing.DEFENSIBLE
    assert standings(TWEETY, "grounded")["flies"] == Standing.UNRESOLVED


def test_the_reason_names_the_argument_that_defeats():
    text = why({**TWEETY, "preferences": [["d2", "d1"]]}, "flies")
    assert text == "d1(s1(penguin)) is rebutted by d2(penguin)"


NIXON = {
    "axioms": ["quaker", "republican"],
    "defeasible": ["d1: quaker => pacifist", "d2: republican => not pacifist"],
}


def test_reiter_1980_the_nixon_diamond_is_defensible_both_ways():
    found = standings(NIXON)
    assert found["pacifist"] == found["not pacifist"] == Standing.DEFENSIBLE


def test_makinson_schlechta_1991_a_floating_conclusion_follows_from_either_side():
    rules = {
        **NIXON,
        "defeasible": [
            *NIXON["defeasible"],
            "d3: pacifist => extreme",
            "d4: not pacifist => extreme",
        ],
    }
    extreme = solve_rules(rule_base(rules)).conclusion(literal_in("extreme"))
    assert extreme.standing is Standing.JUSTIFIED
    assert extreme.floating
    assert "not always by the same argument" in extreme.why
    assert standings(rules, "grounded")["extreme"] == Standing.UNRESOLVED


RED_LIGHT = {
    "axioms": ["looks_red", "red_light"],
    "defeasible": ["d1: looks_red => red", "d2: red_light => not d1"],
}


def test_pollock_1987_the_red_light_undercuts_without_showing_another_colour():
    found = standings(RED_LIGHT)
    assert found["red"] == Standing.OVERRULED
    assert found["not d1"] == Standing.JUSTIFIED
    assert "not red" not in found
    assert why(RED_LIGHT, "red") == "d1(looks_red) is undercut by d2(red_light)"


def test_pollock_1987_an_undercut_succeeds_against_any_preference():
    assert standings({**RED_LIGHT, "preferences": [["d1", "d2"]]})["red"] == Standing.OVERRULED


SNORES = {
    "premises": ["snores", "professor"],
    "defeasible": [
        "d1: snores => misbehaves",
        "d2: misbehaves => denied_access",
        "d3: professor => not denied_access",
    ],
    "preferences": [["professor", "snores"], ["d2", "d3", "d1"]],
}
"""May the professor who snores in the library be removed? Source: [ModgilPrakken14]."""


@pytest.mark.parametrize(
    ("principle", "comparison", "expected"),
    [
        (Principle.LAST_LINK, Comparison.ELITIST, Standing.JUSTIFIED),
        (Principle.LAST_LINK, Comparison.DEMOCRATIC, Standing.JUSTIFIED),
        (Principle.WEAKEST_LINK, Comparison.ELITIST, Standing.OVERRULED),
        (Principle.WEAKEST_LINK, Comparison.DEMOCRATIC, Standing.DEFENSIBLE),
    ],
)
def test_modgil_prakken_2014_the_snoring_professor(principle, comparison, expected):
    found = standings(SNORES, principle=principle, comparison=comparison)
    assert found["denied_access"] == expected
    assert found["misbehaves"] == Standing.JUSTIFIED


def test_prakken_2010_an_assumption_falls_to_any_attack_and_stands_without_one():
    rules = {
        "premises": ["witness"],
        "assumptions": ["innocent"],
        "defeasible": ["d1: witness => guilty"],
        "contraries": {"innocent": ["guilty"]},
    }
    assert standings(rules)["innocent"] == Standing.OVERRULED
    assert standings(rules)["guilty"] == Standing.JUSTIFIED
    assert standings({**rules, "premises": []})["innocent"] == Standing.JUSTIFIED


def test_a_preferred_premise_withstands_an_attack_that_reaches_an_assumption():
    rules = {"premises": ["a", "not a"], "preferences": [["a", "not a"]]}
    assert standings(rules)["a"] == Standing.JUSTIFIED
    assumed = {"premises": ["not a"], "assumptions": ["a"], "preferences": [["a", "not a"]]}
    assert standings(assumed)["a"] == Standing.DEFENSIBLE


def test_pollock_1995_a_self_defeating_argument_is_left_unresolved():
    rules = {
        "axioms": ["says_he_is_unreliable"],
        "strict": ["s1: unreliable -> not d1"],
        "defeasible": ["d1: says_he_is_unreliable => unreliable"],
    }
    assert standings(rules)["unreliable"] == Standing.UNRESOLVED
    assert standings(rules, "stable")["unreliable"] == Standing.UNDEFINED


def test_an_overruled_attacker_reinstates_what_it_attacked():
    rules = {
        "axioms": ["contract", "minor", "approved"],
        "defeasible": [
            "d1: contract => bound",
            "d2: minor => not d1",
            "d3: approved => not d2",
        ],
    }
    assert standings(rules)["bound"] == Standing.JUSTIFIED
    assert standings({**rules, "axioms": ["contract", "minor"]})["bound"] == Standing.OVERRULED


def test_stakeholders_are_preferred_with_all_their_rules():
    rules = {
        "axioms": ["camera"],
        "defeasible": [
            {"id": "r1", "if": "camera", "then": "report", "by": "law", "kind": "regulative"},
            {"id": "r2", "if": "camera", "then": "not report", "by": "owner", "kind": "regulative"},
        ],
    }
    assert standings(rules)["report"] == Standing.DEFENSIBLE
    for first, second in (("report", "not report"), ("not report", "report")):
        ranked = ["law", "owner"] if first == "report" else ["owner", "law"]
        found = standings({**rules, "preferences": [ranked]})
        assert found[first] == Standing.JUSTIFIED
        assert found[second] == Standing.OVERRULED
    text = solve_rules(rule_base(rules)).graph.derivation("r1(camera)").text
    assert text == "presumably report, since camera, by a regulative rule r1 of law"


def test_a_one_way_contrary_defeats_against_any_preference():
    rules = {
        "defeasible": ["d1: => presumed", "d2: => proven"],
        "preferences": [["d1", "d2"]],
        "contraries": {"presumed": ["proven"]},
    }
    assert standings(rules)["presumed"] == Standing.OVERRULED
    both_ways = {**rules, "contraries": [["presumed", "proven"]]}
    assert standings(both_ways)["presumed"] == Standing.JUSTIFIED
    assert standings(both_ways)["proven"] == Standing.OVERRULED


def test_by_the_last_link_a_premise_outweighs_any_defeasible_rule():
    rules = {
        "premises": ["witness", "not guilty"],
        "defeasible": ["d1: witness => guilty"],
        "preferences": [["witness", "not guilty"]],
    }
    assert standings(rules)["guilty"] == Standing.OVERRULED
    assert standings(rules, principle=Principle.WEAKEST_LINK)["guilty"] == Standing.DEFENSIBLE
