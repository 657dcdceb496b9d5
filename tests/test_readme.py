"""Every block of the README runs, and shows what it says it shows."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from frameworks import TYPES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
FRESH = "python3 -m venv "
"""How the two lines for a fresh machine begin, which `.ci/run` runs itself."""


def blocks(*languages: str) -> list[str]:
    """The blocks in one of these languages, except the lines for a fresh machine."""
    return [text for kind, text in BLOCKS if kind in languages and not text.startswith(FRESH)]


@pytest.fixture
def shell(tmp_path: Path) -> dict[str, str]:
    """An environment in which `argue` and `python` are those under test."""
    folder = tmp_path / "bin"
    folder.mkdir()
    start = "-c 'from argue.cli.main import run; run()'"
    for name, arguments in (("argue", start), ("python", "")):
        (folder / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {arguments} "$@"\n')
        (folder / name).chmod(0o755)
    path = os.pathsep.join([str(folder), os.environ["PATH"]])
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}


def run(text: str, folder: Path, environment: dict[str, str]) -> str:
    """What a shell prints for these lines; a failing line fails the test."""
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", text],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 0, f"{text}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.mark.parametrize("text", blocks("sh"))
def test_shell_blocks_run(text: str, tmp_path: Path, shell: dict[str, str]):
    run(text, tmp_path, shell)


@pytest.mark.parametrize("text", blocks("console"))
def test_sessions_show_what_the_commands_print(text: str, tmp_path: Path, shell: dict[str, str]):
    shown = re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", text, re.MULTILINE)
    assert shown
    for command, output in shown:
        assert run(command, tmp_path, shell).rstrip() == output.rstrip()


@pytest.mark.parametrize("text", blocks("python"))
def test_python_blocks_run(text: str, tmp_path: Path, shell: dict[str, str]):
    (tmp_path / "block.py").write_text(text, encoding="utf-8")
    run("python -W error block.py", tmp_path, shell)


def test_the_readme_has_a_line_for_the_main_job_and_one_for_the_tests():
    fresh = [text for _, text in BLOCKS if text.startswith(FRESH)]
    assert len(fresh) == 2
    assert all(text.count("\n") == 1 for text in fresh)
    assert fresh[0].endswith("argue analyze mask-mandate\n")
    assert fresh[1].endswith("-m pytest -n 2\n")


def test_every_source_key_in_the_code_stands_in_the_bibliography():
    keys = {
        key
        for folder in ("argue", "frameworks")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".py", ".lp")
        for key in re.findall(r"\[([A-Z][A-Za-z]+\d\d[a-z]?)\]", path.read_text(encoding="utf-8"))
    }
    bibliography = README.partition("## Bibliography")[2]
    assert {key for key in keys if f"**[{key}]**" not in bibliography} == set()


def test_every_framework_stands_in_the_table():
    table = README.partition("### Frameworks")[2].partition("## The command line")[0]
    assert all(f"`{name}`" in table for name in TYPES)
