"""What a case comes to before anything is settled: its game played, its traces followed."""

from __future__ import annotations

from argue.model.case import Case


def as_given(case: Case) -> Case:
    """Answers the case with all computed that neither facts nor rankings change.

    Raises: CaseError for a game that cannot be played, or a norm over time that cannot be read.
    """
    if case.game:
        from argue.construct.games.payoffs import with_game  # noqa: PLC0415  (rare, slow)

        case = with_game(case)
    if any(norm.ltl or norm.pattern for norm in case.norms.values()):
        from argue.construct.courses import with_courses  # noqa: PLC0415  (rare, slow)

        case = with_courses(case)
    return case
