"""Changes the code in small ways and asks whether a test notices. Called by `.ci/mutation`.

Runs in a copy of the checkout, never in the checkout itself. What was found is kept as one line of
JSON a change in the state folder beside the copy, so that the next run goes on from there.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, TextIO

import pytest

from tests.mutation import explained, server
from tests.mutation.killers import Killers
from tests.mutation.operators import Place, difference, line_above, mutated, places
from tests.mutation.reach import PACKAGES, TESTS, Reach, record
from tests.mutation.redefining import definitions

OPTIONS = ["-q", "-p", "no:cacheprovider", *TESTS]
ORDER = (server.KILLED, server.TIMEOUT, server.BROKEN, server.SURVIVED, "unreached", "explained")


class Run:
    """One run over some modules: what it may do, and what is known already."""

    def __init__(self, asked: argparse.Namespace, log: TextIO) -> None:
        self.asked = asked
        self.log = log
        self.tree = Path.cwd()
        self.state = self.tree.parent
        self.results = known(self.state)
        self.killers = Killers(self.results.values())
        self.table = explained.read()
        self.until = time.monotonic() + 60 * asked.minutes
        self.reach = Reach(self.tree)

    def __call__(self, engine: server.Server) -> None:
        """Records what tests reach, then tries changes module by module in turn."""
        self._record(engine)
        for place in self._waiting():
            if time.monotonic() > self.until:
                self._say("time is up; the next run goes on from here")
                return
            self._try(engine, place)

    def _record(self, engine: server.Server) -> None:
        folder = self.state / "reach"
        folder.mkdir(exist_ok=True)
        files: dict[str, list[Any]] = {}
        for test, item in engine.items.items():
            files.setdefault(test.split("::")[0], []).append(item)
        for name, items in files.items():
            digest = sha256((self.tree / name).read_bytes()).hexdigest()[:12]
            stem = name.replace("/", "-")
            target = folder / f"{stem}.{digest}.json"
            if not target.exists():
                begun = time.monotonic()
                before = max(
                    folder.glob(f"{stem}.*.json"), key=lambda p: p.stat().st_mtime, default=None
                )
                do = partial(record, items, self.tree, target, before)
                status, told = engine.apart(do, 900)
                said = f"exit {os.waitstatus_to_exitcode(status)} {told}" if status else ""
                self._say(f"recorded {name} {said} {time.monotonic() - begun:.0f} s")
            if target.exists():
                self.reach.add(target)

    def _waiting(self) -> Iterator[Place]:
        """Yields the places to change, a few of every module in turn, the same in every run."""
        queues: list[list[Place]] = []
        for module in modules(self.tree, self.asked.modules):
            found = list(places(module, (self.tree / module).read_text(encoding="utf-8")))
            random.Random(f"{self.asked.seed} {module}").shuffle(found)
            queues.append([p for p in found[: self.asked.each] if self._open(p)])
        while any(queues):
            for queue in queues:
                for _ in range(min(self.asked.turn, len(queue))):
                    yield queue.pop(0)

    def _open(self, place: Place) -> bool:
        before = self.results.get(place.key)
        if self.asked.again:
            return before is not None and before["outcome"] in (server.SURVIVED, "unreached")
        return before is None

    def _try(self, engine: server.Server, place: Place) -> None:
        path = self.tree / place.module
        source = path.read_text(encoding="utf-8")
        changed = mutated(source, place)
        before, after = difference(source, changed)
        begun = time.monotonic()
        result, told = self._outcome(engine, place, source, changed)
        entry = {
            "key": place.key,
            "module": place.module,
            "line": place.line,
            "operator": place.operator,
            "before": before,
            "after": after,
            "outcome": result,
            "told": told,
            "seconds": round(time.monotonic() - begun, 2),
        }
        with (self.state / "results.jsonl").open("a", encoding="utf-8") as kept:
            kept.write(json.dumps(entry) + "\n")
        self.killers.add(place.key, told)
        if result != server.KILLED:
            self._say(f"{result} {place.module}:{place.line}\n  - {before}\n  + {after}")

    def _outcome(
        self, engine: server.Server, place: Place, source: str, changed: str
    ) -> tuple[str, str]:
        path = self.tree / place.module
        try:
            old, new = (compile(text, str(path), "exec") for text in (source, changed))
        except SyntaxError:
            return "same", ""  # no program, so no change of one
        if server.same(old, new):
            return "same", ""
        change, above = difference(source, changed), line_above(source, changed)
        if any(entry.covers(place.module, change, above) for entry in self.table):
            return "explained", ""
        if server.defines(old, new):
            return self._at_import(engine, place, (source, changed))
        queue = self._queue(engine, place, source, at_import=False)
        if not queue:  # what no test runs may have been run by the import alone
            queue = self._queue(engine, place, source, at_import=True)
            found, told = self._fresh(path, changed, queue)
            return "unreached" if found == server.SURVIVED else found, told
        tried = engine.tried(path, (old, new), self._expected(queue))
        found, told = self._apart(engine, tried, queue)
        return self._fresh(path, changed, queue) if found == server.BROKEN else (found, told)

    def _at_import(
        self, engine: server.Server, place: Place, sources: tuple[str, str]
    ) -> tuple[str, str]:
        """Answers what tests say of a change of code that runs when the module is imported.

        They are asked first after the statement alone was run again. A test that fails as well
        where that statement is run again as it was says nothing.
        """
        queue = self._queue(engine, place, sources[0], at_import=True)
        old, new = definitions(*sources)
        tried = engine.redefined(place.module, new, self._expected(queue))
        found, told = self._apart(engine, tried, queue) if queue else (server.BROKEN, "")
        if found == server.KILLED:
            again = engine.redefined(place.module, old, self._expected([told]))
            if self._apart(engine, again, [told])[0] == server.SURVIVED:
                return found, told
        return self._fresh(self.tree / place.module, sources[1], queue)

    def _apart(
        self, engine: server.Server, do: Callable[[], None], queue: list[str]
    ) -> tuple[str, str]:
        status, told = engine.apart(do, self._allowed(queue))
        return server.outcome(status), told

    def _expected(self, queue: list[str]) -> dict[str, float]:
        return {test: self.reach.seconds[test] for test in queue}

    def _queue(
        self, engine: server.Server, place: Place, source: str, *, at_import: bool
    ) -> list[str]:
        """Answers the tests to run against a change, in order."""
        tests = self.reach.of(place.module, source, place.line)
        if at_import:
            tests = self.reach.near(place.module)
        elif self.asked.again:
            files = {test.split("::")[0] for test in tests}
            recorded = self.reach.seconds.keys() & engine.items.keys()
            tests = {test for test in recorded if test.split("::")[0] in files}
        likely = self.killers.first(place, tests)
        return self.reach.ordered(tests, place.module, self.asked.seconds, first=likely)

    def _fresh(self, path: Path, changed: str, queue: list[str]) -> tuple[str, str]:
        if not queue:
            return "unreached", ""
        source, times = path.read_bytes(), path.stat()
        try:
            path.write_text(changed, encoding="utf-8")
            return server.fresh(self.tree, queue, self._allowed(queue))
        finally:
            path.write_bytes(source)
            os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))

    def _allowed(self, queue: list[str]) -> float:
        """Answers the seconds that some tests may take against a change."""
        return 6 * sum(self.reach.seconds[test] for test in queue) + 5

    def _say(self, text: str) -> None:
        print(text, file=self.log, flush=True)


def known(state: Path) -> dict[str, dict[str, Any]]:
    """Answers what earlier runs found, the last word on every change."""
    kept = state / "results.jsonl"
    lines = kept.read_text(encoding="utf-8").splitlines() if kept.exists() else ()
    entries = [json.loads(line) for line in lines]
    return {entry["key"]: entry for entry in entries}


def modules(tree: Path, asked: list[str]) -> list[str]:
    """Answers the modules of the packages, or those whose path begins with what was asked."""
    every = [
        path.relative_to(tree).as_posix()
        for package in PACKAGES
        for path in sorted((tree / package).rglob("*.py"))
    ]
    chosen = [name for name in every if not asked or name.startswith(tuple(asked))]
    if not chosen:
        raise SystemExit(f"no module begins with {' or '.join(asked)}; there are: {every}")
    return chosen


def report(tree: Path, asked: list[str]) -> str:
    """Answers a table of the modules, and the changes that nothing noticed."""
    results = known(tree.parent)
    lines = [
        f"{'module':52}{'places':>8}" + "".join(f"{name:>11}" for name in ORDER) + "   not run"
    ]
    left: list[str] = []
    for module in modules(tree, asked):
        found = places(module, (tree / module).read_text(encoding="utf-8"))
        entries = [results[place.key] for place in found if place.key in results]
        count = Counter(entry["outcome"] for entry in entries)
        open_ = len(found) - len(entries)
        numbers = "".join(f"{count[name]:11}" for name in ORDER)
        lines.append(f"{module:52}{len(found) - count['same']:8}{numbers}{open_:10}")
        left += [
            f"{e['module']}:{e['line']} {e['outcome']}\n  - {e['before']}\n  + {e['after']}"
            for e in entries
            if e["outcome"] in (server.SURVIVED, server.BROKEN, "unreached")
        ]
    return "\n".join([*lines, "", *left])


def main() -> None:
    """Reads the arguments and does what they ask."""
    parser = argparse.ArgumentParser(prog=".ci/mutation", description=__doc__)
    parser.add_argument("modules", nargs="*", help="beginnings of paths, such as argue/semantics")
    parser.add_argument("--minutes", type=float, default=60, help="stop after so long")
    parser.add_argument("--each", type=int, default=10**6, help="changes of a module, at most")
    parser.add_argument("--turn", type=int, default=5, help="changes of a module before the next")
    parser.add_argument(
        "--seed", type=int, default=1, help="another seed draws other changes first"
    )
    parser.add_argument("--seconds", type=float, default=4, help="of tests against one change")
    parser.add_argument("--examples", type=int, default=25, help="examples of every property")
    parser.add_argument(
        "--again", action="store_true", help="what survived, by whole files of tests"
    )
    parser.add_argument("--report", action="store_true", help="say what is known, and stop")
    asked = parser.parse_args()
    if asked.report:
        print(report(Path.cwd(), asked.modules))
        return
    log = os.fdopen(os.dup(2), "w", encoding="utf-8")
    chosen = modules(Path.cwd(), asked.modules)
    engine = server.Server(Run(asked, log), chosen, asked.examples)
    sys.exit(pytest.main(OPTIONS, plugins=[engine]))


if __name__ == "__main__":
    main()
