"""How firm a verdict is: against each number, against all at once, against what is not known.

Each kind of uncertainty is told apart from the others; nothing is added up.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from argue.analysis import analyze_under
from argue.construct.words import listed, plain
from argue.errors import LimitExceeded
from argue.explain.bounded import bounded
from argue.explain.break_even import BreakEvens, break_evens
from argue.explain.figures import figures_of
from argue.explain.radius import Radius, radius
from argue.model.case import Case
from argue.model.record import record
from argue.model.verdict import Decisive
from argue.verdict.chances import Chances, chances
from argue.verdict.completions import Completions, completions
from argue.verdict.result import Analysis, Setup

MOST_FIGURES = 60
"""Numbers up to which a report goes through them; a command goes through any number of them."""

Part = tuple[str, tuple[str, ...]]
"""A heading, and sentences."""


@record
class Sensitivity:
    """How firm a verdict is, one kind of uncertainty beside the other.

    `numbers` and `radius` are None where the case has no numbers, `completions` where none is
    known only within bounds. `decisive` are the smallest sets of priorities that would decide a
    case whose ranking is left open. Of a case that cannot be analysed, because a formula is not
    linear in numbers known only within bounds, there are `completions` alone.
    """

    numbers: BreakEvens | None
    radius: Radius | None
    chances: Chances | None
    completions: Completions | None
    decisive: tuple[Decisive, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether nothing was cut short for want of time."""
        parts = (self.numbers, self.radius, self.chances)
        return all(part is None or part.complete for part in parts)

    @property
    def parts(self) -> tuple[Part, ...]:
        """All of it in words, part by part."""
        found: list[Part] = []
        if self.numbers is not None:
            found.append(("One number at a time", self.numbers.sentences))
        if self.radius is not None:
            found.append(("All numbers at once", self.radius.sentences))
        if self.completions is not None:
            found.append(("Numbers known only within bounds", self.completions.sentences))
        if self.chances is not None:
            found.append(("Disputed facts", self.chances.sentences))
            found.append(("The ranking of the sources", tuple(_ranking(self.decisive))))
        return tuple(found)

    @property
    def sentences(self) -> tuple[str, ...]:
        """All of it in words."""
        return tuple(sentence for _, told in self.parts for sentence in told)


def _ranking(decisive: Sequence[Decisive]) -> list[str]:
    if not decisive:
        return ["No priority would decide anything that is left open."]
    alike: dict[str, list[str]] = {}
    for found in decisive:
        then = listed(f'"{option}" {status}' for option, status in found.statuses.items())
        pairs = listed(f"{plain(high)} above {plain(low)}" for high, low in found.priorities)
        alike.setdefault(then, []).append(pairs)
    told: list[str] = []
    for then, sets in alike.items():
        count = "Each of these sets of priorities" if len(sets) > 1 else "This set of priorities"
        smaller = "none of which can be smaller" if len(sets) > 1 else "which cannot be smaller"
        told.append(f"{count}, {smaller}, would make {then}:")
        told += [f"- {pairs}" for pairs in sets]
    return told


def sensitivity(
    analysis: Analysis,
    *,
    option: str | None = None,
    paths: Sequence[str] | None = None,
    timeout: float | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Sensitivity:
    """Answers how firm a verdict is.

    `option` and `paths` narrow what is told of single numbers. At the end of `timeout` seconds
    what was found is told. Raises: UnknownId for an option or path the case does not have.
    """
    end = None if timeout is None else time.monotonic() + timeout

    def left() -> float | None:
        return None if end is None else max(end - time.monotonic(), 0.0)

    numbers = around = None
    if figures_of(analysis.case, analysis.given) or paths:
        numbers = break_evens(
            analysis, option=option, paths=paths, timeout=left(), progress=progress
        )
        around = radius(analysis, timeout=left())
    return Sensitivity(
        numbers,
        around,
        chances(analysis, timeout=left()),
        completions(analysis),
        analysis.shared.decisive,
    )


def sensitivity_or_bound(  # noqa: PLR0913  (one keyword a choice of the command line)
    case: Case,
    setup: Setup,
    *,
    option: str | None = None,
    paths: Sequence[str] | None = None,
    timeout: float | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Sensitivity:
    """Answers the same of a case that has not been analysed yet, under a setup.

    Of one that cannot be, for a formula is not linear in numbers known only within bounds, the
    sound bound alone. Raises: LimitExceeded where there is none either.
    """
    try:
        analysis = analyze_under(case, setup, timeout=timeout)
    except LimitExceeded:
        found = bounded(case, setup)
        if found is None:
            raise
        return Sensitivity(None, None, None, found)
    return sensitivity(analysis, option=option, paths=paths, timeout=timeout, progress=progress)
