"""Everything a verdict turns on, as conditions on the signs of differences.

A verdict is a function of these conditions alone. What a source says enters the graph of a case as
reasons, replies and passed tests, never as numbers. A reason that is answered in a world is out in
every position of that world, so that of the complaints that meet in a pair only one thing counts:
whether the strongest against the one option exceeds the strongest against the other (then its
holder's complaint stands; otherwise all are answered), and whether numbers break the tie. That
reasons were given although all are answered still tells "allowed" from "indifferent", and is a
condition of its own. Only where a challenge singles out a voice or a reply are the voices kept
apart. Facts that rows settle, and what exceeds an agent's cap, are conditions as well. The order
of the conditions is fixed, so that a pattern of them is a row of bits.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from argue import registry
from argue.construct.challenges import changes_complaint
from argue.construct.places import unfit
from argue.construct.views import enough_of, missing_data, questions_of
from argue.construct.worlds import World, Worlds, worlds_over
from argue.errors import ArgueError, FrameworkError, LimitExceeded
from argue.model.case import Case, ChallengeStatus, FrameworkUse, Literal, Mode, TargetKind
from argue.model.framework import Findings, Framework, View, Voice
from argue.model.numbers import Number
from argue.model.record import record
from argue.rewards import conditions
from argue.rewards.caps import caps_of
from argue.rewards.conditions import POSITIVE, ZERO, Condition
from argue.rewards.forms import Form, Tape
from argue.rewards.sightings import Sightings, uses_of
from argue.rewards.template import Template
from argue.rewards.tracing import TracingOps


class Said(NamedTuple):
    """One thing a source may say in one of its worlds, options by their place.

    `reason` for `better` over `worse`; `reply` by `by` to the voice's reason; `passes`, a test
    that option `better` passes; `answered`, that reasons are given of which none stands.
    """

    kind: str
    world: int = 0
    better: int = 0
    worse: int = 0
    voice: Voice = None
    by: str = ""


@record
class SourceSigns:
    """What one use of a framework may say, and when: the condition of each thing, and margins.

    `margins[world, better, worse]` is the strongest reason's margin; `(world, a, b)` alone for
    a < b where it is a lead, below 0 where b is favoured.
    """

    use: FrameworkUse
    kind: Framework
    worlds: Worlds
    missing: str
    said: tuple[tuple[Said, Condition], ...]
    margins: tuple[tuple[tuple[int, int, int], Form], ...] = ()
    leads: bool = False


@record
class Signs:
    """All conditions of a template: of facts, of sources, and of what exceeds a cap."""

    tape: Tape
    facts: tuple[tuple[str, Condition], ...]
    sources: tuple[SourceSigns, ...]
    caps: tuple[Condition, ...]

    @property
    def all(self) -> tuple[Condition, ...]:
        """Every condition, in the order in which patterns hold them."""
        said = (condition for source in self.sources for _, condition in source.said)
        return (*(condition for _, condition in self.facts), *said, *self.caps)


def signs_of(template: Template) -> Signs:
    """Answers the conditions that the verdicts of a template turn on.

    Raises: LimitExceeded for what cannot be written as conditions; FrameworkError naming a
    framework that raises.
    """
    crowds = {
        place: template.crowds[name][:-1]
        for place, name in enumerate(template.case.standpoints)
        if len(template.crowds.get(name, ())) > 1
    }
    tape = Tape(crowds)
    sightings = Sightings(template, tape)
    return Signs(
        tape=tape,
        facts=tuple((name, sightings.literals([Literal(name)])) for name in template.facts),
        sources=tuple(_Tracer(sightings, use).source() for use in uses_of(sightings.case)),
        caps=tuple(caps_of(sightings)),
    )


class _Tracer:
    """Runs one framework's formula over forms and collects the conditions of what it says."""

    def __init__(self, sightings: Sightings, use: FrameworkUse) -> None:
        self.sightings, self.use = sightings, use
        self.kind = registry.framework(use.type)
        self.tape, self.ops = sightings.tape, TracingOps(sightings.tape)
        self.mode = use.mode or self.kind.mode
        self.voices = _names_voices(sightings.case, use)
        self.standing: dict[tuple[int, int, int], Condition] = {}
        self.spoken: list[Condition] = []
        self.entries: list[tuple[Said, Condition]] = []
        self.margins: list[tuple[tuple[int, int, int], Form]] = []
        self.leads: list[bool] = []
        if self.voices and sightings.template.crowds:
            raise LimitExceeded(
                f"a challenge singles out a voice of {use.id}, which works without crowds only"
            )

    def source(self) -> SourceSigns:
        case = self.sightings.case
        missing = missing_data(case, self.use, self.kind)
        if missing:
            return SourceSigns(self.use, self.kind, Worlds(), missing, ())
        questions = questions_of(self.sightings.case, self.use, self.kind)
        worlds = worlds_over(self.sightings.case, questions, of=self.use.id)
        found: list[Findings] = []
        for index, world in enumerate(worlds):
            seen, findings = self._traced(world)
            found.append(findings)
            self._hear(index, seen, findings)
        self._measure(found)
        answered = conditions.every(
            [*(conditions.negated(c) for c in self.standing.values()), conditions.some(self.spoken)]
        )
        if not self.voices:
            self.entries.append((Said("answered"), answered))
        return SourceSigns(
            self.use,
            self.kind,
            worlds,
            "",
            tuple(self.entries),
            tuple(self.margins),
            leads=all(self.leads),
        )

    def _traced(self, world: World) -> tuple[View, Findings]:
        try:
            seen = self.sightings.view(self.use, self.kind, world)
            return seen, self._findings(seen)
        except FrameworkError as error:
            raise unfit(self.sightings.case, self.use, error) from error
        except LimitExceeded as error:
            raise LimitExceeded(f"{self.use.id} cannot be compiled: {error}") from error
        except ArgueError:
            raise
        except Exception as error:
            name = f"framework {self.use.type!r} (source {self.use.id!r})"
            raise FrameworkError(f"{name} raised {type(error).__name__}: {error}") from error

    def _findings(self, seen: View) -> Findings:
        if self.mode is not Mode.ENOUGH:
            return self.kind.compare(seen, self.ops)
        value, enough = enough_of(self.use, self.kind)
        sign = -1 if self.kind.value_is_burden else 1
        surplus = [sign * (v - enough) for v in value(seen, self.ops)]
        passes = [self.ops.at_least(value, 0) for value in surplus]
        return Findings(
            {
                (None, a, b): self.ops.when_more(passes[a], passes[b], -surplus[b])
                for a, b in seen.pairs
            },
            passes=passes,
        )

    def _above(self, number: Number) -> Condition:
        return self.tape.sign(number, POSITIVE)

    def _hear(self, world: int, seen: View, found: Findings) -> None:
        for place, passed in enumerate(found.passes or ()):
            self.entries.append((Said("passes", world, place), self._above(passed)))
        if self.voices:
            self._hear_voices(world, seen, found)
            return
        pairs = dict.fromkeys([*(key[1:] for key in found.margins), *found.complaints])
        for a, b in pairs:
            voiced = {v: m for (v, x, y), m in found.margins.items() if (x, y) == (a, b)}
            stands, spoken = self._margins_say(voiced, found, (a, b))
            if (a, b) in found.complaints:
                ours, theirs = found.complaints[a, b]
                lead = self.ops.largest(theirs) - self.ops.largest(ours)
                more = [their - our for our, their in zip(ours, theirs, strict=True)]
                stands.append(self._above(lead))
                spoken.append(self._above(self.ops.largest(more)))
            self.standing[world, a, b] = standing = conditions.some(stands)
            self.spoken += spoken
            self.entries.append((Said("reason", world, a, b), standing))

    def _margins_say(
        self, voiced: dict[Voice, Number], found: Findings, pair: tuple[int, int]
    ) -> tuple[list[Condition], list[Condition]]:
        """Answers when a reason of some voice stands, and when one is given."""
        if self.sightings.template.crowds and not found.answered and voiced:
            above = self._above(self.ops.largest(list(voiced.values())))
            return [above], [above]
        given = {voice: self._above(margin) for voice, margin in voiced.items()}
        stands = [
            conditions.every(
                (above, conditions.negated(self._above(found.answered.get((voice, *pair), 0))))
            )
            for voice, above in given.items()
        ]
        return stands, list(given.values())

    def _hear_voices(self, world: int, seen: View, found: Findings) -> None:
        persons = seen.standpoints
        if len(set(persons)) < len(persons) or seen.states:
            raise LimitExceeded(
                f"a challenge singles out a voice of {self.use.id}, which works without draws only"
            )
        for (voice, a, b), margin in found.margins.items():
            given = self._above(margin)
            self.entries.append((Said("reason", world, a, b, voice), given))
            built_in = self.kind.built_in
            if built_in and (voice, a, b) in found.answered:
                reply = conditions.every((given, self._above(found.answered[voice, a, b])))
                self.entries.append((Said("reply", world, a, b, voice, built_in.id), reply))
        for (a, b), (ours, theirs) in found.complaints.items():
            for k, mine in enumerate(theirs):
                given = self._above(self.tape.form(mine) - ours[k])
                self.entries.append((Said("reason", world, a, b, persons[k]), given))
                for t, other in enumerate(ours):
                    least = self.tape.sign(self.tape.form(other) - mine, POSITIVE | ZERO)
                    reply = conditions.every((given, least))
                    said = Said("reply", world, a, b, persons[k], persons[t])
                    self.entries.append((said, reply))

    def _measure(self, found: Sequence[Findings]) -> None:
        """Writes down the strongest margins: one lead a pair of options where that says all."""
        size = range(len(self.sightings.case.options))
        mirrored = all(self._mirrored(findings) for findings in found)
        self.leads.append(mirrored)
        for world, findings in enumerate(found):
            for a in size:
                for b in size:
                    if a == b or (mirrored and a > b):
                        continue
                    value = (self._lead if mirrored else self._strongest)(findings, a, b)
                    self.margins.append(((world, a, b), self.tape.form(value)))

    def _mirrored(self, found: Findings) -> bool:
        return bool(found.complaints) or all(
            v is None
            and self.tape.form(m).key == (-self.tape.form(found.margins.get((v, b, a), 0))).key
            for (v, a, b), m in found.margins.items()
        )

    def _lead(self, found: Findings, a: int, b: int) -> Number:
        if not found.complaints:
            return found.margins.get((None, a, b), Fraction(0))
        ours, theirs = (self.ops.largest(side) for side in found.complaints[a, b])
        tied = self._strongest(found, a, b) - self.tape.form(self._strongest(found, b, a))
        behind = self.tape.choice(self._above(ours - theirs), -ours, tied)
        return self.tape.choice(self._above(theirs - ours), theirs, behind)

    def _strongest(self, found: Findings, a: int, b: int) -> Number:
        margins = [m for (_, x, y), m in found.margins.items() if (x, y) == (a, b)]
        return self.ops.positive(self.ops.largest(margins)) if margins else Fraction(0)


def _names_voices(case: Case, use: FrameworkUse) -> bool:
    """Answers whether a challenge singles out one voice or one reply of a source."""
    return any(
        c.against.name == use.id
        and c.status is not ChallengeStatus.REFUTED
        and (
            c.against.kind is TargetKind.REPLY
            or (
                c.against.kind is TargetKind.SOURCE
                and c.against.voice is not None
                and not changes_complaint(case, c)
            )
        )
        for c in case.challenges.values()
    )
