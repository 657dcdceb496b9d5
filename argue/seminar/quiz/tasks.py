"""What a student is asked, as frozen data without words: seven kinds of task.

A task says what is asked and never what is right: that the engine finds, see `keys`.
"""

from __future__ import annotations

from typing import TypeAlias

from argue.model.record import record
from argue.model.verdict import Status
from argue.semantics.table import Semantics
from argue.seminar.quiz.claims import Claim
from argue.seminar.quiz.maps import Map
from argue.seminar.quiz.sources import CaseSource, Pairs


@record
class LabelTask:
    """Label every argument of a map: the grounded labelling."""

    map: Map


@record
class SetTask:
    """Say whether a set has a property, and if not which of the claims against it is why."""

    map: Map
    members: frozenset[str]
    property: Semantics
    claims: tuple[Claim, ...]


@record
class RoundTask:
    """Say what is accepted next, after so many rounds of the grounded labelling."""

    map: Map
    rounds: int


@record
class RescueTask:
    """Find the one argument that, put beside the target, makes an admissible set."""

    map: Map
    target: str
    offered: tuple[str, ...]


@record
class RankingTask:
    """Say which of several rankings gives an option of a case the wanted status."""

    source: CaseSource
    option: str
    wanted: Status
    rankings: tuple[Pairs, ...]


@record
class SchemeTask:
    """Say which framework a passage argues by, and which critical question is put to it.

    `argument` is the reason's id in the graph of the case; `asked` is the id of the question whose
    doubt, in the voice of the reason, is the remark. Questions are pairs (framework, question).
    """

    source: CaseSource
    argument: str
    asked: str
    frameworks: tuple[str, ...]
    questions: tuple[tuple[str, str], ...]


@record
class PredictTask:
    """Say, before it is shown, how every option of a case comes out."""

    source: CaseSource


Task: TypeAlias = (
    "LabelTask | SetTask | RoundTask | RescueTask | RankingTask | SchemeTask | PredictTask"
)
