"""The command `validate`: text, JSON, and a picture."""

import json

import pytest
from click.testing import CliRunner

from argue.cli.validate import command
from argue.errors import ArgueError
from argue.norms.human import validate
from argue.norms.human.plots import plot


def run(*arguments):
    done = CliRunner().invoke(command, arguments, catch_exceptions=False)
    assert done.exit_code == 0
    return done.output


def test_the_text_shows_fits_contrasts_and_what_speaks_against_them():
    text = run()
    assert "universalization, ideal utility" in text
    assert "308.53" in text
    assert "study 2a: low interest 0.756, high interest 0.446" in text
    assert "does better than" in text
    assert max(map(len, text.splitlines())) <= 100


def test_the_json_holds_what_the_text_shows(tmp_path):
    found = json.loads(run("--json"))
    assert [model["model"] for model in found["models"]] == [m.model for m in validate().models]
    assert found["cells"][0]["acceptable"] == 44
    run("-o", str(tmp_path / "found.json"))
    assert json.loads((tmp_path / "found.json").read_text(encoding="utf-8")) == found


def test_the_picture_is_drawn_in_the_format_of_its_name(tmp_path):
    pytest.importorskip("matplotlib", reason="matplotlib is an extra")
    run("--plot", str(tmp_path / "cells.png"))
    assert (tmp_path / "cells.png").read_bytes().startswith(b"\x89PNG")
    with pytest.raises(ArgueError, match=r"end the name in \.png"):
        plot(validate(), tmp_path / "cells.docx")
    with pytest.raises(OSError, match=r"nowhere.cells\.svg: No such file"):
        plot(validate(), tmp_path / "nowhere" / "cells.svg")


def test_without_matplotlib_the_extra_is_named(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "matplotlib.figure", None)
    with pytest.raises(ArgueError, match=r"argue-norms\[plots\]"):
        plot(validate(), tmp_path / "cells.png")
