"""Contradicting axioms are named with the least that it takes."""

import pytest

from argue.analysis import analyze
from argue.errors import ArgueError
from argue.io.case import read_case

BASE = """title: T
options: {a: A, b: B}
rules:
  axioms: [p, q, z]
  strict:
    - {id: s1, if: p, then: r}
    - {id: s2, if: [r, z], then: t}
    - {id: s3, if: q, then: not t}
    - {id: s4, if: z, then: w}
    - {id: s5, if: w, then: u}
"""


def said(text: str) -> str:
    with pytest.raises(ArgueError) as caught:
        analyze(read_case(text))
    return str(caught.value)


def test_a_chain_of_rules_is_named_whole_and_what_does_not_bear_on_it_is_not():
    needed = 'no more than axiom "p", "q", "z" and strict rule s1, s2, s3 is needed for it'
    assert needed in said(BASE)
    assert "s4" not in said(BASE)


def test_axioms_that_clash_by_themselves_need_no_rule():
    assert 'no more than axiom "z", "not z" is needed for it' in said(
        BASE.replace("[p, q, z]", "[z, not z]")
    )


def test_of_several_clashes_the_one_that_is_named_is_explained():
    text = BASE.replace("[p, q, z]", "[m, not m, n, not n, o]")
    assert '"not m" (an axiom) against "m" (an axiom)' in said(text)
    assert 'no more than axiom "m", "not m" is needed for it' in said(text)


def test_what_clashes_by_itself_explains_a_clash_further_on():
    text = BASE.replace("[p, q, z]", "[m, n]").replace("if: p, then: r", "if: m, then: a")
    clash = text.replace("if: q, then: not t", "if: n, then: not a") + "  contraries: [[m, n]]\n"
    assert '"not a" (by s3: n -> not a) against "a" (by s1: m -> a)' in said(clash)
    assert 'no more than axiom "m", "n" is needed for it' in said(clash)


def test_strict_rules_that_clash_by_themselves_need_no_axiom():
    text = BASE.replace("[p, q, z]", "[z]").replace("if: p, then: r", "if: [], then: r")
    clash = text + "    - {id: s6, if: [], then: not r}\n"
    assert "; no more than strict rule s1, s6 is needed for it" in said(clash)


def test_without_any_part_of_it_nothing_clashes():
    for axioms in ("[p, q]", "[p, z]", "[q, z]"):
        assert analyze(read_case(BASE.replace("[p, q, z]", axioms))).statuses
    for gone in ("s1", "s2", "s3"):
        lines = [line for line in BASE.splitlines() if f"id: {gone}" not in line]
        assert analyze(read_case("\n".join(lines))).statuses
