"""Sentences about maps and rankings in the language of the reader."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from argue.explain.chorus import OPEN
from argue.report.words import listed, plain
from argue.seminar.language import Language
from argue.seminar.quiz.maps import Map
from argue.seminar.quiz.sources import CaseSource, Ground, Pairs


def joined(names: Iterable[str]) -> str:
    """Answers names with commas between them, which every language reads."""
    return ", ".join(names)


def braced(members: Collection[str]) -> str:
    """Answers a set as it is written: `{A, C}`."""
    return f"{{{joined(sorted(members))}}}"


def being(language: Language, arguments: Collection[str]) -> str:
    """Answers arguments as a subject with its verb: `A is`, `A, B are`, `nothing is`."""
    names = joined(sorted(arguments)) or language.say("quiz.no_argument")
    key = "quiz.ask.is_many" if len(arguments) > 1 else "quiz.ask.is_one"
    return language.say(key, arguments=names)


def ranked(language: Language, pairs: Pairs) -> str:
    """Answers priorities as a phrase: `rejection above welfare and veil; veil above welfare`."""
    below: dict[str, list[str]] = {}
    for high, low in pairs:
        below.setdefault(called(language, high), []).append(called(language, low))
    last = language.say("steps.and")
    return "; ".join(
        language.say("quiz.ask.above", higher=high, lower=listed(lows, last))
        for high, lows in below.items()
    )


def called(language: Language, source: str) -> str:
    """Answers what a source is called; a norm is said to be one."""
    kind, _, name = source.rpartition(":")
    return language.say("quiz.ask.norm", name=plain(name)) if kind == "norm" else plain(source)


def named(language: Language, word: str) -> str:
    """Answers a status or a property of sets by its name in the language."""
    return language.say(f"quiz.names.{word}")


def told(language: Language, source: CaseSource, option: str, pairs: Pairs = ()) -> str:
    """Answers in a sentence or two why an option of a case stands as it does."""
    settled = source.statuses(pairs)[option] not in OPEN
    said = (_ground(language, ground, settled) for ground in source.grounds(option, pairs))
    return " ".join(said) or language.say("quiz.why.no_reason")


def _ground(language: Language, ground: Ground, settled: bool) -> str:
    """Answers a side with its reasons; what is `settled` stands so whatever else is given."""
    ranked_as = [ranked(language, ground.ranked)] if ground.ranked else []
    given = joined([*(f'"{text.rstrip(".")}"' for text in ground.conditions), *ranked_as])
    side = "accepted" if ground.accepted else "rejected"
    when = ("anyhow" if settled else "where") if given else "always"
    reasons = "; ".join(ground.reasons) or language.say("quiz.why.nothing_against")
    return language.say(f"quiz.why.{side}_{when}", given=given, reasons=reasons)


def attackers_in(found: Map, argument: str, among: Collection[str]) -> tuple[str, ...]:
    """Answers which of some arguments attack one, in the order of the alphabet."""
    return tuple(sorted(set(found.af.attackers_of(argument)) & set(among)))
