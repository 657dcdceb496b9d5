"""`argue why` as it is run."""

import json

import pytest

from argue.cli.exits import Exit
from argue.cli.main import main


def test_it_tells_the_sentences(capsys: pytest.CaptureFixture[str]):
    assert main(["why", "mask-mandate", "continue"]) == Exit.DONE
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == '"continue" is obligatory.'
    assert all(len(line) <= 80 for line in lines)
    assert [x for x in lines if not x.startswith(" ")][-1].startswith("On the other side: ")


def test_json_holds_the_arguments(capsys: pytest.CaptureFixture[str]):
    assert main(["why", "mask-mandate", "end", "--not", "--json"]) == Exit.DONE
    data = json.loads(capsys.readouterr().out)
    assert data["schema"] == "argue/why/v1"
    assert data["supports"][0]["label"] == "out"
    assert "permission:continue" in data["supports"][0]["arguments"]


@pytest.mark.parametrize(
    "arguments", [["nowhere"], ["end", "--not", "--rather-than", "continue"], []]
)
def test_a_wrong_question_is_a_usage_error(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
):
    assert main(["why", "mask-mandate", *arguments]) == Exit.USAGE
    assert capsys.readouterr().err


def test_a_discussion_is_an_outline(capsys: pytest.CaptureFixture[str]):
    assert main(["why", "mask-mandate", "continue", "--discussion"]) == Exit.DONE
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].startswith("Claim: ")
    assert any(line.startswith("  Objection: ") for line in lines)
    assert all(len(line) <= 80 for line in lines)
    asked = ["--game", "grounded", "--position", "1", "--json"]
    assert main(["why", "mask-mandate", "end", "--discussion", *asked]) == Exit.DONE
    data = json.loads(capsys.readouterr().out)
    assert (data["schema"], data["won"], data["game"]) == ("argue/discussion/v1", False, "grounded")


def test_a_position_is_explained(capsys: pytest.CaptureFixture[str]):
    assert main(["why", "mask-mandate-exemptions", "position:1"]) == Exit.DONE
    assert capsys.readouterr().out.startswith('This position permits "exempt"')


@pytest.mark.parametrize(
    "arguments",
    [
        ["position:1", "--not"],
        ["position:7"],
        ["end", "--discussion", "--not"],
        ["end", "--position", "1"],
        ["end", "--discussion", "--position", "7"],
    ],
)
def test_questions_that_do_not_go_together_are_usage_errors(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
):
    assert main(["why", "mask-mandate", *arguments]) == Exit.USAGE
    assert capsys.readouterr().err
