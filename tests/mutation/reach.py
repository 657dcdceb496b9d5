"""Which tests reach which lines, and which of them to run against a change there.

Lines are recorded test by test, in a process of its own for every file of tests: what one file
leaves in caches does not hide lines from the tests of another. With them is kept what the modules
said then, so that the lines are found again in modules edited since.
"""

from __future__ import annotations

import ast
import inspect
import json
import re
import time
import warnings
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from difflib import SequenceMatcher
from hashlib import sha256
from itertools import product
from pathlib import Path, PurePosixPath
from typing import Any

import coverage
from coverage.exceptions import CoverageWarning

PACKAGES = ("argue/semantics", "argue/construct", "frameworks", "argue/model")
"""What is changed, the packages where a silent mistake is worst first."""

TESTS = (
    *("tests/model", "tests/semantics", "tests/construct", "tests/frameworks", "tests/laws"),
    *("tests/verdict", "tests/norms", "tests/test_analysis.py", "tests/cli/test_solve.py"),
)
"""The tests that are tried against changes: those close to what is changed.

Not the bundled cases: each is a whole analysis, and what only they notice wants a test nearer by.
"""


class Reach:
    """The lines that every test reaches, and the seconds it takes."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.seconds: dict[str, float] = {}
        self.tests: dict[str, dict[int, set[str]]] = {}
        self._moved: dict[tuple[str, str], dict[int, list[int]]] = {}

    def add(self, recorded: Path, only: Collection[str] | None = None) -> None:
        """Takes in what was recorded of one file of tests, or of some of its tests."""
        data = json.loads(recorded.read_text(encoding="utf-8"))
        taken = {t: s for t, s in data["seconds"].items() if only is None or t in only}
        self.seconds.update(taken)
        for module, lines in data["lines"].items():
            known = self.tests.setdefault(module, {})
            moved = self._since(module, recorded.parent / data["sources"][module])
            for line, tests in lines.items():
                for now in moved.get(int(line), ()):
                    known.setdefault(now, set()).update(taken.keys() & tests)
        if data.get("before"):
            kept = [test for test in data["kept"] if only is None or test in only]
            self.add(recorded.parent / data["before"], kept)

    def _since(self, module: str, then: Path) -> dict[int, list[int]]:
        if (module, then.name) not in self._moved:
            path = self.root / module
            now = path.read_text(encoding="utf-8") if path.exists() else ""
            self._moved[module, then.name] = carried(then.read_text(encoding="utf-8"), now)
        return self._moved[module, then.name]

    def of(self, module: str, source: str, line: int) -> set[str]:
        """Answers the tests that reach a line, or the statement that it is part of."""
        known = self.tests.get(module, {})
        if known.get(line):
            return known[line]
        within = _statement(source, line)
        return {test for other in within for test in known.get(other, ())}

    def near(self, module: str) -> set[str]:
        """Answers the tests that reach any line of a module, and those of its package.

        What a module defines can be read without running any of it.
        """
        found = {test for tests in self.tests.get(module, {}).values() for test in tests}
        return found | {test for test in self.seconds if test.startswith(_homes(module))}

    def ordered(
        self, tests: Collection[str], module: str, seconds: float, *, first: Sequence[str] = ()
    ) -> list[str]:
        """Answers tests that take some seconds: some first, then as long those close to the module.

        Of these the ones that bear the module's name come first. Every test gets the same time for
        its cases, so that one of many, or of slow ones, does not keep the others waiting.
        """
        homes = _homes(module)
        named = re.compile(rf"(?<![a-z]){re.escape(PurePosixPath(module).stem)}(?![a-z])")
        spent: defaultdict[str, float] = defaultdict(float)
        keys: dict[str, tuple[bool, bool, bool, float]] = {}
        for test in sorted(tests, key=lambda test: (self.seconds[test], test)):
            name, taken = test.split("[")[0], self.seconds[test]
            spent[name] += taken
            far, other = not test.startswith(homes), not named.search(test)
            keys[test] = taken > 0.5, far, other, spent[name]
        likely = self._within(seconds, first)
        others = sorted(keys.keys() - set(first), key=lambda test: (keys[test], test))
        return [*likely, *self._within(seconds, others)]

    def _within(self, seconds: float, tests: Iterable[str]) -> list[str]:
        """Answers the first of some tests that take so long together, at least one."""
        chosen: list[str] = []
        for test in tests:
            seconds -= self.seconds[test]
            if chosen and seconds < 0:
                break
            chosen.append(test)
        return chosen


def record(items: Sequence[Any], root: Path, target: Path, before: Path | None = None) -> None:
    """Runs tests and writes down which lines of the packages each of them reaches.

    What was recorded `before` is kept of the tests whose text is still the same.
    """
    old = json.loads(before.read_text(encoding="utf-8")) if before else {}
    texts = {item.nodeid: _text(item) for item in items}
    kept = [test for test, text in texts.items() if old.get("texts", {}).get(test) == text]
    run = [item for item in items if item.nodeid not in kept]
    seconds, lines = _reached(run, root)
    sources = {module: _kept((root / module).read_bytes(), target.parent) for module in lines}
    found = {"seconds": seconds, "lines": lines, "sources": sources, "texts": texts}
    if before and kept:
        found |= {"before": before.name, "kept": kept}
    target.write_text(json.dumps(found), encoding="utf-8")


Lines = dict[str, dict[str, list[str]]]
"""Module -> line -> the tests that reach it."""


def _reached(items: Sequence[Any], root: Path) -> tuple[dict[str, float], Lines]:
    """Runs tests; answers how long each takes, and what it reaches."""
    watched = coverage.Coverage(
        data_file=None, config_file=False, source=[str(root / name) for name in PACKAGES]
    )
    seconds: dict[str, float] = {}
    watched.start()
    for item, following in zip(items, [*items[1:], None], strict=False):
        watched.switch_context(item.nodeid)
        begun = time.process_time()
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        seconds[item.nodeid] = round(time.process_time() - begun, 4)
    watched.stop()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", CoverageWarning)  # some tests reach nothing here
        found = watched.get_data()
    return seconds, {
        Path(name).relative_to(root).as_posix(): {
            str(line): sorted(filter(None, contexts))
            for line, contexts in found.contexts_by_lineno(name).items()
        }
        for name in found.measured_files()
    }


def _text(item: Any) -> str:
    """Answers a digest of what a test says, its decorators included."""
    function = getattr(item.function, "hypothesis", None)
    said = inspect.getsource(function.inner_test if function else item.function)
    return sha256(said.encode()).hexdigest()[:12]


def carried(before: str, after: str) -> dict[int, list[int]]:
    """Answers where the lines of a module stand after an edit.

    New lines go with those they replace, and with the one above.
    """
    matcher = SequenceMatcher(None, before.splitlines(), after.splitlines(), autojunk=False)
    found: dict[int, list[int]] = {}
    for tag, there, there_end, here, here_end in matcher.get_opcodes():
        if tag == "equal":
            pairs = list(zip(range(there, there_end), range(here, here_end), strict=True))
        else:
            pairs = list(product(range(max(there - 1, 0), there_end), range(here, here_end)))
        for old, new in pairs:
            found.setdefault(old + 1, []).append(new + 1)
    return found


def _kept(source: bytes, folder: Path) -> str:
    """Answers the name of the file that keeps a source, and writes it."""
    name = f"{sha256(source).hexdigest()[:12]}.source"
    (folder / name).write_bytes(source)
    return name


def _homes(module: str) -> tuple[str, ...]:
    """Answers the folders of tests that a module belongs to, as beginnings of their names."""
    parts = PurePosixPath(module).parts
    return tuple(f"tests/{part}/" for part in (parts[:1] if len(parts) == 2 else parts[1:-1]))


def _statement(source: str, line: int) -> range:
    """Answers the lines of the smallest statement around a line, its body left out."""
    best = range(line, line + 1)
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.stmt) and node.lineno <= line <= (node.end_lineno or 0):
            body = getattr(node, "body", None)
            end = body[0].lineno - 1 if body else node.end_lineno
            if end is not None and line <= end:
                best = range(node.lineno, end + 1)
    return best
