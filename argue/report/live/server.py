"""The page of a file that is being edited, for browsers on this machine and no other page in them.

A page of another site may make a browser ask anything of this machine: so whoever does not ask
under this address, or asks from elsewhere, is refused.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from importlib import resources
from io import BufferedReader
from socketserver import ThreadingTCPServer
from threading import BoundedSemaphore
from traceback import format_exc
from types import MappingProxyType
from typing import Any
from urllib.parse import SplitResult, parse_qs, urlsplit

from argue.report.inert import inert, inert_lines
from argue.report.live.arriving import Arriving, has_left
from argue.report.live.watching import Live, Shown

LOOPBACK = "127.0.0.1"
NAMES = (LOOPBACK, "localhost")
PATIENCE = 20.0
"""Seconds after which a browser that waits for a change is told that there is none yet."""
LOOK = 1.0
"""Seconds after which a browser that waits is looked at: it may have left."""
TAKING = 20.0
"""Seconds in which a browser must have taken what it is sent."""
MOST = 64
"""Requests answered at once, so that browsers that are slow or many cannot take all there is."""
PARTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "/": ("live.html", "text/html"),
        "/live.css": ("live.css", "text/css"),
        "/live.js": ("live.js", "text/javascript"),
    }
)
"""Path -> the file of this package that is sent, and its type."""

FRAME = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "frame-src 'self'; img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)
"""What the page around a report may do; the report says itself what it may."""
HEADERS = (
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)
TEXT = "default-src 'none'; frame-ancestors 'self'"
"""What a text may do that is no page."""
BUSY = "".join(
    (
        "HTTP/1.0 503 Service Unavailable\r\nRetry-After: 10\r\nConnection: close\r\n",
        f"Content-Type: text/plain; charset=utf-8\r\nContent-Security-Policy: {TEXT}\r\n",
        *(f"{name}: {value}\r\n" for name, value in HEADERS),
        "\r\nToo many are asking at once.\n",
    )
).encode()
"""What whoever comes when there are too many is told."""
NO_REPORT = "There is no report yet: the file has never been in order since it is watched.\n"


class Server(ThreadingTCPServer):
    """Serves the page of one file on this machine; port 0 takes a free one.

    Raises: OSError if the port is taken or forbidden.
    """

    allow_reuse_address = sys.platform != "win32"  # there it would let two share a port
    daemon_threads = True
    block_on_close = False
    request_queue_size = 32

    def __init__(self, live: Live, port: int = 0) -> None:
        """Listen, without answering yet."""
        super().__init__((LOOPBACK, port), partial(Answering, live))
        self._places = BoundedSemaphore(MOST)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer in a thread of its own, or say that there are too many."""
        if not self._places.acquire(blocking=False):
            with suppress(OSError):
                request.settimeout(0)
                request.send(BUSY)
            self.shutdown_request(request)
            return
        try:
            super().process_request(request, client_address)
        except RuntimeError:  # no thread was begun that would give its place back
            self._places.release()
            raise

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer, and make place for the next."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._places.release()

    @property
    def port(self) -> int:
        """The port that is listened on."""
        return int(self.server_address[1])

    @property
    def url(self) -> str:
        """Where a browser finds the page."""
        return f"http://{LOOPBACK}:{self.port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that has left, and of anything else where it went wrong.

        What an exception says may repeat what was asked.
        """
        if not isinstance(sys.exception(), (ConnectionError, TimeoutError)):
            sys.stderr.write(inert_lines(format_exc()))


class Answering(BaseHTTPRequestHandler):
    """Answers one request: the page, its parts, the report in it, or what has changed."""

    server_version, sys_version = "argue", ""
    default_request_version = "HTTP/1.0"  # what names no version is answered with headers too

    def __init__(self, live: Live, request: Any, client_address: Any, server: Server) -> None:
        """Keep what is shown; the answer is given before this returns."""
        self.live = live
        super().__init__(request, client_address, server)

    def setup(self) -> None:
        """Read what is asked, within bounds of time and length."""
        super().setup()
        self.rfile = BufferedReader(Arriving(self.connection))

    def do_GET(self) -> None:
        """Answer with what is asked for, or refuse."""
        asked = self._asked()
        if not self._is_ours():
            self._send("Open this page by its own address.\n", status=HTTPStatus.FORBIDDEN)
        elif asked.path in PARTS:
            name, kind = PARTS[asked.path]
            text = resources.files("argue.report.live").joinpath(name).read_text(encoding="utf-8")
            self._send(text, kind, policy=FRAME)
        elif asked.path == "/report":
            report = self.live.shown().report
            if report:
                self._send(report, "text/html", policy="frame-ancestors 'self'")
            else:
                self._send(NO_REPORT, status=HTTPStatus.NOT_FOUND)
        elif asked.path == "/state":
            version = parse_qs(asked.query).get("after", [""])[0]
            self._send(self._state(version), "application/json")
        else:
            self._send("There is no such page here.\n", status=HTTPStatus.NOT_FOUND)

    def do_HEAD(self) -> None:
        """Answer as to GET, without the body."""
        self.do_GET()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse what is no request, and repeat nothing of it, as the standard library would."""
        self._send("This is nothing that can be asked here.\n", status=HTTPStatus(code))

    def log_message(self, format: str, *args: Any) -> None:
        """Log nothing: the terminal is for people."""

    def _asked(self) -> SplitResult:
        """Answers what is asked for; nothing, where it is no address or that of another server."""
        try:
            asked = urlsplit(self.path)
        except ValueError:
            return SplitResult("", "", "", "", "")
        return asked if not asked.scheme and not asked.netloc else SplitResult("", "", "", "", "")

    def _is_ours(self) -> bool:
        """Answers whether the browser asks under this address, and for no page of another."""
        port = self.connection.getsockname()[1]
        hosts = {*(f"{name}:{port}" for name in NAMES), *(NAMES if port == 80 else ())}
        under = [host.lower() for host in self._said("Host")]
        return (
            len(under) == 1
            and under[0] in hosts
            and {*self._said("Origin")} <= {f"http://{host}" for host in hosts}
            and {*self._said("Sec-Fetch-Site")} <= {"none", "same-origin"}
        )

    def _said(self, header: str) -> list[str]:
        """Answers every value that a header is given: one may be given twice."""
        return [str(value).strip() for value in self.headers.get_all(header, [])]

    def _waited(self, version: str) -> Shown:
        """Answers what is shown once it is no longer that version, or nobody waits for it."""
        end = time.monotonic() + PATIENCE
        while True:
            shown = self.live.after(version, LOOK)
            late = time.monotonic() >= end or self.live.is_closed()
            if shown.version != version or late or has_left(self.connection):
                return shown

    def _state(self, version: str) -> str:
        shown = self._waited(version)
        return json.dumps(
            {
                "file": inert(self.live.file.name),
                "version": shown.version,
                "number": shown.number,
                "at": shown.at,
                "problem": shown.problem,
                "busy": shown.busy,
            }
        )

    def _send(
        self,
        text: str,
        kind: str = "text/plain",
        *,
        status: HTTPStatus = HTTPStatus.OK,
        policy: str = TEXT,
    ) -> None:
        data = text.encode("utf-8", "backslashreplace")
        self.connection.settimeout(TAKING)
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Content-Security-Policy", policy)
        for name, value in HEADERS:
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)
