"""Runs of `argue batch` and `argue label` that are killed, and what they are given."""

import contextlib
import json
import os
import random
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from argue.io.bundled import bundled_text
from tests.cli.command import run
from tests.cli.test_batch import COMMONS, start, wait_until_gone

TIMES = int(os.environ.get("CRASHES", "2"))
"""How often a run is killed before it is left alone; CRASHES says otherwise."""
LONGEST = 120.0
"""Seconds after which what has not come about is held not to come about at all."""
EVERY = "CRASHES" in os.environ
"""Whether whatever is disturbed is disturbed at length."""
LABELLED, JUDGED = (100_000 if EVERY else 12_000), 48


def given(folder: Path) -> dict[str, tuple[str, ...]]:
    """The commands to be disturbed, with rows of every kind among what they read."""
    (folder / "commons.json").write_text(json.dumps(COMMONS))
    (folder / "features.yaml").write_text("payoffs.much.others: {pressure: -0.5, const: 0.25}\n")
    (folder / "room.yaml").write_text(bundled_text("transmitter-room"))
    drawn = random.Random(3)
    lines = [
        f"{n},{drawn.choice(['nan', 'x', '1e999', 10**30] + [n / 7] * 40)}" for n in range(LABELLED)
    ]
    (folder / "rows.csv").write_text("\n".join(["id,pressure", *lines]) + "\n")
    rows = [json.dumps({"case": "room.yaml", "id": n // 2}) for n in range(JUDGED)]
    rows[7::20] = ['{"title": "\\ud800"}', "no JSON", '{"case": "nowhere.yaml"}']
    (folder / "rows.jsonl").write_text("\n".join(rows) + "\n")
    label = ("label", "commons.json", "--features", "features.yaml", "--rows", "rows.csv")
    columns = ("--columns", "outcome,statuses,alone")
    return {
        "label": (label[0], *(str(folder / a) if "." in a else a for a in label[1:]), "--pairs"),
        "batch": ("batch", str(folder / "rows.jsonl"), *columns),
    }


def whole(arguments: tuple[str, ...], output: Path) -> bytes:
    """What an undisturbed run writes."""
    done = run(*arguments, "-q", "--jobs", "1", "-o", str(output))
    assert done.returncode == 65, done.stderr
    return output.read_bytes()


@contextlib.contextmanager
def running(arguments: tuple[str, ...], output: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A run with processes of its own, all of them gone in the end."""
    command = (*arguments, "-q", "--jobs", "2", "-o", str(output))
    with start(*command, start_new_session=True) as process:
        try:
            yield process
        finally:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            process.wait()
            wait_until_gone(process.pid)


def size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def grown(path: Path, size: int, process: subprocess.Popen[bytes]) -> bool:
    """Whether a file has come to some size before the process that writes it has ended."""
    end = time.monotonic() + LONGEST
    while size_of(path) < size:
        if process.poll() is not None:
            return False
        assert time.monotonic() < end
        time.sleep(0.001)
    return True


def workers_of(process: subprocess.Popen[bytes]) -> list[int]:
    """The processes that do the work of another."""
    found: list[int] = []
    for entry in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            parent = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            if parent == process.pid and b"spawn_main" in (entry / "cmdline").read_bytes():
                found.append(int(entry.name))
    return found


def kill_a_worker(process: subprocess.Popen[bytes], drawn: random.Random) -> bool:
    """Kill a worker as the system does that lacks memory; whether there was one."""
    workers = workers_of(process)
    if workers:
        with contextlib.suppress(ProcessLookupError):
            os.kill(drawn.choice(sorted(workers)), signal.SIGKILL)
    return bool(workers)
