"""A case: who may do what, who is burdened how much, what is disputed.

Plain frozen data, written down by a person and read by `argue.io`. Nothing here computes a
verdict; `argue.construct` turns a case into a graph of arguments.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from typing import Any, TypeAlias

from argue.errors import Problem
from argue.model.cells import Absent as Absent
from argue.model.cells import Cell as Cell
from argue.model.cells import Choice as Choice
from argue.model.cells import Condition as Condition
from argue.model.cells import Interval as Interval
from argue.model.cells import Literal as Literal
from argue.model.cells import Lottery as Lottery
from argue.model.cells import Unknown as Unknown
from argue.model.cells import nothing as nothing
from argue.model.disputes import Challenge as Challenge
from argue.model.disputes import ChallengeStatus as ChallengeStatus
from argue.model.disputes import Priority as Priority
from argue.model.disputes import StatedReason as StatedReason
from argue.model.disputes import Target as Target
from argue.model.disputes import TargetKind as TargetKind
from argue.model.norm import Compliance as Compliance
from argue.model.norm import Modality as Modality
from argue.model.norm import Norm as Norm
from argue.model.norm import Pattern as Pattern
from argue.model.record import field, record
from argue.model.universal import Maxim as Maxim
from argue.model.universal import Shape as Shape
from argue.model.universal import Universal as Universal
from argue.model.universal import UniversalShape as UniversalShape


class FactStatus(StrEnum):
    """How a fact stands; `assumed` counts as agreed and is listed as an assumption."""

    AGREED = "agreed"
    ASSUMED = "assumed"
    DISPUTED = "disputed"
    DENIED = "denied"


@record
class Option:
    """A complete plan of action, exclusive of the other options."""

    id: str
    text: str
    source: str | None = None
    presume_forbidden: bool = False
    uses_as_means: tuple[str, ...] = ()
    breaches_right_of: tuple[str, ...] = ()
    deceives: tuple[str, ...] = ()
    coerces: tuple[str, ...] = ()
    does_harm_to: tuple[str, ...] = ()
    allows_harm_to: tuple[str, ...] = ()
    irreversible: bool = False
    plays: str | None = None
    rests_on: tuple[str, ...] = ()
    trace: tuple[tuple[str, ...], ...] = ()
    features: Mapping[str, Fraction] = field(default_factory=nothing)


@record
class Standpoint:
    """A kind of person who can complain.

    `count` (persons) is read where heads are counted, `general_count` in the `general` table
    when it differs; `level` is wellbeing before the choice, None when not given. `consent` names
    the options consented to; `responsible` maps an option to a share in [0, 1]. `cap` is the most
    that can be asked of an agent: one number for every source (key `*`) or one a source; with a
    `prerogative` what only the agent would lose requires nothing of the agent. `name` is what they
    are called in sentences, '' for the id in words.
    """

    id: str
    text: str
    count: Fraction = Fraction(1)
    general_count: Fraction = Fraction(1)
    level: Fraction | None = None
    consent: frozenset[str] = frozenset()
    responsible: Mapping[str, Fraction] = field(default_factory=nothing)
    agent: bool = False
    cap: Mapping[str, Fraction] = field(default_factory=nothing)
    prerogative: bool = False
    role: str | None = None
    name: str = ""

    @property
    def called(self) -> str:
        """What they are called in sentences."""
        return self.name or self.id.replace("_", " ")


@record
class Fact:
    """A statement the case depends on; `lean` says which way a standard of proof decides it."""

    id: str
    text: str
    status: FactStatus = FactStatus.AGREED
    credence: Fraction | None = None
    lean: bool | None = None
    evidence: str | None = None


@record
class Scale:
    """What the numbers mean; not `comparable` silences every theory that compares persons."""

    unit: str | None = None
    zero: str | None = None
    comparable: bool = True


class Mode(StrEnum):
    """Whether a framework asks for the best, for enough, or only that a test be passed."""

    BEST = "best"
    ENOUGH = "enough"
    TEST = "test"


@record
class FrameworkUse:
    """One use of a moral framework in a case: a source of reasons with its parameters.

    `chosen` says why this type stands here where a framework picked it to judge in its place.
    """

    id: str
    type: str
    mode: Mode | None = None
    enough: Fraction | None = None
    parameters: Mapping[str, Any] = field(default_factory=nothing)
    chosen: str = ""


@record
class Considered:
    """A judgement held on reflection, or reported in the literature, to compare the verdict with.

    `by` is None for a judgement on the whole case, or the source or the people it is attributed
    to.
    """

    option: str
    status: str
    by: str | None = None
    source: str | None = None


@record
class NotUsed:
    """A key that was read and checked, but has no effect in this version, and why."""

    path: str
    why: str


Table: TypeAlias = Mapping[str, Mapping[str, Cell]]
"""option id -> standpoint id -> cell."""


@record
class Case:
    """A case as written: every mapping is in the order of the file and read-only.

    `payoffs` are the effects of this choice, `general` the burdens if a principle permitting the
    option were generally accepted (complete: cells not given are those of `payoffs`; empty when
    the case gives no numbers). `regions` tells apart what intervals leave open, in words: under
    the empty name for the whole case, or a name for each source (then an outer bound). `text` is
    the story behind the case; `influence` how much say each person has under an option; `file`
    and `lines`, which maps a dotted path to a line number, are only for messages. `written` is
    the whole text the case was read from (JSON where it was a mapping), so that a report can be
    run again; `places` maps the paths of what is read late (game, rules, frameworks, tables) to
    line, column and length. `old_keys` are warnings about keys by names they had before.
    """

    title: str
    options: Mapping[str, Option]
    id: str = "case"
    question: str = ""
    source: str | None = None
    text: str | None = None
    tags: tuple[str, ...] = ()
    context: Mapping[str, Any] = field(default_factory=nothing)
    standpoints: Mapping[str, Standpoint] = field(default_factory=nothing)
    facts: Mapping[str, Fact] = field(default_factory=nothing)
    scale: Scale = field(default_factory=Scale)
    payoffs: Table = field(default_factory=nothing)
    general: Table = field(default_factory=nothing)
    universal: Mapping[str, Universal | UniversalShape] = field(default_factory=nothing)
    influence: Table = field(default_factory=nothing)
    frameworks: tuple[FrameworkUse, ...] = ()
    norms: Mapping[str, Norm] = field(default_factory=nothing)
    compliance: Compliance = Compliance.MERE
    reasons: tuple[StatedReason, ...] = ()
    priorities: tuple[Priority, ...] = ()
    challenges: Mapping[str, Challenge] = field(default_factory=nothing)
    considered: tuple[Considered, ...] = ()
    credences: Mapping[str, Fraction] = field(default_factory=nothing)
    game: Mapping[str, Any] = field(default_factory=nothing)
    rules: Mapping[str, Any] = field(default_factory=nothing)
    regions: Mapping[str, tuple[str, ...]] = field(default_factory=nothing)
    not_used: tuple[NotUsed, ...] = ()
    sha256: str = ""
    file: str | None = field(default=None, compare=False)
    lines: Mapping[str, int] = field(default_factory=nothing, compare=False)
    written: str = field(default="", compare=False)
    places: Mapping[str, tuple[int, int, int]] = field(default_factory=nothing, compare=False)
    old_keys: tuple[Problem, ...] = field(default=(), compare=False)


def must_be_case(found: object, call: str) -> None:
    """Raises: TypeError for what is no case, with how to come by one."""
    if not isinstance(found, Case):
        named = f"{found!r:.60}" if isinstance(found, str) else "..."
        raise TypeError(
            f"{call}() is about a Case, and {type(found).__name__} is given; write "
            f"{call}(argue.load_case({named}))"
        )
