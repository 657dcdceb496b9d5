"""Whatever ends a run of `argue batch` or `argue label`, no row is lost and none is there twice."""

import errno
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from argue.cli.exits import Exit
from argue.cli.main import main
from tests.cli.command import run
from tests.load.crashing import (
    EVERY,
    TIMES,
    given,
    grown,
    kill_a_worker,
    running,
    size_of,
    whole,
)

COMMANDS = ("label", "batch")
SHARE = COMMANDS if EVERY else ("batch",)
"""Commands that are disturbed in every way."""
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes in /proc")


@pytest.fixture(scope="module")
def commands(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[tuple[str, ...], bytes]]:
    """Commands, and what each writes when nothing disturbs it."""
    folder = tmp_path_factory.mktemp("given")
    found = given(folder)
    return {name: (found[name], whole(found[name], folder / f"{name}.jsonl")) for name in COMMANDS}


@pytest.mark.parametrize("name", COMMANDS)
def test_killed_again_and_again_a_run_comes_to_the_same_bytes(
    name: str, commands: dict[str, tuple[tuple[str, ...], bytes]], tmp_path: Path
):
    arguments, expected = commands[name]
    path = tmp_path / "out.jsonl"
    drawn = random.Random(name)
    for _ in range(TIMES):
        stood = size_of(path)
        with running(arguments, path) as process:
            if grown(path, drawn.randint(stood, (len(expected) + stood) // 2) + 1, process):
                time.sleep(drawn.choice([0, 0.001, 0.02]))
            process.kill()
        left = path.read_bytes()
        assert len(left) >= stood
        assert expected.startswith(left)
        if drawn.random() < 0.5:
            path.write_bytes(left[: len(left) - drawn.randint(0, 30)])
    done = run(*arguments, "-q", "-o", str(path), "--jobs", "1")
    assert done.returncode == Exit.BAD_CASE, done.stderr
    assert path.read_bytes() == expected


@pytest.mark.parametrize("name", SHARE)
def test_workers_that_are_killed_cost_no_row(
    name: str, commands: dict[str, tuple[tuple[str, ...], bytes]], tmp_path: Path
):
    arguments, expected = commands[name]
    path = tmp_path / "out.jsonl"
    drawn = random.Random(name)
    with running(arguments, path) as process:
        killed = 0
        for number in range(1, TIMES + 1):
            if grown(path, len(expected) * number // (TIMES + 2), process):
                killed += kill_a_worker(process, drawn)
        _, said = process.communicate(timeout=120)
    assert killed
    assert process.returncode == Exit.BAD_CASE, said
    assert path.read_bytes() == expected


def test_two_runs_into_one_file_are_one(
    commands: dict[str, tuple[tuple[str, ...], bytes]], tmp_path: Path
):
    arguments, expected = commands["batch"]
    path = tmp_path / "out.jsonl"
    with running(arguments, path) as process:
        assert grown(path, 1, process)
        process.send_signal(signal.SIGSTOP)
        for more in ((), ("--overwrite",)):
            other = run(*arguments, "-q", "-o", str(path), *more)
            assert other.returncode == Exit.USAGE
            assert f"another run is writing to {path}: wait for it" in other.stderr.decode()
        process.send_signal(signal.SIGCONT)
        process.communicate(timeout=120)
    assert path.read_bytes() == expected


@pytest.mark.parametrize("name", SHARE)
def test_a_folder_that_vanishes_ends_the_run_which_can_be_made_again(
    name: str, commands: dict[str, tuple[tuple[str, ...], bytes]], tmp_path: Path
):
    arguments, expected = commands[name]
    folder = tmp_path / "folder"
    folder.mkdir()
    path = folder / "out.jsonl"
    with running(arguments, path) as process:
        assert grown(path, 1, process)
        folder.rename(tmp_path / "moved")
        _, said = process.communicate(timeout=120)
    assert process.returncode == Exit.CANNOT_WRITE
    assert f"{path} was removed or replaced while rows were written to it" in said.decode()
    moved = tmp_path / "moved" / "out.jsonl"
    assert expected.startswith(moved.read_bytes())
    assert run(*arguments, "-q", "-o", str(path)).returncode == Exit.CANNOT_WRITE
    moved.parent.rename(folder)
    assert run(*arguments, "-q", "-o", str(path)).returncode == Exit.BAD_CASE
    assert path.read_bytes() == expected


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own, of 64 KiB."""
    place = tmp_path / "disk"
    place.mkdir()
    if not shutil.which("mount") or os.geteuid() != 0:
        pytest.skip("only root can mount a file system")
    asked = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place)]
    if subprocess.run(asked, check=False, capture_output=True).returncode:
        pytest.skip("no file system can be mounted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def remounted(place: Path, options: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{options}", str(place)], check=True)


@pytest.mark.parametrize("jobs", ["1", "2"] if EVERY else ["2"])
def test_a_disk_that_is_full_or_not_to_be_written_loses_nothing(
    jobs: str, commands: dict[str, tuple[tuple[str, ...], bytes]], small_disk: Path
):
    arguments, expected = commands["label"]
    path = small_disk / "out.jsonl"
    asked = (*arguments, "-q", "--jobs", jobs, "-o", str(path))
    full = run(*asked)
    assert full.returncode == Exit.CANNOT_WRITE
    assert f"{path}: {os.strerror(errno.ENOSPC)}; " in full.stderr.decode()
    assert "rows stand: mend that and run the same command again" in full.stderr.decode()
    left = path.read_bytes()
    assert expected.startswith(left)
    assert left == b"" or left.endswith(b"\n")
    remounted(small_disk, "size=64m,ro")
    unwritable = run(*asked)
    assert unwritable.returncode == Exit.CANNOT_WRITE
    assert f"{path}: {os.strerror(errno.EROFS)}" in unwritable.stderr.decode()
    assert path.read_bytes() == left
    remounted(small_disk, "rw")
    assert run(*asked).returncode == Exit.BAD_CASE
    assert path.read_bytes() == expected


def test_input_that_has_grown_is_gone_on_with_and_what_has_changed_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    label, batch = given(tmp_path).values()
    rows, out = tmp_path / "rows.csv", tmp_path / "labels.jsonl"
    text = "id,pressure\n1,0.5\n2,9\n3,1"
    rows.write_text(text)
    asked = [*label, "-q", "--jobs", "1", "-o", str(out)]
    assert main(asked) == Exit.DONE
    first = out.read_bytes()
    rows.write_text(f"{text}\n4,2\n")
    assert main(asked) == Exit.DONE
    grown_once = out.read_bytes()
    assert grown_once.startswith(first)
    for changed, line in ((f"{text}5\n4,2\n", 3), (text.replace("2,9", "2,8"), 2), (text, 4)):
        rows.write_text(changed)
        assert main(asked) == Exit.USAGE
        said = capsys.readouterr().err
        assert f"{out}, line {line}" in said
        assert "or begin anew with --overwrite" in said
        assert out.read_bytes() == grown_once
    rows, room, out = tmp_path / "rows.jsonl", tmp_path / "room.yaml", tmp_path / "verdicts.jsonl"
    rows.write_text('{"case": "mask-mandate"}\n{"case": "room.yaml"}\n')
    asked = [*batch, "-q", "--jobs", "1", "-o", str(out)]
    assert main(asked) == Exit.DONE
    room.write_text(room.read_text() + "# looked through\n")
    assert main(asked) == Exit.USAGE
    assert f"{out}, line 2 was not made from this input" in capsys.readouterr().err


EXPONENTIAL = {
    "title": "Every fact open",
    "options": {f"o{n}": "one of them" for n in range(9)},
    "standpoints": {"k": {}, "m": {}},
    "facts": {f"f{n}": {"text": "open", "status": "disputed"} for n in range(40)},
    "payoffs": {
        f"o{n}": {
            s: {"if": [f"f{(n * k + j) % 40}" for j in range(3)], "then": n * k % 7, "else": -n}
            for k, s in enumerate("km", 3)
        }
        for n in range(9)
    },
    "frameworks": ["welfare", "veil", "rejection", "equality", "priority"],
}
POISON = {
    "no JSON": b'{"case": ',
    "no UTF-8": b'{"title": "\xff\xfe"}',
    "NaN": b'{"case": "room.yaml", "set": {"payoffs.wait.jones": NaN}}',
    "NaN for an id": b'{"case": "room.yaml", "id": NaN}',
    "Infinity in an id": b'{"case": "room.yaml", "id": {"a": [-Infinity, 2.5]}, "set": 3}',
    "beyond any double": b'{"case": "room.yaml", "set": {"payoffs.wait.jones": 1e999999999999}}',
    "more digits than are read": b'{"case": "room.yaml", "set": {"a": ' + b"9" * 5000 + b"}}",
    "deep": b"[" * 100_000,
    "deep in a row": b'{"case": "room.yaml", "x-deep": ' + b"[" * 3000 + b"]" * 3000 + b"}",
    "half of a pair": b'{"case": "room.yaml", "id": "\\ud800"}',
    "no case": b'{"case": "../../../../../../../dev/zero"}',
    "a folder": b'{"case": "."}',
    "a pipe": b'{"case": "pipe"}',
    "a device": b'{"case": "/dev/stdin"}',
    "a name that is none": b'{"case": "\\u0000"}',
    "too long": b'{"case": "room.yaml", "x-long": "' + b"l" * 11_000_000 + b'"}',
    "control": b"\x00\x1b[31m",
    "exponential": json.dumps(EXPONENTIAL).encode(),
}
GOOD = b'{"case": "room.yaml", "id": "the same"}'
WHOLE = ("half of a pair", "NaN for an id")
"""What is strange but can be judged."""


def test_poisoned_rows_have_rows_that_say_so_and_the_others_are_judged(tmp_path: Path):
    batch = given(tmp_path)["batch"]
    os.mkfifo(tmp_path / "pipe")
    lines = [GOOD] + [line for poison in POISON.values() for line in (poison, GOOD)]
    (tmp_path / "rows.jsonl").write_bytes(b"\n".join(lines))
    path = tmp_path / "out.jsonl"
    asked = (*batch, "-q", "--timeout", "5", "-o", str(path))
    assert run(*asked, "--jobs", "2").returncode == Exit.BAD_CASE
    expected = path.read_bytes()
    found = [json.loads(line) for line in expected.splitlines()]
    assert [row["row"] for row in found] == list(range(1, len(lines) + 1))
    good = {json.dumps({**row, "row": 0, "input": "", "digest": ""}) for row in found[::2]}
    assert len(good) == 1
    for name, row in zip(POISON, found[1::2], strict=True):
        assert ("error" in row) == (name not in WHOLE), (name, row)
    path.write_bytes(expected[: len(expected) // 2])
    assert run(*asked, "--jobs", "1").returncode == Exit.BAD_CASE
    assert path.read_bytes() == expected


LONG = "7" * 11_000_000


def test_lines_that_are_too_long_are_told_and_the_others_labelled(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    label = list(given(tmp_path)["label"])
    good, long = json.dumps({"pressure": 1}), f'{{"pressure": {LONG}}}'
    lines = [good, long, good, "[" * 99_999, good, f"{good} {good}", good, long]
    (tmp_path / "rows.jsonl").write_text("\n".join(lines))
    label[label.index("--rows") + 1] = str(tmp_path / "rows.jsonl")
    assert main([*label, "-q", "--jobs", "1"]) == Exit.BAD_CASE
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["row"] for row in found if "error" in row] == [2, 4, 6, 8]
    assert "bytes or more" in found[1]["error"]["message"]
    assert len({json.dumps(row["statuses"]) for row in found if "error" not in row}) == 1
    assert len(found) == len(lines)


@pytest.mark.parametrize(
    ("bad", "line", "said"),
    [
        (f"b,{LONG}", 2, "the next line has 10_000_000 characters or more"),
        (f'"{"d" * 140_000}",1', 3, "field larger than field limit"),
    ],
)
def test_what_is_no_csv_ends_the_run_and_mended_it_goes_on(
    bad: str, line: int, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    label, out = given(tmp_path)["label"], tmp_path / "out.jsonl"
    asked = [*label, "-q", "--jobs", "1", "-o", str(out)]
    rows = tmp_path / "rows.csv"
    rows.write_text(f"id,pressure\na,1\n{bad}\nc,1\n")
    assert main(asked) == Exit.BAD_CASE
    assert f"{rows}:{line}: this is no CSV: {said}" in capsys.readouterr().err
    rows.write_text("id,pressure\na,1\nb,2\nc,1\n")
    assert main(asked) == Exit.DONE
    assert len(out.read_text().splitlines()) == 3


def test_a_quote_that_is_not_closed_is_suspected_where_it_takes_rows_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    label = given(tmp_path)["label"]
    (tmp_path / "rows.csv").write_text('id,pressure\na,1\n"b,2\nc,3\nd,4\n')
    assert main([*label, "--jobs", "1"]) == Exit.BAD_CASE
    captured = capsys.readouterr()
    assert len(captured.out.splitlines()) == 2
    assert "a field goes over 4 lines: is a quote not closed?" in captured.err


def test_a_limit_on_the_size_of_files_leaves_whole_rows(
    commands: dict[str, tuple[tuple[str, ...], bytes]], tmp_path: Path
):
    arguments, expected = commands["batch"]
    path = tmp_path / "out.jsonl"
    asked = (*arguments, "-q", "-o", str(path))
    limit = len(expected) // 3
    code = (
        "import resource; from argue.cli.main import run; "
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit})); run()"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", code, *asked, "--jobs", "2"],
        capture_output=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == Exit.CANNOT_WRITE
    left = path.read_bytes()
    assert 0 < len(left) <= limit
    assert left.endswith(b"\n")
    assert run(*asked).returncode == Exit.BAD_CASE
    assert path.read_bytes() == expected
