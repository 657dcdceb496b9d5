"""A person's own argument: free text, aimed at something said, under a critical question.

It becomes a challenge of the case, raised and so counted both ways; the case is analysed again, and
the debate goes on where it is upheld.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from argue import registry
from argue.explain.circumstances import Given
from argue.explain.contestable import Contestable, contested, doubt_of
from argue.report.words import sentence
from argue.seminar.debate.moves import noted
from argue.seminar.debate.resuming import again, changed_to, counted, resumed
from argue.seminar.debate.scene import Entry, Scene, reason_of, told
from argue.seminar.language import Language

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
    changed = contested(case, target, by=words.say("debate.you"), text=text, question=question.id)
    analysis = again(scene.analysis, changed)
    own = str(target.challenge["id"])
    name = f"challenge:{own}"
    answers = tuple(a for a in scene.given.answers if a in analysis.graph.arguments)
    given = Given(scene.given.priorities, (*answers, name))
    after = changed_to(scene, analysis, given, own)
    entries = tuple(_told(scene, after, name, question, words))
    return resumed(noted(after, *entries), scene.play, (name,), words)


def _told(
    before: Scene, after: Scene, name: str, question: Question, words: Language
) -> Iterator[Entry]:
    yield Entry("you", told(after, name, words), name)
    if question.id:
        yield Entry("rules", words.say("debate.presses", question=question.text))
    yield counted(before, after, "counted", words)
