"""A syllabus of ten weeks that puts the packs in order: reading, question, pack, homework."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib import resources

from argue.io.case import load_case
from argue.seminar.language import DEFAULT, Language


@dataclass(frozen=True, slots=True)
class Week:
    """One week of the syllabus; `pack` is the id of a bundled case."""

    pack: str
    theme: str
    question: str
    reading: str
    homework: str


def weeks(language: str = DEFAULT) -> tuple[Week, ...]:
    """Answers the weeks in order, in a language if it is there, else in English."""
    folder = resources.files("argue.seminar.packs").joinpath("syllabi")
    path = folder.joinpath(f"{language}.toml")
    if not path.is_file():
        path = folder.joinpath(f"{DEFAULT}.toml")
    found = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(Week(**entry) for entry in found["week"])


def syllabus_text(words: Language) -> str:
    """Answers the syllabus in Markdown, ending in a newline."""
    say = words.say
    parts = [f"# {say('syllabus.title')}", "", say("syllabus.opening"), ""]
    for number, week in enumerate(weeks(words.code), 1):
        title = load_case(week.pack).title
        parts += [
            f"## {say('syllabus.week', number=number, theme=week.theme)}",
            "",
            f"- **{say('syllabus.question')}**: {week.question}",
            f"- **{say('syllabus.reading')}**: {week.reading}",
            f"- **{say('syllabus.pack')}**: {title} (`argue pack {week.pack} -o {week.pack}`)",
            f"- **{say('syllabus.homework')}**: {week.homework}",
            "",
        ]
    return "\n".join(parts)
