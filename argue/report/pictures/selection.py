"""Which arguments and attacks a picture shows: all of them, or those the verdict hangs on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from argue.model.argument import Argument, Attack, AttackKind, Graph, Kind
from argue.model.verdict import Label
from argue.report.pictures.drawing import Arrow, Drawing, described, node_of
from argue.report.reasons import can_meet, margin_of, told_against
from argue.verdict.result import Analysis
from argue.verdict.standing import Standing


def complete(analysis: Analysis) -> Drawing:
    """Answers the picture of every argument, every attack, and what every argument rests on."""
    graph = analysis.graph
    nodes = tuple(node_of(analysis, argument) for argument in graph.arguments.values())
    arrows = list(_joined(graph.attacks, graph.order))
    arrows += [
        Arrow(premise, argument.id, support=True)
        for argument in graph.arguments.values()
        for premise in argument.premises
    ]
    return Drawing(analysis.case.title, described(analysis, nodes), nodes, tuple(arrows))


def folded(analysis: Analysis) -> Drawing:
    """Answers the picture of what the verdict hangs on.

    One reason a source and option, with its objection in the same box; the replies and
    challenges that meet it; and between reasons the attacks that can ever succeed.
    """
    return _drawn(analysis, _told(analysis), live=True)


def _told(analysis: Analysis) -> dict[str, Argument]:
    """Answers the options, what is told against each, and the presumptions that can stand."""
    graph = analysis.graph
    shown = {a.id: a for a in graph.of_kind(Kind.PERMISSION)}
    for option in graph.options:
        shown |= {told.reason.id: told.reason for told in told_against(analysis, option)}
    shown |= {a.id: a for a in graph.of_kind(Kind.PRESUMPTION) if _can_stand(analysis, a.id)}
    return shown


def _drawn(analysis: Analysis, shown: dict[str, Argument], *, live: bool) -> Drawing:
    """Answers the picture of these arguments with what answers them and what doubts them.

    Not `live`: attacks that need a ranking are drawn even where they now decide nothing.
    """
    shown = {**shown, **{a.id: a for a in _answers(analysis, tuple(shown))}}
    shown = {**shown, **{a.id: a for a in _doubts(analysis.graph, shown)}}
    arrows = tuple(_arrows(analysis, shown, live=live))
    met = {end for arrow in arrows for end in (arrow.tail, arrow.head)}
    nodes = tuple(
        node_of(analysis, a)
        for a in shown.values()
        if a.id in met or a.kind in (Kind.PERMISSION, Kind.REASON)
    )
    return Drawing(analysis.case.title, described(analysis, nodes), nodes, arrows)


def at_play(analysis: Analysis, branches: Sequence[Standing]) -> Drawing:
    """Answers the picture of all that can decide anything, however the open points fall.

    What the folded picture shows, and for each branch, source and pair of options the strongest
    reason that stands there before sources are ranked.
    """
    graph = analysis.graph
    shown = {**_told(analysis), **{a.id: a for a in graph.of_kind(Kind.PRESUMPTION)}}
    for branch in branches:
        best: dict[tuple[str | None, ...], Argument] = {}
        for reason in branch.reasons:
            key = (reason.source, reason.better, reason.worse)
            if key not in best or margin_of(reason) > margin_of(best[key]):
                best[key] = reason
        shown |= {reason.id: reason for reason in best.values()}
    shown = {name: a for name, a in graph.arguments.items() if name in shown}
    return _drawn(analysis, shown, live=False)


def _can_stand(analysis: Analysis, argument: str) -> bool:
    return Label.IN in analysis.labels[argument]


def _always(analysis: Analysis, argument: str) -> bool:
    return analysis.labels[argument] == frozenset({Label.IN})


def _answers(analysis: Analysis, targets: tuple[str, ...]) -> Iterator[Argument]:
    """Yields for every target the reply that answers it: one that always stands, if any does."""
    for target in targets:
        replies = [
            analysis.graph.arguments[attack.attacker]
            for attack in analysis.graph.attacks
            if _box(attack.target) == target and attack.kind is AttackKind.REPLY
        ]
        standing = [r for r in replies if _can_stand(analysis, r.id)]
        standing.sort(key=lambda r: not _always(analysis, r.id))
        yield from standing[:1]


def _doubts(graph: Graph, shown: dict[str, Argument]) -> Iterator[Argument]:
    """Yields the challenges aimed at what is shown or at one another, and those it rests on."""
    wanted = {p.partition(":")[2] for a in shown.values() for p in a.premises if _is_doubt(p)}
    reached = {*shown, *(f"challenge:{name}" for name in wanted)}
    grown = True
    while grown:
        found = {
            a.attacker
            for a in graph.attacks
            if a.target in reached and graph.arguments[a.attacker].kind is Kind.CHALLENGE
        }
        grown = not found <= reached
        reached |= found
    yield from (a for a in graph.of_kind(Kind.CHALLENGE) if a.id in reached)
    yield from (
        a
        for a in graph.of_kind(Kind.PRIORITY)
        if any(t.target == a.id and t.attacker in reached for t in graph.attacks)
    )


def _is_doubt(premise: str) -> bool:
    return premise.startswith(("challenge:", "aside:"))


def _arrows(analysis: Analysis, shown: dict[str, Argument], *, live: bool) -> Iterator[Arrow]:
    """Yields the arrows between what is shown; an objection's and an aside's start elsewhere."""
    graph = analysis.graph
    for argument in shown.values():
        if argument.kind is Kind.REASON:
            yield Arrow(argument.id, f"permission:{argument.worse}")
        yield from _rests_on(argument, shown)
    for attack in graph.attacks:
        met = replace(attack, target=_box(attack.target))
        if {met.attacker, met.target} <= shown.keys() and attack.kind not in _TOLD:
            yield _arrow(met, graph.order)
    yield from _conflicts(analysis, shown, live=live)


def _box(argument: str) -> str:
    """Answers the argument in whose box another is drawn: an objection stands with its reason."""
    return argument.replace("objection:", "reason:", 1)


_TOLD = (AttackKind.OBJECTION, AttackKind.OUTRANKS)
"""Attacks that the folded picture draws from a reason, or only where they can succeed."""


def _rests_on(argument: Argument, shown: dict[str, Argument]) -> Iterator[Arrow]:
    for premise in argument.premises:
        kind, _, name = premise.partition(":")
        challenge = f"challenge:{name}"
        if challenge in shown and kind in ("challenge", "aside"):
            yield Arrow(challenge, argument.id, support=kind == "challenge")


def _conflicts(analysis: Analysis, shown: dict[str, Argument], *, live: bool) -> Iterator[Arrow]:
    """Yields the attacks that need a ranking and could succeed, two opposite ones as one."""
    graph = analysis.graph
    found = [
        attack
        for attack in graph.attacks
        if attack.kind is AttackKind.OUTRANKS
        and {attack.attacker, attack.target} <= shown.keys()
        and (_is_live(analysis, attack) if live else can_meet(graph, attack))
    ]
    yield from _joined(found, graph.order)


def _joined(attacks: Sequence[Attack], order: frozenset[tuple[str, str]]) -> Iterator[Arrow]:
    """Yields an arrow for each attack, but one for two opposite ones that need a ranking."""
    ends = {(a.attacker, a.target) for a in attacks if a.higher is not None}
    for attack in attacks:
        if attack.higher is None or (attack.target, attack.attacker) not in ends:
            yield _arrow(attack, order)
        elif attack.attacker < attack.target:
            pair = (attack.higher, str(attack.lower))
            yield Arrow(attack.attacker, attack.target, pair, mutual=True)


def _is_live(analysis: Analysis, attack: Attack) -> bool:
    """Answers whether an attack between reasons of two sources can ever decide anything."""
    graph = analysis.graph
    if not can_meet(graph, attack) or not _can_stand(analysis, attack.attacker):
        return False
    return _can_stand(analysis, attack.target) or (attack.higher, attack.lower) in graph.order


def _arrow(attack: Attack, order: frozenset[tuple[str, str]]) -> Arrow:
    if attack.higher is None:
        return Arrow(attack.attacker, attack.target)
    pair = (attack.higher, str(attack.lower))
    return Arrow(attack.attacker, attack.target, pair, declared=pair in order)
