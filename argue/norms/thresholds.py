"""Exact Bayesian inference of a norm from judgements: its threshold, exceptions and rank.

A hypothesis predicts every judgement: the highest source that speaks decides, and the norm speaks
against an act whose amount lies above the threshold unless one of its exceptions holds. A single
judgement is as predicted but for the noise; all hypotheses are weighed, none is sampled.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, cached_property
from itertools import chain, combinations, permutations, product
from math import fsum, prod

from argue.errors import ArgueError, LimitExceeded
from argue.model.patience import go_on
from argue.model.study import Family, Judgement, Situation

NORM = "norm"
"""The name of the norm to be inferred among the ranked sources."""

MOST_HYPOTHESES = 200_000
"""Most hypotheses of a family; past that the grid is to be made coarser."""

MOST_QUESTIONS = 5_000
"""Most situations that are looked at for the next question."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A hypothesis but for the threshold: who ranks above whom, and which exceptions there are."""

    ranking: tuple[str, ...]
    exceptions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A threshold, a ranking of the sources from the highest down, and the norm's exceptions."""

    threshold: Fraction
    ranking: tuple[str, ...]
    exceptions: frozenset[str]


def is_permitted(hypothesis: Hypothesis, situation: Situation) -> bool:
    """Answers what a hypothesis says of an act: its highest source that speaks decides."""
    kind = Kind(hypothesis.ranking, hypothesis.exceptions)
    return _permits(kind, situation, above=situation.amount > hypothesis.threshold)


def _permits(kind: Kind, situation: Situation, *, above: bool) -> bool:
    fires = above and not kind.exceptions & situation.holds
    for source in kind.ranking:
        if source == NORM:
            if fires:
                return False
        elif source in situation.favours or source in situation.opposes:
            return source in situation.favours
    return True


def kinds_of(family: Family) -> tuple[Kind, ...]:
    """Answers every ranking with every set of exceptions.

    Raises: LimitExceeded where the family has more than MOST_HYPOTHESES hypotheses.
    """
    rankings = prod(range(1, len(family.rivals) + 2))
    size = rankings * 2 ** len(family.exceptions) * (family.grid.steps + 1)
    if size > MOST_HYPOTHESES:
        raise LimitExceeded(
            f"the family has {size:_} hypotheses, more than {MOST_HYPOTHESES:_}; "
            "take fewer steps, rivals or exceptions"
        )
    sizes = range(len(family.exceptions) + 1)
    chosen = chain.from_iterable(combinations(family.exceptions, n) for n in sizes)
    subsets = [frozenset(names) for names in chosen]
    rankings_of = permutations((NORM, *family.rivals))
    return tuple(Kind(ranking, found) for ranking, found in product(rankings_of, subsets))


@dataclass(frozen=True)
class Posterior:
    """How probable each hypothesis is; `weights[kind][point]` sum to 1.

    `misses[kind][point]` counts the single judgements a hypothesis does not predict.
    """

    family: Family
    kinds: tuple[Kind, ...]
    weights: tuple[tuple[float, ...], ...]
    misses: tuple[tuple[int, ...], ...]

    def permits(self, situation: Situation) -> float:
        """Answers the probability that the act is permissible in a situation."""
        go_on()
        total = 0.0
        parted = self._parted(bisect_left(self.points, situation.amount))
        for kind, (above, beyond) in zip(self.kinds, parted, strict=True):
            if _permits(kind, situation, above=True):
                total += above
            if _permits(kind, situation, above=False):
                total += beyond
        return min(1.0, total)

    @cached_property
    def _parted(self) -> Callable[[int], Sequence[tuple[float, float]]]:
        """Answers each kind's weight under so many of the thresholds, and under the others."""

        @cache
        def parted(below: int) -> Sequence[tuple[float, float]]:
            return [(fsum(row[:below]), fsum(row[below:])) for row in self.weights]

        return parted

    @cached_property
    def points(self) -> tuple[Fraction, ...]:
        """The thresholds of the grid."""
        return self.family.grid.points

    @cached_property
    def best(self) -> Hypothesis:
        """The most probable hypothesis; of equals the one listed first."""
        order = product(range(len(self.kinds)), range(len(self.points)))
        kind, point = max(order, key=lambda at: self.weights[at[0]][at[1]])
        found = self.kinds[kind]
        return Hypothesis(self.points[point], found.ranking, found.exceptions)

    @property
    def fewest_misses(self) -> int:
        """The single judgements that even the best hypotheses do not predict."""
        return min(map(min, self.misses))

    def thresholds(self) -> tuple[float, ...]:
        """Answers the probability of each threshold of the grid."""
        return tuple(fsum(column) for column in zip(*self.weights, strict=True))

    def within(self, mass: float = 0.9) -> tuple[Fraction, Fraction]:
        """Answers the thresholds between which the given mass lies, as much outside each end."""
        rest, found = (1 - mass) / 2, self.thresholds()
        low = _reached(found, rest)
        high = len(found) - 1 - _reached(found[::-1], rest)
        return self.points[low], self.points[max(low, high)]

    def rankings(self) -> dict[tuple[str, ...], float]:
        """Answers the probability of each ranking, the most probable first."""
        return _sums((k.ranking, fsum(w)) for k, w in zip(self.kinds, self.weights, strict=True))

    def exceptions(self) -> dict[str, float]:
        """Answers of each possible exception how probable it is that the norm has it."""
        return {
            name: fsum(
                fsum(row)
                for kind, row in zip(self.kinds, self.weights, strict=True)
                if name in kind.exceptions
            )
            for name in self.family.exceptions
        }


def _reached(shares: Sequence[float], mass: float) -> int:
    total = 0.0
    for index, share in enumerate(shares):
        total += share
        if total > mass:
            return index
    return len(shares) - 1


def _sums(pairs: Iterable[tuple[tuple[str, ...], float]]) -> dict[tuple[str, ...], float]:
    found: dict[tuple[str, ...], float] = {}
    for name, share in pairs:
        found[name] = found.get(name, 0.0) + share
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def infer(family: Family, judgements: Sequence[Judgement], noise: Fraction) -> Posterior:
    """Answers the posterior over a family from a uniform prior.

    Cost: kinds times judgements, plus hypotheses. Raises: ArgueError for a noise that is not
    strictly between 0 and 1/2; LimitExceeded for too large a family; OutOfBudget past the instant
    of `working_until`, as does all that is worked out from it here.
    """
    if not 0 < noise < Fraction(1, 2):
        raise ArgueError(f"noise must lie between 0 and 1/2, both excluded; {noise} is given")
    kinds, points = kinds_of(family), family.grid.points
    steps = [(j, bisect_left(points, j.situation.amount)) for j in judgements]
    misses = tuple(_misses(kind, steps, len(points)) for kind in kinds)
    fewest = min(map(min, misses))
    odds = float(noise / (1 - noise))
    raw = [[odds ** (count - fewest) for count in row] for row in misses]
    total = fsum(map(fsum, raw))
    weights = tuple(tuple(weight / total for weight in row) for row in raw)
    return Posterior(family, kinds, weights, misses)


def _misses(kind: Kind, steps: Sequence[tuple[Judgement, int]], size: int) -> tuple[int, ...]:
    """Answers how many single judgements are not predicted, for each threshold in order."""
    go_on()
    jumps = [0] * (size + 1)
    for judgement, below in steps:
        low, high = (_missed(judgement, _permits(kind, judgement.situation, above=a)) for a in _UP)
        jumps[0] += low
        jumps[below] += high - low
    found, total = list[int](), 0
    for jump in jumps[:size]:
        total += jump
        found.append(total)
    return tuple(found)


_UP = (True, False)
"""A low threshold has the amount above it, a high one has not."""


def _missed(judgement: Judgement, permitted: bool) -> int:
    return judgement.people - judgement.permissible if permitted else judgement.permissible


def held_out(
    family: Family, judgements: Sequence[Judgement], noise: Fraction, *, folds: int = 10
) -> Fraction | None:
    """Answers the share of single judgements predicted from the others, None below two.

    Judgements are dealt into folds in turn; each fold is predicted from all the others.
    """
    count = min(folds, len(judgements))
    if count < 2:
        return None
    right = 0
    for fold in range(count):
        others = [j for i, j in enumerate(judgements) if i % count != fold]
        found = infer(family, others, noise)
        for judgement in judgements[fold::count]:
            permitted = found.permits(judgement.situation) >= 0.5
            right += judgement.people - _missed(judgement, permitted)
    return Fraction(right, sum(j.people for j in judgements))


def next_question(posterior: Posterior) -> tuple[Situation, float] | None:
    """Answers the situation whose verdict is least certain, with its probability of permission.

    Of situations between neighbouring thresholds, with every mix of exceptions and of what rivals
    say; None where nothing is uncertain. Raises: LimitExceeded past MOST_QUESTIONS.
    """
    found = [(s, posterior.permits(s)) for s in questions(posterior.family)]
    situation, share = min(found, key=lambda pair: abs(pair[1] - 0.5))
    return None if abs(share - 0.5) > 0.4999 else (situation, share)


def questions(family: Family) -> tuple[Situation, ...]:
    """Answers the situations that can be asked about, thinned to MOST_QUESTIONS amounts."""
    mixes = 2 ** len(family.exceptions) * 3 ** len(family.rivals)
    if mixes > MOST_QUESTIONS:
        raise LimitExceeded(
            f"{mixes:_} mixes of exceptions and rivals to ask about, more than {MOST_QUESTIONS:_}; "
            "take fewer of them"
        )
    points = family.grid.points
    amounts = [(low + high) / 2 for low, high in zip(points, points[1:], strict=False)]
    amounts = amounts[:: -(-len(amounts) * mixes // MOST_QUESTIONS)]
    sides = product((0, 1, -1), repeat=len(family.rivals))
    stances = [_stance(family.rivals, said) for said in sides]
    sizes = range(len(family.exceptions) + 1)
    holding = [frozenset(c) for n in sizes for c in combinations(family.exceptions, n)]
    return tuple(Situation(a, h, *s) for a, h, s in product(amounts, holding, stances))


def _stance(rivals: Sequence[str], said: Sequence[int]) -> tuple[frozenset[str], frozenset[str]]:
    pairs = list(zip(rivals, said, strict=True))
    return frozenset(r for r, s in pairs if s > 0), frozenset(r for r, s in pairs if s < 0)


def conflicting(family: Family, judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Answers judgements that no hypothesis explains together, though it does without any one.

    Empty where some hypothesis explains all; a judgement that people disagree on counts as what
    most of them said, and not where they are evenly divided.
    """
    clear = [
        Judgement(j.situation, 1, int(2 * j.permissible > j.people), j.id)
        for j in judgements
        if 2 * j.permissible != j.people
    ]

    def explained(some: Sequence[Judgement]) -> bool:
        return infer(family, some, Fraction(1, 10)).fewest_misses == 0

    if explained(clear):
        return ()
    kept = clear
    for judgement in clear:
        fewer = [j for j in kept if j is not judgement]
        if not explained(fewer):
            kept = fewer
    return tuple(kept)
