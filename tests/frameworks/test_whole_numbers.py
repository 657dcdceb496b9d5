"""Which uses of frameworks may be handed whole numbers: those whose margins scale as they do."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction as F
from itertools import product
from typing import Any

import pytest

from argue import registry
from argue.construct.views import whole
from argue.model.numbers import EXACT
from frameworks.veil_rules import RULES
from tests.frameworks.seen import view_for

TABLES = (
    {"a": ["1/2", "5/3", 3], "b": [2, "1/3", "7/2"], "c": [1, 1, "5/2"]},
    {"a": [4, "9/2", "1/3"], "b": ["9/2", "1/3", 4], "c": ["1/3", 4, "9/2"]},
)
REJECTING = {
    "complaint": ("menu", "pairwise", "level"),
    "ties": ("numbers", "none"),
    "relevance": (F(1, 2), None),
    "aggregation": ("none", "local", "global"),
    "at_most": (None, F(3, 2)),
    "wronged_from": ("before", "menu"),
}
GIVEN = {"epsilon": 2, "kappa": F(1, 2), "floor": 2, "range": 3, "sufficiency": 3}


def uses() -> Sequence[tuple[str, dict[str, Any]]]:
    rejecting = [dict(zip(REJECTING, c, strict=True)) for c in product(*REJECTING.values())]
    return [
        *(("rejection", given) for given in rejecting if given["aggregation"] == "none"),
        *(("rejection", given) for given in rejecting if given["relevance"]),
        *(("veil", {"rule": rule, **GIVEN}) for rule in RULES),
        *(("pareto", {"form": form}) for form in ("strong", "weak")),
    ]


@pytest.mark.parametrize("name", ["rejection", "veil", "pareto"])
def test_in_whole_numbers_the_same_is_said_in_smaller_units(name: str):
    """Sums, differences and comparisons scale with the numbers; ceilings and curves do not."""
    kind = registry.framework(name)
    assert kind.whole
    scaled = []
    for table, (_, given) in product(TABLES, (use for use in uses() if use[0] == name)):
        seen = replace(
            view_for(kind, table, counts=[1, "3/2", 2], **given),
            levels=[F(1, 2), F(0), F(2)],
            factors=[[F(1), F(1, 2) if kind.complaints else F(1), F(2)]] * 3,
            wrongs={"uses_as_means": [[True, False, False], [False] * 3, [False] * 3]},
        )
        if not kind.whole(seen.parameters):
            continue
        smaller, by = whole(seen)
        one, other = kind.compare(seen, EXACT), kind.compare(smaller, EXACT)
        scaled.append(by)
        assert {key: F(margin) / by for key, margin in other.margins.items()} == one.margins
        for pair, both in other.complaints.items():
            assert [[F(c) / by for c in side] for side in both] == [
                *map(list, one.complaints[pair])
            ]
    assert scaled
    assert min(scaled) > 1
