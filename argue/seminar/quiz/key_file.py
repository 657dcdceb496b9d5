"""The key of a quiz, read back from its file with everything that is wrong in it.

A key may come from anybody. What is read here is whole: grading by it needs no further checks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from json import JSONDecodeError
from pathlib import Path
from typing import Any, TypeVar, cast

from argue.errors import FileError
from argue.model.record import record
from argue.seminar.class_files import Unusable, of_schema, read_json
from argue.seminar.language import language
from argue.seminar.quiz.data import KEY
from argue.seminar.quiz.items import Key, Keys, Mistake, Told

T = TypeVar("T")

MOST_POINTS = 1_000_000


@record
class KeyItem:
    """An item as a key knows it: its questions in order, with their prompts and keys."""

    id: str
    kind: str
    title: str
    about: str
    points: int
    prompts: Mapping[str, str]
    choices: Mapping[str, Mapping[str, str]]
    keys: Keys


@record
class KeyPaper:
    """A paper as a key knows it; `student` is empty where the paper is for everybody."""

    id: str
    title: str
    student: str
    items: tuple[KeyItem, ...]


def read_key(path: Path) -> Mapping[str, KeyPaper]:
    """Answers the papers of a key file by their ids.

    Raises: NoSuchInput; FileError for a file that is no key, with the place where it is none.
    """
    try:
        data = of_schema(read_json(path), KEY)
    except Unusable as error:
        at = error.__cause__
        place = f"{path}:{at.lineno}:{at.colno}" if isinstance(at, JSONDecodeError) else path
        raise FileError(f"{place}: {error}; write one with argue quiz --key") from error
    try:
        return _by_id(data, "papers", "", _paper)
    except Unusable as error:
        advice = "write it anew with argue quiz --key"
        raise FileError(f"{path}: not a whole key: {error}; {advice}") from error


def _paper(data: Mapping[str, Any], place: str) -> KeyPaper:
    keys = _object(data, "keys", place)

    def item(each: Mapping[str, Any], where: str) -> KeyItem:
        return _item(each, _object(keys, _text(each, "id", where), f"{place}.keys"), where)

    return KeyPaper(
        id=_text(data, "id", place),
        title=_text(data, "title", place),
        student=_text(data, "student", place),
        items=tuple(_by_id(data, "items", place, item).values()),
    )


def _item(data: Mapping[str, Any], keys: Mapping[str, Any], place: str) -> KeyItem:
    kind = _text(data, "kind", place)
    if f"quiz.kinds.{kind}" not in language().texts:
        raise Unusable(f"{place}.kind: {kind!r:.60} is no kind of items")

    def question(each: Mapping[str, Any], where: str) -> _Question:
        key = _object(keys, _text(each, "id", where), f"{place}: its keys")
        choices = _by_id(each, "choices", where, _choice)
        return _Question(_text(each, "prompt", where), choices, _key(key, choices, where))

    asked = _by_id(data, "questions", place, question)
    if not asked:
        raise Unusable(f"{place}.questions: there are none")
    return KeyItem(
        id=_text(data, "id", place),
        kind=kind,
        title=_text(data, "title", place),
        about=_text(data, "about", place),
        points=_points(data, place),
        prompts={name: each.prompt for name, each in asked.items()},
        choices={name: each.choices for name, each in asked.items()},
        keys={name: each.key for name, each in asked.items()},
    )


@record
class _Question:
    prompt: str
    choices: Mapping[str, str]
    key: Key


def _choice(data: Mapping[str, Any], place: str) -> str:
    return _text(data, "text", place)


def _key(data: Mapping[str, Any], choices: Mapping[str, str], place: str) -> Key:
    """Answers what is right in a question, and what is said of every one of its choices."""
    place = f"{place}: its key"
    right = tuple(dict.fromkeys(_each(data, "right", place, str)))
    chosen, missed = (
        {choice: _told(_object(told, choice, at), at) for choice in told}
        for told, at in ((_object(data, n, place), f"{place}.{n}") for n in ("chosen", "missed"))
    )
    if chosen.keys() != choices.keys():
        raise Unusable(f"{place}.chosen: say something of every choice, and of nothing else")
    if not right or not chosen.keys() >= set(right):
        raise Unusable(f"{place}.right: name choices of the question, at least one")
    if missed and not missed.keys() >= set(right):
        raise Unusable(f"{place}.missed: say something of every right choice")
    return Key(right, chosen, missed)


def _told(data: Mapping[str, Any], place: str) -> Told:
    mistake = data.get("mistake")
    if mistake is None:
        return Told(_text(data, "text", place))
    if mistake not in list(Mistake):
        raise Unusable(f"{place}.mistake: {mistake!r:.60} is no mistake that is known")
    return Told(_text(data, "text", place), Mistake(mistake))


def _points(data: Mapping[str, Any], place: str) -> int:
    found = data.get("points")
    if isinstance(found, float) and found.is_integer():
        found = int(found)
    if type(found) is not int or not 0 <= found <= MOST_POINTS:
        raise Unusable(f"{place}.points: write a whole number from 0 to {MOST_POINTS}")
    return found


def _text(data: Mapping[str, Any], name: str, place: str) -> str:
    found = data.get(name)
    if not isinstance(found, str):
        raise Unusable(f"{place}.{name}: a text is needed")
    return found


def _object(data: Mapping[str, Any], name: str, place: str) -> Mapping[str, Any]:
    found = data.get(name)
    if not isinstance(found, dict):
        raise Unusable(f"{place}: an object is needed under {name!r:.60}")
    return cast("Mapping[str, Any]", found)


def _each(data: Mapping[str, Any], name: str, place: str, sort: type[T]) -> list[T]:
    found = data.get(name)
    entries = cast("list[Any]", found if isinstance(found, list) else [None])
    if not all(isinstance(entry, sort) for entry in entries):
        called = "texts" if sort is str else "objects"
        raise Unusable(f"{place}.{name}: a list of {called} is needed".lstrip("."))
    return entries


def _by_id(
    data: Mapping[str, Any], name: str, place: str, made: Callable[[Mapping[str, Any], str], T]
) -> dict[str, T]:
    """Answers what is made of the objects in a list, by their ids, which are all different."""
    found: dict[str, T] = {}
    whole = f"{place}.{name}".lstrip(".")
    entries: list[dict[str, Any]] = _each(data, name, place, dict)
    for number, entry in enumerate(entries):
        where = f"{whole}[{number}]"
        known = _text(entry, "id", where)
        if known in found:
            raise Unusable(f"{where}.id: {known!r:.60} is another's already")
        found[known] = made(entry, where)
    return found
