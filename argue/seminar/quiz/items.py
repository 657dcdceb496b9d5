"""What a student sees of a task, and what is known about every answer to it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from argue.model.case import nothing
from argue.model.record import field, record


class Mistake(StrEnum):
    """The ways in which an answer can be wrong; each has its own feedback, `quiz.wrong`."""

    SAID_YES = "said_yes"
    NO_CONFLICT = "no_conflict"
    IS_ANSWERED = "is_answered"
    NOT_DEFENDED = "not_defended"
    IS_REACHED = "is_reached"
    NOT_REQUIRED = "not_required"
    MERELY_ATTACKED = "merely_attacked"
    IN_CALLED_OUT = "in_called_out"
    IN_CALLED_UNDEC = "in_called_undec"
    OUT_CALLED_IN = "out_called_in"
    OUT_CALLED_UNDEC = "out_called_undec"
    UNDEC_CALLED_IN = "undec_called_in"
    UNDEC_CALLED_OUT = "undec_called_out"
    ACCEPTED_BEFORE = "accepted_before"
    IS_REJECTED = "is_rejected"
    NOT_YET = "not_yet"
    ATTACKS_ITSELF = "attacks_itself"
    MISSED = "missed"
    NOT_FINISHED = "not_finished"
    MISSED_END = "missed_end"
    IN_CONFLICT = "in_conflict"
    LEAVES_ATTACKER = "leaves_attacker"
    FALLS_ITSELF = "falls_itself"
    SAME_VERDICT = "same_verdict"
    OTHER_VERDICT = "other_verdict"
    OTHER_SCHEME = "other_scheme"
    OTHER_QUESTION = "other_question"
    FOREIGN_QUESTION = "foreign_question"
    PREDICTED_OTHERWISE = "predicted_otherwise"


@record
class Choice:
    """One thing that can be chosen."""

    id: str
    text: str


@record
class Field:
    """One question with its choices: exactly one is to be chosen, or of `several` any number."""

    id: str
    prompt: str
    choices: tuple[Choice, ...]
    several: bool = False


@record
class Item:
    """A task in words: what it is about, the arguments and attacks of its map, its questions.

    `points` is what all its questions together are worth.
    """

    id: str
    kind: str
    title: str
    about: str
    text: tuple[str, ...]
    fields: tuple[Field, ...]
    arguments: tuple[tuple[str, str], ...] = ()
    attacks: tuple[tuple[str, str], ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    points: int = 1


@record
class Told:
    """What is said to a student about one choice; the mistake it is, None for a right one."""

    text: str
    mistake: Mistake | None = None


@record
class Key:
    """What is right in one question, and what is said about every choice.

    `chosen` has feedback on every choice that is made, `missed` on every right one that is not.
    """

    right: tuple[str, ...]
    chosen: Mapping[str, Told]
    missed: Mapping[str, Told] = field(default_factory=nothing)


Keys = Mapping[str, Key]
"""The id of a question -> its key."""
