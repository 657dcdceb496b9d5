"""Compiled formulas against the definition, and what automata say of themselves."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.logic.formulas import FormulaError
from argue.logic.temporal.automaton import Automaton
from argue.logic.temporal.compiling import compile_automaton
from argue.logic.temporal.definition import holds
from argue.logic.temporal.formulas import Formula, negation
from argue.logic.temporal.reading import parse_temporal
from tests.logic.temporal.strategies import formulas, traces


def compiled(text: str) -> Automaton:
    return compile_automaton(parse_temporal(text))


@given(formulas(), st.lists(traces(), min_size=1, max_size=8))
def test_automaton_accepts_exactly_the_traces_of_which_the_formula_holds(
    formula: Formula, some: list[list[frozenset[str]]]
) -> None:
    automaton = compile_automaton(formula)
    for trace in some:
        assert automaton.accepts(trace) == holds(formula, trace)


@given(formulas(3), traces())
def test_a_formula_or_its_negation_holds(formula: Formula, trace: list[frozenset[str]]) -> None:
    opposite = compile_automaton(negation(formula))
    assert compile_automaton(formula).accepts(trace) != opposite.accepts(trace)


@given(formulas(3), traces(3), traces(3))
def test_what_is_won_or_lost_stays_so(
    formula: Formula, start: list[frozenset[str]], rest: list[frozenset[str]]
) -> None:
    automaton = compile_automaton(formula)
    *_, state = automaton.run(start)
    if state in automaton.lost:
        assert not holds(formula, start + rest)
    if state in automaton.won:
        assert holds(formula, start + rest)


@given(formulas(3))
def test_states_of_a_compiled_automaton_can_be_told_apart(formula: Formula) -> None:
    automaton = compile_automaton(formula)
    apart = {
        (s, t)
        for s in automaton.states
        for t in automaton.states
        if (s in automaton.accepting) != (t in automaton.accepting)
    }
    while True:
        more = {
            (s, t)
            for s in automaton.states
            for t in automaton.states
            if (s, t) not in apart
            and any(p in apart for p in zip(automaton.table[s], automaton.table[t], strict=True))
        }
        if not more:
            break
        apart |= more
    assert len(apart) == len(automaton.states) * (len(automaton.states) - 1)


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("G !leak", 3),
        ("G(asked -> F answered)", 3),
        ("G(asked -> F<=10 answered)", 13),
        ("!recording U consent", 3),
        ("G(pay -> O invoice)", 4),
        ("F<=60 done", 63),
    ],
)
def test_usual_norms_have_small_automata(text: str, states: int) -> None:
    assert len(compiled(text).states) == states


def test_empty_trace_is_never_accepted() -> None:
    assert not compiled("true").accepts([])


def test_weak_next_holds_at_the_last_step_and_strong_next_fails() -> None:
    assert compiled("WX a").accepts([frozenset()])
    assert not compiled("X true").accepts([frozenset()])


@pytest.mark.parametrize(
    ("text", "words", "position"),
    [
        ("G(a ->", "ends too early", 6),
        ("G(a & & b)", "cannot stand here", 7),
        ("Q a", "a capital letter is an operator", 1),
        ("O(a & F b)", "looks back and F ahead", 7),
        ("F<=9999 a", "at most 1000 steps", 1),
        ("a b", "cannot stand here", 3),
        ("", "a formula is needed", 1),
        ("(" * 70 + "!" * 70 + "a" + ")" * 70, "more than 60 deep", 130),
        ("F<=60 (a & F<=30 (b & F<=4 a))", "more than 5000 states", 1),
        (" | ".join(f"p{n}" for n in range(11)), "more than 10 propositions", 1),
    ],
)
def test_formula_that_cannot_be_compiled_says_where(text: str, words: str, position: int) -> None:
    with pytest.raises(FormulaError, match=words) as caught:
        compiled(text)
    assert abs(caught.value.position - position) <= 1


@given(formulas())
def test_formula_is_read_as_it_is_written(formula: Formula) -> None:
    assert parse_temporal(str(formula)) == formula


@given(st.text(alphabet="abGFXUWRSYOH!&|<->=0123()  \n", max_size=40))
def test_any_text_is_a_formula_or_a_formula_error(text: str) -> None:
    try:
        parse_temporal(text)
    except FormulaError as error:
        assert 1 <= error.position <= max(1, len(text))


WORK = """
from argue.logic.temporal import compiling
from argue.logic.temporal.reading import parse_temporal

made = compiling._Compiler(parse_temporal("(X (a U b) R WX WX c) W F<=3 (X d R WX X c)"), "")
made.automaton()
print(made.work.steps)
"""


def test_a_formula_takes_as_many_steps_in_every_process() -> None:
    """Else one near the limit would be refused by chance."""
    counted = {
        subprocess.run(
            [sys.executable, "-c", WORK],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in range(4)
    }
    assert len(counted) == 1
