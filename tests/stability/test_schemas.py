"""The form of every file that is read or written is as it is stored: a change is a decision."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

import argue
from argue.cli.exits import Exit
from argue.cli.main import main
from argue.io.bundled import bundled_ids, bundled_text
from argue.io.case import load_case
from argue.io.schema import case_schema, study_schema
from argue.io.upgrade.formats import FORMATS, NEWEST, RENAMED
from argue.seminar.schemas import SCHEMAS
from argue.verdict.schema import analysis_schema
from tests.stability.flat import broken, flat_data, flat_schema
from tests.stability.stored import FOLDER, hold, stored

ROOT = Path(__file__).parents[2]
READ = {
    NEWEST: case_schema,
    "argue/study/v1": study_schema,
    "argue/quiz-answers/v1": SCHEMAS["quiz-answers"],
    "argue/poll/v1": SCHEMAS["poll"],
}
"""What people or programs write and this program reads."""

WRITTEN = {
    "argue/analysis/v1": analysis_schema,
    "argue/quiz/v1": SCHEMAS["quiz"],
    "argue/quiz-key/v1": SCHEMAS["quiz-key"],
}
"""What this program writes by a JSON Schema."""

EXEMPTED = "mask-mandate-exemptions"
OUTPUTS: dict[str, tuple[str, ...]] = {
    "argue/report/v1": ("report", EXEMPTED, "--format", "json"),
    "argue/why/v1": ("why", EXEMPTED, "exempt", "--json"),
    "argue/discussion/v1": ("why", EXEMPTED, "exempt", "--discussion", "--json"),
    "argue/difference/v1": ("diff", "fishing-hook-below", "fishing-hook-above", "--json"),
    "argue/flips/v1": ("whatif", "mask-mandate", "--flip", "end", "--json"),
    "argue/sensitivity/v1": ("sensitivity", "transmitter-room", "--json"),
    "argue/contest/v1": ("contest", EXEMPTED, "--json"),
    "argue/comparison/v1": ("compare", "transmitter-room", "--json"),
    "argue/roles/v1": ("roles", "--json"),
    "argue/frameworks/v1": ("frameworks", "rejection", "--json"),
    "argue/power-seeking/v1": ("sweep", "--json"),
    "argue/revision/v1": ("revise", "BANK", "--json"),
}
"""What commands write without a JSON Schema -> a command that writes it."""

BANK = """\
title: x
options: {a: A, b: B}
norms: {n: {breached_by: [a]}}
considered: {a: permissible}
"""

ELSEWHERE = {
    "argue/partial/v1": "tests/cli/test_analyze.py",
    "argue/audit/v1": "tests/cli/test_contest_diff.py",
    "argue/voices/v1": "tests/cli/test_merge.py",
    "argue/fit/v1": "tests/cli/test_fit.py",
    "argue/courses/v1": "tests/cli/test_norm.py",
    "argue/rules/v1": "tests/cli/test_convert.py",
    "argue/grades/v1": "tests/seminar/quiz/test_grading.py",
    "argue/polled/v1": "tests/seminar/poll/test_poll.py",
    "argue/justification/v1": "tests/rewards/preferences/test_columns.py",
}
"""What is written only after files of its own -> the tests that look at its keys."""


def file_of(name: str, folder: str) -> Path:
    return FOLDER / folder / f"{name.removeprefix('argue/').replace('/', '-')}.txt"


@pytest.mark.parametrize("name", READ)
def test_a_file_that_is_read_may_say_all_it_might_and_need_say_no_more(name: str):
    now, file = flat_schema(READ[name]()), file_of(name, "schemas")
    wrong = broken(stored(file), now, read=True)
    hold(file, now, broken=wrong, instead="give the format a new version")


@pytest.mark.parametrize("name", WRITTEN)
def test_a_file_that_is_written_says_all_it_did(name: str):
    now, file = flat_schema(dict(WRITTEN[name]())), file_of(name, "schemas")
    wrong = broken(stored(file), now, read=False)
    hold(file, now, broken=wrong, instead="give the format a new version")


@pytest.mark.parametrize("name", OUTPUTS)
def test_what_a_command_writes_as_data_has_all_the_keys_it_had(name: str, tmp_path, capsys):
    (tmp_path / "one.yaml").write_text(BANK, encoding="utf-8")
    given = [str(tmp_path) if word == "BANK" else word for word in OUTPUTS[name]]
    assert main(given) == Exit.DONE
    data = json.loads(capsys.readouterr().out)
    assert data["schema"] == name
    now, file = set(flat_data(data, ids(OUTPUTS[name][1]))), file_of(name, "outputs")
    hold(file, now, broken=stored(file) - now, instead="give the format a new version")


def ids(name: str) -> set[str]:
    if not name[0].isalpha() or name not in bundled_ids():
        return set()
    case = load_case(name)
    found = {*case.options, *case.standpoints, *case.facts, *case.norms, *case.challenges}
    return found | {use.id for use in case.frameworks} | {reason.by for reason in case.reasons}


def test_every_format_is_held_by_a_test_and_told_of_in_the_documentation():
    sources = [p.read_text(encoding="utf-8") for p in (ROOT / "argue").rglob("*.py")]
    named = {name for text in sources for name in re.findall(r'"(argue/[a-z-]+/v\d+)"', text)}
    assert named == {*READ, *WRITTEN, *OUTPUTS, *ELSEWHERE, *FORMATS}
    for name, file in ELSEWHERE.items():
        assert name in (ROOT / file).read_text(encoding="utf-8")
    page = (ROOT / "docs" / "reference" / "stability.md").read_text(encoding="utf-8")
    assert {name for name in named if f"`{name}`" not in page} == set()


def test_all_that_an_earlier_format_of_cases_could_say_can_still_be_said():
    renamed = {f".{'.'.join(e.under).replace('.[]', '[]')}.{e.old}": e for e in RENAMED}
    for earlier, later in zip(FORMATS, FORMATS[1:], strict=False):
        before = stored(file_of(earlier, "schemas"))
        assert before, f"store {earlier} before there is a {later}"
        now = flat_schema(case_schema())
        lost = {line for line in before - now if line.partition(":")[0] not in renamed}
        assert lost == set()


def test_a_change_that_breaks_a_promise_is_found():
    before = {".title: string", "requires .title", ".options.*: string", ".options.* = a", ".tags"}
    assert broken(before, before - {".tags"}, read=True) == {".tags"}
    assert broken(before, before - {".options.* = a"}, read=False) == {".options.* = a"}
    assert broken(before, before - {"requires .title"}, read=True) == set()
    assert broken(before, before - {"requires .title"}, read=False) == {"requires .title"}
    assert broken(before, before | {"requires .tags"}, read=True) == {"requires .tags"}
    assert broken(before, before | {"requires .tags", ".who"}, read=False) == set()
    inner = {".who", ".who.name: string", "requires .who.name"}
    assert broken(before, before | inner, read=True) == set()


def test_a_stored_list_takes_additions_only_when_it_is_told_to(tmp_path, monkeypatch):
    file = tmp_path / "list.txt"
    monkeypatch.setenv("ARGUE_WRITE_GOLDEN", "1")
    hold(file, {"b", "a"}, broken=(), instead="")
    assert stored(file) == {"a", "b"}
    monkeypatch.delenv("ARGUE_WRITE_GOLDEN")
    hold(file, {"b", "a"}, broken=(), instead="")
    with pytest.raises(AssertionError, match=r"additions are a decision(?s:.*)\+ c"):
        hold(file, {"a", "b", "c"}, broken=(), instead="")
    monkeypatch.setenv("ARGUE_WRITE_GOLDEN", "1")
    with pytest.raises(AssertionError, match="a new version:\nb"):
        hold(file, {"a"}, broken={"b"}, instead="a new version")
    hold(file, {"a", "b", "c"}, broken=(), instead="")
    assert file.read_text() == f"# since {argue.__version__}\na\nb\nc\n"


def test_the_bundled_schema_of_cases_is_the_newest():
    schema: dict[str, Any] = json.loads((ROOT / "cases" / "case.schema.json").read_text())
    assert schema["properties"]["schema"]["enum"] == list(reversed(FORMATS))
    assert f"schema: {NEWEST}" in bundled_text("mask-mandate")
