"""The frame of every command: help, usage errors, exit codes, pipes."""

import os
import subprocess
import sys

import click
import pytest

from argue.cli import main as frame
from argue.cli.exits import Exit, explain
from argue.cli.main import COMMANDS, main
from argue.errors import (
    CaseError,
    FrameworkError,
    LimitExceeded,
    NoSuchInput,
    OutOfBudget,
    Problem,
    SolverError,
    UnknownId,
)
from tests.cli.command import CODE, ROOT, run


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example_in_eighty_columns(
    name: str, capsys: pytest.CaptureFixture[str]
):
    assert main([name, "--help"]) == Exit.DONE
    text = capsys.readouterr().out
    assert f"Example:  argue {name} " in text
    assert max(map(len, text.splitlines())) <= 80


def test_the_help_lists_every_command_without_importing_any():
    done = run("--help")
    assert done.returncode == Exit.DONE
    assert all(f"  {name} " in done.stdout.decode() for name in COMMANDS)
    code = (
        "import sys; from argue.cli.main import main; main(['--help']);"
        "print(sorted(m for m in sys.modules if m.split('.')[0] in ('clingo', 'yaml', 'rich')))"
    )
    seen = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True
    )
    assert seen.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    "arguments",
    [
        ["no-such-command"],
        ["analyze"],
        ["analyze", "mask-mandate", "--no-such-option"],
        ["analyze", "mask-mandate", "--facts", "surge=perhaps"],
        ["analyze", "mask-mandate", "--prioritize", "welfare"],
        ["analyze", "mask-mandate", "--timeout", "0"],
        ["analyze", "mask-mandate", "--format", "xml"],
        ["help-code", "C000000"],
        ["check"],
    ],
)
def test_usage_errors_end_with_two_and_say_so_on_stderr(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
):
    assert main(arguments) == Exit.USAGE
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (CaseError([Problem("C001", "something is wrong", path="options")], "x.yaml"), 65),
        (LimitExceeded("too many disputed facts"), 65),
        (NoSuchInput("no file x.yaml"), 66),
        (UnknownId("fact", "x", ["surge"]), 2),
        (OutOfBudget("no time left"), 124),
        (SolverError("unsafe variables"), 70),
        (FrameworkError("framework 'x' raised"), 70),
        (click.UsageError("wrong"), 2),
        (ZeroDivisionError("division by zero"), 70),
    ],
)
def test_every_kind_of_error_has_its_exit_code_and_one_message(
    error: Exception, code: int, capsys: pytest.CaptureFixture[str]
):
    assert explain(error) == code
    captured = capsys.readouterr()
    assert captured.out == ""
    assert str(getattr(error, "message", "")) in captured.err
    assert "Traceback" not in captured.err


def test_a_bug_asks_to_be_reported_and_shows_its_trace_only_when_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    def broken(**_: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(frame.cli, "main", broken)
    monkeypatch.delenv("ARGUE_DEBUG", raising=False)
    assert main([]) == Exit.BUG
    assert "ZeroDivisionError: division by zero" in capsys.readouterr().err
    monkeypatch.setenv("ARGUE_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main([])


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("argument", ["schema", "--help"])
def test_a_reader_that_stops_reading_ends_the_command_quietly(argument: str, unbuffered: str):
    with subprocess.Popen(
        [sys.executable, "-c", "import time; time.sleep(0.2); " + CODE, argument],
        cwd=ROOT,
        env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == Exit.BROKEN_PIPE


def test_bundled_cases_and_commands_are_completed():
    words = {"_ARGUE_COMPLETE": "bash_complete", "COMP_CWORD": "2"}
    cases = run(COMP_WORDS="argue analyze mask-", **words).stdout.decode()
    assert "plain,mask-mandate\n" in cases
    assert "plain,transmitter-room" not in cases
    commands = run(COMP_WORDS="argue an", **{**words, "COMP_CWORD": "1"}).stdout.decode()
    assert commands == "plain,analyze\n"
