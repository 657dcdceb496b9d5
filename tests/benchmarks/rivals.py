"""Compares `argue solve` with other solvers on the same graphs, in one run.

    python -m tests.benchmarks.rivals --pygarg ENV/bin/python --sizes 100,1000 --seed 7

Prints for every task how many graphs each solves, the PAR2 score (mean processor seconds, start-up
included, twice the limit for what is not solved), and every disagreement. Processor time is what is
measured and limited, so that other work on the machine changes little. With `--folder`, graphs in
.af files are taken instead of drawn ones.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from argue.io.graphs import dump_af, load_af
from tests.benchmarks.drawn import drawn

ROOT = Path(__file__).parents[2]
TASKS = "DC-CO,DS-PR,SE-PR,SE-ST,SE-ID,SE-SST,CE-PR,CE-ST"
UNIQUE = ("SE-ID", "SE-GR")


class Run(NamedTuple):
    """What a solver said, None if it did not in time, and its processor seconds."""

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


def ask(command: list[str], task: str, graph: tuple[Path, str], limit: int) -> Run:
    """Runs a solver on a task; graph is a file and the query."""
    path, query = graph
    options = ["-p", task, "-f", str(path), *(["-a", query] if task[0] == "D" else [])]
    before = _of_children()
    done = subprocess.run(
        ["sh", "-c", f'ulimit -t {limit}; exec "$@"', "sh", *command, *options],
        check=False,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    seconds = _of_children() - before
    if done.returncode or not done.stdout.strip():
        return Run(None, seconds)
    return Run(comparable(task, done.stdout), seconds)


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def comparable(task: str, output: str) -> str:
    """The part of an answer on which all solvers must agree."""
    first = output.splitlines()[0].strip()
    if task in UNIQUE:
        return " ".join(sorted(first.split()[1:]))
    if task.startswith("SE"):
        return "NO" if first == "NO" else "some"
    return first


def report(task: str, runs: dict[str, dict[str, Run]], limit: int) -> None:
    """Prints the line of a task."""
    cells: list[str] = []
    for solver, found in runs.items():
        solved = [run for run in found.values() if run.answer is not None]
        score = sum(_score(run, limit) for run in found.values())
        cells.append(f"{solver} {len(solved)}/{len(found)} PAR2 {score / len(found):.2f}")
    print(f"{task:7} {' | '.join(cells)}", flush=True)
    unsolved = [name for name, run in runs["argue"].items() if run.answer is None]
    if unsolved:
        print(f"        not solved by argue: {', '.join(unsolved)}", flush=True)
    for name in runs["argue"]:
        said = {solver: found[name].answer for solver, found in runs.items()}
        if len({answer for answer in said.values() if answer is not None}) > 1:
            print(f"        {name}: {said}", flush=True)
    for solver, found in runs.items():
        if solver != "argue":
            compare(runs["argue"], solver, found, limit)


def compare(ours: dict[str, Run], solver: str, theirs: dict[str, Run], limit: int) -> None:
    """Prints by how much our PAR2 is lower where the rival is slow."""
    slow = [name for name, run in theirs.items() if run.answer is None or run.seconds > 1]
    solved = [name for name in slow if ours[name].answer or theirs[name].answer]
    ratios = [
        sum(_score(theirs[name], limit) for name in names)
        / sum(_score(ours[name], limit) for name in names)
        for names in (slow, solved)
        if names
    ]
    said = ", without what neither solves ".join(f"{ratio:.1f} x" for ratio in ratios)
    if slow:
        print(f"        where {solver} needs over 1 s ({len(slow)}): {said}", flush=True)


def _score(run: Run, limit: int) -> float:
    return 2 * limit if run.answer is None else run.seconds


def main() -> None:
    """Draw or find the graphs, run every solver on every task, print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--pygarg", help="a Python with pygarg and python-sat")
    parser.add_argument("--sizes", default="50,200,1000")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--tasks", default=TASKS)
    parser.add_argument("--limit", type=int, default=20)
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
