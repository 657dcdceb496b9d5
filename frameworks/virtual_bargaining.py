"""Virtual bargaining: do what those concerned would agree to if they could be asked.

Sources: Levine, Kleiman-Weiner, Chater, Cushman, Tenenbaum 2024, for judging an act by whether
the absent party would accept what it gets; Misyak and Chater 2014, for the imagined bargain; Nash
1950, for which of several agreements. A test: an option passes if nobody would be left with less
than they have without agreement. An effect is what one is offered less what one would need to be
paid, so that it is below 0 for whoever would refuse.
"""

from __future__ import annotations

from argue.errors import FrameworkError
from argue.model.case import Mode
from argue.model.framework import (
    Claim,
    CriticalQuestion,
    Findings,
    Framework,
    Parameter,
    View,
    Voice,
)
from argue.model.numbers import TOLERANCE, Number, Ops
from frameworks import welfare_functionals as functionals
from frameworks.positions import BEFORE, gains
from frameworks.welfare import NOBODY, same_people
from frameworks.welfare_functionals import Profile

AGREE, NASH = "agree", "nash"


def parties_of(view: View) -> list[int]:
    """Answers whose agreement is asked for, as indices: everybody's where nobody is named.

    Raises: FrameworkError if a name is no standpoint.
    """
    named = view.parameters["parties"] or view.standpoints
    unknown = [name for name in named if name not in view.standpoints]
    if unknown:
        raise FrameworkError(
            f"parties {', '.join(unknown)} are no standpoints; write some of: "
            f"{', '.join(view.standpoints)}"
        )
    return [k for k, name in enumerate(view.standpoints) if name in named]


def offers(view: View) -> list[Profile]:
    """Answers for each option what each party gains over what it has without agreement."""
    same_people(view)
    parties = parties_of(view)
    return [
        Profile([profile.values[k] for k in parties], [profile.counts[k] for k in parties])
        for profile in gains(view)
    ]


def compare(view: View, ops: Ops) -> Findings:
    """Finds what all would agree to, who would refuse the rest, and with `nash` the best bargain.

    Whoever would refuse an option speaks for each that all would agree to.
    """
    offered = offers(view)
    passes = [ops.at_least(ops.smallest(profile.values), 0) for profile in offered]
    found: dict[tuple[Voice, int, int], Number] = {}
    for a, b in view.pairs:
        for k, gain in zip(parties_of(view), offered[b].values, strict=True):
            found[view.standpoints[k], a, b] = ops.when_more(
                passes[a], passes[b], ops.positive(-gain)
            )
    if view.parameters["rule"] == NASH:
        if functionals.nobody(offered[0].counts):
            raise FrameworkError(NOBODY)
        bargains = [
            functionals.nash(
                Profile([ops.positive(gain) for gain in profile.values], profile.counts), ops
            )
            for profile in offered
        ]
        for a, b in view.pairs:
            lead = bargains[a] - bargains[b]
            found[None, a, b] = ops.when_equal(passes[a] + passes[b], 2, lead)
    return Findings(found, passes=passes)


def word(claim: Claim) -> str:
    """Puts one refusal, or one better bargain, into a sentence."""
    if claim.voice is None:
        return (
            f'all would agree to both, and "{claim.better}" is the better bargain: gains of '
            f'{claim.margin} more than "{claim.worse}", by geometric mean'
        )
    return (
        f'{claim.voice} would not agree to "{claim.worse}", which leaves them {claim.margin} '
        f'short; all would agree to "{claim.better}"'
    )


FRAMEWORK = Framework(
    id="virtual_bargaining",
    title="Virtual bargaining",
    scheme="Do only what those concerned would agree to if they could be asked.",
    source="Levine et al. 2024; Misyak and Chater 2014",
    compare=compare,
    word=word,
    mode=Mode.TEST,
    exact=lambda parameters: parameters["rule"] == AGREE,
    parameters=(
        Parameter(
            "disagreement",
            f"What gains are measured from: {BEFORE} (effects of 0) or the option people fall "
            "back on.",
            kind="text",
            default=BEFORE,
            choices=(BEFORE,),
            group="option",
        ),
        Parameter(
            "parties",
            "The standpoints whose agreement is asked for; all of them unless named.",
            kind="names",
            default=(),
            group="standpoint",
        ),
        Parameter(
            "rule",
            "agree (an option passes if all would agree) or nash (of those the one with the "
            f"greatest product of gains is favoured; {TOLERANCE}).",
            kind="choice",
            default=AGREE,
            choices=(AGREE, NASH),
        ),
    ),
    critical_questions=(
        CriticalQuestion("reasonable", "Is what they would demand more than is reasonable?"),
        CriticalQuestion("could_ask", "Could they simply be asked?"),
        CriticalQuestion("baseline", "Is what they have without agreement fairly theirs?"),
        CriticalQuestion("power", "Would they agree only because they are in no place to refuse?"),
        CriticalQuestion("not_for_sale", "Is it something that no offer could make up for?"),
    ),
)
