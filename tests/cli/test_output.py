"""Where results go, and what becomes of glyphs and control characters on the way."""

import io
import json
import sys
from pathlib import Path

import click
import pytest

from argue.cli.output import as_json, soften_encoding, wants_color, write
from tests.cli.terminal import Terminal


def ascii_stream() -> tuple[io.BytesIO, io.TextIOWrapper]:
    raw = io.BytesIO()
    return raw, io.TextIOWrapper(raw, encoding="ascii", write_through=True)


def test_an_ascii_stream_gets_stand_ins_instead_of_failing():
    raw, stream = ascii_stream()
    soften_encoding(stream)
    stream.write("✓ a → “b” … é 🙂")
    assert raw.getvalue() == rb'+ a -> "b" ... \xe9 \U0001f642'


@pytest.mark.parametrize("encoding", ["ascii", "utf-8", "latin-1"])
def test_json_is_the_same_data_in_every_encoding(encoding: str, monkeypatch: pytest.MonkeyPatch):
    data = {"text": "é → 🙂"}
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding=encoding))
    assert json.loads(as_json(data).encode(encoding)) == data
    assert as_json(data, "file.json") == '{\n  "text": "é → 🙂"\n}'


def test_a_file_is_written_as_utf8_with_one_newline_at_the_end(tmp_path: Path):
    write("a ≻ b", str(tmp_path / "out.txt"))
    assert (tmp_path / "out.txt").read_bytes() == "a ≻ b\n".encode()


def test_a_file_that_cannot_be_written_is_an_error_that_names_it(tmp_path: Path):
    with pytest.raises(OSError, match=r"no.such.folder: No such file"):
        write("text", str(tmp_path / "no" / "such" / "folder"))


def test_colour_needs_a_terminal_and_gives_way_to_no_color(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert wants_color(Terminal(), None)
    assert not wants_color(io.StringIO(), None)
    assert wants_color(io.StringIO(), True)
    assert not wants_color(Terminal(), False)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not wants_color(Terminal(), None)


def test_colour_changes_no_word(capsys: pytest.CaptureFixture[str]):
    text = "obligatory: [red]continue[/red] " + "x" * 120 + "\nimpermissible: end"
    write(text, color=True)
    painted = capsys.readouterr().out
    assert "\x1b[" in painted
    assert click.unstyle(painted) == text + "\n"
