"""Every block of the documentation runs, in the order of its page, and shows what it says it shows.

A block of a language with a title is a file; a block of Python goes on from those before it. In a
session a line `...` stands for any lines. With ARGUE_WRITE_GOLDEN=1 sessions without such a line
are rewritten to what the commands print now.
"""

import os
import re
import shlex
from pathlib import Path

import pytest

from tests.test_readme import ROOT, run

DOCS = ROOT / "docs"
PAGES = sorted(path for path in DOCS.rglob("*.md"))
BLOCK = re.compile(r"^```(?P<head>\S[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
FRESH = "{.sh .fresh}"
"""A block for a reader's own machine, which .ci/run tries from the README."""
BUILT_ELSEWHERE = {"adding-a-framework.md"}
"""Its files are built, installed and run by tests/test_plugins.py."""
WRITING = os.environ.get("ARGUE_WRITE_GOLDEN") == "1"


def matches(shown: str, printed: str) -> bool:
    """Whether output is what a page shows, with `...` on a line for any lines."""
    parts = re.split(r"^\.\.\.$\n?", shown.rstrip() + "\n", flags=re.MULTILINE)
    return (
        re.fullmatch(".*".join(map(re.escape, parts)), printed.rstrip() + "\n", re.DOTALL)
        is not None
    )


def session(text: str, folder: Path, shell: dict[str, str]) -> str:
    """The session with what its commands print; what it shows otherwise fails the test."""
    found = COMMAND.findall(text)
    assert found, text
    parts: list[str] = []
    for command, standing in found:
        printed = run(command, folder, shell).rstrip()
        printed += "\n" if printed else ""
        shown = printed if WRITING and "\n...\n" not in f"\n{standing}" else standing
        assert matches(shown, printed), f"$ {command}\n{printed}\ninstead of\n{shown}"
        parts.append(f"$ {command}\n{shown}")
    return "".join(parts)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(DOCS)))
def test_every_block_of_a_page_runs(page: Path, tmp_path: Path, shell: dict[str, str]):
    work = tmp_path / "work"
    work.mkdir()
    text = page.read_text(encoding="utf-8")
    said: list[str] = []
    untried: list[str] = []

    def run_python() -> None:
        if untried:
            said.extend(untried)
            untried.clear()
            (work / "block.py").write_text("\n".join(said), encoding="utf-8")
            run("python -W error block.py", work, shell)

    def tried(block: re.Match[str]) -> str:
        head, body = block["head"], block["text"]
        language, *more = shlex.split(head)
        if language in ("console", "sh"):  # which may need what Python has written before
            run_python()
        title = dict(word.partition("=")[::2] for word in more).get("title")
        if title:
            (work / title).parent.mkdir(exist_ok=True)
            (work / title).write_text(body, encoding="utf-8")
        elif language == "console":
            body = session(body, work, shell)
        elif language == "sh":
            run(body, work, shell)
        elif language == "python":
            untried.append(body)
        else:
            assert head == FRESH or page.name in BUILT_ELSEWHERE, f"nothing tries this: {head}"
        return f"```{head}\n{body}```"

    now = BLOCK.sub(tried, text)
    run_python()
    if WRITING and now != text:
        page.write_text(now, encoding="utf-8")


def test_the_tutorial_and_each_how_to_have_something_to_run():
    pages = [DOCS / "tutorial.md", *sorted((DOCS / "how-to").glob("*.md"))]
    assert len(pages) > 1
    assert all(BLOCK.search(page.read_text(encoding="utf-8")) for page in pages)


def test_every_page_stands_in_the_menu():
    menu = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert [p.name for p in PAGES if f": {p.relative_to(DOCS).as_posix()}\n" not in menu] == []


def test_every_source_key_of_a_page_stands_in_the_bibliography():
    bibliography = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Bibliography")[2]
    keys = {
        key
        for page in PAGES
        for key in re.findall(r"\[([A-Z][A-Za-z]+\d\d[a-z]?)\]", page.read_text(encoding="utf-8"))
    }
    assert keys
    assert {key for key in keys if f"**[{key}]**" not in bibliography} == set()


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("a\n...\nc\n", "a\nb\nc\n", True),
        ("a\n...\n", "a\nb\nc\n", True),
        ("...\nc\n", "a\nb\nc\n", True),
        ("a\nc\n", "a\nb\nc\n", False),
        ("a\n...\nd\n", "a\nb\nc\n", False),
        ("a.c\n", "abc\n", False),
    ],
)
def test_three_dots_stand_for_any_lines(shown: str, printed: str, same: bool):
    assert matches(shown, printed) is same
