"""Whatever `argue serve` is asked, whatever its file is called, it answers inert and guarded."""

import json
import re
import socket
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from argue.cli.exits import told
from argue.cli.serve import _page as page_of
from argue.io.nodes import CONTROL
from argue.report.live.server import BUSY, HEADERS, Server
from argue.report.live.watching import Live
from tests.hostile.attacks import ATTACKS
from tests.hostile.cases import quoted
from tests.hostile.shown import COMMANDS, Page

ASKED = tuple(attack.text.encode("utf-8", "surrogatepass") for attack in ATTACKS)
BREAKS = (
    *(b"a\r\nSet-Cookie: a=b", b"a\nLocation: //evil.example", b"a\r\n\r\n<script>alert(1)"),
    *(b"%0d%0aSet-Cookie:%20a=b", b"\r", b"\x0b\x0c\x1c\x85", b"a" * 70_000, b"\xff\xfe\x00"),
)
"""What would begin a header, end all of them, or fill what is read of them."""


class Serving:
    """A server in this process on a file, and what it says to bytes."""

    def __init__(self, file: Path) -> None:
        self.live = Live(file, make=lambda data: made(file, data), told=told)
        self.live.close()
        self.live.watch()  # reads it once
        self.server = Server(self.live)
        Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}).start()

    def said(self, request: bytes) -> bytes:
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=20) as asking:
            found = b""
            try:
                asking.sendall(request)
                asking.shutdown(socket.SHUT_WR)
                while part := asking.recv(1 << 16):
                    found += part
            except ConnectionError:  # it had refused before all was said
                pass
            return found

    def get(self, path: str) -> tuple[dict[str, str], str]:
        host = f"127.0.0.1:{self.server.port}".encode()
        return checked(self.said(b"GET %b HTTP/1.1\r\nHost: %b\r\n\r\n" % (path.encode(), host)))[
            1:
        ]

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


def made(file: Path, data: bytes) -> str:
    return page_of(file, data, facts=(), prioritize=(), audience="analyst", timeout=None)


def checked(answer: bytes) -> tuple[int, dict[str, str], str]:
    """Status, headers and body of an answer, each header there once and of the server itself."""
    head, end, body = answer.partition(b"\r\n\r\n")
    assert end, answer[:200]
    first, *lines = head.decode("ascii").split("\r\n")
    assert re.fullmatch(r"HTTP/1\.0 [2345]\d\d [A-Z][A-Za-z -]+", first)
    headers = dict(line.split(": ", 1) for line in lines)
    assert len(headers) == len(lines)
    own = {"Server", "Date", "Content-Type", "Content-Length", "Content-Security-Policy"}
    assert set(headers) - {"Retry-After", "Connection"} == own | {name for name, _ in HEADERS}
    assert not COMMANDS.search(head.decode("ascii").replace("\r\n", ""))
    policy = headers["Content-Security-Policy"]
    assert "frame-ancestors" in policy
    assert "default-src 'none'" in policy or headers["Content-Type"].startswith("text/html")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert int(headers["Content-Length"]) == len(body)
    return int(first.split()[1]), headers, body.decode("utf-8")


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    file = tmp_path_factory.mktemp("served") / "case.yaml"
    file.write_text("title: T\noptions: {a: A, b: B}\n")
    found = Serving(file)
    yield found
    found.close()


@pytest.mark.parametrize(
    "request_line",
    [
        b"GET /%b HTTP/1.1",
        b"GET /state?after=%b HTTP/1.1",
        b"GET /state?%b=1 HTTP/1.1",
        b"GET /report/%b",
        b"GET %b HTTP/1.1",
        b"%b / HTTP/1.1",
        b"GET / %b",
        b"GET / HTTP/1.1\r\nOrigin: %b",
        b"GET / HTTP/1.1\r\nReferer: %b",
        b"GET / HTTP/1.1\r\nX-%b: x",
        b"GET / HTTP/1.1\r\nSec-Fetch-Site: %b",
    ],
)
def test_nothing_of_a_request_is_said_again(
    request_line: bytes, serving: Serving, capfd: pytest.CaptureFixture[str]
):
    host = b"Host: 127.0.0.1:%d" % serving.server.port
    for text in (*ASKED, *BREAKS):
        answer = serving.said(b"%b\r\n%b\r\n\r\n" % (request_line % text, host))
        if not answer:  # as to an empty line, or what was reset because it was too long
            assert not (request_line % text).split(b"\r\n")[0].split() or len(text) > 60_000
            continue
        status, headers, body = checked(answer)
        assert status in (200, 400, 403, 404, 414, 431, 501, 505), answer
        if status != 200:
            assert headers["Content-Type"] == "text/plain; charset=utf-8"
            assert body.count("\n") == 1 and body.isascii() and len(body) < 80
        assert not re.search("(?i)alert|evil|cookie|location:", body) or status == 200
    assert capfd.readouterr() == ("", "")


def test_a_hostile_host_is_refused(serving: Serving):
    for text in (*ASKED, *BREAKS):
        for header in (b"Host: %b", b"Host: 127.0.0.1:%d\r\nHost: %%b" % serving.server.port):
            answer = serving.said(b"GET / HTTP/1.1\r\n%b\r\n\r\n" % (header % text))
            if answer:
                assert checked(answer)[0] in (403, 431)
            else:
                assert len(text) > 60_000


def test_whoever_comes_when_there_are_too_many_is_told_so_under_the_same_guard():
    assert b"\r\nContent-Security-Policy: default-src 'none'" in BUSY
    assert all(f"\r\n{name}: {value}\r\n".encode() in BUSY for name, value in HEADERS)


def test_what_goes_wrong_is_told_inert_and_ends_nothing(
    serving: Serving, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
):
    def broken() -> None:
        raise LookupError("".join(attack.text for attack in ATTACKS if attack.refused))

    with monkeypatch.context() as patched:
        patched.setattr(serving.live, "shown", broken)
        host = b"127.0.0.1:%d" % serving.server.port
        assert serving.said(b"GET /report HTTP/1.1\r\nHost: %b\r\n\r\n" % host) == b""
    assert serving.get("/report")[1]
    said = capfd.readouterr().err
    assert "LookupError" in said and not COMMANDS.search(said)


def test_a_file_of_any_name_and_content_is_shown_inert(tmp_path: Path):
    for number, attack in enumerate(ATTACKS):
        text = attack.text
        name = re.sub("[\x00/\ud800-\udfff]", "_", text)[:60]
        file = tmp_path / str(number) / f"{name}\udcff.yaml"
        file.parent.mkdir()
        wrong = f"title: {quoted(text) if not CONTROL.search(text) else 'T'}\nodd: {quoted(text)}\n"
        file.write_text(wrong)
        live = Live(file, make=lambda data, file=file: made(file, data), told=told)
        live.close()
        live.watch()
        server = Server(live)
        thread = Thread(target=server.handle_request)
        thread.start()
        with socket.create_connection(("127.0.0.1", server.port), timeout=20) as asking:
            asking.sendall(b"GET /state HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n" % server.port)
            answer = b"".join(iter(lambda asking=asking: asking.recv(1 << 16), b""))
        thread.join()
        server.server_close()
        state = json.loads(checked(answer)[2])
        assert not COMMANDS.search(state["file"] + state["problem"]), attack.name
        assert re.search(r":2:\d+: error\[C0(03|05|14)\]", state["problem"]), attack.name


def test_the_frame_and_its_parts_name_no_file(serving: Serving):
    for path in ("/", "/live.css", "/live.js"):
        assert "case.yaml" not in serving.get(path)[1]
    headers, report = serving.get("/report")
    assert "case.yaml" in Page(report).shown
    assert headers["Content-Security-Policy"] == "frame-ancestors 'self'"
    assert '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'' in report
