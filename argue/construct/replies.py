"""Replies: critical questions that the data of the case themselves answer.

Within rejection, somebody who would bear as much under the alternative answers a complaint. An
agent's cap answers reasons that ask too much. An express permission answers a norm.
"""

from __future__ import annotations

from fractions import Fraction

from argue.construct.builder import Builder, suffix
from argue.construct.norms import applies, norm_questions, permitting
from argue.construct.said import Source
from argue.construct.views import read_cell
from argue.construct.words import plain
from argue.construct.worlds import (
    Question,
    Worlds,
    facts_in_cell,
    number_question,
    open_facts,
    worlds_over,
)
from argue.model.argument import Argument, AttackKind, Kind
from argue.model.case import Norm, Standpoint

Pair = tuple[str, str]


def add_replies(build: Builder, source: Source) -> None:
    """Adds what a source's own data answer to its complaints."""
    for reply in source.replies:
        for voice, holds in reply.answers.items():
            for answers in source.worlds.implicants(holds):
                person = build.case.standpoints.get(reply.by)
                by = plain(reply.by) if person is None else person.called
                said = reply.text or (
                    f'a complaint at least as strong by {by} speaks against "{reply.better}"'
                )
                pair = f"{reply.better}>{reply.worse}"
                name = build.add(
                    Argument(
                        id=f"reply:{source.id}:{reply.by}:{pair}{suffix(answers)}",
                        kind=Kind.REPLY,
                        text=said,
                        source=source.id,
                        better=reply.better,
                        worse=reply.worse,
                        by=reply.by,
                        premises=build.premises(answers),
                    )
                )
                for target in build.reasons.get((reply.better, reply.worse), ()):
                    if target.source == source.id and target.voice == voice:
                        build.attack(name, target.id, AttackKind.REPLY)


def add_cap_replies(build: Builder) -> None:
    """Adds, for every agent with a cap, replies to reasons that ask more than the cap.

    Beyond the cap is what costs the agent at least that much more than the agent's cheapest
    option, and more than the option it is preferred to.
    """
    for person in build.case.standpoints.values():
        if person.agent and person.cap and build.case.payoffs:
            _add_cap(build, person)


def _add_cap(build: Builder, person: Standpoint) -> None:
    case = build.case
    cells = {option: case.payoffs[option][person.id] for option in case.options}
    named = {fact for cell in cells.values() for fact in facts_in_cell(cell)}
    questions = {Question("fact", fact) for fact in named & open_facts(case)}
    questions |= number_question(case, cells.values(), f"cap:{person.id}")
    worlds = worlds_over(case, questions, of=f"{person.id}'s payoffs")
    asked: dict[tuple[Pair, str], int] = {}
    for index, world in enumerate(worlds):
        mine = {o: read_cell(case, cell, world) or Fraction(0) for o, cell in cells.items()}
        cheapest = max(mine.values())
        for scope, cap in person.cap.items():
            for better, got in mine.items():
                for worse, instead in mine.items():
                    if got < instead and cheapest - got >= cap:
                        key = ((better, worse), scope)
                        asked[key] = asked.get(key, 0) | 1 << index
    for (pair, scope), holds in asked.items():
        _add_cap_reply(build, person, pair, scope=scope, where=(worlds, holds))


def _add_cap_reply(
    build: Builder, person: Standpoint, pair: Pair, *, scope: str, where: tuple[Worlds, int]
) -> None:
    better, worse = pair
    middle = "" if scope == "*" else f"{scope}:"
    for answers in where[0].implicants(where[1]):
        name = build.add(
            Argument(
                id=f"reply:cap:{person.id}:{middle}{better}>{worse}{suffix(answers)}",
                kind=Kind.REPLY,
                text=f'"{better}" costs {person.called} more than can be asked',
                source="cap",
                better=better,
                worse=worse,
                by=person.id,
                premises=build.premises(answers),
            )
        )
        for target in build.reasons.get(pair, ()):
            own = person.cap.get(str(target.source)) is None
            if scope == target.source or (scope == "*" and own):
                build.attack(name, target.id, AttackKind.REPLY)


def add_permissions(build: Builder) -> None:
    """Adds replies of norms that permit an option to norms of no higher rank against it."""
    for norm in permitting(build.case):
        worlds = worlds_over(build.case, norm_questions(build.case, norm), of=norm.source_id)
        holds = sum(1 << i for i, world in enumerate(worlds) if applies(build.case, norm, world))
        for answers in worlds.implicants(holds) if holds else ():
            for target in _norm_reasons(build, norm):
                name = build.add(
                    Argument(
                        id=f"reply:{norm.source_id}:{target.worse}{suffix(answers)}",
                        kind=Kind.REPLY,
                        text=f'the norm "{plain(norm.id)}" expressly permits "{target.worse}"',
                        source=norm.source_id,
                        worse=target.worse,
                        premises=build.premises(answers),
                    )
                )
                build.attack(name, target.id, AttackKind.REPLY)


def _norm_reasons(build: Builder, permit: Norm) -> list[Argument]:
    ranks = {norm.source_id: norm.rank for norm in build.case.norms.values()}
    return [
        a
        for (_, worse), reasons in build.reasons.items()
        for a in reasons
        if worse in permit.permits and ranks.get(str(a.source), permit.rank + 1) <= permit.rank
    ]
