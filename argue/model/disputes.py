"""What people say of a case beside its numbers: reasons, priorities, and what they challenge."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from argue.model.cells import Condition
from argue.model.deprecating import renamed_attribute
from argue.model.record import record
from argue.model.universal import Universal, UniversalShape


@record
class StatedReason:
    """A reason somebody gives for one option over another, where no burden says it."""

    id: str
    by: str
    favours: str
    over: str
    because: Condition = ()
    strength: Fraction = Fraction(1)
    text: str = ""
    source: str | None = None


@record
class Priority:
    """One source outranks another; `norms` on either side means every norm."""

    id: str
    higher: str
    lower: str
    because: str | None = None
    when: Condition = ()
    by: str | None = None


class TargetKind(StrEnum):
    """What a challenge is directed against."""

    SOURCE = "source"
    REPLY = "reply"
    PRIORITY = "priority"
    REASON = "reason"
    CHALLENGE = "challenge"


class ChallengeStatus(StrEnum):
    """A raised challenge is counted both ways, an accepted one stands, a refuted one is gone."""

    RAISED = "raised"
    ACCEPTED = "accepted"
    REFUTED = "refuted"


@record
class Target:
    """What a challenge is directed against.

    `name` is a source (framework, `norm:<id>` or a stated reason's `by`), a priority, a stated
    reason or a challenge; of a reply also `cap` and `prerogative`. The other fields narrow it to
    one comparison: `voice` is the standpoint whose complaint it is, `by` the standpoint a reply
    speaks for, or the critical question it answers.
    """

    kind: TargetKind
    name: str
    voice: str | None = None
    better: str | None = None
    worse: str | None = None
    by: str | None = None


@record
class Challenge:
    """A doubt somebody raises; `factor` is what a challenged complaint is multiplied by.

    `condition` (the keys `if` and, when it names facts, `because`) must hold for the challenge to
    stand; `because` is the text given with an accepted one. `universal` is what universalization
    reads of the option challenged while the challenge stands; its reasons fall if None.
    """

    id: str
    against: Target
    status: ChallengeStatus = ChallengeStatus.RAISED
    question: str | None = None
    because: str | None = None
    condition: Condition = ()
    factor: Fraction = Fraction(0)
    by: str | None = None
    text: str = ""
    universal: Universal | UniversalShape | None = None
    cq = renamed_attribute("cq", "question", since="0.1.0")
