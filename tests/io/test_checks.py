"""What is wrong when the parts of a case do not fit together, and that all of it is said."""

import json
from pathlib import Path
from typing import Any

import pytest

from argue.errors import CaseError
from argue.io.case import load_case, read_case
from tests.io.texts import problems_of

ROOT = Path(__file__).parents[2]
ERRORS: dict[str, Any] = json.loads((ROOT / "tests/golden/errors.json").read_text("utf-8"))


def codes_of(lines: str) -> list[str]:
    return [problem.code for problem in problems_of(lines)]


@pytest.mark.parametrize("name", ERRORS)
def test_a_case_that_must_be_refused_is_refused_in_these_words(name: str):
    with pytest.raises(CaseError) as caught:
        load_case(ERRORS[name]["case"])
    (problem,) = caught.value.problems
    assert f"{problem.message}: {problem.help}".startswith(ERRORS[name]["message"])


def test_all_problems_come_at_once_in_the_order_of_the_file():
    found = problems_of(
        "querstion: q\npayoffs:\n  rescue: {worker: 0}\n  wait: {worker: x, viewr: 1, viewer: 0}\n"
        "frameworks: [welfare, universalisation]\npriorities: [[welfare, viel]]\n"
        "scale: {comparable: yes}"
    )
    assert [(p.code, p.line, p.column) for p in found] == [
        ("C014", 5, 1),
        ("C036", 7, 3),
        ("C015", 8, 18),
        ("C024", 8, 21),
        ("C012", 9, 23),
        ("C026", 10, 24),
        ("C015", 11, 21),
    ]
    assert found[3].path == "payoffs.wait.viewr"
    assert 'did you mean "viewer"?' in found[3].help
    assert found[1].message == "payoffs.rescue.viewer is missing"


@pytest.mark.parametrize(
    "shape",
    [
        "shape: threshold, population: 20, interested: 20",
        "shape: threshold, population: 20, interested: 20, threshold: [4, 21]",
        "shape: threshold, population: 20, interested: 20, threshold: [4, 4]",
        "shape: aggregation, population: 20, interested: 21",
        "shape: aggregation, population: 20, interested: 20, threshold: [4, 7]",
    ],
)
def test_a_shape_that_does_not_fit_is_refused(shape: str):
    assert codes_of(f"universal: {{rescue: refrain, wait: {{{shape}}}}}") == ["C038"]


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("{id: veil, rule: maximal}", "C017"),
        ("{id: veil, rul: maximin}", "C014"),
        ("{id: rejection, rights_weight: 1/2}", "C019"),
        ("{id: rejection, rights_weight: two}", "C015"),
        ("{id: veil, residue_above: 1}", "C014"),
        ("{id: universalization, table: general}", "C014"),
        ("{id: norms, type: veil}", "C021"),
        ("{id: my-veil, type: veil}", "C020"),
        ("{rule: maximin}", "C016"),
        ("{id: veil, mode: good}", "C015"),
        ("{id: veil, mode: test}", "C043"),
        ("[veil]", "C015"),
        ("{id: 7}", "C015"),
        ("{id: veil, type: viel}", "C012"),
    ],
)
def test_a_framework_is_checked_against_what_its_type_declares(entry: str, code: str):
    assert codes_of(f"frameworks:\n  - {entry}") == [code]


def test_an_unknown_framework_is_complained_of_once():
    assert codes_of("frameworks: [viel]\npriorities: [[viel, norms]]") == ["C012"]


@pytest.mark.parametrize(
    "against",
    [
        "{}",
        "{framework: veil, norm: quota}",
        "{priority: 'norms>veil', better: wait}",
        "{challenge: challenge2, voice: worker}",
    ],
)
def test_a_challenge_has_exactly_one_target(against: str):
    lines = (
        "frameworks: [veil]\nnorms: {quota: {}}\npriorities: [[norms, veil]]\n"
        f"challenges: [{{against: {against}}}, {{against: {{norm: quota}}}}]"
    )
    assert codes_of(lines) == ["C044"]


@pytest.mark.parametrize(
    "lines",
    [
        "frameworks: [veil]\nchallenges: [{against: {challenge: challenge1}}]",
        "frameworks: [veil]\nchallenges: [{against: {framework: veil, better: wait, worse: wait}}]",
        "reasons: [{by: union, favours: wait, over: wait}]",
    ],
)
def test_nothing_is_compared_with_itself(lines: str):
    assert codes_of(lines) == ["C041"]


CYCLES = {
    "two": ("[[veil, welfare], [welfare, veil]]", "veil > welfare > veil"),
    "itself": ("[[veil, veil]]", "veil > veil"),
    "three": (
        "[[welfare, rejection], [rejection, veil], [veil, welfare]]",
        "rejection > veil > welfare > rejection",
    ),
    "through norms": ("[[norms, veil], [veil, 'norm:low']]", "norm:low > veil > norm:low"),
    "among norms": ("[['norm:low', 'norm:high']]", "norm:high > norm:low > norm:high"),
    "through ranks": (
        "[['norm:low', veil], [veil, 'norm:high']]",
        "norm:high > norm:low > veil > norm:high",
    ),
    "when surge": (
        "[{higher: veil, lower: welfare, because: surge}, {higher: welfare, lower: veil}]",
        "veil > welfare > veil",
    ),
}
NORMS = "norms: {high: {rank: 2}, middle: {rank: 1}, low: {}}\n"
FRAMEWORKS = "frameworks: [veil, welfare, rejection]\n"


@pytest.mark.parametrize("name", CYCLES)
def test_a_cycle_of_priorities_is_named(name: str):
    written, cycle = CYCLES[name]
    (problem,) = problems_of(f"{FRAMEWORKS}{NORMS}priorities: {written}")
    assert problem.code == "C039"
    assert problem.message == f"priorities form a cycle: {cycle}"


@pytest.mark.parametrize(
    "lines",
    [
        "priorities: [[veil, welfare], [welfare, rejection], [veil, rejection]]",
        "priorities: [[veil, norms], [norms, welfare]]",
        "priorities: [{higher: veil, lower: welfare, because: surge},"
        " {higher: welfare, lower: veil, because: not surge}]",
        "priorities: [{id: p, higher: veil, lower: welfare}, [welfare, veil]]\n"
        "challenges: [{status: accepted, against: {priority: p}}]",
        "facts: {surge: {status: denied}}\n"
        "priorities: [{higher: veil, lower: welfare, because: surge}, [welfare, veil]]",
    ],
)
def test_priorities_that_never_clash_are_allowed(lines: str):
    assert problems_of(FRAMEWORKS + NORMS + lines) == ()


def test_long_chains_of_priorities_and_many_norms_are_checked():
    norms = ", ".join(f"n{i}: {{rank: {i}}}" for i in range(4000))
    chain = ", ".join(f"['norm:n{i + 1}', 'norm:n{i}']" for i in range(3999))
    closed = f"{chain}, ['norm:n0', 'norm:n9']"
    assert problems_of(f"norms: {{{norms}}}\npriorities: [{chain}]") == ()
    assert codes_of(f"norms: {{{norms}}}\npriorities: [{closed}]") == ["C039"]


def test_sources_share_one_namespace():
    stated = "reasons: [{by: veil, favours: wait, over: rescue}]"
    twice = "priorities: [[veil, welfare], [veil, welfare]]"
    assert codes_of("frameworks: [veil, veil]") == ["C022"]
    assert codes_of(f"frameworks: [veil]\n{stated}") == ["C022"]
    assert codes_of(f"frameworks: [veil, welfare]\n{twice}") == ["C022"]


TRACE = "title: T\noptions: {a: {text: A, trace: [[asked], HOLE, [done]]}, b: B}\n"


@pytest.mark.parametrize(
    ("hole", "advice"),
    [
        ("null", "write [] if it is empty, as a step of a trace at which nothing holds"),
        ("unknown", "write it in brackets: [...]"),
        ("", "something is missing between two commas, or a bracket or quote is never closed"),
    ],
)
def test_a_hole_in_a_trace_is_told_what_to_write_there(hole: str, advice: str):
    with pytest.raises(CaseError) as caught:
        read_case(TRACE.replace("HOLE", hole))
    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (2, 41)
    assert problem.help == advice
