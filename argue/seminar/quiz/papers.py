"""Quizzes put together: one paper a student, the same whenever it is made from the same seed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256

from argue.errors import ArgueError, UnknownId
from argue.model.record import record
from argue.seminar.class_files import LONGEST_NAME
from argue.seminar.language import Language
from argue.seminar.quiz.data import item_data
from argue.seminar.quiz.draw import Draw
from argue.seminar.quiz.kinds import KINDS, Asked, asked
from argue.seminar.quiz.sources import Source

EVERYBODY = ""
"""The student of a paper that is the same for all."""
_COUNT = re.compile("[0-9]{1,4}")

MOST_ITEMS = 100


@record
class Paper:
    """One student's quiz; `id` names its content, so that answers can be told to belong to it."""

    id: str
    title: str
    student: str
    language: str
    items: tuple[Asked, ...]


@record
class Order:
    """What a quiz is to be: its sources in turn, its kinds of items, its seed and language."""

    sources: tuple[Source, ...]
    kinds: tuple[str, ...]
    seed: str
    language: Language


def kinds_of(words: Iterable[str]) -> tuple[str, ...]:
    """Answers kinds of items from words such as `label` or `admissible:3`, in their order.

    Raises: UnknownId for a kind there is not; ArgueError for a number that is none.
    """
    found: list[str] = []
    for word in words:
        kind, colon, number = word.partition(":")
        if kind not in KINDS:
            raise UnknownId("kind of item", kind, KINDS)
        if colon and not (_COUNT.fullmatch(number) and 0 < int(number) <= MOST_ITEMS):
            said = f"after {kind}: there must be a number from 1 to {MOST_ITEMS}, as in {kind}:3"
            raise ArgueError(said)
        found += [kind] * int(number or 1)
    if len(found) > MOST_ITEMS:
        raise ArgueError(f"a quiz has at most {MOST_ITEMS} items; {len(found)} are asked for")
    return tuple(found)


def papers(order: Order, students: Sequence[str] = ()) -> tuple[Paper, ...]:
    """Answers a paper for every student, or one for everybody.

    Raises: ArgueError for a student named twice or by no name that answers may carry, or if no
    source can give any of the items.
    """
    names = tuple(map(_student, students)) or (EVERYBODY,)
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ArgueError(f"each student once, please; twice: {', '.join(twice)}")
    made = tuple(_paper(order, name) for name in names)
    if not any(paper.items for paper in made):
        raise ArgueError(
            f"nothing to ask: none of the sources gives an item of {', '.join(order.kinds)}; "
            "give a case, or --bare for small graphs"
        )
    return made


def _student(name: str) -> str:
    """Answers a name as it will stand in answers, with single spaces."""
    found = " ".join(name.split())
    if not 0 < len(found) <= LONGEST_NAME:
        raise ArgueError(
            f"the name of a student has from 1 to {LONGEST_NAME} characters; {name!r:.60} has "
            f"{len(found)}"
        )
    return found


def left_out(order: Order, made: Sequence[Paper]) -> tuple[str, ...]:
    """Answers the kinds of items that were asked for and that some paper lacks."""
    return tuple(
        kind
        for kind in dict.fromkeys(order.kinds)
        if any(
            sum(a.item.kind == kind for a in paper.items) < order.kinds.count(kind)
            for paper in made
        )
    )


def _paper(order: Order, student: str) -> Paper:
    found: list[Asked] = []
    for place in range(len(order.kinds)):
        item = _asked(order, student, place, len(found) + 1)
        if item is not None:
            found.append(item)
    cases = dict.fromkeys(s.case.given.title for s in order.sources if s.case is not None)
    about = ", ".join(cases) or order.language.say("quiz.title_drawn")
    title = order.language.say("quiz.title", about=about)
    paper = Paper("", title, student, order.language.code, tuple(found))
    content = json.dumps([title, student, [item_data(each.item) for each in found]])
    return replace(paper, id=sha256(content.encode("utf-8")).hexdigest()[:16])


def _asked(order: Order, student: str, place: int, number: int) -> Asked | None:
    """Answers an item of a kind from the first source that gives one, beginning at its turn."""
    kind = order.kinds[place]
    turn = place % len(order.sources)
    for source in (*order.sources[turn:], *order.sources[:turn]):
        draw = Draw("quiz", order.seed, student, kind, str(place), source.name)
        task = KINDS[kind].draw(source, draw)
        if task is not None:
            return asked(task, kind, number, order.language)
    return None
