"""What each moral principle says by itself, against its textbook form computed here once more."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from argue.construct.plain import under
from argue.model.verdict import Status
from argue.semantics import grounded_labelling
from tests.laws.cases import documents
from tests.laws.changes import without_option, without_standpoint, worsened
from tests.laws.drawing import Document
from tests.laws.enumeration import Argued, argued, outcome

RULED_OUT = {Status.IMPERMISSIBLE}
SUPPORTED = ("welfare", "veil", "rejection")
"""Frameworks that never favour what is worse for somebody and better for nobody."""

Row = Sequence[Fraction]


def plain(framework: object, **bounds: tuple[int, int]) -> st.SearchStrategy[Document]:
    """Cases with whole numbers, one table and one source."""
    return documents("levels counts", frameworks=(framework,), sources=1, **bounds)


def rows_of(case: Document) -> dict[str, Row]:
    return {o: [Fraction(x) for x in row.values()] for o, row in case["payoffs"].items()}


def counts_of(case: Document) -> list[int]:
    return [person["count"] for person in case["standpoints"].values()]


def levels_of(case: Document) -> list[int]:
    return [person["level"] for person in case["standpoints"].values()]


def everyone(values: Row, counts: Sequence[int]) -> list[Fraction]:
    """One number for every single person, lowest first."""
    return sorted(value for value, count in zip(values, counts, strict=True) for _ in range(count))


def permitted(case: Document) -> set[str]:
    drawn = argued(case)
    ((found, undecided),) = drawn.positions
    assert not undecided
    return set(found)


def best(scores: dict[str, list[Fraction]]) -> set[str]:
    top = max(scores.values())
    return {option for option, score in scores.items() if score == top}


def menu_complaints(rows: dict[str, Row]) -> dict[str, Row]:
    most = [max(column) for column in zip(*rows.values(), strict=True)]
    return {o: [top - mine for top, mine in zip(most, row, strict=True)] for o, row in rows.items()}


def strongest_first(complaints: Row, counts: Sequence[int]) -> list[Fraction]:
    return [-value for value in reversed(everyone(complaints, counts))]


@given(plain("welfare"))
def test_welfare_permits_what_has_the_largest_sum(case: Document):
    counts = counts_of(case)
    sums = {
        o: [sum((x * n for x, n in zip(row, counts, strict=True)), Fraction(0))]
        for o, row in rows_of(case).items()
    }
    assert permitted(case) == best(sums)


@given(plain("veil"))
def test_the_veil_permits_the_leximin_maximum(case: Document):
    levels, counts = levels_of(case), counts_of(case)
    ordered = {
        o: everyone([x + at for x, at in zip(row, levels, strict=True)], counts)
        for o, row in rows_of(case).items()
    }
    assert permitted(case) == best(ordered)


@given(plain({"id": "veil", "rule": "maximin"}))
def test_maximin_permits_the_best_worst_position(case: Document):
    levels = levels_of(case)
    worst = {
        o: [min(x + at for x, at in zip(row, levels, strict=True))]
        for o, row in rows_of(case).items()
    }
    assert permitted(case) == best(worst)


@given(plain({"id": "veil", "rule": "average"}))
def test_an_averaging_veil_orders_as_rule_utilitarianism_does(case: Document):
    assert permitted(case) == permitted({**case, "frameworks": ["rule_utilitarian"]})


@given(plain("rejection"))
def test_rejection_permits_the_least_strong_complaints_strongest_first(case: Document):
    counts = counts_of(case)
    complaints = menu_complaints(rows_of(case))
    ordered = {o: strongest_first(row, counts) for o, row in complaints.items()}
    assert permitted(case) == best(ordered)


@given(plain({"id": "rejection", "ties": "none"}))
def test_rejection_without_numbers_permits_the_least_strongest_complaint(case: Document):
    strongest = {o: [-max(row)] for o, row in menu_complaints(rows_of(case)).items()}
    assert permitted(case) == best(strongest)


@given(plain({"id": "rejection", "complaint": "level", "ties": "none"}, options=(2, 2)))
def test_complaints_by_level_are_heard_from_the_worst_off_who_would_do_better(case: Document):
    levels, rows = levels_of(case), rows_of(case)
    places = {o: [x + at for x, at in zip(row, levels, strict=True)] for o, row in rows.items()}
    top = max(max(row) for row in places.values())
    one, other = places
    strongest = {
        o: [
            -max(
                (top - mine if theirs > mine else 0)
                for mine, theirs in zip(places[o], places[other if o == one else one], strict=True)
            )
        ]
        for o in places
    }
    assert permitted(case) == best(strongest)


@given(documents("universal counts", frameworks=("universalization",), sources=1))
def test_the_test_permits_exactly_what_passes(case: Document):
    assume("universal" in case)
    drawn = argued({**case, "frameworks": ["universalization"]})
    (source,) = drawn.sources
    passing = set(source.passes) or set(case["options"])
    assert set(next(iter(drawn.positions))[0]) == passing
    for option, entry in case["universal"].items():
        if isinstance(entry, dict) and "all" in entry:
            assert (option in source.passes) == (entry["all"] >= entry["nobody"])
    assert all(o in source.passes for o, entry in case["universal"].items() if entry == "refrain")


@given(plain("rejection", options=(2, 2)))
def test_with_two_options_menu_and_pairwise_complaints_are_the_textbook_rule(case: Document):
    """One may be rejected iff somebody loses more by it than anybody would by the other."""
    (one, mine), (other, theirs) = rows_of(case).items()
    against = {
        one: [max(Fraction(0), y - x) for x, y in zip(mine, theirs, strict=True)],
        other: [max(Fraction(0), x - y) for x, y in zip(mine, theirs, strict=True)],
    }
    counts = counts_of(case)
    expected = best({o: strongest_first(row, counts) for o, row in against.items()})
    pairwise = {**case, "frameworks": [{"id": "rejection", "complaint": "pairwise"}]}
    assert permitted(case) == permitted(pairwise) == expected


@given(documents("levels counts norms", frameworks=SUPPORTED), st.data())
def test_what_is_worse_for_some_and_better_for_none_is_ruled_out(
    case: Document, data: st.DataObject
):
    case = {key: value for key, value in case.items() if key != "norms"}
    better = data.draw(st.sampled_from(list(case["options"])))
    people = list(case["standpoints"])
    hurt = data.draw(st.sets(st.sampled_from(people), min_size=1))
    row = {k: x - (k in hurt) for k, x in case["payoffs"][better].items()}
    case["options"] = {**case["options"], "worse": "worse"}
    case["payoffs"] = {**case["payoffs"], "worse": row}
    assert argued(case).statuses["worse"] is Status.IMPERMISSIBLE


@given(
    documents("levels counts universal", frameworks=("welfare", "rule_utilitarian", "veil")),
    st.data(),
)
def test_what_is_permitted_stays_so_when_another_option_goes(case: Document, data: st.DataObject):
    """Sen's property alpha, ranking by ranking."""
    assume(len(case["options"]) > 2)
    gone = data.draw(st.sampled_from(list(case["options"])))
    before, after = argued(case), argued(without_option(case, gone))
    for ranking in permutations(before.graph.sources):
        assert chosen(before, ranking) - {gone} <= chosen(after, ranking)


def chosen(drawn: Argued, ranking: tuple[str, ...]) -> frozenset[str]:
    found, undecided = outcome(drawn.graph, grounded_labelling(under(drawn.graph, ranking)))
    assert not undecided
    return found


@given(documents("levels counts", frameworks=SUPPORTED), st.data())
def test_making_an_option_worse_never_saves_it(case: Document, data: st.DataObject):
    statuses = argued(case).statuses
    ruled_out = [option for option, status in statuses.items() if status in RULED_OUT]
    assume(ruled_out)
    option = data.draw(st.sampled_from(ruled_out))
    person = data.draw(st.sampled_from(list(case["standpoints"])))
    harder = worsened(case, option, person, data.draw(st.integers(1, 4)))
    assert argued(harder).statuses[option] is Status.IMPERMISSIBLE


@given(documents("levels counts general facts lotteries rights", frameworks=("rejection",)))
def test_whoever_waives_every_complaint_counts_for_nothing_in_rejection(case: Document):
    assume(len(case["standpoints"]) > 1)
    case["options"] = dict.fromkeys(case["options"], "an option")
    case["standpoints"]["p"]["consent"] = True
    assert argued(case).positions == argued(without_standpoint(case, "p")).positions


@pytest.mark.parametrize("framework", ["welfare", "rule_utilitarian", "veil", "rejection"])
@given(data=st.data())
def test_enough_permits_all_that_reach_it_and_is_silent_if_none_does(
    framework: str, data: st.DataObject
):
    enough = data.draw(st.integers(-2, 2))
    case = data.draw(plain({"id": framework, "mode": {"enough": enough}}))
    levels, counts = levels_of(case), counts_of(case)
    reached = {
        o: {
            "welfare": sum(x * n for x, n in zip(row, counts, strict=True)) >= enough * sum(counts),
            "veil": min(x + at for x, at in zip(row, levels, strict=True)) >= enough,
            "rejection": max(menu_complaints(rows_of(case))[o]) <= enough,
        }["welfare" if framework == "rule_utilitarian" else framework]
        for o, row in rows_of(case).items()
    }
    passing = {o for o, passes in reached.items() if passes}
    drawn = argued(case)
    assert bool(drawn.sources[0].missing) == (not passing)
    assert set(next(iter(drawn.positions))[0]) == (passing or set(reached))
