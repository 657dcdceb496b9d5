"""A person's own reason against the bare claim that an option may be done.

Reasons are contrastive: it says for which other option it speaks. It becomes a stated reason of the
case from a source of its own, whose rank is left open; in the debate that source goes first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from argue.explain.circumstances import Given
from argue.explain.contestable import added
from argue.model.argument import Kind
from argue.seminar.debate.moves import noted
from argue.seminar.debate.resuming import again, changed_to, counted, resumed
from argue.seminar.debate.scene import Entry, Scene, told
from argue.seminar.language import Language
from argue.verdict.result import Analysis


@dataclass(frozen=True, slots=True)
class Claim:
    """The claim that an option may be done, as what a reason of one's own speaks against."""

    option: str

    @property
    def id(self) -> str:
        """The argument that makes the claim."""
        return f"permission:{self.option}"


def claims(scene: Scene) -> tuple[Claim, ...]:
    """Answers the claims of the engine: what it defends, else what its objections prefer."""
    if scene.side == "attack":
        return (Claim(scene.option),)
    arguments = scene.analysis.graph.arguments
    said = (arguments[name] for name in reversed(scene.play.objected))
    preferred = dict.fromkeys(a.better for a in said if a.kind is Kind.OBJECTION)
    return tuple(Claim(option) for option in preferred if option and option != scene.option)


def alternatives(scene: Scene, claim: Claim) -> tuple[str, ...]:
    """Answers the options a reason against a claim may speak for, the debated one first."""
    found = dict.fromkeys((scene.option, *scene.analysis.graph.options))
    return tuple(option for option in found if option != claim.option)


def with_reason(scene: Scene, claim: Claim, favours: str, text: str, words: Language) -> Scene:
    """Answers the debate after a reason of one's own for an option over the claimed one.

    Raises: CaseError if the text cannot stand in a case; ArgueError if the case with it is beyond
    what can be analysed.
    """
    case = scene.analysis.given
    by = scene.own_source or _unused("you", scene.analysis.graph.sources)
    name = _unused("my_reason", tuple(reason.id for reason in case.reasons))
    entry = {"id": name, "by": by, "favours": favours, "over": claim.option, "text": text}
    analysis = again(scene.analysis, added(case, "reasons", entry))
    given = Given(_first(scene, by), scene.given.answers)
    after = changed_to(scene, analysis, given, by)
    said = tuple(_said(analysis, name))
    entries = (
        Entry("you", told(after, said[-1], words), said[-1]),
        counted(scene, after, "counted_reason", words),
    )
    return resumed(noted(after, *entries), scene.play, said, words)


def _first(scene: Scene, by: str) -> tuple[tuple[str, str], ...]:
    """Answers what is given as ranked, with a source above all others."""
    sources = scene.analysis.graph.sources
    above = tuple((by, other) for other in sources if other != by)
    return tuple(dict.fromkeys((*scene.given.priorities, *above)))


def _said(analysis: Analysis, name: str) -> Iterator[str]:
    """Yields the arguments that a stated reason became: what rests on it, then itself."""
    arguments = analysis.graph.arguments.values()
    reason = next(a.id for a in arguments if a.kind is Kind.REASON and a.by == name)
    yield from (a.id for a in arguments if reason in a.premises)
    yield reason


def _unused(name: str, taken: tuple[str, ...]) -> str:
    tried = (name, *(f"{name}_{n}" for n in range(2, len(taken) + 3)))
    return next(one for one in tried if one not in taken)
