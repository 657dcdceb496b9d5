"""Considered judgements beside what came out."""

import pytest

from argue.analysis import analyze
from argue.io.case import load_case
from tests.laws.tables import case_of


@pytest.mark.parametrize(
    ("option", "judged", "agrees"),
    [
        ("a", "permissible", True),
        ("a", "obligatory", True),
        ("a", "impermissible", False),
        ("a", "contested", False),
        ("b", "impermissible", True),
        ("b", "forbidden", True),
        ("b", "permissible", False),
        ("a", "disputed", True),
        ("b", "disputed", True),
    ],
)
def test_a_judgement_agrees_with_the_status_or_is_in_tension(
    option: str, judged: str, agrees: bool
):
    case = case_of({"a": (1,), "b": (0,)}, "welfare", considered={option: judged})
    (compared,) = analyze(load_case(case)).considered
    assert (compared.option, compared.expected, compared.agrees) == (option, judged, agrees)


def test_a_judgement_by_a_source_is_compared_with_what_it_says_alone():
    judged = [
        {"option": "a", "status": "required", "by": "welfare"},
        {"option": "a", "status": "forbidden", "by": "veil"},
        {"option": "a", "status": "contested", "by": "Sidgwick"},
    ]
    case = case_of({"a": (0, 20), "b": (2, 3)}, "welfare", "veil", considered=judged)
    compared = analyze(load_case(case)).considered
    assert [c.agrees for c in compared] == [True, True, True]
    assert [c.got for c in compared] == ["required", "forbidden", "contested"]


def test_a_source_without_an_answer_does_not_agree_even_with_what_is_disputed():
    judged = [{"option": "a", "status": "disputed", "by": "universalization"}]
    case = case_of({"a": (1,), "b": (0,)}, "universalization", considered=judged)
    (compared,) = analyze(load_case(case)).considered
    assert (compared.got, compared.agrees) == ("silent", False)
