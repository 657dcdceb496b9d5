"""What is inferred and revised tells what was found where time ends it, and how far it came."""

import json
import time
from collections.abc import Mapping
from itertools import count
from pathlib import Path

import pytest

from argue.analysis import analyze
from argue.cli.exits import Exit
from argue.cli.main import main
from argue.errors import OutOfBudget
from argue.io.study import read_study
from argue.model.case import Case
from argue.model.patience import working_until
from argue.model.verdict import Status
from argue.norms import revision, rules, thresholds
from argue.norms.revision import revise
from argue.report.fit import fitted
from argue.report.revision import revision_data, revision_text
from tests.hostile.exponential_others import BANKS, STUDIES

CLASHES = BANKS["clashes"]


def judge(case: Case) -> Mapping[str, Status]:
    return analyze(case).statuses


def late_after(calls: int, monkeypatch: pytest.MonkeyPatch, module: object) -> None:
    """Lets time run out in a module after so many questions for it."""
    asked = count()

    def go_on() -> None:
        if next(asked) >= calls:
            raise OutOfBudget("late")

    monkeypatch.setattr(module, "go_on", go_on)


def test_cases_without_common_edits_are_revised_apart_and_not_all_ways_worked_out():
    found = revise(CLASHES, judge)
    assert len(found.revisions) == revision.MOST_REVISIONS < 3 ** len(CLASHES)
    assert not found.complete
    assert not found.late
    for one in (found.revisions[0], found.revisions[-1]):
        assert len(one.edits) == len(CLASHES)
        assert all(not trial.missed for trial in one.after.values())
    assert "200 ways and more restore agreement, by 12 edits; fewer do not" in revision_text(found)
    assert revision_data(found)["complete"] is False


def test_apart_or_together_the_same_revisions_are_found(monkeypatch: pytest.MonkeyPatch):
    three = dict(list(CLASHES.items())[:3])
    apart = revise(three, judge)
    monkeypatch.setattr(revision, "_apart", lambda edits: [list(edits)])
    together = revise(three, judge)
    assert apart == together
    assert len(apart.revisions) == 27
    assert apart.complete


def test_revisions_that_time_ends_say_how_far_they_came(monkeypatch: pytest.MonkeyPatch):
    three = dict(list(CLASHES.items())[:3])
    whole = revise(three, judge)
    late_after(5, monkeypatch, revision)
    with pytest.raises(OutOfBudget, match="after 5 of 21 judgements of edited cases; allow more"):
        revise(three, judge)
    late_after(1000, monkeypatch, revision)
    assert revise(three, judge) == whole


def test_a_bank_that_time_ends_is_told_with_its_exit_code(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    for name, text in list(CLASHES.items())[:2]:
        (tmp_path / f"{name}.yaml").write_text(text)
    tried = revision._Trials.after
    left = iter(range(4))

    def after(*given: object) -> object:
        if next(left, None) is None:
            raise OutOfBudget("late")
        return tried(*given)

    monkeypatch.setattr(revision._Trials, "after", after)
    assert main(["revise", str(tmp_path)]) == Exit.OUT_OF_TIME
    told = capsys.readouterr().out
    assert "4 ways and perhaps more restore agreement, by 2 edits" in told
    assert "There was no time to look for more ways" in told


JUDGED = read_study(STUDIES["rankings"].replace("steps: 33", "steps: 2"))


def test_a_posterior_is_told_without_what_was_not_found_in_time(monkeypatch: pytest.MonkeyPatch):
    kinds = len(thresholds.kinds_of(JUDGED.family))
    late_after(kinds, monkeypatch, thresholds)
    data, text = fitted(JUDGED)
    assert data["late"] == ["held_out", "next_question", "conflict"]
    assert data["held_out"] is None
    assert data["next_question"] is None
    assert "Most probable: the act is forbidden where" in text
    said = " ".join(text.split())
    assert "There was no time to find how well judgements left out are predicted, what is" in said
    assert "No situation is left open" not in text
    late_after(kinds - 1, monkeypatch, thresholds)
    with pytest.raises(OutOfBudget, match="before all hypotheses were weighed; allow more"):
        fitted(JUDGED)


def test_roles_are_told_where_there_is_no_time_for_a_verdict(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "case.yaml").write_text(CLASHES["c0"])
    study = tmp_path / "study.yaml"
    text = STUDIES["roles"].replace("case.yaml", str(tmp_path / "case.yaml"))
    study.write_text(text)
    data, said = fitted(read_study(text), deadline=time.monotonic() - 1)
    assert data["late"] == ["a", "b"]
    assert [role["probability"] for role in data["roles"].values()] == ["3/5", "2/5"]
    assert "no time for the verdict in the role a, b: allow more" in said
    assert main(["fit", str(study), "--json"]) == Exit.DONE
    assert json.loads(capsys.readouterr().out)["late"] == []


def test_a_search_for_rules_that_time_ends_says_what_they_cost_at_least(
    monkeypatch: pytest.MonkeyPatch,
):
    study = read_study(STUDIES["examples"])
    asked: list[int] = []

    class Slow(rules.Session):
        def satisfiable(self, assume=()):
            asked.append(1)
            if len(asked) > 3:
                raise OutOfBudget("late")
            return super().satisfiable(assume)

    monkeypatch.setattr(rules, "Session", Slow)
    with pytest.raises(OutOfBudget, match="no rules cost less than 3; allow more, or take fewer"):
        rules.learn(study.examples, price=study.price)


def test_rules_found_before_time_ended_are_told(monkeypatch: pytest.MonkeyPatch):
    lines = "\n".join(
        f"- {{features: [{', '.join(features)}], verdict: {verdict}}}"
        for features, verdict in ((("a", "b"), "impermissible"), ((), "permissible"))
    )
    study = read_study(f"title: T\nexamples:\n{lines}\n")
    assert len(rules.learn(study.examples).found) == 2

    class Slow(rules.Session):
        def models(self, assume=(), **given):
            yield next(iter(super().models(assume, **given)))
            raise OutOfBudget("late")

    monkeypatch.setattr(rules, "Session", Slow)
    data, text = fitted(study)
    assert data["late"] == ["theories"]
    assert not data["complete"]
    assert len(data["theories"]) == 1
    assert "There was no time to look for more." in text


def test_the_time_of_whoever_asks_ends_an_inference():
    with working_until(time.monotonic() - 1), pytest.raises(OutOfBudget):
        thresholds.infer(JUDGED.family, JUDGED.judgements, JUDGED.noise)
