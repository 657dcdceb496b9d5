"""Norms that cannot all be kept: named in the smallest sets, and only where nothing ranks them."""

import pytest

from argue.analysis import analyze
from argue.io.case import read_case
from argue.verdict.clashes import clashing

START = "title: T\noptions: {x: X, y: Y, z: Z}\n"


def norms(text: str):
    return read_case(f"{START}{text}")


def test_the_smallest_set_is_named_and_not_what_has_nothing_to_do_with_it():
    case = norms(
        "norms:\n  a: {breached_by: [x, y]}\n  b: {breached_by: [z]}\n  c: {breached_by: [y]}\n"
    )
    assert clashing(case) == (("norm:a", "norm:b"),)
    (said,) = [notice for notice in analyze(case).notices if notice.code == "W014"]
    assert "breaches one of the norms a and b" in said.text
    assert said.path == "norms.a"


def test_three_norms_may_clash_though_no_two_of_them_do():
    case = norms("norms: {a: {breached_by: [x]}, b: {breached_by: [y]}, c: {breached_by: [z]}}")
    assert clashing(case) == (("norm:a", "norm:b", "norm:c"),)


@pytest.mark.parametrize(
    "text",
    [
        "norms: {a: {breached_by: [x, y], rank: 1}, b: {breached_by: [z]}}",
        "norms: {a: {breached_by: [x, y], special_to: [b]}, b: {breached_by: [z]}}",
        "norms: {a: {breached_by: [x]}, b: {breached_by: [z]}}",
        "norms: {a: {breached_by: [x, y, z]}, b: {breached_by: [z]}}",
        "facts: {f: {status: disputed}}\n"
        "norms: {a: {breached_by: [x, y], when: f}, b: {breached_by: [z]}}",
        "norms: {a: {breached_by: [x, y]}, b: {modality: permit, permits: [z]}}",
    ],
)
def test_what_is_ranked_or_can_be_kept_or_may_not_apply_is_no_clash(text: str):
    assert clashing(norms(text)) == ()
