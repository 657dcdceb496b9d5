"""Compares every semantics and question with its definition on very many random graphs.

    python -m tests.benchmarks.million --count 1000000 --jobs 2 --state FOLDER

Graphs have up to eight arguments; graph k is drawn from the seed k alone, so that what differs can
be drawn again. Every process takes every so-manyeth graph and writes how far it is into its own
file of the folder, from which a later run with as many processes goes on. Ends with exit code 1
and the attacks of the graph at the first difference.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from multiprocessing import Pool
from pathlib import Path

from argue.model.af import AF
from argue.semantics import TABLE, Acceptance, Mode, Semantics, extensions, one
from argue.semantics.definitions import Extension, Extensions
from argue.semantics.session import GraphSession

LARGEST = 8
SAVED = 100
"""So many graphs are checked between two notes of how far it is."""


def graph_of(seed: int) -> AF:
    """A graph of any size and density, self-attacks and isolated arguments among it."""
    chance = random.Random(seed)
    ids = [f"x{i}" for i in range(chance.randint(0, LARGEST))]
    density = chance.random() ** 2
    return AF.of(ids, [(a, b) for a in ids for b in ids if chance.random() < density])


def differences(af: AF) -> Iterator[str]:
    """What is answered otherwise than defined: of all, one, number, and every acceptance."""
    session = GraphSession(af)
    for semantics in Semantics:
        defined = TABLE[semantics].definition(af)
        if frozenset(extensions(af, semantics)) != defined:
            yield f"EE {semantics}"
        if session.count(semantics) != len(defined):
            yield f"CE {semantics}"
        found = one(af, semantics)
        if found not in defined and (found is not None or defined):
            yield f"SE {semantics}"
        for argument in af.arguments:
            for mode in Mode:
                if not _agrees(defined, session.accepted(semantics, argument, mode)):
                    yield f"{mode} {semantics} {argument}"


def _agrees(defined: Extensions, said: Acceptance) -> bool:
    """Whether an answer about an argument is the defined one, and what it shows is one."""
    has = [said.argument in members for members in defined]
    if said.mode is Mode.CREDULOUS:
        return bool(said) == any(has) and _shows(defined, said, said.witness, bool(said))
    return bool(said) == all(has) and _shows(defined, said, said.counterexample, not said)


def _shows(defined: Extensions, said: Acceptance, shown: Extension | None, needed: bool) -> bool:
    if shown is None or not needed:
        return shown is None and not needed
    return shown in defined and (said.argument in shown) == (said.mode is Mode.CREDULOUS)


def check(work: tuple[int, int, int, Path]) -> int:
    """Checks every graph from the first to the count whose number leaves the same rest."""
    first, jobs, count, note = work
    start = int(note.read_text()) if note.exists() else first
    done = 0
    for seed in range(start, count, jobs):
        af = graph_of(seed)
        for difference in differences(af):
            raise AssertionError(f"graph {seed}, {difference}: {af.arguments} {af.attacks}")
        done += 1
        if done % SAVED == 0:
            note.write_text(str(seed + jobs))
    note.write_text(str(max(start, count)))
    return done


def main() -> None:
    """Go on where the folder's notes say, to the count."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=1_000_000)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--state", type=Path, required=True)
    given = parser.parse_args()
    given.state.mkdir(parents=True, exist_ok=True)
    works = [
        (k, given.jobs, given.count, given.state / f"{k}-of-{given.jobs}.txt")
        for k in range(given.jobs)
    ]
    with Pool(given.jobs) as pool:
        done = sum(pool.imap_unordered(check, works))
    print(f"{done} graphs were answered as defined; {given.count} in all, earlier runs included")


if __name__ == "__main__":
    main()
