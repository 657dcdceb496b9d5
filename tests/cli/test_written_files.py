"""Every command that writes files: what was there before is lost only to the whole of what is new.

A disk that is full leaves the file as it was, with exit code 74; what a command reads it does not
write over; and where nothing can be written is said with exit code 74, not as a wrong command.
"""

import json
import os
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import click
import pytest

from argue.cli.exits import Exit
from argue.cli.main import COMMANDS, cli, main
from argue.cli.parameters import OutputFile
from tests.cli.test_bad_files import CASE

resource = pytest.importorskip("resource", reason="limits are set by it")

OUT = "OUT"
CHALLENGE = ("--add", "welfare", "--by", "Ana")
TIMED = """\
title: Requests
options: {a: {text: Answer, trace: [[asked], [answered]]}, b: {text: None, trace: [[asked], []]}}
norms: {reply: {text: Who asks gets an answer, pattern: {achieve: answered, after: asked}}}
"""
STUDY = """\
title: A study
norm: {steps: 4}
judgements: [{amount: 1, verdict: permissible}, {amount: 0, verdict: impermissible}]
"""
WRITE: dict[tuple[str, str], str] = {
    ("analyze", "output"): "analyze case.yaml -o OUT.json",
    ("report", "output"): "report case.yaml -o OUT.html",
    ("why", "output"): "why case.yaml a -o OUT.txt",
    ("whatif", "output"): "whatif case.yaml --set payoffs.a.me=3 -o OUT.txt",
    ("sensitivity", "output"): "sensitivity case.yaml -o OUT.svg",
    ("diff", "output"): "diff case.yaml another.yaml -o OUT.txt",
    ("merge", "output"): "merge case.yaml another.yaml -o OUT.yaml --report -",
    ("merge", "report"): "merge case.yaml another.yaml --report OUT.html",
    ("contest", "output"): "contest case.yaml -o OUT.txt",
    ("lab", "output"): "lab case.yaml -o OUT.html",
    ("graph", "output"): "graph case.yaml -o OUT.svg",
    ("new", "file"): "new OUT.yaml --force",
    ("upgrade", "output"): "upgrade case.yaml -o OUT.yaml",
    ("compare", "output"): "compare case.yaml -o OUT.json",
    ("fit", "output"): "fit study.yaml -o OUT.txt",
    ("revise", "output"): "revise held -o OUT.json",
    ("norm", "output"): "norm timed.yaml -o OUT.json",
    ("rules", "output"): "rules map.apx -o OUT.txt",
    ("convert", "output"): "convert map.apx -t argdown -o OUT.argdown",
    ("schema", "output"): "schema -o OUT.json",
    ("validate", "output"): "validate -o OUT.json",
    ("sweep", "output"): "sweep --rivalry 1,0 -o OUT.json",
    ("pack", "output"): "pack --syllabus -o OUT.md",
    ("debate", "output"): "debate case.yaml --say quit -o OUT.md",
    ("steps", "output"): "steps case.yaml -o OUT.html",
    ("quiz", "output"): "quiz map.apx -o OUT.html",
    ("quiz", "key"): "quiz map.apx -o - --format json --key OUT.json",
    ("grade", "output"): "grade answers --key key.json -o OUT.csv",
    ("poll", "output"): "poll case.yaml ballot.json -o OUT.md",
    ("poll", "form"): "poll case.yaml --form OUT.html",
    ("poll", "merged"): "poll case.yaml ballot.json ballot2.json --merged OUT.yaml",
}
"""Command and parameter -> a command line that writes a file by it, in place of OUT."""

LINES = {("batch", "output"), ("label", "output")}
"""What is gone on with line by line, which tests/load holds against whatever may happen."""
DRAWN = {("sweep", "picture"), ("validate", "picture")}
"""Pictures, whose tests need matplotlib."""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to be in, with whole files to make something of."""
    monkeypatch.chdir(tmp_path)
    for folder in ("held", "answers"):
        (tmp_path / folder).mkdir()
    ballot = {"schema": "argue/poll/v1", "case": "case", "name": "Ana"}
    judged = "considered: [{option: a, status: required, by: welfare}]\n"
    whole = {
        "case.yaml": CASE,
        "timed.yaml": TIMED,
        "another.yaml": CASE.replace("me: 1", "me: 0"),
        "held/case.yaml": CASE + judged,
        "study.yaml": STUDY,
        "map.apx": "".join(f"arg({x}).\n" for x in "abcd")
        + "att(a,b).\natt(b,c).\natt(c,d).\natt(d,c).\n",
        "ballot.json": json.dumps(ballot),
        "ballot2.json": json.dumps({**ballot, "name": "Ben", "considered": {"a": "obligatory"}}),
    }
    for name, text in whole.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert main(["quiz", "map.apx", "--items", "label", "--key", "key.json"]) == Exit.DONE
    paper = json.loads((tmp_path / "key.json").read_text("utf-8"))["papers"][0]["id"]
    answers: dict[str, Any] = {
        "schema": "argue/quiz-answers/v1",
        "paper": paper,
        "student": "Ana",
        "answers": {},
    }
    (tmp_path / "answers" / "ana.json").write_text(json.dumps(answers), encoding="utf-8")
    return tmp_path


def words(line: str, name: str = "out") -> list[str]:
    return [word.replace(OUT, name) for word in line.split()]


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Files of more than 10 bytes cannot be written, as on a disk that is full."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)  # half of a module would be left
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def outputs() -> set[tuple[str, str]]:
    """Every parameter of a command that names a file to write."""
    found: set[tuple[str, str]] = set()
    for name, (module, _) in COMMANDS.items():
        command: click.Command = import_module(f"argue.cli.{module}").command
        params = command.params
        found |= {(name, str(p.name)) for p in params if isinstance(p.type, OutputFile)}
        found |= {(name, "output") for p in params if "-o" in p.opts}
    return found


def test_every_file_that_a_command_writes_is_held_against_a_full_disk():
    assert outputs() == {*WRITE, *LINES, *DRAWN}
    assert {name for name, _ in outputs()} <= set(cli.list_commands(click.Context(cli)))


@pytest.mark.parametrize(("name", "param"), WRITE)
def test_a_full_disk_leaves_the_file_that_was_there(
    name: str, param: str, place: Path, full: None, capsys: pytest.CaptureFixture[str]
):
    asked = words(WRITE[name, param])
    out = Path(next(word for word in asked if word.startswith("out.")))
    out.write_bytes(b"precious")
    before = sorted(place.rglob("*"))
    assert main(asked) == Exit.CANNOT_WRITE, capsys.readouterr().err
    assert f"argue: cannot write: {out}: File too large" in capsys.readouterr().err
    assert out.read_bytes() == b"precious"
    assert sorted(place.rglob("*")) == before


@pytest.mark.parametrize(("name", "param"), WRITE)
def test_the_file_is_replaced_where_there_is_room(name: str, param: str, place: Path):
    asked = words(WRITE[name, param])
    out = Path(next(word for word in asked if word.startswith("out.")))
    out.write_bytes(b"precious")
    assert main(asked) == Exit.DONE
    assert len(out.read_bytes()) > 8 and b"precious" not in out.read_bytes()


@pytest.mark.parametrize("where", ["no/folder/", "case.yaml/"])
@pytest.mark.parametrize(("name", "param"), WRITE)
def test_where_nothing_can_be_written_is_no_error_of_the_command_line(
    name: str, param: str, where: str, place: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(words(WRITE[name, param], f"{where}out")) == Exit.CANNOT_WRITE
    assert f"cannot write: {where}out" in capsys.readouterr().err


READ_AS_WELL = [
    "analyze case.yaml -o case.yaml --format text",
    "report case.yaml -o case.yaml --format json",
    "report --verify report.json -o report.json",
    "why case.yaml a -o case.yaml",
    "whatif case.yaml --set payoffs.a.me=3 -o case.yaml",
    "sensitivity case.yaml -o case.yaml --format text",
    "diff case.yaml another.yaml -o another.yaml",
    "merge case.yaml another.yaml -o case.yaml",
    "merge case.yaml another.yaml --report another.yaml",
    "contest case.yaml -o case.yaml",
    "lab case.yaml -o case.yaml",
    "graph case.yaml -o case.yaml --format svg",
    "compare case.yaml -o case.yaml",
    "batch rows.jsonl -o rows.jsonl",
    "label case.yaml --features features.jsonl --rows rows.jsonl -o rows.jsonl",
    "label case.yaml --features features.jsonl --rows rows.jsonl -o features.jsonl",
    "fit study.yaml -o study.yaml",
    "fit roles.yaml -o case.yaml",
    "revise held -o held/case.yaml",
    "norm timed.yaml -o timed.yaml",
    "rules map.apx -o map.apx",
    "convert case.yaml -t aif -o case.yaml",
    "convert case.yaml -t aif -o ./held/../case.yaml",
    "convert case.yaml -t aif -o link.yaml",
    "debate case.yaml --say quit -o case.yaml",
    "steps case.yaml -o case.yaml",
    "quiz map.apx -o map.apx --format json",
    "quiz map.apx --key map.apx",
    "grade answers --key key.json -o key.json",
    "grade answers --key key.json -o answers/ana.json",
    "poll case.yaml ballot.json -o ballot.json",
    "poll case.yaml ballot.json --form case.yaml",
    "poll case.yaml held ballot.json --merged case.yaml",
    "pack blank.yaml -o . --force",
]
ROLES = "{title: T, roles: {one: {signals: {a: 1/2}}}, observed: [[a]], case: case.yaml}"
NO_INPUT = {"schema", "validate", "sweep", "new", "upgrade"}
"""Commands that read no file, or whose point it is to write what they read."""


@pytest.mark.parametrize("line", READ_AS_WELL)
def test_what_is_read_is_not_written_over(
    line: str, place: Path, capsys: pytest.CaptureFixture[str]
):
    (place / "link.yaml").symlink_to("case.yaml")
    (place / "blank.yaml").write_text(CASE)
    (place / "roles.yaml").write_text(ROLES)
    for name in ("report.json", "rows.jsonl", "features.jsonl"):
        (place / name).write_text('{"case": "case.yaml"}\n')
    before = {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}
    assert main(line.split()) == Exit.USAGE
    assert "is read and written: write to another file" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in place.rglob("*") if path.is_file()} == before


def test_every_command_that_writes_a_file_is_held_against_its_own_input():
    assert {line.split()[0] for line in READ_AS_WELL} == {n for n, _ in outputs()} - NO_INPUT


def test_stdin_may_come_from_the_file_that_would_be_written(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    real = os.fstat
    with (place / "case.yaml").open("rb") as stream, monkeypatch.context() as patched:

        def redirected(number: int) -> os.stat_result:
            return real(stream.fileno() if number == 0 else number)

        patched.setattr(os, "fstat", redirected)
        assert main(["convert", "-", "-t", "aif", "-o", "case.yaml"]) == Exit.USAGE
    assert "stdin is read and written" in capsys.readouterr().err
    assert (place / "case.yaml").read_text() == CASE


@pytest.mark.parametrize(
    "line",
    [
        "grade bad --key key.json -o out.csv",
        "grade bad --key key.json -o out.html --feedback notes",
        "poll case.yaml bad -o out.md",
        "poll case.yaml bad/another.json --merged out.yaml",
    ],
)
def test_a_class_of_which_nothing_can_be_used_is_no_result(
    line: str, place: Path, capsys: pytest.CaptureFixture[str]
):
    (place / "bad").mkdir()
    for name in ("broken.json", "another.json"):
        (place / "bad" / name).write_text('{"schema": "another/v1"}')
    out = Path(next(word for word in line.split() if word.startswith("out.")))
    out.write_bytes(b"precious")
    assert main(line.split()) == Exit.BAD_CASE
    said = capsys.readouterr()
    assert "another.json: has schema 'another/v1'" in said.err
    assert "and nothing is written" in said.err
    assert (said.out, out.read_bytes()) == ("", b"precious")
    assert not Path("notes").exists()


@pytest.mark.parametrize(
    "line",
    [
        "merge case.yaml another.yaml -o out --report ./out",
        "quiz map.apx -o out --format json --key out",
        "quiz map.apx -o out.html --student Ana --student Ben --key out-ben.html",
        "poll case.yaml ballot.json -o out.md --form out.md",
        "sweep -o out.png --plot out.png",
        "validate -o out.png --plot out.png",
    ],
)
def test_one_file_is_not_written_twice(line: str, place: Path, capsys: pytest.CaptureFixture[str]):
    assert main(line.split()) == Exit.USAGE
    assert "would be written twice: name another file" in capsys.readouterr().err
    assert not list(place.glob("out*"))


def test_what_is_read_to_be_written_again_is(place: Path):
    old = Path("old.yaml")
    old.write_text(
        (place / "case.yaml").read_text("utf-8").replace("title", "schema: argue/case/v1\ntitle")
    )
    assert main(["upgrade", "old.yaml", "-o", "old.yaml"]) == Exit.DONE
    assert "argue/case/v2" in old.read_text()
    assert main(["contest", "case.yaml", "-o", "case.yaml", *CHALLENGE]) == Exit.DONE
    assert "by: Ana" in (place / "case.yaml").read_text()
    assert main(["check", "case.yaml"]) == Exit.DONE


@pytest.mark.parametrize(
    "line", ["pack case.yaml -o taken", "grade answers --key key.json --feedback taken"]
)
@pytest.mark.parametrize("inside", ["", "/inside"])
def test_a_folder_that_cannot_be_made_is_told(
    line: str, inside: str, place: Path, capsys: pytest.CaptureFixture[str]
):
    (place / "taken").write_bytes(b"precious")
    assert main([*line.split()[:-1], f"taken{inside}"]) == Exit.CANNOT_WRITE
    assert f"cannot write: taken{inside}" in capsys.readouterr().err
    assert (place / "taken").read_bytes() == b"precious"


@pytest.mark.parametrize("name", ["out.jsonl", "out.json"])
def test_a_file_is_made_with_the_mode_of_any(name: str, place: Path):
    line = "batch case.yaml --jobs 1 -q" if name == "out.jsonl" else "analyze case.yaml"
    assert main([*line.split(), "-o", name]) == Exit.DONE
    assert Path(name).stat().st_mode == (place / "case.yaml").stat().st_mode
