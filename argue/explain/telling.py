"""Explanations put into sentences; each says only what the graph says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from argue.construct.words import listed, plain
from argue.explain.circumstances import Given
from argue.explain.explanation import Support
from argue.model.argument import AttackKind, Kind
from argue.model.verdict import Label
from argue.verdict.result import Analysis

MOST_WORDS = 25
"""A reason is quoted up to so many words."""


def told_support(analysis: Analysis, support: Support, reasons: Sequence[str]) -> str:
    """Answers a support as one or two sentences: the condition, the claim, its reasons."""
    what = subject(analysis, support.target)
    word = "accepted" if support.label is Label.IN else "rejected"
    opening = f"{_given(analysis, support.given)}{what} is {word}"
    shown = [
        name
        for name in reasons
        if name not in support.given.answers and not _repeated(analysis, name, reasons)
    ]
    if not shown:
        return sentence(f"{opening}: nothing that could stand speaks against it")
    said = "; ".join(quoted_text(analysis, name) for name in shown)
    over = " No one of these is needed: others would do as well." if support.over_determined else ""
    return f"{sentence(f'{opening}, for {said}')}{over}"


def _repeated(analysis: Analysis, name: str, among: Sequence[str]) -> bool:
    """Answers whether an argument only repeats, as an objection, a reason that is told."""
    argument = analysis.graph.arguments[name]
    return argument.kind is Kind.OBJECTION and any(p in among for p in argument.premises)


def told_failure(analysis: Analysis, loser: str, defeaters: Iterable[str]) -> str:
    """Answers why the best argument of the losing side loses."""
    graph = analysis.graph
    target = {a.attacker: a for a in graph.attacks if _bears_on(analysis, a.target, loser)}
    told: list[str] = []
    for name in defeaters:
        attack = target[name]
        if attack.kind is AttackKind.OBJECTION:
            told.append(f'"{graph.arguments[attack.target].better}" is itself ruled out')
        elif attack.kind is AttackKind.OUTRANKS:
            told.append(f"{plain(str(attack.higher))} outranks it: {quoted_text(analysis, name)}")
        else:
            told.append(quoted_text(analysis, name))
    best = quoted_text(analysis, loser)
    return sentence(f"On the other side: {best}; but {listed(dict.fromkeys(told))}")


def _bears_on(analysis: Analysis, target: str, loser: str) -> bool:
    argument = analysis.graph.arguments[loser]
    return target == loser or any(_bears_on(analysis, target, p) for p in argument.premises)


def subject(analysis: Analysis, name: str) -> str:
    """Answers an argument as the subject of a sentence: the option it permits, or its id."""
    argument = analysis.graph.arguments[name]
    if argument.kind is Kind.PERMISSION:
        return f'the permission of "{argument.better}"'
    return name


def quoted_text(analysis: Analysis, name: str) -> str:
    """Answers what an argument says, up to MOST_WORDS words, with its id."""
    argument = analysis.graph.arguments[name]
    if argument.kind is Kind.OBJECTION:
        return quoted_text(analysis, argument.premises[0])
    words = argument.text.rstrip(".").split()
    text = " ".join(words[:MOST_WORDS]) + (" ..." if len(words) > MOST_WORDS else "")
    if argument.kind is Kind.FACT:
        return _answer(name)
    # What people wrote begins with a capital, here in the middle of a sentence.
    return f'"{text}" [{name}]' if argument.kind is Kind.CHALLENGE else f"{text} [{name}]"


def _given(analysis: Analysis, given: Given) -> str:
    said = conditions(analysis, given)
    return f"where {listed(said)}, " if said else ""


def conditions(analysis: Analysis, given: Given) -> list[str]:
    """Answers what is given, each as a clause."""
    below: dict[str, list[str]] = {}
    for high, low in given.priorities:
        below.setdefault(high, []).append(plain(low))
    said = [f"{plain(high)} ranks above {listed(lows)}" for high, lows in below.items()]
    known = (name for name in given.answers if name in analysis.graph.arguments)
    answers = [_answer(n) or quoted_text(analysis, n) for n in known]
    return [*answers, *said]


_ANSWERS = {
    "fact:not ": '"{}" does not hold',
    "fact:": '"{}" holds',
    "challenge:": 'the challenge "{}" is upheld',
    "aside:": 'the challenge "{}" is dismissed',
}
"""How the id of an answer to an open question begins, and how it is told."""


def _answer(name: str) -> str:
    """Answers as a clause how a fact or challenge falls, with the id; empty for anything else."""
    for prefix, told in _ANSWERS.items():
        if name.startswith(prefix):
            return f"{told.format(plain(name.removeprefix(prefix)))} [{name}]"
    return ""


def sentence(text: str) -> str:
    """Answers a text as a sentence: a capital first, a full stop last."""
    ended = text if text.endswith((".", "!", "?")) else f"{text}."
    return ended[:1].upper() + ended[1:]
