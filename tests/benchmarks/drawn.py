"""Families of attack graphs drawn from a seed, for measuring."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping

from argue.model.af import AF

Pairs = set[tuple[int, int]]


def of_pairs(size: int, pairs: Pairs) -> AF:
    """The graph of these attacks, arguments being numbered from 1."""
    ordered = sorted(pairs)
    ids = [str(i) for i in range(1, size + 1)]
    return AF.from_indices(ids, [s for s, _ in ordered], [t for _, t in ordered])


def erdos_renyi(size: int, chance: random.Random, degree: float = 5.0) -> AF:
    """Every attack alike."""
    pairs: Pairs = set()
    while len(pairs) < min(size * degree, size * size):
        pairs.add((chance.randrange(size), chance.randrange(size)))
    return of_pairs(size, pairs)


def preferential(size: int, chance: random.Random) -> AF:
    """New arguments meet those that have met many, and are sometimes struck back."""
    ends = [0]
    pairs: Pairs = set()
    for new in range(1, size):
        old = chance.choice(ends)
        pairs.add((new, old) if chance.random() < 0.5 else (old, new))
        if chance.random() < 0.4:
            pairs |= {(new, old), (old, new)}
        ends += [new, old]
    return of_pairs(size, pairs)


def ring(size: int, chance: random.Random, reach: int = 4) -> AF:
    """Neighbours on a ring, some attacks led elsewhere."""
    pairs: Pairs = set()
    for i in range(size):
        for step in range(1, reach + 1):
            j = chance.randrange(size) if chance.random() < 0.3 else (i + step) % size
            pairs.add((i, j) if chance.random() < 0.5 else (j, i))
    return of_pairs(size, pairs)


def blocks(size: int, chance: random.Random, block: int = 15) -> AF:
    """Dense components that attack later ones here and there."""
    pairs: Pairs = set()
    for i in range(size):
        start = i - i % block
        for _ in range(3):
            pairs.add((i, min(size - 1, start + chance.randrange(block))))
        later = start + block + chance.randrange(block)
        if later < size and chance.random() < 0.3:
            pairs.add((i, later))
    return of_pairs(size, pairs)


def streets(size: int, chance: random.Random) -> AF:
    """A grid of streets, each one-way or two-way."""
    width = max(1, int(size**0.5))
    pairs: Pairs = set()
    for i in range(size):
        for j in ((i + 1) if (i + 1) % width else size, i + width):
            if j < size and chance.random() < 0.8:
                way = chance.random()
                pairs |= {(i, j)} if way < 0.7 else set()
                pairs |= {(j, i)} if way > 0.3 else set()
    return of_pairs(size, pairs)


FAMILIES: Mapping[str, Callable[[int, random.Random], AF]] = {
    "erdos-renyi": erdos_renyi,
    "preferential": preferential,
    "ring": ring,
    "blocks": blocks,
    "streets": streets,
}


def drawn(sizes: tuple[int, ...], seed: int) -> Iterator[tuple[str, AF]]:
    """A graph of every family and size, with its name."""
    for name, make in FAMILIES.items():
        for size in sizes:
            yield f"{name}-{size}-{seed}", make(size, random.Random(f"{name} {size} {seed}"))
