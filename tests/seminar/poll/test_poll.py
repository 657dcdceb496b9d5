"""A class polled: nobody's ballot is lost, and what is said about the class is so."""

import json
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from argue.analysis import analyze
from argue.cli.exits import Exit
from argue.cli.main import main
from argue.errors import NoSuchInput
from argue.io.case import load_case, read_case
from argue.model.case import FactStatus
from argue.model.verdict import Status
from argue.report.text import render
from argue.seminar.language import language
from argue.seminar.poll import Poll, poll
from argue.seminar.poll_ballots import Ballot
from argue.seminar.poll_pages import poll_form, poll_page
from argue.seminar.poll_report import judgements, poll_data, poll_report
from argue.seminar.poll_uniting import lifted
from argue.seminar.poll_views import voices_of_views

Data = dict[str, Any]
CASE = load_case("mask-mandate-exemptions")
GATE = """\
title: The gate
question: Which <b>way</b>?
options: {drive: Drive through, wait: Wait}
standpoints: {patient: {}, walkers: {count: 60}}
facts: {urgent: {text: Minutes count, status: disputed, credence: 0.5}}
payoffs:
  drive: {patient: 0, walkers: -1}
  wait: {patient: {if: urgent, then: -40, else: 0}, walkers: 0}
frameworks: [welfare, rejection]
priorities: []
considered:
  - {option: drive, status: permissible}
  - {option: wait, status: permissible, by: Someone}
"""


def ballot(name: str, **said: Any) -> Data:
    return {"schema": "argue/poll/v1", "case": "gate", "name": name, **said}


def polled(folder: Path, *ballots: Data, text: str = GATE) -> Poll:
    box = folder / "ballots"
    box.mkdir()
    for number, data in enumerate(ballots, 1):
        (box / f"{number}.json").write_text(json.dumps(data), encoding="utf-8")
    return poll(read_case(text, "gate.yaml"), [box])


def test_everybody_who_says_the_same_holds_one_view(tmp_path: Path):
    found = polled(
        tmp_path,
        ballot("Ana", ranking=["welfare", "rejection"]),
        ballot("Ben", ranking=[["welfare"], ["rejection"]], facts={"urgent": None}),
        ballot("Cem", facts={"urgent": True}),
    )
    assert [(v.name, v.holders) for v in found.views] == [
        ("view_1", ("Ana", "Ben")),
        ("view_2", ("Cem",)),
    ]
    assert found.pairs == 3


def test_every_view_comes_to_what_the_case_comes_to_with_it(tmp_path: Path):
    found = polled(
        tmp_path,
        ballot("Ana", ranking=["welfare", "rejection"], facts={"urgent": True}),
        ballot("Ben", ranking=["rejection", "welfare"], facts={"urgent": True}),
        ballot("Cem", facts={"urgent": False}),
    )
    case = read_case(GATE, "gate.yaml")
    for view in found.views:
        facts, pairs = dict(view.ballot.facts), view.ballot.pairs
        assert view.statuses == analyze(case, facts=facts, priorities=pairs).statuses
    assert {v.holders[0]: v.statuses["drive"] for v in found.views} == {
        "Ana": Status.IMPERMISSIBLE,
        "Ben": Status.OBLIGATORY,
        "Cem": Status.IMPERMISSIBLE,
    }
    assert [held.holders for held in found.held] == [("Ana", "Cem"), ("Ben",)]
    assert found.united == 1


def test_a_voice_is_the_case_with_the_view_written_into_it(tmp_path: Path):
    said = {"considered": {"drive": "obligatory"}, "facts": {"urgent": False}}
    found = polled(tmp_path, ballot("Ana", ranking=["rejection", "welfare"], **said), ballot("Ben"))
    (voice,) = (
        v for v in voices_of_views(found.views, read_case(GATE, "gate.yaml")) if v.case.priorities
    )
    assert voice.case.facts["urgent"].status is FactStatus.DENIED
    assert voice.case.facts["urgent"].credence is None
    assert [(p.higher, p.lower) for p in voice.case.priorities] == [("rejection", "welfare")]
    assert {(j.option, j.status, j.by) for j in voice.case.considered} == {
        ("drive", "obligatory", None),
        ("wait", "permissible", "Someone"),
    }


def test_settling_the_crux_unites_as_many_pairs_as_is_said(tmp_path: Path):
    ballots = (
        ballot("Ana", ranking=["welfare", "rejection"], facts={"urgent": True}),
        ballot("Ben", ranking=["rejection", "welfare"], facts={"urgent": True}),
        ballot("Cem", ranking=["rejection", "welfare"], facts={"urgent": False}),
        ballot("Dee", facts={"urgent": True}),
    )
    found = polled(tmp_path, *ballots)
    case = read_case(GATE, "gate.yaml")
    outcomes = [dict(v.statuses) for v in found.views for _ in v.holders]
    assert found.united == sum(a == b for a, b in combinations(outcomes, 2))
    by = {each.names: each for each in found.uniting}
    for way in by["urgent",].ways:
        settled = [
            analyze(case, facts={"urgent": way.holds}, priorities=v.ballot.pairs).statuses
            for v in found.views
        ]
        assert way.united == sum(a == b for a, b in combinations(settled, 2))
    for way in by["welfare", "rejection"].ways:
        pair = tuple(way.name.split(">"))
        settled = [
            analyze(case, facts=dict(v.ballot.facts), priorities=[pair]).statuses
            for v in found.views
        ]
        assert way.united == sum(a == b for a, b in combinations(settled, 2))
    assert found.crux is not None
    assert found.crux.gains(found.united) == max(e.gains(found.united) for e in found.uniting)
    assert by["urgent",].ways[0].holders == 3 and by["urgent",].ways[1].holders == 1


def test_what_nobody_differs_on_is_no_crux(tmp_path: Path):
    found = polled(
        tmp_path, ballot("Ana", facts={"urgent": True}), ballot("Ben", facts={"urgent": True})
    )
    assert found.uniting == () and found.crux is None and found.chorus is None
    assert "People: 2. Different views: 1." in render(poll_report(found, language()))


def test_lifting_changes_nothing_but_the_order_asked_for():
    held = Ballot(ranking=(("a",), ("b",), ("c", "d")))
    assert lifted(held, "a", "c") is held
    assert lifted(held, "c", "a").ranking == (("c",), ("a",), ("b",), ("d",))
    assert lifted(held, "e", "b").ranking == (("a",), ("e",), ("b",), ("c", "d"))
    assert lifted(held, "a", "e").ranking == (("a",), ("e",), ("b",), ("c", "d"))
    assert lifted(Ballot(), "a", "b").pairs == (("a", "b"),)
    for high, low in combinations("abcde", 2):
        assert lifted(held, high, low).above(high, low)
        assert lifted(held, low, high).above(low, high)
        assert not lifted(held, low, high).above(high, low)


def test_judgements_are_counted_and_held_against_ones_own_views(tmp_path: Path):
    found = polled(
        tmp_path,
        ballot("Ana", ranking=["rejection", "welfare"], facts={"urgent": True},
               considered={"drive": "impermissible"}),
        ballot("Ben", considered={"drive": "impermissible", "wait": None}),
    )  # fmt: skip
    assert judgements(found) == {"drive": {"impermissible": 2}}
    text = render(poll_report(found, language()), width=200)
    assert "Ana: judged impermissible, but what they rank and believe makes it obligatory" in text


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ({"schema": "x"}, "has schema 'x'"),
        ({"case": "other"}, "is about the case 'other', not 'gate'"),
        ({"sha256": "0"}, "another version of the case"),
        ({"name": ""}, "names nobody"),
        ({"ranking": "welfare"}, "ranking is no list"),
        ({"ranking": ["veil"]}, "names the source 'veil'; known: welfare, rejection"),
        ({"ranking": [["welfare", "welfare"]]}, "ranks 'welfare' twice"),
        ({"ranking": [[[]]]}, "names the source []"),
        ({"facts": {"snow": True}}, "names the fact 'snow'; known: urgent"),
        ({"facts": {"urgent": "yes"}}, "urgent is 'yes'; write true, false or null"),
        ({"considered": {"fly": "permissible"}}, "names the option 'fly'"),
        ({"considered": {"drive": "good"}}, "drive is 'good'; write obligatory, permissible"),
        ({"considered": []}, "considered is no object"),
        ({"extra": 1}, "has 'extra', which is no part of a ballot"),
    ],
)
def test_a_ballot_that_does_not_count_is_named_with_why(tmp_path: Path, data: Data, why: str):
    found = polled(tmp_path, {**ballot("Ana"), **data}, ballot("Ben"))
    assert [c.name for c in found.box.cast] == ["Ben"]
    assert found.box.refused[0][0] == "1.json" and why in found.box.refused[0][1]
    assert "not counted: 1.json" in render(poll_report(found, language()), width=300)


def test_a_ranking_against_the_case_does_not_count(tmp_path: Path):
    text = GATE.replace("priorities: []", "priorities: [[welfare, rejection]]")
    found = polled(tmp_path, ballot("Ana", ranking=["rejection", "welfare"]), text=text)
    assert found.views == () and "cannot be judged" in found.box.refused[0][1]


def test_two_ballots_by_one_person_count_once_or_not_at_all(tmp_path: Path):
    found = polled(
        tmp_path,
        ballot("Ana", facts={"urgent": True}),
        ballot("ana", facts={"urgent": True}),
        ballot("Ben"),
        ballot("Ben", facts={"urgent": True}),
    )
    assert [c.name for c in found.box.cast] == ["Ana"]
    assert found.box.repeated == (("2.json", "1.json"),)
    assert [file for file, _ in found.box.refused] == ["3.json", "4.json"]


def test_no_files_is_an_error(tmp_path: Path):
    with pytest.raises(NoSuchInput, match="no ballots in"):
        poll(CASE, [tmp_path])
    with pytest.raises(NoSuchInput, match="there is no file or folder"):
        poll(CASE, [tmp_path / "none"])


def test_a_bundled_case_with_opposed_rankings_is_merged(tmp_path: Path):
    box = tmp_path
    for name, ranking, holds in (
        ("Ana", ["welfare", "rejection", "veil"], True),
        ("Ben", ["rejection", "welfare"], False),
        ("Cem", [], None),
    ):
        data = {**ballot(name, ranking=ranking, facts={"surge": holds}), "case": CASE.id}
        (box / f"{name}.json").write_text(
            json.dumps({**data, "sha256": CASE.sha256}), encoding="utf-8"
        )
    found = poll(CASE, [box])
    assert found.chorus is not None and len(found.chorus.own) == 3
    for view in found.views:
        assert found.chorus.own[view.name] == view.statuses
    for agreed in found.chorus.agreed:
        assert all(v.statuses[agreed.option] is agreed.status for v in found.views)
    data = poll_data(found)
    assert data["schema"] == "argue/polled/v1" and data["people"] == 3
    assert json.loads(json.dumps(data)) == data


def test_out_of_time_tells_what_is_known(tmp_path: Path):
    box = tmp_path / "b"
    box.mkdir()
    for number in range(3):
        data = ballot(f"P{number}", facts={"urgent": [True, False, None][number]})
        (box / f"{number}.json").write_text(json.dumps(data), encoding="utf-8")
    gate = tmp_path / "gate.yaml"
    gate.write_text(GATE, encoding="utf-8")
    code = main(["poll", str(gate), str(box), "--timeout", "0.000001"])
    assert code == Exit.OUT_OF_TIME


def test_the_form_asks_for_everything_that_is_open_and_stays_text(tmp_path: Path):
    text = GATE.replace("priorities: []", "priorities: [[welfare, rejection]]")
    form = poll_form(analyze(read_case(text, "gate.yaml")), language())
    assert "Which &lt;b&gt;way&lt;/b&gt;?" in form
    assert form.count("<fieldset") == 3 and form.count("<select") == 2
    assert "The case itself puts welfare above rejection." in form
    assert '"order":[["welfare","rejection"]]' in form
    assert form.count("<script") == 2


def test_the_report_is_a_page_too(tmp_path: Path):
    found = polled(tmp_path, ballot("<i>Ana</i>", facts={"urgent": True}), ballot("Ben"))
    page = poll_page(poll_report(found, language()), language())
    assert "&lt;i&gt;Ana&lt;/i&gt;" in page and "<i>" not in page and "<script" not in page
    assert "What would unite" in page


def test_the_command_writes_form_report_and_merged_case(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    form, merged = tmp_path / "form.html", tmp_path / "merged.yaml"
    gate = tmp_path / "gate.yaml"
    gate.write_text(GATE, encoding="utf-8")
    assert main(["poll", str(gate), "--form", str(form)]) == Exit.DONE
    assert form.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    files: list[str] = []
    for name, holds in (("Ana", True), ("Ben", False)):
        file = tmp_path / f"{name}.json"
        file.write_text(json.dumps(ballot(name, facts={"urgent": holds})), encoding="utf-8")
        files.append(str(file))
    assert main(["poll", str(gate), *files, "--merged", str(merged)]) == Exit.DONE
    assert "Verdicts held" in capsys.readouterr().out
    assert main(["check", str(merged)]) == Exit.DONE
    for name, start in (("p.html", "<!DOCTYPE"), ("p.md", "# The gate"), ("p.json", "{")):
        file = tmp_path / name
        assert main(["poll", str(gate), *files, "-o", str(file)]) == Exit.DONE
        assert file.read_text(encoding="utf-8").startswith(start)
    assert main(["poll", str(gate), files[0], "--merged", str(merged)]) == Exit.USAGE
    assert "all hold one view" in capsys.readouterr().err
    assert main(["poll", str(gate)]) == Exit.USAGE
    assert "write a form with --form" in capsys.readouterr().err
    assert main(["poll", str(gate), files[0], "-o", "x.pdf"]) == Exit.USAGE
