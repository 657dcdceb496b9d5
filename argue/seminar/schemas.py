"""The JSON Schemas of what a class hands about: quizzes, their keys, answers, and ballots."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from argue.seminar.class_files import LONGEST_NAME
from argue.seminar.poll_ballots import BALLOT, JUDGED
from argue.seminar.quiz.data import ANSWERS, KEY, QUIZ
from argue.seminar.quiz.items import Mistake
from argue.seminar.quiz.key_file import MOST_POINTS
from argue.seminar.quiz.kinds import KINDS
from argue.verdict.schema import FLAG, TEXT, Schema, by_id, items, maybe, record, word

ID: Schema = {"type": "string", "minLength": 1}
PERSON: Schema = {"type": "string", "pattern": r"\S", "maxLength": LONGEST_NAME}
IDS: Schema = {**items(ID), "minItems": 1}

QUESTION = record(
    id=ID,
    prompt=TEXT,
    several=FLAG,
    choices={**items(record(id=ID, text=TEXT)), "minItems": 2},
)
ITEM = record(
    id=ID,
    kind={"enum": list(KINDS)},
    title=TEXT,
    about=TEXT,
    text=items(TEXT),
    options=items(record(id=ID, text=TEXT)),
    arguments=items(record(id=ID, text=TEXT)),
    attacks=items({**items(ID), "minItems": 2, "maxItems": 2}),
    points={"type": "integer", "minimum": 0, "maximum": MOST_POINTS},
    questions={**items(QUESTION), "minItems": 1},
)
PAPER: Mapping[str, Schema] = MappingProxyType(
    {"id": ID, "title": TEXT, "student": TEXT, "language": ID, "items": items(ITEM)}
)
TOLD = by_id(record(mistake=maybe(word(Mistake)), text=TEXT))
KEYS = by_id(by_id(record(right=IDS, chosen=TOLD, missed=TOLD)))


def quiz_schema() -> Schema:
    """Answers the schema of a quiz: papers that hold nothing of what is right."""
    return _named(QUIZ, record(schema={"const": QUIZ}, papers=items(record(**PAPER))))


def key_schema() -> Schema:
    """Answers the schema of a key: the papers with what is right, and feedback on every choice."""
    paper = record(**PAPER, keys=KEYS)
    return _named(KEY, record(schema={"const": KEY}, papers=items(paper)))


def answers_schema() -> Schema:
    """Answers the schema of what one student hands in; what is not answered may be left out.

    The reader overlooks keys it does not know, so that another program may keep some of its own.
    """
    choices = {"type": "array", "items": ID}
    found = record(
        schema={"const": ANSWERS},
        paper=ID,
        student=PERSON,
        answers=by_id(by_id(choices)),
    )
    return _named(ANSWERS, {**found, "additionalProperties": True})


def ballot_schema() -> Schema:
    """Answers the schema of one person's ballot; what is left out stays open."""
    found = record(
        schema={"const": BALLOT},
        case=ID,
        name=PERSON,
        sha256=maybe({"type": "string", "pattern": "^[0-9a-f]{64}$"}),
        ranking=items({"anyOf": [ID, items(ID)]}),
        facts=by_id(maybe(FLAG)),
        considered=by_id({"enum": [*map(str, JUDGED), None]}),
    )
    return _named(BALLOT, {**found, "required": ["schema", "case", "name"]})


def _named(title: str, schema: Schema) -> Schema:
    draft = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": draft, "title": title, **schema}


SCHEMAS: Mapping[str, Callable[[], Schema]] = MappingProxyType(
    {
        "quiz": quiz_schema,
        "quiz-key": key_schema,
        "quiz-answers": answers_schema,
        "poll": ballot_schema,
    }
)
"""What a class hands about -> its schema; the names are those within `argue/.../v1`."""
