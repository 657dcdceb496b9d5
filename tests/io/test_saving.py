"""A file is written at once: whatever fails, it is the one before or the one that was made."""

import os
import stat
import sys
import threading
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from argue import Written
from argue.errors import ArgueError
from argue.io.saving import check_place, save
from argue.norms.human.plots import figure_for, saved

resource = pytest.importorskip("resource", reason="limits are set by it")
NOBODY = 65534
OLD, NEW = b"old\n" * 100, b"new" * 50_000


@pytest.fixture
def file(tmp_path: Path) -> Path:
    found = tmp_path / "file.txt"
    found.write_bytes(OLD)
    return found


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Files of more than 1000 bytes cannot be written, as on a disk that is full."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)  # half of a module would be left
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_what_does_not_fit_leaves_the_file_and_nothing_beside_it(file: Path, small: None):
    with pytest.raises(OSError, match=r"file\.txt: File too large"):
        save(file, NEW)
    assert file.read_bytes() == OLD
    with pytest.raises(OSError, match="File too large"):
        save(file.with_name("another.txt"), NEW)
    with pytest.raises(OSError, match="File too large"):
        save(file.with_name("another.txt"), NEW, new=True)
    assert os.listdir(file.parent) == ["file.txt"]


def test_what_fails_on_the_way_leaves_the_file(file: Path):
    def made() -> Iterator[bytes]:
        yield NEW
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        save(file, made())
    assert file.read_bytes() == OLD
    assert os.listdir(file.parent) == ["file.txt"]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o666, 0o755])
def test_a_file_keeps_its_mode_and_a_new_one_has_that_of_any(file: Path, mode: int):
    file.chmod(mode)
    save(file, NEW)
    assert stat.S_IMODE(file.stat().st_mode) == mode
    assert file.read_bytes() == NEW
    (file.parent / "any").write_bytes(b"")
    save(file.parent / "made", NEW)
    assert (file.parent / "made").stat().st_mode == (file.parent / "any").stat().st_mode


def test_links_are_written_through(file: Path):
    link, dangling = file.with_name("link"), file.with_name("dangling")
    link.symlink_to("file.txt")
    dangling.symlink_to("made.txt")
    save(link, NEW)
    save(dangling, NEW)
    assert link.is_symlink() and dangling.is_symlink()
    assert file.read_bytes() == file.with_name("made.txt").read_bytes() == NEW


def test_devices_and_pipes_are_written_and_stay(tmp_path: Path):
    save("/dev/null", NEW)
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)
    pipe, read = tmp_path / "pipe", list[bytes]()
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    save(pipe, NEW)
    reader.join(timeout=30)
    assert read == [NEW]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("name", ["/dev/stdout", "file.txt"])
def test_the_file_that_stdout_goes_into_is_gone_on_with(
    name: str, file: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(file.parent)
    kept = os.dup(1)
    try:
        with file.open("wb") as stream:
            os.dup2(stream.fileno(), 1)
            os.write(1, b"before\n")
            save(name, b"made\n")
            os.write(1, b"after\n")
    finally:
        os.dup2(kept, 1)
        os.close(kept)
    assert file.read_bytes() == b"before\nmade\nafter\n"


def refusing(*_: object) -> None:
    raise OSError(16, "Device or resource busy")


def test_a_file_that_nothing_may_take_the_place_of_is_written_where_it_stands(
    file: Path, monkeypatch: pytest.MonkeyPatch
):
    before = file.stat().st_ino
    monkeypatch.setattr(os, "replace", refusing)  # as where the file itself is mounted
    with pytest.raises(OSError, match="busy"):
        save(file, NEW, only_at_once=True)
    assert file.read_bytes() == OLD
    save(file, NEW)
    assert (file.read_bytes(), file.stat().st_ino) == (NEW, before)
    assert os.listdir(file.parent) == ["file.txt"]


def test_a_new_file_takes_no_place(file: Path):
    with pytest.raises(FileExistsError, match="file\\.txt"):
        save(file, NEW, new=True)
    assert file.read_bytes() == OLD


@contextmanager
def as_nobody() -> Generator[None]:
    """Goes on without the rights of root, who may write everywhere."""
    root = os.geteuid() == 0
    if root:
        os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        if root:
            os.setresuid(0, 0, 0)


def test_what_is_protected_is_not_written():
    with TemporaryDirectory() as folder:
        os.chmod(folder, 0o777)
        file = Path(folder) / "file.txt"
        file.write_bytes(OLD)
        file.chmod(0o444)
        with as_nobody(), pytest.raises(PermissionError, match="file\\.txt"):
            save(file, NEW)
        assert file.read_bytes() == OLD


@pytest.mark.parametrize("name", ["", ".", "no/file", "file.txt/inside", "folder/", "a\0b"])
def test_where_no_file_can_stand_is_told(name: str, file: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(file.parent)
    with pytest.raises(OSError):
        save(name, NEW)
    assert os.listdir(file.parent) == ["file.txt"]


@pytest.mark.parametrize("name", [".", "no/file", "file.txt/inside", "a\0b", "link"])
def test_where_no_file_can_stand_is_told_before_there_is_anything_to_write(
    name: str, file: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(file.parent)
    Path("link").symlink_to("no/file")
    with pytest.raises(OSError):
        check_place(name)
    for good in ("file.txt", "another.txt", "/dev/null", str(file)):
        check_place(good)


def test_reports_saved_from_python_leave_what_was_there(file: Path, small: None):
    with pytest.raises(OSError, match="File too large"):
        Written("long " * 1000).save(file)
    assert file.read_bytes() == OLD
    Written("short ✓\n").save(file)
    assert file.read_text("utf-8") == "short ✓\n"


def test_rows_of_which_one_cannot_be_written_leave_what_was_there(file: Path):
    pytest.importorskip("numpy", reason="numpy is an extra")
    from argue.rewards.preferences import write_jsonl

    with pytest.raises(ArgueError, match="row 2 cannot be written"):
        write_jsonl([{"margin": 1.0}, {"margin": float("nan")}], file)
    assert file.read_bytes() == OLD
    assert write_jsonl([{"margin": 1.0}, {"margin": 2.0}], file) == 2
    assert file.read_bytes() == b'{"margin": 1.0}\n{"margin": 2.0}\n'


def test_pictures_leave_what_was_there(tmp_path: Path, request: pytest.FixtureRequest):
    pytest.importorskip("matplotlib", reason="matplotlib is an extra")
    file = tmp_path / "picture.png"
    file.write_bytes(OLD)
    figure = figure_for(file)
    request.getfixturevalue("small")
    with pytest.raises(OSError, match=r"picture\.png: File too large"):
        saved(figure, file)
    assert file.read_bytes() == OLD
    assert os.listdir(tmp_path) == ["picture.png"]
