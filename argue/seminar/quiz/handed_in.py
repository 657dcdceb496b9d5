"""Files that students and keys come in, read with everything that is wrong with them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from argue.errors import ArgueError, NoSuchInput
from argue.io.json_depth import parsed
from argue.model.record import record
from argue.seminar.quiz.data import ANSWERS, KEY
from argue.seminar.quiz.items import Key, Keys, Mistake, Told

MOST_BYTES = 20_000_000
LONGEST_NAME = 80


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


@record
class HandedIn:
    """One student's answers: item -> question -> the choices made."""

    file: str
    student: str
    paper: KeyPaper
    answers: Mapping[str, Mapping[str, tuple[str, ...]]]


class Unusable(ArgueError):
    """A file that cannot be used, with what is wrong with it."""


def read_json(path: Path) -> Mapping[str, Any]:
    """Answers the object in a JSON file.

    Raises: NoSuchInput; Unusable if it is too big, or holds no JSON object.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Unusable(f"larger than {MOST_BYTES} bytes")
        found: Any = parsed(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise NoSuchInput(f"there is no file {path}") from error
    except OSError as error:
        raise NoSuchInput(f"cannot read {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise Unusable("not a text in UTF-8") from error
    except json.JSONDecodeError as error:
        raise Unusable(f"not JSON: {error.msg} in line {error.lineno}") from error
    except ValueError as error:
        raise Unusable("not JSON that can be read") from error
    if not isinstance(found, dict):
        raise Unusable("holds no JSON object")
    return cast("Mapping[str, Any]", found)


def of_schema(data: Mapping[str, Any], schema: str) -> Mapping[str, Any]:
    """Answers the data again if they name this schema; raises Unusable otherwise."""
    if data.get("schema") != schema:
        said = f"schema {data['schema']!r}" if "schema" in data else "no schema"
        raise Unusable(f"has {said}; needed is {schema!r}")
    return data


def read_key(path: Path) -> Mapping[str, KeyPaper]:
    """Answers the papers of a key file by their ids.

    Raises: NoSuchInput; ArgueError for a file that is no key.
    """
    try:
        data = of_schema(read_json(path), KEY)
        return {paper["id"]: _paper(paper) for paper in data["papers"]}
    except Unusable as error:
        raise ArgueError(f"{path}: {error}; write one with argue quiz --key") from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ArgueError(f"{path}: not a whole key; write it anew with argue quiz --key") from error


def _paper(data: Mapping[str, Any]) -> KeyPaper:
    items = tuple(_item(item, data["keys"][item["id"]]) for item in data["items"])
    return KeyPaper(data["id"], data["title"], data["student"], items)


def _item(item: Mapping[str, Any], keys: Mapping[str, Any]) -> KeyItem:
    questions = item["questions"]
    return KeyItem(
        item["id"],
        item["kind"],
        item["title"],
        item["about"],
        int(item["points"]),
        {q["id"]: q["prompt"] for q in questions},
        {q["id"]: {c["id"]: c["text"] for c in q["choices"]} for q in questions},
        {q["id"]: _key(keys[q["id"]]) for q in questions},
    )


def _key(data: Mapping[str, Any]) -> Key:
    right = tuple(data["right"])
    if not right:
        raise ValueError("nothing is right")
    return Key(right, _told(data["chosen"]), _told(data["missed"]))


def _told(data: Mapping[str, Any]) -> Mapping[str, Told]:
    return {
        choice: Told(said["text"], Mistake(said["mistake"]) if said["mistake"] else None)
        for choice, said in data.items()
    }


def read_answers(path: Path, papers: Mapping[str, KeyPaper]) -> HandedIn:
    """Answers what one student handed in.

    Raises: Unusable with what is wrong: no answers, to another quiz, of somebody else, to what
    was not asked.
    """
    data = of_schema(read_json(path), ANSWERS)
    paper = papers.get(str(data.get("paper")))
    if paper is None:
        raise Unusable(f"answers paper {data.get('paper')!r}, which the key does not have")
    return HandedIn(path.name, _student(data, paper), paper, _answers(data, paper))


def _student(data: Mapping[str, Any], paper: KeyPaper) -> str:
    name = data.get("student")
    if not isinstance(name, str) or not name.strip():
        raise Unusable("names no student")
    if len(name) > LONGEST_NAME:
        raise Unusable(f"the student's name is longer than {LONGEST_NAME} characters")
    student = " ".join(name.split())
    if paper.student and student != paper.student:
        raise Unusable(f"is by {student!r}, but the paper is {paper.student!r}'s")
    return student


def _answers(
    data: Mapping[str, Any], paper: KeyPaper
) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Answers what was chosen in every question, nothing where nothing was."""
    given = _mapping(data.get("answers"), "answers")
    items = {item.id: item for item in paper.items}
    for name in given:
        if name not in items:
            raise Unusable(f"answers {name!r}, which was not asked")
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for item in paper.items:
        asked = _mapping(given.get(item.id, {}), item.id)
        for name in asked:
            if name not in item.keys:
                raise Unusable(f"answers question {name!r} of {item.id}, which was not asked")
        found[item.id] = {q: _chosen(asked.get(q, []), item, q) for q in item.keys}
    return found


def _chosen(made: Any, item: KeyItem, question: str) -> tuple[str, ...]:
    place = f"{item.id}, question {question}"
    if not isinstance(made, list):
        raise Unusable(f"{place}: the choices are no list")
    known = item.keys[question].chosen
    choices: list[str] = []
    for choice in cast("list[Any]", made):
        if not isinstance(choice, str) or choice not in known:
            raise Unusable(f"{place}: {choice!r} is no choice; known: {', '.join(known)}")
        choices.append(choice)
    several = bool(item.keys[question].missed)
    if len(set(choices)) > 1 and not several:
        raise Unusable(f"{place}: more than one choice where one is asked for")
    return tuple(dict.fromkeys(choices))


def _mapping(found: Any, name: str) -> Mapping[str, Any]:
    if not isinstance(found, dict):
        raise Unusable(f"{name} is no object")
    return cast("Mapping[str, Any]", found)
