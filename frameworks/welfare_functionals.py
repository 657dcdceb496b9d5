"""Functionals that say how good a distribution of positions is, each a plain function.

Sources: Atkinson 1970; Kolm 1976; Donaldson and Weymark 1980 (the single-parameter Gini); Weymark
1981 (generalised Gini); Asheim and Zuber 2014 (rank discounting); Nash 1950; Parfit 1997
(priority); Frankfurt 1987 and Crisp 2003 (enough). All of them treat persons alike: who holds a
position does not matter. Those with roots or logarithms say so and end in `Ops.settled`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from argue.model.numbers import Number, Ops, OutsideDomain


@dataclass(frozen=True, slots=True)
class Profile:
    """How people fare under one option: positions, and how many persons hold each."""

    values: Sequence[Number]
    counts: Sequence[Number]


def nobody(counts: Sequence[Number]) -> bool:
    """Answers whether all of these counts are 0; one that varies from row to row is not."""
    return all(isinstance(count, int | Fraction) and count == 0 for count in counts)


def held(values: Sequence[Number], counts: Sequence[Number]) -> Profile:
    """Answers the positions that somebody holds: those with a count of 0 are left out."""
    entries = [entry for entry in zip(values, counts, strict=True) if not nobody(entry[1:])]
    return Profile([value for value, _ in entries], [count for _, count in entries])


Lottery = Sequence[tuple[Number, Profile]]
"""Profiles of the same persons, each with its probability."""


def people(profile: Profile, ops: Ops) -> Number:
    """Answers how many persons there are."""
    return ops.total(profile.counts)


def total(profile: Profile, ops: Ops) -> Number:
    """Answers the sum over persons: the utilitarian functional."""
    pairs = zip(profile.counts, profile.values, strict=True)
    return ops.total([count * value for count, value in pairs])


def average(profile: Profile, ops: Ops) -> Number:
    """Answers the average over persons: what an equal chance of being anyone is worth.

    Source: Harsanyi 1955.
    """
    return total(profile, ops) / people(profile, ops)


def worst(profile: Profile, ops: Ops) -> Number:
    """Answers the lowest position: Rawls's maximin compares these."""
    return ops.smallest(profile.values)


def spread(profile: Profile, ops: Ops) -> Number:
    """Answers the range, from the lowest position to the highest."""
    return ops.largest(profile.values) - ops.smallest(profile.values)


def shortfall(profile: Profile, ops: Ops, *, enough: Number) -> Number:
    """Answers by how much all persons together fall short of enough."""
    pairs = zip(profile.counts, profile.values, strict=True)
    return ops.total([count * ops.positive(enough - value) for count, value in pairs])


def atkinson(profile: Profile, ops: Ops, *, epsilon: Number) -> Number:
    """Answers the position that, held by everyone, would be as good: a mean of power 1 - epsilon.

    The average at `epsilon` 0, the geometric mean at 1, ever nearer the worst position beyond.
    The same number is what an equal chance of each position is worth to someone of constant
    relative risk aversion `epsilon`. Not exact.

    Raises: OutsideDomain where a position is 0 or less, unless `epsilon` is 0.
    Source: Atkinson 1970.
    """
    if epsilon == 0:
        return average(profile, ops)
    logs = [ops.logarithm(value) for value in profile.values]
    if epsilon == 1:
        mean = average(Profile(logs, profile.counts), ops)
        return ops.settled(ops.exponential(mean))
    # Powers of u relative to the lowest position neither overflow nor all vanish.
    low, exponent = ops.smallest(logs), 1 - Fraction(epsilon)
    powers = [ops.exponential(exponent * (log - low)) for log in logs]
    mean = average(Profile(powers, profile.counts), ops)
    return ops.settled(ops.exponential(low + ops.logarithm(mean) / exponent))


def kolm_pollak(profile: Profile, ops: Ops, *, kappa: Number) -> Number:
    """Answers the position that, held by everyone, would be as good, for any positions.

    -(1/kappa) ln(average of exp(-kappa u)); adding the same to every position adds it here. The
    average at `kappa` 0. The same number is what an equal chance of each position is worth to
    someone of constant absolute risk aversion `kappa`. Not exact.

    Source: Kolm 1976; Blackorby and Donaldson 1980.
    """
    if kappa == 0:
        return average(profile, ops)
    low = ops.smallest(profile.values)
    weights = [ops.exponential(-kappa * (value - low)) for value in profile.values]
    mean = average(Profile(weights, profile.counts), ops)
    return ops.settled(low - ops.logarithm(mean) / Fraction(kappa))


def equivalent(profile: Profile, ops: Ops, *, curve: str, aversion: Number) -> Number:
    """Answers what an equal chance of each position is worth to someone averse to risk.

    `curve` is `power` (aversion relative to the position) or `exponential` (absolute).
    Source: Harsanyi 1955, for the equal chance; Arrow 1965 and Pratt 1964, for the curves.
    """
    if curve == "power":
        return atkinson(profile, ops, epsilon=aversion)
    return kolm_pollak(profile, ops, kappa=aversion)


def prioritarian(profile: Profile, ops: Ops, *, curve: str, priority: Number) -> Number:
    """Answers the sum over persons of a concave value of each one's own position.

    `power`: u^(1-p)/(1-p), or ln u at p = 1. `exponential`: -exp(-p u)/p. Position itself at
    p = 0. Not exact.

    Raises: OutsideDomain under `power` where a position is 0 or less, unless `priority` is 0.
    Source: Parfit 1997; Adler 2012.
    """
    if priority == 0:
        return total(profile, ops)
    value_of = _power_value if curve == "power" else _exponential_value
    valued = [value_of(value, ops, Fraction(priority)) for value in profile.values]
    return ops.settled(total(Profile(valued, profile.counts), ops))


def _power_value(value: Number, ops: Ops, priority: Fraction) -> Number:
    log = ops.logarithm(value)
    return log if priority == 1 else ops.exponential((1 - priority) * log) / (1 - priority)


def _exponential_value(value: Number, ops: Ops, priority: Fraction) -> Number:
    return -ops.exponential(-priority * value) / priority


def rank_power(profile: Profile, ops: Ops, *, power: Number) -> Number:
    """Answers the average with more weight on lower ranks: the single-parameter Gini.

    The worst-off share s of persons weighs 1 - (1 - s)^power together: the average at 1, the
    Gini functional at 2, ever nearer the worst position beyond. Exact for whole powers.
    Source: Donaldson and Weymark 1980; as risk-weighted choice behind a veil, Buchak 2017.
    """
    everyone = people(profile, ops)

    def weight(persons: Number) -> Number:
        return 1 - ops.power(1 - persons / everyone, power)

    found = ops.rank_sum(profile.values, profile.counts, weight)
    return found if Fraction(power).denominator == 1 else ops.settled(found)


def gini_welfare(profile: Profile, ops: Ops) -> Number:
    """Answers the average times one minus the Gini index.

    Source: Sen 1973.
    """
    return rank_power(profile, ops, power=2)


def gini_index(profile: Profile, ops: Ops) -> Number:
    """Answers the Gini index of inequality, in [0, 1) for positive positions of mean above 0."""
    return 1 - gini_welfare(profile, ops) / average(profile, ops)


def rank_discounted(profile: Profile, ops: Ops, *, discount: Number) -> Number:
    """Answers the average with each person, from the worst off up, weighing `discount` less.

    Weights 1, d, d^2, ... made to sum to one: the average at 1, the worst position at 0. It
    depends on how many persons a kind of person stands for. Not exact.
    Source: Asheim and Zuber 2014.
    """
    if discount == 1:
        return average(profile, ops)
    rest = 1 - ops.power(discount, people(profile, ops))

    def weight(persons: Number) -> Number:
        return (1 - ops.power(discount, persons)) / rest

    return ops.settled(ops.rank_sum(profile.values, profile.counts, weight))


def nash(gains: Profile, ops: Ops) -> Number:
    """Answers the geometric mean of what each gains over disagreement.

    It orders as the product of gains does, person by person. Not exact.

    Raises: OutsideDomain where somebody loses.
    Source: Nash 1950; Kaneko and Nakamura 1979.
    """
    everyone = people(gains, ops)
    found: Number = 1
    for gain, count in zip(gains.values, gains.counts, strict=True):
        found = found * ops.power(gain, count / everyone)
    return ops.settled(found)


def rank_weighted(profile: Profile, ops: Ops, *, weights: Sequence[Number]) -> Number:
    """Answers the sum of positions from the worst up, each person's times the weight of the rank.

    Source: Weymark 1981. One weight a person; counts must be whole and add up to their number.

    Raises: OutsideDomain where the weights are not as many as the persons.
    """
    if people(profile, ops) != len(weights) or any(count % 1 for count in profile.counts):
        raise OutsideDomain(f"{len(weights)} weights need as many whole persons")

    def weight(persons: Number) -> Number:
        return ops.total(weights[: int(persons)])

    return ops.rank_sum(profile.values, profile.counts, weight)


def ex_ante(lottery: Lottery, ops: Ops) -> Profile:
    """Answers what each person can expect: the profile of expected positions."""
    first = lottery[0][1]
    rows = [[chance * value for value in profile.values] for chance, profile in lottery]
    return Profile([ops.total(column) for column in zip(*rows, strict=True)], first.counts)


def ex_post(lottery: Lottery, ops: Ops, *, welfare: Callable[[Profile, Ops], Number]) -> Number:
    """Answers the expected welfare of how things turn out.

    Source: Diamond 1967, for why this and the welfare of what each can expect come apart.
    """
    return ops.total([chance * welfare(profile, ops) for chance, profile in lottery])
