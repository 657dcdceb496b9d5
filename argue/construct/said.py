"""What sources say: reasons and replies by the worlds in which they hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from argue.construct.worlds import Worlds
from argue.model.framework import Voice
from argue.model.record import field, record

Worded = Callable[[Sequence[Fraction]], str]
"""Puts a reason into words, given its margins in the worlds an argument covers."""


@record
class Reason:
    """A source favours one option over another; `margins` by the worlds in which it does.

    `text` puts it into words, given the margins of the worlds an argument covers.
    """

    better: str
    worse: str
    margins: Mapping[int, Fraction]
    text: Worded
    voice: Voice = None
    name: str = ""

    @property
    def holds(self) -> int:
        """The worlds in which the reason holds, as a bit mask."""
        return sum(1 << world for world in self.margins)


@record
class Reply:
    """Standpoint `by` answers complaints for one option over another, each in some worlds.

    Or a critical question `by` that the data answer; then `text` says how.
    """

    by: str
    better: str
    worse: str
    answers: Mapping[Voice, int]
    text: str = ""


@record
class Source:
    """One source of reasons with all that it says.

    `missing` says what keeps it silent ('' if it has its data); `passes` are the options that
    pass its test in some world; `pruned` says that weaker complaints were left out;
    `residue` is the size of the complaint that remains whatever is done (None: none above the
    bound, or the source does not measure it).
    """

    id: str
    title: str
    family: str
    unit: str
    worlds: Worlds = field(default_factory=Worlds)
    reasons: tuple[Reason, ...] = ()
    replies: tuple[Reply, ...] = ()
    missing: str = ""
    passes: frozenset[str] = frozenset()
    pruned: bool = False
    residue: bool = False
