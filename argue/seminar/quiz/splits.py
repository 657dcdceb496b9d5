"""Where a class splits: item by item who answers what, and the item to talk about first.

Two students split on an item if they answer it differently: where all have the same item in the
choices they make, where each has a variant in being right or in the mistakes they make. Of an item
with several questions a pair counts by the share of them that it answers differently. The crux is
the item on which most pairs of students split: if they came to agree on it, more pairs would be
united than by agreeing on any other. Whoever left an item out is in no pair.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from argue.model.record import record
from argue.seminar.quiz.grading import Graded, GradedItem
from argue.seminar.quiz.items import Mistake

Slot = tuple[str, int]
"""A place in a quiz that all variants share: the kind of item, and the how-manieth of it."""


@record
class Split:
    """How a class answered one item.

    `right` students of `answered` are wholly right; `mistakes` counts students by mistake, the most
    frequent first; `choices` counts, by question and choice, where all had the same item. `split`
    of `pairs` pairs of students answered differently, a pair being counted in shares.
    """

    slot: Slot
    title: str
    points: int
    answered: int
    left_out: int
    right: int
    mistakes: tuple[tuple[Mistake, int], ...]
    choices: tuple[tuple[str, tuple[tuple[str, int, bool], ...]], ...]
    split: Fraction
    pairs: int


def splits(graded: Sequence[Graded]) -> tuple[Split, ...]:
    """Answers how the class answered every item, in the order of the quiz."""
    found: dict[Slot, list[GradedItem]] = {}
    for one in graded:
        for slot, item in _slots(one).items():
            found.setdefault(slot, []).append(item)
    return tuple(_split(slot, items) for slot, items in found.items())


def crux(found: Sequence[Split]) -> Split | None:
    """Answers the item on which most pairs split, the first of several; None if none does."""
    best = max(found, key=lambda s: s.split, default=None)
    return best if best is not None and best.split else None


def _slots(one: Graded) -> Mapping[Slot, GradedItem]:
    seen: Counter[str] = Counter()
    slots: dict[Slot, GradedItem] = {}
    for item in one.items:
        seen[item.item.kind] += 1
        slots[item.item.kind, seen[item.item.kind]] = item
    return slots


def _split(slot: Slot, items: Sequence[GradedItem]) -> Split:
    answered = [item for item in items if item.answered]
    same = all(item.item == items[0].item for item in items)
    outcomes = [_outcome(item, same=same) for item in answered]
    pairs = list(combinations(outcomes, 2))
    mistakes = Counter(m for item in answered for m in item.mistakes)
    return Split(
        slot=slot,
        title=items[0].item.title,
        points=items[0].item.points,
        answered=len(answered),
        left_out=len(items) - len(answered),
        right=sum(item.whole for item in answered),
        mistakes=tuple(sorted(mistakes.items(), key=lambda pair: (-pair[1], pair[0]))),
        choices=_choices(answered) if same and answered else (),
        split=sum((_apart(one, other) for one, other in pairs), Fraction(0)),
        pairs=len(pairs),
    )


def _outcome(item: GradedItem, *, same: bool) -> tuple[Hashable, ...]:
    """Answers what may be compared with another student's: question by question, or as a whole."""
    if same:
        return tuple(frozenset(made) for made in item.chosen.values())
    return ((item.whole, frozenset(item.mistakes)),)


def _apart(one: tuple[Hashable, ...], other: tuple[Hashable, ...]) -> Fraction:
    """Answers the share of questions that two students answered differently."""
    return Fraction(sum(a != b for a, b in zip(one, other, strict=True)), len(one))


def _choices(
    items: Sequence[GradedItem],
) -> tuple[tuple[str, tuple[tuple[str, int, bool], ...]], ...]:
    """Answers, by question, how many made each choice, and whether it is right."""
    known = items[0].item
    found: list[tuple[str, tuple[tuple[str, int, bool], ...]]] = []
    for question, key in known.keys.items():
        made = Counter(choice for item in items for choice in item.chosen[question])
        texts = known.choices[question]
        rows = tuple((text, made[choice], choice in key.right) for choice, text in texts.items())
        found.append((known.prompts[question], rows))
    return tuple(found)
