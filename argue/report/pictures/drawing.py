"""What a picture of a graph shows: nodes with their standing, arrows at what is attacked.

Nothing here knows of coordinates or file formats.
"""

from __future__ import annotations

from collections.abc import Iterable

from argue.construct.words import plain
from argue.errors import UnknownId
from argue.model.argument import Argument, Kind
from argue.model.record import field, record
from argue.model.verdict import Label
from argue.report.reasons import conditions_said, grounded
from argue.report.words import GLYPHS, STANDING, plain_source, standing_of
from argue.verdict.result import Analysis

SHORT_KINDS = {
    Kind.FACT: "fact",
    Kind.NUMBERS: "numbers",
    Kind.CHALLENGE: "challenge",
    Kind.ASIDE: "set aside",
    Kind.REPLY: "reply",
    Kind.PRIORITY: "priority",
    Kind.PERMISSION: "option",
    Kind.PRESUMPTION: "presumption",
    Kind.OBJECTION: "objection",
}
"""What a node is called where no source's name says it."""


@record
class Node:
    """One box: an argument's id, its standing as a word and a glyph, and what it says.

    `heading` names who says it, `condition` what it rests on; both may be empty.
    """

    id: str
    kind: Kind
    standing: str
    glyph: str
    heading: str
    text: str
    condition: str = ""


@record
class Arrow:
    """One arrow from a node to what it attacks, or a line to what it supports.

    `ranking` is the pair (higher, lower) the attack needs; `mutual` says that the other attacks
    back if it ranks higher instead; `declared` that the case has declared this ranking.
    """

    tail: str
    head: str
    ranking: tuple[str, str] | None = None
    mutual: bool = False
    declared: bool = False
    support: bool = False

    @property
    def label(self) -> str:
        """What is written beside the arrow; empty for an attack without conditions."""
        if self.ranking is None:
            return ""
        if self.mutual:
            return f"{plain_source(self.ranking[0])} ⇄ {plain_source(self.ranking[1])}"
        higher, lower = (plain_source(source) for source in self.ranking)
        return f"{higher} > {lower}" if self.declared else f"if {higher} > {lower}"


@record
class Drawing:
    """A picture before it is laid out: its title, what it shows in a sentence, and its parts."""

    title: str
    description: str
    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...] = field(default_factory=tuple)

    def around(self, focus: str, radius: int) -> Drawing:
        """Answers the part within so many arrows of one node, followed either way.

        Raises: UnknownId for a node the picture does not show.
        """
        if focus not in {node.id for node in self.nodes}:
            raise UnknownId("argument of this picture", focus, [n.id for n in self.nodes])
        near = {focus}
        for _ in range(radius):
            near |= {
                end for a in self.arrows for end in (a.tail, a.head) if near & {a.tail, a.head}
            }
        nodes = tuple(node for node in self.nodes if node.id in near)
        arrows = tuple(a for a in self.arrows if {a.tail, a.head} <= near)
        steps = f"{radius} arrow{'' if radius == 1 else 's'}"
        said = f"{self.description} Shown is what lies within {steps} of {focus}."
        return Drawing(self.title, said, nodes, arrows)


def node_of(analysis: Analysis, argument: Argument) -> Node:
    """Answers the box of one argument; a reason's shows the standing of its objection."""
    kind = argument.kind
    condition = conditions_said(analysis, argument)
    if kind is Kind.PERMISSION:
        option = str(argument.better)
        status = analysis.statuses[option]
        said = analysis.case.options[option].text
        return Node(argument.id, kind, status, GLYPHS[status], option, said)
    standing = standing_of(_labels(analysis, argument))
    source = argument.source if kind in (Kind.REASON, Kind.OBJECTION) else None
    heading = plain_source(source) if source else SHORT_KINDS[kind]
    if kind in (Kind.CHALLENGE, Kind.ASIDE):
        heading = f"{heading}: {plain(str(argument.source))}"
    text = argument.text
    if kind is not Kind.NUMBERS:  # which begins with the path of a number
        text = text[:1].upper() + text[1:]
    return Node(argument.id, kind, standing, STANDING[standing], heading, text, condition)


def _labels(analysis: Analysis, argument: Argument) -> frozenset[Label]:
    return analysis.labels.get(grounded(argument), analysis.labels[argument.id])


def described(analysis: Analysis, shown: Iterable[Node]) -> str:
    """Answers in a sentence or two what a picture shows: the options, then how many arguments."""
    options = "; ".join(f"{o} is {analysis.statuses[o]}" for o in analysis.graph.options)
    number = sum(node.kind is not Kind.PERMISSION for node in shown)
    return (
        f"Arguments about the options, each pointing at what it attacks. {options}. "
        f"{number} argument{' is' if number == 1 else 's are'} shown."
    )
