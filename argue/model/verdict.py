"""The words of a verdict: what an option is, what a case comes to, what each source says."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

from argue.model.case import nothing
from argue.model.record import field, record


class Label(StrEnum):
    """Where an argument stands in one labelling."""

    IN = "in"
    OUT = "out"
    UNDEC = "undec"


class Status(StrEnum):
    """What an option is, over all coherent positions."""

    OBLIGATORY = "obligatory"
    PERMISSIBLE = "permissible"
    CONTESTED = "contested"
    UNRESOLVED = "unresolved"
    IMPERMISSIBLE = "impermissible"
    UNDEFINED = "undefined"


class Outcome(StrEnum):
    """What the whole case comes to."""

    DECIDED = "decided"
    CONTESTED = "contested"
    UNRESOLVED = "unresolved"
    SILENT = "silent"
    UNDEFINED = "undefined"


class Basis(StrEnum):
    """Whether anything was said about an option, or nothing spoke about it at all."""

    DEFENDED = "defended"
    UNOPPOSED = "unopposed"


class Word(StrEnum):
    """What one source alone says of an option."""

    REQUIRED = "required"
    ALLOWED = "allowed"
    FORBIDDEN = "forbidden"
    CONTESTED = "contested"
    UNRESOLVED = "unresolved"
    INDIFFERENT = "indifferent"
    SILENT = "silent"
    UNDEFINED = "undefined"


@record
class Position:
    """A coherent outcome, and the least that brings it about.

    `permissible` and `undecided` options; the others are ruled out. `priorities`, `facts`,
    `challenges` and `numbers` (regions, by the id of the argument that says so) are a minimal set
    of settlements under which this is the only position (empty where the source's own inner
    conflict keeps it from being the only one: `settles` is False).
    """

    permissible: frozenset[str]
    undecided: frozenset[str] = frozenset()
    priorities: tuple[tuple[str, str], ...] = ()
    facts: Mapping[str, bool] = field(default_factory=nothing)
    challenges: Mapping[str, bool] = field(default_factory=nothing)
    numbers: tuple[str, ...] = ()
    settles: bool = True

    def label(self, option: str) -> Label:
        """Answers where the permission of this option stands."""
        if option in self.permissible:
            return Label.IN
        return Label.UNDEC if option in self.undecided else Label.OUT


class MoveKind(StrEnum):
    """What one may do to decide a contested case."""

    SET_ASIDE = "set aside"
    SETTLE_FACT = "settle"
    UPHOLD = "uphold"
    DISMISS = "dismiss"


@record
class Move:
    """One move: a source set aside, a fact settled, a raised challenge upheld or dismissed."""

    kind: MoveKind
    name: str
    holds: bool = True

    def __str__(self) -> str:
        if self.kind is MoveKind.SETTLE_FACT:
            return self.name if self.holds else f"not {self.name}"
        if self.kind is MoveKind.SET_ASIDE:
            return f"set aside {self.name}"
        return f"{self.name} {'upheld' if self.holds else 'dismissed'}"


@record
class Crux:
    """A smallest set of moves after which the case is decided, and how it then stands."""

    moves: tuple[Move, ...]
    statuses: Mapping[str, Status]


@record
class Decisive:
    """A smallest set of priorities that decides the case, and how it then stands."""

    priorities: tuple[tuple[str, str], ...]
    statuses: Mapping[str, Status]


@record
class Dissent:
    """The smallest dissent from the leading option: whose, for what, by how much.

    `margin` is in the source's own unit, `share` is of the largest margin that source has here.
    """

    source: str
    prefers: str
    margin: Fraction
    share: Fraction


@record
class Leading:
    """The only option that loses no pairwise count of families, with the count."""

    option: str
    tally: Mapping[str, tuple[int, int]]
    dissent: Dissent | None = None


@record
class Branch:
    """One way the disputed facts and challenges fall, and what leads if they fall so."""

    facts: Mapping[str, bool]
    challenges: Mapping[str, bool]
    leading: Leading | None = None
    numbers: tuple[str, ...] = ()

    def __str__(self) -> str:
        settled = {**self.facts, **self.challenges}
        said = [n if v else f"not {n}" for n, v in settled.items()]
        return ", ".join([*said, *self.numbers]) or "always"


@record
class RuledOut:
    """An option out in every position: by consensus for one of `preferred`, or otherwise.

    `nobodys_worst` says that no source ranks it last, so that a compromise is known as one.
    """

    option: str
    preferred: tuple[str, ...] = ()
    nobodys_worst: bool = False

    def __str__(self) -> str:
        if self.preferred:
            return f"consensus: {', '.join(self.preferred)}"
        clause = ", though no source's worst" if self.nobodys_worst else ""
        return f"ruled out in every position{clause}"


@record
class Shared:
    """How widely a verdict is shared, and what it hangs on; nothing here is averaged.

    `allowed_by` counts for each option the families that allow it, of those that speak.
    `complete` is False where a search stopped at its bound.
    """

    allowed_by: Mapping[str, tuple[int, int]]
    branches: tuple[Branch, ...] = ()
    ruled_out: tuple[RuledOut, ...] = ()
    crux: tuple[Crux, ...] = ()
    decisive: tuple[Decisive, ...] = ()
    complete: bool = True


class AttributionKind(StrEnum):
    """What makes an option contested."""

    FACT = "fact"
    CHALLENGE = "challenge"
    RANKING = "ranking"
    NUMBERS = "numbers"
    INTERNAL = "internal"


@record
class Attribution:
    """One thing that an option's being contested is due to."""

    kind: AttributionKind
    name: str = ""

    def __str__(self) -> str:
        return f"{self.kind} {self.name}".strip()


@record
class Notice:
    """Something a reader of the verdict should know; `path` is where in the case."""

    code: str
    path: str
    text: str


@record
class Compared:
    """A considered judgement, what the analysis says instead, and whether the two agree."""

    option: str
    expected: str
    got: str
    agrees: bool
    by: str | None = None


@record
class Proposal:
    """A norm that its own principles speak against, here, and what they would have instead.

    `complying` are the options that comply with it, all of them ruled out by the principles;
    `instead` what these permit; `acted` whether the norm fell silent, having authority to. `ways`
    is how keeping the norm, adding an exception (except) and dropping it stand by its principles,
    empty if they were not compared; `change` the smallest way that may be gone, empty if none.
    """

    norm: str
    principles: tuple[str, ...]
    complying: tuple[str, ...]
    instead: tuple[str, ...]
    acted: bool
    change: str = ""
    ways: Mapping[str, Status] = field(default_factory=nothing)
