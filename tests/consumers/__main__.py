"""Runs what the type checkers have checked."""

from __future__ import annotations

import tempfile
from pathlib import Path

import argue
from tests.consumers import environments, framework, graphs, rows, verdicts

with tempfile.TemporaryDirectory() as folder:
    lines = verdicts.told("mask-mandate", Path(folder))
    assert lines[0] == "decided" and lines[-1] == "argue/analysis/v1"
    assert (Path(folder) / "report.html").stat().st_size > 10_000
assert verdicts.told("no-such-case", Path())[0].startswith("no file")
assert verdicts.is_settled(argue.analyze(argue.load_case("mask-mandate")))
assert verdicts.counted(argue.load_case("mask-mandate")) > 0

af = argue.AF.parse("a->b b->c c->d d->c")
assert graphs.sceptical("a->b b->c c->d") == {"a": True, "b": False, "c": True, "d": False}
assert graphs.sizes(af) == [2, 2]
assert graphs.taken_back(af, "a") == ["b", "d"]
assert graphs.undecided(af) == ["c", "d"]
assert graphs.through_networkx(af) == af

assert rows.names([0, 2]) == ["REQUIRED", "RULED_OUT"]
assert rows.paid([0, 2]) == [1.0, -1.0]
assert rows.explained(2) is argue.Status.IMPERMISSIBLE
assert list(rows.many())[:2] == ["decided", str(argue.analyze(argue.load_case("animals")).outcome)]
assert framework.FRAMEWORK.id == "worst_effect"
assert environments.reward(0) == 0.0
print("all consumers ran")
