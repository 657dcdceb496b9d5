"""A pytest plug-in that runs chosen tests against one changed function after another.

All tests are collected once. Every change is then tried in a forked process, in which the code of
the changed functions is put in place of theirs; nothing a test leaves behind reaches the next one.
A change outside functions is tried by defining again what it is in, in place of what is there;
where all tests pass then, or that cannot be done, on a fresh start.
"""

from __future__ import annotations

import ast
import gc
import os
import resource
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest

from tests.mutation.redefining import redefine

KILLED, SURVIVED, TIMEOUT, BROKEN = "killed", "survived", "timeout", "broken"
MEMORY = 3 << 30


class Server:
    """The plug-in: collects, and hands the collected tests to a `work` of the caller."""

    def __init__(
        self, work: Callable[[Server], None], modules: Sequence[str], examples: int
    ) -> None:
        self.work = work
        self.modules = modules
        self.examples = examples
        self.items: dict[str, Any] = {}
        self.functions: dict[str, list[FunctionType]] = {}
        self.failed: Callable[[str], None] | None = None

    @pytest.hookimpl(trylast=True)
    def pytest_sessionstart(self) -> None:
        """Draws fewer examples, and does not look for the simplest that fails."""
        import hypothesis  # pytest wants to see the plug-in of hypothesis imported

        kept = [hypothesis.Phase.explicit, hypothesis.Phase.generate]
        current = hypothesis.settings()
        name = "mutation"
        hypothesis.settings.register_profile(
            name,
            parent=current,
            phases=kept,
            max_examples=self.examples,
            report_multiple_bugs=False,
        )
        hypothesis.settings.load_profile(name)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Does the work in place of running all tests once."""
        self.items = {item.nodeid: item for item in session.items}
        # What a test would load only when it runs, it would load unchanged.
        for module in self.modules:
            import_module(name_of(module))
        self.functions = _functions()
        gc.collect()
        gc.freeze()
        self.work(self)
        return True

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Generator[None]:
        """Tells of the first failure at once: nobody reads what pytest would write about it."""
        try:
            return (yield)
        except (pytest.skip.Exception, pytest.xfail.Exception):
            raise
        except BaseException:
            if self.failed:
                self.failed(item.nodeid)
            raise

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Tells of a failure before or after a test."""
        if report.failed and self.failed:
            self.failed(report.nodeid)

    def apart(self, do: Callable[[], None], seconds: float) -> tuple[int, str]:
        """Does something in a forked process; answers how it ended and what was told of it."""
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            os.close(reading)
            _limit(seconds)
            self.failed = lambda test: (os.write(writing, test.encode()), os._exit(1))
            try:
                do()
            except BaseException as error:
                os.write(writing, repr(error).encode())
                os._exit(3)
            os._exit(0)
        os.close(writing)
        status = _wait(child, 20 * seconds + 60)
        with os.fdopen(reading, "rb") as told:
            return status, told.read().decode(errors="replace")

    def tried(
        self, path: Path, codes: tuple[CodeType, CodeType], tests: Mapping[str, float]
    ) -> Callable[[], None]:
        """Answers what runs tests after the functions of a file have the code of a changed file.

        Every test may take a few times the seconds that it takes without the change. A function
        made already that would now take other names from around it cannot be given its code; then
        nothing is run, and the process ends as one that is broken.
        """

        def run() -> None:
            changed = dict(_pairs(*codes))
            for function in self.functions.get(str(path), ()):
                new = changed.get(function.__code__, function.__code__)
                if new.co_freevars != function.__code__.co_freevars:
                    raise ValueError(f"{new.co_qualname} is a closure over other names")
                function.__code__ = new
            self._run(tests)

        return run

    def redefined(
        self, module: str, program: ast.Module, tests: Mapping[str, float]
    ) -> Callable[[], None]:
        """Answers what runs tests after a module, given by its path, has other definitions."""

        def run() -> None:
            redefine(sys.modules[name_of(module)], program)
            self._run(tests)

        return run

    def _run(self, tests: Mapping[str, float]) -> None:
        chosen = [self.items[test] for test in tests if test in self.items]
        for item, following in zip(chosen, [*chosen[1:], None], strict=True):
            _limit(time.process_time() + 6 * tests[item.nodeid] + 1)
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)


def name_of(module: str) -> str:
    """Answers the name by which a module is imported that is given by its path."""
    return module.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def outcome(status: int) -> str:
    """Answers what the end of a process says of the change it tried."""
    if os.WIFSIGNALED(status):
        return TIMEOUT
    return {0: SURVIVED, 1: KILLED}.get(os.WEXITSTATUS(status), BROKEN)


def fresh(tree: Path, tests: Sequence[str], seconds: float) -> tuple[str, str]:
    """Runs tests on the files as they stand, in a program started anew."""
    files = sorted({test.split("::")[0] for test in tests})
    chosen = tree.parent / "chosen.txt"
    chosen.write_text("\n".join(tests))
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider"]
    command += ["-p", "tests.mutation.chosen", *files]
    try:
        done = subprocess.run(
            command,
            cwd=tree,
            env={**os.environ, "MUTATION_CHOSEN": str(chosen), "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            timeout=20 * seconds + 120,
            preexec_fn=lambda: _limit(2 * seconds + 30),
            check=False,
        )
    except subprocess.TimeoutExpired:
        return TIMEOUT, ""
    if done.returncode < 0:
        return TIMEOUT, ""
    told = next((line for line in done.stdout.splitlines() if line[:6] in ("FAILED", "ERROR ")), "")
    return SURVIVED if done.returncode == 0 else KILLED, told[:200]


def same(one: CodeType, other: CodeType) -> bool:
    """Answers whether two compiled files do the same, wherever their lines stand."""
    return _shape(one) == _shape(other)


def defines(one: CodeType, other: CodeType) -> bool:
    """Answers whether two files differ in what runs when they are imported."""
    return _shape(one, inside=False) != _shape(other, inside=False)


def _shape(code: CodeType, inside: bool = True) -> tuple[Any, ...]:
    """Answers what a compiled file does; without `inside`, not what its functions do."""
    constants: list[Any] = []
    for value in code.co_consts:
        if not isinstance(value, CodeType):
            constants.append((type(value), repr(value)))
        elif inside or not value.co_flags & 0x1 or "<" in value.co_name:
            constants.append(_shape(value, inside))
    return code.co_code, code.co_names, code.co_varnames, tuple(constants)


def _pairs(old: CodeType, new: CodeType) -> Iterator[tuple[CodeType, CodeType]]:
    """Yields the functions of a file, each with what it is in the changed file.

    Where a change leaves out a function within another, the others there are what they were.
    """
    inner = [[v for v in code.co_consts if isinstance(v, CodeType)] for code in (old, new)]
    if [code.co_name for code in inner[0]] == [code.co_name for code in inner[1]]:
        for one, other in zip(*inner, strict=True):
            yield one, other
            yield from _pairs(one, other)


def _functions() -> dict[str, list[FunctionType]]:
    found: dict[str, list[FunctionType]] = {}
    for thing in gc.get_objects():
        if isinstance(thing, FunctionType):
            found.setdefault(thing.__code__.co_filename, []).append(thing)
    return found


def _limit(seconds: float) -> None:
    """Ends this process after so many seconds of work, or where it wants too much memory."""
    most = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, most))
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _wait(child: int, seconds: float) -> int:
    watched = os.pidfd_open(child)
    try:
        ended, _, _ = select.select([watched], [], [], seconds)
    finally:
        os.close(watched)
    if not ended:
        os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1]
