"""What a browser, or whoever else can reach the port, sends to `argue serve`."""

import json
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from argue.report.live import server
from argue.report.live.watching import Live

PORT = 8000
OURS = f"127.0.0.1:{PORT}"
REPORT = "<!doctype html><title>A report</title>"
FILE = Path("no-such-folder") / "case.yaml"
HEAD = re.compile(
    rb"HTTP/1\.0 ([2-5]\d\d) [A-Z][A-Za-z ]+\r\n((?:[A-Za-z-]+: [\x20-\x7e]+\r\n)+)\r\n"
)
STATE = {"file", "version", "number", "at", "problem", "busy"}
REFUSALS = {
    b"Open this page by its own address.\n",
    b"There is no such page here.\n",
    b"This is nothing that can be asked here.\n",
}
"""All that is said to whoever is refused: nothing of what was asked is repeated."""


class Connection(socket.socket):
    """One end of a pair of sockets that takes itself for one of the port."""

    def getsockname(self) -> Any:
        """Answers where it would listen."""
        return ("127.0.0.1", PORT)


@cache
def _live() -> Live:
    """A file of which there is a report already; it is not watched."""
    live = Live(FILE, make=lambda _: REPORT, told=str)
    live._judge(b"title: T\n")
    return live


@cache
def _pages() -> frozenset[bytes]:
    """All that there is to be had, but for what has changed."""
    folder = resources.files("argue.report.live")
    return frozenset(
        {folder.joinpath(name).read_bytes() for name, _ in server.PARTS.values()}
        | {REPORT.encode()}
    )


def request(data: bytes) -> None:
    """Bytes of a request: they are answered in HTTP, with nothing but what may be asked for."""
    here, there = socket.socketpair()
    connection = Connection(fileno=there.detach())
    with here, connection as other, _without_waiting():
        here.sendall(data)
        here.shutdown(socket.SHUT_WR)  # whoever waits for a change is taken to have left
        server.Answering(_live(), other, ("127.0.0.1", 1), _no_server())
        other.shutdown(socket.SHUT_WR)
        answer = b"".join(iter(lambda: here.recv(1 << 16), b""))
    if answer:
        _check(data, answer)


@contextmanager
def _without_waiting() -> Iterator[None]:
    look, server.LOOK = server.LOOK, 0.0
    try:
        yield
    finally:
        server.LOOK = look


def _no_server() -> Any:
    """Answers what stands for the server, of which an answer needs nothing."""
    return None


def _check(data: bytes, answer: bytes) -> None:
    head = HEAD.match(answer)
    assert head, f"this is no answer: {answer[:200]!r}"
    headers = dict(line.split(b": ", 1) for line in head[2].splitlines())
    body = answer[head.end() :]
    assert b"Content-Security-Policy" in headers
    if data.partition(b"\n")[0].decode("latin-1").split()[:1] != ["HEAD"]:
        assert int(headers[b"Content-Length"]) == len(body), "it is longer or shorter than it says"
    if head[1] != b"200":
        assert body in REFUSALS | {b""}, body
        return
    assert OURS.encode() in data or f"localhost:{PORT}".encode() in data.lower(), "it is not ours"
    if headers[b"Content-Type"].startswith(b"application/json") and body:
        said = json.loads(body)
        assert said.keys() == STATE
        assert said["file"] == FILE.name
    else:
        assert body in _pages() | {b""}, "it is nothing of what is served"


def requests() -> Iterator[bytes]:
    """Yields requests as browsers make them, and as nobody should."""
    host = f"Host: {OURS}\r\n"
    for path in (*server.PARTS, "/report", "/state?after=", "/state?after=x-1", "/../x", "//x/y"):
        yield f"GET {path} HTTP/1.1\r\n{host}\r\n".encode()
    yield f"HEAD /report HTTP/1.0\r\n{host}Sec-Fetch-Site: none\r\n\r\n".encode()
    yield f"GET / HTTP/1.1\r\nHost: localhost:{PORT}\r\nOrigin: http://{OURS}\r\n\r\n".encode()
    yield f"GET / HTTP/1.1\r\n{host}Origin: http://elsewhere\r\n\r\n".encode()
    yield f"GET http://{OURS}/report HTTP/1.1\r\n{host}\r\n".encode()
    yield f"GET http://[x/ HTTP/1.1\r\n{host}{host}\r\n".encode()
    yield f"GET / HTTP/2.0\r\n{host}\r\n".encode()
    yield f"GET / HTTP/1.1\r\n{'A: b' * 3}\r\nExpect: 100-continue\r\n{host}\r\n".encode()
    yield f"POST / HTTP/1.1\r\n{host}Content-Length: 3\r\n\r\na=b".encode()
    yield b"GET /\r\n\r\n"
