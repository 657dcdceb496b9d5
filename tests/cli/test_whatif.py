"""`argue whatif`, `argue diff` and `argue contest` as they are run."""

import json
import re
import sys

import pytest

from argue.cli import progress, watch
from argue.cli.exits import Exit
from argue.cli.main import main
from tests.cli.terminal import Terminal, tick


def test_before_and_after_are_told(capsys: pytest.CaptureFixture[str]):
    assert main(["whatif", "mask-mandate", "--set", "payoffs.continue.high_risk=-9"]) == Exit.DONE
    out = capsys.readouterr().out
    assert "continue: obligatory -> contested, through\n  [" in out
    assert re.search(r"^\+ [^+]*\[reason:veil:end>continue\]$", out, re.MULTILINE)


def test_a_number_and_a_fact_are_changed_at_once(capsys: pytest.CaptureFixture[str]):
    changes = ["--set", "payoffs.voluntary.high_risk=-3", "--facts", "surge=true"]
    assert main(["whatif", "mask-mandate-exemptions", *changes]) == Exit.DONE
    out = capsys.readouterr().out
    lines = out.splitlines()
    assert lines[0] == "outcome: contested -> decided"
    assert "mandate: impermissible, as before" in lines
    assert "through [fact:" in out
    assert "= [reason:welfare:exempt>voluntary] instead of" in lines
    assert "[reason:rejection:high_risk:exempt>voluntary] open -> accepted" in lines
    assert re.search(r"^- [^-]*\[fact:not surge\]$", out, re.MULTILINE)
    assert all(len(line) <= 80 for line in lines)


def test_a_search_tells_a_terminal_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    tick(monkeypatch)
    assert main(["whatif", "mask-mandate-exemptions", "--flip", "voluntary"]) == Exit.DONE
    shown = [line for line in terminal.getvalue().split(progress.CLEAR) if line]
    assert shown[0].startswith("1 changes tried")
    counts = [int(line.split()[0]) for line in shown]
    assert counts == sorted(counts)
    assert terminal.getvalue().endswith(progress.CLEAR)
    assert progress.CLEAR not in capsys.readouterr().out


def test_the_smallest_flip_is_told(capsys: pytest.CaptureFixture[str]):
    arguments = ["whatif", "mask-mandate-exemptions", "--flip", "voluntary", "--json"]
    assert main(arguments) == Exit.DONE
    data = json.loads(capsys.readouterr().out)
    assert data["complete"]
    assert [c["name"] for c in data["found"][0]["changes"]] == ["surge"]


def test_a_search_out_of_time_ends_with_what_was_found(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(watch, "GRACE", 600.0)  # for what is judged before the search
    arguments = ["whatif", "windfall-sharing", "--flip", "hoard", "--timeout", "0.000001"]
    assert main(arguments) == Exit.OUT_OF_TIME
    assert "partial" in capsys.readouterr().out


def test_changes_are_judged_within_the_time_that_is_given(capsys: pytest.CaptureFixture[str]):
    arguments = ["whatif", "mask-mandate", "--facts", "surge=true", "--timeout"]
    assert main([*arguments, "600"]) == Exit.DONE
    assert main([*arguments, "0.000001"]) == Exit.OUT_OF_TIME
    assert "time ran out" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--set", "payoffs.continue.high_risk=many"],
        ["--set", "payoffs.continue.high_risk=1e999999999"],
        ["--set", "payoffs.continue.nobody=1"],
        ["--flip", "nowhere"],
    ],
)
def test_a_wrong_question_is_a_usage_error(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
):
    assert main(["whatif", "mask-mandate", *arguments]) == Exit.USAGE
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err


def test_two_cases_are_compared(capsys: pytest.CaptureFixture[str]):
    assert main(["diff", "fishing-hook-below", "fishing-hook-above", "--json"]) == Exit.DONE
    data = json.loads(capsys.readouterr().out)
    assert {moved["name"] for moved in data["statuses"]} == {"hook", "none"}
    assert main(["diff", "mask-mandate", "mask-mandate"]) == Exit.DONE
    assert capsys.readouterr().out == "Nothing differs.\n"


def test_what_may_be_disputed_is_listed_with_its_yaml(capsys: pytest.CaptureFixture[str]):
    assert main(["contest", "mask-mandate"]) == Exit.DONE
    out = capsys.readouterr().out
    assert "fact fact:surge" in out
    assert "    challenges:" in out


def test_a_feature_that_a_norm_limits_is_a_number_like_others(
    capsys: pytest.CaptureFixture[str],
):
    path = "options.drain.features.irreversible_loss"
    assert main(["whatif", "irrigation-or-wetland", "--set", f"{path}=5", "--json"]) == Exit.DONE
    at_the_limit = json.loads(capsys.readouterr().out)
    assert main(["whatif", "irrigation-or-wetland", "--set", f"{path}=6", "--json"]) == Exit.DONE
    assert at_the_limit != json.loads(capsys.readouterr().out)
    for wrong, said in (
        ("options.drain.features.loss=1", "unknown feature 'loss'; known: irreversible_loss"),
        ("options.drain.text=1", "options.option.features.feature"),
    ):
        assert main(["whatif", "irrigation-or-wetland", "--set", wrong]) == Exit.USAGE
        assert said in capsys.readouterr().err
