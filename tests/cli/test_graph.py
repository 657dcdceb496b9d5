"""`argue graph` as it is run."""

from ctypes.util import find_library
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

import pytest

from argue.cli import graph
from argue.cli.exits import Exit
from argue.cli.main import main
from tests.cli.command import run

NO_CAIRO = pytest.mark.skipif(
    find_library("cairo") is None or find_spec("cairosvg") is None,
    reason="the extra `pictures` or the Cairo library is missing; .ci/browser has both",
)


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("g.svg", "<svg "),
        ("g.dot", "digraph argue {"),
        ("g.gv", "digraph argue {"),
        ("g.graphml", "<graphml "),
        ("g.tex", "\\documentclass{article}"),
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
        ["--format", "gif"],
        ["--format", "png"],
        ["--position", "2"],
        ["--position", "1", "--full"],
        ["--position", "1", "--format", "dot"],
    ],
)
def test_what_cannot_be_drawn_is_a_usage_error(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
):
    assert main(["graph", "mask-mandate", *arguments]) == Exit.USAGE
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err


@NO_CAIRO
@pytest.mark.parametrize(("suffix", "start"), [("png", b"\x89PNG"), ("pdf", b"%PDF")])
def test_png_and_pdf_go_to_a_file_or_where_they_are_sent(suffix: str, start: bytes, tmp_path: Path):
    file = tmp_path / f"g.{suffix}"
    assert main(["graph", "kidney", "--position", "1", "-o", str(file)]) == Exit.DONE
    assert file.read_bytes().startswith(start)
    sent = run("graph", "kidney", "--format", suffix, "-o", "-")
    assert sent.stdout.startswith(start)


def test_a_picture_of_too_many_boxes_says_how_else_to_look(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(graph, "MOST_READABLE", 10)
    assert main(["graph", "kidney", "--full"]) == Exit.DONE
    captured = capsys.readouterr()
    assert boxes(captured.out) > 10
    assert "--focus ID" in captured.err


def test_hash_seeds_do_not_change_a_picture():
    pictures = {run("graph", "hiring-screening", PYTHONHASHSEED=seed).stdout for seed in "15"}
    assert len(pictures) == 1
    assert pictures.pop().startswith(b"<svg ")
