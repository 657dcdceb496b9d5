"""Section 10: what is left over, assumed, disputed, or should be known before trusting this."""

from __future__ import annotations

from collections.abc import Iterator

from argue import registry
from argue.construct.challenges import words_of
from argue.model.case import ChallengeStatus, FactStatus
from argue.model.verdict import Label, Proposal
from argue.report.content import Item, Items, Paragraph, Section
from argue.report.sections.choices import assumptions
from argue.report.sections.facts import disputed, taken
from argue.report.words import (
    listed,
    options,
    plain,
    plain_source,
    plural,
    quoted,
    sentence,
    verb,
    written,
)
from argue.verdict.considered import DISPUTED
from argue.verdict.result import Analysis


def section(analysis: Analysis) -> Section:
    """Answers assumptions, disputes, considered judgements, residues, warnings, unused keys."""
    items = tuple(Item(text) for text in _points(analysis))
    blocks = (Items(items),) if items else (Paragraph("None."),)
    return Section("open", "Open points", blocks)


def full_section(analysis: Analysis) -> Section:
    """Answers the same, and which arguments are undecided and which questions nobody has asked."""
    items = tuple(Item(text) for text in _points(analysis))
    items += (*_undecided(analysis), *_unasked(analysis))
    blocks = (Items(items),) if items else (Paragraph("None."),)
    return Section("open", "Open points", blocks)


def _undecided(analysis: Analysis) -> Iterator[Item]:
    found = [name for name, labels in analysis.labels.items() if Label.UNDEC in labels]
    if found:
        below = tuple(Item(name) for name in found)
        yield Item("Undecided in some position, as nothing breaks a tie:", below)


def _unasked(analysis: Analysis) -> Iterator[Item]:
    """Yields for every framework the critical questions that no challenge of the case puts."""
    asked = {(c.against.name, c.question) for c in analysis.case.challenges.values()}
    for use in analysis.case.frameworks:
        questions = [
            Item(f"{question.text} ({question.id})")
            for question in registry.framework(use.type).critical_questions
            if (use.id, question.id) not in asked
        ]
        if questions:
            yield Item(f"Not asked of {plain_source(use.id)}:", _some(questions))


MOST_QUESTIONS = 3
"""So many questions of one framework are told that nobody has asked."""


def _some(questions: list[Item]) -> tuple[Item, ...]:
    more = len(questions) - MOST_QUESTIONS
    rest = (Item(f"And {plural(more, 'more question')}."),) if more > 0 else ()
    return (*questions[:MOST_QUESTIONS], *rest)


def _points(analysis: Analysis) -> Iterator[str]:
    yield from _judgements(analysis)
    yield from _leftovers(analysis)
    bearing = disputed(analysis)
    for fact in analysis.case.facts.values():
        if fact in bearing:
            how = "" if fact.lean is None else f", and taken {taken(fact)}"
            credence = f" (credence {written(fact.credence)})" if fact.credence is not None else ""
            yield sentence(f"Disputed{how}: {fact.text or plain(fact.id)}{credence}")
        if fact.status is FactStatus.ASSUMED:
            yield sentence(f"Assumed: {fact.text or plain(fact.id)}")
    yield from assumptions(analysis)
    for doubt in analysis.case.challenges.values():
        if doubt.status is ChallengeStatus.RAISED and f"challenge:{doubt.id}" in analysis.labels:
            who = f" by {plain(doubt.by)}" if doubt.by else ""
            text = words_of(analysis.case, doubt)
            yield sentence(f"Raised{who}, {quoted(plain(doubt.id))}: {text}")
    for notice in analysis.notices:
        yield f"Note {notice.code}: {sentence(notice.text)}"
    for unused in analysis.not_used:
        yield f"Not used: {unused.path}. {sentence(unused.why)}"


def _judgements(analysis: Analysis) -> Iterator[str]:
    for judged in analysis.considered:
        who = f" ({plain_source(judged.by)})" if judged.by else ""
        how = "agrees" if judged.agrees else f"differs: {judged.got}"
        if judged.expected == DISPUTED:
            how = f"says {judged.got}"
        yield (
            f"Considered judgement on {quoted(judged.option)}{who}: {judged.expected}; "
            f"the analysis {how}."
        )


def _revision(proposal: Proposal) -> str:
    """Answers what is said of one norm whose own principles are against what it lets be done."""
    principles, complying = proposal.principles, proposal.complying
    own = verb(len(principles), "its own principle", "its own principles")
    end = "so it falls silent" if proposal.acted else "though its letter still binds"
    return (
        f"Proposal to revise the norm {plain(proposal.norm)}: {own}, "
        f"{listed([plain_source(p) for p in principles])}, "
        f"{verb(len(principles), 'rules', 'rule')} out {options(complying)}, "
        f"which {verb(len(complying), 'complies', 'comply')} with it, {end}."
    )


_WAYS = {
    "keep": "keeping the norm",
    "except": "an exception for cases like this",
    "drop": "dropping it",
}

_CHANGES = {
    "except": "an exception is proposed",
    "drop": "dropping it is proposed",
    "": "which change to make is left open",
}


def _leftovers(analysis: Analysis) -> Iterator[str]:
    for name in analysis.residue:
        yield (
            f"Something is left over whatever is done: every option leaves "
            f"{plain_source(name)} a serious objection."
        )
    for proposal in analysis.proposals:
        yield _revision(proposal)
        if proposal.ways:
            ways = [f"{_WAYS[way]} is {status}" for way, status in proposal.ways.items()]
            those = verb(len(proposal.principles), "that principle", "those principles")
            yield (
                f"Argued over by {those}, {listed(ways)}: "
                f"{_CHANGES[proposal.change]}, for people to decide."
            )
