"""Humanity: never treat a person merely as a means, by using, deceiving or coercing them.

Source: Kant 1785, second formula of the categorical imperative; O'Neill 1985 and Korsgaard 1996,
for deceit and coercion as what one could not consent to; Parfit 2011, chapter 9, for consent. A
test of its own beside universalization: it reads no numbers, only what an option does to whom.
Someone who has consented to an option is not wronged by it.
"""

from __future__ import annotations

from argue.model.case import Mode
from argue.model.framework import Claim, CriticalQuestion, Findings, Framework, Parameter, View
from argue.model.numbers import Number, Ops

WRONGS = ("uses_as_means", "deceives", "coerces")
VERBS = {
    "uses_as_means": "uses",
    "deceives": "deceives",
    "coerces": "coerces",
    "breaches_right_of": "breaches a right of",
    "does_harm_to": "does harm to",
}
"""A wrong -> the verb for it."""


def wronged_by(view: View, option: int) -> list[bool]:
    """Answers which standpoints an option wrongs in any of the ways that are read."""
    ways = [view.wrongs[name][option] for name in view.wrongs]
    return [any(done) for done in zip(*ways, strict=True)]


def compare(view: View, ops: Ops) -> Findings:
    """Finds which options wrong nobody, and who is wronged by the others.

    Each person wronged speaks for every option that wrongs nobody.
    """
    wronged = [wronged_by(view, option) for option, _ in enumerate(view.options)]
    passes = [-1 if any(row) else 1 for row in wronged]
    found: dict[tuple[str | None, int, int], Number] = {
        (person, a, b): 1
        for a, b in view.pairs
        for person, done in zip(view.standpoints, wronged[b], strict=True)
        if passes[a] > 0 and done
    }
    return Findings(found, passes=passes)


def verbs_of(names: tuple[str, ...]) -> str:
    """Answers the verbs for some wrongs as a phrase: `uses, deceives or coerces`."""
    verbs = [VERBS[name] for name in names]
    return " or ".join([", ".join(verbs[:-1]), verbs[-1]] if len(verbs) > 1 else verbs)


def word(claim: Claim) -> str:
    """Puts one wrong that another option avoids into a sentence."""
    return (
        f'"{claim.worse}" {verbs_of(tuple(claim.parameters["wrongs"]))} {claim.voice} without '
        f'consent; "{claim.better}" does so to nobody'
    )


FRAMEWORK = Framework(
    id="humanity",
    title="Humanity",
    scheme="An act is wrong if it uses, deceives or coerces someone without their consent.",
    source="Kant 1785",
    compare=compare,
    word=word,
    reads="options",
    mode=Mode.TEST,
    family=lambda parameters: "constraints",
    persons=False,
    wrongs=WRONGS,
    numbers=lambda parameters: False,
    parameters=(
        Parameter(
            "wrongs",
            f"What counts as treating someone merely as a means: some of {', '.join(WRONGS)}.",
            kind="names",
            default=WRONGS,
            choices=WRONGS,
        ),
    ),
    critical_questions=(
        CriticalQuestion("consent", "Has the person agreed, or could they reasonably agree?"),
        CriticalQuestion("merely", "Is the person treated as a means only, or as an end as well?"),
        CriticalQuestion("side_effect", "Is the harm a means to the end, or a side effect of it?"),
        CriticalQuestion("aggressor", "Is it the deceit or force of an aggressor that is met?"),
    ),
)
