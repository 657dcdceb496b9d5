"""Audits: a saved report is run again from itself alone, and no change in it goes unnoticed."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from argue.analysis import analyze
from argue.errors import CaseError, NoSuchInput
from argue.explain.saved import is_text_of, load_saved, read_saved
from argue.io.bundled import bundled_text
from argue.io.case import load_case
from argue.report import render
from argue.report.audit import audit
from argue.verdict.result import Analysis
from tests.bundled import analysis_of, some_cases
from tests.laws.cases import ALL, SOME, documents

SETTINGS: list[dict[str, Any]] = [
    {},
    {"facts": {"surge": True}},
    {"priorities": [("rejection", "welfare")], "frameworks": ("welfare", "rejection")},
    {"frameworks": ()},
    {"semantics": "grounded", "flat": True},
]


def written(analysis: Analysis, audience: str = "analyst") -> str:
    return render(analysis, "json", audience)


@pytest.mark.parametrize("case", some_cases())
def test_the_report_on_every_bundled_case_holds(case: str):
    found = audit(read_saved(written(analysis_of(case))))
    assert found.holds, found.sentences
    assert not found.sections


@pytest.mark.parametrize("settings", SETTINGS)
@pytest.mark.parametrize("audience", ["student", "engineer"])
def test_it_is_run_again_under_its_own_settings(settings: dict[str, Any], audience: str):
    analysis = analyze(load_case("mask-mandate-exemptions"), **settings)
    saved = read_saved(written(analysis, audience))
    assert saved.setup == analysis.setup
    assert audit(saved).holds


@SOME
@given(documents(ALL, options=(2, 3), people=(1, 2), sources=2))
def test_a_case_given_as_a_mapping_is_run_again_too(document: dict[str, object]):
    found = audit(read_saved(written(analyze(load_case(document)))))
    assert found.holds, found.sentences


@pytest.mark.parametrize("suffix", [".yaml", ".json", ".toml"])
def test_a_case_from_a_file_keeps_its_bytes(suffix: str, tmp_path: Path):
    texts = {
        ".yaml": "\ufefftitle: Bytes\r\noptions: {go: Go, stay: Stay}\r\n",
        ".json": '{"title": "Bytes", "options": {"go": "Go \\u2713", "stay": "Stay"}}',
        ".toml": 'title = "Bytes"\n[options]\ngo = "Go"\nstay = "Stay"\n',
    }
    file = tmp_path / f"case{suffix}"
    file.write_bytes(texts[suffix].encode())
    case = load_case(file)
    saved = read_saved(written(analyze(case)))
    assert is_text_of(saved.text, case.sha256)
    assert audit(saved).holds
    assert audit(saved, case).holds


def test_another_number_in_the_case_is_told_with_the_argument_that_changed():
    data = json.loads(written(analyze(load_case("mask-mandate"))))
    case = data["reproduce"]["case"]
    case["text"] = case["text"].replace("high_risk: -1.5", "high_risk: -50")
    found = audit(read_saved(json.dumps(data)))
    assert not found.holds
    assert not found.same_case
    assert found.difference
    moved = {m.name: m for m in found.difference.statuses}
    assert moved["continue"].was == "obligatory"
    assert set(moved["continue"].through) & {*found.difference.added, *found.difference.removed}


def test_a_case_beside_the_report_is_compared_with_it():
    saved = read_saved(written(analyze(load_case("mask-mandate"))))
    other = load_case(bundled_text("mask-mandate").replace("burden points", "points"))
    found = audit(saved, other)
    assert not found.same_case
    assert not found.holds
    assert audit(saved, load_case("mask-mandate")).holds


@pytest.mark.parametrize(
    ("path", "value", "part"),
    [
        (("options", "end", "status"), "permissible", "options"),
        (("outcome",), "contested", "outcome"),
        (("graph", "arguments", 0, "label"), "out", "graph"),
        (("shared", "table", "end", "allowed_by"), 3, "shared"),
    ],
)
def test_a_result_that_was_changed_is_found(path: tuple[Any, ...], value: object, part: str):
    data = json.loads(written(analyze(load_case("mask-mandate"))))
    place = data["analysis"]
    for key in path[:-1]:
        place = place[key]
    assert place[path[-1]] != value
    place[path[-1]] = value
    found = audit(read_saved(json.dumps(data)))
    assert part in found.parts
    assert not found.holds


def test_a_sentence_that_was_changed_is_found_unless_another_version_wrote_it():
    data = json.loads(written(analyze(load_case("mask-mandate"))))
    data["sections"][1]["blocks"][0]["text"] = "Because I say so."
    found = audit(read_saved(json.dumps(data)))
    assert found.sections == (data["sections"][1]["title"],)
    assert not found.holds
    data["analysis"]["version"] = "0.0.1"
    found = audit(read_saved(json.dumps(data)))
    assert found.holds
    assert any("0.0.1" in sentence for sentence in found.sentences)


def test_settings_that_do_not_fit_the_case_are_told():
    data = json.loads(written(analyze(load_case("mask-mandate"))))
    data["analysis"]["settings"]["facts"] = {"plague": True}
    found = audit(read_saved(json.dumps(data)))
    assert "plague" in found.failed
    assert not found.holds
    data["reproduce"]["case"]["text"] = "title: [\n"
    assert "cannot be read" in audit(read_saved(json.dumps(data))).failed


def test_a_report_without_its_level_of_compliance_is_held_against_the_cases_own():
    data = json.loads(written(analyze(load_case("mask-mandate"))))
    del data["analysis"]["settings"]["compliance"]
    found = audit(read_saved(json.dumps(data)))
    assert found.holds
    assert "preferred semantics" in found.sentences[3]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "nothing",
        "{}",
        "[" * 100_000,
        "9" * 4_400,
        '{"schema": "argue/report/v1"}',
        '{"schema": "argue/analysis/v1", "outcome": 3}',
        '{"schema": "argue/case/v1", "outcome": "decided"}',
    ],
)
def test_what_is_no_report_is_an_error_that_says_what_to_give(text: str):
    with pytest.raises(CaseError) as error:
        read_saved(text)
    assert error.value.problems[0].code == "S001"
    assert "argue report --json" in error.value.problems[0].help


def test_every_part_that_is_read_is_checked():
    data = json.loads(written(analyze(load_case("kidney"))))
    places: list[tuple[Any, ...]] = [
        ("audience",),
        ("sections",),
        ("reproduce", "case", "text"),
        ("analysis", "case", "sha256"),
        ("analysis", "settings", "facts"),
        ("analysis", "settings", "priorities"),
        ("analysis", "settings", "semantics"),
        ("analysis", "settings", "flat"),
        ("analysis", "options"),
        ("analysis", "graph", "arguments", 0, "premises"),
        ("analysis", "graph", "arguments", 0, "label"),
        ("analysis", "graph", "attacks", 0, "to"),
    ]
    for path in places:
        broken = json.loads(json.dumps(data))
        place = broken
        for key in path[:-1]:
            place = place[key]
        place[path[-1]] = 7
        with pytest.raises(CaseError):
            read_saved(json.dumps(broken))


def test_a_file_that_is_not_there_is_said_to_be_so(tmp_path: Path):
    with pytest.raises(NoSuchInput):
        load_saved(str(tmp_path / "none.json"))
