"""What a student hands in, read with everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from argue.model.record import record
from argue.seminar.class_files import LONGEST_NAME, Unusable, of_schema, read_json
from argue.seminar.quiz.data import ANSWERS
from argue.seminar.quiz.key_file import KeyItem, KeyPaper


@record
class HandedIn:
    """One student's answers: item -> question -> the choices made."""

    file: str
    student: str
    paper: KeyPaper
    answers: Mapping[str, Mapping[str, tuple[str, ...]]]


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
