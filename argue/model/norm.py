"""Norms of a case: what somebody is bound by, and how strictly it is taken."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

from argue.model.cells import Condition, nothing
from argue.model.record import field, record


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
    def binds(self) -> bool:
        """Whether it can be breached, and so favours some options over others: no permission."""
        return self.modality is not Modality.PERMIT

    @property
    def source_id(self) -> str:
        """The norm's name among the sources of reasons."""
        return f"norm:{self.id}"

    @property
    def family(self) -> str:
        """The name under which the norm counts; the interpretations of one norm count as one."""
        return f"norm:{self.reading_of or self.id}"
