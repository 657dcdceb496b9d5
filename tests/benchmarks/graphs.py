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
from argue.semantics.solving import Solver, programs
from argue.semantics.solving.parts import whole
from tests.benchmarks.drawn import erdos_renyi

RUNS = 7


def many_preferred() -> AF:
    """A graph with 110,592 preferred extensions: twelve choices of two, three of three."""
    choices = " ".join(f"a{i}<->b{i}" for i in range(12))
    threes = " ".join(f"c{i}<->d{i} d{i}<->e{i} c{i}<->e{i}" for i in range(3))
    return AF.parse(f"{choices} {threes}")


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
    part = whole(large)
    report("program of 334,000 attacks", 1.0, lambda: programs.complete(part, Deadline()))
    choices = many_preferred()
    report(
        "counting 110,592 preferred extensions",
        0.05,
        lambda: Solver(choices, "preferred", Deadline()).count(),
    )


if __name__ == "__main__":
    main()
