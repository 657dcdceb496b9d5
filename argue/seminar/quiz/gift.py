r"""Quizzes in GIFT, which Moodle reads: every question of an item on its own, with feedback.

Source: the GIFT format of Moodle (docs.moodle.org/en/GIFT_format) and what Moodle makes of it
(question/format/gift). The signs ~ = # { } : and the backslash are escaped everywhere, a line end
is written \n, and what would end a question early, an empty line, does not occur. A text that
begins like a weight, %50%, or like a format, [plain], begins with an entity of HTML instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argue.report.inert import inert
from argue.seminar.language import Language
from argue.seminar.quiz.items import Field, Item, Key
from argue.seminar.quiz.kinds import Asked
from argue.seminar.quiz.papers import Paper

SPECIAL = "\\~=#{}:"
LINE = "\\n"
OPENINGS = {"%": "&\\#37;", "[": "&\\#91;"}
"""Signs with a meaning where an answer or its feedback begins -> how they are written there."""


def gift(papers: Iterable[Paper], language: Language) -> str:
    """Answers a quiz as GIFT: a category for every paper, a question for every one of an item."""
    blocks: list[str] = []
    for paper in papers:
        name = f"{paper.title} - {paper.student}" if paper.student else paper.title
        blocks.append(f"$CATEGORY: {_category(name)}")
        for asked in paper.items:
            blocks += _questions(asked, language)
    return "\n\n".join(blocks) + "\n"


def _category(name: str) -> str:
    """Answers a name of a category; a slash would begin one inside another.

    Of all escapes only that of a backslash is undone in it.
    """
    return inert(" ".join(name.split())).replace("\\", "\\\\").replace("/", "//")


def _questions(asked: Asked, language: Language) -> Iterator[str]:
    item = asked.item
    stem = _stem(item, language)
    for question in item.fields:
        name = f"{item.id} {item.title} {question.id}"
        text = LINE.join((stem, f"<b>{_safe(question.prompt)}</b>"))
        answers = "\n".join(_answers(question, asked.keys[question.id]))
        yield f"::{escaped(name)}::[html]{text} {{\n{answers}\n}}"


def _stem(item: Item, language: Language) -> str:
    """Answers what an item says before its questions, as inert markup in lines."""
    lines = [item.about, *(f"{name}: {text}" for name, text in item.options)]
    lines += [f"{name}: {text}" if text else name for name, text in item.arguments]
    if item.arguments:
        lines.append(language.say("quiz.only_these"))
    said = (
        language.say("quiz.attacks_itself", one=one)
        if one == other
        else language.say("quiz.attacks", one=one, other=other)
        for one, other in item.attacks
    )
    attacks = " ".join(said)
    shown = [*lines, *([attacks] if attacks else []), *item.text]
    return LINE.join(f"<p>{_safe(line)}</p>" for line in shown)


def _answers(question: Field, key: Key) -> Iterator[str]:
    """Yields every choice with its weight and feedback.

    Of several right ones each is worth its share, and a wrong one takes as much as a right gives.
    """
    for choice in question.choices:
        right = choice.id in key.right
        if question.several:
            share = _share(len(key.right))
            weight = f"~%{share if right else f'-{share}'}%"
        else:
            weight = "=" if right else "~"
        yield f"{weight}{_begun(choice.text)}#{_begun(key.chosen[choice.id].text)}"


def _share(number: int) -> str:
    """Answers a hundred divided, with as many decimals as Moodle knows its weights by."""
    return f"{100 / number:.5f}".rstrip("0").rstrip(".")


def _begun(text: str) -> str:
    """Answers a text as one that an answer or its feedback begins with."""
    safe = _safe(text)
    return OPENINGS.get(safe[:1], safe[:1]) + safe[1:]


def _safe(text: str) -> str:
    """Answers a text as inert HTML, escaped for GIFT."""
    from html import escape  # noqa: PLC0415  (named like what this module does)

    return escaped(escape(inert(" ".join(text.split())), quote=False))


def escaped(text: str) -> str:
    """Answers a text in which no sign has a meaning to GIFT."""
    return "".join(f"\\{c}" if c in SPECIAL else c for c in text)
