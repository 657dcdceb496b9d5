"""A class polled on a case: the positions held, what all share, and what would settle most.

Every different view becomes one voice, and the voices are merged as submissions are; see
`argue.explain.merging` and `argue.explain.chorus`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from argue.analysis import analyze
from argue.errors import OutOfBudget
from argue.explain.chorus import Chorus, chorus
from argue.explain.merging import merge
from argue.model.case import Case
from argue.model.record import record
from argue.seminar.poll_ballots import Box, read_ballots
from argue.seminar.poll_uniting import Uniting, united_now, uniting
from argue.seminar.poll_views import Judge, Statuses, View, views_of, voices_of_views
from argue.verdict.result import Analysis

Progress = Callable[[int, int], None]


@record
class Held:
    """A verdict on all options that some people come to by their own lights."""

    statuses: Statuses
    holders: tuple[str, ...]


@record
class Poll:
    """A class on a case: ballots, views, verdicts held, what unites, and all views merged.

    `chorus` is None where there are fewer than two views, or no time was left for them together.
    `pairs` of people there are, `united` of them agree on every option. `complete` is False where
    time ran out.
    """

    analysis: Analysis
    box: Box
    views: tuple[View, ...]
    held: tuple[Held, ...]
    united: int
    pairs: int
    uniting: tuple[Uniting, ...]
    chorus: Chorus | None
    complete: bool

    @property
    def crux(self) -> Uniting | None:
        """What unites most if it is settled; None if nothing that can be settled unites anybody."""
        best = self.uniting[0] if self.uniting else None
        return best if best is not None and best.gains(self.united)[1] > 0 else None


def poll(
    case: Case,
    paths: Sequence[Path],
    *,
    timeout: float | None = None,
    progress: Progress | None = None,
) -> Poll:
    """Answers what a class comes to whose ballots are in files or folders.

    Raises: NoSuchInput where there are no files; OutOfBudget if the case alone takes too long.
    """
    deadline = None if timeout is None else time.monotonic() + timeout
    analysis = analyze(case, timeout=timeout)
    judge = Judge(case, deadline)
    box = read_ballots(paths, case, analysis.graph.sources)
    views, box = views_of(box, judge)
    found, whole = uniting(views, judge, analysis.graph)
    together, merged = _together(views, case, deadline, progress=progress)
    people = len(box.cast)
    return Poll(
        analysis=analysis,
        box=box,
        views=views,
        held=_held(views),
        united=united_now(views),
        pairs=people * (people - 1) // 2,
        uniting=found,
        chorus=together,
        complete=whole and merged,
    )


def _together(
    views: Sequence[View], case: Case, deadline: float | None, *, progress: Progress | None
) -> tuple[Chorus | None, bool]:
    """Answers what several views come to together, and whether there was time to find it out."""
    if len(views) < 2:
        return None, True
    left = None if deadline is None else max(deadline - time.monotonic(), 0.001)
    try:
        found = chorus(merge(voices_of_views(views, case)), timeout=left, progress=progress)
    except OutOfBudget:
        return None, False
    return found, found.complete


def _held(views: Sequence[View]) -> tuple[Held, ...]:
    """Answers the verdicts that are held, those of most people first."""
    by: dict[tuple[object, ...], list[View]] = {}
    for view in views:
        by.setdefault(tuple(view.statuses.items()), []).append(view)
    held = (
        Held(together[0].statuses, tuple(sorted(n for v in together for n in v.holders)))
        for together in by.values()
    )
    return tuple(sorted(held, key=lambda h: -len(h.holders)))
