"""How widely a verdict is shared: what each source alone says, what leads, what nobody wants.

Nothing is averaged, and sources that say the same kind of thing count once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from argue.construct.said import Source
from argue.model.argument import Graph
from argue.model.record import record
from argue.model.verdict import Branch, Dissent, Leading, RuledOut, Status, Word
from argue.verdict.settings import Labels, PositionsOf, Settings
from argue.verdict.standing import Standing
from argue.verdict.statuses import statuses_of

Alone = Mapping[str, Mapping[str, Word]]

_WORDS = {
    Status.OBLIGATORY: Word.REQUIRED,
    Status.PERMISSIBLE: Word.ALLOWED,
    Status.IMPERMISSIBLE: Word.FORBIDDEN,
    Status.CONTESTED: Word.CONTESTED,
    Status.UNRESOLVED: Word.UNRESOLVED,
    Status.UNDEFINED: Word.UNDEFINED,
}


def alone(positions: PositionsOf, sources: Sequence[Source]) -> dict[str, dict[str, Word]]:
    """Answers what each source would say of every option if it were the only one."""
    return {source.id: said_alone(positions, sources, source) for source in sources}


def said_alone(
    positions: PositionsOf, sources: Sequence[Source], source: Source
) -> dict[str, Word]:
    """Answers what one of the sources would say of every option if it were the only one."""
    options = positions.graph.options
    others = frozenset(other.id for other in sources) - {source.id}
    if source.missing:
        return dict.fromkeys(options, Word.SILENT)
    if not source.reasons and not source.passes:
        return dict.fromkeys(options, Word.INDIFFERENT)
    found = list(positions.found(Settings(aside=others)))
    return {o: _WORDS[status] for o, status in statuses_of(options, found).items()}


def families_of(sources: Sequence[Source]) -> dict[str, tuple[Source, ...]]:
    """Answers the sources by family, in the order of the sources."""
    found: dict[str, list[Source]] = {}
    for source in sources:
        found.setdefault(source.family, []).append(source)
    return {family: tuple(members) for family, members in found.items()}


def allowed_by(
    options: Sequence[str], sources: Sequence[Source], words: Alone
) -> dict[str, tuple[int, int]]:
    """Answers for each option how many families allow it, of those that speak.

    A family whose members disagree counts among those that speak, not among those that allow.
    """
    speaking = [
        [words[s.id] for s in members if not s.missing] for members in families_of(sources).values()
    ]
    speaking = [members for members in speaking if members]
    allows = (Word.REQUIRED, Word.ALLOWED, Word.INDIFFERENT)
    return {
        o: (sum(all(said[o] in allows for said in members) for members in speaking), len(speaking))
        for o in options
    }


@record
class Tally:
    """Pairwise counts of families in one branch; `largest` margins are over the whole case."""

    graph: Graph
    sources: Sequence[Source]
    standing: Standing

    def votes(self, better: str, worse: str) -> tuple[int, int]:
        """Answers how many families favour the one over the other, and the reverse."""
        stances = [self._stance(f, better, worse) for f in families_of(self.sources).values()]
        return stances.count(1), stances.count(-1)

    def _stance(self, family: Sequence[Source], better: str, worse: str) -> int:
        said = [self.standing.said.get(source.id, frozenset()) for source in family]
        forward = any((better, worse) in pairs for pairs in said)
        backward = any((worse, better) in pairs for pairs in said)
        return int(forward) - int(backward)

    def leading(self) -> Leading | None:
        """Answers the only option that loses no pairwise count of families, if there is one."""
        options = self.graph.options
        unbeaten = [
            o
            for o in options
            if all(_at_least(self.votes(o, other)) for other in options if other != o)
        ]
        if len(unbeaten) != 1 or len(options) < 2:
            return None
        tally = {o: self.votes(unbeaten[0], o) for o in options if o != unbeaten[0]}
        return Leading(unbeaten[0], tally, self._smallest_dissent(unbeaten[0]))

    def _smallest_dissent(self, option: str) -> Dissent | None:
        largest = largest_margins(self.sources)
        found = [
            Dissent(str(r.source), str(r.better), r.margin[0], r.margin[0] / largest[str(r.source)])
            for r in self.standing.reasons
            if r.worse == option and r.margin is not None
        ]
        return min(found, key=lambda d: (d.share, d.source, d.prefers), default=None)


def _at_least(votes: tuple[int, int]) -> bool:
    return votes[0] >= votes[1]


def largest_margins(sources: Sequence[Source]) -> dict[str, Fraction]:
    """Answers for each source that gives reasons the largest margin of any of them."""
    return {s.id: max(max(r.margins.values()) for r in s.reasons) for s in sources if s.reasons}


def led_branches(
    graph: Graph, sources: Sequence[Source], standing: Sequence[Standing]
) -> tuple[Branch, ...]:
    """Answers every branch with the option that leads in it."""
    return tuple(
        Branch(s.facts, s.challenges, Tally(graph, sources, s).leading(), s.numbers)
        for s in standing
    )


def ruled_out(
    options: Sequence[str], found: Sequence[Labels], standing: Sequence[Standing]
) -> tuple[RuledOut, ...]:
    """Answers the options out in every position, and whether one alternative beats them for all."""
    gone = [
        o
        for o in options
        if found
        and all(o not in x.permitted and o not in x.undecided - x.eliminated for x in found)
    ]
    return tuple(
        RuledOut(o, _preferred(o, options, standing), _nobodys_worst(o, options, standing))
        for o in gone
    )


def _preferred(
    option: str, options: Sequence[str], standing: Sequence[Standing]
) -> tuple[str, ...]:
    """Answers the single alternatives that every source that speaks favours, in every branch."""
    if not standing or not all(branch.said for branch in standing):
        return ()
    return tuple(
        other
        for other in options
        if other != option
        and all((other, option) in pairs for b in standing for pairs in b.said.values())
    )


def _nobodys_worst(option: str, options: Sequence[str], standing: Sequence[Standing]) -> bool:
    """Answers whether no source, in any branch, favours something over it and it over nothing."""
    return bool(standing) and not any(
        any((other, option) in pairs for other in options)
        and not any((option, other) in pairs for other in options)
        for branch in standing
        for pairs in branch.said.values()
    )
