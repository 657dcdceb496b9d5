"""What becomes of every statement of a rule base: justified, defensible, overruled, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from types import MappingProxyType

from argue.construct.rules.attacks import AttackKind, RuleGraph, rule_graph
from argue.construct.rules.derivations import MAX_DERIVATIONS, Derivation
from argue.construct.words import listed
from argue.errors import LimitExceeded, UnknownId
from argue.model.case import Literal
from argue.model.rules import RuleBase
from argue.semantics.definitions import Extension
from argue.semantics.table import Semantics
from argue.semantics.tasks import enumerated

MAX_EXTENSIONS = 10_000
"""Extensions of a base that are gone through."""

SHOWN = 3
"""How many arguments, and how many attacks on each, a reason names."""


class Standing(StrEnum):
    """What becomes of a statement under a semantics.

    justified: concluded in every extension; defensible: in some; overruled: in none, each
    argument for it being defeated in every extension; unresolved: in none, otherwise; unargued:
    nothing concludes it; undefined: the semantics has no extension.
    Source: [Prakken10] (justified, overruled, defensible); `unresolved` is ours, for what an odd
    cycle, or grounded semantics, leaves undecided.
    """

    JUSTIFIED = "justified"
    DEFENSIBLE = "defensible"
    OVERRULED = "overruled"
    UNRESOLVED = "unresolved"
    UNARGUED = "unargued"
    UNDEFINED = "undefined"


@dataclass(frozen=True, slots=True)
class Conclusion:
    """A statement, what becomes of it, the arguments for it, and why in words.

    `floating` says that it is justified by different arguments in different extensions, none of
    which is in all of them.
    """

    literal: Literal
    standing: Standing
    arguments: tuple[str, ...]
    why: str
    floating: bool = False


@dataclass(frozen=True, slots=True)
class RuleSolution:
    """The graph of a rule base, its extensions, and what becomes of every statement."""

    graph: RuleGraph
    semantics: Semantics
    extensions: tuple[Extension, ...]
    conclusions: Mapping[Literal, Conclusion]

    def conclusion(self, literal: Literal) -> Conclusion:
        """Answers what becomes of a statement of the base; raises UnknownId."""
        try:
            return self.conclusions[literal]
        except KeyError as error:
            raise UnknownId("statement", str(literal), map(str, self.conclusions)) from error

    def held_in(self, extension: Extension) -> frozenset[Literal]:
        """Answers the conclusions of the arguments of an extension."""
        return frozenset(self.graph.derivation(id_).conclusion for id_ in extension)


def solve_rules(
    base: RuleBase,
    semantics: str | Semantics = Semantics.PREFERRED,
    *,
    limit: int = MAX_DERIVATIONS,
    deadline: float | None = None,
) -> RuleSolution:
    """Answers what becomes of every statement of a rule base, in the order they are written.

    `deadline` is an instant of `time.monotonic`. Raises: ArgueError if the axioms contradict one
    another; LimitExceeded past `limit` arguments or MAX_EXTENSIONS; UnknownId for the semantics;
    OutOfBudget.
    """
    graph = rule_graph(base, limit=limit)
    found = tuple(islice(enumerated(graph.af, semantics, deadline=deadline), MAX_EXTENSIONS + 1))
    if len(found) > MAX_EXTENSIONS:
        raise LimitExceeded(
            f"the rules have more than {MAX_EXTENSIONS:,} {semantics} extensions; rank rules that "
            "contradict one another, or take grounded semantics, which has one extension"
        )
    found = tuple(sorted(found, key=lambda members: sorted(map(graph.af.index_of, members))))
    judge = _Judge(graph, Semantics(semantics), found)
    literals = (*base.literals(), *(each.conclusion for each in graph.derivations))
    return RuleSolution(
        graph,
        judge.semantics,
        found,
        MappingProxyType({literal: judge.conclusion(literal) for literal in literals}),
    )


class _Judge:
    """Judges statements of one graph under its extensions, and says why."""

    def __init__(self, graph: RuleGraph, semantics: Semantics, found: Sequence[Extension]) -> None:
        self.graph, self.semantics, self.extensions = graph, semantics, found
        self._defeated = [
            frozenset[str]().union(*map(graph.af.attacked_by, members)) for members in found
        ]
        self._accepted = frozenset[str]().union(*found)

    def conclusion(self, literal: Literal) -> Conclusion:
        """Answers what becomes of a statement."""
        arguments = self.graph.concluding(literal)
        ids = tuple(each.id for each in arguments)
        if not self.extensions:
            why = f"there is no {self.semantics} extension"
            return Conclusion(literal, Standing.UNDEFINED, ids, why)
        if not ids:
            return Conclusion(literal, Standing.UNARGUED, ids, "no argument concludes it")
        holding = [frozenset(ids) & members for members in self.extensions]
        if all(holding):
            return self._justified(literal, ids, holding)
        if any(holding):
            why = self._defensible(arguments, holding)
            return Conclusion(literal, Standing.DEFENSIBLE, ids, why)
        if all(out >= frozenset(ids) for out in self._defeated):
            return Conclusion(literal, Standing.OVERRULED, ids, self._fates(arguments))
        return Conclusion(literal, Standing.UNRESOLVED, ids, self._fates(arguments))

    def _justified(
        self, literal: Literal, ids: tuple[str, ...], holding: Sequence[frozenset[str]]
    ) -> Conclusion:
        common = holding[0].intersection(*holding[1:])
        named = [id_ for id_ in ids if id_ in (common or holding[0].union(*holding[1:]))]
        where = f"in every {self.semantics} extension"
        if common:
            why = f"{where}: {_named(named)}"
        else:
            why = f"{where}, though not always by the same argument: {_named(named)}"
        return Conclusion(literal, Standing.JUSTIFIED, ids, why, floating=not common)

    def _defensible(
        self, arguments: Sequence[Derivation], holding: Sequence[frozenset[str]]
    ) -> str:
        held = [each for each in arguments if any(each.id in members for members in holding)]
        names = _named([each.id for each in held])
        start = f"in some {self.semantics} extension but not in all: {names}"
        return "; ".join((start, *filter(None, map(self._attacked, held[:SHOWN]))))

    def _fates(self, arguments: Sequence[Derivation]) -> str:
        lines = [self._attacked(each) for each in arguments[:SHOWN]]
        more = len(arguments) - SHOWN
        return "; ".join(filter(None, (*lines, f"and {more} more arguments" if more > 0 else "")))

    def _attacked(self, argument: Derivation) -> str:
        """Answers what defeats an argument, that which is accepted somewhere first."""
        attacks = self.graph.defeats_of(argument.id)
        telling = [each for each in attacks if each.attacker in self._accepted] or list(attacks)
        words = [
            f"{_VERBS[each.kind]} by {each.attacker}"
            + (f" at {each.target}" if each.target != argument.id else "")
            for each in telling[:SHOWN]
        ]
        return f"{argument.id} is {listed(words)}" if words else ""


_VERBS = {
    AttackKind.REBUT: "rebutted",
    AttackKind.UNDERCUT: "undercut",
    AttackKind.UNDERMINE: "undermined",
}


def _named(ids: Sequence[str]) -> str:
    more = [f"{len(ids) - SHOWN} more"] if len(ids) > SHOWN else []
    return listed((*ids[:SHOWN], *more))
