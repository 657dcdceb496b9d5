"""In which order tests are run against a change: the likeliest to notice it first."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("coverage")
pytest.importorskip("cosmic_ray")

from tests.mutation.killers import Killers  # noqa: E402  (needs cosmic-ray)
from tests.mutation.operators import Place  # noqa: E402  (as above)
from tests.mutation.reach import Reach, record  # noqa: E402  (needs coverage)

HERE = Place("argue/model/a.py", "AddNot", 0, 1, "d1", 0)


def told(definition: str, test: str, module: str = HERE.module) -> dict[str, str]:
    return {"key": f"{module} {definition} AddNot 0", "told": test}


def test_what_noticed_a_change_of_the_same_definition_comes_before_what_noticed_one_elsewhere():
    entries = [told("d2", "t::far"), told("d2", "t::far"), told("d1", "FAILED t::near - assert 1")]
    found = Killers([*entries, told("d1", "t::other", "b.py"), told("d1", "")])
    assert found.first(HERE, {"t::near", "t::far", "t::other"}) == ["t::near", "t::far"]
    assert found.first(HERE, {"t::far"}) == ["t::far"]


def reaching(seconds: dict[str, float]) -> Reach:
    found = Reach(Path())
    found.seconds = seconds
    return found


def test_the_likeliest_come_first_then_those_close_by_and_the_fast_before_the_slow():
    reach = reaching({"tests/laws/a": 0.1, "tests/model/b": 0.2, "tests/model/c": 0.9, "d": 0.3})
    found = reach.ordered(reach.seconds, HERE.module, 9, first=["d"])
    assert found == ["d", "tests/model/b", "tests/laws/a", "tests/model/c"]
    assert reach.ordered(reach.seconds, HERE.module, 0.2, first=["d"]) == ["d", "tests/model/b"]


def test_every_test_gets_the_same_time_for_its_cases():
    many = {f"tests/model/many[{number}]": 0.01 for number in range(10)}
    reach = reaching({**many, "tests/model/other": 0.045, "tests/laws/far": 0.001})
    found = reach.ordered(reach.seconds, HERE.module, 9)
    assert found.index("tests/model/other") == 4
    assert found[-1] == "tests/laws/far"
    assert sorted(found) == sorted(reach.seconds)


def test_what_bears_the_name_of_the_module_comes_before_the_rest_of_its_package():
    fast, named = {"tests/model/test_laws.py::b": 0.01}, {"tests/model/test_a_b.py::c": 0.2}
    slow = {"tests/model/test_a.py::slow": 0.9, "tests/model/many.py::d": 0.1}
    reach = reaching({**fast, **named, **slow})
    assert reach.ordered(reach.seconds, HERE.module, 9) == [*named, *fast, *reversed(slow)]
    killed = list(reversed(slow))[:1]
    assert reach.ordered(reach.seconds, HERE.module, 9, first=killed)[:2] == [*killed, *named]


def test_what_was_recorded_of_an_unchanged_test_is_kept(tmp_path: Path):
    (tmp_path / "a.py").write_text("x = 1\ny = 2\n", encoding="utf-8")
    (tmp_path / "one.source").write_text("x = 1\n", encoding="utf-8")
    (tmp_path / "two.source").write_text("x = 1\ny = 2\n", encoding="utf-8")
    old = {"seconds": {"t::kept": 1, "t::changed": 2}, "sources": {"a.py": "one.source"}}
    old["lines"] = {"a.py": {"1": ["t::changed", "t::kept"]}}
    new = {"seconds": {"t::changed": 3}, "sources": {"a.py": "two.source"}}
    new |= {"lines": {"a.py": {"2": ["t::changed"]}}, "before": "old.json", "kept": ["t::kept"]}
    for name, found in (("old", old), ("new", new)):
        (tmp_path / f"{name}.json").write_text(json.dumps(found), encoding="utf-8")
    reach = Reach(tmp_path)
    reach.add(tmp_path / "new.json")
    assert reach.seconds == {"t::kept": 1, "t::changed": 3}
    assert reach.tests["a.py"] == {1: {"t::kept"}, 2: {"t::changed", "t::kept"}}


def test_where_tests_were_only_taken_away_there_is_nothing_to_run(tmp_path: Path):
    record([], tmp_path, tmp_path / "none.json")
    reach = Reach(tmp_path)
    reach.add(tmp_path / "none.json")
    assert not reach.seconds
