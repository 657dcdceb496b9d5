"""`argue batch` and `argue label`: rows on stdout or in a file that survives whatever happens."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from argue.cli import progress
from argue.cli.exits import Exit
from argue.cli.main import main
from argue.io.bundled import bundled_text
from tests.cli.command import CODE, ROOT, run
from tests.cli.terminal import Terminal, tick

ROWS = 48
ASKED = ("--columns", "outcome,statuses")
COMMONS: dict[str, Any] = {
    "title": "How much to take",
    "options": {"little": "take one", "much": "take five"},
    "standpoints": {"me": {}, "others": {"count": 5}},
    "payoffs": {"little": {"me": 1, "others": 0}, "much": {"me": 5, "others": 0}},
    "frameworks": ["welfare", "rejection"],
}


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    """Many rows that change nothing in a bundled case."""
    path = tmp_path / "rows.jsonl"
    (tmp_path / "room.yaml").write_text(bundled_text("transmitter-room"))
    lines = [json.dumps({"case": str(tmp_path / "room.yaml"), "id": n}) for n in range(ROWS)]
    path.write_text("\n".join(lines) + "\n")
    return path


@pytest.fixture
def commons(tmp_path: Path) -> tuple[str, ...]:
    """A case, what is bound to columns, and rows for it."""
    (tmp_path / "commons.json").write_text(json.dumps(COMMONS))
    (tmp_path / "features.yaml").write_text("payoffs.much.others: {pressure: -0.5, const: 0.25}\n")
    (tmp_path / "rows.csv").write_text("id,pressure\nx,0.5\ny,9\nz,0.5\n")
    features, given = (str(tmp_path / name) for name in ("features.yaml", "rows.csv"))
    return "label", str(tmp_path / "commons.json"), "--features", features, "--rows", given


def start(*arguments: str, **more: Any) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", CODE, *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        **more,
    )


def written(path: Path) -> tuple[str, ...]:
    """The command that judges rows from its input into a file."""
    return "batch", "-", *ASKED, "-o", str(path), "--jobs", "2"


def start_and_wait(path: Path, rows: Path, count: int) -> subprocess.Popen[bytes]:
    """A run that has written this many lines and waits for its last row, however fast it is."""
    process = start(*written(path), start_new_session=True, stdin=subprocess.PIPE)
    assert process.stdin is not None
    process.stdin.writelines(rows.read_bytes().splitlines(keepends=True)[:-1])
    process.stdin.flush()
    wait_for_lines(path, count)
    return process


def wait_for_lines(path: Path, count: int) -> None:
    deadline = time.monotonic() + 60
    while not path.exists() or path.read_bytes().count(b"\n") < count:
        assert time.monotonic() < deadline
        time.sleep(0.02)


def processes_of(group: int) -> list[int]:
    """The processes of a group that are still there."""
    found: list[int] = []
    for entry in Path("/proc").iterdir():
        with contextlib.suppress(OSError, ValueError):
            if entry.name.isdigit() and os.getpgid(int(entry.name)) == group:
                state = (entry / "stat").read_text().rsplit(")", 1)[1].split()[0]
                if state != "Z":
                    found.append(int(entry.name))
    return found


def wait_until_gone(group: int) -> None:
    deadline = time.monotonic() + 30
    while processes_of(group):
        assert time.monotonic() < deadline, "workers outlive the command"
        time.sleep(0.05)


def test_a_run_that_is_killed_and_gone_on_with_writes_the_same_bytes(tmp_path: Path, rows: Path):
    once, again = tmp_path / "once.jsonl", tmp_path / "again.jsonl"
    assert run(*written(once), stdin=rows.read_bytes()).returncode == Exit.DONE
    with start_and_wait(again, rows, 8) as process:
        process.kill()
        process.wait()
        wait_until_gone(process.pid)
    left = again.read_bytes()
    assert 8 <= left.count(b"\n") < ROWS
    again.write_bytes(left[:-7])
    done = run(*written(again), stdin=rows.read_bytes())
    assert done.returncode == Exit.DONE, done.stderr
    stood = left[:-7].count(b"\n")
    said = f"argue: {stood} cases stood already, {ROWS - stood} were added\n"
    assert done.stderr.decode() == said
    assert again.read_bytes() == once.read_bytes()


def test_ctrl_c_leaves_whole_rows_and_ends_with_130(tmp_path: Path, rows: Path):
    path = tmp_path / "out.jsonl"
    with start_and_wait(path, rows, 4) as process:
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(60) == Exit.INTERRUPTED
        assert process.stderr is not None
        assert process.stderr.read() == b"\ninterrupted\n"
        wait_until_gone(process.pid)
    lines = path.read_bytes().splitlines(keepends=True)
    assert 4 <= len(lines) < ROWS
    assert all(json.loads(line)["outcome"] and line.endswith(b"\n") for line in lines)
    assert run(*written(path), "--quiet", stdin=rows.read_bytes()).stderr == b""
    assert len(path.read_bytes().splitlines()) == ROWS


def test_rows_go_to_stdout_and_inputs_come_from_stdin(rows: Path):
    done = run("batch", "-", *ASKED, "--jobs", "1", stdin=rows.read_bytes())
    assert done.returncode == Exit.DONE
    assert done.stderr == b""
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["id"] for row in found] == list(range(ROWS))
    assert {row["outcome"] for row in found} == {"contested"}


def test_inputs_from_stdin_can_be_gone_on_with_too(tmp_path: Path, rows: Path):
    path = tmp_path / "out.jsonl"
    arguments = ("batch", "-", *ASKED, "--jobs", "1", "-o", str(path))
    lines = rows.read_bytes().splitlines(keepends=True)
    assert run(*arguments, stdin=b"".join(lines[:5])).returncode == Exit.DONE
    assert run(*arguments, stdin=b"".join(lines[:9])).returncode == Exit.DONE
    assert path.read_bytes().count(b"\n") == 9


def test_failed_cases_have_rows_and_the_exit_code_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "bad.yaml").write_text("title: Bad\n")
    out = str(tmp_path / "out.jsonl")
    arguments = ["batch", str(tmp_path / "bad.yaml"), "mask-mandate", "-o", out, "--jobs", "1"]
    for _ in range(2):
        assert main(arguments) == Exit.BAD_CASE
        said = capsys.readouterr().err
        assert said.startswith("argue: 1 of 2 cases failed; the first in row 1: ")
        assert "options is missing" in said
    first, second = map(json.loads, Path(out).read_text().splitlines())
    assert first["error"]["kind"] == "CaseError"
    assert second["analysis"]["schema"] == "argue/analysis/v1"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["no-such-case"], Exit.NO_INPUT, "there is no file 'no-such-case', and no bundled case"),
        (["mask-mandate", "--columns", "outcom"], Exit.USAGE, "unknown column 'outcom'"),
        (["mask-mandate", "-o", "x.csv"], Exit.USAGE, "unknown suffix '.csv'; known: .jsonl"),
        (["mask-mandate", "-o", "no/x.jsonl"], Exit.CANNOT_WRITE, "there is no folder 'no'"),
        (["mask-mandate", "--semantics", "best"], Exit.USAGE, "unknown semantics 'best'"),
        (["mask-mandate", "--jobs", "0"], Exit.USAGE, "0 is not in the range"),
        (["mask-mandate", "--jobs", "1", "--scheduler", "tcp://x:1"], Exit.USAGE, "give one"),
    ],
)
def test_what_cannot_be_begun_says_what_to_write_instead(
    arguments: list[str], code: Exit, said: str, capsys: pytest.CaptureFixture[str]
):
    assert main(["batch", *arguments]) == code
    captured = capsys.readouterr()
    assert captured.out == ""
    assert said in captured.err


def test_an_output_is_no_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "rows.jsonl"
    path.write_text('{"case": "mask-mandate"}\n')
    assert main(["batch", str(path), "-o", str(tmp_path / "." / "rows.jsonl")]) == Exit.USAGE
    assert "is read and written: write to another file" in capsys.readouterr().err
    assert path.read_text() == '{"case": "mask-mandate"}\n'


def test_a_cluster_without_its_library_names_the_extra(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert main(["batch", "mask-mandate", "--scheduler", "tcp://127.0.0.1:1"]) == Exit.USAGE
    assert "pip install 'argue-norms[cluster]'" in capsys.readouterr().err


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full here")
def test_a_full_disk_ends_with_74(capsys: pytest.CaptureFixture[str]):
    assert main(["batch", "mask-mandate", "-o", "/dev/full", "--jobs", "1"]) == Exit.CANNOT_WRITE
    assert "/dev/full: No space left on device; 0 rows stand" in capsys.readouterr().err


def test_progress_on_a_terminal_shows_rate_and_time_left(
    tmp_path: Path, rows: Path, monkeypatch: pytest.MonkeyPatch
):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    tick(monkeypatch)
    out = tmp_path / "out.jsonl"
    assert main(["batch", str(rows), "--jobs", "1", *ASKED, "-o", str(out)]) == Exit.DONE
    shown = terminal.getvalue()
    assert f"{progress.CLEAR}8 of 48 cases, 4.0 a second, 10 s left{progress.CLEAR}" in shown
    assert shown.endswith(progress.CLEAR)


def test_labels_are_written_in_the_order_of_the_rows(
    commons: tuple[str, ...], capsys: pytest.CaptureFixture[str]
):
    assert main([*commons, "--keep", "id", "--pairs", "--alone"]) == Exit.DONE
    captured = capsys.readouterr()
    assert captured.err == ""
    found = [json.loads(line) for line in captured.out.splitlines()]
    assert [row["id"] for row in found] == ["x", "y", "z"]
    assert found[0]["statuses"] == {"little": "impermissible", "much": "obligatory"}
    assert found[1]["statuses"] != found[0]["statuses"] == found[2]["statuses"]
    assert list(found[0]) == ["row", "digest", "id", "statuses", "scores", "alone", "pairs"]
    assert set(found[0]["alone"]) == {"welfare", "rejection"}


def test_labels_are_gone_on_with_and_a_bad_row_is_told(
    commons: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    out = tmp_path / "labels.jsonl"
    rows = tmp_path / "rows.csv"
    rows.write_text(rows.read_text() + "w,nan\n")
    assert main([*commons, "-o", str(out)]) == Exit.BAD_CASE
    assert f"1 of 4 rows failed; the first in row 4: {rows}:5: column 'pressure' holds nan" in (
        capsys.readouterr().err
    )
    whole = out.read_bytes()
    out.write_bytes(whole[:-9])
    assert main([*commons, "-o", str(out)]) == Exit.BAD_CASE
    assert out.read_bytes() == whole
    assert main([*commons, "-o", str(out), "--alone"]) == Exit.USAGE
    assert "line 1 was not made from this input" in capsys.readouterr().err
    assert out.read_bytes() == whole


@pytest.mark.parametrize(
    ("file", "text", "code", "said"),
    [
        ("features.yaml", "payoffs.much.them: x\n", Exit.BAD_CASE, "yaml: unknown standpoint"),
        ("features.yaml", "payoffs.much: x\n", Exit.BAD_CASE, "cannot be bound; write payoffs."),
        ("features.yaml", "", Exit.BAD_CASE, "it is empty"),
        ("rows.csv", "id\n1\n", Exit.BAD_CASE, "has no column 'pressure'; it has id"),
        ("rows.csv", "pressure\n", Exit.BAD_CASE, "there are no rows"),
    ],
)
def test_what_cannot_be_labelled_says_what_to_write_instead(
    commons: tuple[str, ...],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    *,
    file: str,
    text: str,
    code: Exit,
    said: str,
):
    (tmp_path / file).write_text(text)
    assert main(list(commons)) == code
    assert said in capsys.readouterr().err
