"""Challenges: doubts as arguments, each with its opposite, and what they are aimed at."""

from __future__ import annotations

from argue import registry
from argue.construct.builder import Builder
from argue.construct.words import plain
from argue.construct.worlds import open_answers
from argue.model.argument import Argument, AttackKind, Graph, Kind
from argue.model.case import Case, Challenge, ChallengeStatus, Target, TargetKind


def standing_challenges(case: Case) -> tuple[str, ...]:
    """Answers the challenges that can stand: not refuted, their conditions not known false."""
    return tuple(
        c.id
        for c in case.challenges.values()
        if c.status is not ChallengeStatus.REFUTED and open_answers(case, c.condition) is not None
    )


def add_challenges(build: Builder) -> None:
    """Adds every standing challenge and its opposite; a raised one may be set aside."""
    for name in build.challenges:
        challenge = build.case.challenges[name]
        answers = open_answers(build.case, challenge.condition) or ()
        said = words_of(build.case, challenge)
        doubt = build.add(
            Argument(
                id=f"challenge:{name}",
                kind=Kind.CHALLENGE,
                text=said,
                source=name,
                by=challenge.by,
                premises=build.premises(answers),
            )
        )
        aside = build.add(
            Argument(
                id=f"aside:{name}",
                kind=Kind.ASIDE,
                text=f"It is set aside that {said[:1].lower()}{said[1:]}",
                source=name,
            )
        )
        build.attack(doubt, aside, AttackKind.SETTING_ASIDE)
        if challenge.status is ChallengeStatus.RAISED:
            build.attack(aside, doubt, AttackKind.SETTING_ASIDE)


def words_of(case: Case, challenge: Challenge) -> str:
    """Answers what a challenge says: its text, or the doubt that its critical question raises."""
    if challenge.text:
        return challenge.text
    target = challenge.against
    types = {use.id: use.type for use in case.frameworks}
    if target.kind in (TargetKind.SOURCE, TargetKind.REPLY) and target.name in types:
        for question in registry.framework(types[target.name]).critical_questions:
            if question.id == challenge.question and question.doubt:
                by = target.voice or target.by or "somebody"
                person = case.standpoints.get(by)
                said = question.doubt.format(voice=person.called if person else plain(by))
                return f"{said[:1].upper()}{said[1:]}"
    return plain(challenge.question or challenge.id)


def aim_challenges(build: Builder) -> None:
    """Lets every challenge attack what it is aimed at, unless it changes complaints instead."""
    for name in build.challenges:
        challenge = build.case.challenges[name]
        if changes_complaint(build.case, challenge):
            continue
        for argument in list(build.arguments.values()):
            if _is_aimed_at(challenge.against, argument):
                build.attack(f"challenge:{name}", argument.id, AttackKind.CHALLENGE)


def changes_complaint(case: Case, challenge: Challenge) -> bool:
    """Answers whether a challenge changes what a source reads, rather than undercut reasons."""
    target = challenge.against
    if challenge.universal is not None:
        return True
    if target.kind is not TargetKind.SOURCE or target.better is not None:
        return False
    if target.voice not in case.standpoints:
        return False
    types = {use.id: use.type for use in case.frameworks}
    return target.name in types and registry.framework(types[target.name]).complaints


def _is_aimed_at(target: Target, argument: Argument) -> bool:
    if target.kind is TargetKind.REASON:
        return argument.kind is Kind.REASON and argument.by == target.name
    if argument.kind is not _AIMED_KINDS[target.kind] or argument.source != target.name:
        return False
    return (
        target.better in (None, argument.better)
        and target.worse in (None, argument.worse)
        and target.voice in (None, argument.voice)
        and target.by in (None, argument.by)
    )


_AIMED_KINDS = {
    TargetKind.SOURCE: Kind.REASON,
    TargetKind.REPLY: Kind.REPLY,
    TargetKind.PRIORITY: Kind.PRIORITY,
    TargetKind.CHALLENGE: Kind.CHALLENGE,
}


def in_odd_circles(graph: Graph) -> frozenset[str]:
    """Answers the challenges, with their opposites, that attack each other in an odd circle.

    Unless something else defeats one of them they can be neither accepted nor rejected. As a
    challenge has one target, they bear on nothing but each other.
    """
    challenges = {argument.id for argument in graph.of_kind(Kind.CHALLENGE)}
    target = {a.attacker: a.target for a in graph.attacks if {a.attacker, a.target} <= challenges}
    found: set[str] = set()
    for start in target:
        walk = [start]
        while (following := target.get(walk[-1])) is not None and following not in walk:
            walk.append(following)
        if following == start and len(walk) % 2:
            found |= set(walk)
    return frozenset(found | {c.replace("challenge:", "aside:", 1) for c in found})
