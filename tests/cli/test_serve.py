"""`argue serve`: a page that follows its file, for browsers on this machine and no other page."""

import os
import random
import signal
import socket
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path
from threading import Event, Thread

import pytest

from argue.cli.exits import Exit, told
from argue.cli.main import main
from argue.io.case import read_case
from argue.io.document import decoded
from argue.report.live.watching import Live
from tests.cli.serving import LONGEST, Serving

CASE = "title: {title}\noptions: {{a: A, b: B}}\npayoffs: {{a: {{x: 1}}, b: {{x: 2}}}}\n"
CASE += "standpoints: {{x: {{text: somebody}}}}\nframeworks: [welfare]\n"
SAVES = 1000


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_text(CASE.format(title="First title"), encoding="utf-8")
    return path


def test_the_report_follows_the_file_through_errors_and_ends_in_order(file: Path):
    with Serving(file) as serving:
        first = serving.until("First title")
        assert first["file"] == "case.yaml"
        assert "live.js" in serving.get("/")[1]

        file.write_text(CASE.format(title="First title") + "colour: red\n", encoding="utf-8")
        wrong = serving.until("error[C014]", "problem")
        assert wrong["problem"].startswith("case.yaml:6:1: error[C014]")
        assert "    6 | colour: red\n      | ^^^^^^\n" in wrong["problem"]
        assert (wrong["number"], serving.get("/report")[0]) == (first["number"], 200)

        file.unlink()
        serving.until("cannot read", "problem")
        file.write_text(CASE.format(title="Other title"), encoding="utf-8")
        assert serving.until("Other title")["number"] == first["number"] + 1
    assert (serving.code, serving.more, serving.errors) == (Exit.DONE, "", "ended\n")


def in_place(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")


def atomically(file: Path, text: str) -> None:
    other = file.with_suffix(".next")
    other.write_text(text, encoding="utf-8")
    os.replace(other, file)


def half(file: Path, text: str) -> None:
    file.write_text(text[: len(text) * 2 // 3], encoding="utf-8")


def emptied(file: Path, text: str) -> None:
    file.write_bytes(b"")


def no_text(file: Path, text: str) -> None:
    file.write_bytes(b"\xff\x00" + text.encode())


def gone(file: Path, text: str) -> None:
    file.unlink()


def a_folder(file: Path, text: str) -> None:
    file.unlink()
    file.mkdir()


def a_pipe(file: Path, text: str) -> None:
    file.unlink()
    os.mkfifo(file)


def a_broken_link(file: Path, text: str) -> None:
    file.unlink()
    file.symlink_to("nowhere.yaml")


def not_to_be_read(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    file.chmod(0)


SAVED = (in_place, atomically)
SPOILT = (half, emptied, no_text, gone, a_folder, a_pipe, a_broken_link, not_to_be_read)


def mended(file: Path) -> None:
    """Take away what is in the way of writing a file."""
    if file.is_dir():
        file.rmdir()
    elif file.is_fifo() or file.is_symlink():
        file.unlink()
    elif file.exists():
        file.chmod(0o644)


@pytest.mark.skipif(sys.platform != "linux", reason="threads and descriptors are counted in /proc")
def test_it_survives_a_thousand_quick_saves_and_shows_the_last(file: Path):
    with Serving(file) as serving:
        serving.until("First title")
        before = serving.threads(), serving.descriptors()
        drawn = random.Random(5)
        for number in range(SAVES):
            mended(file)
            way = drawn.choice(SAVED if number % 2 else SPOILT)
            if not file.exists():
                in_place(file, "title: half")
            way(file, CASE.format(title=f"Title {number} of many"))
            if number % 100 == 0:
                serving.state()
        mended(file)
        in_place(file, CASE.format(title="The last title"))
        serving.until("The last title")
        assert serving.process.poll() is None
        assert settled(lambda: (serving.threads(), serving.descriptors()) <= before)
    assert (serving.code, serving.errors) == (Exit.DONE, "ended\n")


@pytest.mark.parametrize("spoilt", SPOILT)
def test_whatever_becomes_of_the_file_is_said_and_what_comes_after_is_shown(
    spoilt: Callable[[Path, str], None], file: Path
):
    live = Live(file, make=lambda data: page(file, data), told=told)
    watching = Thread(target=live.watch)
    watching.start()
    try:
        assert settled(lambda: "First title" in live.shown().report)
        spoilt(file, CASE.format(title="Spoilt title"))
        if not (spoilt is not_to_be_read and os.geteuid() == 0):  # who may read everything
            assert settled(lambda: bool(live.shown().problem))
            assert "First title" in live.shown().report
        mended(file)
        in_place(file, CASE.format(title="Next title"))
        assert settled(lambda: "Next title" in live.shown().report and not live.shown().problem)
    finally:
        live.close()
        watching.join(LONGEST)
    assert not watching.is_alive()


def page(file: Path, data: bytes) -> str:
    return read_case(decoded(data, file.name), file.name).title


def settled(come: Callable[[], bool]) -> bool:
    """Whether something comes about in time."""
    end = time.monotonic() + LONGEST
    while not come():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def at_rest(serving: Serving) -> int:
    """The threads it has while nobody waits: those that have answered take a moment to end."""
    found = serving.threads()
    for _ in range(50):
        time.sleep(0.02)
        found = min(found, serving.threads())
    return found


@pytest.mark.parametrize("time_asked", [0.01, 0.03, 0.1, 0.2, 0.4])
def test_it_ends_in_order_while_browsers_ask_without_a_pause(file: Path, time_asked: float):
    serving, over = Serving(file), Event()

    def asking() -> None:
        with suppress(OSError, HTTPException):
            while not over.is_set():
                serving.get("/live.css")

    with ThreadPoolExecutor(2) as browsers:
        with serving:
            serving.until("First title")
            browsers.submit(asking)
            browsers.submit(asking)
            time.sleep(time_asked)
        over.set()
    assert (serving.code, serving.more, serving.errors) == (Exit.DONE, "", "ended\n")


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_in_order_while_browsers_wait(file: Path, ending: signal.Signals):
    serving = Serving(file)
    serving.ending = ending
    with serving, ThreadPoolExecutor(3) as browsers:
        version = serving.until("First title")["version"]
        before = at_rest(serving)
        waiting = [browsers.submit(serving.state, version) for _ in range(3)]
        assert settled(lambda: serving.threads() >= before + 3)
        serving.process.send_signal(ending)
        assert serving.process.wait(LONGEST) == Exit.DONE
        for one in waiting:  # told that nothing changed, or that the server is gone
            assert one.exception(LONGEST) is not None or one.result()["version"] == version
    assert (serving.code, serving.more, serving.errors) == (Exit.DONE, "", "ended\n")


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "argue.example"},
        {"Host": "argue.example:80"},
        {"Host": ""},
        {"Origin": "http://argue.example"},
        {"Origin": "null"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
)
@pytest.mark.parametrize("path", ["/", "/report", "/state"])
def test_other_origins_and_hosts_are_refused(path: str, headers: dict[str, str], served: Serving):
    status, body = served.get(path, **headers)
    assert (status, body) == (403, "Open this page by its own address.\n")


def test_its_own_page_is_answered_under_both_names(served: Serving):
    for name in ("127.0.0.1", "localhost"):
        host = f"{name}:{served.port}"
        headers = {"Host": host, "Origin": f"http://{host}", "Sec_Fetch_Site": "same-origin"}
        assert served.get("/state", **headers)[0] == 200


def test_it_reads_only_and_sends_nothing_but_its_own_parts(served: Serving):
    assert served.get("/", "POST")[0] == 501
    assert served.get("/", "HEAD") == (200, "")
    for path in ("/case.yaml", "/../watching.py", "/%2e%2e/watching.py", "/watching.py"):
        assert served.get(path)[0] == 404


def test_only_this_machine_is_listened_to(served: Serving):
    addresses = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), served.port)}
    for address in addresses - {"127.0.0.1", "::1"}:
        with pytest.raises(OSError), socket.create_connection((address, served.port), timeout=5):
            pass


@pytest.fixture(scope="module")
def served():
    with Serving("kidney") as serving:
        serving.until("kidney")
        yield serving


def test_a_bundled_case_is_served_with_the_options_of_an_analysis():
    arguments = ["--facts", "surge=true", "--audience", "engineer"]
    with Serving("mask-mandate-exemptions", *arguments) as serving:
        serving.until("--facts surge=true")
    assert serving.code == Exit.DONE


def test_a_taken_port_is_refused_with_what_to_do(
    served: Serving, capsys: pytest.CaptureFixture[str]
):
    assert main(["serve", "kidney", "--port", str(served.port)]) == Exit.USAGE
    said = capsys.readouterr().err
    assert f"cannot listen on port {served.port}" in said
    assert "without --port a free one is taken" in said


@pytest.mark.parametrize(
    ("case", "code", "word"),
    [
        ("-", Exit.USAGE, "write the case to a file"),
        ("no-such-case", Exit.NO_INPUT, "no file and no bundled case"),
        (".", Exit.NO_INPUT, "is a folder"),
    ],
)
def test_what_is_no_file_is_refused(
    case: str, code: Exit, word: str, capsys: pytest.CaptureFixture[str]
):
    assert main(["serve", case]) == code
    assert word in capsys.readouterr().err


def test_a_bug_is_shown_and_does_not_end_the_watching(file: Path):
    def make(data: bytes) -> str:
        raise ZeroDivisionError(f"{len(data)} bytes")

    live = Live(file, make=make, told=told)
    live.close()
    live.watch()
    assert live.shown().problem.startswith("argue: internal error: ZeroDivisionError")
    assert (live.shown().number, live.shown().busy) == (0, False)


def test_waiting_ends_when_nothing_changes(file: Path):
    live = Live(file, make=lambda data: data.decode(), told=told)
    live.close()
    live.watch()
    shown = live.shown()
    assert live.after(shown.version, 0.01) == shown
    assert live.after("another run's", 60.0) == shown
