"""`argue norm`: a norm over time followed, drawn, and handed on as a reward machine."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from argue.cli.exits import Exit
from argue.cli.main import main
from argue.construct.courses import monitor_of
from argue.io.case import read_case
from argue.logic.temporal.machines import reward_machine
from argue.logic.temporal.monitor import Standing

TEXT = """title: Requests
options:
  answer: {text: Answer at once, trace: [[asked, answered], []]}
  late: {text: Answer late, trace: [[asked], [], [answered]]}
  never: {text: Never answer, trace: [[asked], []]}
norms:
  reply:
    text: Who asks gets an answer
    pattern: {achieve: answered, after: asked, within: 1}
    reparation: F answered
"""


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = tmp_path / "requests.yaml"
    file.write_text(TEXT)

    def tell(*arguments: str, code: Exit = Exit.DONE, text: str = TEXT) -> str:
        file.write_text(text)
        assert main(["norm", str(file), *arguments]) == code
        out = capsys.readouterr()
        return out.out if code is Exit.DONE else out.err

    return tell


def test_each_option_is_followed_step_by_step(run):
    blocks = run().rstrip("\n").split("\n\n")
    assert blocks[0] == "reply: Who asks gets an answer"
    assert [block.splitlines()[0] for block in blocks[1:]] == [
        "answer (Answer at once): kept",
        "late (Answer late): repaired",
        "never (Never answer): violated",
    ]
    assert blocks[2].splitlines()[1:] == [
        "  step  what holds  standing",
        "     1  asked       active",
        "     2  nothing     violated (breach)",
        "     3  answered    repaired",
    ]


def test_one_option_is_followed_and_told_as_data(run):
    assert "late (" not in run("reply", "--follow", "never")
    data = json.loads(run("--follow", "late", "--json"))
    assert data["schema"] == "argue/courses/v1"
    assert [step["standing"] for step in data["options"]["late"]["steps"]] == [
        "active",
        "violated",
        "repaired",
    ]


def test_the_reward_machine_is_that_of_the_monitor(run):
    norm = read_case(TEXT).norms["reply"]
    monitor = monitor_of(norm.ltl, norm.pattern, norm.reparation)
    machine = reward_machine(monitor, {Standing.VIOLATED: Fraction(-1)})
    assert run("--reward-machine") == machine


def test_the_monitor_is_drawn(run):
    dot = run("--dot")
    assert dot.startswith("digraph norm {")
    assert dot.count("violated") >= 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["replies"], "unknown norm over time 'replies'; known: reply"),
        (["--follow", "nowhere"], "unknown option 'nowhere'; known: answer, late, never"),
        (["--dot", "--json"], "give only one of"),
    ],
)
def test_what_cannot_be_followed_is_said(run, arguments: list[str], said: str):
    assert said in run(*arguments, code=Exit.USAGE)


def test_a_case_without_such_a_norm_says_how_to_write_one(run):
    text = "title: T\noptions: {a: A}\nnorms: {n: {breached_by: [a]}}\n"
    assert "give one ltl" in run(code=Exit.USAGE, text=text)


def test_a_formula_about_what_no_trace_has_is_refused(run):
    wrong = TEXT.replace("achieve: answered", "achieve: replied")
    assert "'replied'" in run(code=Exit.BAD_CASE, text=wrong)
