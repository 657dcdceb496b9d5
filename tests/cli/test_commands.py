"""The small commands: check, cases, schema, help-code."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from argue.cli.exits import Exit
from argue.cli.help_code import all_codes
from argue.cli.main import main
from argue.io.bundled import bundled_ids
from tests.bundled import some_cases

BAD = "title: x\noptions: {a: A, b: B}\nframeworks: [universalisation]\ncolour: red\n"


def test_check_reports_all_problems_of_all_cases(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    bad = tmp_path / "bad.yaml"
    bad.write_text(BAD)
    assert main(["check", "tax", str(bad), "kidney"]) == Exit.BAD_CASE
    captured = capsys.readouterr()
    assert captured.out == "tax: in order\nkidney: in order\n"
    assert "bad.yaml:3:14: error[C012]" in captured.err
    assert "bad.yaml:4:1: error[" in captured.err


def test_check_gives_problems_as_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    bad = tmp_path / "bad.yaml"
    bad.write_text(BAD)
    assert main(["check", "--json", str(bad), "no-such-case"]) == Exit.NO_INPUT
    captured = capsys.readouterr()
    assert captured.err == ""
    first, second, missing = json.loads(captured.out)["problems"]
    assert (first["file"], first["code"], first["line"], first["column"]) == (
        str(bad),
        "C012",
        3,
        14,
    )
    assert first["help"]
    assert second["line"] == 4
    assert missing["file"] == "no-such-case"


def test_check_that_is_quiet_speaks_of_bad_cases_only(capsys: pytest.CaptureFixture[str]):
    assert main(["check", "--quiet", *bundled_ids()]) == Exit.DONE
    assert capsys.readouterr() == ("", "")


def test_cases_lists_every_bundled_case_with_its_title(capsys: pytest.CaptureFixture[str]):
    assert main(["cases"]) == Exit.DONE
    lines = capsys.readouterr().out.splitlines()
    assert tuple(line.split()[0] for line in lines) == bundled_ids()
    assert main(["cases", "--json"]) == Exit.DONE
    rows = json.loads(capsys.readouterr().out)
    assert [f"{row['id']} {row['title']}" for row in rows] == [" ".join(x.split()) for x in lines]


def test_cases_prints_a_file_that_can_be_read_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["cases", "kidney"]) == Exit.DONE
    copy = tmp_path / "copy.yaml"
    copy.write_text(capsys.readouterr().out, encoding="utf-8")
    assert main(["check", str(copy)]) == Exit.DONE
    capsys.readouterr()
    assert main(["cases", "no-such-case"]) == Exit.USAGE
    assert bundled_ids()[0] in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["--analysis"]])
def test_schemas_are_schemas(arguments: list[str], capsys: pytest.CaptureFixture[str]):
    assert main(["schema", *arguments]) == Exit.DONE
    Draft202012Validator.check_schema(json.loads(capsys.readouterr().out))


@pytest.mark.parametrize("case", some_cases(3))
def test_an_analysis_as_data_fits_its_schema(case: str, capsys: pytest.CaptureFixture[str]):
    main(["schema", "--analysis"])
    schema = json.loads(capsys.readouterr().out)
    main(["analyze", case, "--json"])
    data = json.loads(capsys.readouterr().out)
    assert [error.message for error in Draft202012Validator(schema).iter_errors(data)] == []


def test_every_code_is_listed_and_explained(capsys: pytest.CaptureFixture[str]):
    assert main(["help-code"]) == Exit.DONE
    listed = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert listed == list(all_codes())
    for code in listed:
        assert main(["help-code", code.lower()]) == Exit.DONE
        assert capsys.readouterr().out.startswith(f"{code}: ")
