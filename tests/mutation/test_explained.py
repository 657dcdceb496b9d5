"""The table of changes that may survive: read as it is written, and true of the code."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from tests.mutation.explained import ANY, Explained, explained, fits, read

ROOT = Path(__file__).parents[2]

PACKAGES = ("argue/semantics", "argue/construct", "frameworks", "argue/model")


def test_an_entry_has_four_lines_and_may_have_comments():
    text = "# why\n\nargue/a.py\n- x = 1\n+ x = 2\n  nobody reads x\n"
    entry = Explained("argue/a.py", "x = 1", "x = 2", "nobody reads x")
    assert explained(text) == (entry,)
    assert entry.covers("argue/a.py", ("x = 1", "x = 2"), "whatever")
    assert not entry.covers("argue/b.py", ("x = 1", "x = 2"), "whatever")
    assert not entry.covers("argue/a.py", ("x = 1", "x = 3"), "whatever")


def test_dots_stand_for_whatever_a_line_is_and_is_changed_to():
    (entry,) = explained("argue/...\n- MOST = ...\n+ ...\n  nobody counts so far\n")
    assert entry.covers("argue/a.py", ("MOST = 1", "MOST = 2"), "whatever")
    assert entry.covers("argue/b/a.py", ("MOST = (1)", "pass"), "whatever")
    assert not entry.covers("argue/a.py", ("LEAST = 1", "LEAST = 2"), "whatever")
    assert not entry.covers("frameworks/b.py", ("MOST = 1", "MOST = 2"), "whatever")


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


@cache
def sources() -> dict[str, str]:
    """The modules that are changed, by their path."""
    found = [path for package in PACKAGES for path in (ROOT / package).rglob("*.py")]
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in found}


def stands(entry: Explained, source: str) -> bool:
    if ANY in entry.before:
        return any(fits(entry.before, line.strip()) for line in source.splitlines())
    return " ".join(entry.before.split()) in " ".join(source.split())


@pytest.mark.parametrize("entry", read(), ids=lambda entry: f"{entry.module}-{entry.after[:40]}")
def test_what_is_explained_still_stands_in_the_code(entry: Explained):
    found = [text for name, text in sources().items() if fits(entry.module, name)]
    assert any(stands(entry, source) for source in found)
    assert entry.before != entry.after
    assert entry.why
    if ANY not in entry.module:
        lines = [line.strip() for line in found[0].splitlines()]
        if lines.count(entry.before) > 1 or entry.above:
            assert [entry.above, entry.before] in [list(pair) for pair in pairwise(lines)], (
                "name: @"
            )


def test_nothing_is_explained_twice():
    entries = [(e.module, e.before, e.after, e.above) for e in read()]
    assert len(set(entries)) == len(entries)
