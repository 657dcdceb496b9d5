"""The table of changes that may survive: read as it is written, and true of the code."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from tests.mutation.explained import Explained, explained, read

ROOT = Path(__file__).parents[2]


def test_an_entry_has_four_lines_and_may_have_comments():
    text = "# why\n\nargue/a.py\n- x = 1\n+ x = 2\n  nobody reads x\n"
    entry = Explained("argue/a.py", "x = 1", "x = 2", "nobody reads x")
    assert explained(text) == (entry,)
    assert entry.covers("argue/a.py", ("x = 1", "x = 2"), "whatever")
    assert not entry.covers("argue/b.py", ("x = 1", "x = 2"), "whatever")
    assert not entry.covers("argue/a.py", ("x = 1", "x = 3"), "whatever")


def test_a_line_that_stands_there_twice_is_told_by_the_one_above():
    (entry,) = explained("argue/a.py\n@ if a:\n- x = 1\n+ x = 2\n  nobody reads x\n")
    assert entry.covers("argue/a.py", ("x = 1", "x = 2"), "if a:")
    assert not entry.covers("argue/a.py", ("x = 1", "x = 2"), "if b:")


@pytest.mark.parametrize(
    "text", ["argue/a.py\n- x = 1\n  why", "argue/a.py\n+ x = 2\n- x = 1\n  why", "argue/a.py"]
)
def test_an_entry_that_cannot_be_read_is_shown(text: str):
    with pytest.raises(ValueError, match=r"write: module[^$]*argue/a\.py"):
        explained(text)


@pytest.mark.parametrize("entry", read(), ids=lambda entry: f"{entry.module}-{entry.after[:40]}")
def test_what_is_explained_still_stands_in_the_code(entry: Explained):
    source = (ROOT / entry.module).read_text(encoding="utf-8")
    assert " ".join(entry.before.split()) in " ".join(source.split())
    lines = [line.strip() for line in source.splitlines()]
    if lines.count(entry.before) > 1 or entry.above:
        assert [entry.above, entry.before] in [list(pair) for pair in pairwise(lines)], "name it: @"
    assert entry.before != entry.after
    assert entry.why


def test_nothing_is_explained_twice():
    entries = [(e.module, e.before, e.after, e.above) for e in read()]
    assert len(set(entries)) == len(entries)
