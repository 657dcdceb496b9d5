"""Norms as sources: which options breach a norm in a world, at each level of compliance.

Mere compliance reads the letter, wilful and enlightened compliance the purpose too. Whether a
norm survives a review by its own principles is decided elsewhere and handed in.
"""

from __future__ import annotations

from argue.construct.worlds import Question, World, condition_holds, open_facts
from argue.model.case import Case, Compliance, FactStatus, Norm


def facts_of(norm: Norm) -> frozenset[str]:
    """Answers the facts on which it turns whether a norm applies."""
    return frozenset({literal.fact for literal in norm.when} | set(norm.exceptions))


def norm_questions(case: Case, norm: Norm) -> set[Question]:
    """Answers the open questions on which it turns whether a norm applies."""
    return {Question("fact", fact) for fact in facts_of(norm) & open_facts(case)}


def applies(case: Case, norm: Norm, world: World) -> bool:
    """Answers whether the norm's condition holds in this world and no exception does."""
    return condition_holds(case, norm.when, world) and not any(
        world.get(Question("fact", fact), case.facts[fact].status is not FactStatus.DENIED)
        for fact in norm.exceptions
    )


def breaching(case: Case, norm: Norm) -> frozenset[str]:
    """Answers the options that breach an applying norm at the case's level of compliance."""
    letter = frozenset(norm.breached_by)
    if case.compliance is Compliance.MERE:
        return letter
    return (letter | frozenset(norm.frustrates_purpose)) - frozenset(norm.purpose_exempts)


def breached_in(case: Case, norm: Norm, world: World) -> frozenset[str]:
    """Answers the options that breach a norm in this world; none where it does not apply."""
    return breaching(case, norm) if applies(case, norm, world) else frozenset()


def repairing(case: Case, norm: Norm) -> frozenset[str]:
    """Answers the options that breach a norm over time and make it good."""
    return breaching(case, norm) & frozenset(norm.repaired_by) - frozenset(norm.frustrates_purpose)


def permitting(case: Case) -> tuple[Norm, ...]:
    """Answers the norms that expressly permit something."""
    return tuple(n for n in case.norms.values() if not n.binds)


def broken(case: Case, world: World) -> list[bool]:
    """Answers of each option whether it breaches any norm in this world."""
    binding = [n for n in case.norms.values() if n.binds]
    gone = frozenset[str]().union(*(breached_in(case, norm, world) for norm in binding))
    return [option in gone for option in case.options]


def broken_questions(case: Case) -> set[Question]:
    """Answers the open questions on which it turns which options breach a norm."""
    return {question for norm in case.norms.values() for question in norm_questions(case, norm)}
