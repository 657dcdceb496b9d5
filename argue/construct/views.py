"""What a framework gets to see of a case: its tables read off in one world."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from math import lcm

from argue.construct.branches import seen_by_outcome
from argue.construct.deeds import doubts_of, unsaid_deeds, unsaid_wrongs, wronged
from argue.construct.factors import complaint_challenges, factors
from argue.construct.norms import broken, broken_questions
from argue.construct.universal import reading_challenges, universal_view
from argue.construct.worlds import (
    NUMBERS,
    Question,
    World,
    condition_holds,
    facts_in_cell,
    not_plain,
    number_question,
    open_facts,
)
from argue.errors import FrameworkError, LimitExceeded
from argue.model.case import (
    Absent,
    Case,
    Cell,
    Choice,
    FrameworkUse,
    Interval,
    Lottery,
    Table,
    Universal,
    Unknown,
)
from argue.model.framework import Framework, Prospect, View
from argue.model.numbers import Number, Ops

ZERO, ONE = Fraction(0), Fraction(1)


def read_cell(case: Case, cell: Cell, world: World) -> Number | None:
    """Answers the number a cell comes to in a world: the expectation of a lottery, None if absent.

    An unknown is read as the number that stands for the region the world names, or as a form
    while regions are being looked for.
    """
    if isinstance(cell, Fraction):
        return cell
    if isinstance(cell, Choice):
        chosen = cell.then if condition_holds(case, cell.condition, world) else cell.otherwise
        return read_cell(case, chosen, world)
    if isinstance(cell, Absent):
        return None
    if isinstance(cell, Unknown):
        return _located(cell, world)
    if isinstance(cell, Interval):
        raise LimitExceeded("tell intervals apart by `with_sign_cells` before reading them")
    branches = [(p, read_cell(case, branch, world)) for p, branch in cell.branches]
    if any(value is None for _, value in branches):
        raise LimitExceeded("a lottery cannot hold `absent`: whether somebody exists is no prize")
    return sum((p * value for p, value in branches if value is not None), ZERO)


def _located(cell: Unknown, world: World) -> Number:
    question = next(q for q in world if q.kind == NUMBERS)
    region = world[question]
    if isinstance(region, int):
        return cell.values[question.name][region]
    return region.unknown(cell.name)


def table_of(case: Case, use: FrameworkUse, kind: Framework) -> str:
    """Answers the table a framework reads here: `payoffs`, `general`, `influence`, `universal`.

    `options` where it reads no numbers, only what options do.
    """
    if kind.numbers and not kind.numbers({**kind.defaults(), **use.parameters}):
        return "options"
    return str(use.parameters.get("table") or kind.reads)


def numbers_of(case: Case, table: str) -> Table:
    """Answers the table of this name."""
    return {"general": case.general, "influence": case.influence}.get(table, case.payoffs)


def missing_data(case: Case, use: FrameworkUse, kind: Framework) -> str:
    """Answers in words what keeps a framework silent; empty if it has all it needs."""
    unsaid = unsaid_wrongs(case, use, kind) or unsaid_deeds(case, kind)
    if unsaid or table_of(case, use, kind) == "options":
        return unsaid
    if kind.persons and not case.scale.comparable:
        return "the scale is declared not comparable between persons"
    if table_of(case, use, kind) == "universal":
        return "" if case.universal else "the case says nothing of what if everyone did it"
    if table_of(case, use, kind) == "influence":
        return "" if case.influence else "the case does not say who has how much say (influence)"
    if _reads_acts(use, kind) and not case.payoffs:
        return "the case gives no payoffs, the effects of this act alone"
    return "" if numbers_of(case, table_of(case, use, kind)) else "the case gives no payoffs"


def questions_of(case: Case, use: FrameworkUse, kind: Framework) -> set[Question]:
    """Answers the open questions that the data a framework reads turn on."""
    table = table_of(case, use, kind)
    cells: list[Cell] = []
    if table == "universal":
        for entry in case.universal.values():
            if isinstance(entry, Universal):
                cells += [entry.everyone, entry.nobody]
    elif table != "options":
        cells += not_plain(numbers_of(case, table))
        cells += not_plain(case.payoffs) if _reads_acts(use, kind) else []
    disputed = open_facts(case)
    named = {fact for cell in cells for fact in facts_in_cell(cell)}
    found = {Question("fact", fact) for fact in named & disputed}
    found |= number_question(case, cells, use.id)
    found |= broken_questions(case) if kind.norms else set()
    doubts = (*complaint_challenges(case, use, kind), *reading_challenges(case, use))
    return found | {Question("challenge", c) for c in doubts}


def view(case: Case, use: FrameworkUse, kind: Framework, world: World) -> View:
    """Answers what the framework sees of the case in this world."""
    parameters = {**kind.defaults(), **use.parameters}
    options = tuple(case.options)
    table = table_of(case, use, kind)
    if table == "universal":
        return universal_view(case, use, world, parameters=parameters, read=read_cell)
    people = tuple(case.standpoints.values())
    rows = [] if table == "options" else _rows(case, numbers_of(case, table))
    draw = kind.draws(parameters) if kind.draws else ""
    acts = _rows(case, case.payoffs) if _reads_acts(use, kind) else []
    prospects = [
        [prospect(case, cell, world) for cell in row] for row in rows if kind.prospects or draw
    ]
    seen = View(
        options=options,
        standpoints=tuple(case.standpoints),
        cells=[[read_cell(case, cell, world) for cell in row] for row in rows],
        counts=[p.general_count if table == "general" else p.count for p in people],
        levels=[ZERO if p.level is None else p.level for p in people],
        factors=factors(case, use, kind, world) if kind.complaints else (),
        wrongs=wronged(case, use, kind),
        doubts=doubts_of(case) if kind.rests else (),
        breaches=broken(case, world) if kind.norms else (),
        irreversible=tuple(option.irreversible for option in case.options.values()),
        prospects=prospects if kind.prospects else (),
        acts=[[read_cell(case, cell, world) for cell in row] for row in acts],
        act_counts=[p.count for p in people] if acts else (),
        parameters=parameters,
    )
    return seen_by_outcome(seen, prospects, draw=draw) if draw and rows else seen


def _rows(case: Case, table: Table) -> list[list[Cell]]:
    return [[table[option][k] for k in case.standpoints] for option in case.options]


def _reads_acts(use: FrameworkUse, kind: Framework) -> bool:
    """Answers whether a use of a framework reads the effects of the act beside its own table."""
    return bool(kind.acts and kind.acts({**kind.defaults(), **use.parameters}))


def enough_of(
    use: FrameworkUse, kind: Framework
) -> tuple[Callable[[View, Ops], Sequence[Number]], Fraction]:
    """Answers what a use that asks for enough measures of options, and how much is enough.

    Raises: FrameworkError if the framework measures nothing, or nobody says how much.
    """
    if kind.value is None:
        raise FrameworkError(f"framework {use.type!r} has no value to be enough of")
    if use.enough is None:
        raise FrameworkError(
            f"framework {use.type!r} asks for enough, and not how much: write mode: {{enough: 3}}"
        )
    return kind.value, use.enough


def prospect(case: Case, cell: Cell, world: World) -> Prospect:
    """Answers what may come of a cell in a world: pairs (probability, number), none if absent."""
    if isinstance(cell, Choice):
        chosen = cell.then if condition_holds(case, cell.condition, world) else cell.otherwise
        return prospect(case, chosen, world)
    if isinstance(cell, Lottery):
        within = [(chance, prospect(case, branch, world)) for chance, branch in cell.branches]
        return tuple((chance * p, number) for chance, prizes in within for p, number in prizes)
    number = read_cell(case, cell, world)
    return () if number is None else ((ONE, number),)


def whole(seen: View) -> tuple[View, int]:
    """Answers a view in whole numbers, and what margins are to be divided by.

    Cells, in every state, and levels are multiplied by their common denominator, factors by theirs;
    counts, which only weigh against each other, by a third.
    """
    tables = (seen.cells, *(cells for _, cells in seen.states))
    units = _common([*(cell for table in tables for row in table for cell in row), *seen.levels])
    shares = _common([factor for row in seen.factors for factor in row])
    heads = _common(seen.counts)
    scaled = replace(
        seen,
        cells=[_scaled(row, units) for row in seen.cells],
        states=[(p, [_scaled(row, units) for row in cells]) for p, cells in seen.states],
        levels=_scaled(seen.levels, units),
        factors=[_scaled(row, shares) for row in seen.factors],
        counts=_scaled(seen.counts, heads),
    )
    return scaled, units * shares


def _common(numbers: Sequence[Fraction]) -> int:
    return lcm(*{number.denominator for number in numbers})


def _scaled(numbers: Sequence[Fraction], by: int) -> list[int]:
    return [number.numerator * (by // number.denominator) for number in numbers]
