"""Files of rows: whole lines, gone on with, and never mixed with what belongs to something else."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from argue.errors import ArgueError, UnknownId
from argue.rewards.scale.hands import Here, Processes
from argue.rewards.scale.lines import Done, Summary
from argue.rewards.scale.output import Lines, Walk, output_for
from argue.rewards.scale.run import Run, written
from tests.rewards.scale.workers import Dying, Echo, inputs

ROOT = Path(__file__).parents[3]
TEXTS = [f"t{i}" for i in range(11)]


def write(path: Path, texts: list[str] = TEXTS, *, overwrite: bool = False) -> Summary:
    return written(Run(Echo(), inputs(texts)), Lines(str(path), overwrite=overwrite), Here)


@pytest.fixture
def whole(tmp_path: Path) -> bytes:
    write(tmp_path / "whole.jsonl")
    return (tmp_path / "whole.jsonl").read_bytes()


def test_wherever_a_file_was_cut_it_ends_up_as_if_it_had_not_been(tmp_path: Path, whole: bytes):
    path = tmp_path / "cut.jsonl"
    for end in range(len(whole) + 1):
        path.write_bytes(whole[:end])
        found = write(path)
        assert path.read_bytes() == whole
        assert found == Summary(len(TEXTS), whole[:end].count(b"\n"))


@pytest.mark.parametrize(
    "foreign", [b"notes\n", b"notes", b'{"row":1}\n', b'{"row":1,"digest":"0', b"\n", b"\x00\x00"]
)
def test_a_file_of_something_else_is_left_as_it_is(tmp_path: Path, foreign: bytes):
    path = tmp_path / "notes.jsonl"
    path.write_bytes(foreign)
    with pytest.raises(ArgueError, match=r"line 1 was not made from this input.*--overwrite"):
        write(path)
    assert path.read_bytes() == foreign
    assert write(path, overwrite=True) == Summary(len(TEXTS))
    assert path.read_bytes() != foreign


@pytest.mark.parametrize("rest", [b'"kind"', b"{}}", b'{"message":1}', b"[" * 2_000])
def test_a_row_that_was_damaged_behind_its_beginning_is_named(
    tmp_path: Path, whole: bytes, rest: bytes
):
    path = tmp_path / "out.jsonl"
    first, *_ = whole.splitlines()
    path.write_bytes(first[: first.index(b',"', 10)] + b',"error":{' + rest + b"\n")
    before = path.read_bytes()
    with pytest.raises(ArgueError, match=r"is no row as it was written.*--overwrite"):
        write(path)
    assert path.read_bytes() == before


def test_rows_of_changed_or_fewer_inputs_are_not_gone_on_with(tmp_path: Path, whole: bytes):
    path = tmp_path / "out.jsonl"
    path.write_bytes(whole)
    with pytest.raises(ArgueError, match=r"line 6 was not made from this input"):
        write(path, [*TEXTS[:5], "changed", *TEXTS[6:]])
    with pytest.raises(ArgueError, match=r"line 10: there are fewer inputs than rows"):
        write(path, TEXTS[:9])
    assert path.read_bytes() == whole
    assert write(path, [*TEXTS, "one more"]) == Summary(12, 11)
    assert path.read_bytes().startswith(whole)


def test_one_file_is_written_by_one_run_at_a_time(tmp_path: Path):
    path = tmp_path / "out.jsonl"
    with Lines(str(path)), pytest.raises(ArgueError, match="another run is writing"):
        write(path)


def test_a_missing_folder_is_named(tmp_path: Path):
    with pytest.raises(FileNotFoundError, match="there is no folder"):
        write(tmp_path / "no" / "out.jsonl")


@pytest.mark.parametrize("replaced", [False, True])
def test_a_file_that_vanishes_while_it_is_written_is_an_error(tmp_path: Path, replaced: bool):
    path = tmp_path / "out.jsonl"

    class Vanishing(Echo):
        def before(self, item: object) -> None:
            if path.exists():
                path.unlink()
            if replaced:
                path.write_text("of somebody else")

    with pytest.raises(OSError, match="was removed or replaced"):
        written(Run(Vanishing(), inputs(TEXTS)), Lines(str(path)), Here)
    assert path.exists() == replaced
    if replaced:
        assert path.read_text() == "of somebody else"


def test_a_full_disk_leaves_whole_rows_that_are_gone_on_with(tmp_path: Path, whole: bytes):
    path = tmp_path / "out.jsonl"
    limit = len(whole) * 2 // 3
    code = (
        "import resource, sys\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))\n"
        "from pathlib import Path\n"
        "from tests.rewards.scale.test_output import write\n"
        "try: write(Path(sys.argv[1]))\n"
        "except OSError as error: print(error.errno, error.strerror)\n"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", code, str(path)],  # modules are files too
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout.startswith(f"{errno.EFBIG} {path}: File too large; 4 rows stand: mend that")
    assert path.read_bytes() == b"".join(whole.splitlines(keepends=True)[:4])
    write(path)
    assert path.read_bytes() == whole


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full here")
def test_a_device_that_is_full_is_an_error():
    with pytest.raises(OSError, match="No space left on device; 0 rows stand"):
        written(Run(Echo(), inputs(TEXTS)), Lines("/dev/full"), Here)


def test_rows_that_failed_before_count_when_a_run_goes_on(tmp_path: Path):
    path = tmp_path / "out.jsonl"

    def again() -> Summary:
        run = Run(Dying("t6"), inputs(TEXTS))
        return written(run, Lines(str(path)), lambda: Processes(1))

    first = again()
    assert (first.rows, first.stood, first.failed, first.first[0]) == (11, 0, 1, 7)
    second = again()
    assert (second.stood, second.failed, second.first) == (11, first.failed, first.first)


def test_an_error_in_the_middle_leaves_whole_rows(tmp_path: Path, whole: bytes):
    path = tmp_path / "out.jsonl"

    class Interrupted(Echo):
        def before(self, item: object) -> None:
            if getattr(item, "text", "") == "t6":
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        written(Run(Interrupted(), inputs(TEXTS)), Lines(str(path)), Here)
    assert path.read_bytes() == b"".join(whole.splitlines(keepends=True)[:4])


def test_half_a_row_is_never_left_by_an_error_while_writing(
    tmp_path: Path, whole: bytes, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "out.jsonl"
    output = Lines(str(path))
    real = os.write
    with pytest.raises(KeyboardInterrupt), output:
        output.standing(Walk(iter(())))
        output.add(Done(b"one\n", 1))

        def half(file: int, data: bytes) -> int:
            real(file, bytes(data)[:2])
            raise KeyboardInterrupt

        monkeypatch.setattr(os, "write", half)
        output.add(Done(b"two\n", 1))
    monkeypatch.undo()
    assert path.read_bytes() == b"one\n"


def test_a_suffix_that_promises_something_else_is_refused():
    with pytest.raises(UnknownId, match=r"suffix '.csv'; known: .jsonl"):
        output_for("rows.csv")
