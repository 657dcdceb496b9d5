"""What turns out wrong once a case is argued about still names its line, and where in it."""

from dataclasses import replace

import pytest

from argue.analysis import analyze
from argue.construct.places import case_error, located, unfit
from argue.errors import CaseError, FrameworkError, Problem, UnfitCase
from argue.io.case import load_case
from argue.io.problems import render

LAKE = """title: A lake
options:
  few: {text: Few, plays: kantian}
  many:
    text: Many
    plays: nash
standpoints: {ann: {}, ben: {}}
game:
  family: commons
  a: 10
  b: 1
frameworks: [kantian]
"""
FORMULA = LAKE.replace("family: commons", "strategy: [0, 9]").replace(
    "  a: 10\n  b: 1\n", "  payoff: x*(10-X)\n"
)


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        (LAKE.replace("b: 1", "b: 0"), (11, 3, "  b: 0"), "more is always better"),
        (LAKE.replace("b: 1", "b: -1"), (11, 3, "  b: -1"), "game.b"),
        (LAKE.replace("plays: nash", "plays: '-1'"), (6, 5, "    plays: '-1'"), "from 0"),
        (FORMULA.replace("(10-X)", "(10-"), (10, 3, "  payoff: x*(10-"), "ends too early"),
        (FORMULA.replace("(10-X)", "(z-X)"), (10, 3, "  payoff: x*(z-X)"), "uses 'z'"),
        (
            FORMULA.replace("x*(10-X)", "x").replace("[0, 9]", "[0, unbounded]"),
            (9, 3, "  strategy: [0, unbounded]"),
            "game.strategy has no upper bound and cannot be played: more is always better",
        ),
        (
            FORMULA + "x-note: 1\n" + "payoffs: {default: 0}\n",
            (13, 1, "payoffs: {default: 0}"),
            "leave out payoffs",
        ),
    ],
)
def test_a_problem_of_a_game_shows_its_line_with_a_caret(text, place, says):
    with pytest.raises(CaseError) as caught:
        analyze(load_case(text))
    (problem,) = caught.value.problems
    assert (problem.line, problem.column, problem.text) == place
    assert says in problem.message
    assert render(caught.value).splitlines()[-1].rstrip("^").endswith("| " + " " * (place[1] - 1))


RULES = """title: Rules
options: {a: A, b: B}
facts: {wet: {status: disputed}}
rules:
  premises: [rain, 7up]
  defeasible:
    - "d1: rain => wet"
    - "d2: rain ~> wet"
  preferences: [[d1, d9]]
"""


def test_all_problems_of_rules_show_their_lines():
    with pytest.raises(CaseError) as caught:
        analyze(load_case(RULES))
    places = {(p.code, p.line, p.column) for p in caught.value.problems}
    assert {("R003", 5, 20), ("R004", 8, 7), ("R006", 9, 17)} <= places
    assert all(p.text == RULES.splitlines()[p.line - 1] for p in caught.value.problems)


UNFIT = """title: Beyond a logarithm
options: {a: A, b: B}
standpoints: {x: {level: 1}, y: {}}
payoffs: {a: {x: 1, y: 2}, b: {x: 2, y: -1}}
frameworks:
  - welfare
  - {id: %s}
"""


@pytest.mark.parametrize(
    "use", ["veil, rule: atkinson", "priority", "wellbeing", "v, type: veil, rule: atkinson"]
)
def test_a_functional_outside_its_domain_names_the_line_of_its_framework(use):
    with pytest.raises(UnfitCase) as caught:
        analyze(load_case(UNFIT % use))
    (problem,) = caught.value.problems
    assert (problem.code, problem.line, problem.column) == ("C061", 7, 5)
    assert isinstance(caught.value, FrameworkError)


@pytest.mark.parametrize("cell", ["[[1.5, 1], [-0.5, 2]]", "[[0.5, 1], [0.4, 2]]"])
def test_probabilities_beyond_their_bounds_name_line_and_column(cell):
    text = UNFIT.replace("y: -1}", f"y: {{lottery: {cell}}}}}") % "veil"
    with pytest.raises(CaseError) as caught:
        load_case(text)
    assert all(p.line == 4 and p.column > 1 for p in caught.value.problems)


def test_a_case_without_lines_names_the_path():
    data = {
        "title": "t",
        "options": {"a": {"text": "A", "plays": "nash"}, "b": {"text": "B", "plays": "nash"}},
        "standpoints": {"x": {}, "y": {}},
        "game": {"family": "commons", "a": 10, "b": 0},
    }
    with pytest.raises(CaseError, match=r"game\.b") as caught:
        analyze(load_case(data))
    assert caught.value.problems[0].line == 0


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("game.b", "b: 1"),
        ("game.b.deeper", "b: 1"),
        ("options.many.plays[2].unheard", "plays: nash"),
        ("options.few.other", "options:"),
    ],
)
def test_a_problem_stands_where_the_nearest_part_of_its_path_does(path: str, written: str):
    found = located(load_case(LAKE), Problem("C000", "wrong", path))
    line = LAKE.split("\n")[found.line - 1]
    assert line.strip() == written
    assert found.text == line
    assert 0 < found.column <= len(line)


def test_a_problem_of_no_part_of_a_case_stays_as_it_is():
    for path in ("nowhere.at[1].all", "gamesome", "titles.b"):
        problem = Problem("C000", "wrong", path)
        assert located(load_case(LAKE), problem) == problem
    assert located(load_case(LAKE), Problem("C000", "wrong", "")).line == problem.line


def test_a_problem_names_the_file_or_else_the_case():
    case = load_case(LAKE)
    problem = Problem("C000", "wrong", "game")
    assert str(case_error(replace(case, file="lake.yaml"), [problem])).startswith("lake.yaml:8:")
    named = case_error(replace(case, file="", id="lake"), [problem])
    assert str(named).startswith("lake:8:")
    bare = replace(case, file="", id="lake")
    assert str(unfit(bare, case.frameworks[0], FrameworkError("wrong"))).startswith("lake:12:")
    filed = replace(bare, file="lake.yaml")
    wrong = unfit(filed, case.frameworks[0], FrameworkError("wrong"))
    assert str(wrong).startswith("lake.yaml:12:")


def test_a_problem_may_stand_in_the_first_line():
    case = load_case("frameworks: [kantian]\n" + LAKE.replace("frameworks: [kantian]\n", ""))
    found = located(case, Problem("C000", "wrong", "frameworks"))
    assert (found.line, found.text) == (1, "frameworks: [kantian]")


def test_a_problem_may_stand_in_the_last_line():
    found = located(load_case(LAKE.rstrip("\n")), Problem("C000", "wrong", "frameworks"))
    assert (found.line, found.text) == (12, "frameworks: [kantian]")
