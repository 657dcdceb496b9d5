"""Reward learning: a case compiled into a judge that keeps up with a simulator.

from argue import load_case, rewards

judge = rewards.compile(case, {"payoffs.take.others": {"stock": -2}, "facts.hungry": "food < 1"})
verdicts = judge({"stock": stocks, "food": foods})     # arrays of equally many rows
verdicts.statuses, verdicts.scores, verdicts.mask
judge.explain({"stock": 3.0, "food": 0.0})             # the full analysis of one row
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from argue.errors import ArgueError

if TYPE_CHECKING:
    from argue.rewards.codes import Code as Code
    from argue.rewards.judge import Judge as Judge
    from argue.rewards.judge import compile as compile
    from argue.rewards.verdicts import Verdicts as Verdicts

_PLACES = {
    "Code": "argue.rewards.codes",
    "Judge": "argue.rewards.judge",
    "Verdicts": "argue.rewards.verdicts",
    "compile": "argue.rewards.judge",
}
"""Public name -> the module it is loaded from."""

__all__ = ["Code", "Judge", "Verdicts", "compile"]


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module 'argue.rewards' has no attribute {name!r}")
    try:
        value = getattr(import_module(_PLACES[name]), name)
    except ModuleNotFoundError as error:
        if error.name != "numpy":
            raise
        raise ArgueError("argue.rewards needs numpy: pip install 'argue-norms[rewards]'") from error
    globals()[name] = value
    return value
