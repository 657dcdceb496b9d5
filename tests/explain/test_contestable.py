"""What may be disputed: every challenge offered is valid, and reaches what it is aimed at."""

import pytest
from hypothesis import given

from argue.analysis import analyze
from argue.errors import ArgueError
from argue.explain.contestable import Contestable, contest, contested
from argue.io.bundled import bundled_text
from argue.io.case import load_case, read_case
from argue.verdict.result import Analysis
from tests.bundled import analysis_of, some_cases
from tests.laws.cases import ALL, SOME, documents
from tests.laws.changes import with_entry


def offered_by(analysis: Analysis) -> list[Contestable]:
    return [entry for entry in contest(analysis).entries if entry.challenge]


def aimed(analysis: Analysis, entry: Contestable) -> set[str]:
    """What a challenge attacks, and the sources of what it attacks."""
    challenge = f"challenge:{entry.challenge['id']}"
    found = {a.target for a in analysis.graph.attacks if a.attacker == challenge}
    asides = {a for a in analysis.graph.arguments if a == f"aside:{entry.challenge['id']}"}
    resting = {
        a.id for a in analysis.graph.arguments.values() if (asides | {challenge}) & {*a.premises}
    }
    return found | resting


@SOME
@given(documents(ALL, options=(2, 3), people=(1, 2), sources=2))
def test_a_challenge_offered_can_be_added_and_attacks_its_target(document: dict[str, object]):
    analysis = analyze(load_case(document))
    for entry in offered_by(analysis)[:6]:
        again = analyze(load_case(with_entry(document, "challenges", dict(entry.challenge))))
        if entry.kind in ("framework", "norm"):
            source = entry.id
            assert source in {again.graph.arguments[a].source for a in aimed(again, entry)}
        else:
            assert entry.id in aimed(again, entry)


@pytest.mark.parametrize("name", some_cases())
def test_every_snippet_can_be_pasted_into_its_bundled_case(name: str):
    analysis = analysis_of(name)
    offered = offered_by(analysis)
    assert offered
    text = bundled_text(name)
    for entry in offered:
        case = read_case(contested(analysis.given, entry))
        assert entry.challenge["id"] in case.challenges
        assert len(case.challenges) == len(analysis.case.challenges) + 1
        if entry.opens:
            assert entry.challenge["id"] in load_case(f"{text}\n{entry.yaml}\n").challenges


def test_an_entry_is_pasted_below_the_challenges_that_stand():
    text = bundled_text("mask-mandate-exemptions")
    analysis = analyze(load_case("mask-mandate-exemptions"))
    for entry in offered_by(analysis):
        assert not entry.yaml.startswith("challenges")
        pasted = text.replace("challenges:\n", f"challenges:\n{entry.yaml}\n", 1)
        assert entry.challenge["id"] in read_case(pasted).challenges


def test_adding_a_challenge_changes_no_other_line():
    analysis = analyze(load_case("mask-mandate-exemptions"))
    entry = next(e for e in offered_by(analysis) if e.id == "veil")
    text = contested(analysis.given, entry, by="Ana", text="a: b", question="levels")
    before = bundled_text("mask-mandate-exemptions").splitlines()
    assert [line for line in text.splitlines() if line in before] == before
    challenge = read_case(text).challenges["my_challenge"]
    assert (challenge.by, challenge.text, challenge.question) == ("Ana", "a: b", "levels")


def test_what_is_no_challenge_cannot_be_added():
    analysis = analyze(load_case("mask-mandate"))
    fact = next(e for e in contest(analysis).entries if e.kind == "fact")
    with pytest.raises(ArgueError, match="disputed"):
        contested(analysis.given, fact)


def test_everything_a_case_states_is_listed():
    analysis = analyze(load_case("mask-mandate-exemptions"))
    entries = contest(analysis).entries
    ids = {kind: [e.id for e in entries if e.kind == kind] for kind in {e.kind for e in entries}}
    assert ids["fact"] == ["fact:surge"]
    assert len(ids["number"]) == 12 + 6
    assert ids["person"] == [f"standpoints.{name}" for name in analysis.case.standpoints]
    assert ids["framework"] == ["welfare", "veil", "rejection", "universalization"]
    assert "welfare>veil" in ids["ranking"]
    assert ids["framing"] == ["options", "standpoints"]
    fishing = contest(analyze(load_case("fishing-commons"))).entries
    assert {"exception", "norm"} <= {e.kind for e in fishing}
    assert len({e.id for e in entries}) == len(entries)
