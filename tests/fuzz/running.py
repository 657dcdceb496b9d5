"""Coverage-guided runs of one reader with atheris; imported only where that is installed."""

import contextlib
import gc
import importlib
import os
import pkgutil
import sys
import tempfile
import time
import traceback
import warnings
from collections.abc import Iterator
from typing import NoReturn

import atheris

from tests.fuzz import bounds
from tests.fuzz.mutating import Mutator
from tests.fuzz.state import State, note

OFTEN = 500
"""Inputs after which progress is written and memory looked at."""


def instrumented(packages: tuple[str, ...]) -> None:
    """Import packages of the project so that what runs in them is seen."""
    with warnings.catch_warnings(), _silent(), atheris.instrument_imports(include=list(packages)):
        warnings.simplefilter("ignore")  # of atheris, about what it cannot instrument
        for name in packages:
            module = importlib.import_module(name)
            for found in pkgutil.iter_modules(getattr(module, "__path__", ()), f"{name}."):
                importlib.import_module(found.name)


@contextlib.contextmanager
def _silent() -> Iterator[None]:
    """Keeps a line for every module from the terminal."""
    with open(os.devnull, "w") as nowhere, contextlib.redirect_stderr(nowhere):
        yield


class Run:
    """One process's part of a run: up to a number of inputs, or the first failure."""

    def __init__(self, name: str, state: State, inputs: int) -> None:
        from tests.fuzz.readers import READERS  # noqa: PLC0415  (after the instrumentation)

        self.reader, self.state, self.left = READERS[name], state, inputs
        self.memory = state.recorder()
        self.started = time.monotonic()

    def go(self) -> NoReturn:
        """Feed inputs; ends the process with 0 at the end, 1 at a failure."""
        warnings.simplefilter("error")
        tempfile.tempdir = str(self.state.files(os.getppid()))  # for readers that open files
        for index, seed in enumerate(self.reader.seeds()):
            (self.state.corpus / f"seed-{index:04}").write_bytes(seed)
        mutate = Mutator(self.reader, _plain)
        progress = self.state.progress
        options = {
            "seed": (progress.seed + progress.inputs) % 2**31 or 1,
            "max_len": self.reader.longest,
            "timeout": 3_600,  # ours counts the processor, and says what failed
            "rss_limit_mb": 0,
            "verbosity": 0,
            "artifact_prefix": f"{self.state.found}/",
        }
        words = [sys.argv[0], *(f"-{key}={value}" for key, value in options.items())]
        atheris.Setup(
            [*words, str(self.state.corpus)],
            self.one,
            custom_mutator=mutate,
            custom_crossover=mutate.crossed,
        )
        gc.collect()
        gc.freeze()
        bounds.guard()
        try:
            atheris.Fuzz()  # it never answers
        except BaseException:
            traceback.print_exc()
        self._end(2)  # after an error outside of the reader Python would wait for itself for ever

    def one(self, data: bytes) -> None:
        """Feed one input, and end the process where it was the last or failed."""
        note(self.memory, data)
        began = time.process_time()
        bounds.start()
        try:
            self.reader.tried(data)
            bounds.stop()
        except BaseException:
            bounds.stop()
            self._failed(data)
        taken = time.process_time() - began
        self.state.slow(data, taken)
        self.left -= 1
        self.state.progress.inputs += 1
        if self.left <= 0 or self.state.progress.inputs % OFTEN == 0:
            self._kept(data)
        if self.left <= 0:
            self._end(0)

    def _kept(self, data: bytes) -> None:
        progress = self.state.progress
        now = time.monotonic()
        progress.seconds += now - self.started
        self.started = now
        progress.peak = max(progress.peak, bounds.resident())
        try:
            bounds.check_memory()
        except bounds.TooLarge:
            self._failed(data)
        self.state.write()

    def _failed(self, data: bytes) -> NoReturn:
        traceback.print_exc()
        place = self.state.fail(data)
        print(f"\nFAILED {self.reader.name}: {place}", file=sys.stderr)
        print(f"replay: python -m tests.fuzz {self.reader.name} --replay {place}", file=sys.stderr)
        self._end(1)

    def _end(self, code: int) -> NoReturn:
        """End at once: what libFuzzer would do at its end takes long and changes nothing."""
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _plain(data: bytes, most: int) -> bytes:
    """Answers bytes as libFuzzer changes them; what does it comes about when fuzzing begins."""
    return atheris.Mutate(data, most)
