"""What a verdict hangs on: sets that decide it when carried out, and that are smallest."""

from copy import deepcopy
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from argue.analysis import analyze
from argue.io.case import load_case
from argue.model.verdict import Move, MoveKind, Outcome
from argue.verdict.search import MOST_MOVES, smallest_sets
from tests.laws.cases import SOME, documents
from tests.laws.changes import with_entry
from tests.laws.drawing import Document

OPEN = documents("levels counts general universal facts norms reasons challenges priorities")


def carried_out(case: Document, moves: tuple[Move, ...]) -> Document:
    """The case as it would have been written with these moves made."""
    changed = deepcopy(case)
    for move in moves:
        if move.kind is MoveKind.SETTLE_FACT:
            changed["facts"][move.name]["status"] = "agreed" if move.holds else "denied"
        for challenge in changed.get("challenges", ()):
            if challenge["id"] == move.name and move.kind is MoveKind.UPHOLD:
                challenge |= {"status": "accepted", "because": "it was so decided"}
            elif challenge["id"] == move.name and move.kind is MoveKind.DISMISS:
                challenge["status"] = "refuted"
        if move.kind is MoveKind.SET_ASIDE:
            against = {"source": move.name}
            silenced = {"id": f"aside_{len(changed.get('challenges', ()))}", "against": against}
            silenced |= {"status": "accepted", "because": "set aside"}
            changed = with_entry(changed, "challenges", silenced)
    return changed


@SOME
@given(OPEN)
def test_a_crux_decides_the_case_when_it_is_carried_out(case: Document):
    analysis = analyze(load_case(case))
    for crux in analysis.shared.crux:
        after = analyze(load_case(carried_out(case, crux.moves)))
        assert after.outcome is Outcome.DECIDED
        assert after.statuses == crux.statuses
    sizes = {len(crux.moves) for crux in analysis.shared.crux}
    assert len(sizes) <= 1
    assert max(sizes, default=0) <= MOST_MOVES
    assert bool(analysis.shared.crux) <= (analysis.outcome is not Outcome.DECIDED)


@SOME
@given(OPEN)
def test_decisive_priorities_decide_the_case_and_none_can_be_left_out(case: Document):
    analysis = analyze(load_case(case))
    for found in analysis.shared.decisive:
        declared = analyze(load_case(case), priorities=found.priorities)
        assert declared.statuses == found.statuses
        assert declared.outcome is Outcome.DECIDED
        for fewer in combinations(found.priorities, len(found.priorities) - 1):
            assert analyze(load_case(case), priorities=fewer).outcome is not Outcome.DECIDED


@SOME
@given(OPEN)
def test_what_a_position_names_leaves_only_that_position(case: Document):
    analysis = analyze(load_case(case))
    for position in analysis.positions:
        if not position.settles or len(analysis.positions) == 1:
            continue
        answered = [
            Move(MoveKind.UPHOLD if holds else MoveKind.DISMISS, name, holds)
            for name, holds in position.challenges.items()
        ]
        settled = analyze(
            load_case(carried_out(case, tuple(answered))),
            facts=position.facts,
            priorities=position.priorities,
        )
        (only,) = settled.positions
        assert (only.permissible, only.undecided) == (position.permissible, position.undecided)


@given(st.lists(st.sets(st.sampled_from("abcdef"), min_size=1, max_size=3), max_size=4))
def test_the_smallest_sets_are_the_smallest_hitting_sets(needs: list[set[str]]):
    """Whatever is refuted by naming what is missing, the answer is what brute force finds."""

    def refute(chosen: tuple[str, ...]) -> frozenset[str] | None:
        return next((frozenset(need) for need in needs if not need & set(chosen)), None)

    hitting = [
        chosen
        for size in range(7)
        for chosen in combinations("abcdef", size)
        if all(need & set(chosen) for need in needs)
    ]
    smallest = [chosen for chosen in hitting if len(chosen) == len(hitting[0])]
    found = smallest_sets("abcdef", refute)
    assert found.complete
    assert sorted(found.sets) == smallest


def test_a_search_that_stops_at_its_bound_says_so():
    found = smallest_sets("abc", lambda chosen: frozenset("abc") - set(chosen), trials=2)
    assert not found.complete


def test_a_search_with_nothing_to_find_is_complete():
    found = smallest_sets("abc", lambda _: frozenset())
    assert found.complete
    assert found.sets == ()
