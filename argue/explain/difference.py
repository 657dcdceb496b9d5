"""What differs between two analyses: statuses, the arguments that moved, and where it began."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from re import findall

from argue.construct.words import listed
from argue.explain.seen import Seen, seen
from argue.model.case import nothing
from argue.model.record import field, record
from argue.verdict.result import Analysis

MOST_NAMED = 3
"""So many arguments are named as those through which a status changed; the rest are counted."""

OPEN = ("fact:", "numbers:", "challenge:", "aside:", "priority:")
"""How the ids of arguments begin that say what a case may leave open."""


@record
class Moved:
    """One thing that stands differently: `was` and `now` in words, empty where it is not there.

    `through` are, for a status, the arguments at which the change began.
    """

    name: str
    was: str
    now: str
    through: tuple[str, ...] = ()


@record
class Difference:
    """How a second analysis differs from a first: outcome, statuses, arguments by id.

    `through` are the arguments of both whose standing changed, apart from permissions; `restated`
    those that say something else, such as another number. Of the arguments added and removed
    `conditions` are those that only hold under other conditions than before, and `texts` says what
    all of them say. `unchanged` are the options with the status they had.
    """

    outcome: Moved | None
    statuses: tuple[Moved, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    through: tuple[Moved, ...]
    restated: tuple[Moved, ...] = ()
    conditions: tuple[Moved, ...] = ()
    unchanged: Mapping[str, str] = field(default_factory=nothing)
    texts: Mapping[str, str] = field(default_factory=nothing)

    def __bool__(self) -> bool:
        """Whether anything differs."""
        told = (self.outcome, self.statuses, self.added, self.removed, self.through, self.restated)
        return any(told)

    @property
    def sentences(self) -> tuple[str, ...]:
        """The differences, a line each."""
        if not self:
            return ("Nothing differs.",)
        first = (*(() if self.outcome is None else (self.outcome,)), *self.statuses)
        moved = {m.name for m in self.through}
        lines = [_told(m) for m in first]
        lines += [f"{option}: {status}, as before" for option, status in self.unchanged.items()]
        lines += [f"[{m.name}] {m.was} -> {m.now}" for m in self.through if _tells(m.name, moved)]
        lines += [f"= {m.now} instead of {m.was}" for m in self.conditions]
        kept = {name for m in self.conditions for name in _ids(f"{m.was} {m.now}")}
        for sign, names in (("+", self.added), ("-", self.removed)):
            told = (n for n in names if n not in kept and _tells(n, names))
            lines += [f"{sign} {self.texts.get(name, '')} [{name}]" for name in told]
        restated = {m.name for m in self.restated}
        told = (m for m in self.restated if _tells(m.name, restated))
        lines += [f"~ now: {m.now}; before: {m.was} [{m.name}]" for m in told]
        return tuple(lines)


def _tells(name: str, others: Container[str]) -> bool:
    """Answers whether an argument tells more than another: an objection repeats its reason."""
    repeats = name.startswith("objection:")
    return not repeats or name.replace("objection:", "reason:", 1) not in others


def _told(moved: Moved) -> str:
    said = f"{moved.name}: {moved.was or 'not there'} -> {moved.now or 'not there'}"
    if not moved.through:
        return said
    more = len(moved.through) - MOST_NAMED
    named = [f"[{name}]" for name in moved.through[:MOST_NAMED]]
    return f"{said}, through {listed([*named, *([f'{more} more'] if more > 0 else [])])}"


def _ids(text: str) -> list[str]:
    """Answers the ids in brackets in a text."""
    return findall(r"\[([^\[\]]+)\]", text)


def _conditions(added: Sequence[str], removed: Sequence[str]) -> Iterator[Moved]:
    """Yields, of the arguments added, what was there before under other conditions.

    Behind an @ an id says what has to hold for the argument.
    """
    for base in dict.fromkeys(name.partition("@")[0] for name in added):
        now, was = (
            [f"[{name}]" for name in names if name.partition("@")[0] == base]
            for names in (added, removed)
        )
        if was and _tells(base, [name.partition("@")[0] for name in added]):
            yield Moved(base, listed(was), listed(now))


def difference(first: Analysis, second: Analysis) -> Difference:
    """Answers what changed from one analysis to another, and through which arguments."""
    return difference_of(seen(first.to_dict()), seen(second.to_dict()))


def difference_of(first: Seen, second: Seen) -> Difference:
    """Answers what changed from what is seen of one analysis to what is seen of another."""
    outcome = Moved("outcome", first.outcome, second.outcome)
    added = tuple(a for a in second.standings if a not in first.standings)
    removed = tuple(a for a in first.standings if a not in second.standings)
    moved = _moved(first.standings, second.standings)
    changed = frozenset((*added, *removed, *(m.name for m in moved)))
    leads_to = {
        name: (*first.leads_to.get(name, ()), *second.leads_to.get(name, ())) for name in changed
    }
    statuses = (
        Moved(m.name, m.was, m.now, _began(m, leads_to))
        for m in _moved(first.statuses, second.statuses, everywhere=True)
    )
    return Difference(
        outcome=outcome if outcome.was != outcome.now else None,
        statuses=tuple(statuses),
        added=added,
        removed=removed,
        through=tuple(m for m in moved if not m.name.startswith("permission:")),
        restated=_moved(first.texts, second.texts),
        conditions=tuple(_conditions(added, removed)),
        unchanged={o: s for o, s in second.statuses.items() if first.statuses.get(o) == s},
        texts={
            **{name: first.texts[name] for name in removed},
            **{name: second.texts[name] for name in added},
        },
    )


def _moved(
    first: Mapping[str, str], second: Mapping[str, str], *, everywhere: bool = False
) -> tuple[Moved, ...]:
    """Answers what is otherwise in a second mapping; `everywhere`: or in but one."""
    names = dict.fromkeys((*first, *second))
    pairs = ((n, first.get(n, ""), second.get(n, "")) for n in names)
    return tuple(
        Moved(name, was, now)
        for name, was, now in pairs
        if was != now and (everywhere or (name in first and name in second))
    )


def _began(moved: Moved, leads_to: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Answers where a change of a status began, in arguments that changed too.

    What a case leaves open comes first, then what is nearest. Of arguments that depend on each
    other in a circle all are told; of an option that only one analysis knows, none.
    """
    start = f"permission:{moved.name}"
    if not moved.was or not moved.now:
        return ()
    reached = {name: _reached(name, leads_to) for name in _reached(start, leads_to)}
    first = [n for n in reached if all(n in reached[other] for other in reached[n])]
    told = (n for n in first if not n.startswith(("permission:", "objection:")))
    return tuple(sorted(told, key=lambda name: not name.startswith(OPEN)))


def _reached(start: str, leads_to: Mapping[str, Sequence[str]]) -> dict[str, None]:
    """Answers the changed arguments that one depends on, itself included, nearest first."""
    found: dict[str, None] = {start: None}
    layer: list[str] = [start]
    while layer:
        following = (name for each in layer for name in leads_to.get(each, ()))
        layer = list(dict.fromkeys(n for n in following if n in leads_to and n not in found))
        found |= dict.fromkeys(layer)
    return found
