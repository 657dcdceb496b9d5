"""The audit of dependencies finds what it is there to find."""

import json
import tomllib
from pathlib import Path

import pytest

from tests.stability.dependencies import (
    is_free,
    licence_of,
    lowest,
    main,
    pinned,
    requirements,
    unbounded,
    wrong,
)

PROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text())["project"]


def entry(name: str, url: str = "https://x/y-1-py3-none-any.whl", **metadata: object) -> object:
    return {
        "metadata": {"name": name, "version": "1", "license_expression": "MIT", **metadata},
        "download_info": {"url": url},
    }


def test_every_dependency_says_from_which_release_on_it_works():
    wanted = list(requirements(PROJECT))
    assert len(wanted) > 15 and unbounded(wanted) == []
    assert unbounded(["click", "rich>=13", "lark<2"]) == ["click", "lark<2"]


def test_the_lowest_releases_are_pinned():
    assert lowest(["a-b>=1.2,<2", "c[x]==3", "d~=4.5"]) == ["a-b==1.2", "c==3", "d==4.5"]
    assert len(lowest(PROJECT["dependencies"])) == len(PROJECT["dependencies"])


@pytest.mark.parametrize(
    ("licence", "free"),
    [
        ("MIT", True),
        ("Apache-2.0 OR GPL-3.0-only", True),
        ("BSD-3-Clause AND 0BSD AND MIT AND Zlib AND CC0-1.0", True),
        ("BSD-3-Clause AND GPL-2.0-only", False),
        ("GNU General Public License v2 or later (GPLv2+)", False),
        ("GNU General Public License v3 (GPLv3), Mozilla Public License 2.0 (MPL 2.0)", True),
        ("ISC License (ISCL)", True),
        ("(MIT OR GPL-3.0-only) AND Zlib", True),
        ("Proprietary", False),
        ("", False),
    ],
)
def test_a_licence_is_free_if_one_may_choose_a_free_one(licence: str, free: bool):
    assert is_free(licence) is free


def test_the_licence_is_the_expression_or_the_classifiers_or_the_text():
    classified = {"classifier": ["License :: OSI Approved :: MIT License", "Typing :: Typed"]}
    assert licence_of({"license_expression": "ISC", **classified}) == "ISC"
    assert licence_of({"license": "see LICENSE", **classified}) == "MIT License"
    assert licence_of({"license": "BSD\nwith more"}) == "BSD"
    assert licence_of({}) == ""


def test_a_bad_licence_and_a_missing_wheel_are_named(tmp_path, capsys):
    report = {
        "install": [
            entry("good"),
            entry("shut", license_expression=None),
            entry("source", "https://x/source-1.tar.gz"),
            entry("argue-norms", "file:///here", license_expression=None),
        ]
    }
    assert list(wrong(report)) == [
        "shut 1: licence not declared",
        "source 1: no wheel, https://x/source-1.tar.gz",
    ]
    assert pinned(report) == ["good==1", "shut==1", "source==1"]
    file = tmp_path / "report.json"
    file.write_text(json.dumps(report), encoding="utf-8")
    assert main("check", str(file)) == 1
    assert "4 distributions, 2 problems" in capsys.readouterr().out
