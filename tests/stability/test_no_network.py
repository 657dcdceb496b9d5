"""Nothing is sent anywhere, no program is started, and only what is asked for is written."""

import subprocess
import sys
from pathlib import Path

from tests.stability.guarded import COMMANDS

ROOT = Path(__file__).parents[2]
GUARDED = [sys.executable, "-B", "-m", "tests.stability.guarded"]


def test_commands_open_no_connection_start_no_program_and_write_only_their_output(tmp_path):
    done = subprocess.run(
        [*GUARDED, str(tmp_path)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    written = done.stdout.split("\n")[:-1]
    outputs = {word.format(tmp_path) for c in COMMANDS for word in c.split() if "{}/" in word}
    assert {name for name in outputs if Path(name).exists()} == outputs
    assert [name for name in written if not Path(name).is_relative_to(tmp_path)] == []


def test_the_guard_finds_a_connection_and_a_program(tmp_path):
    code = (
        "import contextlib, socket, subprocess, sys; from tests.stability import guarded\n"
        "import argue.cli.main as m\n"
        "m.main = lambda _: %s\n"
        "guarded.main(sys.argv[1])"
    )
    for call in ('socket.create_connection(("localhost", 9))', 'subprocess.run(["true"])'):
        done = subprocess.run(
            [sys.executable, "-B", "-c", code % call, str(tmp_path)],
            capture_output=True,
            text=True,
            check=False,
            cwd=ROOT,
        )
        assert done.returncode != 0 and "is not for this program" in done.stderr
