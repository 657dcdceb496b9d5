"""What a framework says, world by world: margins, voices, replies."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given

from argue import registry
from argue.construct import hearing
from argue.construct.hearing import MOST_VOICES, framework_source
from argue.construct.views import view
from argue.io.case import load_case
from argue.model.framework import Framework, View
from argue.model.numbers import EXACT
from tests.laws.cases import documents
from tests.laws.drawing import Document
from tests.laws.enumeration import argued
from tests.laws.tables import case_of

Margins = dict[tuple[str, str, str | None, int], Fraction]


def margins_found(framework: Framework, seen: View, world: int) -> Margins:
    """The margins as the formula gives them, and complaints as their definition does."""
    found = framework.compare(seen, EXACT)
    names, people = seen.options, seen.standpoints
    margins: Margins = {
        (names[a], names[b], voice, world): Fraction(margin)
        for (voice, a, b), margin in found.margins.items()
        if margin > 0
    }
    for (a, b), (against_a, against_b) in found.complaints.items():
        for k, person in enumerate(people):
            if against_b[k] > against_a[k]:
                margins[names[a], names[b], person, world] = Fraction(against_b[k])
    return margins


@given(documents("levels counts general universal facts lotteries rights consent parameters"))
def test_reasons_are_what_the_formula_gives_in_every_world(case: Document):
    """Also where the numbers were made whole for speed."""
    read = load_case(case)
    for use in read.frameworks:
        kind = registry.framework(use.type)
        source = framework_source(read, use)
        expected: Margins = {}
        for index, world in enumerate(source.worlds):
            expected |= margins_found(kind, view(read, use, kind, world), index)
        said = {
            (r.better, r.worse, r.voice, world): margin
            for r in source.reasons
            for world, margin in r.margins.items()
        }
        assert said == expected


@given(documents("levels counts facts lotteries rights consent", frameworks=("rejection",)))
def test_a_complaint_is_answered_by_whoever_has_as_strong_a_one(case: Document):
    drawn = argued(case)
    answered = {a.target for a in drawn.graph.attacks if a.attacker.startswith("reply:")}
    read = drawn.case
    (use,) = read.frameworks
    kind = registry.framework("rejection")
    (source,) = drawn.sources
    for reason in source.reasons:
        if reason.voice == "numbers" or len(source.worlds) > 1:
            continue
        seen = view(read, use, kind, {})
        pair = (seen.options.index(reason.better), seen.options.index(reason.worse))
        against_better, _ = kind.compare(seen, EXACT).complaints[pair]
        name = f"reason:rejection:{reason.voice}:{reason.better}>{reason.worse}"
        assert (name in answered) == (max(against_better) >= reason.margins[0])


def test_all_complaints_are_listed_up_to_a_bound_and_beyond_it_the_strongest():
    people = {f"p{i}": {} for i in range(MOST_VOICES // 2 + 1)}
    rows = {"a": {k: i % 7 for i, k in enumerate(people)}, "b": dict.fromkeys(people, 3)}
    case = case_of({"a": (0,), "b": (0,)}, "rejection") | {"standpoints": people, "payoffs": rows}
    (source,) = argued(case).sources
    assert source.pruned
    assert len(source.reasons) <= 4
    fewer = dict(list(people.items())[:50])
    rows = {o: {k: row[k] for k in fewer} for o, row in rows.items()}
    (whole,) = argued({**case, "standpoints": fewer, "payoffs": rows}).sources
    assert not whole.pruned
    assert len(whole.reasons) > 40


def voices_against_b(challenge: Document | None) -> tuple[set[str | None], bool]:
    rows = {"a": (5, 3, 0), "b": (0, 0, 4)}
    case = case_of(rows, {"id": "rejection", "ties": "none"}, "pareto")
    if challenge is not None:
        case["challenges"] = [{"id": "c", "status": "raised", "against": challenge}]
    source, other = argued(case, complete=False).sources
    assert not other.pruned
    return {r.voice for r in source.reasons if r.worse == "b"}, source.pruned


@pytest.mark.parametrize(
    "against",
    [
        {"framework": "rejection", "voice": "p", "better": "a", "worse": "b"},
        {"framework": "rejection", "better": "a"},
        {"reply": {"framework": "rejection"}},
        {"reply": {"framework": "rejection", "by": "r", "better": "a", "worse": "b"}},
    ],
)
def test_where_one_complaint_or_reply_is_challenged_all_are_there(against: Document):
    """The strongest may fall then, so that the next decides."""
    assert voices_against_b(against) == ({"p", "q"}, False)


@pytest.mark.parametrize(
    "against",
    [None, {"framework": "rejection"}, {"framework": "pareto", "better": "a", "worse": "b"}],
)
def test_where_none_is_the_strongest_is_enough(against: Document | None):
    assert voices_against_b(against) == ({"p"}, True)


def test_all_complaints_are_there_unless_the_strongest_will_do():
    case = load_case(case_of({"a": (5, 3, 0), "b": (0, 0, 4)}, "rejection"))
    (use,) = case.frameworks
    for source, voices in (
        (framework_source(case, use), {"p", "q"}),
        (framework_source(case, use, complete=False), {"p"}),
    ):
        assert {r.voice for r in source.reasons if r.worse == "b"} == voices


@pytest.mark.parametrize(
    ("framework", "margin"),
    [
        ("rejection", Fraction(1, 6)),
        ("pareto", Fraction(1, 6)),
        ({"id": "rejection", "at_most": "1/10"}, Fraction(1, 10)),
    ],
    ids=str,
)
def test_margins_are_in_the_unit_of_the_case_also_where_whole_numbers_are_compared(
    framework: Any, margin: Fraction
):
    """What is not in proportion, such as a ceiling, is compared as it is."""
    case = case_of({"a": (0,), "b": (0,)}, framework)
    case["payoffs"] = {"a": {"p": "1/2"}, "b": {"p": "1/3"}}
    (source,) = argued(case).sources
    assert [(r.voice, r.margins) for r in source.reasons] == [("p", {0: margin})]


@pytest.mark.parametrize("prizes", [[["1/4", -8], ["3/4", -2]], [["3/4", -2], ["1/4", -8]]])
def test_of_several_complaints_that_one_person_may_come_to_have_the_strongest_is_heard(prizes: Any):
    case = case_of({"a": (0,), "b": (0,)}, {"id": "rejection", "when": "ex_post"})
    case["payoffs"]["b"]["p"] = {"lottery": prizes}
    (source,) = argued(case).sources
    (reason,) = (r for r in source.reasons if r.voice == "p")
    assert (reason.worse, reason.margins) == ("b", {0: 8})


def test_a_residue_is_a_complaint_above_the_bound_against_every_option():
    rows = {"a": (-5, 0), "b": (0, -4)}
    for bound, remains in ((3, True), (4, False)):
        case = case_of(rows, {"id": "rejection", "residue_above": bound})
        assert argued(case).sources[0].residue is remains


LEVELS: Document = {"p": {"level": 9}, "q": {}}


@pytest.mark.parametrize(
    ("cell", "answered"),
    [
        (0, {None: 0b11}),
        ({"if": "f", "then": 0, "else": 1}, {None: 0b10}),
        ({"if": "f", "then": 1, "else": 0}, {None: 0b01}),
        (1, None),
    ],
)
def test_what_the_numbers_answer_in_some_worlds_they_answer_there(
    cell: Any, answered: dict[None, int] | None
):
    """Parfit 1997: that the better off lose levels down, unless somebody gains by it."""
    rows = {"down": (-8, 0), "leave": (0, 0)}
    case = case_of(rows, "equality", standpoints=LEVELS, facts={"f": {"status": "disputed"}})
    case["payoffs"]["leave"]["p"] = {"if": "f", "then": 0, "else": 1}
    case["payoffs"]["down"]["q"] = cell
    (source,) = argued(case).sources
    found = {(r.better, r.worse): r.answers for r in source.replies if r.by == "levelling_down"}
    assert found == ({("down", "leave"): answered} if answered else {})


def test_what_is_enough_is_preferred_to_what_is_not_and_nothing_else_is():
    """To be content with enough is not to want the most of it, nor the least shortfall."""
    rows = {"most": (9,), "enough": (3,), "nearly": (0,), "least": (1,)}
    case = case_of(rows, {"id": "veil", "rule": "maximin", "mode": {"enough": 3}})
    case["payoffs"]["nearly"]["p"] = "5/2"
    (source,) = argued(case).sources
    assert {(r.better, r.worse): r.margins[0] for r in source.reasons} == {
        (better, worse): short
        for better in ("most", "enough")
        for worse, short in (("nearly", Fraction(1, 2)), ("least", 2))
    }
    assert source.passes == {"most", "enough"}


@pytest.mark.parametrize("framework", ["rejection", "veil"])
def test_what_falls_short_of_enough_does_so_by_as_much_in_the_unit_of_the_case(framework: str):
    """Also where a framework would take whole numbers, scaled, to compare."""
    case = case_of({"a": (0,), "b": (0,)}, {"id": framework, "mode": {"enough": "1/3"}})
    case["payoffs"] = {"a": {"p": "1/2"}, "b": {"p": "1/12"}}
    (source,) = argued(case).sources
    (reason,) = source.reasons
    shortfall = {"rejection": Fraction(1, 2) - Fraction(1, 12) - Fraction(1, 3), "veil": "1/4"}
    assert (reason.better, reason.worse) == ("a", "b")
    assert reason.margins == {0: Fraction(shortfall[framework])}
    assert reason.text([Fraction(2)]).startswith('"b" falls short of enough by 2 for ')
    assert source.passes == {"a"}


@pytest.mark.parametrize(
    ("cell", "aside"),
    [(2, ', compared with "b",'), ({"if": "f", "then": 2, "else": 6}, "")],
)
def test_a_complaint_says_what_it_is_measured_from_where_that_is_the_same_wherever_facts_fall(
    cell: Any, aside: str
):
    rows = {"a": (0,), "b": (4,), "c": (1,)}
    case = case_of(rows, "rejection", facts={"f": {"status": "disputed"}})
    case["payoffs"]["c"]["p"] = cell
    (source,) = argued(case).sources
    (reason,) = (r for r in source.reasons if (r.better, r.worse) == ("b", "a"))
    said = reason.text(tuple(reason.margins.values()))
    assert said.endswith(f'by p{aside} speaks against "a"')


@pytest.mark.parametrize(("most", "pruned"), [(12, False), (11, True)])
def test_what_is_counted_are_pairs_of_options_times_standpoints(
    monkeypatch: pytest.MonkeyPatch, most: int, pruned: bool
):
    monkeypatch.setattr(hearing, "MOST_VOICES", most)
    rows = {"a": (0, 1), "b": (1, 0), "c": (2, 2)}
    (source,) = argued(case_of(rows, "rejection")).sources
    assert source.pruned == pruned
