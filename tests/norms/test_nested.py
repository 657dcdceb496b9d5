"""Three levels of compliance, and a norm argued over by its own principles."""

import pytest

import argue
from argue.analysis import analyze
from argue.io.case import read_case
from argue.model.verdict import Status
from argue.norms.nested import nested_case
from argue.norms.review import review

LOOPHOLE = """
title: A report that must be filed on paper
options:
  paper: {text: File it on paper next week}
  mail: {text: Send it by mail now}
  blank: {text: File an empty sheet on paper}
standpoints:
  public: {count: 100, level: 50, text: whoever relies on the report}
  clerk: {level: 50, text: the clerk who files paper}
payoffs:
  paper: {public: -9, clerk: 0}
  mail: {public: 0, clerk: -1}
  blank: {public: -9, clerk: 0}
GENERAL
norms:
  on_paper:
    text: Reports are filed on paper
    breached_by: [mail]
    purpose: that people can look up what was reported
    frustrates_purpose: [blank]
    principles: [rejection]
    authority: AUTHORITY
compliance: LEVEL
"""


def case(level: str, general: str = "", authority: str = "propose"):
    text = LOOPHOLE.replace("LEVEL", level).replace("AUTHORITY", authority)
    return read_case(text.replace("GENERAL", general))


@pytest.mark.parametrize(
    ("level", "permitted", "proposed"),
    [
        ("mere", {"paper", "blank"}, False),
        ("wilful", {"paper"}, False),
        ("enlightened", {"paper"}, True),
    ],
)
def test_the_levels_differ_on_a_loophole(level: str, permitted: set[str], proposed: bool):
    found = analyze(case(level))
    allowed = {o for o, s in found.statuses.items() if s is not Status.IMPERMISSIBLE}
    assert allowed == permitted
    assert bool(found.proposals) is proposed


def test_with_authority_the_norm_falls_silent():
    found = analyze(case("enlightened", authority="act"))
    assert found.proposals[0].acted
    assert found.statuses["mail"] is not Status.IMPERMISSIBLE


def test_without_a_table_of_general_uptake_the_smaller_change_is_proposed():
    (proposal,) = analyze(case("enlightened")).proposals
    assert dict(proposal.ways) == {
        "keep": Status.IMPERMISSIBLE,
        "except": Status.PERMISSIBLE,
        "drop": Status.PERMISSIBLE,
    }
    assert proposal.change == "except"


def test_what_nobody_could_bear_in_general_is_an_exception_and_not_the_end_of_the_norm():
    general = "general: {paper: {public: -9}, mail: {public: 0, clerk: -8}}"
    (proposal,) = analyze(case("enlightened", general)).proposals
    assert proposal.ways["except"] is Status.OBLIGATORY or proposal.ways["except"] == "permissible"
    assert proposal.ways["drop"] is Status.IMPERMISSIBLE
    assert proposal.change == "except"


def test_the_nested_case_compares_what_each_way_comes_to():
    given = case("enlightened", "general: {mail: {clerk: -8}}")
    (proposal,) = review(given, lambda c: analyze(c).statuses)
    nested = nested_case(given, given.norms["on_paper"], proposal)
    assert list(nested.options) == ["keep_paper", "except_mail", "drop_mail"]
    assert nested.general["except_mail"]["clerk"] == -1
    assert nested.general["drop_mail"]["clerk"] == -8
    assert [use.id for use in nested.frameworks] == ["rejection"]
    assert not nested.norms


def test_a_proposal_is_told_and_stands_in_the_data():
    analysis = argue.analyze(case("enlightened"))
    (data,) = analysis.to_dict()["revision_proposals"]
    assert data["change"] == "except"
    assert {"way": "keep", "status": "impermissible"} in data["ways"]
    text = " ".join(str(analysis.report("text")).split())
    assert "an exception is proposed, for people to decide" in text
