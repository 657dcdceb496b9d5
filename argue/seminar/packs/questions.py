"""The five quiz items of a pack, and their key."""

from __future__ import annotations

from dataclasses import replace

from argue.analysis import applied
from argue.errors import ArgueError
from argue.seminar.language import Language
from argue.seminar.pages import CONTENT_LANGUAGE, page
from argue.seminar.quiz.items import Field, Key
from argue.seminar.quiz.papers import Order, Paper, papers
from argue.seminar.quiz.sources import CaseSource
from argue.verdict.result import Analysis

ITEMS = 5

KINDS = ("predict", "ranking", "scheme", "round", "rescue", "label", "admissible", "stable")
"""Kinds of items in the order in which a pack would have them; a case may not give some."""

SEED = "pack"


def paper_of(analysis: Analysis, words: Language) -> Paper | None:
    """Answers a quiz of five items about a case, the same whenever it is made.

    None where the case gives no item at all, as one without arguments does.
    """
    source = CaseSource(applied(analysis.given, analysis.setup))
    order = Order((source,), KINDS, SEED, words)
    try:
        (whole,) = papers(order)
    except ArgueError:
        return None
    if len(whole.items) <= ITEMS:
        return whole
    kinds = tuple(asked.item.kind for asked in whole.items[:ITEMS])
    (paper,) = papers(replace(order, kinds=kinds))
    return paper


def key_page(paper: Paper, words: Language) -> str:
    """Answers what is right in a quiz and why, as a page for the teacher."""
    return page(
        "key.html.j2",
        style="reading.css",
        title=f"{words.say('pack.title_key')}: {paper.title}",
        items=[
            {
                "title": asked.item.title,
                "text": asked.item.text,
                "arguments": asked.item.arguments,
                "answers": [
                    _answer(question, asked.keys[question.id], words)
                    for question in asked.item.fields
                ],
            }
            for asked in paper.items
        ],
        say=words.say,
        lang=words.code,
        content_lang=CONTENT_LANGUAGE,
    )


def _answer(question: Field, key: Key, words: Language) -> tuple[str, str, tuple[str, ...]]:
    """Answers a question with the choices that are right, and what is said about them."""
    texts = {choice.id: choice.text for choice in question.choices}
    right = "; ".join(texts[name] for name in key.right) or words.say("pack.key_none")
    told = dict.fromkeys(key.chosen[name].text for name in key.right if name in key.chosen)
    return question.prompt, right, tuple(told)
