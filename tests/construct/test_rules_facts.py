"""Rules and facts of one case: what the rules settle, and what stays open."""

from dataclasses import replace

import pytest

from argue.analysis import analyze
from argue.construct.rules import (
    correlated_facts,
    rules_with_facts,
    settled_by_rules,
    with_derived_facts,
)
from argue.errors import CaseError
from argue.io.case import load_case
from argue.model.case import Case, Fact, FactStatus, Literal, Option
from argue.model.rules import PremiseKind

AGREED, ASSUMED, DENIED, DISPUTED = (
    FactStatus.AGREED,
    FactStatus.ASSUMED,
    FactStatus.DENIED,
    FactStatus.DISPUTED,
)


def case(rules: dict, **facts: FactStatus | Fact) -> Case:
    return Case(
        title="A case",
        options={name: Option(name, name) for name in ("act", "refrain")},
        facts={
            name: fact if isinstance(fact, Fact) else Fact(name, name, fact)
            for name, fact in facts.items()
        },
        rules=rules,
    )


def statuses(given: Case) -> dict[str, FactStatus]:
    return {name: status for name, (status, _) in settled_by_rules(given).items()}


PARK = {
    "strict": ["s1: ambulance -> vehicle"],
    "defeasible": ["d1: vehicle => banned", "d2: emergency => not d1"],
}


def test_a_disputed_fact_that_the_rules_conclude_becomes_agreed():
    given = case(PARK, ambulance=AGREED, banned=DISPUTED)
    status, why = settled_by_rules(given)["banned"]
    assert status is AGREED
    assert why == 'the rules conclude "banned" in every preferred extension: d1(s1(ambulance))'


def test_a_fact_becomes_denied_when_its_negation_is_concluded():
    rules = {"defeasible": ["d1: repealed => not in_force"]}
    assert statuses(case(rules, repealed=ASSUMED, in_force=DISPUTED)) == {"in_force": DENIED}


def test_an_undercut_leaves_the_fact_open_and_says_why():
    given = case(PARK, ambulance=AGREED, emergency=AGREED, banned=DISPUTED)
    status, why = settled_by_rules(given)["banned"]
    assert status is DISPUTED
    assert '"banned" is overruled (d1(s1(ambulance)) is undercut by d2(emergency))' in why


def test_a_fact_that_no_argument_reaches_stays_disputed():
    status, why = settled_by_rules(case(PARK, banned=DISPUTED, ambulance=DENIED))["banned"]
    assert status is DISPUTED
    assert "no argument is about it" in why


def test_what_is_agreed_or_denied_is_an_axiom_and_no_rule_can_change_it():
    rules = {"defeasible": ["d1: tip_off => guilty", "d2: alibi => not guilty"]}
    given = case(rules, tip_off=AGREED, alibi=AGREED, guilty=DENIED)
    assert statuses(given) == {}
    assert with_derived_facts(given) == given
    axioms = {p.literal for p in rules_with_facts(given).premises if p.kind is PremiseKind.AXIOM}
    assert axioms == {Literal("tip_off"), Literal("alibi"), Literal("guilty", False)}


def test_facts_that_the_rules_do_not_mention_are_left_alone():
    given = case(PARK, ambulance=AGREED, weather=DISPUTED)
    assert rules_with_facts(given).premises[0].id == "ambulance"
    assert statuses(given) == {}
    assert statuses(case({}, weather=DISPUTED)) == {}
    leaning = Fact("weather", "", DISPUTED, lean=True)
    given = case(PARK, banned=DISPUTED, weather=leaning, ambulance=AGREED, news=AGREED)
    assert statuses(given) == {"banned": AGREED}
    assert with_derived_facts(given).facts["weather"] == leaning
    assert [premise.id for premise in rules_with_facts(given).premises] == ["ambulance"]


def test_what_rests_on_a_disputed_fact_is_disputed_and_tied_to_it():
    given = case(PARK, ambulance=DISPUTED, banned=DISPUTED)
    assert statuses(given) == {"banned": DISPUTED}
    assert correlated_facts(given) == (("ambulance", "banned"),)
    why = settled_by_rules(given)["banned"][1]
    assert "hangs together with ambulance, but is branched on independently" in why


def test_a_fact_that_is_open_by_itself_hangs_together_with_none():
    rules = [*PARK["defeasible"], "d3: rain => wet", "d4: roof => not wet"]
    facts = {"rain": AGREED, "roof": AGREED, "wet": DISPUTED, "banned": DISPUTED}
    given = case({**PARK, "defeasible": rules}, ambulance=DISPUTED, **facts)
    assert correlated_facts(given) == (("ambulance", "banned"),)
    found = settled_by_rules(given)
    assert found["wet"][0] is DISPUTED
    assert "hangs together" not in found["wet"][1]


def test_what_follows_either_way_is_settled_by_a_floating_conclusion():
    rules = {"defeasible": ["d1: night => dark", "d2: not night => dark"]}
    given = case(rules, night=DISPUTED, dark=DISPUTED)
    assert statuses(given) == {"dark": AGREED}
    assert correlated_facts(given) == ()


def test_facts_that_have_nothing_to_do_with_each_other_are_not_tied():
    rules = {"defeasible": ["d1: a => x", "d2: b => y"]}
    given = case(rules, a=DISPUTED, b=DISPUTED)
    assert correlated_facts(given) == ()


def test_what_needs_two_facts_is_tied_to_neither_as_it_may_fall_either_way_without_them():
    given = case({"defeasible": ["d: a, c => b"]}, a=DISPUTED, b=DISPUTED, c=DISPUTED)
    assert correlated_facts(given) == ()


def test_a_standard_of_proof_decides_what_the_rules_start_from():
    leaning = Fact("ambulance", "", DISPUTED, lean=True)
    assert statuses(case(PARK, ambulance=leaning, banned=DISPUTED)) == {"banned": AGREED}
    leaning = Fact("ambulance", "", DISPUTED, lean=False)
    assert statuses(case(PARK, ambulance=leaning, banned=DISPUTED)) == {"banned": DISPUTED}


def test_a_strict_rule_read_backwards_settles_the_fact_it_starts_from():
    given = case(PARK, vehicle=DENIED, ambulance=DISPUTED)
    assert statuses(given) == {"ambulance": DENIED}
    leaning = Fact("ambulance", "", DISPUTED, lean=True)
    assert statuses(case(PARK, vehicle=DENIED, ambulance=leaning)) == {"ambulance": DENIED}


def test_a_premise_of_the_rules_settles_a_disputed_fact():
    assert statuses(case({"axioms": ["old"]}, old=DISPUTED)) == {"old": AGREED}
    assert statuses(case({"premises": ["old", "not old"]}, old=DISPUTED)) == {"old": DISPUTED}


def test_the_derived_case_carries_status_and_reason_and_nothing_else_changes():
    fact = Fact("banned", "Entry is banned", DISPUTED, evidence="a sign")
    given = case(PARK, ambulance=AGREED, banned=fact)
    derived = with_derived_facts(given)
    assert derived.facts["banned"].status is AGREED
    assert derived.facts["banned"].evidence.startswith("a sign; the rules conclude")
    assert derived.facts["banned"].text == "Entry is banned"
    assert derived.facts["ambulance"] == given.facts["ambulance"]
    assert (derived.options, derived.rules) == (given.options, given.rules)
    assert with_derived_facts(derived) == derived


def test_rules_that_conclude_a_fact_and_its_negation_leave_it_open():
    rules = {
        "axioms": ["ring", "out"],
        "defeasible": ["d1: ring => married", "d2: out => bachelor"],
        "strict": ["s1: married -> wife", "s2: bachelor -> not wife"],
        "transposition": False,
    }
    status, why = settled_by_rules(case(rules, wife=DISPUTED))["wife"]
    assert status is DISPUTED
    assert '"wife" is justified' in why
    assert '"not wife" is justified' in why


def test_rules_are_read_from_a_case_file():
    given = load_case(
        """
title: The park
options: {enter: drive in, wait: wait at the gate}
facts:
  ambulance: {text: It is an ambulance, status: agreed}
  emergency: {text: Somebody is in danger, status: denied}
  banned: {text: Entry is banned, status: disputed}
rules:
  strict:
    - s1: ambulance -> vehicle
  defeasible:
    - d1: vehicle => banned
    - {id: d2, if: [emergency], then: not d1, by: council, kind: permissive}
  transposition: true
"""
    )
    assert with_derived_facts(given).facts["banned"].status is AGREED
    urgent = {**given.facts, "emergency": replace(given.facts["emergency"], status=AGREED)}
    assert with_derived_facts(replace(given, facts=urgent)).facts["banned"].status is DISPUTED


def test_facts_that_contradict_the_strict_rules_are_an_error_that_names_them():
    given = case(PARK, ambulance=AGREED, vehicle=DENIED)
    with pytest.raises(CaseError, match='"vehicle" .by s1: .* against "not vehicle"') as caught:
        settled_by_rules(given)
    assert caught.value.problems[0].path == "facts"


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        ({"defeasible": ["rain: a => b"]}, "id of a rule"),
        ({"premises": {"rain": "wet"}}, "id of a premise"),
        ({"premises": ["rain"]}, "can be attacked in rules"),
    ],
)
def test_a_name_that_is_a_fact_and_something_else_is_an_error(rules, message):
    with pytest.raises(CaseError, match=message):
        settled_by_rules(case(rules, rain=AGREED))


def test_rules_that_cannot_be_read_are_an_error_even_if_no_fact_is_open():
    with pytest.raises(CaseError, match="R004"):
        settled_by_rules(case({"strict": ["a"]}))


def test_a_fact_that_the_rules_give_already_is_given_once():
    given = case(
        {"axioms": ["bird"], "defeasible": ["d1: bird, wet => flies"]}, bird=AGREED, wet=AGREED
    )
    premises = [str(premise.literal) for premise in rules_with_facts(given).premises]
    assert sorted(premises) == ["bird", "wet"]


@pytest.mark.parametrize("holds", [True, False])
def test_what_is_supposed_is_firm_though_the_rules_let_it_be_attacked(holds: bool):
    rules = {
        "premises": {"p1": "rain", "p2": "not rain"},
        "defeasible": ["d1: rain => wet"],
        "preferences": [["p1", "p2"]],
    }
    given = case(rules, rain=AGREED if holds else DENIED, wet=DISPUTED)
    with pytest.raises(CaseError, match="can be attacked in rules"):
        settled_by_rules(given)
    found = with_derived_facts(given, supposed=["rain"])
    assert found.facts["wet"].status is (AGREED if holds else DISPUTED)
    settled = analyze(
        replace(given, facts=case({}, rain=DISPUTED, wet=DISPUTED).facts), facts={"rain": holds}
    )
    assert settled.case.facts == found.facts


def test_what_is_supposed_against_strict_rules_is_an_error():
    given = case(PARK, ambulance=AGREED, vehicle=DENIED)
    with pytest.raises(CaseError, match="contradict one another"):
        settled_by_rules(given, supposed=["ambulance", "vehicle"])
