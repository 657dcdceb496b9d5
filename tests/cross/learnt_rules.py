"""Rules learnt from examples here and by xhail: the same simplest rules, or as simple.

    python -m tests.cross.learnt_rules ENVIRONMENT/bin/xhail [--sets 12] [--seed 5]

Examples are drawn from a hidden rule with an exception, without mistakes, since xhail takes none.
Each of xhail's rules must explain every example, and name no fewer features than the cheapest here.
It may name fewer only in a rule that names none that must be there: a rule learnt here forbids
something, with exceptions, and never everything but what has a feature.
"""

import argparse
import random
import sys
from pathlib import Path

from argue.model.study import Example
from argue.norms.rules import Theory, learn
from argue.norms.xhail import learn_by_xhail

FEATURES = ("harm", "consent", "night")


def drawn(draw: random.Random) -> list[Example]:
    when, unless, _ = draw.sample(FEATURES, 3)
    sets = [frozenset(f for f in FEATURES if draw.random() < 0.5) for _ in range(7)]
    found = [Example(f"c{i}", some, when in some and unless not in some)
             for i, some in enumerate(dict.fromkeys(sets))]  # fmt: skip
    return found if any(e.forbidden for e in found) else drawn(draw)


def fair(theory: Theory, cost: int) -> bool:
    size = sum(len(rule.when) + len(rule.unless) for rule in theory.rules)
    bare = any(not rule.when for rule in theory.rules)
    return not theory.missed and (bare or size >= cost)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("xhail", type=Path)
    parser.add_argument("--sets", type=int, default=12)
    parser.add_argument("--seed", type=int, default=5)
    given = parser.parse_args()
    draw, good = random.Random(given.seed), 0
    for number in range(given.sets):
        examples = drawn(draw)
        ours = learn(examples, price=100)
        theirs = learn_by_xhail(examples, program=given.xhail)
        good += all(fair(theory, ours.cost) for theory in theirs.found)
        there = " or ".join("; ".join(map(str, theory.rules)) for theory in theirs.found)
        here = "; ".join(map(str, ours.found[0].rules))
        print(f"{number}: xhail {theirs.cost} ({there}), here {ours.cost} ({here})")
    print(f"{good} of {given.sets}: xhail explains all, with no fewer features than here")
    return 0 if good == given.sets else 1


if __name__ == "__main__":
    sys.exit(main())
