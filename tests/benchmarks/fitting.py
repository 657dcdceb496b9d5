"""How well `argue fit` infers norms: bars on judgements never used to build it.

    python tests/benchmarks/fitting.py [--draws 200] [--seed 926001]

First: judgements drawn from the family itself (51 thresholds, two rivals, one exception: 612
hypotheses), one in ten turned round; the share of 200 situations, judged rightly and not shown,
that are predicted. Bars: .91 at 20 judgements, .95 at 40, .98 at 80. Where rivals mostly decide,
the threshold itself is hard to see, and little hangs on it. Second: the thresholds of the stories
of [Levine20], each from the answers of that story alone. The seeds are of this file alone. Exits
1 where a bar is missed.
"""

import argparse
import random
import statistics
import sys
import time
from fractions import Fraction as F
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from argue.model.study import Family, Grid, Judgement, Situation  # noqa: E402  (after the path)
from argue.norms.human.levine_2020 import FISHING, HIGHER, VARYING  # noqa: E402  (after the path)
from argue.norms.thresholds import Hypothesis, infer, is_permitted, kinds_of  # noqa: E402  (after the path)

FAMILY = Family(Grid(F(0), F(1), 50), ("need",), ("promise", "loyalty"))
NOISE = F(1, 10)
BARS = {10: None, 20: 0.91, 40: 0.95, 80: 0.98, 160: None}
HELD_OUT = 200


def situation(draw: random.Random) -> Situation:
    said = {name: draw.choice((1, 0, -1)) for name in FAMILY.rivals}
    return Situation(
        F(draw.randrange(10_000), 10_000),
        frozenset(name for name in FAMILY.exceptions if draw.random() < 0.5),
        frozenset(name for name, side in said.items() if side > 0),
        frozenset(name for name, side in said.items() if side < 0),
    )


def run(seed: int, size: int) -> tuple[float, float, float, float]:
    """Held-out accuracy, error of the threshold, probability of the true ranking, seconds."""
    draw = random.Random(f"{seed} {size}")
    kind = draw.choice(kinds_of(FAMILY))
    truth = Hypothesis(draw.choice(FAMILY.grid.points), kind.ranking, kind.exceptions)
    judged = list[Judgement]()
    for _ in range(size):
        shown = situation(draw)
        mistaken = draw.random() < float(NOISE)
        judged.append(Judgement(shown, 1, int(is_permitted(truth, shown) is not mistaken)))
    start = time.perf_counter()
    found = infer(FAMILY, judged, NOISE)
    took = time.perf_counter() - start
    others = [situation(draw) for _ in range(HELD_OUT)]
    right = sum((found.permits(x) >= 0.5) is is_permitted(truth, x) for x in others)
    error = abs(float(found.best.threshold - truth.threshold))
    return right / HELD_OUT, error, found.rankings()[truth.ranking], took


def synthetic(draws: int, seed: int) -> bool:
    print("judgements  held out   +-95%    bar   |threshold error|  P(ranking)  ms a fit")
    held = True
    for size, bar in BARS.items():
        every = [run(seed + i, size) for i in range(draws)]
        shares, errors, rankings, times = zip(*every, strict=True)
        mean = statistics.mean(shares)
        margin = 1.96 * statistics.stdev(shares) / draws**0.5
        held &= bar is None or mean >= bar
        print(
            f"{size:10}  {mean:8.3f}  {margin:6.3f}  {bar or '-':>5}  "
            f"{statistics.mean(errors):17.3f}  {statistics.mean(rankings):10.2f}  "
            f"{1000 * statistics.mean(times):8.1f}"
        )
    return held


def stories() -> bool:
    print("\nstory (harm begins, is complete)  inferred  90 % between  mass from begin to complete")
    held = True
    for low, high in (FISHING, HIGHER):
        judged = [
            Judgement(Situation(F(group.interested or 0)), group.people, group.acceptable)
            for group in VARYING
            if group.threshold == (low, high)
        ]
        found = infer(Family(Grid(F(0), F(20), 20)), judged, F(1, 4))
        begin, end = found.within()
        mass = sum(found.thresholds()[low - 1 : high + 2])
        held &= low - 1 <= found.best.threshold <= high + 1 and mass > 0.99
        print(
            f"({low:2}, {high:2}) {found.best.threshold!s:>33} {f'{begin}-{end}':>13} {mass:20.4f}"
        )
    return held


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--draws", type=int, default=200)
    parser.add_argument("--seed", type=int, default=926_001)
    given = parser.parse_args()
    held = [synthetic(given.draws, given.seed), stories()]
    print("all bars held" if all(held) else "MISSED: a bar above")
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
