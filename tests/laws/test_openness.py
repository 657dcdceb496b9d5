"""What is in dispute counts both ways; what is settled, answered or declared takes ways out."""

from copy import deepcopy

from hypothesis import assume, given
from hypothesis import strategies as st

from argue.analysis import analyze
from argue.io.case import load_case
from argue.model.verdict import Label, Status
from tests.laws.cases import ALL, SOME, documents
from tests.laws.changes import with_entry
from tests.laws.drawing import Document, names_of
from tests.laws.enumeration import argued

OPEN = "levels counts general universal facts norms reasons"
DOUBTED = f"{OPEN} challenges counters priorities"


def with_fact(case: Document, name: str, **fact: object) -> Document:
    return {**case, "facts": {**case["facts"], name: fact}}


def with_status(case: Document, name: str, status: str) -> Document:
    changed = deepcopy(case)
    for challenge in changed["challenges"]:
        if challenge["id"] == name:
            challenge["status"] = status
            challenge.pop("because", None)
            if status == "accepted":
                challenge["because"] = "it was so decided"
    return changed


@given(documents(DOUBTED))
def test_a_disputed_fact_has_the_positions_of_both_its_settlements(case: Document):
    disputed = [f for f, fact in case.get("facts", {}).items() if fact["status"] == "disputed"]
    assume(disputed)
    settled = [
        argued(with_fact(case, disputed[0], status=status)).positions
        for status in ("agreed", "denied")
    ]
    assert argued(case).positions == settled[0] | settled[1]


@given(documents(DOUBTED))
def test_a_raised_challenge_has_the_positions_of_both_its_answers(case: Document):
    raised = [c["id"] for c in case.get("challenges", ()) if c["status"] == "raised"]
    assume(raised)
    answered = [
        argued(with_status(case, raised[0], status)).positions for status in ("accepted", "refuted")
    ]
    assert argued(with_status(case, raised[0], "raised")).positions == answered[0] | answered[1]


@given(documents(DOUBTED))
def test_a_disputed_fact_that_leans_one_way_is_as_good_as_settled(case: Document):
    assume("facts" in case)
    for lean, status in ((True, "agreed"), (False, "denied")):
        leaning = argued(with_fact(case, "f", status="disputed", lean=lean))
        assert leaning.positions == argued(with_fact(case, "f", status=status)).positions


@given(documents(DOUBTED))
def test_an_assumed_fact_counts_as_agreed(case: Document):
    assume("facts" in case)
    assumed, agreed = (argued(with_fact(case, "f", status=s)) for s in ("assumed", "agreed"))
    assert assumed.positions == agreed.positions


@given(documents(DOUBTED))
def test_a_refuted_challenge_is_as_good_as_none(case: Document):
    assume(case.get("challenges"))
    name = case["challenges"][-1]["id"]
    gone = {name}
    for _ in case["challenges"]:  # what is gone takes along what is against it, step by step
        gone |= {c["id"] for c in case["challenges"] if c["against"].get("challenge") in gone}
    kept = [challenge for challenge in case["challenges"] if challenge["id"] not in gone]
    refuted = argued(with_status(case, name, "refuted"))
    assert refuted.positions == argued({**case, "challenges": kept}).positions


@given(documents(DOUBTED))
def test_a_challenge_that_is_itself_answered_is_as_good_as_none(case: Document):
    assume(case.get("challenges"))
    name = case["challenges"][-1]["id"]
    counter = {"id": "x", "status": "accepted", "because": "so", "against": {"challenge": name}}
    answered = argued(with_entry(case, "challenges", counter))
    assert answered.positions == argued(with_status(case, name, "refuted")).positions


@given(documents(OPEN), st.data())
def test_declaring_a_priority_only_removes_positions(case: Document, data: st.DataObject):
    names = names_of(case)
    assume(len(names) > 1)
    for norm in case.get("norms", {}).values():
        norm["rank"] = 0
    before = argued(case).positions
    higher, lower = data.draw(st.permutations(names))[:2]
    one = argued(with_entry(case, "priorities", {"higher": higher, "lower": lower})).positions
    other = argued(with_entry(case, "priorities", {"higher": lower, "lower": higher})).positions
    assert one <= before
    assert before == one | other


@SOME
@given(documents(ALL))
def test_every_option_has_exactly_one_status_which_its_label_bears_out(case: Document):
    analysis = analyze(load_case(case))
    assert set(analysis.statuses) == set(analysis.case.options)
    for option, status in analysis.statuses.items():
        found = {position.label(option) for position in analysis.positions}
        others = {o: s for o, s in analysis.statuses.items() if o != option}
        if status is Status.OBLIGATORY:
            assert found == {Label.IN}
            assert others
            assert set(others.values()) == {Status.IMPERMISSIBLE}
        elif status is Status.PERMISSIBLE:
            assert found == {Label.IN}
        elif status is Status.CONTESTED:
            assert {Label.IN, Label.OUT} <= found
        elif status is Status.IMPERMISSIBLE:
            assert found == {Label.OUT} or "eliminated" in analysis.flags[option]
        else:
            assert Label.UNDEC in found
            assert not {Label.IN, Label.OUT} <= found


@SOME
@given(documents(ALL))
def test_every_contested_option_is_attributed_to_something_that_is_open(case: Document):
    analysis = analyze(load_case(case))
    contested = {o for o, status in analysis.statuses.items() if status is Status.CONTESTED}
    assert set(analysis.attribution) == contested
    assert all(analysis.attribution[option] for option in contested)
