"""What fills a memory: files without an end are read up to their bound, and else it is said."""

from pathlib import Path

import pytest

from argue.cli.exits import Exit
from tests.hostile.limited import limited

ZERO = "/dev/zero"
ENDLESS = tuple(f"endless.{suffix}" for suffix in ("yaml", "json", "toml", "af", "argdown", "csv"))
"""Links to what never ends, each a case, a graph or what else its suffix says."""

FULL = 300 << 20
"""Bytes of address space in which the engine has room, and ten million arguments have not."""

READING = (
    "analyze endless.yaml",
    "analyze -",
    "check endless.yaml",
    "upgrade endless.yaml",
    "merge endless.yaml endless.yaml",
    "fit endless.yaml",
    "revise bank",
    "rules endless.yaml",
    "rules endless.argdown --from argdown",
    "norm endless.yaml",
    "convert endless.json --from aif -t argdown",
    "convert endless.af -t tgf",
    "solve -p SE-GR -f endless.af",
    "solve -p SE-GR -f - -fo i23",
    "quiz endless.af -o OUT.json",
    "diff endless.json endless.json",
    "report --verify endless.json",
    "pack kidney --with endless.toml -o OUT",
    "label kidney --features endless.yaml --rows endless.csv",
    "grade answers --key endless.json",
    "poll kidney endless.json",
    "debate kidney",
)
"""Commands that read a file, or standard input, which has no end either."""


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with endless files, and answers to a quiz."""
    folder = tmp_path_factory.mktemp("endless")
    for name in ENDLESS:
        (folder / name).symlink_to(ZERO)
    for name, inside in (("answers", "ana.json"), ("bank", "case.yaml")):
        (folder / name).mkdir()
        (folder / name / inside).write_text("{}", encoding="utf-8")
    (folder / "bank" / "endless.yaml").symlink_to(ZERO)
    return folder


@pytest.mark.skipif(not Path(ZERO).exists(), reason="a system without endless files")
@pytest.mark.parametrize("command", READING)
def test_no_more_is_read_than_the_bound(command: str, room: Path):
    done = limited(*command.split(), folder=room, stdin=ZERO)
    assert done.code == Exit.BAD_CASE, done.said[-2000:]
    assert len(done.stderr) < 1_000


def test_where_the_memory_is_full_that_is_said_and_is_no_bug(tmp_path: Path):
    (tmp_path / "many.i23").write_text("p af 9999999\n", encoding="utf-8")
    done = limited("solve", "-p", "SE-GR", "-f", "many.i23", folder=tmp_path, memory=FULL)
    assert done.code == Exit.OUT_OF_MEMORY, done.said[-2000:]
    assert done.stderr.startswith("argue: this needs more memory than there is.")
    assert "bug" not in done.stderr and "Traceback" not in done.stderr
