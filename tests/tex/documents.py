"""Reports and pictures of every bundled case, compiled by a real TeX that may run no program.

Not collected by default, since it needs pdflatex: `pytest tests/tex/documents.py`.
"""

import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

from argue.analysis import analyze
from argue.io.bundled import bundled_ids
from argue.io.case import load_case
from argue.report import render
from argue.report.pictures.formats import draw
from argue.verdict.result import Analysis
from tests.hostile.attacks import ATTACKS, Attack
from tests.hostile.cases import analysis_with
from tests.hostile.mixed import hostile

MOST_OVER = 5.0
"""Points that a line may stick out into the margin."""


@cache
def analysis_of(case: str) -> Analysis:
    return hostile() if case == "hostile" else analyze(load_case(case))


def compiled(source: str, folder: Path) -> str:
    """What pdflatex says of a document that it compiled."""
    (folder / "document.tex").write_text(source, encoding="utf-8")
    command = ["pdflatex", "-no-shell-escape", "-interaction=nonstopmode", "-halt-on-error"]
    done = subprocess.run([*command, "document.tex"], cwd=folder, capture_output=True, check=False)
    said = (folder / "document.log").read_text(encoding="utf-8", errors="replace")
    assert done.returncode == 0, said[-2000:]
    assert (folder / "document.pdf").read_bytes().startswith(b"%PDF")
    return said


@pytest.mark.parametrize("case", [*bundled_ids(), "hostile"])
def test_a_report_compiles_and_keeps_to_its_margins(case: str, tmp_path: Path):
    said = compiled(render(analysis_of(case), "latex"), tmp_path)
    over = re.findall(r"Overfull \\hbox \(([\d.]+)pt too wide\)", said)
    assert case == "hostile" or all(float(points) <= MOST_OVER for points in over), over


@pytest.mark.parametrize("case", [*bundled_ids(), "hostile"])
def test_a_picture_compiles(case: str, tmp_path: Path):
    compiled(draw(analysis_of(case), "tikz"), tmp_path)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_a_hostile_document_compiles_and_reads_no_other_file(attack: Attack, tmp_path: Path):
    for name, source in (
        ("report", render(analysis_with(attack.text), "latex")),
        ("picture", draw(analysis_with(attack.text), "tikz")),
    ):
        folder = tmp_path / name
        folder.mkdir()
        said = compiled(source, folder)
        assert "/etc/" not in "".join(re.findall(r"\(([^()\s]+)", said))
        assert {file.stem for file in folder.iterdir()} == {"document"}
