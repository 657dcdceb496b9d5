"""Open questions of a case, the worlds that answer them, and what holds in which of them.

A question is open if people may answer it either way: a disputed fact, or a challenge that
changes a complaint. A reason that holds in some of the worlds becomes one argument for each prime
implicant of that set of worlds (Quine 1952), with the answers it needs as its premises.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import combinations, product
from typing import NamedTuple

from argue.errors import LimitExceeded
from argue.model.case import Case, Cell, Choice, Condition, FactStatus, Lottery
from argue.model.record import record

MOST_QUESTIONS = 8
"""How many open questions the data of one source may turn on; implicants cost 3 to this power."""


class Question(NamedTuple):
    """Something people may answer either way; `kind` is `fact` or `challenge`."""

    kind: str
    name: str


class Answer(NamedTuple):
    """One way a question is answered."""

    question: Question
    holds: bool

    def __str__(self) -> str:
        prefix = "" if self.question.kind == "fact" else f"{self.question.kind}:"
        return f"{'' if self.holds else 'not '}{prefix}{self.question.name}"


World = Mapping[Question, bool]


@record
class Worlds:
    """All ways of answering some questions; world i answers question j by bit j of i."""

    questions: tuple[Question, ...] = ()

    def __len__(self) -> int:
        return 1 << len(self.questions)

    def __iter__(self) -> Iterator[World]:
        for index in range(len(self)):
            yield {q: bool(index >> bit & 1) for bit, q in enumerate(self.questions)}

    def implicants(self, holds: int) -> tuple[tuple[Answer, ...], ...]:
        """Answers the prime implicants of a set of worlds given as a bit mask, smallest first."""
        return tuple(
            tuple(Answer(self.questions[bit], value) for bit, value in cube)
            for cube in _prime_implicants(len(self.questions), holds)
        )

    def covered(self, answers: tuple[Answer, ...]) -> tuple[int, ...]:
        """Answers the indices of the worlds in which these answers hold."""
        bits = [(self.questions.index(a.question), a.holds) for a in answers]
        return tuple(
            index
            for index in range(len(self))
            if all(bool(index >> bit & 1) == value for bit, value in bits)
        )


def worlds_over(questions: set[Question], *, of: str) -> Worlds:
    """Answers the worlds over these questions; `of` names the source, for the message.

    Raises: LimitExceeded if a source's data turn on more than MOST_QUESTIONS.
    """
    if len(questions) > MOST_QUESTIONS:
        names = ", ".join(sorted(q.name for q in questions))
        raise LimitExceeded(
            f"the numbers of {of} turn on {len(questions)} open questions ({names}); at most "
            f"{MOST_QUESTIONS} are possible: settle some facts, or put risks into a lottery"
        )
    return Worlds(tuple(sorted(questions)))


Cube = tuple[tuple[int, bool], ...]


@cache
def _cubes(size: int) -> tuple[tuple[Cube, int], ...]:
    """Every conjunction of answers to `size` questions with its worlds, fewest answers first."""
    found: list[tuple[Cube, int]] = []
    for number in range(size + 1):
        for bits in combinations(range(size), number):
            for values in product((False, True), repeat=number):
                cube = tuple(zip(bits, values, strict=True))
                mask = 0
                for index in range(1 << size):
                    if all(bool(index >> bit & 1) == value for bit, value in cube):
                        mask |= 1 << index
                found.append((cube, mask))
    return tuple(found)


@cache
def _prime_implicants(size: int, holds: int) -> tuple[Cube, ...]:
    if holds == (1 << (1 << size)) - 1:
        return ((),)
    primes: list[tuple[Cube, int]] = []
    for cube, mask in _cubes(size):
        inside = mask & ~holds == 0
        if inside and not any(mask & ~larger == 0 for _, larger in primes):
            primes.append((cube, mask))
    return tuple(cube for cube, _ in primes)


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
