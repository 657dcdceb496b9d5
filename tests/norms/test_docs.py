"""The page on norms: every block runs, and what it says comes out."""

import re
from pathlib import Path

import pytest

from tests.test_readme import ROOT, run
from tests.test_readme import shell as shell

PAGE = (ROOT / "docs" / "norms.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "tell   obligatory"),
        (1, "✓ bicycle permissible Ride through"),
        (1, "✗ bicycle impermissible Ride through"),
        (2, "late (Answer late): repaired"),
        (3, "an exception is proposed, for people to decide"),
        (4, "+norms: {no_vehicles: {exceptions: [urgent], breached_by: [drive]}}"),
        (5, "- forbidden if harm, unless consent"),
    ],
)
def test_blocks_run_and_show_what_the_page_says(
    number: int, said: str, tmp_path: Path, shell: dict[str, str]
):
    shown = " ".join(run(BLOCKS[number], tmp_path, shell).split())
    assert " ".join(said.split()) in shown


def test_all_blocks_are_tried():
    assert len(BLOCKS) == 6
