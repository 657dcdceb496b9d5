"""Files of a class: keys and answers of a quiz, ballots of a poll, what is written for teaching."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from argue.analysis import analyze
from argue.io.case import read_case
from argue.seminar.language import language
from argue.seminar.packs.outcomes import answered, doubts
from argue.seminar.packs.teaching import load_teaching
from argue.seminar.poll_ballots import read_ballots
from argue.seminar.quiz.data import key_data
from argue.seminar.quiz.grading import grade
from argue.seminar.quiz.handed_in import KeyPaper, read_key
from argue.seminar.quiz.kinds import KINDS
from argue.seminar.quiz.papers import Order, papers
from argue.seminar.quiz.sources import source_of
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
    """A key, and a good paper graded by it if there is one for everybody."""
    for paper in read_key(as_file("key.json", data)).values():
        for item in paper.items:
            assert item.points == int(item.points)


def answers(data: bytes) -> None:
    """What a student handed in, graded: accepted, or refused by name."""
    place = folder() / "answers"
    place.mkdir(exist_ok=True)
    (place / "one.json").write_bytes(data)
    found = grade(place, _papers())
    assert len(found.graded) + len(found.refused) == 1, "a file is lost"


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
