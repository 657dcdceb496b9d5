"""Rules learnt by xhail: how its words are read, and what is said where it is missing or fails.

xhail itself is run by `tests/cross/learnt_rules.py`, in an environment of its own.
"""

import sys
from pathlib import Path

import pytest

from argue.cli.exits import Exit
from argue.cli.main import main
from argue.errors import ArgueError
from argue.model.study import Example
from argue.norms.rules import Learnt, Theories, Theory, forbids, opposed
from argue.norms.xhail import learn_by_xhail, rules_printed

FEATURES = ("consent", "harm; #show.", "night")
LABELLED = Path(__file__).parents[1] / "cross" / "labelled.yaml"


def examples(*given: tuple[str, bool]) -> list[Example]:
    return [Example(f"e{i}", frozenset(text.split()), f) for i, (text, f) in enumerate(given)]


def test_printed_rules_are_read_with_the_features_own_names():
    printed = "forbid(V1) :- f1(V1), not f0(V1).\nforbid(V1) :- not f2(V1), case(V1).\n"
    assert rules_printed(printed, FEATURES) == [
        (Learnt((), ("night",)), Learnt(("harm; #show.",), ("consent",)))
    ]


def test_several_hypotheses_are_several_sets_of_rules():
    printed = "% Hypothesis 1:\nforbid(V1) :- f0(V1).\n\n% Hypothesis 2:\nforbid(V1).\n"
    assert rules_printed(printed, FEATURES) == [
        (Learnt(("consent",), ()),),
        (Learnt((), ()),),
    ]


@pytest.mark.parametrize("line", ["allow(V1) :- f0(V1).", "forbid(V1) :- f0(V2).", "Killed"])
def test_what_is_no_rule_is_never_passed_over(line: str):
    with pytest.raises(ArgueError, match="which is no rule as asked for"):
        rules_printed(f"forbid(V1) :- f0(V1).\n{line}\n", FEATURES)


def test_a_rule_that_names_nothing_needed_reads_as_a_sentence():
    assert str(Learnt((), ("night", "snow"))) == "forbidden unless night or snow"
    assert str(Learnt(("harm",), ("consent",))) == "forbidden if harm, unless consent"
    assert forbids([Learnt((), ("night",))], frozenset({"harm"}))
    assert not forbids([Learnt((), ("night",))], frozenset({"night"}))


def test_examples_alike_with_opposite_verdicts_are_paired_once_for_each_likeness():
    some = examples(("a", True), ("a", False), ("a", False), ("b", True), ("", False), ("", True))
    assert opposed(some) == (("e0", "e1"), ("e5", "e4"))


def test_without_anything_forbidden_xhail_is_not_asked():
    nothing = Theories(0, (Theory((), ()),), complete=True)
    assert learn_by_xhail(examples(("a", False)), program=Path("nowhere")) == nothing


def test_a_program_that_fails_is_quoted():
    with pytest.raises(ArgueError, match="xhail failed: .*run"):
        learn_by_xhail(examples(("a", True)), program=Path(sys.executable))


def test_the_extra_is_named_where_xhail_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(["fit", str(LABELLED), "--learner", "xhail"]) == Exit.USAGE
    assert "pip install 'argue-norms[ilp]'" in capsys.readouterr().err
    assert main(["fit", str(LABELLED), "--learner", "argue"]) == Exit.DONE
    assert "forbidden if harm, unless consent" in capsys.readouterr().out


def test_a_learner_of_rules_is_refused_where_there_are_no_examples(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    study = tmp_path / "study.yaml"
    study.write_text("title: T\njudgements: [{amount: 1, verdict: permissible}]\n")
    assert main(["fit", str(study), "--learner", "xhail"]) == Exit.USAGE
    assert "learns rules from examples, and this study has none" in capsys.readouterr().err
