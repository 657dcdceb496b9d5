"""The semantics: one row each, with its definition, its code and where it comes from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from argue.model.af import AF
from argue.semantics import definitions
from argue.semantics.definitions import Extensions


class Semantics(StrEnum):
    """What makes a set of arguments acceptable together."""

    CONFLICT_FREE = "conflict-free"
    NAIVE = "naive"
    ADMISSIBLE = "admissible"
    COMPLETE = "complete"
    GROUNDED = "grounded"
    PREFERRED = "preferred"
    STABLE = "stable"
    SEMI_STABLE = "semi-stable"
    STAGE = "stage"
    IDEAL = "ideal"
    EAGER = "eager"


@dataclass(frozen=True, slots=True)
class Row:
    """A semantics: the paper's definition, its code in competitions, and where it comes from.

    `unique` says that every graph has exactly one extension, `may_be_none` that some have none.
    """

    definition: Callable[[AF], Extensions]
    code: str
    source: str
    unique: bool = False
    may_be_none: bool = False


TABLE: Mapping[Semantics, Row] = MappingProxyType(
    {
        Semantics.CONFLICT_FREE: Row(definitions.conflict_free, "CF", "[Dung95], Def. 5"),
        Semantics.NAIVE: Row(definitions.naive, "NA", "[BDKT97]"),
        Semantics.ADMISSIBLE: Row(definitions.admissible, "AD", "[Dung95], Def. 6"),
        Semantics.COMPLETE: Row(definitions.complete, "CO", "[Dung95], Def. 23"),
        Semantics.GROUNDED: Row(definitions.grounded, "GR", "[Dung95], Def. 20", unique=True),
        Semantics.PREFERRED: Row(definitions.preferred, "PR", "[Dung95], Def. 7"),
        Semantics.STABLE: Row(definitions.stable, "ST", "[Dung95], Def. 13", may_be_none=True),
        Semantics.SEMI_STABLE: Row(definitions.semi_stable, "SST", "[Caminada06b]"),
        Semantics.STAGE: Row(definitions.stage, "STG", "[Verheij96]"),
        Semantics.IDEAL: Row(definitions.ideal, "ID", "[DMT07]", unique=True),
        Semantics.EAGER: Row(definitions.eager, "EA", "[Caminada07]", unique=True),
    }
)
