"""Compares `argue solve` with other solvers on the same graphs, in one run.

    python -m tests.benchmarks.rivals --pygarg ENV/bin/python --sizes 100,1000 --seed 7

Prints for every task how many graphs each solves, the PAR2 score (mean seconds, twice the limit
for what is not solved), and every disagreement. With `--folder`, graphs in .af files are taken
instead of drawn ones.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from argue.io.graphs import dump_af, load_af
from tests.benchmarks.drawn import drawn

ROOT = Path(__file__).parents[2]
TASKS = "DC-CO,DS-PR,SE-PR,SE-ST,SE-ID,SE-SST,CE-PR,CE-ST"
UNIQUE = ("SE-ID", "SE-GR")


class Run(NamedTuple):
    """What a solver said, None if it did not in time, and how long it took."""

    answer: str | None
    seconds: float


def commands(pygarg: str | None) -> dict[str, list[str]]:
    """How each solver is started; all read the same options."""
    found = {
        "argue": [sys.executable, "-c", "from argue.cli.main import run; run()", "solve"],
        "plain": [sys.executable, "-m", "tests.benchmarks.plain"],
    }
    if pygarg:
        found["pygarg"] = [pygarg, "-m", "pygarg"]
    return found


def ask(command: list[str], task: str, graph: tuple[Path, str], limit: float) -> Run:
    """Runs a solver on a task; graph is a file and the query."""
    path, query = graph
    options = ["-p", task, "-f", str(path), *(["-a", query] if task[0] == "D" else [])]
    started = time.perf_counter()
    try:
        done = subprocess.run(
            [*command, *options],
            check=False,
            cwd=ROOT,
            capture_output=True,
            timeout=limit,
            text=True,
        )
    except subprocess.TimeoutExpired:
        return Run(None, limit)
    seconds = time.perf_counter() - started
    if done.returncode or not done.stdout.strip():
        return Run(None, seconds)
    return Run(comparable(task, done.stdout), seconds)


def comparable(task: str, output: str) -> str:
    """The part of an answer on which all solvers must agree."""
    first = output.splitlines()[0].strip()
    if task in UNIQUE:
        return " ".join(sorted(first.split()[1:]))
    if task.startswith("SE"):
        return "NO" if first == "NO" else "some"
    return first


def report(task: str, runs: dict[str, dict[str, Run]], limit: float) -> None:
    """Prints the line of a task."""
    cells: list[str] = []
    for solver, found in runs.items():
        solved = [run for run in found.values() if run.answer is not None]
        score = sum(run.seconds if run.answer is not None else 2 * limit for run in found.values())
        cells.append(f"{solver} {len(solved)}/{len(found)} PAR2 {score / len(found):.2f}")
    print(f"{task:7} {' | '.join(cells)}", flush=True)
    for name in runs["argue"]:
        said = {solver: found[name].answer for solver, found in runs.items()}
        if len({answer for answer in said.values() if answer is not None}) > 1:
            print(f"        {name}: {said}", flush=True)
    ours = runs["argue"]
    for solver, found in runs.items():
        slow = [name for name, run in found.items() if run.answer is None or run.seconds > 1]
        if solver != "argue" and slow:
            mine, theirs = (
                sum(runs[n].seconds if runs[n].answer is not None else 2 * limit for n in slow)
                for runs in (ours, found)
            )
            print(f"        where {solver} needs over 1 s ({len(slow)}): {theirs / mine:.1f} x")


def main() -> None:
    """Draw or find the graphs, run every solver on every task, print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--pygarg", help="a Python with pygarg and python-sat")
    parser.add_argument("--sizes", default="50,200,1000")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--tasks", default=TASKS)
    parser.add_argument("--limit", type=float, default=20)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        paths = sorted(given.folder.glob("*.af")) if given.folder else []
        for name, af in () if paths else drawn(tuple(map(int, given.sizes.split(","))), given.seed):
            path = Path(folder) / f"{name}.af"
            path.write_text(dump_af(af))
            paths.append(path)
        graphs = {path.stem: (path, str(1 + len(load_af(str(path))) // 3)) for path in paths}
        for task in given.tasks.split(","):
            runs = {
                solver: {
                    name: ask(command, task, graph, given.limit) for name, graph in graphs.items()
                }
                for solver, command in commands(given.pygarg).items()
            }
            report(task, runs, given.limit)


if __name__ == "__main__":
    main()
