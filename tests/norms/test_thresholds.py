"""Norms inferred from judgements: against the definition, the engine, and known answers."""

import random
from fractions import Fraction as F
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argue.analysis import analyze
from argue.errors import ArgueError, LimitExceeded
from argue.io.case import load_case
from argue.model.study import Family, Grid, Judgement, Situation
from argue.model.verdict import Status
from argue.norms.human.levine_2020 import FISHING, HIGHER, VARYING
from argue.norms.thresholds import (
    NORM,
    Hypothesis,
    conflicting,
    held_out,
    infer,
    is_permitted,
    kinds_of,
    next_question,
    questions,
)

FAMILY = Family(Grid(F(0), F(1), 50), ("need",), ("promise", "loyalty"))
SMALL = Family(Grid(F(0), F(1), 4), ("need",), ("promise",))
NOISE = F(1, 10)

HYPOTHESES = st.builds(
    lambda kind, point: Hypothesis(point, kind.ranking, kind.exceptions),
    st.sampled_from(kinds_of(FAMILY)),
    st.sampled_from(FAMILY.grid.points),
)


@st.composite
def situations(draw: st.DrawFn, family: Family = FAMILY) -> Situation:
    sides = {name: draw(st.sampled_from((1, 0, -1))) for name in family.rivals}
    return Situation(
        F(draw(st.integers(0, 100)), 100),
        frozenset(name for name in family.exceptions if draw(st.booleans())),
        frozenset(name for name, side in sides.items() if side > 0),
        frozenset(name for name, side in sides.items() if side < 0),
    )


def hypotheses(family: Family) -> list[Hypothesis]:
    return [
        Hypothesis(point, kind.ranking, kind.exceptions)
        for kind in kinds_of(family)
        for point in family.grid.points
    ]


def test_three_sources_one_exception_and_51_thresholds_are_612_hypotheses():
    assert len(hypotheses(FAMILY)) == 612


@settings(max_examples=25, deadline=None)
@given(HYPOTHESES, situations())
def test_a_hypothesis_predicts_what_the_engine_says_of_the_case_it_describes(
    hypothesis: Hypothesis, situation: Situation
):
    spoken = {name: ("act", "refrain") for name in situation.favours}
    spoken |= {name: ("refrain", "act") for name in situation.opposes}
    ranked = [
        "norm:limit" if name == NORM else name
        for name in hypothesis.ranking
        if name in spoken or name == NORM
    ]
    above = situation.amount > hypothesis.threshold
    case = load_case(
        {
            "title": "T",
            "options": {"act": "Act", "refrain": "Refrain"},
            "facts": {
                "above": {"status": "agreed" if above else "denied"},
                "need": {"status": "agreed" if "need" in situation.holds else "denied"},
            },
            "norms": {
                "limit": {
                    "breached_by": ["act"],
                    "when": "above",
                    "exceptions": sorted(hypothesis.exceptions),
                }
            },
            "reasons": [{"by": n, "favours": a, "over": b} for n, (a, b) in spoken.items()],
            "priorities": [list(pair) for pair in pairwise(ranked)],
        }
    )
    permitted = analyze(case).statuses["act"] is not Status.IMPERMISSIBLE
    assert permitted == is_permitted(hypothesis, situation)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(situations(SMALL), st.integers(0, 3)), min_size=1, max_size=6))
def test_the_posterior_is_bayes_rule_hypothesis_by_hypothesis(seen):
    judgements = [Judgement(situation, 3, yes) for situation, yes in seen]
    found = infer(SMALL, judgements, NOISE)

    def likelihood(hypothesis: Hypothesis) -> F:
        total = F(1)
        for j in judgements:
            right = j.permissible if is_permitted(hypothesis, j.situation) else 3 - j.permissible
            total *= (1 - NOISE) ** right * NOISE ** (3 - right)
        return total

    every = hypotheses(SMALL)
    exact = [likelihood(hypothesis) for hypothesis in every]
    flat = [weight for row in found.weights for weight in row]
    assert flat == pytest.approx([float(x / sum(exact)) for x in exact])
    for situation in (j.situation for j in judgements):
        share = sum(
            x for h, x in zip(every, exact, strict=True) if is_permitted(h, situation)
        ) / sum(exact)
        assert found.permits(situation) == pytest.approx(float(share))


@pytest.mark.parametrize("noise", [F(1, 10), F(1, 3)])
def test_probabilities_of_thresholds_are_sums_rounded_once(noise: F):
    judgements = [Judgement(Situation(F(n, 7)), 3, n % 4) for n in range(7)]
    found = infer(FAMILY, judgements, noise)
    columns = zip(*found.weights, strict=True)
    assert found.thresholds() == tuple(float(sum(map(F, column))) for column in columns)


def sampled(draw: random.Random) -> Situation:
    sides = {name: draw.choice((1, 0, -1)) for name in FAMILY.rivals}
    return Situation(
        F(draw.randrange(1000), 1000),
        frozenset(["need"] if draw.random() < 0.5 else []),
        frozenset(name for name, side in sides.items() if side > 0),
        frozenset(name for name, side in sides.items() if side < 0),
    )


def accuracy(seed: int, size: int) -> float:
    """Of 200 situations not judged, the share predicted right after so many noisy judgements."""
    draw = random.Random(seed)
    truth = draw.choice(hypotheses(FAMILY))
    judgements = list[Judgement]()
    for _ in range(size):
        situation = sampled(draw)
        said = is_permitted(truth, situation) is not (draw.random() < float(NOISE))
        judgements.append(Judgement(situation, 1, int(said)))
    found = infer(FAMILY, judgements, NOISE)
    others = [sampled(draw) for _ in range(200)]
    return sum((found.permits(s) >= 0.5) is is_permitted(truth, s) for s in others) / len(others)


@pytest.mark.parametrize(("size", "bar"), [(20, 0.91), (40, 0.95), (80, 0.98)])
def test_judgements_left_out_are_predicted_despite_noise(size: int, bar: float):
    seeds = range(71_000, 71_030)
    assert sum(accuracy(seed, size) for seed in seeds) / len(seeds) >= bar


@pytest.mark.parametrize("threshold", [FISHING, HIGHER])
def test_the_thresholds_of_levine_2020_are_recovered(threshold: tuple[int, int]):
    groups = [group for group in VARYING if group.threshold == threshold]
    judgements = [
        Judgement(Situation(F(group.interested or 0)), group.people, group.acceptable)
        for group in groups
    ]
    found = infer(Family(Grid(F(0), F(20), 20)), judgements, F(1, 4))
    low, high = threshold
    # Harm begins at `low` and is complete at `high`; no number in between was asked about.
    assert low - 1 <= found.best.threshold <= high + 1
    assert sum(found.thresholds()[low - 1 : high + 2]) > 0.99


def test_what_no_hypothesis_explains_is_the_least_that_conflicts():
    said = [(0.2, 1), (0.3, 0), (0.6, 1), (0.9, 0)]
    judgements = [
        Judgement(Situation(F(str(amount))), 1, yes, f"j{i}")
        for i, (amount, yes) in enumerate(said)
    ]
    plain = Family(Grid())
    assert [j.id for j in conflicting(plain, judgements)] == ["j1", "j2"]
    assert conflicting(plain, [judgements[0], judgements[3]]) == ()


def test_the_next_question_is_the_one_least_certain():
    judgements = [Judgement(Situation(F(1, 4)), 1, 1), Judgement(Situation(F(3, 4)), 1, 0)]
    found = infer(SMALL, judgements, NOISE)
    asked = next_question(found)
    assert asked is not None
    situation, share = asked
    assert share == found.permits(situation)
    least = min(abs(found.permits(s) - 0.5) for s in questions(SMALL))
    assert abs(share - 0.5) == least


def test_left_out_judgements_of_a_clear_norm_are_predicted():
    judgements = [Judgement(Situation(F(n, 20)), 5, 5 if n <= 10 else 0) for n in range(20)]
    share = held_out(Family(Grid()), judgements, NOISE)
    assert share is not None
    assert share >= F(9, 10)
    assert held_out(Family(Grid()), judgements[:1], NOISE) is None


@pytest.mark.parametrize("noise", [F(0), F(1, 2), F(3, 4)])
def test_noise_without_sense_is_refused(noise: F):
    with pytest.raises(ArgueError, match="between 0 and 1/2"):
        infer(SMALL, [], noise)


def test_too_large_a_family_is_refused():
    with pytest.raises(LimitExceeded, match="fewer steps, rivals or exceptions"):
        kinds_of(Family(Grid(), tuple(f"e{i}" for i in range(8)), ("a", "b", "c", "d")))
