"""Scenarios of the Jiminy engine: its published examples, and what is wrong with a file.

The three scenarios are told after those that come with the engine (jair_base, jair_authority and
turtlebot3_lidar_attacked_peer_jair); what is expected is what its documentation reports, but for
the stable extension of the first, which exists: it attacks both arguments outside of it.
"""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.construct.rules import RuleSolution, rule_base, solve_rules
from argue.errors import ArgueError, CaseError, LimitExceeded, UnknownId
from argue.io.interchange.jiminy import load, rules_of
from argue.model.case import Literal

SPEAKER = """
semantics: jiminy
description: A speaker in a home hears something.
context:
  - {id: w1, description: The maker makes the speaker.}
  - {id: w2, description: The speaker collects data.}
  - {id: w3, description: The data suggest a threat.}
  - {id: w4, description: The maker is registered.}
base_priorities: {Law: 1, Household: 1, Manuf: 1}
meta_priorities:
  - {if: i_collects_data, stakeholder: Law, value: 4}
  - {if: i_threat, stakeholder: Law, value: 5}
  - {if: i_no_threat, stakeholder: Household, value: 4}
norms:
  - {id: c1, body: [w4], conclusion: i_registered, type: c, stakeholder: Manuf}
  - {id: c2, body: [w2], conclusion: i_collects_data, type: c, stakeholder: Law}
  - {id: c3, body: [w3], conclusion: i_threat, type: c, stakeholder: Law}
  - {id: c4, body: [i_collects_data], conclusion: i_private, type: c, stakeholder: Household}
  - {id: r1, body: [w1], conclusion: d_compliant, type: r, stakeholder: Law, desc: Obey the law.}
  - {id: r2, body: [i_registered], conclusion: d_gdpr, type: r, stakeholder: Law}
  - {id: r3, body: [i_collects_data], conclusion: d_protect, type: r, stakeholder: Household}
  - {id: r4, body: [i_threat], conclusion: d_report, type: r, stakeholder: Household}
  - {id: r5, body: [i_threat], conclusion: d_collect, type: r, stakeholder: Manuf}
contrariness:
  d_gdpr: {opposes: [d_collect], description: Consent is the rule.}
  d_collect: {opposes: [d_gdpr, d_protect]}
  d_protect: {opposes: [d_collect]}
  d_report: {opposes: [d_protect]}
  d_compliant: {opposes: [d_collect]}
priorities: {}
"""

AUTHORITY = """
context: [{id: w1}, {id: w2}]
base_priorities: {Law: 5, Household: 2, Manuf: 1}
meta_priorities: [{if: i_risk, stakeholder: Household, value: 10}]
norms:
  - {id: c1, body: [w2], conclusion: i_risk, type: c, stakeholder: Law}
  - {id: r1, body: [i_risk, w1], conclusion: d_disclose, type: r, stakeholder: Law}
  - {id: r2, body: [i_risk, w1], conclusion: d_quiet, type: r, stakeholder: Household}
  - {id: r3, body: [i_risk], conclusion: p_monitor, type: p, stakeholder: Manuf}
contrariness:
  d_disclose: {opposes: [d_quiet]}
  d_quiet: {opposes: [d_disclose]}
"""

ROBOT = """
context: [{id: w4}, {id: w5}, {id: w6}, {id: w6b}, {id: w7}, {id: w8}, {id: w9}]
base_priorities: {Safety: 4, Navigation: 2, MultiRobot: 5, Security: 3, Manufacturer: 3}
meta_priorities:
  - {if: i_no_own_data, stakeholder: MultiRobot, value: 9}
  - {if: i_no_own_data, stakeholder: Safety, value: 8}
  - {if: i_untrusted, stakeholder: Security, value: 8}
  - {if: i_peer_danger, stakeholder: MultiRobot, value: 10}
constitutive_norms:
  - {id: SI1, body: [w9], conclusion: i_no_own_data, stakeholder: Safety}
  - {id: MR1, body: [w6, w7], conclusion: i_peer_danger, stakeholder: MultiRobot}
  - {id: MR3, body: [w5, w7], conclusion: i_peer_clear, stakeholder: MultiRobot}
  - {id: CS1, body: [w8], conclusion: i_untrusted, stakeholder: Security}
regulative_norms:
  - {id: SI2, body: [i_no_own_data, w4], conclusion: d_stop, stakeholder: Safety}
  - {id: PR1, body: [i_no_own_data, w5, w7], conclusion: d_move, stakeholder: MultiRobot}
  - {id: PR2, body: [i_no_own_data, w6, w7], conclusion: d_slow_down, stakeholder: MultiRobot}
  - {id: PR3, body: [i_no_own_data, w6b, w7], conclusion: d_stop, stakeholder: MultiRobot}
  - {id: MR2, body: [i_peer_danger, w4], conclusion: d_slow_down, stakeholder: MultiRobot}
  - {id: CS2, body: [i_untrusted], conclusion: d_ignore_peer, stakeholder: Security}
  - {id: M1, body: [], conclusion: d_prefer_safe, stakeholder: Manufacturer}
permissions:
  - {id: N3, body: [w3x, w4], conclusion: d_move, stakeholder: Navigation}
  - {id: MR4, body: [i_peer_clear], conclusion: p_continue, stakeholder: MultiRobot}
contrariness:
  d_stop: {opposes: [d_move, d_slow_down]}
  d_slow_down: {opposes: [d_stop, d_move]}
  d_move: {contraries: [d_stop, d_slow_down]}
  d_ignore_peer: {opposes: [p_continue, d_slow_down]}
  p_continue: {opposes: [d_stop]}
  d_prefer_safe: {opposes: [d_move]}
"""


def solved(text: str, facts: str, semantics: str = "grounded") -> RuleSolution:
    rules = rules_of(load(text.encode()), facts.split() if facts else None)
    return solve_rules(rule_base(rules), semantics)


def accepted(solution: RuleSolution) -> list[set[str]]:
    held = [map(str, solution.held_in(each)) for each in solution.extensions]
    return [{name for name in each if name[:2] in ("d_", "p_")} for each in held]


@pytest.mark.parametrize("semantics", ["grounded", "preferred", "stable"])
def test_the_speaker_complies_protects_data_by_law_and_reports(semantics: str):
    solution = solved(SPEAKER, "w1 w2 w3 w4", semantics)
    assert accepted(solution) == [{"d_compliant", "d_gdpr", "d_report"}]
    protect = solution.conclusion(Literal("d_protect"))
    assert protect.standing == "overruled"
    assert "rebutted by r4" in protect.why


def test_without_a_threat_privacy_is_protected():
    assert accepted(solved(SPEAKER, "w1 w2 w4")) == [{"d_compliant", "d_gdpr", "d_protect"}]


def test_a_stakeholder_whose_authority_rises_prevails():
    assert accepted(solved(AUTHORITY, "w1 w2")) == [{"d_quiet", "p_monitor"}]
    calm = AUTHORITY.replace("if: i_risk", "if: i_fire")
    assert accepted(solved(calm, "w1 w2")) == [{"d_disclose", "p_monitor"}]
    assert accepted(solved(AUTHORITY, "w1")) == [set()]


def test_without_authority_both_stand_in_some_preferred_extension():
    flat = AUTHORITY.replace("base_priorities: {Law: 5, Household: 2, Manuf: 1}", "").replace(
        "meta_priorities: [{if: i_risk, stakeholder: Household, value: 10}]", ""
    )
    assert accepted(solved(flat, "w1 w2", "grounded")) == [{"p_monitor"}]
    found = accepted(solved(flat, "w1 w2", "preferred"))
    assert sorted(map(sorted, found)) == [["d_disclose", "p_monitor"], ["d_quiet", "p_monitor"]]
    ranked = f"{flat}priorities: {{d_disclose: {{value: 3}}, d_quiet: 2}}\n"
    assert accepted(solved(ranked, "w1 w2")) == [{"d_disclose", "p_monitor"}]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ("w4 w9 w5 w7", {"d_move", "d_prefer_safe", "p_continue"}),
        ("w4 w9 w6 w7", {"d_slow_down", "d_prefer_safe"}),
        ("w4 w9 w6b w7", {"d_stop", "d_prefer_safe"}),
        ("w4 w9", {"d_stop", "d_prefer_safe"}),
        ("w4 w8 w9", {"d_stop", "d_prefer_safe", "d_ignore_peer"}),
    ],
)
def test_the_robot_trusts_its_peer_when_its_own_sensor_fails(facts: str, expected: set[str]):
    assert accepted(solved(ROBOT, facts)) == [expected]


def test_opposition_one_way_by_equal_authority_prevails():
    text = ROBOT.replace("Manufacturer: 3", "Manufacturer: 9")
    assert "d_move" not in accepted(solved(text, "w4 w9 w5 w7"))[0]


def test_norms_keep_whose_they_are_and_of_what_kind():
    rules = rules_of(load(SPEAKER.encode()))
    base = rule_base(rules)
    norm = next(rule for rule in base.rules if rule.id == "r1")
    assert (norm.by, norm.kind, norm.text) == ("Law", "regulative", "Obey the law.")
    assert rules["x-texts"]["w2"] == "The speaker collects data."


def test_a_fact_that_the_context_does_not_list_is_named():
    with pytest.raises(UnknownId, match="'w7'; known: w1, w2"):
        rules_of(load(AUTHORITY.encode()), ["w7"])
    with pytest.raises(ArgueError, match="no norms"):
        rules_of(load(b"context: []"))


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("type: p", "type: q", 9, "'q' is no type of norm"),
        ("conclusion: p_monitor, ", "", 9, "conclusion is missing"),
        (", stakeholder: Manuf", "", 9, "stakeholder is missing"),
        ("id: r3", "id: 3", 9, "'3' is no id"),
        ("body: [i_risk], ", "bdy: [i_risk], ", 9, "unknown key 'bdy'"),
        ("Law: 5", "Law: high", 3, "'high' is no number"),
        ("value: 10", "val: 10", 4, "unknown key 'val'"),
        ("[d_quiet]", "d_quiet", 11, "this is text"),
        ("contrariness:", "contraryness:", 10, "unknown key"),
        ("id: r3", "id: r2", 6, "used twice"),
        ("id: r3", "id: d_quiet", 6, "used twice"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(old: str, new: str, line: int, said: str):
    assert old in AUTHORITY
    with pytest.raises(CaseError, match=said) as caught:
        load(AUTHORITY.replace(old, new).encode())
    (problem,) = caught.value.problems
    assert problem.line == line
    assert problem.help


@pytest.mark.parametrize("text", [b"", b"- a", b"\xff", b"[" * 100_000, b"a: &a [*a]", b"x: \x00"])
def test_hostile_files_are_refused(text: bytes):
    with pytest.raises(CaseError):
        load(text)


def test_a_file_of_too_many_norms_is_refused_before_anything_is_built():
    norms = "".join(f"- {{id: r{i}, body: [], conclusion: c, type: r}}\n" for i in range(1001))
    with pytest.raises(LimitExceeded, match="1001 entries"):
        load(f"norms:\n{norms}".encode())


@given(
    place=st.integers(0, len(ROBOT) - 1),
    change=st.text("{}[],: \nabcw\"'-#é0", max_size=4),
    cut=st.integers(0, 12),
)
def test_a_changed_scenario_is_solved_or_refused(place: int, change: str, cut: int):
    text = ROBOT[:place] + change + ROBOT[place + cut :]
    with suppress(ArgueError):
        rule_base(rules_of(load(text.encode())))
