"""What a framework gets to see: cells read off in a world, tables, factors, utility of use."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from argue import registry
from argue.construct.universal import reading_challenges, utility_of_use
from argue.construct.views import (
    prospect,
    read_cell,
    view,
    whole,
)
from argue.construct.worlds import Question
from argue.errors import FrameworkError, LimitExceeded
from argue.io.case import load_case
from argue.model.case import Absent, Lottery, Shape, UniversalShape
from argue.model.framework import INDEPENDENT
from tests.laws.drawing import Document
from tests.laws.enumeration import argued
from tests.laws.tables import case_of

FACTS: Document = {
    "f": {"status": "disputed"},
    "g": {"status": "agreed"},
    "h": {"status": "denied"},
}


def read(cell: Any, **world: bool) -> Fraction | None:
    document = case_of({"a": (0,)}, "welfare", facts=FACTS)
    document["payoffs"]["a"]["p"] = cell
    case = load_case(document)
    answers = {Question("fact", name): holds for name, holds in world.items()}
    return read_cell(case, case.payoffs["a"]["p"], answers)


@pytest.mark.parametrize(
    ("cell", "when_f", "otherwise"),
    [
        (3, 3, 3),
        ("1/3", Fraction(1, 3), Fraction(1, 3)),
        (0.1, Fraction(1, 10), Fraction(1, 10)),
        ({"if": "f", "then": 1, "else": 2}, 1, 2),
        ({"if": "not f", "then": 1, "else": 2}, 2, 1),
        ({"if": ["f", "g"], "then": 1, "else": 2}, 1, 2),
        ({"if": ["f", "h"], "then": 1, "else": 2}, 2, 2),
        ({"if": "g", "then": 1, "else": 2}, 1, 1),
        ({"if": "f", "then": {"if": "h", "then": 1, "else": 5}, "else": 2}, 5, 2),
        ({"lottery": [["1/4", 8], ["3/4", 0]]}, 2, 2),
        ({"lottery": [["1/2", {"if": "f", "then": 4, "else": 0}], ["1/2", -1]]}, "3/2", "-1/2"),
        ("absent", None, None),
    ],
)
def test_a_cell_comes_to_a_number_in_every_world(cell: Any, when_f: Any, otherwise: Any):
    expected = [None if x is None else Fraction(x) for x in (when_f, otherwise)]
    assert [read(cell, f=True), read(cell, f=False)] == expected


def test_intervals_have_to_be_told_apart_first():
    with pytest.raises(LimitExceeded, match="intervals"):
        read([1, 2], f=True)


def test_whether_somebody_exists_is_no_prize():
    case = load_case(case_of({"a": (0,)}, "welfare"))
    half = Fraction(1, 2)
    with pytest.raises(LimitExceeded, match="a lottery cannot hold `absent`"):
        read_cell(case, Lottery(((half, Fraction(1)), (half, Absent()))), {})


@pytest.mark.parametrize("framework", ["welfare", "rule_utilitarian", "rejection"])
def test_who_compares_the_same_people_says_so_where_somebody_is_absent(framework: str):
    case = case_of({"a": (0, 1), "b": (1, 0)}, framework)
    case["payoffs"]["a"]["q"] = "absent"
    with pytest.raises(FrameworkError, match=r"q is absent under a.*take the veil"):
        argued(case)
    case["frameworks"] = [{"id": "veil", "rule": "average"}]
    assert argued(case).positions


@pytest.mark.parametrize(
    "framework",
    [
        *("priority", "equality", "wellbeing", "virtual_bargaining", "pareto"),
        {"id": "sufficiency", "sufficiency": 1},
    ],
    ids=str,
)
def test_so_does_everyone_else_who_compares_the_same_people(framework: Any):
    case = case_of({"a": (1, 1), "b": (1, 1)}, framework)
    case["payoffs"]["a"]["q"] = "absent"
    with pytest.raises(FrameworkError, match=r"q is absent under a"):
        argued(case)


def seen(document: Document) -> Any:
    case = load_case(document)
    (use,) = case.frameworks
    return view(case, use, registry.framework(use.type), {})


def test_each_framework_reads_its_table_unless_told_otherwise():
    document = case_of({"a": (1,), "b": (2,)}, "welfare")
    document |= {"general": {"a": {"p": 7}}}
    document["standpoints"] = {"p": {"count": {"payoffs": 3, "general": 4}, "level": 5}}
    for framework, cells, counts in (
        ("welfare", [[1], [2]], [3]),
        ("rule_utilitarian", [[7], [2]], [4]),
        ({"id": "welfare", "table": "general"}, [[7], [2]], [4]),
        ({"id": "veil", "table": "payoffs"}, [[1], [2]], [3]),
    ):
        found = seen({**document, "frameworks": [framework]})
        assert (found.cells, found.counts, found.levels) == (cells, counts, [5])


def test_complaints_are_weighed_by_consent_responsibility_and_rights():
    options: Document = {
        "a": {"text": "a", "uses_as_means": ["q"]},
        "b": {"text": "b", "breaches_right_of": ["q"]},
        "c": "c",
    }
    document = case_of({o: (0, 0, 0) for o in "abc"}, "rejection", options=options)
    document["standpoints"] = {
        "p": {"consent": ["a"]},
        "q": {"responsible": {"b": "1/4"}},
        "r": {"consent": True},
    }
    assert seen(document).factors == [[0, 2, 0], [1, Fraction(3, 2), 0], [1, 1, 0]]
    document["frameworks"] = [{"id": "rejection", "rights_weight": 3}]
    assert seen(document).factors[0] == [0, 3, 0]


def test_a_view_in_whole_numbers_keeps_every_proportion():
    document = case_of({"a": (0, 0), "b": (0, 0)}, "rejection")
    document["payoffs"] = {"a": {"p": "1/2", "q": "1/3"}, "b": {"p": "1/6", "q": 1}}
    document["standpoints"] = {"p": {"count": "1/2", "level": "1/4"}, "q": {"responsible": "1/5"}}
    exact = seen(document)
    scaled, scale = whole(exact)
    assert scale == 12 * 5
    assert scaled.cells == [[6, 4], [2, 12]]
    assert scaled.levels == [3, 0]
    assert scaled.factors == [[5, 4], [5, 4]]
    assert scaled.counts == [1, 2]
    everything = (*scaled.cells, scaled.levels, *scaled.factors, scaled.counts)
    assert all(isinstance(number, int) for row in everything for number in row)


def test_nobody_is_wronged_by_what_they_agreed_to():
    document = case_of({"a": (0, 0), "b": (1, 1)}, "autonomy")
    document["options"]["a"] = {"text": "a", "deceives": ["p", "q"]}
    document["standpoints"] = {"p": {"consent": ["a"]}, "q": {"consent": ["b"]}}
    found = seen(document)
    assert found.wrongs["deceives"] == [[False, True], [False, False]]
    assert found.wrongs["coerces"] == [[False, False], [False, False]]


def test_after_the_draw_everyone_is_seen_once_for_each_of_their_outcomes():
    document = case_of({"a": (0, 0), "b": (1, 1)}, {"id": "rejection", "when": "ex_post"})
    document["payoffs"]["a"]["p"] = {"lottery": [["1/4", 8], ["3/4", 0]]}
    found = seen(document)
    assert found.standpoints == ("p", "p", "q")
    assert found.cells == [[8, 0, 0], [1, 1, 1]]
    document["frameworks"] = ["rejection"]
    assert seen(document).cells == [[2, 0], [1, 1]]


def test_deontic_sees_effects_only_where_enough_of_them_excuses():
    document = case_of({"a": (1,), "b": (2,)}, "deontic")
    assert seen(document).cells == []
    document["frameworks"] = [{"id": "deontic", "threshold": 3}]
    assert seen(document).cells == [[1], [2]]


def test_the_act_alone_is_seen_with_the_persons_it_affects_where_it_is_read():
    document = case_of({"a": (1,), "b": (2,)}, "rule_utilitarian")
    document |= {"general": {"a": {"p": 7}, "b": {"p": 8}}}
    document["standpoints"] = {"p": {"count": {"payoffs": 3, "general": 4}}}
    found = seen(document)
    assert (found.cells, found.acts, found.act_counts) == ([[7], [8]], [], ())
    found = seen({**document, "frameworks": [{"id": "rule_utilitarian", "compliance": "1/2"}]})
    assert (found.cells, found.counts) == ([[7], [8]], [4])
    assert (found.acts, found.act_counts) == ([[1], [2]], [3])


def test_what_reads_no_numbers_has_no_lotteries_to_draw():
    kind = replace(
        registry.framework("humanity"), draws=lambda parameters: INDEPENDENT, prospects=True
    )
    case = load_case(case_of({"a": (1,), "b": (2,)}, "humanity"))
    found = view(case, case.frameworks[0], kind, {})
    assert (found.standpoints, list(found.cells), list(found.prospects)) == (("p",), [], [])


def shape(kind: str, **given: Any) -> UniversalShape:
    entry = {"population": 20, "interested": 20, "gain": 1, "loss": 10} | given
    numbers = {name: Fraction(value) for name, value in entry.items() if name != "threshold"}
    threshold = entry.get("threshold")
    pair = None if threshold is None else (Fraction(threshold[0]), Fraction(threshold[1]))
    return UniversalShape(Shape(kind), threshold=pair, **numbers)


@pytest.mark.parametrize(
    ("actors", "utility"), [(0, 0), (1, 1), (3, 1), (4, 1), (5, "-8/3"), (7, -10), (20, -10)]
)
def test_a_threshold_is_harmless_below_and_falls_in_a_line_to_collapse(actors: int, utility: Any):
    assert utility_of_use(shape("threshold", threshold=(4, 7)), Fraction(actors)) == Fraction(
        utility
    )


@pytest.mark.parametrize(("actors", "utility"), [(0, 0), (1, -2), (5, -10), (20, -40)])
def test_aggregation_adds_the_same_for_everyone(actors: int, utility: int):
    assert utility_of_use(shape("aggregation", gain=1, loss=3), Fraction(actors)) == utility


@pytest.mark.parametrize(("actors", "utility"), [(0, 0), (10, -2), (20, 4)])
def test_coordination_is_worst_where_half_do_it(actors: int, utility: int):
    assert utility_of_use(shape("coordination", gain=4, loss=4), Fraction(actors)) == utility
    middle = [utility_of_use(shape("coordination", gain=0, loss=4), Fraction(n)) for n in range(21)]
    assert min(middle) == middle[10]


@pytest.mark.parametrize(
    ("cell", "when_f", "otherwise"),
    [
        (3, [(1, 3)], [(1, 3)]),
        ("absent", [], []),
        ({"if": "f", "then": 1, "else": 2}, [(1, 1)], [(1, 2)]),
        ({"if": "f", "then": {"lottery": [["1/2", 4], ["1/2", 0]]}, "else": 2},
         [("1/2", 4), ("1/2", 0)], [(1, 2)]),
        ({"lottery": [["1/4", {"if": "f", "then": 8, "else": 9}], ["3/4", 1]]},
         [("1/4", 8), ("3/4", 1)], [("1/4", 9), ("3/4", 1)]),
    ],
)  # fmt: skip
def test_what_may_come_of_a_cell_in_every_world(cell: Any, when_f: Any, otherwise: Any):
    case = load_case({
        **case_of({"a": (0,), "b": (0,)}), "facts": {"f": {"status": "disputed"}},
        "payoffs": {"a": {"p": cell}, "b": {"p": 0}},
    })  # fmt: skip
    for holds, expected in ((True, when_f), (False, otherwise)):
        found = prospect(case, case.payoffs["a"]["p"], {Question("fact", "f"): holds})
        assert list(found) == [(Fraction(p), Fraction(number)) for p, number in expected]


def test_a_framework_sees_no_more_than_it_reads():
    facts = {"f": {"status": "disputed", "credence": "1/3"}, "g": {"status": "agreed"}}
    options = {"a": {"text": "a", "rests_on": ["f", "g"]}, "b": "b"}
    chances = {"lottery": [["1/4", 8], ["3/4", 0]]}
    case = load_case({
        **case_of({"a": (0,), "b": (1,)}, "welfare", "modesty", "precaution"), "facts": facts,
        "options": options, "payoffs": {"a": {"p": chances}, "b": {"p": 1}},
    })  # fmt: skip
    seen = [view(case, use, registry.framework(use.type), {}) for use in case.frameworks]
    assert [s.doubts for s in seen] == [(), [[Fraction(1, 3)], []], ()]
    assert [bool(s.prospects) for s in seen] == [False, False, True]
    assert seen[2].prospects[0][0] == ((Fraction(1, 4), 8), (Fraction(3, 4), 0))


@pytest.mark.parametrize(
    ("challenge", "names"),
    [
        ({"status": "raised"}, ()),
        ({"status": "raised", "universal": {"all": -1, "nobody": 0}}, ("c",)),
        ({"status": "refuted", "because": "x", "universal": {"all": -1, "nobody": 0}}, ()),
        ({"status": "raised", "universal": {"all": -1, "nobody": 0}, "if": "g"}, ()),
    ],
)
def test_only_a_standing_challenge_that_says_what_to_read_instead_is_a_question(
    challenge: dict[str, Any], names: tuple[str, ...]
):
    given = {"id": "c", "against": {"framework": "universalization", "worse": "a"}, **challenge}
    case = load_case({
        "title": "T", "options": {"a": "a", "b": "b"}, "facts": {"g": {"status": "denied"}},
        "universal": {"a": {"all": -1, "nobody": 0}, "b": "refrain"},
        "frameworks": ["universalization", {"id": "other", "type": "universalization"}],
        "challenges": [given],
    })  # fmt: skip
    first, other = case.frameworks
    assert reading_challenges(case, first) == names
    assert reading_challenges(case, other) == ()
