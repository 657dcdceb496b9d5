"""A step-through as lines for a terminal, and as slides with a picture of the board."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from textwrap import fill
from types import MappingProxyType

from argue.seminar.glossary import FirstUses
from argue.seminar.language import Language
from argue.seminar.slides import Slide, slides_page, with_words
from argue.seminar.steps.building import building_steps
from argue.seminar.steps.labelling import labelling_steps
from argue.seminar.steps.step import Telling
from argue.verdict.result import Analysis

WIDTH = 80

TELLINGS: Mapping[str, Callable[..., Telling]] = MappingProxyType(
    {"labelling": labelling_steps, "building": building_steps}
)
"""What can be gone through step by step -> what tells it."""


def told(analysis: Analysis, what: str, words: Language, *, position: int = 1) -> Telling:
    """Answers a case step by step: `what` is a key of TELLINGS.

    Raises: UnknownId for a position there is not.
    """
    return TELLINGS[what](analysis, words, position=position)


def blocks(telling: Telling) -> Iterator[str]:
    """Yields a step-through as text, a block a step, words explained where they first come up."""
    uses = FirstUses(telling.words)
    yield f"{telling.title}\n{'─' * min(len(telling.title), WIDTH)}"
    for number, step in enumerate(telling.steps, 1):
        lines = [f"{number}. {step.title}"]
        lines += [_indented(line) for line in step.lines]
        lines += [_indented(f"({term})") for term in uses.of(step.lines)]
        yield "\n".join(lines)


def _indented(text: str) -> str:
    return fill(text, WIDTH, initial_indent="   ", subsequent_indent="     ")


def slides_of(telling: Telling) -> tuple[Slide, ...]:
    """Answers a step-through as slides, each with the board as it then stands."""
    alternative = telling.words.say("slides.picture")
    return tuple(
        Slide(
            title=f"{number}. {step.title}",
            lines=step.lines,
            svg=telling.board.picture(step.labels, f"step{number}"),
            alternative=f"{alternative}: {step.title}",
            focus=step.focus,
        )
        for number, step in enumerate(telling.steps, 1)
    )


def steps_page(telling: Telling) -> str:
    """Answers a step-through as one HTML page of slides, ending in a newline."""
    slides = with_words(slides_of(telling), FirstUses(telling.words))
    return slides_page(telling.title, slides, telling.words)
