"""Argument maps small enough for a quiz: parts of a case's graph, of a bare one, or drawn ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from string import ascii_uppercase

from argue.model.af import AF
from argue.model.argument import Graph, Kind
from argue.model.case import Case, nothing
from argue.model.record import field, record
from argue.semantics.grounded import grounded_labelling
from argue.seminar.quiz.draw import Draw

MOST = 6
"""Arguments of a map at most: as many as a reader keeps in mind."""
FEWEST = 3
TRIES = 60
"""Maps drawn in one search for one that is worth asking about."""


@record
class Map:
    """A few arguments by their letters, the attacks among them, and what each says.

    `title` is that of the case, empty for a bare graph, which has no `says`; `ids` are the
    arguments' own ids, `options` those of the case with their texts.
    """

    af: AF
    title: str = ""
    says: Mapping[str, str] = field(default_factory=nothing)
    ids: Mapping[str, str] = field(default_factory=nothing)
    options: Mapping[str, str] = field(default_factory=nothing)


Fits = Callable[[Map], bool]
"""Whether a map is worth asking about, for one kind of item."""


def anything(found: Map) -> bool:
    """Answers whether a map has accepted arguments and others, so that it is no mere list."""
    labels = grounded_labelling(found.af)
    return bool(found.af.attacks) and len(labels.in_) < len(found.af)


def drawn_map(draw: Draw) -> Map:
    """Answers a map of letters with attacks drawn at random."""
    size = 4 + draw.below(3)
    letters = ascii_uppercase[:size]
    pairs = [(a, b) for a in letters for b in letters if a != b]
    attacks = draw.some(pairs, size + draw.below(2))
    if draw.chance(8):
        loop = draw.one(letters)
        attacks = (*attacks, (loop, loop))
    return Map(AF.of(letters, sorted(attacks)))


def part_of_graph(af: AF, draw: Draw) -> Map:
    """Answers a connected part of a bare graph, all of it if it is small enough.

    Arguments keep their ids where these are short, else they get letters.
    """
    chosen = af.arguments
    if len(af) > MOST:
        chosen = _grown(draw.one(af.arguments), _neighbours(af), draw)
    part = af.restricted_to(chosen)
    if all(len(argument) <= 3 for argument in part.arguments):
        return Map(part, ids={argument: argument for argument in part.arguments})
    return _lettered(part, part.arguments)


def part_of_case(plain: AF, graph: Graph, case: Case, draw: Draw) -> Map:
    """Answers what bears on one drawn option: its permission and what attacks it, and so on.

    A reason is left out where the objection that rests on it is there.
    """
    start = draw.one([a.id for a in graph.of_kind(Kind.PERMISSION)])
    rests = {a.premises[0]: a.id for a in graph.of_kind(Kind.OBJECTION)}
    chosen = _grown(start, plain.attackers_of, draw, avoid=rests)
    letters = _lettered(plain.restricted_to(chosen), chosen)
    says = {letter: graph.arguments[name].text for letter, name in letters.ids.items()}
    options = {name: option.text for name, option in case.options.items()}
    return replace(letters, title=case.title, says=says, options=options)


def _neighbours(af: AF) -> Callable[[str], Sequence[str]]:
    return lambda argument: (*af.attackers_of(argument), *af.attacked_by(argument))


def _grown(
    start: str,
    near: Callable[[str], Sequence[str]],
    draw: Draw,
    avoid: Mapping[str, str] = nothing(),
) -> tuple[str, ...]:
    """Answers up to MOST arguments reached from one; `avoid` names what makes one superfluous."""
    size = 4 + draw.below(MOST - 3)
    chosen = [start]
    for argument in _reached(start, near, draw):
        repeated = avoid.get(argument) in chosen or any(avoid.get(c) == argument for c in chosen)
        if argument not in chosen and not repeated:
            chosen.append(argument)
        if len(chosen) == size:
            break
    return tuple(chosen)


def _reached(start: str, near: Callable[[str], Sequence[str]], draw: Draw) -> Iterator[str]:
    """Yields arguments from near to far, at most two for each, so that a map gets depth."""
    queue, seen = [start], {start}
    while queue:
        current = queue.pop(0)
        yield current
        for argument in draw.some([a for a in near(current) if a not in seen], 2):
            seen.add(argument)
            queue.append(argument)


def _lettered(af: AF, chosen: Sequence[str]) -> Map:
    """Answers a graph with letters for ids, in the order in which they were chosen."""
    letter = dict(zip(chosen, ascii_uppercase, strict=False))
    attacks = sorted((letter[a], letter[b]) for a, b in af.attacks)
    ids = {short: name for name, short in letter.items()}
    return Map(AF.of(letter.values(), attacks), ids=ids)


def first_fitting(make: Callable[[Draw], Map], fits: Fits, draw: Draw) -> Map | None:
    """Answers the first of TRIES drawn maps that is big enough and fits; None if none does."""
    for _ in range(TRIES):
        found = make(draw)
        if len(found.af) >= FEWEST and fits(found):
            return found
    return None
