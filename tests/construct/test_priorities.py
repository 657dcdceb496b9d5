"""Who outranks whom: declared, by rank, for all norms, in doubt, or in a cycle."""

import pytest

from argue.analysis import analyze
from argue.construct.priorities import closed, fixed_order
from argue.errors import ArgueError, UnknownId
from argue.io.case import load_case
from argue.model.argument import Kind
from argue.model.verdict import AttributionKind, Status
from tests.laws.drawing import Document

CASE: Document = {
    "title": "Two norms and a critic",
    "options": {"tell": "tell", "silent": "silent"},
    "norms": {"report": {"breached_by": ["silent"]}, "secret": {"breached_by": ["tell"]}},
    "reasons": [{"by": "critic", "favours": "tell", "over": "silent"}],
}
REPORT, SECRET = "norm:report", "norm:secret"


def order(**more: object) -> frozenset[tuple[str, str]]:
    return fixed_order(load_case({**CASE, **more}))


def test_priorities_are_transitive():
    pairs = [["critic", REPORT], [REPORT, SECRET]]
    assert order(priorities=pairs) == {
        ("critic", REPORT),
        (REPORT, SECRET),
        ("critic", SECRET),
    }


def test_norms_in_a_priority_are_all_norms():
    assert order(priorities=[["norms", "critic"]]) == {(REPORT, "critic"), (SECRET, "critic")}
    assert order(priorities=[["critic", "norms"]]) == {("critic", REPORT), ("critic", SECRET)}


def test_a_higher_rank_outranks_a_lower_one():
    norms = {**CASE["norms"], "report": {"breached_by": ["silent"], "rank": 1}}
    assert order(norms=norms) == {(REPORT, SECRET)}


def test_a_cycle_is_an_error_that_names_the_sources():
    with pytest.raises(ArgueError, match="priorities form a cycle through a, b, c"):
        closed([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")])
    case = load_case({**CASE, "priorities": [[REPORT, SECRET]]})
    with pytest.raises(ArgueError, match="cycle"):
        analyze(case, priorities=[(SECRET, REPORT)])


def test_priorities_that_are_asked_for_must_name_sources():
    with pytest.raises(UnknownId, match="norm:report"):
        analyze(load_case(CASE), priorities=[("reporter", "critic")])


@pytest.mark.parametrize(
    ("status", "fixed"),
    [("agreed", True), ("assumed", True), ("denied", False), ("disputed", False)],
)
def test_a_priority_is_fixed_only_if_what_it_rests_on_is_settled(status: str, fixed: bool):
    law = {"id": "law", "higher": REPORT, "lower": SECRET, "because": "statute"}
    found = order(facts={"statute": {"status": status}}, priorities=[law])
    assert found == ({(REPORT, SECRET)} if fixed else frozenset())


def test_a_priority_that_rests_on_a_disputed_fact_holds_where_the_fact_does():
    case = {
        **CASE,
        "facts": {"statute": {"status": "disputed"}},
        "reasons": [],
        "priorities": [
            {"id": "law", "higher": REPORT, "lower": SECRET, "because": "statute"},
            {"id": "else", "higher": SECRET, "lower": REPORT, "because": "not statute"},
        ],
    }
    analysis = analyze(load_case(case))
    assert set(analysis.statuses.values()) == {Status.CONTESTED}
    for due in analysis.attribution.values():
        assert AttributionKind.FACT in {a.kind for a in due}
    for holds, option in ((True, "tell"), (False, "silent")):
        settled = analyze(load_case(case), facts={"statute": holds})
        assert settled.status(option) is Status.OBLIGATORY


def test_a_priority_whose_reason_is_denied_does_not_hold():
    priority = {"id": "p", "higher": REPORT, "lower": SECRET, "because": "statute"}
    facts = {"statute": {"status": "denied"}}
    assert order(facts=facts, priorities=[priority]) == frozenset()
    facts = {"statute": {"status": "agreed"}}
    assert order(facts=facts, priorities=[priority]) == {(REPORT, SECRET)}


def test_an_open_priority_is_an_argument_wherever_it_stands_among_fixed_ones():
    facts = {"statute": {"status": "disputed"}}
    fixed = {"id": "fixed", "higher": "critic", "lower": SECRET}
    law = {"id": "law", "higher": REPORT, "lower": SECRET, "because": "statute"}
    for given in ([fixed, law], [law, fixed]):
        found = analyze(load_case({**CASE, "facts": facts, "priorities": given}))
        (named,) = found.graph.of_kind(Kind.PRIORITY)
        assert named.id == f"priority:{REPORT}>{SECRET}"
        assert found.graph.order == {("critic", SECRET)}


@pytest.mark.parametrize(("status", "fixed"), [("refuted", True), ("raised", False)])
def test_a_refuted_challenge_leaves_a_priority_fixed(status: str, fixed: bool):
    law = {"id": "law", "higher": REPORT, "lower": SECRET}
    doubt = {"id": "c", "status": status, "because": "x", "against": {"priority": "law"}}
    assert bool(order(priorities=[law], challenges=[doubt])) == fixed


def test_a_challenge_to_a_source_of_the_same_name_leaves_a_priority_fixed():
    law = {"id": "critic", "higher": REPORT, "lower": SECRET}
    for against, fixed in (({"source": "critic"}, True), ({"priority": "critic"}, False)):
        doubt = {"id": "c", "status": "raised", "against": against}
        assert bool(order(priorities=[law], challenges=[doubt])) == fixed


def test_permissions_are_not_among_the_norms_of_a_priority():
    leave = {"modality": "permit", "permits": ["tell"], "rank": 5}
    norms = {**CASE["norms"], "leave": leave}
    assert order(norms=norms, priorities=[["norms", "critic"]]) == {
        (REPORT, "critic"),
        (SECRET, "critic"),
    }


@pytest.mark.parametrize("status", ["raised", "accepted", "refuted"])
def test_what_ranks_a_permission_compares_nothing_and_says_so(status: str):
    leave = {"modality": "permit", "permits": ["silent"]}
    law = {"id": "law", "higher": REPORT, "lower": "norm:leave"}
    bridge = {"higher": "norm:leave", "lower": "critic"}
    doubt = {"id": "c", "status": status, "because": "x", "against": {"priority": "law"}}
    given = {**CASE, "norms": {**CASE["norms"], "leave": leave}, "challenges": [doubt]}
    without = analyze(load_case(given | {"challenges": []}))
    for flat in (False, True):
        found = analyze(load_case({**given, "priorities": [law, bridge]}), flat=flat)
        assert (found.graph.order, found.graph.of_kind(Kind.PRIORITY)) == (frozenset(), ())
        assert found.statuses == without.statuses
        assert [entry.path for entry in found.not_used] == ["priorities[0]", "priorities[1]"]
        warned = [notice.path for notice in found.notices if notice.code == "W013"]
        assert warned == (["challenges.c"] if status != "refuted" else [])


def test_a_priority_of_all_norms_that_is_set_aside_puts_none_over_itself():
    law = {"id": "law", "higher": "norms", "lower": SECRET}
    doubt = {"id": "c", "status": "accepted", "against": {"priority": "law"}}
    found = analyze(load_case({**CASE, "priorities": [law], "challenges": [doubt]}))
    assert [a.id for a in found.graph.of_kind(Kind.PRIORITY)] == [f"priority:{REPORT}>{SECRET}"]


def test_a_priority_over_a_permission_does_not_keep_a_canon_away():
    earlier = {"breached_by": ["tell"], "since": 1990}
    later = {"breached_by": ["silent"], "since": 2020}
    norms = {"secret": earlier, "report": later, "leave": {"modality": "permit"}}
    chain = [[SECRET, "norm:leave"], ["norm:leave", REPORT]]
    assert order(norms=norms, priorities=chain) == {(REPORT, SECRET)}


def test_a_circle_through_a_permission_is_none():
    norms = {"secret": {"breached_by": ["tell"]}, "leave": {"modality": "permit", "rank": 1}}
    circle = [["critic", "norm:leave"], ["norms", "critic"]]
    assert order(norms=norms, priorities=circle) == {(SECRET, "critic")}
    with pytest.raises(UnknownId, match="norm:leave"):
        analyze(load_case({**CASE, "norms": norms}), priorities=[("norm:leave", "critic")])
