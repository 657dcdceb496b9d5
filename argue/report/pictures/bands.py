"""One position in three bands: what it accepts, what that defeats, and the rest.

For graphs too large to be followed arrow by arrow: there are no arrows, and each box of the
second band says what defeats it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argue.analysis import positions_of
from argue.construct.priorities import closed
from argue.errors import ArgueError, UnknownId
from argue.model.argument import Argument, Kind
from argue.model.record import record
from argue.model.verdict import Label, Position
from argue.report.pictures.drawing import SHORT_KINDS, Node, node_of
from argue.report.reasons import grounded
from argue.report.words import STANDING, listed, options, plain_source, standing_of
from argue.verdict.result import Analysis
from argue.verdict.settings import Settings

TOLD_ELSEWHERE = (Kind.OBJECTION, Kind.ASIDE)
"""An objection is in one box with its reason, an aside with its challenge."""

MOST_NAMED = 3
"""So many of those that defeat an argument are named."""

DEFEATS = {
    Kind.FACT: "the opposite fact",
    Kind.NUMBERS: "other numbers",
    Kind.ASIDE: "its being set aside",
}
"""Kind of argument -> how a box says that one defeats what is in it, where its name will not do."""

Labels = Mapping[str, frozenset[Label]]


@record
class Bands:
    """One position as three bands of boxes, each with its heading."""

    title: str
    bands: tuple[tuple[str, tuple[Node, ...]], ...]


def bands_of(analysis: Analysis, number: int) -> Bands:
    """Answers the bands of a position, counted from 1 in the order of the report.

    Raises: UnknownId for a position there is none of; ArgueError for one that nothing in the case
    singles out.
    """
    known = [str(place) for place in range(1, len(analysis.positions) + 1)]
    if str(number) not in known:
        raise UnknownId("position", str(number), known)
    position = analysis.positions[number - 1]
    labels = _labels(analysis, position)
    found: dict[str, list[Node]] = {"accepted": [], "rejected": [], "rest": []}
    for argument in analysis.graph.arguments.values():
        if argument.kind not in TOLD_ELSEWHERE:
            standing = standing_of(_own(labels, argument))
            band = standing if standing in found else "rest"
            found[band].append(_node(analysis, argument, labels, position))
    permitted = options(sorted(position.permissible)) or "nothing"
    headings = {
        "accepted": "Accepted",
        "rejected": "Defeated by what is accepted, or resting on what is",
        "rest": "The rest: undecided, or not the same throughout the position",
    }
    title = f"{analysis.case.title}: position {number}, which permits {permitted}"
    return Bands(title, tuple((headings[b], tuple(n)) for b, n in found.items() if n))


def _labels(analysis: Analysis, position: Position) -> Labels:
    if not position.settles:
        raise ArgueError(
            "nothing in the case singles this position out, as one source is at odds with itself; "
            "draw the whole graph instead"
        )
    given = Settings(
        facts=position.facts,
        challenges=position.challenges,
        numbers=position.numbers,
        priorities=position.priorities,
    )
    return positions_of(analysis.graph, analysis.setup, None).labels(given)


def _own(labels: Labels, argument: Argument) -> frozenset[Label]:
    return labels.get(grounded(argument), labels[argument.id])


def _node(analysis: Analysis, argument: Argument, labels: Labels, position: Position) -> Node:
    """Answers the box of an argument as it stands in a position, and what defeats it."""
    drawn = node_of(analysis, argument)
    standing = standing_of(_own(labels, argument))
    by = tuple(dict.fromkeys(_defeaters(analysis, argument, labels, position)))
    said = ""
    if standing == "rejected":
        more = [f"{len(by) - MOST_NAMED} more"] if len(by) > MOST_NAMED else []
        fallen = any(labels[premise] == frozenset({Label.OUT}) for premise in argument.premises)
        named = f"defeated by {listed([*by[:MOST_NAMED], *more])}"
        said = "falls with what it rests on" if fallen or not by else named
    return Node(
        argument.id, argument.kind, standing, STANDING[standing], drawn.heading, drawn.text, said
    )


def _defeaters(
    analysis: Analysis, argument: Argument, labels: Labels, position: Position
) -> Iterator[str]:
    order = closed({*analysis.graph.order, *position.priorities})
    for attack in analysis.graph.attacks:
        targets = (argument.id, grounded(argument))
        if attack.target not in targets or labels[attack.attacker] != frozenset({Label.IN}):
            continue
        if attack.higher is None or (attack.higher, attack.lower) in order:
            attacker = analysis.graph.arguments[attack.attacker]
            if attacker.kind in (Kind.REASON, Kind.OBJECTION):
                yield plain_source(str(attacker.source))
            else:
                yield DEFEATS.get(attacker.kind, f"a {SHORT_KINDS[attacker.kind]}")
    alternative = f"permission:{argument.better}"
    if argument.kind is Kind.REASON and labels[alternative] == frozenset({Label.OUT}):
        yield f'the fall of "{argument.better}"'
