"""What a debate stands at: the case, the game, whose side, the moves so far, and the record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from argue.errors import ArgueError, UnknownId
from argue.explain.circumstances import Given, given_by
from argue.explain.discussion import plain_graph
from argue.explain.positions import position_ids, position_of
from argue.model.af import AF
from argue.model.argument import Argument, Kind
from argue.model.verdict import Label, Position
from argue.report.words import listed, need, plain, plain_source, quoted, ranking, sentence, settled
from argue.seminar.debate.rules import OPPONENT, PROPONENT, RULES, Play, Rules
from argue.seminar.language import Language
from argue.verdict.result import Analysis

SIDES = {"defend": PROPONENT, "attack": OPPONENT}
"""The side a person takes -> whose part in the game that is."""

PREMISES = ("fact:", "challenge:", "aside:")
OWN = (Kind.CHALLENGE, Kind.REASON, Kind.OBJECTION)
"""Kinds of argument that a person's own may become."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the record: who speaks (`you`, `engine` or `rules`), what, and the argument."""

    speaker: str
    text: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """A debate about one option in one position of a case, at one moment.

    `position` is the one of the case as it came. `hints` counts those given for the present move,
    `conceded` says that the person gave up, `own` are the challenges and the source of reasons
    that the person has put in.
    """

    analysis: Analysis
    option: str
    side: str
    game: str
    position: Position
    given: Given
    graph: AF
    play: Play
    entries: tuple[Entry, ...] = ()
    hints: int = 0
    conceded: bool = False
    own: frozenset[str] = frozenset()

    @property
    def own_source(self) -> str:
        """The source of the reasons that the person has put in; empty if there are none."""
        return next((name for name in sorted(self.own) if name in self.analysis.graph.sources), "")

    @property
    def rules(self) -> Rules:
        """The rules of the game on the graph of the position."""
        return RULES[self.game](self.graph)

    @property
    def mine(self) -> bool:
        """Whether it is the person's turn."""
        return self.play.turn == SIDES[self.side]

    @property
    def over(self) -> bool:
        """Whether somebody has won or given up."""
        return bool(self.play.winner) or self.conceded

    @property
    def won(self) -> bool:
        """Whether the person has won."""
        return self.play.winner == SIDES[self.side] and not self.conceded


def scene_of(
    analysis: Analysis,
    *,
    side: str = "defend",
    option: str | None = None,
    game: str = "preferred",
    position: int | None = None,
) -> Scene:
    """Answers a debate at its beginning: the claim that an option may be done has been made.

    Without an option the first one is taken that can be held in some position (to defend) or that
    is rejected in some (to attack); without a position the first in which it is so.

    Raises: UnknownId for an option or position there is not; ArgueError for a case without a
    coherent position, or an analysis under other than preferred semantics.
    """
    if analysis.setup.semantics != "preferred" or analysis.setup.flat:
        raise ArgueError("debates are of preferred semantics: leave out semantics and flat")
    if not position_ids(analysis):
        raise ArgueError("there is no coherent position to debate anything in")
    if option is not None and option not in analysis.graph.options:
        raise UnknownId("option", option, analysis.graph.options)
    chosen, where = _beginning(analysis, side, option, position)
    found = position_of(analysis, where)
    given = given_by(found)
    return Scene(
        analysis=analysis,
        option=chosen,
        side=side,
        game=game,
        position=found,
        given=given,
        graph=plain_graph(analysis, given),
        play=Play((f"permission:{chosen}",)),
    )


def _beginning(
    analysis: Analysis, side: str, option: str | None, position: int | None
) -> tuple[str, str]:
    """Answers which option is debated, and in which position, as far as that is not asked for."""
    wanted = Label.IN if side == "defend" else Label.OUT
    options = analysis.graph.options if option is None else (option,)
    pairs = [
        (o, name)
        for o in options
        for name, found in zip(position_ids(analysis), analysis.positions, strict=True)
        if found.label(o) is wanted
    ]
    chosen, where = pairs[0] if pairs else (options[0], "position:1")
    if position is None:
        return chosen, where
    where = f"position:{position}"
    return next((o for o, name in pairs if name == where), chosen), where


def ground(scene: Scene, words: Language) -> str:
    """Answers what the position that is debated in takes as given; empty if nothing."""
    found = scene.position
    clauses = settled(found.facts, found.challenges, ())
    clauses += [scene.analysis.graph.arguments[name].text for name in found.numbers]
    order = ranking(found.priorities, "ranks")
    return listed([*clauses, *([order] if order else [])], words.say("steps.and"))


def told(scene: Scene, name: str, words: Language) -> str:
    """Answers what an argument says, with who says it."""
    argument = reason_of(scene.analysis, name)
    if argument.kind is Kind.PERMISSION:
        return words.say("steps.option_claim", option=quoted(str(argument.better)))
    said = sentence(argument.text)[:-1]
    return f"“{said}” ({speaker_of(scene, argument, words)})"


def reason_of(analysis: Analysis, name: str) -> Argument:
    """Answers an argument, or of an objection the reason that it puts forward."""
    argument = analysis.graph.arguments[name]
    if argument.kind is Kind.OBJECTION:
        return analysis.graph.arguments[argument.premises[0]]
    return argument


def speaker_of(scene: Scene, argument: Argument, words: Language) -> str:
    """Answers who says an argument, and under what condition."""
    own = argument.kind in OWN and argument.source in scene.own
    if own:
        who = words.say("debate.kind_own")
    elif argument.kind in (Kind.REASON, Kind.OBJECTION) and argument.source:
        who = plain_source(argument.source)
    elif argument.kind in (Kind.CHALLENGE, Kind.ASIDE):
        who = words.say(f"debate.kind_{argument.kind}", name=plain(str(argument.source)))
    else:
        who = words.say(f"debate.kind_{argument.kind}")
    needs = [need(p) for p in argument.premises if p.startswith(PREMISES)]
    return "; ".join([who, *([listed(needs)] if needs else [])])


def first_texts(scene: Scene, names: Iterable[str], words: Language) -> dict[str, str]:
    """Answers arguments by what they say, of several that say the same the first."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(told(scene, name, words), name)
    return found
