"""Words of the trade in plain language, each told where it is first used.

The catalogue of a language holds them twice: `terms.KEY` lists the forms a word takes, the one it
is looked up under first, and `glossary.KEY` says what it means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from argue.seminar.language import Language

TERMS = (
    "argument",
    "attack",
    "accepted",
    "rejected",
    "undecided",
    "option",
    "standpoint",
    "position",
    "ranking",
    "principle",
    "challenge",
    "critical_question",
    "grounded",
    "preferred",
    "objection",
    "reply",
    "fact",
    "norm",
    "obligatory",
    "permissible",
    "impermissible",
    "contested",
    "unresolved",
    "conflict_free",
    "admissible",
    "complete",
    "stable",
    "extension",
    "labelling",
    "crux",
)
"""The words that are explained, each a key of `terms` and of `glossary`."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word of the trade, and what it means in plain language."""

    key: str
    word: str
    meaning: str

    def __str__(self) -> str:
        return f"{self.word}: {self.meaning}"


def term(key: str, words: Language) -> Term:
    """Answers one word of the glossary; raises UnknownId for a key it does not have."""
    forms = words.say(f"terms.{key}").split(", ")
    return Term(key, forms[0], words.say(f"glossary.{key}"))


class FirstUses:
    """Remembers which words were explained, so that each is explained once, where it first is."""

    def __init__(self, words: Language) -> None:
        """Begin with nothing explained, in a language."""
        self._words = words
        self._told: set[str] = set()

    def of(self, texts: Iterable[str]) -> tuple[Term, ...]:
        """Answers the words in these texts that were not explained before, in the texts' order."""
        whole = "\n".join(texts)
        found: list[tuple[int, str]] = []
        for key in TERMS:
            if key in self._told:
                continue
            place = _place(self._words.say(f"terms.{key}").split(", "), whole)
            if place is not None:
                found.append((place, key))
        self._told.update(key for _, key in found)
        return tuple(term(key, self._words) for _, key in sorted(found))


def _place(forms: Iterable[str], text: str) -> int | None:
    """Answers where one of the forms of a word first stands in a text as a word of its own."""
    pattern = "|".join(re.escape(form) for form in forms)
    found = re.search(rf"(?<!\w)(?:{pattern})(?!\w)", text, re.IGNORECASE)
    return None if found is None else found.start()
