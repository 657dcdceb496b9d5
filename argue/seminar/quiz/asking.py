"""A quiz asked in the terminal: question by question, feedback after each, words explained."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from argue.report.inert import inert
from argue.seminar.glossary import FirstUses
from argue.seminar.language import Language
from argue.seminar.quiz.html import texts_of
from argue.seminar.quiz.items import Field, Item, Key
from argue.seminar.quiz.kinds import Asked
from argue.seminar.quiz.marking import feedback, share, shown
from argue.seminar.quiz.papers import Paper
from argue.seminar.quiz.words import joined

Ask = Callable[[str], str]
Say = Callable[[str], None]
Answers = dict[str, list[str]]


def ask_paper(paper: Paper, language: Language, ask: Ask, say: Say) -> dict[str, Answers]:
    """Asks every question of a paper, says what is right in each, and answers what was chosen."""
    asking = Asking(language, ask, say)
    asking.tell(paper.title)
    answers = {
        asked.item.id: asking.item(asked, number) for number, asked in enumerate(paper.items, 1)
    }
    gained = Fraction(0)
    for asked in paper.items:
        chosen = answers[asked.item.id]
        worth = Fraction(asked.item.points, len(chosen))
        gained += sum(worth * share(asked.keys[name], made) for name, made in chosen.items())
    total = sum(asked.item.points for asked in paper.items)
    asking.tell("")
    asking.tell(language.say("quiz.score", points=shown(gained), total=total))
    return answers


class Asking:
    """Asks items of somebody who reads what is said and types what they choose."""

    def __init__(self, language: Language, ask: Ask, say: Say) -> None:
        """Take the language, what asks for a line, and what says one."""
        self._language, self._ask, self._say = language, ask, say
        self._uses = FirstUses(language)

    def tell(self, line: str) -> None:
        """Say a line in which nothing moves a cursor."""
        self._say(inert(line))

    def item(self, asked: Asked, number: int) -> Answers:
        """Answers what is chosen in every question of an item, after telling what is right."""
        item, answers = asked.item, Answers()
        self.tell("")
        self.tell(self._language.say("quiz.item", number=number, title=item.title))
        for line in _shown(item, self._language):
            self.tell(line)
        for term in self._uses.of(texts_of(item)):
            self.tell(f"  ({term})")
        for question in item.fields:
            answers[question.id] = self._choice(question)
            for line in _told(asked.keys[question.id], answers[question.id], self._language):
                self.tell(line)
        return answers

    def _choice(self, question: Field) -> list[str]:
        """Answers what is chosen, by its numbers; asks again until it can be read."""
        last = len(question.choices)
        self.tell(f"{question.prompt}:")
        for number, choice in enumerate(question.choices, 1):
            self.tell(f"  {number}. {choice.text}")
        prompt = "quiz.type_several" if question.several else "quiz.type_one"
        while True:
            typed = self._ask(self._language.say(prompt, last=last))
            chosen = _ids(typed.replace(",", " ").split(), question)
            if chosen and (question.several or len(chosen) == 1):
                return chosen
            self.tell(self._language.say("quiz.type_again", last=last))


def _shown(item: Item, language: Language) -> Iterator[str]:
    yield f"  {item.about}"
    yield from (f"  {name}: {text}" for name, text in item.options)
    if any(text for _, text in item.arguments):
        yield from (f"  {name}: {text}" for name, text in item.arguments)
    elif item.arguments:
        yield f"  {language.say('quiz.arguments')}: {joined(name for name, _ in item.arguments)}"
    for one, other in item.attacks:
        key = "quiz.attacks_itself" if one == other else "quiz.attacks"
        yield f"  {language.say(key, one=one, other=other)}"
    yield from item.text


def _ids(typed: Sequence[str], question: Field) -> list[str]:
    """Answers the choices with these numbers, none if one of them is no number of a choice."""
    numbers = [int(t) for t in typed if t.isascii() and t.isdigit() and len(t) < 4]
    if len(numbers) != len(typed) or not all(1 <= n <= len(question.choices) for n in numbers):
        return []
    return [question.choices[n - 1].id for n in sorted(set(numbers))]


def _told(key: Key, chosen: Sequence[str], language: Language) -> Iterator[str]:
    for told in feedback(key, chosen):
        word = "quiz.is_right" if told.mistake is None else "quiz.not_right"
        yield f"  -> {language.say(word)} {told.text}"
