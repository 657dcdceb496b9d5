"""The one call: a case in, everything found about it out, under the settings asked for."""

from collections.abc import Callable
from typing import Any

import pytest

from argue.analysis import analyze
from argue.errors import OutOfBudget, UnknownId
from argue.io.case import load_case
from argue.model.verdict import Outcome, Status
from argue.rewards import compile as compile_judge
from argue.rewards import scale
from tests.laws.drawing import Document
from tests.laws.tables import CYCLE, PAIRWISE, case_of

MASKS = load_case("mask-mandate-exemptions")


def test_a_settled_fact_takes_a_way_out():
    assert analyze(MASKS).outcome is Outcome.CONTESTED
    settled = analyze(MASKS, facts={"surge": True})
    assert settled.outcome is Outcome.DECIDED
    assert settled.status("exempt") is Status.OBLIGATORY
    assert settled.setup.facts == {"surge": True}
    assert {position.permissible for position in settled.positions} == {frozenset({"exempt"})}


def test_priorities_take_ways_out():
    order = ["veil", "rejection", "welfare", "universalization"]
    ranked = analyze(MASKS, priorities=list(zip(order, order[1:], strict=False)))
    assert ranked.status("exempt") is Status.OBLIGATORY


def test_only_the_frameworks_asked_for_are_heard_and_norms_stay():
    case = case_of(
        {"a": (0, 20), "b": (2, 3)},
        "welfare",
        "veil",
        norms={"n": {"breached_by": []}},
        priorities=[["veil", "welfare"]],
    )
    analysis = analyze(load_case(case), frameworks=["welfare"])
    assert [source.id for source in analysis.sources] == ["welfare", "norm:n"]
    assert analysis.status("a") is Status.OBLIGATORY
    assert analysis.case.priorities == ()


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"facts": {"storm": True}}, "unknown fact 'storm'; known: surge"),
        ({"priorities": [("welfare", "virtue")]}, "unknown source 'virtue'"),
        ({"frameworks": ["virtue"]}, "unknown framework of this case 'virtue'"),
        ({"semantics": "prefered"}, "unknown semantics 'prefered'"),
    ],
)
def test_an_unknown_name_is_an_error_with_the_known_ones(asked: Document, message: str):
    with pytest.raises(UnknownId, match=message):
        analyze(MASKS, **asked)


@pytest.mark.parametrize(
    "call",
    [analyze, lambda case: compile_judge(case, {}), lambda case: scale.label(case, {}, [{}])],
)
def test_what_is_no_case_is_an_error_that_says_how_to_load_one(call: Callable[[Any], Any]):
    with pytest.raises(TypeError, match=r"write \w+\(argue.load_case\('mask-mandate'\)\)"):
        call("mask-mandate")
    with pytest.raises(TypeError, match="dict is given"):
        call({"title": "T"})


def test_the_status_of_an_unknown_option_is_an_error():
    with pytest.raises(UnknownId, match="known: mandate, exempt, voluntary"):
        analyze(MASKS).status("ban")


def test_time_that_runs_out_is_an_error():
    with pytest.raises(OutOfBudget):
        analyze(MASKS, timeout=0)


def test_stable_semantics_may_leave_every_option_undefined():
    case = load_case(case_of(CYCLE, PAIRWISE))
    stable = analyze(case, semantics="stable")
    assert stable.outcome is Outcome.UNDEFINED
    assert set(stable.statuses.values()) == {Status.UNDEFINED}
    assert stable.positions == ()
    assert stable.to_dict()["settings"]["semantics"] == "stable"


@pytest.mark.parametrize("semantics", ["grounded", "preferred", "stable", "semi-stable", "ideal"])
def test_where_everything_is_well_founded_the_semantics_do_not_differ(semantics: str):
    preferred = analyze(MASKS)
    other = analyze(MASKS, semantics=semantics)
    assert other.statuses == preferred.statuses
    assert {p.permissible for p in other.positions} == {p.permissible for p in preferred.positions}


def test_the_flat_graph_leaves_a_compromise_undecided_where_every_ranking_rules_it_out():
    case = load_case(case_of({"a": (0, 20), "mid": (1, 17), "b": (2, 3)}, "welfare", "veil"))
    assert analyze(case, semantics="grounded").status("mid") is Status.IMPERMISSIBLE
    assert analyze(case, semantics="grounded", flat=True).status("mid") is Status.UNRESOLVED
    assert analyze(case, flat=True).statuses == analyze(case).statuses


def test_a_norm_reviewed_by_its_principles_falls_silent_only_with_authority_to():
    def reviewed(**more: object) -> Document:
        norm = {"breached_by": ["drive"], "principles": ["welfare"], **more}
        rows = {"drive": (9, 0), "wait": (0, 0)}
        case = case_of(rows, norms={"no_cars": norm}, compliance="enlightened")
        return case

    proposed = analyze(load_case(reviewed()))
    (proposal,) = proposed.proposals
    assert (proposal.norm, proposal.complying, proposal.instead) == (
        "no_cars",
        ("wait",),
        ("drive",),
    )
    assert not proposal.acted
    assert proposed.status("wait") is Status.OBLIGATORY
    acted = analyze(load_case(reviewed(authority="act")))
    assert acted.proposals[0].acted
    assert acted.outcome is Outcome.SILENT


def test_what_reasons_ask_beyond_a_cap_is_supererogatory():
    case = case_of({"give": (-5, 0), "keep": (0, -12)}, "welfare")
    case["standpoints"]["p"] = {"agent": True, "cap": 5}
    analysis = analyze(load_case(case))
    assert analysis.supererogatory == ("give",)
    assert analysis.statuses == {"give": Status.PERMISSIBLE, "keep": Status.PERMISSIBLE}


def test_a_dilemma_is_a_flag_beside_the_verdict():
    case = case_of({"a": (-5, 0), "b": (0, -4)}, {"id": "rejection", "residue_above": 3})
    analysis = analyze(load_case(case))
    assert analysis.dilemma
    assert analysis.residue == ("rejection",)
    assert analysis.status("b") is Status.OBLIGATORY


def test_explanations_are_methods_of_an_analysis():
    import argue

    case = argue.load_case("mask-mandate-exemptions")
    analysis = argue.analyze(case, priorities=[("rejection", "welfare")])
    assert analysis.why("exempt").supports
    assert analysis.why("position:1").supports
    assert analysis.why("exempt", rather_than="mandate").rather_than == "mandate"
    assert analysis.why_not("mandate").supports[0].label == "out"
    assert analysis.flips("voluntary", most=1).found
    assert set(analysis.flips(most=1)) == set(case.options)
