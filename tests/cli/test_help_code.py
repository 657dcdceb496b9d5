"""Codes of rules and games: every one is explained, and its examples do what they say."""

import re
from pathlib import Path

import pytest

import argue
from argue.cli.check import read_through
from argue.cli.exits import Exit
from argue.cli.help_code import all_codes
from argue.cli.main import main
from argue.construct.rules import TITLES
from argue.errors import CaseError
from argue.io.codes import CODES
from argue.verdict.codes import WARNING_CODES
from tests.io.texts import whole

BEYOND = {
    n: code
    for n, code in all_codes().items()
    if n not in CODES and n not in WARNING_CODES and code.runs
}


def codes_of(lines: str, folder: Path) -> set[str]:
    """The codes of all problems of a case with these lines, its rules and its game read too."""
    file = folder / "case.yaml"
    file.write_text(whole(lines), encoding="utf-8")
    try:
        read_through(str(file))
    except CaseError as error:
        return {problem.code for problem in error.problems}
    return set()


@pytest.mark.parametrize("name", BEYOND)
def test_a_wrong_example_has_the_problem_it_shows_and_a_right_one_has_none(
    name: str, tmp_path: Path
):
    assert codes_of(BEYOND[name].wrong, tmp_path) == {name}
    assert codes_of(BEYOND[name].right, tmp_path) == set()


def test_every_code_that_the_program_gives_is_explained():
    used = {
        code
        for path in Path(argue.__path__[0]).rglob("*.py")
        for code in re.findall(r'"([CGMRSW]\d{3})"', path.read_text(encoding="utf-8"))
    }
    assert used == set(all_codes())
    assert set(TITLES) | {"C060", "C061", "C062", "C063"} == set(BEYOND)


@pytest.mark.parametrize("name", ["R003", "r003", "C060", "C012", "G001", "W004", "w015"])
def test_a_code_is_explained_in_capitals_or_not(name: str, capsys: pytest.CaptureFixture[str]):
    assert main(["help-code", name]) == Exit.DONE
    shown = capsys.readouterr().out
    assert shown.startswith(f"{name.upper()}: ")
    assert "\nWrong:\n" in shown
    assert "\nRight:\n" in shown


def test_check_reads_rules_and_game_as_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = tmp_path / "case.yaml"
    file.write_text(whole(BEYOND["R003"].wrong))
    assert main(["check", str(file)]) == Exit.BAD_CASE
    assert "error[R003]" in capsys.readouterr().err
    file.write_text(whole(BEYOND["C060"].wrong))
    assert main(["check", str(file)]) == Exit.BAD_CASE
    assert "error[C060]" in capsys.readouterr().err


def test_an_error_in_a_graph_names_a_code_that_is_explained(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    file = tmp_path / "graph.af"
    file.write_text(all_codes()["G001"].wrong)
    assert main(["solve", "-p", "SE-PR", "-f", str(file)]) == Exit.BAD_CASE
    assert "error[G001]" in capsys.readouterr().err
    file.write_text(all_codes()["G001"].right)
    assert main(["solve", "-p", "SE-PR", "-f", str(file)]) == Exit.DONE
