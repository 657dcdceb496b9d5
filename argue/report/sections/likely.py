"""How probable each status is by the credences of the case, and for which numbers it holds.

Beside the verdict, never in it. The full report tells the same among what would change it.
"""

from __future__ import annotations

from collections.abc import Iterator

from argue.errors import LimitExceeded
from argue.model.case import FactStatus
from argue.model.verdict import Outcome
from argue.report.content import Block, Item, Items, Paragraph, Section
from argue.verdict.completions import Completions, completions
from argue.verdict.result import Analysis

TITLE = "How sure this is"


def is_unsure(analysis: Analysis) -> bool:
    """Answers whether a disputed fact has a credence, or a number is known only within bounds."""
    facts = analysis.case.facts.values()
    credences = any(f.status is FactStatus.DISPUTED and f.credence is not None for f in facts)
    return credences or bool(analysis.case.regions)


def section(analysis: Analysis) -> Section:
    """Answers what the credences come to, and what holds within the bounds; else no blocks."""
    mute = analysis.outcome in (Outcome.SILENT, Outcome.UNDEFINED)
    if mute or not is_unsure(analysis):
        return Section("likely", TITLE)
    return Section("likely", TITLE, (*chances_of(analysis), *bounds_of(analysis)))


def chances_of(analysis: Analysis) -> Iterator[Block]:
    """Yields how probable each status is, where disputed facts have credences."""
    found = analysis.chances
    if found.credences:
        first, *rest = found.sentences
        yield Paragraph(f"By the credences of the disputed facts, beside the verdict. {first}")
        yield Items(tuple(Item(sentence) for sentence in rest))


def bounds_of(analysis: Analysis) -> Iterator[Block]:
    """Yields what holds wherever numbers known only within bounds lie."""
    try:
        found: Completions | None = completions(analysis)
    except LimitExceeded as error:
        yield Paragraph(f"Of the numbers known only within bounds: {error}.")
        return
    if found is not None:
        yield Paragraph("Of the numbers known only within bounds:")
        yield Items(tuple(Item(sentence) for sentence in found.sentences))
