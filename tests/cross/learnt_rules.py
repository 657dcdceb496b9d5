"""Rules learnt from examples here and by xhail: the same simplest rules, or as simple.

    python -m tests.cross.learnt_rules ENVIRONMENT/bin/xhail [--sets 12] [--seed 5]

Examples are drawn from a hidden rule with an exception, without mistakes, since xhail takes none.
Each of xhail's rules must explain every example, and name no fewer features than the cheapest here.
It may name fewer only in a rule that names none that must be there: a rule learnt here forbids
something, with exceptions, and never everything but what has a feature.
"""

import argparse
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from argue.model.study import Example
from argue.norms.rules import learn

FEATURES = ("harm", "consent", "night")


def drawn(draw: random.Random) -> list[Example]:
    when, unless, _ = draw.sample(FEATURES, 3)
    sets = [frozenset(f for f in FEATURES if draw.random() < 0.5) for _ in range(7)]
    found = [Example(f"c{i}", some, when in some and unless not in some)
             for i, some in enumerate(dict.fromkeys(sets))]  # fmt: skip
    return found if any(e.forbidden for e in found) else drawn(draw)


def program(examples: list[Example]) -> str:
    lines = [f"case({e.id})." for e in examples]
    lines += [f"{feature}({e.id})." for e in examples for feature in sorted(e.features)]
    lines += [f"{feature}(none) :- case(none)." for feature in FEATURES]
    lines.append("#modeh forbid(+case).")
    lines += [f"#modeb {sign}{f}(+case)." for f in FEATURES for sign in ("", "not ")]
    lines += [f"#example {'' if e.forbidden else 'not '}forbid({e.id})." for e in examples]
    return "\n".join(lines) + "\n"


def rules_of(printed: str) -> list[tuple[set[str], set[str]]]:
    """Rules as features that are needed, and features that except."""
    found = []
    for body in re.findall(r"^forbid\(V1\)(?: :- (.*))?\.$", printed, re.MULTILINE):
        literals = [part.strip() for part in body.split(",")] if body else []
        names = [(text.startswith("not "), re.sub(r"^not |\(.*", "", text)) for text in literals]
        names = [(negative, name) for negative, name in names if name != "case"]
        found.append(({n for neg, n in names if not neg}, {n for neg, n in names if neg}))
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("xhail")
    parser.add_argument("--sets", type=int, default=12)
    parser.add_argument("--seed", type=int, default=5)
    given = parser.parse_args()
    draw, good = random.Random(given.seed), 0
    for number in range(given.sets):
        examples = drawn(draw)
        ours = learn(examples, price=100)
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "examples.lp"
            file.write_text(program(examples), encoding="utf-8")
            ran = subprocess.run(
                [given.xhail, "run", str(file)], capture_output=True, text=True, check=True
            )
        rules = rules_of(ran.stdout)
        explains = all(
            e.forbidden == any(w <= e.features and not u & e.features for w, u in rules)
            for e in examples
        )
        cost = sum(len(w) + len(u) for w, u in rules)
        bare = any(not when for when, _ in rules)
        good += explains and bool(rules) and (bare or cost >= ours.cost)
        told = " ".join(ran.stdout.split())
        here = "; ".join(str(rule) for rule in ours.found[0].rules)
        print(f"{number}: xhail {cost} ({told}), here {ours.cost} ({here})")
    print(f"{good} of {given.sets}: xhail explains all, with no fewer features than here")
    return 0 if good == given.sets else 1


if __name__ == "__main__":
    sys.exit(main())
