"""The grounded labelling round by round. Source: [Dung95]; the rounds of [ModgilCaminada09].

A round accepts everything all of whose attackers are rejected, and rejects what these attack.
"""

from __future__ import annotations

from argue.model.af import AF
from argue.semantics.definitions import Extension, characteristic, range_of

NOTHING: Extension = frozenset()


def accepted_after(af: AF, rounds: int) -> Extension:
    """Answers what is accepted after so many rounds: the characteristic function, iterated."""
    members = NOTHING
    for _ in range(rounds):
        members = characteristic(af, members)
    return members


def rejected_after(af: AF, rounds: int) -> Extension:
    """Answers what is rejected after so many rounds: what the accepted arguments attack."""
    accepted = accepted_after(af, rounds)
    return range_of(af, accepted) - accepted


def accepted_in_round(af: AF, number: int) -> Extension:
    """Answers what a round accepts that was not accepted before it, the first being 1."""
    return accepted_after(af, number) - accepted_after(af, number - 1)


def rounds_of(af: AF) -> int:
    """Answers how many rounds accept something."""
    number = 0
    while accepted_in_round(af, number + 1):
        number += 1
    return number
