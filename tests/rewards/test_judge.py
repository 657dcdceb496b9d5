"""The judge as a whole: what it says of a small case, checked by hand."""

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

import argue
from argue.errors import ArgueError, UnfitCase
from argue.model.argument import Kind
from argue.model.verdict import Status
from argue.rewards import Code
from argue.rewards.judge import CHUNK, compile
from tests.rewards.test_batch import CASE, FEATURES

COMMONS = {
    **CASE,
    "title": "Taking from what all live on",
    "frameworks": ["welfare", {"id": "veil", "rule": "maximin"}, "rejection", "universalization"],
    "norms": {
        "quota": {"text": "take no more than your share", "breached_by": ["take"], "when": "over"}
    },
    "facts": {
        "hungry": {"text": "one is hungry"},
        "over": {"text": "the quota is used up"},
        "rain": {"text": "it will rain", "status": "disputed"},
    },
}


def judge(case=None, features=None, **given):
    return compile(argue.load_case(case or CASE), features or FEATURES, **given)


def rows(**columns):
    return {"gain": [4.0, 0.5], "loss": [1.0, 1.0], "flag": [0, 0], **columns}


def test_statuses_scores_and_mask_of_a_case_by_hand():
    # welfare: 4 - 3 x 1 favours taking, 0.5 - 3 does not; the loss of one other is the larger
    # complaint only beside a gain forgone of less than it
    verdicts = judge()(rows())
    assert verdicts.statuses.dtype == np.int8
    assert verdicts.statuses.tolist() == [
        [Code.REQUIRED, Code.RULED_OUT],
        [Code.RULED_OUT, Code.REQUIRED],
    ]
    assert verdicts.alone["welfare"][0].tolist() == [Code.REQUIRED, Code.RULED_OUT]
    assert verdicts.scores.tolist() == [[1.0, 0.0], [0.0, 1.0]]
    assert verdicts.mask.tolist() == [[True, False], [False, True]]
    assert len(verdicts) == 2 and verdicts.redone == 0 and verdicts.redone_share == 0.0


def test_what_is_undecided_is_never_0_and_never_masked_out():
    verdicts = judge()({"gain": [2.0], "loss": [1.0], "flag": [0]})
    # welfare says leave (2 - 3), the complaint of one says take (2 against 1)
    assert verdicts.statuses.tolist() == [[Code.CONTESTED, Code.CONTESTED]]
    assert verdicts.mask.all()
    assert verdicts.scores.tolist() == [[0.5, 0.5]]
    assert verdicts.allowing.tolist() == [[1, 1]] and verdicts.speaking.tolist() == [2]


def test_a_family_undecided_by_itself_counts_half():
    case = {
        **CASE,
        "frameworks": [],
        "reasons": [
            {"id": "r", "by": "ann", "favours": "take", "over": "leave"},
            {"id": "s", "by": "ann", "favours": "leave", "over": "take"},
        ],
    }
    verdicts = judge(case, {"facts.hungry": "flag"})({"flag": [1]})
    assert set(verdicts.statuses[0].tolist()) <= {Code.CONTESTED, Code.UNRESOLVED}
    assert verdicts.scores.tolist() == [[0.5, 0.5]] and verdicts.allowing.tolist() == [[0, 0]]


def test_where_nobody_speaks_the_score_is_one_half():
    silent = judge({**CASE, "frameworks": []}, {"facts.hungry": "flag"})
    assert silent({"flag": [0]}).scores.tolist() == [[0.5, 0.5]]


def test_margins_are_those_of_the_reasons_of_the_concrete_case():
    sharing = judge(COMMONS, {**FEATURES, "facts.over": "gain > 3"})
    rng = np.random.default_rng(5)
    batch = {
        "gain": rng.integers(-4, 5, 40) / 2,
        "loss": rng.integers(-4, 5, 40) / 2,
        "flag": rng.integers(0, 2, 40),
    }
    verdicts = sharing(batch)
    for row in range(40):
        graph = sharing.explain({name: column[row] for name, column in batch.items()}).graph
        for source in ("welfare", "veil", "rejection", "universalization"):
            expected = np.zeros((2, 2))
            answered = {a.target for a in graph.attacks if a.attacker.startswith("reply:")}
            for reason in graph.of_kind(Kind.REASON):
                if reason.source == source and reason.id not in answered and reason.margin:
                    a, b = (sharing.options.index(str(o)) for o in (reason.better, reason.worse))
                    expected[a, b] = max(expected[a, b], float(reason.margin[1]))
            assert verdicts.margins[source][row, 0] == pytest.approx(expected, abs=1e-12)


def test_margins_alone_are_the_margins_of_verdicts():
    sharing = judge(COMMONS)
    batch = {"gain": [3.0, 0.25, -1.0], "loss": [0.5, 2.0, 1.0], "flag": [0, 1, 0]}
    alone = sharing.margins(batch)
    for source, margins in sharing(batch).margins.items():
        assert np.array_equal(alone[source], margins)


def test_margins_are_told_apart_by_worlds():
    payoffs = {
        **CASE["payoffs"],
        "leave": {"one": 0, "others": {"if": "rain", "then": 1, "else": 0}},
    }
    raining = judge({**COMMONS, "payoffs": payoffs})
    assert raining.worlds["welfare"] == ("not rain", "rain")
    margins = raining({"gain": [4.0], "loss": [1.0], "flag": [0]}).margins["welfare"]
    assert margins.shape == (1, 2, 2, 2)
    assert margins[0, :, 0, 1].tolist() == [0.25, 0.0] and margins[0, :, 1, 0].tolist() == [
        0.0,
        0.5,
    ]


def test_without_margins_none_can_be_asked_for():
    with pytest.raises(ArgueError, match="margins=False"):
        _ = judge()(rows(), margins=False).margins


def test_explain_is_the_analysis_of_the_case_written_out():
    sharing = judge(COMMONS, {**FEATURES, "facts.over": "gain >= 3"})
    row = {"gain": 3.0, "loss": 0.1, "flag": 1}
    loss = Fraction(0.1)
    written = {
        **COMMONS,
        "payoffs": {"take": {"one": 3, "others": -loss}, "leave": {"one": 0, "others": 0}},
    }
    expected = argue.analyze(argue.load_case(written))
    assert sharing.explain(row).statuses == expected.statuses
    assert sharing.explain(row).alone == expected.alone
    denied = sharing.explain({**row, "gain": 2.5})
    assert denied.case.facts["over"].status == "denied"


def test_numbers_in_rows_are_doubles_and_those_of_features_decimals():
    sharing = judge(
        None, {"payoffs.take.one": {"gain": 0.1, "const": "1/3"}, "facts.hungry": "gain < 0.1"}
    )
    case = sharing.case_of({"gain": 0.1})
    assert case.payoffs["take"]["one"] == Fraction(0.1) / 10 + Fraction(1, 3)
    # the double 0.1 is a little above one tenth
    assert case.facts["hungry"].status == "denied"
    assert sharing.explain({"gain": 0.09}).case.facts["hungry"].status == "agreed"


def test_a_tie_that_rounding_hides_is_found_in_fractions():
    # 0.1 + 0.2 against 0.3 as decimals tie exactly; as doubles they differ
    case = {
        **CASE,
        "standpoints": {"one": {}},
        "frameworks": ["welfare"],
        "universal": {},
        "payoffs": {"take": {"one": 0}, "leave": {"one": 0}},
    }
    tied = judge(case, {"payoffs.take.one": {"x": 0.1, "y": 0.2}, "payoffs.leave.one": {"z": 0.3}})
    verdicts = tied({"x": [1.5, 1.5], "y": [1.5, 1.5], "z": [1.5, np.nextafter(1.5, 2)]})
    assert verdicts.statuses.tolist() == [
        [Code.ALLOWED, Code.ALLOWED],
        [Code.RULED_OUT, Code.REQUIRED],
    ]
    assert verdicts.alone["welfare"][0].tolist() == [Code.INDIFFERENT] * 2
    assert verdicts.redone == 2 and verdicts.redone_share == 1.0


def test_ties_of_whole_numbers_need_no_fractions():
    sharing = judge(COMMONS)
    batch = {"gain": np.array([3.0, 1.0, 0.0]), "loss": np.ones(3), "flag": np.zeros(3)}
    verdicts = sharing(batch)
    assert verdicts.redone == 0
    assert verdicts.alone["welfare"][0].tolist() == [Code.INDIFFERENT] * 2


def test_a_repeated_row_is_remembered_and_its_arrays_are_its_own():
    sharing = judge()
    row = {"gain": 4.0, "loss": 1.0, "flag": 0}
    first = sharing(row)
    first.statuses[0, 0] = 0
    again = sharing(row)
    assert again.statuses[0, 0] == Code.REQUIRED
    assert sharing(dict(row), margins=False).statuses[0, 0] == Code.REQUIRED
    assert np.array_equal(sharing(dict(row)).margins["welfare"], sharing.margins(row)["welfare"])


def test_more_rows_than_a_chunk_are_judged_alike():
    sharing = judge()
    few = {"gain": np.array([4.0, 0.5, 2.0]), "loss": np.ones(3), "flag": np.zeros(3)}
    many = {name: np.resize(column, 2 * CHUNK + 7) for name, column in few.items()}
    assert np.array_equal(
        sharing(many).statuses, np.resize(sharing(few).statuses, (2 * CHUNK + 7, 2))
    )


def test_every_status_of_a_bundled_case_is_that_of_its_analysis():
    case = argue.load_case("mask-mandate-exemptions")
    bound = compile(case, {"facts.surge": "surge", "payoffs.voluntary.driver": {"risk": -1}})
    for surge in (0, 1):
        statuses = bound({"surge": [surge], "risk": [4.0]}).statuses[0]
        expected = bound.explain({"surge": surge, "risk": 4.0}).statuses
        assert [Status(expected[o]) for o in bound.options] == [
            argue.rewards.codes.STATUS_OF_CODE[int(code)] for code in statuses
        ]


def test_a_cell_of_general_goes_with_payoffs_unless_it_says_otherwise():
    case = {**CASE, "frameworks": ["rule_utilitarian"]}
    bound = judge(case).case_of({"gain": 7.0, "loss": 1.0, "flag": 0})
    assert bound.general["take"]["one"] == bound.payoffs["take"]["one"] == 7
    apart = judge(case, {**FEATURES, "general.take.one": 0}).case_of(
        {"gain": 7.0, "loss": 1.0, "flag": 0}
    )
    assert apart.general["take"]["one"] == 0


def test_thresholds_with_every_sign():
    for text, holds in {
        "x < 1": [True, False, False],
        "x <= 1": [True, True, False],
        "x > 1": [False, False, True],
        "x >= 1": [False, True, True],
        "x == 1": [False, True, False],
        "x != 1": [True, False, True],
        "x < y": [True, False, False],
    }.items():
        bound = judge({**CASE, "frameworks": []}, {"facts.hungry": text})
        columns = {"x": [0.5, 1.0, 2.0], "y": [1.0, 1.0, 1.0]}
        for row, expected in enumerate(holds):
            given = {name: columns[name][row] for name in bound.columns}
            assert (bound.case_of(given).facts["hungry"].status == "agreed") is expected


def test_a_report_of_a_row_can_be_asked_for_and_is_of_that_row_alone():
    sharing = judge(COMMONS)
    row, other = {"gain": 3.0, "loss": 1.0, "flag": 0}, {"gain": 3.0, "loss": 2.0, "flag": 0}
    assert "Taking from what all live on" in sharing.explain(row).report("text")
    hashes = {sharing.case_of(r).sha256 for r in (row, other, dict(row))}
    assert len(hashes) == 2 and sharing.case.sha256 not in hashes


@pytest.mark.parametrize(
    ("use", "said"),
    [
        ("welfare", "k is absent under a"),
        ({"id": "v", "type": "veil", "rule": "atkinson", "table": "general"}, "under b, -5 has no"),
    ],
)
def test_what_a_framework_cannot_judge_is_an_error_of_the_case(use: Any, said: str):
    table = {"a": {"k": 2, "m": 3}, "b": {"k": -5, "m": 2}}
    case = {
        "title": "Somebody is absent, or too badly off",
        "options": {"a": "A", "b": "B"},
        "standpoints": {"k": {}, "m": {}},
        "payoffs": {**table, "a": {"k": "absent", "m": 3}},
        "general": table,
        "frameworks": [use],
    }
    with pytest.raises(UnfitCase, match=said):
        compile(argue.load_case(case), {"payoffs.b.m": "x", "general.b.m": "y"})


def test_a_crowd_of_a_hundred_thousand_is_judged_in_one_row():
    case = {**CASE, "frameworks": ["welfare", "veil", "rejection"], "universal": {}}
    people = 100_000
    crowd = judge(case, {"payoffs.take.others": "x[]"}, individuals={"others": people})
    effects = np.full((2, people), 0.5)
    effects[1, 77] = -9.0
    verdicts = crowd({"x": effects})
    # one is better off by taking; one person among the others loses far more than that
    assert verdicts.statuses[0].tolist() == [Code.REQUIRED, Code.RULED_OUT]
    assert verdicts.alone["rejection"][1].tolist() == [Code.RULED_OUT, Code.REQUIRED]
    assert verdicts.alone["veil"][1].tolist() == [Code.RULED_OUT, Code.REQUIRED]
    assert verdicts.alone["welfare"][1].tolist() == [Code.REQUIRED, Code.RULED_OUT]
    # individuals alike are one standpoint of the concrete case
    assert len(crowd.case_of({"x": effects[1]}).standpoints) == 3


def test_weights_count_persons():
    case = {**CASE, "frameworks": ["welfare"], "universal": {}}
    given = {"payoffs.take.others": "x[]", "payoffs.take.one": 0}
    for weights, expected in (([1, 1, 1], Code.RULED_OUT), ([5, 1, 1], Code.REQUIRED)):
        crowd = judge(case, given, individuals={"others": weights})
        assert crowd({"x": [[1.0, -1.0, -1.0]]}).statuses[0, 0] == expected


def test_numbers_that_doubles_come_nowhere_near_are_left_to_fractions():
    case = {**CASE, "frameworks": ["welfare"], "universal": {}}
    vast = judge(case, {"payoffs.take.one": {"x": "1e90", "y": "1e-90", "const": -1}})
    verdicts = vast({"x": [1e-90, 0.0, 5e-324], "y": [0.0, 1e90, 1e300]})
    expected = [
        Fraction(x) * 10**90 + Fraction(y) / 10**90 - 1 - 3
        for x, y in ((1e-90, 0.0), (0.0, 1e90), (5e-324, 1e300))
    ]
    codes = [Code.REQUIRED if e > 0 else Code.RULED_OUT for e in expected]
    assert verdicts.statuses[:, 0].tolist() == codes
