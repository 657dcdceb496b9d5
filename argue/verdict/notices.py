"""What a reader should know before trusting a verdict; nothing here changes one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from argue import registry
from argue.construct.challenges import changes_complaint
from argue.construct.norms import facts_of
from argue.construct.said import Source
from argue.construct.views import table_of
from argue.construct.words import listed
from argue.construct.worlds import facts_in_cell, not_plain, open_answers
from argue.io.upgrade.renewing import OLD_SPELLING
from argue.model.argument import AttackKind, Graph
from argue.model.case import Case, ChallengeStatus, FactStatus, Universal
from argue.model.verdict import Notice
from argue.verdict.settings import PositionsOf

NEARLY_SURE = Fraction(1, 20)
"""A credence this near to 0 or 1 looks like a risk rather than a dispute."""


def notices(case: Case, sources: Sequence[Source], positions: PositionsOf) -> tuple[Notice, ...]:
    """Answers all warnings about a case, in a fixed order."""
    graph = positions.graph
    return (
        *_levels(case),
        *_same_order(case),
        *_agents(case),
        *_facts(case, graph),
        *_unread(case, sources),
        *_pruned(sources),
        *_challenges(case),
        *_aimless(case, graph),
        *_clashes(case),
        *_dominated(case),
        *_regions(case),
        *_eclipses(positions),
        *_old_keys(case),
    )


def _old_keys(case: Case) -> Iterator[Notice]:
    for key in case.old_keys:
        place = f" (line {key.line})" if key.line else ""
        yield Notice(OLD_SPELLING, key.path, f"{key.message}{place}; {key.help}")


def _regions(case: Case) -> Iterator[Notice]:
    if not case.regions:
        return
    if "" not in case.regions:
        text = (
            "the intervals leave too many regions to tell apart for the whole case; each source "
            "is taken by itself, so that some positions may fit no numbers (an outer bound)"
        )
        yield Notice("W010", "payoffs", text)
    yield Notice(
        "W011",
        "payoffs",
        "margins that depend on an interval are those of one point in each region of numbers",
    )


def _eclipses(positions: PositionsOf) -> Iterator[Notice]:
    for option, better in positions.eclipses():
        text = (
            f'"{option}" is allowed in some position only because "{better}", which defeats it, '
            "is itself ruled out"
        )
        yield Notice("W012", f"options.{option}", text)


def _levels(case: Case) -> Iterator[Notice]:
    if any(person.level is not None for person in case.standpoints.values()):
        return
    for use in case.frameworks:
        if registry.framework(use.type).levels and case.payoffs:
            text = f"{use.id}: no levels given, so positions are compared by effects alone"
            yield Notice("W001", f"frameworks.{use.id}", text)


def _same_order(case: Case) -> Iterator[Notice]:
    averaging = [
        use.id
        for use in case.frameworks
        if use.type == "veil" and use.parameters.get("rule") == "average"
    ]
    others = [use.id for use in case.frameworks if use.type in ("welfare", "rule_utilitarian")]
    for name in averaging if others else ():
        text = (
            f"{name}: a veil that averages orders options as rule utilitarianism does; it counts "
            f"in one family with {listed(others)}"
        )
        yield Notice("W002", f"frameworks.{name}", text)


def _agents(case: Case) -> Iterator[Notice]:
    for person in case.standpoints.values():
        if person.agent and not person.cap:
            text = f"{person.id} is the agent but has no cap: nothing is ever too much to ask"
            yield Notice("W003", f"standpoints.{person.id}", text)


def _named_facts(case: Case) -> set[str]:
    cells = [*not_plain(case.payoffs), *not_plain(case.general)]
    for entry in case.universal.values():
        if isinstance(entry, Universal):
            cells += [entry.everyone, entry.nobody]
    named = {fact for cell in cells for fact in facts_in_cell(cell)}
    named |= {fact for option in case.options.values() for fact in option.rests_on}
    conditions = [r.because for r in case.reasons]
    conditions += [c.condition for c in case.challenges.values()]
    conditions += [p.when for p in case.priorities]
    named |= {literal.fact for condition in conditions for literal in condition}
    if case.rules:
        from argue.construct.rules import rule_base  # noqa: PLC0415  (rare, slow)

        named |= {literal.fact for literal in rule_base(case.rules).literals()}
    return named.union(*(facts_of(norm) for norm in case.norms.values()))


def _facts(case: Case, graph: Graph) -> Iterator[Notice]:
    named = _named_facts(case)
    for fact in case.facts.values():
        path = f"facts.{fact.id}"
        if fact.id not in named:
            yield Notice("W004", path, f"nothing in the case depends on the fact {fact.id}")
        elif (
            fact.status is FactStatus.DISPUTED
            and fact.credence is not None
            and min(fact.credence, 1 - fact.credence) < NEARLY_SURE
            and f"fact:{fact.id}" in graph.arguments
        ):
            text = (
                f"{fact.id} is disputed, yet nearly sure one way: if it is a risk, write a "
                "lottery in the cells instead"
            )
            yield Notice("W005", path, text)


def _unread(case: Case, sources: Sequence[Source]) -> Iterator[Notice]:
    principled = any(norm.principles for norm in case.norms.values())
    if case.payoffs and not case.frameworks and not principled:
        text = "the case gives numbers, but lists no framework that reads them"
        yield Notice("W006", "payoffs", text)
    for source in sources:
        if source.missing:
            yield Notice("W006", _place(case, source), f"{source.id}: {source.missing}")


def _place(case: Case, source: Source) -> str:
    """Answers where in the case a source stands; stated reasons stand in one list."""
    if any(use.id == source.id for use in case.frameworks):
        return f"frameworks.{source.id}"
    norm = source.id.removeprefix("norm:")
    return f"norms.{norm}" if norm in case.norms and norm != source.id else "reasons"


def _pruned(sources: Sequence[Source]) -> Iterator[Notice]:
    for source in sources:
        if source.pruned:
            text = f"{source.id}: only the strongest complaint of every pair of options is listed"
            yield Notice("W007", f"frameworks.{source.id}", text)


def _challenges(case: Case) -> Iterator[Notice]:
    for challenge in case.challenges.values():
        refuted = challenge.status is ChallengeStatus.REFUTED
        if not refuted and open_answers(case, challenge.condition) is None:
            text = f"{challenge.id} cannot stand: the facts it needs are settled otherwise"
            yield Notice("W008", f"challenges.{challenge.id}", text)


def _aimless(case: Case, graph: Graph) -> Iterator[Notice]:
    aimed = {a.attacker for a in graph.attacks if a.kind is AttackKind.CHALLENGE}
    for name in case.challenges:
        argument = f"challenge:{name}"
        if (
            argument in graph.arguments
            and argument not in aimed
            and not changes_complaint(case, case.challenges[name])
        ):
            text = f"{name} is against something that nobody says here, so it changes nothing"
            yield Notice("W013", f"challenges.{name}", text)


def _clashes(case: Case) -> Iterator[Notice]:
    """Norms of which every option breaches one, where nothing says which goes first."""
    if len(case.norms) < 2:
        return
    from argue.verdict.clashes import clashing  # noqa: PLC0415  (rare)

    for names in clashing(case):
        norms = listed([name.removeprefix("norm:") for name in names])
        text = f"every option breaches one of the norms {norms}, and none of them ranks first"
        yield Notice("W014", f"norms.{names[0].removeprefix('norm:')}", text)


def _dominated(case: Case) -> Iterator[Notice]:
    tables = {
        table_of(case, use, registry.framework(use.type))
        for use in case.frameworks
        if registry.framework(use.type).persons
    }
    for name, table in (("payoffs", case.payoffs), ("general", case.general)):
        if name not in tables:
            continue
        rows = {o: list(row.values()) for o, row in table.items()}
        numbers = {
            o: [c for c in row if isinstance(c, Fraction)]
            for o, row in rows.items()
            if all(isinstance(c, Fraction) for c in row)
        }
        for worse, row in numbers.items():
            better = [
                o
                for o, other in numbers.items()
                if all(x >= y for x, y in zip(other, row, strict=True)) and other != row
            ]
            if better:
                text = (
                    f'"{worse}" is worse for somebody and better for nobody than '
                    f"{listed([f'{chr(34)}{o}{chr(34)}' for o in better])} ({name})"
                )
                yield Notice("W009", f"{name}.{worse}", text)
