"""An agent's prerogative: what only the agent would lose may be forgone, and asks nothing of them.

Sources: Slote 1984, on the asymmetry of self and other; Gert 2004, on reasons that can justify what
they cannot require. So the reply is against the objection and not against the reason: the agent's
loss still outweighs what it outweighs, it only rules nothing out. What stands between sources is
thereby what stands without the prerogative, and no circle can arise from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from argue import registry
from argue.construct.builder import Builder, suffix
from argue.construct.said import Source
from argue.construct.views import missing_data, table_of, view
from argue.model.argument import Argument, AttackKind, Kind
from argue.model.case import Case, FrameworkUse, Standpoint
from argue.model.framework import View
from argue.model.numbers import Number

PREROGATIVE = "prerogative"


def add_prerogatives(build: Builder, sources: Sequence[Source]) -> None:
    """Adds replies to objections that only the agent's own loss speaks for."""
    agents = agents_of(build.case)
    uses = {use.id: use for use in build.case.frameworks}
    for source in sources if agents else ():
        use = uses.get(source.id)
        if use is None or not _is_about_losses(build.case, use):
            continue
        for agent in agents:
            _add_own(build, source, agent)
            _add_shared(build, source, use, agent)


def agents_of(case: Case) -> tuple[str, ...]:
    """Answers the agents who have a prerogative."""
    return tuple(p.id for p in case.standpoints.values() if p.agent and p.prerogative)


def _is_about_losses(case: Case, use: FrameworkUse) -> bool:
    """Answers whether the reasons of a framework are that people fare better or worse."""
    kind = registry.framework(use.type)
    numbers = table_of(case, use, kind) in ("payoffs", "general")
    of_losses = kind.persons if kind.losses is None else kind.losses
    return numbers and of_losses and not missing_data(case, use, kind)


def _add_own(build: Builder, source: Source, agent: str) -> None:
    """Adds replies to what is objected in the agent's own voice, whoever else is concerned."""
    for (better, worse), reasons in build.reasons.items():
        own = [r for r in reasons if r.source == source.id and r.voice == agent]
        if own:
            reply = _reply(source.id, build.case.standpoints[agent], better, worse)
            _answer(build, build.add(reply), own)


def _add_shared(build: Builder, source: Source, use: FrameworkUse, agent: str) -> None:
    """Adds replies to what is objected in nobody's voice where nobody but the agent gains."""
    kind, person = registry.framework(use.type), build.case.standpoints[agent]
    holds: dict[tuple[str, str], int] = {}
    for index, world in enumerate(source.worlds):
        seen = view(build.case, use, kind, world)
        for a, b in seen.pairs:
            if not any(others_gain(seen, agent, a, b)):
                pair = (seen.options[a], seen.options[b])
                holds[pair] = holds.get(pair, 0) | 1 << index
    for pair, where in holds.items():
        shared = [
            r
            for r in build.reasons.get(pair, ())
            if r.source == source.id and r.voice not in build.case.standpoints
        ]
        for answers in source.worlds.implicants(where) if shared else ():
            reply = _reply(source.id, person, *pair, end=suffix(answers))
            rests = replace(reply, premises=build.premises(answers))
            _answer(build, build.add(rests), shared)


def _answer(build: Builder, reply: str, reasons: Sequence[Argument]) -> None:
    for reason in reasons:
        objection = reason.id.replace("reason:", "objection:", 1)
        build.attack(reply, objection, AttackKind.REPLY)


def others_gain(seen: View, agent: str, better: int, worse: int) -> list[bool]:
    """Answers of everybody but the agent whether the choice of the better option matters to them.

    It does if they fare better under it in some table or state that the framework sees, exist
    under one of the two only, or are wronged under the other.
    """
    others = [k for k, person in enumerate(seen.standpoints) if person != agent]
    tables = (seen.cells, *(cells for _, cells in seen.states), *([seen.acts] if seen.acts else []))
    found = [
        _is_better(table[better][k], table[worse][k])
        for table in tables
        for k in range(len(table[better]))
        if seen.standpoints[k] != agent
    ]
    return found + [rows[worse][k] for rows in seen.wrongs.values() for k in others]


def _is_better(one: Number | None, other: Number | None) -> bool:
    if one is None or other is None:
        return (one is None) != (other is None)
    return bool(one > other)


def comparisons(case: Case, use: FrameworkUse, seen: View) -> list[bool]:
    """Answers how the comparisons come out that prerogatives turn on, for telling apart regions."""
    return [
        outcome
        for agent in (agents_of(case) if _is_about_losses(case, use) else ())
        for a, b in seen.pairs
        for outcome in others_gain(seen, agent, a, b)
    ]


def _reply(source: str, agent: Standpoint, better: str, worse: str, *, end: str = "") -> Argument:
    return Argument(
        id=f"reply:{PREROGATIVE}:{agent.id}:{source}:{better}>{worse}{end}",
        kind=Kind.REPLY,
        text=f'the loss to {agent.called} under "{worse}" is for {agent.called} alone to accept',
        source=PREROGATIVE,
        better=better,
        worse=worse,
        by=agent.id,
    )
