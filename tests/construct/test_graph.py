"""The graph of a case: its arguments by their public ids, what they rest on, what attacks what."""

from dataclasses import replace

import pytest

from argue.io.case import load_case
from argue.model.argument import AttackKind, Graph, Kind
from argue.model.verdict import Status
from tests.laws.drawing import Document
from tests.laws.enumeration import argued
from tests.laws.tables import case_of

TWO = {"a": (0, 2), "b": (1, 0)}


def attacks(graph: Graph, kind: AttackKind) -> set[tuple[str, str]]:
    return {(a.attacker, a.target) for a in graph.attacks if a.kind is kind}


def ids(graph: Graph, *kinds: Kind) -> set[str]:
    return {argument.id for argument in graph.of_kind(*kinds)}


def test_arguments_have_readable_ids_and_rest_on_what_they_need():
    graph = argued(case_of(TWO, "welfare", "rejection")).graph
    assert ids(graph, Kind.PERMISSION) == {"permission:a", "permission:b"}
    assert ids(graph, Kind.REASON) == {
        "reason:welfare:a>b",
        "reason:rejection:p:b>a",
        "reason:rejection:q:a>b",
    }
    assert ids(graph, Kind.REPLY) == {"reply:rejection:q:b>a"}
    objection = graph.arguments["objection:rejection:q:a>b"]
    assert objection.premises == ("reason:rejection:q:a>b", "permission:a")
    assert objection.by is None  # a stated reason has a name of its own, others have none
    assert attacks(graph, AttackKind.OBJECTION) == {
        ("objection:welfare:a>b", "permission:b"),
        ("objection:rejection:q:a>b", "permission:b"),
        ("objection:rejection:p:b>a", "permission:a"),
    }
    assert attacks(graph, AttackKind.REPLY) == {("reply:rejection:q:b>a", "reason:rejection:p:b>a")}


def test_ids_do_not_depend_on_the_order_of_the_keys():
    case = case_of(TWO, "welfare", "rejection")
    turned = {
        **case,
        "options": dict(reversed(case["options"].items())),
        "standpoints": dict(reversed(case["standpoints"].items())),
        "frameworks": case["frameworks"][::-1],
    }
    assert set(argued(turned).graph.arguments) == set(argued(case).graph.arguments)


def test_a_reason_that_needs_a_fact_rests_on_it_and_one_that_does_not_does_not():
    case = case_of({"a": (0,), "b": (1,)}, "welfare", facts={"f": {"status": "disputed"}})
    case["payoffs"]["a"]["p"] = {"if": "f", "then": 2, "else": 0}
    graph = argued(case).graph
    assert graph.arguments["reason:welfare:a>b@f"].premises == ("fact:f",)
    assert graph.arguments["reason:welfare:b>a@not f"].premises == ("fact:not f",)
    assert attacks(graph, AttackKind.CONTRARY) == {
        ("fact:f", "fact:not f"),
        ("fact:not f", "fact:f"),
    }
    case["payoffs"]["a"]["p"] = {"if": "f", "then": 3, "else": 2}
    graph = argued(case).graph
    assert graph.arguments["reason:welfare:a>b"].premises == ()
    assert graph.arguments["reason:welfare:a>b"].margin == (1, 2)
    assert ids(graph, Kind.FACT) == set()


def test_a_fact_that_leans_one_way_is_attacked_only_from_there():
    facts = {"f": {"status": "disputed", "lean": False}}
    case = case_of({"a": (0,), "b": (1,)}, "welfare", facts=facts)
    case["payoffs"]["a"]["p"] = {"if": "f", "then": 2, "else": 0}
    drawn = argued(case)
    assert attacks(drawn.graph, AttackKind.CONTRARY) == {("fact:not f", "fact:f")}
    assert drawn.having(Status.OBLIGATORY) == {"b"}


def test_what_is_presumed_forbidden_needs_a_reason_over_every_default():
    options = {"new": {"text": "new", "presume": "forbidden"}, "old": "old", "worst": "worst"}
    case = case_of({"new": (1,), "old": (1,), "worst": (0,)}, "welfare", options=options)
    drawn = argued(case)
    assert ids(drawn.graph, Kind.PRESUMPTION) == {"presumption:new:old", "presumption:new:worst"}
    assert attacks(drawn.graph, AttackKind.PRESUMPTION) == {
        ("presumption:new:old", "permission:new"),
        ("presumption:new:worst", "permission:new"),
        ("reason:welfare:new>worst", "presumption:new:worst"),
    }
    assert drawn.statuses["new"] is Status.IMPERMISSIBLE
    case["payoffs"]["new"]["p"] = 2
    assert argued(case).having(Status.OBLIGATORY) == {"new"}


def test_a_cap_answers_reasons_for_what_costs_the_agent_too_much_and_no_others():
    rows = {"kidney": (-5, 0), "blood": (-1, -6), "nothing": (0, -12)}
    case = case_of(rows, "welfare")
    case["standpoints"]["p"] = {"agent": True, "cap": 5}
    graph = argued(case).graph
    assert attacks(graph, AttackKind.REPLY) == {
        ("reply:cap:p:kidney>blood", "reason:welfare:kidney>blood"),
        ("reply:cap:p:kidney>nothing", "reason:welfare:kidney>nothing"),
    }


def test_a_cap_for_one_source_binds_only_that_source():
    rows = {"give": (-5, 0), "keep": (0, -12)}
    case = case_of(rows, "welfare", "rejection")
    case["standpoints"]["p"] = {"agent": True, "cap": {"welfare": 5}}
    graph = argued(case).graph
    targets = {target for _, target in attacks(graph, AttackKind.REPLY)}
    assert "reason:welfare:give>keep" in targets
    assert not any(target.startswith("reason:rejection:q") for target in targets)
    case["standpoints"]["p"] = {"agent": True, "cap": {"*": 5, "welfare": 6}}
    targets = {target for _, target in attacks(argued(case).graph, AttackKind.REPLY)}
    assert "reason:rejection:q:give>keep" in targets
    assert "reason:welfare:give>keep" not in targets


NORMS: Document = {
    "forbid": {"breached_by": ["a"], "frustrates_purpose": ["b"], "purpose_exempts": ["a"]},
}


@pytest.mark.parametrize(
    ("compliance", "breached"), [("mere", {"a"}), ("wilful", {"b"}), ("enlightened", {"b"})]
)
def test_compliance_reads_the_letter_or_the_purpose(compliance: str, breached: set[str]):
    case = {
        "title": "A norm",
        "options": {o: o for o in "abc"},
        "norms": NORMS,
        "compliance": compliance,
    }
    assert {r.worse for r in argued(case).graph.of_kind(Kind.REASON)} == breached


@pytest.mark.parametrize(
    ("norm", "speaks"),
    [
        ({"when": "f"}, True),
        ({"when": "not f"}, False),
        ({"exceptions": ["f"]}, False),
        ({"exceptions": ["g"]}, True),
    ],
)
def test_a_norm_speaks_where_its_condition_holds_and_no_exception_does(
    norm: Document, speaks: bool
):
    facts = {"f": {"status": "agreed"}, "g": {"status": "denied"}}
    case = {"title": "A norm", "options": {"a": "a", "b": "b"}, "facts": facts}
    drawn = argued({**case, "norms": {"n": {"breached_by": ["a"], **norm}}})
    assert bool(drawn.graph.of_kind(Kind.REASON)) is speaks
    assert bool(drawn.sources[0].missing) is not speaks


def test_a_norm_that_every_option_breaches_gives_no_reason_but_a_residue():
    case = {"title": "Forrester", "options": {"gentle": "g", "violent": "v"}}
    norms = {
        "no_harm": {"breached_by": ["gentle", "violent"]},
        "gently": {"breached_by": ["violent"]},
    }
    drawn = argued({**case, "norms": norms})
    assert [source.residue for source in drawn.sources] == [True, False]
    assert drawn.having(Status.OBLIGATORY) == {"gentle"}


@pytest.mark.parametrize(
    ("rank", "statuses"),
    [(0, ["permissible", "permissible"]), (1, ["impermissible", "obligatory"])],
)
def test_a_permission_answers_norms_of_no_higher_rank(rank: int, statuses: list[str]):
    norms = {
        "privacy": {"breached_by": ["film"], "rank": rank},
        "press": {"modality": "permit", "permits": ["film"]},
    }
    case = {"title": "A permission", "options": {"film": "f", "abstain": "a"}, "norms": norms}
    assert list(argued(case).statuses.values()) == statuses


@pytest.mark.parametrize(("text", "said"), [("It rains", "It rains"), ("", "heavy rain")])
def test_a_fact_is_said_in_its_words_and_so_is_its_opposite(text: str, said: str):
    facts = {"heavy_rain": {"status": "disputed"}}
    case = case_of({"a": (0,), "b": (1,)}, "welfare", facts=facts)
    case["payoffs"]["a"]["p"] = {"if": "heavy_rain", "then": 2, "else": 0}
    read = load_case(case)
    fact = replace(read.facts["heavy_rain"], text=text)
    graph = argued(replace(read, facts={"heavy_rain": fact})).graph
    assert graph.arguments["fact:heavy_rain"].text == said
    assert graph.arguments["fact:not heavy_rain"].text == f"It is not so: {said}"


def test_a_region_of_numbers_speaks_for_the_numbers():
    case = case_of({"a": (0,), "b": (1,)}, "welfare")
    case["payoffs"]["a"]["p"] = [0, 2]
    found = argued(case).graph.of_kind(Kind.NUMBERS)
    assert {a.source for a in found} == {"numbers"}
    assert len(found) > 1
