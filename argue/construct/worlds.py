"""Open questions of a case, the worlds that answer them, and what holds in which of them.

A question is open if people may answer it either way: a disputed fact, or a challenge that
changes a complaint. A reason that holds in some of the worlds becomes one argument for each prime
implicant of that set of worlds (Quine 1952), with the answers it needs as its premises.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from itertools import combinations, product
from math import prod
from typing import Any, NamedTuple

from argue.errors import LimitExceeded
from argue.model.case import (
    Case,
    Cell,
    Choice,
    Condition,
    FactStatus,
    Interval,
    Lottery,
    Table,
    Universal,
    Unknown,
)
from argue.model.record import record

NUMBERS = "numbers"
"""The kind of question that asks where intervals really lie."""
MOST_QUESTIONS = 8
"""How many open questions the data of one source may turn on."""
MOST_CUBES = 7_000
"""How many conjunctions of answers are looked through: 3 to the number of two-sided questions."""
MOST_SHAPES, MOST_SETS = 64, 16_384
"""How many are kept for when they are asked for again: lists of cubes, and implicants of sets."""


class Question(NamedTuple):
    """Something people may answer in several ways; `kind` is `fact`, `challenge` or `numbers`."""

    kind: str
    name: str


class Answer(NamedTuple):
    """One way a question is answered: whether it holds, or which region the numbers are in."""

    question: Question
    holds: int

    def __str__(self) -> str:
        kind, name = self.question
        if kind == NUMBERS:
            return f"{region_id(name, self.holds)}"
        prefix = "" if kind == "fact" else f"{kind}:"
        return f"{'' if self.holds else 'not '}{prefix}{name}"


def region_id(name: str, region: int) -> str:
    """Answers the id of the argument that numbers lie in a region."""
    return f"{NUMBERS}:{name}:{region + 1}" if name else f"{NUMBERS}:{region + 1}"


World = Mapping[Question, Any]
"""Answers to questions: booleans, and for numbers the region they are in."""


@record
class Worlds:
    """All ways of answering some questions; `sizes` says how many answers each has."""

    questions: tuple[Question, ...] = ()
    sizes: tuple[int, ...] = ()

    def __len__(self) -> int:
        return prod(self.sizes)

    def __iter__(self) -> Iterator[World]:
        for index in range(len(self)):
            answers = _answers(self.sizes, index)
            yield {
                q: a if q.kind == NUMBERS else bool(a)
                for q, a in zip(self.questions, answers, strict=True)
            }

    def implicants(self, holds: int) -> tuple[tuple[Answer, ...], ...]:
        """Answers the prime implicants of a set of worlds given as a bit mask, smallest first."""
        return tuple(
            tuple(Answer(self.questions[place], value) for place, value in cube)
            for cube in _prime_implicants(self.sizes, holds)
        )

    def covered(self, answers: tuple[Answer, ...]) -> tuple[int, ...]:
        """Answers the indices of the worlds in which these answers hold."""
        wanted = [(self.questions.index(a.question), a.holds) for a in answers]
        return tuple(
            index
            for index in range(len(self))
            if all(_answers(self.sizes, index)[place] == value for place, value in wanted)
        )


def _answers(sizes: tuple[int, ...], index: int) -> tuple[int, ...]:
    """Answers how each question is answered in the world of this index."""
    found: list[int] = []
    for size in sizes:
        index, answer = divmod(index, size)
        found.append(answer)
    return tuple(found)


def worlds_over(case: Case, questions: set[Question], *, of: str) -> Worlds:
    """Answers the worlds over these questions; `of` names the source, for the message.

    Raises: LimitExceeded if a source's data turn on more than MOST_QUESTIONS, or leave too many
    regions of numbers beside them.
    """
    ordered = tuple(sorted(questions))
    sizes = tuple(len(case.regions[q.name]) if q.kind == NUMBERS else 2 for q in ordered)
    cubes = prod(size + 1 for size in sizes)
    if len(questions) > MOST_QUESTIONS or cubes > MOST_CUBES:
        names = ", ".join(q.name or "intervals" for q in ordered)
        raise LimitExceeded(
            f"the numbers of {of} turn on {len(questions)} open questions ({names}); at most "
            f"{MOST_QUESTIONS} are possible, fewer beside intervals, for there may be "
            f"{MOST_CUBES:_} conjunctions of answers and these have {cubes:_}: settle some facts, "
            "or put risks into a lottery"
        )
    return Worlds(ordered, sizes)


Cube = tuple[tuple[int, int], ...]


@lru_cache(MOST_SHAPES)
def _cubes(sizes: tuple[int, ...]) -> tuple[tuple[Cube, int], ...]:
    """Every conjunction of answers with its worlds, fewest answers first."""
    found: list[tuple[Cube, int]] = []
    worlds = [_answers(sizes, index) for index in range(prod(sizes))]
    for number in range(len(sizes) + 1):
        for places in combinations(range(len(sizes)), number):
            for values in product(*(range(sizes[place]) for place in places)):
                cube = tuple(zip(places, values, strict=True))
                mask = 0
                for index, answers in enumerate(worlds):
                    if all(answers[place] == value for place, value in cube):
                        mask |= 1 << index
                found.append((cube, mask))
    return tuple(found)


@lru_cache(MOST_SETS)
def _prime_implicants(sizes: tuple[int, ...], holds: int) -> tuple[Cube, ...]:
    if holds == (1 << prod(sizes)) - 1:
        return ((),)
    primes: list[tuple[Cube, int]] = []
    for cube, mask in _cubes(sizes):
        inside = mask & ~holds == 0
        if inside and not any(mask & ~larger == 0 for _, larger in primes):
            primes.append((cube, mask))
    return tuple(cube for cube, _ in primes)


def has_unknown(cell: Cell) -> bool:
    """Answers whether a cell has a part known only within bounds."""
    if isinstance(cell, Choice):
        return has_unknown(cell.then) or has_unknown(cell.otherwise)
    if isinstance(cell, Lottery):
        return any(has_unknown(branch) for _, branch in cell.branches)
    return isinstance(cell, Unknown | Interval)


def not_plain(table: Table) -> list[Cell]:
    """Answers the cells of a table that are not simply numbers: only they can turn on anything."""
    rows = table.values()
    return [cell for row in rows for cell in row.values() if not isinstance(cell, Fraction)]


def has_intervals(case: Case) -> bool:
    """Answers whether some number of a case is known only within bounds."""
    cells = [*not_plain(case.payoffs), *not_plain(case.general)]
    for entry in case.universal.values():
        if isinstance(entry, Universal):
            cells += [entry.everyone, entry.nobody]
    return any(has_unknown(cell) for cell in cells)


def number_question(case: Case, cells: Iterable[Cell], reader: str) -> set[Question]:
    """Answers the question about numbers that cells turn on, for whoever reads them."""
    if not case.regions or not any(has_unknown(cell) for cell in cells):
        return set()
    return {Question(NUMBERS, "" if "" in case.regions else reader)}


def open_facts(case: Case) -> frozenset[str]:
    """Answers the facts that count both ways."""
    return frozenset(f.id for f in case.facts.values() if f.status is FactStatus.DISPUTED)


def facts_in_cell(cell: Cell) -> Iterator[str]:
    """Yields every fact that a cell's conditions name."""
    if isinstance(cell, Choice):
        for literal in cell.condition:
            yield literal.fact
        yield from facts_in_cell(cell.then)
        yield from facts_in_cell(cell.otherwise)
    elif isinstance(cell, Lottery):
        for _, branch in cell.branches:
            yield from facts_in_cell(branch)


def condition_holds(case: Case, condition: Condition, world: World) -> bool:
    """Answers whether all literals hold in a world; facts not open are as the case says."""
    return all(
        world.get(Question("fact", literal.fact), _settled(case, literal.fact)) == literal.holds
        for literal in condition
    )


def _settled(case: Case, fact: str) -> bool:
    return case.facts[fact].status is not FactStatus.DENIED


def open_answers(case: Case, condition: Condition) -> tuple[Answer, ...] | None:
    """Answers what a condition still needs, once settled facts are read; None if it cannot hold."""
    needed: list[Answer] = []
    for literal in condition:
        if case.facts[literal.fact].status is FactStatus.DISPUTED:
            needed.append(Answer(Question("fact", literal.fact), literal.holds))
        elif _settled(case, literal.fact) != literal.holds:
            return None
    return tuple(needed)
