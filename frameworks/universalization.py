"""Universalization: what if everyone who wants to felt free to do it?

Sources: Levine, Kleiman-Weiner, Schulz, Tenenbaum, Cushman 2020, for the test by utility and its
graded form; Kant 1785 and Korsgaard 1996, for the two contradictions. A maxim contradicts itself
in conception if its universal practice cannot be conceived, or would no longer serve its end (the
practical contradiction); in the will if all who are interested doing it is worse than nobody doing
it. The test does not rank what passes: a harmless act is no worse for being less useful.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from argue.errors import FrameworkError
from argue.model.case import Maxim, Mode
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

CONCEPTION, MEANS = "conception", "means"
"""Whose voice it is that an option is inconceivable for all, or defeats its own end."""

COUNTS, IGNORED = "counts", "ignored"
SOCIAL, OWN = "social", "own"


def maxims_of(view: View) -> Sequence[Maxim]:
    """Answers what is said of every option's maxim: that it can be conceived, unless told more."""
    return view.maxims or [Maxim() for _ in view.options]


def surplus(view: View, ops: Ops) -> list[Number]:
    """Answers for each option how much better all doing it is than nobody doing it.

    For all together, or with `will: own` for the agent. Raises: FrameworkError where an option
    lacks the agent's own utilities that are asked for.
    """
    if view.parameters["will"] == SOCIAL:
        return [everyone - nobody for everyone, nobody in view.universal]
    found: list[Number] = []
    for option, maxim in zip(view.options, maxims_of(view), strict=True):
        if maxim.own is None:
            raise FrameworkError(
                f"will: own needs universal.{option}.own, what everyone's doing it is worth to "
                "the agent, such as own: {all: -2, nobody: 0}"
            )
        found.append(maxim.own[0] - maxim.own[1])
    return found


def frustrations(view: View) -> list[Number]:
    """Answers for each option how much of its chance of success is lost if everyone does it.

    0 where its end stays within reach, or nothing is said of its end.
    """
    small = view.parameters["frustrated"]
    pairs = [maxim.means or (0, 0) for maxim in maxims_of(view)]
    return [alone - everyone if everyone <= small < alone else 0 for everyone, alone in pairs]


def compare(view: View, ops: Ops) -> Findings:
    """Finds what passes, and for each pair why the second alone fails.

    With `rule: best` the options are ranked by the utility of everyone's doing them.
    """
    if view.parameters["rule"] == "best":
        everyone = [utility for utility, _ in view.universal]
        return Findings({(None, a, b): everyone[a] - everyone[b] for a, b in view.pairs})
    gain = surplus(view, ops)
    counts = view.parameters["conception"] == COUNTS
    broken = [int(counts and not maxim.conceivable) for maxim in maxims_of(view)]
    lost = frustrations(view) if counts else [0 for _ in view.options]
    passes = [
        -1 if broken[i] or lost[i] else ops.at_least(value, 0) for i, value in enumerate(gain)
    ]
    found: dict[tuple[Voice, int, int], Number] = {}
    for a, b in view.pairs:
        found[None, a, b] = ops.when_more(passes[a], passes[b], -gain[b])
        for voice, margin in ((CONCEPTION, broken[b]), (MEANS, lost[b])):
            if margin:
                found[voice, a, b] = ops.when_more(passes[a], passes[b], margin)
    return Findings(found, passes=passes)


def acceptable(view: View, ops: Ops) -> list[Number]:
    """Answers how likely people are to find each option acceptable; none without tau.

    1 / (1 + exp(tau (U(nobody) - U(everyone)) + beta)), computed so that it does not overflow.
    Source: [Levine20], model 1.
    """
    tau, beta = view.parameters["tau"], view.parameters["beta"]
    if tau is None:
        return []
    found: list[Number] = []
    for everyone, nobody in view.universal:
        against = tau * (nobody - everyone) + beta
        rest = ops.exponential(-ops.largest([against, -against]))
        found.append(ops.settled(ops.either(against, 0, rest, 1) / (1 + rest)))
    return found


def word(claim: Claim) -> str:
    """Puts one failed test, or one ranking by it, into a sentence."""
    if claim.voice == CONCEPTION:
        return (
            f'"{claim.worse}" cannot even be conceived as what everyone does; '
            f'"{claim.better}" passes this test'
        )
    if claim.voice == MEANS:
        return (
            f'if everyone who wants to did "{claim.worse}", it would no longer bring about its '
            f'own end; "{claim.better}" passes this test'
        )
    if claim.parameters["rule"] == "best":
        return (
            f'if everyone who wants to did it, "{claim.better}" would go better than '
            f'"{claim.worse}", by {claim.margin}'
        )
    if claim.parameters["will"] == OWN:
        return (
            f'whoever does "{claim.worse}" would be worse off if everyone did it, by '
            f'{claim.margin}, and cannot will that; "{claim.better}" passes'
        )
    return (
        f'if everyone who wants to did "{claim.worse}", things would go worse than if nobody did, '
        f'by {claim.margin}; "{claim.better}" passes this test'
    )


FRAMEWORK = Framework(
    id="universalization",
    title="Universalization",
    scheme="An act is wrong if everyone's feeling free to do it is worse than nobody's doing it.",
    source="Levine et al. 2020",
    compare=compare,
    word=word,
    value=surplus,
    graded=acceptable,
    reads="universal",
    mode=Mode.TEST,
    persons=False,
    voices=(CONCEPTION, MEANS),
    parameters=(
        Parameter(
            "rule",
            "test (an option passes or fails) or best (options are ranked by what happens if "
            "everyone does them).",
            kind="choice",
            default="test",
            choices=("test", "best"),
        ),
        Parameter(
            "will",
            "social (everyone's doing it must be no worse for all together) or own (no worse for "
            "the agent; needs universal.*.own).",
            kind="choice",
            default=SOCIAL,
            choices=(SOCIAL, OWN),
            assumed_with=("own",),
        ),
        Parameter(
            "conception",
            "counts (what cannot be conceived as everyone's practice, or would then defeat its own "
            "end, fails) or ignored.",
            kind="choice",
            default=COUNTS,
            choices=(COUNTS, IGNORED),
            assumed_with=("means", "conceivable"),
        ),
        Parameter(
            "frustrated",
            "The chance of success up to which an end counts as out of reach. The default is ours.",
            default=Fraction(1, 20),
            low=0,
            high=1,
            assumed_with=("means",),
        ),
        Parameter(
            "tau",
            "How strongly utility moves people; with it the report shows how likely they are to "
            "find each option acceptable, a figure that no verdict uses.",
            low=0,
        ),
        Parameter("beta", "How far people lean against any act; read with tau.", default=0),
    ),
    critical_questions=(
        CriticalQuestion(
            "interested",
            "Would so many really want to do it?",
            "fewer would want to do it than the test supposes",
        ),
        CriticalQuestion(
            "restricted",
            "Is a narrower act meant, which everyone could well do?",
            "what is meant is a narrower act, which everyone could well do",
        ),
        CriticalQuestion(
            "assurance",
            "Do others hold back as well, or is whoever does exploited?",
            "others do it all the same, so that holding back alone achieves nothing",
        ),
        CriticalQuestion(
            "no_threshold",
            "Does harm begin only when many do it?",
            "there is no number of people from which harm begins",
        ),
        CriticalQuestion(
            "gerrymandered",
            "Is the act described so narrowly that few could do it?",
            "the act is described so narrowly that few could do it",
        ),
    ),
)
