"""Rows a second of the compiled judge, as ratios to its rivals in one run; run it as a script.

    OPENBLAS_NUM_THREADS=1 python tests/benchmarks/rewards.py

Processor time on one thread. Rivals: the margins alone, `analyze` called for every row, one
grounded clingo program asked again and again, and the way of judging that [Alcaraz23] publish.
Nothing is asserted about time; that the rivals say the same is.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))

from argue.analysis import analyze  # noqa: E402  (after the path)
from argue.construct.graph import graph_of  # noqa: E402  (after the path)
from argue.construct.sources import sources_of  # noqa: E402  (after the path)
from argue.io.case import load_case  # noqa: E402  (after the path)
from argue.model.verdict import Status  # noqa: E402  (after the path)
from argue.rewards.codes import STATUS_OF_CODE  # noqa: E402  (after the path)
from argue.rewards.judge import Judge, compile  # noqa: E402  (after the path)
from argue.verdict.positions import Positions  # noqa: E402  (after the path)
from argue.verdict.settings import Settings  # noqa: E402  (after the path)
from argue.verdict.statuses import statuses_of  # noqa: E402  (after the path)

Batch = Mapping[str, Any]


def seconds(work: Callable[[], object], runs: int = 5) -> float:
    """The least processor time of a few runs."""
    found: list[float] = []
    for _ in range(runs):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def line(what: str, value: float, unit: str, bar: str) -> None:
    """Print one line."""
    print(f"{what:<64} {value:>11,.2f} {unit:<10} bar {bar}", flush=True)


def commons() -> Judge:
    """How much to take from a common stock: three options, a norm, need and the others' taking."""
    people = {"me": {"count": 1}, "others": {"count": 5}, "later": {"count": 10}}
    options = {"restrain": 1.0, "moderate": 3.0, "race": 5.0}
    case = load_case(
        {
            "title": "Taking from a common stock",
            "options": {o: o for o in options},
            "standpoints": people,
            "facts": {"scarce": {"text": "The stock is low"}},
            "payoffs": {o: dict.fromkeys(people, 0) for o in options},
            "universal": {o: {"all": 0, "nobody": 0} for o in options},
            "frameworks": ["welfare", "rejection", "universalization"],
            "norms": {
                "quota": {"text": "no more than a share", "breached_by": ["race"], "when": "scarce"}
            },
        }
    )
    features: dict[str, Any] = {"facts.scarce": "stock < 12"}
    for option, take in options.items():
        features[f"payoffs.{option}.me"] = {"worth": take, "hunger": take / 10}
        features[f"payoffs.{option}.others"] = {"taken": -take / 20, "stock": (5 - take) / 100}
        features[f"payoffs.{option}.later"] = {"stock": (5 - take) / 50, "const": -take / 10}
        features[f"universal.{option}.all"] = {"stock": 0.1, "const": round(-take * 0.6, 1)}
    return compile(case, features)


def commons_rows(rows: int) -> Batch:
    """States of the commons: whole stocks, hunger and takings, and a worth of anything."""
    rng = np.random.default_rng(7)
    return {
        "stock": rng.integers(0, 60, rows).astype(float),
        "worth": rng.random(rows),
        "hunger": rng.integers(0, 7, rows).astype(float),
        "taken": rng.integers(0, 25, rows).astype(float),
    }


def four_by_six() -> tuple[Judge, Batch]:
    """Four options, six standpoints, four frameworks, a column for each of 28 numbers."""
    options = [f"o{i}" for i in range(4)]
    people = {f"s{k}": {"count": k + 1, "level": 10 * k} for k in range(6)}
    case = load_case(
        {
            "title": "Four options by six standpoints",
            "options": {o: o for o in options},
            "standpoints": people,
            "payoffs": {o: dict.fromkeys(people, 0) for o in options},
            "universal": {o: {"all": 0, "nobody": 0} for o in options},
            "frameworks": ["welfare", "veil", "rejection", "universalization"],
        }
    )
    features = {f"payoffs.{o}.{k}": f"{o}.{k}" for o in options for k in people}
    features |= {f"universal.{o}.all": f"{o}.all" for o in options}
    judge = compile(case, features)
    rows = 1 << 18
    rng = np.random.default_rng(1)
    centres, which = rng.normal(size=(400, len(judge.columns))), rng.integers(0, 400, rows)
    noise = rng.normal(size=(rows, len(judge.columns))) / 1000
    table = centres[which] + noise
    return judge, {name: table[:, place].copy() for place, name in enumerate(judge.columns)}


def all_arrays(judge: Judge, batch: Batch) -> None:
    """Everything but the margins' layout by options: that is made when asked for."""
    found = judge(batch)
    _ = found.statuses, found.alone, found.scores, found.mask


def throughput() -> None:
    """The judge against the margins alone, many rows and one."""
    judge, batch = four_by_six()
    judge(batch)
    rows = len(next(iter(batch.values())))
    whole = seconds(lambda: all_arrays(judge, batch))
    alone = seconds(lambda: judge.measured(batch))
    line(
        "4 options, 6 standpoints, 4 frameworks: rows a second", rows / whole / 1e6, "million", "1"
    )
    line("  time against that of the margins alone", whole / alone, "times", "at most 1.6")
    line("  patterns met", judge.patterns, "", "at most 4096")
    line("  rows redone in fractions", judge(batch).redone_share, "share", "(counted)")
    singles = [{name: float(column[row]) for name, column in batch.items()} for row in range(2000)]

    def one_by_one() -> None:
        judge._kept.clear()
        for row in singles:
            judge(row)

    one = seconds(one_by_one, 3) / len(singles)
    margins = seconds(lambda: [judge.measured(row) for row in singles], 3) / len(singles)
    line("  one warm call against the margins of one row", one / margins, "times", "at most 1.5")
    again = seconds(lambda: [judge(singles[0]).statuses for _ in range(2000)], 3) / 2000
    line("  one call on a row that repeats", again * 1e6, "us", "at most 15")


def against_analyze(judge: Judge, batch: Batch, rows: int) -> float:
    """How many times as many rows a second as `analyze` of every row's case."""
    judge(batch)
    ours = seconds(lambda: judge(batch).statuses) / rows
    some = [{name: column[row] for name, column in batch.items()} for row in range(12)]
    theirs = seconds(lambda: [analyze(judge.case_of(row)) for row in some], 2) / len(some)
    return theirs / ours


class MultiShot:
    """One clingo program, grounded once, whose reasons a row's signs switch on and off.

    Every reason a framework might have is a stated reason resting on a disputed fact; a row settles
    these facts. The time of finding the signs is not counted against it.
    """

    def __init__(self, judge: Judge) -> None:
        """Ground the program."""
        self.judge = judge
        frameworks = [use.id for use in judge.case.frameworks]
        pairs = [
            (s, a, b) for s in frameworks for a in judge.options for b in judge.options if a != b
        ]
        quota = [("quota", o, "race") for o in judge.options if o != "race"]
        self.names = {entry: f"f{place}" for place, entry in enumerate([*pairs, *quota])}
        case = load_case(
            {
                "title": "Switched",
                "options": {o: o for o in judge.options},
                "facts": {f: {"text": f, "status": "disputed"} for f in self.names.values()},
                "reasons": [
                    {"id": f"r{f}", "by": s, "favours": a, "over": b, "because": f}
                    for (s, a, b), f in self.names.items()
                ],
            }
        )
        self.positions = Positions(graph_of(case, sources_of(case)))

    def facts(
        self, row: Mapping[str, float], margins: Mapping[str, Any], place: int
    ) -> dict[str, bool]:
        """Which reasons a row gives."""
        options = self.judge.options
        found: dict[str, bool] = {}
        for (source, better, worse), fact in self.names.items():
            if source == "quota":
                found[fact] = row["stock"] < 12
            else:
                a, b = options.index(better), options.index(worse)
                found[fact] = bool(margins[source][place, 0, a, b] > 0)
        return found

    def statuses(self, facts: Mapping[str, bool]) -> Mapping[str, Status]:
        """The statuses under some reasons."""
        return statuses_of(self.judge.options, list(self.positions.found(Settings(facts=facts))))


def against_multi_shot(judge: Judge, batch: Batch, rows: int) -> float:
    """How many times as many rows a second as a multi-shot clingo loop, which says the same."""
    rival, verdicts = MultiShot(judge), judge(batch)
    margins = verdicts.margins
    settled = [
        rival.facts({name: column[row] for name, column in batch.items()}, margins, row)
        for row in range(200)
    ]
    for row, facts in enumerate(settled):
        ours = [STATUS_OF_CODE[int(code)] for code in verdicts.statuses[row]]
        assert list(rival.statuses(facts).values()) == ours
    theirs = seconds(lambda: [rival.statuses(facts) for facts in settled], 2) / len(settled)
    ours = seconds(lambda: judge(batch).statuses) / rows
    return theirs / ours


@dataclass
class Argument:
    """An argument of a judging agent: alive in some situations, for or against the act."""

    name: str
    activation: Callable[[Mapping[str, float]], bool]
    pro: bool
    alive: bool = True


@dataclass
class Framework:
    """Arguments and attacks as a judging agent keeps them, found by walking through lists."""

    arguments: list[Argument] = field(default_factory=list)
    attacks: list[tuple[str, str]] = field(default_factory=list)

    def get(self, name: str) -> Argument:
        """The argument of this name."""
        return next(argument for argument in self.arguments if argument.name == name)

    def attackers(self, name: str) -> list[str]:
        """The living attackers of an argument."""
        return [a for a, b in self.attacks if b == name and self.get(a).alive]

    def grounded(self) -> list[str]:
        """The least set of living arguments that holds all it defends."""
        found: list[str] = []
        while True:
            defended = [
                argument.name
                for argument in self.arguments
                if argument.alive
                and all(
                    any(defender in found for defender in self.attackers(attacker))
                    for attacker in self.attackers(argument.name)
                )
            ]
            if defended == found:
                return found
            found = defended


class PublishedJudge:
    """A judging agent after [Alcaraz23]: ten arguments, the grounded extension, a ratio.

    In plain Python, and in the published order of steps: a framework of the living arguments is
    made anew for every situation, its grounded extension computed, the rates of activation
    updated, and arguments for and against counted.
    """

    def __init__(self) -> None:
        """Make ten arguments that attack each other round a ring and across it."""
        self.base = Framework()
        self.rates = {f"a{n}": [0, 0] for n in range(10)}
        for n in range(10):
            alive = lambda row, n=n: row["stock"] > 6 * n - row["hunger"]  # noqa: E731  (a table)
            self.base.arguments.append(Argument(f"a{n}", alive, n % 2 == 0))
            self.base.attacks += [(f"a{n}", f"a{(n + 1) % 10}"), (f"a{n}", f"a{(n + 3) % 10}")]

    def __call__(self, row: Mapping[str, float]) -> float:
        """The reward in a situation."""
        current = Framework()
        for old in self.base.arguments:
            alive = old.activation(row)
            current.arguments.append(Argument(old.name, old.activation, old.pro, alive))
        for attacker, attacked in self.base.attacks:
            if current.get(attacker).alive and current.get(attacked).alive:
                current.attacks.append((attacker, attacked))
        grounded = current.grounded()
        for argument in self.base.arguments:
            self.rates[argument.name][0] += argument.name in grounded
            self.rates[argument.name][1] += 1
        pros = sum(current.get(name).pro for name in grounded)
        return pros / len(grounded) if grounded else 0.5


def million_individuals() -> None:
    """One case with very many individuals, and twice as many: the time grows with their number."""
    case = load_case(
        {
            "title": "A crowd",
            "options": {"build": "build it", "keep": "keep things as they are"},
            "standpoints": {"owner": {}, "public": {"level": 10}},
            "payoffs": {"build": {"owner": 0, "public": 0}, "keep": {"owner": 0, "public": 0}},
            "frameworks": ["welfare", "veil", "rejection"],
        }
    )
    features = {"payoffs.build.public": "effect[]", "payoffs.build.owner": "gain"}
    rng = np.random.default_rng(3)
    for people in (500_000, 1_000_000):
        judge = compile(case, features, individuals={"public": people})
        row = {"effect": rng.normal(size=(1, people)), "gain": np.ones(1)}
        judge(row)
        taken = seconds(lambda judge=judge, row=row: judge(row).statuses, 3)
        line(f"one case of {people:,} individuals", taken, "s", "linear")


def main() -> None:
    """Run everything."""
    throughput()
    rows = 1024
    judge, batch = commons(), commons_rows(rows)
    line("commons, 1,024 rows: times `analyze`", against_analyze(judge, batch, rows), "", "1,000")
    line("  patterns met", judge.patterns, "", "")
    line("  rows redone in fractions", judge(batch).redone_share, "share", "(counted)")
    line("  times a multi-shot clingo loop", against_multi_shot(judge, batch, rows), "", "100")
    published = PublishedJudge()
    situations = [
        {name: float(column[row]) for name, column in batch.items()} for row in range(rows)
    ]
    theirs = seconds(lambda: [published(row) for row in situations]) / rows
    ours = seconds(lambda: judge(batch).scores) / rows
    line("  times the published way of judging (ten arguments)", theirs / ours, "", "100")
    million_individuals()


if __name__ == "__main__":
    main()
