"""Section 4: the coherent positions, what suffices for each, and where all of them agree."""

from __future__ import annotations

from collections.abc import Iterator

from argue.model.verdict import Label, Position, Status
from argue.report.content import Item, Items, Paragraph, Section
from argue.report.reasons import objections_to, regions_said
from argue.report.words import listed, options, quoted, ranking, settled
from argue.verdict.result import Analysis


def section(analysis: Analysis) -> Section:
    """Answers every position with the least that makes it the only one."""
    title = "Positions"
    found = analysis.positions
    if not found:
        return Section("positions", title, (Paragraph("There is no coherent position."),))
    if len(found) == 1:
        text = f"There is one coherent position (extension): {_permits(found[0])}."
        return Section("positions", title, (Paragraph(text),))
    items = tuple(Item(f"{_permits(p)}: {_suffices(analysis, p)}.") for p in found)
    opening = Paragraph("Each line is one coherent position (extension) and what suffices for it:")
    return Section("positions", title, (opening, Items(items, numbered=True)))


def full_section(analysis: Analysis) -> Section:
    """Answers the positions, and what all of them say and whether for the same reason."""
    short = section(analysis)
    agreed = tuple(Item(text) for text in _agreed(analysis))
    if len(analysis.positions) < 2 or not agreed:
        return short
    blocks = (*short.blocks, Paragraph("All positions agree on this:"), Items(agreed))
    return Section(short.key, short.title, blocks)


def _permits(position: Position) -> str:
    said: list[str] = []
    if position.permissible:
        said.append(f"{options(sorted(position.permissible))} may be done")
    if position.undecided:
        said.append(f"{options(sorted(position.undecided))} defeat each other, nothing breaks it")
    return ", ".join(said) if said else "no option may be done"


def _suffices(analysis: Analysis, position: Position) -> str:
    if not position.settles:
        return "never the only position, since one source is at odds with itself"
    regions = regions_said(analysis, position.numbers)
    said = settled(position.facts, position.challenges, regions)
    order = ranking(position.priorities, "ranks")
    said += [order] if order else []
    return f"it is enough that {listed(said)}" if said else "whatever is settled"


def _agreed(analysis: Analysis) -> Iterator[str]:
    """Yields what every position says of an option, and if for one reason or for several."""
    for option, status in analysis.statuses.items():
        labels = {position.label(option) for position in analysis.positions}
        if labels == {Label.IN}:
            yield f"{quoted(option)} may be done."
        if status is Status.IMPERMISSIBLE:
            always = any(objection.always for objection in objections_to(analysis, option))
            how = "for one reason that stands in all of them" if always else "for different reasons"
            yield f"{quoted(option)} may not be done, {how}."
