"""Processor seconds of reading, labelling, building and counting graphs; run it as a module.

    python -m tests.benchmarks.graphs

Prints one line a measurement: what it is, the least of a few runs, the bar.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from argue.asp.program import Deadline
from argue.io.graphs import FORMATS, dump_af
from argue.model.af import AF
from argue.semantics.grounded import grounded_labels
from argue.semantics.solving import Solver, parts, programs
from tests.benchmarks.drawn import erdos_renyi, streets

RUNS = 7


def many_preferred() -> AF:
    """A graph with 110,592 preferred extensions: twelve choices of two, three of three."""
    choices = " ".join(f"a{i}<->b{i}" for i in range(12))
    threes = " ".join(f"c{i}<->d{i} d{i}<->e{i} c{i}<->e{i}" for i in range(3))
    return AF.parse(f"{choices} {threes}")


def solver(af: AF, semantics: str) -> Solver:
    """A solver that has worked nothing out yet."""
    return Solver(af, semantics, Deadline())


def report(what: str, bar: float, work: Callable[[], object]) -> None:
    """Print one line."""
    times: list[float] = []
    for _ in range(RUNS):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    print(f"{what:<60} {min(times):7.3f} s   bar {bar:g} s", flush=True)


def main() -> None:
    """Run everything."""
    small = erdos_renyi(50_000, random.Random(1), degree=1.5)
    large = erdos_renyi(50_000, random.Random(1), degree=6.68)
    for form, graph, bar in (("i23", small, 0.15), ("i23", large, 0.45), ("apx", large, 0.6)):
        data = dump_af(graph, form).encode()
        what = f"{form} and grounded, {len(graph.sources):,} attacks"
        report(what, bar, lambda f=form, d=data: grounded_labels(FORMATS[f].load(d, "graph")))
    part = parts.whole(large)
    report("program of 334,000 attacks", 1.0, lambda: programs.complete(part, Deadline()))
    dense = parts.whole(erdos_renyi(5_000, random.Random(1), degree=66))
    report(
        "program of 330,000 attacks, 5,000 arguments",
        0.3,
        lambda: programs.complete(dense, Deadline()),
    )
    half = erdos_renyi(500, random.Random(1), degree=250)
    report("ideal, 500 arguments, half of all attacks", 2.0, lambda: solver(half, "ideal").one())
    grid = streets(10_000, random.Random(1))
    report("ideal, streets of 10,000 arguments", 10.0, lambda: solver(grid, "ideal").one())
    choices = many_preferred()
    report(
        "counting 110,592 preferred extensions",
        0.05,
        lambda: solver(choices, "preferred").count(),
    )
    town = streets(700, random.Random(3))
    report("counting stable, one sparse component", 20.0, lambda: solver(town, "stable").count())
    report("counting preferred, the same", 20.0, lambda: solver(town, "preferred").count())


if __name__ == "__main__":
    main()
