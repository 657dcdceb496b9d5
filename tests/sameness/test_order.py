"""The order of keys in a case file decides in which order things are told, and nothing else."""

import os
import random
import re
from functools import cache
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from argue.analysis import analyze
from argue.io.bundled import bundled_ids, bundled_text
from argue.io.case import load_case
from argue.verdict.result import Analysis
from tests.bundled import ALWAYS

ORDERED = ("kidney", "mask-mandate-exemptions", "tax", "what-is-a-vehicle")
SHARE = bundled_ids() if os.environ.get("EVERY_CASE") == "1" else ALWAYS
PLAIN = re.compile(r"-?[\d./]+(e-?\d+)?|true|false|absent|refrain")
"""What is no text where it stands without quotes."""


def mixed(value: Any, drawn: random.Random) -> Any:
    """The same with the keys of every mapping in another order; lists stay as they are."""
    if isinstance(value, dict):
        keys = list(value)
        drawn.shuffle(keys)
        return {key: mixed(value[key], drawn) for key in keys}
    return [mixed(one, drawn) for one in value] if isinstance(value, list) else value


def as_yaml(value: Any) -> str:
    """A tree of text as YAML, numbers and flags as they were written."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{as_yaml(k)}: {as_yaml(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(as_yaml, value)) + "]"
    return (
        value if PLAIN.fullmatch(value) else yaml.dump(value, default_style='"', width=9**9).strip()
    )


def verdict(analysis: Analysis) -> dict[str, Any]:
    """What must not change: as sets where the order is that of the file.

    A search that ended at its bound has found what came first, so that its result does not count.
    """
    data = analysis.to_dict()
    shared = data["shared"]
    return {
        "statuses": dict(analysis.statuses),
        "outcome": data["outcome"],
        "alone": analysis.alone,
        "leading": sorted(str((one["leading"] or {}).get("option")) for one in shared["leading"]),
        "ruled out": {one["option"] for one in shared.get("ruled_out", ())},
        "positions": {
            (frozenset(one["permissible"]), frozenset(one.get("undecided", ())))
            for one in data["positions"]
        },
        "arguments": len(data["graph"]["arguments"]),
        "attacks": len(data["graph"]["attacks"]),
    }


def of(tree: Any) -> dict[str, Any]:
    return verdict(analyze(load_case(as_yaml(tree))))


@cache
def bundled(name: str) -> tuple[Any, dict[str, Any]]:
    """A bundled case as a tree of text, and what it comes to."""
    return yaml.load(bundled_text(name), Loader=yaml.BaseLoader), verdict(analyze(load_case(name)))


@pytest.mark.parametrize("name", SHARE)
def test_a_bundled_case_means_the_same_with_its_keys_in_another_order(name: str):
    tree, expected = bundled(name)
    assert of(mixed(tree, random.Random(name))) == expected


@given(name=st.sampled_from(ORDERED), seed=st.integers(0, 2**32))
def test_no_order_of_keys_changes_what_holds(name: str, seed: int):
    tree, expected = bundled(name)
    assert of(mixed(tree, random.Random(seed))) == expected
