"""Cases in which a simpler construction goes wrong, with what comes out here instead."""

from fractions import Fraction
from itertools import product

import pytest

from argue.analysis import analyze
from argue.construct.plain import flatten, rankings, under
from argue.io.case import load_case
from argue.model.af import AF
from argue.model.verdict import AttributionKind, Basis, Outcome, Status
from argue.semantics import extensions
from argue.verdict.positions import Positions
from argue.verdict.settings import Settlement
from tests.laws.enumeration import argued
from tests.laws.tables import CYCLE, PAIRWISE, case_of

CONTESTED, IMPERMISSIBLE, OBLIGATORY, PERMISSIBLE, UNRESOLVED = (
    Status.CONTESTED,
    Status.IMPERMISSIBLE,
    Status.OBLIGATORY,
    Status.PERMISSIBLE,
    Status.UNRESOLVED,
)


def test_pairwise_complaints_go_in_a_circle_and_menu_complaints_do_not():
    pairwise = argued(case_of(CYCLE, PAIRWISE))
    assert set(pairwise.statuses.values()) == {UNRESOLVED}
    (ranking,) = rankings(pairwise.graph)
    assert extensions(under(pairwise.graph, ranking), "stable") == ()
    assert set(argued(case_of(CYCLE, "rejection")).statuses.values()) == {PERMISSIBLE}


def test_an_option_that_a_whole_circle_defeats_is_eliminated():
    analysis = analyze(load_case(case_of(CYCLE | {"d": (-9, -9, -9)}, PAIRWISE)))
    assert analysis.statuses["d"] is IMPERMISSIBLE
    assert analysis.flags["d"] == ("eliminated",)
    assert {analysis.statuses[o] for o in CYCLE} == {UNRESOLVED}
    assert analysis.outcome is Outcome.UNRESOLVED


def test_equal_complaints_answer_each_other_and_do_not_make_a_dispute():
    case = case_of({"one": (0, 5), "other": (5, 0)}, "rejection")
    assert set(argued(case).statuses.values()) == {PERMISSIBLE}
    case["standpoints"] = {"p": {"count": 5}, "q": {"count": 1}}
    assert argued(case).having(OBLIGATORY) == {"other"}


def test_no_position_follows_one_source_on_one_pair_and_another_on_the_next():
    rows = {"a": (1, -2), "b": (-3, 3), "c": (-2, 0)}
    case = case_of(rows, "welfare", {"id": "veil", "rule": "maximin"})
    orders = (["welfare", "veil"], ["veil", "welfare"])
    apart = [argued({**case, "priorities": [order]}).positions for order in orders]
    assert all(len(positions) == 1 for positions in apart)
    assert argued(case).positions == apart[0] | apart[1]


def test_rankings_never_contradict_themselves():
    stated = [("x", "a", "b"), ("y", "b", "a"), ("y", "b", "c"), ("z", "c", "b"), ("z", "c", "a")]
    case = {
        "title": "Three who disagree",
        "options": {"a": "a", "b": "b", "c": "c"},
        "reasons": [{"by": by, "favours": f, "over": o} for by, f, o in (*stated, ("x", "a", "c"))],
    }
    pairs = [Settlement("priority", pair=(s, t)) for s, t in product("xyz", repeat=2) if s != t]
    found = list(Positions(argued(case).graph).found(watched=pairs))
    assert found
    for labels in found:
        above = {settled.pair for settled in labels.witness}
        assert len(above) == 3
        assert not any({(s, t), (t, u), (u, s)} <= above for s, t, u in product("xyz", repeat=3))


def test_plans_that_exclude_each_other_are_not_accepted_together_as_acts():
    """Two of three acts can be done: the plans are the pairs, and only one pair is best."""
    rows = {"a_and_b": (3,), "b_and_c": (2,), "a_and_c": (1,)}
    assert argued(case_of(rows, "welfare")).having(OBLIGATORY) == {"a_and_b"}


def test_stable_semantics_is_lost_to_a_circle_that_bears_on_nothing():
    circle = [
        {"id": f"x{i}", "status": "accepted", "because": "so", "against": {"challenge": f"x{j}"}}
        for i, j in ((1, 2), (2, 3), (3, 1))
    ]
    drawn = argued(case_of({"a": (1,), "b": (0,)}, "welfare", challenges=circle))
    (ranking,) = rankings(drawn.graph)
    assert extensions(under(drawn.graph, ranking), "stable") == ()
    assert drawn.having(OBLIGATORY) == {"a"}


@pytest.mark.parametrize("groups", [1, 2, 12])
def test_how_finely_viewers_are_divided_does_not_weaken_the_worker(groups: int):
    viewers = [f"viewers{i}" for i in range(groups)]
    case = {
        "title": "Transmitter room",
        "options": {"rescue": "rescue", "wait": "wait"},
        "standpoints": {"worker": {"count": 1}}
        | {name: {"count": str(Fraction(5_000_000, groups))} for name in viewers},
        "payoffs": {
            "rescue": {"worker": 0} | dict.fromkeys(viewers, "-0.05"),
            "wait": {"worker": -10} | dict.fromkeys(viewers, 0),
        },
        "frameworks": ["rejection"],
    }
    assert argued(case).having(OBLIGATORY) == {"rescue"}


def test_no_conflict_is_reported_that_no_way_of_settling_the_facts_has():
    """In each world welfare and rule utilitarianism agree, so the ranking is not to blame."""
    cell = {"if": "f", "then": 2, "else": 0}
    case = case_of({"a": (0,), "b": (1,)}, "welfare", "rule_utilitarian", "veil")
    case |= {"facts": {"f": {"status": "disputed"}}}
    case["payoffs"]["a"] = {"p": cell}
    analysis = analyze(load_case(case))
    assert analysis.outcome is Outcome.CONTESTED
    for due in analysis.attribution.values():
        assert [(a.kind, a.name) for a in due] == [(AttributionKind.FACT, "f")]


def test_an_objection_may_not_appeal_to_what_is_itself_ruled_out():
    """A norm forbids b; that b is better than c then leaves c standing."""
    case = {
        "title": "Objections",
        "options": {"a": "a", "b": "b", "c": "c"},
        "reasons": [{"by": "critic", "favours": "b", "over": "c"}],
        "norms": {"n": {"breached_by": ["b"]}},
        "priorities": [["norms", "critic"]],
    }
    assert argued(case).statuses == {"a": PERMISSIBLE, "b": IMPERMISSIBLE, "c": PERMISSIBLE}


COMPROMISE = {"a": (0, 20), "mid": (1, 17), "b": (2, 3)}


def test_a_compromise_is_ruled_out_in_every_position_by_different_options():
    drawn = argued(case_of(COMPROMISE, "welfare", "veil"))
    assert drawn.statuses == {"a": CONTESTED, "mid": IMPERMISSIBLE, "b": CONTESTED}
    flat, _ = flatten(drawn.graph)
    assert not any("permission" in name for name in next(iter(extensions(flat, "grounded"))))


def test_a_compromise_that_no_source_ranks_first_can_still_be_what_all_agree_on():
    rows = {"mid": (5, 5, 5), "a": (9, 0, 0), "b": (0, 9, 0)}
    case = case_of(rows, "welfare", "veil", "rejection")
    assert argued(case).having(OBLIGATORY) == {"mid"}


def test_no_threshold_of_indifference_makes_sources_go_in_a_circle():
    """With differences up to 1 ignored by welfare, a, b and c would defeat each other."""
    universal = {o: {"all": -x, "nobody": 0} for o, x in (("a", 8), ("b", 4), ("c", 0))}
    case = case_of({"a": (2,), "b": (1,), "c": (0,)}, "welfare", "universalization")
    case |= {"universal": universal}
    case["frameworks"][1] = {"id": "universalization", "rule": "best"}
    assert UNRESOLVED not in argued(case).statuses.values()
    enough = {"id": "welfare", "mode": {"enough": 1}}
    assert argued({**case, "frameworks": [enough]}).having(PERMISSIBLE) == {"a", "b"}


def test_a_cap_is_measured_from_what_would_cost_the_agent_least():
    """Horton's all-or-nothing: to give blood cannot be wrong where to give nothing is not."""
    rows = {"kidney": (-5, 0), "blood": (-1, -6), "nothing": (0, -12)}
    case = case_of(rows, "welfare", "rejection")
    case["standpoints"]["p"] = {"agent": True, "cap": 5}
    analysis = analyze(load_case(case))
    assert analysis.statuses == {
        "kidney": PERMISSIBLE,
        "blood": PERMISSIBLE,
        "nothing": IMPERMISSIBLE,
    }
    assert analysis.supererogatory == ("kidney",)


def test_universalization_does_not_rank_what_is_harmless():
    universal = {"hook": {"all": 1, "nobody": 0}, "conserve": {"all": "1.1", "nobody": 0}}
    case = case_of({"hook": (0,), "conserve": (0,)}, "universalization", universal=universal)
    assert set(argued(case).statuses.values()) == {PERMISSIBLE}
    case["frameworks"] = [{"id": "universalization", "rule": "best"}]
    assert argued(case).having(OBLIGATORY) == {"conserve"}


def test_a_waived_complaint_answers_nobody_any_more():
    case = case_of({"a": (-10, 0), "b": (0, -8)}, "rejection")
    assert argued(case).having(OBLIGATORY) == {"b"}
    waiver = {"id": "w", "status": "accepted", "because": "consent"}
    waiver |= {"against": {"framework": "rejection", "voice": "p"}}
    assert argued({**case, "challenges": [waiver]}).having(OBLIGATORY) == {"a"}


def test_leximin_rules_out_what_maximin_cannot_tell_apart():
    rows = {"better": (0, 5), "worse": (0, 1)}
    assert argued(case_of(rows, "veil")).having(OBLIGATORY) == {"better"}


def test_the_worst_off_are_known_by_their_level_and_not_by_the_effect_alone():
    rows = {"tax_poor": (-5, 0), "tax_rich": (0, -6)}
    without = case_of(rows, "veil")
    assert argued(without).having(OBLIGATORY) == {"tax_poor"}
    levels = {"p": {"level": 10}, "q": {"level": 100}}
    assert argued({**without, "standpoints": levels}).having(OBLIGATORY) == {"tax_rich"}


def test_silence_is_reported_as_silence():
    analysis = analyze(load_case({"title": "?", "options": {"launch": "launch", "hold": "hold"}}))
    assert analysis.outcome is Outcome.SILENT
    assert set(analysis.basis.values()) == {Basis.UNOPPOSED}


def test_a_doubt_that_is_only_raised_defeats_nothing():
    case = case_of({"torture": (-9, 1), "refrain": (0, 0)}, "rejection")
    doubts = [
        {"id": f"d{i}", "status": "raised", "against": {"framework": "rejection", "voice": "p"}}
        for i in (1, 2, 3)
    ]
    analysis = analyze(load_case({**case, "challenges": doubts}))
    assert analysis.outcome is Outcome.CONTESTED
    kinds = {a.kind for due in analysis.attribution.values() for a in due}
    assert kinds == {AttributionKind.CHALLENGE}


def test_a_source_listed_twice_counts_once():
    case = case_of({"a": (0, 20), "b": (2, 3)}, "welfare", "veil")
    twice = {**case, "frameworks": ["welfare", {"id": "again", "type": "welfare"}, "veil"]}
    assert [len(list(rankings(argued(c).graph))) for c in (case, twice)] == [2, 4]
    one, two = (analyze(load_case(c)) for c in (case, twice))
    assert one.statuses == two.statuses
    assert one.shared.allowed_by == two.shared.allowed_by == {"a": (1, 2), "b": (1, 2)}


def test_margins_of_different_sources_are_never_compared():
    case = case_of({"a": (0, 0), "b": (0, 99)}, "veil", "welfare", priorities=[["veil", "welfare"]])
    case["payoffs"]["a"] = {"p": "1/1000", "q": "1/1000"}
    drawn = argued(case)
    margins = {r.source: r.margin for r in drawn.graph.arguments.values() if r.margin}
    assert margins["veil"] == (Fraction(1, 1000),) * 2
    assert margins["welfare"][0] > 49
    assert drawn.having(OBLIGATORY) == {"a"}


def test_an_odd_circle_alone_has_no_stable_extension_and_one_preferred():
    af = AF.parse("a->b->c->a d")
    assert extensions(af, "stable") == ()
    assert extensions(af, "preferred") == (frozenset("d"),)
