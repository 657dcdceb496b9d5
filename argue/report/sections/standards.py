"""Section 9: the options under other standards of acceptance, and what weaker ones would add."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice, product

from argue.construct.plain import rankings, under, violated
from argue.model.af import AF
from argue.model.argument import Kind
from argue.model.case import ChallengeStatus
from argue.model.verdict import Label
from argue.report.content import Paragraph, Section, Table
from argue.report.words import options, standing_of, verb
from argue.semantics.table import Semantics
from argue.semantics.tasks import labellings
from argue.verdict.rankings import telling_rankings
from argue.verdict.result import Analysis

STANDARDS = (Semantics.GROUNDED, Semantics.PREFERRED, Semantics.STABLE)
"""The standards compared, the most cautious first; preferred is the one verdicts use."""

MOST_GRAPHS = 64
"""Rankings that tell times ways the disputed points fall, up to which each is looked at."""

MOST_RANKINGS = 1200
"""Rankings up to which those that tell are picked out."""


def section(analysis: Analysis) -> Section:
    """Answers a table of options by standards."""
    title = "Under other standards"
    known = {Semantics.PREFERRED: analysis.labels} if _is_standard(analysis) else {}
    found = {s: known[s] if s in known else labels_under(analysis, s) for s in STANDARDS}
    complete = {standard: labels for standard, labels in found.items() if labels is not None}
    if len(complete) < len(found):
        said = (
            "Other standards were not compared: the rankings and disputed points of this case "
            f"combine in more than {MOST_GRAPHS} ways."
        )
        return Section("standards", title, (Paragraph(said),))
    rows = tuple(
        (option, *(standing_of(complete[s][f"permission:{option}"]) for s in STANDARDS))
        for option in analysis.graph.options
    )
    head = ("", *(f"{s} (standard)" if s is Semantics.PREFERRED else str(s) for s in STANDARDS))
    return Section(
        "standards",
        title,
        (Table(head, rows), Paragraph(_weaker(analysis, complete[Semantics.PREFERRED]))),
    )


def labels_under(analysis: Analysis, semantics: Semantics) -> Mapping[str, frozenset[Label]] | None:
    """Answers the labels of every permission under a semantics, ranking by ranking.

    None where rankings and disputed points combine in more ways than are looked at.
    """
    found = list(islice(_distinct(analysis), MOST_GRAPHS + 1))
    if not found or len(found) > MOST_GRAPHS:
        return None
    labels: dict[str, set[Label]] = {f"permission:{o}": set() for o in analysis.graph.options}
    for af, wrong in found:
        for labelling in labellings(af, semantics):
            if not wrong & labelling.in_:
                for name, seen in labels.items():
                    seen.add(labelling.label_of(name))
    return {name: frozenset(seen) for name, seen in labels.items()}


Plain = tuple[AF, frozenset[str]]
"""A plain AF and the priorities it violates: an extension that holds one does not count."""


def _distinct(analysis: Analysis) -> Iterator[Plain]:
    """Yields the plain graphs of all rankings and settlements, each once; none if too many."""
    graph = analysis.graph
    seen: set[Plain] = set()
    if len(list(islice(rankings(graph), MOST_RANKINGS + 1))) > MOST_RANKINGS:
        return
    for order in telling_rankings(graph):
        for settled in _settlements(analysis):
            found = (under(graph, order, settled=settled), violated(graph, order))
            if found not in seen:
                seen.add(found)
                yield found


def _settlements(analysis: Analysis) -> Iterator[Mapping[str, bool]]:
    names = [f.id for f in analysis.graph.of_kind(Kind.FACT) if not f.id.startswith("fact:not ")]
    names += [
        c.id
        for c in analysis.graph.of_kind(Kind.CHALLENGE)
        if analysis.case.challenges[str(c.source)].status is ChallengeStatus.RAISED
    ]
    for values in product((True, False), repeat=len(names)):
        yield dict(zip(names, values, strict=True))


def _weaker(analysis: Analysis, preferred: Mapping[str, frozenset[Label]]) -> str:
    """Answers which options some position permits though not all do."""
    added = [
        option
        for option in analysis.graph.options
        if Label.IN in preferred[f"permission:{option}"]
        and len(preferred[f"permission:{option}"]) > 1
    ]
    if not added:
        return "A weaker standard, that some position permits it, would add no option."
    return (
        f"A weaker standard, that some position permits it, would add {options(added)}, "
        f"which {verb(len(added), 'is', 'are')} not permitted in all."
    )


def _is_standard(analysis: Analysis) -> bool:
    """Answers whether the labels of the analysis are those of the standard."""
    return analysis.setup.semantics == Semantics.PREFERRED and not analysis.setup.flat
