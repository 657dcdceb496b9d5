"""The packaged programs are written the way the house writes them."""

import re
from pathlib import Path

import pytest

from argue.asp import ENCODINGS

FILES = sorted(ENCODINGS.glob("*.lp"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_encoding_says_what_it_is(path: Path):
    text = path.read_text("utf-8")
    lines = text.splitlines()
    assert lines[0].startswith("%# ")
    assert lines[1].startswith("%  Source: ")
    assert max(map(len, lines)) <= 100
    program = re.sub(r"%\*.*?\*%", "", text, flags=re.DOTALL)
    assert len(program.split("\n")) <= 60


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_encoding_loads_nothing_and_runs_no_script(path: Path):
    text = path.read_text("utf-8")
    assert "#include" not in text
    assert "#script" not in text


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_constraints_follow_the_sentence_they_state(path: Path):
    statements = re.split(r"(?<=\.)\n", path.read_text("utf-8"))
    constraints = [i for i, statement in enumerate(statements) if "\n:- " in f"\n{statement}"]
    for i in constraints:
        before = statements[i].lstrip().startswith("% ")
        assert before or i - 1 in constraints, statements[i]
