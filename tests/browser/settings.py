"""The settings of a page that are tried: all that its controls can reach, or some of them."""

import random
from collections.abc import Iterator
from itertools import combinations, permutations, product
from math import comb, factorial
from typing import Any

Data = dict[str, Any]

SAMPLED = 60


def settlements(data: Data) -> Iterator[str]:
    yield from map("".join, product("-10", repeat=len(data["case"]["questions"])))


def exhaustive(data: Data) -> Iterator[Data]:
    """Every settlement, every set of frameworks, and no ranking or any full one."""
    sources = [source["id"] for source in data["views"][0]["sources"]]
    frameworks = data["case"]["frameworks"]
    for settled in settlements(data):
        for size in range(len(frameworks) + 1):
            for without in combinations(frameworks, size):
                kept = [source for source in sources if source not in without]
                yield {"settled": settled, "without": list(without), "order": []}
                for order in permutations(kept) if len(kept) > 1 else ():
                    pairs = [list(pair) for pair in zip(order, order[1:], strict=False)]
                    yield {"settled": settled, "without": list(without), "order": pairs}


def partial(data: Data) -> Iterator[Data]:
    """Every settlement with each pair ranked, and with drawn ranks that leave gaps and ties."""
    sources = [source["id"] for source in data["views"][0]["sources"]]
    draw = random.Random(len(sources))
    for settled in settlements(data):
        for pair in permutations(sources, 2):
            yield {"settled": settled, "without": [], "order": [list(pair)]}
        for _ in range(SAMPLED // (3 ** len(data["case"]["questions"]))):
            ranks = {source: draw.randint(0, len(sources)) for source in sources}
            pairs = [[a, b] for a, b in permutations(sources, 2) if 0 < ranks[a] < ranks[b]]
            yield {"settled": settled, "without": [], "order": pairs}


def count(data: Data) -> int:
    """How many settings `exhaustive` gives."""
    sources, frameworks = len(data["views"][0]["sources"]), len(data["case"]["frameworks"])
    ranked = [sources - gone for gone in range(frameworks + 1)]
    ways = (1 + (factorial(n) if n > 1 else 0) for n in ranked)
    sets = (comb(frameworks, gone) for gone in range(frameworks + 1))
    questions = len(data["case"]["questions"])
    return 3**questions * sum(a * b for a, b in zip(sets, ways, strict=True))


def some(data: Data) -> list[Data]:
    """Settings with all frameworks or all but one, ranked or not."""
    gone = [[], *([name] for name in data["case"]["frameworks"])]
    ranked = [(s["settled"], s["order"]) for s in partial(data)]
    ranked += [(settled, []) for settled in settlements(data)]
    return [
        {"settled": settled, "without": without, "order": order}
        for settled, order in ranked
        for without in gone
        if not any(set(without) & set(pair) for pair in order)
    ]


def sample(case: str, settings: list[Data], most: int) -> list[Data]:
    """At most so many settings, drawn with a fixed seed, the first always among them."""
    drawn = random.Random(case).sample(settings[1:], min(most, len(settings)) - 1)
    return [settings[0], *drawn]
