"""What a verdict hangs on: smallest sets of settlements that decide it.

Every candidate is put to the program of positions; what refutes it is kept, so that the smallest
sets are found without trying all sets. Source: hitting-set trees after [Reiter87].
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from typing import Generic, TypeVar

from argue.construct.said import Source
from argue.model.case import Case
from argue.model.record import record
from argue.model.verdict import Crux, Decisive, Move, MoveKind, Position, Status
from argue.verdict.settings import (
    Labels,
    PositionsOf,
    Settings,
    Settlement,
    only,
    settings_of,
)
from argue.verdict.standing import open_questions
from argue.verdict.statuses import statuses_of

MOST_MOVES = 3
"""Sets of moves are tried up to this size."""
MOST_SETTLED = 6
"""Sets of settlements and priorities are tried up to this size."""
MOST_TRIALS = 1_000
"""Candidate sets put to the solver in one search."""
MOST_CANDIDATES = 50_000
"""Candidate sets of one size, most of which are known not to do."""
MOST_TRIALS_A_POSITION = 60
"""Candidate sets tried for each position, before one is found by leaving things out."""

Item = TypeVar("Item")
Refute = Callable[[tuple[Settlement, ...]], "frozenset[Settlement] | None"]


@record
class Found(Generic[Item]):
    """The smallest sets found, and whether the search could look at all that matter."""

    sets: tuple[tuple[Item, ...], ...]
    complete: bool = True


def smallest_sets(
    items: Sequence[Item],
    refute: Callable[[tuple[Item, ...]], frozenset[Item] | None],
    *,
    most: int = MOST_SETTLED,
    trials: int = MOST_TRIALS,
) -> Found[Item]:
    """Answers all smallest subsets that nothing refutes, in the order of the items.

    `refute` answers None for a set that will do, else items of which at least one more must be in
    any larger set that will; an empty answer means that no larger set will do either.
    """
    size = len(items)
    bit = {item: 1 << (size - 1 - index) for index, item in enumerate(items)}
    needs: list[int] = []
    level: set[int] = {0}
    for _ in range(most + 1):
        good: list[tuple[Item, ...]] = []
        longer: set[int] = set()
        # Of masks with equally many bits, the larger one has the earlier items.
        for held in sorted(level, reverse=True):
            need = next((n for n in needs if not n & held), None)
            if need is None:
                trials -= 1
                if trials < 0:
                    return Found(tuple(good), complete=False)
                chosen = tuple(item for item in items if bit[item] & held)
                answer = refute(chosen)
                if answer is None:
                    good.append(chosen)
                    continue
                need = sum(bit[item] for item in answer)
                if need:
                    needs.append(need)
            longer.update(held | one for one in bit.values() if one & need)
        if good or not longer:
            return Found(tuple(good))
        if len(longer) > MOST_CANDIDATES:
            return Found((), complete=False)
        level = longer
    return Found((), complete=False)


class Searches:
    """The searches over one case; all of them ask the same grounded program."""

    def __init__(self, case: Case, sources: Sequence[Source], positions: PositionsOf) -> None:
        """Keep what is asked about."""
        self.case, self.sources, self.positions = case, sources, positions
        questions = open_questions(positions.graph)
        self.facts = tuple(q.name for q in questions if q.kind == "fact")
        self.challenges = tuple(q.name for q in questions if q.kind == "challenge")
        self.questions = [settled for q in questions for settled in q.settlements]
        ordered = positions.graph.order
        self.priorities = [
            Settlement("priority", pair=pair)
            for one in positions.pairs
            for pair in (one, (one[1], one[0]))
            if pair not in ordered and (pair[1], pair[0]) not in ordered
        ]
        direct = {frozenset(pair) for pair in positions.conflicts}
        self.priorities.sort(key=lambda s: (frozenset(s.pair) not in direct, s.pair))

    def decisive(self) -> tuple[tuple[Decisive, ...], bool]:
        """Answers the smallest sets of priorities that decide the case, and if all were tried."""
        items = self.priorities

        def refute(chosen: tuple[Settlement, ...]) -> frozenset[Settlement] | None:
            false: set[Settlement] = set()
            first: Labels | None = None
            for labels in self.positions.found(settings_of(chosen), watched=items):
                missing = frozenset(items) - labels.witness
                if labels.undecided:
                    return missing
                if first is not None and labels.permitted != first.permitted:
                    return frozenset(false | missing)
                first = labels
                false |= missing
            return None if first is not None else frozenset()

        found = smallest_sets(items, refute)
        return (
            tuple(
                Decisive(tuple(s.pair for s in chosen), self._statuses(settings_of(chosen)))
                for chosen in found.sets
                if chosen
            ),
            found.complete,
        )

    def _statuses(self, given: Settings) -> dict[str, Status]:
        options = self.positions.graph.options
        return statuses_of(options, list(self.positions.found(given)))

    def sufficient(self, labels: Labels) -> Position:
        """Answers a position with a minimal set of settlements that leaves only it.

        The first smallest set if that is found within the bounds of the search, else one from
        which nothing can be left out.
        """
        items = [*self.questions, *self.priorities]

        def refute(chosen: tuple[Settlement, ...]) -> frozenset[Settlement] | None:
            any_found = False
            for other in self.positions.found(settings_of(chosen), watched=items):
                any_found = True
                if other != labels:
                    return frozenset(items) - other.witness
            return None if any_found else frozenset()

        found = smallest_sets(items, refute, trials=MOST_TRIALS_A_POSITION)
        chosen = found.sets[0] if found.sets else self._reduced(labels, items, refute)
        given = settings_of(chosen or ())
        return Position(
            permissible=labels.permitted,
            undecided=labels.undecided,
            priorities=given.priorities,
            facts=given.facts,
            challenges=given.challenges,
            numbers=given.numbers,
            settles=chosen is not None,
        )

    def _reduced(
        self, labels: Labels, items: Sequence[Settlement], refute: Refute
    ) -> tuple[Settlement, ...] | None:
        """Answers a sufficient set from which nothing can be left out, None if there is none.

        Settlements are added in order as long as the position remains possible; then what is not
        needed is dropped.
        """
        held: list[Settlement] = []
        for item in items:
            if any(other == labels for other in self.positions.found(settings_of([*held, item]))):
                held.append(item)
        if refute(tuple(held)) is not None:
            return None
        for item in reversed(list(held)):
            rest = tuple(other for other in held if other != item)
            if refute(rest) is None:
                held.remove(item)
        return tuple(held)

    def crux(self) -> tuple[tuple[Crux, ...], bool]:
        """Answers the smallest sets of moves that decide the case, and if all were tried.

        Setting a source aside can undo what another move decided, so every set of a size is
        tried, up to MOST_MOVES moves and MOST_TRIALS sets.
        """
        trials = 0
        for size in range(1, MOST_MOVES + 1):
            found: list[Crux] = []
            for moves in combinations(self._moves(), size):
                trials += 1
                if trials > MOST_TRIALS:
                    return tuple(found), False
                statuses = self._decided_by(moves)
                if statuses is not None:
                    found.append(Crux(moves, statuses))
            if found:
                return tuple(found), True
        return (), len(self._moves()) <= MOST_MOVES

    def _moves(self) -> list[Move]:
        aside = [Move(MoveKind.SET_ASIDE, s.id) for s in self.sources if not s.missing]
        facts = [Move(MoveKind.SETTLE_FACT, f, h) for f in self.facts for h in (True, False)]
        challenges = [
            Move(MoveKind.UPHOLD if holds else MoveKind.DISMISS, name, holds)
            for name in self.challenges
            for holds in (True, False)
        ]
        return [*aside, *facts, *challenges]

    def _decided_by(self, moves: Sequence[Move]) -> Mapping[str, Status] | None:
        aside = frozenset(m.name for m in moves if m.kind is MoveKind.SET_ASIDE)
        facts = [m for m in moves if m.kind is MoveKind.SETTLE_FACT]
        challenges = [m for m in moves if m.kind in (MoveKind.UPHOLD, MoveKind.DISMISS)]
        if len({m.name for m in facts}) < len(facts):
            return None
        if len({m.name for m in challenges}) < len(challenges):
            return None
        if all(s.missing or s.id in aside for s in self.sources):
            return None
        given = Settings(
            aside=aside,
            facts={m.name: m.holds for m in facts},
            challenges={m.name: m.holds for m in challenges},
        )
        first = only(self.positions.found(given))
        return None if first is None else statuses_of(self.positions.graph.options, [first])
