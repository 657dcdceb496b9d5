"""`argue cases --check` and what it rests on: agreement, explained differences, missed ones."""

import json

import pytest

from argue.analysis import analyze
from argue.cli.cases import lines_of
from argue.cli.exits import Exit
from argue.cli.main import main
from argue.errors import ArgueError
from argue.io.beside import case_beside
from argue.io.bundled import bundled_ids
from argue.io.case import load_case
from argue.io.differences import differences_of
from argue.report.agreement import agreement, agreement_in

CASE = """title: x
options: {a: A, b: B}
reasons: [{by: me, favours: a, over: b}]
considered:
  - {option: a, status: obligatory}
  - {option: b, status: permissible, by: most people}
"""
WHY = "x-differences: [{option: b, by: most people, because: they were not told of me}]\n"


def test_all_bundled_cases_come_out_or_say_why_not(capsys: pytest.CaptureFixture[str]):
    assert main(["cases", "--check"]) == Exit.DONE
    lines = capsys.readouterr().out.splitlines()
    assert tuple(line.split()[0] for line in lines[:-1] if line[0] != " ") == bundled_ids()
    assert lines[-1].endswith(" 0 unexplained.")
    assert max(map(len, lines)) <= 80


def test_one_case_is_checked_as_data(capsys: pytest.CaptureFixture[str]):
    assert main(["cases", "--check", "transmitter-room", "--json"]) == Exit.DONE
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["case"], found["holds"]) == ("transmitter-room", True)
    assert [judged["by"] for judged in found["agreed"]] == [
        *("rejection", "welfare", "veil"),
        *("rule_utilitarian", "universalization", "veil_average", "limited_aggregation"),
    ]
    (explained,) = found["explained"]
    assert (explained["expected"], explained["got"]) == ("obligatory", "contested")
    assert "contractualist" in explained["because"]
    assert found["missed"] == found["idle"] == []


BESIDE = """x-beside:
  frameworks: [{id: mine, type: universalization}]
  universal: {a: {all: 1, nobody: 0}, b: {all: 0, nobody: 1}}
  considered: [{option: a, status: required, by: mine}, {option: b, status: allowed, by: mine}]
"""


def test_views_beside_a_case_are_checked_and_have_no_part_in_its_verdict():
    found = agreement_in(CASE + WHY + BESIDE, "x")
    assert [(c.option, c.by, c.got) for c in found.agreed] == [
        ("a", None, "obligatory"),
        ("a", "mine", "required"),
    ]
    assert [(c.option, c.by, c.got) for c in found.missed] == [("b", "mine", "forbidden")]
    assert analyze(load_case(CASE + WHY + BESIDE)).alone.keys() == {"me"}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (BESIDE.replace("by: mine}]", "by: me}]"), "has a judgement by me; .*: mine"),
        (BESIDE.replace(", by: mine}]", "}]"), "has a judgement by nobody"),
        ("x-beside: [welfare]\n", "x-beside is not a mapping"),
        (BESIDE.replace("universal:", "universall:"), "universall"),
    ],
)
def test_views_beside_a_case_that_cannot_be_read_are_refused(written: str, said: str):
    with pytest.raises(ArgueError, match=said):
        case_beside(CASE + written)


def test_a_case_that_is_not_bundled_is_refused(capsys: pytest.CaptureFixture[str]):
    assert main(["cases", "--check", "no-such-case"]) == Exit.USAGE
    assert "bundled case" in capsys.readouterr().err


def test_a_difference_that_is_not_explained_is_missed():
    found = agreement_in(CASE, "x")
    assert not found.holds
    assert [(c.option, c.got) for c in found.missed] == [("b", "impermissible")]
    said = "\n".join(lines_of([found]))
    assert '"b" (by most people) is permissible there, impermissible here, and the case' in said
    assert said.endswith("In all: 1 agreed, 0 differing as explained, 1 unexplained.")


def test_a_missed_judgement_ends_the_command_with_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr("argue.report.agreement.agreement", lambda name: agreement_in(CASE, name))
    assert main(["cases", "--check", "tax"]) == Exit.NOT_PERMITTED
    assert " 1 unexplained." in capsys.readouterr().out


def test_an_explained_difference_is_none_to_be_missed():
    found = agreement_in(CASE + WHY, "x")
    assert found.holds
    assert [why for _, why in found.explained] == ["they were not told of me"]
    assert "they were not told of me" in " ".join(" ".join(lines_of([found])).split())


def test_an_explanation_of_no_difference_does_not_hold():
    found = agreement_in(CASE + WHY.replace("[{", "[{option: a, because: habit}, {"), "x")
    assert not found.holds
    assert found.idle == (("a", None),)


def test_a_case_without_judgements_says_so():
    assert str(agreement("windfall-sharing")) == "no considered judgement"


@pytest.mark.parametrize(
    "written",
    ["words", "[words]", "[{option: b}]", "[{because: x}]", "[{option: [b], because: x}]",
     "[{option: b, because: x, of: me}]"],
)  # fmt: skip
def test_differences_that_cannot_be_read_are_refused(written: str):
    with pytest.raises(ArgueError, match="x-differences"):
        differences_of(f"title: x\nx-differences: {written}\n")


def test_a_case_without_the_key_explains_nothing():
    assert differences_of(CASE) == {}


def test_judgements_on_which_the_literature_is_divided_are_counted():
    found = agreement_in(CASE.replace("permissible", "disputed"), "x")
    assert found.holds
    assert str(found) == "agrees with 2 of 2 judgements, 1 disputed"
