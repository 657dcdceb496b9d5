"""The judge says of rows of cases of every form, with every framework, what their analyses say."""

import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from argue.errors import ArgueError, CaseError
from argue.io.case import load_case
from argue.model.case import Case
from tests.io.drawing import documents
from tests.io.drawn import drawn
from tests.rewards.templates import COLUMNS, Drawn, bound
from tests.rewards.test_agreement import assert_agrees

CONDITIONS = ("a < 1", "b >= 0.1", "flag", "c != d")
ENDS = ("all", "nobody", "gain", "loss")
SHARES = ("own", "means")
TRIES = 6


@settings(max_examples=settings().max_examples * 10)
@given(documents(), st.integers(0, 10**6))
def test_rows_of_cases_of_every_form_are_judged_as_their_cases_are(document, seed):
    template = _template(document, random.Random(seed))
    if template is not None:
        assert_agrees(template)


def test_many_of_the_drawn_cases_can_be_compiled():
    templates = [_template(document, random.Random(1)) for document in drawn(60)]
    assert sum(template is not None for template in templates) >= 20


def _template(document: dict[str, Any], rng: random.Random) -> Drawn | None:
    """Binds ever fewer parts of a case until a judge can be compiled; none where it cannot."""
    try:
        case = load_case(_left(document))
    except CaseError:  # what was left out was needed
        return None
    features = _features(case, rng)
    for _ in range(TRIES):
        found = Drawn(case, features, {}, rng)
        try:
            found.judge()
        except ArgueError:
            features = {path: to for path, to in features.items() if rng.random() < 0.6}
        else:
            return found if features else None
    return None


def _features(case: Case, rng: random.Random) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for option in case.options:
        for person in case.standpoints:
            if case.payoffs and rng.random() < 0.35:
                found[f"payoffs.{option}.{person}"] = bound(rng)
            if case.general and rng.random() < 0.2:
                found[f"general.{option}.{person}"] = bound(rng)
        if case.universal and rng.random() < 0.3:
            found[f"universal.{option}.all"] = rng.choice(COLUMNS)
    found |= {f"facts.{fact}": rng.choice(CONDITIONS) for fact in case.facts if rng.random() < 0.4}
    people = [name for name in case.standpoints if rng.random() < 0.1]
    return found | {f"standpoints.{name}.level": {"a": 0.1, "const": 2} for name in people}


def _left(document: dict[str, Any]) -> dict[str, Any]:
    """What is left of a case without what no judge reads: the low end of intervals, and so on."""
    left = {key: value for key, value in document.items() if key not in {"game", "rules"}}
    for name in ("payoffs", "general"):
        if name in left:
            left[name] = {option: _row(row) for option, row in left[name].items()}
    if "universal" in left:
        left["universal"] = {option: _entry(entry) for option, entry in left["universal"].items()}
    left["standpoints"] = {
        name: {key: value for key, value in person.items() if key != "prerogative"}
        for name, person in left.get("standpoints", {}).items()
    }
    return left


def _row(row: Any) -> Any:
    if isinstance(row, dict) and not {"lottery", "if"} & set(row):
        return {person: _cell(cell) for person, cell in row.items()}
    return _cell(row)


def _entry(entry: Any) -> Any:
    if not isinstance(entry, dict):
        return entry
    shares = {key: value for key, value in entry.items() if key in SHARES}
    ends = {key: _cell(value) for key, value in entry.items() if key in ENDS}
    read = {key: _row(value) for key, value in shares.items() if isinstance(value, dict)}
    return {**entry, **ends, **read}


def _cell(cell: Any) -> Any:
    if isinstance(cell, list):
        return cell[0]
    if not isinstance(cell, dict):
        return cell
    inner = {key: _cell(cell[key]) for key in ("then", "else") if key in cell}
    if "lottery" in cell:
        inner["lottery"] = [[chance, _cell(branch)] for chance, branch in cell["lottery"]]
    return {**cell, **inner}
