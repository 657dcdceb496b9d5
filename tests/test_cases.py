"""The bundled cases: each can be read, names its sources, and gets the verdict it is known for."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator
from yamlcore import CoreLoader

from argue.analysis import analyze
from argue.errors import CaseError
from argue.io.bundled import bundled_ids
from argue.io.case import load_case
from argue.io.fields import case_schema

FOLDER = Path(__file__).parents[1] / "cases"
SCHEMA = FOLDER / "case.schema.json"
EDITOR_LINE = "# yaml-language-server: $schema=case.schema.json"
VERDICTS: dict[str, tuple[str, dict[str, str]]] = {
    "mask-mandate": ("decided", {"continue": "obligatory", "end": "impermissible"}),
    "mask-mandate-exemptions": (
        "contested",
        {"mandate": "impermissible", "exempt": "contested", "voluntary": "contested"},
    ),
    "transmitter-room": ("contested", {"rescue": "contested", "wait": "contested"}),
    "fishing-hook-above": ("decided", {"hook": "impermissible", "none": "obligatory"}),
    "fishing-hook-below": ("decided", {"hook": "obligatory", "none": "impermissible"}),
    "hiring-screening": (
        "decided",
        {"deploy": "impermissible", "audited": "obligatory", "human": "impermissible"},
    ),
    "fishing-commons": (
        "contested",
        {"restrain": "contested", "moderate": "contested", "race": "contested"},
    ),
    "animals": ("contested", {"include": "contested", "exclude": "contested"}),
    "kidney": (
        "decided",
        {"kidney": "permissible", "blood": "permissible", "nothing": "impermissible"},
    ),
    "tax": ("contested", {"tax_rich": "contested", "tax_poor": "contested"}),
    "bayesian-updating": (
        "contested",
        {"sharp": "contested", "range": "contested", "hunches": "impermissible"},
    ),
    "capabilities-or-alignment": (
        "contested",
        {"alignment": "contested", "capabilities": "contested"},
    ),
    "windfall-sharing": (
        "contested",
        {"hoard": "impermissible", "share_benefits": "contested", "share_power": "contested"},
    ),
}


def test_the_table_of_verdicts_names_every_bundled_case():
    assert set(VERDICTS) == set(bundled_ids()) == {path.stem for path in FOLDER.glob("*.yaml")}


@pytest.mark.parametrize("name", VERDICTS)
def test_a_bundled_case_gets_the_verdict_it_is_known_for(name: str):
    outcome, statuses = VERDICTS[name]
    analysis = analyze(load_case(name))
    assert analysis.outcome == outcome
    assert {option: analysis.status(option) for option in statuses} == statuses
    assert set(statuses) == set(load_case(name).options)


@pytest.mark.parametrize("name", VERDICTS)
def test_a_bundled_case_names_its_sources_and_declares_its_numbers(name: str):
    text = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    case = load_case(name)
    assert text.startswith(f"{EDITOR_LINE}\nschema: argue/case/v1\n")
    assert case.source
    assert case.question
    assert case.text
    assert ("x-assumptions:" in text) == bool(case.payoffs)


@pytest.mark.parametrize("name", VERDICTS)
def test_a_bundled_case_fits_the_schema(name: str):
    data = yaml.load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), CoreLoader)
    Draft202012Validator(case_schema()).validate(data)


def test_the_schema_beside_the_cases_is_the_one_the_reader_has():
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == case_schema()


def test_an_x_key_is_the_only_free_one():
    text = (FOLDER / "tax.yaml").read_text(encoding="utf-8")
    with pytest.raises(CaseError, match="assumptions"):
        load_case(text.replace("x-assumptions:", "assumptions:"))
