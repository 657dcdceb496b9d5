"""`argue report` as it is run: formats, suffixes, audiences, and the same bytes every time."""

import json
from pathlib import Path

import pytest

from argue.cli.exits import Exit
from argue.cli.main import main
from tests.cli.command import run


@pytest.mark.parametrize("case", ["kidney", "mask-mandate-exemptions", "villain-script"])
def test_a_bundled_case_is_reported_within_eighty_columns(
    case: str, capsys: pytest.CaptureFixture[str]
):
    assert main(["report", case]) == Exit.DONE
    captured = capsys.readouterr()
    assert captured.err == ""
    code = [line for line in captured.out.splitlines() if line.startswith("    ")]
    prose = [line for line in captured.out.splitlines() if line not in code]
    assert max(map(len, prose)) <= 80


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("r.txt", "A kidney"),
        ("r.md", "# A kidney"),
        ("r.MARKDOWN", "# A kidney"),
        ("r.html", "<!DOCTYPE html>"),
        ("r.htm", "<!DOCTYPE html>"),
        ("r.json", "{"),
        ("r", "A kidney"),
    ],
)
def test_the_suffix_chooses_the_format(name: str, start: str, tmp_path: Path):
    file = tmp_path / name
    assert main(["report", "kidney", "-o", str(file)]) == Exit.DONE
    assert file.read_text(encoding="utf-8").startswith(start)


def test_a_format_that_is_asked_for_wins_over_the_suffix(tmp_path: Path):
    file = tmp_path / "r.html"
    assert main(["report", "kidney", "--format", "markdown", "-o", str(file)]) == Exit.DONE
    assert file.read_text(encoding="utf-8").startswith("# ")


def test_options_reach_the_analysis(capsys: pytest.CaptureFixture[str]):
    assert main(["report", "mask-mandate-exemptions", "--json", "--facts", "surge=true"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["analysis"]["outcome"] == "decided"
    assert data["analysis"]["settings"]["facts"] == {"surge": True}
    assert [s["key"] for s in data["sections"]][:3] == ["answer", "brief", "change"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["kidney", "--audience", "king"], Exit.USAGE),
        (["kidney", "--format", "docx"], Exit.USAGE),
        (["kidney", "--facts", "surge=true"], Exit.USAGE),
        (["no-such-case"], Exit.NO_INPUT),
        (["windfall-sharing", "--timeout", "0.000001"], Exit.OUT_OF_TIME),
    ],
)
def test_exit_codes(arguments: list[str], code: Exit, capsys: pytest.CaptureFixture[str]):
    assert main(["report", *arguments]) == code
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err


@pytest.mark.parametrize("form", ["text", "html"])
def test_neither_hash_seed_nor_terminal_changes_a_byte(form: str):
    reports = {
        run("report", "fishing-commons", "--format", form, PYTHONHASHSEED=seed, COLUMNS=seed).stdout
        for seed in ("7", "200")
    }
    assert len(reports) == 1
    assert len(reports.pop()) > 1000


def test_an_ascii_locale_does_not_stop_the_report():
    done = run("report", "tax", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (Exit.DONE, b"")
    assert done.stdout.isascii()
