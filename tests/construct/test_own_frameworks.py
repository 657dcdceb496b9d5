"""A framework of one's own: what it may say, and what becomes of it where it cannot be used."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from argue import registry
from argue.errors import FrameworkError
from argue.io.case import load_case
from argue.model.case import FrameworkUse, Mode
from argue.model.framework import Claim, CriticalQuestion, Findings, Framework, Parameter, View
from argue.model.numbers import Ops
from argue.rewards import judge
from tests.laws.drawing import Document
from tests.laws.enumeration import argued
from tests.laws.tables import case_of


def plugged(monkeypatch: pytest.MonkeyPatch, **fields: Any) -> Document:
    """A case with a framework of one's own in the place of welfare."""
    fields.setdefault("word", lambda claim: f"{claim.better} over {claim.worse}, by {claim.margin}")
    own = Framework(id="own", title="My own", scheme="Whatever I say.", source="Nobody", **fields)
    monkeypatch.setattr(registry, "framework", lambda name: own)
    return case_of({"a": (0,), "b": (1,)}, "welfare")


@pytest.mark.parametrize(
    ("value", "remains"),
    [(lambda view, ops: [4, 4], True), (lambda view, ops: [4, 3], False), (None, False)],
)
def test_without_a_value_of_the_options_nothing_is_known_of_a_residue(
    monkeypatch: pytest.MonkeyPatch, value: Any, remains: bool
):
    bound = Parameter("residue_above", "Complaints above it are a residue.", default=Fraction(3))
    case = plugged(
        monkeypatch,
        compare=lambda view, ops: Findings({(None, 1, 0): Fraction(1)}),
        value=value,
        parameters=(bound,),
    )
    assert argued(case).sources[0].residue is remains


def test_a_framework_that_raises_is_named(monkeypatch: pytest.MonkeyPatch):
    def compare(view: View, ops: Ops) -> Findings:
        raise ZeroDivisionError("no people")

    case = plugged(monkeypatch, compare=compare)
    with pytest.raises(FrameworkError, match=r"'welfare'.*ZeroDivisionError: no people"):
        argued(case)


def test_a_test_that_all_fail_is_silent(monkeypatch: pytest.MonkeyPatch):
    def compare(view: View, ops: Ops) -> Findings:
        return Findings({}, passes=[-1, -1])

    (source,) = argued(plugged(monkeypatch, compare=compare, mode=Mode.TEST)).sources
    assert source.missing == "no option passes its test"


@pytest.mark.parametrize("margins", [{}, {(None, 1, 0): Fraction(1)}])
def test_what_gives_a_reason_is_not_silent_though_all_fail(
    monkeypatch: pytest.MonkeyPatch, margins: Any
):
    """Nor does an option pass that is at 0, neither here nor there."""

    def compare(view: View, ops: Ops) -> Findings:
        return Findings(margins, passes=[-1, 0])

    (source,) = argued(plugged(monkeypatch, compare=compare, mode=Mode.TEST)).sources
    assert bool(source.missing) is not bool(margins)
    assert not source.passes


def unused(view: View, ops: Ops) -> Findings:
    """What is asked of nobody who says how much is enough."""
    raise AssertionError("the best is not asked for")


@pytest.mark.parametrize(
    ("enough", "fields", "says"),
    [
        (Fraction(1), {}, "'welfare' has no value to be enough of"),
        (None, {"mode": Mode.ENOUGH, "value": lambda view, ops: [1, 0]}, "not how much"),
    ],
)
def test_enough_is_so_much_of_something(
    monkeypatch: pytest.MonkeyPatch, enough: Fraction | None, fields: dict[str, Any], says: str
):
    """In a case made by hand, or with a framework of one's own; a file is checked before."""
    case = load_case(plugged(monkeypatch, compare=unused, **fields))
    mode = None if enough is None else Mode.ENOUGH
    asked = replace(case, frameworks=(FrameworkUse("welfare", "welfare", mode, enough),))
    with pytest.raises(FrameworkError, match=says):
        argued(asked)
    with pytest.raises(FrameworkError, match=says):
        judge.compile(asked, {"payoffs.a.p": "x"})


def test_who_speaks_is_told_by_name(monkeypatch: pytest.MonkeyPatch):
    """A voice that is nobody's has none, and neither has what is said in no voice."""

    def compare(view: View, ops: Ops) -> Findings:
        return Findings({(voice, 1, 0): Fraction(1) for voice in ("p", "crowd", None)})

    case = plugged(monkeypatch, compare=compare, word=lambda claim: f"heard from {claim.voice}")
    case["standpoints"] = {"p": {"name": "Polly"}}
    (source,) = argued(case).sources
    assert {r.voice: r.text((Fraction(1),)) for r in source.reasons} == {
        "p": "heard from Polly",
        "crowd": "heard from crowd",
        None: "heard from None",
    }


def test_a_framework_whose_words_raise_is_named_when_they_are_asked_for(
    monkeypatch: pytest.MonkeyPatch,
):
    def compare(view: View, ops: Ops) -> Findings:
        return Findings({(None, 1, 0): Fraction(1)})

    def word(claim: Claim) -> str:
        raise KeyError(claim.better)

    with pytest.raises(FrameworkError, match=r"'welfare'.*KeyError: 'b'"):
        argued(plugged(monkeypatch, compare=compare, word=word))


def test_a_framework_may_speak_for_itself_and_in_voices(monkeypatch: pytest.MonkeyPatch):
    def compare(view: View, ops: Ops) -> Findings:
        return Findings({("p", 1, 0): Fraction(1), (None, 1, 0): Fraction(2)})

    (source,) = argued(plugged(monkeypatch, compare=compare)).sources
    assert [(r.voice, r.margins[0]) for r in source.reasons] == [(None, 2), ("p", 1)]


def test_who_is_wronged_is_told_in_what_and_else_what_would_count(monkeypatch: pytest.MonkeyPatch):
    """In a voice that is nobody's, and in nobody's, all the wrongs that are read are named."""

    def compare(view: View, ops: Ops) -> Findings:
        return Findings({(voice, 1, 0): Fraction(1) for voice in ("p", "crowd", None)})

    read = ("deceives", "coerces")
    case = plugged(
        monkeypatch,
        compare=compare,
        wrongs=read,
        parameters=(Parameter("wrongs", "Which.", kind="names", default=read, choices=read),),
        word=lambda claim: " ".join(claim.parameters["wrongs"]),
    )
    case["options"]["a"] = {"text": "a", "coerces": ["p"]}
    (source,) = argued(case).sources
    assert {r.voice: r.text((Fraction(1),)) for r in source.reasons} == {
        "p": "coerces",
        "crowd": "deceives coerces",
        None: "deceives coerces",
    }


@pytest.mark.parametrize(("holds", "replies"), [(1, 1), (0, 0), (-1, 0)])
def test_only_above_0_is_it_answered(monkeypatch: pytest.MonkeyPatch, holds: int, replies: int):
    """And only where there is a question that it answers."""

    def compare(view: View, ops: Ops) -> Findings:
        return Findings({(None, 1, 0): Fraction(1)}, answered={(None, 1, 0): Fraction(holds)})

    for question, number in ((CriticalQuestion("mine", "Is it so?"), replies), (None, 0)):
        (source,) = argued(plugged(monkeypatch, compare=compare, built_in=question)).sources
        assert len(source.replies) == number


def test_margins_may_be_floats_of_a_plug_in(monkeypatch: pytest.MonkeyPatch):
    def compare(view: View, ops: Ops) -> Findings:
        margins: Mapping[Any, float] = {(None, 1, 0): 0.5, (None, 0, 1): 0.0}
        return Findings(margins)

    (source,) = argued(plugged(monkeypatch, compare=compare)).sources
    assert [(r.better, r.worse, r.margins[0]) for r in source.reasons] == [
        ("b", "a", Fraction(1, 2))
    ]
