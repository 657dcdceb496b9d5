"""Preference learning from verdicts: labels for pairs, few labels spread over many, data sets.

comparing    which of two courses of acts verdicts prefer, undecided kept at one half
gathering    labels for pairs of trajectory fragments, as `imitation` asks for them
spreading    a few labels carried over to many pairs by arguing from analogy and transitivity
texts        reward functions for TRL and OpenRLHF, which judge what a text decides
columns      rows of preference and label data sets, with their justification, as JSON lines
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argue.rewards.preferences.columns import label_rows as label_rows
    from argue.rewards.preferences.columns import preference_rows as preference_rows
    from argue.rewards.preferences.columns import write_jsonl as write_jsonl
    from argue.rewards.preferences.comparing import compared as compared
    from argue.rewards.preferences.gathering import FragmentLabels as FragmentLabels
    from argue.rewards.preferences.gathering import gatherer as gatherer
    from argue.rewards.preferences.justification import Judged as Judged
    from argue.rewards.preferences.spreading import Said as Said
    from argue.rewards.preferences.spreading import spread as spread
    from argue.rewards.preferences.texts import openrlhf_reward as openrlhf_reward
    from argue.rewards.preferences.texts import trl_reward as trl_reward

_PLACES = {
    "FragmentLabels": "gathering",
    "Judged": "justification",
    "Said": "spreading",
    "compared": "comparing",
    "gatherer": "gathering",
    "label_rows": "columns",
    "openrlhf_reward": "texts",
    "preference_rows": "columns",
    "spread": "spreading",
    "trl_reward": "texts",
    "write_jsonl": "columns",
}
"""Public name -> the module of this package it is loaded from."""

__all__ = [
    "FragmentLabels",
    "Judged",
    "Said",
    "compared",
    "gatherer",
    "label_rows",
    "openrlhf_reward",
    "preference_rows",
    "spread",
    "trl_reward",
    "write_jsonl",
]


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module 'argue.rewards.preferences' has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
    globals()[name] = value
    return value
