"""CPU seconds of explanations against their bars; run it as a script.

    python tests/benchmarks/explaining.py

Prints one line a question: what it is, seconds of processor time (the best of a few runs), the bar.
Nothing is asserted: a slow machine is not a wrong program.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from argue.analysis import analyze  # noqa: E402  (after the path)
from argue.explain.break_even import break_evens  # noqa: E402  (after the path)
from argue.explain.flip_map import flip_map  # noqa: E402  (after the path)
from argue.explain.flips import flips  # noqa: E402  (after the path)
from argue.explain.radius import radius  # noqa: E402  (after the path)
from argue.explain.why import why  # noqa: E402  (after the path)
from argue.io.case import load_case  # noqa: E402  (after the path)
from argue.verdict.chances import chances  # noqa: E402  (after the path)
from tests.benchmarks.engine import report, wide  # noqa: E402  (after the path)

MINUTE = 60.0


def small() -> None:
    """The mask case with three options."""
    case = load_case("mask-mandate-exemptions")
    analysis = analyze(case)
    report("mask: why", 0.1, lambda: why(analysis, "exempt"))
    report("mask: why not", 0.1, lambda: why(analysis, "mandate"))
    report("mask: why rather than", 0.1, lambda: why(analysis, "exempt", rather_than="mandate"))
    report("mask: smallest flip", 1.0, lambda: flips(case, analysis, "exempt"))
    report("mask: break-even of every number", 2.0, lambda: break_evens(analysis))
    report("mask: radius, proved", 1.0, lambda: radius(analysis, search=False))
    report("mask: radius, proved and found", 5.0, lambda: radius(analysis), runs=1)
    report("mask: chances", 0.1, lambda: chances(analysis))
    paths = ("payoffs.exempt.high_risk", "payoffs.mandate.sensory_disabled")
    report("mask: map of two numbers", 2.0, lambda: flip_map(analysis, paths), runs=1)


def large() -> None:
    """Eight options, twenty standpoints, five frameworks, two disputed facts."""
    case = wide(0)
    analysis = analyze(case)
    option = next(iter(analysis.statuses))
    report("8x20x5: why", 1.0, lambda: why(analysis, option), runs=2)
    report("8x20x5: why not", 1.0, lambda: why(analysis, option, negated=True), runs=2)
    slowest = max(analysis.statuses, key=lambda o: timed(lambda: why(analysis, o)))
    report(f"8x20x5: why, slowest option ({slowest})", 1.0, lambda: why(analysis, slowest))
    seen: list[int] = []

    def search() -> None:
        found = flips(case, analysis, option, timeout=10, progress=seen.append)
        print(f"8x20x5: {found.tried} trials, {len(found.found)} flips found, {found.complete=}")

    report("8x20x5: flip search cut short after 10 s", 11.0, search, runs=1)
    print(f"8x20x5: progress was told {len(seen)} times")
    path = next(iter(break_evens(analysis, paths=["payoffs.o0.s0"]).turnings)).figure.path
    report("8x20x5: break-even of one number", 5.0, lambda: break_evens(analysis, paths=[path]))


def timed(work: Callable[[], object]) -> float:
    """Answers the seconds of processor time that some work takes once."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Run everything."""
    small()
    large()


if __name__ == "__main__":
    main()
