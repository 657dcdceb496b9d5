"""Editing a case file: it holds what it is to hold, and what did not change keeps its bytes."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.io.bundled import bundled_ids, bundled_text
from argue.io.document import text_document
from argue.io.editing import edited, same
from argue.io.nodes import MapNode
from argue.io.writing import block

TEXT = """\
# a case with comments
title: Comments   # kept
options:
  go: Go           # the first
  stay: Stay
facts:
  rain: {text: It rains, status: agreed}   # asked twice
payoffs:
  go: {me: -1, you: {if: rain, then: -4, else: -1}}  # in points
  stay: {me: 0, you: 0}
# what people ask
challenges:
  - id: one
    status: raised  # still
    against: {framework: welfare}

# the end
"""


def tree(text: str) -> MapNode:
    root = text_document(text, "case").root
    assert root is not None
    return root


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("status: agreed", "status: disputed", 1),
        ("me: -1", "me: [-2, -1]", 1),
        ("then: -4", "then: [-5, -4]", 1),
        ("status: raised", "status: accepted", 1),
        ("  stay: {me: 0, you: 0}", "  stay: {them: 1, me: 0, you: 0}", 1),
        ("  stay: Stay", "  stay: Stay\n  wait: Wait", 0),
        ("against: {framework: welfare}", "against: {framework: welfare}\n  - id: two", 0),
        ("# the end\n", "# the end\ntags: [a, b]\n", 0),
    ],
)
def test_a_small_change_leaves_every_other_line_as_it_was(old: str, new: str, lines: int):
    wanted = tree(TEXT.replace(old, new))
    written = edited(TEXT, wanted)
    assert written is not None
    assert same(tree(written), wanted)
    gone = [line for line in TEXT.splitlines() if line not in written.splitlines()]
    assert len(gone) == lines


def test_a_key_that_goes_takes_its_lines_and_no_others():
    wanted = MapNode({k: v for k, v in tree(TEXT).entries.items() if k != "payoffs"}, {})
    written = edited(TEXT, wanted)
    assert written is not None
    assert same(tree(written), wanted)
    assert "# what people ask" in written
    assert "# in points" not in written


def test_a_text_in_braces_cannot_be_edited():
    assert edited('{"title": "x", "options": {"a": "b"}}', tree(TEXT)) is None


@pytest.mark.parametrize("name", bundled_ids())
def test_what_is_written_anew_reads_as_the_same(name: str):
    root = tree(bundled_text(name))
    assert same(tree(block(root)), root)
    assert edited(bundled_text(name), root) == bundled_text(name)


LEAVES = st.one_of(
    st.text(
        st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff\ufffe\uffff")
    ),
    st.integers(),
    st.booleans(),
    st.sampled_from(["no", "1/3", "- x", "a: b", "#", "", "true", "~", "x,y", "1e3", "two\nlines"]),
)
DATA = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text("ab_1", min_size=1), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.text("abc", min_size=1), DATA, min_size=1, max_size=4))
def test_any_data_is_written_so_that_they_are_read_as_the_same(data: dict[str, object]):
    root = tree(json.dumps(data, ensure_ascii=False))
    assert same(tree(block(root)), root)
