"""LaTeX: text that cannot act, groups that close, and the same content as the other formats.

A real TeX compiles documents in tests/tex.
"""

import re
from functools import cache

import pytest

from argue.analysis import analyze
from argue.io.case import load_case
from argue.report import render
from argue.report.full import full_report
from argue.report.pictures.formats import draw
from argue.report.pictures.selection import folded
from argue.report.tex import escaped, escaped_code
from argue.verdict.result import Analysis
from tests.hostile.mixed import TEXTS, hostile

CASES = ("mask-mandate", "windfall-sharing", "hiring-screening", "animals")


@cache
def analysis_of(case: str) -> Analysis:
    return hostile() if case == "hostile" else analyze(load_case(case))


def unescaped(text: str) -> str:
    """What a reader sees of escaped text in ASCII."""
    text = text.replace(r"\allowbreak{}", "")
    for command, sign in (
        ("textbackslash", "\\"),
        ("textasciicircum", "^"),
        ("textasciitilde", "~"),
        ("textless", "<"),
        ("textgreater", ">"),
        ("textbar", "|"),
        ("textquotedbl", '"'),
        ("textquotesingle", "'"),
        ("textasciigrave", "`"),
    ):
        text = text.replace(f"\\{command}{{}}", f"\0{ord(sign):03d}")
    text = re.sub(r"\{([-,!?])\}", r"\1", text)
    text = re.sub(r"\\([{}$&#%_])", r"\1", text)
    return re.sub("\0(...)", lambda found: chr(int(found[1])), text)


@pytest.mark.parametrize("text", [t for t in TEXTS.values() if t.isascii() and t.isprintable()])
def test_text_is_shown_as_it_stands(text: str):
    assert unescaped(escaped(text)) == " ".join(text.split())


def test_no_sign_that_acts_is_left_bare():
    every = "".join(map(chr, range(32, 127)))
    shown = escaped(every)
    assert unescaped(shown) == " ".join(every.split())
    bare = re.sub(r"\\[a-zA-Z]+\{\}|\\[{}$&#%_]|\{[-,!?]\}", "", shown)
    assert not set(bare) & set("\\{}$&#%_^~<>|\"'`")
    assert escaped_code("  a - b") == r"\ \ a\ {-}\ b"


def test_letters_that_an_engine_may_lack_have_a_number_beside_them():
    assert escaped("é 中") == r"é \argueother{中}{[U+4E2D]}"


def groups_close(source: str) -> bool:
    """Whether braces and environments are balanced, escaped braces aside."""
    plain = re.sub(r"(?<!\\)%.*", "", re.sub(r"\\[\\{}]", "", source))
    depth = 0
    for sign in plain:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth < 0:
            return False
    opened: list[str] = []
    for kind, name in re.findall(r"\\(begin|end)\{([a-z*]+)\}", plain):
        if kind == "begin":
            opened.append(name)
        elif not opened or opened.pop() != name:
            return False
    return depth == 0 and not opened


@pytest.mark.parametrize("audience", ["analyst", "student", "engineer"])
@pytest.mark.parametrize("case", [*CASES, "hostile"])
def test_a_report_is_one_document_with_every_section(case: str, audience: str):
    source = render(analysis_of(case), "latex", audience)
    assert source.startswith("\\documentclass")
    assert source.endswith("\\end{document}\n")
    body = source.partition(r"\begin{document}")[2]
    assert groups_close(r"\begin{document}" + body)
    titles = [s.title for s in full_report(analysis_of(case), audience).sections]
    assert [unescaped(t) for t in re.findall(r"\\section\{(.*)\}\n", body)] == titles
    assert not re.search(r"\\(input|include|write|openout|immediate|href|url)\b", body)


@pytest.mark.parametrize("case", [*CASES, "hostile"])
def test_a_picture_has_a_box_and_an_arrow_for_each_of_the_drawing(case: str):
    source = draw(analysis_of(case), "tikz")
    drawing = folded(analysis_of(case))
    assert groups_close(source.partition(r"\begin{document}")[2].join((r"\begin{document}", "")))
    assert source.count("fill=white, rounded corners") == len(drawing.nodes)
    assert source.count(r"\draw[draw=black!80") == len(drawing.arrows)
