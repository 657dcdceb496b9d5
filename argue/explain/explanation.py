"""What an explanation consists of: supports, failures, and what could not be explained."""

from __future__ import annotations

from argue.explain.circumstances import Given
from argue.model.record import record
from argue.model.verdict import Label


@record
class Support:
    """The least that makes an argument accepted, or rejected, under what is given.

    `arguments` suffice; `necessary` are those of them that are in every set that suffices.
    `over_determined` says that no single reason is necessary; `smallest` that no smaller set was
    left unexamined.
    """

    target: str
    label: Label
    given: Given
    arguments: tuple[str, ...]
    necessary: tuple[str, ...]
    over_determined: bool
    smallest: bool
    text: str


@record
class Failure:
    """The best argument of the losing side, and the arguments that defeat it."""

    argument: str
    defeated_by: tuple[str, ...]
    text: str


@record
class Why:
    """Why something stands as it does: supports of both sides where it is contested.

    `floating` says that all positions agree, for different reasons. `unexplained` are the labels
    for which no sufficient set was found, with the reason.
    """

    target: str
    standing: str
    supports: tuple[Support, ...]
    failures: tuple[Failure, ...] = ()
    floating: bool = False
    unexplained: tuple[str, ...] = ()
    rather_than: str | None = None

    @property
    def sentences(self) -> tuple[str, ...]:
        """The explanation, sentence by sentence."""
        floating = ("All positions agree on this, though not for one and the same reason.",)
        return (
            self.standing,
            *(s.text for s in self.supports),
            *(floating if self.floating else ()),
            *(f.text for f in self.failures),
            *self.unexplained,
        )
