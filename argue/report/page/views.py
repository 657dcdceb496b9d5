"""A view: one graph as a page's script reads it, in columns, with its texts and pictures.

Arguments, sources and options go by their numbers. Objections are left out: they stand and fall
with their reasons and with the permissions those appeal to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from argue.model.argument import Argument, AttackKind, Graph, Kind
from argue.model.record import record
from argue.report.inert import inert
from argue.report.page.worlds import World
from argue.report.pictures.drawing import Drawing
from argue.report.pictures.selection import at_play, folded
from argue.report.pictures.svg import svg
from argue.report.reasons import exclude, fallen_premise, margin_of, said_in_full
from argue.report.words import because, plain_source
from argue.verdict.result import Analysis

Data = dict[str, Any]
Places = Mapping[str, int]


@record
class View:
    """A world whose graph a page ships, and the analysis that words and draws it."""

    world: World
    analysis: Analysis


def view_data(view: View, name: str) -> Data:
    """Answers a view as plain data; `name` keeps the ids in its pictures apart."""
    graph = view.analysis.graph
    shown = tuple(a for a in graph.arguments.values() if a.kind is not Kind.OBJECTION)
    place = {argument.id: index for index, argument in enumerate(shown)}
    sources = {source: index for index, source in enumerate(graph.sources)}
    drawings = dict.fromkeys((folded(view.analysis), at_play(view.analysis, view.world.branches)))
    return {
        "sources": _sources(view.world),
        "arguments": _columns(view.analysis, shown),
        "attacks": _always(graph, place),
        "conflicts": _ranked(graph, place),
        "excused": _excused(graph, sources),
        "order": [[sources[s] for s in p] for p in view.world.ranked if set(p) <= sources.keys()],
        "branches": [
            sorted(place[accepted] for accepted in branch.accepted)
            for branch in view.world.branches
        ],
        "pictures": [
            _picture(drawing, place, f"{name}-{index}") for index, drawing in enumerate(drawings)
        ],
    }


def _sources(world: World) -> list[Data]:
    used = {use.id for use in world.case.frameworks}
    return [
        {"id": inert(s.id), "name": inert(plain_source(s.id)), "framework": s.id in used}
        for s in world.sources
    ]


def _columns(analysis: Analysis, shown: Sequence[Argument]) -> Data:
    """Answers the arguments column by column.

    `weight` orders reasons by margin; `falls` is what is said of a reason whose premise this is.
    """
    graph = analysis.graph
    place = {argument.id: index for index, argument in enumerate(shown)}
    sources = {source: index for index, source in enumerate(graph.sources)}
    options = {option: index for index, option in enumerate(graph.options)}
    ranked = {Kind.PRIORITY: sources}
    margins = sorted({margin_of(a) for a in shown})
    premises = {p for a in shown for p in a.premises if a.kind is Kind.REASON}
    said = [_said(a) for a in shown]
    return {
        "id": [inert(a.id) for a in shown],
        "kind": [str(a.kind) for a in shown],
        "source": [sources.get(str(a.source), -1) for a in shown],
        "name": [inert(a.source or "") if a.kind in _NAMED else "" for a in shown],
        "better": [ranked.get(a.kind, options).get(str(a.better), -1) for a in shown],
        "worse": [ranked.get(a.kind, options).get(str(a.worse), -1) for a in shown],
        "premises": [[place[premise] for premise in a.premises] for a in shown],
        "said": [inert(text) for text in said],
        "needs": [
            inert(said_in_full(analysis, a)[len(text) :]) if a.kind is Kind.REASON else ""
            for a, text in zip(shown, said, strict=True)
        ],
        "falls": [inert(fallen_premise(analysis, a.id)) if a.id in premises else "" for a in shown],
        "weight": [margins.index(margin_of(a)) for a in shown],
    }


def _said(argument: Argument) -> str:
    """Answers what of an argument's text is told of it in a sentence."""
    if argument.kind is Kind.NUMBERS:
        return argument.text
    return because(argument.text) if argument.kind in _SAID else ""


_SAID = (Kind.REASON, Kind.REPLY, Kind.CHALLENGE, Kind.PRIORITY)
_NAMED = (Kind.FACT, Kind.CHALLENGE, Kind.ASIDE, Kind.NUMBERS)


def _always(graph: Graph, place: Places) -> list[list[int]]:
    """Answers the attacks on reasons that need no ranking, and with a 1 those on objections.

    An objection goes by the number of the reason that grounds it.
    """
    on = {Kind.REASON: 0, Kind.OBJECTION: 1}
    return [
        [place[a.attacker], place[target.premises[0] if kind else target.id], kind]
        for a in graph.attacks
        if a.higher is None
        and (target := graph.arguments[a.target])
        and (kind := on.get(target.kind)) is not None
    ]


def _ranked(graph: Graph, place: Places) -> list[list[int]]:
    """Answers the attacks that need a ranking, but for those that no settlement lets happen."""
    return [
        [place[a.attacker], place[a.target]]
        for a in graph.attacks
        if a.higher is not None
        and not exclude(graph.arguments[a.attacker], graph.arguments[a.target])
    ]


def _excused(graph: Graph, sources: Places) -> list[list[int]]:
    """Answers the pairs of an option that asks more than can be asked and a source that asks."""
    options = {option: index for index, option in enumerate(graph.options)}
    return [
        [options[str(graph.arguments[a.attacker].better)], sources[str(target.source)]]
        for a in graph.attacks
        if a.kind is AttackKind.REPLY
        and graph.arguments[a.attacker].source == "cap"
        and (target := graph.arguments[a.target])
    ]


def _picture(drawing: Drawing, place: Places, name: str) -> Data:
    """Answers a picture with the number of every box and how every arrow is meant."""
    boxes = {node.id: index for index, node in enumerate(drawing.nodes)}
    return {
        "svg": svg(drawing, name),
        "nodes": [
            {
                "argument": place[node.id],
                "heading": inert(node.heading),
                "text": inert(node.text),
                "condition": inert(node.condition),
            }
            for node in drawing.nodes
        ],
        "arrows": [
            {
                "tail": boxes[arrow.tail],
                "head": boxes[arrow.head],
                "ranked": arrow.ranking is not None,
                "mutual": arrow.mutual,
                "support": arrow.support,
            }
            for arrow in drawing.arrows
        ],
    }
