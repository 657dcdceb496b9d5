"""`argue sweep`: the conjecture on power-seeking, told, as data, and drawn."""

import json
import re
import time
import xml.etree.ElementTree as ET
from fractions import Fraction
from pathlib import Path

import pytest

from argue.cli.exits import Exit
from argue.cli.main import main

DOCS = Path(__file__).parents[2] / "docs" / "power-seeking.md"


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["sweep", *arguments]) == Exit.DONE
    return " ".join(capsys.readouterr().out.split())


def test_the_conjecture_holds_while_power_is_rival_and_fails_where_it_is_not(capsys):
    said = printed(capsys, "--rivalry", "1,1/10,0")
    assert "1 about 0.8182 0.45 45 % 3.025" in said
    assert "holds at rivalry 1 and 0.1" in said
    assert "It fails at rivalry 0: nobody's taking lowers" in said
    assert "sets no bound to power as rivalry vanishes" in said


def test_a_bound_on_what_one_can_take_ends_the_restraint_before_rivalry_does(capsys):
    said = printed(capsys, "--players", "9", "--most", "50")
    assert "holds at rivalry 1 to 0.02:" in said
    assert "fails at rivalry 0.01 to 0: both take the most" in said


def test_data_are_exact_and_null_where_there_is_no_limit(capsys):
    rows = json.loads(printed(capsys, "--rivalry", "1,0", "--players", "9", "--json"))["rows"]
    assert rows[0] == {
        "rivalry": "1",
        "nash": "9/10",
        "kantian": "1/2",
        "restraint": "4/9",
        "gain": "25/9",
    }
    assert set(rows[1].values()) == {"0", None}


@pytest.mark.parametrize("suffix", ["svg", "png", "pdf"])
def test_it_is_drawn(suffix, tmp_path, capsys):
    file = tmp_path / f"power.{suffix}"
    printed(capsys, "--plot", str(file))
    assert file.stat().st_size > 5_000
    if suffix == "svg":
        assert ET.parse(file).getroot().tag.endswith("svg")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--rivalry", "1,x"], "'1,x' must be numbers such as 1,1/10,0"),
        (["--rivalry", "1/0"], "must be numbers"),
        (["--rivalry", "1e999999999"], "must be numbers"),
        (["--rivalry", "-1"], "must not be negative"),
        (["--gain", "1,2"], "must be one number"),
        (["--gain", "1"], "no more than the cost 1"),
        (["--most", "0"], "m"),
        (["--players", "1"], "2<=x<=1000"),
        (["--plot", "power.txt"], "end the name in .png, .pdf or .svg"),
        (["--rivalry", "1,0", "--plot", "power.png"], "two values of rivalry above 0"),
    ],
)
def test_what_makes_no_sense_is_a_usage_error_that_says_what_to_write(arguments, says, capsys):
    assert main(["sweep", *arguments]) == Exit.USAGE
    assert says in capsys.readouterr().err


@pytest.mark.parametrize("suffix", ["svg", "pdf", "png"])
def test_a_plot_made_again_is_the_same_file(suffix: str, tmp_path: Path, capsys):
    first, again = tmp_path / f"first.{suffix}", tmp_path / f"again.{suffix}"
    for path in (first, again):
        assert main(["sweep", "--plot", str(path)]) == Exit.DONE
        time.sleep(1.1 if path == first else 0)  # PDF has whole seconds
    assert first.read_bytes() == again.read_bytes()
    assert b"Date" not in first.read_bytes()


def test_the_page_about_it_runs_and_its_formulas_are_those_of_the_program(capsys):
    text = DOCS.read_text(encoding="utf-8")
    (code,) = re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    exec(compile(code, str(DOCS), "exec"), {})
    rows = json.loads(printed(capsys, "--rivalry", "2,1/3", "--players", "7", "--json"))["rows"]
    for row in rows:
        b, n, worth = Fraction(row["rivalry"]), 7, 9
        assert Fraction(row["nash"]) == Fraction(worth) / (b * (n + 1))
        assert Fraction(row["kantian"]) == Fraction(worth) / (2 * b * n)
        assert Fraction(row["restraint"]) == Fraction(n - 1, 2 * n)
