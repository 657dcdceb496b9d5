"""What a step-through is made of: steps with a title, sentences, and how the board then stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from argue.model.verdict import Label
from argue.seminar.language import Language
from argue.seminar.steps.board import Board


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what it is called, what happens in it, and how the boxes stand after it.

    `focus` is the box to look at, empty if none is more than the others.
    """

    title: str
    lines: tuple[str, ...]
    labels: Mapping[str, Label]
    focus: str = ""


@dataclass(frozen=True, slots=True)
class Telling:
    """A case told step by step on one board, in a language."""

    title: str
    board: Board
    words: Language
    steps: tuple[Step, ...]


def opening(board: Board, words: Language) -> str:
    """Answers in which position a case is looked at."""
    if not board.conditions:
        return words.say("steps.ground_plain")
    return words.say("steps.ground", conditions=board.conditions)
