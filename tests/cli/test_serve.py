"""`argue serve`: a page that follows its file, for browsers on this machine and no other page."""

import os
import socket
from pathlib import Path

import pytest

from argue.cli.exits import Exit, told
from argue.cli.main import main
from argue.report.live.watching import Live
from tests.cli.serving import Serving

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


def test_it_survives_a_thousand_quick_saves_and_shows_the_last(file: Path, tmp_path: Path):
    other = tmp_path / "next.yaml"
    with Serving(file) as serving:
        serving.until("First title")
        for number in range(SAVES):
            text = CASE.format(title=f"Title {number} of many")
            if number % 3 == 0:
                file.write_text(text, encoding="utf-8")
            elif number % 3 == 1:
                other.write_text(text, encoding="utf-8")
                os.replace(other, file)
            else:
                file.write_text(text[: number % len(text)], encoding="utf-8")
        file.write_text(CASE.format(title="The last title"), encoding="utf-8")
        serving.until("The last title")
        assert serving.process.poll() is None
    assert (serving.code, serving.errors) == (Exit.DONE, "ended\n")


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
