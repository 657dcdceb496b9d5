"""Reports and pictures, compiled by a real TeX that may run no program.

Not collected by default, since it needs pdflatex: `pytest tests/tex/documents.py`. Of a share of
the bundled cases and hostile texts, with EVERY_CASE=1 of all.
"""

import re
import subprocess
from pathlib import Path

import pytest

from argue.report import render
from argue.report.pictures.formats import draw
from argue.verdict.result import Analysis
from tests.bundled import analysis_of, some_cases
from tests.hostile.attacks import ATTACKS, Attack
from tests.hostile.cases import analysis_with
from tests.hostile.mixed import hostile
from tests.hostile.tried import EVERY, named

MOST_OVER = 5.0
"""Points that a line may stick out into the margin."""


CASES = [*some_cases(20), "hostile"]
TEXTS = [a for place, a in enumerate(ATTACKS) if EVERY or a.attacks == "TeX" or place % 16 == 0]


def analysed(case: str) -> Analysis:
    return hostile() if case == "hostile" else analysis_of(case)


def compiled(source: str, folder: Path) -> str:
    """What pdflatex says of a document that it compiled."""
    (folder / "document.tex").write_text(source, encoding="utf-8")
    command = ["pdflatex", "-no-shell-escape", "-interaction=nonstopmode", "-halt-on-error"]
    done = subprocess.run([*command, "document.tex"], cwd=folder, capture_output=True, check=False)
    said = (folder / "document.log").read_text(encoding="utf-8", errors="replace")
    assert done.returncode == 0, said[-2000:]
    assert (folder / "document.pdf").read_bytes().startswith(b"%PDF")
    return said


@pytest.mark.parametrize("case", CASES)
def test_a_report_compiles_and_keeps_to_its_margins(case: str, tmp_path: Path):
    said = compiled(render(analysed(case), "latex"), tmp_path)
    over = re.findall(r"Overfull \\hbox \(([\d.]+)pt too wide\)", said)
    assert case == "hostile" or all(float(points) <= MOST_OVER for points in over), over


@pytest.mark.parametrize("case", CASES)
def test_a_picture_compiles(case: str, tmp_path: Path):
    compiled(draw(analysed(case), "tikz"), tmp_path)


@pytest.mark.parametrize("attack", TEXTS, ids=named)
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
