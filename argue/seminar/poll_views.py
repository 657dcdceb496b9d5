"""The different views of a class: what each comes to alone, and as a case that can be merged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from argue.analysis import judged
from argue.errors import ArgueError
from argue.explain.voices import Voice
from argue.io.case import read_case
from argue.io.document import text_document
from argue.io.nodes import ListNode, MapNode, Node, ScalarNode
from argue.io.writing import block
from argue.model.case import Case
from argue.model.record import record
from argue.model.verdict import Status
from argue.seminar.poll_ballots import Ballot, Box, Cast, Pair
from argue.verdict.result import Setup

Statuses = Mapping[str, Status]


@record
class View:
    """One view with everybody who holds it, and what it comes to on its own."""

    name: str
    holders: tuple[str, ...]
    ballot: Ballot
    statuses: Statuses


class Judge:
    """Answers what a case comes to for whoever ranks and believes this or that, each once."""

    def __init__(self, case: Case, deadline: float | None = None) -> None:
        """Take the case, and when to stop."""
        self.case, self.deadline = case, deadline
        self._known: dict[tuple[frozenset[Pair], frozenset[tuple[str, bool]]], Statuses] = {}

    def statuses(self, ballot: Ballot) -> Statuses:
        """Answers what every option is by somebody's own lights.

        Raises: ArgueError for a ranking that goes against what the case itself ranks.
        """
        key = (frozenset(ballot.pairs), frozenset(ballot.facts.items()))
        if key not in self._known:
            setup = Setup(facts=dict(ballot.facts), priorities=ballot.pairs)
            self._known[key] = judged(self.case, setup, self.deadline)
        return self._known[key]


def views_of(box: Box, judge: Judge) -> tuple[tuple[View, ...], Box]:
    """Answers the different views, those of most people first, and the ballots that count.

    A ballot that goes against what the case itself ranks does not count.
    """
    by: dict[object, list[Cast]] = {}
    statuses: dict[object, Statuses] = {}
    refused = list(box.refused)
    counted: list[Cast] = []
    for one in box.cast:
        try:
            statuses[one.ballot.key] = judge.statuses(one.ballot)
        except ArgueError as error:
            refused.append((one.file, f"cannot be judged: {error}"))
            continue
        counted.append(one)
        by.setdefault(one.ballot.key, []).append(one)
    together = sorted(by.items(), key=lambda pair: -len(pair[1]))
    views = tuple(
        View(f"view_{number}", tuple(c.name for c in held), held[0].ballot, statuses[key])
        for number, (key, held) in enumerate(together, 1)
    )
    return views, Box(tuple(counted), tuple(refused), box.repeated)


def voices_of_views(views: Sequence[View], case: Case) -> tuple[Voice, ...]:
    """Answers every view as a submission: the case with what the view says written into it."""
    return tuple(_voice(view, case) for view in views)


def _voice(view: View, case: Case) -> Voice:
    read = text_document(case.written, case.file or case.id).root
    assert read is not None, "a case that was read can be read again"
    entries = dict(read.entries)
    if view.ballot.facts:
        facts = entries["facts"]
        assert isinstance(facts, MapNode), "facts are a mapping"
        settled = {name: _settled(facts, name, h) for name, h in view.ballot.facts.items()}
        entries["facts"] = MapNode({**facts.entries, **settled}, {})
    if view.ballot.pairs:
        before = entries.get("priorities")
        listed = before.items if isinstance(before, ListNode) else ()
        stated = {(p.higher, p.lower) for p in case.priorities}
        added = (ListNode(tuple(map(_text, p))) for p in view.ballot.pairs if p not in stated)
        entries["priorities"] = ListNode((*listed, *added))
    if view.ballot.considered:
        entries["considered"] = _considered(view.ballot, case)
    root = MapNode(entries, {})
    text = block(root)
    return Voice(view.name, read_case(text, f"{view.name}.yaml", name=case.id), root)


def _text(word: str) -> ScalarNode:
    return ScalarNode(word, False)


def _settled(facts: MapNode, name: str, holds: bool) -> MapNode:
    fact = facts.entries[name]
    assert isinstance(fact, MapNode), "a fact is a mapping"
    entries = {key: node for key, node in fact.entries.items() if key != "credence"}
    return MapNode({**entries, "status": _text("agreed" if holds else "denied")}, {})


def _considered(ballot: Ballot, case: Case) -> Node:
    """Answers the judgements of others that the case reports, and a view's own."""
    reported = (j for j in case.considered if j.by or j.source or j.option not in ballot.considered)
    entries = [
        {"option": j.option, "status": j.status, "by": j.by, "source": j.source} for j in reported
    ]
    entries += [{"option": o, "status": str(s)} for o, s in ballot.considered.items()]
    return ListNode(
        tuple(
            MapNode({key: _text(word) for key, word in entry.items() if word is not None}, {})
            for entry in entries
        )
    )
