"""All sources of reasons of a case, and what norms and stated reasons say.

A source is a use of a framework, a norm, or whoever states a reason. It speaks in contrastive
reasons, a over b, never in verdicts.
"""

from __future__ import annotations

from fractions import Fraction

from argue.construct.hearing import framework_source
from argue.construct.norms import applies, breached_in, norm_questions, repairing
from argue.construct.said import Reason, Source, Worded
from argue.construct.words import plain
from argue.construct.worlds import Question, condition_holds, open_facts, worlds_over
from argue.model.case import Case, Norm


def sources_of(
    case: Case, *, silenced: frozenset[str] = frozenset(), complete: bool = True
) -> tuple[Source, ...]:
    """Answers all sources of a case: frameworks, then norms, then those who state reasons.

    Norms `silenced` by a review say nothing. Not `complete`: of the complaints that meet in a
    pair only the strongest are kept, which decides the same (the others are answered if these
    are).
    """
    found = [framework_source(case, use, complete=complete) for use in case.frameworks]
    norms = [n for n in case.norms.values() if n.binds]
    found += [
        silenced_norm(norm) if norm.id in silenced else norm_source(case, norm) for norm in norms
    ]
    found += [stated_source(case, by) for by in dict.fromkeys(r.by for r in case.reasons)]
    return tuple(found)


def silenced_norm(norm: Norm) -> Source:
    """Answers a norm that its own principles have set aside, with authority to."""
    return Source(
        id=norm.source_id,
        title=f"Norm: {norm.text}",
        family=norm.family,
        unit="",
        missing="its own principles rule out everything that complies with it",
    )


def norm_source(case: Case, norm: Norm) -> Source:
    """Answers what a norm says: what complies is favoured over what breaches it, by one.

    And a breach that is made good over one that is not.
    """
    worlds = worlds_over(case, norm_questions(case, norm), of=norm.source_id)
    options = tuple(case.options)
    margins: dict[tuple[str, str], dict[int, Fraction]] = {}
    ever, always = False, True
    complying: set[str] = set()
    for index, world in enumerate(worlds):
        breached = breached_in(case, norm, world)
        complying |= set(options) - breached
        always = always and len(breached) == len(options)
        ever = ever or applies(case, norm, world)
        unmended = breached - repairing(case, norm)
        for better in options:
            for worse in (option for option in options if option in breached):
                if better not in breached or (better not in unmended and worse in unmended):
                    margins.setdefault((better, worse), {})[index] = Fraction(1)
    return Source(
        id=norm.source_id,
        title=f"Norm: {norm.text}",
        family=norm.family,
        unit="",
        worlds=worlds,
        reasons=tuple(
            Reason(better, worse, where, _breach_text(norm, better, worse))
            for (better, worse), where in margins.items()
        ),
        missing="" if ever else "the norm does not apply here",
        passes=frozenset(complying) if ever else frozenset(),
        residue=always,
    )


def _breach_text(norm: Norm, better: str, worse: str) -> Worded:
    how = f" {norm.courses[worse]}" if norm.courses.get(worse) else ""
    other = f'"{better}" makes it good' if better in norm.repaired_by else f'"{better}" does not'
    return lambda margins: f'"{worse}" breaches the norm "{plain(norm.id)}"{how}; {other}'


def stated_source(case: Case, by: str) -> Source:
    """Answers what somebody says in stated reasons, as written."""
    stated = [reason for reason in case.reasons if reason.by == by]
    disputed = open_facts(case)
    named = {literal.fact for reason in stated for literal in reason.because}
    worlds = worlds_over(case, {Question("fact", fact) for fact in named & disputed}, of=by)
    reasons: list[Reason] = []
    for reason in stated:
        margins = {
            index: reason.strength
            for index, world in enumerate(worlds)
            if condition_holds(case, reason.because, world)
        }
        if margins:
            text = reason.text or f'{plain(by)} favours "{reason.favours}"'
            reasons.append(
                Reason(reason.favours, reason.over, margins, _as_written(text), name=reason.id)
            )
    return Source(
        id=by,
        title=plain(by).capitalize(),
        family=by,
        unit="",
        worlds=worlds,
        reasons=tuple(reasons),
        missing="" if reasons else "none of its reasons holds here",
    )


def _as_written(text: str) -> Worded:
    return lambda margins: text
