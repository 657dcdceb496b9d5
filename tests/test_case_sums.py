"""The sums that bundled cases rest on, computed anew from the figures they name."""

import math
from fractions import Fraction
from typing import Any

import pytest

from argue.analysis import analyze
from argue.construct.games.power import banzhaf, shapley_shubik, shifts_power
from argue.io.bundled import bundled_text
from argue.io.case import load_case
from argue.model.case import Case
from argue.verdict.result import Analysis

LIFE, CHANCE, PEOPLE = 6_500_000, Fraction(5, 100) * Fraction(5, 100), 8_000_000_000
"""A statistical life in dollars; the chance to help times the help; everybody alive."""
SALARIES = (123_000 - 35_000) * 5
OWN = CHANCE * LIFE
"""What alignment work is worth to each person, in dollars."""
WORLD_PRODUCT = 96_900_000_000_000
"""World product of 2021 in dollars, as it is usually given."""


def cell(name: str, option: str, person: str) -> Any:
    """What stands in the table of a bundled case, of whatever kind it is there."""
    return load_case(name).payoffs[option][person]


def said(name: str) -> str:
    """The text of a bundled case on one line."""
    return " ".join(bundled_text(name).split())


def test_the_sums_of_the_essay_on_incentives():
    assert Fraction(20, 100) * LIFE == 1_300_000
    assert OWN == 16_250
    assert OWN * 5 == 81_250
    assert SALARIES == 440_000
    assert LIFE * 2 == 13_000_000
    assert LIFE * 3 == 19_500_000
    assert CHANCE * 20_000_000 * PEOPLE == 400 * 10**12
    assert OWN * PEOPLE == 130 * 10**12
    assert Fraction(20, 100) * Fraction(5, 100) * Fraction(5, 100) * LIFE == 3_250
    assert (250_000 - 90_000) * 5 == 800_000


def test_the_essay_overstates_how_many_years_of_world_product_that_is():
    assert round(400 * 10**12 / WORLD_PRODUCT, 1) == 4.1
    assert round(float(OWN * PEOPLE / WORLD_PRODUCT), 2) == 1.34


def test_the_researcher_of_the_essay_loses_what_the_case_says():
    case = load_case("capabilities-or-alignment")
    payoffs = case.payoffs["alignment"]
    assert payoffs == {"researcher": OWN - SALARIES, "everyone_else": OWN}
    assert sum(k.count for k in case.standpoints.values()) == PEOPLE


def test_a_tenth_for_each_of_150_others_leaves_out_ones_own_life():
    others = Fraction(1, 10) * 150 * OWN
    assert (others, others + OWN, 5 * (others + OWN)) == (243_750, 260_000, 1_300_000)
    assert 5 * others == 1_218_750 > SALARIES
    net = cell("alignment-career-with-ties", "alignment", "researcher")
    assert (net.then, net.otherwise) == (5 * (others + OWN) - SALARIES, others + OWN - SALARIES)


def test_what_would_make_alignment_work_pay_for_itself():
    needed = SALARIES / OWN
    assert SALARIES / CHANCE == 176_000_000
    assert round(float(needed), 1) == 27.1
    assert round(float((needed - 1) / 150), 3) == 0.174
    assert math.ceil((needed - 1) * 10) == 261
    for figure in ("176,000,000", "27.1", "0.174", "261"):
        assert figure in said("alignment-career-with-ties")


def test_a_billion_dollars_against_the_gains_of_all():
    case, cost = "buying-out-researchers", Fraction(1_000_000_000, PEOPLE)
    assert cell(case, "research", "everyone") == Fraction(5, 10_000) * LIFE - cost
    net = cell(case, "buy_out", "everyone")
    assert (net.then, net.otherwise) == (-cost, Fraction(1, 1000) * LIFE - cost)


def test_money_for_alignment_is_a_stock_and_money_for_ai_a_flow():
    stock, yearly, microsoft, billion = 10, (50, 110), 10, 1
    named = said("buying-out-researchers")
    as_they_stand = [Fraction(flow, stock) for flow in yearly]
    spread = [Fraction(flow) / Fraction(stock, 10) for flow in yearly]
    assert (as_they_stand, spread) == ([5, 11], [50, 110])
    assert "1 to {} and 1 to {}, but spread over ten years".format(*as_they_stand) in named
    assert "the 10 billion are 1 to {} and 1 to {}".format(*spread) in named
    assert microsoft == stock
    assert "as large as the whole stock" in named
    days = Fraction(billion, yearly[0]) * 365
    assert (Fraction(billion, stock), days) == (Fraction(1, 10), Fraction(73, 10))
    assert f"a tenth of it, and what goes into AI in {float(days)} days" in named


def test_alone_nobody_does_alignment_work_and_alike_most_would():
    case = load_case("alignment-as-public-good")
    assert case.game
    worth, cost = (case.game["where"][name] for name in ("worth", "cost"))
    analysis = analyze(case)
    assert (worth * 1000, cost * 1000) == (Fraction(20, 100) * LIFE, SALARIES)
    assert Fraction(20, 100) / Fraction(25, 10_000) == 80
    assert Fraction(worth, 80) * 1000 == OWN
    joined = 80 * math.log(worth * 200 / (80 * cost))
    assert round(joined, 2) == 159.97
    gained: Any = analysis.case.general["most"]["researcher"]
    alike = worth * (1 - math.exp(-joined / 80)) - cost * joined / 200
    assert float(gained) == pytest.approx(alike, abs=1e-3)
    assert set(analysis.case.payoffs["nobody"].values()) == {0}


def test_the_dutch_book_loses_what_the_prices_add_up_to_above_one():
    for_rain = against_rain = Fraction(6, 10)
    loss = cell("bayesian-updating", "hunches", "principal")
    assert loss == 1 - (for_rain + against_rain) == Fraction(-1, 5)


def wellbeing(income: int, gift: Fraction) -> float:
    """By how much a gift raises the logarithm of an income."""
    return round(math.log((income + gift) / income), 4)


def test_wellbeing_grows_with_the_logarithm_of_income():
    name, pool = "ai-benefits-plan", 200_000
    cash, share = Fraction(pool, 100), Fraction(pool, 100 * (1000 + 50_000))
    assert float(cell(name, "cash", "poor")) == wellbeing(1000, cash) == round(math.log(3), 4)
    for person, income in (("poor", 1000), ("rich", 50_000)):
        assert float(cell(name, "by_income", person)) == wellbeing(income, share * income)
        assert float(load_case(name).standpoints[person].level or 0) == round(math.log(income), 4)


def numbers_of(case: Case, option: str) -> dict[str, Fraction]:
    """The plain numbers of an option."""
    return {k: c for k, c in case.payoffs[option].items() if isinstance(c, Fraction)}


def test_votes_shift_power_by_either_index_and_income_does_not():
    before, after = [7, 1, 1, 1], [5, 2, 2, 2]
    for index in (banzhaf, shapley_shubik):
        alone, shared = index(before, quota=6), index(after, quota=6)
        assert alone == (1, 0, 0, 0)
        assert shared == (Fraction(1, 2), *[Fraction(1, 6)] * 3)
        assert shifts_power(alone, shared, tolerance=Fraction(5, 100))
        assert not shifts_power(alone, alone, tolerance=Fraction(5, 100))
    control, joining = 18, 2
    shared = banzhaf(after, quota=6)
    assert numbers_of(load_case("sharing-control"), "votes") == {
        "leader": control * (shared[0] - 1),
        "partners": control * shared[1] - joining,
    }


def test_a_promise_of_income_is_believed_just_enough_to_join():
    income = cell("sharing-control", "income", "partners")
    believed, promised, joining = Fraction(1, 2), 4, 2
    assert income.branches == ((believed, promised - joining), (1 - believed, -joining))
    assert believed * promised - joining == 0


def of_class(analysis: Analysis, source: str) -> str:
    """The option that a source alone requires."""
    return next(o for o, word in analysis.alone[source].items() if word == "required")


@pytest.mark.parametrize(("floor", "chosen"), [(12, "first"), (14, "third"), (15, "fourth")])
def test_the_floor_decides_which_distribution_is_chosen(floor: int, chosen: str):
    text = bundled_text("choosing-distributions").replace("floor: 13", f"floor: {floor}")
    assert of_class(analyze(load_case(text)), "floor") == chosen
