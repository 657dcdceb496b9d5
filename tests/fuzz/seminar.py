"""Files of a class: keys and answers of a quiz, ballots of a poll, what is written for teaching."""

import json
import shutil
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from argue.analysis import analyze
from argue.cli.output import as_json
from argue.io.case import read_case
from argue.seminar.language import language
from argue.seminar.packs.outcomes import answered, doubts
from argue.seminar.packs.teaching import load_teaching
from argue.seminar.poll_ballots import read_ballots
from argue.seminar.quiz.data import ANSWERS, key_data
from argue.seminar.quiz.grading import Grades, grade
from argue.seminar.quiz.key_file import KeyPaper, read_key
from argue.seminar.quiz.kinds import KINDS
from argue.seminar.quiz.papers import Order, papers
from argue.seminar.quiz.sources import source_of
from argue.seminar.quiz.summary import (
    student_text,
    summary_csv,
    summary_data,
    summary_page,
    summary_text,
)
from argue.verdict.result import Analysis
from tests.fuzz.rows import CASE, as_file, folder
from tests.fuzz.texts import chosen


@cache
def key_of_a_quiz() -> Mapping[str, Any]:
    """The plain data of a key, made as `argue quiz` makes it."""
    order = Order((source_of("trolley-switch"),), tuple(KINDS)[:3], "seed", language())
    return key_data(papers(order, ()))


@cache
def _papers() -> Mapping[str, KeyPaper]:
    text = json.dumps(key_of_a_quiz())
    return read_key(as_file("key-of-quiz.json", text.encode()))


def key(data: bytes) -> None:
    """A key, and by it graded what is all right and what is all wrong."""
    for grades in graded_by(read_key(as_file("key.json", data)), folder() / "graded"):
        summed_up(grades, page=chosen(data, 64))


def graded_by(read: Mapping[str, KeyPaper], place: Path) -> Iterator[Grades]:
    """Yields the grades of two classes, of which one has all right and the other all wrong."""
    for right in (True, False):
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        for number, paper in enumerate(read.values()):
            made = answers_to(paper, paper.student or "Ana", right=right)
            (place / f"{number}.json").write_text(json.dumps(made), encoding="utf-8")
        if read:
            yield grade(place, read)


def answers_to(paper: KeyPaper, student: str, *, right: bool) -> dict[str, Any]:
    """Answers as a page saves them, where every question has just what is right, or a wrong choice.

    A question without a wrong choice is left out.
    """
    answers: dict[str, dict[str, list[str]]] = {}
    for item in paper.items:
        chosen = answers.setdefault(item.id, {})
        for question, known in item.keys.items():
            wrong = [choice for choice in known.chosen if choice not in known.right]
            chosen[question] = list(known.right) if right else wrong[:1]
    return {"schema": ANSWERS, "paper": paper.id, "student": student, "answers": answers}


def summed_up(grades: Grades, *, page: bool) -> None:
    """All that is written of grades is text, and nobody has less than nothing or more than all."""
    words = language()
    for one in grades.graded:
        assert 0 <= one.points <= one.total
        student_text(one, words).encode()
    for rendered in (summary_text, summary_csv, *([summary_page] if page else [])):
        rendered(grades, words).encode()
    as_json(summary_data(grades)).encode()


def answers(data: bytes) -> None:
    """What a student handed in, graded: accepted, or refused by name."""
    place = folder() / "answers"
    place.mkdir(exist_ok=True)
    (place / "one.json").write_bytes(data)
    found = grade(place, _papers())
    assert len(found.graded) + len(found.refused) == 1, "a file is lost"
    summed_up(found, page=chosen(data, 64))


@cache
def _analysis() -> Analysis:
    return analyze(read_case(CASE, "base.yaml", name="base"))


def ballot(data: bytes) -> None:
    """A ballot of a poll: counted, or refused by name."""
    case = _analysis().case
    box = read_ballots([as_file("ballot.json", data)], case, ("rejection", "welfare"))
    assert len(box.cast) + len(box.refused) == 1, "a file is lost"


def teaching(data: bytes) -> None:
    """What is written about a case for a class; what is asked in it is answered."""
    found = load_teaching(str(as_file("teaching.toml", data)))
    if found.whatifs and chosen(data, 8):
        answered(_analysis(), found, language())
    if found.remarks and chosen(data, 8):
        doubts(_analysis(), found, language())
