"""`argue sensitivity` as it is run."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from argue.cli.exits import Exit
from argue.cli.main import main


def test_every_kind_of_uncertainty_is_told_apart(capsys: pytest.CaptureFixture[str]):
    assert main(["sensitivity", "mask-mandate-exemptions", "--option", "exempt"]) == Exit.DONE
    out = capsys.readouterr().out
    for title in ("One number at a time", "All numbers at once", "Disputed facts", "The ranking"):
        assert title in out
    assert 'payoffs.exempt.high_risk is -1.5; at -7 "exempt" becomes impermissible.' in out
    assert "less than 0.0525 at once" in out
    assert '"exempt" is obligatory with probability 0.7' in out


def test_as_data_every_number_is_exact(capsys: pytest.CaptureFixture[str]):
    arguments = ["sensitivity", "mask-mandate", "--number", "payoffs.end.high_risk.then", "--json"]
    assert main(arguments) == Exit.DONE
    data = json.loads(capsys.readouterr().out)
    assert data["schema"] == "argue/sensitivity/v1"
    (turning,) = data["numbers"]["turnings"]
    assert turning["above"]["value"]["exact"] == "-3/2"
    assert turning["below"] is None
    assert data["chances"]["credences"] == {}


@pytest.mark.parametrize(
    "numbers",
    [[], ["payoffs.end.driver.then"], ["payoffs.end.driver.then", "payoffs.end.ordinary.then"]],
)
def test_a_picture_is_written_to_a_file(numbers: list[str], tmp_path: Path):
    file = tmp_path / "numbers.svg"
    chosen = [word for path in numbers for word in ("--number", path)]
    assert main(["sensitivity", "mask-mandate", *chosen, "-o", str(file)]) == Exit.DONE
    assert ElementTree.parse(file).getroot().get("role") == "img"


def test_numbers_that_enter_a_root_within_bounds_get_a_bound(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    case = tmp_path / "case.yaml"
    case.write_text(
        "title: t\noptions: {a: a, b: b}\nstandpoints: {p: {level: 5}}\n"
        "payoffs: {a: {p: [1, 2]}, b: {p: 0}}\n"
        "frameworks: [{id: veil, rule: atkinson, epsilon: 1}]\n",
        encoding="utf-8",
    )
    assert main(["sensitivity", str(case)]) == Exit.DONE
    out = capsys.readouterr().out
    assert "A sound bound, not exact" in out
    assert '"a" is obligatory for all numbers within their bounds.' in out


def test_no_bound_is_given_where_a_framework_has_no_answer_and_it_says_which(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    case = tmp_path / "case.yaml"
    case.write_text(
        "title: t\noptions: {a: a, b: b}\nstandpoints: {p: {level: 5}}\n"
        "payoffs: {a: {p: [1, 2]}, b: {p: 0}}\ngeneral: {a: {p: -6}, b: {p: 0}}\n"
        "frameworks:\n- {id: veil, rule: atkinson, epsilon: 1, table: payoffs}\n"
        "- {id: priority, curve: power, table: general}\n",
        encoding="utf-8",
    )
    assert main(["sensitivity", str(case)]) == Exit.BAD_CASE
    told = capsys.readouterr().err
    assert "case.yaml:8:3: error[C061]: priority: priority with curve power needs" in told
    assert "(-1 has no logarithm)" in told


def test_a_search_out_of_time_ends_with_what_was_found(capsys: pytest.CaptureFixture[str]):
    arguments = ["sensitivity", "mask-mandate-exemptions", "--timeout", "0.4"]
    code = main(arguments)
    captured = capsys.readouterr()
    assert code in (Exit.OUT_OF_TIME, Exit.DONE)
    if code == Exit.OUT_OF_TIME and captured.out:
        assert "ime ran out" in captured.out or "cut short" in captured.out


@pytest.mark.parametrize(
    "arguments",
    [
        ["--option", "nowhere"],
        ["--number", "payoffs.nowhere.driver"],
        ["-o", "numbers.gif"],
        ["--json", "--format", "svg"],
        ["--format", "svg", "--option", "end", "--number", "payoffs.end.driver.then"],
    ],
)
def test_a_wrong_question_is_a_usage_error(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
):
    assert main(["sensitivity", "mask-mandate", *arguments]) == Exit.USAGE
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err
