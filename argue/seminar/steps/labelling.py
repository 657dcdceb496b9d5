"""The grounded labelling of a case round by round, each step with its reason.

Source: [Dung95], the characteristic function from the empty set on; [Caminada06a] for labels.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from argue.model.af import AF
from argue.model.argument import Kind
from argue.model.verdict import Label
from argue.report.words import listed, quoted
from argue.seminar.language import Language
from argue.seminar.steps.board import Board, board_of
from argue.seminar.steps.step import Step, Telling, opening
from argue.verdict.result import Analysis

MOST_NAMED = 2
"""So many of the arguments that reject one are named; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Round:
    """What one round of the grounded labelling accepts, and what it rejects for that."""

    accepted: frozenset[str]
    rejected: frozenset[str]


def rounds_of(graph: AF) -> tuple[Round, ...]:
    """Answers the rounds of the grounded labelling of a graph, until nothing more follows.

    A round accepts whatever has no attackers but rejected ones, and rejects what that attacks.
    """
    found: list[Round] = []
    accepted: set[str] = set()
    rejected: set[str] = set()
    while True:
        free = {
            name
            for name in graph.arguments
            if name not in accepted and rejected.issuperset(graph.attackers_of(name))
        }
        if not free:
            return tuple(found)
        struck = {victim for name in free for victim in graph.attacked_by(name)} - rejected
        found.append(Round(frozenset(free), frozenset(struck)))
        accepted |= free
        rejected |= struck


def labelling_steps(analysis: Analysis, words: Language, *, position: int = 1) -> Telling:
    """Answers the grounded labelling of a case in one position, round by round, in sentences.

    Raises: UnknownId for a position there is not.
    """
    board = board_of(analysis, position)
    title = words.say("steps.labelling", title=analysis.case.title)
    return Telling(title, board, words, tuple(_steps(board, words)))


def _steps(board: Board, words: Language) -> Iterator[Step]:
    labels = dict.fromkeys(board.nodes, Label.UNDEC)
    hidden = len(board.graph) - len({board.behind(name) for name in board.nodes})
    key = "steps.rule" if hidden else "steps.rule_all"
    rule = words.say(key, hidden=hidden) if hidden else words.say(key)
    yield Step(words.say("steps.start"), (opening(board, words), rule), dict(labels))
    for number, found in enumerate(rounds_of(board.graph), 1):
        lines = tuple(_round(board, found, labels, words))
        for name in board.nodes:
            if board.behind(name) in found.accepted:
                labels[name] = Label.IN
            elif board.behind(name) in found.rejected:
                labels[name] = Label.OUT
        told = lines or (words.say("steps.nothing_told"),)
        yield Step(words.say("steps.round", number=number), told, dict(labels))
    yield Step(words.say("steps.end"), tuple(_end(board, labels, words)), dict(labels))


def _round(
    board: Board, found: Round, before: Mapping[str, Label], words: Language
) -> Iterator[str]:
    for name in board.nodes:
        if board.behind(name) in found.accepted:
            attacked = board.graph.attackers_of(board.behind(name))
            key = "steps.released" if attacked else "steps.free"
            yield words.say(key, who=board.who(name, words))
    for name in board.nodes:
        if board.behind(name) in found.rejected:
            yield _struck(board, name, found.accepted, words)


def _struck(board: Board, name: str, accepted: frozenset[str], words: Language) -> str:
    """Answers why a box is rejected in a round: what of the round attacks it, or its option."""
    by = [a for a in board.graph.attackers_of(board.behind(name)) if a in accepted]
    argument = board.analysis.graph.arguments[name]
    if argument.kind is Kind.REASON and argument.better is not None:
        direct = {a for a in board.graph.attackers_of(name) if a in accepted}
        if not direct:
            option = quoted(argument.better)
            return words.say("steps.baseless", who=board.who(name, words), option=option)
        by = sorted(direct)
    told = [board.who(n, words) for n in board.nodes if board.behind(n) in by]
    if not told:
        # A reason may hold, and override, before what it speaks for is known to be acceptable.
        held = [board.who(n, words) for n in board.nodes if n in by]
        told = [words.say("steps.reason_holds", who=who) for who in held]
    said = told[:MOST_NAMED] or [f"“{_text(board, by[0])}”"]
    more = max(len(told) - MOST_NAMED, 0)
    if more:
        said.append(words.say("steps.more" if more > 1 else "steps.one_more", more=more))
    return words.say(
        "steps.struck",
        who=board.who(name, words),
        by=listed(said, words.say("steps.and")),
    )


def _text(board: Board, name: str) -> str:
    """Answers what an argument that is not on the map says."""
    argument = board.analysis.graph.arguments[name]
    if argument.kind is Kind.OBJECTION:
        argument = board.analysis.graph.arguments[argument.premises[0]]
    return argument.text.rstrip(".")


def _end(board: Board, labels: Mapping[str, Label], words: Language) -> Iterator[str]:
    left = [name for name, label in labels.items() if label is Label.UNDEC]
    for name in left:
        waits = [
            n
            for n in board.nodes
            if board.behind(n) in board.graph.attackers_of(board.behind(name)) and n in left
        ]
        if waits:
            by = listed([board.who(n, words) for n in waits[:2]], words.say("steps.and"))
            yield words.say("steps.open", who=board.who(name, words), by=by)
    if not left:
        yield words.say("steps.settled")
    yield verdict(board, labels, words)


def verdict(board: Board, labels: Mapping[str, Label], words: Language) -> str:
    """Answers which options a labelling accepts, and which it rejects."""
    options = {n.heading: labels[n.id] for n in board.nodes.values() if n.kind is Kind.PERMISSION}
    named = {
        label: listed([quoted(o) for o, found in options.items() if found is label], last)
        for label, last in ((Label.IN, words.say("steps.and")), (Label.OUT, words.say("steps.or")))
    }
    kept, gone = named[Label.IN], named[Label.OUT]
    first = words.say("steps.verdict", accepted=kept) if kept else words.say("steps.verdict_none")
    return f"{first} {words.say('steps.verdict_out', rejected=gone)}" if gone else first
