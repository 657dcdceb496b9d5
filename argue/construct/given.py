"""What a case comes to before anything is settled: game played, traces followed, limits held."""

from __future__ import annotations

from argue.model.case import Case


def as_given(case: Case) -> Case:
    """Answers the case with all computed that neither facts nor rankings change.

    Raises: CaseError for a game that cannot be played, or a norm that cannot be held
        against the options.
    """
    if case.game:
        from argue.construct.games.payoffs import with_game  # noqa: PLC0415  (rare, slow)

        case = with_game(case)
    if any(norm.ltl or norm.pattern for norm in case.norms.values()):
        from argue.construct.courses import with_courses  # noqa: PLC0415  (rare, slow)

        case = with_courses(case)
    if any(norm.limits for norm in case.norms.values()):
        from argue.construct.limits import with_limits  # noqa: PLC0415  (rare)

        case = with_limits(case)
    return case
