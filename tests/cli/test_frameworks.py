"""`argue frameworks` as it is run, and small slips on the command line and in files."""

import json
from pathlib import Path

import pytest

from argue import registry
from argue.analysis import analyze
from argue.cli.exits import Exit
from argue.cli.main import main
from argue.errors import UnknownId
from argue.io.case import load_case
from tests.io.texts import problems_of


def test_every_framework_is_listed_with_what_it_says(capsys: pytest.CaptureFixture[str]):
    assert main(["frameworks"]) == Exit.DONE
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines if line[0] != " "] == [*registry.known_types()]
    assert all(len(line) <= 80 for line in lines)


@pytest.mark.parametrize("name", registry.known_types())
def test_a_framework_is_told_in_full(name: str, capsys: pytest.CaptureFixture[str]):
    assert main(["frameworks", name]) == Exit.DONE
    told = " ".join(capsys.readouterr().out.split())
    framework = registry.framework(name)
    assert " ".join(framework.scheme.split()) in told
    assert framework.source in told
    for parameter in framework.parameters:
        assert f"{parameter.name}: {' '.join(parameter.doc.split())}" in told
        assert all(choice in told for choice in parameter.choices)
    for question in framework.critical_questions:
        assert f"{question.id}: {question.text}" in told


def test_frameworks_as_data(capsys: pytest.CaptureFixture[str]):
    assert main(["frameworks", "veil", "--json"]) == Exit.DONE
    data = json.loads(capsys.readouterr().out)
    assert data["schema"] == "argue/frameworks/v1"
    (veil,) = data["frameworks"]
    assert (veil["id"], veil["parameters"][0]["default"]) == ("veil", "leximin")
    assert main(["frameworks", "vail"]) == Exit.USAGE


def test_a_norm_may_be_ranked_by_its_bare_id_unless_a_framework_has_it():
    case = load_case("fishing-commons")
    bare = analyze(case, priorities=[("welfare", "quota")])
    full = analyze(case, priorities=[("welfare", "norm:quota")])
    assert bare.statuses == full.statuses
    assert bare.graph.order == full.graph.order
    with pytest.raises(UnknownId, match="quotas"):
        analyze(case, priorities=[("welfare", "quotas")])


def test_a_folder_given_for_a_case_is_said_to_be_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["analyze", str(tmp_path)]) == Exit.NO_INPUT
    assert "is a folder; there is no case file in it" in capsys.readouterr().err
    (tmp_path / "mine.yaml").write_text("title: x\n")
    assert main(["analyze", str(tmp_path)]) == Exit.NO_INPUT
    assert "mine.yaml" in capsys.readouterr().err


@pytest.mark.parametrize("row", ["{worker: -1,5, viewer: 0}", '{worker: "-1,5", viewer: 0}'])
def test_a_decimal_comma_is_one_error_that_says_what_to_write(row: str):
    (problem,) = problems_of(f"payoffs: {{rescue: {row}, wait: {{worker: 0, viewer: 0}}}}")
    assert problem.code == "C018"
    assert "-1.5" in problem.help


def test_a_long_list_of_known_ids_is_cut_and_the_nearest_named_first():
    known = [f"option{number}" for number in range(200)]
    said = str(UnknownId("option", "optoin7", known))
    assert "did you mean option7" in said
    assert "and 140 more" in said
    assert len(said) < 1000
