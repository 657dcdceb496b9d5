"""The reasons for each status, as the short report tells them: what stands, and what fails."""

from __future__ import annotations

from collections.abc import Sequence

from argue.model.verdict import Status
from argue.report.content import Item, Items, Section
from argue.report.reasons import Objection, objections_to
from argue.report.words import listed, plain_source, plural, quoted, sentence
from argue.verdict.result import Analysis

MOST_FAILED = 5
"""So many objections that fail are told of one option."""


def section(analysis: Analysis) -> Section:
    """Answers for every option the decisive reasons and the objections that fail."""
    items = tuple(_option(analysis, option) for option in analysis.graph.options)
    return Section("why", "Why", (Items(items),))


def _option(analysis: Analysis, option: str) -> Item:
    status = analysis.statuses[option]
    found = objections_to(analysis, option)
    if status is Status.IMPERMISSIBLE:
        return _ruled_out(analysis, option, found)
    if status in (Status.OBLIGATORY, Status.PERMISSIBLE):
        return _permitted(option, status, found)
    standing = [o for o in found if o.stands]
    if not standing:
        return Item(f"{quoted(option)} is {status}: no reason against it stands in any position.")
    text = f"{quoted(option)} is {status}. In some position this stands against it:"
    return Item(text, _told(standing))


def _told(found: Sequence[Objection]) -> tuple[Item, ...]:
    """Answers objections as items, at most one a source, the rest as a count."""
    first: dict[str | None, Objection] = {}
    for objection in found:
        first.setdefault(objection.reason.source, objection)
    items = [Item(sentence(o.said)) for o in first.values()]
    more = len(found) - len(items)
    if more:
        items.append(Item(f"And {plural(more, 'more reason')} from the same sources."))
    return tuple(items)


def _ruled_out(analysis: Analysis, option: str, found: Sequence[Objection]) -> Item:
    always = [o for o in found if o.always]
    if always:
        told = _told(always)
        named = {o.reason.source for o in always}
        others = dict.fromkeys(
            plain_source(str(o.reason.source))
            for o in found
            if o.stands and o.reason.source not in named
        )
        if others:
            told += (Item(f"In some positions others speak against it too: {listed(others)}."),)
        return Item(f"{quoted(option)} is ruled out in every position:", told)
    standing = [o for o in found if o.stands]
    presumed = analysis.case.options[option].presume_forbidden
    if presumed and not standing:
        why = "it is presumed forbidden, and nothing stands in favour of it"
        return Item(f"{quoted(option)} is ruled out: {why}.")
    text = f"{quoted(option)} is ruled out in every position, not always for the same reason:"
    return Item(text, _told(standing))


def _permitted(option: str, status: Status, found: Sequence[Objection]) -> Item:
    failed = [o for o in found if o.answers]
    if not failed:
        return Item(f"{quoted(option)} is {status}: no reason speaks against it.")
    items = tuple(Item(sentence(f"{o.said}; but {o.answers[0]}")) for o in failed[:MOST_FAILED])
    return Item(f"{quoted(option)} is {status}: what speaks against it fails.", items)
