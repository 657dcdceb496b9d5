"""Scale: verdicts on thousands to millions of cases or rows, on many cores or a cluster.

from argue.rewards import scale

for row in scale.batch(["a.yaml", "mask-mandate", {"case": "mask-mandate", "facts": {...}}]):
    row["outcome"] if "error" not in row else row["error"]["message"]
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argue.rewards.scale.lines import Summary as Summary
    from argue.rewards.scale.many_cases import batch as batch
    from argue.rewards.scale.many_cases import batched as batched
    from argue.rewards.scale.many_rows import label as label
    from argue.rewards.scale.many_rows import labelled as labelled
    from argue.rewards.scale.run import rows_of as rows_of
    from argue.rewards.scale.run import written as written

_PLACES = {
    "Summary": "argue.rewards.scale.lines",
    "batch": "argue.rewards.scale.many_cases",
    "batched": "argue.rewards.scale.many_cases",
    "label": "argue.rewards.scale.many_rows",
    "labelled": "argue.rewards.scale.many_rows",
    "rows_of": "argue.rewards.scale.run",
    "written": "argue.rewards.scale.run",
}
"""Public name -> the module it is loaded from."""

__all__ = ["Summary", "batch", "batched", "label", "labelled", "rows_of", "written"]


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module 'argue.rewards.scale' has no attribute {name!r}")
    value = getattr(import_module(_PLACES[name]), name)
    globals()[name] = value
    return value
