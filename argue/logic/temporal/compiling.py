"""Formulas compiled to automata by progression: what is still owed after each step.

A state is what may be owed for the rest of the trace: alternatives, each a set of formulas that
must all hold from the next step on, together with what has to be remembered of the past. A strong
obligation asks that there be a next step, a weak one does not. Source: [Bacchus98] for progression,
[DeGiacomo13] for the end of a finite trace; the past is remembered as in [Havelund04].
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import product
from typing import TypeAlias

from argue.logic.formulas import FormulaError
from argue.logic.temporal.automaton import Automaton, minimal
from argue.logic.temporal.formulas import BOUNDED, PAST, TRUE, Formula, nodes
from argue.logic.temporal.normal_form import core_past, is_literal, normal_form

MOST_PROPOSITIONS = 10
MOST_STATES = 5_000
MOST_ALTERNATIVES = 2_000
"""How many ways to fulfil what is owed may stand side by side in one state."""
MOST_WORK = 1_000_000
"""How many obligations may be joined and compared while one formula is compiled."""
MOST_KEPT = 128
"""Automata that are kept for when the same formula is met again."""

Owed: TypeAlias = int
"""What must hold from the next step on: twice its number, and one more if there must be a step."""
Ways: TypeAlias = "frozenset[frozenset[Owed]]"
"""Alternatives, none containing another."""
Memory: TypeAlias = "tuple[bool, ...]"


def compile_automaton(formula: Formula, *, text: str = "") -> Automaton:
    """Answers the smallest automaton that accepts the traces of which a formula holds.

    Double exponential in the worst case, and bounded. Raises: FormulaError for a formula that
    becomes too large, names too many propositions, or looks ahead from the past.
    """
    return _compiled(formula, text or str(formula))


@lru_cache(MOST_KEPT)
def _compiled(formula: Formula, text: str) -> Automaton:
    if len(formula.propositions) > MOST_PROPOSITIONS:
        message = f"it names more than {MOST_PROPOSITIONS} propositions: split the norm"
        raise FormulaError(message, text, 1)
    return minimal(_Compiler(formula, text).automaton())


class _Compiler:
    """Follows a formula over every letter until no new state appears."""

    def __init__(self, formula: Formula, text: str) -> None:
        self.text = text
        self.propositions = formula.propositions
        self.start = normal_form(formula, text=text)
        self.past = _Past(self.start)
        self.numbered = _Numbered()
        self.work = _Work(text)
        self.steps = dict[tuple[frozenset[str], Memory], _Step]()
        self.letters = [
            frozenset(name for i, name in enumerate(self.propositions) if number >> i & 1)
            for number in range(1 << len(self.propositions))
        ]

    def automaton(self) -> Automaton:
        start = frozenset({frozenset({self.numbered.owed(self.start, strong=True)})})
        first = (start, self.past.before_the_start)
        numbers = {first: 0}
        waiting, table = [first], list[tuple[int, ...]]()
        for ways, memory in waiting:
            row = list[int]()
            for holding in self.letters:
                truths, later = self.past.step(memory, holding)
                state = (self._step(holding, truths).after(ways), later)
                if state not in numbers:
                    numbers[state] = len(numbers)
                    waiting.append(state)
                row.append(numbers[state])
            table.append(tuple(row))
            if len(numbers) > MOST_STATES:
                message = f"its automaton has more than {MOST_STATES} states: split the norm"
                raise FormulaError(message, self.text, 1)
        accepting = frozenset(n for (ways, _), n in numbers.items() if _may_end(ways))
        return Automaton(self.propositions, tuple(table), accepting)

    def _step(self, holding: frozenset[str], truths: Mapping[Formula, bool]) -> _Step:
        """Answers the step at which this holds, one for all states that come to it."""
        key = (holding, tuple(truths.values()))
        if key not in self.steps:
            if len(self.steps) == MOST_STATES:  # the past may make every one another
                self.steps.clear()
            self.steps[key] = _Step(holding, truths, self.numbered, self.work)
        return self.steps[key]


class _Past:
    """What is remembered of the past: the last truth of each `Y` part and of each `S`."""

    def __init__(self, start: Formula) -> None:
        outer = dict.fromkeys(node for node in nodes(start) if node.operator in PAST)
        core = {node: core_past(node) for node in outer}
        places = dict[Formula, int]()
        for node in core.values():
            _placed(node, places)
        self.rows = [
            (node, tuple(places[part] for part in node.parts), node.operator in _REMEMBERED)
            for node in places
        ]
        self.outer = {node: places[core[node]] for node in outer}
        # Of `Y a` what counts is a, of `a S b` itself.
        self.remembered = [
            parts[0] if node.operator == "Y" else place
            for place, (node, parts, remembered) in enumerate(self.rows)
            if remembered
        ]
        self.before_the_start: Memory = (False,) * len(self.remembered)

    def step(
        self, memory: Memory, holding: frozenset[str]
    ) -> tuple[Mapping[Formula, bool], Memory]:
        """Answers which past formulas hold now, and what to remember of this step."""
        before = iter(memory)
        found = list[bool]()
        for node, parts, remembered in self.rows:
            then = remembered and next(before)
            match node.operator:
                case "!":
                    found.append(not found[parts[0]])
                case "&":
                    found.append(found[parts[0]] and found[parts[1]])
                case "Y":
                    found.append(then)
                case "S":
                    found.append(found[parts[1]] or (found[parts[0]] and then))
                case _:
                    found.append(node == TRUE or node.name in holding)
        truths = {node: found[place] for node, place in self.outer.items()}
        return truths, tuple([found[place] for place in self.remembered])


_REMEMBERED = ("Y", "S")


def _placed(node: Formula, places: dict[Formula, int]) -> None:
    """Gives a formula a place behind those of its parts."""
    if node not in places:
        for part in node.parts:
            _placed(part, places)
        places[node] = len(places)


class _Work:
    """How much has been done for one formula, which is bounded."""

    def __init__(self, text: str) -> None:
        self.text, self.steps = text, 0

    def done(self, steps: int) -> None:
        """Counts steps of work. Raises: FormulaError past MOST_WORK."""
        self.steps += steps
        if self.steps > MOST_WORK:
            message = f"its automaton takes more than {MOST_WORK:_} steps to make: split the norm"
            raise FormulaError(message, self.text, 1)


class _Numbered:
    """The formulas that may be owed, each with a number: sets of numbers are compared quickly."""

    def __init__(self) -> None:
        self.formulas: list[Formula] = []
        self.bounded = set[Owed]()
        self._numbers: dict[Formula, int] = {}

    def owed(self, node: Formula, *, strong: bool) -> Owed:
        """Answers what it is to owe a formula."""
        number = self._numbers.setdefault(node, len(self.formulas))
        if number == len(self.formulas):
            self.formulas.append(node)
            if node.operator in BOUNDED:
                self.bounded |= {2 * number, 2 * number + 1}
        return 2 * number + strong

    def formula(self, owed: Owed) -> Formula:
        """Answers the formula that is owed."""
        return self.formulas[owed // 2]

    def joined(self, left: frozenset[Owed], right: frozenset[Owed]) -> frozenset[Owed]:
        """Answers both, without what one of the other side implies: a weak twin, a later deadline.

        Nothing in either implies something else in it.
        """
        both = left | right
        implied = [one for one in both if not _strong(one) and one + 1 in both]
        bounded = self.bounded & both
        implied += [one for one in bounded if any(self._sooner_than(o, one) for o in bounded)]
        return both.difference(implied) if implied else both

    def _sooner_than(self, other: Owed, one: Owed) -> bool:
        """Answers whether one bounded formula implies another: as strong and sooner due."""
        if _strong(one) > _strong(other):
            return False
        node, implied = self.formula(other), self.formula(one)
        if node.operator != implied.operator or node.parts != implied.parts:
            return False
        if node.bound == implied.bound:  # itself, or its weak twin
            return False
        return (node.bound < implied.bound) == (node.operator == "F<=")


def _strong(owed: Owed) -> bool:
    return owed % 2 == 1


class _Step:
    """One step of a trace: what holds now, and so what each formula leaves owed."""

    def __init__(
        self,
        holding: frozenset[str],
        truths: Mapping[Formula, bool],
        numbered: _Numbered,
        work: _Work,
    ) -> None:
        self.holding, self.truths, self.numbered, self.work = holding, truths, numbered, work
        self.known = dict[Formula, Ways]()

    def after(self, ways: Ways) -> Ways:
        """Answers what is owed after this step, given what was owed before it."""
        formula = self.numbered.formula
        return self._any(self._all(self.left(formula(one)) for one in owed) for owed in ways)

    def left(self, node: Formula) -> Ways:
        """Answers what a formula that should hold at this step leaves owed."""
        if node not in self.known:
            if is_literal(node):
                self.known[node] = _DONE if self._literal(node) else _FAILED
            else:
                self.known[node] = self._left(node)
        return self.known[node]

    def _left(self, node: Formula) -> Ways:
        match node.operator:
            case "&" | "|":
                join = self._all if node.operator == "&" else self._any
                return join(self.left(part) for part in node.parts)
            case "X" | "WX":
                return self._owing(node.parts[0], strong=node.operator == "X")
            case "F<=":
                return self._any((self.left(node.parts[0]), self._sooner(node, strong=True)))
            case "G<=":
                return self._all((self.left(node.parts[0]), self._sooner(node, strong=False)))
            case "U":
                left, right = (self.left(part) for part in node.parts)
                return self._any((right, self._all((left, self._owing(node, strong=True)))))
            case _:
                left, right = (self.left(part) for part in node.parts)
                return self._all((right, self._any((left, self._owing(node, strong=False)))))

    def _literal(self, node: Formula) -> bool:
        if node.operator == "!":
            return not self._literal(node.parts[0])
        return self.truths[node] if node.parts else node == TRUE or node.name in self.holding

    def _owing(self, node: Formula, *, strong: bool) -> Ways:
        if node == TRUE and not strong:
            return _DONE
        return frozenset({frozenset({self.numbered.owed(node, strong=strong)})})

    def _sooner(self, node: Formula, *, strong: bool) -> Ways:
        """What a bounded formula owes when one of its steps has gone by."""
        if node.bound == 0:
            return _FAILED if strong else _DONE
        return self._owing(Formula(node.operator, node.parts, "", node.bound - 1), strong=strong)

    def _any(self, several: Iterable[Ways]) -> Ways:
        return self._smallest({owed for ways in several for owed in ways})

    def _all(self, several: Iterable[Ways]) -> Ways:
        found = _DONE
        for ways in several:
            if found == _DONE or not ways:
                found = ways
                continue
            self.work.done(sum(map(len, found)) * sum(map(len, ways)))
            joined = self.numbered.joined
            found = self._smallest({joined(*pair) for pair in product(found, ways)})
        return found

    def _smallest(self, alternatives: set[frozenset[Owed]]) -> Ways:
        if len(alternatives) > MOST_ALTERNATIVES:
            message = f"it can be fulfilled in more than {MOST_ALTERNATIVES} ways: split the norm"
            raise FormulaError(message, self.work.text, 1)
        kept = list[frozenset[Owed]]()
        for owed in sorted(alternatives, key=len):
            self.work.done(1 + len(kept))
            if not any(map(owed.issuperset, kept)):
                kept.append(owed)
        return frozenset(kept)


_DONE: Ways = frozenset({frozenset[Owed]()})
_FAILED: Ways = frozenset()


def _may_end(ways: Ways) -> bool:
    return any(not any(map(_strong, owed)) for owed in ways)
