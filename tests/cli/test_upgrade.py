"""`argue upgrade`, and how the command line tells of what has another name by now."""

import io
import json
import os
import stat
import sys
from pathlib import Path

import pytest

from argue.cli.exits import Exit
from argue.cli.main import main

OLD = """\
schema: argue/case/v1
title: T
options: {a: A, b: B}
reasons: [{by: me, favours: a, over: b}]
challenges:
  - {id: x, cq: generic, against: {source: me}}   # kept
"""
NEW = OLD.replace("v1", "v2").replace("cq", "question")
DIFFERENCE = """\
@@ -1 +1 @@
-schema: argue/case/v1
+schema: argue/case/v2
@@ -6 +6 @@
-  - {id: x, cq: generic, against: {source: me}}   # kept
+  - {id: x, question: generic, against: {source: me}}   # kept
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    file = tmp_path / "old.yaml"
    file.write_text(OLD, encoding="utf-8")
    return file


def hand_in(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8"))


def test_a_file_is_rewritten_and_the_difference_shown(old, capsys):
    old.chmod(0o640)
    assert main(["upgrade", str(old)]) == Exit.DONE
    said = capsys.readouterr()
    assert said.out == f"--- {old}\n+++ {old}\n{DIFFERENCE}"
    assert said.err == f"{old}: upgraded\n"
    assert old.read_text(encoding="utf-8") == NEW
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert os.listdir(old.parent) == ["old.yaml"]


def test_a_second_time_there_is_nothing_to_do(old, capsys):
    main(["upgrade", str(old)])
    before = old.stat().st_mtime_ns
    capsys.readouterr()
    assert main(["upgrade", str(old)]) == Exit.DONE
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", f"{old}: up to date\n")
    assert old.stat().st_mtime_ns == before


def test_check_shows_the_difference_and_writes_nothing(old, capsys):
    assert main(["upgrade", "--check", str(old)]) == Exit.OUTDATED == 1
    assert capsys.readouterr().out.endswith(DIFFERENCE)
    assert old.read_text(encoding="utf-8") == OLD
    main(["upgrade", str(old)])
    assert main(["upgrade", "--check", str(old)]) == Exit.DONE


def test_stdin_goes_to_stdout(monkeypatch, capfd):
    hand_in(monkeypatch, OLD)
    assert main(["upgrade", "-"]) == Exit.DONE
    assert capfd.readouterr().out == NEW
    hand_in(monkeypatch, NEW)
    assert main(["upgrade", "-"]) == Exit.DONE
    assert capfd.readouterr().out == NEW


def test_another_file_is_written_and_the_old_one_left(old, capfd):
    new = old.with_name("new.yaml")
    assert main(["upgrade", str(old), "-o", str(new)]) == Exit.DONE
    assert (old.read_text("utf-8"), new.read_text("utf-8")) == (OLD, NEW)
    assert main(["upgrade", str(old), "-o", "-"]) == Exit.DONE
    assert capfd.readouterr().out == NEW
    assert main(["upgrade", str(old), str(new), "-o", "x.yaml"]) == Exit.USAGE
    assert main(["upgrade", str(old), "--check", "-o", "x.yaml"]) == Exit.USAGE


def test_a_link_stays_a_link(old):
    link = old.with_name("link.yaml")
    link.symlink_to(old)
    assert main(["upgrade", str(link)]) == Exit.DONE
    assert link.is_symlink() and old.read_text("utf-8") == NEW


def test_of_many_files_the_good_are_upgraded_and_the_worst_is_the_exit_code(old, capsys):
    newer = old.with_name("newer.yaml")
    newer.write_text(OLD.replace("v1", "v7"), encoding="utf-8")
    gone = old.with_name("gone.yaml")
    assert main(["upgrade", str(newer), str(old)]) == Exit.BAD_CASE
    assert f"{newer}:1:9: error[C065]" in capsys.readouterr().err
    assert old.read_text("utf-8") == NEW
    assert main(["upgrade", str(newer), str(gone), str(old)]) == Exit.NO_INPUT
    assert newer.read_text("utf-8") == OLD.replace("v1", "v7")


def test_a_bundled_case_is_no_file(capsys):
    assert main(["upgrade", "mask-mandate"]) == Exit.NO_INPUT
    assert "mask-mandate is a bundled case" in capsys.readouterr().err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_cannot_be_written_is_left_whole(old):
    old.parent.chmod(0o500)
    try:
        assert main(["upgrade", str(old)]) == Exit.CANNOT_WRITE
    finally:
        old.parent.chmod(0o700)
    assert old.read_text("utf-8") == OLD


def test_a_failed_write_leaves_the_file_and_nothing_beside_it(old, monkeypatch, capsys):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert main(["upgrade", str(old)]) == Exit.CANNOT_WRITE
    assert "No space left" in capsys.readouterr().err
    assert os.listdir(old.parent) == ["old.yaml"] and old.read_text("utf-8") == OLD


def test_check_tells_of_old_keys_with_their_lines(old, capsys):
    assert main(["check", str(old)]) == Exit.DONE
    said = capsys.readouterr()
    assert said.out == f"{old}: in order\n"
    assert f'{old}:6:13: warning[W015]: "cq" is called "question"' in said.err
    assert "= help: write question, or run argue upgrade on the file" in said.err
    assert main(["check", "--json", str(old)]) == Exit.DONE
    data = json.loads(capsys.readouterr().out)
    assert data["problems"] == []
    assert [(w["code"], w["path"], w["line"]) for w in data["warnings"]] == [
        ("W015", "challenges[0].cq", 6)
    ]


def test_an_old_option_is_read_with_a_line_on_stderr(capsys):
    challenge = ["contest", "mask-mandate", "--add", "rejection", "--by", "Ana"]
    assert main([*challenge, "--question", "consent"]) == Exit.DONE
    new = capsys.readouterr()
    assert main([*challenge, "--cq", "consent"]) == Exit.DONE
    old = capsys.readouterr()
    assert (new.err, "question: consent" in new.out) == ("", True)
    assert old.out == new.out
    assert old.err == "argue: --cq is deprecated since 0.1.0; write --question\n"


def test_an_old_option_beside_the_new_one_is_refused_and_not_shown(capsys):
    both = ["contest", "mask-mandate", "--add", "rejection", "--cq", "a", "--question", "b"]
    assert main(both) == Exit.USAGE
    assert "--cq is the old name of --question" in capsys.readouterr().err
    main(["contest", "--help"])
    assert "--cq" not in capsys.readouterr().out


def test_a_pack_written_with_the_old_key_is_read_with_a_line_on_stderr(capsys):
    from argue.cli.deprecated import deprecations_told
    from argue.seminar.packs.teaching import read_teaching

    remark = "[[remark]]\nsays = 'x'\nagainst = {framework = 'rejection'}\n%s = 'consent'\n"
    with deprecations_told():
        assert read_teaching(remark % "cq", "my.toml") == read_teaching(remark % "question", "")
    assert "the key cq is deprecated since 0.1.0; write question" in capsys.readouterr().err
