"""Strict rules: their closure under transposition, what follows from them, and whether it clashes.

The rationality postulates hold under conditions on this part of a rule base;
`unmet_conditions` says which of them a base does not meet.
Source: [CaminadaAmgoud07] for transposition; [ModgilPrakken13] for the conditions.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial

from argue.errors import ArgueError, LimitExceeded
from argue.model.case import Literal
from argue.model.rules import PremiseKind, Rebut, Rule, RuleBase, conflict_in, negated

MAX_RULES = 3_000
"""Most rules a base may hold, transpositions included."""


def closed_under_transposition(base: RuleBase) -> RuleBase:
    """Answers the base with every transposition of its strict rules that it does not have.

    A transposition swaps the conclusion and one antecedent: from any contradictory of the one it
    concludes the negation of the other. Not its other contradictories, here we depart from the
    paper: what is not warm need not be green, though red is warm and red and green exclude each
    other. The postulates need no more. A transposition is named after the rule it comes from:
    `s1~1`. One that concludes one of its own antecedents is left out: no argument can use it.

    Raises: LimitExceeded past `MAX_RULES`.
    """
    opposites = cache(partial(_opposites, base))
    pending = deque(rule for rule in base.rules if rule.strict)
    known = {_content(rule) for rule in pending}
    added: list[Rule] = []
    counts: Counter[str] = Counter()
    while pending:
        rule = pending.popleft()
        origin = rule.origin or rule.id
        for antecedents, conclusion in _transpositions(rule, opposites):
            content = (frozenset(antecedents), conclusion)
            if content in known or conclusion in antecedents:
                continue
            known.add(content)
            counts[origin] += 1
            id_ = f"{origin}~{counts[origin]}"
            added.append(Rule(id_, antecedents, conclusion, strict=True, origin=origin))
            pending.append(added[-1])
        if len(base.rules) + len(added) > MAX_RULES:
            raise LimitExceeded(
                f"more than {MAX_RULES} rules with transpositions; shorten the antecedents of "
                "strict rules, or write transposition: false"
            )
    return replace(base, rules=(*base.rules, *added)) if added else base


def effective(base: RuleBase) -> RuleBase:
    """Answers the base as it is argued with: with transpositions, if it asks for them."""
    return closed_under_transposition(base) if base.transposition else base


def strict_closure(base: RuleBase, literals: Iterable[Literal]) -> frozenset[Literal]:
    """Answers all that follows from these statements by the strict rules as written.

    Source: [ModgilPrakken13] (closure under strict rules).
    """
    return frozenset(_followed(base, literals))


def check_axioms(base: RuleBase) -> None:
    """Raises ArgueError, naming the clash, if the axioms and what strictly follows contradict.

    A clash that shows without transpositions is named rather than one that needs them.
    """
    axioms = [p.literal for p in base.premises if p.kind is PremiseKind.AXIOM]
    for rules in (base, effective(base)):
        steps = _followed(rules, axioms)
        clash = conflict_in(rules, steps)
        if clash is not None:
            first, second = (f'"{literal}" ({_origin(steps[literal])})' for literal in clash)
            raise ArgueError(
                f"the axioms contradict one another: {first} against {second}; "
                f"{_least_clash(rules, steps, clash)}; make one a premise "
                "(a fact of the case: disputed), or one of the strict rules defeasible"
            )


def _least_clash(
    base: RuleBase, steps: Mapping[Literal, Rule | None], clash: Iterable[Literal]
) -> str:
    """Answers a clashing set in words, no part of which clashes."""
    parts = [steps[literal] or literal for literal in _behind(steps, clash)]
    for one in tuple(parts):
        fewer = [part for part in parts if part is not one]
        if _clash(base, fewer):
            parts = fewer
    axioms = ", ".join(f'"{part}"' for part in parts if isinstance(part, Literal))
    rules = ", ".join(part.id for part in parts if isinstance(part, Rule))
    said = " and ".join([f"axiom {axioms}"] * bool(axioms) + [f"strict rule {rules}"] * bool(rules))
    return f"no more than {said} is needed for it"


def _clash(base: RuleBase, parts: Sequence[Literal | Rule]) -> bool:
    rules = tuple(part for part in parts if isinstance(part, Rule))
    some = replace(base, rules=rules)
    axioms = (part for part in parts if isinstance(part, Literal))
    return conflict_in(some, _followed(some, axioms)) is not None


def _behind(
    steps: Mapping[Literal, Rule | None], literals: Iterable[Literal]
) -> tuple[Literal, ...]:
    """Answers these statements and all they were concluded from, each before what follows."""
    found: dict[Literal, None] = {}
    pending = list(literals)
    while pending:
        literal = pending.pop()
        if literal not in found:
            found[literal] = None
            rule = steps[literal]
            pending.extend(rule.antecedents if rule else ())
    return tuple(literal for literal in steps if literal in found)


def unmet_conditions(base: RuleBase) -> tuple[str, ...]:
    """Answers which conditions of the rationality postulates this base fails, in words.

    Where none fails, every complete extension is closed under subarguments and strict rules and
    its conclusions are consistent, under either principle and either comparison.
    Source: [ModgilPrakken13], Thms. 12 to 15.
    """
    return tuple(_unmet(base))


def _unmet(base: RuleBase) -> Iterator[str]:
    whole = closed_under_transposition(base)
    if not base.transposition and whole is not base:
        yield "the strict rules are not closed under transposition"
    if base.rebut is Rebut.UNRESTRICTED and any(rule.strict for rule in base.rules):
        yield "conclusions of strict rules can be rebutted"
    firm = {p.literal for p in base.premises if p.kind is PremiseKind.AXIOM}
    firm |= {rule.conclusion for rule in whole.rules if rule.strict}
    for attacker, attacked in sorted(base.contraries, key=str):
        if (attacked, attacker) not in base.contraries and attacked in firm:
            yield (
                f'"{attacker}" attacks "{attacked}" one way, though the latter is an axiom or '
                "follows by a strict rule"
            )


def _opposites(base: RuleBase, literal: Literal) -> tuple[Literal, ...]:
    return tuple(sorted(base.contradictories_of(literal), key=str))


def _transpositions(
    rule: Rule, opposites: Callable[[Literal], tuple[Literal, ...]]
) -> Iterator[tuple[tuple[Literal, ...], Literal]]:
    for place, antecedent in enumerate(rule.antecedents):
        others = rule.antecedents[:place] + rule.antecedents[place + 1 :]
        for denied in opposites(rule.conclusion):
            yield tuple(dict.fromkeys((*others, denied))), negated(antecedent)


def _content(rule: Rule) -> tuple[frozenset[Literal], Literal]:
    return frozenset(rule.antecedents), rule.conclusion


def _followed(base: RuleBase, literals: Iterable[Literal]) -> dict[Literal, Rule | None]:
    """Answers what follows, each statement with the rule that gave it, None if it was given."""
    found: dict[Literal, Rule | None] = dict.fromkeys(literals)
    strict = [rule for rule in base.rules if rule.strict]
    grew = True
    while grew:
        grew = False
        for rule in strict:
            if rule.conclusion not in found and all(a in found for a in rule.antecedents):
                found[rule.conclusion] = rule
                grew = True
    return found


def _origin(rule: Rule | None) -> str:
    return f"by {rule.id}: {rule}" if rule else "an axiom"
