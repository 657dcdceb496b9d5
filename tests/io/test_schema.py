"""The JSON Schema: valid, describing every key, and of one mind with the reader on structure."""

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from yamlcore import CoreLoader

from argue import registry
from argue.errors import CaseError
from argue.io.bundled import bundled_ids, bundled_text
from argue.io.case import load_case
from argue.io.fields import CASE, case_schema, fields_markdown
from argue.io.framework_uses import fields_of
from tests.io.drawing import documents
from tests.io.texts import whole

SCHEMA = case_schema()
VALIDATOR = Draft202012Validator(SCHEMA)
STRUCTURAL = {"C012", "C014", "C015", "C016", "C017", "C020", "C021", "C031", "C032", "C042"}
"""Codes of problems that the schema knows as well."""

BAD_VALUES: list[Any] = [None, True, 7, "two words", "!", [], [[]], {}, {"bad key": 0}, {"id": {}}]


def test_the_schema_is_valid():
    Draft202012Validator.check_schema(SCHEMA)


def test_every_key_is_described():
    for key, schema in keys_of(SCHEMA):
        assert schema.get("description"), key


def keys_of(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(schema, list):
        for each in schema:
            yield from keys_of(each)
    elif isinstance(schema, dict):
        if schema.get("additionalProperties") is False and "patternProperties" in schema:
            yield from schema["properties"].items()
        for each in schema.values():
            yield from keys_of(each)


@pytest.mark.parametrize("name", bundled_ids())
def test_a_bundled_case_is_read_and_fits_the_schema(name: str):
    assert load_case(name).id == name
    VALIDATOR.validate(yaml.load(bundled_text(name), CoreLoader))


@given(documents())
def test_what_the_reader_takes_fits_the_schema(document: dict[str, Any]):
    load_case(document)
    VALIDATOR.validate(document)


def paths_in(value: Any) -> Iterator[tuple[Any, ...]]:
    """The places within a document, its top left out."""
    entries = value.items() if isinstance(value, dict) else ()
    entries = enumerate(value) if isinstance(value, list) else entries
    for key, inner in entries:
        if not str(key).startswith("x-"):
            yield (key,)
            yield from ((key, *path) for path in paths_in(inner))


def changed(value: Any, path: tuple[Any, ...], put: Any) -> Any:
    """A copy with another value at a place."""
    if not path:
        return put
    copy = value.copy()
    copy[path[0]] = changed(value[path[0]], path[1:], put)
    return copy


@given(documents(), st.data())
def test_reader_and_schema_agree_on_a_value_put_in_the_wrong_place(
    document: dict[str, Any], data: st.DataObject
):
    path = data.draw(st.sampled_from(list(paths_in(document))))
    broken = changed(document, path, data.draw(st.sampled_from(BAD_VALUES)))
    agree(broken)


@given(documents(), st.data())
def test_reader_and_schema_agree_on_keys_added_and_taken_away(
    document: dict[str, Any], data: st.DataObject
):
    maps = [(), *(p for p in paths_in(document) if isinstance(at(document, p), dict))]
    path = data.draw(st.sampled_from(maps))
    there: dict[str, Any] = dict(at(document, path))
    if there and data.draw(st.booleans()):
        del there[data.draw(st.sampled_from(sorted(there)))]
    else:
        there[data.draw(st.sampled_from(["extra", "default", "x-free", "id", "text"]))] = "a"
    agree(changed(document, path, there))


def at(value: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        value = value[key]
    return value


def agree(document: dict[str, Any]) -> None:
    """Whatever the reader takes the schema takes; what breaks the structure both refuse."""
    fits = VALIDATOR.is_valid(document)
    try:
        load_case(document)
    except CaseError as error:
        codes = {problem.code for problem in error.problems}
        if codes <= STRUCTURAL:
            assert not fits, error
        if fits:
            assert not codes & STRUCTURAL, error
    else:
        assert fits


@pytest.mark.parametrize(
    "lines",
    [
        "frameworks: [{id: veil, rules: maximin}]",
        "frameworks: [{id: mine, type: nothing}]",
        "frameworks: [{rule: maximin}]",
        "frameworks: [{id: welfare, mode: {enough: many}}]",
        "challenges: [{against: {reply: {frame: veil}}}]",
        "payoffs: {default: {lottery: []}}",
        "priorities: [[a, b, c]]",
        "considered: {rescue: fine}",
        "universal: {rescue: {all: absent, nobody: 0}, wait: refrain}",
    ],
)
def test_both_refuse(lines: str):
    assert not VALIDATOR.is_valid(yaml.load(whole(lines), CoreLoader))
    with pytest.raises(CaseError):
        load_case(whole(lines))


def test_the_docs_have_a_row_for_every_key():
    text = fields_markdown()
    for field in CASE.fields:
        assert f"| `{field.name}` | " in text
    for name in registry.known_types():
        section = text.partition(f"### framework {name}\n")[2].partition("###")[0]
        for field in fields_of(registry.framework(name)):
            assert f"| `{field.name}` | " in section
    columns = {row.replace("\\|", "").count("|") for row in text.splitlines() if row[:1] == "|"}
    assert columns == {5}
