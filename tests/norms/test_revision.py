"""Revision: the fewest edits that restore agreement, all of them, and nothing else."""

from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

import pytest

from argue.analysis import analyze
from argue.cli.exits import Exit
from argue.cli.main import main
from argue.io.case import read_case
from argue.model.case import Case
from argue.model.verdict import Status
from argue.norms.repairs import Repair, repaired, repairs_of
from argue.norms.revision import Found, revise

AMBULANCE = """title: Ambulance
# this line is kept
options: {drive: Drive, wait: Wait}
facts: {urgent: {status: agreed}}
norms:
  no_vehicles: {breached_by: [drive]}
considered: {drive: permissible}
"""
TRUCK = """title: Truck
options: {drive: Drive, wait: Wait}
norms:
  no_vehicles: {breached_by: [drive]}
considered: {drive: impermissible}
"""
NIGHT = """title: Night
options: {drive: Drive, wait: Wait}
facts: {dark: {status: disputed}}
norms:
  slow: {breached_by: [wait], when: dark}
  safe: {breached_by: [drive]}
priorities: [["norm:slow", "norm:safe"]]
considered: {drive: impermissible}
"""


def judge(case: Case) -> Mapping[str, Status]:
    return analyze(case).statuses


def ways(found: Found) -> list[set[str]]:
    return [{str(edit) for edit in revision.edits} for revision in found.revisions]


def test_alone_an_exception_or_dropping_the_norm_does():
    found = revise({"ambulance": AMBULANCE}, judge)
    assert ways(found) == [
        {"drop the norm no_vehicles"},
        {"let urgent be an exception to the norm no_vehicles"},
    ]


def test_another_case_of_the_norm_rules_out_dropping_it():
    found = revise({"ambulance": AMBULANCE, "truck": TRUCK}, judge)
    assert ways(found) == [{"let urgent be an exception to the norm no_vehicles"}]


def test_priorities_facts_and_norms_are_all_tried():
    assert ways(revise({"night": NIGHT}, judge)) == [
        {"agree that dark does not hold in night"},
        {"drop the norm slow"},
        {"let dark be an exception to the norm slow"},
        {"rank norm:safe above norm:slow instead of below"},
    ]


@pytest.mark.parametrize("texts", [{"n": NIGHT}, {"a": AMBULANCE, "t": TRUCK}, {"t": TRUCK}])
def test_the_repairs_are_those_of_a_search_through_all_sets(texts: dict[str, str]):
    """Applies every set of edits to the files, smallest first, and judges the files again."""
    cases = {name: read_case(text, name, name=name) for name, text in texts.items()}
    every = sorted({edit for case in cases.values() for edit in repairs_of(case)})

    def agrees(edits: tuple[Repair, ...]) -> bool:
        for name, text in texts.items():
            mine = set(repairs_of(cases[name])) & set(edits)
            new = text
            for edit in sorted(mine):
                new = repaired(new, edit)
            analysis = analyze(read_case(new, name, name=name))
            if not all(compared.agrees for compared in analysis.considered):
                return False
        return True

    for size in range(2):
        known = [set(map(str, s)) for s in combinations(every, size) if agrees(s)]
        if known:
            break
    found = revise(texts, judge)
    if size == 0:
        assert found.missed == {}
    else:
        assert sorted(map(sorted, ways(found))) == sorted(map(sorted, known))


def test_after_a_revision_every_judgement_is_met_and_comments_stand():
    found = revise({"ambulance": AMBULANCE, "truck": TRUCK}, judge)
    (revision,) = found.revisions
    after = revision.after["ambulance"]
    assert "# this line is kept" in after.text
    assert judge(read_case(after.text)) == after.statuses
    assert after.statuses["drive"] is Status.PERMISSIBLE or after.statuses["drive"] == "obligatory"


def test_dropping_a_norm_takes_along_what_speaks_of_it_only():
    text = NIGHT.replace("[[", "[{id: p, higher: ").replace(
        ', "norm:safe"]', ', lower: "norm:safe"}'
    )
    case = read_case(repaired(text, Repair("drop", "slow")))
    assert list(case.norms) == ["safe"]
    assert case.priorities == ()


def test_what_no_edit_reaches_is_said():
    text = TRUCK.replace("drive: impermissible", "wait: impermissible")
    found = revise({"truck": text}, judge)
    assert found.revisions == ()
    assert found.beyond == ("truck",)


def test_a_bank_in_agreement_needs_nothing():
    found = revise({"truck": TRUCK}, judge)
    assert (found.missed, found.revisions) == ({}, ())


def test_the_command_tells_and_prints_a_diff_and_changes_no_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    for name, text in (("ambulance", AMBULANCE), ("truck", TRUCK)):
        (tmp_path / f"{name}.yaml").write_text(text)
    assert main(["revise", str(tmp_path)]) == Exit.DONE
    told = capsys.readouterr().out
    assert "One way restores agreement, by 1 edit" in told
    assert "Nothing is changed by this" in told
    assert main(["revise", str(tmp_path), "--diff", "1"]) == Exit.DONE
    diff = capsys.readouterr().out.splitlines()
    assert diff[0] == "--- ambulance.yaml"
    assert [line for line in diff if line.startswith("+  ")] == [
        "+  no_vehicles: {exceptions: [urgent], breached_by: [drive]}"
    ]
    assert (tmp_path / "ambulance.yaml").read_text() == AMBULANCE
    assert main(["revise", str(tmp_path), "--diff", "9"]) == Exit.USAGE
    assert main(["revise", str(tmp_path / "none")]) == Exit.NO_INPUT
