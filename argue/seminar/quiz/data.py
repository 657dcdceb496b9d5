"""Papers and keys as plain data for JSON; every file says which schema it has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from argue.seminar.quiz.items import Item, Key, Told

if TYPE_CHECKING:
    from argue.seminar.quiz.papers import Paper

QUIZ = "argue/quiz/v1"
KEY = "argue/quiz-key/v1"
ANSWERS = "argue/quiz-answers/v1"


def item_data(item: Item) -> dict[str, Any]:
    """Answers an item without anything that says what is right in it."""
    return {
        "id": item.id,
        "kind": item.kind,
        "title": item.title,
        "about": item.about,
        "text": list(item.text),
        "options": [{"id": name, "text": text} for name, text in item.options],
        "arguments": [{"id": name, "text": text} for name, text in item.arguments],
        "attacks": [list(pair) for pair in item.attacks],
        "points": item.points,
        "questions": [
            {
                "id": asked.id,
                "prompt": asked.prompt,
                "several": asked.several,
                "choices": [{"id": c.id, "text": c.text} for c in asked.choices],
            }
            for asked in item.fields
        ],
    }


def paper_data(paper: Paper) -> dict[str, Any]:
    """Answers one student's paper."""
    return {
        "id": paper.id,
        "title": paper.title,
        "student": paper.student,
        "language": paper.language,
        "items": [item_data(asked.item) for asked in paper.items],
    }


def quiz_data(papers: Iterable[Paper]) -> dict[str, Any]:
    """Answers a quiz: the papers of all students."""
    return {"schema": QUIZ, "papers": [paper_data(paper) for paper in papers]}


def keys_data(paper: Paper) -> dict[str, Any]:
    """Answers the keys of a paper's items, by item and question."""
    return {
        asked.item.id: {name: _key(key) for name, key in asked.keys.items()}
        for asked in paper.items
    }


def key_data(papers: Iterable[Paper]) -> dict[str, Any]:
    """Answers the key of a quiz: its papers with what is right, and feedback on every choice."""
    return {
        "schema": KEY,
        "papers": [{**paper_data(paper), "keys": keys_data(paper)} for paper in papers],
    }


def _key(key: Key) -> dict[str, Any]:
    return {
        "right": list(key.right),
        "chosen": _told(key.chosen),
        "missed": _told(key.missed),
    }


def _told(told: Mapping[str, Told]) -> dict[str, Any]:
    return {
        choice: {
            "mistake": None if said.mistake is None else str(said.mistake),
            "text": said.text,
        }
        for choice, said in told.items()
    }
