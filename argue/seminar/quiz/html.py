"""A quiz as one page: a form that works offline and saves its answers as a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from argue.report.inert_html import inert_data
from argue.seminar.glossary import FirstUses, Term
from argue.seminar.language import Language
from argue.seminar.quiz.data import ANSWERS, keys_data
from argue.seminar.quiz.items import Item
from argue.seminar.quiz.kinds import Asked
from argue.seminar.quiz.pages import page
from argue.seminar.quiz.papers import Paper

WORDS = ("name_missing", "unanswered", "saved", "choose", "is_right", "not_right")
"""Texts that the script of the page says."""


def quiz_page(paper: Paper, language: Language, *, practice: bool = False) -> str:
    """Answers one student's quiz as a page; the key is in it only for practice."""
    data: dict[str, Any] = {
        "schema": ANSWERS,
        "paper": paper.id,
        "student": paper.student,
        "words": {key: _template(language, key) for key in WORDS},
    }
    if practice:
        data["keys"] = inert_data(keys_data(paper))
    return page(
        "quiz.html.j2",
        language,
        data,
        scripts=("saving", "quiz"),
        paper=paper,
        practice=practice,
        asked_with_terms=list(_with_terms(paper, language)),
    )


def _template(language: Language, key: str) -> str:
    """Answers a text with its names still in braces, for the script to fill in."""
    return language.say(f"quiz.{key}", items="{items}", file="{file}")


def _with_terms(paper: Paper, language: Language) -> Iterator[tuple[Asked, tuple[Term, ...]]]:
    """Yields every item with the words that it uses first."""
    uses = FirstUses(language)
    for asked in paper.items:
        yield asked, uses.of(texts_of(asked.item))


def texts_of(item: Item) -> tuple[str, ...]:
    """Answers everything that an item says to a student."""
    choices = (choice.text for question in item.fields for choice in question.choices)
    prompts = (question.prompt for question in item.fields)
    return (item.title, *item.text, *(text for _, text in item.arguments), *prompts, *choices)
