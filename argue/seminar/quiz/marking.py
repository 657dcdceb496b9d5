"""What an answer is worth, and what is said about it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from argue.construct.words import written
from argue.seminar.quiz.items import Key, Told


def share(key: Key, chosen: Sequence[str]) -> Fraction:
    """Answers how much of a question is right, from 0 to 1.

    Of several right choices each is worth its share, and a wrong one takes as much away, never
    below nothing.
    """
    right = sum(choice in key.right for choice in set(chosen))
    wrong = len(set(chosen)) - right
    return Fraction(max(right - wrong, 0), len(key.right))


def feedback(key: Key, chosen: Sequence[str]) -> tuple[Told, ...]:
    """Answers what is said: about every choice made, and every right one that was not made."""
    made = [key.chosen[choice] for choice in key.chosen if choice in chosen]
    missed = [key.missed[choice] for choice in key.right if choice not in chosen and key.missed]
    return (*made, *missed) if chosen else tuple(missed)


def shown(points: Fraction) -> str:
    """Answers points as they are written: with at most two decimals."""
    return written(Fraction(round(points * 100), 100))
