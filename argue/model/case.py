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
from argue.model.deprecating import renamed_attribute
from argue.model.record import field, record


class FactStatus(StrEnum):
    """How a fact stands; `assumed` counts as agreed and is listed as an assumption."""

    AGREED = "agreed"
    ASSUMED = "assumed"
    DISPUTED = "disputed"
    DENIED = "denied"


class ChallengeStatus(StrEnum):
    """A raised challenge is counted both ways, an accepted one stands, a refuted one is gone."""

    RAISED = "raised"
    ACCEPTED = "accepted"
    REFUTED = "refuted"


class Modality(StrEnum):
    """What a norm does with the options it names."""

    FORBID = "forbid"
    REQUIRE = "require"
    PERMIT = "permit"


class Compliance(StrEnum):
    """Whether norms bind by their letter, their purpose, or the principles behind them."""

    MERE = "mere"
    WILFUL = "wilful"
    ENLIGHTENED = "enlightened"


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


class Shape(StrEnum):
    """How the utility of an act depends on how many do it."""

    THRESHOLD = "threshold"
    AGGREGATION = "aggregation"
    COORDINATION = "coordination"


@record
class Maxim:
    """What is said of doing an option as everyone's practice, beside its utility.

    `own` is the agent's own utility if everyone does it and if nobody does; `means` the chance
    that it brings about what it is done for, if everyone does it and if only the agent does.
    """

    conceivable: bool = True
    own: tuple[Fraction, Fraction] | None = None
    means: tuple[Fraction, Fraction] | None = None


@record
class Universal:
    """Utility if everyone does the option, and if nobody does; an omission has both 0."""

    everyone: Cell
    nobody: Cell
    refrain: bool = False
    maxim: Maxim = Maxim()


@record
class UniversalShape:
    """Utility of an option by the number of people who do it.

    Of `population` persons, `interested` (the agent among them) would do it if they felt free to.
    `threshold` holds the numbers of people at which harm begins and at which it is complete;
    `gain` is the utility below harm, `loss` the harm at collapse (positive).
    """

    shape: Shape
    population: Fraction
    interested: Fraction
    gain: Fraction = Fraction(0)
    loss: Fraction = Fraction(0)
    threshold: tuple[Fraction, Fraction] | None = None
    maxim: Maxim = Maxim()


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
class Pattern:
    """What must never, always or at some time hold (`what`) along a trace, and in which scope.

    `kind` is never, always or achieve; conditions are texts such as `asked & !answered`, `within`
    counts steps.
    """

    kind: str
    what: str
    after: str | None = None
    until: str | None = None
    before: str | None = None
    within: int | None = None


@record
class Norm:
    """A rule somebody is bound by; as a source of reasons it is called `norm:<id>`.

    What it demands over time (`ltl`, `pattern`) is held against the options' traces before the
    case is argued about: `repaired_by` are the options that breach it there and make it good,
    `courses` says of each option that breaches it when and how. `limits` bound features of the
    options. A rival interpretation of a norm is a norm of its own, `reading_of` that one.
    """

    id: str
    text: str
    role: str | None = None
    by: str | None = None
    modality: Modality = Modality.FORBID
    breached_by: tuple[str, ...] = ()
    when: Condition = ()
    ltl: str | None = None
    purpose: str | None = None
    frustrates_purpose: tuple[str, ...] = ()
    purpose_exempts: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    principles: tuple[str, ...] = ()
    permits: tuple[str, ...] = ()
    reparation: str | None = None
    rank: Fraction = Fraction(0)
    authority: str = "propose"
    source: str | None = None
    special_to: tuple[str, ...] = ()
    since: Fraction | None = None
    pattern: Pattern | None = None
    repaired_by: tuple[str, ...] = ()
    courses: Mapping[str, str] = field(default_factory=nothing)
    limits: Mapping[str, Fraction] = field(default_factory=nothing)
    reading_of: str | None = None

    @property
    def source_id(self) -> str:
        """The norm's name among the sources of reasons."""
        return f"norm:{self.id}"

    @property
    def family(self) -> str:
        """The name under which the norm counts; the interpretations of one norm count as one."""
        return f"norm:{self.reading_of or self.id}"


@record
class StatedReason:
    """A reason somebody gives for one option over another, where no burden says it."""

    id: str
    by: str
    favours: str
    over: str
    because: Condition = ()
    strength: Fraction = Fraction(1)
    text: str = ""
    source: str | None = None


@record
class Priority:
    """One source outranks another; `norms` on either side means every norm."""

    id: str
    higher: str
    lower: str
    because: str | None = None
    when: Condition = ()
    by: str | None = None


class TargetKind(StrEnum):
    """What a challenge is directed against."""

    SOURCE = "source"
    REPLY = "reply"
    PRIORITY = "priority"
    REASON = "reason"
    CHALLENGE = "challenge"


@record
class Target:
    """What a challenge is directed against.

    `name` is a source (framework, `norm:<id>` or a stated reason's `by`), a priority, a stated
    reason or a challenge; of a reply also `cap` and `prerogative`. The other fields narrow it to
    one comparison: `voice` is the standpoint whose complaint it is, `by` the standpoint a reply
    speaks for, or the critical question it answers.
    """

    kind: TargetKind
    name: str
    voice: str | None = None
    better: str | None = None
    worse: str | None = None
    by: str | None = None


@record
class Challenge:
    """A doubt somebody raises; `factor` is what a challenged complaint is multiplied by.

    `condition` (the keys `if` and, when it names facts, `because`) must hold for the challenge to
    stand; `because` is the text given with an accepted one. `universal` is what universalization
    reads of the option challenged while the challenge stands; its reasons fall if None.
    """

    id: str
    against: Target
    status: ChallengeStatus = ChallengeStatus.RAISED
    question: str | None = None
    because: str | None = None
    condition: Condition = ()
    factor: Fraction = Fraction(0)
    by: str | None = None
    text: str = ""
    universal: Universal | UniversalShape | None = None
    cq = renamed_attribute("cq", "question", since="0.1.0")


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
