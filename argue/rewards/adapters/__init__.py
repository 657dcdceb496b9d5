"""A judge, and norms over time, at the interfaces of reinforcement learning.

Each module is one interface and loads its library when it is asked for: gymnasium (single
environments, vectors of them, one reward a principle) and PettingZoo. What only needs numpy, the
reading of actions and the shields of norms over time, needs neither.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from argue.errors import ArgueError

if TYPE_CHECKING:
    from argue.rewards.adapters.deeds import Deeds as Deeds
    from argue.rewards.adapters.gymnasium import JudgedEnv as JudgedEnv
    from argue.rewards.adapters.monitored import MonitoredEnv as MonitoredEnv
    from argue.rewards.adapters.pettingzoo import JudgedParallelEnv as JudgedParallelEnv
    from argue.rewards.adapters.principles import PrinciplesEnv as PrinciplesEnv
    from argue.rewards.adapters.rewarding import Mode as Mode
    from argue.rewards.adapters.rewarding import Rewarding as Rewarding
    from argue.rewards.adapters.rewarding import ShapingWarning as ShapingWarning
    from argue.rewards.adapters.shields import Shield as Shield
    from argue.rewards.adapters.vectors import JudgedVectorEnv as JudgedVectorEnv

_PLACES = {
    "Deeds": "deeds",
    "JudgedEnv": "gymnasium",
    "JudgedParallelEnv": "pettingzoo",
    "JudgedVectorEnv": "vectors",
    "Mode": "rewarding",
    "MonitoredEnv": "monitored",
    "PrinciplesEnv": "principles",
    "Rewarding": "rewarding",
    "Shield": "shields",
    "ShapingWarning": "rewarding",
}
"""Public name -> the module here that it is loaded from."""

LIBRARIES = {"gymnasium": "rl", "pettingzoo": "rl", "numpy": "rewards"}
"""Library -> the extra that brings it."""

__all__ = [
    "Deeds",
    "JudgedEnv",
    "JudgedParallelEnv",
    "JudgedVectorEnv",
    "Mode",
    "MonitoredEnv",
    "PrinciplesEnv",
    "Rewarding",
    "ShapingWarning",
    "Shield",
]


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module 'argue.rewards.adapters' has no attribute {name!r}")
    try:
        value = getattr(import_module(f"argue.rewards.adapters.{_PLACES[name]}"), name)
    except ModuleNotFoundError as error:
        library = (error.name or "").partition(".")[0]
        if library not in LIBRARIES:
            raise
        extra = LIBRARIES[library]
        raise ArgueError(f"{name} needs {library}: pip install 'argue-norms[{extra}]'") from error
    globals()[name] = value
    return value
