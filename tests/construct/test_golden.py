"""Worked verdicts: every case, under every setting, comes out as worked out beforehand."""

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from argue.analysis import analyze
from argue.io.case import load_case
from argue.model.verdict import Dissent, Leading, Outcome
from argue.verdict.result import Analysis

FILE = Path(__file__).parents[1] / "golden" / "golden.json"
CASES: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))["cases"]
OF_NUMBERS = ("W001", "W003")
"""Warnings that the worked cases name: no levels, an agent without a cap."""


@cache
def analysis_of(name: str) -> Analysis:
    return analyze(load_case(CASES[name]["case"], name=name))


def words(values: Mapping[str, Any]) -> dict[str, str]:
    return {key: str(value) for key, value in values.items()}


def permitted_sets(analysis: Analysis) -> list[list[str]]:
    return sorted(sorted(position.permissible) for position in analysis.positions)


def labels(analysis: Analysis) -> list[list[str]]:
    rows = [[str(p.label(o)) for o in analysis.case.options] for p in analysis.positions]
    return sorted(rows)


def leading(analysis: Analysis) -> dict[str, Any]:
    return {
        str(branch): None if branch.leading is None else _led(branch.leading)
        for branch in analysis.shared.branches
    }


def _led(leading: Leading) -> dict[str, Any]:
    return {
        "option": leading.option,
        "tally": {option: list(votes) for option, votes in leading.tally.items()},
        "smallest_dissent": None if leading.dissent is None else _dissenting(leading.dissent),
    }


def _dissenting(dissent: Dissent) -> dict[str, Any]:
    margin = int(dissent.margin) if dissent.margin.denominator == 1 else str(dissent.margin)
    given = {"source": dissent.source, "prefers": dissent.prefers}
    return given | {"margin": margin, "share": float(dissent.share)}


def crux(analysis: Analysis) -> list[Any]:
    return [[[str(m) for m in c.moves], words(c.statuses)] for c in analysis.shared.crux]


def decisive(analysis: Analysis) -> list[Any]:
    found = [
        [sorted(f"{high}>{low}" for high, low in d.priorities), words(d.statuses)]
        for d in analysis.shared.decisive
    ]
    return sorted(found, key=lambda entry: entry[0])


FIELDS: dict[str, tuple[Callable[[Analysis], Any], Any]] = {
    "outcome": (lambda a: str(a.outcome), None),
    "statuses": (lambda a: words(a.statuses), None),
    "permitted_sets": (permitted_sets, None),
    "labels": (labels, None),
    "basis": (lambda a: words(a.basis), None),
    "alone": (lambda a: {source: words(row) for source, row in a.alone.items()}, None),
    "allowed_by": (lambda a: {o: list(n) for o, n in a.shared.allowed_by.items()}, None),
    "against": (lambda a: {r.option: str(r) for r in a.shared.ruled_out}, None),
    "attribution": (lambda a: {o: list(map(str, d)) for o, d in a.attribution.items()}, None),
    "leading": (leading, None),
    "crux": (crux, []),
    "decisive_priorities": (decisive, []),
    "flags": (lambda a: {o: list(flags) for o, flags in a.flags.items() if flags}, {}),
    "residue": (lambda a: list(a.residue), []),
    "dilemma": (lambda a: a.dilemma, False),
    "supererogatory": (lambda a: list(a.supererogatory), []),
    "revision_proposals": (lambda a: [p.norm for p in a.proposals], []),
    "warnings": (lambda a: [n.text for n in a.notices if n.code in OF_NUMBERS], []),
}
"""What an analysis says under every key, and what a case that lacks the key expects."""

SETTINGS = [
    pytest.param(name, index, id=f"{name}-{index}")
    for name, entry in CASES.items()
    for index in range(len(entry["settings"]))
]
UNDER_SETTINGS = (
    "outcome",
    "statuses",
    "permitted_sets",
    "residue",
    "dilemma",
    "supererogatory",
)


def test_every_key_of_the_worked_cases_is_compared():
    assert {key for entry in CASES.values() for key in entry["expected"]} <= FIELDS.keys()
    keys = {key for entry in CASES.values() for given in entry["settings"] for key in given}
    assert keys <= {"facts", "priorities", *UNDER_SETTINGS}
    assert len(CASES) == 50
    assert len(SETTINGS) == 190


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("name", CASES)
def test_a_worked_case_comes_out_as_worked(name: str, field: str):
    found, otherwise = FIELDS[field]
    got, expected = found(analysis_of(name)), CASES[name]["expected"].get(field, otherwise)
    assert got == (sorted(expected) if field == "labels" else expected)


@pytest.mark.parametrize(("name", "index"), SETTINGS)
def test_a_worked_case_comes_out_as_worked_under_settings(name: str, index: int):
    given = CASES[name]["settings"][index]
    priorities = [(high, low) for high, low in given["priorities"]]
    analysis = analyze(
        load_case(CASES[name]["case"], name=name), facts=given["facts"], priorities=priorities
    )
    for field in UNDER_SETTINGS:
        found, otherwise = FIELDS[field]
        assert found(analysis) == given.get(field, otherwise), field


@pytest.mark.parametrize("name", CASES)
def test_the_positions_of_a_worked_case_are_settled_by_what_they_name(name: str):
    """Under the facts and priorities that a position names, it is the only one."""
    analysis = analysis_of(name)
    for position in analysis.positions:
        if len(analysis.positions) == 1 or not position.settles or position.challenges:
            continue
        case = load_case(CASES[name]["case"], name=name)
        again = analyze(case, facts=position.facts, priorities=position.priorities)
        (only,) = again.positions
        assert only.permissible == position.permissible


def test_decided_means_that_every_option_has_one_label():
    for name in CASES:
        analysis = analysis_of(name)
        if analysis.outcome is Outcome.DECIDED:
            assert len(analysis.positions) == 1
