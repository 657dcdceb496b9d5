"""How far bundled cases come out as the literature has them: judgement by judgement."""

from __future__ import annotations

from typing import Any

from argue.analysis import analyze
from argue.io.beside import case_beside
from argue.io.bundled import bundled_text
from argue.io.case import load_case
from argue.io.differences import Judged, differences_of
from argue.model.record import field, record
from argue.model.verdict import Compared
from argue.report.words import plural
from argue.verdict.considered import DISPUTED

_JUDGED = "considered judgement"


@record
class Agreement:
    """The considered judgements of one case beside its analysis.

    `agreed` counts those on which the literature is divided, with which any answer agrees.
    `explained` are those that the analysis does not share and the case says why, `missed` those
    it says nothing about; `idle` are explanations of differences that there are not.
    """

    case: str
    agreed: tuple[Compared, ...] = ()
    explained: tuple[tuple[Compared, str], ...] = ()
    missed: tuple[Compared, ...] = ()
    idle: tuple[Judged, ...] = field(default_factory=tuple)

    @property
    def holds(self) -> bool:
        """Whether every difference is explained, and every explanation is of a difference."""
        return not self.missed and not self.idle

    def __str__(self) -> str:
        considered = len(self.agreed) + len(self.explained) + len(self.missed)
        if not considered:
            return f"no {_JUDGED}"
        divided = sum(judged.expected == DISPUTED for judged in self.agreed)
        kind, note = ("judgement", f", {divided} disputed") if divided else (_JUDGED, "")
        return f"agrees with {len(self.agreed)} of {plural(considered, kind)}{note}"

    def remarks(self) -> tuple[str, ...]:
        """Answers a line for each judgement that is not shared, and for each idle explanation."""
        return (
            *(f"{_differing(found)}. {why}" for found, why in self.explained),
            *(f"{_differing(found)}, and the case does not say why" for found in self.missed),
            *(f"{_judged(*of)} is explained as a difference, and is none" for of in self.idle),
        )

    def to_dict(self) -> dict[str, Any]:
        """Answers the agreement as plain data."""
        return {
            "case": self.case,
            "holds": self.holds,
            "agreed": [_data(found) for found in self.agreed],
            "explained": [{**_data(found), "because": why} for found, why in self.explained],
            "missed": [_data(found) for found in self.missed],
            "idle": [{"option": option, "by": by} for option, by in self.idle],
        }


def agreement(name: str) -> Agreement:
    """Answers how the bundled case of this id comes out beside its considered judgements.

    Raises: UnknownId if there is no such case; ArgueError if it cannot be read or analysed.
    """
    return agreement_in(bundled_text(name), name)


def agreement_in(text: str, name: str) -> Agreement:
    """Answers the same of the text of a case, the views that it has beside it included."""
    beside = case_beside(text, name)
    compared = (
        *analyze(load_case(text, name=name)).considered,
        *(() if beside is None else analyze(beside).considered),
    )
    why = differences_of(text, name)
    differing = [found for found in compared if not found.agrees]
    used = {(found.option, found.by) for found in differing}
    return Agreement(
        case=name,
        agreed=tuple(found for found in compared if found.agrees),
        explained=tuple(
            (found, why[found.option, found.by])
            for found in differing
            if (found.option, found.by) in why
        ),
        missed=tuple(found for found in differing if (found.option, found.by) not in why),
        idle=tuple(judged for judged in why if judged not in used),
    )


def _judged(option: str, by: str | None) -> str:
    return f'"{option}"' if by is None else f'"{option}" (by {by})'


def _differing(found: Compared) -> str:
    judged = _judged(found.option, found.by)
    return f"{judged} is {found.expected} there, {found.got} here"


def _data(found: Compared) -> dict[str, Any]:
    return {
        "option": found.option,
        "by": found.by,
        "expected": found.expected,
        "got": found.got,
    }
