"""Processor time of one whole analysis, start-up included, beside the imports it cannot avoid.

    python tests/benchmarks/startup.py

Runs `argue analyze mask-mandate` with its output in a pipe and `python -c "import clingo, yaml"`
in turn, fifteen times each, and prints the medians of user plus system time and their ratio
(bar 3.0, aim 2.5). Run it where the project is installed.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
from pathlib import Path

RUNS = 15
SCRIPT = Path(sys.executable).with_name("argue")


def processor_seconds(command: list[str]) -> float:
    """User plus system time of a command, its output read from a pipe."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, stdout=subprocess.PIPE, check=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main() -> None:
    """Time both commands in turn and print the medians."""
    commands = {
        "analysis": [str(SCRIPT), "analyze", "mask-mandate"],
        "imports": [sys.executable, "-c", "import clingo, yaml"],
    }
    for command in commands.values():
        processor_seconds(command)
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(RUNS):
        for name, command in commands.items():
            seconds[name].append(processor_seconds(command))
    medians = {name: statistics.median(found) for name, found in seconds.items()}
    for name, median in medians.items():
        print(f"{name:<10} {median:.3f} s")
    print(f"ratio      {medians['analysis'] / medians['imports']:.2f}   bar 3.0")


if __name__ == "__main__":
    main()
