"""Every command that is shown to be copied gives a POSIX shell the words that are meant."""

import json
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete
from markdown_it import MarkdownIt

from argue.analysis import analyze
from argue.cli.main import cli, main
from argue.explain.contestable import contest
from argue.io.case import load_case
from argue.io.shell import command_line, file_word
from argue.report import html, markdown, text
from argue.report.content import Code, Report, Section
from argue.report.sections import data, method, objections, sensitivity
from argue.report.sections.method import command, named
from argue.seminar.packs import pages
from argue.seminar.packs.pack import Pack
from argue.seminar.packs.teaching import teaching_for
from tests.hostile.attacks import ATTACKS, HARMLESS
from tests.hostile.cases import analysis_with
from tests.hostile.outputs import WORDS
from tests.hostile.rows import case_of
from tests.hostile.shown import COMMANDS, Page

NAMES = (
    *(re.sub("[\x00/\ud800-\udfff]", "_", attack.text)[:80] + ".yaml" for attack in ATTACKS),
    *("-", "--", "-o.yaml", "--help", "~", "~root.yaml", "#.yaml", "a b.yaml", "'.yaml", "''"),
    *("$HOME.yaml", "a;b.yaml", "a&b.yaml", "*.yaml", "[a].yaml", "!!.yaml", "=ls.yaml", "a\\"),
    *("é.yaml", "漢字.yaml", "`id`.yaml", "$(id).yaml", "a>b.yaml", "{a,b}.yaml", "a=b.yaml"),
)
"""What a stranger may call a file."""

SHOWN = tuple(dict.fromkeys(name for name in NAMES if name.isprintable()))

STUB = '#!/bin/sh\nprintf "%s\\0" "$#" "$@" >> "$RECORD"\n'
"""An `argue` that writes down what it is given."""


def heard(lines: Iterable[str], folder: Path, shell: str = "bash") -> list[list[str]]:
    """What `argue` is given by each of the lines, run one after the other by one shell."""
    stub, record = folder / "argue", folder / "record"
    stub.write_text(STUB)
    stub.chmod(0o755)
    record.write_bytes(b"")
    there = {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}", "RECORD": str(record)}
    subprocess.run([shell, "-c", "\n".join(lines)], env=there, cwd=folder, check=True)
    parts = record.read_bytes().decode("utf-8", "surrogateescape").split("\0")[:-1]
    found: list[list[str]] = []
    while parts:
        count = int(parts[0])
        found.append(parts[1 : count + 1])
        parts = parts[count + 1 :]
    return found


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_a_page_with_what_ifs_writes_the_words_of_a_shell(tmp_path: Path):
    texts = [attack.text for attack in ATTACKS if not re.search("[\x00\ud800-\udfff]", attack.text)]
    asked = f"console.log(JSON.stringify({json.dumps(texts)}.map(shellWord)))"
    code = f"{html.joined('sufficient')}\n{asked}"
    done = subprocess.run(["node", "-e", code], capture_output=True, check=True)
    lines = [f"argue {word}" for word in json.loads(done.stdout)]
    assert [shlex.split(line)[1:] for line in lines] == [[text] for text in texts]
    assert heard(lines, tmp_path) == [[text] for text in texts]


def check(lines: list[str], wanted: list[list[str]], folder: Path) -> None:
    assert [shlex.split(line) for line in lines] == [["argue", *words] for words in wanted]
    assert not any(COMMANDS.search(line) for line in lines)
    for shell in filter(shutil.which, ("bash", "dash")):
        assert heard(lines, folder, shell) == wanted


def test_a_line_is_the_words_it_was_made_of(tmp_path: Path):
    texts = [attack.text for attack in ATTACKS if not re.search("[\x00\ud800-\udfff]", attack.text)]
    words = [[text, f"--facts={text}", ""] for text in texts]
    lines = [command_line(["argue", *each]) for each in words]
    assert [shlex.split(line)[1:] for line in lines] == words
    assert heard(lines, tmp_path) == words


def test_a_file_is_named_by_a_word_that_is_no_option_or_by_none():
    for name in NAMES:
        word = file_word(name)
        assert (word is None) == (not name.isprintable())
        assert word is None or (not word.startswith("-") and Path(word) == Path(name))


@cache
def analysis_of(name: str):
    """The analysis of a case that was read from a file of that name."""
    found = analysis_with(HARMLESS)
    return replace(
        found,
        case=replace(found.case, file=f"/some/folder/{name}"),
        given=replace(found.given, file=f"/some/folder/{name}"),
    )


def commands() -> tuple[list[str], list[list[str]]]:
    """The commands by which reports on files of these names are made again, and their words."""
    lines: list[str] = []
    words: list[list[str]] = []
    for name in NAMES:
        shown = name.isprintable() and Path(name).suffix
        word = (f"./{name}" if name.startswith("-") else name) if shown else "-"
        assert named(analysis_of(name).case) == word
        lines.append(command(analysis_of(name), "why", "good", "--discussion"))
        words.append(["why", word, "good", "--discussion"])
    return lines, words


def test_a_report_says_how_it_is_made_again_in_words_of_a_shell(tmp_path: Path):
    lines, words = commands()
    check(lines, words, tmp_path)


@pytest.mark.parametrize(
    "setup",
    [
        {},
        {"semantics": "grounded", "priorities": [("rejection", "veil")]},
        {"flat": True, "facts": {"surge": True}},
        {"compliance": "mere", "frameworks": ("rejection", "veil")},
    ],
)
def test_every_command_in_a_report_is_one_that_there_is(
    setup: dict[str, Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(sensitivity, "MOST_FIGURES", 0)
    analysis = analyze(load_case("mask-mandate-exemptions"), **setup)
    blocks = [
        block
        for part in (sensitivity, data, objections, method)
        for block in part.section(analysis).blocks
        if isinstance(block, Code) and block.language == "sh"
    ]
    assert {block.text.split()[1] for block in blocks} >= {"sensitivity", "analyze", "report"}
    for block in blocks:
        # What is no option of a command is refused before help is given.
        assert main([*shlex.split(block.text)[1:], "--help"]) == 0, capsys.readouterr().err


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_a_renderer_leaves_a_command_as_it_is(form: str):
    lines, _ = commands()
    report = Report("T", "", (Section("s", "S", tuple(Code(line, "sh") for line in lines)),))
    if form == "text":
        shown = [line[4:] for line in text.render(report).splitlines() if line.startswith("    ")]
    elif form == "markdown":
        page = Page(MarkdownIt("commonmark").render(markdown.render(report)))
        shown = "\n".join(page.texts).splitlines()
    else:
        shown = [
            found.strip() for found in Page(html.render(report, analysis_with(HARMLESS))).texts
        ]
    assert [line for line in shown if line.startswith("argue ")] == lines


def test_the_notes_of_a_pack_say_how_it_is_debated(tmp_path: Path):
    told: list[str] = []
    some = ('-$(id) it\'s "a" <b>; x.yaml', "no\u202eway.yaml")
    for name in some:
        analysis = analysis_of(name)
        page = Page(pages.notes(Pack(analysis, teaching_for("none", WORDS.code), WORDS)))
        (line,) = (found for found in page.texts if "argue debate " in found)
        told.append(line[line.index("argue debate") :].strip())
    known = analysis_with(HARMLESS).given.id
    names = [named(analysis_of(name).given) for name in some]
    wanted = [["debate", known if name == "-" else name] for name in names]
    check(told, wanted, tmp_path)


def test_a_new_file_is_said_to_be_analysed_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(tmp_path)
    lines: list[str] = []
    wanted: list[list[str]] = []
    for name in dict.fromkeys(NAMES):
        if name == "-":
            continue
        assert main(["new", "--", name]) == 0
        assert Path(name).is_file()
        said = capsys.readouterr().err
        assert said.count("\n") == 1 and not COMMANDS.search(said)
        _, found, line = said.rstrip("\n").partition("; now: ")
        assert bool(found) == name.isprintable()
        if found:
            lines.append(line)
            wanted.append(["analyze", f"./{name}" if name.startswith("-") else name])
    check(lines, wanted, tmp_path)
    for words in wanted[:: len(wanted) // 8]:
        assert main(words) == 0


@pytest.mark.parametrize("shell", [BashComplete, FishComplete, ZshComplete])
def test_a_shell_is_offered_names_and_nothing_that_texts_make_up(
    shell: type[ShellComplete], tmp_path: Path
):
    completing = shell(cli, {}, "argue", "_ARGUE_COMPLETE")
    texts = [attack.text for attack in ATTACKS if not attack.refused]
    offered: set[str] = set()
    for place, written in enumerate((*texts, "one\nplain\n--output=x\ntwo\n", "a:b,c\td")):
        file = tmp_path / f"{place}.json"
        file.write_text(json.dumps(case_of(written)))
        for before in ("why", "debate"):
            for item in completing.get_completions([before, str(file)], ""):
                line = completing.format_completion(item)
                assert line.count("\n") == (2 if shell is ZshComplete else 0), written
                assert not COMMANDS.search(line.replace("\t", " "))
                offered.add(item.value)
    assert offered == {"a", "b"}


def test_no_text_of_a_case_gets_into_a_command_that_is_suggested():
    wanted = [entry.how for entry in contest(analysis_with(HARMLESS)).entries]
    assert any("--prioritize '" in how for how in wanted) and any("--set" in how for how in wanted)
    for attack in ATTACKS[::3]:
        found = [entry.how for entry in contest(analysis_with(attack.text)).entries]
        assert found == wanted or attack.refused, attack.name


def test_a_folder_without_cases_is_said_to_be_searched_by_a_pattern_that_finds_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(tmp_path)
    case = "title: T\noptions: {a: A, b: B}\n"
    lines: list[str] = []
    for name in SHOWN:
        if len(name.encode()) > 200 or name == "-":
            continue
        (tmp_path / name / "within").mkdir(parents=True)
        (tmp_path / name / "within" / "case.yaml").write_text(case)
        main(["batch", "--jobs", "1", "-q", "--", name])
        said = capsys.readouterr().err
        assert not COMMANDS.search(said)
        lines.append(f"argue batch {said[said.index('write ') + 6 :].rstrip()}")
    patterns = [words[1] for words in heard(lines, tmp_path)]
    made = ["--columns", "outcome", "--jobs", "1", "-q", "-o", "made.jsonl"]
    assert main(["batch", *patterns, *made]) == 0
    assert (tmp_path / "made.jsonl").read_text().count("\n") == len(lines)
