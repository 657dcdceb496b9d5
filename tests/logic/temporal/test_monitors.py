"""Duties followed along traces, patterns in words, and how machines are written down."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import given

from argue.logic.formulas import FormulaError
from argue.logic.temporal.compiling import compile_automaton
from argue.logic.temporal.definition import holds
from argue.logic.temporal.formulas import Formula
from argue.logic.temporal.machines import automaton_dot, monitor_dot, reward_machine
from argue.logic.temporal.monitor import Monitor, Standing, monitor
from argue.logic.temporal.patterns import Pattern, formula_of
from argue.logic.temporal.reading import parse_temporal
from tests.logic.temporal.strategies import formulas, traces

ANSWER = Pattern("achieve", "answered", after="asked", within=2)


def watched(duty: str, reparation: str | None = None, *, again: bool = False) -> Monitor:
    repair = parse_temporal(reparation) if reparation else None
    return monitor(parse_temporal(duty), repair, again=again)


def trace(text: str) -> list[frozenset[str]]:
    """Steps parted by `;`, each with its propositions."""
    return [frozenset(step.split()) for step in text.split(";")]


def standings(of: Monitor, steps: str) -> str:
    return " ".join(str(r.standing) for r in of.follow(trace(steps)).readings)


@given(formulas(3), traces())
def test_duty_is_kept_exactly_where_its_formula_holds(
    formula: Formula, steps: list[frozenset[str]]
) -> None:
    course = monitor(formula).follow(steps)
    assert (course.ending is Standing.INACTIVE) == holds(formula, steps)
    assert course.ending is not Standing.REPAIRED


@given(formulas(2), formulas(2), traces())
def test_repaired_breach_is_one_whose_reparation_holds_from_its_step_on(
    duty: Formula, reparation: Formula, steps: list[frozenset[str]]
) -> None:
    course = monitor(duty, reparation).follow(steps)
    if len(course.breaches) == 1 and not course.owed:
        breach = course.breaches[0] - 1
        settled = compile_automaton(reparation)
        *_, last = settled.run(steps[breach:])
        if course.readings[-1].standing is Standing.VIOLATED or last in settled.won:
            mended = holds(reparation, steps[breach:])
            assert (course.ending is Standing.REPAIRED) == mended


def test_answer_is_owed_until_it_is_given() -> None:
    assert standings(monitor(formula_of(ANSWER)), "asked;;answered;") == (
        "active active inactive inactive"
    )


def test_breach_repaired_later_says_so_and_the_duty_starts_afresh() -> None:
    duty = monitor(formula_of(ANSWER), parse_temporal("F apologised"))
    course = duty.follow(trace("asked;;;;apologised;asked;answered"))
    assert [str(r.standing) for r in course.readings] == (
        ["active", "active", "violated", "violated", "repaired", "active", "inactive"]
    )
    assert course.ending is Standing.REPAIRED
    assert course.breaches == (3,)


def test_breach_after_a_repair_is_a_breach_again() -> None:
    duty = watched("G !leak", "F fixed")
    assert duty.follow(trace("leak;fixed;leak")).ending is Standing.VIOLATED
    assert duty.follow(trace("leak;fixed;leak;fixed")).breaches == (1, 3)


def test_gentle_murder_repairs_at_the_step_of_the_breach() -> None:
    duty = watched("G !kill", "gently")
    assert duty.follow(trace("kill gently")).ending is Standing.REPAIRED
    assert duty.follow(trace("kill")).ending is Standing.VIOLATED


def test_every_breach_is_seen_where_the_duty_starts_again() -> None:
    assert watched("G !leak", again=True).follow(trace("leak;;leak;leak")).breaches == (1, 3, 4)
    assert watched("G !leak").follow(trace("leak;;leak;leak")).breaches == (1,)


def test_what_is_owed_at_the_end_is_a_breach() -> None:
    course = watched("F done").follow(trace("a;b"))
    assert course.owed
    assert course.ending is Standing.VIOLATED
    assert course.breaches == ()


@pytest.mark.parametrize(
    ("pattern", "formula"),
    [
        (Pattern("never", "leak"), "G !leak"),
        (Pattern("always", "logged", after="deployed"), "G(deployed -> G logged)"),
        (Pattern("never", "sold", until="consent"), "!sold W consent"),
        (Pattern("always", "a & b", after="c", until="d"), "G(c -> ((a & b) W d))"),
        (Pattern("achieve", "done"), "F done"),
        (ANSWER, "G(asked -> F<=2 answered)"),
        (Pattern("achieve", "consent", before="recording"), "!recording U consent"),
    ],
)
def test_pattern_stands_for_its_formula(pattern: Pattern, formula: str) -> None:
    assert formula_of(pattern) == parse_temporal(formula)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (Pattern("seldom", "a"), "never, always, achieve"),
        (Pattern("never", "a", within=3), "'within' does not go with 'never'"),
        (Pattern("achieve", "a", until="b"), "'until' does not go with 'achieve'"),
        (Pattern("achieve", "a", before="b", within=2), "not both"),
        (Pattern("achieve", "a", within=-1), "from 0 to 1000"),
        (Pattern("never", "F a"), "about one step"),
        (Pattern("never", "a &"), "too early"),
    ],
)
def test_pattern_that_means_nothing_is_refused(pattern: Pattern, words: str) -> None:
    with pytest.raises(FormulaError, match=words):
        formula_of(pattern)


def test_reward_machine_is_written_in_the_published_format() -> None:
    text = reward_machine(watched("G !leak"), {Standing.VIOLATED: Fraction(-1)})
    assert text.splitlines() == [
        "0",
        "[1]",
        "(0,0,'!leak',ConstantRewardFunction(0))",
        "(0,1,'leak',ConstantRewardFunction(-1))",
    ]


@given(formulas(3), formulas(2), traces())
def test_reward_machine_takes_the_steps_of_the_monitor(
    duty: Formula, reparation: Formula, steps: list[frozenset[str]]
) -> None:
    followed = monitor(duty, reparation)
    machine = _read(reward_machine(followed, {Standing.VIOLATED: Fraction(-1)}))
    state = 0
    for holding in steps:
        after = followed.step(state, holding)
        open_guards = [
            end for (end, guard) in machine.get(state, []) if _guard_holds(guard, holding)
        ]
        assert open_guards == ([after] if state in machine else [])
        state = after


def _read(text: str) -> dict[int, list[tuple[int, str]]]:
    found: dict[int, list[tuple[int, str]]] = {}
    for start, end, guard in re.findall(r"\((\d+),(\d+),'(.*)',Constant", text):
        found.setdefault(int(start), []).append((int(end), guard))
    return found


def _guard_holds(guard: str, holding: frozenset[str]) -> bool:
    return any(
        all(
            literal == "True" or (literal.lstrip("!") in holding) != literal.startswith("!")
            for literal in cube.split("&")
        )
        for cube in guard.split("|")
    )


def test_dot_marks_the_start_and_what_is_accepted() -> None:
    text = automaton_dot(compile_automaton(parse_temporal("F done")))
    assert "start -> s0" in text
    assert 's1 [label="1", shape=doublecircle]' in text
    assert 's0 -> s1 [label="done"]' in text


def test_dot_of_a_monitor_names_the_standings() -> None:
    text = monitor_dot(watched("G(asked -> F answered)"))
    assert 'label="1\\nactive"' in text
