"""One use of a moral framework, heard in every world that its data distinguish."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from fractions import Fraction

from argue import registry
from argue.construct.deeds import wrongs_done
from argue.construct.places import unfit
from argue.construct.prerogative import agents_of
from argue.construct.said import Reason, Reply, Source, Worded
from argue.construct.views import enough_of, missing_data, questions_of, view, whole
from argue.construct.words import measured, plain
from argue.construct.worlds import worlds_over
from argue.errors import ArgueError, FrameworkError
from argue.model.case import Case, FrameworkUse, Mode, TargetKind
from argue.model.framework import Claim, Findings, Framework, View, Voice
from argue.model.numbers import EXACT, Number
from argue.model.patience import go_on

MOST_VOICES = 2_000
"""Complaints are listed one by one up to so many pairs of options times standpoints."""


def framework_source(case: Case, use: FrameworkUse, *, complete: bool = True) -> Source:
    """Answers what one use of a framework says.

    Raises: UnfitCase if the framework cannot judge the case as it stands, FrameworkError if it
    raises anything else or gives something unusable.
    """
    kind = registry.framework(use.type)
    source = _Collector(case, use, kind, complete)
    return source.silent() if missing_data(case, use, kind) else source.heard()


class _Collector:
    """Gathers the findings of one framework over its worlds into a source."""

    def __init__(self, case: Case, use: FrameworkUse, kind: Framework, complete: bool) -> None:
        self.case, self.use, self.kind = case, use, kind
        self.parameters = {**kind.defaults(), **use.parameters}
        size = len(case.options) * (len(case.options) - 1) * len(case.standpoints)
        self.excused = agents_of(case)
        self.all_voices = self._pairs_challenged() or (complete and size <= MOST_VOICES)
        self.margins: dict[tuple[Voice, int, int], dict[int, Fraction]] = {}
        self.answers: dict[tuple[str, int, int], dict[Voice, int]] = {}
        self.starts: dict[tuple[Voice, int, int], set[str]] = {}
        self.passing: set[str] = set()

    def _title(self) -> str:
        title = self.kind.title
        return f"{title} (chosen by {plain(self.use.id)})" if self.use.chosen else title

    def silent(self) -> Source:
        return Source(
            id=self.use.id,
            title=self._title(),
            family=self.kind.family_of(self.parameters),
            unit=self.kind.unit,
            missing=missing_data(self.case, self.use, self.kind),
        )

    def heard(self) -> Source:
        questions = questions_of(self.case, self.use, self.kind)
        worlds = worlds_over(self.case, questions, of=self.use.id)
        residue = self.parameters.get("residue_above") is not None
        options = tuple(self.case.options)
        for index, world in enumerate(worlds):
            go_on()
            seen = view(self.case, self.use, self.kind, world)
            try:
                self._hear(index, seen)
                residue = residue and self._leaves_residue(seen)
            except FrameworkError as error:
                raise unfit(self.case, self.use, error) from error
            except ArgueError:
                raise
            except Exception as error:
                raise self._raised(error) from error
        tests = self.use.mode or self.kind.mode
        silent = tests is not Mode.BEST and not self.passing and not self.margins
        return Source(
            id=self.use.id,
            title=self._title(),
            family=self.kind.family_of(self.parameters),
            unit=self.kind.unit,
            worlds=worlds,
            reasons=tuple(self._reasons(options)),
            replies=tuple(
                Reply(
                    by, options[a], options[b], dict(answered), self._answer(options[a], options[b])
                )
                for (by, a, b), answered in sorted(self.answers.items())
            ),
            missing="no option passes its test" if silent else "",
            passes=frozenset(self.passing),
            pruned=bool(self.kind.complaints) and not self.all_voices,
            residue=residue,
        )

    def _answer(self, better: str, worse: str) -> str:
        built_in = self.kind.built_in
        return built_in.text.format(better=better, worse=worse) if built_in else ""

    def _pairs_challenged(self) -> bool:
        """Answers whether a challenge picks out single complaints, so that all must be there."""
        return any(
            c.against.name == self.use.id
            and (c.against.kind is TargetKind.REPLY or c.against.better is not None)
            for c in self.case.challenges.values()
        )

    def _findings(self, seen: View) -> Findings:
        if (self.use.mode or self.kind.mode) is not Mode.ENOUGH:
            return self.kind.compare(seen, EXACT)
        value, enough = enough_of(self.use, self.kind)
        sign = -1 if self.kind.value_is_burden else 1
        surplus = [sign * (v - enough) for v in value(seen, EXACT)]
        return Findings(
            {
                (None, a, b): -surplus[b]
                for a, b in seen.pairs
                if surplus[a] >= 0 and surplus[b] < 0
            },
            passes=[1 if s >= 0 else -1 for s in surplus],
        )

    def _hear(self, index: int, seen: View) -> None:
        """Adds what is found in one world, in whole numbers where the framework can take them."""
        scale = 1
        enough = (self.use.mode or self.kind.mode) is Mode.ENOUGH
        present = all(cell is not None for row in seen.cells for cell in row)
        if self.kind.whole and self.kind.whole(self.parameters) and present and not enough:
            seen, scale = whole(seen)
        self._add(index, seen, self._findings(seen), scale)

    def _add(self, index: int, seen: View, found: Findings, scale: int) -> None:
        for (voice, a, b), margin in found.margins.items():
            if margin > 0:
                self.margins.setdefault((voice, a, b), {})[index] = Fraction(margin) / scale
        for (a, b), both in found.complaints.items():
            self._add_complaints(index, seen, (a, b), (*both, scale))
        for (voice, a, b), holds in found.answered.items():
            if holds > 0 and self.kind.built_in:
                answered = self.answers.setdefault((self.kind.built_in.id, a, b), {})
                answered[voice] = answered.get(voice, 0) | 1 << index
        for option, passed in zip(seen.options, found.passes or (), strict=bool(found.passes)):
            if passed > 0:
                self.passing.add(option)

    def _add_complaints(
        self,
        index: int,
        seen: View,
        pair: tuple[int, int],
        both: tuple[Sequence[Number], Sequence[Number], int],
    ) -> None:
        against_a, against_b, scale = both
        people = seen.standpoints
        voices = _strongest(
            people, against_b, [k for k in range(len(people)) if against_b[k] > against_a[k]]
        )
        if not voices:
            return
        if not self.all_voices:
            voices = self._deciding(people, against_b, voices)
        for k in voices:
            margin = Fraction(against_b[k]) / scale
            self.margins.setdefault((people[k], *pair), {})[index] = margin
            if self.kind.starts:
                found = self.kind.starts(seen, (*pair, k))
                self.starts.setdefault((people[k], *pair), set()).add(found)
        repliers = range(len(people))
        if not self._pairs_challenged():
            repliers = [min(repliers, key=lambda t: (-against_a[t], people[t]))]
        for t in repliers:
            for k in voices:
                if against_a[t] >= against_b[k]:
                    answered = self.answers.setdefault((people[t], *pair), {})
                    answered[people[k]] = answered.get(people[k], 0) | 1 << index

    def _deciding(
        self, people: Sequence[str], burdens: Sequence[Number], voices: Sequence[int]
    ) -> list[int]:
        """Answers the voices down to the strongest who is no agent with a prerogative.

        What becomes of theirs becomes of whoever complains of less.
        """
        ranked = sorted(voices, key=lambda k: (-burdens[k], people[k]))
        first = next((n for n, k in enumerate(ranked) if people[k] not in self.excused), None)
        return ranked if first is None else ranked[: first + 1]

    def _leaves_residue(self, seen: View) -> bool:
        if self.kind.value is None:
            return False
        values = self.kind.value(seen, EXACT)
        return all(value > self.parameters["residue_above"] for value in values)

    def _reasons(self, options: Sequence[str]) -> list[Reason]:
        enough = (self.use.mode or self.kind.mode) is Mode.ENOUGH
        found: list[Reason] = []
        for (voice, a, b), margins in sorted(
            self.margins.items(), key=lambda entry: (entry[0][1:], entry[0][0] or "")
        ):
            text = (
                self._enough_text(options[a], options[b])
                if enough
                else self._text(voice, options[a], options[b], self.starts.get((voice, a, b), ()))
            )
            found.append(Reason(options[a], options[b], margins, text, voice))
        return found

    def _text(self, voice: Voice, better: str, worse: str, starts: Collection[str]) -> Worded:
        unit, parameters = self.case.scale.unit, self.parameters
        if "wrongs" in parameters and voice is not None:
            done = wrongs_done(self.case, self.use, self.kind, by=worse, to=voice)
            parameters = {**parameters, "wrongs": done or parameters["wrongs"]}
        person = self.case.standpoints.get(voice) if voice is not None else None
        spoken = voice if person is None else person.called
        start = next(iter(starts)) if len(starts) == 1 else ""

        def text(margins: Sequence[Fraction]) -> str:
            amount = measured(margins, unit)
            try:
                said = self.kind.word(Claim(better, worse, spoken, amount, parameters, start))
                return f"by {plain(self.use.type)}: {said}" if self.use.chosen else said
            except Exception as error:
                raise self._raised(error) from error

        return text

    def _raised(self, error: Exception) -> FrameworkError:
        name = f"framework {self.use.type!r} (source {self.use.id!r})"
        return FrameworkError(f"{name} raised {type(error).__name__}: {error}")

    def _enough_text(self, better: str, worse: str) -> Worded:
        title, unit = self.kind.title, self.case.scale.unit

        def text(margins: Sequence[Fraction]) -> str:
            amount = measured(margins, unit)
            return f'"{worse}" falls short of enough by {amount} for {title}; "{better}" does not'

        return text


def _strongest(people: Sequence[str], complaints: Sequence[Number], of: Sequence[int]) -> list[int]:
    """Answers for each person among these the place of their strongest complaint.

    One person is in several places where the outcomes of a draw are told apart.
    """
    best: dict[str, int] = {}
    for place in of:
        if people[place] not in best or complaints[place] > complaints[best[people[place]]]:
            best[people[place]] = place
    return list(best.values())
