"""The page of a file stays up, and its own, whatever else knocks on its port."""

import contextlib
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from http.client import HTTPConnection
from pathlib import Path

import pytest

from argue.cli.exits import told
from argue.report.live import arriving, server
from argue.report.live.server import Server
from argue.report.live.watching import Live

LONGEST = 30.0
"""Seconds after which what has not come about is held not to come about at all."""
REPORT = "<!DOCTYPE html>" + "x" * 20_000_000
"""More than fits between two ends of a connection, so that whoever does not read it is noticed."""


class Inside:
    """A server of this process, whose threads can be counted."""

    def __init__(self, file: Path, make: Callable[[bytes], str]) -> None:
        self.live = Live(file, make=make, told=told)
        self.server = Server(self.live)
        self.threads = [
            threading.Thread(target=run, daemon=True)
            for run in (self.live.watch, partial(self.server.serve_forever, 0.02))
        ]

    def __enter__(self) -> "Inside":
        for thread in self.threads:
            thread.start()
        self.quiet = threading.active_count()
        return self

    def __exit__(self, *_: object) -> None:
        self.live.close()
        self.server.shutdown()
        self.server.server_close()
        for thread in self.threads:
            thread.join(LONGEST)

    def connected(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.server.port), timeout=LONGEST)

    def get(self, path: str) -> int:
        """The status of an answer that is read whole."""
        connection = HTTPConnection("127.0.0.1", self.server.port, timeout=LONGEST)
        with contextlib.closing(connection):
            connection.request("GET", path)
            answer = connection.getresponse()
            answer.read()
            return answer.status

    def said(self, request: bytes) -> bytes:
        """All that is answered to some bytes, until the connection is closed."""
        with self.connected() as client:
            with contextlib.suppress(ConnectionError):
                client.sendall(request.replace(b"HERE", b"127.0.0.1:%d" % self.server.port))
            found = b""
            with contextlib.suppress(ConnectionError):
                while data := client.recv(65536):
                    found += data
            return found

    def calm(self) -> None:
        """Wait until nobody is being answered."""
        end = time.monotonic() + LONGEST
        while threading.active_count() > self.quiet:
            assert time.monotonic() < end, f"{threading.active_count() - self.quiet} threads stay"
            time.sleep(0.02)


@pytest.fixture
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Inside]:
    file = tmp_path / "case.yaml"
    file.write_text("first")
    monkeypatch.setattr(arriving, "READING", 0.6)
    monkeypatch.setattr(server, "TAKING", 0.6)
    monkeypatch.setattr(server, "LOOK", 0.05)
    with Inside(file, lambda data: REPORT if data == b"large" else data.decode()) as found:
        yield found


def test_a_request_that_never_ends_is_cut_and_holds_up_nobody(inside: Inside):
    with inside.connected() as slow:
        with contextlib.suppress(ConnectionError):
            for byte in b"GET / HTTP/1.1\r\nX: " + b"y" * 500:
                slow.sendall(bytes([byte]))
                assert inside.get("/state") == 200
                time.sleep(0.02)
        with contextlib.suppress(ConnectionError):
            assert slow.recv(10) == b""
    inside.calm()


def test_too_many_at_once_are_told_so_and_the_next_are_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(server, "MOST", 5)
    monkeypatch.setattr(arriving, "READING", 0.6)
    file = tmp_path / "case.yaml"
    file.write_text("first")
    with Inside(file, bytes.decode) as inside, contextlib.ExitStack() as idle:
        for _ in range(5):
            idle.enter_context(inside.connected())
        assert inside.said(b"").endswith(b"Too many are asking at once.\n")
        inside.calm()
        assert inside.get("/state") == 200


def test_what_is_too_long_is_refused_and_the_server_goes_on(inside: Inside):
    name = b"GET /%s HTTP/1.1\r\nHost: HERE\r\n\r\n"
    assert inside.said(name % (b"x" * 70_000)).startswith(b"HTTP/1.0 414 ")
    one = b"GET / HTTP/1.1\r\nHost: HERE\r\nX: " + b"y" * 70_000 + b"\r\n\r\n"
    assert inside.said(one).startswith(b"HTTP/1.0 431 ")
    many = b"GET / HTTP/1.1\r\nHost: HERE\r\n" + b"X: y\r\n" * 200 + b"\r\n"
    assert inside.said(many).startswith(b"HTTP/1.0 431 ")
    large = b"GET / HTTP/1.1\r\nHost: HERE\r\n" + (b"X: " + b"y" * 60_000 + b"\r\n") * 90 + b"\r\n"
    assert b" 200 " not in inside.said(large)
    body = b"POST / HTTP/1.1\r\nHost: HERE\r\nContent-Length: 999999999\r\n\r\n" + b"z" * 500_000
    assert b" 200 " not in inside.said(body)
    inside.calm()
    assert inside.get("/") == 200


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        (b"GET / HTTP/1.1\r\nHost: HERE\r\n\r\n", 200),
        (b"GET / HTTP/1.1\r\n\r\n", 403),
        (b"GET / HTTP/1.1\r\nHost: HERE\r\nHost: argue.example\r\n\r\n", 403),
        (b"GET / HTTP/1.1\r\nHost: argue.example\r\nHost: HERE\r\n\r\n", 403),
        (b"GET / HTTP/1.1\r\nHost: HERE\r\nOrigin: http://HERE\r\nOrigin: null\r\n\r\n", 403),
        (b"GET http://argue.example/ HTTP/1.1\r\nHost: HERE\r\n\r\n", 404),
        (b"GET http://argue.example/ HTTP/1.1\r\nHost: argue.example\r\n\r\n", 403),
        (b"GET http://[/ HTTP/1.1\r\nHost: HERE\r\n\r\n", 404),
        (b"GET //argue.example/report HTTP/1.1\r\nHost: HERE\r\n\r\n", 404),
        (b"GET /../../../../etc/passwd HTTP/1.1\r\nHost: HERE\r\n\r\n", 404),
        (b"GET /live.css/../server.py HTTP/1.1\r\nHost: HERE\r\n\r\n", 404),
        (b"GET /live.css%00.py HTTP/1.1\r\nHost: HERE\r\n\r\n", 404),
        (b"GET /..%5cserver.py HTTP/1.1\r\nHost: HERE\r\n\r\n", 404),
        (b"GET /\xff\xfe HTTP/1.1\r\nHost: HERE\r\n\r\n", 404),
        (b"OPTIONS /report HTTP/1.1\r\nHost: HERE\r\nOrigin: http://argue.example\r\n\r\n", 501),
        (b"CONNECT argue.example:443 HTTP/1.1\r\nHost: HERE\r\n\r\n", 501),
        (b"DELETE / HTTP/1.1\r\nHost: HERE\r\n\r\n", 501),
        (b"TRACE / HTTP/1.1\r\nHost: HERE\r\n\r\n", 501),
        (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost HERE\r\n: x\r\n\r\n", 403),
    ],
)
def test_only_what_asks_for_the_page_under_its_own_address_is_answered(
    asked: bytes, status: int, inside: Inside, capfd: pytest.CaptureFixture[str]
):
    answer = inside.said(asked)
    head, _, body = answer.partition(b"\r\n\r\n")
    # What is no request of HTTP/1 is answered as to browsers from before there were headers.
    assert head.split()[1:2] == [b"%d" % status] or b"Error code: %d" % status in head + body
    assert b"access-control" not in head.lower()
    assert status == 200 or b"live.js" not in body
    assert capfd.readouterr().err == ""


def test_many_ask_at_once_and_all_are_answered(inside: Inside):
    with ThreadPoolExecutor(24) as clients:
        found = list(clients.map(inside.get, ["/", "/report", "/live.js", "/state"] * 60))
    assert found == [200] * 240
    inside.calm()


def test_clients_who_vanish_leave_no_thread_behind(inside: Inside, monkeypatch: pytest.MonkeyPatch):
    version = inside.live.shown().version
    for _ in range(20):
        for request in (b"GET /state?after=%s HTTP/1.1\r\nHost: HERE\r\n\r\n", b"GET /%s"):
            text = request % version.encode()
            with inside.connected() as client:
                client.sendall(text.replace(b"HERE", b"127.0.0.1:%d" % inside.server.port))
    inside.calm()
    assert inside.get("/state") == 200


def test_a_client_who_does_not_read_is_not_waited_for(inside: Inside):
    inside.live.file.write_text("large")
    end = time.monotonic() + LONGEST
    while inside.live.shown().report != REPORT:
        assert time.monotonic() < end
        time.sleep(0.02)
    with contextlib.ExitStack() as held:
        for _ in range(8):
            client = held.enter_context(inside.connected())
            request = b"GET /report HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n" % inside.server.port
            client.sendall(request)
        assert inside.get("/") == 200
        inside.calm()


def test_a_case_that_takes_long_holds_up_no_request(tmp_path: Path):
    file = tmp_path / "case.yaml"
    file.write_text("first")
    begun, done = threading.Event(), threading.Event()

    def make(data: bytes) -> str:
        if data == b"long":
            begun.set()
            assert done.wait(LONGEST)
        return data.decode()

    with Inside(file, make) as inside:
        while inside.live.shown().report != "first":
            time.sleep(0.02)
        file.write_text("long")
        assert begun.wait(LONGEST)
        assert inside.live.shown().busy
        assert [inside.get(path) for path in ("/", "/report", "/state")] == [200] * 3
        file.write_text("last")
        done.set()
        end = time.monotonic() + LONGEST
        while inside.live.shown().report != "last":
            assert time.monotonic() < end
            time.sleep(0.02)


def test_whoever_waits_is_answered_when_the_server_ends(inside: Inside):
    version = inside.live.shown().version
    while inside.live.shown().busy or not version:
        version = inside.live.shown().version
    with ThreadPoolExecutor(1) as clients:
        waiting = clients.submit(inside.get, f"/state?after={inside.live.shown().version}")
        while threading.active_count() < inside.quiet + 2:
            time.sleep(0.02)
        inside.live.close()
        assert waiting.result(LONGEST) == 200
