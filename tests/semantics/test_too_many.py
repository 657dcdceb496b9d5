"""Graphs of exponentially many extensions: what needs no list of them needs none."""

import time
from itertools import islice

import pytest

from argue.errors import LimitExceeded, OutOfBudget
from argue.model.af import AF
from argue.semantics import Semantics, accepted, count, enumerated, extensions, one
from argue.semantics import tasks as asking
from argue.semantics.competition import answer, task_of
from argue.semantics.session import GraphSession
from argue.semantics.solving import solver

PAIRS = AF.parse(" ".join(f"a{i}<->b{i}" for i in range(50)))
"""Its extensions are 2^50 under preferred, stable, semi-stable and stage semantics."""


def test_eager_needs_no_list_of_the_semi_stable_extensions():
    assert one(PAIRS, "eager") == frozenset()
    assert not accepted(PAIRS, "eager", "a7")
    # every extension has d too, though none of what defends it is in all of them
    led = AF.parse(" ".join(f"a{i}<->b{i} a{i}->c b{i}->c" for i in range(30)) + " c->d e->f")
    assert one(led, "eager") == {"e"}
    assert accepted(led, "semi-stable", "d", "sceptical")


@pytest.mark.parametrize("semantics", ["preferred", "stable", "semi-stable", "stage", "naive"])
def test_they_are_counted_without_a_list(semantics: str):
    assert count(PAIRS, semantics) == 2**50


def test_a_list_that_time_ends_holds_what_was_found_by_then():
    found = answer(PAIRS, task_of("EE-PR"), deadline=time.monotonic() + 0.5)
    lines: list[str] = []
    with pytest.raises(OutOfBudget, match="partial answer: time ran out after") as caught:
        for line in found:
            lines.append(line)
    assert len(lines) == len(set(lines)) > 0
    assert f"after {len(lines)} extensions" in str(caught.value)


def test_a_count_that_time_ends_says_what_can_be_asked_instead():
    with pytest.raises(OutOfBudget, match="allow more, or ask for one"):
        list(answer(PAIRS, task_of("CE-PR"), deadline=time.monotonic() - 1))


def test_extensions_are_answered_together_up_to_a_number_of_members(
    monkeypatch: pytest.MonkeyPatch,
):
    graph = AF.parse("a<->b c<->d")
    assert len(extensions(graph, "preferred")) == 4
    monkeypatch.setattr(asking, "MOST_MEMBERS", 7)
    for ask in (extensions, lambda af, name: GraphSession(af).extensions(name)):
        with pytest.raises(LimitExceeded, match="more than 7 members in all; ask for one"):
            ask(graph, Semantics.PREFERRED)
    assert len(list(enumerated(graph, "preferred"))) == 4


def test_of_a_component_with_too_many_the_first_that_were_found_are_put_in_order(
    monkeypatch: pytest.MonkeyPatch,
):
    graph = AF.parse("a<->b b<->c c<->a d<->e")
    every = set(enumerated(graph, "preferred"))
    assert len(every) == 6
    monkeypatch.setattr(solver, "MOST_HELD", 2)
    found = enumerated(graph, "preferred")
    first = list(islice(found, 4))
    assert len(set(first)) == 4 and set(first) < every
    with pytest.raises(LimitExceeded, match="--limit N lists the first N extensions"):
        next(found)
    assert len(list(enumerated(graph, "preferred", limit=6))) == 6
