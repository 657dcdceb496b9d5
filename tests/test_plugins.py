"""A framework from another distribution: built and installed as its page says, then used."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from argue.cli.exits import Exit
from tests.cli.command import ROOT, run

PAGE = (ROOT / "docs" / "adding-a-framework.md").read_text(encoding="utf-8")
BLOCKS = dict(re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))
ENTRY = 'worst_effect = "worst_effect:FRAMEWORK"'
INCLUDED = 'only-include = ["worst_effect.py"]'
BROKEN = {
    "raising": BLOCKS["python"].replace("    spared = ", "    raise KeyError('no')\n    spared = "),
    "speechless": BLOCKS["python"].replace(
        "    better, worse = ", "    claim.worst\n    better, worse = "
    ),
    "unloadable": "raise RuntimeError('not today')\n",
    "unfit": "FRAMEWORK = {'id': 'unfit'}\n",
}
CASE = "title: x\noptions: {a: A, b: B}\nframeworks: [%s]\n" + (
    "standpoints: {me: {}}\npayoffs: {a: {me: 0}, b: {me: -1}}\n"
)


class Installed(NamedTuple):
    """A folder with the installed plug-ins, and one for case files."""

    site: Path
    cases: Path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        """A finished run of `argue` that sees the plug-ins."""
        return run(*arguments, PYTHONPATH=f"{self.site}:{ROOT}")

    def case(self, text: str) -> str:
        """The path of a case file with this text."""
        file = self.cases / "case.yaml"
        file.write_text(text, encoding="utf-8")
        return str(file)


def install(project: str, modules: dict[str, str], factory: pytest.TempPathFactory) -> Installed:
    """A distribution of these modules, built and installed without a network."""
    source, site = factory.mktemp("source"), factory.mktemp("site")
    (source / "pyproject.toml").write_text(project)
    for name, text in modules.items():
        (source / f"{name}.py").write_text(text)
    options = ["--quiet", "--no-index", "--no-deps", "--no-build-isolation"]
    command = [sys.executable, "-m", "pip", "install", *options, "--target", str(site), str(source)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return Installed(site, factory.mktemp("cases"))


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The distribution of the page, as it stands there."""
    return install(BLOCKS["toml"], {"worst_effect": BLOCKS["python"]}, tmp_path_factory)


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """A distribution of frameworks that do not work, each in its own way."""
    offered = "\n".join(f'{name} = "{name}:FRAMEWORK"' for name in BROKEN)
    files = ", ".join(f'"{name}.py"' for name in BROKEN)
    project = BLOCKS["toml"].replace(ENTRY, offered).replace(INCLUDED, f"only-include = [{files}]")
    return install(project, BROKEN, tmp_path_factory)


def test_the_page_offers_the_framework_that_it_defines():
    assert ENTRY in BLOCKS["toml"]
    assert INCLUDED in BLOCKS["toml"]
    assert BLOCKS["python"] not in BROKEN.values()


def test_an_installed_framework_speaks_in_a_case(installed: Installed):
    done = installed.run("analyze", installed.case(BLOCKS["yaml"]), "--json")
    assert (done.returncode, done.stderr) == (Exit.DONE, b"")
    data = json.loads(done.stdout)
    assert data["alone"] == {
        "welfare": {"school": "forbidden", "farm": "required"},
        "worst_effect": {"school": "required", "farm": "forbidden"},
        "pupils_only": {"school": "forbidden", "farm": "required"},
    }
    report = installed.run("analyze", installed.case(BLOCKS["yaml"])).stdout.decode()
    said = 'The gravest effect of "school" is milder than that of "farm", by 8.'
    assert said in " ".join(report.split())


def test_the_schema_and_the_reader_know_its_parameters(installed: Installed):
    schema = json.loads(installed.run("schema").stdout)
    assert "spare" in json.dumps(schema["$defs"]["framework"])
    wrong = BLOCKS["yaml"].replace("spare: [farmer]", "spared: [farmer]")
    done = installed.run("check", installed.case(wrong))
    assert done.returncode == Exit.BAD_CASE
    assert b"spared" in done.stderr


def test_without_the_distribution_the_type_is_unknown(installed: Installed):
    done = run("check", installed.case(BLOCKS["yaml"]))
    assert done.returncode == Exit.BAD_CASE
    assert b"error[C012]" in done.stderr


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("raising", ["framework 'raising' (source 'raising') raised KeyError"]),
        ("speechless", ["framework 'speechless' (source 'speechless') raised AttributeError"]),
        ("unloadable", ["framework 'unloadable' from unloadable:FRAMEWORK", "not today"]),
        ("unfit", ["framework 'unfit' from unfit:FRAMEWORK is a dict"]),
    ],
)
def test_a_broken_framework_is_named_in_the_error(name: str, said: list[str], broken: Installed):
    done = broken.run("analyze", broken.case(CASE % name))
    assert (done.returncode, done.stdout) == (Exit.BUG, b"")
    error = done.stderr.decode()
    assert all(words in error for words in said), error
    assert "Traceback" not in error


def test_a_broken_framework_that_no_case_uses_harms_nobody(broken: Installed):
    done = broken.run("analyze", broken.case(CASE % "welfare"), "--quiet")
    assert (done.returncode, done.stderr) == (Exit.DONE, b"")
