"""How options stand in every ranking of the sources, given which pairs each source speaks to.

Of a pair of options the highest source that speaks decides. What a source says may be certain or
only possible; then so is what follows, and what is certain holds however the rest turns out: the
graph is incomplete, and its grounded labelling is taken over all completions. Source: [Dung95] for
the grounded labelling; that a source in doubt may decide or pass is ours.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from argue.errors import LimitExceeded
from argue.explain.circumstances import closure
from argue.model.case import Case
from argue.model.record import record

Said = tuple[int, int]
"""The pairs (better, worse), as bits, that a source surely speaks to, and those it may speak to."""
NOTHING: Said = (0, 0)
MOST_STEPS = 20_000
"""Partial rankings looked at for one branch."""

Pair = tuple[str, str]
Standing = tuple[frozenset[str], frozenset[str]]
"""The options surely permitted and those surely ruled out, in one branch and ranking."""


@record
class Pairs:
    """The ordered pairs of a case's options as bits; a pair and its reverse are neighbours."""

    options: tuple[str, ...]
    presumed: tuple[Pair, ...] = ()

    @classmethod
    def of(cls, case: Case) -> Pairs:
        """Answers the pairs of a case, and which options are presumed forbidden over which."""
        plans = case.options.values()
        presumed = tuple(
            (one.id, other.id)
            for one in plans
            for other in plans
            if one.presume_forbidden and not other.presume_forbidden
        )
        return cls(tuple(case.options), presumed)

    @cached_property
    def bit(self) -> Mapping[Pair, int]:
        """The bit of every ordered pair."""
        found: dict[Pair, int] = {}
        for place, one in enumerate(self.options):
            for other in self.options[place + 1 :]:
                found[one, other] = 1 << len(found)
                found[other, one] = 1 << len(found)
        return found

    @cached_property
    def _evens(self) -> int:
        return sum(1 << i for i in range(0, len(self.bit), 2))

    def reversed(self, mask: int) -> int:
        """Answers the same pairs the other way round."""
        return (mask & self._evens) << 1 | (mask >> 1) & self._evens

    def standing(self, beats: int, may_beat: int) -> Standing:
        """Answers what stands and falls for certain where some options beat others, or may."""
        permitted: set[str] = set()
        out: set[str] = set()
        settled = -1
        while settled != len(permitted) + len(out):
            settled = len(permitted) + len(out)
            for option in self.options:
                if option in permitted or option in out:
                    continue
                if self._falls(option, permitted, beats, may_beat):
                    out.add(option)
                elif self._stands(option, out, beats, may_beat):
                    permitted.add(option)
        return frozenset(permitted), frozenset(out)

    def _falls(self, option: str, permitted: set[str], beats: int, may_beat: int) -> bool:
        unmet = any(o == option and not may_beat & self.bit[o, d] for o, d in self.presumed)
        return unmet or any(beats & self.bit[better, option] for better in permitted)

    def _stands(self, option: str, out: set[str], beats: int, may_beat: int) -> bool:
        met = all(beats & self.bit[o, d] for o, d in self.presumed if o == option)
        rivals = (o for o in self.options if o != option and o not in out)
        return met and not any(may_beat & self.bit[rival, option] for rival in rivals)

    def in_all_rankings(
        self, said: Mapping[str, Said], order: frozenset[Pair]
    ) -> frozenset[Standing]:
        """Answers what stands for certain in each ranking that keeps an order, told once each.

        None at all if the order goes in a circle. Raises: LimitExceeded past MOST_STEPS.
        """
        whole = closure(set(order))
        if any(high == low for high, low in whole):
            return frozenset()
        speaking = tuple(source for source, (_, may) in said.items() if may)
        search = _Rankings(self, said, whole)
        return frozenset(self.standing(*met) for met in search.results(speaking, 0, (0, 0)))


class _Rankings:
    """Goes through rankings, those that leave the same together."""

    def __init__(self, pairs: Pairs, said: Mapping[str, Said], order: frozenset[Pair]) -> None:
        self.pairs, self.said, self.order = pairs, said, order
        self.seen: set[object] = set()

    def results(
        self, left: Sequence[str], closed: int, met: tuple[int, int]
    ) -> Iterator[tuple[int, int]]:
        """Yields what beats what surely, and possibly, after all sources `left` have spoken.

        `closed` are the pairs that some source has surely decided, `met` those that may have been
        decided so far, and those that may have been decided otherwise.
        """
        heard = tuple(source for source in left if self.said[source][1] & ~closed)
        state = (heard, closed, met)
        if state in self.seen:
            return
        self.seen.add(state)
        if len(self.seen) > MOST_STEPS:
            raise LimitExceeded("too many rankings of the sources to go through one by one")
        if not heard:
            yield closed & met[0] & ~met[1], met[0]
        for source in heard:
            if not any((high, source) in self.order for high in heard):
                rest = tuple(other for other in heard if other != source)
                yield from self.results(rest, *self._after(source, closed, met))

    def _after(self, source: str, closed: int, met: tuple[int, int]) -> tuple[int, tuple[int, int]]:
        surely, may = (mask & ~closed for mask in self.said[source])
        turn = self.pairs.reversed
        heard = may | turn(may)
        # Whoever can say one thing only of a pair says it, if anything.
        certain = surely | (may & ~turn(may))
        return closed | surely | turn(surely), (met[0] | may, met[1] | (heard & ~certain))
