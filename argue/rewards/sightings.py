"""What frameworks see of a template: their views with forms in place of numbers.

The case is opened once: every cell that varies becomes an unknown, as imprecise numbers do, and
facts that rows settle are taken as agreed. Reading an unknown in a world then gives its form, so
that views are made by the same code as those of one case.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any, NamedTuple

from argue.construct.norms import facts_of
from argue.construct.views import read_cell, view
from argue.construct.worlds import NUMBERS, Question, World, condition_holds, facts_in_cell
from argue.errors import LimitExceeded
from argue.model.case import (
    Case,
    Cell,
    Challenge,
    Choice,
    Compliance,
    FactStatus,
    FrameworkUse,
    Literal,
    Lottery,
    Standpoint,
    Table,
    Universal,
    Unknown,
)
from argue.model.framework import Framework, View
from argue.model.numbers import Number
from argue.rewards import conditions
from argue.rewards.conditions import POSITIVE, Condition
from argue.rewards.crowds import renamed, renamed_in
from argue.rewards.features import Affine, Binding, Threshold
from argue.rewards.forms import Form, Tape
from argue.rewards.template import Template

ZERO = Fraction(0)
LAST = "{}: the last"
"""What the last individual of a crowd is called where the others are kept together."""


class Opened(NamedTuple):
    """What an unknown stands for: a binding or a cell, of the standpoint at a place (or nobody)."""

    content: Binding | Cell
    place: int | None


class Sightings:
    """Views of a template in any world, with its columns as bases of a tape.

    The last individual of a crowd is kept apart from the others: two standpoints at least then
    stand for the crowd, so that what is asked of all persons always names several.
    """

    def __init__(self, template: Template, tape: Tape) -> None:
        """Open the template's case for this tape."""
        self.template, self.tape = template, tape
        self.people = tuple(template.case.standpoints)
        last = [name for name, weights in template.crowds.items() if len(weights) > 1]
        self.persons = (*self.people, *(LAST.format(name) for name in last))
        self.unknowns: dict[str, Opened] = {}
        self.risky: list[str] = []
        self.case = self._opened(last)

    def view(self, use: FrameworkUse, kind: Framework, world: World) -> View:
        """Answers what a framework sees in a world.

        Raises: LimitExceeded where rows change what it cannot be told in numbers.
        """
        parameters = {**kind.defaults(), **use.parameters}
        if self.risky and (kind.prospects or (kind.draws and kind.draws(parameters))):
            raise LimitExceeded(
                f"what {self.risky[0]} may come to turns on a fact that rows settle, or on a "
                "crowd: write numbers in place of the lottery"
            )
        norms = self.case.norms.values() if kind.norms else ()
        if any(not facts_of(norm).isdisjoint(self.template.facts) for norm in norms):
            raise LimitExceeded(
                "which options break a norm turns on a fact that rows settle: leave "
                f"{use.id} out, since norms speak for themselves too"
            )
        return view(self.case, use, kind, self.seeing(world))

    def seeing(self, world: World) -> World:
        """Answers a world in which unknowns are read as forms."""
        return {**world, Question(NUMBERS, ""): _Sight(self, world)}

    def number(self, cell: Cell, world: World) -> Number | None:
        """Answers what a cell of the opened case comes to in a world."""
        return read_cell(self.case, cell, self.seeing(world))

    def affine(self, bound: Affine, place: int | None = None) -> Form:
        """Answers what a binding comes to, as the number of one standpoint or of nobody."""
        of = place if self.template.crowds else None
        found = self.tape.form(bound.constant, of)
        for column, weight in bound.terms.items():
            size, part = 0, "all"
            if column.each:
                whole = self.template.sizes[column.name]
                alone = place is None or place >= len(self.people) or whole == 1
                size, part = (0, "last") if alone else (whole - 1, "others")
            base = self.tape.base("column", (), (column.name, part), of=of, crowd=size)
            found = found + base.scaled(weight)
        return found

    def literals(self, literals: Iterable[Literal]) -> Condition:
        """Answers when all these literals on facts that rows settle hold."""
        parts: list[Condition] = []
        for literal in literals:
            bound = self.template.bindings[f"facts.{literal.fact}"]
            signs = bound.signs if isinstance(bound, Threshold) else POSITIVE
            difference = bound.difference if isinstance(bound, Threshold) else bound
            held = self.tape.sign(self.affine(difference), signs)
            parts.append(held if literal.holds else conditions.negated(held))
        return conditions.every(parts)

    def _settles(self, literals: Iterable[Literal]) -> list[Literal]:
        """Answers the literals on facts that rows settle."""
        return [one for one in literals if f"facts.{one.fact}" in self.template.bindings]

    def read(self, name: str, world: World) -> Number | None:
        """Answers what an unknown comes to in a world, None if absent."""
        content, place = self.unknowns[name]
        if isinstance(content, Affine):
            return self.affine(content, place)
        found = self._read(content, world)
        if found is None or not self.template.crowds:
            return found
        form = self.tape.form(found)
        return Form(self.tape, form.constant, form.terms, place)

    def _read(self, cell: Any, world: World) -> Number | None:
        """Answers the number of a cell that is not bound itself, None if absent."""
        if isinstance(cell, Lottery):
            parts = [(chance, self._read(branch, world)) for chance, branch in cell.branches]
            if any(number is None for _, number in parts):
                raise LimitExceeded("a lottery cannot hold `absent`")
            return sum((chance * number for chance, number in parts if number is not None), ZERO)
        if not isinstance(cell, Choice):
            return read_cell(self.case, cell, world)
        mine = self._settles(cell.condition)
        rest = tuple(one for one in cell.condition if one not in mine)
        condition = self.literals(mine) if condition_holds(self.case, rest, world) else None
        if condition in (None, conditions.FALSE):
            return self._read(cell.otherwise, world)
        if condition == conditions.TRUE:
            return self._read(cell.then, world)
        then, otherwise = self._read(cell.then, world), self._read(cell.otherwise, world)
        if then is None or otherwise is None:
            raise LimitExceeded("whether somebody exists cannot turn on a fact that rows settle")
        return self.tape.choice(condition or conditions.TRUE, then, otherwise)

    def _opened(self, last: list[str]) -> Case:
        case = self.template.case
        options, uses = dict(case.options), list(case.frameworks)
        for name in last:
            members = (name, LAST.format(name))
            options = {o: renamed(option, name, members) for o, option in options.items()}
            uses = [renamed_in(use, name, members) for use in uses]
        agreed = {
            name: replace(fact, status=FactStatus.AGREED)
            if f"facts.{name}" in self.template.bindings
            else fact
            for name, fact in case.facts.items()
        }
        self.case = case = replace(case, facts=agreed)
        return replace(
            case,
            options=options,
            standpoints=self._standpoints(case.standpoints),
            frameworks=tuple(uses),
            payoffs=self._table("payoffs", case.payoffs),
            general=self._table("general", case.general),
            influence=self._table("influence", case.influence),
            universal={o: self._universal(o, entry) for o, entry in case.universal.items()},
            challenges={n: self._challenge(c) for n, c in case.challenges.items()},
        )

    def _standpoints(self, people: Mapping[str, Standpoint]) -> Mapping[str, Standpoint]:
        found: dict[str, Any] = {}
        for place, name in enumerate(self.persons):
            person = people[self._name(place)]
            bound = self.template.bindings.get(f"standpoints.{person.id}.level")
            level = self.affine(bound) if isinstance(bound, Affine) else person.level
            found[name] = replace(person, id=name, level=level)  # type: ignore[arg-type]  (a form)
            if self.template.crowds:
                count: Any = self._count(person, place)
                found[name] = replace(found[name], count=count, general_count=count)
        return found

    def _name(self, place: int) -> str:
        """Answers the standpoint in the case that a place stands for, or is the last of."""
        if place < len(self.people):
            return self.people[place]
        return next(k for k in self.template.crowds if LAST.format(k) == self.persons[place])

    def _count(self, person: Standpoint, place: int) -> Form:
        weights = self.template.crowds.get(person.id, (person.count,))
        if place >= len(self.people) or len(weights) == 1:
            return self.tape.form(weights[-1], place)
        if len(set(weights[:-1])) == 1:
            return self.tape.form(weights[0], place)
        return self.tape.base("weights", (), place, of=place, crowd=len(weights) - 1)

    def _table(self, name: str, table: Table) -> Table:
        return {
            option: {
                person: self._cell((name, option, place), row[self._name(place)])
                for place, person in enumerate(self.persons)
            }
            for option, row in table.items()
        }

    def _cell(self, at: tuple[str, str, int], cell: Cell) -> Cell:
        table, option, place = at
        bound = self.template.binding_of(table, option, self._name(place))
        return self._unknown(f"{table}.{option}.{self.persons[place]}", bound, cell, place)

    def _unknown(
        self, name: str, bound: Binding | None, cell: Cell, place: int | None = None
    ) -> Cell:
        """Answers a cell, or an unknown of this name where it varies from row to row."""
        settled = any(f"facts.{fact}" in self.template.bindings for fact in facts_in_cell(cell))
        crowded = place is not None and bool(self.template.crowds)
        if bound is None and not settled and not crowded:
            return cell
        if bound is None and _has_lottery(cell):
            self.risky.append(name)
        self.unknowns[name] = Opened(cell if bound is None else bound, place)
        found: Cell = Unknown(name, ZERO, ZERO)
        for fact in sorted(set(facts_in_cell(cell)) if bound is None else ()):
            if not self._settles([Literal(fact)]):
                found = Choice((Literal(fact),), found, found)  # so that it is known to matter
        return found

    def _universal(self, option: str, entry: Any) -> Any:
        if not isinstance(entry, Universal):
            return entry
        ends = (("everyone", "all", entry.everyone), ("nobody", "nobody", entry.nobody))
        paths = {key: (f"universal.{option}.{end}", cell) for key, end, cell in ends}
        bound = self.template.bindings
        return replace(
            entry, **{k: self._unknown(p, bound.get(p), cell) for k, (p, cell) in paths.items()}
        )

    def _challenge(self, challenge: Challenge) -> Challenge:
        """Answers a challenge whose factor, in place of its condition, turns on settled facts."""
        mine = self._settles(challenge.condition)
        if not mine:
            return challenge
        if challenge.universal is not None:
            raise LimitExceeded(
                f"challenges.{challenge.id} changes what is read, and turns on a fact that rows "
                "settle: bind the numbers of `universal` instead"
            )
        factor: Any = self.tape.choice(self.literals(mine), challenge.factor, 1)
        rest = tuple(one for one in challenge.condition if one not in mine)
        return replace(challenge, condition=rest, factor=factor)


class _Sight:
    """Where unknowns are looked up: `read_cell` asks it for the form of each."""

    def __init__(self, sightings: Sightings, world: World) -> None:
        self.sightings, self.world = sightings, world

    def unknown(self, name: str) -> Number | None:
        return self.sightings.read(name, self.world)


def _has_lottery(cell: Cell) -> bool:
    if isinstance(cell, Choice):
        return _has_lottery(cell.then) or _has_lottery(cell.otherwise)
    return isinstance(cell, Lottery)


def uses_of(case: Case) -> tuple[FrameworkUse, ...]:
    """Answers the uses of frameworks that a verdict turns on: its own, then norms' principles."""
    own = {use.id: use for use in case.frameworks}
    reviewed = case.compliance is Compliance.ENLIGHTENED
    for norm in case.norms.values():
        for name in norm.principles if reviewed else ():
            own.setdefault(name, FrameworkUse(name, name))
    return tuple(own.values())
