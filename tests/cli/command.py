"""The command under test, run in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "from argue.cli.main import run; run()"
)
"""Runs the command; jobs in the background of a shell ignore interrupts, and so their children."""


def run(
    *arguments: str, stdin: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """A finished run of `argue` with these arguments and additions to the environment."""
    return subprocess.run(
        [sys.executable, "-c", CODE, *arguments],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        input=stdin,
    )
