"""The limits that are documented are those of the code, and small files stay within their time."""

import json
import os
import resource
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from argue.cli.exits import Exit
from tests.cli.command import CODE, ROOT
from tests.hostile.bounds import LESS, STOPS, Bound
from tests.hostile.exponential import CASES, MOST_BYTES

PAGE = (ROOT / "docs" / "reference" / "bounds.md").read_text(encoding="utf-8")
EVERY = os.environ.get("EVERY_CASE") == "1"
SECONDS = 2
"""What every command is allowed."""
PATIENCE = 240
"""Seconds after which a command has not come back at all, on however busy a machine."""
MEMORY = 3 << 30
"""Bytes of address space that no command may need; what is used is far less."""

COMMANDS = {
    "analyze": ("analyze", "CASE"),
    "report": ("report", "CASE", "-o", "OUT.html"),
    "sensitivity": ("sensitivity", "CASE"),
    "compare": ("compare", "CASE"),
    "contest": ("contest", "CASE"),
    "flips": ("whatif", "CASE", "--flip", "o0"),
    "flat": ("analyze", "CASE", "--flat"),
    "stage": ("analyze", "CASE", "--semantics", "stage"),
    "graph": ("graph", "CASE", "-o", "OUT.svg"),
    "whole graph": ("graph", "CASE", "--full", "-o", "OUT.svg"),
    "pack": ("pack", "CASE", "-o", "OUT"),
    "debate": ("debate", "CASE"),
    "steps": ("steps", "CASE"),
    "quiz": ("quiz", "CASE", "-o", "OUT.json"),
    "lab": ("lab", "CASE", "-o", "OUT.html"),
    "check": ("check", "CASE"),
    "convert": ("convert", "CASE", "-t", "argdown"),
    "norm": ("norm", "CASE"),
    "batch": ("batch", "CASE", "--quiet"),
}
"""Commands that work on a case; batch ends with 65 where a case was given up."""

TOLD = {Exit.DONE, Exit.BAD_CASE, Exit.USAGE, Exit.OUT_OF_TIME}


def number(bound: Bound) -> int:
    return getattr(import_module(bound.module), bound.name)


def rows(title: str) -> list[list[str]]:
    """The rows of the table below a heading of the page."""
    section = PAGE.partition(f"## {title}\n")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@pytest.mark.parametrize("title", STOPS)
def test_the_page_gives_the_numbers_of_the_code(title: str):
    told = [(row[0], row[1]) for row in rows(title)]
    assert told == [(bound.counted, f"{number(bound):,}") for bound in STOPS[title]]
    assert all(len(row) == 3 and row[2] for row in rows(title))


def test_the_page_gives_the_numbers_past_which_less_is_found():
    told = [(row[0], row[1]) for row in rows("Where less is found, and it is said")]
    assert told == [(bound.counted, f"{number(bound):,}") for bound in LESS]


def test_every_file_of_the_set_is_small():
    assert len(CASES) >= 12
    assert {name: len(text) for name, text in CASES.items() if len(text) > MOST_BYTES} == {}


def pairs() -> list[tuple[str, str]]:
    """Every case with analyze, and a share of the other commands, with EVERY_CASE=1 all."""
    return [
        (case, command)
        for place, case in enumerate(CASES)
        for turn, command in enumerate(COMMANDS)
        if EVERY or command == "analyze" or (turn + place) % len(COMMANDS) == 1
    ]


def limited(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A command in a process that may have so much memory and no more."""
    return subprocess.run(
        [sys.executable, "-c", CODE, *arguments],
        capture_output=True,
        check=False,
        cwd=folder,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
        stdin=subprocess.DEVNULL,
        timeout=PATIENCE,
    )


@pytest.mark.parametrize(("case", "command"), pairs())
def test_a_small_file_is_ended_by_the_budget(case: str, command: str, tmp_path: Path):
    file = tmp_path / "case.yaml"
    file.write_text(CASES[case], encoding="utf-8")
    given = [str(file) if word == "CASE" else word for word in COMMANDS[command]]
    done = limited(*given, "--timeout", str(SECONDS), folder=tmp_path)
    said = done.stdout + done.stderr
    assert done.returncode in TOLD, said[-2000:]
    assert "Traceback" not in said and "internal error" not in said and "MemoryError" not in said
    if done.returncode == Exit.OUT_OF_TIME:
        assert "time" in said


def test_what_ran_out_of_time_says_what_to_simplify(tmp_path: Path):
    file = tmp_path / "case.yaml"
    file.write_text(CASES["norms without rank"], encoding="utf-8")
    done = limited("analyze", str(file), "--json", "--timeout", "3", folder=tmp_path)
    assert done.returncode == Exit.OUT_OF_TIME, done.stderr
    told = json.loads(done.stdout)
    assert told["partial"] is True
    assert told["simplify"] == [
        "rank some of its 60 sources (--prioritize) or leave some out",
        "compare fewer than its 10 options",
    ]
