"""Standard streams that are closed before the command starts, as those of daemons may be."""

import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

from argue.cli.exits import Exit
from argue.cli.main import main
from argue.model.version import VERSION
from tests.cli.command import CODE, ROOT


def run(closed: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A finished run of `argue` with some of its streams closed, as a shell does it."""
    return subprocess.run(
        ["sh", "-c", f'exec "$@" {closed}', "sh", sys.executable, "-c", CODE, *arguments],
        capture_output=True,
        check=False,
        cwd=ROOT,
        input="",
        text=True,
    )


def test_what_cannot_be_shown_is_said():
    for more in ((), ("--json",)):
        done = run(">&-", "analyze", "mask-mandate", *more)
        assert done.returncode == Exit.CANNOT_WRITE
        said = "argue: cannot write: standard output is closed; name a file, as in -o FILE\n"
        assert done.stderr == said


@pytest.mark.parametrize("closed", [">&-", "<&- >&- 2>&-", "<&-", "2>&-"])
def test_what_goes_into_a_file_is_written_all_the_same(closed: str, tmp_path: Path):
    file = tmp_path / "mask.json"
    done = run(closed, "analyze", "mask-mandate", "-o", str(file))
    assert (done.returncode, done.stdout, done.stderr) == (Exit.DONE, "", "")
    assert file.read_text("utf-8").startswith('{\n  "schema": "argue/analysis/v1"')


@pytest.mark.parametrize("arguments", [("analyze", "-"), ("solve", "-p", "SE-GR", "-f", "-")])
def test_what_cannot_be_read_is_said(arguments: tuple[str, ...]):
    more = ("-fo", "apx") if arguments[0] == "solve" else ()
    done = run("<&-", *arguments, *more)
    assert done.returncode == Exit.NO_INPUT
    assert done.stderr == "argue: cannot read standard input: it is closed; name a file\n"


def test_without_stderr_the_exit_code_tells():
    assert run("2>&-", "analyze", "no-such-case").returncode == Exit.NO_INPUT


def test_the_version_is_told_where_nothing_is_installed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    def missing(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", missing)
    assert main(["--version"]) == Exit.DONE
    assert capsys.readouterr().out == f"argue {VERSION}\n"
