"""Warnings: each where it belongs, and none where all is well."""

import pytest

from argue.analysis import analyze
from argue.io.case import load_case
from argue.model.verdict import Notice
from argue.verdict.codes import WARNING_CODES
from tests.laws.drawing import Document
from tests.laws.tables import case_of

TWO = {"a": (0, 2), "b": (1, 0)}
FACTS: Document = {"facts": {"f": {"status": "disputed", "credence": "0.01"}}}
LEVELS: Document = {"standpoints": {"p": {"level": 1}, "q": {"level": 2}}}
DOUBT: Document = {"id": "c", "status": "raised", "against": {"framework": "welfare"}}
ECLIPSE: Document = {
    "title": "An eclipse",
    "options": {"a": "a", "b": "b", "c": "c"},
    "reasons": [
        {"by": "critic", "favours": "c", "over": "a"},
        {"by": "critic", "favours": "a", "over": "b"},
    ],
}


def notices(case: Document) -> tuple[Notice, ...]:
    return analyze(load_case(case)).notices


def with_cell(case: Document, cell: object) -> Document:
    case["payoffs"]["a"]["p"] = cell
    return case


CHOICE = {"if": "f", "then": -9, "else": 0}
EXAMPLES: list[tuple[str, str, Document]] = [
    ("W001", "frameworks.veil", case_of(TWO, "veil")),
    (
        "W002",
        "frameworks.veil",
        case_of(TWO, "welfare", {"id": "veil", "rule": "average"}, **LEVELS),
    ),
    ("W003", "standpoints.p", case_of(TWO, "welfare", standpoints={"p": {"agent": True}, "q": {}})),
    ("W004", "facts.f", case_of(TWO, "welfare", **FACTS)),
    ("W005", "facts.f", with_cell(case_of(TWO, "welfare", **FACTS), CHOICE)),
    ("W006", "payoffs", case_of(TWO)),
    ("W006", "frameworks.universalization", case_of(TWO, "universalization")),
    ("W006", "norms.n", case_of(TWO, "welfare", norms={"n": {"when": "not g"}}, facts={"g": {}})),
    (
        "W006",
        "reasons",
        {
            **ECLIPSE,
            "facts": {"g": {}},
            "reasons": [{"by": "critic", "favours": "c", "over": "a", "because": "not g"}],
        },
    ),
    (
        "W008",
        "challenges.c",
        case_of(TWO, "welfare", facts={"g": {}}, challenges=[{**DOUBT, "if": "not g"}]),
    ),
    ("W009", "payoffs.b", case_of({"a": (1, 1), "b": (0, 1)}, "welfare")),
    ("W012", "options.b", ECLIPSE),
]


@pytest.mark.parametrize(("code", "path", "case"), EXAMPLES)
def test_a_warning_stands_where_its_cause_is(code: str, path: str, case: Document):
    found = {(notice.code, notice.path): notice.text for notice in notices(case)}
    assert (code, path) in found
    assert found[code, path]
    assert {notice_code for notice_code, _ in found} <= WARNING_CODES.keys()


def test_a_sound_case_has_no_warning():
    assert notices(case_of(TWO, "welfare", "veil", "rejection", **LEVELS)) == ()


def test_a_fact_that_only_rules_mention_is_not_said_to_matter_to_nothing():
    case = {
        "title": "What follows from rain",
        "options": {"a": "a", "b": "b"},
        "facts": {name: {"status": "disputed"} for name in ("rain", "flood", "wind")},
        "rules": {"defeasible": ["rain => flood"]},
        "norms": {"n": {"breached_by": ["a"], "when": "flood"}},
    }
    assert [(n.code, n.path) for n in notices(case)] == [("W004", "facts.wind")]
    rainy = analyze(load_case(case), facts={"rain": True})
    assert rainy.statuses != analyze(load_case(case)).statuses


def test_complaints_left_out_are_owned_up_to():
    people = {f"p{i}": {"level": 0} for i in range(1001)}
    rows = {"a": dict.fromkeys(people, 0) | {"p0": 1}, "b": dict.fromkeys(people, 0) | {"p1": 1}}
    case = case_of(TWO, "rejection") | {"standpoints": people, "payoffs": rows}
    analysis = analyze(load_case(case))
    assert [n.code for n in analysis.notices] == ["W007"]
    assert len(analysis.sources[0].reasons) <= 4


def test_a_challenge_to_nothing_that_is_said_is_noticed():
    case = {
        "title": "A doubt about a voice nobody has",
        "options": {"a": "a", "b": "b"},
        "standpoints": {"s": {"count": 1}},
        "payoffs": {"a": {"s": 1}, "b": {"s": 0}},
        "frameworks": ["welfare"],
        "challenges": [{"id": "idle", "against": {"framework": "welfare", "voice": "s"}}],
    }
    assert "W013" in {notice.code for notice in analyze(load_case(case)).notices}
