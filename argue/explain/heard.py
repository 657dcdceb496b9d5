"""Which pairs of options a framework or a cap speaks to in one world, surely or possibly.

The rules are those of the graph: a reason whose margin is above 0 stands unless a reply or a
challenge undercuts it. With numbers known only within ends, a reason is sure if its margin is
above 0 at worst and every possible reply fails, and possible if it is so at best.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from argue.construct.affine import NotLinear
from argue.construct.spans import SPANS, Unbounded, high, low
from argue.errors import ArgueError, FrameworkError
from argue.explain.ranked_pairs import Pairs, Said
from argue.model.case import FrameworkUse, Mode, Target
from argue.model.framework import Findings, Framework, View, Voice
from argue.model.numbers import EXACT, Ops
from argue.model.record import record

Key = tuple[Voice, int, int]
"""Whose reason it is, and for which option over which, as indices."""


@record
class Doubts:
    """What the challenges that stand are aimed at: reasons, and replies."""

    reasons: tuple[Target, ...] = ()
    replies: tuple[Target, ...] = ()

    def spare_reply(self, seen: View, by: str, pair: tuple[int, int]) -> bool:
        """Answers whether no challenge is aimed at a reply."""
        better, worse = seen.options[pair[0]], seen.options[pair[1]]
        return not any(
            t.better in (None, better)
            and t.worse in (None, worse)
            and t.by in (None, by)
            and t.voice is None
            for t in self.replies
        )


@record
class Listening:
    """One use of a framework, what it sees in one world, and what is doubted of it there."""

    use: FrameworkUse
    kind: Framework
    seen: View
    doubts: Doubts
    pairs: Pairs

    @property
    def single_out(self) -> bool:
        """Whether single complaints or replies are challenged, or persons listed twice."""
        people = self.seen.standpoints
        narrow = any(t.voice or t.better or t.worse for t in self.doubts.reasons)
        return narrow or bool(self.doubts.replies) or len(set(people)) < len(people)

    def bit(self, pair: tuple[int, int]) -> int:
        """Answers the bit of a pair of options given by index."""
        return self.pairs.bit[self.seen.options[pair[0]], self.seen.options[pair[1]]]

    def spared(self, key: Key) -> bool:
        """Answers whether no challenge is aimed at a reason."""
        voice, a, b = key
        better, worse = self.seen.options[a], self.seen.options[b]
        return not any(
            t.better in (None, better)
            and t.worse in (None, worse)
            and t.voice in (None, voice)
            and t.by is None
            for t in self.doubts.reasons
        )


def said_in(listening: Listening, ops: Ops = EXACT) -> Said:
    """Answers which pairs a framework speaks to: as bits, those it surely does and those it may.

    Raises: FrameworkError if the framework does, or raises anything else; of numbers that move or
    are known within ends, NotLinear or Unbounded then, as it is not defined for some of them.
    """
    try:
        if (listening.use.mode or listening.kind.mode) is Mode.ENOUGH:
            return _enough(listening, ops)
        found = listening.kind.compare(listening.seen, ops)
    except FrameworkError as error:
        if ops is EXACT:
            raise
        raise (Unbounded(str(error)) if ops is SPANS else NotLinear()) from error
    except (ArgueError, TypeError):
        raise
    except Exception as error:
        name = listening.use.id
        raise FrameworkError(f"{name} raised {type(error).__name__}: {error}") from error
    surely = _standing(listening, found, _SURELY)
    return surely, _standing(listening, found, _POSSIBLY) if ops is SPANS else surely


@record
class _Ends:
    """Which ends of numbers make a reason sure, or possible: of what is for it, and against."""

    ours: Callable[[Any], Any]
    theirs: Callable[[Any], Any]


_SURELY, _POSSIBLY = _Ends(low, high), _Ends(high, low)


def _standing(listening: Listening, found: Findings, ends: _Ends) -> int:
    """Answers the pairs for which a reason stands, as bits."""
    reasons = {key for key, margin in found.margins.items() if ends.ours(margin) > 0}
    built_in = listening.kind.built_in
    if built_in:
        reasons -= {
            key
            for key, holds in found.answered.items()
            if ends.theirs(holds) > 0
            and listening.doubts.spare_reply(listening.seen, built_in.id, key[1:])
        }
    bits = sum_of(listening, (key for key in reasons if listening.spared(key)))
    for pair, both in found.complaints.items():
        if _complained(listening, pair, both, ends):
            bits |= listening.bit(pair)
    return bits


def _complained(
    listening: Listening,
    pair: tuple[int, int],
    both: tuple[Sequence[Any], Sequence[Any]],
    ends: _Ends,
) -> bool:
    """Answers whether some complaint against the worse option of a pair stands."""
    against_a, against_b = [ends.theirs(c) for c in both[0]], [ends.ours(c) for c in both[1]]
    if not listening.single_out:
        stands = bool(against_b) and EXACT.largest(against_b) > EXACT.largest(against_a)
        return stands and not listening.doubts.reasons
    people = listening.seen.standpoints
    doubts, seen = listening.doubts, listening.seen
    repliers = [
        c for t, c in zip(people, against_a, strict=True) if doubts.spare_reply(seen, t, pair)
    ]
    return any(
        mine > other
        and listening.spared((voice, *pair))
        and not any(reply >= mine for reply in repliers)
        for voice, mine, other in zip(people, against_b, against_a, strict=True)
    )


def sum_of(listening: Listening, keys: Iterable[Key]) -> int:
    """Answers the pairs that some keys are about, as bits."""
    bits = 0
    for _, a, b in keys:
        bits |= listening.bit((a, b))
    return bits


def _enough(listening: Listening, ops: Ops) -> Said:
    """Answers the pairs of which the first is enough by a framework's measure, the second not."""
    kind, bar = listening.kind, listening.use.enough
    if kind.value is None or bar is None:
        raise FrameworkError(f"{listening.use.id} measures nothing of which there could be enough")
    sign = -1 if kind.value_is_burden else 1
    surplus = [sign * (value - bar) for value in kind.value(listening.seen, ops)]
    sides = [
        sum_of(
            listening,
            (
                (None, a, b)
                for a, b in listening.seen.pairs
                if ends.ours(surplus[a]) >= 0
                and ends.theirs(surplus[b]) < 0
                and listening.spared((None, a, b))
            ),
        )
        for ends in (_SURELY, _POSSIBLY)
    ]
    return sides[0], sides[1]


Asked = Mapping[str, Said]
"""For each scope of a cap (a source, or `*`) the pairs it excuses from, surely and possibly."""


def excused(cells: Sequence[Any], caps: Mapping[str, Fraction], pairs: Pairs) -> Asked:
    """Answers the pairs whose first option asks more of an agent than a cap allows."""
    least, most = max(low(c) for c in cells), max(high(c) for c in cells)
    found: dict[str, Said] = {}
    for scope, cap in caps.items():
        surely = may = 0
        for better, got in zip(pairs.options, cells, strict=True):
            for worse, instead in zip(pairs.options, cells, strict=True):
                if better == worse:
                    continue
                bit = pairs.bit[better, worse]
                if high(got) < low(instead) and least - high(got) >= cap:
                    surely |= bit
                if low(got) < high(instead) and most - low(got) >= cap:
                    may |= bit
        found[scope] = (surely, may)
    return found
