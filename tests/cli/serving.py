"""`argue serve` as a process of its own, and what it answers."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.cli.command import CODE, ROOT

LONGEST = 60.0
"""Seconds after which what has not come about is held not to come about at all."""


class Serving:
    """A running `argue serve` on a file; leaving it presses Ctrl-C and keeps the exit code.

    `ending` is the signal that ends it: SIGINT is Ctrl-C.
    """

    ending = signal.SIGINT

    def __init__(self, file: Path | str, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", CODE, "serve", str(file), *arguments],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> "Serving":
        assert self.process.stdout is not None
        self.said = self.process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", self.said)
        assert found, self.said or self.process.communicate()[1]
        self.url, self.port = found[0], int(found[1])
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.process.send_signal(self.ending)
        try:
            self.more, self.errors = self.process.communicate(timeout=LONGEST)
        finally:
            self.process.kill()
        self.code = self.process.returncode

    def threads(self) -> int:
        """How many threads it has, by what Linux says."""
        return len(os.listdir(f"/proc/{self.process.pid}/task"))

    def descriptors(self) -> int:
        """How many files, sockets and pipes it has open, by what Linux says."""
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def get(self, path: str, method: str = "GET", **headers: str) -> tuple[int, str]:
        """The status and the body of an answer; `_` in a header's name stands for a hyphen."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=LONGEST)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers=named)
        answer = connection.getresponse()
        try:
            return answer.status, answer.read().decode("utf-8")
        finally:
            connection.close()

    def state(self, after: str = "") -> dict[str, Any]:
        """What has come about after a version, waiting for it as the page does."""
        status, body = self.get(f"/state?after={after}")
        assert status == 200
        return json.loads(body)

    def until(self, word: str, place: str = "report") -> dict[str, Any]:
        """The first state in which the report, or the `problem`, holds a word."""
        end, version = time.monotonic() + LONGEST, ""
        while time.monotonic() < end:
            state = self.state(version)
            version = state["version"]
            text = state["problem"] if place == "problem" else self.get("/report")[1]
            if word in text and not state["busy"] and (place == "problem" or not state["problem"]):
                return state
        raise AssertionError(f"{word!r} did not come to stand in the {place}")
