"""What is kept of a run outside the tree, so that it can be ended at any time and gone on with.

In the folder of a reader: `corpus` (the inputs that reached something new), `found` (those that
failed), `progress.json`, `slowest`, and `now`, the input at work, of a length that comes first.
"""

import hashlib
import json
import mmap
import shutil
from dataclasses import asdict, dataclass, field
from pathlib import Path

LONGEST = 1 << 20
"""Bytes of an input that are kept while it is at work."""
MEMORY = Path("/dev/shm")
"""A folder in memory, where there is one."""
_HEAD = 8


@dataclass
class Progress:
    """How far a reader got: inputs, seconds, failures by file, and what was slowest and largest."""

    reader: str
    seed: int
    inputs: int = 0
    seconds: float = 0.0
    failures: list[str] = field(default_factory=list[str])
    slowest: float = 0.0
    peak: int = 0


class State:
    """The folder of one reader in the folder of a run."""

    def __init__(self, folder: Path, reader: str, seed: int) -> None:
        self.folder = folder / reader
        self.corpus, self.found = self.folder / "corpus", self.folder / "found"
        for each in (self.corpus, self.found):
            each.mkdir(parents=True, exist_ok=True)
        self._file = self.folder / "progress.json"
        there = json.loads(self._file.read_text()) if self._file.exists() else {}
        self.progress = Progress(**{"reader": reader, "seed": seed, **there})

    def files(self, process: int) -> Path:
        """Answers an empty folder for the files of a process, where they are quick to write."""
        place = (MEMORY if MEMORY.is_dir() else self.folder) / f"argue-fuzz-{process}"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        return place

    def write(self) -> None:
        """Keep how far it got; whatever ends the process, the file is the old one or the new."""
        new = self._file.with_suffix(".new")
        new.write_text(json.dumps(asdict(self.progress), indent=1) + "\n")
        new.replace(self._file)

    def fail(self, data: bytes) -> Path:
        """Keep an input that failed, and answer where."""
        place = self.found / hashlib.sha256(data).hexdigest()[:16]
        place.write_bytes(data)
        self.progress.failures = sorted({*self.progress.failures, place.name})
        self.write()
        return place

    def slow(self, data: bytes, seconds: float) -> None:
        """Keep the input that took longest."""
        if seconds > self.progress.slowest:
            self.progress.slowest = seconds
            (self.folder / "slowest").write_bytes(data)

    def recorder(self) -> mmap.mmap:
        """Answers the memory in which the input at work is noted; it outlives the process."""
        place = self.folder / "now"
        if not place.exists() or place.stat().st_size != _HEAD + LONGEST:
            place.write_bytes(bytes(_HEAD + LONGEST))
        with place.open("r+b") as file:
            return mmap.mmap(file.fileno(), _HEAD + LONGEST)

    def at_work(self) -> bytes:
        """Answers the input that was at work last."""
        with self.recorder() as memory:
            return memory[_HEAD : _HEAD + int.from_bytes(memory[:_HEAD], "little")]


def note(memory: mmap.mmap, data: bytes) -> None:
    """Note an input as the one at work."""
    size = min(len(data), LONGEST)
    memory[:_HEAD] = size.to_bytes(_HEAD, "little")
    memory[_HEAD : _HEAD + size] = data[:size]
