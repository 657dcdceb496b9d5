"""One case, many spellings: a mapping, YAML, JSON and flow YAML all read as the same case."""

import json
from dataclasses import replace
from typing import Any

from hypothesis import given

from argue.io.case import load_case, read_case
from argue.model.case import Case
from tests.io.drawing import documents
from tests.io.texts import as_yaml


def unhashed(case: Case) -> Case:
    return replace(case, sha256="", id="case")


@given(documents())
def test_yaml_and_json_read_as_the_mapping_they_spell(document: dict[str, Any]):
    case = unhashed(load_case(document))
    flow = as_yaml(document, flow=True)
    for text in (as_yaml(document), flow, json.dumps(document), json.dumps(document, indent="\t")):
        assert unhashed(read_case(text)) == case


@given(documents())
def test_the_order_of_keys_at_the_top_does_not_matter(document: dict[str, Any]):
    turned = dict(reversed(document.items()))
    assert unhashed(load_case(turned)) == unhashed(load_case(document))


@given(documents())
def test_every_path_has_the_line_it_stands_in(document: dict[str, Any]):
    text = as_yaml(document)
    lines = text.splitlines()
    case = read_case(text)
    assert set(document) - {"x-free"} <= set(case.lines)
    for path, line in case.lines.items():
        assert 1 <= line <= len(lines)
        if path in document:
            assert lines[line - 1].startswith((f"{path}:", f"'{path}':"))
    for option in case.options:
        assert option in lines[case.lines[f"options.{option}"] - 1]
