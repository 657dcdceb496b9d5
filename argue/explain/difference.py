"""What differs between two analyses: statuses, and the arguments that came, went or moved."""

from __future__ import annotations

from argue.model.record import record
from argue.model.verdict import Label
from argue.verdict.result import Analysis


@record
class Moved:
    """One thing that stands differently: `was` and `now` in words, empty where it is not there."""

    name: str
    was: str
    now: str


@record
class Difference:
    """How a second analysis differs from a first: outcome, statuses, arguments by id.

    `through` are the arguments of both whose standing changed, apart from permissions.
    """

    outcome: Moved | None
    statuses: tuple[Moved, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    through: tuple[Moved, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """The differences, a line each."""
        if not any((self.outcome, self.statuses, self.added, self.removed, self.through)):
            return ("Nothing differs.",)
        lines = [f"{m.name}: {m.was or 'not there'} -> {m.now or 'not there'}" for m in self._moved]
        lines += [f"+ {name}" for name in self.added]
        lines += [f"- {name}" for name in self.removed]
        return tuple(lines)

    @property
    def _moved(self) -> tuple[Moved, ...]:
        return (*(() if self.outcome is None else (self.outcome,)), *self.statuses, *self.through)


def difference(first: Analysis, second: Analysis) -> Difference:
    """Answers what changed from one analysis to another, and through which arguments."""
    options = dict.fromkeys((*first.statuses, *second.statuses))
    statuses = (
        Moved(o, str(first.statuses.get(o, "")), str(second.statuses.get(o, ""))) for o in options
    )
    one, other = first.graph.arguments, second.graph.arguments
    through = (
        Moved(a, _standing(first, a), _standing(second, a))
        for a in one
        if a in other and not a.startswith("permission:")
    )
    outcome = Moved("outcome", str(first.outcome), str(second.outcome))
    return Difference(
        outcome=outcome if outcome.was != outcome.now else None,
        statuses=tuple(m for m in statuses if m.was != m.now),
        added=tuple(a for a in other if a not in one),
        removed=tuple(a for a in one if a not in other),
        through=tuple(m for m in through if m.was != m.now),
    )


def _standing(analysis: Analysis, name: str) -> str:
    labels = analysis.labels.get(name, frozenset())
    words = {Label.IN: "accepted", Label.OUT: "rejected", Label.UNDEC: "undecided"}
    return " or ".join(words[label] for label in Label if label in labels) or "undefined"
