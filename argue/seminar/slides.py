"""Slides as one HTML file: arrow keys turn them, without a script they stand one below another."""

from __future__ import annotations

from dataclasses import dataclass, replace

from argue.report.content import Table
from argue.seminar.glossary import FirstUses, Term
from argue.seminar.language import Language
from argue.seminar.pages import CONTENT_LANGUAGE, page, picture


@dataclass(frozen=True, slots=True)
class Folded:
    """A question with an answer that is folded until somebody asks for it."""

    question: str
    answer: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: a title, sentences, perhaps a list, a table, folded answers or a picture.

    `svg` is a picture that has escaped its own text, `alternative` says what it shows, `focus` is
    the box in it to look at; `words` are explained at the foot. What is `quoted` is in the
    language of the case, the rest in that of the interface.
    """

    title: str
    lines: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()
    table: Table | None = None
    folded: tuple[Folded, ...] = ()
    svg: str = ""
    alternative: str = ""
    focus: str = ""
    words: tuple[Term, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything on it that may hold a word to be explained."""
        asked = tuple(f.question for f in self.folded)
        answered = tuple(line for f in self.folded for line in f.answer)
        return (self.title, *self.lines, *self.quoted, *asked, *answered)


def with_words(slides: tuple[Slide, ...], uses: FirstUses) -> tuple[Slide, ...]:
    """Answers slides with the words of the trade explained at the foot of the first that uses it.

    Words are looked for in the language of the interface.
    """
    return tuple(replace(slide, words=uses.of(slide.texts)) for slide in slides)


def slides_page(title: str, slides: tuple[Slide, ...], words: Language) -> str:
    """Answers slides as one HTML page, ending in a newline; all text in it is escaped."""
    return page(
        "slides.html.j2",
        style="slides.css",
        script="slides.js",
        title=title,
        slides=slides,
        say=words.say,
        lang=words.code,
        content_lang=CONTENT_LANGUAGE,
        picture=picture,
        count=words.say("slides.count", number="{number}", of="{of}"),
    )
