"""Every command against every kind of bad file: the exit code is the one that is documented.

A file that is wrong ends with 65, one that is not there with 66, wherever it is named; what is
said names the file, and nobody is told that the command line is wrong, or of a bug.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from argue.cli.exits import Exit
from argue.cli.main import COMMANDS, main

BAD = "BAD"
"""Stands for the bad file in a command; its suffix is that of the word it is part of."""

CASE = """\
title: A room
options: {a: One, b: Another}
standpoints: {me: {}, you: {}}
payoffs: {a: {me: 1, you: 2}, b: {me: 2, you: 0}}
frameworks: [welfare]
"""
KINDS: dict[str, tuple[bytes | None, Exit]] = {
    "broken": (b'{"a": [1, "x', Exit.BAD_CASE),
    "binary": (bytes(range(256)) * 8, Exit.BAD_CASE),
    "UTF-16": ('{"title": "x"}\n'.encode("utf-16"), Exit.BAD_CASE),
    "empty": (b"", Exit.BAD_CASE),
    "another": (b'{"schema": "another/v1"}', Exit.BAD_CASE),
    "folder": (None, Exit.NO_INPUT),
    "missing": (None, Exit.NO_INPUT),
}
"""Kind -> what stands in the file, and how a command ends that is given it."""

FORMS = {"i23": "af", "apx": "apx", "tgf": "tgf", "aif": "json", "argdown": "argdown"}
MAPS = {**FORMS, "node-link": "json", "jiminy": "yaml", "carneades": "yaml"}
READ: dict[str, str] = {
    "analyze": "analyze BAD.yaml",
    "analyze TOML": "analyze BAD.toml",
    "analyze JSON": "analyze BAD.json",
    "report": "report BAD.yaml",
    "report --verify": "report --verify BAD.json",
    "why": "why BAD.yaml a",
    "whatif": "whatif BAD.yaml --set payoffs.a.me=3",
    "sensitivity": "sensitivity BAD.yaml",
    "diff": "diff BAD.yaml case.yaml",
    "diff, the second": "diff case.yaml BAD.json",
    "merge": "merge case.yaml BAD.yaml",
    "contest": "contest BAD.yaml",
    "lab": "lab BAD.yaml -o -",
    "graph": "graph BAD.yaml",
    "check": "check BAD.yaml",
    "upgrade": "upgrade BAD.yaml",
    "upgrade -o": "upgrade BAD.yaml -o -",
    "compare": "compare BAD.yaml",
    "batch": "batch BAD.yaml --jobs 1 -q",
    "batch of rows": "batch BAD.jsonl --jobs 1 -q",
    "label": "label BAD.yaml --features features.yaml --rows rows.csv --jobs 1 -q",
    "label --features": "label case.yaml --features BAD.yaml --rows rows.csv --jobs 1 -q",
    **{
        f"label --rows, {suffix}": f"label case.yaml --features features.yaml --rows BAD.{suffix} "
        "--jobs 1 -q"
        for suffix in ("csv", "jsonl", "parquet")
    },
    "fit": "fit BAD.yaml",
    "revise": "revise BAD",
    "norm": "norm BAD.yaml",
    **{f"solve, {f}": f"solve -p SE-GR -f BAD.{suffix} -fo {f}" for f, suffix in FORMS.items()},
    "rules": "rules BAD.yaml",
    **{f"rules, {form}": f"rules BAD.{suffix} --from {form}" for form, suffix in MAPS.items()},
    "convert": "convert BAD.yaml -t argdown",
    **{f"convert, {form}": f"convert BAD.{suffix} --from {form} -t argdown"
       for form, suffix in MAPS.items()},
    "pack": "pack BAD.yaml -o made",
    "pack --with": "pack case.yaml --with BAD.toml -o made",
    "debate": "debate BAD.yaml --say quit",
    "steps": "steps BAD.yaml",
    "quiz": "quiz BAD.yaml --key made",
    "quiz on a graph": "quiz BAD.apx --key made",
    "grade --key": "grade answers --key BAD.json",
    "grade": "grade BAD --key key.json",
    "poll": "poll BAD.yaml ballot.json",
    "poll on ballots": "poll case.yaml BAD.json",
}  # fmt: skip
"""What is asked -> the command line, with the bad file in each place that takes one."""

NO_FILES = {"cases", "frameworks", "roles", "help-code", "schema", "sweep", "validate", "new"}
"""Commands that read no files."""

TEXT = ("broken", "another")
FINE: set[tuple[str, str]] = {
    ("batch of rows", "empty"),
    ("pack --with", "empty"),
    *((f"{what}, {form}", "empty") for what in ("solve", "convert") for form in ("apx", "argdown")),
    *((f"{what}, argdown", kind) for what in ("solve", "rules", "convert") for kind in TEXT),
}
"""What is no bad file: no rows, no remarks, no arguments; and all text is some Argdown."""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to be in, with whole files of every sort."""
    monkeypatch.chdir(tmp_path)
    features = {"payoffs.a.me": "n"}
    answers: dict[str, Any] = {
        "schema": "argue/quiz-answers/v1",
        "paper": "1",
        "student": "Ana",
        "answers": {},
    }
    whole = {
        "case.yaml": CASE,
        "features.yaml": json.dumps(features),
        "rows.csv": "n\n1\n",
        "ballot.json": json.dumps({"schema": "argue/poll/v1", "case": "case", "name": "Ana"}),
        "key.json": json.dumps({"schema": "argue/quiz-key/v1", "papers": []}),
        "answers/ana.json": json.dumps(answers),
    }
    (tmp_path / "answers").mkdir()
    for name, text in whole.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def words_of(line: str, kind: str) -> Iterator[str]:
    """The words of a command line, with the bad file made and named."""
    content, _ = KINDS[kind]
    for word in line.split():
        path = Path(word.replace(BAD, "bad"))
        if word == BAD:  # a folder that holds the bad file, or what is none
            path = path if kind in ("folder", "missing") else Path("held")
        if BAD in word and kind == "folder":
            path.mkdir()
        elif BAD in word and content is not None:
            file = path / "bad.json" if word == BAD else path
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(content)
        yield str(path) if BAD in word else word


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("what", READ)
def test_a_bad_file_ends_a_command_as_documented(
    what: str, kind: str, place: Path, capsys: pytest.CaptureFixture[str]
):
    if "parquet" in what:
        pytest.importorskip("pyarrow", reason="pyarrow is an extra")
    code = main(list(words_of(READ[what], kind)))
    said = capsys.readouterr()
    assert code == (Exit.DONE if (what, kind) in FINE else KINDS[kind][1]), said.err
    assert code == Exit.DONE or "bad" in said.err + said.out
    assert "Usage:" not in said.err
    assert not (place / "made").exists() or code == Exit.DONE


def test_every_command_that_reads_files_is_held_against_bad_ones():
    assert {line.split()[0] for line in READ.values()} == set(COMMANDS) - NO_FILES - {"serve"}


@pytest.mark.parametrize("kind", ["folder", "missing"])
def test_serve_ends_where_there_is_nothing_to_follow(
    kind: str, place: Path, capsys: pytest.CaptureFixture[str]
):
    code = main(["serve", *words_of("BAD.yaml", kind)])
    assert code == Exit.NO_INPUT, capsys.readouterr().err
