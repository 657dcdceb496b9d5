"""A change is made where it is said to be made: in the objects that exist, or on a fresh start."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

pytest.importorskip("coverage")
pytest.importorskip("cosmic_ray")

from tests.mutation import server  # noqa: E402  (needs cosmic-ray)
from tests.mutation.operators import Place  # noqa: E402  (as above)
from tests.mutation.reach import Reach  # noqa: E402  (needs coverage)
from tests.mutation.redefining import definitions, redefine  # noqa: E402  (as above)
from tests.mutation.run import Run  # noqa: E402  (as above)

SOURCE = '''\
from __future__ import annotations

from enum import Enum

RAN: list[Unknown] = []

MOST = 3


class Row:
    """A row of a table."""

    first: int = 1

    def __init__(self, number: int, *, unique: bool = False) -> None:
        self.number, self.unique = number, unique

    def doubled(self) -> int:
        return 2 * self.number


class Child(Row):
    last: int = 1

    def doubled(self) -> int:
        return super().doubled()


class Kind(Enum):
    ONE = 1


def plus(number: int, by: int = 1, *, times: int = 1) -> int:
    return times * (number + by)


TABLE = {"one": Row(1)}
BEST = Row(5, unique=True)
RAN.append(1)
'''


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    (tmp_path / "table.py").write_text(SOURCE, encoding="utf-8")
    module = ModuleType("table")
    module.__file__ = str(tmp_path / "table.py")
    monkeypatch.setitem(sys.modules, "table", module)
    exec(compile(SOURCE, module.__file__, "exec"), module.__dict__)
    return module


def change(module: ModuleType, before: str, after: str) -> None:
    changed = SOURCE.replace(before, after)
    assert changed != SOURCE
    redefine(module, definitions(SOURCE, changed)[1])


@pytest.mark.parametrize(
    ("before", "after", "held", "read"),
    [
        ("by: int = 1", "by: int = 2", "plus", lambda plus: plus(1) == 3),
        ("times: int = 1", "times: int = 2", "plus", lambda plus: plus(1) == 4),
        ("first: int = 1", "first: int = 2", "Row", lambda kind: kind.first == 2),
        ("first: int = 1", "first: int = 2", "Child", lambda kind: kind.first == 2),
        ("first: int = 1", "first: int = 2", "BEST", lambda row: row.first == 2),
        ("unique: bool = False", "unique: bool = True", "Row", lambda kind: kind(1).unique),
        ('"one": Row(1)', '"one": Row(2)', "TABLE", lambda rows: rows["one"].number == 2),
        ("5, unique=True", "5, unique=False", "BEST", lambda row: not row.unique),
    ],
)
def test_what_others_hold_of_a_module_changes_with_it(
    table: ModuleType, before: str, after: str, held: str, read: Callable[[Any], bool]
):
    value = getattr(table, held)
    assert not read(value)
    change(table, before, after)
    assert read(value)
    assert getattr(table, held) is value


def test_only_the_statement_that_changed_is_run_again(table: ModuleType):
    rows, best = table.TABLE["one"], table.BEST
    change(table, "first: int = 1", "first: int = 2")
    assert table.RAN == [1]
    assert table.TABLE["one"] is rows
    assert table.BEST is best


@pytest.mark.parametrize(
    ("before", "after"),
    [("MOST = 3", "MOST = 4"), ("ONE = 1", "ONE = 2"), ("RAN.append(1)", "RAN.append(2)")],
)
def test_what_cannot_be_changed_in_place_is_refused(table: ModuleType, before: str, after: str):
    with pytest.raises((TypeError, AttributeError)):
        change(table, before, after)
    assert table.RAN == [1]


class Engine(server.Server):
    """A server whose tests are functions that answer whether they pass."""

    def __init__(self, tests: dict[str, Callable[[], bool]]) -> None:
        super().__init__(lambda _: None, [], 1)
        self.items = dict(tests)
        self.functions = server._functions()

    def _run(self, tests: Any) -> None:
        for test in tests:
            if not self.items[test]() and self.failed:
                self.failed(test)


class Trial(Run):
    """A run over a file of one module; it tells what would be tried on a fresh start."""

    def __init__(self, path: Path, tests: dict[str, Callable[[], bool]]) -> None:
        self.tree, self.module = path.parent, path.name
        self.engine = Engine(tests)
        self.table = ()
        self.reach = Reach(self.tree)
        self.reach.seconds = dict.fromkeys(tests, 0.1)

    def found(self, before: str, after: str) -> tuple[str, str]:
        source = (self.tree / self.module).read_text(encoding="utf-8")
        assert before in source
        place = Place(self.module, "AddNot", 0, 1, "d1", 0)
        return self._outcome(self.engine, place, source, source.replace(before, after))

    def _queue(self, *_: Any, **__: Any) -> list[str]:
        return list(self.reach.seconds)

    def _fresh(self, path: Path, changed: str, queue: list[str]) -> tuple[str, str]:
        return "fresh", " ".join(queue)


def test_a_change_that_runs_at_import_starts_afresh_only_where_all_tests_pass(table: ModuleType):
    path = Path(str(table.__file__))
    tests = {"t::most": lambda: table.MOST == 3, "t::plus": lambda: table.plus(1) == 2}
    run = Trial(path, tests)
    assert run.found("by: int = 1", "by: int = 2") == (server.KILLED, "t::plus")
    assert run.found("times: int = 1", "times: int = 2") == (server.KILLED, "t::plus")
    assert run.found("first: int = 1", "first: int = 2") == ("fresh", "t::most t::plus")
    assert run.found("MOST = 3", "MOST = 4") == ("fresh", "t::most t::plus")
    assert table.plus(1) == 2


def test_what_fails_when_an_unchanged_statement_is_run_again_is_not_believed(table: ModuleType):
    child = table.Child(2)

    def doubles() -> bool:
        try:
            return child.doubled() == 4
        except TypeError:  # `super()` asks for the class that was defined last
            return False

    run = Trial(Path(str(table.__file__)), {"t::child": doubles})
    assert doubles()
    assert run.found("last: int = 1", "last: int = 2") == ("fresh", "t::child")


HELD = """\
def counting(count, log):
    def call():
        log.append(1)
        return count < 3
    return call


first, second = lambda a: a + 1, lambda a: a < 2
"""


@pytest.fixture
def held(tmp_path: Path) -> SimpleNamespace:
    path = tmp_path / "held.py"
    path.write_text(HELD, encoding="utf-8")
    names: dict[str, Any] = {"path": path}
    exec(compile(HELD, str(path), "exec"), names)
    return SimpleNamespace(**names)


def test_a_closure_that_loses_a_name_is_tried_on_a_fresh_start(held: SimpleNamespace):
    log: list[int] = []
    call = held.counting(1, log)
    run = Trial(held.path, {"t::call": lambda: call() and bool(log)})
    assert run.found("count < 3", "count > 3") == (server.KILLED, "t::call")
    assert run.found("log.append(1)", "pass") == ("fresh", "t::call")
    assert run.found("count < 3", "count <= 3") == (server.SURVIVED, "")


def test_a_closure_made_after_the_change_needs_no_fresh_start(held: SimpleNamespace):
    def called() -> bool:
        log: list[int] = []
        return held.counting(1, log)() and bool(log)

    run = Trial(held.path, {"t::call": called})
    assert run.found("log.append(1)", "pass") == (server.KILLED, "t::call")


def test_of_two_functions_on_a_line_the_changed_one_changes(held: SimpleNamespace):
    codes = [compile(text, str(held.path), "exec") for text in (HELD, HELD.replace("+ 1", "- 1"))]
    engine = Engine({"t::first": lambda: held.first(1) == 2, "t::second": lambda: held.second(1)})
    for test, expected in {"t::first": server.KILLED, "t::second": server.SURVIVED}.items():
        do = engine.tried(held.path, (codes[0], codes[1]), {test: 0.1})
        assert server.outcome(engine.apart(do, 5)[0]) == expected
