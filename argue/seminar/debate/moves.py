"""How a debate goes on: the engine's moves, a person's, and what may be chosen from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from argue.model.argument import Kind
from argue.seminar.debate.rules import PROPONENT, Play, moved
from argue.seminar.debate.scene import Entry, Scene, first_texts, told
from argue.seminar.language import Language

MOST_OFFERED, MOST_RIGHT = 5, 3
"""So many sentences are offered at a time, and so many of them may be said; the rest may not."""

OFFERED = (Kind.OBJECTION, Kind.REPLY, Kind.CHALLENGE, Kind.FACT)
"""Kinds of argument among which the right one is hidden."""


def noted(scene: Scene, *entries: Entry) -> Scene:
    """Answers the scene with lines added to its record."""
    return replace(scene, entries=(*scene.entries, *entries))


def advanced(scene: Scene, words: Language) -> Scene:
    """Answers the scene at the next move that is the person's to choose, or at the end."""
    while not scene.over:
        legal = scene.rules.legal(scene.play)
        if not legal:
            scene = _silent(scene, words)
        elif scene.mine:
            return scene
        else:
            good = scene.rules.good(scene.play)
            name = (good or legal)[0]
            said = Entry("engine", told(scene, name, words), name)
            scene = replace(noted(scene, said), play=moved(scene.play, name))
    return scene


def _silent(scene: Scene, words: Language) -> Scene:
    """Answers how it goes on where whoever's turn it is has nothing left to say."""
    last = told(scene, scene.play.line[-1], words)
    after = scene.rules.silent(scene.play)
    if scene.play.turn == PROPONENT:
        key = "debate.taken_back" if not after.winner else "debate.no_reply"
    else:
        key = "debate.stands" if not after.winner else "debate.no_objection"
    failed = told(scene, scene.play.line[-2], words) if len(scene.play.line) > 1 else ""
    return replace(
        noted(scene, Entry("rules", words.say(key, last=last, failed=failed))), play=after
    )


def said(scene: Scene, name: str, words: Language) -> Scene:
    """Answers the scene after the person has said something that may be said."""
    entry = Entry("you", told(scene, name, words), name)
    after = replace(noted(scene, entry), play=moved(scene.play, name), hints=0)
    return advanced(after, words)


def passed(scene: Scene, words: Language) -> Scene:
    """Answers the scene after the person has nothing more to say to the last move."""
    entry = Entry("you", words.say("debate.i_pass"))
    return advanced(replace(_silent(noted(scene, entry), words), hints=0), words)


def offered(scene: Scene, words: Language) -> dict[str, str]:
    """Answers the sentences to choose from, each with its argument.

    Some may be said, the best of these among them, and some may not; their order tells nothing
    and is the same each time.
    """
    rules, play = scene.rules, scene.play
    good = rules.good(play)
    right = first_texts(scene, (*good, *rules.legal(play)), words)
    there = {told(scene, name, words) for name in play.line}
    others = (
        name
        for name in _shuffled(play, scene.graph.arguments)
        if scene.analysis.graph.arguments[name].kind in OFFERED
    )
    wrong = {
        text: name
        for text, name in first_texts(scene, others, words).items()
        if text not in right and text not in there
    }
    kept = list(right)[:MOST_RIGHT]
    kept += list(wrong)[: MOST_OFFERED - len(kept)]
    every = {**wrong, **right}
    order = _shuffled(play, kept)
    return {text: every[text] for text in order}


def _shuffled(play: Play, names: Iterable[str]) -> list[str]:
    seed = ">".join(play.line)

    def drawn(name: str) -> str:
        return sha256(f"{seed}|{name}".encode("utf-8", "surrogatepass")).hexdigest()

    return sorted(names, key=drawn)


def recognised(typed: str, texts: Iterable[str]) -> str | None:
    """Answers the one sentence that typed words best agree with; None if none, or several.

    Words of four letters or more count, by their first five letters.
    """
    wanted = _stems(typed)
    scored = sorted(((len(wanted & _stems(text)), text) for text in texts), reverse=True)
    if not scored or scored[0][0] < min(2, len(wanted)) or scored[0][0] == 0:
        return None
    if len(scored) > 1 and scored[1][0] == scored[0][0]:
        return None
    return scored[0][1]


def _stems(text: str) -> set[str]:
    words = "".join(c if c.isalnum() else " " for c in text.lower()).split()
    return {word[:5] for word in words if len(word) >= 4}
