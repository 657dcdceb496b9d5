"""An agent with a cap is never required to give more than it, and never left without a way."""

from fractions import Fraction

from hypothesis import given

from argue.model.verdict import Status
from argue.semantics import grounded_labelling
from tests.laws.cases import DEFAULTS, documents
from tests.laws.drawing import Document
from tests.laws.enumeration import argued, worlds_apart

CAPPED = documents(f"{DEFAULTS} norms priorities cap rights consent")


def costs(case: Document) -> tuple[dict[str, Fraction], Fraction]:
    """What every option costs the agent beyond the agent's cheapest one, and the cap."""
    mine = {option: Fraction(row["p"]) for option, row in case["payoffs"].items()}
    cheapest = max(mine.values())
    return {o: cheapest - x for o, x in mine.items()}, Fraction(case["standpoints"]["p"]["cap"])


@given(CAPPED)
def test_nothing_beyond_the_cap_is_required(case: Document):
    cost, cap = costs(case)
    for option in argued(case).having(Status.OBLIGATORY):
        assert cost[option] < cap


@given(CAPPED)
def test_every_position_permits_something_within_the_cap(case: Document):
    cost, cap = costs(case)
    for permitted, undecided in argued(case).positions:
        assert not undecided
        assert any(cost[option] < cap for option in permitted)


@given(CAPPED)
def test_one_agent_with_a_cap_leaves_no_circle_among_default_sources(case: Document):
    for _, af in worlds_apart(argued(case).graph):
        assert not grounded_labelling(af).undec
