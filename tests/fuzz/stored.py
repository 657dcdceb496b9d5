"""The stored corpus: a file for every reader, an input a line, as a text of JSON.

Bytes that are no UTF-8 stand as halves of surrogate pairs, so that every input comes back exactly.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

CORPUS = Path(__file__).with_name("corpus")
"""Inputs that reached something of their own, the smallest that do."""
FOUND = Path(__file__).with_name("found")
"""Inputs that once made a reader fail; each came with its mending."""


def stored(reader: str, folder: Path = CORPUS) -> Iterator[bytes]:
    """Answers the inputs that are stored for a reader."""
    file = folder / f"{reader}.jsonl"
    if file.exists():
        for line in file.read_text(encoding="ascii").splitlines():
            yield json.loads(line).encode("utf-8", "surrogateescape")


def store(reader: str, inputs: Iterable[bytes], folder: Path = CORPUS) -> Path:
    """Store the inputs of a reader in place of those that were stored, and answer where."""
    file = folder / f"{reader}.jsonl"
    file.parent.mkdir(exist_ok=True)
    lines = (json.dumps(each.decode("utf-8", "surrogateescape")) for each in inputs)
    file.write_text("".join(f"{line}\n" for line in lines), encoding="ascii")
    return file
