"""`argue new`: what it writes is in order, says what every key means, and overwrites nothing."""

import json
from itertools import takewhile
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator
from yamlcore import CoreLoader

from argue.cli.exits import Exit
from argue.cli.main import main
from argue.io.case_fields import CASE
from argue.io.entry_fields import FACT, OPTION, STANDPOINT
from argue.io.fields import case_schema
from argue.io.kinds import Kind

TITLES = ["A gate", 'Say "no": or #not', "Ünïcode – {braces}", "no", "1/3", "- x"]


@pytest.mark.parametrize("full", [[], ["--full"]])
@pytest.mark.parametrize("options", ["drive,wait", "a,b,c,d"])
def test_a_new_case_is_in_order_and_can_be_analyzed(
    full: list[str], options: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    file = tmp_path / "case.yaml"
    assert main(["new", str(file), "--options", options, *full]) == Exit.DONE
    assert capsys.readouterr().out == ""
    assert main(["check", str(file)]) == Exit.DONE
    capsys.readouterr()
    assert main(["analyze", str(file), "--json"]) == Exit.DONE
    data = json.loads(capsys.readouterr().out)
    assert list(data["options"]) == options.split(",")
    assert data["outcome"] in ("decided", "contested")
    assert {"welfare", "veil", "rejection"} <= {source["id"] for source in data["sources"]}
    text = file.read_text(encoding="utf-8")
    Draft202012Validator(case_schema()).validate(yaml.load(text, CoreLoader))
    assert text.startswith("# yaml-language-server: $schema=")
    assert max(map(len, text.splitlines())) <= 100


def test_a_full_case_shows_every_key_with_what_it_means(capsys: pytest.CaptureFixture[str]):
    assert main(["new", "--full"]) == Exit.DONE
    lines = capsys.readouterr().out.splitlines()
    for field in CASE.fields:
        place = next(
            n for n, line in enumerate(lines) if line.lstrip("# ").startswith(f"{field.name}:")
        )
        assert field.name == "schema" or lines[place - 1] == f"# {field.doc}"


def test_the_keys_shown_as_comments_can_be_used_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["new", "--full", "--options", "a,b,c"]) == Exit.DONE
    lines = capsys.readouterr().out.splitlines()
    shown = ("context", "general", "universal", "considered", "credences", "rules")
    used, within = list[str](), False
    for line in lines:
        name = line.removeprefix("# ").partition(":")[0]
        within = line.startswith("# ") and (name in shown or (within and line.startswith("#   ")))
        used.append(line.removeprefix("# ") if within else line)
    file = tmp_path / "case.yaml"
    file.write_text("\n".join(used), encoding="utf-8")
    assert sum(one != other for one, other in zip(lines, used, strict=True)) >= len(shown)
    assert main(["check", str(file)]) == Exit.DONE
    assert main(["analyze", str(file), "--quiet"]) == Exit.DONE


@pytest.mark.parametrize(
    ("key", "entry", "kind"),
    [("options", "act", OPTION), ("standpoints", "others", STANDPOINT), ("facts", "urgent", FACT)],
)
def test_the_keys_inside_an_entry_are_shown_and_can_be_used(
    key: str, entry: str, kind: Kind, capsys: pytest.CaptureFixture[str]
):
    assert main(["new", "--full"]) == Exit.DONE
    lines = capsys.readouterr().out.splitlines()
    start = lines.index(f"#   {entry}:", lines.index(f"{key}:"))
    shown = list(takewhile(lambda line: line.startswith("#   "), lines[start:]))
    (values,) = yaml.load("\n".join(line[1:] for line in shown), CoreLoader).values()
    assert list(values) == [field.name for field in kind.fields]
    assert [line[8:] for line in shown[1::2]] == [field.doc for field in kind.fields]
    case = yaml.load("\n".join(lines), CoreLoader)
    case[key][entry] = values
    Draft202012Validator(case_schema()).validate(case)


def test_a_short_case_does_not_show_them(capsys: pytest.CaptureFixture[str]):
    assert main(["new"]) == Exit.DONE
    assert "uses_as_means" not in capsys.readouterr().out


@pytest.mark.parametrize("title", TITLES)
def test_any_title_is_kept_as_it_is(title: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = tmp_path / "case.yaml"
    assert main(["new", str(file), "--title", title]) == Exit.DONE
    capsys.readouterr()
    assert main(["analyze", str(file), "--json"]) == Exit.DONE
    assert json.loads(capsys.readouterr().out)["case"]["title"] == title


def test_a_file_that_exists_is_overwritten_only_if_told_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    file = tmp_path / "case.yaml"
    file.write_text("mine")
    assert main(["new", str(file)]) == Exit.USAGE
    assert "--force" in capsys.readouterr().err
    assert file.read_text() == "mine"
    assert main(["new", str(file), "--force"]) == Exit.DONE
    assert "options:" in file.read_text()
    assert main(["new", str(tmp_path / "no" / "folder.yaml")]) == Exit.CANNOT_WRITE


@pytest.mark.parametrize(
    "arguments",
    [
        ["--options", "act"],
        ["--options", "act,act"],
        ["--options", "act,two words"],
        ["--options", "act,default"],
        ["--title", " "],
        ["--title", "two\nlines"],
    ],
)
def test_what_could_not_be_read_again_is_refused(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
):
    assert main(["new", *arguments]) == Exit.USAGE
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("argue: ")
