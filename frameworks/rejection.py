"""Reasonable rejection: no one may be left with a complaint stronger than the alternatives raise.

Source: Scanlon 1998, chapter 5. Complaints of single standpoints are compared, never added; a
complaint is answered by someone who would bear as much under the alternative. Where the strongest
complaints are equal, numbers break the tie (Scanlon 1998, 232-235), or do not (Taurek 1977); that
a slight complaint breaks none is Kamm 1993. Limited aggregation adds up those complaints that are
relevant; see `frameworks.relevance`. What one may complain of, see `frameworks.complaints`; of a
risk, `frameworks.outcomes`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from argue.errors import FrameworkError
from argue.model.framework import (
    Claim,
    CriticalQuestion,
    Findings,
    Framework,
    Parameter,
    View,
    Voice,
)
from argue.model.numbers import Number, Ops
from frameworks import relevance
from frameworks.complaints import BEFORE, largest_complaints, met, runs_from
from frameworks.outcomes import EX_POST, WHEN, by_state, draw, draws
from frameworks.welfare import same_people

NUMBERS, SPARED = "numbers", "spared"
WRONGS = ("uses_as_means", "breaches_right_of")
Both = tuple[Sequence[Number], Sequence[Number]]
"""The complaints that meet in a pair of options: against the first, and against the second."""
Met = Mapping[tuple[int, int], Both]


def compare(view: View, ops: Ops) -> Findings:
    """Finds the complaints that meet in each pair of options, and ties broken by numbers.

    Of the states of a common draw everyone's complaint is that of the state worst for them.
    """
    same_people(view)
    states = [met(seen, ops) for seen in by_state(view)]
    complaints = {pair: _worst([state[pair] for state in states], ops) for pair in view.pairs}
    if view.parameters["aggregation"] != "none":
        return Findings(_leads(view, ops, complaints))
    if view.parameters["ties"] == "none":
        return Findings({}, complaints)
    ties: dict[tuple[Voice, int, int], Number] = {}
    for pair, both in complaints.items():
        ties[NUMBERS, *pair] = by_numbers = tie(view, ops, *both)
        if view.parameters["relevance"] or view.states:
            ties[SPARED, *pair] = _spared(
                ops, both, [state[pair] for state in states], unless=by_numbers
            )
    return Findings(ties, complaints)


def _worst(states: Sequence[Both], ops: Ops) -> Both:
    """Answers each standpoint's strongest complaint over the states, against both options."""
    if len(states) == 1:
        return states[0]
    first, second = (
        [ops.largest(column) for column in zip(*(state[side] for state in states), strict=True)]
        for side in (0, 1)
    )
    return first, second


def tie(view: View, ops: Ops, against_a: Sequence[Number], against_b: Sequence[Number]) -> Number:
    """Answers the level at which numbers speak for a over b, where the strongest tie; else 0.

    At the highest complaint that not equally many hold against both, fewer hold it against a.
    Complaints that are slight beside the strongest do not count where a share `relevance` is given.
    """
    top = ops.largest(against_a)
    share = view.parameters["relevance"] or 0
    return ops.when_equal(
        top,
        ops.largest(against_b),
        ops.first_count_difference(
            relevance.relevant(against_a, ops, share=share, of=top),
            relevance.relevant(against_b, ops, share=share, of=top),
            view.counts,
        ),
    )


def _spared(ops: Ops, both: Both, states: Sequence[Both], *, unless: Number) -> Number:
    """Answers what a spares somebody in some state and costs nobody in any, if all else ties."""
    against_a, against_b = ([c for state in states for c in state[side]] for side in (0, 1))
    tied = ops.when_equal(
        ops.largest(both[0]),
        ops.largest(both[1]),
        relevance.dominance(against_a, against_b, ops),
    )
    return ops.when_equal(unless, 0, tied)


def _leads(view: View, ops: Ops, complaints: Met) -> dict[tuple[Voice, int, int], Number]:
    """Answers by how much relevant complaints weigh more against b than against a, by pair.

    Raises: FrameworkError if no share is given from which on a complaint is relevant.
    """
    share = view.parameters["relevance"]
    if share is None:
        raise FrameworkError(
            "aggregation needs `relevance`: the share of the strongest complaint, from 0 to 1, "
            "from which on another counts; 0 adds up all"
        )
    if not complaints:
        return {}
    strongest = ops.largest([ops.largest(side) for both in complaints.values() for side in both])
    found: dict[tuple[Voice, int, int], Number] = {}
    for pair, both in complaints.items():
        rivals = [ops.largest(both[1]), ops.largest(both[0])]
        if view.parameters["aggregation"] == "global":
            rivals = [strongest, strongest]
        bounds = (share * rivals[0], share * rivals[1])
        found[NUMBERS, *pair] = lead = relevance.lead(both, view.counts, ops, bounds=bounds)
        found[SPARED, *pair] = ops.when_equal(lead, 0, relevance.dominance(*both, ops))
    return found


def word(claim: Claim) -> str:
    """Puts one complaint, or what numbers say, into a sentence."""
    if claim.voice == SPARED:
        return (
            f'"{claim.worse}" leaves somebody with a complaint {claim.margin} stronger than '
            f'"{claim.better}" does, and nobody with a weaker one'
        )
    if claim.voice == NUMBERS and claim.parameters["aggregation"] != "none":
        return (
            f'the relevant complaints against "{claim.worse}" add up to {claim.margin} more than '
            f'those against "{claim.better}"'
        )
    if claim.voice == NUMBERS:
        return (
            f"the strongest complaints are equal; more people would have one of {claim.margin} "
            f'against "{claim.worse}" than against "{claim.better}"'
        )
    asides = ["counted ex post"] if claim.parameters["when"] == EX_POST else []
    if claim.start:
        from_ = "before" if claim.start == BEFORE else f'"{claim.start}"'
        asides.append(f"compared with {from_}")
    aside = f", {', '.join(asides)}," if asides else ""
    return f'a complaint of {claim.margin} by {claim.voice}{aside} speaks against "{claim.worse}"'


def is_whole(parameters: Mapping[str, Any]) -> bool:
    """Answers whether nothing enters but differences of effects, in one unit."""
    return parameters["at_most"] is None and parameters["aggregation"] == "none"


FRAMEWORK = Framework(
    id="rejection",
    title="Reasonable rejection",
    scheme="A plan is wrong if someone has a complaint against it stronger than any that an "
    "alternative would raise.",
    source="Scanlon 1998",
    compare=compare,
    word=word,
    value=largest_complaints,
    value_is_burden=True,
    reads="general",
    complaints=True,
    starts=runs_from,
    whole=is_whole,
    wrongs=WRONGS,
    draws=draws,
    voices=(NUMBERS, SPARED),
    unit="of complaint",
    parameters=(
        Parameter(
            "complaint",
            "What a complaint is measured against: menu (one's best option), pairwise (the "
            "alternative at hand; may cycle), level (how badly off one is).",
            kind="choice",
            default="menu",
            choices=("menu", "pairwise", "level"),
        ),
        Parameter(
            "ties",
            "Whether numbers decide between equally strong complaints: numbers or none.",
            kind="choice",
            default="numbers",
            choices=("numbers", "none"),
            needs=(("aggregation", ("none",)),),
        ),
        Parameter(
            "relevance",
            "The share of the strongest complaint, 0 to 1, from which on another counts where "
            "numbers do: a slight one then breaks no tie between grave ones. Not given: all count.",
            low=0,
            high=1,
        ),
        Parameter(
            "aggregation",
            "none (single complaints are compared), local (relevant ones are added up, relevant "
            "beside the strongest on the other side; may cycle) or global (beside the strongest "
            "of all). Needs relevance.",
            kind="choice",
            default="none",
            choices=("none", "local", "global"),
        ),
        Parameter(
            "at_most",
            "No single loss grounds a complaint stronger than this, before consent, "
            "responsibility and rights are weighed. Not given: no ceiling.",
            low=0,
        ),
        Parameter(
            "wronged_from",
            "What the complaint of somebody used as a means or of whom a right is breached runs "
            "from: before (their status before, if better than the alternatives) or menu.",
            kind="choice",
            default=BEFORE,
            choices=(BEFORE, "menu"),
            assumed_with=WRONGS,
        ),
        Parameter(
            "rights_weight",
            "What a complaint is multiplied by where its holder is used as a means or a right "
            "of theirs is breached.",
            default=2,
            low=1,
            assumed_with=WRONGS,
        ),
        Parameter(
            "allowed_weight",
            "What a complaint is multiplied by where the option only allows its holder to be "
            "harmed (allows_harm_to); 1: allowing counts as doing.",
            default=Fraction(1, 2),
            low=0,
            high=1,
            assumed_with=("allows_harm_to",),
        ),
        WHEN,
        draw("one draw decides for all; everyone's complaint is that of the state worst for them"),
        Parameter(
            "residue_above",
            "A complaint above this against every option is reported as a residue.",
            low=0,
        ),
    ),
    critical_questions=(
        CriticalQuestion(
            "consent",
            "Has the complainant agreed to this burden?",
            "{voice} has agreed to this burden",
        ),
        CriticalQuestion(
            "trivial",
            "Is the burden too slight to complain of?",
            "the burden on {voice} is too slight to complain of",
        ),
        CriticalQuestion(
            "generic",
            "Would anyone in this standpoint have this complaint?",
            "the complaint of {voice} is idiosyncratic: not everyone in that standpoint has it",
        ),
        CriticalQuestion(
            "ex_ante",
            "Is the complaint about a prospect or about an outcome?",
            "{voice} complains of an outcome, but accepted the prospect",
        ),
        CriticalQuestion(
            "incomparable",
            "Are the two burdens of kinds that can be compared?",
            "the burden on {voice} is of a kind that cannot be compared with the other",
        ),
        CriticalQuestion(
            "allowed",
            "Is the harm done, or only allowed to happen?",
            "the harm to {voice} is only allowed to happen",
        ),
        CriticalQuestion(
            "numbers",
            "Should numbers decide between equal complaints?",
            "numbers decide nothing between equal complaints",
        ),
    ),
)
