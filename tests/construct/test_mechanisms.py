"""What is at stake: the most that the choice can make out for one person."""

from __future__ import annotations

from fractions import Fraction

import pytest

from argue.construct.mechanisms import stakes_of, with_mechanisms
from argue.io.case import load_case

CASE = """
title: Stakes
options: {a: A, b: B, c: C}
standpoints: {p: {}, q: {count: 100}}
facts: {f: {status: disputed}}
"""
PAYOFFS = "payoffs: {a: {p: %s, q: 0}, b: {p: 1, q: 0}, c: {p: 2, q: 1}}\n"
SHAPE = "{population: 10, interested: 5, shape: threshold, threshold: [2, 6], gain: %s, loss: %s}"


@pytest.mark.parametrize(
    ("cell", "stakes"),
    [
        ("1", 1),
        ("-3", 5),
        ("9", 8),
        ("absent", 1),
        ("[-3, 7]", 10),
        ("{if: f, then: 8, else: -1}", 9),
        ("{if: f, then: [-4, 0], else: absent}", 6),
        ("{lottery: [[1/2, 5], [1/4, -5], [1/4, {if: f, then: 6, else: 0}]]}", 11),
    ],
)
def test_stakes_are_the_widest_range_of_what_one_person_may_get(cell: str, stakes: int):
    assert stakes_of(load_case(CASE + PAYOFFS % cell)) == stakes


def test_everyones_range_counts_however_many_they_are_and_nobodys_is_added_up():
    rows = "payoffs: {a: {p: 0, q: 4}, b: {p: 3, q: 0}, c: {p: 0, q: 0}}\n"
    assert stakes_of(load_case(CASE + rows)) == 4


def test_nothing_is_at_stake_for_whom_no_option_lets_exist():
    rows = "payoffs: {a: {p: 1, q: %s}, b: {p: 1, q: absent}, c: {p: 1, q: absent}}\n"
    assert stakes_of(load_case(CASE + rows % "absent")) == 0
    assert stakes_of(load_case(CASE + rows % "[2, 5]")) == 3


def test_without_payoffs_the_stakes_are_what_everyones_doing_it_makes_out():
    given = "universal: {a: {all: -2, nobody: [1, 3]}, b: {all: 4, nobody: 4}, c: refrain}\n"
    assert stakes_of(load_case(CASE + given)) == 5
    assert stakes_of(load_case(CASE + PAYOFFS % 1 + given)) == 1
    shaped = f"universal: {{a: {SHAPE % (2, 7)}, b: {SHAPE % (-3, 1)}, c: refrain}}\n"
    assert stakes_of(load_case(CASE + shaped)) == Fraction(9)


def test_without_numbers_nothing_is_at_stake():
    assert stakes_of(load_case(CASE)) == 0
    assert stakes_of(load_case(CASE + "universal: {a: refrain, b: refrain, c: refrain}\n")) == 0


@pytest.mark.parametrize(
    ("stakes", "chosen", "passed_on"),
    [(1, "rules", {}), (25, "welfare", {"table": "general"})],
)
def test_the_table_is_passed_on_to_what_reads_one(
    stakes: int, chosen: str, passed_on: dict[str, str]
):
    use = f"frameworks: [{{type: resource_rational, stakes: {stakes}, table: general}}]\n"
    norms = "norms: {n: {breached_by: [a]}}\n"
    (found,) = with_mechanisms(load_case(CASE + PAYOFFS % 1 + norms + use)).frameworks
    assert found.type == chosen
    assert dict(found.parameters) == passed_on
    (bare,) = with_mechanisms(
        load_case(CASE + PAYOFFS % 1 + norms + use.replace(", table: general", ""))
    ).frameworks
    assert not bare.parameters
