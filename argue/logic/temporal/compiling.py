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

Owed: TypeAlias = "tuple[Formula, bool]"
"""What must hold from the next step on, and whether there must be one."""
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
        self.work = _Work(text)
        self.steps = dict[tuple[frozenset[str], Memory], _Step]()
        self.letters = [
            frozenset(name for i, name in enumerate(self.propositions) if number >> i & 1)
            for number in range(1 << len(self.propositions))
        ]

    def automaton(self) -> Automaton:
        first = (frozenset({frozenset({(self.start, True)})}), self.past.before_the_start)
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
            self.steps[key] = _Step(holding, truths, self.work)
        return self.steps[key]


class _Past:
    """What is remembered of the past: the last truth of each `Y` part and of each `S`."""

    def __init__(self, start: Formula) -> None:
        outer = dict.fromkeys(node for node in nodes(start) if node.operator in PAST)
        self.core = {node: core_past(node) for node in outer}
        inner = dict.fromkeys(part for node in self.core.values() for part in nodes(node))
        self.remembered = tuple(node for node in inner if node.operator in ("Y", "S"))
        self.before_the_start: Memory = (False,) * len(self.remembered)

    def step(
        self, memory: Memory, holding: frozenset[str]
    ) -> tuple[Mapping[Formula, bool], Memory]:
        """Answers which past formulas hold now, and what to remember of this step."""
        before = dict(zip(self.remembered, memory, strict=True))
        known = dict[Formula, bool]()
        truths = {
            node: _past_truth(core, holding, before, known) for node, core in self.core.items()
        }
        later = tuple(
            _past_truth(node.parts[0] if node.operator == "Y" else node, holding, before, known)
            for node in self.remembered
        )
        return truths, later


def _past_truth(
    node: Formula,
    holding: frozenset[str],
    before: Mapping[Formula, bool],
    known: dict[Formula, bool],
) -> bool:
    if node not in known:
        if not node.parts:
            known[node] = node == TRUE or node.name in holding
        elif node.operator == "Y":
            known[node] = before[node]
        else:
            truths = [_past_truth(part, holding, before, known) for part in node.parts]
            if node.operator == "!":
                known[node] = not truths[0]
            elif node.operator == "&":
                known[node] = all(truths)
            else:
                known[node] = truths[1] or (truths[0] and before[node])
    return known[node]


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


class _Step:
    """One step of a trace: what holds now, and so what each formula leaves owed."""

    def __init__(
        self, holding: frozenset[str], truths: Mapping[Formula, bool], work: _Work
    ) -> None:
        self.holding, self.truths, self.work = holding, truths, work
        self.known = dict[Formula, Ways]()

    def after(self, ways: Ways) -> Ways:
        """Answers what is owed after this step, given what was owed before it."""
        return self._any(self._all(self.left(part) for part, _ in owed) for owed in ways)

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
                return _owing(node.parts[0], strong=node.operator == "X")
            case "F<=":
                return self._any((self.left(node.parts[0]), _sooner(node, strong=True)))
            case "G<=":
                return self._all((self.left(node.parts[0]), _sooner(node, strong=False)))
            case "U":
                left, right = (self.left(part) for part in node.parts)
                return self._any((right, self._all((left, _owing(node, strong=True)))))
            case _:
                left, right = (self.left(part) for part in node.parts)
                return self._all((right, self._any((left, _owing(node, strong=False)))))

    def _literal(self, node: Formula) -> bool:
        if node.operator == "!":
            return not self._literal(node.parts[0])
        return self.truths[node] if node.parts else node == TRUE or node.name in self.holding

    def _any(self, several: Iterable[Ways]) -> Ways:
        return self._smallest({owed for ways in several for owed in ways})

    def _all(self, several: Iterable[Ways]) -> Ways:
        found = _DONE
        for ways in several:
            if found == _DONE or not ways:
                found = ways
                continue
            self.work.done(sum(map(len, found)) * sum(map(len, ways)))
            found = self._smallest({_joined(*pair) for pair in product(found, ways)})
        return found

    def _smallest(self, alternatives: set[frozenset[Owed]]) -> Ways:
        if len(alternatives) > MOST_ALTERNATIVES:
            message = f"it can be fulfilled in more than {MOST_ALTERNATIVES} ways: split the norm"
            raise FormulaError(message, self.work.text, 1)
        kept = list[frozenset[Owed]]()
        for owed in sorted(alternatives, key=len):
            self.work.done(1 + len(kept))
            if not any(other <= owed for other in kept):
                kept.append(owed)
        return frozenset(kept)


_DONE: Ways = frozenset({frozenset[Owed]()})
_FAILED: Ways = frozenset()


def _owing(node: Formula, *, strong: bool) -> Ways:
    if node == TRUE and not strong:
        return _DONE
    return frozenset({frozenset({(node, strong)})})


def _sooner(node: Formula, *, strong: bool) -> Ways:
    """What a bounded formula owes when one of its steps has gone by."""
    if node.bound == 0:
        return _FAILED if strong else _DONE
    return _owing(Formula(node.operator, node.parts, "", node.bound - 1), strong=strong)


def _joined(left: frozenset[Owed], right: frozenset[Owed]) -> frozenset[Owed]:
    """Both, without what one of the other side implies: a weak twin, a later deadline.

    Nothing in either implies something else in it.
    """
    return _without(left, right) | _without(right, left)


def _without(owed: frozenset[Owed], others: frozenset[Owed]) -> frozenset[Owed]:
    bounded = [other for other in others if other[0].operator in BOUNDED]
    return frozenset(one for one in owed if not _implied(one, others, bounded))


def _implied(one: Owed, others: frozenset[Owed], bounded: list[Owed]) -> bool:
    """Answers whether what is owed is implied by one of others, of which these are bounded."""
    node, strong = one
    if node.operator in BOUNDED:
        return any(_sooner_than(other, one) for other in bounded)
    return not strong and (node, True) in others


def _sooner_than(other: Owed, one: Owed) -> bool:
    """Answers whether one bounded formula implies another: as strong, and of a nearer deadline."""
    (node, strong), (implied, strongly) = other, one
    if strongly > strong or node.operator != implied.operator or node.parts != implied.parts:
        return False
    if node.bound == implied.bound:
        return strong > strongly
    return (node.bound < implied.bound) == (node.operator == "F<=")


def _may_end(ways: Ways) -> bool:
    return any(not any(strong for _, strong in owed) for owed in ways)
