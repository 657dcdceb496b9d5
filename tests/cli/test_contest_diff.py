"""`argue contest --add`, `argue diff` of saved analyses, and `argue report --verify`, as run."""

import json
from pathlib import Path

import pytest

from argue.cli.exits import Exit
from argue.cli.main import main
from argue.io.bundled import bundled_text
from argue.io.case import read_case


def test_a_challenge_is_added_to_the_case_and_its_effect_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    file = str(tmp_path / "mine.yaml")
    target = "reason:veil:continue>end"
    arguments = ["--add", target, "--by", "Ana", "--text", "Levels were guessed", "-o", file]
    assert main(["contest", "mask-mandate", *arguments]) == Exit.DONE
    case = read_case(Path(file).read_text(encoding="utf-8"))
    assert case.challenges["my_challenge"].by == "Ana"
    assert main(["diff", "mask-mandate", file]) == Exit.DONE
    assert "+ Levels were guessed [challenge:my_challenge]" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments", [["--add", "nowhere"], ["--add", "fact:surge"], ["--by", "Ana"]]
)
def test_what_cannot_be_added_is_a_usage_error(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
):
    assert main(["contest", "mask-mandate", *arguments]) == Exit.USAGE
    assert capsys.readouterr().err


@pytest.mark.parametrize("command", ["analyze", "report"])
def test_saved_analyses_can_be_compared(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    file = str(tmp_path / "then.json")
    settings = ["--facts", "surge=true"]
    assert main([command, "mask-mandate-exemptions", *settings, "-o", file]) == Exit.DONE
    assert main(["diff", file, file]) == Exit.DONE
    assert capsys.readouterr().out == "Nothing differs.\n"
    assert main(["diff", file, "mask-mandate-exemptions", "--json"]) == Exit.DONE
    data = json.loads(capsys.readouterr().out)
    assert data["outcome"]["was"] == "decided"


def test_a_case_in_json_is_no_saved_analysis(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = tmp_path / "case.json"
    file.write_text('{"title": "x", "options": {"a": "A", "b": "B"}}', encoding="utf-8")
    assert main(["diff", str(file), str(file)]) == Exit.DONE
    assert capsys.readouterr().out == "Nothing differs.\n"


def test_a_report_is_verified_and_one_that_was_changed_is_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    file = tmp_path / "r.json"
    assert main(["report", "kidney", "-o", str(file)]) == Exit.DONE
    assert main(["report", "--verify", str(file)]) == Exit.DONE
    assert capsys.readouterr().out.startswith("The report still holds.\n")
    assert main(["report", "tax", "--verify", str(file)]) == Exit.NOT_PERMITTED
    data = json.loads(file.read_text(encoding="utf-8"))
    data["analysis"]["outcome"] = "silent"
    file.write_text(json.dumps(data), encoding="utf-8")
    capsys.readouterr()
    assert main(["report", "--verify", str(file), "--json"]) == Exit.NOT_PERMITTED
    told = json.loads(capsys.readouterr().out)
    assert told["schema"] == "argue/audit/v1"
    assert told["holds"] is False
    assert told["difference"]["outcome"]["was"] == "silent"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], Exit.USAGE),
        (["--verify", "no-such.json"], Exit.NO_INPUT),
        (["--verify", "pyproject.toml"], Exit.BAD_CASE),
        (["kidney", "--verify", "x.json", "--flat"], Exit.USAGE),
    ],
)
def test_wrong_ways_to_verify(arguments: list[str], code: Exit, capsys: pytest.CaptureFixture[str]):
    assert main(["report", *arguments]) == code
    assert capsys.readouterr().err


def test_a_report_on_a_file_that_changed_since_does_not_hold_of_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    case, report = tmp_path / "case.yaml", tmp_path / "r.json"
    case.write_text(bundled_text("kidney"), encoding="utf-8")
    assert main(["report", str(case), "-o", str(report)]) == Exit.DONE
    case.write_text(f"{bundled_text('kidney')}# one more line\n", encoding="utf-8")
    assert main(["report", "--verify", str(report)]) == Exit.DONE
    assert main(["report", str(case), "--verify", str(report)]) == Exit.NOT_PERMITTED
    assert "not the one" in capsys.readouterr().out
