"""How the arguments of a case come together, one at a time, and how the options then stand."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from argue.model.argument import Kind
from argue.model.verdict import Label
from argue.report.pictures.drawing import Arrow
from argue.report.words import listed, plain_source, quoted, sentence
from argue.seminar.language import Language
from argue.seminar.steps.board import WORDS, Board, board_of
from argue.seminar.steps.step import Step, Telling, opening
from argue.verdict.result import Analysis


def building_steps(analysis: Analysis, words: Language, *, position: int = 1) -> Telling:
    """Answers how the arguments on the map of a case come together in one position.

    First the options, then what speaks against each of them, and behind every argument at once
    what answers it. After each step the options are judged by what is there so far.

    Raises: UnknownId for a position there is not.
    """
    board = board_of(analysis, position)
    title = words.say("steps.building", title=analysis.case.title)
    return Telling(title, board, words, tuple(_steps(board, words)))


def _steps(board: Board, words: Language) -> Iterator[Step]:
    there = [n.id for n in board.nodes.values() if n.kind is Kind.PERMISSION]
    options = listed([quoted(board.nodes[n].heading) for n in there], words.say("steps.and"))
    said = (opening(board, words), words.say("steps.board_line", options=options))
    yield Step(words.say("steps.board"), said, board.labels(there))
    for name in order_of(board):
        before = tuple(there)
        there.append(name)
        labels = board.labels(there)
        lines = (*_entering(board, name, before, words), so_far(board, labels, words))
        yield Step(words.say("steps.enters"), lines, labels, name)


def order_of(board: Board) -> tuple[str, ...]:
    """Answers the boxes but the options in the order in which they come in."""
    found: dict[str, None] = {}
    options = {n.id for n in board.nodes.values() if n.kind is Kind.PERMISSION}
    heads: dict[str, list[str]] = {}
    for arrow in board.drawing.arrows:
        heads.setdefault(arrow.head, []).append(arrow.tail)
    direct = {tail for option in options for tail in heads.get(option, ())}

    def enter(name: str) -> None:
        if name in found or name in options:
            return
        found[name] = None
        for answer in heads.get(name, ()):
            if answer not in direct:
                enter(answer)

    for option in board.nodes:
        if option in options:
            for attacker in heads.get(option, ()):
                enter(attacker)
    for name in board.nodes:
        enter(name)
    return tuple(found)


def _entering(board: Board, name: str, before: Collection[str], words: Language) -> Iterator[str]:
    yield sentence(board.who(name, words))
    for arrow in board.drawing.arrows:
        ends = (arrow.tail, arrow.head)
        if name in ends and ({*ends} - {name}) <= {*before}:
            yield _met(board, arrow, name, words)
    yield from _unmet(board, name, words)


def _unmet(board: Board, name: str, words: Language) -> Iterator[str]:
    """Yields what the position itself settles against an argument."""
    arguments = board.analysis.graph.arguments
    holds = board.labels([name])
    if holds[name] is not Label.OUT:
        return
    for attacker in board.graph.attackers_of(board.behind(name)):
        if arguments[attacker].kind in (Kind.FACT, Kind.NUMBERS):
            text = arguments[attacker].text.rstrip(".")
            yield words.say("steps.unmet", by=f"“{text}”")
        elif arguments[attacker].kind is Kind.ASIDE:
            yield words.say("steps.dismissed")


def _met(board: Board, arrow: Arrow, name: str, words: Language) -> str:
    """Answers how the arrow between a box that comes in and one that is there is to be read."""
    other = arrow.head if arrow.tail == name else arrow.tail
    who = board.who(other, words)
    if arrow.support:
        if arrow.tail == name:
            return words.say("steps.supports", target=who)
        return words.say("steps.supported", by=who)
    if arrow.ranking is not None:
        return _ranked(board, arrow, name, words)
    if arrow.tail == name:
        return words.say("steps.against", target=who)
    return words.say("steps.under", attacker=who)


def _ranked(board: Board, arrow: Arrow, name: str, words: Language) -> str:
    """Answers which of two reasons attacks the other under the ranking looked at."""
    source = {end: str(board.analysis.graph.arguments[end].source) for end in _ends(arrow)}
    other = next(end for end in _ends(arrow) if end != name)
    who = board.who(other, words)
    ranks = {plain_source(source[end]) for end in _ends(arrow)}
    if other in board.graph.attacked_by(name):
        higher, lower = plain_source(source[name]), plain_source(source[other])
        return words.say("steps.against_if", target=who, higher=higher, lower=lower)
    if name in board.graph.attacked_by(other):
        higher, lower = plain_source(source[other]), plain_source(source[name])
        return words.say("steps.under_if", attacker=who, higher=higher, lower=lower)
    return words.say("steps.neither", target=who, sources=listed(sorted(ranks)))


def _ends(arrow: Arrow) -> tuple[str, str]:
    return (arrow.tail, arrow.head)


def so_far(board: Board, labels: Mapping[str, Label], words: Language) -> str:
    """Answers how the options stand by what is on the board, accepting nothing by choice."""
    parts: list[str] = []
    for label, word in WORDS.items():
        options = [
            quoted(n.heading)
            for n in board.nodes.values()
            if n.kind is Kind.PERMISSION and labels.get(n.id) is label
        ]
        if options:
            said = listed(options, words.say("steps.and"))
            parts.append(words.say(f"steps.so_far_{word}", options=said))
    return words.say("steps.so_far", accepted=", ".join(parts))
