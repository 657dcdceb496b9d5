"""Section 5: what each principle says alone, and how widely the verdict is shared."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import TypeAlias

from argue import registry
from argue.model.argument import Argument, Kind
from argue.model.verdict import Branch, Label, Leading, Word
from argue.report.content import Block, Item, Items, Paragraph, Section, Table
from argue.report.reasons import margin_of, regions_said, said_in_full
from argue.report.words import (
    listed,
    options,
    plain,
    plain_source,
    plural,
    quoted,
    sentence,
    settled,
    uncapitalized,
    written,
)
from argue.verdict.graded import graded
from argue.verdict.result import Analysis

Settled: TypeAlias = "frozenset[tuple[str, bool]]"
"""Facts and challenges, each with how it is settled."""


def section(analysis: Analysis) -> Section:
    """Answers the table of sources by options, the counts of families, and what leads."""
    if not analysis.sources:
        text = "No principle, norm or stated reason is at work in this case."
        return Section("alone", "What each principle says alone", (Paragraph(text),))
    blocks: list[Block] = [_table(analysis)]
    remarks = tuple(Item(text) for text in _remarks(analysis))
    if remarks:
        blocks.append(Items(remarks))
    return Section("alone", "What each principle says alone", tuple(blocks))


def full_section(analysis: Analysis) -> Section:
    """Answers the same with the reasons behind each row, and what silence means."""
    short = section(analysis)
    if not analysis.sources:
        return short
    reasons = Items(tuple(_reasons(analysis)))
    return Section(short.key, short.title, (*short.blocks, Paragraph("Behind the rows:"), reasons))


MOST_REASONS = 2
"""So many reasons of one source are told behind its row; the cards and the data hold more."""


def _reasons(analysis: Analysis) -> Iterator[Item]:
    """Yields for every source the strongest reasons it gives, one a pair of options."""
    for source, words in analysis.alone.items():
        name = sentence(source_name(analysis, source))[:-1]
        if all(word is Word.SILENT for word in words.values()):
            yield Item(f"{name} is silent: it has no data here; that is not a permission.")
            continue
        best: dict[tuple[str | None, str | None, tuple[str, ...]], Argument] = {}
        for reason in analysis.graph.of_kind(Kind.REASON):
            key = (reason.better, reason.worse, reason.premises)
            if reason.source == source and (
                key not in best or margin_of(reason) > margin_of(best[key])
            ):
                best[key] = reason
        yield Item(f"{name}: {_scheme(analysis, source)}", _strongest(analysis, best.values()))


def _scheme(analysis: Analysis, source: str) -> str:
    """Answers what a source says in general."""
    for use in analysis.case.frameworks:
        if use.id == source:
            framework = registry.framework(use.type)
            return sentence(framework.scheme)
    for norm in analysis.case.norms.values():
        if norm.source_id == source:
            return sentence(norm.text or plain(norm.id))
    return "Stated in the case."


def _strongest(analysis: Analysis, reasons: Iterable[Argument]) -> tuple[Item, ...]:
    """Answers the reasons of one source that can stand, by their margins, as items."""
    ordered = sorted(
        reasons,
        key=lambda r: (Label.IN not in analysis.labels[r.id], -margin_of(r)),
    )
    texts = list(dict.fromkeys(sentence(said_in_full(analysis, reason)) for reason in ordered))
    told = [Item(text) for text in texts[:MOST_REASONS]]
    more = len(texts) - MOST_REASONS
    if more > 0:
        told.append(Item(f"And {plural(more, 'more reason')}."))
    return tuple(told) or (Item("It gives no reason for one option over another here."),)


def source_name(analysis: Analysis, source: str) -> str:
    """Answers a source as a table names it, with the choice made where the literature splits."""
    use = next((u for u in analysis.case.frameworks if u.id == source), None)
    if use is None:
        return plain_source(source)
    if use.chosen:
        return f"{plain_source(source)} ({plain(use.type)})"
    choices = [
        str(use.parameters.get(key, default)) for key, default in CHOICES.get(use.type, {}).items()
    ]
    name = plain_source(source)
    return f"{name} ({', '.join(choices)})" if choices else name


CHOICES = {"veil": {"rule": "leximin"}, "rejection": {"complaint": "menu"}}
"""Framework -> the parameter in which the literature splits, with what is taken by default."""


def _glosses(analysis: Analysis) -> Iterator[str]:
    """Yields what the choices named in brackets mean, as their parameters say it."""
    for use in analysis.case.frameworks:
        if use.chosen:
            continue
        known = {p.name: p for p in registry.framework(use.type).parameters}
        for key, default in CHOICES.get(use.type, {}).items():
            choice, doc = str(use.parameters.get(key, default)), known[key].doc
            found = re.search(rf"\b{re.escape(choice)} \(([^()]*)\)", doc)
            if found:
                about = uncapitalized(doc.partition(":")[0])
                yield f"{plain(choice)}, {about}: {found[1].replace('`', '')}"


def _table(analysis: Analysis) -> Table:
    names = analysis.graph.options
    rows = [
        (source_name(analysis, source), *(str(words[o]) for o in names))
        for source, words in analysis.alone.items()
    ]
    counts = analysis.shared.allowed_by
    rows.append(("families allowing it", *(f"{counts[o][0]} of {counts[o][1]}" for o in names)))
    return Table(("", *names), tuple(rows))


def _remarks(analysis: Analysis) -> Iterator[str]:
    glosses = tuple(dict.fromkeys(_glosses(analysis)))
    if glosses:
        yield f"In brackets: {'; '.join(glosses)}."
    for source in analysis.sources:
        if source.missing:
            yield f"{plain_source(source.id).capitalize()} is silent: {source.missing}."
    for use in analysis.case.frameworks:
        if use.chosen:
            yield f"{plain_source(use.id).capitalize()} {use.chosen}."
    shared = analysis.shared
    for gone in shared.ruled_out:
        if gone.preferred:
            yield (
                f"Every source that speaks prefers {options(gone.preferred, 'or')} "
                f"to {quoted(gone.option)}."
            )
        elif gone.nobodys_worst:
            yield (
                f"{quoted(gone.option)} is ruled out in every position, though it is no "
                "source's worst: it is the compromise."
            )
    yield from _leaders(analysis)
    yield from _graded(analysis)


def _graded(analysis: Analysis) -> Iterator[str]:
    """Yields how acceptable people would find options, where a source has a model of that."""
    for found in graded(analysis.case):
        clauses = settled(found.facts, found.challenges)
        opening = f"If {listed(clauses)}: the" if clauses else "The"
        chances = [f"{_chance(p)} for {quoted(o)}" for o, p in found.acceptable.items()]
        yield (
            f"{opening} graded model of {plain_source(found.source)} expects this share of people "
            f"to find it acceptable: {listed(chances)}. The verdict does not use it."
        )


def _chance(share: Fraction) -> str:
    return f"{float(share):.2f}"


def _leaders(analysis: Analysis) -> Iterator[str]:
    """Yields what leads, and under which settlements, those with one result told together."""
    grouped: dict[str, list[Settled]] = {}
    varying = _varying(analysis.shared.branches)
    for branch in analysis.shared.branches:
        if branch.leading is not None:
            regions = dict.fromkeys(branch.numbers, True)
            settled_so = {**branch.facts, **branch.challenges, **regions}.items()
            settlements = frozenset((n, holds) for n, holds in settled_so if n in varying)
            grouped.setdefault(_leader(branch.leading), []).append(settlements)
    challenges = {name for branch in analysis.shared.branches for name in branch.challenges}
    for said, where in grouped.items():
        clauses = [_clause(analysis, settlements, challenges) for settlements in merged(where)]
        opening = f"If {'; or if '.join(clauses)}: " if all(clauses) else ""
        yield f"{opening}{said}"


def _varying(branches: Sequence[Branch]) -> frozenset[str]:
    """Answers the facts and challenges that do not fall the same way in every branch."""
    fallen: dict[str, set[bool]] = {}
    for branch in branches:
        for name, holds in (*branch.facts.items(), *branch.challenges.items()):
            fallen.setdefault(name, set()).add(holds)
    regions = {name for branch in branches for name in branch.numbers}
    return frozenset(name for name, values in fallen.items() if len(values) > 1) | regions


def _clause(analysis: Analysis, settlements: Settled, challenges: Collection[str]) -> str:
    ordered = sorted(settlements)
    regions = [name for name, _ in ordered if name.startswith("numbers:")]
    facts = {n: v for n, v in ordered if n not in challenges and n not in regions}
    upheld = {n: v for n, v in ordered if n in challenges}
    return listed(settled(facts, upheld, regions_said(analysis, regions)))


def merged(settlements: Iterable[Settled]) -> list[Settled]:
    """Answers the shortest settlements that cover the same ones, those alike but for one joined.

    Source: [Quine52], the first half of the method; what it leaves may overlap.
    """
    current, done = set(settlements), set[Settled]()
    while current:
        joined, used = set[Settled](), set[Settled]()
        for one in current:
            for name, holds in one:
                other = one - {(name, holds)} | {(name, not holds)}
                if other in current:
                    joined.add(one - {(name, holds)})
                    used |= {one, other}
        done |= current - used
        current = joined
    return sorted(done, key=lambda found: (len(found), sorted(found)))


def _leader(leading: Leading) -> str:
    counts = ", ".join(
        f"{ours} to {theirs} against {quoted(o)}" for o, (ours, theirs) in leading.tally.items()
    )
    text = f"{quoted(leading.option)} leads the count of families of principles, {counts}."
    if leading.dissent is not None:
        dissent = leading.dissent
        text += (
            f" The smallest dissent is by {plain_source(dissent.source)}, for "
            f"{quoted(dissent.prefers)} by {written(dissent.margin)}"
        )
        share = f" ({written(dissent.share * 100)} % of its largest margin here)"
        text += f"{share if len(leading.tally) > 1 else ''}."
    return text
