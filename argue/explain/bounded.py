"""A sound bound on statuses where numbers known only within bounds enter a formula with a root.

Such a case is not analysed, for its regions cannot be told apart; what is certain of it can.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from argue.analysis import before_intervals
from argue.construct.intervals import Bounds, named_intervals
from argue.construct.spans import SPANS, Span
from argue.construct.worlds import has_intervals
from argue.errors import LimitExceeded
from argue.explain.branchwise import Hearing, can_be_heard
from argue.explain.moving import Heard
from argue.explain.statuses import certain_statuses
from argue.model.case import Case
from argue.verdict.completions import BOUND, Completions
from argue.verdict.result import Setup


class _Box:
    """Numbers known only within bounds, by name."""

    def __init__(self, box: Mapping[str, Bounds]) -> None:
        self.box = box

    def unknown(self, name: str) -> Span:
        least, most = self.box[name]
        return Span(Fraction(least), Fraction(most))


def bounded(case: Case, setup: Setup | None = None) -> Completions | None:
    """Answers a sound bound for a case whose numbers enter a formula that is not linear.

    For a case that `analyze` refuses because its intervals cannot be told apart; None where there
    are no intervals. Raises: LimitExceeded where the branches of the case cannot be gone through.
    """
    setup = setup or Setup()
    case = before_intervals(case, setup)
    if not has_intervals(case):
        return None
    named, box = named_intervals(case)
    if not can_be_heard(named, setup):
        raise LimitExceeded("no bound for numbers under this semantics, or for these norms")
    hearing = Hearing(named)
    heard = Heard.of(hearing, named, _Box(box), SPANS)
    every = certain_statuses(tuple(case.options), heard.standings(hearing))
    return Completions(every, {option: {} for option in case.options}, BOUND)
