"""CPU seconds of whole analyses against their bars; run it as a script.

    python tests/benchmarks/engine.py

Prints one line a case: what it is, seconds of processor time (the best of a few runs), the bar.
Nothing is asserted: a slow machine is not a wrong program.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from argue.analysis import analyze  # noqa: E402  (after the path)
from argue.io.bundled import bundled_ids  # noqa: E402  (after the path)
from argue.io.case import load_case  # noqa: E402  (after the path)
from argue.model.case import Case  # noqa: E402  (after the path)


def wide(raised: int) -> Case:
    """Eight options, twenty standpoints, five frameworks, two disputed facts."""
    rng = random.Random(1)
    options = [f"o{i}" for i in range(8)]
    people = [f"s{i}" for i in range(20)]

    def cell() -> Any:
        number = rng.randint(-20, 20)
        if rng.random() < 0.15:
            fact = f"f{rng.randrange(2)}"
            return {"if": fact, "then": number, "else": rng.randint(-20, 20)}
        return number

    def table() -> dict[str, dict[str, Any]]:
        return {o: {k: cell() for k in people} for o in options}

    return load_case(
        {
            "title": "Eight options by twenty standpoints",
            "options": {o: o for o in options},
            "standpoints": {
                k: {"count": rng.randint(1, 9), "level": rng.randint(0, 40)} for k in people
            },
            "facts": {f"f{i}": {"text": f"fact {i}", "status": "disputed"} for i in range(2)},
            "payoffs": table(),
            "general": table(),
            "universal": {o: {"all": rng.randint(-5, 5), "nobody": 0} for o in options},
            "frameworks": ["welfare", "rule_utilitarian", "veil", "rejection", "universalization"],
            "challenges": [
                {
                    "id": f"c{i}",
                    "status": "raised",
                    "against": {"framework": "rejection", "voice": people[i]},
                    "text": "they agreed to it",
                }
                for i in range(raised)
            ],
        }
    )


def many_sources(sources: int, options: int) -> Case:
    """Sources that each rank the options in an order of their own, without priorities."""
    rng = random.Random(2)
    names = [f"o{i}" for i in range(options)]
    reasons: list[dict[str, str]] = []
    for source in range(sources):
        order = rng.sample(names, len(names))
        reasons += [
            {"by": f"source{source}", "favours": better, "over": worse}
            for place, better in enumerate(order)
            for worse in order[place + 1 :]
        ]
    return load_case(
        {"title": "Many sources", "options": {o: o for o in names}, "reasons": reasons}
    )


def many_people(standpoints: int) -> Case:
    """Three options for very many kinds of people."""
    rng = random.Random(3)
    people = [f"s{i}" for i in range(standpoints)]
    return load_case(
        {
            "title": "Many standpoints",
            "options": {o: o for o in "abc"},
            "standpoints": {
                k: {"count": rng.randint(1, 9), "level": rng.randint(0, 40)} for k in people
            },
            "payoffs": {o: {k: rng.randint(-20, 20) for k in people} for o in "abc"},
            "frameworks": ["welfare", "veil", "rejection"],
        }
    )


def seconds(work: Callable[[], object], runs: int) -> float:
    """The least processor time of a few runs."""
    found: list[float] = []
    for _ in range(runs):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def report(what: str, bar: float, work: Callable[[], object], *, runs: int = 3) -> None:
    """Print one line."""
    print(f"{what:<60} {seconds(work, runs):7.2f} s   bar {bar:g} s", flush=True)


def main() -> None:
    """Run everything."""
    for raised, bar in ((0, 2.0), (3, 4.0)):
        case = wide(raised)
        what = f"8 options, 20 standpoints, 5 frameworks, {raised} challenges"
        report(what, bar, lambda case=case: analyze(case))
    for options in (3, 5):
        case = many_sources(12, options)
        what = f"12 sources without priorities, {options} options"
        report(what, 10.0, lambda case=case: analyze(case))
    case = many_people(100_000)
    report("100,000 standpoints, 3 options, 3 frameworks", 5.0, lambda: analyze(case), runs=2)
    for name in bundled_ids():
        case = load_case(name)
        report(f"bundled: {name}", 1.0, lambda case=case: analyze(case))


if __name__ == "__main__":
    main()
