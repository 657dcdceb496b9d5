"""The graph of a case: its sources' reasons as arguments, and what attacks what.

Reasons of different sources that oppose each other attack each other only under a ranking;
everything else is decided inside a source, by replies and challenges. An objection to an option
appeals to an alternative that is itself permissible.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from argue.construct.builder import Builder, suffix
from argue.construct.challenges import add_challenges, aim_challenges, standing_challenges
from argue.construct.prerogative import add_prerogatives
from argue.construct.priorities import expanded, fixed_order, is_open
from argue.construct.replies import add_cap_replies, add_permissions, add_replies
from argue.construct.said import Reason, Source
from argue.construct.worlds import Answer, open_answers
from argue.model.argument import Argument, AttackKind, Graph, Kind
from argue.model.case import Case


def graph_of(case: Case, sources: Sequence[Source]) -> Graph:
    """Answers the graph of a case, given what its sources say.

    Raises: ArgueError for priorities in a cycle.
    Cost: linear in the reasons, and quadratic in those of different sources about one pair.
    """
    build = Builder(case, standing_challenges(case))
    for option in case.options.values():
        text = f'"{option.id}" may be done'
        build.add(Argument(f"permission:{option.id}", Kind.PERMISSION, text, better=option.id))
    add_challenges(build)
    for source in sources:
        for reason in source.reasons:
            _add_reason(build, source, reason)
    for source in sources:
        add_replies(build, source)
    add_cap_replies(build)
    add_permissions(build)
    _add_priorities(build)
    _add_conflicts(build)
    _add_objections(build)
    add_prerogatives(build, sources)
    _add_presumptions(build)
    aim_challenges(build)
    return Graph(
        options=tuple(case.options),
        sources=tuple(source.id for source in sources),
        arguments=MappingProxyType(build.arguments),
        attacks=build.attacks,
        order=fixed_order(case),
    )


def _add_reason(build: Builder, source: Source, reason: Reason) -> None:
    middle = f"{reason.voice or reason.name}:" if reason.voice or reason.name else ""
    for answers in source.worlds.implicants(reason.holds):
        margins = [reason.margins[world] for world in source.worlds.covered(answers)]
        build.add(
            Argument(
                id=f"reason:{source.id}:{middle}{reason.better}>{reason.worse}{suffix(answers)}",
                kind=Kind.REASON,
                text=reason.text(margins),
                source=source.id,
                better=reason.better,
                worse=reason.worse,
                voice=reason.voice,
                by=reason.name or None,
                margin=(min(margins), max(margins)),
                premises=build.premises(answers),
            )
        )


def _add_priorities(build: Builder) -> None:
    for priority in expanded(build.case):
        if not is_open(build.case, priority):
            continue
        answers: tuple[Answer, ...] = open_answers(build.case, priority.when) or ()
        name = f"priority:{priority.higher}>{priority.lower}"
        build.add(
            Argument(
                id=name,
                kind=Kind.PRIORITY,
                text=f"{priority.higher} outranks {priority.lower}",
                better=priority.higher,
                worse=priority.lower,
                source=priority.id,
                by=priority.by,
                premises=build.premises(answers),
            )
        )


def _add_conflicts(build: Builder) -> None:
    """Opposed reasons of two sources attack each other, each if its source is the higher."""
    for (better, worse), ours in build.reasons.items():
        for theirs in build.reasons.get((worse, better), ()):
            for mine in ours:
                if mine.source != theirs.source:
                    given = (str(mine.source), str(theirs.source))
                    build.attack(mine.id, theirs.id, AttackKind.OUTRANKS, given=given)


def _add_objections(build: Builder) -> None:
    for reason in [a for a in build.arguments.values() if a.kind is Kind.REASON]:
        objection = replace(
            reason,
            id=reason.id.replace("reason:", "objection:", 1),
            kind=Kind.OBJECTION,
            text=f'"{reason.worse}" may not be done, for "{reason.better}" may: {reason.text}',
            premises=(reason.id, f"permission:{reason.better}"),
        )
        target = f"permission:{reason.worse}"
        build.attack(build.add(objection), target, AttackKind.OBJECTION)


def _add_presumptions(build: Builder) -> None:
    """What is presumed forbidden needs a standing reason over every option that is not."""
    options = build.case.options.values()
    for option in options:
        for default in options:
            if not option.presume_forbidden or default.presume_forbidden:
                continue
            presumption = build.add(
                Argument(
                    id=f"presumption:{option.id}:{default.id}",
                    kind=Kind.PRESUMPTION,
                    text=f'"{option.id}" may not be done unless there is reason to prefer it '
                    f'to "{default.id}"',
                    better=default.id,
                    worse=option.id,
                )
            )
            build.attack(presumption, f"permission:{option.id}", AttackKind.PRESUMPTION)
            for reason in build.reasons.get((option.id, default.id), ()):
                build.attack(reason.id, presumption, AttackKind.PRESUMPTION)
