"""How a debate goes on after an argument of somebody's own has changed the case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from argue.analysis import analyze_under
from argue.explain.circumstances import Given, completions
from argue.explain.discussion import plain_graph
from argue.io.case import read_case
from argue.seminar.debate.moves import advanced, noted
from argue.seminar.debate.rules import RULES, Play, moved
from argue.seminar.debate.scene import Entry, Scene
from argue.seminar.language import Language
from argue.seminar.packs.outcomes import statuses_said
from argue.verdict.result import Analysis


def again(before: Analysis, text: str) -> Analysis:
    """Answers the analysis of a changed text of the case, under the same settings."""
    case = read_case(text, before.given.file or "the case with your argument", name=before.given.id)
    return analyze_under(case, before.setup)


def changed_to(scene: Scene, analysis: Analysis, given: Given, own: str) -> Scene:
    """Answers the scene on another analysis; `own` is the source of the person's argument."""
    if next(completions(analysis.graph, given), None) is None:
        given = Given((), given.answers)
    return replace(
        scene,
        analysis=analysis,
        given=given,
        graph=plain_graph(analysis, given),
        hints=0,
        own=scene.own | {own},
    )


def counted(before: Scene, after: Scene, key: str, words: Language) -> Entry:
    """Answers what is told of the verdict of the whole case, before the argument and with it."""
    now = statuses_said(after.analysis.statuses, words)
    if before.analysis.statuses == after.analysis.statuses:
        return Entry("rules", words.say(f"debate.{key}_same", now=now))
    was = statuses_said(before.analysis.statuses, words, before=True)
    return Entry("rules", words.say(f"debate.{key}", now=now, was=was))


def resumed(scene: Scene, before: Play, names: Sequence[str], words: Language) -> Scene:
    """Answers the debate on the new graph: as far as its moves may still be made, then the own.

    `names` are the arguments that the own one became; the first that may be said is said.
    """
    return advanced(_resumed(scene, before, names, words), words)


def _resumed(scene: Scene, before: Play, names: Sequence[str], words: Language) -> Scene:
    rules = RULES[scene.game](scene.graph)
    play = Play(before.line[:1])
    for move in before.line[1:]:
        if move not in scene.graph or move not in rules.legal(play):
            gone = words.say("debate.withdrawn")
            return replace(noted(scene, Entry("rules", gone)), play=_mine(scene, play))
        play = moved(play, move)
    while True:
        said = next(_legal(names, rules.legal(play)), None)
        if said is not None:
            return replace(scene, play=moved(play, said))
        if len(play.line) <= 2:
            return replace(scene, play=Play(before.line))
        play = Play(play.line[:-2])


def _legal(names: Sequence[str], legal: Sequence[str]) -> Iterator[str]:
    return (name for name in names if name in legal)


def _mine(scene: Scene, play: Play) -> Play:
    """Answers a play cut off where the engine has to find another move."""
    mover = replace(scene, play=play).mine
    return Play(play.line[:-1]) if mover and len(play.line) > 1 else play
