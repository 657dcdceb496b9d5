"""Rules and facts of one case: facts are given to the rules, and rules settle disputed facts.

What is agreed, assumed or denied enters the rules as an axiom. A disputed fact that no rule or
premise is about enters as two contradictory premises, so that whatever rests on it is argued both
ways (`lean` prefers one of them). A disputed fact that rules conclude, or that stands among their
premises, is left to the rules: concluded in every preferred extension it becomes agreed, its
negation concluded in every one, denied; otherwise it stays disputed.

Facts that stay disputed are branched on independently when the case is analysed. Two that hang
together (one is derived from the other, or both from a third) are thereby also considered in
combinations that the rules exclude: an outer bound, which can make an option contested that would
be settled, never the reverse. `correlated_facts` says for which facts this is so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, product
from types import MappingProxyType

from argue.construct.places import case_error
from argue.construct.rules.entries import PATH
from argue.construct.rules.reading import rule_base
from argue.construct.rules.solving import RuleSolution, Standing, solve_rules
from argue.construct.rules.strict import check_axioms
from argue.construct.words import listed
from argue.errors import ArgueError, CaseError, LimitExceeded, Problem
from argue.model.case import Case, Fact, FactStatus, Literal
from argue.model.rules import Premise, PremiseKind, RuleBase


def settled_by_rules(
    case: Case, *, supposed: Collection[str] = (), deadline: float | None = None
) -> Mapping[str, tuple[FactStatus, str]]:
    """Answers the facts of a case that its rules are about: how each stands, and why.

    Only disputed facts are left to the rules; `why` names the arguments. A fact that stays
    disputed names the disputed facts it hangs together with. What the rules say against facts
    `supposed` to be settled, as on the command line, is no error, unless they are strict.

    Raises: CaseError if the rules cannot be read or contradict the facts; LimitExceeded;
    OutOfBudget past the deadline, an instant of `time.monotonic`.
    """
    base, left = _joined(case, supposed)
    asked = [fact for fact in _disputed(case) if _mentions(base, fact)]
    if not asked:
        return MappingProxyType({})
    solution = solve_rules(base, deadline=deadline)
    tied = _tied(asked, solution)
    settled = {fact.id: _settled(solution, fact, tied) for fact in asked}
    return MappingProxyType(
        {
            fact.id: settled[fact.id]
            for fact in asked
            if fact.id in left or settled[fact.id][0] is not _leaning(fact)
        }
    )


def with_derived_facts(
    case: Case, *, supposed: Collection[str] = (), deadline: float | None = None
) -> Case:
    """Answers the case with what its rules settle; the reason stands in the fact's `evidence`.

    Correlated facts that stay disputed are branched on independently: see the module. Facts that
    are `supposed`, and what is raised, as in `settled_by_rules`.
    """
    settled = settled_by_rules(case, supposed=supposed, deadline=deadline)
    if not settled:
        return case
    facts = {
        name: _derived(fact, *settled[name]) if name in settled else fact
        for name, fact in case.facts.items()
    }
    return replace(case, facts=MappingProxyType(facts))


def correlated_facts(case: Case, *, deadline: float | None = None) -> tuple[tuple[str, str], ...]:
    """Answers the pairs of disputed facts that the rules tie together, in the order of the case.

    Two facts are tied if each can fall some way in a preferred extension, but not both in one.
    Raises as `settled_by_rules`.
    """
    base, _ = _joined(case)
    asked = [fact for fact in _disputed(case) if _mentions(base, fact)]
    return _tied(asked, solve_rules(base, deadline=deadline)) if len(asked) > 1 else ()


def rules_with_facts(case: Case) -> RuleBase:
    """Answers the rule base of a case with the facts that its rules mention among the premises.

    Raises: CaseError if the rules cannot be read, or if the facts contradict them.
    """
    return _joined(case)[0]


def _joined(case: Case, supposed: Collection[str] = ()) -> tuple[RuleBase, frozenset[str]]:
    """Answers the rules with the facts of the case, and the disputed facts left to the rules."""
    try:
        base = _supposing(rule_base(case.rules), case, supposed)
    except CaseError as error:
        raise case_error(case, error.problems) from error
    problems = list(_clashes(case, base))
    if problems:
        raise case_error(case, problems)
    left = frozenset(fact.id for fact in _disputed(case) if _decides(base, fact))
    added: list[Premise] = []
    preferences = list(base.preferences)
    for fact in case.facts.values():
        if fact.id in left or not _mentions(base, fact):
            continue
        added += _premises_of(fact)
        if fact.status is FactStatus.DISPUTED and fact.lean is not None:
            likely, unlikely = Literal(fact.id, fact.lean), Literal(fact.id, not fact.lean)
            preferences.append((str(likely), str(unlikely)))
    given = {premise.literal for premise in base.premises}
    fresh = tuple(premise for premise in added if premise.literal not in given)
    whole = replace(base, premises=(*base.premises, *fresh), preferences=tuple(preferences))
    try:
        check_axioms(whole)
    except LimitExceeded:
        raise
    except ArgueError as error:
        raise case_error(case, [Problem("R008", str(error), "facts")]) from error
    return whole, left


def _supposing(base: RuleBase, case: Case, supposed: Collection[str]) -> RuleBase:
    """Answers the rules with what is supposed firm where they have it as what can be attacked."""
    firm = {p.literal for name in supposed for p in _premises_of(case.facts[name])}
    premises = (
        replace(p, kind=PremiseKind.AXIOM) if p.literal in firm else p for p in base.premises
    )
    return replace(base, premises=tuple(premises))


def _clashes(case: Case, base: RuleBase) -> Iterator[Problem]:
    """Answers what is named or given both as a fact of the case and, otherwise, in the rules."""
    ids = {rule.id: "rule" for rule in base.rules}
    ids |= {p.id: "premise" for p in base.premises if p.id != str(p.literal)}
    fallible = {premise.literal for premise in base.premises if premise.fallible}
    for fact in case.facts.values():
        if fact.id in ids:
            message = f'"{fact.id}" is a fact of the case and the id of a {ids[fact.id]}'
            yield Problem("R005", message, PATH, help="rename one of them")
        firm = [p.literal for p in _premises_of(fact) if not p.fallible]
        if fallible.intersection(firm):
            message = f'"{firm[0]}" is {fact.status} among the facts, but can be attacked in rules'
            advice = "leave it out of the rules, or make the fact disputed"
            yield Problem("R005", message, PATH, help=advice)


def _premises_of(fact: Fact) -> tuple[Premise, ...]:
    holds, fails = Literal(fact.id), Literal(fact.id, False)
    if fact.status is FactStatus.DISPUTED:
        return tuple(Premise(str(literal), literal) for literal in (holds, fails))
    literal = fails if fact.status is FactStatus.DENIED else holds
    return (Premise(str(literal), literal, PremiseKind.AXIOM),)


def _disputed(case: Case) -> tuple[Fact, ...]:
    return tuple(f for f in case.facts.values() if f.status is FactStatus.DISPUTED)


def _decides(base: RuleBase, fact: Fact) -> bool:
    """Answers whether the rules as written conclude a fact, or have it among their premises."""
    concluded = [premise.literal for premise in base.premises]
    concluded += [rule.conclusion for rule in base.rules]
    return any(literal.fact == fact.id for literal in concluded)


def _mentions(base: RuleBase, fact: Fact) -> bool:
    return any(literal.fact == fact.id for literal in base.literals())


def _leaning(fact: Fact) -> FactStatus:
    """Answers how a disputed fact stands by its standard of proof alone."""
    if fact.lean is None:
        return FactStatus.DISPUTED
    return FactStatus.AGREED if fact.lean else FactStatus.DENIED


def _settled(
    solution: RuleSolution, fact: Fact, tied: tuple[tuple[str, str], ...]
) -> tuple[FactStatus, str]:
    """Answers how a fact stands by the rules, and why; `tied` are the pairs that hang together."""
    literals = (Literal(fact.id), Literal(fact.id, False))
    found = [solution.conclusions[each] for each in literals if each in solution.conclusions]
    justified = [each for each in found if each.standing is Standing.JUSTIFIED]
    if len(justified) == 1:
        literal = justified[0].literal
        status = FactStatus.AGREED if literal.holds else FactStatus.DENIED
        return status, f'the rules conclude "{literal}" {justified[0].why}'
    sides = [
        f'"{each.literal}" is {each.standing} ({each.why})' for each in found if each.arguments
    ]
    why = f"the rules leave it open: {'; '.join(sides) or 'no argument is about it'}"
    others = [a if b == fact.id else b for a, b in tied if fact.id in (a, b)]
    if others:
        why += f"; it hangs together with {listed(others)}, but is branched on independently"
    return FactStatus.DISPUTED, why


def _derived(fact: Fact, status: FactStatus, why: str) -> Fact:
    return replace(fact, status=status, evidence="; ".join(filter(None, (fact.evidence, why))))


def _tied(asked: Sequence[Fact], solution: RuleSolution) -> tuple[tuple[str, str], ...]:
    """Answers which pairs of facts cannot fall in some combination though each can by itself."""
    held = [solution.held_in(extension) for extension in solution.extensions]
    falls = {fact.id: [_ways(fact.id, literals) for literals in held] for fact in asked}
    found: list[tuple[str, str]] = []
    for first, second in combinations(falls, 2):
        ways = list(zip(falls[first], falls[second], strict=True))
        together = {pair for one, other in ways for pair in product(one, other)}
        apart = product(_union(falls[first]), _union(falls[second]))
        if not together.issuperset(apart):
            found.append((first, second))
    return tuple(found)


def _ways(fact: str, held: frozenset[Literal]) -> frozenset[bool]:
    """Answers which way a fact falls in an extension; both where it says nothing of it."""
    said = frozenset(way for way in (True, False) if Literal(fact, way) in held)
    return said or frozenset({True, False})


def _union(ways: Sequence[frozenset[bool]]) -> frozenset[bool]:
    return frozenset[bool]().union(*ways)
