"""What a framework gets to see of a case: its tables read off in one world."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from math import lcm
from typing import Any

from argue.construct.deeds import unsaid_wrongs, wronged
from argue.construct.worlds import (
    NUMBERS,
    Question,
    World,
    condition_holds,
    facts_in_cell,
    not_plain,
    number_question,
    open_answers,
    open_facts,
)
from argue.errors import LimitExceeded
from argue.model.case import (
    Absent,
    Case,
    Cell,
    ChallengeStatus,
    Choice,
    FrameworkUse,
    Interval,
    Lottery,
    Shape,
    Table,
    TargetKind,
    Universal,
    UniversalShape,
    Unknown,
)
from argue.model.framework import Framework, Prospect, View
from argue.model.numbers import Number

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
    """Answers which table a framework reads here: `payoffs`, `general` or `universal`.

    `options` where it reads no numbers, only what options do.
    """
    if kind.numbers and not kind.numbers({**kind.defaults(), **use.parameters}):
        return "options"
    return str(use.parameters.get("table") or kind.reads)


def numbers_of(case: Case, table: str) -> Table:
    """Answers the table of this name."""
    return case.general if table == "general" else case.payoffs


def missing_data(case: Case, use: FrameworkUse, kind: Framework) -> str:
    """Answers in words what keeps a framework silent; empty if it has all it needs."""
    unsaid = unsaid_wrongs(case, use, kind)
    if unsaid or table_of(case, use, kind) == "options":
        return unsaid
    if kind.persons and not case.scale.comparable:
        return "the scale is declared not comparable between persons"
    if table_of(case, use, kind) == "universal":
        return "" if case.universal else "the case says nothing of what if everyone did it"
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
    disputed = open_facts(case)
    named = {fact for cell in cells for fact in facts_in_cell(cell)}
    found = {Question("fact", fact) for fact in named & disputed}
    found |= number_question(case, cells, use.id)
    return found | {Question("challenge", c) for c in complaint_challenges(case, use, kind)}


def complaint_challenges(case: Case, use: FrameworkUse, kind: Framework) -> tuple[str, ...]:
    """Answers the challenges that change a complaint, rather than undercut one reason.

    They name a standpoint and no single comparison, and can stand: neither refuted nor resting
    on a fact that is settled otherwise.
    """
    if not kind.complaints:
        return ()
    return tuple(
        c.id
        for c in case.challenges.values()
        if c.status is not ChallengeStatus.REFUTED
        and c.against.kind is TargetKind.SOURCE
        and c.against.name == use.id
        and c.against.voice in case.standpoints
        and c.against.better is None
        and open_answers(case, c.condition) is not None
    )


def view(case: Case, use: FrameworkUse, kind: Framework, world: World) -> View:
    """Answers what the framework sees of the case in this world."""
    parameters = {**kind.defaults(), **use.parameters}
    options = tuple(case.options)
    table = table_of(case, use, kind)
    if table == "universal":
        universal = tuple(_universal(case, option, world) for option in options)
        return View(options=options, universal=universal, parameters=parameters)
    people = tuple(case.standpoints.values())
    rows: list[list[Cell]] = []
    if table != "options":
        numbers = numbers_of(case, table)
        rows = [[numbers[o][k] for k in case.standpoints] for o in options]
    prospects = rows if kind.prospects else []
    return View(
        options=options,
        standpoints=tuple(case.standpoints),
        cells=[[read_cell(case, cell, world) for cell in row] for row in rows],
        counts=[p.general_count if table == "general" else p.count for p in people],
        levels=[ZERO if p.level is None else p.level for p in people],
        factors=_factors(case, use, kind, world) if kind.complaints else (),
        wrongs=wronged(case, use, kind),
        irreversible=tuple(option.irreversible for option in case.options.values()),
        prospects=[[prospect(case, cell, world) for cell in row] for row in prospects],
        parameters=parameters,
    )


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


def _factors(case: Case, use: FrameworkUse, kind: Framework, world: World) -> list[list[Fraction]]:
    parameters = {**kind.defaults(), **use.parameters}
    standing = [
        case.challenges[name]
        for name in complaint_challenges(case, use, kind)
        if world[Question("challenge", name)]
    ]
    rows: list[list[Fraction]] = []
    for option in case.options:
        row = [_factor(case, option, k, parameters) for k in case.standpoints]
        for challenge in standing:
            if challenge.against.worse in (None, option):
                index = list(case.standpoints).index(str(challenge.against.voice))
                row[index] *= challenge.factor
        rows.append(row)
    return rows


def _factor(case: Case, option: str, standpoint: str, parameters: Mapping[str, Any]) -> Fraction:
    person, plan = case.standpoints[standpoint], case.options[option]
    if option in person.consent:
        return ZERO
    wronged = standpoint in plan.uses_as_means or standpoint in plan.breaches_right_of
    if not wronged and option not in person.responsible:
        return ONE
    weight = Fraction(parameters["rights_weight"]) if wronged else ONE
    return (ONE - person.responsible.get(option, ZERO)) * weight


def whole(seen: View) -> tuple[View, int]:
    """Answers a view in whole numbers, and what margins are to be divided by.

    Cells and levels are multiplied by their common denominator, factors by theirs; counts, which
    only weigh against each other, by a third.
    """
    units = _common([*(cell for row in seen.cells for cell in row), *seen.levels])
    shares = _common([factor for row in seen.factors for factor in row])
    heads = _common(seen.counts)
    scaled = replace(
        seen,
        cells=[_scaled(row, units) for row in seen.cells],
        levels=_scaled(seen.levels, units),
        factors=[_scaled(row, shares) for row in seen.factors],
        counts=_scaled(seen.counts, heads),
    )
    return scaled, units * shares


def _common(numbers: Sequence[Fraction]) -> int:
    return lcm(*{number.denominator for number in numbers})


def _scaled(numbers: Sequence[Fraction], by: int) -> list[int]:
    return [number.numerator * (by // number.denominator) for number in numbers]


def _universal(case: Case, option: str, world: World) -> tuple[Number, Number]:
    entry = case.universal[option]
    if isinstance(entry, UniversalShape):
        return utility_of_use(entry, entry.interested), ZERO
    everyone, nobody = (read_cell(case, c, world) for c in (entry.everyone, entry.nobody))
    if everyone is None or nobody is None:
        raise LimitExceeded(f"universal.{option} is about utility, which cannot be absent")
    return everyone, nobody


def utility_of_use(entry: UniversalShape, actors: Fraction) -> Fraction:
    """Answers U(n), the utility if n people do it, with U(0) = 0.

    Threshold: the gain until harm begins, falling in a straight line to minus the loss where it
    is complete. Aggregation: each adds gain less loss. Coordination: the gain in proportion, less
    four times the loss where half do it and half do not.
    Source: [Levine20], figure 1, for the shapes; the lines between the points are ours.
    """
    return _SHAPES[entry.shape](entry, actors) if actors > 0 else ZERO


def _threshold(entry: UniversalShape, actors: Fraction) -> Fraction:
    low, high = entry.threshold or (ONE, ONE)
    if actors < low:
        return entry.gain
    if actors >= high:
        return -entry.loss
    return entry.gain - (entry.gain + entry.loss) * (actors - low) / (high - low)


def _aggregation(entry: UniversalShape, actors: Fraction) -> Fraction:
    return actors * (entry.gain - entry.loss)


def _coordination(entry: UniversalShape, actors: Fraction) -> Fraction:
    share = actors / entry.population
    return entry.gain * share - 4 * entry.loss * share * (1 - share)


_SHAPES = {
    Shape.THRESHOLD: _threshold,
    Shape.AGGREGATION: _aggregation,
    Shape.COORDINATION: _coordination,
}
