"""A study: what people judged or did, and the family of norms that may explain it.

Plain frozen data, written down by a person and read by `argue.io.study`; `argue.norms` infers from
it. Nothing in a study changes a verdict.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from argue.model.cells import nothing
from argue.model.record import field, record


@record
class Grid:
    """The thresholds that are considered: `steps` equal steps from `low` to `high`, both in."""

    low: Fraction = Fraction(0)
    high: Fraction = Fraction(1)
    steps: int = 50

    @property
    def points(self) -> tuple[Fraction, ...]:
        """The thresholds in order, one more than there are steps."""
        width = (self.high - self.low) / self.steps
        return tuple(self.low + i * width for i in range(self.steps + 1))


@record
class Family:
    """Norms that forbid an act above a threshold, and may have exceptions and rivals.

    A hypothesis is a threshold of the grid, a ranking of the norm and the rivals, and the set of
    exceptions the norm has.
    """

    grid: Grid = Grid()
    exceptions: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()


@record
class Situation:
    """What an act is like: its amount, the exceptions that hold, which rivals speak how."""

    amount: Fraction
    holds: frozenset[str] = frozenset()
    favours: frozenset[str] = frozenset()
    opposes: frozenset[str] = frozenset()


@record
class Judgement:
    """Of so many people that judged a situation, how many found the act permissible."""

    situation: Situation
    people: int
    permissible: int
    id: str = ""


@record
class Rule:
    """A rule people may hold: where `when` holds, an act is required or forbidden."""

    id: str
    act: str
    required: bool
    when: frozenset[str]
    prior: Fraction


@record
class Choice:
    """What somebody did: the propositions that held, how each act was desired, and the act."""

    holds: frozenset[str]
    desires: Mapping[str, Fraction]
    did: str


@record
class Behaviour:
    """Choices in order, the rules that may lie behind them, and how reliably rules are obeyed.

    `obedience` is the probability that somebody who holds a rule acts by it; desires are in units
    of `temperature`, the lower the surer is the most desired act.
    """

    rules: tuple[Rule, ...]
    choices: tuple[Choice, ...]
    obedience: Fraction = Fraction(9, 10)
    temperature: Fraction = Fraction(1)


@record
class Example:
    """A situation by the features it has, and whether the act was judged forbidden there."""

    id: str
    features: frozenset[str]
    forbidden: bool


@record
class RoleModel:
    """A role a system may be in: how probable beforehand, and how likely each signal is in it.

    `facts` are what holds of a case in this role, for the verdict under it.
    """

    id: str
    prior: Fraction
    signals: Mapping[str, Fraction]
    facts: Mapping[str, bool] = field(default_factory=nothing)


@record
class Study:
    """Judgements, behaviour, examples or roles; exactly one of the four is there.

    `noise` is the probability that a single judgement is not what the judge's norm says; `price`
    what leaving an example unexplained costs, in literals of a rule; `observed` has at each step of
    an interaction which signals were there and which were not.
    """

    title: str
    source: str | None = None
    family: Family = Family()
    noise: Fraction = Fraction(1, 10)
    judgements: tuple[Judgement, ...] = ()
    behaviour: Behaviour | None = None
    examples: tuple[Example, ...] = ()
    price: int = 2
    roles: tuple[RoleModel, ...] = ()
    observed: tuple[Mapping[str, bool], ...] = ()
    case: str | None = None
