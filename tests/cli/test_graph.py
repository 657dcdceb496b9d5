"""`argue graph` as it is run."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from argue.cli.exits import Exit
from argue.cli.main import main
from tests.cli.command import run


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("g.svg", "<svg "),
        ("g.dot", "digraph argue {"),
        ("g.gv", "digraph argue {"),
        ("g.graphml", "<graphml "),
    ],
)
def test_the_suffix_chooses_the_format(name: str, start: str, tmp_path: Path):
    file = tmp_path / name
    assert main(["graph", "mask-mandate", "-o", str(file)]) == Exit.DONE
    assert file.read_text(encoding="utf-8").startswith(start)


def boxes(text: str) -> int:
    return len(ElementTree.fromstring(text).findall("{http://www.w3.org/2000/svg}g"))


def test_full_shows_more_and_focus_less(capsys: pytest.CaptureFixture[str]):
    sizes: list[int] = []
    for arguments in ([], ["--full"], ["--focus", "permission:end"]):
        assert main(["graph", "mask-mandate", *arguments]) == Exit.DONE
        sizes.append(boxes(capsys.readouterr().out))
    assert sizes == [8, 18, 5]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--focus", "permission:nowhere"],
        ["--radius", "2"],
        ["--focus", "permission:end", "--radius", "-1"],
        ["--format", "png"],
    ],
)
def test_what_cannot_be_drawn_is_a_usage_error(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
):
    assert main(["graph", "mask-mandate", *arguments]) == Exit.USAGE
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err


def test_hash_seeds_do_not_change_a_picture():
    pictures = {run("graph", "hiring-screening", PYTHONHASHSEED=seed).stdout for seed in "15"}
    assert len(pictures) == 1
    assert pictures.pop().startswith(b"<svg ")
