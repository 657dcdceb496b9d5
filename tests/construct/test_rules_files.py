"""A base of rules from a file of each kind, and what is asked of a file that has none."""

from __future__ import annotations

from pathlib import Path

import pytest

from argue.construct.rules.files import load_base
from argue.errors import ArgueError, UnknownId

CASE = """
title: Birds
options: {a: A, b: B}
facts: {bird: {text: It is a bird}, flies: {text: It flies, status: disputed}}
rules: {defeasible: ["d1: bird => flies"]}
"""


def written(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_case_gives_its_rules_with_its_facts_and_what_they_say(tmp_path: Path):
    path = written(tmp_path, "birds.yaml", CASE)
    for form in (None, "case"):
        found = load_base(path, form)
        assert [rule.id for rule in found.base.rules] == ["d1"]
        assert "bird" in {str(premise.literal) for premise in found.base.premises}
        assert found.texts == {"bird": "It is a bird", "flies": "It flies"}
        assert found.notes == ()


def test_a_graph_gives_one_rule_for_every_argument(tmp_path: Path):
    path = written(tmp_path, "two.tgf", "a\nb\n#\na b\n")
    assert load_base(path) == load_base(path, "tgf")
    assert {"a", "b"} <= {str(rule.conclusion) for rule in load_base(path).base.rules} | {
        str(premise.literal) for premise in load_base(path).base.premises
    }


def test_facts_are_chosen_only_where_the_format_has_some(tmp_path: Path):
    case = written(tmp_path, "birds.yaml", CASE)
    graph = written(tmp_path, "one.tgf", "a\n#\n")
    with pytest.raises(ArgueError, match="settle them there"):
        load_base(case, facts=["bird"])
    with pytest.raises(ArgueError, match="no facts to choose from"):
        load_base(graph, facts=["bird"])


def test_an_unknown_format_and_a_case_without_rules_are_refused(tmp_path: Path):
    path = written(tmp_path, "bare.yaml", "title: Bare\noptions: {a: A, b: B}\n")
    with pytest.raises(UnknownId, match="docx"):
        load_base(path, "docx")
    with pytest.raises(ArgueError, match=r"bare\.yaml has no rules"):
        load_base(path)
