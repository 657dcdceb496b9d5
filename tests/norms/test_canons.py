"""Canons: which norm goes before which, and that each preference is an argument of its own."""

import pytest

from argue.analysis import analyze
from argue.io.case import read_case
from argue.model.case import Case
from argue.model.verdict import Status


def case(special: str, general: str, rest: str = "") -> Case:
    return read_case(
        "title: T\noptions: {tell: Tell, keep: Keep}\nnorms:\n"
        f"  special: {{breached_by: [keep], {special}}}\n"
        f"  general: {{breached_by: [tell], {general}}}\n{rest}"
    )


def order(found: Case) -> set[str]:
    return {priority.id for priority in found.priorities}


def test_without_a_canon_the_conflict_is_contested():
    assert analyze(case("rank: 0", "rank: 0")).statuses["tell"] is Status.CONTESTED


def test_the_special_norm_goes_before_the_general_one():
    found = case("special_to: [general]", "rank: 0")
    assert order(found) == {"specialis:special>general"}
    assert analyze(found).statuses["tell"] is Status.OBLIGATORY


def test_the_later_norm_goes_before_the_earlier_one():
    found = case("since: 2001", "since: 1990")
    assert order(found) == {"posterior:special>general"}
    assert analyze(found).statuses["tell"] is Status.OBLIGATORY


def test_a_later_general_norm_does_not_go_before_an_earlier_special_one():
    assert order(case("special_to: [general], since: 1990", "since: 2001")) == {
        "specialis:special>general"
    }


@pytest.mark.parametrize(
    ("general", "rest"),
    [("rank: 1", ""), ("rank: 0", 'priorities: [["norm:general", "norm:special"]]')],
)
def test_rank_and_declared_priorities_are_stronger_than_canons(general: str, rest: str):
    found = case("special_to: [general]", general, rest)
    assert not {name for name in order(found) if name.startswith("specialis")}
    assert analyze(found).statuses["keep"] is Status.OBLIGATORY


@pytest.mark.parametrize(
    ("status", "verdict"),
    [("raised", "contested"), ("refuted", "obligatory"), ("accepted", "contested")],
)
def test_a_canon_can_be_challenged_like_any_priority(status: str, verdict: str):
    because = ", because: the statute says so" if status == "accepted" else ""
    rest = f'challenges: [{{against: {{priority: "specialis:special>general"}}, status: {status}'
    found = case("special_to: [general]", "rank: 0", f"{rest}{because}}}]")
    assert analyze(found).statuses["tell"].value == verdict


def test_norms_special_to_each_other_are_left_open_and_that_is_said():
    found = case("special_to: [general]", "special_to: [special]")
    assert order(found) == set()
    assert {entry.path for entry in found.not_used} == {
        "norms.special.special_to",
        "norms.general.special_to",
    }
    assert analyze(found).statuses["tell"] is Status.CONTESTED


def test_canons_never_close_a_circle_with_stronger_ones():
    found = read_case(
        "title: T\noptions: {x: X, y: Y}\nnorms:\n"
        "  a: {breached_by: [x], special_to: [b], since: 1}\n"
        "  b: {breached_by: [y], since: 3}\n"
        "  c: {breached_by: [x], since: 2}\n"
    )
    # b before c and c before a, by date, would put b before a, against the special norm.
    assert order(found) == {"specialis:a>b"}
    assert len(found.not_used) == 2


def test_interpretations_have_the_canons_of_their_norm():
    def read(a: str, b: str) -> Case:
        return read_case(
            "title: T\noptions: {x: X, y: Y}\nnorms:\n"
            f"  a: {{breached_by: [x], {a}}}\n  b:\n    {b}\n    interpretations:\n"
            "      n: {text: N, breached_by: [y]}\n      w: {text: W, breached_by: [x, y]}\n"
        )

    assert order(read("since: 1", "since: 2")) == {"posterior:b_n>a", "posterior:b_w>a"}
    assert order(read("rank: 0", "special_to: [a]")) == {"specialis:b_n>a", "specialis:b_w>a"}
    found = read("special_to: [b]", "special_to: [a]")
    assert order(found) == set()
    assert {entry.path for entry in found.not_used} == {"norms.a.special_to", "norms.b.special_to"}
