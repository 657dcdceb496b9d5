"""Whatever a case, a file or the command line is called, a terminal is given text, no commands."""

import io
import os
import pty
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argue.cli.main import main
from argue.cli.output import shown
from argue.io.nodes import CONTROL
from argue.report.inert import inert
from tests.cli.command import CODE, ROOT
from tests.hostile.attacks import ATTACKS, Attack
from tests.hostile.cases import SOURCE, analysis_with, quoted
from tests.hostile.outputs import TEXTS
from tests.hostile.shown import COMMANDS

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12).filter(
    lambda text: bool(text.strip()) and not CONTROL.search(text)
)

SAYING = (
    ("analyze", "CASE"),
    ("analyze", "CASE", "--json"),
    ("report", "CASE"),
    ("report", "CASE", "--format", "markdown"),
    ("why", "CASE", "good"),
    ("contest", "CASE"),
    ("contest", "CASE", "--json"),
    ("whatif", "CASE", "--facts", "doubt=true"),
    ("steps", "CASE"),
    ("debate", "CASE", "--option", "good", "--position", "1"),
    ("compare", "CASE"),
    ("graph", "CASE", "--format", "dot"),
    ("graph", "CASE", "--format", "graphml"),
    ("convert", "CASE", "-t", "aif"),
    ("convert", "CASE", "-t", "argdown"),
    ("convert", "CASE", "-t", "node-link"),
    ("check", "CASE"),
)
"""Commands that print a case, or something made of one."""


def named(value: object) -> str:
    return value.name if isinstance(value, Attack) else str(value)


def printed(*arguments: str) -> str:
    """What a command prints, on either stream."""
    out, told = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(told):
        main(arguments)
    return out.getvalue() + told.getvalue()


@pytest.mark.parametrize("attack", ATTACKS, ids=named)
@pytest.mark.parametrize("name", ["short", "why", "contest", "debate", "steps", "building"])
def test_no_text_of_a_case_commands_a_terminal(name: str, attack: Attack):
    said = TEXTS[name](analysis_with(attack.text))
    # Line ends and tabs may stay, as `shown` says.
    assert not COMMANDS.search(said.replace("\t", " "))
    if name in ("short", "steps", "why"):
        # Lines are broken anew, and a sentence begins with a capital letter.
        whole = "".join(said.split())
        assert all(inert(word)[1:20] in whole for word in attack.text.split())


@pytest.mark.parametrize("name", sorted({*TEXTS} - {"short", "why", "contest", "debate", "steps"}))
def test_nor_does_any_other_text(name: str):
    for attack in (attack for attack in ATTACKS if attack.attacks in ("terminals", "direction")):
        assert not COMMANDS.search(TEXTS[name](analysis_with(attack.text))), attack.name


@pytest.mark.parametrize("command", SAYING, ids=" ".join)
@settings(max_examples=5, suppress_health_check=list(HealthCheck))
@given(text=TEXT)
def test_no_command_prints_what_commands_a_terminal(
    command: tuple[str, ...], text: str, tmp_path_factory: pytest.TempPathFactory
):
    file = tmp_path_factory.mktemp("law") / "case.yaml"
    file.write_text(SOURCE.replace("ZQ", quoted(text)), encoding="utf-8")
    said = printed(*(str(file) if word == "CASE" else word for word in command))
    assert said
    assert not COMMANDS.search(said)


@given(text=st.text())
def test_a_terminal_is_shown_what_prints_and_nothing_else(text: str):
    assert not COMMANDS.search(shown(text).replace("\t", " "))
    assert shown(shown(text)) == shown(text)


@pytest.mark.parametrize("attack", [a for a in ATTACKS if "\x00" not in a.text], ids=named)
@pytest.mark.parametrize("place", ["case", "option", "fact", "command", "code", "number"])
def test_an_error_about_what_was_typed_is_printable(place: str, attack: Attack):
    text = attack.text
    typed = {
        "case": ("analyze", "--", text),
        "option": ("why", "mask-mandate", "--", text),
        "fact": ("analyze", "mask-mandate", "--facts", f"{text}=true"),
        "command": (text.lstrip("-") or "x",),
        "code": ("help-code", "--", text),
        "number": ("whatif", "mask-mandate", "--set", f"{text}=1"),
    }
    said = printed(*typed[place])
    assert said
    assert not COMMANDS.search(said)


def test_a_terminal_gets_no_commands_from_the_name_of_a_file(tmp_path: Path):
    file = tmp_path / "\x1b[31m\u202ecase.yaml"
    file.write_text("title: T\noptions: {a: A, b: B}\n", encoding="utf-8")
    mine, theirs = pty.openpty()
    command = [sys.executable, "-c", CODE, "check", str(file)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "dumb"}
    subprocess.run(
        command, cwd=ROOT, env=environment, stdin=theirs, stdout=theirs, stderr=theirs, check=False
    )
    os.close(theirs)
    said = os.read(mine, 100_000).decode().replace("\r\n", "\n")
    os.close(mine)
    assert "in order" in said
    assert not COMMANDS.search(said)
