"""The grammar that all sections share: names, lists, plurals, standings and settlements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from argue.construct.words import listed, plain, written
from argue.model.verdict import Label, Move, MoveKind, Status

__all__ = ["listed", "plain", "written"]

GLYPHS = {
    Status.OBLIGATORY: "●",
    Status.PERMISSIBLE: "✓",
    Status.CONTESTED: "◐",
    Status.UNRESOLVED: "○",
    Status.IMPERMISSIBLE: "✗",
    Status.UNDEFINED: "·",
}
"""Status of an option -> the sign it is known by without colour."""

STANDING = {"accepted": "✓", "rejected": "✗", "undecided": "○", "varies": "◐", "undefined": "·"}
"""Standing of an argument over all positions -> its sign."""

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def standing_of(labels: frozenset[Label]) -> str:
    """Answers where an argument stands in the positions: one word, `varies` if not the same.

    Where there is no position at all it is `undefined`.
    """
    if not labels:
        return "undefined"
    words = {Label.IN: "accepted", Label.OUT: "rejected", Label.UNDEC: "undecided"}
    return words[next(iter(labels))] if len(labels) == 1 else "varies"


def quoted(option: str) -> str:
    """Answers an option's id as it stands in a sentence."""
    return f'"{option}"'


def options(names: Iterable[str], last: str = "and") -> str:
    """Answers several options as a phrase."""
    return listed([quoted(name) for name in names], last)


def plural(number: int, noun: str, several: str | None = None) -> str:
    """Answers a number with its noun: `1 source`, `2 sources`."""
    return f"{number} {noun if number == 1 else several or noun + 's'}"


def counted(number: int, noun: str) -> str:
    """Answers a number, in letters below ten, with its noun: `one source`, `two sources`."""
    said = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{said} {noun}{'' if number == 1 else 's'}"


def verb(number: int, singular: str, several: str) -> str:
    """Answers the form of a verb that goes with a number of things."""
    return singular if number == 1 else several


def sentence(text: str) -> str:
    """Answers a text as a sentence: a capital first, a full stop last."""
    ended = text if text.endswith((".", "!", "?")) else f"{text}."
    return ended[:1].upper() + ended[1:]


def uncapitalized(text: str) -> str:
    """Answers a text with a small first letter, unless its first word is all capitals."""
    first = text.split(" ", 1)[0]
    return text if first.isupper() and len(first) > 1 else text[:1].lower() + text[1:]


def statuses(found: Mapping[str, Status]) -> str:
    """Answers how options stand, as a phrase: `"a" is obligatory and "b" is impermissible`."""
    groups: dict[Status, list[str]] = {}
    for option, status in found.items():
        groups.setdefault(status, []).append(option)
    return listed(
        f"{options(groups[status])} {verb(len(groups[status]), 'is', 'are')} {status}"
        for status in Status
        if status in groups
    )


def move(chosen: Move, facts: Mapping[str, str]) -> str:
    """Answers a move as a request: `set welfare aside`, `agree that "surge" holds (...)`.

    `facts` maps the ids of facts to what they say.
    """
    if chosen.kind is MoveKind.SET_ASIDE:
        return f"set {plain_source(chosen.name)} aside"
    if chosen.kind is MoveKind.SETTLE_FACT:
        said = facts.get(chosen.name, "").rstrip(".")
        so = "" if chosen.holds else "it is not so that "
        meant = f" ({so}{uncapitalized(said)})" if said else ""
        return f"agree that {fact(chosen.name, chosen.holds)}{meant}"
    return f"{'uphold' if chosen.holds else 'dismiss'} {challenge(chosen.name)}"


def fact(name: str, holds: bool = True) -> str:
    """Answers a fact, or that it is not so, as a clause: `"surge" holds`."""
    return f"{quoted(plain(name))} {'holds' if holds else 'does not hold'}"


def challenge(name: str) -> str:
    """Answers a challenge as a noun phrase."""
    return f"the challenge {quoted(plain(name))}"


def need(premise: str) -> str:
    """Answers in words the fact or challenge a reason rests on, given an argument's id."""
    kind, _, name = premise.partition(":")
    if kind == "fact":
        return f"if {fact(name.removeprefix('not '), not name.startswith('not '))}"
    return f"{'if' if kind == 'challenge' else 'unless'} {challenge(name)} is upheld"


def plain_source(source: str) -> str:
    """Answers a source's id as words: `rule utilitarian`, `the norm quota`."""
    if source.startswith("norm:"):
        return f"the norm {plain(source.removeprefix('norm:'))}"
    return plain(source)


def ranking(pairs: Iterable[tuple[str, str]], verb: str = "") -> str:
    """Answers priorities as a phrase: `rejection above welfare and veil`, perhaps with a verb.

    What one source is ranked above is said together.
    """
    between = f"{verb} above" if verb else "above"
    below: dict[str, list[str]] = {}
    for high, low in pairs:
        below.setdefault(high, []).append(plain_source(low))
    lows: dict[tuple[str, ...], list[str]] = {}
    for high, lower in below.items():
        lows.setdefault(tuple(lower), []).append(plain_source(high))
    return listed(
        f"{listed(high)} {_agree(between, high)} {listed(low)}" for low, high in lows.items()
    )


def _agree(between: str, names: list[str]) -> str:
    return between.replace("ranks", "rank") if len(names) > 1 else between


def settled(
    facts: Mapping[str, bool], challenges: Mapping[str, bool], regions: Sequence[str] = ()
) -> list[str]:
    """Answers settled facts, challenges and regions of numbers, each as a clause."""
    said = [fact(name, holds) for name, holds in facts.items()]
    said += [
        f"{challenge(name)} is {'upheld' if holds else 'dismissed'}"
        for name, holds in challenges.items()
    ]
    return [*said, *regions]


MOST_WORDS = 25
"""So many words of a reason are told in running text; a card tells it in full."""


def because(text: str) -> str:
    """Answers a reason's text as it follows `because`, at most so many words and no full stop."""
    words = text.rstrip(".").split()
    cut = f"{' '.join(words[:MOST_WORDS])} …" if len(words) > MOST_WORDS else " ".join(words)
    return uncapitalized(cut)
