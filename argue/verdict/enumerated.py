"""Positions under any semantics: every ranking and branch listed, or the flat graph asked.

The slow way, and the definition: a position is an extension of the plain AF under one ranking
and one way the open questions fall. Under `flat`, rankings and branches are arguments like any
other, and the semantics is that of the one flat AF.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from argue.construct.plain import conflicting, flatten, rankings, under, violated, without_sources
from argue.errors import OutOfBudget
from argue.model.af import AF
from argue.model.argument import Graph, Kind
from argue.model.record import record
from argue.model.verdict import Label
from argue.semantics.labelling import Labelling, labelling_of
from argue.semantics.session import GraphSession
from argue.verdict.settings import (
    AS_THE_CASE_SAYS,
    Labels,
    OpenQuestion,
    Pair,
    Settings,
    Settlement,
)
from argue.verdict.standing import open_questions, settled_by


@record
class State:
    """One position as found: its labelling, under one ranking and branch where there is one."""

    labelling: Labelling
    ranking: tuple[str, ...] | None

    def holds(self, settled: Settlement) -> bool:
        """Answers whether a settlement is true in this position."""
        if settled.kind != "priority":
            return settled.argument in self.labelling.in_
        if self.ranking is None:
            return False
        return self.ranking.index(settled.pair[0]) < self.ranking.index(settled.pair[1])

    def answers(self, question: OpenQuestion) -> tuple[str, ...]:
        """Answers which of the answers to a question are accepted in this position."""
        return tuple(name for name in question.answers if name in self.labelling.in_)


class Enumerated:
    """The positions of a graph under a semantics of Dung graphs.

    `orders` are the rankings to go through, all that differ if None; with fewer, nothing may be
    asked about priorities. Cost: the number of rankings times branches, and what the semantics
    costs on each.
    """

    def __init__(
        self,
        graph: Graph,
        semantics: str,
        *,
        flat: bool = False,
        orders: Sequence[tuple[str, ...]] | None = None,
        deadline: float | None = None,
    ) -> None:
        """Keep what is asked about; states are found when first needed."""
        self.graph, self.semantics, self.flat, self.deadline = graph, semantics, flat, deadline
        self.orders = orders
        self.conflicts = conflicting(graph)
        involved = [s for s in graph.sources if any(s in pair for pair in self.conflicts)]
        self.pairs: tuple[Pair, ...] = tuple(combinations(involved, 2))
        self._known: dict[frozenset[str], tuple[State, ...]] = {}
        # The graphs under rankings and branches have many components in common.
        self._session = GraphSession(AF.of([], []), deadline=deadline)

    def found(
        self, given: Settings = AS_THE_CASE_SAYS, *, watched: Sequence[Settlement] = ()
    ) -> Iterator[Labels]:
        """Yields the labels of positions under these settings, one for every state."""
        for state in self._states(given):
            witness = frozenset(settled for settled in watched if state.holds(settled))
            yield self._projected(state, witness)

    def _projected(self, state: State, witness: frozenset[Settlement]) -> Labels:
        names = {option: f"permission:{option}" for option in self.graph.options}
        permitted = frozenset(o for o, name in names.items() if name in state.labelling.in_)
        undecided = frozenset(o for o, name in names.items() if name in state.labelling.undec)
        return Labels(permitted, undecided, witness=witness)

    def labels(self, given: Settings = AS_THE_CASE_SAYS) -> Mapping[str, frozenset[Label]]:
        """Answers for every argument the labels it has in some position."""
        states = self._states(given)
        return {
            name: frozenset(state.labelling.label_of(name) for state in states)
            for name in self.graph.arguments
        }

    def differ(
        self, option: str, *, question: OpenQuestion | None = None, ranked: bool = False
    ) -> bool:
        """Answers whether two positions treat an option differently, all else being alike."""
        asked = open_questions(self.graph)
        name = f"permission:{option}"
        permitting = [s for s in self._states() if name in s.labelling.in_]
        forbidding = [s for s in self._states() if name in s.labelling.out]
        return any(
            (one.ranking != other.ranking) == ranked
            and all(one.answers(q) != other.answers(q) for q in asked if q == question)
            and all(one.answers(q) == other.answers(q) for q in asked if q != question)
            for one, other in product(permitting, forbidding)
        )

    def eclipses(self) -> tuple[Pair, ...]:
        """Answers pairs (option, better one) where in some position only the first is permitted."""
        found: dict[Pair, None] = {}
        for state in self._states():
            standing = [r for r in self.graph.of_kind(Kind.REASON) if r.id in state.labelling.in_]
            favoured = {(str(r.better), str(r.worse)) for r in standing}
            for better, worse in favoured:
                permitted = f"permission:{worse}" in state.labelling.in_
                ruled_out = f"permission:{better}" in state.labelling.out
                if permitted and ruled_out and (worse, better) not in favoured:
                    found[worse, better] = None
        return tuple(sorted(found))

    def _states(self, given: Settings = AS_THE_CASE_SAYS) -> list[State]:
        if given.aside not in self._known:
            graph = without_sources(self.graph, given.aside)
            searched = self._flat(graph) if self.flat else self._by_ranking(graph)
            self._known[given.aside] = tuple(searched)
        asked = [a for a in given.settled if a.argument in self.graph.arguments]
        asked += [Settlement("priority", pair=pair) for pair in given.priorities]
        return [state for state in self._known[given.aside] if all(map(state.holds, asked))]

    def _by_ranking(self, graph: Graph) -> Iterator[State]:
        questions = open_questions(graph)
        for ranking in rankings(graph) if self.orders is None else self.orders:
            wrong = violated(graph, ranking)
            for chosen in product(*(q.answers for q in questions)):
                settled = settled_by(questions, chosen)
                for labelling in self._labellings(under(graph, ranking, settled=settled)):
                    if not wrong & labelling.in_:
                        yield State(labelling, ranking)

    def _flat(self, graph: Graph) -> Iterator[State]:
        af, flat = flatten(graph, self.orders)
        for labelling in self._labellings(af):
            held = [n for n in labelling.in_ if n.startswith("ranking:")]
            order = tuple(held[0].removeprefix("ranking:").split(">")) if held else None
            arguments = flat.arguments.keys() & graph.arguments.keys()
            yield State(_restricted(labelling, arguments), order)

    def _labellings(self, af: AF) -> Sequence[Labelling]:
        if self.deadline is not None and time.monotonic() > self.deadline:
            raise OutOfBudget("not all positions were found in time; allow more or ask for less")
        self._session.become(af)
        return [labelling_of(af, members) for members in self._session.extensions(self.semantics)]


def _restricted(labelling: Labelling, names: Iterable[str]) -> Labelling:
    kept = frozenset(names)
    return Labelling(labelling.in_ & kept, labelling.out & kept, labelling.undec & kept)
