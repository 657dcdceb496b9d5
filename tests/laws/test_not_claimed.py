"""Laws that one might expect and that do not hold, each with a case in which it fails."""

import pytest

from argue.analysis import analyze
from argue.construct.plain import flatten, rankings, under
from argue.io.case import load_case
from argue.model.verdict import Outcome, Status
from argue.semantics import extensions, labelling_of
from tests.laws.changes import shifted, without_option
from tests.laws.drawing import Document
from tests.laws.enumeration import Argued, argued, enumerated, outcome
from tests.laws.tables import CYCLE, PAIRWISE, case_of

IMPERMISSIBLE, OBLIGATORY, PERMISSIBLE, UNRESOLVED = (
    Status.IMPERMISSIBLE,
    Status.OBLIGATORY,
    Status.PERMISSIBLE,
    Status.UNRESOLVED,
)


def test_menu_complaints_depend_on_options_that_are_themselves_ruled_out():
    """Neither independence of irrelevant alternatives nor Sen's alpha holds for complaints."""
    rows = {"a": (0, 3), "b": (2, 0), "c": (5, -9)}
    wide = case_of(rows, "rejection")
    assert argued(without_option(wide, "c")).having(OBLIGATORY) == {"a"}
    assert argued(wide).statuses == {"a": IMPERMISSIBLE, "b": OBLIGATORY, "c": IMPERMISSIBLE}


def test_a_challenge_to_one_comparison_can_leave_options_in_a_circle():
    case = case_of(
        {"o0": (2, -2, -4), "o1": (-2, -3, 4), "o2": (-1, -2, -2)},
        "welfare",
        "veil",
        "rejection",
        standpoints={
            "p": {"count": 1, "level": 5},
            "q": {"count": 4, "level": 0},
            "r": {"count": 1, "level": 5},
        },
    )
    assert argued(case).statuses["o1"] is not UNRESOLVED
    against = {"framework": "rejection", "better": "o1", "worse": "o0"}
    challenge = {"id": "c", "status": "accepted", "because": "so", "against": against}
    challenged = argued({**case, "challenges": [challenge]})
    assert challenged.statuses["o1"] is UNRESOLVED
    assert any(undecided for _, undecided in challenged.positions)


def test_an_option_can_be_allowed_only_because_what_defeats_it_is_ruled_out():
    """An eclipse: b is worse than a and would be ruled out by it, were a not worse than c."""
    case = {
        "title": "An eclipse",
        "options": {"a": "a", "b": "b", "c": "c"},
        "reasons": [
            {"by": "critic", "favours": "c", "over": "a"},
            {"by": "critic", "favours": "a", "over": "b"},
            {"id": "doubted", "by": "critic", "favours": "c", "over": "b"},
        ],
        "challenges": [
            {"id": "x", "status": "accepted", "because": "so", "against": {"reason": "doubted"}}
        ],
    }
    assert argued({**case, "challenges": []}).having(OBLIGATORY) == {"c"}
    assert argued(case).statuses == {"a": IMPERMISSIBLE, "b": PERMISSIBLE, "c": PERMISSIBLE}


def test_a_cap_too_can_eclipse_what_defeats_an_option():
    rows = {"a": (-3, 0, -2), "b": (0, -1, 2), "c": (-1, 0, 1), "d": (-3, 2, 2)}
    case = case_of(rows, "rejection", "welfare", priorities=[["rejection", "welfare"]])
    case["standpoints"]["p"] = {"agent": True, "cap": 1}
    drawn = argued(case)
    ((_, labelling),) = enumerated(drawn.graph)
    assert any(name.startswith("reason:") and "c>d" in name for name in labelling.in_)
    assert drawn.positions == {(frozenset("bd"), frozenset())}


def test_the_veil_does_not_ignore_what_one_person_has_anyway():
    case = case_of({"a": (0, 2), "b": (1, 0)}, "veil")
    assert argued(case).having(OBLIGATORY) == {"a"}
    assert argued(shifted(case, {"p": -3})).having(OBLIGATORY) == {"b"}


@pytest.mark.parametrize("above", ["universalization", "norm:n"])
def test_a_test_or_norm_ranked_first_may_require_what_is_worse_for_all(above: str):
    case = case_of(
        {"better": (1, 1), "worse": (0, 0)},
        "welfare",
        "universalization",
        universal={"better": {"all": -1, "nobody": 0}, "worse": {"all": 0, "nobody": 0}},
        norms={"n": {"breached_by": ["better"]}},
        priorities=[[above, "welfare"]],
    )
    assert argued(case).having(OBLIGATORY) == {"worse"}


@pytest.mark.parametrize(
    ("framework", "rows"),
    [
        ({"id": "veil", "rule": "maximin"}, {"better": (0, 5), "worse": (0, 1)}),
        ({"id": "rejection", "ties": "none"}, {"a": (3, 0), "better": (0, 5), "worse": (0, 4)}),
        ({"id": "welfare", "mode": {"enough": 0}}, {"better": (2, 2), "worse": (1, 1)}),
    ],
)
def test_maximin_ties_and_enough_permit_what_is_worse_for_some_and_better_for_none(
    framework: Document, rows: dict[str, tuple[int, ...]]
):
    statuses = argued(case_of(rows, framework)).statuses
    assert statuses["better"] is statuses["worse"] is PERMISSIBLE


def test_a_dominated_option_is_permitted_where_only_tests_speak():
    universal = {"better": {"all": 0, "nobody": 0}, "worse": {"all": 0, "nobody": 0}}
    rows = {"better": (1, 1), "worse": (0, 0)}
    case = case_of(rows, "universalization", universal=universal)
    assert argued(case).having(PERMISSIBLE) == {"better", "worse"}


def test_asking_for_more_does_not_always_permit_less():
    def allowed(enough: int) -> set[str]:
        framework = {"id": "welfare", "mode": {"enough": enough}}
        rows = {"a": (1,), "b": (2,), "c": (3,)}
        return argued(case_of(rows, framework)).having(PERMISSIBLE, OBLIGATORY)

    assert allowed(2) == {"b", "c"}
    assert allowed(3) == {"c"}
    assert allowed(4) == {"a", "b", "c"}


def test_more_sources_do_not_make_less_contested():
    rows = {"a": (0, 20), "b": (2, 3)}
    assert analyze(load_case(case_of(rows, "welfare"))).outcome is Outcome.DECIDED
    assert analyze(load_case(case_of(rows, "welfare", "veil"))).outcome is Outcome.CONTESTED


def by_ranking_under(semantics: str, drawn: Argued) -> set[tuple[frozenset[str], frozenset[str]]]:
    found: set[tuple[frozenset[str], frozenset[str]]] = set()
    for ranking in rankings(drawn.graph):
        af = under(drawn.graph, ranking)
        found |= {
            outcome(drawn.graph, labelling_of(af, members)) for members in extensions(af, semantics)
        }
    return found


def flat_under(semantics: str, drawn: Argued) -> set[tuple[frozenset[str], frozenset[str]]]:
    af, _ = flatten(drawn.graph)
    return {outcome(drawn.graph, labelling_of(af, s)) for s in extensions(af, semantics)}


@pytest.mark.parametrize("semantics", ["grounded", "semi-stable", "ideal"])
def test_the_flat_graph_agrees_with_the_rankings_for_preferred_semantics_only(semantics: str):
    """A pairwise cycle beside a veil: some rankings leave the cycle, others break it."""
    drawn = argued(case_of(CYCLE, PAIRWISE, "veil"))
    assert flat_under(semantics, drawn) != by_ranking_under(semantics, drawn)
    assert flat_under("preferred", drawn) == by_ranking_under("preferred", drawn)
