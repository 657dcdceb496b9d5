"""What questions about positions take as given, and what they answer with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from argue.model.argument import Graph
from argue.model.case import nothing
from argue.model.record import field, record
from argue.model.verdict import Label

Pair = tuple[str, str]


@record
class Settings:
    """What a question about positions takes as given, beside the case.

    Sources set `aside` say nothing; `facts` and `challenges` are settled; numbers lie in the
    regions `numbers` (ids of arguments); `priorities` hold between sources that conflict.
    """

    aside: frozenset[str] = frozenset()
    facts: Mapping[str, bool] = field(default_factory=nothing)
    challenges: Mapping[str, bool] = field(default_factory=nothing)
    numbers: tuple[str, ...] = ()
    priorities: tuple[Pair, ...] = ()

    @property
    def settled(self) -> tuple[Settlement, ...]:
        """The facts, challenges and regions taken as given, one by one."""
        return (
            *(Settlement("fact", name, holds) for name, holds in self.facts.items()),
            *(Settlement("challenge", name, holds) for name, holds in self.challenges.items()),
            *(Settlement("numbers", name) for name in self.numbers),
        )


AS_THE_CASE_SAYS = Settings()


@record
class Settlement:
    """One thing settled: a fact, a challenge, where numbers lie, or one source above another.

    `kind` is `fact`, `challenge`, `numbers` (the name is an argument's id) or `priority`.
    """

    kind: str
    name: str = ""
    holds: bool = True
    pair: Pair = ("", "")

    @property
    def argument(self) -> str:
        """The argument that says so, unless it is a priority."""
        if self.kind == "numbers":
            return self.name
        if self.kind == "fact":
            return f"fact:{self.name}" if self.holds else f"fact:not {self.name}"
        return f"challenge:{self.name}" if self.holds else f"aside:{self.name}"


@record
class OpenQuestion:
    """Something that may fall in several ways; `answers` are the arguments that say which.

    `kind` is `fact`, `challenge` or `numbers`; the first answer of a fact or challenge is that
    it holds.
    """

    kind: str
    name: str
    answers: tuple[str, ...]

    @property
    def settlements(self) -> tuple[Settlement, ...]:
        """Every way of settling the question."""
        if self.kind == "numbers":
            return tuple(Settlement("numbers", answer) for answer in self.answers)
        return (Settlement(self.kind, self.name), Settlement(self.kind, self.name, holds=False))


def settings_of(chosen: Sequence[Settlement]) -> Settings:
    """Answers the settings under which these settlements hold."""
    return Settings(
        facts={s.name: s.holds for s in chosen if s.kind == "fact"},
        challenges={s.name: s.holds for s in chosen if s.kind == "challenge"},
        numbers=tuple(s.name for s in chosen if s.kind == "numbers"),
        priorities=tuple(s.pair for s in chosen if s.kind == "priority"),
    )


@record
class Labels:
    """Where the permission of every option stands in one position.

    `witness` holds those of the settlements asked about that were true in the one model this was
    read from; `eliminated` the undecided options outside the smallest set that defeats all
    outsiders.
    """

    permitted: frozenset[str]
    undecided: frozenset[str] = frozenset()
    eliminated: frozenset[str] = field(default=frozenset(), compare=False)
    witness: frozenset[Settlement] = field(default=frozenset(), compare=False)


class PositionsOf(Protocol):
    """Whatever can say which positions a graph has, under a semantics.

    `pairs` are the pairs of sources that get ranked, `conflicts` those that attack each other.
    """

    graph: Graph
    pairs: tuple[Pair, ...]
    conflicts: tuple[Pair, ...]

    def found(
        self, given: Settings = AS_THE_CASE_SAYS, *, watched: Sequence[Settlement] = ()
    ) -> Iterator[Labels]:
        """Yields the labels of positions under these settings, each at least once."""
        ...

    def labels(self, given: Settings = AS_THE_CASE_SAYS) -> Mapping[str, frozenset[Label]]:
        """Answers for every argument the labels it has in some position."""
        ...

    def differ(
        self, option: str, *, question: OpenQuestion | None = None, ranked: bool = False
    ) -> bool:
        """Answers whether two positions treat an option differently, all else being alike.

        They answer `question` differently (None: all alike), and rank sources differently if
        `ranked`.
        """
        ...

    def eclipses(self) -> Sequence[Pair]:
        """Answers pairs (option, better one) where in some position only the first is permitted.

        Though a standing reason favours the better one and none favours the first.
        """
        ...


def only(found: Iterable[Labels]) -> Labels | None:
    """Answers the one decided position there is, None where there are others or none."""
    first: Labels | None = None
    for labels in found:
        if labels.undecided or (first is not None and labels != first):
            return None
        first = labels
    return first
