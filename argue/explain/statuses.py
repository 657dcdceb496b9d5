"""Statuses of options from how they stand in every branch and ranking, certain or not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from argue.explain.ranked_pairs import Standing
from argue.model.verdict import Status
from argue.verdict.settings import Labels
from argue.verdict.statuses import statuses_of


def settled_statuses(
    options: Sequence[str], found: Iterable[frozenset[Standing]]
) -> Mapping[str, Status] | None:
    """Answers the statuses where every standing settles every option; None where one does not.

    It does not where options beat one another in a circle: then the solver has to be asked.
    """
    standings = frozenset[Standing]().union(*found)
    if any(len(permitted) + len(out) < len(options) for permitted, out in standings):
        return None
    return statuses_of(options, [Labels(permitted) for permitted, _ in standings])


def certain_statuses(
    options: Sequence[str], found: Iterable[frozenset[Standing]]
) -> Mapping[str, Status]:
    """Answers the statuses that hold however all that is uncertain turns out, where one does."""
    standings = frozenset[Standing]().union(*found)
    if not standings:
        return {}
    certain: dict[str, Status] = {}
    for option in options:
        permitted = [option in held for held, _ in standings]
        out = [option in fallen for _, fallen in standings]
        if any(permitted) and any(out):
            certain[option] = Status.CONTESTED
        elif all(out):
            certain[option] = Status.IMPERMISSIBLE
        elif all(permitted):
            certain[option] = Status.PERMISSIBLE
    return _required(options, certain)


def _required(options: Sequence[str], certain: Mapping[str, Status]) -> Mapping[str, Status]:
    """Answers the same with what is obligatory told apart; what may or may not be is left out."""
    found = dict(certain)
    for option, status in certain.items():
        others = [certain.get(o) for o in options if o != option]
        if status is not Status.PERMISSIBLE or not others:
            continue
        if all(other is Status.IMPERMISSIBLE for other in others):
            found[option] = Status.OBLIGATORY
        elif all(other in (None, Status.IMPERMISSIBLE) for other in others):
            del found[option]
    return found
