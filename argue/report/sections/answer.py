"""Section 1: the question, the status of every option, and how widely the verdict is shared."""

from __future__ import annotations

from collections.abc import Iterator

from argue.model.verdict import Outcome, Status
from argue.report.content import Block, Item, Items, Paragraph, Section, Verdicts
from argue.report.sections.facts import leaning, taken
from argue.report.words import counted, listed, move, options, plural, quoted, statuses, verb
from argue.verdict.result import Analysis

_OPENING = {
    Outcome.DECIDED: "Decided",
    Outcome.CONTESTED: "Contested",
    Outcome.UNRESOLVED: "Unresolved",
    Outcome.SILENT: "Silent",
    Outcome.UNDEFINED: "Undefined",
}


def section(analysis: Analysis) -> Section:
    """Answers the verdict in a sentence and as a list."""
    rows = tuple(
        (o, analysis.statuses[o], analysis.case.options[o].text, remark(analysis, o))
        for o in analysis.graph.options
    )
    blocks: list[Block] = [Verdicts(rows), Paragraph(verdict(analysis))]
    blocks += map(Paragraph, _taken(analysis))
    return Section("answer", "Answer", tuple(blocks))


def full_section(analysis: Analysis) -> Section:
    """Answers the verdict with how many families share it, in how many positions, and the crux."""
    short = section(analysis)
    points = tuple(Item(text) for text in (*_shared(analysis), *_crux(analysis)))
    blocks = (*short.blocks, Items(points)) if points else short.blocks
    return Section("answer", "Question and answer", blocks)


def remark(analysis: Analysis, option: str) -> str:
    """Answers what else is to be said of an option beside its status."""
    said = list(analysis.flags[option])
    if option in analysis.supererogatory:
        said.append("more than can be asked")
    if analysis.basis[option] == "unopposed" and analysis.outcome is not Outcome.SILENT:
        said.append("nothing was said for or against it")
    return "; ".join(said)


def verdict(analysis: Analysis) -> str:
    """Answers the outcome in one or two sentences."""
    opening = _OPENING[analysis.outcome]
    if analysis.outcome is Outcome.SILENT:
        return (
            f"{opening}: no source had anything to say. That nothing speaks against an option "
            "is not a permission."
        )
    if analysis.outcome is Outcome.UNDEFINED:
        return f"{opening}: under {analysis.setup.semantics} semantics there is no position here."
    return f"{opening}: {_decided(analysis) or statuses(analysis.statuses)}. {_scope(analysis)}"


def _decided(analysis: Analysis) -> str:
    """Answers a verdict whose options are all permissible, in fewer words."""
    found = set(analysis.statuses.values())
    if found == {Status.PERMISSIBLE} and len(analysis.statuses) > 1:
        return f"every option is permissible, {options(analysis.statuses)} alike"
    return ""


def _scope(analysis: Analysis) -> str:
    setup, number = analysis.setup, len(analysis.positions)
    if setup.flat:
        return f"Asked of the one flat graph, under {setup.semantics} semantics."
    asked = "" if setup.semantics == "preferred" else f" Asked under {setup.semantics} semantics."
    if number == 1:
        return _firm(analysis) + asked
    return f"What the case leaves open allows {counted(number, 'coherent position')}.{asked}"


_ORDER = {True: "whichever principle ranks first", False: "under the declared priorities"}


def _firm(analysis: Analysis) -> str:
    said: list[str] = []
    if sum(not source.missing for source in analysis.sources) > 1:
        ranked = bool(analysis.graph.order)
        said.append(
            "under the declared priorities" if ranked else "whichever principle ranks first"
        )
    if len(analysis.shared.branches) > 1:
        points = "points left open" if leaning(analysis) else "disputed points"
        said.append(f"however the {points} are settled")
    return f"This holds {listed(said)}." if said else "Nothing in the case leaves this open."


def _taken(analysis: Analysis) -> Iterator[str]:
    """Yields which disputed facts the case itself decides, and which way."""
    for fact in leaning(analysis):
        yield (
            f"{quoted(fact.id)} is disputed; by the standard of proof of the case it is "
            f"taken {taken(fact)}."
        )


def _shared(analysis: Analysis) -> Iterator[str]:
    """Yields for every option how many families allow it, and in which positions it may be done."""
    places = len(analysis.positions)
    for option, (allowing, speaking) in analysis.shared.allowed_by.items():
        permitted = sum(option in position.permissible for position in analysis.positions)
        if places == 1:
            where = "the one coherent position permits it" if permitted else "it is ruled out"
        elif permitted in (0, places):
            where = f"{'every' if permitted else 'no'} coherent position permits it"
        else:
            where = "some coherent positions permit it, others do not"
        families = plural(speaking, "family", "families")
        yield (
            f"{quoted(option)}: taken alone, {allowing} of {families} of principles "
            f"{verb(allowing, 'allows', 'allow')} it; {where}."
        )


def _crux(analysis: Analysis) -> Iterator[str]:
    if analysis.shared.crux:
        facts = {f.id: f.text for f in analysis.case.facts.values()}
        moves = [move(chosen, facts) for chosen in analysis.shared.crux[0].moves]
        yield f"The crux: {listed(moves)}, and the case is decided."
