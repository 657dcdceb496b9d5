"""Rows a second and memory of `argue label` and `argue batch`; run it as a script.

    python tests/benchmarks/scale.py [--rows 100000 1000000] [--jobs 1 2]

Each run is a command of its own, whose processes' memory (resident, all together) is looked at all
the while. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = "from argue.cli.main import run; run()"
PAGE = os.sysconf("SC_PAGE_SIZE")
CASE = """
title: How much to take from a common stock
options: {restrain: little, moderate: some, race: much}
standpoints: {me: {}, others: {count: 5}, later: {count: 10}}
facts: {scarce: {text: The stock is low}}
payoffs:
  restrain: {me: 1, others: 0, later: 0}
  moderate: {me: 3, others: 0, later: 0}
  race: {me: 5, others: 0, later: 0}
frameworks: [welfare, rejection, veil]
norms: {quota: {text: a share, breached_by: [race], when: scarce}}
"""
FEATURES = """
payoffs.moderate.others: {taken: -0.15, stock: 0.02}
payoffs.race.others: {taken: -0.25}
payoffs.race.later: {stock: 0.01, const: -0.5}
facts.scarce: stock < 12
"""


def memory_of(group: int) -> int:
    """Resident bytes of all processes of a group together."""
    total = 0
    for entry in Path("/proc").iterdir():
        try:
            if entry.name.isdigit() and os.getpgid(int(entry.name)) == group:
                total += int((entry / "statm").read_text().split()[1]) * PAGE
        except OSError:  # it has ended meanwhile
            continue
    return total


def processor_seconds() -> float:
    """Seconds of processors that processes which have ended took, all together."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measured(what: str, rows: int, *arguments: str) -> None:
    """Run a command, and print how fast it was and the most memory that its processes took."""
    started, before = time.perf_counter(), processor_seconds()
    process = subprocess.Popen(
        [sys.executable, "-c", CODE, *arguments],
        cwd=ROOT,
        start_new_session=True,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
    )
    most = 0
    while process.poll() is None:
        most = max(most, memory_of(process.pid))
        time.sleep(0.05)
    seconds, work = time.perf_counter() - started, processor_seconds() - before
    print(
        f"{what:<20} {rows:>9,} rows {seconds:>7.1f} s {rows / seconds:>8,.0f} a second "
        f"{work:>6.1f} s of processors {most / 2**20:>7,.0f} MiB   exit {process.returncode}",
        flush=True,
    )


def main() -> None:
    """Write rows into a temporary folder and judge them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--cases", type=int, default=200)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "case.yaml").write_text(CASE)
        (folder / "features.yaml").write_text(FEATURES)
        fixed = ("label", str(folder / "case.yaml"), "--features", str(folder / "features.yaml"))
        rng = random.Random(1)
        for count in given.rows:
            rows = folder / f"{count}.csv"
            with rows.open("w") as file:
                file.write("taken,stock\n")
                file.writelines(
                    f"{rng.uniform(0, 30)},{rng.randint(0, 60)}\n" for _ in range(count)
                )
            for jobs in given.jobs:
                more = ("--rows", str(rows), "-o", str(folder / f"{count}-{jobs}.jsonl"))
                measured(f"label, csv, jobs {jobs}", count, *fixed, *more, "--jobs", str(jobs))
        lines = folder / "rows.jsonl"
        changes = '{"case": "mask-mandate", "set": {"payoffs.continue.high_risk": -%d}}\n'
        lines.write_text("".join(changes % number for number in range(given.cases)))
        for jobs in given.jobs:
            out = str(folder / f"batch-{jobs}.jsonl")
            measured(
                f"batch, jobs {jobs}",
                given.cases,
                "batch",
                str(lines),
                "--jobs",
                str(jobs),
                "-o",
                out,
            )


if __name__ == "__main__":
    main()
