"""Section 8: every objection that was considered, and why not what is not permitted."""

from __future__ import annotations

from collections.abc import Iterator

from argue.errors import OutOfBudget
from argue.explain.discussion import Said, discuss
from argue.model.argument import Kind
from argue.model.verdict import Status
from argue.report.content import Block, Code, Item, Items, Paragraph, Section, Table
from argue.report.reasons import Objection, grounded, objections_to, told_against
from argue.report.sections.method import command
from argue.report.words import counted, plain_source, plural, quoted, sentence, standing_of
from argue.verdict.result import Analysis

MOST_MOVES = 2_000
"""Moves looked at in a discussion; a longer one is left to the command."""
MOST_OBJECTIONS = 5
LEVELS = 3
"""Levels told below an objection."""


def section(analysis: Analysis) -> Section:
    """Answers a table of objections an option, and "Why not?" for what is not permitted."""
    blocks: list[Block] = []
    for option in analysis.graph.options:
        told = _told(analysis, option)
        if told:
            rows = tuple(_row(analysis, objection) for objection in told)
            head = ("by", "objection", "standing", "answered by")
            blocks.append(Table(head, rows, f"Objections to {quoted(option)}"))
    if not blocks:
        blocks.append(Paragraph("No objection to any option was raised."))
    whys = tuple(Item(text) for text in _why_not(analysis))
    if whys:
        blocks.append(Items(whys))
    if _is_discussed(analysis):
        blocks += _discussions(analysis)
    return Section("objections", "Objections considered", tuple(blocks))


def _is_discussed(analysis: Analysis) -> bool:
    """Answers whether there is something to discuss, under the semantics of discussions."""
    setup = analysis.setup
    plain = setup.semantics == "preferred" and not setup.flat
    return plain and bool(analysis.positions) and bool(analysis.graph.of_kind(Kind.REASON))


def _discussions(analysis: Analysis) -> Iterator[Block]:
    """Yields the discussions that go on after the replies, and how to follow any of them."""
    for option, status in analysis.statuses.items():
        if status not in (Status.OBLIGATORY, Status.PERMISSIBLE):
            continue
        try:
            tree = discuss(analysis, option, most=MOST_MOVES).tree
        except OutOfBudget:
            continue
        deep = [o for o in tree.below if any(reply.below for reply in o.below)]
        if deep:
            items = tuple(_outlined(said, LEVELS) for said in deep[:MOST_OBJECTIONS])
            yield Paragraph(f"How the discussion of {quoted(option)} goes on:")
            yield Items(items)
    first = next(iter(analysis.statuses))
    yield Paragraph("Every objection and the reply to it, down to the last word:")
    yield Code(command(analysis, "why", first, "--discussion"), "sh")


def _outlined(said: Said, levels: int) -> Item:
    """Answers a move with what is said against it, so many levels down."""
    text = f"{said.move}: {sentence(said.text)}"
    if not levels:
        return Item(f"{text} More is said on this.") if said.below else Item(text)
    return Item(text, tuple(_outlined(inner, levels - 1) for inner in said.below))


def _told(analysis: Analysis, option: str) -> tuple[Objection, ...]:
    """Answers one objection of every source: one that stands, if any of its objections does."""
    first: dict[str | None, Objection] = {}
    for objection in objections_to(analysis, option):
        first.setdefault(objection.reason.source, objection)
    return tuple(first.values())


def _row(analysis: Analysis, objection: Objection) -> tuple[str, ...]:
    standing = standing_of(analysis.labels[grounded(objection.reason)])
    told = sentence(objection.answers[0]) if objection.answers else "Unanswered."
    more = len(objection.answers) - 1
    rest = f" ({plural(more, 'other answer')}.)" if more > 0 else ""
    source = plain_source(str(objection.reason.source))
    return (source, sentence(objection.said), standing, f"{told}{rest}")


def _why_not(analysis: Analysis) -> Iterator[str]:
    """Yields for every option that is not permitted the reasons that keep it from being so."""
    for option, status in analysis.statuses.items():
        if status in (Status.OBLIGATORY, Status.PERMISSIBLE):
            continue
        told = [o for o in told_against(analysis, option) if o.stands]
        opening = f"Why not {quoted(option)}? It is {status}"
        if not told:
            yield f"{opening}, and no reason of a source against it stands."
            continue
        independent = [o for o in told if o.always]
        if len(independent) > 1:
            yield (
                f"{opening}: {counted(len(independent), 'independent objection')}, "
                f"{'either' if len(independent) == 2 else 'any'} of which suffices, first that "
                f"{independent[0].said}."
            )
        elif status is Status.IMPERMISSIBLE:
            yield f"{opening}: {told[0].said}."
        else:
            yield f"{opening}: in some position {told[0].said}."
