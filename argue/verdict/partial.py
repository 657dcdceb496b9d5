"""What is known of a case when time runs out: the positions met so far, and what follows from them.

Nothing is guessed. Further positions never undo that an option is contested; every other status
waits until all of them have been met.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from argue.construct.words import listed, plain
from argue.errors import OutOfBudget
from argue.model.case import nothing
from argue.model.record import field, record
from argue.model.verdict import Status, Word
from argue.model.version import VERSION
from argue.verdict.engine import distinct
from argue.verdict.settings import Labels
from argue.verdict.statuses import statuses_of

SCHEMA = "argue/partial/v1"


@record
class Partial:
    """What was known of a case when its time was over, and what was being done then.

    `positions` are those met, all there are if `complete`; `statuses` the ones that no further
    position can change; `alone` what the sources asked by then say on their own. `simplify` says
    what could be done to the case so that it takes less time, what saves most first.
    """

    doing: str
    options: tuple[str, ...] = ()
    positions: tuple[Labels, ...] = ()
    complete: bool = False
    statuses: Mapping[str, Status] = field(default_factory=nothing)
    alone: Mapping[str, Mapping[str, Word]] = field(default_factory=nothing)
    simplify: tuple[str, ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        """All of it in words, that it is partial first."""
        told = [f"Partial: time ran out while {self.doing}."]
        told += [f'"{option}" is {status}.' for option, status in self.statuses.items()]
        left = [f'"{option}"' for option in self.options if option not in self.statuses]
        if left:
            told.append(f"Not known yet: the status of {listed(left)}.")
        whole = "in all" if self.complete else "so far, and there may be more"
        if self.positions:
            count = len(self.positions)
            told.append(f"{count} position{'s' if count > 1 else ''} found {whole}:")
            told += [f"- {self._told(labels)}." for labels in self.positions]
        for source, words in self.alone.items():
            said = listed(f'"{option}" {word}' for option, word in words.items())
            told.append(f"{plain(source)} alone: {said}.")
        if self.simplify:
            told.append(f"To get further: allow more time, or {listed(self.simplify, 'or')}.")
        return tuple(told)

    def _told(self, labels: Labels) -> str:
        told = [f"{_named(labels.permitted)} may be done"] if labels.permitted else []
        if labels.undecided:
            told.append(f"{_named(labels.undecided)} left undecided")
        return ", ".join(told) or "nothing may be done"

    def to_dict(self) -> dict[str, Any]:
        """Answers it as plain data for JSON, schema `argue/partial/v1`."""
        return {
            "schema": SCHEMA,
            "version": VERSION,
            "partial": True,
            "doing": self.doing,
            "options": {o: _word(self.statuses.get(o)) for o in self.options},
            "positions": [
                {"permissible": sorted(p.permitted), "undecided": sorted(p.undecided)}
                for p in self.positions
            ],
            "all_positions": self.complete,
            "alone": {s: {o: str(w) for o, w in row.items()} for s, row in self.alone.items()},
            "simplify": list(self.simplify),
            "sentences": list(self.sentences),
        }


def _named(options: Iterable[str]) -> str:
    return listed(f'"{option}"' for option in sorted(options))


def _word(status: Status | None) -> str | None:
    return None if status is None else str(status)


class OutOfTime(OutOfBudget):
    """Time ran out during an analysis; `partial` is what was known by then."""

    def __init__(self, message: str, partial: Partial) -> None:
        """Keep what was known; the message says what could be done about it."""
        ways = listed(partial.simplify, "or")
        super().__init__(f"{message}: {ways}" if ways else message)
        self.partial = partial


class SoFar:
    """Takes note of what becomes known during an analysis."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self.simplify: tuple[str, ...] = ()
        self.doing = "its arguments were being built"
        self.options: tuple[str, ...] = ()
        self.complete = False
        self.alone: dict[str, Mapping[str, Word]] = {}
        self._met: list[Labels] = []

    def all_of(self, options: Sequence[str], found: Iterable[Labels]) -> tuple[Labels, ...]:
        """Answers all positions once each, taking note of every one as it is met."""
        self.options, self.doing = tuple(options), "its positions were being looked for"
        for labels in found:
            self._met.append(labels)
        self.complete = True
        self.doing = "each source was being asked alone, and what would decide the case looked for"
        return distinct(self._met)

    @property
    def partial(self) -> Partial:
        """What is known now."""
        positions = distinct(self._met)
        statuses = statuses_of(self.options, positions) if positions or self.complete else {}
        if not self.complete:
            statuses = {o: s for o, s in statuses.items() if s is Status.CONTESTED}
        return Partial(
            doing=self.doing,
            options=self.options,
            positions=positions,
            complete=self.complete,
            statuses=statuses,
            alone=dict(self.alone),
            simplify=self.simplify,
        )
