"""Statuses read off the labels of all positions, and what else is said of an option."""

import pytest

from argue.analysis import analyze
from argue.io.case import load_case
from argue.model.verdict import Basis, Outcome, Status
from argue.verdict.settings import Labels
from argue.verdict.statuses import flags_of, statuses_of
from tests.laws.drawing import Document

TWO = ("a", "b")


def position(permitted: str = "", undecided: str = "", eliminated: str = "") -> Labels:
    return Labels(frozenset(permitted), frozenset(undecided), frozenset(eliminated))


@pytest.mark.parametrize(
    ("found", "a", "b"),
    [
        ([position("ab")], "permissible", "permissible"),
        ([position("a")], "obligatory", "impermissible"),
        ([position("a"), position("b")], "contested", "contested"),
        ([position("a"), position("ab")], "permissible", "contested"),
        ([position(undecided="ab")], "unresolved", "unresolved"),
        ([position("a"), position(undecided="ab")], "unresolved", "unresolved"),
        ([position("a"), position("b"), position(undecided="ab")], "contested", "contested"),
        ([position(undecided="ab", eliminated="b")], "unresolved", "impermissible"),
        ([position("a"), position(undecided="ab", eliminated="b")], "unresolved", "impermissible"),
        ([], "undefined", "undefined"),
    ],
)
def test_the_status_is_the_first_that_fits_all_positions(found: list[Labels], a: str, b: str):
    assert statuses_of(TWO, found) == {"a": Status(a), "b": Status(b)}


def test_a_single_option_is_never_obligatory():
    assert statuses_of(("a",), [position("a")]) == {"a": Status.PERMISSIBLE}


def test_flags_say_what_a_status_leaves_out():
    circle = [position(undecided="ab", eliminated="b")]
    assert [flags_of(o, circle) for o in TWO] == [(), ("eliminated",)]
    mixed = [position("a"), position("b"), position(undecided="ab")]
    assert flags_of("a", mixed) == ("undecided in some position",)


PLAIN: Document = {"title": "Two", "options": {"a": "a", "b": "b"}}
NUMBERS: Document = {"standpoints": {"p": {}}, "payoffs": {"a": {"p": 0}, "b": {"p": 0}}}
FAILING: Document = {"universal": {o: {"all": -1, "nobody": 0} for o in TWO}}


@pytest.mark.parametrize(
    ("more", "outcome", "basis"),
    [
        ({}, Outcome.SILENT, Basis.UNOPPOSED),
        ({**NUMBERS, "frameworks": ["welfare"]}, Outcome.DECIDED, Basis.UNOPPOSED),
        ({**FAILING, "frameworks": ["universalization"]}, Outcome.SILENT, Basis.UNOPPOSED),
        ({"norms": {"n": {"breached_by": []}}}, Outcome.DECIDED, Basis.DEFENDED),
        (
            {"reasons": [{"by": "x", "favours": "a", "over": "b"}]},
            Outcome.DECIDED,
            Basis.DEFENDED,
        ),
        (
            {**NUMBERS, "frameworks": ["welfare"], "scale": {"comparable": False}},
            Outcome.SILENT,
            Basis.UNOPPOSED,
        ),
    ],
)
def test_silence_is_not_the_same_as_finding_nothing_to_choose(
    more: Document, outcome: Outcome, basis: Basis
):
    analysis = analyze(load_case({**PLAIN, **more}))
    assert analysis.outcome is outcome
    assert set(analysis.basis.values()) == {basis}


def test_a_presumption_is_a_reason_enough_not_to_be_silent():
    options = {"a": {"text": "a", "presume": "forbidden"}, "b": "b"}
    analysis = analyze(load_case({**PLAIN, "options": options}))
    assert analysis.outcome is Outcome.DECIDED
    assert analysis.status("b") is Status.OBLIGATORY
