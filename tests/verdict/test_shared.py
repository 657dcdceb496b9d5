"""How widely a verdict is shared: families, tallies, dissents, consensus against an option."""

from fractions import Fraction

from hypothesis import given

from argue.analysis import analyze
from argue.io.case import load_case
from argue.model.verdict import Status, Word
from argue.verdict.result import Analysis
from argue.verdict.shared import families_of
from argue.verdict.standing import MOST_BRANCHES, branches
from tests.laws.cases import ALL, SOME, documents
from tests.laws.drawing import Document
from tests.laws.enumeration import argued
from tests.laws.tables import case_of


def analysed(case: Document) -> Analysis:
    return analyze(load_case(case))


COMPROMISE = {"a": (0, 20), "mid": (1, 17), "b": (2, 3)}


def test_sources_that_say_the_same_kind_of_thing_are_one_family():
    average = {"id": "veil", "rule": "average"}
    case = case_of(COMPROMISE, "welfare", "rule_utilitarian", average, "rejection")
    members = families_of(argued(case).sources)
    assert [[s.id for s in family] for family in members.values()] == [
        ["welfare", "rule_utilitarian", "veil"],
        ["rejection"],
    ]
    assert analysed(case).shared.allowed_by["a"][1] == 2


def test_a_family_that_disagrees_within_itself_speaks_and_allows_nothing():
    case = case_of({"a": (0,), "b": (1,)}, "welfare", "rule_utilitarian")
    case["general"] = {"a": {"p": 1}, "b": {"p": 0}}
    assert analysed(case).shared.allowed_by == {"a": (0, 1), "b": (0, 1)}


def test_a_silent_source_is_not_counted_among_those_that_speak():
    case = case_of(COMPROMISE, "welfare", "universalization")
    assert analysed(case).shared.allowed_by == {"a": (1, 1), "mid": (0, 1), "b": (0, 1)}


def test_the_leading_option_loses_no_count_and_its_smallest_dissent_is_told():
    rows = {"a": (0, 20), "b": (2, 3)}
    case = case_of(rows, "welfare", "veil", "rejection")
    (branch,) = analysed(case).shared.branches
    leading = branch.leading
    assert leading is not None
    assert (leading.option, dict(leading.tally)) == ("a", {"b": (2, 1)})
    assert leading.dissent is not None
    assert (leading.dissent.source, leading.dissent.prefers) == ("veil", "b")
    assert leading.dissent.margin == 2
    assert leading.dissent.share == 1


def test_nothing_leads_where_two_options_lose_no_count():
    (branch,) = analysed(case_of({"a": (0, 20), "b": (2, 3)}, "welfare", "veil")).shared.branches
    assert branch.leading is None


def test_a_compromise_is_told_from_what_all_would_rather_not():
    (ruled_out,) = analysed(case_of(COMPROMISE, "welfare", "veil")).shared.ruled_out
    assert ruled_out.option == "mid"
    assert ruled_out.preferred == ()
    assert ruled_out.nobodys_worst
    rows = COMPROMISE | {"worst": (-9, -9)}
    words = {r.option: str(r) for r in analysed(case_of(rows, "welfare", "veil")).shared.ruled_out}
    assert words["worst"] == "consensus: a, mid, b"
    assert words["mid"].endswith("though no source's worst")


def test_shares_are_of_the_largest_margin_a_source_has_here():
    rows = {"a": (0, 9), "b": (4, 4), "c": (2, 2)}
    case = case_of(rows, "welfare", "veil", "rejection", "universalization")
    case["universal"] = {o: {"all": 0 if o == "a" else -1, "nobody": 0} for o in rows}
    (branch,) = analysed(case).shared.branches
    assert branch.leading is not None
    assert branch.leading.option == "a"
    dissent = branch.leading.dissent
    assert dissent is not None
    assert (dissent.source, dissent.prefers, dissent.margin) == ("veil", "c", 2)
    assert dissent.share == Fraction(1, 2)


@SOME
@given(documents(ALL))
def test_what_all_families_allow_is_never_impermissible_if_only_they_are_heard(case: Document):
    analysis = analysed(case)
    kind = {option: words for words in analysis.alone.values() for option in words}
    assert kind.keys() <= set(analysis.case.options)
    for option, (allowing, speaking) in analysis.shared.allowed_by.items():
        assert 0 <= allowing <= speaking <= len(analysis.sources)
        if allowing == speaking == len(analysis.sources) > 0:
            assert analysis.statuses[option] is not Status.IMPERMISSIBLE


@SOME
@given(documents(ALL, sources=1))
def test_a_source_alone_says_what_the_case_says_if_there_is_no_other(case: Document):
    case.pop("norms", None)
    analysis = analysed(case)
    ((_, said),) = analysis.alone.items()
    words = {
        Word.REQUIRED: Status.OBLIGATORY,
        Word.ALLOWED: Status.PERMISSIBLE,
        Word.FORBIDDEN: Status.IMPERMISSIBLE,
        Word.CONTESTED: Status.CONTESTED,
        Word.UNRESOLVED: Status.UNRESOLVED,
    }
    for option, word in said.items():
        if word in words:
            assert analysis.statuses[option] is words[word]


def test_branches_beyond_the_bound_are_not_listed_and_the_analysis_says_it_is_partial():
    facts = {f"f{i}": {"status": "disputed"} for i in range(7)}
    reasons = [
        {"by": "x", "favours": "a" if i % 2 else "b", "over": "b" if i % 2 else "a", "because": f}
        for i, f in enumerate(facts)
    ]
    case = {"title": "Many", "options": {"a": "a", "b": "b"}, "facts": facts, "reasons": reasons}
    assert 2 ** len(facts) > MOST_BRANCHES
    assert branches(argued(case).graph) == ()
    analysis = analysed(case)
    assert not analysis.shared.complete
    assert analysis.to_dict()["partial"]
    assert set(analysis.statuses.values()) == {Status.CONTESTED}
