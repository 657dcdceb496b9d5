"""What the credences of a case come to, beside the verdict and never in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from argue.report.content import Block, Item, Items, Paragraph, Section, Table
from argue.report.words import listed, options, plain_source, plural, settled, verb, written
from argue.verdict.result import Analysis
from argue.verdict.uncertainty import Uncertainty, Weighed, beside

TITLE = "Under moral uncertainty"

MOST_WAYS = 4
"""So many different results of one way of weighing are told; the data holds all of them."""

NOTES = (
    "Borda: how many options each one is favoured over, less how many are favoured over it, "
    "weighted by credence.",
    "Worth: expected choiceworthiness, what each option is worth to a source weighted by credence. "
    "Sources share no unit, so each is first brought to the range from 0 (its worst option) to 1 "
    "(its best), or to a variance of 1 around 0; the choice is a convention.",
)


def section(analysis: Analysis) -> Section:
    """Answers a table of ways to weigh by options; no blocks for a case without credences."""
    found, missing = beside(analysis)
    if missing:
        said = f"The credences of the case were not weighed: {missing}."
        return Section("uncertainty", TITLE, (Paragraph(said),))
    if not found:
        return Section("uncertainty", TITLE)
    return Section("uncertainty", TITLE, tuple(_blocks(analysis, found)))


def _blocks(analysis: Analysis, found: Sequence[Uncertainty]) -> Iterator[Block]:
    first = found[0]
    held = listed([f"{written(c)} in {plain_source(s)}" for s, c in first.credences.items()])
    rest = f", and {written(first.rest)} in none of them" if first.rest else ""
    yield Paragraph(
        f"Beside the verdict, never in it: what follows for someone whose credence is {held}{rest}."
    )
    rows = [*_favourites(analysis, first), *_masses(first)]
    rows += _weighed_rows(analysis, "Borda", first.borda)
    for one in found:
        rows += _weighed_rows(analysis, f"worth by {one.normalisation}", one.choiceworthiness)
    yield Table(("", *analysis.graph.options), tuple(rows))
    yield Items(tuple(Item(text) for text in (*_remarks(found), *NOTES)))


Row = tuple[str, ...]


def _favourites(analysis: Analysis, found: Uncertainty) -> Iterator[Row]:
    for source in found.favourites:
        words = analysis.alone[source]
        name = f"favourite: {plain_source(source)}"
        yield (name, *(str(words[o]) for o in analysis.graph.options))


def _masses(found: Uncertainty) -> Iterator[Row]:
    masses = found.mass.values()
    yield ("credence allowing", *(written(m.allowing) for m in masses))
    yield ("credence forbidding", *(written(m.forbidding) for m in masses))
    if any(m.neither for m in masses):
        yield ("credence in neither", *(written(m.neither) for m in masses))


def _weighed_rows(analysis: Analysis, name: str, branches: Sequence[Weighed]) -> Iterator[Row]:
    """Yields a row for each different result, with where it holds if there are several."""
    told = _distinct(branches, lambda branch: tuple(branch.scores.values()))
    for branch in told[:MOST_WAYS]:
        where = f", {_where(branch)}" if len(told) > 1 else ""
        scores = (_marked(branch, o, written(branch.scores[o])) for o in analysis.graph.options)
        yield (f"{name}{where}", *scores)


def _marked(branch: Weighed, option: str, score: str) -> str:
    return f"{score} (best)" if option in branch.best else score


def _distinct(branches: Sequence[Weighed], by: Callable[[Weighed], object]) -> tuple[Weighed, ...]:
    first: dict[object, Weighed] = {}
    for branch in branches:
        first.setdefault(by(branch), branch)
    return tuple(first.values())


def _where(branch: Weighed) -> str:
    return listed(settled(branch.facts, branch.challenges))


def _remarks(found: Sequence[Uncertainty]) -> Iterator[str]:
    first = found[0]
    if len(first.favourites) > 1:
        names = listed([plain_source(source) for source in first.favourites])
        yield f"There is no one favourite theory: {names} are held equally likely."
    yield from _left_out(first.borda[0].left_out, first.choiceworthiness[0].left_out)
    for one, other in zip(first.choiceworthiness, found[1].choiceworthiness, strict=True):
        if set(one.best) != set(other.best):
            yield (
                f"The normalisation decides: by range {options(one.best)} "
                f"{verb(len(one.best), 'is', 'are')} best, by variance {options(other.best)}."
            )
            break
    ways = len(_distinct(first.choiceworthiness, lambda branch: tuple(branch.scores.values())))
    if ways > MOST_WAYS:
        yield f"Disputed points fall in {plural(ways, 'way')} that differ; the first are told."


def _left_out(borda: Mapping[str, str], worth: Mapping[str, str]) -> Iterator[str]:
    for source, why in {**borda, **worth}.items():
        name = "Borda or worth" if source in borda else "worth"
        yield f"{plain_source(source).capitalize()} has no part in {name}: {why}."
