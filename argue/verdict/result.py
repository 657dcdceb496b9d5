"""An analysis: everything one run found about a case, frozen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, overload

from argue.construct.said import Source
from argue.errors import UnknownId
from argue.model.argument import Graph
from argue.model.case import Case, NotUsed, nothing
from argue.model.record import field, record
from argue.model.verdict import (
    Attribution,
    Basis,
    Compared,
    Label,
    Notice,
    Outcome,
    Position,
    Proposal,
    Shared,
    Status,
    Word,
)

if TYPE_CHECKING:
    from argue import Written
    from argue.explain.explanation import Why
    from argue.explain.flips import Flips
    from argue.verdict.chances import Chances


@record
class Setup:
    """What was asked for beside the case: settled facts, added priorities, kept frameworks.

    `semantics` is taken within each ranking and branch, or on the flat graph. `compliance` is the
    level asked for where the case has another; the analysed case has it.
    """

    facts: Mapping[str, bool] = field(default_factory=nothing)
    priorities: tuple[tuple[str, str], ...] = ()
    frameworks: tuple[str, ...] | None = None
    semantics: str = "preferred"
    flat: bool = False
    compliance: str | None = None


@record
class Analysis:
    """What a case comes to, and why: statuses, positions, what each source says, the graph.

    `given` is the case as it came, `case` as analysed, with the setup applied.
    `alone[source][option]` is what a source would say on its own; `labels[argument]` the labels
    an argument has in some position. `judged_under` answers the statuses of the case under another
    setup, by a deadline if there is one.
    """

    given: Case
    case: Case
    setup: Setup
    sources: tuple[Source, ...]
    graph: Graph
    outcome: Outcome
    statuses: Mapping[str, Status]
    flags: Mapping[str, tuple[str, ...]]
    basis: Mapping[str, Basis]
    positions: tuple[Position, ...]
    alone: Mapping[str, Mapping[str, Word]]
    shared: Shared
    attribution: Mapping[str, tuple[Attribution, ...]]
    considered: tuple[Compared, ...]
    residue: tuple[str, ...]
    supererogatory: tuple[str, ...]
    notices: tuple[Notice, ...]
    proposals: tuple[Proposal, ...]
    labels: Mapping[str, frozenset[Label]]
    judged_under: Callable[[Setup, float | None], Mapping[str, Status]] = field(compare=False)
    not_used: tuple[NotUsed, ...] = ()

    @property
    def dilemma(self) -> bool:
        """Whether something is left over whatever is done."""
        return bool(self.residue)

    def status(self, option: str) -> Status:
        """Answers the status of an option; raises UnknownId."""
        if option not in self.statuses:
            raise UnknownId("option", option, self.statuses)
        return self.statuses[option]

    @cached_property
    def chances(self) -> Chances:
        """How probable each status is, by the credences of disputed facts."""
        from argue.verdict.chances import chances  # noqa: PLC0415  (rare; it reads this class)

        return chances(self)

    def to_dict(self) -> dict[str, Any]:
        """Answers the analysis as plain data for JSON, schema `argue/analysis/v1`."""
        from argue.verdict.data import data_of  # noqa: PLC0415  (it reads this class)

        return data_of(self)

    if TYPE_CHECKING:  # what the package adds to this class from the layers above it

        def report(self, form: str = "text", audience: str = "analyst") -> Written:
            """Answers the full report in a format."""
            ...

        def why(self, target: str, *, rather_than: str | None = None) -> Why:
            """Answers why an option, an argument or a position stands as it does."""
            ...

        def why_not(self, target: str) -> Why:
            """Answers why an option or an argument is not accepted."""
            ...

        @overload
        def flips(self, option: str, *, most: int = 2, timeout: float | None = None) -> Flips: ...
        @overload
        def flips(
            self, option: None = None, *, most: int = 2, timeout: float | None = None
        ) -> Mapping[str, Flips]: ...
        def flips(
            self, option: str | None = None, *, most: int = 2, timeout: float | None = None
        ) -> Flips | Mapping[str, Flips]:
            """Answers the smallest changes that give one option, or each, another status."""
            ...
