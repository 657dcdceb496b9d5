"""Rule utilitarianism: the option whose permission, generally accepted, has the better effects.

Source: Hooker 2000; Brandt 1979. It reads the table `general`, the burdens if a principle
permitting the option were generally accepted, where act welfare reads the effects of this act.
"""

from __future__ import annotations

from argue.model.framework import Claim, CriticalQuestion, Framework
from frameworks.welfare import averages, compare


def word(claim: Claim) -> str:
    """Puts one comparison of rules into a sentence."""
    return (
        f'a rule permitting "{claim.better}" does better than one permitting "{claim.worse}", '
        f"by {claim.margin} a person on average"
    )


FRAMEWORK = Framework(
    id="rule_utilitarian",
    title="Rule utilitarianism",
    scheme="The option whose permission, if generally accepted, has the better effects on all.",
    source="Hooker 2000",
    compare=compare,
    word=word,
    value=averages,
    reads="general",
    unit="a person on average",
    family=lambda parameters: "welfare",
    critical_questions=(
        CriticalQuestion("not_general", "Is the rule stated in terms anybody could follow?"),
        CriticalQuestion("comparability", "Can gains to one be weighed against losses to another?"),
        CriticalQuestion("uncounted", "Is somebody affected who is not counted?"),
        CriticalQuestion("compliance", "What if the rule is only partly complied with?"),
    ),
)
