"""Argument graphs in the manner of Carneades become rules."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.construct.rules import rule_base, solve_rules
from argue.errors import ArgueError, CaseError, UnknownId
from argue.io.interchange.carneades import load, rules_of
from argue.model.case import Literal

MURDER = """
title: Self-defence
statements:
  murder: The killing was murder.
  killing: {text: Somebody was killed.}
  malice: It was done with malice.
  defence: It was self-defence.
  attacked: A witness says that the victim attacked.
  fled: A witness says that the victim fled.
  lying: The first witness lies.
assumptions: [killing, malice, attacked, fled]
arguments:
  a1: {conclusion: murder, premises: [killing, malice], exceptions: [defence]}
  a2: {pro: defence, premises: {testimony: attacked}, weight: 0.4, undercutters: [lying]}
  a3: {con: defence, premises: {testimony: fled}, weight: 0.6, scheme: witness testimony}
"""


def standings(text: str, facts: list[str] | None = None) -> dict[str, str]:
    rules = rules_of(load(text.encode()), facts)
    solution = solve_rules(rule_base(rules), "grounded")
    names = ("murder", "defence")
    return {name: str(solution.conclusion(Literal(name)).standing) for name in names}


def test_the_weightier_argument_prevails_and_an_exception_undercuts():
    assert standings(MURDER) == {"murder": "justified", "defence": "overruled"}
    weightier = MURDER.replace("weight: 0.4", "weight: 0.9")
    assert standings(weightier) == {"murder": "overruled", "defence": "justified"}
    equal = MURDER.replace("weight: 0.4", "weight: 0.6")
    assert standings(equal) == {"murder": "unresolved", "defence": "unresolved"}


def test_other_facts_can_be_assumed():
    facts = ["killing", "malice", "attacked"]
    assert standings(MURDER, facts) == {"murder": "overruled", "defence": "justified"}
    assert standings(MURDER, [*facts, "lying"]) == {"murder": "justified", "defence": "overruled"}
    with pytest.raises(UnknownId, match="'nothing'"):
        standings(MURDER, ["nothing"])


def test_texts_are_kept():
    rules = rules_of(load(MURDER.encode()))
    assert rules["x-texts"]["killing"] == "Somebody was killed."
    assert rule_base(rules).rules[-1].id
    assert {rule.text for rule in rule_base(rules).rules} >= {"witness testimony"}


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("con: defence", "con: defense", 15, "no statement 'defense'"),
        ("con: defence", "pro: murder, con: defence", 15, "2 conclusions"),
        ("con: defence, ", "", 15, "no conclusions"),
        ("weight: 0.6", "standard: pe", 15, "unknown key 'standard'"),
        ("weight: 0.6", "weight: much", 15, "no number"),
        ("a3:", "murder:", 15, "also a statement"),
        ("fled]", "flew]", 11, "no statement 'flew'"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(old: str, new: str, line: int, said: str):
    assert old in MURDER
    with pytest.raises(CaseError, match=said) as caught:
        load(MURDER.replace(old, new).encode())
    (problem,) = caught.value.problems
    assert problem.line == line
    assert problem.help


def test_a_graph_without_arguments_is_refused():
    with pytest.raises(ArgueError, match="no arguments"):
        rules_of(load(b"statements: {a: A}"))


@given(
    place=st.integers(0, len(MURDER) - 1),
    change=st.text("{}[],: \nabcw\"'-#0", max_size=4),
    cut=st.integers(0, 12),
)
def test_a_changed_graph_is_solved_or_refused(place: int, change: str, cut: int):
    text = MURDER[:place] + change + MURDER[place + cut :]
    with suppress(ArgueError):
        solve_rules(rule_base(rules_of(load(text.encode()))), "grounded")
