"""A quiz in GIFT is read back as the quiz it was: its questions, answers, right answers and texts.

The reader does what Moodle documents (docs.moodle.org/en/GIFT_format) and does in order: comments,
escapes, name, answers in braces, weights, feedback, formats.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from html import unescape
from typing import NamedTuple

import pytest

from argue.report.inert import inert
from argue.seminar.quiz.gift import gift
from argue.seminar.quiz.items import Choice, Told
from argue.seminar.quiz.papers import Paper
from tests.hostile.attacks import ATTACKS
from tests.hostile.cases import MARK, analysis_with, put
from tests.hostile.outputs import WORDS, paper_of

OWN = (
    *("[plain]text", "[html]", "%50%text", "%-50%[moodle]text", "#feedback", "####for all"),
    *("=right", "~wrong", "->", "T", "// no comment", "&&058; &&061; &#58;", "\\: \\n \\\\n \\"),
    *("a\n\n::b::c{=d}", "$CATEGORY: b", "a//b/c///d", "{}", ":: {#1..5}", " blanks  "),
)
"""What has a meaning to GIFT itself, where it stands at the beginning above all."""

TEXTS = (*(attack.text for attack in ATTACKS), *OWN)

SIGNS = {sign: chr(0xE000 + place) for place, sign in enumerate(":#={}~n\\")}
"""What may follow a backslash -> what stands in its place while signs still have meanings."""

FORMATS = ("html", "moodle", "plain", "markdown")


class Answer(NamedTuple):
    """A choice as it is shown: how much it is worth of 1, and what is said of it."""

    worth: float
    text: str
    feedback: str


class Question(NamedTuple):
    """A question as Moodle would keep it."""

    name: str
    text: str
    single: bool
    answers: tuple[Answer, ...]


def read(source: str) -> tuple[list[tuple[str, ...]], list[Question]]:
    """The paths of the categories in a file, and its questions."""
    categories: list[tuple[str, ...]] = []
    questions: list[Question] = []
    for block in re.split(r"\n[ \t]*(?:\n[ \t]*)+", source.strip()):
        lines = ("" if line.strip().startswith("//") else line for line in block.split("\n"))
        text = re.sub(r"\\([:#={}~n\\])", lambda found: SIGNS[found[1]], "\n".join(lines).strip())
        if text.startswith("$CATEGORY:"):
            path = re.split("(?<!/)/(?!/)", text.removeprefix("$CATEGORY:"))
            categories.append(tuple(plain(part).strip().replace("//", "/") for part in path))
        else:
            questions.append(question(text))
    return categories, questions


def plain(text: str) -> str:
    """A text in which escaped signs are signs again."""
    for sign, stand_in in SIGNS.items():
        text = text.replace(stand_in, "\n" if sign == "n" else sign)
    return text


def question(text: str) -> Question:
    _, name, rest = text.split("::", 2)
    start, end = rest.index("{"), rest.index("}")
    assert rest[end + 1 :] == "", "words after the answers make a gap to be filled in"
    inside = rest[start + 1 : end].strip()
    assert "####" not in inside and not inside.startswith("#")
    found = tuple(answers(inside))
    return Question(plain(name), shown(rest[:start]), "=" in inside, found)


def answers(inside: str) -> Iterator[Answer]:
    for written in filter(None, map(str.strip, inside.replace("=", "~=").split("~"))):
        weight = re.match(r"%(-?[0-9]{1,2}\.?[0-9]*)%", written)
        worth, rest = 0.0, written
        if written.startswith("="):
            worth, rest = 1.0, written[1:]
        elif weight:
            worth, rest = float(weight[1]) / 100, written[weight.end() :]
        text, _, feedback = rest.partition("#")
        yield Answer(worth, shown(text), shown(feedback))


def shown(markup: str) -> str:
    """What a browser shows of a text in HTML, which is the format unless it names another."""
    markup = markup.strip()
    form, _, rest = markup.removeprefix("[").partition("]")
    if markup.startswith("[") and form in FORMATS:
        assert form == "html", form
        markup = rest
    return unescape(re.sub("</?(?:p|b)>", "", plain(markup))).strip()


def said(text: str) -> str:
    return inert(" ".join(text.split()))


@cache
def marked() -> Paper:
    """A paper with every kind of item, whose texts are or hold what an attack is put for."""
    paper = paper_of(analysis_with(MARK))
    items = []
    for place, asked in enumerate(paper.items):
        if place % 2:  # of these every choice, feedback and prompt is the attack and nothing else
            fields = tuple(
                replace(one, prompt=MARK, choices=tuple(Choice(c.id, MARK) for c in one.choices))
                for one in asked.item.fields
            )
            keys = {
                name: replace(key, chosen={c: Told(MARK, t.mistake) for c, t in key.chosen.items()})
                for name, key in asked.keys.items()
            }
            items.append(replace(asked, item=replace(asked.item, fields=fields), keys=keys))
        else:
            items.append(asked)
    return replace(paper, items=tuple(items))


@pytest.mark.parametrize("share", range(4))
def test_a_quiz_is_read_back_as_it_was(share: int):
    for text in TEXTS[share::4]:
        items = (
            replace(one, item=put(one.item, text), keys=put(one.keys, text))
            for one in marked().items
        )
        paper = replace(marked(), title=text, student=text, items=tuple(items))
        categories, questions = read(gift([paper], WORDS))
        assert [len(path) for path in categories] == [1], text
        asked = [(one, field) for one in paper.items for field in one.item.fields]
        for (one, field), found in zip(asked, questions, strict=True):
            key = one.keys[field.id]
            assert found.name == f"{one.item.id} {one.item.title} {field.id}"
            assert said(one.item.about) in found.text and said(field.prompt) in found.text
            wanted = [(said(c.text), said(key.chosen[c.id].text)) for c in field.choices]
            assert [(a.text, a.feedback) for a in found.answers] == wanted, text
            right = {c.id for c, a in zip(field.choices, found.answers, strict=True) if a.worth > 0}
            assert right == {*key.right}, text
            assert found.single != field.several
            worth = sum(answer.worth for answer in found.answers if answer.worth > 0)
            assert abs(worth - bool(key.right)) < 1e-4, text


def test_a_quiz_is_filed_under_the_title_as_it_is():
    for text in TEXTS:
        paper = replace(marked(), title=text, student="")
        ((name,),) = read(gift([replace(paper, items=())], WORDS))[0]
        assert name == said(text), text
