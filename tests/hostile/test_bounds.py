"""The limits that are documented are those of the code, and small files stay within their time."""

import ast
import json
import os
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from argue.cli.exits import Exit
from tests.cli.command import ROOT
from tests.hostile.bounds import BESIDE, LESS, STOPS, Bound
from tests.hostile.exponential import CASES, MOST_BYTES
from tests.hostile.limited import limited

PAGE = (ROOT / "docs" / "reference" / "bounds.md").read_text(encoding="utf-8")
EVERY = os.environ.get("EVERY_CASE") == "1"
SECONDS = 1
"""What every command is allowed: the bound is tried here, and not how far a search comes."""

COMMANDS = {
    "analyze": ("analyze", "CASE"),
    "report": ("report", "CASE", "-o", "OUT.html"),
    "sensitivity": ("sensitivity", "CASE"),
    "compare": ("compare", "CASE"),
    "contest": ("contest", "CASE"),
    "why": ("why", "CASE", "o0"),
    "diff": ("diff", "CASE", "CASE"),
    "poll": ("poll", "CASE", "--form", "OUT.html"),
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


LIMIT = re.compile(r"(?:MAX|MOST|LARGEST|LONGEST)(?:_[A-Z_]+)?")
WORTH = re.compile(r"^(?:MAX|MOST|LARGEST|LONGEST)|raise (?:LimitExceeded|OutOfBudget)", re.M)
PARTS = (ast.Constant, ast.BinOp, ast.UnaryOp, ast.operator, ast.unaryop)
REFUSED = ("LimitExceeded", "OutOfBudget")


def constants(tree: ast.Module) -> set[str]:
    """The names of the numbers that are written at the top of a module."""
    return {
        line.targets[0].id
        for line in tree.body
        if isinstance(line, ast.Assign)
        and isinstance(line.targets[0], ast.Name)
        and all(isinstance(inner, PARTS) for inner in ast.walk(line.value))
        and not any(isinstance(getattr(n, "value", 0), str | bytes) for n in ast.walk(line.value))
    }


def limits(file: Path) -> Iterator[str]:
    """The numbers of a module that are named as limits, or refuse something where they are used."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    module = ".".join(file.relative_to(ROOT).with_suffix("").parts)
    named = constants(tree)
    used = {
        inner.id
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef) and refuses(function)
        for inner in ast.walk(function)
        if isinstance(inner, ast.Name)
    }
    for name in named:
        if LIMIT.fullmatch(name) or name in used:
            yield f"{module} {name}"


def refuses(function: ast.FunctionDef) -> bool:
    return any(
        isinstance(inner, ast.Raise)
        and isinstance(inner.exc, ast.Call)
        and getattr(inner.exc.func, "id", "") in REFUSED
        for inner in ast.walk(function)
    )


def test_every_limit_of_the_code_is_on_the_page():
    files = [file for top in ("argue", "frameworks") for file in (ROOT / top).rglob("*.py")]
    named = [file for file in files if WORTH.search(file.read_text(encoding="utf-8"))]
    there = {name for file in named for name in limits(file)}
    told = {f"{b.module} {b.name}" for bounds in (*STOPS.values(), LESS) for b in bounds}
    beside = {name for names in BESIDE.values() for name in names}
    assert there - told - beside == set(), "tell it in docs/reference/bounds.md and bounds.py"
    assert told - there == set()
    assert beside - there == set()
    assert beside & told == set()


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


@pytest.mark.parametrize(("case", "command"), pairs())
def test_a_small_file_is_ended_by_the_budget(case: str, command: str, tmp_path: Path):
    file = tmp_path / "case.yaml"
    file.write_text(CASES[case], encoding="utf-8")
    given = [str(file) if word == "CASE" else word for word in COMMANDS[command]]
    done = limited(*given, "--timeout", str(SECONDS), folder=tmp_path)
    assert done.code in TOLD, done.said[-2000:]
    for word in ("Traceback", "internal error", "MemoryError"):
        assert word not in done.said
    if done.code == Exit.OUT_OF_TIME:
        assert "time" in done.said


def test_what_ran_out_of_time_says_what_to_simplify(tmp_path: Path):
    file = tmp_path / "case.yaml"
    file.write_text(CASES["norms without rank"], encoding="utf-8")
    done = limited("analyze", str(file), "--json", "--timeout", "3", folder=tmp_path)
    assert done.code == Exit.OUT_OF_TIME, done.stderr
    told = json.loads(done.stdout)
    assert told["partial"] is True
    assert told["simplify"] == [
        "rank some of its 60 sources (--prioritize) or leave some out",
        "compare fewer than its 10 options",
    ]
