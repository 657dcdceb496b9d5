"""Whatever a case, a file or the command line is called, a terminal is given text, no commands."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.cli.main import COMMANDS as KNOWN
from argue.cli.output import shown
from argue.io.nodes import CONTROL
from argue.report.inert import inert
from tests.cli.command import CODE, ROOT
from tests.hostile.attacks import ATTACKS, Attack
from tests.hostile.cases import analysis_with
from tests.hostile.commands import DATA, ELSEWHERE, SAYING, UNSAID, printed, put_down, words_of
from tests.hostile.outputs import TEXTS
from tests.hostile.shown import COMMANDS
from tests.hostile.tried import named

HIDDEN = [c for c in map(chr, range(0xFDD1)) if COMMANDS.match(c) and not CONTROL.match(c)]
EVERY = f"a{''.join(HIDDEN)}\ufff9\ufffa\ufffb\U000e0001\U000e0041\U000e007fz"
"""A text with what no terminal is to be given and a case may hold, of noncharacters one."""


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


def test_every_command_is_tried_or_left_out_with_a_reason():
    tried = {line.split()[0] for line in SAYING}
    assert tried | {*ELSEWHERE} == {*KNOWN}
    assert not tried & {*ELSEWHERE} and all(ELSEWHERE.values())


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return put_down(tmp_path_factory.mktemp("law"), EVERY)


@pytest.mark.parametrize("line", SAYING)
def test_no_command_prints_what_commands_a_terminal(
    line: str, files: dict[str, str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("NO_COLOR", "1")
    said = printed(*words_of(line, files), terminal=line.split(maxsplit=1)[0] in DATA)
    assert said
    assert not COMMANDS.search(said.replace("\t", " "))
    assert "202e" in said.lower() or line in UNSAID


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
