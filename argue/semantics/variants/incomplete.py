"""Graphs of which some arguments or attacks may not be there: acceptance in some or all cases.

Source: [Baumeister18] (incomplete argumentation frameworks).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from typing import TypeVar

from argue.asp import Atom, Session
from argue.errors import LimitExceeded, OutOfBudget, UnknownId
from argue.model.af import AF, Attack
from argue.semantics.table import Semantics
from argue.semantics.tasks import Mode, accepted

Element = TypeVar("Element")

MAX_UNCERTAIN = 20
"""Completions of more uncertain elements, over a million, are not gone through."""

GUESSED = {
    Semantics.ADMISSIBLE: "admissible",
    Semantics.COMPLETE: "complete",
    Semantics.STABLE: "stable",
    Semantics.CONFLICT_FREE: "conflict_free",
}
"""Semantics whose encoding finds the completion together with the extension."""


@dataclass(frozen=True, slots=True)
class IncompleteAF:
    """A graph with everything that may be there, and which of it is uncertain.

    An attack that is certain is there if both its arguments are.
    """

    af: AF
    uncertain_arguments: frozenset[str]
    uncertain_attacks: frozenset[Attack]

    @classmethod
    def of(
        cls, af: AF, arguments: Iterable[str] = (), attacks: Iterable[Attack] = ()
    ) -> IncompleteAF:
        """Answers a graph with these uncertain elements; raises UnknownId for a stranger."""
        made = cls(af, frozenset(arguments), frozenset(attacks))
        for argument in sorted(made.uncertain_arguments):
            af.index_of(argument)
        for attack in sorted(made.uncertain_attacks - frozenset(af.attacks)):
            raise UnknownId("attack", "->".join(attack), ["->".join(a) for a in af.attacks])
        return made

    @classmethod
    def named(cls, af: AF, uncertain: Iterable[str]) -> IncompleteAF:
        """Answers a graph whose uncertain elements are given as texts: `a`, or `a->b`.

        Raises: UnknownId for a text that is neither an argument nor an attack.
        """
        texts = tuple(uncertain)
        arguments = [text for text in texts if text in af or "->" not in text]
        attacks = [text.partition("->") for text in texts if text not in arguments]
        return cls.of(af, arguments, [(attacker, target) for attacker, _, target in attacks])

    def completions(self) -> Iterator[AF]:
        """Answers every graph that may be the case; some may be equal.

        Raises: LimitExceeded beyond MAX_UNCERTAIN uncertain elements.
        """
        arguments, attacks = sorted(self.uncertain_arguments), sorted(self.uncertain_attacks)
        if len(arguments) + len(attacks) > MAX_UNCERTAIN:
            raise LimitExceeded(
                f"{len(arguments) + len(attacks)} uncertain elements; settle all but "
                f"{MAX_UNCERTAIN}, or ask what `possible` and `necessary` can decide"
            )
        for gone in _subsets(arguments):
            for cut in _subsets(attacks):
                yield self.without(gone, cut)

    def without(self, arguments: Iterable[str], attacks: Iterable[Attack]) -> AF:
        """Answers the graph in which exactly these uncertain elements are missing."""
        gone, cut = frozenset(arguments), frozenset(attacks)
        kept = [argument for argument in self.af.arguments if argument not in gone]
        return AF.of(kept, [a for a in self.af.attacks if a not in cut and gone.isdisjoint(a)])


def possible(
    incomplete: IncompleteAF,
    semantics: str | Semantics,
    argument: str,
    mode: str | Mode = Mode.CREDULOUS,
    *,
    deadline: float | None = None,
) -> bool:
    """Answers whether an argument is there and accepted in some completion.

    `deadline` is an instant of `time.monotonic`.

    Raises: UnknownId; LimitExceeded where completions have to be gone through and are too many:
    all cases but credulous acceptance under the semantics of GUESSED; OutOfBudget.
    """
    incomplete.af.index_of(argument)
    if Mode(mode) is Mode.CREDULOUS and semantics in GUESSED:
        return _guess(incomplete, Semantics(semantics), argument, deadline)
    return _some_completion(
        incomplete, lambda af: _accepts(af, semantics, argument, mode, deadline), deadline
    )


def necessary(
    incomplete: IncompleteAF,
    semantics: str | Semantics,
    argument: str,
    mode: str | Mode = Mode.CREDULOUS,
    *,
    deadline: float | None = None,
) -> bool:
    """Answers whether an argument is there and accepted in every completion; see `possible`."""
    incomplete.af.index_of(argument)
    return not _some_completion(
        incomplete, lambda af: not _accepts(af, semantics, argument, mode, deadline), deadline
    )


def _some_completion(
    incomplete: IncompleteAF, holds: Callable[[AF], bool], deadline: float | None
) -> bool:
    """Answers whether something holds in some completion; OutOfBudget says how many were seen."""
    seen = 0
    try:
        for af in incomplete.completions():
            if deadline is not None and time.monotonic() >= deadline:
                raise OutOfBudget("there was no time for more")
            if holds(af):
                return True
            seen += 1
    except OutOfBudget as error:
        uncertain = len(incomplete.uncertain_arguments) + len(incomplete.uncertain_attacks)
        raise OutOfBudget(
            f"time ran out after {seen:,} of {2**uncertain:,} completions; allow more, or settle "
            f"some of the {uncertain} uncertain elements"
        ) from error
    return False


def _accepts(af: AF, semantics: str, argument: str, mode: str, deadline: float | None) -> bool:
    return argument in af and bool(accepted(af, semantics, argument, mode, deadline=deadline))


def _guess(
    incomplete: IncompleteAF, semantics: Semantics, argument: str, deadline: float | None
) -> bool:
    encodings = ("incomplete", GUESSED[semantics])
    session = Session(encodings, _facts(incomplete), deadline=deadline)
    return session.satisfiable([(("in", (argument,)), True)])


def _facts(incomplete: IncompleteAF) -> Iterator[Atom]:
    for argument in incomplete.af.arguments:
        unsure = argument in incomplete.uncertain_arguments
        yield ("maybe_arg" if unsure else "sure_arg"), (argument,)
    for attack in incomplete.af.attacks:
        yield ("maybe_att" if attack in incomplete.uncertain_attacks else "sure_att"), attack


def _subsets(elements: Sequence[Element]) -> Iterator[tuple[Element, ...]]:
    sizes = range(len(elements) + 1)
    return chain.from_iterable(combinations(elements, size) for size in sizes)
