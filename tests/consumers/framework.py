"""A moral framework of one's own, as a plug-in has it."""

from __future__ import annotations

from argue.model.framework import Claim, CriticalQuestion, Findings, Framework, Parameter, View
from argue.model.numbers import Ops


def compare(view: View, ops: Ops) -> Findings:
    """Finds by how much the worst effect of one option is milder than another's."""
    spared: tuple[str, ...] = view.parameters["spare"]
    heard = [k for k, person in enumerate(view.standpoints) if person not in spared]
    worst = [ops.smallest([row[k] for k in heard]) for row in view.cells]
    return Findings({(None, a, b): worst[a] - worst[b] for a, b in view.pairs})


def word(claim: Claim) -> str:
    """Puts one comparison into a sentence."""
    return f'the gravest effect of "{claim.better}" is milder than that of "{claim.worse}"'


FRAMEWORK = Framework(
    id="worst_effect",
    title="Worst effect",
    scheme="The option whose gravest effect on anybody is mildest is to be preferred.",
    source="an example",
    compare=compare,
    word=word,
    parameters=(Parameter("spare", "Left out.", kind="names", group="standpoint", default=()),),
    critical_questions=(CriticalQuestion("everybody", "Has everybody been counted?"),),
)
