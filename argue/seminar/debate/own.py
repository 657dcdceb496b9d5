"""A person's own argument: free text, aimed at something said, under a critical question.

It becomes a challenge of the case, raised and so counted both ways; the case is analysed again, and
the debate goes on where it is upheld.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from argue import registry
from argue.analysis import analyze
from argue.explain.circumstances import Given, completions
from argue.explain.contestable import Contestable, contested, doubt_of
from argue.explain.discussion import plain_graph
from argue.io.case import read_case
from argue.report.words import sentence
from argue.seminar.debate.moves import advanced, noted
from argue.seminar.debate.rules import RULES, Play, moved
from argue.seminar.debate.scene import Entry, Scene, reason_of, told
from argue.seminar.language import Language
from argue.seminar.packs.outcomes import statuses_said
from argue.verdict.result import Analysis

GENERAL = ("true", "relevant", "exception", "entitled")
"""Critical questions for what comes from no framework, as keys of the catalogue."""


@dataclass(frozen=True, slots=True)
class Question:
    """A critical question an argument of one's own may press: its id and what it asks."""

    id: str
    text: str


def targets(scene: Scene) -> tuple[Contestable, ...]:
    """Answers what of the engine's moves can be doubted, the last one first."""
    moves = scene.play.objected if scene.side == "defend" else scene.play.said
    ids = dict.fromkeys(reason_of(scene.analysis, name).id for name in reversed(moves))
    found = (doubt_of(scene.analysis, name) for name in ids)
    return tuple(entry for entry in found if entry is not None)


def scheme_of(scene: Scene, target: Contestable) -> str:
    """Answers the scheme that the doubted argument follows; empty if it is of no framework."""
    use = _type(scene, target)
    return sentence(registry.framework(use).scheme) if use else ""


def questions(scene: Scene, target: Contestable, words: Language) -> tuple[Question, ...]:
    """Answers the critical questions that fit an argument; the last is none of them."""
    use = _type(scene, target)
    if use:
        known = registry.framework(use).critical_questions
        found = [Question(q.id, q.text) for q in known if q.id in target.questions]
    else:
        found = [Question(key, words.say(f"debate.cq_{key}")) for key in GENERAL]
    return (*found, Question("", words.say("debate.cq_other")))


def _type(scene: Scene, target: Contestable) -> str:
    argument = scene.analysis.graph.arguments.get(target.id)
    source = "" if argument is None else str(argument.source)
    uses = {use.id: use.type for use in scene.analysis.case.frameworks}
    return uses.get(source, "")


def with_own(
    scene: Scene, target: Contestable, question: Question, text: str, words: Language
) -> Scene:
    """Answers the debate after an argument of one's own, which counts from then on.

    Raises: CaseError if the text cannot stand in a case; ArgueError if the case with it is beyond
    what can be analysed.
    """
    case = scene.analysis.given
    changed = contested(case, target, by=words.say("debate.you"), text=text, cq=question.id)
    analysis = _again(scene.analysis, changed)
    name = f"challenge:{target.challenge['id']}"
    answers = tuple(a for a in scene.given.answers if a in analysis.graph.arguments)
    given = _kept(analysis, Given(scene.given.priorities, (*answers, name)))
    after = replace(
        scene,
        analysis=analysis,
        given=given,
        graph=plain_graph(analysis, given),
        hints=0,
    )
    entries = tuple(_told(scene, after, name, question, words))
    return advanced(_resumed(noted(after, *entries), scene.play, name, words), words)


def _again(before: Analysis, text: str) -> Analysis:
    case = read_case(text, before.given.file or "the case with your argument", name=before.given.id)
    setup = before.setup
    return analyze(
        case, facts=setup.facts, priorities=setup.priorities, frameworks=setup.frameworks
    )


def _kept(analysis: Analysis, given: Given) -> Given:
    """Answers what is given, without the priorities if no ranking keeps to them any more."""
    if next(completions(analysis.graph, given), None) is not None:
        return given
    return Given((), given.answers)


def _told(
    before: Scene, after: Scene, name: str, question: Question, words: Language
) -> Iterator[Entry]:
    yield Entry("you", told(after, name, words), name)
    if question.id:
        yield Entry("rules", words.say("debate.presses", question=question.text))
    now = statuses_said(after.analysis.statuses, words)
    if before.analysis.statuses == after.analysis.statuses:
        yield Entry("rules", words.say("debate.counted_same", now=now))
    else:
        was = statuses_said(before.analysis.statuses, words, before=True)
        yield Entry("rules", words.say("debate.counted", now=now, was=was))


def _resumed(scene: Scene, before: Play, name: str, words: Language) -> Scene:
    """Answers the debate on the new graph: as far as its moves may still be made, then the own."""
    rules = RULES[scene.game](scene.graph)
    play = Play(before.line[:1])
    for move in before.line[1:]:
        if move not in scene.graph or move not in rules.legal(play):
            gone = words.say("debate.withdrawn")
            return replace(noted(scene, Entry("rules", gone)), play=_mine(scene, play))
        play = moved(play, move)
    while len(play.line) > 1 and name not in rules.legal(play):
        play = Play(play.line[:-2])
    if name in rules.legal(play):
        return replace(scene, play=moved(play, name))
    return replace(scene, play=Play(before.line))


def _mine(scene: Scene, play: Play) -> Play:
    """Answers a play cut off where the engine has to find another move."""
    mover = replace(scene, play=play).mine
    return Play(play.line[:-1]) if mover and len(play.line) > 1 else play
