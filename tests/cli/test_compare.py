"""`argue compare`: each row says what an analysis under that semantics says."""

import json
from pathlib import Path

import pytest

from argue.cli.exits import Exit
from argue.cli.main import main
from argue.report.comparison import SEMANTICS
from tests.bundled import some_cases

CYCLE = """title: Whoever is asked prefers another
options: {a: A, b: B, c: C}
reasons:
  - {by: first, favours: a, over: b}
  - {by: first, favours: b, over: c}
  - {by: first, favours: c, over: a}
"""
JOINTLY = """title: Each leaves something, all together nothing of it
options: {a: A, b: B, c: C}
reasons:
  - {by: first, favours: a, over: b}
  - {by: second, favours: b, over: c}
"""


def compared(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    """The comparison as data."""
    assert main(["compare", *arguments, "--json"]) == Exit.DONE
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("case", ["windfall-sharing", "kidney", "hiring-screening"])
def test_every_row_is_what_an_analysis_under_that_semantics_gives(
    case: str, capsys: pytest.CaptureFixture[str]
):
    data = compared(capsys, case, "--semantics", "grounded,preferred,stable")
    rows = data["semantics"]
    assert [(r["semantics"], r["flat"]) for r in rows] == [
        (name, flat) for name in ("grounded", "preferred", "stable") for flat in (False, True)
    ]
    for row in rows:
        flat = ["--flat"] if row["flat"] else []
        main(["analyze", case, "--json", "--semantics", row["semantics"], *flat])
        analysis = json.loads(capsys.readouterr().out)
        statuses = {o: option["status"] for o, option in analysis["options"].items()}
        assert row["statuses"] == statuses
        assert row["outcome"] == analysis["outcome"]
    main(["analyze", case, "--json"])
    assert data["alone"] == json.loads(capsys.readouterr().out)["alone"]


@pytest.mark.parametrize("case", some_cases())
def test_preferred_semantics_says_the_same_on_the_flat_graph(
    case: str, capsys: pytest.CaptureFixture[str]
):
    within, flat = compared(capsys, case, "--semantics", "preferred")["semantics"]
    assert within["statuses"] == flat["statuses"]


def test_by_default_all_quick_semantics_are_rows_of_a_table_in_eighty_columns(
    capsys: pytest.CaptureFixture[str],
):
    assert main(["compare", "transmitter-room"]) == Exit.DONE
    lines = capsys.readouterr().out.splitlines()
    rows = [line.split("  ")[0] for line in lines]
    for name in SEMANTICS:
        assert name in rows
        assert f"{name}, flat" in rows
    assert {"welfare", "veil (leximin)", "rejection (menu)", "all together"} <= set(rows)
    assert any(line.split() == ["grounded,", "flat", "unresolved", "unresolved"] for line in lines)
    assert max(map(len, lines)) <= 80


def test_a_semantics_without_extension_says_undefined(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    file = tmp_path / "cycle.yaml"
    file.write_text(CYCLE)
    stable, flat, *_ = compared(capsys, str(file), "--semantics", "stable,preferred")["semantics"]
    for row in (stable, flat):
        assert set(row["statuses"].values()) == {"undefined"}
        assert (row["outcome"], row["extensions"]) == ("undefined", 0)
    assert main(["compare", str(file), "--semantics", "stable,preferred"]) == Exit.DONE
    said = " ".join(capsys.readouterr().out.split())
    assert "stable undefined undefined undefined" in said
    assert "Undefined, for want of any extension: stable; stable, flat." in said
    assert "preferred unresolved unresolved unresolved" in said


def test_what_no_source_alone_forbids_is_named_only_where_it_is_ruled_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    file = tmp_path / "jointly.yaml"
    file.write_text(JOINTLY)
    assert main(["compare", str(file)]) == Exit.DONE
    assert "No source alone forbids" not in capsys.readouterr().out


def test_facts_rankings_and_frameworks_are_taken_as_in_analyze(
    capsys: pytest.CaptureFixture[str],
):
    data = compared(
        capsys,
        *("windfall-sharing", "--facts", "credible=false", "--prioritize", "veil:rejection"),
        *("--frameworks", "veil,rejection", "--semantics", "preferred"),
    )
    assert list(data["alone"]) == ["veil", "rejection"]
    assert data["settings"] == {
        "facts": {"credible": False},
        "priorities": [["veil", "rejection"]],
        "frameworks": ["veil", "rejection"],
    }
    assert data["semantics"][0]["statuses"]["share_power"] == "obligatory"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["tax", "--semantics", "perfect"], Exit.USAGE),
        (["tax", "--facts", "surge=true"], Exit.USAGE),
        (["tax", "--frameworks", "virtue"], Exit.USAGE),
        (["no-such-case"], Exit.NO_INPUT),
        (["mask-mandate", "--semantics", "admissible", "--timeout", "0.2"], Exit.OUT_OF_TIME),
    ],
)
def test_exit_codes(arguments: list[str], code: Exit, capsys: pytest.CaptureFixture[str]):
    assert main(["compare", *arguments]) == code
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err
