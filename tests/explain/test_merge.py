"""Merging voices: nothing anyone said is lost, what they differ on is open, and names are kept."""

import time
from copy import deepcopy
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.analysis import analyze
from argue.errors import ArgueError, CaseError
from argue.explain.chorus import chorus, settled
from argue.explain.merging import Merged, merge
from argue.explain.voices import voices_of
from argue.io.bundled import bundled_text
from argue.io.case import load_case, read_case
from argue.io.writing import block
from argue.model.case import Case, Choice, FactStatus, Interval
from argue.model.verdict import Status
from tests.bundled import some_cases
from tests.laws.cases import ALL, SOME, documents

BASE = """\
# The gate
title: The gate  # short
options: {drive: Drive through, wait: Wait}
standpoints:
  patient: {level: 10}
  walkers: {count: 30, level: 50}
facts:
  urgent: {text: Minutes count, status: agreed}
payoffs:
  drive: {patient: 0, walkers: -1}   # asked the keeper
  wait: {patient: {if: urgent, then: -40, else: -2}, walkers: 0}
frameworks: [welfare, rejection]
challenges:
  - {id: agreed, status: accepted, because: a vote, against: {framework: rejection, voice: walkers}}
considered:
  - {option: drive, status: permissible}
"""


def together(*texts: str, numbers: str = "interval") -> Merged:
    cases = [read_case(text, f"{name}.yaml") for name, text in zip("abcd", texts, strict=False)]
    return merge(voices_of(cases), numbers=numbers)


def changed(old: str, new: str) -> str:
    assert old in BASE
    return BASE.replace(old, new)


def without(key: str, text: str) -> str:
    """The text without the lines of one key."""
    start = text.index(f"{key}:")
    return text[:start] + text[text.index("\n", text.index("\n  ", start) + 1) + 1 :]


def differing(merged: Merged) -> dict[str, str]:
    return {d.path: d.merged for d in merged.disagreements}


@pytest.mark.parametrize("name", some_cases())
def test_voices_that_say_the_same_come_to_the_same_bytes(name: str):
    text = bundled_text(name)
    merged = together(text, text, text)
    assert merged.text == text
    assert not merged.disagreements
    assert not merged.notes


def test_numbers_become_an_interval_and_everything_else_keeps_its_bytes():
    merged = together(
        BASE, changed("walkers: -1}", "walkers: -3}"), changed("else: -2", "else: -5")
    )
    case = read_case(merged.text)
    assert case.payoffs["drive"]["walkers"] == Interval(Fraction(-3), Fraction(-1))
    cell = case.payoffs["wait"]["patient"]
    assert isinstance(cell, Choice)
    assert cell.otherwise == Interval(Fraction(-5), Fraction(-2))
    assert cell.then == -40
    ours, theirs = BASE.splitlines(), merged.text.splitlines()
    assert len([line for line in ours if line not in theirs]) == 2
    (first, second) = merged.disagreements
    assert first.held == {"a": "-1", "b": "-3", "c": "-1"}
    assert {s.label for s in first.settlements} == {"as a and c have it", "as b has it"}
    assert second.path == "payoffs.wait.patient"


def test_numbers_become_a_disputed_fact_that_says_whose_they_are():
    merged = together(BASE, changed("walkers: -1}", "walkers: -3}"), numbers="fact")
    case = read_case(merged.text)
    (fact,) = (f for f in case.facts.values() if f.status is FactStatus.DISPUTED)
    assert "as a has it" in fact.text
    for holds, number in ((True, -1), (False, -3)):
        assert (
            analyze(case, facts={fact.id: holds}).statuses
            == analyze(read_case(changed("walkers: -1}", f"walkers: {number}}}"))).statuses
        )


def test_cells_of_another_shape_are_told_apart_by_a_fact_even_so():
    merged = together(BASE, changed("drive: {patient: 0", "drive: {patient: absent"))
    assert isinstance(read_case(merged.text).payoffs["drive"]["patient"], Choice)


@pytest.mark.parametrize(
    ("statuses", "status"),
    [
        (("agreed", "assumed"), FactStatus.ASSUMED),
        (("agreed", "denied"), FactStatus.DISPUTED),
        (("denied", "disputed"), FactStatus.DISPUTED),
        (("agreed", "agreed"), FactStatus.AGREED),
    ],
)
def test_a_fact_seen_differently_is_disputed(statuses: tuple[str, str], status: FactStatus):
    texts = [changed("status: agreed}", f"status: {word}}}") for word in statuses]
    assert read_case(together(*texts).text).facts["urgent"].status is status


def test_priorities_that_contradict_each_other_are_left_open_and_others_keep_their_names():
    ours = f"{BASE}priorities: [[rejection, welfare]]\n"
    theirs = f"{BASE}priorities: [[welfare, rejection]]\n"
    merged = together(ours, theirs)
    assert not read_case(merged.text).priorities
    assert differing(merged) == {"priorities.rejection>welfare": "left open"}
    (priority,) = read_case(together(ours, BASE).text).priorities
    assert (priority.higher, priority.lower, priority.by) == ("rejection", "welfare", "a")


def test_three_priorities_in_a_circle_are_all_left_open():
    more = changed("[welfare, rejection]", "[welfare, rejection, veil]")
    pairs = ("[welfare, rejection]", "[rejection, veil]", "[veil, welfare]")
    merged = together(*(f"{more}priorities: [{pair}]\n" for pair in pairs))
    assert not read_case(merged.text).priorities
    assert len(merged.disagreements) == 3


def test_a_challenge_not_made_by_all_is_raised_and_names_who_makes_it():
    merged = together(BASE, changed("status: accepted", "status: refuted"))
    assert str(read_case(merged.text).challenges["agreed"].status) == "raised"
    merged = together(without("challenges", BASE), BASE)
    challenge = read_case(merged.text).challenges["agreed"]
    assert (str(challenge.status), challenge.by) == ("raised", "b")
    assert differing(merged) == {"challenges.agreed": "raised"}


def test_two_challenges_of_one_name_are_told_apart_and_what_is_against_them_follows():
    other = changed("voice: walkers}}", "voice: patient}}").replace(
        "considered:", "  - {id: no, status: raised, against: {challenge: agreed}}\nconsidered:"
    )
    challenges = read_case(together(BASE, other).text).challenges
    assert challenges["agreed_b"].against.voice == "patient"
    assert challenges["no"].against.name == "agreed_b"


def test_unnamed_reasons_of_several_voices_are_all_kept():
    ours = f"{BASE}reasons: [{{by: habit, favours: wait, over: drive}}]\n"
    theirs = f"{BASE}reasons: [{{by: hurry, favours: drive, over: wait}}]\n"
    case = read_case(together(ours, theirs, ours).text)
    assert [(r.id, r.by) for r in case.reasons] == [("reason1", "habit"), ("reason1_b", "hurry")]


def test_judgements_of_some_are_in_their_names():
    merged = together(BASE, changed("status: permissible", "status: obligatory"))
    held = {(j.status, j.by) for j in read_case(merged.text).considered}
    assert held == {("permissible", "a"), ("obligatory", "b")}


def test_frameworks_and_norms_of_some_are_taken_in():
    other = without("challenges", changed("[welfare, rejection]", "[welfare, veil]"))
    other += "norms: {keep_off: {text: No cars, breached_by: [drive]}}\n"
    merged = together(BASE, other)
    case = read_case(merged.text)
    assert [use.id for use in case.frameworks] == ["welfare", "rejection", "veil"]
    assert case.norms["keep_off"].by == "b"
    assert {"frameworks.rejection", "frameworks.veil", "norms.keep_off"} <= set(differing(merged))


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ("options: {drive: Drive through, wait: Wait}",
         "options: {drive: Drive through, wait: Wait, walk: Walk}", "M001", '"walk"'),
        ("  walkers: {count: 30, level: 50}\n",
         "  walkers: {count: 30, level: 50}\n  dogs: {}\n", "M001", '"dogs"'),
        ("count: 30", "count: 31", "M002", "count"),
        ("drive: Drive through", "drive: {text: Go, irreversible: true}", "M002", "irreversible"),
        ("[welfare, rejection]", "[welfare, {id: rejection, complaint: level}]", "M002",
         "rejection"),
    ],
)  # fmt: skip
def test_what_cannot_be_left_open_is_an_error_with_its_line(
    old: str, new: str, code: str, said: str
):
    other = changed(old, new).replace("payoffs:\n", "payoffs:\n  default: 0\n", 1)
    with pytest.raises(CaseError) as error:
        together(BASE.replace("payoffs:\n", "payoffs:\n  default: 0\n", 1), other)
    problem = error.value.problems[0]
    assert (problem.code, error.value.file) == (code, "b.yaml")
    assert said in problem.message
    assert problem.line > 0
    assert "a.yaml:" in problem.message


@pytest.mark.parametrize(
    ("cases", "names"),
    [(1, ()), (2, ("a",)), (2, ("a", "a")), (2, ("a", "welfare")), (2, ("a", "b c"))],
)
def test_voices_need_names_of_their_own(cases: int, names: tuple[str, ...]):
    with pytest.raises(ArgueError):
        voices_of([read_case(BASE, "x.yaml")] * cases, names)


def submissions(document: dict[str, Any], data: st.DataObject) -> list[Case]:
    """Three versions of a case, each with some numbers, facts and priorities of its own."""
    made: list[Case] = []
    for name in "abc":
        own = deepcopy(document)
        for row in own.get("payoffs", {}).values():
            for person in row:
                if data.draw(st.integers(0, 3)) == 0:
                    row[person] = data.draw(st.integers(-5, 5))
        for fact in own.get("facts", {}).values():
            fact["status"] = data.draw(st.sampled_from(["agreed", "denied", "disputed"]))
        made.append(load_case(own, name=name))
    return made


@SOME
@given(documents(ALL, options=(2, 3), people=(1, 2), sources=2), st.data())
def test_a_merged_case_is_in_order_holds_what_all_said_and_settles_as_told(
    document: dict[str, Any], data: st.DataObject
):
    cases = submissions(document, data)
    merged = merge(voices_of(cases, ("a", "b", "c")))
    case = read_case(merged.text)
    for option, row in case.payoffs.items():
        for person, cell in row.items():
            said = {other.payoffs[option][person] for other in cases}
            if len(said) == 1:
                assert cell == said.pop()
            elif all(isinstance(number, Fraction) for number in said):
                assert cell == Interval(min(said), max(said))  # pyright: ignore  (numbers by now)
    for disagreement in merged.disagreements:
        assert set(disagreement.held) == {"a", "b", "c"}
        for settlement in disagreement.settlements:
            again = read_case(block(settled(merged.root, settlement)))
            assert list(again.options) == list(case.options)


def test_the_chorus_says_who_agrees_on_what_grounds_and_what_settles_most():
    heavier = changed("walkers: -1}", "walkers: -2}")
    ours = f"{heavier}priorities: [[rejection, welfare]]\n"
    theirs = f"{heavier}priorities: [[welfare, rejection]]\n"
    found = chorus(together(ours, theirs))
    assert found.own == {
        "a": analyze(read_case(ours)).statuses,
        "b": analyze(read_case(theirs)).statuses,
    }
    assert set(found.analysis.statuses.values()) == {Status.CONTESTED}
    assert found.crux is not None
    assert found.crux.disagreement.path == "priorities.rejection>welfare"
    assert found.crux.settles == (2, 2)
    assert found.complete


def test_what_all_agree_on_may_have_different_grounds():
    plain = without("challenges", BASE)
    first = plain.replace("[welfare, rejection]", "[rejection]")
    second = plain.replace("[welfare, rejection]", "[veil]")
    (drive, wait) = chorus(together(first, second)).agreed
    assert (drive.option, wait.option) == ("drive", "wait")
    assert not drive.for_one_reason
    assert drive.sources == {"a": ("rejection",), "b": ("veil",)}


def test_a_search_out_of_time_tells_what_it_found(monkeypatch: pytest.MonkeyPatch):
    merged = together(BASE, changed("walkers: -1}", "walkers: -3}"))
    clock = time.monotonic

    def an_hour_later(*_: object) -> None:
        monkeypatch.setattr(time, "monotonic", lambda: clock() + 3600)

    found = chorus(merged, timeout=1800, progress=an_hour_later)
    assert not found.complete
    assert not found.cruxes
    assert set(found.own) == {"a", "b"}


def test_a_case_in_braces_is_written_anew_and_says_so():
    case = {"title": "x", "options": {"a": "A", "b": "B"}, "facts": {"f": {"status": "agreed"}}}
    other = {**case, "facts": {"f": {"status": "denied"}}}
    merged = merge(voices_of([load_case(case), load_case(other)], ("a", "b")))
    assert read_case(merged.text).facts["f"].status is FactStatus.DISPUTED
    assert any("written anew" in note for note in merged.notes)


OPEN_TEXTURE = """\
title: A park
options: {car: Drive a car, bike: Ride, walk: Walk}
norms:
  vehicles:
    text: No vehicles
    interpretations:
      motor: {text: what has a motor, breached_by: [car]}
      wheels: {text: what has wheels, breached_by: [car, bike]}
  quiet: {text: Keep quiet, breached_by: [car]}
reasons: [{by: riders, favours: bike, over: walk}]
priorities:
  - ["norm:vehicles", riders]
  - {id: own, higher: "norm:vehicles", lower: "norm:quiet"}
"""


def test_priorities_of_a_norm_with_interpretations_are_those_of_each_of_them():
    other = OPEN_TEXTURE.replace('  - ["norm:vehicles", riders]\n', "")
    merged = together(OPEN_TEXTURE, other)
    case = read_case(merged.text, "merged.yaml")
    pairs = {(p.higher, p.lower) for p in case.priorities}
    readings = ("norm:vehicles_motor", "norm:vehicles_wheels")
    assert {(reading, "norm:quiet") for reading in readings} <= pairs
    assert {(reading, "riders") for reading in readings} <= pairs
    assert len([d for d in merged.disagreements if d.kind == "priority"]) == 2
