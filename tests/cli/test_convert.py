"""`argue convert` and `argue rules`: other programs' formats on the command line."""

import json
from pathlib import Path

import pytest
import yaml

from argue.cli.exits import Exit
from argue.cli.main import main
from argue.construct.rules import rule_base
from argue.io.graphs import load_af
from argue.io.interchange.formats import MAPS, SOURCES, TARGETS
from tests.io.interchange.test_jiminy import AUTHORITY
from tests.strategies import af

WALK = "[walk]: We should walk.\n  + <way>\n    + [healthy]\n  - [rain]\n"


@pytest.fixture(name="scenario")
def scenario_of(tmp_path: Path) -> str:
    path = tmp_path / "home.jiminy.yaml"
    path.write_text(AUTHORITY)
    return str(path)


@pytest.mark.parametrize("suffix", [".aif", ".aif.json", ".argdown", ".json", ".tgf", ".apx"])
def test_a_graph_goes_to_every_format_and_back(suffix: str, tmp_path: Path):
    first, second = tmp_path / "first.apx", tmp_path / f"second{suffix}"
    first.write_text("arg(a).\narg(b).\natt(a,b).\natt(b,b).\n")
    assert main(["convert", str(first), "-o", str(second)]) == Exit.DONE
    assert load_af(str(second)) == af("a->b b->b")
    assert main(["convert", str(second), "-t", "apx", "-o", str(first)]) == Exit.DONE
    assert load_af(str(first)) == af("a->b b->b")


@pytest.mark.parametrize("form", MAPS)
def test_a_case_becomes_a_map(form: str, capsys: pytest.CaptureFixture[str]):
    assert main(["convert", "mask-mandate", "--to", form]) == Exit.DONE
    found = MAPS[form].load(capsys.readouterr().out.encode(), "stdout")
    assert "permission:continue" in {point.id for point in found.points}
    assert main(["convert", "mask-mandate", "--to", "apx"]) == Exit.USAGE
    assert "aif, argdown, node-link" in capsys.readouterr().err


def test_maps_and_scenarios_become_the_rules_of_a_case(
    scenario: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    path = tmp_path / "walk.argdown"
    path.write_text(WALK)
    assert main(["convert", str(path), "-t", "rules"]) == Exit.DONE
    written = yaml.safe_load(capsys.readouterr().out)
    assert [rule.id for rule in rule_base(written["rules"]).rules] == ["way"]
    assert main(["convert", scenario, "-t", "rules", "--facts", "w1"]) == Exit.DONE
    written = yaml.safe_load(capsys.readouterr().out)
    assert written["rules"]["axioms"] == ["w1"]
    assert len(rule_base(written["rules"]).rules) == 4


def test_the_arguments_of_a_scenario_become_a_graph(
    scenario: str, capsys: pytest.CaptureFixture[str]
):
    assert main(["convert", scenario, "-t", "argdown"]) == Exit.DONE
    text = capsys.readouterr().out
    assert "<r1(c1(w2), w1)>" in text
    assert "  - <r2(c1(w2), w1)>" in text


def test_solve_reads_graphs_in_every_format(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "graph.argdown"
    path.write_text("<a>\n  - <b>\n    - <c>\n")
    assert main(["solve", "-p", "SE-GR", "-f", str(path)]) == Exit.DONE
    assert capsys.readouterr().out.split() == ["w", "a", "c"]


def test_rules_say_what_follows_and_why(scenario: str, capsys: pytest.CaptureFixture[str]):
    assert main(["rules", scenario, "--semantics", "grounded"]) == Exit.DONE
    text = capsys.readouterr().out
    head = "6 arguments; 1 grounded extension\nGiven: w1, w2\n"
    assert text.startswith(f"{head}Authority: Household 10, Law 5, Manuf 1\n\nJustified\n")
    assert "r2: i_risk, w1 => d_quiet (regulative, by Household)" in text
    assert "r1(c1(w2), w1) is rebutted by r2(c1(w2), w1)" in text
    assert main(["rules", scenario, "--facts", "w1,w7"]) == Exit.USAGE
    assert "'w7'; known: w1, w2" in capsys.readouterr().err


def test_rules_as_data(scenario: str, capsys: pytest.CaptureFixture[str]):
    assert main(["rules", scenario, "--semantics", "stable", "--format", "json"]) == Exit.DONE
    data = json.loads(capsys.readouterr().out)
    assert data["schema"] == "argue/rules/v1"
    assert data["notes"] == ["Authority: Household 10, Law 5, Manuf 1"]
    standings = {each["statement"]: each["standing"] for each in data["statements"]}
    assert standings["d_quiet"] == "justified"
    assert standings["d_disclose"] == "overruled"
    assert data["extensions"] == [["d_quiet", "i_risk", "p_monitor", "w1", "w2"]]


def test_rules_of_a_case(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "case.yaml"
    head = "title: T\noptions: {a: A, b: B}\nstandpoints: {s: {}}\n"
    path.write_text(f"{head}rules: {{axioms: [rain], defeasible: ['d1: rain => wet']}}\n")
    assert main(["rules", str(path)]) == Exit.DONE
    assert "d1: rain => wet" in capsys.readouterr().out
    path.write_text(head)
    assert main(["rules", str(path)]) == Exit.USAGE
    assert "--from jiminy" in capsys.readouterr().err


def test_formats_are_listed_and_usage_is_explained(capsys: pytest.CaptureFixture[str]):
    assert main(["convert", "--formats"]) == Exit.DONE
    read, written = capsys.readouterr().out.splitlines()
    assert read.split(maxsplit=1)[1].split(", ") == list(SOURCES)
    assert written.split(maxsplit=1)[1].split(", ") == list(TARGETS)
    assert main(["convert"]) == Exit.USAGE
    assert main(["convert", "mask-mandate", "-t", "pdf"]) == Exit.USAGE
    assert "known: i23" in capsys.readouterr().err
