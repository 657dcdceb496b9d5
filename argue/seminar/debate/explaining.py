"""Hints during a debate, and at its end which reply or objection was missing."""

from __future__ import annotations

from collections.abc import Iterator

from argue.explain.circumstances import given_by
from argue.explain.telling import conditions
from argue.model.argument import Kind
from argue.model.verdict import Label
from argue.report.words import listed
from argue.seminar.debate.rules import OPPONENT, PROPONENT, Play
from argue.seminar.debate.scene import Scene, reason_of, speaker_of, told
from argue.seminar.language import Language


def hint(scene: Scene, choices: dict[str, str], words: Language) -> str:
    """Answers a hint for the present move: first where to look, then which sentence it is."""
    good = scene.rules.good(scene.play)
    if not good:
        doomed = scene.play.turn == PROPONENT and not scene.rules.winnable(scene.play)
        return words.say("debate.hint_none" if doomed else "debate.hint_detour")
    argument = reason_of(scene.analysis, good[0])
    if not scene.hints:
        return words.say("debate.hint_look", who=speaker_of(scene, argument, words))
    number = list(choices).index(told(scene, good[0], words)) + 1
    return words.say("debate.hint_say", number=number)


def explained(scene: Scene, words: Language) -> tuple[str, ...]:
    """Answers at the end of a debate why it came out so, and what was missing."""
    if scene.won:
        key = "debate.won_defending" if scene.side == "defend" else "debate.won_attacking"
        return (words.say(key, claim=told(scene, scene.play.line[0], words)),)
    if scene.side == "defend":
        return tuple(_lost_defending(scene, words))
    return tuple(_lost_attacking(scene, words))


def _lost_defending(scene: Scene, words: Language) -> Iterator[str]:
    yield words.say("debate.lost_defending", claim=told(scene, scene.play.line[0], words))
    for before, name in _turns(scene.play, PROPONENT):
        good = scene.rules.good(before)
        if good and name not in good:
            yield words.say(
                "debate.missing_reply" if name else "debate.missing_reply_none",
                to=told(scene, before.line[-1], words),
                reply=told(scene, good[0], words),
                said=told(scene, name, words) if name else "",
            )
            return
    if not scene.rules.winnable(scene.play):
        yield from _hopeless(scene, words)


def _hopeless(scene: Scene, words: Language) -> Iterator[str]:
    """Yields that no reply would have held, why, and where the claim would hold."""
    start = Play(scene.play.line[:1])
    objection = (scene.rules.good(start) or scene.rules.legal(start))[0]
    yield words.say("debate.no_reply_holds", objection=told(scene, objection, words))
    for answer in scene.graph.attackers_of(objection)[:3]:
        against = _strongest(scene, answer)
        if against is not None:
            yield words.say(
                "debate.answer_falls",
                answer=told(scene, answer, words),
                against=told(scene, against, words),
            )
    elsewhere = [
        listed(conditions(scene.analysis, given_by(position)), words.say("steps.and"))
        for position in scene.analysis.positions
        if position.label(scene.option) is Label.IN
    ]
    if elsewhere:
        where = elsewhere[0] or words.say("steps.ground_plain")
        yield words.say("debate.elsewhere", conditions=where)
    else:
        yield words.say("debate.nowhere")


def _strongest(scene: Scene, name: str) -> str | None:
    """Answers what speaks against an argument, a reply or a reason before anything else."""
    against = scene.graph.attackers_of(name)
    kinds = scene.analysis.graph.arguments
    ordered = sorted(against, key=lambda a: (kinds[a].kind is Kind.OBJECTION, a))
    return ordered[0] if ordered else None


def _lost_attacking(scene: Scene, words: Language) -> Iterator[str]:
    yield words.say("debate.lost_attacking", claim=told(scene, scene.play.line[0], words))
    for before, _ in _turns(scene.play, OPPONENT):
        good = scene.rules.good(before)
        if good:
            yield words.say(
                "debate.missing_objection",
                to=told(scene, before.line[-1], words),
                objection=told(scene, good[0], words),
            )
            return
    for objection in scene.graph.attackers_of(scene.play.line[0])[:3]:
        met = scene.rules.good(Play((scene.play.line[0], objection)))
        if met:
            yield words.say(
                "debate.objection_met",
                objection=told(scene, objection, words),
                reply=told(scene, met[0], words),
            )


def _turns(play: Play, part: str) -> Iterator[tuple[Play, str]]:
    """Yields every turn of one part on the line that stands, with what was said then, if anything.

    What was tried before and taken back counts as not tried.
    """
    for size in range(1, len(play.line) + 1):
        before = Play(play.line[:size])
        if before.turn == part:
            yield before, play.line[size] if size < len(play.line) else ""
