"""The short report that `analyze` prints: the verdict, why, who says what, what it hangs on."""

from __future__ import annotations

from argue.report.content import Report, Section
from argue.report.sections import alone, answer, change, open_points, positions, why
from argue.verdict.result import Analysis


def summary(analysis: Analysis) -> Report:
    """Answers the sections a reader at a terminal wants; those with nothing to say are left out."""
    chosen = [answer.section(analysis), why.section(analysis), alone.section(analysis)]
    if analysis.case.credences:
        from argue.report.sections import uncertainty  # noqa: PLC0415  (rare)

        chosen.append(uncertainty.section(analysis))
    chosen.append(change.section(analysis))
    if len(analysis.positions) > 1:
        chosen.append(positions.section(analysis))
    chosen += _unsure(analysis)
    chosen.append(open_points.section(analysis))
    return Report(analysis.case.title, analysis.case.question, tuple(chosen))


def _unsure(analysis: Analysis) -> tuple[Section, ...]:
    """Answers how sure it is, where the case gives credences of facts or bounds of numbers."""
    if not (analysis.case.regions or any(f.credence for f in analysis.case.facts.values())):
        return ()
    from argue.report.sections import likely  # noqa: PLC0415  (rare)

    found = likely.section(analysis)
    return (found,) if found.blocks else ()
