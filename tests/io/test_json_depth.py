"""How deep JSON may be is counted, and so the same under every Python."""

import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.io.json_depth import MOST_NESTED, check_depth, parsed

TREES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=40,
)


def nested(levels: int, text: str, *, as_list: bool = True) -> str:
    pair = ("[", "]") if as_list else ('{"a": ', "}")
    return pair[0] * levels + text + pair[1] * levels


@given(TREES, st.integers(0, 99), st.booleans(), st.booleans())
def test_what_is_not_too_deep_is_read_as_python_reads_it(
    tree: Any, levels: int, as_list: bool, plain: bool
):
    text = nested(levels, json.dumps(tree, ensure_ascii=plain), as_list=as_list)
    deep = levels + _depth(tree)
    if deep <= MOST_NESTED:
        assert parsed(text) == json.loads(text)
    else:
        with pytest.raises(ValueError, match="nested more than 100 levels"):
            parsed(text)


def _depth(tree: Any) -> int:
    if isinstance(tree, dict):
        tree = list(tree.values())
    return 1 + max(map(_depth, tree), default=0) if isinstance(tree, list) else 0


@pytest.mark.parametrize("as_list", [True, False])
@pytest.mark.parametrize("levels", [MOST_NESTED + 1, 500, 3_000, 100_000])
def test_a_level_more_is_refused_whether_it_is_closed_or_not(levels: int, as_list: bool):
    whole = nested(levels, "0", as_list=as_list)
    for text in (whole, whole.rstrip("]}"), f'{{"b": [], "a": {whole}}}'):
        with pytest.raises(ValueError, match="nested more than 100 levels"):
            parsed(text)


def test_brackets_in_texts_and_side_by_side_do_not_count():
    wide = [[[]] for _ in range(1_000)]
    texts = {"[" * 500: "{" * 500, '\\"[': '\\\\"]' * 300}
    assert parsed(json.dumps([wide, texts])) == [wide, texts]


@given(st.text('[]{}":,\\ \n0a', max_size=30), st.integers(0, 120))
def test_what_is_no_json_is_refused_as_python_refuses_it_or_as_too_deep(text: str, levels: int):
    try:
        check_depth("[" * levels + text)
    except ValueError as error:
        assert "levels deep" in str(error)
        return
    try:
        expected = json.loads("[" * levels + text)
    except ValueError as error:
        with pytest.raises(ValueError) as caught:
            parsed("[" * levels + text)
        assert str(caught.value) == str(error)
    else:
        assert parsed("[" * levels + text) == expected


def test_numbers_are_read_as_asked():
    assert parsed("[1.5, 1e999]", parse_float=float) == [1.5, math.inf]
    assert parsed("[0.10]", parse_float=str) == ["0.10"]
