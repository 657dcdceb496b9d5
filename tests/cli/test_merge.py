"""`argue merge` as it is run."""

import json
from pathlib import Path

import pytest

from argue.cli.exits import Exit
from argue.cli.main import main
from argue.io.bundled import bundled_text

TEXT = bundled_text("mask-mandate-exemptions")


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """Two submissions that differ in a number and a fact."""
    ana, ben = tmp_path / "ana.yaml", tmp_path / "ben.yaml"
    ana.write_text(TEXT, encoding="utf-8")
    other = TEXT.replace("sensory_disabled: -6", "sensory_disabled: -2")
    ben.write_text(other.replace("status: disputed", "status: denied"), encoding="utf-8")
    return [str(ana), str(ben)]


def test_the_merged_case_goes_to_stdout(files: list[str], capsys: pytest.CaptureFixture[str]):
    assert main(["merge", *files]) == Exit.DONE
    captured = capsys.readouterr()
    assert "sensory_disabled: [-6, -2]" in captured.out
    assert captured.err == ""


def test_a_merged_file_is_in_order_and_the_report_goes_to_stdout(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    merged = str(tmp_path / "merged.yaml")
    assert main(["merge", *files, "-o", merged]) == Exit.DONE
    told = capsys.readouterr().out
    for heading in ("What each voice comes to", "What all agree on", "Who holds what", "The crux"):
        assert heading in told
    assert max(map(len, told.splitlines())) <= 80
    assert main(["check", merged]) == Exit.DONE


@pytest.mark.parametrize(
    ("name", "start"), [("r.md", "# A mask"), ("r.html", "<!DOCTYPE html>"), ("r.txt", "A mask")]
)
def test_the_report_is_written_in_the_format_of_its_suffix(
    files: list[str], name: str, start: str, tmp_path: Path
):
    file = tmp_path / name
    out = str(tmp_path / "m.yaml")
    assert main(["merge", *files, "-o", out, "--report", str(file)]) == Exit.DONE
    assert file.read_text(encoding="utf-8").startswith(start)


def test_the_report_as_data_names_voices_and_crux(files: list[str], tmp_path: Path):
    file = tmp_path / "r.json"
    arguments = ["--voices", "Ana,Ben", "--numbers", "fact", "--report", str(file)]
    assert main(["merge", *files, "-o", str(tmp_path / "m.yaml"), *arguments]) == Exit.DONE
    data = json.loads(file.read_text(encoding="utf-8"))
    assert data["schema"] == "argue/voices/v1"
    assert set(data["alone"]) == {"Ana", "Ben"}
    assert [d["path"] for d in data["disagreements"]][0] == "facts.surge"
    assert data["settling"]


@pytest.mark.parametrize(
    ("old", "new", "code"), [("count: 4", "count: 5", "M002"), ("driver", "pilot", "M001")]
)
def test_what_cannot_be_merged_is_told_with_its_line(
    old: str, new: str, code: str, files: list[str], capsys: pytest.CaptureFixture[str]
):
    Path(files[1]).write_text(TEXT.replace(old, new), encoding="utf-8")
    assert main(["merge", *files]) == Exit.BAD_CASE
    assert f"error[{code}]" in capsys.readouterr().err
    assert main(["help-code", code]) == Exit.DONE


def test_one_submission_is_not_enough(files: list[str], capsys: pytest.CaptureFixture[str]):
    assert main(["merge", files[0]]) == Exit.USAGE
    assert main(["merge", files[0], files[0]]) == Exit.USAGE
    assert "--voices" in capsys.readouterr().err


def test_out_of_time_is_said(files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    merged = str(tmp_path / "merged.yaml")
    assert main(["merge", *files, "-o", merged, "--timeout", "0.000001"]) == Exit.OUT_OF_TIME
    assert capsys.readouterr().err
    assert main(["check", merged]) == Exit.DONE
