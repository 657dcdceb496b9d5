"""An analysis as data: it fits its schema, and reads back as what it was."""

import json

from hypothesis import given
from jsonschema import Draft202012Validator

from argue.analysis import analyze
from argue.io.case import load_case
from argue.verdict.schema import analysis_schema
from tests.laws.cases import ALL, SOME, documents
from tests.laws.drawing import Document

VALIDATOR = Draft202012Validator(analysis_schema())


@SOME
@given(documents(ALL))
def test_every_analysis_fits_the_schema_and_survives_json(case: Document):
    data = analyze(load_case(case)).to_dict()
    VALIDATOR.validate(data)
    assert json.loads(json.dumps(data)) == data


@SOME
@given(documents(ALL))
def test_every_attack_and_premise_names_an_argument_that_is_there(case: Document):
    data = json.loads(json.dumps(analyze(load_case(case)).to_dict()))
    names = {argument["id"] for argument in data["graph"]["arguments"]}
    assert len(names) == len(data["graph"]["arguments"])
    for attack in data["graph"]["attacks"]:
        assert {attack["from"], attack["to"]} <= names
    for argument in data["graph"]["arguments"]:
        assert set(argument["premises"]) <= names
        assert argument["text"]


def test_the_same_case_gives_the_same_bytes():
    first, second = (
        json.dumps(analyze(load_case("mask-mandate-exemptions")).to_dict()) for _ in range(2)
    )
    assert first == second
