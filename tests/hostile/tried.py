"""Which attacks are tried on which outputs: a share of all pairs, or with EVERY_CASE=1 all."""

import os
from collections.abc import Iterable

from tests.hostile.attacks import ATTACKS, Attack

EVERY = os.environ.get("EVERY_CASE") == "1"
"""Whether every attack is tried on every output; else each output is given a share of them."""


def pairs(outputs: Iterable[str], share: int) -> list[tuple[str, Attack]]:
    """Outputs with attacks on them: all, or of each a share that begins elsewhere."""
    return [
        (name, attack)
        for place, name in enumerate(outputs)
        for number, attack in enumerate(ATTACKS)
        if EVERY or (number + place) % share == 0
    ]


def named(value: object) -> str:
    """What a test is called after."""
    return value.name if isinstance(value, Attack) else str(value)
