"""Which arguments of a graph can be accepted together: semantics, and questions about them."""

from argue.semantics.definitions import Extension
from argue.semantics.grounded import grounded_labelling
from argue.semantics.labelling import Label, Labelling, is_complete_labelling, labelling_of
from argue.semantics.table import TABLE, Semantics
from argue.semantics.tasks import (
    Acceptance,
    Mode,
    accepted,
    count,
    enumerated,
    extensions,
    labellings,
    one,
)

__all__ = [
    "TABLE",
    "Acceptance",
    "Extension",
    "Label",
    "Labelling",
    "Mode",
    "Semantics",
    "accepted",
    "count",
    "enumerated",
    "extensions",
    "grounded_labelling",
    "is_complete_labelling",
    "labelling_of",
    "labellings",
    "one",
]
