"""The board a case is shown on step by step: its map, in one position, with what attacks what."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from argue.errors import ArgueError
from argue.explain.circumstances import Given, given_by
from argue.explain.discussion import plain_graph
from argue.explain.positions import position_ids, position_of
from argue.model.af import AF
from argue.model.argument import Kind
from argue.model.verdict import Label
from argue.report.pictures.boxes import laid_out
from argue.report.pictures.drawing import Drawing, Node
from argue.report.pictures.layout import Layout, Size
from argue.report.pictures.selection import folded
from argue.report.pictures.svg import svg_at
from argue.report.reasons import grounded
from argue.report.words import STANDING, listed, quoted, ranking, settled
from argue.semantics.grounded import grounded_labelling
from argue.seminar.language import Language
from argue.verdict.result import Analysis

WORDS = {Label.IN: "accepted", Label.OUT: "rejected", Label.UNDEC: "undecided"}


@dataclass(frozen=True)
class Board:
    """The map of a case in one position: boxes, arrows, and the plain graph behind them.

    A reason and the objection it grounds share a box, as in the pictures of reports.
    """

    analysis: Analysis
    drawing: Drawing
    given: Given
    graph: AF
    conditions: str

    @cached_property
    def nodes(self) -> Mapping[str, Node]:
        """The boxes by their ids."""
        return {node.id: node for node in self.drawing.nodes}

    @cached_property
    def _places(self) -> tuple[Mapping[str, Size], Layout]:
        unlabelled = tuple(shown(node, Label.UNDEC) for node in self.drawing.nodes)
        return laid_out(replace(self.drawing, nodes=unlabelled))

    def behind(self, name: str) -> str:
        """Answers the argument that decides how a box stands: of a reason, its objection."""
        objection = grounded(self.analysis.graph.arguments[name])
        return objection if objection in self.graph else name

    def who(self, name: str, words: Language) -> str:
        """Answers what a box says, as part of a sentence."""
        node = self.nodes[name]
        if node.kind is Kind.PERMISSION:
            return words.say("steps.option_claim", option=quoted(node.heading))
        about = f"{node.heading}; {node.condition}" if node.condition else node.heading
        return f"“{node.text.rstrip('.')}” ({about})"

    def labels(self, among: Collection[str]) -> Mapping[str, Label]:
        """Answers how boxes stand if these are all there are, accepting nothing by choice.

        What the position settles is there from the start: facts, numbers, dismissed challenges.
        """
        names = {self.behind(name) for name in among} | set(among)
        names |= {a.id for a in self.analysis.graph.of_kind(Kind.FACT, Kind.NUMBERS, Kind.ASIDE)}
        for name in tuple(names):
            names |= _rests_on(self, name)
        found = grounded_labelling(self.graph.restricted_to(names))
        return {name: found.label_of(self.behind(name)) for name in among}

    def picture(self, labels: Mapping[str, Label], name: str) -> str:
        """Answers the boxes that have a label as SVG, every one in the same place each time."""
        boxes, layout = self._places
        kept = [
            (arrow, route)
            for arrow, route in zip(self.drawing.arrows, layout.routes, strict=True)
            if {arrow.tail, arrow.head} <= labels.keys()
        ]
        nodes = tuple(shown(n, labels[n.id]) for n in self.drawing.nodes if n.id in labels)
        part = replace(self.drawing, nodes=nodes, arrows=tuple(arrow for arrow, _ in kept))
        routed = Layout(layout.size, layout.middles, tuple(route for _, route in kept))
        return svg_at(part, routed, boxes, name)


def _rests_on(board: Board, name: str) -> set[str]:
    """Answers the facts, rulings and numbers that an argument rests on; never another option."""
    found: set[str] = set()
    for premise in board.analysis.graph.arguments[name].premises:
        if board.analysis.graph.arguments[premise].kind is not Kind.PERMISSION:
            found |= {premise} | _rests_on(board, premise)
    return found


def shown(node: Node, label: Label) -> Node:
    """Answers a box as it stands at one step."""
    word = WORDS[label]
    return replace(node, standing=word, glyph=STANDING[word])


def board_of(analysis: Analysis, position: int = 1) -> Board:
    """Answers the board of a case in one of its positions, counted from one.

    Raises: UnknownId for a position there is not; ArgueError for an analysis that has none, or
    one under other than preferred semantics.
    """
    if analysis.setup.semantics != "preferred" or analysis.setup.flat:
        raise ArgueError("steps are told of preferred semantics: leave out semantics and flat")
    if not position_ids(analysis):
        raise ArgueError("there is no coherent position to go through step by step")
    found = position_of(analysis, f"position:{position}")
    given = given_by(found)
    clauses = settled(found.facts, found.challenges, ())
    clauses += [analysis.graph.arguments[name].text for name in found.numbers]
    order = ranking(found.priorities, "ranks")
    said = listed([*clauses, *([order] if order else [])])
    return Board(analysis, folded(analysis), given, plain_graph(analysis, given), said)
