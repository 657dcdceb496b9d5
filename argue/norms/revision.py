"""The smallest repairs of norms that bring a bank of cases into agreement with judgements.

Each case is judged anew under every set of edits that touch it, up to a size; the solver then
finds the fewest edits under which all cases agree at once. All such repairs are answered, for
which of them to make is not for the engine to say. Source of the method: [Rawls71] on reflective
equilibrium; giving up judgements is the other way to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, islice, product
from math import comb

from argue.asp.facts import Atom
from argue.asp.session import Session
from argue.errors import CaseError, LimitExceeded, OutOfBudget
from argue.io.case import read_case
from argue.io.differences import differences_of
from argue.model.case import Case
from argue.model.patience import go_on, working_until
from argue.model.verdict import Compared, Status
from argue.norms.repairs import Repair, repaired, repairs_of
from argue.verdict.considered import compare_considered

Judge = Callable[[Case], Mapping[str, Status]]
"""Answers the statuses of a case's options."""

MOST_TRIALS = 20_000
"""Most judgements of edited cases in one revision."""

MOST_REVISIONS = 200
"""Most smallest revisions that are worked out; where there are more, it is said so."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A case under some edits: its text, what its options come to, and what does not agree."""

    text: str
    statuses: Mapping[str, Status]
    missed: tuple[Compared, ...]


@dataclass(frozen=True, slots=True)
class Revision:
    """A set of edits that restores agreement, and each case it changes as it is afterwards."""

    edits: tuple[Repair, ...]
    after: Mapping[str, Trial]


@dataclass(frozen=True, slots=True)
class Found:
    """A bank as it is and the smallest revisions of it, all with the same number of edits.

    `beyond` are the cases that no set of edits tried brings into agreement by themselves. Unless
    `complete` there are more revisions, or may be; `late` says that time ended the search for them.
    """

    before: Mapping[str, Trial]
    revisions: tuple[Revision, ...]
    beyond: tuple[str, ...]
    judgements: int
    complete: bool = True
    late: bool = False

    @property
    def missed(self) -> Mapping[str, tuple[Compared, ...]]:
        """The judgements that the bank as it is does not agree with, by case."""
        return {name: trial.missed for name, trial in self.before.items() if trial.missed}


def revise(
    texts: Mapping[str, str], judge: Judge, *, most: int = 2, deadline: float | None = None
) -> Found:
    """Answers the smallest revisions of a bank, of at most so many edits a case.

    Judgements by a single source are left aside, as are differences that a case explains. At most
    MOST_REVISIONS are answered, or as many as were found by the deadline. Raises: CaseError for a
    case that cannot be read; LimitExceeded past MOST_TRIALS; OutOfBudget if none was found in time.
    """
    with working_until(deadline):
        return _revised(texts, judge, most)


def _revised(texts: Mapping[str, str], judge: Judge, most: int) -> Found:
    cases = {name: read_case(text, name, name=name) for name, text in texts.items()}
    trials = _Trials(texts, judge)
    before = {name: trials.of(name, ()) for name in cases}
    whole = {name: trial for name, trial in before.items() if trial is not None}
    judgements = sum(len(_asked(case, texts[name])) for name, case in cases.items())
    if not any(trial.missed for trial in whole.values()):
        return Found(whole, (), (), judgements)
    edits = {name: tuple(dict.fromkeys(repairs_of(case))) for name, case in cases.items()}
    count = sum(comb(len(found), n) for found in edits.values() for n in range(1, most + 1))
    if count > MOST_TRIALS:
        raise LimitExceeded(
            f"{count:_} edited cases to judge, more than {MOST_TRIALS:_}; "
            "allow fewer edits (--most 1) or take fewer cases"
        )
    try:
        good = {name: tuple(trials.agreeing(name, edits[name], most)) for name in cases}
    except OutOfBudget as error:
        raise OutOfBudget(
            f"time ran out after {trials.count:,} of {count + len(cases):,} judgements of edited "
            "cases; allow more, allow fewer edits (--most 1) or take fewer cases"
        ) from error
    beyond = tuple(name for name, sets in good.items() if not sets)
    chosen, late = ([], False) if beyond else _smallest(edits, good)
    revisions: list[Revision] = []
    try:
        for some in chosen[:MOST_REVISIONS]:
            revisions.append(Revision(some, trials.after(some, edits)))
    except OutOfBudget:
        late = True
    complete = not late and len(chosen) <= MOST_REVISIONS
    return Found(whole, tuple(revisions), beyond, judgements, complete, late)


def _asked(case: Case, text: str) -> list[tuple[str, str | None]]:
    """Answers the judgements that a verdict is held against: option and whose they are."""
    sources = {use.id for use in case.frameworks} | {n.source_id for n in case.norms.values()}
    sources |= {reason.by for reason in case.reasons}
    explained = differences_of(text, case.id)
    return [
        (c.option, c.by)
        for c in case.considered
        if c.by not in sources and (c.option, c.by) not in explained
    ]


class _Trials:
    """Judges cases under edits, each set of edits once."""

    def __init__(self, texts: Mapping[str, str], judge: Judge) -> None:
        self.texts, self.judge = texts, judge
        self.asked = {
            name: frozenset(_asked(read_case(text, name, name=name), text))
            for name, text in texts.items()
        }
        self._known: dict[tuple[str, tuple[Repair, ...]], Trial | None] = {}

    @property
    def count(self) -> int:
        """How many sets of edits were judged."""
        return len(self._known)

    def of(self, name: str, edits: tuple[Repair, ...]) -> Trial | None:
        """Answers a case under edits; None where it can no longer be read."""
        key = (name, edits)
        if key not in self._known:
            self._known[key] = self._tried(name, edits)
        return self._known[key]

    def _tried(self, name: str, edits: tuple[Repair, ...]) -> Trial | None:
        go_on()
        text = self.texts[name]
        try:
            for edit in edits:
                text = repaired(text, edit)
            case = read_case(text, name, name=name)
        except (CaseError, KeyError):
            # One edit may take away what another is about, as dropping a norm its exceptions.
            if not edits:
                raise
            return None
        statuses = self.judge(case)
        compared = compare_considered(case, statuses, {})
        missed = tuple(c for c in compared if not c.agrees and (c.option, c.by) in self.asked[name])
        return Trial(text, statuses, missed)

    def agreeing(
        self, name: str, edits: Sequence[Repair], most: int
    ) -> Iterator[tuple[Repair, ...]]:
        """Yields the sets of edits under which a case agrees with all that is judged of it."""
        for size in range(most + 1):
            for some in combinations(edits, size):
                trial = self.of(name, some)
                if trial is not None and not trial.missed:
                    yield some

    def after(
        self, chosen: Sequence[Repair], edits: Mapping[str, Sequence[Repair]]
    ) -> dict[str, Trial]:
        """Answers the cases that a set of edits touches, as they are afterwards."""
        found = dict[str, Trial]()
        for name, possible in edits.items():
            touching = tuple(edit for edit in possible if edit in chosen)
            trial = self.of(name, touching)
            if touching and trial is not None:
                found[name] = trial
        return found


def _smallest(
    edits: Mapping[str, Sequence[Repair]], good: Mapping[str, Sequence[tuple[Repair, ...]]]
) -> tuple[list[tuple[Repair, ...]], bool]:
    """Answers the smallest sets of edits, one more than are wanted, and whether time ended that.

    Cases that no edit has in common are solved apart: together they would be exponentially harder.
    """
    parts: list[list[tuple[Repair, ...]]] = []
    late = False
    for names in _apart(edits):
        found, ended = _fewest({n: edits[n] for n in names}, {n: good[n] for n in names})
        parts.append(found)
        late = late or ended
    together = islice(product(*parts), MOST_REVISIONS + 1)
    return sorted(tuple(sorted(chain(*some))) for some in together), late


def _apart(edits: Mapping[str, Sequence[Repair]]) -> list[list[str]]:
    """Answers cases in groups, such that no edit touches cases of two."""
    groups: list[tuple[set[Repair], list[str]]] = []
    for name, found in edits.items():
        touching, names = set(found), [name]
        rest: list[tuple[set[Repair], list[str]]] = []
        for other, members in groups:
            if touching.isdisjoint(other):
                rest.append((other, members))
            else:
                touching, names = touching | other, [*members, *names]
        groups = [*rest, (touching, names)]
    return [names for _, names in groups]


def _fewest(
    edits: Mapping[str, Sequence[Repair]], good: Mapping[str, Sequence[tuple[Repair, ...]]]
) -> tuple[list[tuple[Repair, ...]], bool]:
    """Answers the same of cases that hang together.

    Raises: OutOfBudget where none was found in time; it says how many edits are too few.
    """
    every = sorted({edit for found in edits.values() for edit in found})
    session = Session(("repairs",), _facts(every, edits, good))
    found: list[list[int]] = []
    late, size = False, 0
    try:
        while size <= len(every) and not session.satisfiable([(("within", (size,)), True)]):
            size += 1
        if size <= len(every):
            models = session.models([(("within", (size,)), True)], project=True)
            for model in islice(models, MOST_REVISIONS + 1):
                found.append(sorted(int(str(atom[1][0])) for atom in model))
    except OutOfBudget as error:
        if not found:
            names = ", ".join(edits)
            raise OutOfBudget(
                f"time ran out: it takes at least {size} edits to bring {names} into agreement; "
                "allow more, or take fewer cases"
            ) from error
        late = True
    return [tuple(every[number] for number in numbers) for numbers in sorted(found)], late


def _facts(
    every: Sequence[Repair],
    edits: Mapping[str, Sequence[Repair]],
    good: Mapping[str, Sequence[tuple[Repair, ...]]],
) -> Iterator[Atom]:
    number = {edit: index for index, edit in enumerate(every)}
    for edit, index in number.items():
        yield "edit", (index,)
        if edit.kind == "hold":
            other = Repair("deny", edit.name, case=edit.case)
            yield "exclusive", (index, number[other])
    for name, found in edits.items():
        yield "case", (name,)
        yield from (("touches", (name, number[edit])) for edit in found)
        for place, some in enumerate(good[name]):
            yield "good", (name, place)
            yield from (("member", (name, place, number[edit])) for edit in some)
    yield from (("budget", (size,)) for size in range(len(every) + 1))
