"""What comes of what-ifs and of students' remarks: computed by the engine, never written down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from argue import registry
from argue.analysis import analyze_under
from argue.construct.plain import conflicting
from argue.errors import ArgueError, UnknownId
from argue.explain.changes import Change, changed
from argue.explain.contestable import Contestable, contested
from argue.io.case import read_case
from argue.model.case import Case, ChallengeStatus, FactStatus
from argue.model.verdict import Status, Word
from argue.report.content import Paragraph
from argue.report.sections import brief
from argue.report.words import listed, plain_source, quoted, sentence, uncapitalized
from argue.seminar.language import Language
from argue.seminar.packs.teaching import Remark, Teaching, WhatIf
from argue.verdict.result import Analysis

MOST = 3
"""So many what-ifs a pack holds."""

MOST_TRIED = 12
"""Of a case that none are written for, so many are tried."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A question about a changed case, what comes of it, and why in the engine's words."""

    ask: str
    outcome: str
    why: tuple[str, ...]
    discuss: str
    changes: bool
    language: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A remark of a student, the scheme and critical question it presses, and what comes of it.

    `alone` says what becomes of what is doubted, taken by itself.
    """

    says: str
    about: str
    scheme: str
    question: str
    reply: str
    alone: str
    why: tuple[str, ...]
    changes: bool


def statuses_said(statuses: Mapping[str, Status], words: Language, *, before: bool = False) -> str:
    """Answers how the options stand, or stood before, as a phrase in a language."""
    key = "status.was" if before else "status.one"
    said = [
        words.say(key, option=option, status=words.say(f"status.{status}"))
        for option, status in statuses.items()
    ]
    return listed(said, words.say("steps.and"))


def reasons_in_brief(analysis: Analysis) -> tuple[str, ...]:
    """Answers in at most three sentences of the engine why a case comes out as it does."""
    blocks = brief.section(analysis).blocks
    told = (block.text for block in blocks if isinstance(block, Paragraph) and block.text)
    # In a report further positions stand below; here they do not.
    return tuple(text.replace(" listed below", "") for text in told)


def answered(analysis: Analysis, teaching: Teaching, words: Language) -> tuple[Answered, ...]:
    """Answers the what-ifs of a case with their outcomes: those written, else those computed.

    Raises: UnknownId or ArgueError for one that changes what the case does not have.
    """
    if teaching.whatifs:
        language = teaching.language
        return tuple(_answered(analysis, w, words, language) for w in teaching.whatifs[:MOST])
    tried = [_answered(analysis, w, words, words.code) for w in _few(proposed(analysis, words))]
    return tuple(sorted(tried, key=lambda found: not found.changes)[:MOST])


def _few(asked: Iterator[WhatIf]) -> Iterator[WhatIf]:
    """Yields so many what-ifs as a pack may try; the first ones that change anything are kept."""
    yield from islice(asked, MOST_TRIED)


def _answered(analysis: Analysis, whatif: WhatIf, words: Language, language: str) -> Answered:
    after = with_whatif(analysis, whatif)
    outcome, changes = _compared(analysis, after, words)
    return Answered(
        ask=whatif.ask,
        outcome=outcome,
        why=reasons_in_brief(after),
        discuss=whatif.discuss,
        changes=changes,
        language=language,
    )


def with_whatif(analysis: Analysis, whatif: WhatIf) -> Analysis:
    """Answers the analysis of a case with the changes of a what-if."""
    changes = [Change("challenge", name, holds) for name, holds in whatif.challenges.items()]
    changes += [Change("number", path, value=value) for path, value in whatif.numbers.items()]
    changes += [Change("fact", name, holds) for name, holds in whatif.facts.items()]
    changes += [Change("framework", name) for name in whatif.without]
    changes += [Change("priority", f"{high}>{low}") for high, low in whatif.prioritize]
    case, setup = changed(analysis.given, analysis.setup, changes)
    return analyze_under(case, setup)


def _compared(before: Analysis, after: Analysis, words: Language) -> tuple[str, bool]:
    now = statuses_said(after.statuses, words)
    if before.statuses == after.statuses:
        return words.say("status.unchanged", now=now), False
    was = statuses_said(before.statuses, words, before=True)
    return words.say("status.changed", now=now, was=was), True


def proposed(analysis: Analysis, words: Language) -> Iterator[WhatIf]:
    """Yields what-ifs for a case that none are written for.

    Facts first, then challenges, rankings that conflict, and each framework left out.
    """
    case = analysis.case
    for fact in case.facts.values():
        if fact.status is FactStatus.DISPUTED:
            for holds in (True, False):
                said = uncapitalized(fact.text.rstrip(".")) or fact.id
                key = "pack.if_fact" if holds else "pack.if_not_fact"
                yield WhatIf(words.say(key, fact=said), facts={fact.id: holds})
    for challenge in case.challenges.values():
        if challenge.status is ChallengeStatus.RAISED:
            said = uncapitalized((challenge.text or challenge.id).rstrip("."))
            ask = words.say("pack.if_challenge", challenge=said)
            yield WhatIf(ask, challenges={challenge.id: True})
    declared = analysis.graph.order
    for pair in conflicting(analysis.graph):
        for high, low in (pair, pair[::-1]):
            if (high, low) not in declared and (low, high) not in declared:
                names = {"higher": plain_source(high), "lower": plain_source(low)}
                yield WhatIf(words.say("pack.if_ranked", **names), prioritize=((high, low),))
    for use in case.frameworks:
        if len(case.frameworks) > 1:
            ask = words.say("pack.if_without", source=plain_source(use.id))
            yield WhatIf(ask, without=(use.id,))


def doubts(analysis: Analysis, teaching: Teaching, words: Language) -> tuple[Doubt, ...]:
    """Answers the remarks written about a case, each with what comes of it if it is upheld."""
    return tuple(_doubt(analysis, remark, words) for remark in teaching.remarks)


def _doubt(analysis: Analysis, remark: Remark, words: Language) -> Doubt:
    after = analyze_under(_challenged(analysis, remark), analysis.setup)
    outcome, changes = _compared(analysis, after, words)
    about, scheme, question = _pressed(analysis, remark)
    return Doubt(
        says=remark.says,
        about=about,
        scheme=scheme,
        question=question,
        reply=outcome,
        alone=_alone(analysis, after, _source(analysis.case, remark.against), words),
        why=reasons_in_brief(after),
        changes=changes,
    )


def _alone(before: Analysis, after: Analysis, source: str, words: Language) -> str:
    """Answers what a source says on its own, before a doubt about it and after."""
    if source not in before.alone or source not in after.alone:
        return ""
    was, now = (_row(found.alone[source], words) for found in (before, after))
    key = "pack.alone_same" if was == now else "pack.alone_changed"
    return words.say(key, source=plain_source(source), was=was, now=now)


def _row(row: Mapping[str, Word], words: Language) -> str:
    return ", ".join(
        words.say("pack.alone_cell", option=option, word=words.say(f"word.{word}"))
        for option, word in row.items()
    )


def _challenged(analysis: Analysis, remark: Remark) -> Case:
    """Answers the case with a remark in it as a challenge that is upheld."""
    case = analysis.given
    name = "remark"
    while name in case.challenges:
        name += "x"
    entry = {"id": name, "status": "accepted", "against": remark.against, "text": remark.says}
    about = Contestable("remark", name, remark.says, "", entry)
    text = contested(case, about, **({"question": remark.question} if remark.question else {}))
    return read_case(text, case.file or "the case with the remark")


def _pressed(analysis: Analysis, remark: Remark) -> tuple[str, str, str]:
    """Answers what a remark doubts, its scheme, and the critical question it presses."""
    source = _source(analysis.case, remark.against)
    uses = {use.id: use.type for use in analysis.case.frameworks}
    if source not in uses:
        return plain_source(source), "", remark.asks
    framework = registry.framework(uses[source])
    questions = {question.id: question.text for question in framework.critical_questions}
    if remark.question and remark.question not in questions:
        raise UnknownId(f"critical question of {source}", remark.question, questions)
    asks = questions.get(remark.question, remark.asks)
    return framework.title, sentence(framework.scheme), asks


def _source(case: Case, against: Mapping[str, Any]) -> str:
    """Answers the source a remark is against, as `against` of a challenge names it."""
    kind, name = next(iter(against.items()))
    if kind == "norm":
        return f"norm:{name}"
    if kind == "reason":
        return next((r.by for r in case.reasons if r.id == name), str(name))
    if kind == "reply":
        return str(name.get("framework", ""))
    if kind not in ("framework", "source", "priority", "challenge"):
        raise ArgueError(f"against: {quoted(kind)} comes first; begin with framework, norm, reason")
    return str(name)
