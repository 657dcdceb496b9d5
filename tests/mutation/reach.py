"""Which tests reach which lines, and which of them to run against a change there.

Lines are recorded test by test, in a process of its own for every file of tests: what one file
leaves in caches does not hide lines from the tests of another. With them is kept what the modules
said then, so that the lines are found again in modules edited since.
"""

from __future__ import annotations

import ast
import json
import time
import warnings
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from hashlib import sha256
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

    def add(self, recorded: Path) -> None:
        """Takes in what was recorded of one file of tests."""
        data = json.loads(recorded.read_text(encoding="utf-8"))
        self.seconds.update(data["seconds"])
        for module, lines in data["lines"].items():
            known = self.tests.setdefault(module, {})
            moved = self._since(module, recorded.parent / data["sources"][module])
            for line, tests in lines.items():
                for now in moved.get(int(line), ()):
                    known.setdefault(now, set()).update(tests)

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

    def ordered(self, tests: Iterable[str], module: str, seconds: float) -> list[str]:
        """Answers tests that take some seconds: first those close to the module, the fast first."""
        homes = _homes(module)
        queue = sorted(
            tests,
            key=lambda test: (not test.startswith(homes), self.seconds[test], test),
        )
        queue.sort(key=lambda test: self.seconds[test] > 0.5)
        chosen: list[str] = []
        for test in queue:
            seconds -= self.seconds[test]
            if chosen and seconds < 0:
                break
            chosen.append(test)
        return chosen


def record(items: Sequence[Any], root: Path, target: Path) -> None:
    """Runs tests and writes down which lines of the packages each of them reaches."""
    watched = coverage.Coverage(
        data_file=None, config_file=False, source=[str(root / name) for name in PACKAGES]
    )
    seconds: dict[str, float] = {}
    watched.start()
    for item, following in zip(items, [*items[1:], None], strict=True):
        watched.switch_context(item.nodeid)
        begun = time.process_time()
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        seconds[item.nodeid] = round(time.process_time() - begun, 4)
    watched.stop()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", CoverageWarning)  # some tests reach nothing here
        found = watched.get_data()
    lines = {
        Path(name).relative_to(root).as_posix(): {
            str(line): sorted(filter(None, contexts))
            for line, contexts in found.contexts_by_lineno(name).items()
        }
        for name in found.measured_files()
    }
    sources = {module: _kept((root / module).read_bytes(), target.parent) for module in lines}
    found_now = {"seconds": seconds, "lines": lines, "sources": sources}
    target.write_text(json.dumps(found_now), encoding="utf-8")


def carried(before: str, after: str) -> dict[int, list[int]]:
    """Answers where the lines of a module stand after an edit; new lines go with the one above."""
    old, new = before.splitlines(), after.splitlines()
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    same = {there + step: here + step for here, there, size in blocks for step in range(size)}
    found: dict[int, list[int]] = {}
    last: int | None = None
    for line in range(len(new)):
        last = same.get(line, last)
        if last is not None:
            found.setdefault(last + 1, []).append(line + 1)
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
