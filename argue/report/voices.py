"""The report on several voices: their verdicts, what all agree on, who holds what, the crux."""

from __future__ import annotations

from argue.explain.chorus import OPEN, Chorus, Crux
from argue.report.content import Block, Item, Items, Paragraph, Report, Section, Table
from argue.report.words import counted, listed, options, plain_source, quoted, statuses


def voices_report(chorus: Chorus) -> Report:
    """Answers the report on voices that were merged."""
    case = chorus.analysis.case
    made = (_verdicts(chorus), _consensus(chorus), _holdings(chorus), _crux(chorus), _notes(chorus))
    return Report(case.title, case.question, tuple(s for s in made if s.blocks))


def _verdicts(chorus: Chorus) -> Section:
    head = ("", *chorus.analysis.statuses)
    rows = tuple(
        (voice, *(str(status) for status in found.values())) for voice, found in chorus.own.items()
    )
    together = ("together", *(str(status) for status in chorus.analysis.statuses.values()))
    return Section("voices", "What each voice comes to", (Table(head, (*rows, together)),))


def _consensus(chorus: Chorus) -> Section:
    """Answers what every voice alone says, and whether for the same reasons."""
    title = "What all agree on"
    if not chorus.agreed:
        said = "On no option do all voices, each taken alone, come to the same verdict."
        return Section("consensus", title, (Paragraph(said),))
    items: list[Item] = []
    for agreed in chorus.agreed:
        text = f"{quoted(agreed.option)} is {agreed.status} for everyone"
        if agreed.for_one_reason:
            shared = next(iter(agreed.sources.values()))
            reason = f", on the same grounds: {_named(shared)}" if shared else ""
            items.append(Item(f"{text}{reason}."))
            continue
        below = tuple(
            Item(f"{voice}: {_named(sources) or 'nothing that stands speaks against it'}")
            for voice, sources in agreed.sources.items()
        )
        items.append(Item(f"{text}, on different grounds:", below))
    return Section("consensus", title, (Items(tuple(items)),))


def _named(sources: tuple[str, ...]) -> str:
    return listed(plain_source(source) for source in sources)


def _holdings(chorus: Chorus) -> Section:
    """Answers on what voices differ, what each holds, and what the merged case says instead."""
    title = "Who holds what"
    if not chorus.merged.disagreements:
        return Section("holdings", title, (Paragraph("The voices differ in nothing."),))
    items = tuple(
        Item(
            f"{d.path} ({d.kind}): {d.merged}",
            tuple(Item(f"{voice}: {said}") for voice, said in d.held.items()),
        )
        for d in chorus.merged.disagreements
    )
    return Section("holdings", title, (Items(items),))


def _crux(chorus: Chorus) -> Section:
    """Answers the disagreement whose settlement would settle most, and what the others would do."""
    title = "The crux"
    blocks: list[Block] = []
    still = [option for option, s in chorus.analysis.statuses.items() if s in OPEN]
    if not still:
        said = "Together the voices decide every option, whatever they differ on."
        blocks.append(Paragraph(said))
    elif chorus.crux is None:
        said = f"Settling any one disagreement does not by itself decide {options(still, 'or')}."
        blocks.append(Paragraph(said))
    else:
        blocks.append(Paragraph(_settling(chorus.crux, still)))
    telling = [c for c in chorus.cruxes if any(s != _now(chorus) for s in c.outcomes.values())]
    if telling:
        blocks += [Paragraph("What settling each would change:"), Items(tuple(map(_told, telling)))]
    if not chorus.complete:
        blocks.append(Paragraph("Partial: the time ran out before all disagreements were tried."))
    return Section("crux", title, tuple(blocks))


def _settling(crux: Crux, still: list[str]) -> str:
    """Answers what settling the crux decides of the options still open."""
    least, most = crux.settles
    much = (
        f"decides {options(still)}"
        if least == len(still)
        else f"decides {counted(least, 'option')}"
    )
    if least > 0:
        return f"Settling {crux.disagreement.path} {much}, however it is settled."
    return (
        f"Settling {crux.disagreement.path} would settle most: {counted(most, 'option')} of those "
        "left open one way, none the other."
    )


def _now(chorus: Chorus) -> dict[str, object]:
    return dict(chorus.analysis.statuses)


def _told(crux: Crux) -> Item:
    below = tuple(Item(f"{label}: {statuses(found)}") for label, found in crux.outcomes.items())
    return Item(crux.disagreement.path, below)


def _notes(chorus: Chorus) -> Section:
    items = tuple(Item(note) for note in chorus.merged.notes)
    return Section("notes", "Notes", (Items(items),) if items else ())
