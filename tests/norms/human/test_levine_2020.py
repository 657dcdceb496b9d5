"""The study of universalization, refitted from its counts."""

from math import exp
from statistics import correlation

import pytest

from argue.norms.human import comparison, validate
from argue.norms.human import levine_2020 as data
from argue.norms.human.comparison import (
    CONSTANT,
    CROSSED,
    IDEAL,
    MEASURED,
    NUMBER,
    PRINTED,
    RELATIVE,
)
from argue.norms.human.models import (
    MODELS,
    Situation,
    engine_utility,
    ideal_utility,
    norm,
    outcome,
    passes,
    pessimistic_outcome,
    rule,
    shape_of,
    universalization,
)

FOUND = validate()


@pytest.mark.parametrize(
    ("model", "nll", "aic", "correlation"),
    [
        (IDEAL, 308.5323, 621.06, 0.932),
        (MEASURED, 301.21, 606.42, 0.964),
        (PRINTED, 301.22, 606.44, 0.964),
        (CONSTANT, 391.49, 784.99, None),
        (NUMBER, 304.90, 613.80, 0.936),
        (RELATIVE, 328.04, 660.07, 0.818),
    ],
)
def test_the_fits_to_the_twelve_cells_come_out_as_reported(model, nll, aic, correlation):
    scored = FOUND.model(model)
    assert scored.nll == pytest.approx(nll, abs=0.01)
    assert scored.aic == pytest.approx(aic, abs=0.02)
    if correlation is None:
        assert scored.correlation is None
    else:
        assert scored.correlation == pytest.approx(correlation, abs=0.001)


PREDICTED = (
    *(0.841, 0.816, 0.359, 0.319, 0.293, 0.242),
    *(0.857, 0.849, 0.818, 0.805, 0.333, 0.250),
)
"""What the study's own fit predicts for the twelve cells, to three digits."""


def test_parameters_that_round_to_those_printed_give_the_reported_predictions_and_correlation():
    tau, beta = 0.05655, -1.1647
    assert (round(tau, 3), round(beta, 2)) == (data.PUBLISHED["tau"], data.PUBLISHED["beta"])
    predicted = [
        universalization(Situation(comparison.measured_utility(t), n), tau=tau, beta=beta)
        for t in (data.FISHING, data.HIGHER)
        for n in data.INTERESTED
    ]
    assert [round(p, 3) for p in predicted] == list(PREDICTED)
    found = correlation([cell.share for cell in data.VARYING], predicted)
    assert round(found, 3) == data.PUBLISHED["correlation"] == 0.965
    least, most = comparison.correlations_as_rounded()
    assert least < found < most
    assert (round(least, 4), round(most, 4)) == (0.9642, 0.9646)


def test_how_the_correlations_compare_is_said():
    assert any(
        "r of universalization, measured utility is 0.965; the counts give 0.9643 at the best fit, "
        "0.9644 at the parameters as printed, and 0.9642 to 0.9646" in note
        for note in FOUND.notes
    )


def test_refitting_finds_the_printed_parameters_again():
    measured, ideal = FOUND.model(MEASURED).parameters, FOUND.model(IDEAL).parameters
    assert measured["tau"] == pytest.approx(data.PUBLISHED["tau"], abs=0.0005)
    assert measured["beta"] == pytest.approx(data.PUBLISHED["beta"], abs=0.01)
    assert ideal["tau"] == pytest.approx(2.374, abs=0.001)
    assert ideal["beta"] == pytest.approx(0.847, abs=0.001)


def test_the_printed_parameters_predict_the_printed_shares():
    # The printed shares are those of a tau of .0566 and a beta of -1.166 before rounding.
    low = (0.841, 0.816, 0.359, 0.319, 0.293, 0.242)
    high = (0.857, 0.849, 0.818, 0.805, 0.333, 0.250)
    assert FOUND.model(PRINTED).predictions == pytest.approx((*low, *high), abs=0.0055)


def test_the_ideal_utility_predicts_one_share_below_the_threshold_and_one_above():
    predicted = FOUND.model(IDEAL).predictions
    below = {round(p, 3) for p, cell in zip(predicted, data.VARYING, strict=True) if passes(cell)}
    assert below == {0.821}
    assert {round(p, 3) for p in predicted} - below == {0.300}


def test_the_five_formulas_are_those_of_the_paper():
    def utility(n):
        return (0.0, 3.0, 1.0, -2.0, -5.0)[n]

    seen = Situation(utility, interested=3, actors=1, prohibitive=2, population=5)
    assert universalization(seen, tau=0.5, beta=0.2) == pytest.approx(
        1 / (1 + exp(0.5 * (0 - -2) + 0.2))
    )
    assert outcome(seen, tau=0.5, beta=0.2) == pytest.approx(1 / (1 + exp(0.5 * (3 - 1) + 0.2)))
    assert pessimistic_outcome(seen, tau=0.5, beta=0.2) == pytest.approx(
        1 / (1 + exp(0.5 * (-2 - -5) + 0.2))
    )
    assert rule(seen, p=0.8) == pytest.approx(0.2)
    assert rule(Situation(utility, 3), p=0.8) == 0.8
    assert norm(seen, tau=2, theta=0.3) == pytest.approx(1 / (1 + exp(2 * 2 / 5 + 0.3)))


def test_only_universalization_expects_interest_to_matter():
    interest, shape, *unsaid = FOUND.contrasts
    for contrast in (interest, shape):
        assert set(contrast.expects) == set(MODELS)
        assert {m for m, word in contrast.expects.items() if word != "the same"} == {
            "universalization"
        }
        assert contrast.expects["universalization"] == "first more acceptable"
        assert contrast.shares[0] > contrast.shares[1]
        assert contrast.p < 0.001
    assert all(not contrast.expects for contrast in unsaid)
    assert all(contrast.shares[0] > contrast.shares[1] for contrast in unsaid)


def test_the_shares_are_those_of_the_study():
    shares = [round(g.share, 3) for g in (*data.INTEREST, *data.SHAPE, *data.COLLISION)]
    assert shares == [0.756, 0.446, 0.932, 0.510, 0.594, 0.261, 0.710, 0.417]
    assert sum(group.people for group in data.VARYING) == 570
    assert sum(data.UNIFORM.values()) == 350
    for groups, printed in (
        (data.EVERYONE[:6], (0.784, 0.756, 0.670, 0.642, 0.636, 0.585)),
        (data.EVERYONE[6:], (0.799, 0.782, 0.764, 0.753, 0.638, 0.586)),
    ):
        assert [round(g.share, 3) for g in groups] == pytest.approx(printed, abs=0.001)
    assert all(low > high for low, high in data.CONTEXTS.values())


def test_the_engines_own_utility_of_use_fits_as_the_ideal_one_does():
    def engine(group):
        utility = engine_utility(group)
        return utility(group.interested) - utility(0), 1.0

    found = comparison.fit(comparison.observations(data.VARYING, engine))
    assert found.nll == pytest.approx(FOUND.model(IDEAL).nll, abs=1e-6)


def test_the_engines_test_parts_the_varying_judgements_and_not_everyones():
    agree = {entry.study: (entry.agree, entry.conditions) for entry in FOUND.verdicts}
    assert agree == {
        "2a": (2, 2),
        "2b": (1, 2),
        "4a, those whose judgement varied": (12, 12),
        "4a, everyone": (6, 12),
    }


def test_study_three_speaks_for_the_utility_of_all_concerned():
    fisherman, tour = FOUND.collisions
    assert fisherman.observed == pytest.approx(0.333, abs=0.001)
    assert tour.observed == pytest.approx(0.293, abs=0.001)
    # With the tour boat only the others lose, and acceptability falls nearly as much.
    assert tour.others > fisherman.others
    assert tour.own < fisherman.own / 5
    assert tour.means < fisherman.means / 5


def test_over_everyone_universalization_and_the_plain_number_are_not_to_be_told_apart():
    for models, printed in zip(FOUND.whole_sample.values(), (1310, 1210), strict=True):
        score = {model.model: model.aic for model in models}
        assert score[MEASURED] == pytest.approx(printed, abs=3)
        assert abs(score[MEASURED] - score[NUMBER]) < 2
        assert score[CONSTANT] > score[MEASURED] + 19


def test_what_simpler_models_do_better_is_said():
    notes = "\n".join(FOUND.notes)
    assert f"{NUMBER} (AIC 613.8) does better than {IDEAL} (621.1)" in notes
    assert f"{CROSSED} (AIC 605.4) cannot be told apart from {MEASURED} (606.4)" in notes
    assert "John's own utility (AIC 603.2, as reported, not refitted here)" in notes
    assert "pessimistic outcome, ideal utility fits best with tau -1.08" in notes
    assert "The printed fit has NLL 302.3; at its parameters the counts here give 301.22" in notes
    assert f"{NUMBER} (AIC 613.8) does better than {MEASURED}" not in notes


def test_threshold_and_number_interact():
    ratio, p = FOUND.interaction
    assert ratio == pytest.approx(12.4, abs=0.05)
    assert p == pytest.approx(0.002, abs=0.0005)


def test_a_study_that_does_not_say_who_is_interested_has_no_shape():
    with pytest.raises(ValueError, match="study 3 does not say"):
        shape_of(data.COLLISION[0])


def test_no_threshold_means_no_harm_at_any_number():
    assert {ideal_utility(None)(n) for n in range(1, 100)} == {1.0}
    assert {engine_utility(data.SHAPE[0])(n) for n in range(1, data.POPULATION + 1)} == {1.0}
