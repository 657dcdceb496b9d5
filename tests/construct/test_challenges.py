"""Challenges: what they are aimed at, what they rest on, and what they change instead."""

from fractions import Fraction
from typing import Any

import pytest

from argue.construct.challenges import in_odd_circles
from argue.errors import CaseError
from argue.io.case import load_case
from argue.model.argument import AttackKind, Kind
from argue.model.verdict import Status
from tests.construct.test_graph import TWO, attacks, ids
from tests.construct.test_replies import FILMING
from tests.laws.drawing import Document
from tests.laws.enumeration import argued
from tests.laws.tables import case_of


def challenged(against: Document, **more: object) -> Document:
    given = {"id": "c", "status": "raised", "against": against, **more}
    return case_of(TWO, "welfare", "rejection", challenges=[given])


@pytest.mark.parametrize(
    ("against", "targets"),
    [
        ({"framework": "welfare"}, {"reason:welfare:a>b"}),
        ({"source": "rejection"}, {"reason:rejection:p:b>a", "reason:rejection:q:a>b"}),
        ({"framework": "rejection", "worse": "b"}, {"reason:rejection:q:a>b"}),
        ({"framework": "rejection", "better": "b"}, {"reason:rejection:p:b>a"}),
        (
            {"framework": "rejection", "voice": "p", "better": "b", "worse": "a"},
            {"reason:rejection:p:b>a"},
        ),
        (
            {"reply": {"framework": "rejection", "by": "q", "better": "b", "worse": "a"}},
            {"reply:rejection:q:b>a"},
        ),
    ],
)
def test_a_challenge_attacks_what_it_is_aimed_at(against: Document, targets: set[str]):
    graph = argued(challenged(against)).graph
    assert attacks(graph, AttackKind.CHALLENGE) == {("challenge:c", t) for t in targets}
    assert attacks(graph, AttackKind.SETTING_ASIDE) == {
        ("challenge:c", "aside:c"),
        ("aside:c", "challenge:c"),
    }


def test_a_challenge_to_a_stated_reason_attacks_it_and_it_alone():
    case = challenged({"reason": "told"})
    stated = {"by": "critic", "over": "a", "favours": "b"}
    case["reasons"] = [{"id": "told", **stated}, {"id": "untold", **stated}]
    graph = argued(case).graph
    assert attacks(graph, AttackKind.CHALLENGE) == {("challenge:c", "reason:critic:told:b>a")}


def test_a_challenge_to_a_voice_in_which_a_norm_never_speaks_attacks_nothing():
    case = challenged({"norm": "n", "voice": "p"}) | {"norms": {"n": {"breached_by": ["a"]}}}
    graph = argued(case).graph
    assert attacks(graph, AttackKind.CHALLENGE) == set()
    assert "reason:norm:n:b>a" in graph.arguments


def test_a_challenge_to_a_voice_that_has_no_complaints_attacks_what_it_says():
    case = case_of({"a": (2, 0), "b": (0, 0)}, "pareto")
    case["challenges"] = [
        {"id": "c", "status": "raised", "against": {"framework": "pareto", "voice": "p"}}
    ]
    graph = argued(case).graph
    assert attacks(graph, AttackKind.CHALLENGE) == {("challenge:c", "reason:pareto:p:a>b")}


def test_of_several_challenges_each_does_what_it_does_whatever_comes_before_it():
    case = challenged({"framework": "rejection", "voice": "q"})
    case["challenges"].append({"id": "d", "status": "raised", "against": {"framework": "welfare"}})
    graph = argued(case).graph
    assert attacks(graph, AttackKind.CHALLENGE) == {("challenge:d", "reason:welfare:a>b")}


def test_a_challenge_to_a_complaint_bears_on_no_other_use_of_the_framework():
    uses = [{"id": name, "type": "rejection"} for name in ("here", "there")]
    case = challenged({"framework": "here", "voice": "q"}) | {"frameworks": uses}
    reasons = ids(argued(case).graph, Kind.REASON)
    assert {"reason:here:q:a>b@not challenge:c", "reason:there:q:a>b"} <= reasons
    assert not any("challenge" in name for name in reasons if name.startswith("reason:there:"))


def test_a_challenge_rests_on_the_disputed_facts_of_its_condition():
    case = challenged({"framework": "welfare"}, **{"if": ["f", "g"]})
    case |= {"facts": {"f": {"status": "disputed"}, "g": {"status": "agreed"}}}
    assert argued(case).graph.arguments["challenge:c"].premises == ("fact:f",)


def test_a_challenge_to_a_complaint_attacks_nothing_but_changes_what_is_said():
    graph = argued(challenged({"framework": "rejection", "voice": "q"})).graph
    assert attacks(graph, AttackKind.CHALLENGE) == set()
    said = graph.arguments["reason:rejection:q:a>b@not challenge:c"]
    assert said.premises == ("aside:c",)
    assert "reply:rejection:q:b>a@not challenge:c" in graph.arguments


def test_numbers_that_break_a_tie_can_be_challenged_as_a_voice():
    case = case_of({"one": (0, 5), "many": (5, 0)}, "rejection")
    case["standpoints"] = {"p": {"count": 5}, "q": {"count": 1}}
    assert argued(case).having(Status.OBLIGATORY) == {"many"}
    taurek = {"id": "t", "status": "accepted", "because": "numbers do not count"}
    taurek |= {"against": {"framework": "rejection", "voice": "numbers"}}
    drawn = argued({**case, "challenges": [taurek]})
    assert attacks(drawn.graph, AttackKind.CHALLENGE) == {
        ("challenge:t", "reason:rejection:numbers:many>one")
    }
    assert drawn.having(Status.PERMISSIBLE) == {"one", "many"}


@pytest.mark.parametrize(
    "against", [{"framework": "rejection", "voice": "q"}, {"framework": "welfare"}]
)
def test_a_challenge_whose_condition_is_known_false_is_not_there(against: Document):
    case = challenged(against, **{"if": "not g"}) | {"facts": {"g": {"status": "agreed"}}}
    without = {key: value for key, value in case.items() if key != "challenges"}
    assert argued(case).graph == argued(without).graph


@pytest.mark.parametrize(
    "against", [{"framework": "rejection", "voice": "q"}, {"framework": "welfare"}]
)
def test_a_refuted_challenge_is_not_there(against: Document):
    case = challenged(against, status="refuted", because="looked into")
    without = {key: value for key, value in case.items() if key != "challenges"}
    assert argued(case).graph == argued(without).graph


@pytest.mark.parametrize(
    ("aims", "odd"),
    [
        ({"c": None}, ""),
        ({"c": None, "d": "c"}, ""),
        ({"c": None, "d": "c", "e": "d"}, ""),
        ({"c": "d", "d": "c"}, ""),
        ({"c": "d", "d": "e", "e": "c"}, "cde"),
        ({"c": "d", "d": "e", "e": "c", "f": "c"}, "cde"),
        ({"c": "d", "d": "e", "e": "c", "f": "c", "g": "f"}, "cde"),
        ({"c": "d", "d": "c", "e": "c", "f": "g", "g": "h", "h": "f"}, "fgh"),
    ],
)
def test_challenges_in_an_odd_circle_are_found_and_no_others(aims: dict[str, Any], odd: str):
    given = [
        {"id": name, "status": "raised"}
        | {"against": {"challenge": aim} if aim else {"framework": "welfare"}}
        for name, aim in aims.items()
    ]
    graph = argued(case_of(TWO, "welfare", challenges=given)).graph
    expected = {f"challenge:{name}" for name in odd} | {f"aside:{name}" for name in odd}
    assert in_odd_circles(graph) == expected


@pytest.mark.parametrize(("status", "back"), [("raised", True), ("accepted", False)])
def test_only_a_raised_challenge_may_be_set_aside(status: str, back: bool):
    graph = argued(challenged({"framework": "welfare"}, status=status, because="so")).graph
    assert (("aside:c", "challenge:c") in attacks(graph, AttackKind.SETTING_ASIDE)) is back


def test_the_factor_of_a_challenge_lowers_a_complaint_without_ending_it():
    waived = challenged({"framework": "rejection", "voice": "q"}, status="accepted", because="so")
    waived["frameworks"] = ["rejection"]
    assert argued(waived).having(Status.OBLIGATORY) == {"b"}
    waived["challenges"][0]["factor"] = "3/4"
    drawn = argued(waived)
    assert drawn.having(Status.OBLIGATORY) == {"a"}
    assert drawn.graph.arguments["reason:rejection:q:a>b"].margin == (Fraction(3, 2), 2)


@pytest.mark.parametrize("kind", ["reason", "challenge", "priority"])
def test_only_the_reasons_of_a_source_are_narrowed(kind: str):
    text = FILMING + (
        "standpoints: {actor: {}}\nframeworks: []\n"
        "reasons: [{id: reason, by: critic, favours: film, over: abstain}]\n"
        "priorities: [{id: priority, higher: critic, lower: 'norm:quiet'}]\n"
        "challenges: [{id: challenge, status: raised, against: {source: critic}},\n"
        "  {id: doubt, status: raised, against: {%s}}]\n"
    )
    assert load_case(text % f"{kind}: {kind}").challenges["doubt"].against.name == kind
    for narrowing in ("better: film", "worse: abstain", "voice: actor"):
        with pytest.raises(CaseError, match=f"cannot narrow a {kind}"):
            load_case(text % f"{kind}: {kind}, {narrowing}")
