"""What must not matter: names, order, the scale, how people are grouped, what repeats itself."""

import json

from hypothesis import given
from hypothesis import strategies as st

from argue.model.verdict import Outcome, Status
from argue.verdict.statuses import outcome_of
from tests.laws.cases import ALL, DEFAULTS, documents
from tests.laws.changes import (
    renamed,
    rescaled,
    shifted,
    split,
    with_entry,
    with_nobody,
    with_option,
    worsened,
)
from tests.laws.drawing import SMALL, Document
from tests.laws.enumeration import argued

OTHER_OPTIONS = {"a": "zeal", "b": "yield", "c": "aid", "d": "bide"}
OTHER_PEOPLE = {"p": "zoe", "q": "ann", "r": "max", "s": "bob"}
HEADS = (
    "welfare",
    "rule_utilitarian",
    *({"id": rule, "type": "veil", "rule": rule} for rule in ("leximin", "maximin", "average")),
    {"id": "priority", "type": "priority", "curve": "exponential", "priority": "1/2"},
    {"id": "equality", "type": "equality", "levelling_down": "counts"},
)
"""Principles that say nothing of persons but how many are how well off."""
NUMBERS = f"{DEFAULTS} facts lotteries rights consent norms"


@given(documents(ALL))
def test_renaming_options_renames_the_verdict(case: Document):
    statuses = argued(case).statuses
    other = argued(renamed(case, OTHER_OPTIONS)).statuses
    assert other == {OTHER_OPTIONS[option]: status for option, status in statuses.items()}


@given(documents(ALL))
def test_names_and_order_of_standpoints_do_not_matter(case: Document):
    assert argued(renamed(case, OTHER_PEOPLE)).statuses == argued(case).statuses


@given(documents(ALL))
def test_writing_the_case_out_and_the_order_of_its_keys_do_not_matter(case: Document):
    drawn = argued(case)
    again = argued(json.loads(json.dumps(renamed(case, {}))))
    assert again.positions == drawn.positions
    assert set(again.graph.arguments) == set(drawn.graph.arguments)


@given(documents(NUMBERS))
def test_dividing_a_kind_of_person_in_two_does_not_matter(case: Document):
    assert argued(split(case, "p", "p2")).positions == argued(case).positions


@given(
    documents("levels counts general facts lotteries", frameworks=HEADS),
    st.fixed_dictionaries({option: SMALL for option in OTHER_OPTIONS}),
)
def test_a_kind_of_person_whom_nobody_is_does_not_matter_where_heads_are_counted(
    case: Document, by: dict[str, int]
):
    more = with_nobody(case, "nobody", "p", by)
    assert argued(more).positions == argued(case).positions


@given(documents(f"{NUMBERS} cap"), st.integers(1, 3), SMALL)
def test_the_unit_and_the_zero_of_the_scale_do_not_matter(case: Document, factor: int, shift: int):
    assert argued(rescaled(case, factor, shift)).positions == argued(case).positions


@given(
    documents(f"{NUMBERS} parameters", frameworks=("welfare", "rule_utilitarian", "rejection")),
    st.fixed_dictionaries({k: SMALL for k in OTHER_PEOPLE}),
)
def test_what_one_has_anyway_does_not_matter_to_welfare_and_complaints(
    case: Document, by: dict[str, int]
):
    """Complaints by level are about how well off people are, and are no complaints of loss.

    Nor is there a loss against how well off somebody was before, where they are wronged.
    """
    every = [use if isinstance(use, dict) else {"id": use} for use in case["frameworks"]]
    uses = [
        {**use, "wronged_from": "menu"} if use.get("type", use["id"]) == "rejection" else use
        for use in every
        if use.get("complaint") != "level"
    ]
    case = {**case, "frameworks": uses}
    assert argued(shifted(case, by)).positions == argued(case).positions
    for number, person in enumerate(case["standpoints"].values()):
        person["level"] = 7 * number
    assert argued(case).positions == argued(shifted(case, by)).positions


@given(documents(NUMBERS), st.data())
def test_a_copy_of_an_option_changes_nothing_and_shares_its_fate(
    case: Document, data: st.DataObject
):
    twin = data.draw(st.sampled_from(list(case["options"])))
    drawn, doubled = argued(case), argued(with_option(case, "twin", twin))
    expected = {
        (permitted | ({"twin"} if twin in permitted else set()), undecided)
        for permitted, undecided in drawn.positions
    }
    assert doubled.positions == expected


@given(documents("levels counts general facts lotteries"), st.data())
def test_an_option_worse_for_all_changes_nothing_and_is_ruled_out(
    case: Document, data: st.DataObject
):
    better = data.draw(st.sampled_from(list(case["options"])))
    decoy = with_option(case, "decoy", better)
    for person in case["standpoints"]:
        decoy = worsened(decoy, "decoy", person, 1)
    assert argued(decoy).positions == argued(case).positions


@given(documents(f"{DEFAULTS} facts norms"), st.data())
def test_listing_a_framework_twice_changes_nothing(case: Document, data: st.DataObject):
    use = data.draw(st.sampled_from(case["frameworks"]))
    twice = with_entry(case, "frameworks", {"id": "again", "type": use})
    assert argued(twice).positions == argued(case).positions


@given(documents(ALL))
def test_challenges_in_a_circle_of_their_own_change_nothing(case: Document):
    """Preferred semantics is not contaminated by an odd cycle that bears on nothing else."""
    circle = [
        {"id": f"x{i}", "status": "accepted", "because": "so", "against": {"challenge": f"x{j}"}}
        for i, j in ((1, 2), (2, 3), (3, 1))
    ]
    assert argued(with_entry(case, "challenges", *circle)).positions == argued(case).positions


@given(documents(ALL))
def test_a_fact_that_nothing_depends_on_changes_nothing(case: Document):
    facts = {**case.get("facts", {}), "idle": {"status": "disputed"}}
    drawn = argued({**case, "facts": facts})
    assert drawn.positions == argued(case).positions
    assert "fact:idle" not in drawn.graph.arguments


@given(documents("levels counts general facts lotteries norms"))
def test_a_single_option_is_permissible_and_never_obligatory(case: Document):
    for option in list(case["options"])[1:]:
        case = json.loads(json.dumps(case))
        del case["options"][option]
        del case["payoffs"][option]
        case.get("general", {}).pop(option, None)
    case["norms"] = {}
    assert argued(case).statuses == {"a": Status.PERMISSIBLE}


@given(documents(ALL))
def test_without_sources_the_case_is_silent_and_everything_permissible(case: Document):
    plain = {"title": "Nothing said", "options": {o: o for o in case["options"]}}
    drawn = argued(plain)
    assert set(drawn.statuses.values()) == {Status.PERMISSIBLE}
    assert outcome_of(drawn.case, drawn.sources, drawn.statuses) is Outcome.SILENT
