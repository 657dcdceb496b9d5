"""Rules with exceptions learnt from examples, some of which may be mistaken.

Of all sets of rules `forbidden if these features are there, unless any of those`, the cheapest:
each feature named costs 1, each example left unexplained a given price. All of the cheapest are
found, for where several do equally well the examples do not decide between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from argue.asp.facts import Atom
from argue.asp.session import Session
from argue.errors import LimitExceeded, OutOfBudget
from argue.model.study import Example

ENCODING = ("learn_rules",)

MOST_RULES = 3
"""Most rules in one answer."""

MOST_FEATURES = 20
MOST_EXAMPLES = 500
MOST_ANSWERS = 50
"""So many of the cheapest sets of rules are listed."""


@dataclass(frozen=True, slots=True, order=True)
class Learnt:
    """A rule: forbidden where all of `when` are there and none of `unless` is.

    Without `when` it forbids everything but what has a feature of `unless`.
    """

    when: tuple[str, ...]
    unless: tuple[str, ...]

    def __str__(self) -> str:
        """The rule in words."""
        when = f" if {' and '.join(self.when)}" if self.when else ""
        but = f"{',' if when else ''} unless {' or '.join(self.unless)}" if self.unless else ""
        return f"forbidden{when}{but}"


@dataclass(frozen=True, slots=True, order=True)
class Theory:
    """A set of rules and the examples it leaves unexplained."""

    rules: tuple[Learnt, ...]
    missed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Theories:
    """The cheapest theories and what each costs; `complete` unless there may be more than listed.

    `late` says that time ended the search for more.
    """

    cost: int
    found: tuple[Theory, ...]
    complete: bool
    late: bool = False


def learn(
    examples: Sequence[Example], *, price: int = 2, deadline: float | None = None
) -> Theories:
    """Answers the cheapest theories of some examples.

    Past the deadline those that were found by then, if any. Raises: LimitExceeded past
    MOST_FEATURES or MOST_EXAMPLES; OutOfBudget if none was found in time.
    """
    features = features_of(examples)
    forbidden = sum(example.forbidden for example in examples)
    most = price * forbidden
    session = Session(ENCODING, _facts(examples, features, price, most), deadline=deadline)
    cost = _least_cost(session, most)
    found, late = set[Theory](), False
    # Rules in another order are the same theory, so more models are asked for than are listed.
    try:
        for model in session.models([(("within", (cost,)), True)], project=True):
            found.add(_theory(model))
            if len(found) > MOST_ANSWERS:
                break
    except OutOfBudget:
        if not found:
            raise
        late = True
    complete = not late and len(found) <= MOST_ANSWERS
    return Theories(cost, tuple(sorted(found))[:MOST_ANSWERS], complete, late)


def _least_cost(session: Session, most: int) -> int:
    """Answers what the cheapest theories cost; OutOfBudget says which costs are ruled out."""
    cost = 0
    try:
        while cost < most and not session.satisfiable([(("within", (cost,)), True)]):
            cost += 1
    except OutOfBudget as error:
        known = f"no rules cost less than {cost}" if cost else "nothing is known"
        raise OutOfBudget(
            f"time ran out: {known}; allow more, or take fewer examples or features, or a lower "
            "price of what is left unexplained"
        ) from error
    return cost


def features_of(examples: Sequence[Example]) -> tuple[str, ...]:
    """Answers the features of some examples in order.

    Raises: LimitExceeded past MOST_FEATURES or MOST_EXAMPLES.
    """
    features = tuple(sorted({name for example in examples for name in example.features}))
    for count, most, what in (
        (len(features), MOST_FEATURES, "features"),
        (len(examples), MOST_EXAMPLES, "examples"),
    ):
        if count > most:
            raise LimitExceeded(f"{count} {what}, more than {most}; leave some out")
    return features


def forbids(rules: Iterable[Learnt], features: frozenset[str]) -> bool:
    """Answers whether one of some rules forbids a situation with these features."""
    return any(features.issuperset(r.when) and features.isdisjoint(r.unless) for r in rules)


def opposed(examples: Sequence[Example]) -> tuple[tuple[str, str], ...]:
    """Answers examples alike in features and opposite in verdict, which no rules explain together.

    One pair for each combination of features: the first forbidden and the first permitted.
    """
    first = dict[tuple[frozenset[str], bool], str]()
    for example in examples:
        first.setdefault((example.features, example.forbidden), example.id)
    return tuple(
        (name, first[features, False])
        for (features, forbidden), name in first.items()
        if forbidden and (features, False) in first
    )


def _facts(
    examples: Sequence[Example], features: Sequence[str], price: int, most: int
) -> Iterator[Atom]:
    for example in examples:
        yield "example", (example.id, "forbidden" if example.forbidden else "permitted")
        for feature in sorted(example.features):
            yield "has", (example.id, feature)
    for feature in features:
        yield "feature", (feature,)
    for slot in range(1, MOST_RULES + 1):
        yield "slot", (slot,)
    for budget in range(most + 1):
        yield "budget", (budget,)
    yield "price", (price,)


def _theory(model: frozenset[Atom]) -> Theory:
    when: dict[object, list[str]] = {}
    unless: dict[object, list[str]] = {}
    missed = list[str]()
    for name, terms in model:
        if name == "missed":
            missed.append(str(terms[0]))
        else:
            (when if name == "if" else unless).setdefault(terms[0], []).append(str(terms[1]))
    rules = {Learnt(tuple(sorted(f)), tuple(sorted(unless.get(s, ())))) for s, f in when.items()}
    return Theory(tuple(sorted(rules)), tuple(sorted(missed)))
