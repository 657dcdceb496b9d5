"""Section 7: the arguments the verdict hangs on, each in full."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest

from argue import registry
from argue.model.argument import Argument, Graph, Kind
from argue.model.case import Case
from argue.report.content import Block, Card, Paragraph, Section
from argue.report.reasons import can_meet, grounded, said_in_full, told_against
from argue.report.words import (
    listed,
    plain,
    plain_source,
    plural,
    quoted,
    sentence,
    standing_of,
    verb,
)
from argue.verdict.result import Analysis

MOST_CARDS = 8
"""So many reasons are told in full; the data hold all."""

MOST_ATTACKERS = 3
"""So many attackers of one argument are told; the others are counted."""


def section(analysis: Analysis) -> Section:
    """Answers a card for the first reasons that are told of each option, standing or not."""
    told = [told_against(analysis, option) for option in analysis.graph.options]
    # The first against every option, then the second against every option, and so on.
    turns = [found for row in zip_longest(*told) for found in row if found is not None]
    blocks: list[Block] = [_card(analysis, found.reason) for found in turns[:MOST_CARDS]]
    more = len(turns) - MOST_CARDS
    if more > 0:
        rest = f"{plural(more, 'more reason')} of the map {verb(more, 'is', 'are')} in the data."
        blocks.append(Paragraph(rest))
    if not blocks:
        blocks.append(Paragraph("No reason is given for one option over another."))
    return Section("reasons", "Reasons in full", tuple(blocks))


def _card(analysis: Analysis, reason: Argument) -> Card:
    """Answers one reason: the numbers, the scheme, the place in the file, attackers and replies."""
    claim = f"{quoted(str(reason.better))} rather than {quoted(str(reason.worse))}"
    remarks = [
        ("because", sentence(said_in_full(analysis, reason))),
        ("scheme", _scheme(analysis.case, str(reason.source))),
        ("in the case file", _places(analysis.case, reason)),
        ("attacked by", _attackers(analysis, reason)),
        ("it replies", _replies(analysis.graph, reason)),
    ]
    labels = analysis.labels[grounded(reason)]
    shown = tuple((name, text) for name, text in remarks if text)
    return Card(
        reason.id, f"{plain_source(str(reason.source))}: {claim}", standing_of(labels), shown
    )


def _scheme(case: Case, source: str) -> str:
    for use in case.frameworks:
        if use.id == source:
            framework = registry.framework(use.type)
            return f"{framework.title} ({framework.source})"
    for norm in case.norms.values():
        if norm.source_id == source:
            return f"A norm: {sentence(norm.text or plain(norm.id))}"
    return f"A reason stated by {plain(source)}."


def _places(case: Case, reason: Argument) -> str:
    """Answers which keys of the case file a reason is read from, with their lines."""
    found = [
        f"{path}, line {case.lines[path]}" for path in _paths(case, reason) if path in case.lines
    ]
    return "; ".join(found)


def _paths(case: Case, reason: Argument) -> Iterator[str]:
    source = str(reason.source)
    for use in case.frameworks:
        if use.id == source:
            framework = registry.framework(use.type)
            yield f"frameworks.{use.id}"
            yield from _cells(case.lines, str(framework.reads), reason)
    if source.startswith("norm:"):
        yield f"norms.{source.removeprefix('norm:')}"
    for index, stated in enumerate(case.reasons):
        if stated.id == reason.by:
            yield f"reasons[{index}]"


def _cells(lines: Mapping[str, int], table: str, reason: Argument) -> Iterator[str]:
    """Yields where the numbers of the two options stand, the voice's if it has one."""
    for option in (reason.better, reason.worse):
        for name in (table, "payoffs"):
            row = f"{name}.{option}"
            cell = f"{row}.{reason.voice}"
            if cell in lines or row in lines:
                yield cell if cell in lines else row
                break


def _attackers(analysis: Analysis, reason: Argument) -> str:
    """Answers what attacks a reason: standing attackers first, and how many more there are."""
    graph = analysis.graph
    found = [
        attack
        for attack in graph.attacks
        if attack.target in (reason.id, grounded(reason))
        and (attack.higher is None or can_meet(graph, attack))
    ]
    order = ("accepted", "varies", "undecided", "rejected", "undefined")
    found.sort(key=lambda a: order.index(standing_of(analysis.labels[a.attacker])))
    told: list[str] = []
    for attack in found[:MOST_ATTACKERS]:
        attacker = graph.arguments[attack.attacker]
        given = ""
        if attack.higher is not None:
            given = f", if {plain_source(attack.higher)} ranks higher"
        standing = standing_of(analysis.labels[attacker.id])
        told.append(f"{attacker.id} ({standing}{given})")
    more = len(found) - len(told)
    rest = f"; and {more} more" if more else ""
    return f"{'; '.join(told)}{rest}" if told else "nothing"


def _replies(graph: Graph, reason: Argument) -> str:
    """Answers which reasons fall to replies that speak for the same complaint."""
    answered = [
        attack.target
        for attack in graph.attacks
        if graph.arguments[attack.attacker].kind is Kind.REPLY
        and graph.arguments[attack.attacker].source == reason.source
        and reason.voice is not None
        and graph.arguments[attack.attacker].by == reason.voice
        and graph.arguments[attack.attacker].worse == reason.better
        and graph.arguments[attack.attacker].better == reason.worse
    ]
    return f"to {listed(dict.fromkeys(answered))}" if answered else ""
