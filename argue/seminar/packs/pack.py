"""A pack: what a class on one case needs, as content; files and pages are made of it elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from argue import registry
from argue.model.case import Case
from argue.model.cells import Absent, Cell, Choice, Interval, Lottery, Unknown
from argue.report.content import Table
from argue.report.sections.alone import source_name
from argue.report.words import fact, listed, plain, plural, sentence, written
from argue.seminar.glossary import Term, term
from argue.seminar.language import Language
from argue.seminar.packs.outcomes import Answered, Doubt, answered, doubts
from argue.seminar.packs.questions import paper_of
from argue.seminar.packs.teaching import Teaching
from argue.seminar.quiz.papers import Paper
from argue.verdict.result import Analysis

MOST_CELLS = 24
"""A table of effects with more cells than this is left to the report: it would fill a page."""

HANDOUT_WORDS = ("standpoint", "principle", "attack", "contested")


@dataclass(frozen=True)
class Pack:
    """A case with what is written about it for a class, in a language of the interface."""

    analysis: Analysis
    teaching: Teaching
    words: Language

    @property
    def case(self) -> Case:
        """The case as it came."""
        return self.analysis.given

    @cached_property
    def whatifs(self) -> tuple[Answered, ...]:
        """Three questions about a changed case, with what comes of them."""
        return answered(self.analysis, self.teaching, self.words)

    @cached_property
    def doubts(self) -> tuple[Doubt, ...]:
        """What students tend to say, and what the engine replies."""
        return doubts(self.analysis, self.teaching, self.words)

    @cached_property
    def paper(self) -> Paper | None:
        """The quiz, None where the case gives no item at all."""
        return paper_of(self.analysis, self.words)

    @cached_property
    def effects(self) -> Table | None:
        """What each option does to whom; None without numbers, or if they would fill a page."""
        return effects(self.analysis.case, self.words)

    @cached_property
    def principles(self) -> tuple[tuple[str, str], ...]:
        """Every source of reasons with what it says in general."""
        return tuple(_principles(self.analysis, self.words))

    @cached_property
    def alone(self) -> Table:
        """What each source alone says of each option."""
        rows = tuple(
            (
                source_name(self.analysis, source),
                *(self.words.say(f"word.{word}") for word in row.values()),
            )
            for source, row in self.analysis.alone.items()
        )
        return Table(("", *self.analysis.graph.options), rows)

    @property
    def handout_words(self) -> tuple[Term, ...]:
        """The words explained on the handout."""
        return tuple(term(key, self.words) for key in HANDOUT_WORDS)

    @property
    def missing(self) -> tuple[str, ...]:
        """What nobody has written for this case, in words."""
        return tuple(self.words.say(f"pack.no_{name}") for name in self.teaching.missing)


def effects(case: Case, words: Language) -> Table | None:
    """Answers a table of what each option does to whom, with how many they are.

    None for a case without numbers, or with so many that a page could not hold them.
    """
    rows = case.payoffs
    if not rows or len(case.options) * len(case.standpoints) > MOST_CELLS:
        return None
    head = (words.say("pack.who"), *case.options)
    body = tuple(
        (
            _person(case, person, words),
            *(_cell(rows[option][person], words) for option in case.options),
        )
        for person in case.standpoints
    )
    unit = case.scale.unit or words.say("pack.points")
    return Table(head, body, words.say("pack.effects", unit=unit))


def _person(case: Case, name: str, words: Language) -> str:
    """Answers who a row is about: the name, the number, and what else is said of them."""
    person = case.standpoints[name]
    number = written(person.count)
    called = person.called
    if not person.text or person.text.startswith(called):
        who = sentence(person.text or called)[:-1]
        return words.say("pack.person", who=who, number=number)
    who = sentence(called)[:-1]
    return words.say("pack.person_told", who=who, number=number, text=person.text.rstrip("."))


def _cell(cell: Cell, words: Language) -> str:
    """Answers a cell as people write it; a condition with both its sides."""
    if isinstance(cell, Absent):
        return words.say("pack.absent")
    if isinstance(cell, Choice):
        given = listed([fact(literal.fact, literal.holds) for literal in cell.condition])
        then, other = _cell(cell.then, words), _cell(cell.otherwise, words)
        return words.say("pack.either", then=then, given=given, other=other)
    if isinstance(cell, Interval | Unknown):
        return words.say("pack.between", low=written(cell.low), high=written(cell.high))
    if isinstance(cell, Lottery):
        return words.say("pack.lottery", outcomes=plural(len(cell.branches), "outcome"))
    return written(cell)


def _principles(analysis: Analysis, words: Language) -> Iterator[tuple[str, str]]:
    case = analysis.case
    for use in case.frameworks:
        framework = registry.framework(use.type)
        named = framework.title
        if use.id not in (use.type, framework.id):
            named = f"{sentence(plain(use.id))[:-1]} ({framework.title})"
        yield named, sentence(framework.scheme)
    for norm in case.norms.values():
        yield words.say("pack.norm", norm=plain(norm.id)), sentence(norm.text or plain(norm.id))
    by: dict[str, list[str]] = {}
    for reason in case.reasons:
        by.setdefault(reason.by, []).append(reason.text or plain(reason.id))
    for source, texts in by.items():
        yield sentence(plain(source))[:-1], sentence(_first(texts))


def _first(texts: Sequence[str]) -> str:
    return texts[0]
