"""Section 2: the decisive reason, what is said against the verdict, and why that fails."""

from __future__ import annotations

from collections.abc import Iterator

from argue.model.argument import Argument
from argue.model.verdict import Outcome, Position, Status
from argue.report.content import Paragraph, Section
from argue.report.reasons import objections_to, regions_said, told_against
from argue.report.words import (
    because,
    counted,
    listed,
    options,
    plain_source,
    quoted,
    settled,
    uncapitalized,
)
from argue.report.words import ranking as ranked
from argue.verdict.result import Analysis


def section(analysis: Analysis) -> Section:
    """Answers at most three sentences."""
    if analysis.outcome is Outcome.DECIDED:
        said = _decided(analysis)
    elif len(analysis.positions) > 1:
        said = _open(analysis)
    else:
        said = _tied(analysis)
    return Section("brief", "Why, in three sentences", (Paragraph(" ".join(said)),))


def _decided(analysis: Analysis) -> Iterator[str]:
    gone = [o for o, s in analysis.statuses.items() if s is Status.IMPERMISSIBLE]
    kept = [o for o in analysis.statuses if o not in gone]
    if gone:
        yield _decisive(analysis, gone[0])
    else:
        yield f"No reason that stands speaks against {options(kept, 'or')}."
    failed = [(o, found) for o in kept for found in objections_to(analysis, o) if found.answers]
    if not failed:
        if gone:
            yield f"Nothing speaks against {options(kept, 'or')}, so nothing had to be answered."
        return
    option, objection = failed[0]
    source = plain_source(str(objection.reason.source))
    yield f"Against {quoted(option)}, {source} says that {objection.said}."
    yield f"That objection fails: {uncapitalized(objection.answers[0])}."


def _decisive(analysis: Analysis, option: str) -> str:
    told = told_against(analysis, option)
    if not told:
        return (
            f"{quoted(option)} is ruled out: it is presumed forbidden and nothing overcomes that."
        )
    first = told[0]
    text = f"{quoted(option)} is ruled out because {first.said}"
    others = [plain_source(str(o.reason.source)) for o in told[1:]]
    if others and all(o.always for o in told):
        text += f"; {listed(others)} independently {'rules' if len(others) == 1 else 'rule'} it out"
    return f"{text}."


def _open(analysis: Analysis) -> Iterator[str]:
    """Yields what would settle each of the first two positions, and what stands in between."""
    for position in analysis.positions[:2]:
        kept = sorted(position.permissible) or sorted(position.undecided)
        regions = regions_said(analysis, position.numbers)
        given = settled(position.facts, position.challenges, regions)
        order = ranked(position.priorities, "ranks")
        condition = (
            f"If {listed([*given, *([order] if order else [])])}, " if given or order else ""
        )
        if not position.permissible:
            text = f"{condition}{options(kept)} defeat one another, and nothing breaks the tie."
            yield text[:1].upper() + text[1:]
            continue
        told = _telling(analysis, position, kept)
        why = ""
        if told is not None:
            why = f"; {plain_source(str(told.source))} favours it: {because(told.text)}"
        text = f"{condition}{options(kept)} may be done{why}."
        yield text[:1].upper() + text[1:]
    more = len(analysis.positions) - 2
    rest = ""
    if more > 0:
        rest = f", nor {counted(more, 'further position')} listed below"
    yield f"Nothing in the case settles which of these it is{rest}."


def _telling(analysis: Analysis, position: Position, kept: list[str]) -> Argument | None:
    """Answers a reason for what a position keeps that its facts and priorities bear out."""
    holding = {f"fact:{n}" if v else f"fact:not {n}" for n, v in position.facts.items()}
    holding |= {f"{'challenge' if v else 'aside'}:{n}" for n, v in position.challenges.items()}
    found = [
        told.reason
        for option in analysis.graph.options
        if option not in kept
        for told in objections_to(analysis, option)
        if told.stands and told.reason.better in kept and holding.issuperset(told.reason.premises)
    ]
    rivals = {o for other in analysis.positions for o in other.permissible}
    highest = {high for high, _ in position.priorities}
    lowest = {low for _, low in position.priorities} - highest
    found.sort(
        key=lambda reason: (
            reason.worse not in rivals,
            reason.source not in highest,
            reason.source in lowest,
        )
    )
    return found[0] if found else None


def _tied(analysis: Analysis) -> Iterator[str]:
    if analysis.outcome is Outcome.SILENT:
        yield "No principle, norm or stated reason favours any option over another."
        return
    tied = sorted({o for position in analysis.positions for o in position.undecided})
    if not tied:
        yield "There is no coherent position to give a reason for."
        return
    yield f"{options(tied)} defeat one another, and nothing in the case breaks the tie."
    yield "A ranking of the sources that favour them, where several do, or a further reason could."
