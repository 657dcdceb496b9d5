"""What SECURITY.md promises points at what is there, with the numbers that are in force."""

import re
from importlib import import_module
from pathlib import Path

from argue.io.graphs.files import MAX_BYTES as GRAPH
from argue.io.nodes import MAX_BYTES, MAX_DEPTH, MAX_NODES
from argue.registry import GROUP
from argue.report.live.server import LOOPBACK
from tests.hostile.bounds import STOPS

ROOT = Path(__file__).parents[2]
TEXT = " ".join((ROOT / "SECURITY.md").read_text(encoding="utf-8").split())

BYTES = [b for bounds in STOPS.values() for b in bounds if b.counted.startswith("bytes of ")]


def test_every_file_and_folder_it_names_is_there():
    named = {
        *re.findall(r"\]\(([\w./-]+)\)", TEXT),
        *re.findall(r"`((?:tests|\.ci)/[\w./]+)", TEXT),
    }
    assert len(named) >= 6
    if not (ROOT / ".ci").exists():  # an unpacked source distribution
        named = {name for name in named if not name.startswith(".ci")}
    assert {name for name in named if not (ROOT / name).exists()} == set()


def test_its_numbers_and_names_are_those_in_force():
    size = f"{MAX_BYTES // 10**6} million bytes, {MAX_DEPTH} levels"
    assert f"A case file is refused above {size} or {MAX_NODES // 10**6} million values" in TEXT
    assert GRAPH == max(getattr(import_module(b.module), b.name) for b in BYTES) == 10**9
    assert "up to a billion bytes for a graph" in TEXT
    assert f"binds {LOOPBACK} alone" in TEXT and f"`{GROUP}`" in TEXT
